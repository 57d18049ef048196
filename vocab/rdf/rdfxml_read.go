package rdf

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/knakk/rdf"

	"github.com/hydrant-ld/hydrant/vocab"
)

// ReadRDFXML reads a document in [RDF/XML], one statement at a time, as [ReadNTriples] reads one in N-Triples: nothing runs
// in the background, a caller may stop at any point, and the first error ends the sequence: a [*SyntaxError], a
// [*LimitError], or what r returned. Memory is bounded by the longest tag, text or literal (Limits.Token), the depth of the
// elements, and the names in rdf:ID, which must be unique: bound Limits.Bytes for what strangers send.
//
// Relative references are resolved against xml:base or, where there is none, against Options.Base. Statements about one node
// need not follow each other. Blank nodes keep their rdf:nodeID when it is a name in ASCII that does not begin with "g"; the
// others get labels that no other one has.
//
// The document is in UTF-8; another encoding is a [*SyntaxError]. Entities that a document type declares are not known, and no document type is fetched. The value
// of rdf:parseType="Literal" is in the canonical form of [Exclusive XML Canonicalization] with comments.
//
// The statements are made by github.com/knakk/rdf, which gets to see one plain element at a time.
//
// [RDF/XML]: https://www.w3.org/TR/rdf-syntax-grammar/
// [Exclusive XML Canonicalization]: https://www.w3.org/TR/xml-exc-c14n/
func ReadRDFXML(r io.Reader, o Options) iter.Seq2[Triple, error] {
	return func(yield func(Triple, error) bool) {
		if err := o.check(); err != nil {
			yield(Triple{}, err)
			return
		}
		plain := newPlainRDFXML(r, o.withDefaults())
		decoder := rdf.NewTripleDecoder(plain, rdf.RDFXML)
		for n := 0; ; n++ {
			triple, err := decodePlain(decoder)
			switch {
			case err == nil:
				if !yield(triple, nil) {
					return
				}
				continue
			case plain.err != nil:
				err = plain.err
			case !errors.Is(err, io.EOF):
			case plain.done && n == plain.statements:
				return
			default:
				err = fmt.Errorf("knakk/rdf returned %d of %d statements", n, plain.statements)
			}
			yield(Triple{}, err)
			return
		}
	}
}

// decodePlain reads a statement of plainRDFXML and removes the marks. knakk/rdf panics where it is surprised.
func decodePlain(decoder rdf.TripleDecoder) (triple Triple, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("knakk/rdf: %v", r)
		}
	}()
	t, err := decoder.Decode()
	if err != nil {
		return Triple{}, err
	}
	if triple, err = FromKnakk(t); err != nil {
		return Triple{}, err
	}
	var ok bool
	if triple.Predicate.Value, ok = strings.CutSuffix(triple.Predicate.Value, predicateMark); !ok {
		return Triple{}, fmt.Errorf("knakk/rdf made up the predicate %v", triple.Predicate)
	}
	for _, term := range [2]*Term{&triple.Subject, &triple.Object} {
		switch term.Kind {
		case IRI:
			term.Value, ok = strings.CutPrefix(term.Value, iriMark)
		case Literal:
			if term.Value, ok = strings.CutPrefix(term.Value, textMark); ok && term.Lang == "" {
				var datatype string
				datatype, ok = strings.CutPrefix(string(term.Datatype), iriMark)
				term.Datatype = vocab.IRI(datatype)
			}
		default: // labels are not marked
		}
		if !ok {
			return Triple{}, fmt.Errorf("knakk/rdf made up the %v %v", term.Kind, *term)
		}
	}
	return triple, nil
}
