package rdf

import "iter"

// Graph is an immutable set of triples over numbered terms, made by [NewGraph], [ReadGraph] or a [GraphBuilder]. Any number
// of goroutines may read it. A nil or zero Graph is empty.
//
// There are two ways in. [Graph.Match] and [Graph.All] take and yield terms. The methods on IDs are for programs that look up
// much: they allocate nothing, and the slices that they return are parts of the graph, sorted by ID, and must not be
// written. An ID means something in its own graph only; 0 and numbers that the graph never gave are about nothing.
//
// The order of everything depends on nothing but the order in which the triples were added.
type Graph struct {
	terms *termTable
	// out has the triples by subject, in by object.
	out, in index
	// subjects and objects are those of each predicate.
	subjects, objects column
}

// Len returns the number of triples.
func (g *Graph) Len() int {
	if g == nil {
		return 0
	}
	return len(g.out.predicates)
}

// Terms returns the number of terms, predicates included: their IDs are 1 to Terms().
func (g *Graph) Terms() int {
	if g == nil || g.terms == nil {
		return 0
	}
	return g.terms.len()
}

// ID returns the number of a term, 0 when the graph does not mention it.
func (g *Graph) ID(t Term) ID {
	if g == nil || g.terms == nil {
		return 0
	}
	return g.terms.find(&t)
}

// Term returns the term with a number, the zero Term when there is none.
func (g *Graph) Term(id ID) Term {
	if g == nil || g.terms == nil {
		return Term{}
	}
	return g.terms.term(id)
}

// Kind returns the kind of the term with a number, 0 when there is none.
func (g *Graph) Kind(id ID) Kind {
	if g == nil || g.terms == nil {
		return 0
	}
	return g.terms.kind(id)
}

// Objects returns what a subject has for a predicate.
func (g *Graph) Objects(subject, predicate ID) []ID {
	if g == nil {
		return nil
	}
	return g.out.find(subject, predicate)
}

// Subjects returns the nodes that have an object for a predicate.
func (g *Graph) Subjects(predicate, object ID) []ID {
	if g == nil {
		return nil
	}
	return g.in.find(object, predicate)
}

// Contains reports whether the graph has a triple.
func (g *Graph) Contains(subject, predicate, object ID) bool {
	if g == nil {
		return false
	}
	// The shorter of both lists: a class has many members, a node few classes.
	objects, subjects := g.out.find(subject, predicate), g.in.find(object, predicate)
	if len(objects) <= len(subjects) {
		return has(objects, object)
	}
	return has(subjects, subject)
}

// Outgoing returns the triples that have a node as their subject: predicates, and beside each an object. A predicate with
// several objects comes several times.
func (g *Graph) Outgoing(subject ID) (predicates, objects []ID) {
	if g == nil {
		return nil, nil
	}
	return g.out.row(subject)
}

// Incoming returns the triples that have a node as their object: predicates, and beside each a subject. A predicate with
// several subjects comes several times.
func (g *Graph) Incoming(object ID) (predicates, subjects []ID) {
	if g == nil {
		return nil, nil
	}
	return g.in.row(object)
}

// SubjectsOf returns the nodes that have anything for a predicate, each once.
func (g *Graph) SubjectsOf(predicate ID) []ID {
	if g == nil {
		return nil
	}
	return g.subjects.find(predicate)
}

// ObjectsOf returns what is anything's object for a predicate, each once.
func (g *Graph) ObjectsOf(predicate ID) []ID {
	if g == nil {
		return nil
	}
	return g.objects.find(predicate)
}

// All yields every triple: subjects in the order of their IDs, which is that of first mention, then predicates, then objects.
func (g *Graph) All() iter.Seq[Triple] {
	return g.Match(Term{}, Term{}, Term{})
}

// Match yields the triples with the given terms; a zero Term stands for any. With a subject or without any term they come in
// the order of [Graph.All], with an object by predicate and subject, with a predicate alone by subject and object.
func (g *Graph) Match(subject, predicate, object Term) iter.Seq[Triple] {
	return func(yield func(Triple) bool) {
		s, p, o := g.ID(subject), g.ID(predicate), g.ID(object)
		if s == 0 && !subject.IsZero() || p == 0 && !predicate.IsZero() || o == 0 && !object.IsZero() {
			return
		}
		switch {
		case s != 0 && p != 0 && o != 0:
			if g.Contains(s, p, o) {
				yield(Triple{subject, predicate, object})
			}
		case s != 0:
			g.from(s, p, o, yield)
		case o != 0:
			g.to(p, o, yield)
		case p != 0:
			for _, s := range g.SubjectsOf(p) {
				if !g.from(s, p, 0, yield) {
					return
				}
			}
		default:
			for s := ID(1); int(s) <= g.Terms(); s++ {
				if !g.from(s, 0, 0, yield) {
					return
				}
			}
		}
	}
}

// from yields the triples of a subject, with the predicate and the object that are not 0.
func (g *Graph) from(s, p, o ID, yield func(Triple) bool) bool {
	predicates, objects := g.Outgoing(s)
	subject := g.Term(s)
	for i := range predicates {
		if p != 0 && predicates[i] != p || o != 0 && objects[i] != o {
			continue
		}
		if !yield(Triple{subject, g.Term(predicates[i]), g.Term(objects[i])}) {
			return false
		}
	}
	return true
}

// to yields the triples of an object, with the predicate that is not 0.
func (g *Graph) to(p, o ID, yield func(Triple) bool) {
	predicates, subjects := g.Incoming(o)
	object := g.Term(o)
	for i := range predicates {
		if p != 0 && predicates[i] != p {
			continue
		}
		if !yield(Triple{g.Term(subjects[i]), g.Term(predicates[i]), object}) {
			return
		}
	}
}
