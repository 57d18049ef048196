package server

import (
	"log/slog"
	"net/http"
	"net/netip"

	"github.com/hydrant-ld/hydrant/hydra"
)

// Config says what an API is and where it is reached. BaseURL, Vocabulary, and the metadata's title and version are
// required; the zero value of everything else works.
type Config struct {
	// BaseURL is the public address of the entry point, as clients see it: "https://data.example.org/api". Scheme, host
	// and path of every link come from here, never from a request.
	BaseURL string
	// Mount is the path that the handler sees in front of a resource's path. Empty, it is the path of BaseURL; "/" is for a
	// handler behind something that strips the path.
	Mount string
	// Vocabulary is the namespace of the API's own terms, "https://data.example.org/ns#". It stays when the API moves.
	Vocabulary string
	// Metadata describes the API to catalogues and people.
	Metadata hydra.Metadata
	// Links is how JSON refers to the API's own resources.
	Links LinkStyle
	// TrustedProxies are the networks of gateways whose X-Forwarded-Prefix is believed: the path that they have taken off the
	// front of a request's path, "/open-data". The API then answers as one whose BaseURL has that path in front of its own.
	// Nobody else's header is looked at. The first request with another path takes some time, and 64 paths are kept: a gateway
	// replaces what a client sends under that name.
	TrustedProxies []netip.Prefix
	// Aliases are further names of query parameters.
	Aliases ParameterAliases
	// HALPages is what a page of a collection has as HAL.
	HALPages HALPages
	// ProblemLanguage is the language of the titles of problems for clients that ask for none of those that there are: "en"
	// or "nl". Unless given it is the first of the API's languages that is one of them, else English.
	ProblemLanguage string
	// Default is the media type for clients that accept anything: "application/ld+json" unless given.
	Default string
	// Audience tells which audiences the sender of a request belongs to: the names in `access` tags. Without it nobody
	// belongs to any. It is called at most once a request, concurrently. Scripts of every origin may read what is served
	// (CORS), so decide by what a request carries, never by the network that it comes from.
	Audience func(*http.Request) []string
	// Routes are the team's own, below the base. They answer with the API's headers, and their errors can be written with
	// [Server.WriteError]. A path that the API itself answers is an error.
	Routes []Route
	// Logger receives a line for each request and the causes of unexpected errors. Without it requests are not logged,
	// and unexpected errors go to slog.Default().
	Logger *slog.Logger
	// CatalogPageSize is the number of data sets on a page of the catalogue: 100 unless given, which is also the most.
	CatalogPageSize int
	// CacheControl is sent with resources that everybody may see; "no-cache" unless given: keep, but ask whether it changed.
	CacheControl string
}

// Route is a route of the team's own.
type Route struct {
	// Path below the base, in the syntax of gorilla/mux: "/reports/{year:[0-9]+}". The handler sees the whole path, and the
	// variables as values of [net/http.Request.PathValue].
	Path string
	// Methods that the handler serves, in upper case; GET unless given. HEAD goes with GET, OPTIONS is answered for it.
	Methods []string
	Handler http.Handler
}

// LinkStyle is how references to the API's own resources are written in JSON. The other RDF syntaxes are always absolute.
type LinkStyle uint8

const (
	// LinkPath writes paths including the base's: "/api/events/1". A gateway can serve the API under another host without
	// changing a body.
	LinkPath LinkStyle = iota
	// LinkAbsolute writes absolute URLs.
	LinkAbsolute
	// LinkRelative writes references relative to the address of the request: "../events/1", also in Link headers. A gateway can
	// serve the API below any path without changing a response, and without saying so in X-Forwarded-Prefix.
	LinkRelative
)
