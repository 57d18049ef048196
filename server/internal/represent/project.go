package represent

import (
	"slices"
	"strings"
)

// Project returns a plan of the properties at the given dotted paths (a group with all its members), or of all when paths
// is nil, without those that an audience may not see. It shares what it can with p.
func (p *Plan) Project(paths []string, visible func(audience string) bool) *Plan {
	wanted := map[string]bool{}
	for _, path := range paths {
		wanted[path] = true
	}
	projection := *p
	projection.root = p.root.project(wanted, paths == nil, visible, 0)
	projection.prefixes = projection.root.collect(nil, nil)
	return &projection
}

// maxDepth bounds how deep a projection of a type that nests itself goes.
const maxDepth = 64

func (n *node) project(wanted map[string]bool, all bool, visible func(string) bool, depth int) node {
	out := *n
	out.steps = nil
	for _, s := range n.steps {
		if s.audience != "" && !visible(s.audience) {
			continue
		}
		whole := all || wanted[s.path]
		if s.node == nil {
			if whole {
				out.steps = append(out.steps, s)
			}
			continue
		}
		if whole && !s.node.restricted(nil) {
			out.steps = append(out.steps, s)
			continue
		}
		if depth == maxDepth {
			continue
		}
		inner := s.node.project(wanted, whole, visible, depth+1)
		if len(inner.steps) > 0 {
			s.node = &inner
			out.steps = append(out.steps, s)
		}
	}
	return out
}

// restricted says whether some audience may not see all of a node.
func (n *node) restricted(seen []*node) bool {
	if slices.Contains(seen, n) {
		return false
	}
	seen = append(seen, n)
	return slices.ContainsFunc(n.steps, func(s step) bool {
		return s.audience != "" || s.node != nil && s.node.restricted(seen)
	})
}

// Restricted says whether some property is reserved to an audience.
func (p *Plan) Restricted() bool { return p.root.restricted(nil) }

// collect lists the prefixes that the steps use, sorted by name.
func (n *node) collect(into []Prefix, seen []*node) []Prefix {
	if slices.Contains(seen, n) {
		return into
	}
	seen = append(seen, n)
	for _, s := range n.steps {
		for _, p := range s.prefixes {
			if !slices.Contains(into, p) {
				into = append(into, p)
			}
		}
		if s.node != nil {
			into = s.node.collect(into, seen)
		}
	}
	slices.SortFunc(into, func(a, b Prefix) int { return strings.Compare(a.Name, b.Name) })
	return into
}

// Prefixes are those that the plan's Turtle uses, sorted by name.
func (p *Plan) Prefixes() []Prefix { return p.prefixes }
