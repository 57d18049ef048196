package core_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// countingContext counts how often somebody asks whether it has ended.
type countingContext struct {
	context.Context //nolint:containedctx // it is one
	asked           int
}

func (c *countingContext) Err() error {
	c.asked++
	return c.Context.Err()
}

// hub is one node with many values.
func hub(n int) *rdf.Graph {
	var b rdf.GraphBuilder
	for i := range n {
		b.Add(rdf.Triple{
			Subject: rdf.NewIRI("http://example.org/n"), Predicate: rdf.NewIRI("http://example.org/p"),
			Object: rdf.NewIRI(vocab.IRI(fmt.Sprintf("http://example.org/value%d", i))),
		})
	}
	return b.Graph()
}

func TestAContextEndsTheValidationOfOneNode(t *testing.T) {
	data := hub(5000)
	for _, constraint := range []string{
		`sh:nodeKind sh:IRI`, `sh:node [ sh:nodeKind sh:IRI ]`, `sh:in ( 1 )`, `sh:lessThan ex:p`, `sh:class ex:C`,
		`sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1`,
	} {
		t.Run(constraint, func(t *testing.T) {
			shapes := compile(t, `ex:S sh:targetNode ex:n ; sh:property [ sh:path ex:p ; `+constraint+` ] .`)
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if report, err := shapes.Validate(ctx, data, core.Options{}); !errors.Is(err, context.Canceled) || report != nil {
				t.Errorf("Validate: %v, %v", report, err)
			}
		})
	}
}

func TestWhatWasNotFinishedDoesNotConform(t *testing.T) {
	shapes := compile(t, `ex:S sh:targetObjectsOf ex:p ; sh:nodeKind sh:IRI .`)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if conforms, err := shapes.Conforms(ctx, hub(5000)); conforms || !errors.Is(err, context.Canceled) {
		t.Errorf("got %t, %v", conforms, err)
	}
}

func TestTheFirstViolationIsEnoughToKnowThatDataDoesNotConform(t *testing.T) {
	data := hub(50000)
	for _, constraint := range []string{`sh:node [ sh:class ex:C ]`, `sh:and ( [ sh:class ex:C ] )`, `sh:or ( [ sh:class ex:C ] )`, `sh:xone ( [ sh:class ex:C ] )`} {
		t.Run(constraint, func(t *testing.T) {
			shapes := compile(t, `ex:S sh:targetNode ex:n ; sh:property [ sh:path ex:p ; `+constraint+` ] .`)
			ctx := &countingContext{Context: t.Context()}
			if conforms, err := shapes.Conforms(ctx, data); conforms || err != nil {
				t.Errorf("got %t, %v", conforms, err)
			}
			if ctx.asked > 1 {
				t.Errorf("it went on: the context was asked %d times", ctx.asked)
			}
		})
	}
}

func TestListsThatAreSharedAreNoBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("ex:list0 rdf:first 0 ; rdf:rest () .\n")
	const n = 4000
	for i := 1; i < n; i++ { // each list is the rest of the next one
		fmt.Fprintf(&b, "ex:list%d rdf:first %d ; rdf:rest ex:list%d .\n", i, i, i-1)
	}
	for i := range n {
		fmt.Fprintf(&b, "ex:S%d sh:targetNode ex:n ; sh:in ex:list%d .\n", i, i)
	}
	_, err := core.Compile(graph(t, b.String()), core.Config{})
	if err == nil || !strings.Contains(err.Error(), "members in all") {
		t.Errorf("got %.200v", err)
	}
}

// What holds only because another pair was assumed to hold must be asked anew when that one does not.
func TestAnAssumptionThatWasWrongIsTakenBack(t *testing.T) {
	shapes, err := core.Compile(graph(t, `
		ex:R sh:targetNode ex:r ;
			sh:property [ sh:path ex:b ; sh:or ( ex:B [ sh:nodeKind sh:IRI ] ) ] ;
			sh:property [ sh:path ex:a ; sh:node ex:A ] .
		ex:A sh:property [ sh:path ex:toB ; sh:node ex:B ] .
		ex:B sh:property [ sh:path ex:toA ; sh:node ex:A ] ;
			sh:property [ sh:path ex:name ; sh:minCount 1 ] .
	`), core.Config{Recursive: true})
	if err != nil {
		t.Fatal(err)
	}
	report := validate(t, shapes, `ex:r ex:b ex:y ; ex:a ex:x . ex:y ex:toA ex:x . ex:x ex:toB ex:y .`, core.Options{})
	if len(report.Results) != 1 || report.Results[0].Value != rdf.NewIRI("http://example.org/x") {
		t.Errorf("got %v, want a result for ex:x, whose ex:y has no name", report)
	}
}

// Many nodes share a value that is wrong in many ways: each has a result, but not all that is inside it once more.
func TestDetailsThatAreSharedAreNoBomb(t *testing.T) {
	shapes := compile(t, `ex:S sh:targetSubjectsOf ex:q ; sh:property [ sh:path ex:q ; sh:node [ sh:property [ sh:path ex:p ; sh:nodeKind sh:Literal ] ] ] .`)
	var b rdf.GraphBuilder
	for triple := range hub(1200).All() {
		b.Add(triple)
	}
	const n = 300
	for i := range n {
		b.Add(rdf.Triple{
			Subject: rdf.NewIRI(vocab.IRI(fmt.Sprintf("http://example.org/s%d", i))), Predicate: rdf.NewIRI("http://example.org/q"),
			Object: rdf.NewIRI("http://example.org/n"),
		})
	}
	report, err := shapes.Validate(t.Context(), b.Graph(), core.Options{})
	if err != nil {
		t.Fatal(err)
	}
	details := 0
	for _, r := range report.Results {
		details += len(r.Details)
	}
	if len(report.Results) != n || len(report.Results[0].Details) != 1000 || details != 100000 {
		t.Errorf("%d results with %d details, %d of them in the first, want %d with 100000, 1000 of them in the first",
			len(report.Results), details, len(report.Results[0].Details), n)
	}
}
