package core

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// maxHeight is how many shapes hang below each other at most, so that the stack of a run is bounded.
const maxHeight = 500

// checkGraph looks at what is said about the shapes graph as a whole.
func (c *compiler) checkGraph() {
	for t := range c.graph.Match(rdf.Term{}, rdf.NewIRI(vocab.OWLImports), rdf.Term{}) {
		c.shapes.warnings = append(c.shapes.warnings, Issue{
			Predicate: vocab.OWLImports,
			Reason:    fmt.Sprintf("%s is not fetched: add its triples to the shapes graph if they are needed", t.Object),
		})
	}
	for t := range c.graph.Match(rdf.Term{}, rdf.NewIRI(vocab.SHEntailment), rdf.Term{}) {
		c.errors = append(c.errors, Issue{
			Predicate: vocab.SHEntailment,
			Reason:    fmt.Sprintf("the shapes ask for the entailment %s, which is not supported: add the triples that it implies to the data, and remove this one", t.Object),
		})
	}
	for _, id := range c.instances(vocab.SHConstraintComponent) {
		if strings.HasPrefix(c.term(id).Value, vocab.NSSH) {
			continue
		}
		issue := Issue{Shape: c.term(id), Place: "the component " + c.text(c.term(id)), Reason: "constraint components of one's own are not part of SHACL Core"}
		if c.config.SkipUnsupported {
			issue.Reason += ", and are left out"
			c.shapes.warnings = append(c.shapes.warnings, issue)
		} else {
			c.errors = append(c.errors, issue)
		}
	}
}

// checkUse finds out which shapes are in use, and what of that is an error.
func (c *compiler) checkUse() {
	c.measure()
	used := make([]bool, len(c.shapes.shapes))
	var queue []*shape
	for _, s := range c.shapes.shapes {
		if len(s.targets) > 0 && !s.deactivated {
			c.shapes.targets = append(c.shapes.targets, s)
			queue = append(queue, s)
		}
	}
	for len(queue) > 0 {
		s := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if used[s.index] {
			continue
		}
		used[s.index] = true
		for _, r := range s.refers {
			queue = append(queue, r.shape)
		}
	}
	if len(c.shapes.shapes) > 0 && len(c.shapes.targets) == 0 {
		c.shapes.warnings = append(c.shapes.warnings, Issue{Reason: "no shape has a target, or is active: any data conforms"})
	}
	c.findParents()
	for _, s := range c.shapes.shapes {
		for i := range s.issues {
			s.issues[i].Place = c.place(s)
			if i < s.faults && used[s.index] {
				c.errors = append(c.errors, s.issues[i])
			} else {
				c.shapes.warnings = append(c.shapes.warnings, s.issues[i])
			}
		}
	}
}

// measure finds the height of each shape, from the lowest up. The shapes that are left contain themselves, or one that does.
func (c *compiler) measure() {
	above := make([][]*shape, len(c.shapes.shapes))
	waiting := make([]int, len(c.shapes.shapes))
	var ready []*shape
	for _, s := range c.shapes.shapes {
		for _, r := range s.refers {
			above[r.shape.index] = append(above[r.shape.index], s)
		}
		s.weight = len(s.constraints)
		if s.walk.edges != nil {
			s.weight = heavy
		}
		if waiting[s.index] = len(s.refers); waiting[s.index] == 0 {
			ready = append(ready, s)
		}
	}
	for len(ready) > 0 {
		s := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		if s.height == maxHeight+1 {
			c.fault(s, "", "more than %d shapes hang below each other", maxHeight)
		}
		for _, parent := range above[s.index] {
			parent.height = max(parent.height, s.height+1)
			parent.weight = min(parent.weight+s.weight, heavy)
			if waiting[parent.index]--; waiting[parent.index] == 0 {
				ready = append(ready, parent)
			}
		}
	}
	c.checkCircles(waiting)
}

// checkCircles looks for circles among the shapes that wait for others.
func (c *compiler) checkCircles(waiting []int) {
	walks := make([]int, len(waiting)) // in which walk a shape was met
	for i, s := range c.shapes.shapes {
		if waiting[i] == 0 {
			continue
		}
		s.height = maxHeight
		if c.config.Recursive {
			continue
		}
		var way []reference
		for walks[s.index] == 0 {
			walks[s.index] = i + 1
			next := slices.IndexFunc(s.refers, func(r reference) bool { return waiting[r.shape.index] > 0 })
			way = append(way, reference{s.refers[next].predicate, s})
			s = s.refers[next].shape
		}
		if walks[s.index] == i+1 {
			way = way[slices.IndexFunc(way, func(r reference) bool { return r.shape == s }):]
			c.fault(s, way[0].predicate, "the shape contains itself, on which SHACL is silent: %s", c.circle(way))
		}
	}
}

// circle is the way from a shape to itself, in words.
func (c *compiler) circle(way []reference) string {
	names := make([]string, 0, len(way)+1)
	for _, r := range way {
		names = append(names, c.text(r.shape.term))
	}
	const most = 10
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return strings.Join(append(names, c.text(way[0].shape.term)), " → ")
}

// findParents finds for each shape that others refer to the first of them.
func (c *compiler) findParents() {
	for _, s := range c.shapes.shapes {
		for _, r := range s.refers {
			if r.shape.parent == nil {
				r.shape.parent = s
			}
		}
	}
}

// farthestParent is how far above a shape without a name one with a name is looked for.
const farthestParent = 10

// place is a shape in words.
func (c *compiler) place(s *shape) string {
	if s.term.Kind != rdf.BlankNode {
		return "the shape " + c.text(s.term)
	}
	what := "a shape"
	if s.path != nil {
		what = "the property shape with path " + s.path.format(c.name)
	}
	for range farthestParent {
		if s = s.parent; s == nil {
			return what
		}
		if s.term.Kind != rdf.BlankNode {
			return what + " of " + c.text(s.term)
		}
		if s.path != nil {
			what += " in the property shape with path " + s.path.format(c.name)
		}
	}
	return what
}

// owner is the nearest shape with a name that a shape without a name is a part of; nil if there is none.
func (s *shape) owner() *shape {
	for range farthestParent {
		if s = s.parent; s == nil || s.term.Kind == rdf.IRI {
			return s
		}
	}
	return nil
}
