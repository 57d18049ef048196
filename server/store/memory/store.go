package memory

import (
	"context"
	"fmt"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
)

// Store holds resources of type T. It is safe for concurrent use; make one with [New].
type Store[T any] struct {
	table *table
}

// New returns an empty store for the resources of a class. The error is that of the class's declaration, or says what is
// wrong with the configuration.
func New[T any](class *hydra.Class[T], config Config) (*Store[T], error) {
	definition, err := class.Definition()
	if err != nil {
		return nil, err
	}
	t, err := newTable(definition, config)
	if err != nil {
		return nil, err
	}
	return &Store[T]{table: t}, nil
}

// Put stores values: new ones, and new states of those whose identifier is there already. When an identifier comes twice
// the last one counts. The values belong to the store from then on and must not be written to, not even after they were
// replaced or deleted. All are stored at once for readers, or none when one of them can't be: the error then names each,
// by its index and identifier. [CheckID] says which identifiers there can be. One call with many values costs far less
// than many calls.
func (s *Store[T]) Put(values ...*T) error {
	resources := make([]unsafe.Pointer, len(values))
	for i, value := range values {
		resources[i] = unsafe.Pointer(value) //nolint:gosec // the layout of T reads it
	}
	return s.table.put(resources)
}

// Delete removes the resources with the given identifiers, at once for readers, and returns how many of them were there.
func (s *Store[T]) Delete(ids ...string) int { return s.table.remove(ids) }

// Len returns the number of resources.
func (s *Store[T]) Len() int { return s.table.current.Load().size() }

// Functions returns the functions that serve the store: Get, List and Count, with every declared filter and sort, and with
// search if the class has properties to search.
func (s *Store[T]) Functions() store.Store[T] {
	return store.Store[T]{Get: s.get, List: s.list, Count: s.count, Searchable: len(s.table.searchable) > 0}
}

func (s *Store[T]) get(ctx context.Context, id string) (store.Item[T], error) {
	if err := ctx.Err(); err != nil {
		return store.Item[T]{}, err
	}
	e := s.table.current.Load().get(id)
	if e == nil {
		return store.Item[T]{}, store.ErrNotFound
	}
	return itemOf[T](e), nil
}

func (s *Store[T]) list(ctx context.Context, query *store.Query) (store.Page[T], error) {
	snapshot := s.table.current.Load()
	var scratch [128]*entry // a page of usual size needs no more
	entries, more, err := snapshot.page(ctx, query, scratch[:0])
	if err != nil {
		return store.Page[T]{}, err
	}
	page := store.Page[T]{More: more, Version: snapshot.version}
	if len(entries) > 0 {
		page.Items = make([]store.Item[T], len(entries))
		for i, e := range entries {
			page.Items[i] = itemOf[T](e)
		}
	}
	return page, nil
}

func (s *Store[T]) count(ctx context.Context, query *store.Query) (int, error) {
	return s.table.current.Load().count(ctx, query)
}

func itemOf[T any](e *entry) store.Item[T] {
	return store.Item[T]{Value: (*T)(e.resource), Version: e.version}
}

// undeclared is the error of a query for a property that has no index.
func undeclared(p *hydra.Property, what string) error {
	return fmt.Errorf("memory: %s is not declared %s", p.Path, what)
}
