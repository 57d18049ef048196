package memory

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/store"
)

// orderKey is one key of an order: the values in a column, up or down.
type orderKey struct {
	column     *column
	position   int // of the column
	descending bool
}

// order finds the columns of a query's order.
func (t *table) order(query *store.Query, keys []orderKey) ([]orderKey, error) {
	for i := range query.Sort {
		p := query.Sort[i].Property
		position, ok := t.byPath[p.Path]
		if !ok || !t.columns[position].absent {
			return nil, undeclared(p, "sortable")
		}
		keys = append(keys, orderKey{&t.columns[position], position, query.Sort[i].Descending})
	}
	if query.After != nil && len(query.After) != len(keys)+1 {
		return nil, fmt.Errorf("memory: a place has %d values, want one for each of the %d sort keys and the identifier",
			len(query.After), len(keys))
	}
	return keys, nil
}

// compare compares two values as a key of an order does: the absent ones last, whatever the direction.
func (k *orderKey) compare(a, b store.Value) int {
	c := store.Compare(a, b)
	if k.descending && !a.IsAbsent() && !b.IsAbsent() {
		return -c
	}
	return c
}

// compareEntries compares two entries in an order.
func compareEntries(order []orderKey, a, b *entry) int {
	for i := range order {
		k := &order[i]
		p := k.column.property
		if c := k.compare(store.ValueOf(p, a.resource), store.ValueOf(p, b.resource)); c != 0 {
			return c
		}
	}
	return strings.Compare(a.id, b.id)
}

// compareToPlace compares an entry with a place in an order: the values of its keys and an identifier.
func compareToPlace(order []orderKey, e *entry, place []store.Value) int {
	for i := range order {
		if c := order[i].compare(store.ValueOf(order[i].column.property, e.resource), place[i]); c != 0 {
			return c
		}
	}
	return store.Compare(store.Text(e.id), place[len(place)-1])
}

// sortTies orders the entries that are in the order of the first key by the others.
func sortTies(order []orderKey, entries []*entry) {
	if len(order) < 2 {
		return
	}
	p := order[0].column.property
	for first := 0; first < len(entries); {
		key, end := store.ValueOf(p, entries[first].resource), first+1
		for end < len(entries) && store.Compare(key, store.ValueOf(p, entries[end].resource)) == 0 {
			end++
		}
		slices.SortFunc(entries[first:end], func(a, b *entry) int { return compareEntries(order[1:], a, b) })
		first = end
	}
}
