package store

import (
	"context"
	"errors"
)

// Store is a source of resources of type T. The functions are called concurrently. They honour the context: it ends when
// the client has gone.
type Store[T any] struct {
	// Get returns the resource with an identifier, or [ErrNotFound].
	Get func(ctx context.Context, id string) (Item[T], error)
	// List returns one page of the resources that a query selects, in its order.
	List func(ctx context.Context, query *Query) (Page[T], error)
	// Count returns how many resources the query's filters and search select. Without it a collection has no totalItems and no last
	// page.
	Count func(ctx context.Context, query *Query) (int, error)

	// Filterable and Sortable list the properties (dotted paths) that List can filter and sort by, among those declared
	// so. Nil is all of them, an empty slice none.
	Filterable, Sortable []string

	// Searchable says that List and Count honour [Query.Search]. No other store is asked to.
	Searchable bool

	// Writing is reserved: its functions have their final form, but a server that gets one refuses to start rather than
	// ignore it.

	// Create stores a new resource and returns it with its version.
	Create func(ctx context.Context, value *T) (Item[T], error)
	// Replace stores a new state of a resource if its version is still the given one ("" for any), else [ErrConflict].
	Replace func(ctx context.Context, id, version string, value *T) (Item[T], error)
	// Delete removes a resource if its version is still the given one ("" for any), else [ErrConflict].
	Delete func(ctx context.Context, id, version string) error
}

// Item is a resource with its version.
type Item[T any] struct {
	// Value must not be changed after it was returned.
	Value *T
	// Version changes whenever the value does: a number, a time, a hash. It becomes a part of the ETag. Without one the
	// server hashes what it sends.
	Version string
}

// Page is a part of a collection.
type Page[T any] struct {
	Items []Item[T]
	// More says that there are resources after the last item.
	More bool
	// Version changes whenever any resource that the query may select does; see [Item.Version].
	Version string
}

// Errors that a store's functions return, as they are or wrapped. Any other error is answered with status 500 and logged,
// unless it is the context's.
var (
	// ErrNotFound says that there is no such resource.
	ErrNotFound = errors.New("store: not found")
	// ErrConflict says that a resource has another version by now.
	ErrConflict = errors.New("store: version conflict")
	// ErrUnavailable says that the source can't be reached at present; it is answered with status 503.
	ErrUnavailable = errors.New("store: unavailable")
)
