package hydra

import (
	"errors"
	"maps"
	"reflect"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Class is the declaration of a resource: the struct type T with its tags, the RDF class of its instances, and the path
// of its collection. It is immutable; mistakes in the declaration are kept until the API is compiled, which reports those
// of all classes together.
type Class[T any] struct {
	definition *Definition
	err        error
}

// ClassMeta is what people read about a class. Everything is optional.
type ClassMeta struct {
	// Title and Description say what one instance is.
	Title, Description Text
	// CollectionTitle and CollectionDescription say what the collection holds.
	CollectionTitle, CollectionDescription Text
	// Term is the name of the class in JSON-LD ("@type"); the name of the Go type unless given.
	Term string
	// Prefixes adds to the standard prefixes that tags may use: prefix → namespace.
	Prefixes map[string]string
}

// clone copies what a caller might change.
func (m ClassMeta) clone() ClassMeta {
	m.Title, m.Description = maps.Clone(m.Title), maps.Clone(m.Description)
	m.CollectionTitle, m.CollectionDescription = maps.Clone(m.CollectionTitle), maps.Clone(m.CollectionDescription)
	m.Prefixes = maps.Clone(m.Prefixes)
	return m
}

// ClassOption adds to a class what its struct's tags can't say.
type ClassOption[T any] func(*Definition)

// ComputedLink declares a link that is computed from a value rather than stored in it. The key is its name in JSON. The
// function returns an absolute IRI, or a path below the API's base such as "organizers/42", or "" where there is none;
// it is called while a response is written, possibly concurrently, and must not keep or change the value.
func ComputedLink[T any](key string, property vocab.IRI, doc Text, target func(*T) string, options ...LinkOption) ClassOption[T] {
	return func(d *Definition) {
		link := newLink(key, property, doc, options)
		if target != nil {
			link.Target = func(record unsafe.Pointer) string { return target((*T)(record)) }
		}
		d.Links = append(d.Links, link)
	}
}

// NewClass declares the resources of type T: instances of an RDF class, in a collection at path below the API's base
// ("/events"; one or more segments of lower-case letters, digits and hyphens), or in one below each resource of another class
// ("/persons/{person}/children", see [SubCollection]). The class may be empty when the type names
// its own, in the tag of its blank field: _ struct{} `ld:"schema:Event"`.
func NewClass[T any](class vocab.IRI, path string, meta ClassMeta, options ...ClassOption[T]) *Class[T] {
	d := &Definition{IRI: class, Path: path, Meta: meta.clone()}
	for _, option := range options {
		option(d)
	}
	return &Class[T]{definition: d, err: d.compile(reflect.TypeFor[T]())}
}

// Definition returns the compiled class, or every mistake in its declaration.
func (c *Class[T]) Definition() (*Definition, error) {
	if c == nil {
		return nil, errors.New("hydra: the class is nil: declare it with hydra.NewClass")
	}
	return c.definition, c.err
}

// Definition is the untyped, compiled form of a [Class], which documents, representations and stores are made from. All
// of it is shared and must not be written to.
type Definition struct {
	// IRI is the RDF class, Term its name in JSON-LD.
	IRI  vocab.IRI
	Term string
	// Path is the path of the collection below the API's base, with a leading slash; Name is that path without it, with
	// hyphens for further slashes: the name of the class's JSON-LD context.
	Path, Name string
	// Meta is what people read about the class.
	Meta ClassMeta
	// Schema is the compiled struct type.
	Schema *shacl.Schema
	// Prefixes are those that the tags may use.
	Prefixes *vocab.Prefixes
	// Within is the property of a nested class in its path (see [SubCollection]); nil for a class with one collection.
	Within *Property
	// Links are the computed links, Templates the templated ones, each in the order of their options.
	Links     []*Link
	Templates []*Template
	// Rules are those of requests for the collection.
	Rules Rules
	// Properties are all properties by dotted path in the order of declaration, a nested struct (a group) before its
	// members. A type that nests itself is entered once on each path.
	Properties []*Property

	byPath map[string]*Property
	// nodes are the struct types used, the class's own first.
	nodes []*node
	// err joins the mistakes in the declaration.
	err error
}

// Property returns the property at a dotted path such as "location.address.postalCode", or nil.
func (d *Definition) Property(path string) *Property { return d.byPath[path] }

// Searchable returns the properties that free text is looked for in: those with a filter by text, without what only some
// audience may see, since a search would tell everybody what is in it.
func (d *Definition) Searchable() []*Property {
	var list []*Property
	for _, p := range d.Properties {
		if p.Filter == FilterText && d.public(p) {
			list = append(list, p)
		}
	}
	return list
}

// public says that a property, and every group that it is in, is for all audiences.
func (d *Definition) public(p *Property) bool {
	for path := p.Path; path != ""; path = path[:max(0, strings.LastIndexByte(path, '.'))] {
		if access := d.byPath[path].Access; access != "" && access != "read" {
			return false
		}
	}
	return true
}

// Property is a property of a class or of a node nested in it, at a dotted path of JSON keys.
type Property struct {
	// Path is the dotted path; Steps are the properties on the way, the last one is the property itself.
	Path  string
	Steps []*shacl.Property
	// Filter says how clients may filter by it, Sortable whether they may sort by it.
	Filter   Filter
	Sortable bool
	// Access is "" (public), "read" (never written by clients) or the name of the audience that may see it. A member of a
	// restricted group is restricted as the group is.
	Access string
	// Always says that every selection of fields shows it (`show:"always"`), Expandable that clients may have the resources
	// that it refers to embedded (`expand:"true"`).
	Always, Expandable bool
}

// Leaf is the last step: the property itself.
func (p *Property) Leaf() *shacl.Property { return p.Steps[len(p.Steps)-1] }

// Group says that the property is a nested struct.
func (p *Property) Group() bool { return p.Leaf().Node != nil }

// Filter says how a property can be filtered.
type Filter uint8

// The kinds of filters, as the `filter` tag names them.
const (
	// FilterNone: not at all.
	FilterNone Filter = iota
	// FilterExact: by equality (eq, ne), with several values for any of them.
	FilterExact
	// FilterRange: also by order (gt, gte, lt, lte).
	FilterRange
	// FilterText: by equality and with wildcards.
	FilterText
)

// String is the word of the tag.
func (f Filter) String() string { return [...]string{"none", "exact", "range", "text"}[f] }
