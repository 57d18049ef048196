package rdf

import (
	"iter"
	"math/rand/v2"
)

// comparison holds the statements of two datasets with numbers in place of terms, and the blank nodes of both together.
type comparison struct {
	// sides are the statements of each dataset, without repetitions: parts of one list.
	sides [2][]statement
	all   []statement
	// nodes is the number of blank nodes, the first of which are those of the first dataset.
	nodes, first int
	// about lists for each blank node the statements that mention it.
	about [][]int
	// seed makes hashes that nobody can foresee: whoever chooses the datasets does not choose where they collide.
	seed uint64
}

// statement has the terms of a quad in the order subject, predicate, object, graph: a positive number for a term that both
// datasets may share, and a negative one, made by [blank], for a blank node. 0 is the default graph.
type statement [4]int64

// blank turns the number of a blank node, from 0, into the number of a term, and the other way round.
func blank[N int | int64](n N) N { return ^n }

func newComparison(a, b iter.Seq[Quad]) *comparison {
	c := &comparison{seed: rand.Uint64()} //nolint:gosec // chance, not secrecy
	terms := newTermTable()
	var ends [2]int
	for side, quads := range [2]iter.Seq[Quad]{a, b} {
		labels := map[string]int64{}
		seen := map[statement]struct{}{}
		for q := range quads {
			var s statement
			for place, t := range [4]*Term{&q.Subject, &q.Predicate, &q.Object, &q.Graph} {
				switch t.Kind {
				case 0:
				case BlankNode:
					n, ok := labels[t.Value]
					if !ok {
						n = int64(c.nodes)
						labels[t.Value] = n
						c.nodes++
					}
					s[place] = blank(n)
				default:
					s[place] = int64(terms.intern(t))
				}
			}
			if _, ok := seen[s]; !ok {
				seen[s] = struct{}{}
				c.all = append(c.all, s)
			}
		}
		ends[side] = len(c.all)
		if side == 0 {
			c.first = c.nodes
		}
	}
	c.sides = [2][]statement{c.all[:ends[0]], c.all[ends[0]:]}
	c.about = make([][]int, c.nodes)
	for i, s := range c.all {
		for _, n := range s {
			if n >= 0 {
				continue
			}
			about := &c.about[blank(n)]
			if l := len(*about); l == 0 || (*about)[l-1] != i {
				*about = append(*about, i)
			}
		}
	}
	return c
}

// alike reports whether both sides have the same numbers of statements and nodes.
func (c *comparison) alike() bool {
	return len(c.sides[0]) == len(c.sides[1]) && 2*c.first == c.nodes
}

// nobody looks at a statement from outside.
const nobody = -1

// view is the hash of a statement as one of its blank nodes sees it: itself, the terms, and the colours of the other nodes.
func (c *comparison) view(s *statement, self int, colours []int) uint64 {
	h := c.seed
	for _, n := range s {
		v := uint64(n) << 1 //nolint:gosec // not negative
		if n < 0 {
			v = 1
			if node := int(blank(n)); node != self {
				v = uint64(colours[node])<<1 + 3 //nolint:gosec // not negative
			}
		}
		h = mix(h, v)
	}
	return h
}

// mix hashes a number into a hash.
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0xff51afd7ed558ccd
	return h ^ h>>32
}
