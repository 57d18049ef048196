// Package rdf is RDF 1.1 in Go: terms, statements, the line-based syntaxes read and written, Turtle written, and graphs
// compared.
//
// What comes in is N-Triples or N-Quads, as a stream ([ReadNTriples], [ReadNQuads]): no goroutine, bounded memory, errors
// with line and column. What goes out is N-Triples, N-Quads or Turtle: [AppendTerm] and its siblings append to a buffer and
// allocate nothing, which is what a response is written with; [WriteTurtle] takes a whole graph and writes it as a person
// would, with prefixes, nested blank nodes and lists. [Isomorphic] tells whether two graphs say the same, [Diff] what one
// says and the other does not.
//
// Terms and statements are plain comparable values. The package keeps no state, resolves no relative references (a reader
// of N-Triples meets none) and judges no values: that "2026-02-30"^^xsd:date is no date is the business of vocab/literal.
//
//	for triple, err := range rdf.ReadNTriples(file, rdf.Limits{}) {
//		if err != nil {
//			return err // line 7, column 12: …
//		}
//		buf = rdf.AppendTriple(buf, triple)
//	}
package rdf
