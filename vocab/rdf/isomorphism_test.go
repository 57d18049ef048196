package rdf_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// graph reads statements such as "a p b; b p 1": a letter is a blank node, a name in capitals an IRI, a digit a literal.
func graph(text string) []rdf.Triple {
	term := func(s string) rdf.Term {
		switch {
		case s[0] >= '0' && s[0] <= '9':
			return rdf.NewString(s)
		case s[0] >= 'a' && s[0] <= 'z':
			return rdf.NewBlankNode(s)
		default:
			return rdf.NewIRI("http://example.org/" + vocab.IRI(s))
		}
	}
	var triples []rdf.Triple
	for statement := range strings.SplitSeq(text, ";") {
		if f := strings.Fields(statement); len(f) == 3 {
			triples = append(triples, rdf.Triple{Subject: term(f[0]), Predicate: rdf.NewIRI("http://example.org/" + vocab.IRI(f[1])), Object: term(f[2])})
		}
	}
	return triples
}

func cycle(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d p %s%d;", prefix, i, prefix, (i+1)%n)
	}
	return b.String()
}

func TestIsomorphic(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"two empty graphs", "", "", true},
		{"the same statements in another order", "A p B; A p C", "A p C; A p B", true},
		{"repeated statements", "A p B; A p B", "A p B", true},
		{"other statements", "A p B", "A p C", false},
		{"more statements", "A p B", "A p B; A p C", false},
		{"other labels", "a p b; b q 1", "x p y; y q 1", true},
		{"labels that are swapped", "a p b", "b p a", true},
		{"another literal", "a p b; b q 1", "x p y; y q 2", false},
		{"one node in place of two", "A p b; A q b", "A p b; A q c", false},
		{"a loop", "a p a", "a p b", false},
		{"a cycle of six and two of three", cycle("a", 6), cycle("a", 3) + cycle("b", 3), false},
		{"two cycles of six", cycle("a", 6), cycle("b", 6), true},
		{"two cycles of three in another order", cycle("a", 3) + cycle("b", 3), cycle("c", 3) + cycle("a", 3), true},
		{"a hundred twins", twins("x", 100), twins("y", 100), true},
		{"two predicates swapped", "a p b; a q c", "a q b; a p c", true},
		{"two predicates swapped between marked nodes", "a p b; a q c; b r 1", "a p b; a q c; c r 1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := graph(tt.a), graph(tt.b)
			for range 2 {
				got, err := rdf.Isomorphic(a, b)
				if err != nil || got != tt.want {
					t.Errorf("got %v, %v, want %v", got, err, tt.want)
				}
				if diff := rdf.Diff(a, b); (diff == "") != tt.want {
					t.Errorf("Diff says %q", diff)
				}
				a, b = b, a
			}
		})
	}
}

func twins(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "A p %s%d;", prefix, i)
	}
	return b.String()
}

func TestIsomorphicSurvivesShufflingAndRelabelling(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 1 + random.IntN(8)
		label := random.Perm(n)
		size := 1 + random.IntN(20)
		a, b := make([]rdf.Triple, 0, size), make([]rdf.Triple, 0, size)
		for range size {
			s, o, p := random.IntN(n), random.IntN(n), rdf.NewIRI("http://example.org/p")
			a = append(a, rdf.Triple{Subject: blank(s), Predicate: p, Object: blank(o)})
			b = append(b, rdf.Triple{Subject: blank(label[s]), Predicate: p, Object: blank(label[o])})
		}
		random.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
		if same, err := rdf.Isomorphic(a, b); err != nil || !same {
			t.Fatalf("%v and %v: %v, %v", a, b, same, err)
		}
		c := slices.Concat(b, []rdf.Triple{{Subject: blank(0), Predicate: rdf.NewIRI("http://example.org/q"), Object: blank(0)}})
		if same, err := rdf.Isomorphic(a, c); err != nil || same {
			t.Fatalf("%v and %v: %v, %v", a, c, same, err)
		}
	}
}

// TestIsomorphicAgreesWithTryingEverything compares small datasets that are alike, with blank nodes in every place.
func TestIsomorphicAgreesWithTryingEverything(t *testing.T) {
	const nodes = 4
	var orders [][]int
	for i := range nodes * nodes * nodes * nodes {
		order := []int{i % nodes, i / nodes % nodes, i / nodes / nodes % nodes, i / nodes / nodes / nodes}
		if slices.Max(order) == nodes-1 && len(slices.Compact(slices.Sorted(slices.Values(order)))) == nodes {
			orders = append(orders, order)
		}
	}
	random := rand.New(rand.NewPCG(5, 6))
	answers := map[bool]int{}
	for range 3000 {
		order := orders[random.IntN(len(orders))]
		var sides [2][]rdf.Quad
		for range 1 + random.IntN(6) {
			s, o, g := random.IntN(nodes), random.IntN(nodes), random.IntN(2*nodes)
			for side := range sides {
				q := rdf.Quad{Triple: rdf.Triple{Subject: blank(s), Predicate: p, Object: blank(o)}}
				if g < nodes {
					q.Graph = blank(g)
				}
				sides[side] = append(sides[side], q)
				s, o, g = order[s], order[o], slices.Concat(order, []int{4, 5, 6, 7})[g]
			}
		}
		if random.IntN(2) == 0 {
			changed := &sides[1][0]
			places := [3]*rdf.Term{&changed.Subject, &changed.Object, &changed.Graph}
			*places[random.IntN(len(places))] = blank(random.IntN(nodes))
		}
		left, right := map[rdf.Quad]bool{}, map[rdf.Quad]bool{}
		for _, q := range sides[1] {
			right[q] = true
		}
		want := false
		for _, order := range orders {
			relabel := func(term rdf.Term) rdf.Term {
				if term.Kind != rdf.BlankNode {
					return term
				}
				return blank(order[term.Value[1]-'0'])
			}
			clear(left)
			for _, q := range sides[0] {
				q.Subject, q.Object, q.Graph = relabel(q.Subject), relabel(q.Object), relabel(q.Graph)
				left[q] = true
			}
			want = want || maps.Equal(left, right)
		}
		answers[want]++
		got, err := rdf.IsomorphicDatasets(sides[0], sides[1])
		if err != nil || got != want {
			t.Fatalf("got %v, %v, want %v for\n%sand\n%s", got, err, want, short(sides[0]), short(sides[1]))
		}
		if diff := rdf.DiffDatasets(sides[0], sides[1]); (diff == "") != want {
			t.Fatalf("Diff says %q for\n%sand\n%s", diff, short(sides[0]), short(sides[1]))
		}
	}
	if answers[true] < 20 || answers[false] < 20 {
		t.Errorf("the datasets are too much alike, or too little: %v", answers)
	}
}

// TestIsomorphicComparesWhatIsLong has lists, trees and twins whose nodes can be told apart by few, or by none.
func TestIsomorphicComparesWhatIsLong(t *testing.T) {
	list := func(prefix string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s%d p %s%d;%s%d q 1;", prefix, i, prefix, i+1, prefix, i)
		}
		return b.String()
	}
	tree := func(prefix string, n int) string {
		var b strings.Builder
		for i := 1; i < n; i++ {
			fmt.Fprintf(&b, "%s%d p %s%d;", prefix, i/2, prefix, i)
		}
		return b.String()
	}
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"lists", list("x", 20_000), list("y", 20_000), true},
		{"lists that end in another value", list("x", 20_000), strings.TrimSuffix(list("y", 20_000), "1;") + "2;", false},
		{"lists of another length", list("x", 1000) + list("y", 1002), list("x", 1001) + list("y", 1001), false},
		{"cycles", cycle("x", 2_000), cycle("y", 2_000), true},
		{"trees", tree("x", 1<<12), tree("y", 1<<12), true},
		{"twins", twins("x", 20_000), twins("y", 20_000), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := rdf.NewGraph(graph(tt.a)...).Isomorphic(rdf.NewGraph(graph(tt.b)...)); err != nil || got != tt.want {
				t.Errorf("got %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func blank(i int) rdf.Term { return rdf.NewBlankNode(fmt.Sprintf("b%d", i)) }

func TestIsomorphicDatasetsComparesGraphNames(t *testing.T) {
	quad := func(graph rdf.Term) []rdf.Quad {
		return []rdf.Quad{{Triple: rdf.Triple{Subject: blank(1), Predicate: p, Object: o}, Graph: graph}}
	}
	tests := []struct {
		name string
		a, b []rdf.Quad
		want bool
	}{
		{"the same name", quad(s), quad(s), true},
		{"another name", quad(s), quad(o), false},
		{"no name", quad(s), quad(rdf.Term{}), false},
		{"blank names", quad(blank(2)), quad(blank(3)), true},
		{"a blank name that is the subject", quad(blank(1)), quad(blank(3)), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := rdf.IsomorphicDatasets(tt.a, tt.b); err != nil || got != tt.want {
				t.Errorf("got %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func TestIsomorphicGivesUpOnGraphsThatAreTooSymmetric(t *testing.T) {
	// Strongly regular graphs of the same parameters: the 4x4 rook's graph and the Shrikhande graph, the latter together with one more of the former.
	rook := func(x1, y1, x2, y2 int) bool { return (x1 == x2) != (y1 == y2) }
	shrikhande := func(x1, y1, x2, y2 int) bool {
		dx, dy := (x2-x1+4)%4, (y2-y1+4)%4
		return dx == 0 && dy%2 == 1 || dy == 0 && dx%2 == 1 || dx == dy && dx%2 == 1
	}
	build := func(adjacent func(x1, y1, x2, y2 int) bool, copies int) []rdf.Triple {
		var out []rdf.Triple
		for c := range copies {
			for i := range 16 {
				for j := range 16 {
					if adjacent(i/4, i%4, j/4, j%4) {
						out = append(out, rdf.Triple{Subject: blank(16*c + i), Predicate: p, Object: blank(16*c + j)})
					}
				}
			}
		}
		return out
	}
	if same, err := rdf.Isomorphic(build(rook, 1), build(shrikhande, 1)); same || err != nil {
		t.Errorf("one copy: %v, %v", same, err)
	}
	two, mixed := build(rook, 2), append(build(rook, 1), shift(build(shrikhande, 1), 16)...)
	if same, err := rdf.Isomorphic(two, mixed); same || !errors.Is(err, rdf.ErrTooSymmetric) {
		t.Errorf("two copies: %v, %v", same, err)
	}
	if diff := rdf.Diff(two, mixed); diff != rdf.ErrTooSymmetric.Error() {
		t.Errorf("Diff of two copies: %s", diff)
	}
}

func shift(triples []rdf.Triple, by int) []rdf.Triple {
	for i := range triples {
		for _, term := range []*rdf.Term{&triples[i].Subject, &triples[i].Object} {
			var n int
			if _, err := fmt.Sscanf(term.Value, "b%d", &n); err == nil {
				*term = blank(n + by)
			}
		}
	}
	return triples
}

func TestDiffShowsTheSmallestDifference(t *testing.T) {
	tests := []struct{ name, want, got, diff string }{
		{"nothing", "A p b; b q 1", "A p c; c q 1", ""},
		{"an IRI", "A p B", "A p C", "- <http://example.org/A> <http://example.org/p> <http://example.org/B> .\n+ <http://example.org/A> <http://example.org/p> <http://example.org/C> ."},
		{
			"a literal deep below blank nodes", "A p b; b p c; c p 1; c q 3", "A p x; x p y; y p 2; y q 3",
			"- _:c <http://example.org/p> \"1\" .\n+ _:y <http://example.org/p> \"2\" .",
		},
		{"a missing statement", "A p B; A p C", "A p B", "- <http://example.org/A> <http://example.org/p> <http://example.org/C> ."},
		{"an extra statement", "A p B", "A p B; A p C", "+ <http://example.org/A> <http://example.org/p> <http://example.org/C> ."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := rdf.Diff(graph(tt.want), graph(tt.got)); got != tt.diff {
				t.Errorf("got\n%s\nwant\n%s", got, tt.diff)
			}
		})
	}
	if got := rdf.Diff(graph(cycle("a", 6)), graph(cycle("a", 3)+cycle("b", 3))); !strings.Contains(got, "connected differently") {
		t.Errorf("got %s", got)
	}
}
