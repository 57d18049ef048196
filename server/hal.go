package server

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// halMediaType is the Hypertext Application Language (draft-kelly-json-hal), in the dialect of Haal Centraal.
const halMediaType = "application/hal+json"

// HALPages is what a page of a collection has besides its members as HAL.
type HALPages uint8

const (
	// HaalCentraalPages have the links first, previous, next and last, each where it leads to another page.
	HaalCentraalPages HALPages = iota
	// DesignRulesPages are those of the extensions of the Dutch API design rules (API-42): the link to the previous page has
	// the name that IANA registered, prev, and where pages have numbers, the members currentPage and nextPage tell them.
	// The member pageSize is always there.
	DesignRulesPages
)

// hal is what the HAL of a class needs.
type hal struct {
	// embedded is `"_embedded":{"name":[` with the name of the collection.
	embedded []byte
	// paths are the links as fields selects them in HAL, "_links.partners", canonical what they are in the plan.
	paths     []string
	canonical map[string]string
}

// compileHAL makes what the HAL of a class needs.
func (res *resource) compileHAL() {
	d, h := res.definition, &res.hal
	h.embedded = append(literal.AppendJSONString([]byte(`"_embedded":{`), d.CollectionRel()), ":["...)
	h.canonical = map[string]string{}
	name := func(rel, path string) {
		h.paths = append(h.paths, represent.LinkPath(rel))
		h.canonical[represent.LinkPath(rel)] = path
	}
	for _, p := range d.Properties {
		if len(p.Steps) == 1 && p.Leaf().Field.Kind == record.KindRef {
			name(p.Path, p.Path)
		}
	}
	for _, l := range d.Links {
		name(l.Rel, l.Key)
	}
	for _, t := range d.Templates {
		name(t.Rel, represent.LinkPath(t.Rel))
	}
}

// appendWanted adds a selected path as the plan knows it. The group of all links is every one of them.
func (h *hal) appendWanted(wanted []string, path string) []string {
	if path == represent.LinkGroup {
		for _, one := range h.paths {
			wanted = append(wanted, h.canonical[one])
		}
		return wanted
	}
	if canonical, ok := h.canonical[path]; ok {
		path = canonical
	}
	return append(wanted, path)
}

// requestQuery keeps the query of a request for the link of a resource to itself: as it was sent, but for the commas between
// names, which are percent-encoded as form encoders do.
func (x *exchange) requestQuery(raw string) {
	x.selfQuery = x.selfQuery[:0]
	separator := byte('?')
	for raw != "" {
		var pair string
		pair, raw, _ = strings.Cut(raw, "&")
		x.selfQuery = append(x.selfQuery, separator)
		separator = '&'
		name, value, _ := strings.Cut(pair, "=")
		if name != paramFields && name != paramSort && name != paramExpand {
			x.selfQuery = vocab.AppendURI(x.selfQuery, pair)
			continue
		}
		x.selfQuery = append(x.selfQuery, pair[:len(pair)-len(value)]...)
		for i, one := range slices.Collect(strings.SplitSeq(value, ",")) {
			if i > 0 {
				x.selfQuery = append(x.selfQuery, "%2C"...)
			}
			x.selfQuery = vocab.AppendURI(x.selfQuery, one)
		}
	}
}

// appendItemHAL writes a resource that was asked for by its own address.
func (s *Server) appendItemHAL(dst []byte, res *resource, p *projection, x *exchange, it item) []byte {
	dst = p.plan.AppendHAL(append(dst, '{'), it.value, x.selfQuery, &x.state)
	return append(x.appendEmbedded(dst, res, it), "}\n"...)
}

// appendCollectionHAL writes a page of a collection.
func (s *Server) appendCollectionHAL(dst []byte, res *resource, p *projection, x *exchange, q *collectionQuery, win *window) []byte {
	dst = append(dst, '{')
	numbered := s.config.HALPages == DesignRulesPages
	if numbered {
		dst = appendPageNumbers(dst, q, win)
	}
	dst = append(append(dst, `"_links":{"self":{"href":"`...), s.prefix...)
	dst = append(append(append(dst, q.path...), x.selfQuery...), `"}`...)
	for i := range win.links {
		if link := &win.links[i]; q.leaves(link) {
			name := link.term
			if numbered {
				name = link.rel
			}
			dst = append(append(append(dst, `,"`...), name...), `":{"href":"`...)
			dst = append(q.appendPageURL(dst, s.prefix, x, link), `"}`...)
		}
	}
	dst = append(append(dst, "},"...), res.hal.embedded...)
	for i := range win.items {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = p.plan.AppendHAL(append(dst, '{'), win.items[i].value, nil, &x.state)
		dst = append(x.appendEmbedded(dst, res, win.items[i]), '}')
	}
	return append(dst, "]}}\n"...)
}

// appendPageNumbers writes the members that number pages, each with a comma behind it.
func appendPageNumbers(dst []byte, q *collectionQuery, win *window) []byte {
	if q.page > 0 {
		dst = append(strconv.AppendInt(append(dst, `"currentPage":`...), int64(q.page), 10), ',')
	}
	for i := range win.links {
		if link := &win.links[i]; link.rel == "next" && link.page > 0 {
			dst = append(strconv.AppendInt(append(dst, `"nextPage":`...), int64(link.page), 10), ',')
		}
	}
	return append(strconv.AppendInt(append(dst, `"pageSize":`...), int64(q.size), 10), ',')
}

// leaves says whether a link leads to another page than this one. The first page of a cursor is the one without a cursor.
func (q *collectionQuery) leaves(link *pageLink) bool {
	if link.page == 0 {
		return len(link.cursor) > 0 || q.continued
	}
	return link.page != q.page
}
