package rdf

import (
	"fmt"
	"slices"
	"strings"
)

// Diff compares two graphs for a person, in a test above all: it returns "" when they are isomorphic, and otherwise one line
// a statement, sorted, in N-Triples: "- " for one that is in want and missing in got, "+ " for one that is in got only.
// Blank nodes that are described alike count as the same, so that one difference is one line, and not one for every
// statement around it.
func Diff(want, got []Triple) string {
	same, err := Isomorphic(want, got)
	if same {
		return ""
	}
	left, right := newColouring(asQuads(want)), newColouring(asQuads(got))
	// Blank nodes look alike at first, then less and less so: the first view that shows a difference shows the smallest.
	for range max(len(left.nodes), len(right.nodes)) + 1 {
		if lines := differences(left, right); lines != "" {
			return lines
		}
		left.step()
		right.step()
	}
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("the graphs have the same statements, but their blank nodes are connected differently:\n- %s\n+ %s",
		strings.Join(lines(left), "\n- "), strings.Join(lines(right), "\n+ "))
}

// differences lists the quads whose coloured forms do not pair up.
func differences(left, right *colouring) string {
	balance := map[uint64]int{}
	for n := range right.quads {
		balance[right.view(n, -1)]++
	}
	var out []string
	for n, q := range left.quads {
		key := left.view(n, -1)
		if balance[key] > 0 {
			balance[key]--
		} else {
			out = append(out, "- "+q.String())
		}
	}
	for n, q := range right.quads {
		if key := right.view(n, -1); balance[key] > 0 {
			balance[key]--
			out = append(out, "+ "+q.String())
		}
	}
	// By statement, so that an old value stands beside the new one.
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(a[2:]+a[:1], b[2:]+b[:1]) })
	return strings.Join(out, "\n")
}

func lines(c *colouring) []string {
	out := make([]string, len(c.quads))
	for i, q := range c.quads {
		out[i] = q.String()
	}
	slices.Sort(out)
	return out
}
