package core_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const prefixes = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
`

// graph reads Turtle, with the prefixes that the tests use.
func graph(tb testing.TB, turtle string) *rdf.Graph {
	tb.Helper()
	g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(prefixes+turtle), rdf.Options{}))
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func compile(tb testing.TB, turtle string) *core.Shapes {
	tb.Helper()
	shapes, err := core.Compile(graph(tb, turtle), core.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	return shapes
}

func validate(tb testing.TB, shapes *core.Shapes, turtle string, o core.Options) *core.Report {
	tb.Helper()
	report, err := shapes.Validate(tb.Context(), graph(tb, turtle), o)
	if err != nil {
		tb.Fatal(err)
	}
	return report
}

// mistakes are shapes that can't be used. Each is written as what hangs on the property shape of ex:S.
func TestIllFormedShapesAreRefused(t *testing.T) {
	for _, row := range []struct{ name, turtle, want string }{
		{"no path", `sh:property [ sh:minCount 1 ]`, "sh:path: it is missing"},
		{"a property shape by its type without a path", `sh:property [ a sh:PropertyShape ; sh:minCount 1 ]`, "sh:path: it is missing"},
		{"two paths", `sh:property [ sh:path ex:p, ex:q ]`, "has one path, not 2"},
		{"a path that is a literal", `sh:property [ sh:path "ex:p" ]`, "a path is an IRI or a blank node"},
		{"a path of one part", `sh:property [ sh:path ( ex:p ) ]`, "two members or more"},
		{"a path of nothing", `sh:property [ sh:path [ ] ]`, "a blank node that is a path"},
		{"an inverse of two paths", `sh:property [ sh:path [ sh:inversePath ex:p, ex:q ] ]`, "one value of sh:inversePath"},
		{"a path of two kinds", `sh:property [ sh:path [ sh:inversePath ex:p ; sh:zeroOrMorePath ex:q ] ]`, "sh:inversePath or sh:zeroOrMorePath, not both"},
		{"an alternative that is no list", `sh:property [ sh:path [ sh:alternativePath ex:p ] ]`, "is no list"},
		{"a path inside itself", `sh:property [ sh:path _:p ] . _:p sh:inversePath _:p`, "too large, or contains itself"},
		{"a list inside itself", `sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l`, "contains itself"},
		{"a list with two tails", `sh:in [ rdf:first 1 ; rdf:rest (), ( 2 ) ]`, "one rdf:first and one rdf:rest"},
		{"a list without a tail", `sh:in [ rdf:first 1 ]`, "one rdf:first and one rdf:rest"},
		{"a node shape with a path", `sh:path ex:p`, "a node shape has no path"},
		{"counts on a node shape", `sh:minCount 1`, "sh:minCount: it stands on a property shape"},
		{"a comparison on a node shape", `sh:lessThan ex:p`, "sh:lessThan: it stands on a property shape"},
		{"a count that is text", `sh:property [ sh:path ex:p ; sh:minCount "1" ]`, "sh:minCount: want an xsd:integer"},
		{"a negative count", `sh:property [ sh:path ex:p ; sh:maxCount -1 ]`, "not negative"},
		{"a decimal count", `sh:property [ sh:path ex:p ; sh:maxCount 1.5 ]`, "want an xsd:integer"},
		{"two counts", `sh:property [ sh:path ex:p ; sh:maxCount 1, 2 ]`, "want one value, got 2"},
		{"two datatypes", `sh:datatype xsd:string, xsd:date`, "sh:datatype: want one value, got 2"},
		{"a datatype that is text", `sh:datatype "xsd:string"`, "want the IRI of a datatype"},
		{"a class that is text", `sh:class "ex:C"`, "want the IRI of a class"},
		{"an unknown kind of nodes", `sh:nodeKind sh:Iri`, "want sh:IRI, sh:BlankNode"},
		{"a bound that is an IRI", `sh:minInclusive ex:one`, "want a literal"},
		{"a pattern that is an IRI", `sh:pattern ex:p`, "want a regular expression as text"},
		{"a pattern with look-ahead", `sh:pattern "^(?=a)"`, "RE2"},
		{"a pattern with a back-reference", `sh:pattern "(a)\\1"`, "no back-references"},
		{"unknown flags", `sh:pattern "a" ; sh:flags "y"`, "there is no flag y"},
		{"two patterns", `sh:pattern "a", "b"`, "sh:pattern: want one value, got 2"},
		{"languages that are no list", `sh:languageIn "en"`, "want a list"},
		{"languages that are IRIs", `sh:languageIn ( ex:en )`, "language tags as text"},
		{"a unique language that is no boolean", `sh:property [ sh:path ex:p ; sh:uniqueLang "true" ]`, "want true or false"},
		{"a closed that is no boolean", `sh:closed 1`, "want true or false"},
		{"ignored properties that are no properties", `sh:closed true ; sh:ignoredProperties ( "p" )`, "a list of properties"},
		{"a pair with a literal", `sh:equals "p"`, "want the IRI of a property"},
		{"a node that is a property shape", `sh:node [ sh:path ex:p ; sh:minCount 1 ]`, "sh:node: want a node shape"},
		{"alternatives that are no list", `sh:or ex:T`, "want a list"},
		{"a property shape that is a literal", `sh:property "p"`, "want a property shape"},
		{"a shape that is a literal", `sh:not "S"`, "a shape is an IRI or a blank node"},
		{"a severity that is a literal", `sh:severity "Warning"`, "sh:severity: want an IRI"},
		{"a message that is a number", `sh:message 1`, "want text"},
		{"a target that is a blank node", `sh:targetNode []`, "a blank node, which names nothing"},
		{"a target class that is text", `sh:targetClass "ex:C"`, "sh:targetClass: want an IRI"},
		{"SPARQL", `sh:sparql [ sh:select "…" ]`, "not part of SHACL Core"},
		{"a SPARQL target", `sh:target [ sh:select "…" ]`, "not part of SHACL Core"},
		{"an entailment", `sh:class ex:C . <http://example.org/g> sh:entailment <http://www.w3.org/ns/entailment/RDFS>`, "the entailment"},
		{"a component of one's own", `sh:class ex:C . ex:Own a sh:ConstraintComponent`, "the component <http://example.org/Own>"},
		{"itself", `sh:node ex:S`, "contains itself, on which SHACL is silent: <http://example.org/S> → <http://example.org/S>"},
		{"itself by way of others", `sh:property [ sh:path ex:p ; sh:or ( ex:T ) ] . ex:T sh:not ex:S`, "contains itself"},
	} {
		t.Run(row.name, func(t *testing.T) {
			turtle := `ex:S a sh:NodeShape ; sh:targetNode ex:n ; ` + row.turtle + ` .`
			_, err := core.Compile(graph(t, turtle), core.Config{})
			var refused *core.ShapesError
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want an error with %q", err, row.want)
			}
		})
	}
}

func TestAllMistakesAreReportedAtOnceWithTheirPlaces(t *testing.T) {
	_, err := core.Compile(graph(t, `
		ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind ex:Some ;
			sh:property [ sh:path ex:p ; sh:datatype 1 ] ;
			sh:property [ sh:path [ sh:inversePath ex:q ] ; sh:node [ sh:or ( [ sh:class "C" ] ) ] ] .
	`), core.Config{})
	want := `shapes graph: 3 mistakes
  the shape <http://example.org/S>: sh:nodeKind: want sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral or sh:IRIOrLiteral, got <http://example.org/Some>
  the property shape with path <http://example.org/p> of <http://example.org/S>: sh:datatype: want the IRI of a datatype, got "1"^^<http://www.w3.org/2001/XMLSchema#integer>
  a shape in the property shape with path ^<http://example.org/q> of <http://example.org/S>: sh:class: want the IRI of a class, got "C"`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// warnings has a line for each warning.
func warnings(shapes *core.Shapes) string {
	var lines []string
	for _, w := range shapes.Warnings() {
		lines = append(lines, w.String())
	}
	return strings.Join(lines, "\n")
}

func TestWhatIsOddIsAWarning(t *testing.T) {
	for _, row := range []struct{ name, turtle, want string }{
		{"an ill-formed shape that is not in use", `ex:T sh:datatype 1 .`, "the shape <http://example.org/T>: sh:datatype: want the IRI"},
		{"a shape that is not in use and contains itself", `ex:T sh:node ex:T .`, "contains itself"},
		{"a property shape of which nothing is said", `ex:S sh:property ex:Nothing .`, "nothing is said about the property shape <http://example.org/Nothing>"},
		{"a shape of which nothing is said", `ex:S sh:node ex:Nothing .`, "to which everything conforms"},
		{"a misspelt property", `ex:S sh:mincount 1 .`, "did you mean sh:minCount?"},
		{"a property that SHACL does not have", `ex:S sh:shape ex:T .`, "sh:shape: SHACL Core has no such property"},
		{"a boolean that is not true itself", `ex:S sh:closed "1"^^xsd:boolean .`, "counts as false"},
		{"a count of another datatype", `ex:S sh:property [ sh:path ex:p ; sh:maxCount "1"^^xsd:int ] .`, "SHACL wants an xsd:integer"},
		{"a bound that is ill-typed", `ex:S sh:minInclusive "yes"^^xsd:date .`, "nothing can be compared"},
		{"a qualified count without its shape", `ex:S sh:qualifiedMinCount 1 .`, "sh:qualifiedMinCount: it does nothing without sh:qualifiedValueShape"},
		{"the same on a property shape", `ex:S sh:property [ sh:path ex:p ; sh:qualifiedMaxCount 1 ] .`, "sh:qualifiedMaxCount: it does nothing without sh:qualifiedValueShape"},
		{"a qualified shape without a count", `ex:S sh:property [ sh:path ex:p ; sh:qualifiedValueShape ex:S2 ] .`, "sh:qualifiedValueShape: it does nothing without sh:qualifiedMinCount or sh:qualifiedMaxCount"},
		{"flags without a pattern", `ex:S sh:flags "i" .`, "sh:flags: it does nothing without sh:pattern"},
		{"ignored properties of a shape that is open", `ex:S sh:ignoredProperties () .`, "sh:ignoredProperties: it does nothing without sh:closed"},
		{"a class of OWL that is a shape", `ex:C a owl:Class, sh:NodeShape ; sh:nodeKind sh:IRI .`, "the shape <http://example.org/C>: it is an owl:Class, but only an rdfs:Class selects its instances"},
		{"a class without a name that is a shape", `[] a rdfs:Class, sh:NodeShape ; sh:nodeKind sh:IRI .`, "a blank node has no name for them"},
		{"an import", `ex:g owl:imports ex:h .`, "is not fetched"},
	} {
		t.Run(row.name, func(t *testing.T) {
			shapes := compile(t, `ex:S a sh:NodeShape ; sh:targetNode ex:n . `+row.turtle)
			if text := warnings(shapes); !strings.Contains(text, row.want) {
				t.Errorf("got %q, want a warning with %q", text, row.want)
			}
		})
	}
}

func TestShapesThatValidateNothingAreAWarning(t *testing.T) {
	for _, row := range []struct{ name, turtle, want string }{
		{"no target", `ex:S a sh:NodeShape ; sh:nodeKind sh:IRI .`, "no shape has a target"},
		{"all deactivated", `ex:S sh:targetNode ex:n ; sh:deactivated true .`, "no shape has a target"},
		{"one target", `ex:S sh:targetNode ex:n .`, ""},
		{"no shapes", `ex:n ex:p 1 .`, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			text := warnings(compile(t, row.turtle))
			if !strings.Contains(text, row.want) || row.want == "" && text != "" {
				t.Errorf("got %q, want %q", text, row.want)
			}
		})
	}
}

func TestShapesOfThePublishersCompile(t *testing.T) {
	for _, row := range []struct {
		file     []string
		warnings int
	}{
		{[]string{"2.1.1", "dcat-ap_2.1.1_shacl_shapes.ttl"}, 0},
		{[]string{"2.1.1", "dcat-ap_2.1.1_shacl_range.ttl"}, 0},
		{[]string{"3.0.1", "shapes.ttl"}, 5},        // sh:shape, which was never part of SHACL
		{[]string{"3.0.1", "dcat-ap-SHACL.ttl"}, 2}, // property shapes of which nothing is said
		{[]string{"3.0.1", "range.ttl"}, 0},
		{[]string{"3.0.1", "ranges.ttl"}, 206}, // the same: it is meant to be merged with others
		{[]string{"vl", "dcatapvl.shacl.ttl"}, 0},
		{[]string{"vl", "metadata_dcat.shacl.ttl"}, 0},
	} {
		t.Run(row.file[1], func(t *testing.T) {
			shapes, err := core.Compile(load(t, testdata(t, "dcat-ap", row.file[0], row.file[1])), core.Config{})
			if err != nil {
				t.Fatal(err)
			}
			if n := len(shapes.Warnings()); n != row.warnings {
				t.Errorf("%d warnings, want %d: %v", n, row.warnings, shapes.Warnings())
			}
		})
	}
}

func TestDeepShapesAreRefusedNotFollowed(t *testing.T) {
	var b rdf.GraphBuilder
	shape := func(i int) rdf.Term { return rdf.NewIRI(vocab.IRI("http://example.org/" + strings.Repeat("s", i+1))) }
	for i := range 3000 {
		b.Add(rdf.Triple{Subject: shape(i), Predicate: rdf.NewIRI(vocab.SHNode), Object: shape(i + 1)})
	}
	b.Add(rdf.Triple{Subject: shape(0), Predicate: rdf.NewIRI(vocab.SHTargetNode), Object: shape(0)})
	if _, err := core.Compile(b.Graph(), core.Config{}); err == nil || !strings.Contains(err.Error(), "hang below each other") {
		t.Errorf("got %v", err)
	}
}

// TestTheShapesOfShapesFindMistakes validates shapes as data, by the shapes that W3C has for them.
func TestTheShapesOfShapesFindMistakes(t *testing.T) {
	shapes, err := core.Compile(load(t, testdata(t, "w3c", "shacl", "core", "complex", "shacl-shacl-data-shapes.ttl")), core.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for turtle, results := range map[string]int{
		`ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`:     0,
		`ex:S a sh:NodeShape ; sh:targetClass "C" ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`:      1,
		`ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ( ex:p ) ; sh:minCount 1 ] .`: 2,
	} {
		if report := validate(t, shapes, turtle, core.Options{NoDetails: true}); len(report.Results) != results {
			t.Errorf("%s: %v, want %d results", turtle, report, results)
		}
	}
}
