package rdf_test

import (
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const twoEvents = `@prefix schema: <https://schema.org/> .
<http://example.org/1> a schema:Event ; schema:name "GopherDay" ; schema:location <http://example.org/gent> .
<http://example.org/2> a schema:Event ; schema:name "Rust am Rhein" .
<http://example.org/gent> schema:name "Gent" .`

func ExampleGraph() {
	g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(twoEvents), rdf.Options{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	class, name := g.ID(rdf.NewIRI(vocab.SchemaEvent)), g.ID(rdf.NewIRI(vocab.SchemaName))
	for _, event := range g.Subjects(g.ID(rdf.NewIRI(vocab.RDFType)), class) {
		for _, title := range g.Objects(event, name) {
			fmt.Println(g.Term(event), g.Term(title))
		}
	}
	// Output:
	// <http://example.org/1> "GopherDay"
	// <http://example.org/2> "Rust am Rhein"
}

func ExampleGraph_Match() {
	g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(twoEvents), rdf.Options{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for triple := range g.Match(rdf.Term{}, rdf.Term{}, rdf.NewIRI("http://example.org/gent")) {
		fmt.Println(triple)
	}
	// Output: <http://example.org/1> <https://schema.org/location> <http://example.org/gent> .
}

func ExampleFormatSet_ByFile() {
	format, ok := rdf.Formats().ByFile("events.ttl")
	if !ok {
		return
	}
	for quad, err := range format.Read(strings.NewReader("<http://example.org/1> a <https://schema.org/Event> ."), rdf.Options{}) {
		fmt.Println(format.Title, quad, err)
	}
	// Output: Turtle <http://example.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Event> . <nil>
}
