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
