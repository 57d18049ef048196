package core

import (
	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileNot is sh:not ([SHACL 4.6.1]).
//
// [SHACL 4.6.1]: https://www.w3.org/TR/shacl/#NotConstraintComponent
func compileNot(d *declaration) (constraint, bool) {
	s := d.refer(d.args[0][0])
	return constraint{
		message: message.Not(),
		holds:   func(r *run, v rdf.ID) bool { return !r.conforms(s, v) },
	}, true
}

// compileAnd is sh:and ([SHACL 4.6.2]).
//
// [SHACL 4.6.2]: https://www.w3.org/TR/shacl/#AndConstraintComponent
func compileAnd(d *declaration) (constraint, bool) {
	shapes, ok := d.shapeList()
	return constraint{
		message: message.And(len(shapes)),
		holds:   func(r *run, v rdf.ID) bool { return r.conformsToAll(shapes, v) },
		inner:   shapes,
	}, ok
}

// compileOr is sh:or ([SHACL 4.6.3]).
//
// [SHACL 4.6.3]: https://www.w3.org/TR/shacl/#OrConstraintComponent
func compileOr(d *declaration) (constraint, bool) {
	shapes, ok := d.shapeList()
	return constraint{
		message: message.Or(len(shapes)),
		holds:   func(r *run, v rdf.ID) bool { return r.conformsToAny(shapes, v) },
		inner:   shapes,
	}, ok
}

// compileXone is sh:xone ([SHACL 4.6.4]).
//
// [SHACL 4.6.4]: https://www.w3.org/TR/shacl/#XoneConstraintComponent
func compileXone(d *declaration) (constraint, bool) {
	shapes, ok := d.shapeList()
	return constraint{
		message: message.Xone(len(shapes)),
		holds:   func(r *run, v rdf.ID) bool { return r.conformsToOne(shapes, v) },
	}, ok
}

// shapeList reads a parameter that is a list of shapes.
func (d *declaration) shapeList() ([]*shape, bool) {
	members, ok := d.members(0)
	shapes := make([]*shape, len(members))
	for i, id := range members {
		shapes[i] = d.refer(id)
	}
	return shapes, ok
}

// compileNode is sh:node ([SHACL 4.7.1]).
//
// [SHACL 4.7.1]: https://www.w3.org/TR/shacl/#NodeConstraintComponent
func compileNode(d *declaration) (constraint, bool) {
	id := d.args[0][0]
	if len(d.values(id, vocab.SHPath)) > 0 {
		return d.reject(0, "want a node shape, and %s has a path: write sh:property for a property shape", d.text(d.term(id)))
	}
	s := d.refer(id)
	return constraint{
		message: message.Node(),
		holds:   func(r *run, v rdf.ID) bool { return r.conforms(s, v) },
		inner:   []*shape{s},
	}, true
}

// compileProperty is sh:property ([SHACL 4.7.2]): the results are those of the property shape. One that nothing is said about
// is left out with a warning.
//
// [SHACL 4.7.2]: https://www.w3.org/TR/shacl/#PropertyConstraintComponent
func compileProperty(d *declaration) (constraint, bool) {
	id := d.args[0][0]
	if d.arg(0).Kind == rdf.Literal {
		return d.reject(0, "want a property shape, got %s", d.arg(0))
	}
	if predicates, _ := d.graph.Outgoing(id); len(predicates) == 0 {
		d.warn(d.shape, vocab.SHProperty, "nothing is said about the property shape %s, which is left out", d.text(d.term(id)))
		return constraint{}, false
	}
	s := d.refer(id)
	return constraint{
		check: func(r *run, at place) {
			for _, v := range at.values {
				if r.done {
					return
				}
				r.validateProperty(s, v, at.shape.path != nil)
			}
		},
	}, true
}
