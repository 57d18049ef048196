package core

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// checkPredicates looks for properties of SHACL's vocabulary that mean nothing on a shape, a misspelling above all, and for
// those that go beyond SHACL Core.
func (c *compiler) checkPredicates(s *shape) {
	predicates, _ := c.graph.Outgoing(s.id)
	for _, id := range slices.Compact(slices.Clone(predicates)) {
		local, ok := strings.CutPrefix(c.term(id).Value, vocab.NSSH)
		predicate := vocab.IRI(c.term(id).Value)
		switch {
		case !ok || slices.Contains(profilePredicates(), predicate) || slices.Contains(targetPredicates(), predicate):
		case c.isParameter(predicate):
			c.checkAlone(s, predicate)
		case slices.Contains(unsupported(), predicate):
			if c.config.SkipUnsupported {
				c.warn(s, predicate, "it is not part of SHACL Core and is left out")
			} else {
				c.fault(s, predicate, "it is not part of SHACL Core, which is what is validated here")
			}
		default:
			hint := ""
			if best, ok := vocab.Closest(local, c.known()); ok {
				hint = ": did you mean sh:" + best + "?"
			}
			c.warn(s, predicate, "SHACL Core has no such property of a shape%s", hint)
		}
	}
}

// checkAlone looks for a parameter that declares nothing without another one.
func (c *compiler) checkAlone(s *shape, predicate vocab.IRI) {
	var missing []string
	for i := range c.table {
		for _, p := range c.table[i].parameters {
			if p.predicate != predicate {
				continue
			}
			lacks := c.lacks(s, &c.table[i])
			if lacks == "" {
				return
			}
			if name := shortSH(lacks); !slices.Contains(missing, name) {
				missing = append(missing, name)
			}
		}
	}
	c.warn(s, predicate, "it does nothing without %s", strings.Join(missing, " or "))
}

// lacks is the first parameter without which a component is not declared, empty if it is.
func (c *compiler) lacks(s *shape, component *component) vocab.IRI {
	for _, p := range component.parameters {
		if !p.optional && len(c.values(s.id, p.predicate)) == 0 {
			return p.predicate
		}
	}
	return ""
}

// isParameter says that a property is a parameter of a component.
func (c *compiler) isParameter(predicate vocab.IRI) bool {
	for i := range c.table {
		for _, p := range c.table[i].parameters {
			if p.predicate == predicate {
				return true
			}
		}
	}
	return false
}

// known are the local names of the properties that a shape can have.
func (c *compiler) known() []string {
	var names []string
	add := func(predicates ...vocab.IRI) {
		for _, p := range predicates {
			names = append(names, strings.TrimPrefix(string(p), vocab.NSSH))
		}
	}
	for i := range c.table {
		for _, p := range c.table[i].parameters {
			add(p.predicate)
		}
	}
	add(targetPredicates()...)
	add(profilePredicates()...)
	return names
}

// profilePredicates are the properties of a shape that are no parameters.
func profilePredicates() []vocab.IRI {
	return []vocab.IRI{
		vocab.SHPath, vocab.SHDeactivated, vocab.SHSeverityProperty, vocab.SHMessage,
		vocab.SHName, vocab.SHDescription, vocab.SHOrder, vocab.SHGroup, vocab.SHDefaultValue,
		// of graphs, which may be the same node
		vocab.SHShapesGraph, vocab.SHSuggestedShapesGraph, vocab.SHDeclare,
	}
}

// unsupported are the properties of a shape that need SPARQL, JavaScript or rules.
func unsupported() []vocab.IRI {
	return []vocab.IRI{
		vocab.NSSH + "sparql", vocab.SHTarget, vocab.NSSH + "js", vocab.NSSH + "rule", vocab.NSSH + "expression", vocab.NSSH + "values",
	}
}
