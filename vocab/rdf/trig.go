package rdf

import (
	"fmt"
	"io"

	"github.com/hydrant-ld/hydrant/vocab"
)

// WriteTriG writes a dataset in [TriG], for people to read: the prefixes that are used on top, then the default graph as
// [WriteTurtle] writes it, then each named graph between braces, in the order in which the statements name them first. A
// blank node that is in more than one graph, or that names one, has a label everywhere: "[ ]" would make it another node in
// each of them. The same statements in the same order give the same bytes; repeated ones are written once. It is an error
// when a statement is none (as in [WriteNQuads]). prefixes may be nil.
//
// [TriG]: https://www.w3.org/TR/trig/
func WriteTriG(w io.Writer, quads []Quad, prefixes *vocab.Prefixes) error {
	for i, q := range quads {
		if err := q.check(); err != nil {
			return fmt.Errorf("statement %d: %w", i+1, err)
		}
	}
	graphs := splitGraphs(quads)
	t := turtleWriter{prefixes: prefixes, used: map[string]bool{}}
	t.graph(graphs.triples[Term{}], graphs.shared)
	for _, name := range graphs.order {
		if len(t.body) > 0 {
			t.body = append(t.body, '\n')
		}
		t.term(name)
		t.body = append(t.body, " {\n"...)
		t.indent = 1
		t.graph(graphs.triples[name], graphs.shared)
		t.body = append(t.body, "}\n"...)
	}
	return t.writeTo(w)
}

// graphs is a dataset, graph by graph.
type graphs struct {
	// order lists the names of the named graphs as they come.
	order   []Term
	triples map[Term][]Triple
	// shared holds the blank nodes that mean something outside one graph.
	shared map[Term]bool
}

func splitGraphs(quads []Quad) graphs {
	g := graphs{triples: map[Term][]Triple{}, shared: map[Term]bool{}}
	home := map[Term]Term{}
	for _, q := range quads {
		if _, ok := g.triples[q.Graph]; !ok && !q.Graph.IsZero() {
			g.order = append(g.order, q.Graph)
		}
		g.triples[q.Graph] = append(g.triples[q.Graph], q.Triple)
		if q.Graph.Kind == BlankNode {
			g.shared[q.Graph] = true
		}
		for _, t := range [2]Term{q.Subject, q.Object} {
			if t.Kind != BlankNode {
				continue
			}
			if graph, ok := home[t]; ok && graph != q.Graph {
				g.shared[t] = true
			}
			home[t] = q.Graph
		}
	}
	return g
}
