package rdf_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// quads reads statements as graph does, each graph after its name and a colon; the name of the default graph is "".
func quads(graphs ...string) []rdf.Quad {
	var out []rdf.Quad
	for _, text := range graphs {
		name, statements, _ := strings.Cut(text, ":")
		var term rdf.Term
		if name != "" {
			term = graph(name + " p " + name)[0].Subject
		}
		for _, triple := range graph(statements) {
			out = append(out, rdf.Quad{Triple: triple, Graph: term})
		}
	}
	return out
}

func short[T fmt.Stringer](statements []T) string {
	var b strings.Builder
	for _, s := range statements {
		b.WriteString(strings.ReplaceAll(s.String(), "http://example.org/", "") + "\n")
	}
	return b.String()
}

func TestDatasetKeepsGraphsInOrder(t *testing.T) {
	d := rdf.NewDataset(quads("G: A p B; B p A", ": A p 1", "b: b p 2", "G: A p B; A p b")...)
	const want = "<A> <p> \"1\" .\n" +
		"<A> <p> <B> <G> .\n<A> <p> _:b <G> .\n<B> <p> <A> <G> .\n" +
		"_:b <p> \"2\" _:b .\n"
	if got := short(slices.Collect(d.All())); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d.Len() != 5 || len(d.Names()) != 2 || d.Names()[0] != rdf.NewIRI("http://example.org/G") || d.Names()[1] != rdf.NewBlankNode("b") {
		t.Errorf("%d quads in %v", d.Len(), d.Names())
	}
	if d.Graph(rdf.Term{}).Len() != 1 || d.Graph(rdf.NewIRI("http://example.org/G")).Len() != 3 || d.Graph(rdf.NewIRI("http://example.org/none")).Len() != 0 {
		t.Error("graphs by name")
	}
	if got := d.Union(); got.Len() != 5 || got.ID(rdf.NewIRI("http://example.org/G")) != 0 {
		t.Errorf("the union is\n%s", short(slices.Collect(got.All())))
	}
	for range d.All() {
		break
	}
	names := d.Names()
	names[0] = rdf.Term{}
	if d.Names()[0].IsZero() {
		t.Error("the names can be written")
	}
}

func TestDatasetThatIsEmptyIsAboutNothing(t *testing.T) {
	for name, d := range map[string]*rdf.Dataset{"nil": nil, "zero": {}, "of no quads": rdf.NewDataset()} {
		t.Run(name, func(t *testing.T) {
			if d.Len() != 0 || len(d.Names()) != 0 || d.Graph(rdf.Term{}).Len() != 0 || d.Union().Len() != 0 {
				t.Error("there is something in it")
			}
			for q := range d.All() {
				t.Errorf("there is %v in it", q)
			}
		})
	}
}

func TestDatasetUnionOfADefaultGraphIsThatGraph(t *testing.T) {
	d := rdf.NewDataset(quads(": A p B")...)
	if d.Union() != d.Graph(rdf.Term{}) {
		t.Error("it is a copy")
	}
}

func TestReadDataset(t *testing.T) {
	d, err := rdf.ReadDataset(rdf.ReadNQuads(strings.NewReader("<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:o> <a:g> .\n"), rdf.Options{}))
	if err != nil || d.Len() != 2 {
		t.Errorf("got %d quads, %v", d.Len(), err)
	}
	if d, err = rdf.ReadDataset(rdf.ReadNQuads(strings.NewReader("<a:s> <a:p> <a:o> .\n?\n"), rdf.Options{})); err == nil || d != nil {
		t.Errorf("got %d quads, %v", d.Len(), err)
	}
}

func TestDatasetIsReadByManyAtOnce(t *testing.T) {
	d := rdf.NewDataset(quads("G: A p B; B p A", ": A p 1", "b: b p 2")...)
	want := slices.Collect(d.All())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := slices.Collect(d.All()); !slices.Equal(got, want) || d.Union().Len() != 4 {
				t.Error("another dataset")
			}
		})
	}
	wg.Wait()
}

func TestDatasetsOfSeveralDocumentsKeepTheirBlankNodesApart(t *testing.T) {
	var b rdf.DatasetBuilder
	for i := range 2 {
		if i > 0 {
			b.NextDocument()
		}
		for _, q := range quads("b: b p c", ": b p 1") {
			b.Add(q)
		}
	}
	if b.Len() != 4 {
		t.Errorf("%d quads added", b.Len())
	}
	d := b.Dataset()
	same, err := d.Isomorphic(rdf.NewDataset(quads("b: b p c", ": b p 1", "x: x p y", ": x p 1")...))
	if !same || err != nil {
		t.Errorf("got\n%s%v", short(slices.Collect(d.All())), err)
	}
	if b.Len() != 0 || b.Dataset().Len() != 0 {
		t.Error("the builder is not empty")
	}
}
