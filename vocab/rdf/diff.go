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
	quads := func(triples []Triple) []Quad { return slices.Collect(inDefaultGraph(slices.Values(triples))) }
	return DiffDatasets(quads(want), quads(got))
}

// DiffDatasets compares two datasets as [Diff] compares graphs, in N-Quads.
func DiffDatasets(want, got []Quad) string {
	same, err := IsomorphicDatasets(want, got)
	if same {
		return ""
	}
	d := newDifference(want, got)
	// Blank nodes look alike at first, then less and less so: the first view that shows a difference shows the smallest.
	for work, seen := 0, 0; work < mostWork; work += len(d.all) {
		if lines := d.lines(); lines != "" {
			return lines
		}
		colours := d.step()
		if colours == seen {
			break
		}
		seen = colours
	}
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("the graphs have the same statements, but their blank nodes are connected differently:\n- %s\n+ %s",
		strings.Join(sortedLines(d.text[0]), "\n- "), strings.Join(sortedLines(d.text[1]), "\n+ "))
}

// difference looks for the statements that differ.
type difference struct {
	*comparison
	// text has the statements of each side.
	text [2][]Quad
	// colour tells blank nodes apart by what is said about them.
	colour []int
}

func newDifference(want, got []Quad) *difference {
	d := &difference{text: [2][]Quad{distinct(want), distinct(got)}}
	d.comparison = newComparison(slices.Values(d.text[0]), slices.Values(d.text[1]))
	d.colour = make([]int, d.nodes)
	return d
}

func distinct(quads []Quad) []Quad {
	seen := make(map[Quad]struct{}, len(quads))
	var out []Quad
	for _, q := range quads {
		if _, ok := seen[q]; !ok {
			seen[q] = struct{}{}
			out = append(out, q)
		}
	}
	return out
}

// step makes the colour of each node depend on the statements about it, and returns the number of colours.
func (d *difference) step() int {
	numbers := map[uint64]int{}
	next := make([]int, len(d.colour))
	for node := range next {
		said := uint64(0)
		for _, i := range d.about[node] {
			said += d.view(&d.all[i], node, d.colour)
		}
		key := mix(mix(d.seed, uint64(d.colour[node])), said) //nolint:gosec // not negative
		n, ok := numbers[key]
		if !ok {
			n = len(numbers)
			numbers[key] = n
		}
		next[node] = n
	}
	d.colour = next
	return len(numbers)
}

// lines lists the statements that do not pair up when blank nodes of the same colour are the same.
func (d *difference) lines() string {
	balance := map[uint64]int{}
	for i := range d.sides[1] {
		balance[d.view(&d.sides[1][i], nobody, d.colour)]++
	}
	var out []string
	for i, q := range d.text[0] {
		key := d.view(&d.sides[0][i], nobody, d.colour)
		if balance[key] > 0 {
			balance[key]--
		} else {
			out = append(out, "- "+q.String())
		}
	}
	for i, q := range d.text[1] {
		if key := d.view(&d.sides[1][i], nobody, d.colour); balance[key] > 0 {
			balance[key]--
			out = append(out, "+ "+q.String())
		}
	}
	// By statement, so that an old value stands beside the new one.
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(a[2:]+a[:1], b[2:]+b[:1]) })
	return strings.Join(out, "\n")
}

func sortedLines(quads []Quad) []string {
	out := make([]string, len(quads))
	for i, q := range quads {
		out[i] = q.String()
	}
	slices.Sort(out)
	return out
}
