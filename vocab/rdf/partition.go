package rdf

import (
	"cmp"
	"math"
	"slices"
)

// partition divides the blank nodes of two datasets into classes of nodes that may stand for each other. It starts with one
// class, and divides classes as long as their members differ in what is said about them and the members of a class. In
// every class there are as many nodes of either dataset; where that cannot be, they are not isomorphic.
type partition struct {
	*comparison
	// nodes are all nodes, those of a class together; place is where each of them is, class the one it is in.
	nodes, place, class []int
	classes             []class
	// queue are the classes by which the others have yet to be divided.
	queue []int
	// touched are the nodes about which something is said by the class at hand, views the sum of what is said.
	touched   []int
	isTouched []bool
	views     []uint64
	// left is how many steps may still be taken.
	left int
	// right are the statements of the second dataset.
	right map[statement]struct{}
}

// class is a part of partition.nodes.
type class struct {
	first, size int
	// parent is the class that this one was taken from. It ends where this one begins, once what was taken from it later is
	// put back.
	parent int
	queued bool
}

// newPartition returns the partition with one class; both datasets must have the same number of nodes.
func newPartition(c *comparison) *partition {
	p := &partition{
		comparison: c,
		nodes:      make([]int, c.nodes),
		place:      make([]int, c.nodes),
		class:      make([]int, c.nodes),
		isTouched:  make([]bool, c.nodes),
		views:      make([]uint64, c.nodes),
		left:       math.MaxInt,
	}
	for i := range c.nodes {
		// One of either dataset in turn, so that one finds one of the other soon.
		p.place[i] = 2*(i%c.first) + i/c.first
		p.nodes[p.place[i]] = i
	}
	if c.nodes > 0 {
		p.classes = []class{{size: c.nodes}}
		p.enqueue(0)
	}
	return p
}

func (p *partition) enqueue(c int) {
	if !p.classes[c].queued {
		p.classes[c].queued = true
		p.queue = append(p.queue, c)
	}
}

func (p *partition) members(c int) []int {
	return p.nodes[p.classes[c].first:][:p.classes[c].size]
}

// refine divides classes by those in the queue until nothing differs any more. It returns false when the datasets turn out
// to differ, or when no steps are left. A class comes back into the queue only as the smaller part of what it was, which
// bounds the steps by the number of statements times its logarithm.
func (p *partition) refine() bool {
	for len(p.queue) > 0 {
		c := p.queue[len(p.queue)-1]
		p.queue = p.queue[:len(p.queue)-1]
		p.classes[c].queued = false
		p.lookFrom(c)
		if !p.divideTouched() || p.left < 0 {
			for _, c := range p.queue {
				p.classes[c].queued = false
			}
			p.queue = p.queue[:0]
			return false
		}
	}
	return true
}

// lookFrom collects what statements say about nodes and the members of a class.
func (p *partition) lookFrom(c int) {
	for _, n := range p.touched {
		p.isTouched[n], p.views[n] = false, 0
	}
	p.touched = p.touched[:0]
	for _, member := range p.members(c) {
		for _, i := range p.about[member] {
			s := &p.all[i]
			for _, n := range s {
				if n >= 0 {
					continue
				}
				node := int(blank(n))
				p.left--
				p.views[node] += p.view(s, node, p.class)
				if !p.isTouched[node] {
					p.isTouched[node] = true
					p.touched = append(p.touched, node)
				}
			}
		}
	}
}

// divideTouched divides the classes of the touched nodes, and reports whether the datasets may still be isomorphic.
func (p *partition) divideTouched() bool {
	slices.SortFunc(p.touched, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.class[a], p.class[b]), cmp.Compare(p.views[a], p.views[b]))
	})
	for rest := p.touched; len(rest) > 0; {
		c := p.class[rest[0]]
		n := run(rest, func(node int) bool { return p.class[node] == c })
		if !p.divide(c, rest[:n]) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// divide takes members out of a class that differ in what is said about them from those that stay.
func (p *partition) divide(c int, members []int) bool {
	sameView := func(view uint64) func(int) bool {
		return func(node int) bool { return p.views[node] == view }
	}
	if len(members) == p.classes[c].size {
		members = members[run(members, sameView(p.views[members[0]])):]
	}
	before := len(p.classes)
	for len(members) > 0 {
		n := run(members, sameView(p.views[members[0]]))
		if !p.take(c, members[:n]) {
			return false
		}
		members = members[n:]
	}
	// When the class was not to be looked from any more, what it said as a whole is known, and one part can be left out.
	largest := -1
	if !p.classes[c].queued {
		largest = c
		for i := before; i < len(p.classes); i++ {
			if p.classes[i].size > p.classes[largest].size {
				largest = i
			}
		}
	}
	if len(p.classes) > before && c != largest {
		p.enqueue(c)
	}
	for i := before; i < len(p.classes); i++ {
		if i != largest {
			p.enqueue(i)
		}
	}
	return true
}

// run returns the number of nodes at the start for which something holds.
func run(nodes []int, holds func(int) bool) int {
	if n := slices.IndexFunc(nodes, func(node int) bool { return !holds(node) }); n >= 0 {
		return n
	}
	return len(nodes)
}

// take makes some members of a class a class of their own, and reports whether as many of them are of either dataset.
func (p *partition) take(c int, members []int) bool {
	from := &p.classes[c]
	taken := len(p.classes)
	balance := 0
	for _, node := range members {
		last := p.nodes[from.first+from.size-1]
		p.nodes[p.place[node]], p.nodes[p.place[last]] = last, node
		p.place[node], p.place[last] = p.place[last], p.place[node]
		from.size--
		p.class[node] = taken
		if node < p.first {
			balance++
		} else {
			balance--
		}
	}
	p.classes = append(p.classes, class{first: from.first + from.size, size: len(members), parent: c})
	return balance == 0
}

// undo puts back what was taken out of classes since there were a number of them.
func (p *partition) undo(classes int) {
	for len(p.classes) > classes {
		last := len(p.classes) - 1
		parent := p.classes[last].parent
		for _, node := range p.members(last) {
			p.class[node] = parent
			p.left--
		}
		p.classes[parent].size += p.classes[last].size
		p.classes = p.classes[:last]
	}
}

// match searches for a way to pair up the nodes from a place on; those before it are paired up.
func (p *partition) match(at int) (bool, error) {
	for at < len(p.nodes) && p.classes[p.class[p.nodes[at]]].size == 2 {
		p.left--
		at += 2
	}
	if at == len(p.nodes) {
		return p.same(), nil
	}
	// All nodes of the class look alike: try what happens when one is each of those of the other dataset.
	node := p.nodes[at]
	c := p.class[node]
	isOther := func(other int) bool { return (other < p.first) != (node < p.first) }
	next := at + 1
	for !isOther(p.nodes[next]) {
		p.left--
		next++
	}
	candidate, classes := p.nodes[next], len(p.classes)
	var others []int
	for tried := 0; ; tried++ {
		p.take(c, []int{node, candidate})
		p.enqueue(classes)
		if p.refine() {
			if same, err := p.match(at); same || err != nil {
				return same, err
			}
		}
		if p.left < 0 {
			return false, ErrTooSymmetric
		}
		p.undo(classes)
		if tried == 0 {
			for _, other := range p.members(c) {
				if p.left--; isOther(other) && other != candidate {
					others = append(others, other)
				}
			}
		}
		if tried == len(others) {
			return false, nil
		}
		candidate = others[tried]
	}
}

// same checks the pairs of nodes when there is nothing but pairs: views are hashes, and prove nothing.
func (p *partition) same() bool {
	if p.right == nil {
		p.right = make(map[statement]struct{}, len(p.sides[1]))
		for _, s := range p.sides[1] {
			p.right[s] = struct{}{}
		}
	}
	for _, s := range p.sides[0] {
		p.left--
		for place, n := range s {
			if n >= 0 {
				continue
			}
			pair := p.members(p.class[blank(n)])
			s[place] = blank(int64(max(pair[0], pair[1]))) // those of the second dataset have the higher numbers
		}
		if _, ok := p.right[s]; !ok {
			return false
		}
	}
	return true
}
