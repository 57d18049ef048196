package core

import (
	"slices"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileEquals is sh:equals ([SHACL 4.5.1]): a result for each value that only one side has.
//
// [SHACL 4.5.1]: https://www.w3.org/TR/shacl/#EqualsConstraintComponent
func compileEquals(d *declaration) (constraint, bool) {
	iri, other, ok := d.property(0)
	return constraint{
		message: message.Equals(d.name(iri)),
		check: func(r *run, at place) {
			others := r.data.Objects(at.focus, r.ids[other])
			for _, v := range at.values {
				if !has(others, v) {
					r.violated(at, v)
				}
			}
			for _, v := range others {
				if !has(at.values, v) {
					r.violated(at, v)
				}
			}
		},
	}, ok
}

// has looks an ID up in an ascending list.
func has(ids []rdf.ID, id rdf.ID) bool {
	_, found := slices.BinarySearch(ids, id)
	return found
}

// compileDisjoint is sh:disjoint ([SHACL 4.5.2]).
//
// [SHACL 4.5.2]: https://www.w3.org/TR/shacl/#DisjointConstraintComponent
func compileDisjoint(d *declaration) (constraint, bool) {
	iri, other, ok := d.property(0)
	return constraint{
		message: message.Disjoint(d.name(iri)),
		check: func(r *run, at place) {
			for _, v := range at.values {
				if r.data.Contains(at.focus, r.ids[other], v) {
					r.violated(at, v)
				}
			}
		},
	}, ok
}

// compileLessThan is sh:lessThan ([SHACL 4.5.3]): a result for each pair of values that are not in order.
//
// [SHACL 4.5.3]: https://www.w3.org/TR/shacl/#LessThanConstraintComponent
func compileLessThan(d *declaration) (constraint, bool) {
	return d.before(-1, message.LessThan)
}

// compileLessThanOrEquals is sh:lessThanOrEquals ([SHACL 4.5.4]).
//
// [SHACL 4.5.4]: https://www.w3.org/TR/shacl/#LessThanOrEqualsConstraintComponent
func compileLessThanOrEquals(d *declaration) (constraint, bool) {
	return d.before(0, message.LessThanOrEquals)
}

// before compares each value with each of another property: the order must be at most the limit.
func (d *declaration) before(limit int, says func(string) literal.LangString) (constraint, bool) {
	iri, other, ok := d.property(0)
	return constraint{
		message: says(d.name(iri)),
		check: func(r *run, at place) {
			others := r.data.Objects(at.focus, r.ids[other])
			for _, v := range at.values {
				for _, w := range others {
					if r.done || r.canceled() {
						return
					}
					if order, ok := compare(r.term(v), r.term(w)); !ok || order > limit {
						r.violated(at, v)
					}
				}
			}
		},
	}, ok
}
