package core

import (
	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileMinExclusive is sh:minExclusive ([SHACL 4.3]).
//
// [SHACL 4.3]: https://www.w3.org/TR/shacl/#core-components-range
func compileMinExclusive(d *declaration) (constraint, bool) {
	return d.bound(message.MinExclusive, func(order int) bool { return order > 0 })
}

// compileMinInclusive is sh:minInclusive.
func compileMinInclusive(d *declaration) (constraint, bool) {
	return d.bound(message.MinInclusive, func(order int) bool { return order >= 0 })
}

// compileMaxExclusive is sh:maxExclusive.
func compileMaxExclusive(d *declaration) (constraint, bool) {
	return d.bound(message.MaxExclusive, func(order int) bool { return order < 0 })
}

// compileMaxInclusive is sh:maxInclusive.
func compileMaxInclusive(d *declaration) (constraint, bool) {
	return d.bound(message.MaxInclusive, func(order int) bool { return order <= 0 })
}

// bound compares values with a literal. What can't be compared with it, a date without a time zone with one that has one,
// violates the constraint.
func (d *declaration) bound(says func(string) literal.LangString, holds func(order int) bool) (constraint, bool) {
	limit := d.arg(0)
	if limit.Kind != rdf.Literal {
		return d.reject(0, "want a literal, got %s", limit)
	}
	if _, ok := literal.Compare(limit.Datatype, limit.Value, limit.Datatype, limit.Value); !ok {
		d.warn(d.shape, d.component.parameters[0].predicate, "nothing can be compared with %s", limit)
	}
	return constraint{
		message: says(limit.Value),
		holds: func(r *run, v rdf.ID) bool {
			order, ok := compare(r.term(v), limit)
			return ok && holds(order)
		},
	}, true
}

// compare orders two terms as < of SPARQL does. It reports false when they can't be compared.
func compare(a, b rdf.Term) (int, bool) {
	if a.Kind != rdf.Literal || b.Kind != rdf.Literal || a.Lang != "" || b.Lang != "" {
		return 0, false
	}
	return literal.Compare(a.Datatype, a.Value, b.Datatype, b.Value)
}
