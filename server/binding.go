package server

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
)

// Binding joins a class and the store of its resources: [Bind] makes it, [New] serves it.
type Binding struct {
	definition *hydra.Definition
	source     source
	filterable []string
	sortable   []string
	searchable bool
	pageSize   int
	maxPage    int
	sourceName string
	err        error
}

// BindOption changes how one class is served.
type BindOption func(*Binding)

// PageSize sets how many members a page has unless asked for, and how many a client may ask for. They are 20 and 100 by
// default.
func PageSize(usual, largest int) BindOption {
	return func(b *Binding) { b.pageSize, b.maxPage = usual, largest }
}

// SourceName names the service that a store reads from. Problems tell it to clients when the store is not available.
func SourceName(name string) BindOption {
	return func(b *Binding) { b.sourceName = name }
}

// maxPageSize is the most that a class may let clients ask for at once: a response is made in memory.
const maxPageSize = 10_000

// Bind binds a class to a store. What the store has no function for is neither served nor documented nor allowed. Mistakes
// are reported by [New].
func Bind[T any](class *hydra.Class[T], functions store.Store[T], options ...BindOption) Binding {
	definition, err := class.Definition()
	b := Binding{definition: definition, pageSize: 20, maxPage: 100, filterable: functions.Filterable, sortable: functions.Sortable, searchable: functions.Searchable, err: err}
	if definition == nil {
		return b
	}
	b.err = errors.Join(err, checkFunctions(definition.Path, functions))
	for _, option := range options {
		option(&b)
	}
	if b.pageSize < 1 || b.maxPage < b.pageSize || b.maxPage > maxPageSize {
		b.err = errors.Join(b.err, fmt.Errorf("class %s: page size %d with a maximum of %d: want 1 ≤ usual ≤ largest ≤ %d",
			definition.Path, b.pageSize, b.maxPage, maxPageSize))
	}
	if f := functions.Get; f != nil {
		b.source.get = func(ctx context.Context, id string) (item, error) {
			it, err := f(ctx, id)
			return item{unsafe.Pointer(it.Value), it.Version}, b.named(err) //nolint:gosec // the plan of T reads it
		}
	}
	if f := functions.List; f != nil {
		b.source.list = func(ctx context.Context, q *store.Query) (page, error) {
			p, err := f(ctx, q)
			// store.Item[T] is a pointer and a string for every T, as item is.
			items := unsafe.Slice((*item)(unsafe.Pointer(unsafe.SliceData(p.Items))), len(p.Items)) //nolint:gosec // as said
			return page{items, p.More, p.Version}, b.named(err)
		}
	}
	if f := functions.Count; f != nil {
		b.source.count = func(ctx context.Context, q *store.Query) (int, error) {
			n, err := f(ctx, q)
			return n, b.named(err)
		}
	}
	return b
}

// named says which source it is that is not available.
func (b *Binding) named(err error) error {
	if err == nil || b.sourceName == "" {
		return err
	}
	p := problemOf(err)
	if p.Code != CodeSourceUnavailable || p.Source != "" {
		return err
	}
	return &Problem{Code: p.Code, Detail: p.Detail, Source: b.sourceName, Cause: err}
}

func checkFunctions[T any](path string, f store.Store[T]) error {
	var reserved []string
	if f.Create != nil {
		reserved = append(reserved, "Create")
	}
	if f.Replace != nil {
		reserved = append(reserved, "Replace")
	}
	if f.Delete != nil {
		reserved = append(reserved, "Delete")
	}
	switch {
	case len(reserved) > 0:
		return fmt.Errorf("class %s: this version of Hydrant reads only; leave out the store's %s", path, strings.Join(reserved, ", "))
	case f.Get == nil && f.List == nil:
		return fmt.Errorf("class %s: the store has neither Get nor List: nothing can be served", path)
	case f.List == nil && f.Count != nil:
		return fmt.Errorf("class %s: the store counts what it doesn't List", path)
	case f.List == nil && f.Searchable:
		return fmt.Errorf("class %s: the store searches what it doesn't List", path)
	}
	return nil
}

// source is a store without its type.
type source struct {
	get   func(ctx context.Context, id string) (item, error)
	list  func(ctx context.Context, q *store.Query) (page, error)
	count func(ctx context.Context, q *store.Query) (int, error)
}

// item is a store.Item without its type; it has the same layout.
type item struct {
	value   unsafe.Pointer
	version string
}

// An item is read where a store.Item of any type was written.
var _ [unsafe.Sizeof(item{})]byte = [unsafe.Sizeof(store.Item[struct{}]{})]byte{}

type page struct {
	items   []item
	more    bool
	version string
}

// served picks the declared properties of one kind that the store serves.
func (b *Binding) served(kind string, names []string, declared func(*hydra.Property) bool) ([]*hydra.Property, error) {
	var properties []*hydra.Property
	var errs []error
	for _, p := range b.definition.Properties {
		if declared(p) && (names == nil || slices.Contains(names, p.Path)) {
			properties = append(properties, p)
		}
	}
	for _, name := range names {
		if p := b.definition.Property(name); p == nil || !declared(p) {
			errs = append(errs, fmt.Errorf("class %s: the store says that it serves %q as %s, which no tag declares", b.definition.Path, name, kind))
		}
	}
	return properties, errors.Join(errs...)
}

// resource describes to the documents what the binding serves.
func (b *Binding) resource() (hydra.Resource, error) {
	d := b.definition
	r := hydra.Resource{Definition: d, PageSize: b.pageSize, MaxPageSize: b.maxPage, TotalItems: b.source.count != nil, Cursor: true, Searchable: b.searchable}
	var errs [2]error
	if b.source.list != nil {
		r.Filterable, errs[0] = b.served("filterable", b.filterable, func(p *hydra.Property) bool { return p.Filter != hydra.FilterNone })
		if d.Within != nil { // the path says it
			if !slices.Contains(r.Filterable, d.Within) {
				errs[0] = errors.Join(errs[0], fmt.Errorf("class %s: the store doesn't filter by %s, which a sub-collection needs", d.Path, d.Within.Path))
			}
			r.Filterable = slices.DeleteFunc(r.Filterable, func(p *hydra.Property) bool { return p == d.Within })
		}
		r.Sortable, errs[1] = b.served("sortable", b.sortable, func(p *hydra.Property) bool { return p.Sortable })
		r.Collection = []hydra.Operation{listOperation(d, b.searchable)}
	}
	if b.source.get != nil {
		r.Item = []hydra.Operation{getOperation(d)}
	}
	return r, errors.Join(errs[:]...)
}
