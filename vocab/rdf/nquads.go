package rdf

import (
	"io"
	"iter"
)

// ReadNTriples reads a document in [N-Triples], one statement at a time: memory is bounded by the longest term, nothing
// runs in the background, and a caller may stop at any point. Blank node labels are kept as they are written: they name the
// same node within this document, and nothing outside it. A literal may have any lexical form. The first error ends the
// sequence: a [*SyntaxError], a [*LimitError], or what r returned. The sequence can be ranged over once, as r can be read
// once.
//
// [N-Triples]: https://www.w3.org/TR/n-triples/
func ReadNTriples(r io.Reader, o Options) iter.Seq2[Triple, error] {
	return triplesOf(readLines(r, o, false))
}

// ReadNQuads reads a document in [N-Quads], as [ReadNTriples] reads one in N-Triples; every N-Triples document is an N-Quads
// document. A statement without a graph has the zero Graph.
//
// [N-Quads]: https://www.w3.org/TR/n-quads/
func ReadNQuads(r io.Reader, o Options) iter.Seq2[Quad, error] {
	return readLines(r, o, true)
}

func readLines(r io.Reader, o Options, graphs bool) iter.Seq2[Quad, error] {
	return readDocument(r, o.Limits.withDefaults(), func(d *document) error {
		return lineParser{d, graphs}.parse()
	})
}
