package core_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func read(turtle string) *rdf.Graph {
	g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(turtle), rdf.Options{}))
	if err != nil {
		return nil
	}
	return g
}

func Example() {
	shapes, err := core.Compile(read(`
		PREFIX sh: <http://www.w3.org/ns/shacl#>
		PREFIX schema: <https://schema.org/>
		[] sh:targetClass schema:Event ;
			sh:property [ sh:path schema:name ; sh:minCount 1 ] ;
			sh:property [ sh:path schema:startDate ; sh:lessThanOrEquals schema:endDate ] .
	`), core.Config{})
	if err != nil {
		fmt.Println(err) // all mistakes in the shapes at once
		return
	}
	report, err := shapes.Validate(context.Background(), read(`
		PREFIX schema: <https://schema.org/>
		PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
		<https://example.org/1> a schema:Event ; schema:name "Gopher day" .
		<https://example.org/2> a schema:Event ; schema:startDate "2026-05-20"^^xsd:date ; schema:endDate "2026-05-02"^^xsd:date .
	`), core.Options{})
	if err != nil {
		fmt.Println(err) // the context's
		return
	}
	if err := report.WriteText(os.Stdout, core.TextOptions{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 2 violations
	//
	// Violation  schema:name: A value is required.
	//   MinCount, 1 result at 1 node:
	//     <https://example.org/2>
	//
	// Violation  schema:startDate: The value must not be greater than that of schema:endDate.
	//   LessThanOrEquals, 1 result at 1 node:
	//     <https://example.org/2>  has  "2026-05-20"^^xsd:date
}

func ExampleShapesError() {
	_, err := core.Compile(read(`
		PREFIX sh: <http://www.w3.org/ns/shacl#>
		PREFIX schema: <https://schema.org/>
		schema:EventShape sh:targetClass schema:Event ; sh:nodeKind sh:Iri ; sh:property [ sh:minCount 1 ] .
	`), core.Config{})
	fmt.Println(err)
	// Output:
	// shapes graph: 2 mistakes
	//   the shape schema:EventShape: sh:nodeKind: want sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral or sh:IRIOrLiteral, got sh:Iri
	//   a shape of schema:EventShape: sh:path: it is missing, and a property shape has one
}

func ExampleShapes_ValidateNode() {
	shapes, err := core.Compile(read(`
		PREFIX sh: <http://www.w3.org/ns/shacl#>
		<https://example.org/Named> sh:property [ sh:path <https://schema.org/name> ; sh:minCount 1 ] .
	`), core.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	data := read(`<https://example.org/1> a <https://schema.org/Event> .`)
	shape, node := rdf.NewIRI("https://example.org/Named"), rdf.NewIRI("https://example.org/1")
	report, err := shapes.ValidateNode(context.Background(), data, shape, node, core.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Conforms(), report.Count(vocab.SHViolation), report.Err())
	// Output: false 1 1 violation; <https://example.org/1> <https://schema.org/name>: A value is required.
}
