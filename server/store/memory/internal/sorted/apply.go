package sorted

// Change is an item to set, in the place of one that is the same, or to remove, if there is one that is the same.
type Change[E any] struct {
	Item   E
	Remove bool
}

// Apply returns the list with changes made to it. They must be in ascending order, without two of the same item. One
// change costs a logarithmic number of steps, and so many that every node is touched cost no more than building the
// list: it is also how a list is filled.
func (l List[E]) Apply(changes []Change[E]) List[E] {
	if len(changes) == 0 {
		return l
	}
	root := l.root
	if root == nil {
		root = &node[E]{}
	}
	nodes := root.apply(l.compare, changes)
	for len(nodes) > 1 {
		nodes = branches(nodes)
	}
	if len(nodes) == 0 {
		return List[E]{compare: l.compare}
	}
	root = nodes[0]
	for len(root.children) == 1 {
		root = root.children[0]
	}
	return List[E]{compare: l.compare, root: root}
}

// apply returns the nodes that take the place of this one: none when it is left empty, several when it got too large.
func (n *node[E]) apply(compare func(a, b *E) int, changes []Change[E]) []*node[E] {
	if n.children == nil {
		return n.applyToLeaf(compare, changes)
	}
	children := make([]*node[E], 0, len(n.children)+1)
	next, small := 0, false
	for len(changes) > 0 {
		i, found := n.search(compare, &changes[0].Item)
		if !found && i > 0 {
			i--
		}
		children = append(children, n.children[next:i]...)
		mine := len(changes)
		if i+1 < len(n.children) {
			mine = countBefore(compare, changes, &n.items[i+1])
		}
		for _, changed := range n.children[i].apply(compare, changes[:mine]) {
			small = small || changed.width() < smallest
			children = append(children, changed)
		}
		changes, next = changes[mine:], i+1
	}
	children = append(children, n.children[next:]...)
	if small {
		children = joinSmall(children)
	}
	return branches(children)
}

// countBefore returns how many changes concern items before the given one.
func countBefore[E any](compare func(a, b *E) int, changes []Change[E], item *E) int {
	low, high := 0, len(changes)
	for low < high {
		if middle := int(uint(low+high) >> 1); compare(&changes[middle].Item, item) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (n *node[E]) applyToLeaf(compare func(a, b *E) int, changes []Change[E]) []*node[E] {
	merged := make([]E, 0, len(n.items)+len(changes))
	rest := node[E]{items: n.items}
	for i := range changes {
		place, found := rest.search(compare, &changes[i].Item)
		merged = append(merged, rest.items[:place]...)
		if found {
			place++
		}
		rest.items = rest.items[place:]
		if !changes[i].Remove {
			merged = append(merged, changes[i].Item)
		}
	}
	return leaves(append(merged, rest.items...))
}

// width is the number of items of a leaf or of children of a branch.
func (n *node[E]) width() int { return len(n.items) }

// joinSmall joins nodes that are too small with a neighbour.
func joinSmall[E any](nodes []*node[E]) []*node[E] {
	joined := nodes[:0:0]
	for _, n := range nodes {
		last := len(joined) - 1
		if last < 0 || n.width() >= smallest && joined[last].width() >= smallest {
			joined = append(joined, n)
			continue
		}
		before := joined[last]
		joined = joined[:last]
		if n.children == nil {
			joined = append(joined, leaves(concat(before.items, n.items))...)
		} else {
			joined = append(joined, branches(concat(before.children, n.children))...)
		}
	}
	return joined
}

func concat[S any](a, b []S) []S { return append(append(make([]S, 0, len(a)+len(b)), a...), b...) }

// leaves makes leaves of items.
func leaves[E any](items []E) []*node[E] {
	return divide(items, func(part []E) *node[E] { return &node[E]{items: part} })
}

// branches makes branches of nodes.
func branches[E any](nodes []*node[E]) []*node[E] {
	return divide(nodes, func(children []*node[E]) *node[E] {
		n := &node[E]{items: make([]E, len(children)), children: children, ends: make([]int, len(children))}
		total := 0
		for i, child := range children {
			total += child.size()
			n.items[i], n.ends[i] = child.items[0], total
		}
		return n
	})
}

// divide makes nodes of even size that are at most three quarters full, so that there is room to grow; what fits into
// one node stays together.
func divide[S, N any](parts []S, make1 func([]S) N) []N {
	if len(parts) == 0 {
		return nil
	}
	count := 1
	if len(parts) > capacity {
		const comfortable = capacity * 3 / 4
		count = (len(parts) + comfortable - 1) / comfortable
	}
	nodes := make([]N, count)
	for i := range nodes {
		from, to := len(parts)*i/count, len(parts)*(i+1)/count
		nodes[i] = make1(parts[from:to:to])
	}
	return nodes
}
