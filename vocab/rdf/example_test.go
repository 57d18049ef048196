package rdf_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func ExampleReadNTriples() {
	document := "<http://example.org/1> <https://schema.org/name> \"GopherDay\"@en .\n<http://example.org/1> oops\n"
	for triple, err := range rdf.ReadNTriples(strings.NewReader(document), rdf.Options{}) {
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(triple.Object)
	}
	// Output:
	// "GopherDay"@en
	// line 2, column 24: want the predicate, an IRI such as <http://example.org/p>
}

func ExampleReadTurtle() {
	document := `@prefix schema: <https://schema.org/> .
<events/1> a schema:Event ;
    schema:location [ schema:name "Gent" ] ;
    schema:name GopherDay .`
	options := rdf.Options{
		Base:     "http://example.org/",
		Limits:   rdf.Limits{Bytes: 1 << 20},
		Prefixes: func(prefix string, namespace vocab.IRI) { fmt.Println(prefix, "is", namespace) },
	}
	for triple, err := range rdf.ReadTurtle(strings.NewReader(document), options) {
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(triple)
	}
	// Output:
	// schema is https://schema.org/
	// <http://example.org/events/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Event> .
	// <http://example.org/events/1> <https://schema.org/location> _:g1 .
	// _:g1 <https://schema.org/name> "Gent" .
	// line 4, column 17: want the object, <IRI> or prefix:name: there is no ":" in this one
}

func ExampleWriteTurtle() {
	event := rdf.NewIRI("http://example.org/1")
	place := rdf.NewBlankNode("place")
	_ = rdf.WriteTurtle(os.Stdout, []rdf.Triple{
		{Subject: event, Predicate: rdf.NewIRI(vocab.SchemaName), Object: rdf.NewLangString("GopherDay", "en")},
		{Subject: event, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.SchemaEvent)},
		{Subject: event, Predicate: rdf.NewIRI(vocab.SchemaLocation), Object: place},
		{Subject: place, Predicate: rdf.NewIRI(vocab.SchemaName), Object: rdf.NewString("Gent")},
	}, vocab.StandardPrefixes())
	// Output:
	// @prefix schema: <https://schema.org/> .
	//
	// <http://example.org/1>
	//     a schema:Event ;
	//     schema:name "GopherDay"@en ;
	//     schema:location [
	//         schema:name "Gent"
	//     ] .
}
