package server

import (
	"bytes"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// toRDFXML writes N-Triples as RDF/XML. What that syntax can't express is not acceptable: control characters in text, and
// predicates that no element can be named after.
func toRDFXML(lines []byte, prefixes *vocab.Prefixes) ([]byte, error) {
	triples, err := readLines(lines)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := rdf.WriteRDFXML(&out, triples, prefixes); err != nil {
		return nil, &Problem{Code: CodeNotAcceptable, Detail: "RDF/XML can't express this: " + err.Error() + ". Every other RDF syntax can.", Cause: err}
	}
	return out.Bytes(), nil
}

// readLines reads N-Triples that we wrote, however long their lines are.
func readLines(lines []byte) ([]rdf.Triple, error) {
	var triples []rdf.Triple
	for triple, err := range rdf.ReadNTriples(bytes.NewReader(lines), rdf.Options{Limits: rdf.Limits{Token: len(lines) + 1}}) {
		if err != nil {
			return nil, err
		}
		triples = append(triples, triple)
	}
	return triples, nil
}

// toRDFXML turns the N-Triples in x.body into RDF/XML.
func (x *exchange) toRDFXML(prefixes *vocab.Prefixes) error {
	body, err := toRDFXML(x.body, prefixes)
	x.body = append(x.body[:0], body...)
	return err
}
