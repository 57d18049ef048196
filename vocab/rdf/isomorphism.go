package rdf

import (
	"errors"
	"iter"
	"slices"
)

// ErrTooSymmetric says that two graphs could not be compared within a bounded number of steps: they have the same numbers
// of everything, and very many blank nodes that look alike.
var ErrTooSymmetric = errors.New("rdf: too many blank nodes look alike to compare the graphs")

// mostWork bounds a search in steps, each of which looks at one statement or one node.
const mostWork = 10_000_000

// Isomorphic reports whether two graphs are the same but for the labels of their blank nodes ([RDF 1.1 Concepts, 3.6]).
// Graphs are sets: order and repetition do not count. Two graphs that only a long search could tell apart are an
// [ErrTooSymmetric]; what does not look alike is told apart, or found to be the same, in nearly linear time.
//
// [RDF 1.1 Concepts, 3.6]: https://www.w3.org/TR/rdf11-concepts/#graph-isomorphism
func Isomorphic(a, b []Triple) (bool, error) {
	return isomorphic(inDefaultGraph(slices.Values(a)), inDefaultGraph(slices.Values(b)))
}

// IsomorphicDatasets reports whether two datasets are the same but for the labels of their blank nodes, those that name
// graphs included, as [Isomorphic] does for graphs.
func IsomorphicDatasets(a, b []Quad) (bool, error) {
	return isomorphic(slices.Values(a), slices.Values(b))
}

// Isomorphic reports whether two graphs are the same but for the labels of their blank nodes, as the function [Isomorphic]
// does.
func (g *Graph) Isomorphic(other *Graph) (bool, error) {
	if g.Len() != other.Len() || g.Terms() != other.Terms() {
		return false, nil
	}
	return isomorphic(inDefaultGraph(g.All()), inDefaultGraph(other.All()))
}

// Isomorphic reports whether two datasets are the same but for the labels of their blank nodes, as the function
// [IsomorphicDatasets] does.
func (d *Dataset) Isomorphic(other *Dataset) (bool, error) {
	if d.Len() != other.Len() {
		return false, nil
	}
	return isomorphic(d.All(), other.All())
}

func inDefaultGraph(triples iter.Seq[Triple]) iter.Seq[Quad] {
	return func(yield func(Quad) bool) {
		for t := range triples {
			if !yield(Quad{Triple: t}) {
				return
			}
		}
	}
}

func isomorphic(a, b iter.Seq[Quad]) (bool, error) {
	c := newComparison(a, b)
	if !c.alike() {
		return false, nil
	}
	p := newPartition(c)
	if !p.refine() {
		return false, nil
	}
	p.left = mostWork
	return p.match(0)
}
