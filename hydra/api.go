package hydra

import (
	"reflect"
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Config is everything that an API is compiled from.
type Config struct {
	// BaseURL is the public address of the entry point, "https://data.example.org/api": absolute, without query, fragment
	// or trailing slash. Required.
	BaseURL string
	// Vocabulary is the namespace of the API's own terms, "https://data.example.org/ns#". It stays when the API moves.
	// Required.
	Vocabulary string
	// Metadata describes the API.
	Metadata Metadata
	// MediaTypes are those that resources are served in, best first: "application/ld+json", "application/json",
	// "text/turtle", "application/n-triples" and "application/n-quads" unless given.
	MediaTypes []string
	// ItemMediaTypes and CollectionMediaTypes are those of items and of collections, where these have others too: MediaTypes
	// unless given.
	ItemMediaTypes, CollectionMediaTypes []string
	// EntryPointStatuses are the possible answers to reading the entry point, the successful one first: 200 and 304 unless
	// given.
	EntryPointStatuses []Status
	// Resources are the classes served, in the order of the documents.
	Resources []Resource
}

// API is a compiled API: all its documents, ready to be rendered. It is immutable and safe for concurrent use.
//
// References to the API's own resources are written behind a prefix that the caller chooses: "/api" for references that
// are paths (the path of the base), "https://data.example.org/api" for absolute ones, "/gateway/api" behind a gateway that
// adds a prefix. A prefix has no trailing slash.
type API struct {
	base       Base
	vocabulary string
	metadata   Metadata
	mediaTypes []string
	// itemMediaTypes and collectionMediaTypes are those of items and of collections.
	itemMediaTypes, collectionMediaTypes []string

	entryPoint Operation
	resources  []*Resource
	byPath     map[string]*Resource
	byType     map[reflect.Type]*Resource
	// nodes are the struct types, each once; shapeNames are the names of their shapes.
	nodes      []*node
	shapeNames map[shapeKey]string
	shapes     *shapeTree
	// docContext and shapesContext know the prefixes of the contexts of these documents.
	docContext, shapesContext, catalogTerms *contextBuilder
	contexts                                []*Context
	byContext                               map[string]*Context
}

// Base returns the public address of the API.
func (a *API) Base() Base { return a.base }

// Metadata describes the API; its languages are never empty. It is shared and must not be written to.
func (a *API) Metadata() *Metadata { return &a.metadata }

// Vocabulary returns the namespace of the API's own terms.
func (a *API) Vocabulary() string { return a.vocabulary }

// MediaTypes returns the media types that everything is served in, best first.
func (a *API) MediaTypes() []string { return slices.Clone(a.mediaTypes) }

// ItemMediaTypes returns the media types that items are served in, best first.
func (a *API) ItemMediaTypes() []string { return slices.Clone(a.itemMediaTypes) }

// CollectionMediaTypes returns the media types that collections are served in, best first.
func (a *API) CollectionMediaTypes() []string { return slices.Clone(a.collectionMediaTypes) }

// Resources returns the classes served, in the order in which they were declared. The slice and what it holds are shared
// and must not be written to.
func (a *API) Resources() []*Resource { return a.resources }

// Resource returns the class served at a path below the base such as "/events", or nil.
func (a *API) Resource(path string) *Resource { return a.byPath[path] }

// Target returns the resource that references to a struct type lead to (see [Ref]), or nil.
func (a *API) Target(t reflect.Type) *Resource { return a.byType[t] }

// Contexts returns the JSON-LD contexts that the API serves: those of the classes in their order, then those of the
// documents. The slice and what it holds are shared and must not be written to.
func (a *API) Contexts() []*Context { return a.contexts }

// Context returns the context of the class ([Definition].Name) or of the document with this name, or nil. The documents
// are "entrypoint", "documentation", "shapes", "catalog" and "problem".
func (a *API) Context(name string) *Context { return a.byContext[name] }

// term returns the IRI of a term of the API's own.
func (a *API) term(name string) vocab.IRI { return vocab.IRI(a.vocabulary + name) }
