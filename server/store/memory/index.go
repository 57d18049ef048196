package memory

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

// item is a resource under one of its keys in an index. Items are in the order of their keys, those with the same key in
// the order of their identifiers.
type item struct {
	key   store.Value
	entry *entry
}

func compareItems(a, b *item) int {
	if c := store.Compare(a.key, b.key); c != 0 {
		return c
	}
	return strings.Compare(a.entry.id, b.entry.id)
}

// replacement is an entry that takes the place of another: the first is nil for a new resource, the second for a
// deleted one.
type replacement struct{ before, after *entry }

// keys calls add with each key of a resource in the column's index; a key may come twice.
func (c *column) keys(e *entry, add func(store.Value)) {
	found := false
	store.Each(c.property, e.resource, func(v store.Value) bool {
		found = true
		add(v)
		return c.many // of a property with one value the first counts
	})
	if !found && c.absent {
		add(store.Value{})
	}
}

// replace returns an index after replacements.
func replace(index sorted.List[item], replacements []replacement, keys func(*entry, func(store.Value))) sorted.List[item] {
	changes := make([]sorted.Change[item], 0, 2*len(replacements))
	for _, r := range replacements {
		if r.before != nil {
			keys(r.before, func(key store.Value) {
				changes = append(changes, sorted.Change[item]{Item: item{key, r.before}, Remove: true})
			})
		}
		if r.after != nil {
			keys(r.after, func(key store.Value) {
				changes = append(changes, sorted.Change[item]{Item: item{key, r.after}})
			})
		}
	}
	slices.SortFunc(changes, func(a, b sorted.Change[item]) int {
		if c := compareItems(&a.Item, &b.Item); c != 0 || a.Remove == b.Remove {
			return c
		}
		if a.Remove {
			return -1
		}
		return 1
	})
	// Of several changes to the same place the last counts: a resource that keeps its key is set, not removed.
	kept := changes[:0]
	for i := range changes {
		if i+1 == len(changes) || compareItems(&changes[i].Item, &changes[i+1].Item) != 0 {
			kept = append(kept, changes[i])
		}
	}
	return index.Apply(kept)
}

// The positions in an index at which values begin and end.

// from returns the position of the first item whose key is not less than v.
func from(index sorted.List[item], v store.Value) int {
	return index.Search(func(i *item) bool { return store.Compare(i.key, v) >= 0 })
}

// behind returns the position of the first item whose key is greater than v.
func behind(index sorted.List[item], v store.Value) int {
	return index.Search(func(i *item) bool { return store.Compare(i.key, v) > 0 })
}

// behindItem returns the position of the first item behind a key with an identifier.
func behindItem(index sorted.List[item], v store.Value, id string) int {
	return index.Search(func(i *item) bool {
		c := store.Compare(i.key, v)
		return c > 0 || c == 0 && i.entry.id > id
	})
}
