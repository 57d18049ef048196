package server

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
)

// representation is a syntax that resources and documents are written in.
type representation uint8

const (
	asJSONLD representation = iota
	asTriG
	asNQuads
	asHTML
	asTurtle
	asNTriples
	asRDFXML
	asJSON
	asHAL
	asCSV
	asNDJSON
	representations = iota
)

// scope says what a representation is there for.
type scope uint8

const (
	forItems scope = 1 << iota
	forCollections
	forDocuments
	forAll = forItems | forCollections | forDocuments
)

// syntax is what is known of a representation.
type syntax struct {
	// mediaType is its name, contentType what responses say, quality the server's preference.
	mediaType, contentType string
	quality                float64
	scope                  scope
	// monolingual says that text is written in one language, which the client may choose (RFC 4647).
	monolingual bool
}

// syntaxes are the representations, with the preferences of the Flemish generic hypermedia API.
//
//nolint:gochecknoglobals // a table that is never written
var syntaxes = [representations]syntax{
	asJSONLD:   {mediaType: "application/ld+json", contentType: "application/ld+json", quality: 1, scope: forAll},
	asTriG:     {mediaType: "application/trig", contentType: "application/trig", quality: 1, scope: forAll},
	asNQuads:   {mediaType: "application/n-quads", contentType: "application/n-quads", quality: 1, scope: forAll},
	asHTML:     {mediaType: "text/html", contentType: "text/html; charset=utf-8", quality: 0.9, scope: forAll, monolingual: true},
	asTurtle:   {mediaType: "text/turtle", contentType: "text/turtle; charset=utf-8", quality: 0.7, scope: forAll},
	asNTriples: {mediaType: "application/n-triples", contentType: "application/n-triples", quality: 0.7, scope: forAll},
	asRDFXML:   {mediaType: "application/rdf+xml", contentType: "application/rdf+xml", quality: 0.5, scope: forAll},
	asJSON:     {mediaType: "application/json", contentType: "application/json", quality: 0.4, scope: forAll},
	asHAL:      {mediaType: halMediaType, contentType: halMediaType, quality: 0.4, scope: forItems | forCollections, monolingual: true},
	asCSV:      {mediaType: "text/csv", contentType: "text/csv; charset=utf-8; header=present", quality: 0.4, scope: forCollections, monolingual: true},
	asNDJSON:   {mediaType: "application/x-ndjson", contentType: "application/x-ndjson", quality: 0.1, scope: forCollections},
}

// menu is what a kind of resource can be had as.
type menu struct {
	offers *negotiate.Offers
	kinds  []representation
	// formats are the names of the kinds in addresses.
	formats []string
}

// newMenu makes the menu of a scope, with the configured default where it is on it.
func newMenu(of scope, usual string) (*menu, error) {
	m := &menu{}
	var offers []negotiate.Offer
	fallback := 0
	for i, s := range syntaxes {
		if s.scope&of == 0 {
			continue
		}
		if s.mediaType == usual {
			fallback = len(offers)
		}
		offers = append(offers, negotiate.Offer{Type: s.mediaType, Quality: s.quality})
		m.kinds, m.formats = append(m.kinds, representation(i)), append(m.formats, hydra.FormatOf(s.mediaType).Key)
	}
	var err error
	m.offers, err = negotiate.NewOffers(offers, fallback)
	return m, err
}

// choose returns the representation for a request whose parameters are in x: the one that its address names, else the one
// that it accepts, else the problem that there is none.
func (m *menu) choose(r *http.Request, x *exchange) (representation, error) {
	if i, ok := x.readFormat(m.formats); ok {
		return m.kinds[i], nil
	}
	i, ok := m.offers.Choose(r.Header["Accept"])
	if !ok {
		return 0, notAcceptable(m.offers)
	}
	return m.kinds[i], nil
}

// compileMenus makes the menus.
func (s *Server) compileMenus(usual string) error {
	known := usual == ""
	for _, one := range syntaxes {
		known = known || one.mediaType == usual && one.scope == forAll
	}
	var errs [4]error
	if !known {
		errs[0] = fmt.Errorf("server.Config.Default: %q is none of %s", usual, strings.Join(mediaTypes(forAll), ", "))
	}
	s.items, errs[1] = newMenu(forItems, usual)
	s.collections, errs[2] = newMenu(forCollections, usual)
	s.graphs, errs[3] = newMenu(forDocuments, usual)
	return errors.Join(errs[:]...)
}

// notAcceptable is the problem of a client that accepts nothing of what there is.
func notAcceptable(offers *negotiate.Offers) error {
	types := make([]string, offers.Len())
	for i := range types {
		types[i] = offers.Type(i)
	}
	return &Problem{Code: CodeNotAcceptable, Detail: "There is " + strings.Join(types, ", ") + "."}
}

// mediaTypes lists the media types that everything in a scope can be had as.
func mediaTypes(of scope) []string {
	var out []string
	for _, s := range syntaxes {
		if s.scope&of == of {
			out = append(out, s.mediaType)
		}
	}
	return out
}
