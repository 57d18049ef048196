package core

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// target selects nodes of the data ([SHACL 2.1.3]).
//
// [SHACL 2.1.3]: https://www.w3.org/TR/shacl/#targets
type target struct {
	kind     vocab.IRI // the property that declares it
	constant int
}

// targetPredicates are the properties that declare targets.
func targetPredicates() []vocab.IRI {
	return []vocab.IRI{vocab.SHTargetNode, vocab.SHTargetClass, vocab.SHTargetSubjectsOf, vocab.SHTargetObjectsOf}
}

// readTargets reads the targets of a shape, the implicit one of a shape that is a class among them.
func (c *compiler) readTargets(s *shape) {
	for _, kind := range targetPredicates() {
		for _, id := range c.values(s.id, kind) {
			t := c.term(id)
			switch {
			case kind == vocab.SHTargetNode && t.Kind == rdf.BlankNode:
				c.fault(s, kind, "want an IRI or a literal, got a blank node, which names nothing in the data")
			case kind != vocab.SHTargetNode && t.Kind != rdf.IRI:
				c.fault(s, kind, "want an IRI, got %s", t)
			default:
				s.targets = append(s.targets, target{kind, c.constant(t)})
			}
		}
	}
	if !c.isA(s.id, vocab.SHNodeShape) && !c.isA(s.id, vocab.SHPropertyShape) {
		return
	}
	switch {
	case c.isA(s.id, vocab.RDFSClass) && s.term.Kind == rdf.IRI:
		s.targets = append(s.targets, target{vocab.SHTargetClass, c.constant(s.term)})
	case c.isA(s.id, vocab.RDFSClass):
		c.fault(s, "", "it is a class and selects its instances, but a blank node has no name for them: give it an IRI")
	case c.isA(s.id, vocab.OWLClass) && len(s.targets) == 0:
		c.warn(s, "", "it is an owl:Class, but only an rdfs:Class selects its instances: make it one, too, or write sh:targetClass")
	}
}

// isA says that a node is an instance of a class or of one of its subclasses in the shapes graph.
func (c *compiler) isA(id rdf.ID, class vocab.IRI) bool {
	return intersect(c.values(id, vocab.RDFType), c.subclasses(class))
}

// focusNodes are the nodes that the targets of a shape select, each once, ascending. The slice must not be written to.
func (r *run) focusNodes(s *shape) []rdf.ID {
	var lists [][]rdf.ID
	for _, t := range s.targets {
		id := r.ids[t.constant]
		switch t.kind {
		case vocab.SHTargetNode:
			lists = append(lists, []rdf.ID{r.number(r.shapes.constants[t.constant])})
		case vocab.SHTargetClass:
			for _, class := range r.subclasses(t.constant) {
				lists = append(lists, r.data.Subjects(r.rdfType, class))
			}
		case vocab.SHTargetSubjectsOf:
			lists = append(lists, r.data.SubjectsOf(id))
		case vocab.SHTargetObjectsOf:
			lists = append(lists, r.data.ObjectsOf(id))
		default: // there are four
		}
	}
	return union(lists)
}

// union joins ascending lists.
func union(lists [][]rdf.ID) []rdf.ID {
	var only []rdf.ID
	several, total := 0, 0
	for _, list := range lists {
		if len(list) > 0 {
			only = list
			several++
			total += len(list)
		}
	}
	if several <= 1 {
		return only
	}
	all := make([]rdf.ID, 0, total)
	for _, list := range lists {
		all = append(all, list...)
	}
	return sorted(all)
}

// intersect says that two ascending lists share an ID. The longer one may be very long.
func intersect(a, b []rdf.ID) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, id := range a {
		i, found := slices.BinarySearch(b, id)
		if found {
			return true
		}
		b = b[i:]
	}
	return false
}
