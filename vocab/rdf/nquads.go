package rdf

import (
	"errors"
	"io"
	"iter"
)

// ReadNTriples reads a document in [N-Triples], one statement at a time: memory is bounded by the longest line, nothing
// runs in the background, and a caller may stop at any point. Blank node labels are kept as they are written: they name the
// same node within this document, and nothing outside it. A literal may have any lexical form. The first error ends the
// sequence: a [*SyntaxError], a [*LimitError], or what r returned.
//
// [N-Triples]: https://www.w3.org/TR/n-triples/
func ReadNTriples(r io.Reader, limits Limits) iter.Seq2[Triple, error] {
	return func(yield func(Triple, error) bool) {
		for quad, err := range read(r, limits, false) {
			if !yield(quad.Triple, err) {
				return
			}
		}
	}
}

// ReadNQuads reads a document in [N-Quads], as [ReadNTriples] reads one in N-Triples; every N-Triples document is an N-Quads
// document. A statement without a graph has the zero Graph.
//
// [N-Quads]: https://www.w3.org/TR/n-quads/
func ReadNQuads(r io.Reader, limits Limits) iter.Seq2[Quad, error] {
	return read(r, limits, true)
}

func read(r io.Reader, limits Limits, graphs bool) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		limits := limits.withDefaults()
		lines := lineReader{r: r, limit: limits.Line, total: limits.Bytes}
		p := statementParser{graphs: graphs}
		statements := 0
		for {
			line, err := lines.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Quad{}, err)
				return
			}
			quad, ok, err := p.parse(line, lines.number)
			if err == nil && ok {
				if statements++; limits.Statements > 0 && statements > limits.Statements {
					err = &LimitError{What: "statements", Limit: limits.Statements, Line: lines.number}
				}
			}
			if err != nil {
				yield(Quad{}, err)
				return
			}
			if ok && !yield(quad, nil) {
				return
			}
		}
	}
}
