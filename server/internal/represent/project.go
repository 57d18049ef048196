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
	p.wantTemplates(wanted)
	projection := *p
	projection.root = *p.root.project(wanted, paths == nil, visible, map[projectionOf]*node{})
	projection.prefixes = projection.root.collect(nil, nil)
	projection.templates = projection.shownTemplates()
	projection.tabulate()
	return &projection
}

// maxDepth bounds how deep a record that nests itself is written.
const maxDepth = 64

type projectionOf struct {
	node *node
	all  bool
}

func (n *node) project(wanted map[string]bool, all bool, visible func(string) bool, done map[projectionOf]*node) *node {
	if out, ok := done[projectionOf{n, all}]; ok {
		return out
	}
	out := *n
	out.steps = nil
	done[projectionOf{n, all}] = &out
	for _, s := range n.steps {
		whole := all || wanted[s.path]
		if s.audience != "" && !visible(s.audience) || !whole && (s.node == nil || s.again) {
			continue
		}
		if s.node != nil {
			if s.node = s.node.project(wanted, whole, visible, done); len(s.node.steps) == 0 && !s.again {
				continue
			}
		}
		out.steps = append(out.steps, s)
	}
	return &out
}

// collect lists the prefixes that the steps use, sorted by name.
func (n *node) collect(into []Prefix, seen []*node) []Prefix {
	if slices.Contains(seen, n) {
		return into
	}
	seen = append(seen, n)
	into = include(into, n.prefixes)
	for _, s := range n.steps {
		into = include(into, s.prefixes)
		if s.node != nil {
			into = s.node.collect(into, seen)
		}
	}
	slices.SortFunc(into, func(a, b Prefix) int { return strings.Compare(a.Name, b.Name) })
	return into
}

// include adds the prefixes that are not there yet.
func include(into, prefixes []Prefix) []Prefix {
	for _, p := range prefixes {
		if !slices.Contains(into, p) {
			into = append(into, p)
		}
	}
	return into
}

// Prefixes are those that the plan's Turtle uses, sorted by name.
func (p *Plan) Prefixes() []Prefix { return p.prefixes }
