package rdf_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestMergeKeepsBlankNodesApart(t *testing.T) {
	label := func(labels ...string) *rdf.Graph {
		var b rdf.GraphBuilder
		for _, l := range labels {
			b.Add(rdf.Triple{Subject: s, Predicate: p, Object: rdf.NewBlankNode(l)})
		}
		return b.Graph()
	}
	tests := []struct {
		name   string
		graphs []*rdf.Graph
		want   int
	}{
		{"no graphs", nil, 0},
		{"one graph", []*rdf.Graph{label("a", "b")}, 2},
		{"the same labels", []*rdf.Graph{label("a", "b"), label("a", "b"), label("a", "b")}, 6},
		{"labels that look as if they were made here", []*rdf.Graph{label("d2_a", "d3_a", "d_", "d", "d2"), label("a"), label("a"), label("d2_a")}, 8},
		{"labels with a number that is too large", []*rdf.Graph{label("d99999999999999999999999999999_a"), label("a")}, 2},
		{"a graph that is nil", []*rdf.Graph{nil, label("a"), nil, label("a")}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := rdf.Merge(tt.graphs...); got.Len() != tt.want {
				t.Errorf("got\n%s", short(slices.Collect(got.All())))
			}
		})
	}
	first := label("x")
	if got := rdf.Merge(first, first); got.ID(rdf.NewBlankNode("x")) == 0 {
		t.Errorf("a label of the first graph is changed:\n%s", short(slices.Collect(got.All())))
	}
}

func TestMergeIsIsomorphicToTheGraphsUnderOtherLabels(t *testing.T) {
	got := rdf.Merge(rdf.NewGraph(graph("A p b; b p c; b q b")...), rdf.NewGraph(graph("A p b; B p 1; b p b")...))
	if want := rdf.NewGraph(graph("A p b; b p c; b q b; A p x; B p 1; x p x")...); rdf.Diff(slices.Collect(want.All()), slices.Collect(got.All())) != "" {
		t.Errorf("got\n%s", short(slices.Collect(got.All())))
	}
}

func TestConcatKeepsBlankNodesApart(t *testing.T) {
	read := func(document string) iter.Seq2[rdf.Quad, error] {
		return rdf.ReadTriG(strings.NewReader(document), rdf.Options{})
	}
	got, err := rdf.ReadDataset(rdf.Concat(read("_:a <ex:p> _:b . _:g { _:a <ex:p> 1 }"), read(""), read("_:g { _:a <ex:p> 1 }")))
	if err != nil {
		t.Fatal(err)
	}
	want, err := rdf.ReadDataset(read("_:a <ex:p> _:b . _:g { _:a <ex:p> 1 } _:h { _:c <ex:p> 1 }"))
	if err != nil {
		t.Fatal(err)
	}
	if same, err := got.Isomorphic(want); !same || err != nil {
		t.Errorf("%v, got\n%s", err, short(slices.Collect(got.All())))
	}
	var steps []bool
	for _, err := range rdf.Concat(read("<ex:a> <ex:p> 1, ."), read("<ex:a> <ex:p> 1 .")) {
		steps = append(steps, err == nil)
	}
	if !slices.Equal(steps, []bool{true, false}) {
		t.Errorf("%v, want a statement, an error and nothing more", steps)
	}
}

func TestDifference(t *testing.T) {
	a, b := rdf.NewGraph(graph("A p B; A q B; A p b; x p 1")...), rdf.NewGraph(graph("A q B; B p A; x p 1; A p c")...)
	if got := short(slices.Collect(rdf.Difference(a, b).All())); got != "<A> <p> <B> .\n<A> <p> _:b .\n" {
		t.Errorf("got\n%s", got)
	}
	if got := rdf.Difference(a, nil); got.Len() != a.Len() {
		t.Errorf("%d triples without nothing", got.Len())
	}
	if got := rdf.Difference(nil, a); got.Len() != 0 {
		t.Errorf("%d triples of nothing", got.Len())
	}
}

func TestConcatRemembersNoLabelsButThoseOfItsForm(t *testing.T) {
	const statements = 1000
	var quads []rdf.Quad
	for i := range statements {
		node := rdf.NewBlankNode(fmt.Sprintf("data%d_x", i))
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{Subject: node, Predicate: p, Object: node}})
	}
	document := func(yield func(rdf.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
	allocations := testing.AllocsPerRun(10, func() {
		for _, err := range rdf.Concat(document) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	if allocations > statements/10 {
		t.Errorf("%v allocations for %d statements", allocations, statements)
	}
}
