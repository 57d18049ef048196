package core_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	personShapes = `
		ex:PersonShape a sh:NodeShape ; sh:targetClass ex:Person ;
			sh:property ex:name, [ sh:path ( ex:knows ex:name ) ; sh:minLength 2 ; sh:severity sh:Warning ;
				sh:message "Friends have names."@en, "Vrienden hebben namen."@nl ] ;
			sh:property [ sh:path ex:address ; sh:node ex:AddressShape ] .
		ex:name sh:path ex:name ; sh:minCount 1 ; sh:datatype xsd:string .
		ex:AddressShape sh:property [ sh:path ex:street ; sh:minCount 1 ], [ sh:path ex:code ; sh:pattern "^[0-9]{4}$" ; sh:severity ex:Grave ] .
	`
	people = `
		ex:a a ex:Person ; ex:name "Ann" ; ex:knows ex:b, ex:c .
		ex:b a ex:Person ; ex:name "B" ; ex:address [ ex:code "12" ] .
		ex:c a ex:Person .
		ex:d a ex:Person .
	`
)

func TestAReportIsTextForATerminal(t *testing.T) {
	report := validate(t, compile(t, personShapes), people, core.Options{})
	prefixes, err := vocab.StandardPrefixes().With("ex", "http://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name    string
		options core.TextOptions
		want    string
	}{
		{"by default", core.TextOptions{Prefixes: prefixes}, `
3 violations, 1 warning

Violation  ex:address of ex:PersonShape: The value does not conform to its shape.
  Node, 1 result at 1 node:
    ex:b  has  _:g1
      ex:street A value is required.
      ex:code The value does not match the pattern ^[0-9]{4}$.

Violation  ex:name (ex:name): A value is required.
  MinCount, 2 results at 2 nodes:
    ex:c
    ex:d

Warning  ex:knows/ex:name of ex:PersonShape: Friends have names.
  MinLength, 1 result at 1 node:
    ex:a  has  "B"
`},
		{"in Dutch, with one node each", core.TextOptions{Prefixes: prefixes, FocusNodes: 1, Languages: []string{"nl"}}, `
3 violations, 1 warning

Violation  ex:address of ex:PersonShape: De waarde voldoet niet aan zijn vorm.
  Node, 1 result at 1 node:
    ex:b  has  _:g1
      ex:street Een waarde is verplicht.

Violation  ex:name (ex:name): Een waarde is verplicht.
  MinCount, 2 results at 2 nodes:
    ex:c
    … and 1 more

Warning  ex:knows/ex:name of ex:PersonShape: Vrienden hebben namen.
  MinLength, 1 result at 1 node:
    ex:a  has  "B"
`},
	} {
		t.Run(row.name, func(t *testing.T) {
			var b strings.Builder
			if err := report.WriteText(&b, row.options); err != nil {
				t.Fatal(err)
			}
			if got := "\n" + b.String(); got != row.want {
				t.Errorf("got %s\nwant %s", got, row.want)
			}
		})
	}
	var b strings.Builder
	if err := (&core.Report{}).WriteText(&b, core.TextOptions{}); err != nil || b.String() != "The data conforms.\n" {
		t.Errorf("an empty report is %q, %v", b.String(), err)
	}
}

func TestResultsOfOneConstraintAreOneGroup(t *testing.T) {
	report := validate(t, compile(t, `
		ex:S sh:targetSubjectsOf ex:date ; sh:closed true ; sh:property [ sh:path ex:date ; sh:datatype xsd:date ] .
	`), `
		ex:a ex:date "2026-02-30"^^xsd:date ; ex:more 1 .
		ex:b ex:date "2026-13-01"^^xsd:date ; ex:less 1 .
	`, core.Options{})
	var b strings.Builder
	if err := report.WriteText(&b, core.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	want := `4 violations

Violation  <http://example.org/date> of <http://example.org/S>: The value is not a valid xsd:date.
  Datatype, 2 results at 2 nodes:
    <http://example.org/a>  has  "2026-02-30"^^xsd:date
      The value is not a valid xsd:date: month 02 of 2026 has 28 days.
    <http://example.org/b>  has  "2026-13-01"^^xsd:date
      The value is not a valid xsd:date: there is no month 13.

Violation  <http://example.org/S>: The node has a property that is not allowed here.
  Closed, 2 results at 2 nodes:
    <http://example.org/a>  has  "1"^^xsd:integer
      The property <http://example.org/more> is not allowed here.
    <http://example.org/b>  has  "1"^^xsd:integer
      The property <http://example.org/less> is not allowed here.
`
	if b.String() != want {
		t.Errorf("got %s\nwant %s", b.String(), want)
	}
}

func TestAReportIsAGraph(t *testing.T) {
	report := validate(t, compile(t, personShapes), people, core.Options{})
	for i := range report.Results {
		report.Results[i].Message = report.Results[i].Message[:1]
		for k := range report.Results[i].Details {
			report.Results[i].Details[k].Message = nil
		}
	}
	want := graph(t, `
		[] a sh:ValidationReport ; sh:conforms false ;
			sh:result [ a sh:ValidationResult ; sh:focusNode ex:a ; sh:resultPath ( ex:knows ex:name ) ; sh:value "B" ;
				sh:sourceConstraintComponent sh:MinLengthConstraintComponent ; sh:sourceShape _:friends ;
				sh:resultSeverity sh:Warning ; sh:resultMessage "Friends have names."@en ] ;
			sh:result [ a sh:ValidationResult ; sh:focusNode ex:b ; sh:resultPath ex:address ; sh:value _:address ;
				sh:sourceConstraintComponent sh:NodeConstraintComponent ; sh:sourceShape _:addresses ;
				sh:resultSeverity sh:Violation ; sh:resultMessage "The value does not conform to its shape."@en ;
				sh:detail [ a sh:ValidationResult ; sh:focusNode _:address ; sh:resultPath ex:street ; sh:sourceShape _:streets ;
					sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:resultSeverity sh:Violation ] ;
				sh:detail [ a sh:ValidationResult ; sh:focusNode _:address ; sh:resultPath ex:code ; sh:value "12" ; sh:sourceShape _:codes ;
					sh:sourceConstraintComponent sh:PatternConstraintComponent ; sh:resultSeverity ex:Grave ] ] ;
			sh:result [ a sh:ValidationResult ; sh:focusNode ex:c ; sh:resultPath ex:name ;
				sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:sourceShape ex:name ;
				sh:resultSeverity sh:Violation ; sh:resultMessage "A value is required."@en ] ;
			sh:result [ a sh:ValidationResult ; sh:focusNode ex:d ; sh:resultPath ex:name ;
				sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:sourceShape ex:name ;
				sh:resultSeverity sh:Violation ; sh:resultMessage "A value is required."@en ] .
	`)
	var triples []rdf.Triple
	for triple := range want.All() {
		triples = append(triples, triple)
	}
	if diff := rdf.Diff(triples, report.Triples()); diff != "" {
		t.Error(diff)
	}
	conforms := (&core.Report{}).Triples()
	if len(conforms) != 2 || conforms[1].Object != rdf.NewLiteral("true", vocab.XSDBoolean) {
		t.Errorf("an empty report is %v", conforms)
	}
}

// TestBlankNodesOfShapesAndDataStayApart uses one label in both graphs.
func TestBlankNodesOfShapesAndDataStayApart(t *testing.T) {
	shapes := compile(t, `ex:S sh:targetSubjectsOf ex:p ; sh:property _:x . _:x sh:path ex:p ; sh:class ex:C .`)
	report := validate(t, shapes, `_:x ex:p _:report-result1 .`, core.Options{})
	if len(report.Results) != 1 {
		t.Fatal(report)
	}
	nodes := map[vocab.IRI]rdf.Term{}
	for _, triple := range report.Triples() {
		nodes[triple.Predicate.IRI()] = triple.Object
	}
	focus, value, shape, result := nodes[vocab.SHFocusNode], nodes[vocab.SHValue], nodes[vocab.SHSourceShape], nodes[vocab.SHResult]
	if focus == shape || value == result || value == shape || focus.Value != "x" {
		t.Errorf("focus %v, value %v, shape %v, result %v", focus, value, shape, result)
	}
}

func TestASingleNodeIsValidatedAgainstAShape(t *testing.T) {
	shapes := compile(t, personShapes+`ex:Broken sh:property [ sh:minCount 1 ] . ex:Circle sh:node ex:Circle .`)
	data := graph(t, people)
	report, err := shapes.ValidateNode(t.Context(), data, rdf.NewIRI("http://example.org/AddressShape"), rdf.NewIRI("http://example.org/d"), core.Options{})
	if err != nil || len(report.Results) != 1 || report.Results[0].Path.String() != "<http://example.org/street>" {
		t.Errorf("got %v, %v", report, err)
	}
	report, err = shapes.ValidateNode(t.Context(), data, rdf.NewIRI("http://example.org/PersonShape"), rdf.NewIRI("http://example.org/nobody"), core.Options{})
	if err != nil || len(report.Results) != 1 || report.Results[0].FocusNode.Value != "http://example.org/nobody" {
		t.Errorf("a node that the data does not mention: got %v, %v", report, err)
	}
	for shape, want := range map[vocab.IRI]string{"http://example.org/None": "there is no shape", "http://example.org/Broken": "sh:path", "http://example.org/Circle": "contains itself"} {
		if _, err := shapes.ValidateNode(t.Context(), data, rdf.NewIRI(shape), rdf.NewIRI("http://example.org/d"), core.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", shape, err, want)
		}
	}
}

func TestOptions(t *testing.T) {
	shapes := compile(t, personShapes)
	for _, row := range []struct {
		name      string
		options   core.Options
		results   int
		details   int
		truncated bool
	}{
		{"none", core.Options{}, 4, 2, false},
		{"a limit that is not reached", core.Options{MaxResults: 4}, 4, 2, false},
		{"a limit", core.Options{MaxResults: 3}, 3, 2, true},
		{"no details", core.Options{NoDetails: true}, 4, 0, false},
		{"without minCount", core.Options{Ignore: []vocab.IRI{vocab.SHMinCountConstraintComponent}}, 2, 1, false},
		{"without sh:property", core.Options{Ignore: []vocab.IRI{vocab.SHPropertyConstraintComponent}}, 0, 0, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			report := validate(t, shapes, people, row.options)
			details := 0
			for _, r := range report.Results {
				details += len(r.Details)
			}
			if len(report.Results) != row.results || details != row.details || report.Truncated != row.truncated {
				t.Errorf("got %d results, %d details, truncated %t", len(report.Results), details, report.Truncated)
			}
		})
	}
}

func TestAContextEndsAValidation(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	data := catalogueGraph(t, 1000)
	shapes := compile(t, `ex:S sh:targetClass <`+string(vocab.DCATDataset)+`> ; sh:property [ sh:path <`+string(vocab.DCTDescription)+`> ; sh:minCount 1 ] .`)
	if _, err := shapes.Validate(ctx, data, core.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Validate: %v", err)
	}
	if _, err := shapes.Conforms(ctx, data); !errors.Is(err, context.Canceled) {
		t.Errorf("Conforms: %v", err)
	}
	// Every pair of 20,000 times 20,000 values is compared, which takes longer than anybody waits.
	var b rdf.GraphBuilder
	for i := range 20000 {
		for _, property := range []vocab.IRI{"http://example.org/p", "http://example.org/q"} {
			value := rdf.NewLiteral(strconv.Itoa(i+1000*len(property)), vocab.XSDInteger)
			if property == "http://example.org/p" {
				value.Value = "-" + value.Value
			}
			b.Add(rdf.Triple{Subject: rdf.NewIRI("http://example.org/n"), Predicate: rdf.NewIRI(property), Object: value})
		}
	}
	pairs := compile(t, `ex:S sh:targetNode ex:n ; sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .`)
	ctx, cancel = context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := pairs.Validate(ctx, b.Graph(), core.Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("pairs: %v", err)
	}
}

func TestShapesAreForManyGoroutines(t *testing.T) {
	shapes := compile(t, personShapes)
	data := graph(t, people)
	want := validate(t, shapes, people, core.Options{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				got, err := shapes.Validate(t.Context(), data, core.Options{})
				if err != nil || len(got.Results) != len(want.Results) {
					t.Errorf("got %v, %v", got, err)
				}
			}
		})
	}
	group.Wait()
}

func TestNothingConformsToNothing(t *testing.T) {
	shapes, err := core.Compile(nil, core.Config{})
	if err != nil || shapes.Len() != 0 || len(shapes.Warnings()) != 0 {
		t.Fatal(shapes, err)
	}
	if report, err := shapes.Validate(t.Context(), nil, core.Options{}); err != nil || !report.Conforms() {
		t.Error(report, err)
	}
	if report := validate(t, compile(t, `ex:S sh:targetNode ex:n ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`), "", core.Options{}); len(report.Results) != 1 {
		t.Error("a target that the data does not mention is not validated:", report)
	}
}

// TestValidationAllocatesForResultsAlone counts what is allocated for data that conforms.
func TestValidationAllocatesForResultsAlone(t *testing.T) {
	shapes := dcatShapes(t)
	allocations := func(n int) float64 {
		data := catalogueGraph(t, n)
		return testing.AllocsPerRun(3, func() {
			if _, err := shapes.Validate(t.Context(), data, core.Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	// 2,450 triples more, and one fault more.
	if few, many := allocations(1), allocations(51); many-few > 50 {
		t.Errorf("%v allocations for one data set, %v for 51", few, many)
	}
}

func TestSeveritiesDecideWhatIsAnError(t *testing.T) {
	warned := &core.Report{Results: []core.Result{{Severity: vocab.SHWarning}, {Severity: "http://example.org/Grave"}}}
	if warned.Conforms() || warned.Err() != nil || warned.Count(vocab.SHWarning) != 1 {
		t.Error("warnings make a report that does not conform, and no error")
	}
	wrong := &core.Report{Results: []core.Result{{
		Severity: vocab.SHViolation, FocusNode: rdf.NewIRI("http://example.org/a"), Path: core.NewPredicatePath("http://example.org/p"),
		Value: rdf.NewString("v"), Message: literal.LangString{{Value: "No."}},
	}}, Truncated: true}
	if want := `1 violation or more; <http://example.org/a> <http://example.org/p> "v": No.`; wrong.Err() == nil || wrong.Err().Error() != want {
		t.Errorf("got  %v\nwant %s", wrong.Err(), want)
	}
}

func TestTheWorstSeverityIsReportedFirst(t *testing.T) {
	report := validate(t, compile(t, `
		ex:Info sh:targetNode ex:n ; sh:class ex:C ; sh:severity sh:Info .
		ex:Slight sh:targetNode ex:n ; sh:class ex:C ; sh:severity sh:Warning .
		ex:Grave sh:targetNode ex:n ; sh:class ex:C ; sh:severity ex:Odd .
		ex:Wrong sh:targetNode ex:n ; sh:class ex:C .
	`), `ex:n ex:p 1 .`, core.Options{})
	var b strings.Builder
	if err := report.WriteText(&b, core.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	rest := b.String()
	for _, want := range []string{
		"1 violation, 1 of severity <http://example.org/Odd>, 1 warning, 1 remark\n", "\nViolation  ", "\n<http://example.org/Odd>  ", "\nWarning  ", "\nInfo  ",
	} {
		_, after, ok := strings.Cut(rest, want)
		if !ok {
			t.Fatalf("no %q in its place in\n%s", want, b.String())
		}
		rest = after
	}
}

func TestEveryNodeThatDoesNotConformSaysWhy(t *testing.T) {
	report := validate(t, compile(t, `
		ex:S sh:targetNode ex:n ; sh:or ( [ sh:class ex:A ] [ sh:class ex:B ] ) ; sh:and ( [ sh:class ex:C ] [ sh:nodeKind sh:IRI ] ) .
	`), `ex:n ex:p 1 .`, core.Options{})
	details := map[vocab.IRI]int{}
	for _, r := range report.Results {
		details[r.Component] = len(r.Details)
	}
	if details[vocab.SHOrConstraintComponent] != 2 || details[vocab.SHAndConstraintComponent] != 1 {
		t.Errorf("got %v", details)
	}
}

// TestManyWaysToANodeCostNoTime has shapes of which each refers to the next one twice, and nodes likewise: the ways from the
// first to the last double with each step.
func TestManyWaysToANodeCostNoTime(t *testing.T) {
	var shapes, data strings.Builder
	name := func(i int) string { return "ex:n" + strings.Repeat("x", i) }
	shapes.WriteString("ex:n sh:targetNode ex:n .")
	for i := range 60 {
		shapes.WriteString(name(i) + " sh:property [ sh:path ex:p ; sh:node " + name(i+1) + " ; sh:property [ sh:path ex:q ; sh:node " + name(i+1) + " ; sh:not [ sh:not " + name(i+1) + " ] ] ] . ")
		data.WriteString(name(i) + " ex:p " + name(i+1) + ", " + name(i+1) + "y . " + name(i) + "y ex:p " + name(i+1) + ", " + name(i+1) + "y . ")
		data.WriteString(name(i) + " ex:q " + name(i) + ", " + name(i) + "y . " + name(i) + "y ex:q " + name(i) + ", " + name(i) + "y . ")
	}
	if report := validate(t, compile(t, shapes.String()), data.String(), core.Options{}); !report.Conforms() {
		t.Error(report)
	}
	shapes.WriteString(name(60) + " sh:class ex:C .")
	compiled := compile(t, shapes.String())
	if report := validate(t, compiled, data.String(), core.Options{MaxResults: 10}); len(report.Results) == 0 {
		t.Error("the last shape is violated, but not the first")
	}
}

// What strangers wrote stays text: it moves no cursor, ends no line and turns no line around.
func TestTextOfStrangersDoesNotSteerTheTerminal(t *testing.T) {
	shapes := compile(t, `
		ex:S sh:targetSubjectsOf ex:p ;
			sh:property [ sh:path <http://example.org/p> ; sh:datatype xsd:integer ; sh:severity <http://example.org/\u202Ebad> ] ;
			sh:property [ sh:path ex:p ; sh:nodeKind sh:IRI ; sh:message "Not\u001B[31m\u0007\u009B so\nmuch." ] ;
			sh:minCuont 1 ; <http://www.w3.org/ns/shacl#\u009Bx> 1 .
	`)
	report := validate(t, shapes, `<http://example.org/\u009B2J> ex:p "x\u001B[2J\u009B\u2066\nfoo" .`, core.Options{})
	var b strings.Builder
	if err := report.WriteText(&b, core.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"the report": strings.ReplaceAll(b.String(), "\n", ""), "the error": report.Error(), "a result": report.Results[0].String()}
	for _, w := range shapes.Warnings() {
		texts[string("the warning on "+w.Predicate)] = w.String()
	}
	if !strings.Contains(b.String(), "so much.") {
		t.Errorf("got %s", b.String())
	}
	for name, text := range texts {
		for _, r := range text {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%s has %U: %q", name, r, text)
			}
		}
	}
}

// A blank node of the shapes is none of the data, whatever its label, unless both are one graph.
func TestABlankNodeOfTheShapesIsNoneOfTheData(t *testing.T) {
	var many strings.Builder
	for i := range 40 {
		many.WriteString(strconv.Itoa(i) + " ")
	}
	for _, constraint := range []string{`sh:hasValue _:x`, `sh:in ( _:x )`, `sh:in ( _:x ` + many.String() + `)`} {
		t.Run(constraint, func(t *testing.T) {
			both := `ex:S sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; ` + constraint + ` ] . ex:a ex:p _:x .`
			if report := validate(t, compile(t, both), both, core.Options{}); len(report.Results) != 1 {
				t.Errorf("in two graphs: got %v, want one result", report)
			}
			g := graph(t, both)
			shapes, err := core.Compile(g, core.Config{})
			if err != nil {
				t.Fatal(err)
			}
			if conforms, err := shapes.Conforms(t.Context(), g); !conforms || err != nil {
				t.Errorf("in one graph: got %t, %v", conforms, err)
			}
		})
	}
}
