package rdf

import "slices"

// index holds triples by the node at one end, their subject or their object: for each the predicates, and beside each the
// node at the other end, sorted by both.
type index struct {
	// first is by ID: the triples of a node begin at first[id], and end where those of the next node begin.
	first            []uint32
	predicates, ends []ID
}

// newIndex makes an index of rows that are sorted by a place, their predicates, and another place.
func newIndex(rows []row, by, end, terms int) index {
	x := index{
		first:      make([]uint32, terms+1),
		predicates: make([]ID, len(rows)),
		ends:       make([]ID, len(rows)),
	}
	for i, r := range rows {
		x.first[r[by]+1]++
		x.predicates[i], x.ends[i] = r[1], r[end]
	}
	for i := 1; i < len(x.first); i++ {
		x.first[i] += x.first[i-1]
	}
	return x
}

func (x *index) row(id ID) (predicates, ends []ID) {
	if int(id)+1 >= len(x.first) {
		return nil, nil
	}
	i, j := x.first[id], x.first[id+1]
	return x.predicates[i:j:j], x.ends[i:j:j]
}

func (x *index) find(id, predicate ID) []ID {
	predicates, ends := x.row(id)
	rest := from(predicates, predicate)
	i := len(predicates) - len(rest)
	j := len(predicates)
	if i < j && predicates[j-1] != predicate {
		j -= len(from(rest, predicate+1))
	}
	return ends[i:j:j]
}

// short is the length up to which looking at one after the other is the faster way to search.
const short = 16

// from returns the IDs from the first one on that is not less than id.
func from(ids []ID, id ID) []ID {
	i, j := 0, len(ids)
	for j-i > short {
		if middle := int(uint(i+j) / 2); ids[middle] < id {
			i = middle + 1
		} else {
			j = middle
		}
	}
	for i < j && ids[i] < id {
		i++
	}
	return ids[i:]
}

// has reports whether sorted IDs contain one.
func has(ids []ID, id ID) bool {
	rest := from(ids, id)
	return len(rest) > 0 && rest[0] == id
}

// column holds the nodes that occur with each predicate.
type column struct {
	predicates []ID
	// first is where the nodes of each predicate begin, and where the last ones end.
	first []uint32
	nodes []ID
}

// newColumn makes a column of rows that are sorted by their predicates and a place.
func newColumn(rows []row, place int) column {
	var c column
	for i, r := range rows {
		switch {
		case i == 0 || r[1] != rows[i-1][1]:
			c.predicates = append(c.predicates, r[1])
			c.first = append(c.first, uint32(len(c.nodes))) //nolint:gosec // bounded by mostTriples
		case r[place] == rows[i-1][place]:
			continue
		}
		c.nodes = append(c.nodes, r[place])
	}
	c.first = append(c.first, uint32(len(c.nodes))) //nolint:gosec // bounded by mostTriples
	c.nodes = slices.Clip(c.nodes)
	return c
}

func (c *column) find(predicate ID) []ID {
	i, ok := slices.BinarySearch(c.predicates, predicate)
	if !ok {
		return nil
	}
	return c.nodes[c.first[i]:c.first[i+1]:c.first[i+1]]
}
