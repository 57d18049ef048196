package core

import (
	"slices"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileClosed is sh:closed with sh:ignoredProperties ([SHACL 4.8.1]): a result for each triple with another property than
// those of the shape's property shapes.
//
// [SHACL 4.8.1]: https://www.w3.org/TR/shacl/#ClosedConstraintComponent
func compileClosed(d *declaration) (constraint, bool) {
	closed := d.isTrue(d.shape, vocab.SHClosed, d.args[0][0])
	var allowed []rdf.Term
	if d.has(1) {
		members, ok := d.members(1)
		if !ok {
			return constraint{}, false
		}
		for _, t := range d.terms(members) {
			if t.Kind != rdf.IRI {
				return d.reject(1, "want a list of properties, got %s", t)
			}
			allowed = append(allowed, t)
		}
	}
	for _, property := range d.values(d.shape.id, vocab.SHProperty) {
		for _, path := range d.values(property, vocab.SHPath) {
			if t := d.term(path); t.Kind == rdf.IRI {
				allowed = append(allowed, t)
			}
		}
	}
	numbers := d.constants(allowed)
	return constraint{
		message: message.Closed(""),
		check: func(r *run, at place) {
			for _, v := range at.values {
				predicates, objects := r.data.Outgoing(v)
				known := false
				for i, p := range predicates {
					if r.done || r.canceled() {
						return
					}
					if i == 0 || p != predicates[i-1] {
						known = slices.ContainsFunc(numbers, func(n int) bool { return r.ids[n] == p })
					}
					if !known {
						r.notAllowed(at, p, objects[i])
					}
				}
			}
		},
	}, closed
}

// compileHasValue is sh:hasValue ([SHACL 4.8.2]).
//
// [SHACL 4.8.2]: https://www.w3.org/TR/shacl/#HasValueConstraintComponent
func compileHasValue(d *declaration) (constraint, bool) {
	value := d.arg(0)
	number := d.constant(value)
	return constraint{
		message: message.HasValue(message.List(d.texts([]rdf.Term{value}))),
		check: func(r *run, at place) {
			id := r.ids[number]
			if id == 0 && value.Kind != rdf.BlankNode { // not in the data, but perhaps a target
				id = r.number(value)
			}
			if !has(at.values, id) {
				r.violated(at, 0)
			}
		},
	}, true
}

// compileIn is sh:in ([SHACL 4.8.3]).
//
// [SHACL 4.8.3]: https://www.w3.org/TR/shacl/#InConstraintComponent
func compileIn(d *declaration) (constraint, bool) {
	members, ok := d.members(0)
	terms := d.terms(members)
	numbers := d.constants(terms)
	const few = 16
	return constraint{
		message: message.In(message.List(d.texts(terms))),
		holds: func(r *run, v rdf.ID) bool {
			if len(numbers) <= few && int(v) <= r.data.Terms() {
				return slices.ContainsFunc(numbers, func(n int) bool { return r.ids[n] == v })
			}
			if r.kind(v) == rdf.BlankNode && !r.shared {
				return false
			}
			n, ok := r.shapes.numbers[r.term(v)]
			if ok {
				_, ok = slices.BinarySearch(numbers, n)
			}
			return ok
		},
	}, ok
}
