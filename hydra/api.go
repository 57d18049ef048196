package hydra

import (
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
	// Resources are the classes served, in the order of the documents.
	Resources []Resource
}

// Resource is a class as it is served: what can be done to it, and how its collection can be searched. The server derives
// it from the functions that a store has, so that documents and behaviour can't disagree.
type Resource struct {
	Definition *Definition
	// Item and Collection are the operations on one instance and on the collection, reading ones first.
	Item, Collection []Operation
	// Filterable and Sortable are the properties that the store serves, a part of those declared.
	Filterable, Sortable []*Property
	// TotalItems says that the collection tells its size, Cursor that it can be paged by cursor.
	TotalItems, Cursor bool
	// PageSize is the size of a page unless asked for, MaxPageSize the largest allowed.
	PageSize, MaxPageSize int
}

// Operation is something a client may do: a hydra:Operation, and an operation of an OpenAPI document.
type Operation struct {
	// ID is the operationId: unique in the API, and fixed once published.
	ID string
	// Method is the HTTP method.
	Method string
	// Title and Description for people.
	Title, Description Text
	// Expects and Returns are classes: what the body of request and response is. Empty is owl:Nothing.
	Expects, Returns vocab.IRI
	// Statuses are the possible statuses, the successful one first.
	Statuses []Status
}

// Status is a possible answer to an operation.
type Status struct {
	Code               int
	Title, Description Text
}

// API is a compiled API: all its documents, ready to be rendered. It is immutable and safe for concurrent use.
type API struct {
	config    Config
	base      Base
	byPath    map[string]*Resource
	contexts  []*Context
	byContext map[string]*Context
}

// Base is the public address of an API in its parts.
type Base struct {
	// URL is the whole, Scheme "http" or "https", Host with port, Path with leading and without trailing slash ("" for
	// the root).
	URL, Scheme, Host, Path string
}
