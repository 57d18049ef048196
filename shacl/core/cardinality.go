package core

import (
	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileMinCount is sh:minCount ([SHACL 4.2.1]).
//
// [SHACL 4.2.1]: https://www.w3.org/TR/shacl/#MinCountConstraintComponent
func compileMinCount(d *declaration) (constraint, bool) {
	n, ok := d.count(0)
	return constraint{
		message: message.MinCount(n),
		check: func(r *run, at place) {
			if len(at.values) < n {
				r.violated(at, 0)
			}
		},
	}, ok && n > 0
}

// compileMaxCount is sh:maxCount ([SHACL 4.2.2]).
//
// [SHACL 4.2.2]: https://www.w3.org/TR/shacl/#MaxCountConstraintComponent
func compileMaxCount(d *declaration) (constraint, bool) {
	n, ok := d.count(0)
	return constraint{
		message: message.MaxCount(n),
		check: func(r *run, at place) {
			if len(at.values) > n {
				r.violated(at, 0)
			}
		},
	}, ok
}

// compileQualifiedMinCount is sh:qualifiedMinCount ([SHACL 4.7.3]).
//
// [SHACL 4.7.3]: https://www.w3.org/TR/shacl/#QualifiedValueShapeConstraintComponent
func compileQualifiedMinCount(d *declaration) (constraint, bool) {
	n, ok := d.count(1)
	counts := d.qualified()
	return constraint{
		message: message.QualifiedMinCount(n),
		check: func(r *run, at place) {
			if counts(r, at) < n {
				r.violated(at, 0)
			}
		},
	}, ok && n > 0
}

// compileQualifiedMaxCount is sh:qualifiedMaxCount ([SHACL 4.7.3]).
//
// [SHACL 4.7.3]: https://www.w3.org/TR/shacl/#QualifiedValueShapeConstraintComponent
func compileQualifiedMaxCount(d *declaration) (constraint, bool) {
	n, ok := d.count(1)
	counts := d.qualified()
	return constraint{
		message: message.QualifiedMaxCount(n),
		check: func(r *run, at place) {
			if counts(r, at) > n {
				r.violated(at, 0)
			}
		},
	}, ok
}

// qualified counts the values that conform to the qualified value shape, and to no sibling of it if they are disjoint.
func (d *declaration) qualified() func(*run, place) int {
	own := d.refer(d.args[0][0])
	var siblings []*shape
	if d.has(2) && d.isTrue(d.shape, vocab.SHQualifiedValueShapesDisjoint, d.args[2][0]) {
		for _, id := range d.siblings() {
			siblings = append(siblings, d.refer(id))
		}
	}
	return func(r *run, at place) int {
		count := 0
		for _, v := range at.values {
			if r.conforms(own, v) && !r.conformsToAny(siblings, v) {
				count++
			}
		}
		return count
	}
}

// siblings are the qualified value shapes of the other property shapes that the shape's parents have.
func (d *declaration) siblings() []rdf.ID {
	var found []rdf.ID
	for _, parent := range d.graph.Subjects(d.id(vocab.SHProperty), d.shape.id) {
		for _, property := range d.values(parent, vocab.SHProperty) {
			for _, id := range d.values(property, vocab.SHQualifiedValueShape) {
				if id != d.args[0][0] {
					found = append(found, id)
				}
			}
		}
	}
	return sorted(found)
}
