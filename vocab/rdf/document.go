package rdf

import (
	"errors"
	"io"
	"iter"
)

// document is a document that is being read, and whoever gets its statements.
type document struct {
	scanner
	yield func(Quad, error) bool
	// statements counts them.
	statements int
}

// errStopped says that nobody wants more statements.
var errStopped = errors.New("stopped")

// readDocument returns the statements that parse finds in a document.
func readDocument(r io.Reader, limits Limits, parse func(d *document) error) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		d := &document{scanner: newScanner(r, limits), yield: yield}
		err := d.byteOrderMark()
		if err == nil {
			err = parse(d)
		}
		if err == nil && !errors.Is(d.err, io.EOF) {
			err = d.err
		}
		if err != nil && !errors.Is(err, errStopped) {
			yield(Quad{}, err)
		}
	}
}

// triplesOf leaves out the graphs.
func triplesOf(quads iter.Seq2[Quad, error]) iter.Seq2[Triple, error] {
	return func(yield func(Triple, error) bool) {
		for quad, err := range quads {
			if !yield(quad.Triple, err) {
				return
			}
		}
	}
}

func (d *document) emit(q Quad) error {
	if d.statements++; d.limits.Statements > 0 && d.statements > d.limits.Statements {
		return &LimitError{What: "statements", Limit: d.limits.Statements, Line: d.place(0).line}
	}
	if !d.yield(q, nil) {
		return errStopped
	}
	return nil
}
