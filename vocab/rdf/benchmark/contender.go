package main

import (
	"bytes"
	"errors"
	"io"
	"iter"

	"github.com/cayleygraph/quad/nquads"
	geoknoesis "github.com/geoknoesis/rdf-go/rdf"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
	knakk "github.com/knakk/rdf"
)

// contender counts the statements of a document; a reader that is nil does not know the syntax.
type contender struct {
	name             string
	turtle, ntriples func(document []byte) (int, error)
}

func contenders() []contender {
	return []contender{
		{"hydrant", hydrant(rdf.ReadTurtle), hydrant(rdf.ReadNTriples)},
		{"geoknoesis/rdf-go v0.2.0", readGeoknoesis(geoknoesis.FormatTurtle), readGeoknoesis(geoknoesis.FormatNTriples)},
		{"cayleygraph/quad v1.3.0", nil, readCayley},
		{"knakk/rdf 15b52521cde6", readKnakk(knakk.Turtle), readKnakk(knakk.NTriples)},
	}
}

func readGeoknoesis(format geoknoesis.Format) func([]byte) (int, error) {
	return func(document []byte) (int, error) {
		r, err := geoknoesis.NewReader(bytes.NewReader(document), format)
		if err != nil {
			return 0, err
		}
		defer r.Close()
		return count(func() error {
			_, err := r.Next()
			return err
		})
	}
}

func readCayley(document []byte) (int, error) {
	r := nquads.NewReader(bytes.NewReader(document), false)
	return count(func() error {
		_, err := r.ReadQuad()
		return err
	})
}

func readKnakk(format knakk.Format) func([]byte) (int, error) {
	return func(document []byte) (int, error) {
		r := knakk.NewTripleDecoder(bytes.NewReader(document), format)
		return count(func() error {
			_, err := r.Decode()
			return err
		})
	}
}

// count calls next until there is nothing more.
func count(next func() error) (int, error) {
	for n := 0; ; n++ {
		if err := next(); errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return n, err
		}
	}
}

func hydrant(read func(io.Reader, rdf.Options) iter.Seq2[rdf.Triple, error]) func([]byte) (int, error) {
	return func(document []byte) (int, error) {
		n := 0
		for _, err := range read(bytes.NewReader(document), rdf.Options{}) {
			if err != nil {
				return n, err
			}
			n++
		}
		return n, nil
	}
}
