package server

import (
	"bytes"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// toRDFXML turns the N-Triples in x.body into RDF/XML. What that syntax can't express is not acceptable: control characters
// in text, and predicates that no element can be named after.
func (x *exchange) toRDFXML(prefixes *vocab.Prefixes) error {
	var triples []rdf.Triple
	for triple, err := range rdf.ReadNTriples(bytes.NewReader(x.body), rdf.Options{Limits: rdf.Limits{Token: len(x.body) + 1}}) {
		if err != nil {
			return err
		}
		triples = append(triples, triple)
	}
	var out bytes.Buffer
	if err := rdf.WriteRDFXML(&out, triples, prefixes); err != nil {
		return &Problem{Code: CodeNotAcceptable, Detail: "RDF/XML can't express this: " + err.Error() + ". Every other RDF syntax can.", Cause: err}
	}
	x.body = append(x.body[:0], out.Bytes()...)
	return nil
}
