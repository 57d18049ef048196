// Package literal holds the Go values of RDF literals: what a resource struct uses for dates, instants, decimals and
// texts in several languages, and the lexical rules of the XML Schema datatypes that decide whether a text is such a
// value.
//
// # What comes in, what goes out
//
//	| Go type             | RDF datatype   | on the wire (JSON)             | absent      |
//	|---------------------|----------------|--------------------------------|-------------|
//	| Date                | xsd:date       | "2026-05-20"                   | Date{}      |
//	| DateTime, time.Time | xsd:dateTime   | "2026-05-20T08:30:00Z", in UTC | DateTime{}  |
//	| Time                | xsd:time       | "08:30:00"                     | Time{}      |
//	| GYear               | xsd:gYear      | "2026"                         | 0           |
//	| Decimal             | xsd:decimal    | "10.50", a string              | ""          |
//	| LangString          | rdf:langString | {"en":"Events","nl":"…"}       | nil, empty  |
//	| float64             | xsd:double     | 1.5                            | –           |
//
// The zero value of every type means that there is no value; midnight and every other legal value differ from it.
// All types are values: copy them freely, share them between goroutines as long as nobody writes, and compare all but
// LangString with ==.
//
// Each scalar type has the same methods: Append writes the lexical form without allocating (nothing for an absent
// value), AppendText, MarshalText and String are the same in other clothes, Compare orders, IsZero tells absence (and
// serves the omitzero option of encoding/json). JSON null is the absent value, both ways.
//
// [CheckLexical] and [Compare] work on lexical forms and datatype IRIs, as a validator of graphs needs them. They
// implement XML Schema 1.1 and the operators of SPARQL, and are more liberal than the Go types: a graph may hold a
// date with a time zone, a year of five digits or 24:00:00, but this framework neither writes nor accepts them in a
// resource, so that what one API says every client can read.
//
// # What it is not
//
// It knows no terms, graphs or shapes, and no grammar of IRIs beyond what package vocab offers: a property whose value
// is a URL is a Go string.
//
// # Example
//
//	type Event struct {
//		Name  literal.LangString // literal.LangString{{"en", "Gopher day"}, {"nl", "Gopherdag"}}
//		Start literal.Date
//		Fee   literal.Decimal
//	}
//
//	start, err := literal.ParseDate("2026-02-29")
//	// "2026-02-29" is not an xsd:date: month 02 of 2026 has 28 days
package literal
