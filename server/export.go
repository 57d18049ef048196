package server

import (
	"net/http"
	"slices"

	"github.com/hydrant-ld/hydrant/hydra"
)

// export is a whole collection at an address of its own, for tools that download files and negotiate nothing: what the
// catalogue lists. The path is that of the collection and an extension, which the path of no class has.
type export struct {
	resource *resource
	kind     representation
	headers  headerSet
}

// extension is that of the file that a collection can be had as, "" for syntaxes that are written a page at a time.
func (rep representation) extension() string {
	switch rep {
	case asCSV:
		return ".csv"
	case asNDJSON:
		return ".ndjson"
	default:
		return ""
	}
}

// exportsOf are the syntaxes that a collection can be had in as a whole. One that wants a filter can't, and a sub-collection
// is a part of one.
func (s *Server) exportsOf(r *hydra.Resource) []representation {
	if len(r.Collection) == 0 || r.Definition.Nested() || len(r.Definition.Rules.Required) > 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.collections.kinds), func(rep representation) bool { return rep.extension() == "" })
}

// compileExports makes the exports of a class whose representations have headers already: with other links, since there are
// no other representations at the address of an export, and depending on less.
func (s *Server) compileExports(res *resource, links [representations][]string, vary func(representation) string) {
	for _, kind := range s.exportsOf(res.described) {
		s.exports[res.definition.Path+kind.extension()] = &export{
			resource: res, kind: kind, headers: res.collectionHeaders[kind].with("Vary", s.vary(vary(kind))).with("Link", links[kind]...),
		}
	}
}

// serveExport answers a request for an export.
func (s *Server) serveExport(w http.ResponseWriter, r *http.Request, e *export) {
	if !s.read(w, r) {
		return
	}
	if err := s.writeExport(w, r, e); err != nil {
		w.Header()["Allow"] = allowReadValue
		s.WriteError(w, r, err)
	}
}

func (s *Server) writeExport(w http.ResponseWriter, r *http.Request, e *export) error {
	x := s.exchanges.get()
	defer s.exchanges.put(x)
	if err := s.parse(r, x); err != nil {
		return err
	}
	if x.alone(r) {
		x.invalid = append(x.invalid, InvalidParam{Name: paramFormat, Code: string(CodeUnsupportedCombi), Detail: "the address ends in the format: leave " + paramFormat + " out"})
	}
	x.rep = e.kind
	x.audience = s.audience(r, e.resource, x)
	q, err := s.collectionParameters(r, e.resource, x, true)
	if err != nil {
		return err
	}
	return s.stream(w, r, e.resource, x, &q, e.headers)
}
