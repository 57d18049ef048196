package server

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
)

// representation is a syntax that resources are written in.
type representation uint8

const (
	asJSONLD representation = iota
	asNQuads
	asTurtle
	asNTriples
	asJSON
	representations = iota
)

// mediaTypes are the media types of the representations, with the server's preference: the table of the Flemish generic
// hypermedia API.
//
//nolint:gochecknoglobals // a table that is never written
var mediaTypes = [representations]negotiate.Offer{
	asJSONLD:   {Type: "application/ld+json", Quality: 1},
	asNQuads:   {Type: "application/n-quads", Quality: 1},
	asTurtle:   {Type: "text/turtle", Quality: 0.7},
	asNTriples: {Type: "application/n-triples", Quality: 0.7},
	asJSON:     {Type: "application/json", Quality: 0.4},
}

// contentTypes are the values of Content-Type.
//
//nolint:gochecknoglobals // a table that is never written
var contentTypes = [representations]string{
	asJSONLD:   "application/ld+json",
	asNQuads:   "application/n-quads",
	asTurtle:   "text/turtle; charset=utf-8",
	asNTriples: "application/n-triples",
	asJSON:     "application/json",
}

// newOffers compiles the offers of every resource, with the configured default.
func newOffers(usual string) (*negotiate.Offers, error) {
	fallback := 0
	var names []string
	for i, m := range mediaTypes {
		names = append(names, m.Type)
		if m.Type == usual {
			fallback = i
		}
	}
	offers, err := negotiate.NewOffers(mediaTypes[:], fallback)
	if usual != "" && mediaTypes[fallback].Type != usual {
		err = errors.Join(err, fmt.Errorf("server.Config.Default: %q is none of %s", usual, strings.Join(names, ", ")))
	}
	return offers, err
}

// notAcceptable is the problem of a client that accepts nothing of what there is.
func notAcceptable(offers *negotiate.Offers) error {
	types := make([]string, offers.Len())
	for i := range types {
		types[i] = offers.Type(i)
	}
	return &Problem{Code: CodeNotAcceptable, Detail: "There is " + strings.Join(types, ", ") + "."}
}

// mediaTypeList is what the documents say that resources come in.
func mediaTypeList() []string {
	out := make([]string, representations)
	for i, m := range mediaTypes {
		out[i] = m.Type
	}
	return out
}
