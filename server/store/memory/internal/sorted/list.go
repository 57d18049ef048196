package sorted

// List is an immutable list of items in ascending order without duplicates. It is safe for concurrent use. The zero List
// can't be used: make one with [New].
type List[E any] struct {
	compare func(a, b *E) int
	root    *node[E] // nil when the list is empty
}

// node is a leaf, with items, or a branch, with the first item of each of its children.
type node[E any] struct {
	items    []E
	children []*node[E]
	ends     []int // the number of items in each child and all those before it
}

// capacity is how many items a leaf, and how many children a branch has at most; smallest is how many a node has at
// least after a change, unless it is alone.
const (
	capacity = 96
	smallest = capacity / 4
)

// New returns the empty list in the order of a function, which returns a negative number, 0 or a positive number as a
// comes before, is the same as, or comes after b.
func New[E any](compare func(a, b *E) int) List[E] { return List[E]{compare: compare} }

// Len returns the number of items.
func (l List[E]) Len() int { return l.root.size() }

func (n *node[E]) size() int {
	switch {
	case n == nil:
		return 0
	case n.children == nil:
		return len(n.items)
	default:
		return n.ends[len(n.ends)-1]
	}
}

// before returns the number of items before child i.
func (n *node[E]) before(i int) int {
	if i == 0 {
		return 0
	}
	return n.ends[i-1]
}

// At returns the item at a position, 0 ≤ i < Len.
func (l List[E]) At(i int) *E {
	n := l.root
	for n.children != nil {
		child := n.childAt(i)
		i -= n.before(child)
		n = n.children[child]
	}
	return &n.items[i]
}

// childAt returns the child that holds position i.
func (n *node[E]) childAt(i int) int {
	low, high := 0, len(n.ends)-1
	for low < high {
		if middle := int(uint(low+high) >> 1); n.ends[middle] <= i {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// Search returns the position of the first item for which the condition holds, Len if there is none. The condition must
// not hold for any item before one for which it does not.
func (l List[E]) Search(condition func(*E) bool) int {
	position := 0
	for n := l.root; n != nil; {
		i := n.first(condition)
		if n.children == nil {
			return position + i
		}
		if i == 0 {
			return position
		}
		i-- // it holds for the next child's first item, or there is no next: the border is in this one, or right behind it
		position += n.before(i)
		n = n.children[i]
	}
	return position
}

func (n *node[E]) first(condition func(*E) bool) int {
	low, high := 0, len(n.items)
	for low < high {
		if middle := int(uint(low+high) >> 1); condition(&n.items[middle]) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Find returns the item for which order is 0, or nil. The function returns a negative number for the items before the
// wanted one and a positive number for those behind it.
func (l List[E]) Find(order func(*E) int) *E {
	behind := func(item *E) bool { return order(item) > 0 }
	for n := l.root; n != nil; {
		i := n.first(behind)
		if i == 0 {
			return nil
		}
		i--
		if n.children == nil {
			if order(&n.items[i]) != 0 {
				return nil
			}
			return &n.items[i]
		}
		n = n.children[i]
	}
	return nil
}

// search returns the place of an item among the node's items, and whether it is there.
func (n *node[E]) search(compare func(a, b *E) int, item *E) (int, bool) {
	low, high := 0, len(n.items)
	for low < high {
		middle := int(uint(low+high) >> 1)
		switch c := compare(&n.items[middle], item); {
		case c == 0:
			return middle, true
		case c < 0:
			low = middle + 1
		default:
			high = middle
		}
	}
	return low, false
}

// Ascend calls yield with each item from a position on, in ascending order, until yield returns false.
func (l List[E]) Ascend(from int, yield func(*E) bool) {
	if l.root != nil {
		l.root.ascend(from, yield)
	}
}

func (n *node[E]) ascend(from int, yield func(*E) bool) bool {
	if n.children == nil {
		for i := from; i < len(n.items); i++ {
			if !yield(&n.items[i]) {
				return false
			}
		}
		return true
	}
	if from >= n.size() {
		return true
	}
	for i := n.childAt(from); i < len(n.children); i++ {
		if !n.children[i].ascend(max(from-n.before(i), 0), yield) {
			return false
		}
	}
	return true
}

// Descend calls yield with each item before a position, in descending order, until yield returns false.
func (l List[E]) Descend(before int, yield func(*E) bool) {
	if l.root != nil && before > 0 {
		l.root.descend(before, yield)
	}
}

func (n *node[E]) descend(before int, yield func(*E) bool) bool {
	if n.children == nil {
		for i := min(before, len(n.items)) - 1; i >= 0; i-- {
			if !yield(&n.items[i]) {
				return false
			}
		}
		return true
	}
	for i := n.childAt(before - 1); i >= 0; i-- {
		if !n.children[i].descend(before-n.before(i), yield) {
			return false
		}
	}
	return true
}
