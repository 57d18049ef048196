// Package rdf is RDF 1.1 in Go: terms and statements, Turtle, TriG, N-Triples, N-Quads and RDF/XML read and written, and
// graphs that are indexed and compared.
//
// What comes in is a stream ([ReadTurtle], [ReadTriG], [ReadNTriples], [ReadNQuads], [ReadRDFXML]): no goroutine, bounded
// memory, errors with line and column. The readers take the same [Options], and pass all tests of the W3C's RDF 1.1 suites.
// What goes out is N-Triples or N-Quads: [AppendTerm] and its siblings append to a buffer and allocate nothing, which is what
// a response is written with. Or it is Turtle, TriG or RDF/XML:
// [WriteTurtle], [WriteTriG] and [WriteRDFXML] take a whole graph and write it as a person would, with prefixes, nested
// blank nodes and lists.
//
// In between, a [Graph] or a [Dataset] holds statements in memory, compact and indexed from both ends; [Merge] and
// [Difference] make new ones. [Isomorphic] tells whether two graphs say the same, [Diff] what one says and the other does not.
// [Formats] names the syntaxes, finds one by file name or media type, and reads and writes by it.
// [FromKnakk] and [ToKnakk] convert from and to the statements of github.com/knakk/rdf.
//
// Terms and statements are plain comparable values. The package keeps no state and judges no values: that
// "2026-02-30"^^xsd:date is no date is the business of vocab/literal.
//
//	for triple, err := range rdf.ReadNTriples(file, rdf.Options{}) {
//		if err != nil {
//			return err // line 7, column 12: …
//		}
//		buf = rdf.AppendTriple(buf, triple)
//	}
package rdf
