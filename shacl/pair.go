package shacl

import (
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// pair is one constraint on the values of two properties.
type pair struct {
	component vocab.IRI
	other     *Property
	// matches compares a value of this property with one of the other: as terms for equals and disjoint, by order for
	// lessThan and lessThanOrEquals.
	matches func(a, b unsafe.Pointer) bool
	// key and otherKey are the values as strings, to compare many by.
	key, otherKey func(unsafe.Pointer) string
}

// pairs compiles the constraints of a property that name another one.
func (s *Schema) pairs(p *Property) []pair {
	var pairs []pair
	add := func(key string, component vocab.IRI, matches func(*Property) func(a, b unsafe.Pointer) bool) {
		if other := s.byKey[key]; other != nil {
			pairs = append(pairs, pair{component, other, matches(other), termKey(p.Field), termKey(other.Field)})
		}
	}
	same := func(other *Property) func(a, b unsafe.Pointer) bool { return sameTerm(p.Field, other.Field) }
	before := func(limit int) func(*Property) func(a, b unsafe.Pointer) bool {
		return func(other *Property) func(a, b unsafe.Pointer) bool {
			order := comparer(p, other)
			_, isValue := wellFormed(p)
			_, isOther := wellFormed(other)
			return func(a, b unsafe.Pointer) bool {
				if isValue != nil && !isValue(a) || isOther != nil && !isOther(b) {
					return false // what is no value has no order
				}
				o, ok := order(a, b)
				return ok && o <= limit
			}
		}
	}
	add(p.Shape.Equals, vocab.SHEqualsConstraintComponent, same)
	add(p.Shape.Disjoint, vocab.SHDisjointConstraintComponent, same)
	add(p.Shape.LessThan, vocab.SHLessThanConstraintComponent, before(-1))
	add(p.Shape.LessThanOrEquals, vocab.SHLessThanOrEqualsConstraintComponent, before(0))
	return pairs
}

// run compares the values of two properties of a node.
func (p *pair) run(st *step, node unsafe.Pointer, c *collector) {
	switch p.component {
	case vocab.SHEqualsConstraintComponent:
		p.equal(st, node, c)
	case vocab.SHDisjointConstraintComponent:
		others := side{field: p.other.Field, key: p.otherKey}
		others.open(node)
		for i := range st.field.Len(node) {
			if v := st.field.At(node, i); v != nil && others.has(p, v, p.key, false) {
				c.value(st, i, v, p.component)
			}
		}
	default:
		p.order(st, node, c)
	}
}

// equal notes each value that only one of the properties has.
func (p *pair) equal(st *step, node unsafe.Pointer, c *collector) {
	own, others := side{field: st.field, key: p.key}, side{field: p.other.Field, key: p.otherKey}
	own.open(node)
	others.open(node)
	for i := range own.n {
		if v := own.field.At(node, i); v != nil && !others.has(p, v, p.key, false) {
			c.value(st, i, v, p.component)
		}
	}
	for i := range others.n {
		if v := others.field.At(node, i); v != nil && !own.has(p, v, p.otherKey, true) {
			c.other(st, p.component, p.other.Term(v))
		}
	}
}

// order notes each pair of values that are not in order, as SHACL has it. One of the properties is a scalar, so that the work
// does not grow with the square of what a client sends.
func (p *pair) order(st *step, node unsafe.Pointer, c *collector) {
	other := p.other.Field
	m := other.Len(node)
	for i := range st.field.Len(node) {
		v := st.field.At(node, i)
		if v == nil {
			continue
		}
		for j := range m {
			if w := other.At(node, j); w != nil && !p.matches(v, w) {
				c.value(st, i, v, p.component)
			}
		}
	}
}

// side is the values of one of the two properties in a node.
type side struct {
	field *record.Field
	key   func(unsafe.Pointer) string
	node  unsafe.Pointer
	n     int
	// table has the values when there are many, nil otherwise.
	table map[string]struct{}
}

func (s *side) open(node unsafe.Pointer) {
	s.node, s.n = node, s.field.Len(node)
	if s.n <= fewDistinct {
		return
	}
	s.table = make(map[string]struct{}, s.n)
	for i := range s.n {
		if v := s.field.At(node, i); v != nil {
			s.table[s.key(v)] = struct{}{}
		}
	}
}

// has says that a value of the opposite property, whose key is given, is on this side. Swapped says that the value is of
// the pair's other property.
func (s *side) has(p *pair, v unsafe.Pointer, key func(unsafe.Pointer) string, swapped bool) bool {
	if s.table != nil {
		_, ok := s.table[key(v)]
		return ok
	}
	for i := range s.n {
		w := s.field.At(s.node, i)
		switch {
		case w == nil:
		case swapped && p.matches(w, v), !swapped && p.matches(v, w):
			return true
		}
	}
	return false
}
