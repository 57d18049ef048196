package server

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// nest notes that a class has its collections below the resources of another.
func (s *Server) nest(res *resource) {
	d := res.definition
	if !d.Nested() {
		return
	}
	if s.nested == nil {
		s.nested = map[string][]*resource{}
	}
	res.parent = s.resources[d.Parent()]
	s.nested[d.Parent()] = append(s.nested[d.Parent()], res)
}

// serveNested answers a path below a resource, /persons/1/children or /persons/1/children/2, if there is a class for it.
func (s *Server) serveNested(w http.ResponseWriter, r *http.Request, below string) bool {
	for end := 1; end < len(below); end++ {
		if below[end] != '/' {
			continue
		}
		for _, res := range s.nested[below[:end]] {
			above, path, _ := strings.Cut(below[end+1:], "/")
			rest, ok := strings.CutPrefix(path, res.definition.SubPath()[1:])
			switch {
			case !ok || above == "":
			case rest == "" && res.source.list != nil:
				s.serveCollection(w, r, res, unescape(above))
				return true
			case len(rest) > 1 && strings.LastIndexByte(rest, '/') == 0 && res.source.get != nil:
				s.serveItem(w, r, res, rest[1:], unescape(above))
				return true
			}
		}
	}
	return false
}

// exists says why there is no sub-collection below a resource: there is no such resource. A class whose store has no Get is
// not asked.
func (res *resource) exists(ctx context.Context, above string) error {
	if res.parent == nil || res.parent.source.get == nil {
		return nil
	}
	it, err := res.parent.source.get(ctx, above)
	if err == nil && it.value == nil {
		err = store.ErrNotFound
	}
	if err != nil {
		return res.parent.explain(above, err)
	}
	return nil
}

// below makes a query ask for one sub-collection, and returns its path.
func (res *resource) below(x *exchange) string {
	x.query.Filters = append(x.query.Filters, res.member(x.above))
	path := append([]byte(res.definition.Parent()), '/')
	return string(append(vocab.AppendSegment(path, x.above), res.definition.SubPath()...))
}

// appendControls appends the controls of a collection. The path in the search template of a sub-collection is its own.
func (res *resource) appendControls(dst []byte, text [][]byte, subject []byte, q *collectionQuery) []byte {
	start := len(dst)
	dst = appendFilled(dst, text, subject)
	if res.parent == nil {
		return dst
	}
	own := bytes.ReplaceAll(dst[start:], []byte(res.definition.Path+"{?"), []byte(q.path+"{?"))
	return append(dst[:start], own...)
}

// member is the condition of being below a resource.
func (res *resource) member(above string) store.Filter {
	return store.Filter{Property: res.definition.Within, Operator: store.Equal, Values: []store.Value{store.Text(above)}}
}

// members finds what is below a resource, if that is not too much to embed.
func (res *resource) members(ctx context.Context, above string) ([]item, error) {
	most := res.described.MaxPageSize
	p, err := res.source.list(ctx, &store.Query{Filters: []store.Filter{res.member(above)}, Limit: most})
	switch {
	case err != nil:
		return nil, err
	case p.more || len(p.items) > most:
		return nil, &Problem{Code: CodeTooManyResults, Detail: "There are more than can be embedded: follow the link to " + res.definition.Name + " instead."}
	}
	for i := range p.items {
		if p.items[i].value == nil {
			return nil, errors.New("class " + res.definition.Path + ": the store's List returned an item without a value")
		}
	}
	return p.items, nil
}
