package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// window is the part of a collection that a response shows.
type window struct {
	items   []item
	version string
	// total is the size of the whole collection, -1 if the store doesn't tell.
	total int
	// links lead to the other pages.
	links []pageLink
}

// pageLink leads to a page: by number, or by cursor when that is 0.
type pageLink struct {
	term, rel string
	predicate vocab.IRI
	page      int
	// cursor is empty for the first page.
	cursor []byte
}

func firstPage(page int) pageLink {
	return pageLink{term: "first", rel: "first", predicate: vocab.HydraFirst, page: page}
}

func previousPage(page int) pageLink {
	return pageLink{term: "previous", rel: "prev", predicate: vocab.HydraPrevious, page: page}
}

func nextPage(page int, cursor []byte) pageLink {
	return pageLink{term: "next", rel: "next", predicate: vocab.HydraNext, page: page, cursor: cursor}
}

func lastPage(page int) pageLink {
	return pageLink{term: "last", rel: "last", predicate: vocab.HydraLast, page: page}
}

// window fetches the part of a collection that a query asks for.
func (s *Server) window(r *http.Request, res *resource, x *exchange, q *collectionQuery) (*window, error) {
	win := &x.window
	*win = window{total: -1, links: win.links[:0]}
	last := 0
	if res.source.count != nil {
		total, err := res.source.count(r.Context(), &x.query)
		if err != nil {
			return nil, err
		}
		win.total = total
		last = max(1, (total+q.size-1)/q.size)
		if q.page > last {
			return nil, noSuchPage(fmt.Sprintf("want 1 to %d, the number of pages of %d", last, q.size))
		}
	}
	page, err := res.source.list(r.Context(), &x.query)
	if err != nil {
		return nil, err
	}
	if len(page.items) > q.size {
		page.items, page.more = page.items[:q.size], true
	}
	for i := range page.items {
		if page.items[i].value == nil {
			return nil, fmt.Errorf("class %s: the store's List returned an item without a value", res.definition.Path)
		}
	}
	if last == 0 && q.page > 1 && len(page.items) == 0 {
		return nil, noSuchPage("there are fewer pages; want to follow the next links from the first")
	}
	win.items, win.version = page.items, page.version
	return win, win.link(res, x, q, last, page.more)
}

func noSuchPage(detail string) error {
	return invalid([]InvalidParam{{Name: paramPage, Code: "page", Detail: detail}})
}

// link lists the links to other pages. last is the number of the last page, 0 if unknown.
func (win *window) link(res *resource, x *exchange, q *collectionQuery, last int, more bool) error {
	if q.page == 0 {
		win.links = append(win.links, firstPage(0))
		if !more || len(win.items) == 0 {
			return nil
		}
		cursor, err := x.appendCursor(x.cursor[:0], res, win.items[len(win.items)-1], q.fingerprint)
		x.cursor = cursor
		win.links = append(win.links, nextPage(0, cursor))
		return err
	}
	win.links = append(win.links, firstPage(1))
	if q.page > 1 {
		win.links = append(win.links, previousPage(q.page-1))
	}
	if q.page < last || last == 0 && more {
		win.links = append(win.links, nextPage(q.page+1, nil))
	}
	if last > 0 {
		win.links = append(win.links, lastPage(last))
	}
	return nil
}

// appendCursor writes the cursor that continues behind an item.
func (x *exchange) appendCursor(dst []byte, res *resource, it item, fingerprint uint64) ([]byte, error) {
	x.strings, x.text = x.strings[:0], x.text[:0]
	for _, o := range x.query.Sort {
		start := len(x.text)
		x.text = store.ValueOf(o.Property, it.value).AppendKey(x.text)
		x.strings = append(x.strings, string(x.text[start:]))
	}
	x.strings = append(x.strings, res.plan.ID(it.value))
	dst, err := query.AppendCursor(dst, fingerprint, x.strings...)
	if errors.Is(err, query.ErrCursorTooLong) {
		return dst, &Problem{Code: CodeUnsupportedCombi, Detail: "The values sorted by are too long for a cursor: page by number, or sort by something else.", Cause: err}
	}
	return dst, err
}

// readCursor reads the value of after into x.query.
func (x *exchange) readCursor(param *query.Param, fingerprint uint64) {
	if param.Value == "" {
		return
	}
	keys, err := query.DecodeCursor(param.Value, fingerprint, x.strings)
	if err == nil && len(keys) != len(x.query.Sort)+1 {
		err = query.ErrMalformedCursor
	}
	for i := 0; err == nil && i < len(x.query.Sort); i++ {
		var v store.Value
		v, err = store.ParseKey(x.query.Sort[i].Property, keys[i])
		x.query.After = append(x.query.After, v)
	}
	if err == nil && !utf8.ValidString(keys[len(keys)-1]) {
		err = query.ErrMalformedCursor
	}
	if err != nil {
		x.query.After = nil
		x.invalid = append(x.invalid, InvalidParam{Name: paramAfter, Code: "cursor", Detail: err.Error()})
		return
	}
	x.query.After = append(x.query.After, store.Text(keys[len(keys)-1]))
}

// appendCollectionURL writes the URL of the collection: with the filters, without what pages, sorts or projects it.
func (q *collectionQuery) appendCollectionURL(dst []byte, prefix string, x *exchange) []byte {
	dst = append(append(dst, prefix...), q.path...)
	separator := byte('?')
	for i := range x.params.List {
		if param := &x.params.List[i]; !framework(param.Name) {
			dst = appendParam(append(dst, separator), param.RawName, param.Raw)
			separator = '&'
		}
	}
	return dst
}

// appendCanonicalURL writes the URL of the whole collection.
func (q *collectionQuery) appendCanonicalURL(dst []byte, prefix string) []byte {
	return append(append(dst, prefix...), q.path...)
}

// filtered says whether the collection is a part of the whole one.
func (q *collectionQuery) filtered(x *exchange) bool {
	return slices.ContainsFunc(x.params.List, func(p query.Param) bool { return !framework(p.Name) })
}

// appendViewURL writes the URL that was requested.
func (q *collectionQuery) appendViewURL(dst []byte, prefix string) []byte {
	dst = append(append(dst, prefix...), q.path...)
	if q.raw == "" {
		return dst
	}
	return vocab.AppendURI(append(dst, '?'), q.raw)
}

// appendPageURL writes the URL of another page: the requested one, with another page or cursor.
func (q *collectionQuery) appendPageURL(dst []byte, prefix string, x *exchange, link *pageLink) []byte {
	dst = append(append(dst, prefix...), q.path...)
	name, separator, placed := paramPage, byte('?'), false
	if link.page == 0 {
		name = paramAfter
	}
	place := func(dst []byte) []byte {
		placed = true
		dst = append(append(append(dst, separator), name...), '=')
		if link.page == 0 {
			return append(dst, link.cursor...)
		}
		return strconv.AppendInt(dst, int64(link.page), 10)
	}
	for i := range x.params.List {
		param := &x.params.List[i]
		if param.Name == name {
			dst = place(dst)
		} else {
			dst = appendParam(append(dst, separator), param.RawName, param.Raw)
		}
		separator = '&'
	}
	if !placed {
		dst = place(dst)
	}
	return dst
}

func appendParam(dst []byte, name, value string) []byte {
	dst = append(vocab.AppendURI(dst, name), '=')
	return vocab.AppendURI(dst, value)
}

// pagingLinks adds the links to other pages to a header.
func (s *Server) pagingLinks(h http.Header, x *exchange, q *collectionQuery, win *window) {
	x.links = x.links[:0]
	for i := range win.links {
		link := &win.links[i]
		if i > 0 {
			x.links = append(x.links, ", "...)
		}
		x.links = append(q.appendPageURL(append(x.links, '<'), s.headerPrefix(), x, link), `>; rel="`...)
		x.links = append(append(x.links, link.rel...), '"')
	}
	shared := h["Link"]
	all := make([]string, len(shared), len(shared)+1)
	copy(all, shared)
	h["Link"] = append(all, string(x.links))
}
