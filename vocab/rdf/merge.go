package rdf

// Merge returns the graph with the triples of all graphs ([RDF 1.1 Semantics, 4.1]). Blank nodes of different graphs are
// different nodes: those of the first one keep their labels, the others get new ones. To unite graphs of one document, in
// which the same label means the same node, add them to one [GraphBuilder].
//
// [RDF 1.1 Semantics, 4.1]: https://www.w3.org/TR/rdf11-mt/#shared-blank-nodes-unions-and-merges
func Merge(graphs ...*Graph) *Graph {
	var b GraphBuilder
	for i, g := range graphs {
		if i > 0 {
			b.NextDocument()
		}
		for t := range g.All() {
			b.Add(t)
		}
	}
	return b.Graph()
}

// Difference returns the graph with the triples of g that are not in other. Blank nodes count as the same when their labels
// are; [Diff] compares by what is said about them.
func Difference(g, other *Graph) *Graph {
	var b GraphBuilder
	for t := range g.All() {
		if !other.Contains(other.ID(t.Subject), other.ID(t.Predicate), other.ID(t.Object)) {
			b.Add(t)
		}
	}
	return b.Graph()
}
