package rdf_test

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/internal/catalogue"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// someTerms are terms of every kind, among them literals that differ in one thing.
func someTerms() []rdf.Term {
	return []rdf.Term{
		rdf.NewIRI("http://example.org/a"), rdf.NewIRI("http://example.org/b"), rdf.NewIRI("b"),
		rdf.NewBlankNode("b"), rdf.NewBlankNode("c"),
		rdf.NewString(""), rdf.NewString("b"), rdf.NewLangString("b", "en"), rdf.NewLangString("b", "EN"), rdf.NewLangString("c", "en"),
		rdf.NewLiteral("1", vocab.XSDInteger), rdf.NewLiteral("1", vocab.XSDByte), rdf.NewLiteral("01", vocab.XSDInteger),
	}
}

// randomTriples are triples of few terms, so that many of them share some and many are repeated.
func randomTriples(random *rand.Rand, n int) []rdf.Triple {
	terms := someTerms()
	out := make([]rdf.Triple, n)
	for i := range out {
		out[i] = rdf.Triple{Subject: terms[random.IntN(5)], Predicate: terms[random.IntN(3)], Object: terms[random.IntN(len(terms))]}
	}
	return out
}

func TestGraphAnswersAsASearchThroughAllTriplesDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		triples := randomTriples(random, random.IntN(250))
		g := rdf.NewGraph(triples...)
		distinct := map[rdf.Triple]bool{}
		for _, triple := range triples {
			distinct[triple] = true
		}
		if g.Len() != len(distinct) {
			t.Fatalf("%d triples, want %d", g.Len(), len(distinct))
		}
		anything := append(someTerms(), rdf.Term{})
		for _, s := range anything {
			for _, p := range anything {
				for _, o := range anything {
					want := 0
					for triple := range distinct {
						if (s.IsZero() || s == triple.Subject) && (p.IsZero() || p == triple.Predicate) && (o.IsZero() || o == triple.Object) {
							want++
						}
					}
					got := slices.Collect(g.Match(s, p, o))
					for i, triple := range got {
						if !distinct[triple] || slices.Contains(got[:i], triple) {
							t.Fatalf("Match(%v, %v, %v) yields %v", s, p, o, triple)
						}
					}
					if len(got) != want {
						t.Fatalf("Match(%v, %v, %v) yields %d, want %d", s, p, o, len(got), want)
					}
				}
			}
		}
	}
}

func TestGraphNumbersAgreeWithMatch(t *testing.T) {
	triples := randomTriples(rand.New(rand.NewPCG(3, 4)), 120)
	g := rdf.NewGraph(triples...)
	collect := func(s, p, o rdf.Term, pick func(rdf.Triple) rdf.Term) []rdf.ID {
		var ids []rdf.ID
		for triple := range g.Match(s, p, o) {
			ids = append(ids, g.ID(pick(triple)))
		}
		return ids
	}
	distinct := func(ids []rdf.ID) []rdf.ID {
		slices.Sort(ids)
		return slices.Compact(ids)
	}
	subject := func(t rdf.Triple) rdf.Term { return t.Subject }
	predicate := func(t rdf.Triple) rdf.Term { return t.Predicate }
	object := func(t rdf.Triple) rdf.Term { return t.Object }
	none := rdf.Term{}
	for i := rdf.ID(1); int(i) <= g.Terms(); i++ {
		a := g.Term(i)
		if g.ID(a) != i || g.Kind(i) != a.Kind || a.IsZero() {
			t.Fatalf("term %d is %v, whose number is %d", i, a, g.ID(a))
		}
		check := func(what string, got, want []rdf.ID) {
			t.Helper()
			if !slices.Equal(got, want) {
				t.Errorf("%s of %v: %v, want %v", what, a, got, want)
			}
		}
		predicates, objects := g.Outgoing(i)
		check("outgoing predicates", predicates, collect(a, none, none, predicate))
		check("outgoing objects", objects, collect(a, none, none, object))
		predicates, subjects := g.Incoming(i)
		check("incoming predicates", predicates, collect(none, none, a, predicate))
		check("incoming subjects", subjects, collect(none, none, a, subject))
		check("subjects", g.SubjectsOf(i), distinct(collect(none, a, none, subject)))
		check("objects", g.ObjectsOf(i), distinct(collect(none, a, none, object)))
		for j := rdf.ID(1); int(j) <= g.Terms(); j++ {
			b := g.Term(j)
			check("objects for "+b.String(), g.Objects(i, j), collect(a, b, none, object))
			check("subjects for "+b.String(), g.Subjects(j, i), collect(none, b, a, subject))
			for k := rdf.ID(1); int(k) <= g.Terms(); k++ {
				if got, want := g.Contains(i, j, k), slices.Contains(triples, rdf.Triple{Subject: a, Predicate: b, Object: g.Term(k)}); got != want {
					t.Errorf("Contains(%v, %v, %v) = %v", a, b, g.Term(k), got)
				}
			}
		}
	}
}

func TestGraphOrderIsThatOfFirstMention(t *testing.T) {
	graph := rdf.NewGraph(graph("B p 2; A q B; A p 2; A p 1; B p 2; x p A")...)
	var b strings.Builder
	for triple := range graph.All() {
		b.WriteString(strings.ReplaceAll(triple.String(), "http://example.org/", "") + "\n")
	}
	const want = "<B> <p> \"2\" .\n<A> <p> \"2\" .\n<A> <p> \"1\" .\n<A> <q> <B> .\n_:x <p> <A> .\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestGraphThatIsEmptyIsAboutNothing(t *testing.T) {
	var none rdf.Triple
	for name, g := range map[string]*rdf.Graph{
		"nil": nil, "zero": {}, "of no triples": rdf.NewGraph(), "of an absent triple": rdf.NewGraph(none),
	} {
		t.Run(name, func(t *testing.T) {
			if g.Len() != 0 || g.Terms() != 0 || g.ID(rdf.NewString("")) != 0 || !g.Term(1).IsZero() || g.Kind(1) != 0 {
				t.Error("there is something in it")
			}
			for triple := range g.All() {
				t.Errorf("there is %v in it", triple)
			}
			predicates, objects := g.Outgoing(1)
			more, subjects := g.Incoming(1)
			if len(slices.Concat(predicates, objects, more, subjects, g.Objects(1, 1), g.Subjects(1, 1), g.SubjectsOf(1), g.ObjectsOf(1))) > 0 || g.Contains(1, 1, 1) {
				t.Error("1 is in it")
			}
		})
	}
}

func TestGraphKnowsNothingOfNumbersItNeverGave(t *testing.T) {
	g := rdf.NewGraph(graph("A p B")...)
	a, p, b := g.ID(rdf.NewIRI("http://example.org/A")), g.ID(rdf.NewIRI("http://example.org/p")), g.ID(rdf.NewIRI("http://example.org/B"))
	if !g.Contains(a, p, b) {
		t.Fatal("A p B is not in it")
	}
	for _, id := range []rdf.ID{0, 4, 1 << 31, 1<<32 - 1} {
		if g.Contains(id, p, b) || g.Contains(a, id, b) || g.Contains(a, p, id) || len(g.Objects(a, id)) > 0 || len(g.Subjects(id, b)) > 0 ||
			g.Kind(id) != 0 || !g.Term(id).IsZero() {
			t.Errorf("there is something about %d", id)
		}
	}
}

func TestGraphIterationStopsWhenAsked(t *testing.T) {
	g := rdf.NewGraph(graph("A p B; A p C; B p C; D q C")...)
	a, p, c := rdf.NewIRI("http://example.org/A"), rdf.NewIRI("http://example.org/p"), rdf.NewIRI("http://example.org/C")
	for name, triples := range map[string]iter.Seq[rdf.Triple]{
		"all": g.All(), "of a subject": g.Match(a, rdf.Term{}, rdf.Term{}), "of a predicate": g.Match(rdf.Term{}, p, rdf.Term{}),
		"of an object": g.Match(rdf.Term{}, rdf.Term{}, c), "a single one": g.Match(a, p, c),
	} {
		n := 0
		for range triples {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d", name, n)
		}
	}
}

func TestReadGraphReturnsTheErrorOfTheReader(t *testing.T) {
	g, err := rdf.ReadGraph(rdf.ReadNTriples(strings.NewReader("<a:s> <a:p> <a:o> .\n<a:s> <a:p> .\n"), rdf.Options{}))
	if _, ok := errors.AsType[*rdf.SyntaxError](err); !ok || g != nil {
		t.Errorf("got %v, %v", g, err)
	}
	if g, err = rdf.ReadGraph(rdf.ReadNTriples(strings.NewReader("<a:s> <a:p> <a:o> .\n"), rdf.Options{})); err != nil || g.Len() != 1 {
		t.Errorf("got %v, %v", g.Len(), err)
	}
}

func TestGraphBuilderStartsAnewAfterAGraph(t *testing.T) {
	var b rdf.GraphBuilder
	for _, triple := range graph("A p B; A p B") {
		b.Add(triple)
	}
	if b.Len() != 2 {
		t.Errorf("%d triples added", b.Len())
	}
	first := b.Graph()
	b.Add(graph("C p D")[0])
	second := b.Graph()
	if first.Len() != 1 || second.Len() != 1 || second.ID(rdf.NewIRI("http://example.org/A")) != 0 || b.Len() != 0 {
		t.Errorf("%v, then %v", slices.Collect(first.All()), slices.Collect(second.All()))
	}
}

func TestGraphKeepsLongValues(t *testing.T) {
	var triples []rdf.Triple
	for i := range 300 {
		triples = append(triples, rdf.Triple{Subject: s, Predicate: p, Object: rdf.NewString(strings.Repeat("x", i*i))})
	}
	g := rdf.NewGraph(triples...)
	if got := slices.Collect(g.All()); !slices.Equal(got, triples) {
		t.Errorf("%d of %d triples, or others", len(got), len(triples))
	}
}

func TestGraphLookupsDoNotAllocate(t *testing.T) {
	g := rdf.NewGraph(slices.Collect(catalogue.Triples(50))...)
	dataset := rdf.NewIRI("https://data.example.org/dataset/7")
	class, kind := rdf.NewIRI(vocab.DCATDataset), rdf.NewIRI(vocab.RDFType)
	got := testing.AllocsPerRun(100, func() {
		d, c, k := g.ID(dataset), g.ID(class), g.ID(kind)
		predicates, objects := g.Outgoing(d)
		_, subjects := g.Incoming(c)
		if len(g.Objects(d, k)) != 1 || len(g.Subjects(k, c)) != 50 || !g.Contains(d, k, c) || len(predicates) != len(objects) || len(subjects) != 50 ||
			len(g.SubjectsOf(k)) < 50 || len(g.ObjectsOf(k)) < 3 || g.Kind(d) != rdf.IRI || g.Term(d) != dataset {
			t.Error("wrong answers")
		}
	})
	if got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func TestGraphIsReadByManyAtOnce(t *testing.T) {
	g := rdf.NewGraph(slices.Collect(catalogue.Triples(20))...)
	want := slices.Collect(g.All())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := slices.Collect(g.All()); !slices.Equal(got, want) {
				t.Error("another order")
			}
			for _, triple := range want {
				if s, p, o := g.ID(triple.Subject), g.ID(triple.Predicate), g.ID(triple.Object); !g.Contains(s, p, o) {
					t.Errorf("%v is missing", triple)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkGraph(b *testing.B) {
	triples := slices.Collect(catalogue.Triples(10_000))
	b.Run(fmt.Sprintf("build/triples=%d", len(triples)), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			rdf.NewGraph(triples...)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(triples)), "ns/triple")
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		g := rdf.NewGraph(triples...)
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(g.Len()), "B/triple")
		runtime.KeepAlive(g)
	})
	g := rdf.NewGraph(triples...)
	b.Run("Objects", func(b *testing.B) {
		p := g.ID(rdf.NewIRI(vocab.DCTTitle))
		var id rdf.ID
		for b.Loop() {
			if id++; int(id) > g.Terms() {
				id = 1
			}
			g.Objects(id, p)
		}
	})
	b.Run("ID", func(b *testing.B) {
		i := 0
		for b.Loop() {
			if i++; i == len(triples) {
				i = 0
			}
			g.ID(triples[i].Object)
		}
	})
}
