package memory

import (
	"slices"
	"sort"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

// sequence is all that a query selects, in its order: one or two runs of an index, or a list that was worked out.
type sequence struct {
	runs   [2]run
	result []*entry
}

// run is a stretch of an index, low ≤ position < high. Turned around, it is in descending order of the keys but still in
// ascending order of the identifiers under each key.
type run struct {
	index     sorted.List[item]
	low, high int
	around    bool
}

func (s *sequence) size() int { return s.runs[0].size() + s.runs[1].size() + len(s.result) }

// append appends as many entries as limit says, from a place in the sequence on.
func (s *sequence) append(dst []*entry, offset, limit int) []*entry {
	if s.result != nil {
		offset = min(offset, len(s.result))
		return append(dst, s.result[offset:min(offset+limit, len(s.result))]...)
	}
	for i := range s.runs {
		r := &s.runs[i]
		if size := r.size(); offset < size && limit > 0 {
			take := min(limit, size-offset)
			dst = r.append(dst, offset, take)
			limit -= take
			offset = 0
		} else {
			offset -= size
		}
	}
	return dst
}

func (r *run) size() int { return r.high - r.low }

// append appends limit entries from a place in the run on; the run has them.
func (r *run) append(dst []*entry, offset, limit int) []*entry {
	if !r.around {
		return r.ascend(dst, r.low+offset, limit)
	}
	// The first key, of which some resources may lie before the place.
	key := r.index.At(r.high - 1 - offset).key
	first, end := r.group(key)
	skip := offset - (r.high - end)
	take := min(limit, end-first-skip)
	dst = r.ascend(dst, first+skip, take)
	if limit -= take; limit == 0 {
		return dst
	}
	return r.descend(dst, first, limit)
}

// group returns where the resources with a key begin and end in the run.
func (r *run) group(key store.Value) (first, end int) {
	return max(r.low, from(r.index, key)), min(r.high, behind(r.index, key))
}

func (r *run) ascend(dst []*entry, position, limit int) []*entry {
	if limit == 0 {
		return dst
	}
	r.index.Ascend(position, func(i *item) bool {
		dst = append(dst, i.entry)
		limit--
		return limit > 0
	})
	return dst
}

// descend appends limit entries, those with the greatest key below a position first. It walks down, and turns the
// resources with the same key around when it leaves them; those it can't see the end of are taken from the other side.
func (r *run) descend(dst []*entry, below, limit int) []*entry {
	start, seen := len(dst), 0 // where the current key's entries begin in dst, how many items were seen
	var key store.Value
	complete := false
	r.index.Descend(below, func(i *item) bool {
		if below-seen == r.low {
			complete = true
			return false
		}
		if seen == 0 || store.Compare(i.key, key) != 0 {
			slices.Reverse(dst[start:])
			start, key = len(dst), i.key
			if seen >= limit {
				complete = true
				return false
			}
		}
		if seen >= limit {
			return false
		}
		dst = append(dst, i.entry)
		seen++
		return true
	})
	if complete || below-seen == r.low {
		slices.Reverse(dst[start:])
		return dst
	}
	missing := len(dst) - start
	first, _ := r.group(key)
	return r.ascend(dst[:start], first, missing)
}

// upTo returns the number of entries of the run up to and with a key and an identifier.
func (r *run) upTo(key store.Value, id string) int {
	at := behindItem(r.index, key, id)
	if !r.around {
		return min(max(at, r.low), r.high) - r.low
	}
	first, end := from(r.index, key), behind(r.index, key)
	first, at, end = min(max(first, r.low), r.high), min(max(at, r.low), r.high), min(max(end, r.low), r.high)
	return (r.high - end) + (at - first)
}

// upTo returns the number of entries of the sequence up to and with a place: the values of the order's keys and an
// identifier.
func (s *sequence) upTo(order []orderKey, place []store.Value) int {
	if s.result != nil {
		return sort.Search(len(s.result), func(i int) bool { return compareToPlace(order, s.result[i], place) > 0 })
	}
	id := place[len(place)-1].String()
	switch {
	case len(order) == 0: // one key for all, in the order of the identifiers
		r := &s.runs[0]
		if r.size() == 0 {
			return 0
		}
		return r.upTo(r.index.At(r.low).key, id)
	case place[0].IsAbsent():
		return s.runs[0].size() + s.runs[1].upTo(place[0], id)
	default:
		return s.runs[0].upTo(place[0], id)
	}
}
