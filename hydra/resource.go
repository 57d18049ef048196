package hydra

import (
	"fmt"
	"slices"
)

// The sizes of a page unless a resource says otherwise.
const (
	defaultPageSize    = 20
	defaultMaxPageSize = 100
)

// MaxSearch is the greatest number of characters in a free text that a collection is searched for.
const MaxSearch = 200

// Resource is a class as it is served: what can be done to it, and how its collection can be searched. The server derives
// it from the functions that a store has, so that documents and behaviour can't disagree.
type Resource struct {
	// Definition is the class.
	Definition *Definition
	// Item and Collection are the operations on one instance and on the collection, reading ones first.
	Item, Collection []Operation
	// Filterable and Sortable are the properties that the store serves, a part of those declared.
	Filterable, Sortable []*Property
	// TotalItems says that the collection tells its size, Cursor that it can be paged by cursor.
	TotalItems, Cursor bool
	// Searchable says that the collection can be searched for free text.
	Searchable bool
	// PageSize is the size of a page unless asked for, MaxPageSize the largest allowed: 20 and 100 when they are 0.
	PageSize, MaxPageSize int

	// names are the query parameters of the filterable properties.
	names map[*Property]string
	// key is the name of the link from the entry point to the collection.
	key string
	// context knows the prefixes of the class's JSON-LD context.
	context *contextBuilder
}

// check returns every mistake in what is served of a class whose declaration is right.
func (r *Resource) check() (errs []error) {
	d := r.Definition
	fail := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("class %s: "+format, append([]any{d.Path}, args...)...))
	}
	for _, p := range r.Filterable {
		switch {
		case p == nil || d.Property(p.Path) != p:
			fail("a filterable property is none of the class's: take it from Definition.Property")
		case p.Filter == FilterNone:
			fail("property %s is to be filtered by, which its tags don't declare: add `filter:\"exact\"`, range or text", p.Path)
		}
	}
	for _, p := range r.Sortable {
		switch {
		case p == nil || d.Property(p.Path) != p:
			fail("a sortable property is none of the class's: take it from Definition.Property")
		case !p.Sortable:
			fail("property %s is to be sorted by, which its tags don't declare: add `sort:\"true\"`", p.Path)
		}
	}
	if r.PageSize < 1 || r.MaxPageSize < r.PageSize {
		fail("a page has %d items unless asked for, and %d at most: want at least 1, and no more than the maximum", r.PageSize, r.MaxPageSize)
	}
	if len(r.Item) == 0 && len(r.Collection) == 0 {
		fail("there is no operation on it: it would be described but not served")
	}
	for _, operations := range [][]Operation{r.Item, r.Collection} {
		methods := map[string]bool{}
		for i := range operations {
			o := &operations[i]
			errs = append(errs, o.check("class "+d.Path)...)
			if methods[o.Method] {
				fail("operation %q: there is another one with the method %s on the same resource", o.ID, o.Method)
			}
			methods[o.Method] = true
		}
	}
	return errs
}

// clone copies what a caller might change.
func (r *Resource) clone() *Resource {
	c := *r
	c.Item, c.Collection = cloneOperations(r.Item), cloneOperations(r.Collection)
	c.Filterable, c.Sortable = slices.Clone(r.Filterable), slices.Clone(r.Sortable)
	if c.PageSize == 0 {
		c.PageSize = defaultPageSize
	}
	if c.MaxPageSize == 0 {
		c.MaxPageSize = max(defaultMaxPageSize, c.PageSize)
	}
	return &c
}

// Key returns the key of the link from the entry point to the collection: the name of the class's path, made longer where
// the entry point uses that name for something else. The IRI of the link is the API's vocabulary and this key.
func (r *Resource) Key() string { return r.key }
