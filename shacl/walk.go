package shacl

import (
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// walk validates a node.
func (s *Schema) walk(node unsafe.Pointer, c *collector) {
	for i := range s.steps {
		if c.full() {
			c.truncated = true
			return
		}
		s.steps[i].run(node, c)
	}
}

// run validates the values of one property of a node.
func (st *step) run(node unsafe.Pointer, c *collector) {
	n, present := st.field.Len(node), 0
	for i := range n {
		v := st.field.At(node, i)
		if v == nil {
			continue
		}
		present++
		st.value(v, i, c)
	}
	st.count(node, n, present, c)
	if st.shape.UniqueLang && n > 1 {
		st.uniqueLang(node, n, c)
	}
	for i, has := range st.has {
		if !st.contains(node, n, has) {
			c.missing(st, st.shape.HasValue[i])
		}
	}
	for i := range st.pairs {
		st.pairs[i].run(st, node, c)
	}
}

// value applies the constraints on a single value.
func (st *step) value(v unsafe.Pointer, i int, c *collector) {
	for k := range st.checks {
		if !st.checks[k].holds(v) {
			c.value(st, i, v, st.checks[k].component)
			if k == 0 && isForm(st.checks[k].component) {
				return // what is no date can't be too late
			}
		}
	}
	if st.node == nil {
		return
	}
	if !c.enter(st, i, v) {
		c.value(st, i, v, vocab.SHNodeConstraintComponent)
		return
	}
	st.node.walk(v, c)
	c.leave()
}

// isForm says that a component is about what a value is, which the others presume.
func isForm(component vocab.IRI) bool {
	return component == vocab.SHDatatypeConstraintComponent || component == vocab.SHNodeKindConstraintComponent
}

// index is the number of a value in a slice, -1 where a property has one value.
func (st *step) index(i int) int {
	if st.field.Many {
		return i
	}
	return -1
}

// count checks minCount and maxCount over distinct values.
func (st *step) count(node unsafe.Pointer, n, present int, c *collector) {
	least, most := st.shape.MinCount, st.shape.MaxCount
	distinct := present
	if st.same != nil && (least > 1 && present >= least || most != Unbounded && present > most) {
		distinct = st.distinct(node, n)
	}
	if distinct < least {
		c.counted(st, vocab.SHMinCountConstraintComponent)
	}
	if most != Unbounded && distinct > most {
		c.counted(st, vocab.SHMaxCountConstraintComponent)
	}
}

// fewDistinct is how many values are compared pair by pair, without a table.
const fewDistinct = 32

// distinct counts the values that differ as terms.
func (st *step) distinct(node unsafe.Pointer, n int) int {
	count := 0
	if n > fewDistinct {
		seen := make(map[string]struct{}, n)
		for i := range n {
			if v := st.field.At(node, i); v != nil {
				seen[st.key(v)] = struct{}{}
			}
		}
		return len(seen)
	}
	for i := range n {
		if v := st.field.At(node, i); v != nil && !st.among(node, i, v) {
			count++
		}
	}
	return count
}

// among says that one of the first n values is the same as v.
func (st *step) among(node unsafe.Pointer, n int, v unsafe.Pointer) bool {
	for i := range n {
		if w := st.field.At(node, i); w != nil && st.same(v, w) {
			return true
		}
	}
	return false
}

// contains says that a value matches.
func (st *step) contains(node unsafe.Pointer, n int, matches func(unsafe.Pointer) bool) bool {
	for i := range n {
		if v := st.field.At(node, i); v != nil && matches(v) {
			return true
		}
	}
	return false
}

// uniqueLang checks that no language has two values.
func (st *step) uniqueLang(node unsafe.Pointer, n int, c *collector) {
	if n > fewDistinct {
		seen := make(map[string]int, n)
		for i := range n {
			lang := strings.ToLower(record.LangValue(st.field.At(node, i)).Lang)
			if seen[lang]++; seen[lang] == 2 {
				c.language(st, lang)
			}
		}
		return
	}
	for i := range n {
		lang, before := record.LangValue(st.field.At(node, i)).Lang, 0
		for j := range i {
			if strings.EqualFold(record.LangValue(st.field.At(node, j)).Lang, lang) {
				before++
			}
		}
		if before == 1 {
			c.language(st, lang)
		}
	}
}
