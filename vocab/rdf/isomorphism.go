package rdf

import (
	"cmp"
	"errors"
	"hash/fnv"
	"slices"
)

// ErrTooSymmetric says that two graphs could not be compared within a bounded number of steps: they have the same numbers
// of everything, and very many blank nodes that look alike.
var ErrTooSymmetric = errors.New("rdf: too many blank nodes look alike to compare the graphs")

// mostWork bounds the search: the number of pairs of blank nodes that are tried, times the number of statements.
const mostWork = 1_000_000

// Isomorphic reports whether two graphs are the same but for the labels of their blank nodes ([RDF 1.1 Concepts, 3.6]).
// Graphs are sets: order and repetition do not count. Two graphs that only a long search could tell apart are an
// [ErrTooSymmetric].
//
// [RDF 1.1 Concepts, 3.6]: https://www.w3.org/TR/rdf11-concepts/#graph-isomorphism
func Isomorphic(a, b []Triple) (bool, error) {
	return IsomorphicDatasets(asQuads(a), asQuads(b))
}

// IsomorphicDatasets reports whether two datasets are the same but for the labels of their blank nodes, those that name
// graphs included, as [Isomorphic] does for graphs.
func IsomorphicDatasets(a, b []Quad) (bool, error) {
	left, right := newColouring(a), newColouring(b)
	if len(left.quads) != len(right.quads) || len(left.nodes) != len(right.nodes) {
		return false, nil
	}
	left.refine()
	right.refine()
	m := matcher{left: mostWork}
	return m.match(left, right)
}

func asQuads(triples []Triple) []Quad {
	quads := make([]Quad, len(triples))
	for i, t := range triples {
		quads[i] = Quad{Triple: t}
	}
	return quads
}

// colouring is a dataset whose blank nodes have colours: nodes of different colours cannot stand for each other. Colours
// of two datasets are comparable when the same was done to both.
type colouring struct {
	quads []Quad
	// forms holds what each quad is made of, in the order of quads.
	forms []form
	// nodes lists the labels of the blank nodes, about lists for each the quads that mention it.
	nodes []string
	about [][]int
	// colour is the colour of each node, in the order of nodes.
	colour []uint64
}

// form is a quad with its terms as numbers, in the order subject, predicate, object, graph.
type form struct {
	// node is the blank node at each place, -1 for another term.
	node [4]int
	// hash stands for each term that is not a blank node.
	hash [4]uint64
}

// newColouring removes repetitions and gives all blank nodes the same colour.
func newColouring(quads []Quad) *colouring {
	c := &colouring{}
	index := map[string]int{}
	seen := make(map[Quad]struct{}, len(quads))
	for _, q := range quads {
		if _, ok := seen[q]; ok {
			continue
		}
		seen[q] = struct{}{}
		n := len(c.quads)
		c.quads = append(c.quads, q)
		c.forms = append(c.forms, form{})
		f := &c.forms[n]
		for place, t := range [4]Term{q.Subject, q.Predicate, q.Object, q.Graph} {
			if t.Kind != BlankNode {
				f.node[place], f.hash[place] = -1, hashTerm(t)
				continue
			}
			i, ok := index[t.Value]
			if !ok {
				i = len(c.nodes)
				index[t.Value] = i
				c.nodes = append(c.nodes, t.Value)
				c.about = append(c.about, nil)
			}
			f.node[place] = i
			if l := len(c.about[i]); l == 0 || c.about[i][l-1] != n {
				c.about[i] = append(c.about[i], n)
			}
		}
	}
	c.colour = make([]uint64, len(c.nodes))
	return c
}

// refine gives nodes different colours as long as what is said about them differs in the colours there are.
func (c *colouring) refine() {
	for count := c.count(); ; {
		c.step()
		now := c.count()
		if now == count {
			return
		}
		count = now
	}
}

// step makes the colour of each node depend on the statements about it.
func (c *colouring) step() {
	next := make([]uint64, len(c.colour))
	var said []uint64
	for i := range c.nodes {
		said = append(said[:0], c.colour[i])
		for _, n := range c.about[i] {
			said = append(said, c.view(n, i))
		}
		slices.Sort(said[1:])
		next[i] = mix(said...)
	}
	c.colour = next
}

// view is the hash of a quad as one of its blank nodes sees it; -1 is an onlooker.
func (c *colouring) view(quad, self int) uint64 {
	f := &c.forms[quad]
	parts := f.hash
	for i, node := range f.node {
		switch node {
		case -1:
		case self:
			parts[i] = 1
		default:
			parts[i] = mix(2, c.colour[node])
		}
	}
	return mix(parts[:]...)
}

func (c *colouring) count() int {
	colours := make(map[uint64]struct{}, len(c.colour))
	for _, colour := range c.colour {
		colours[colour] = struct{}{}
	}
	return len(colours)
}

// with is the colouring with one node singled out, and refined again.
func (c *colouring) with(node int) *colouring {
	d := *c
	d.colour = slices.Clone(c.colour)
	d.colour[node] = mix(d.colour[node], 3)
	d.refine()
	return &d
}

// classes groups the nodes by colour, in the order of colours.
func (c *colouring) classes() [][]int {
	order := make([]int, len(c.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.colour[a], c.colour[b]) })
	var classes [][]int
	for i, node := range order {
		if i == 0 || c.colour[node] != c.colour[order[i-1]] {
			classes = append(classes, nil)
		}
		classes[len(classes)-1] = append(classes[len(classes)-1], node)
	}
	return classes
}

// matcher searches for a mapping of blank nodes.
type matcher struct{ left int }

func (m *matcher) match(a, b *colouring) (bool, error) {
	left, right := a.classes(), b.classes()
	if len(left) != len(right) {
		return false, nil
	}
	smallest := -1
	for i := range left {
		if len(left[i]) != len(right[i]) || a.colour[left[i][0]] != b.colour[right[i][0]] {
			return false, nil
		}
		if len(left[i]) > 1 && (smallest < 0 || len(left[i]) < len(left[smallest])) {
			smallest = i
		}
	}
	if smallest < 0 {
		return sameUnder(a, b, left, right), nil
	}
	// All nodes of the class look alike: try what happens when the first on the left is each one on the right.
	chosen := a.with(left[smallest][0])
	for _, candidate := range right[smallest] {
		if m.left -= len(b.quads); m.left < 0 {
			return false, ErrTooSymmetric
		}
		if same, err := m.match(chosen, b.with(candidate)); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// sameUnder checks the mapping that pairs the nodes of classes of one: colours are hashes, and prove nothing.
func sameUnder(a, b *colouring, left, right [][]int) bool {
	names := make(map[string]string, len(left))
	for i := range left {
		names[a.nodes[left[i][0]]] = b.nodes[right[i][0]]
	}
	want := make(map[Quad]struct{}, len(b.quads))
	for _, q := range b.quads {
		want[q] = struct{}{}
	}
	for _, q := range a.quads {
		for _, t := range [4]*Term{&q.Subject, &q.Predicate, &q.Object, &q.Graph} {
			if t.Kind == BlankNode {
				t.Value = names[t.Value]
			}
		}
		if _, ok := want[q]; !ok {
			return false
		}
	}
	return true
}

func hashTerm(t Term) uint64 {
	h := fnv.New64a()
	for _, s := range [4]string{string(rune(t.Kind)), t.Value, string(t.Datatype), t.Lang} {
		_, _ = h.Write([]byte(s))
		_, _ = h.Write([]byte{0xff})
	}
	return h.Sum64()
}

// mix hashes numbers in their order.
func mix(numbers ...uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, n := range numbers {
		h ^= n
		h *= 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return h
}
