package shacl_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// The two validators, that of Go values and that of graphs, are compared over random struct types and random values of them:
// a record and the graph of the record get the same report, nested results, severities and shapes included.
//
// By design they differ in this, which the tests below allow for and nothing else:
//
//   - a value that is not of its datatype or node kind violates only that; a graph may have it violate more (see sharper);
//   - a word that is no token of an enumeration violates sh:in, and in a graph sh:nodeKind, since it is no IRI;
//   - a slice may repeat a value, of which each is a place in JSON; a graph is a set (see once);
//   - an identifier of a nested struct that is no IRI is one in a collection, to which the upper rooms know the IRI;
//   - messages name properties by their JSON keys, or by their IRIs;
//   - what JSON can't write violates: a float that is not finite, U+0000, nesting beyond [shacl.MaxDepth]; nor is what
//     [vocab.CheckURI] refuses an xsd:anyURI to it, of which XML Schema takes any text. None of these is generated.

// plain is results without what is by design not the same: messages other than those of shapes, and the value of a reference.
func plain(t *testing.T, results []core.Result) []core.Result {
	t.Helper()
	var found []core.Result
	for _, r := range results {
		if len(r.Message) == 0 {
			t.Errorf("a result without a message: %v", &r)
		}
		if v, _ := r.Message.Lookup("en"); v.Value != ownMessage {
			r.Message = nil
		}
		if r.Value.Datatype == vocab.XSDString && slices.Contains([]string{"1", "2", "3"}, r.Value.Value) {
			r.Value = rdf.NewIRI(vocab.IRI("http://example.org/events/" + r.Value.Value))
		}
		r.Details = plain(t, r.Details)
		found = append(found, r)
	}
	return found
}

// sharper leaves out what a graph's report says about values that are not of their datatype or kind, and of words that are
// no tokens that they are no IRIs.
func sharper(results []core.Result) []core.Result {
	type about struct {
		focus, value rdf.Term
		path         string
	}
	misshapen := map[about]bool{}
	for _, r := range results {
		if isForm(r) {
			misshapen[about{r.FocusNode, r.Value, r.Path.String()}] = true
		}
	}
	var found []core.Result
	for _, r := range results {
		presumes := slices.Contains([]vocab.IRI{
			vocab.SHMinLengthConstraintComponent, vocab.SHMaxLengthConstraintComponent, vocab.SHPatternConstraintComponent,
			vocab.SHLanguageInConstraintComponent, vocab.SHInConstraintComponent, vocab.SHNodeConstraintComponent, vocab.SHClassConstraintComponent,
			vocab.SHMinInclusiveConstraintComponent, vocab.SHMinExclusiveConstraintComponent,
			vocab.SHMaxInclusiveConstraintComponent, vocab.SHMaxExclusiveConstraintComponent,
		}, r.Component)
		noToken := r.Value == rdf.NewString(noMode)
		if presumes && !noToken && misshapen[about{r.FocusNode, r.Value, r.Path.String()}] || noToken && isForm(r) {
			continue
		}
		r.Details = sharper(r.Details)
		found = append(found, r)
	}
	return found
}

func isForm(r core.Result) bool {
	return r.Component == vocab.SHDatatypeConstraintComponent || r.Component == vocab.SHNodeKindConstraintComponent
}

// once leaves out results that are the same as one before.
func once(results []core.Result) []core.Result {
	var found []core.Result
	for _, r := range results {
		r.Details = once(r.Details)
		if !slices.ContainsFunc(found, func(o core.Result) bool { return reflect.DeepEqual(o, r) }) {
			found = append(found, r)
		}
	}
	return found
}

func TestValuesAndTheirGraphsGetTheSameReport(t *testing.T) {
	g := &generator{Rand: rand.New(rand.NewPCG(1, 2)), TB: t}
	types, results := 0, map[vocab.IRI]int{}
	for types < 400 {
		typ := g.structType()
		schema, err := shacl.Compile(typ, "http://example.org/Thing", prefixes(t))
		if err != nil {
			continue // the constraints contradict each other
		}
		types++
		names := map[reflect.Type]string{}
		naming := shacl.Naming{
			Shape: func(s *shacl.Schema) vocab.IRI {
				if names[s.Go()] == "" {
					names[s.Go()] = fmt.Sprintf("http://example.org/shapes#%d", len(names))
				}
				return vocab.IRI(names[s.Go()])
			},
			Class: func(reflect.Type) vocab.IRI { return "http://example.org/Event" },
		}
		shapes, err := shacl.GraphShapes(naming, schema)
		if err != nil {
			t.Fatalf("%s: %v", typ, err)
		}
		for range 10 {
			value := reflect.New(typ)
			g.fillFields(value.Elem(), 3)
			report, err := schema.Validate(value.Interface())
			if err != nil {
				t.Fatal(err)
			}
			focus := rdf.NewIRI("http://example.org/record")
			report.SetFocus(focus)
			var p projection
			p.node(schema, focus, value.UnsafePointer())
			ofGraph, err := shapes.Validate(t.Context(), rdf.NewGraph(p.triples...), core.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := core.Report{Results: plain(t, report.Graph(naming).Results)}
			got := core.Report{Results: plain(t, sharper(ofGraph.Results))}
			if p.repeats {
				want.Results, got.Results = once(want.Results), once(got.Results)
			}
			if diff := rdf.Diff(want.Triples(), got.Triples()); diff != "" {
				t.Fatalf("%s\n%+v\n- is missing in the graph's report, + is only there:\n%s", typ, value.Elem(), diff)
			}
			for _, r := range got.Results {
				results[r.Component]++
			}
		}
	}
	for _, component := range []vocab.IRI{
		vocab.SHMinCountConstraintComponent, vocab.SHMaxCountConstraintComponent, vocab.SHDatatypeConstraintComponent,
		vocab.SHNodeKindConstraintComponent, vocab.SHMinLengthConstraintComponent, vocab.SHMaxLengthConstraintComponent,
		vocab.SHPatternConstraintComponent, vocab.SHLanguageInConstraintComponent, vocab.SHUniqueLangConstraintComponent,
		vocab.SHMinInclusiveConstraintComponent, vocab.SHMinExclusiveConstraintComponent, vocab.SHMaxInclusiveConstraintComponent,
		vocab.SHMaxExclusiveConstraintComponent, vocab.SHEqualsConstraintComponent, vocab.SHDisjointConstraintComponent,
		vocab.SHLessThanConstraintComponent, vocab.SHLessThanOrEqualsConstraintComponent, vocab.SHInConstraintComponent,
		vocab.SHHasValueConstraintComponent, vocab.SHNodeConstraintComponent,
	} {
		if results[component] < 5 {
			t.Errorf("%s was violated %d times: the test says too little about it", component, results[component])
		}
	}
}

// TestWhereGraphsAreLessStrict shows the differences by design, one by one.
func TestWhereGraphsAreLessStrict(t *testing.T) {
	type strict struct {
		_     struct{} `ld:"ex:Strict"`
		Ratio float64  `json:"ratio" ld:"ex:ratio"`
		Text  string   `json:"text" ld:"ex:text"`
		Page  string   `json:"page" ld:"ex:page" sh:"datatype=xsd:anyURI"`
		Words []string `json:"words" ld:"ex:words" sh:"maxLength=2"`
		Tree  *tree    `json:"tree" ld:"ex:tree"`
	}
	deep := &tree{}
	for range shacl.MaxDepth + 1 {
		deep = &tree{Parent: deep}
	}
	for _, row := range []struct {
		name             string
		value            strict
		ofValue, ofGraph int
	}{
		{"a float that is not finite", strict{Ratio: math.Inf(1)}, 1, 0},
		{"a text with U+0000", strict{Text: "a\x00b"}, 1, 0},
		{"an xsd:anyURI that is no URI", strict{Page: "no page"}, 1, 0},
		{"a value that comes twice", strict{Words: []string{"abc", "abc"}}, 2, 1},
		{"a value that is nested too deep", strict{Tree: deep}, 1, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			schema := compiled[strict](t, "")
			report, err := schema.Validate(&row.value)
			if err != nil {
				t.Fatal(err)
			}
			var p projection
			p.node(schema, rdf.NewIRI("http://example.org/record"), unsafe.Pointer(&row.value))
			shapes, err := shacl.GraphShapes(naming(), schema)
			if err != nil {
				t.Fatal(err)
			}
			ofGraph, err := shapes.Validate(t.Context(), rdf.NewGraph(p.triples...), core.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(report.Results()) != row.ofValue || len(ofGraph.Results) != row.ofGraph {
				t.Errorf("the value has %d results, want %d; its graph %d, want %d: %v", len(report.Results()), row.ofValue, len(ofGraph.Results), row.ofGraph, ofGraph)
			}
		})
	}
}

// TestShapesThatNestThemselvesFollowCircles validates what no Go value is: nodes that contain each other.
func TestShapesThatNestThemselvesFollowCircles(t *testing.T) {
	shapes, err := shacl.GraphShapes(naming(), compiled[tree](t, ""))
	if err != nil {
		t.Fatal(err)
	}
	node := func(i int) rdf.Term { return rdf.NewIRI(vocab.IRI(fmt.Sprintf("http://example.org/tree/%d", i))) }
	// ring is n trees, each the parent of the next, and kid of the one before.
	ring := func(n int) *rdf.GraphBuilder {
		var b rdf.GraphBuilder
		for i := range n {
			b.Add(rdf.Triple{Subject: node(i), Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI("http://example.org/Tree")})
			b.Add(rdf.Triple{Subject: node(i), Predicate: rdf.NewIRI("http://example.org/parent"), Object: node((i + n - 1) % n)})
			b.Add(rdf.Triple{Subject: node(i), Predicate: rdf.NewIRI("http://example.org/kids"), Object: node((i + 1) % n)})
		}
		return &b
	}
	for _, n := range []int{1, 2, 10, 1000} {
		report, err := shapes.Validate(t.Context(), ring(n).Graph(), core.Options{})
		if err != nil || !report.Conforms() {
			t.Errorf("a ring of %d: %v, %v", n, report, err)
		}
	}
	b := ring(10)
	b.Add(rdf.Triple{Subject: node(3), Predicate: rdf.NewIRI("http://example.org/label"), Object: rdf.NewString("too long")})
	report, err := shapes.Validate(t.Context(), b.Graph(), core.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[rdf.Term]bool{}
	for _, r := range report.Results {
		found[r.FocusNode] = true
	}
	if len(found) != 10 {
		t.Errorf("all 10 trees contain the wrong one, but %d do not conform: %v", len(found), report)
	}
}
