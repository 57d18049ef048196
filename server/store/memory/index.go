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

// items calls add with each item of a resource in the column's index; an item may come twice.
func (c *column) items(e *entry, add func(item)) {
	found := false
	store.Each(c.property, e.resource, func(v store.Value) bool {
		found = true
		add(item{v, e})
		return c.many // of a property with one value the first counts
	})
	if !found && c.absent {
		add(item{store.Value{}, e})
	}
}

// replace returns an index of entries after replacements. items lists those of an entry.
func replace[E any](index sorted.List[E], replacements []replacement, compare func(a, b *E) int, items func(*entry, func(E))) sorted.List[E] {
	changes := make([]sorted.Change[E], 0, 2*len(replacements))
	for _, r := range replacements {
		if r.before != nil {
			items(r.before, func(i E) { changes = append(changes, sorted.Change[E]{Item: i, Remove: true}) })
		}
		if r.after != nil {
			items(r.after, func(i E) { changes = append(changes, sorted.Change[E]{Item: i}) })
		}
	}
	slices.SortFunc(changes, func(a, b sorted.Change[E]) int {
		if c := compare(&a.Item, &b.Item); c != 0 || a.Remove == b.Remove {
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
		if i+1 == len(changes) || compare(&changes[i].Item, &changes[i+1].Item) != 0 {
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
