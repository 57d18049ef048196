package core

import "github.com/hydrant-ld/hydrant/vocab/rdf"

// validateProperty validates a node against a property shape. Nested says that the node may be a value of several focus nodes,
// so that it pays to remember that it conforms.
func (r *run) validateProperty(s *shape, node rdf.ID, nested bool) {
	if !nested || s.height == 0 {
		r.validate(s, node)
		return
	}
	p, met := pair{s.index, node}, len(r.trail)
	if r.known[p] || r.isAssumed(p) {
		return
	}
	before := r.violations
	r.depth++
	r.validate(s, node)
	r.depth--
	switch {
	case r.violations > before || r.done:
		r.forget(met)
	case !r.shapes.recursive:
		r.known[p] = true
	}
}

// isAssumed says that a pair is taken to conform: it was met before on the way from this focus node, or it lies too deep. It
// assumes so from now on.
func (r *run) isAssumed(p pair) bool {
	if !r.shapes.recursive {
		return false
	}
	if r.depth >= MaxDepth {
		r.cut = true
		return true
	}
	if _, ok := r.assumed[p]; ok {
		return true
	}
	r.assumed[p] = struct{}{}
	r.trail = append(r.trail, p)
	return false
}

// forget takes back what was assumed since the trail had a length: it may rest on a pair that turned out not to conform.
func (r *run) forget(since int) {
	for _, p := range r.trail[since:] {
		delete(r.assumed, p)
	}
	r.trail = r.trail[:since]
}

// conforms says whether a node conforms to a shape.
//
// With shapes that contain themselves, a node that is met again conforms unless it is known that it does not: what is violated
// is found at the first meeting, and every shape on the way there does not hold either.
func (r *run) conforms(s *shape, node rdf.ID) bool {
	if s.deactivated {
		return true
	}
	p, met := pair{s.index, node}, len(r.trail)
	remember := s.worth()
	if remember {
		if verdict, ok := r.known[p]; ok {
			return verdict
		}
		if r.isAssumed(p) {
			return true
		}
	}
	violations, quiet, done := r.violations, r.quiet, r.done
	r.quiet, r.done = true, false
	r.depth++
	r.validate(s, node)
	r.depth--
	verdict := r.violations == violations
	r.violations, r.quiet, r.done = violations, quiet, done || r.err != nil
	if !remember || r.err != nil {
		return verdict
	}
	if !verdict {
		r.forget(met)
	}
	if !verdict || !r.shapes.recursive {
		r.known[p] = verdict
	}
	return verdict
}

func (r *run) conformsToAll(shapes []*shape, node rdf.ID) bool {
	for _, s := range shapes {
		if !r.conforms(s, node) {
			return false
		}
	}
	return true
}

func (r *run) conformsToAny(shapes []*shape, node rdf.ID) bool {
	for _, s := range shapes {
		if r.conforms(s, node) {
			return true
		}
	}
	return false
}

func (r *run) conformsToOne(shapes []*shape, node rdf.ID) bool {
	count := 0
	for _, s := range shapes {
		if r.conforms(s, node) {
			if count++; count > 1 {
				return false
			}
		}
	}
	return count == 1
}
