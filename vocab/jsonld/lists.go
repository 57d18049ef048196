package jsonld

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// lists are the lists of a graph that can be written as @list: chains of blank nodes that have rdf:first and rdf:rest and
// nothing else, are the object of one triple each, and end in rdf:nil.
type lists struct {
	g                            *rdf.Graph
	first, rest, rdfNil, rdfType rdf.ID
	// cells are the links of such chains, true once they are written.
	cells  map[rdf.ID]bool
	shared map[string]bool
}

// listsOf finds the lists of a graph. The blank nodes that are shared with other graphs need their names, and are in none.
func listsOf(g *rdf.Graph, shared map[string]bool) lists {
	id := func(iri vocab.IRI) rdf.ID { return g.ID(rdf.NewIRI(iri)) }
	l := lists{
		g: g, shared: shared, cells: map[rdf.ID]bool{},
		first: id(vocab.RDFFirst), rest: id(vocab.RDFRest), rdfNil: id(vocab.RDFNil), rdfType: id(vocab.RDFType),
	}
	for _, last := range g.Subjects(l.rest, l.rdfNil) {
		for id := last; l.looksLikeACell(id); {
			predicates, subjects := g.Incoming(id)
			if predicates[0] == l.rdfType {
				break // a class has a name
			}
			l.cells[id] = false
			if predicates[0] != l.rest {
				break
			}
			id = subjects[0]
		}
	}
	return l
}

func (l *lists) looksLikeACell(id rdf.ID) bool {
	predicates, _ := l.g.Outgoing(id)
	uses, _ := l.g.Incoming(id)
	return len(predicates) == 2 && len(uses) == 1 && l.g.Kind(id) == rdf.BlankNode && !l.shared[l.g.Term(id).Value] &&
		len(l.g.Objects(id, l.first)) == 1 && len(l.g.Objects(id, l.rest)) == 1
}

// isCell reports whether a node is written as a part of a list, if it is written at all.
func (l *lists) isCell(id rdf.ID) bool {
	_, ok := l.cells[id]
	return ok
}

func (l *lists) isUnwritten(id rdf.ID) bool {
	written, ok := l.cells[id]
	return ok && !written
}

// items returns the items of the list that begins with a cell, which is written then.
func (l *lists) items(cell rdf.ID) []rdf.ID {
	var items []rdf.ID
	for cell != l.rdfNil {
		l.cells[cell] = true
		items = append(items, l.g.Objects(cell, l.first)[0])
		cell = l.g.Objects(cell, l.rest)[0]
	}
	return items
}

// breakOpen makes the first cell of the list that a cell belongs to a node of its own, and returns it.
func (l *lists) breakOpen(cell rdf.ID) rdf.ID {
	for {
		predicates, subjects := l.g.Incoming(cell)
		if predicates[0] != l.rest || !l.isCell(subjects[0]) {
			delete(l.cells, cell)
			return cell
		}
		cell = subjects[0]
	}
}

// sharedLabels returns the labels of the blank nodes of a dataset that occur in several graphs, or name one.
func sharedLabels(d *rdf.Dataset) map[string]bool {
	names := d.Names()
	if len(names) == 0 {
		return nil
	}
	shared, seen := map[string]bool{}, map[string]bool{}
	for _, name := range append(names, rdf.Term{}) {
		if name.Kind == rdf.BlankNode {
			shared[name.Value] = true
		}
		g := d.Graph(name)
		for id := rdf.ID(1); int(id) <= g.Terms(); id++ {
			if g.Kind(id) == rdf.BlankNode {
				label := g.Term(id).Value
				shared[label] = shared[label] || seen[label]
				seen[label] = true
			}
		}
	}
	return shared
}
