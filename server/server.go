package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/link"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// Server is a compiled API that answers HTTP requests. It is immutable and safe for concurrent use; what changes is in
// the stores.
type Server struct {
	config Config
	api    *hydra.API
	base   hydra.Base
	// mount is the path in front of a resource's path in requests, prefix what JSON refers to resources with.
	mount, prefix string
	// depth is that of the requests that links are relative to: the number of slashes in their paths below the base.
	depth int
	// editions are those for gateways and depths, if there are any.
	editions *editions
	// items, collections and graphs are what each can be had as.
	items, collections, graphs *menu
	processor                  *jsonld.Processor
	prefixes                   *vocab.Prefixes
	common                     headerSet
	cacheControl               string
	documentationLink          string
	languages                  []string
	languageHeaders            map[uint64][]string
	fingerprint                uint64
	// resources are the classes by path below the base: one look-up however many there are.
	resources map[string]*resource
	// exports are the whole collections that can be had as files, by path below the base.
	exports map[string]*export
	// nested are the classes with sub-collections by the path of the class above.
	nested map[string][]*resource
	// documents are the documents in order, byPath the same by path below the base, "" for the entry point.
	documents []*staticDocument
	byPath    map[string]*staticDocument
	// files are those of the documentation page, by path.
	files map[string]*docsFile
	// router has the team's own routes; nil if there are none.
	router    *mux.Router
	problems  problemWriter
	html      htmlWriter
	exchanges exchanges
	logger    *slog.Logger
	// draining is common to all editions.
	draining *drain
}

// New compiles an API: it checks every declaration, makes every document and compiles what serves each class. The error
// joins every mistake of every class.
func New(config Config, bindings ...Binding) (*Server, error) {
	s, err := compile(config, absent, bindings)
	if err != nil {
		return nil, err
	}
	return s, s.compileEditions(bindings)
}

// compile compiles an API for requests at a depth below the base, if links are relative to them.
func compile(config Config, depth int, bindings []Binding) (*Server, error) {
	s := &Server{config: config, depth: depth, logger: config.Logger, draining: &drain{}, cacheControl: config.CacheControl, resources: map[string]*resource{}, exports: map[string]*export{}, byPath: map[string]*staticDocument{}}
	if s.cacheControl == "" {
		s.cacheControl = "no-cache"
	}
	errs := []error{s.compileMenus(config.Default)}
	if config.ProblemLanguage != "" && !slices.Contains(problemLanguages, config.ProblemLanguage) {
		errs = append(errs, fmt.Errorf("server.Config.ProblemLanguage: %q is none of %s", config.ProblemLanguage, strings.Join(problemLanguages, ", ")))
	}
	resources := make([]hydra.Resource, 0, len(bindings))
	for i := range bindings {
		b := &bindings[i]
		if b.definition != nil && b.definition.Path == pingPath {
			errs = append(errs, fmt.Errorf("class %s: the path is the framework's own: choose another", pingPath))
		}
		if b.err != nil {
			errs = append(errs, b.err)
			continue
		}
		r, err := b.resource()
		errs = append(errs, err)
		resources = append(resources, r)
	}
	api, err := hydra.Compile(hydra.Config{
		BaseURL: config.BaseURL, Vocabulary: config.Vocabulary, Metadata: config.Metadata,
		Resources: resources, EntryPointStatuses: entryPointStatuses(),
		MediaTypes: mediaTypes(forAll), ItemMediaTypes: mediaTypes(forItems), CollectionMediaTypes: mediaTypes(forCollections),
	})
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	s.api = api
	s.address()
	if err := s.compileProcessor(); err != nil {
		return nil, err
	}
	if err := s.compilePages(); err != nil {
		return nil, err
	}
	if err := s.compileResources(bindings); err != nil {
		return nil, err
	}
	if err := s.compileDocuments(); err != nil {
		return nil, err
	}
	if err := s.route(); err != nil {
		return nil, err
	}
	return s, nil
}

// API is the compiled API, which documents are made of.
func (s *Server) API() *hydra.API { return s.api }

// address fills in what follows from the public address.
func (s *Server) address() {
	s.base = s.api.Base()
	s.mount = s.base.Path
	if s.config.Mount != "" {
		s.mount = strings.TrimSuffix(path.Clean("/"+s.config.Mount), "/")
	}
	switch {
	case s.config.Links == LinkAbsolute:
		s.prefix = s.base.URL
	case s.depth == absent:
		s.prefix = s.base.Path
	default:
		s.prefix = relativePrefix(s.base.Path, s.depth)
	}
	metadata := s.api.Metadata()
	s.documentationLink = string(link.AppendLink(nil, s.headerPrefix()+"/documentation", vocab.NSHydra+"apiDocumentation"))
	s.common = commonHeaders(metadata.Version, s.documentationLink, s.base.Scheme == "https")
	s.languages = metadata.Languages
	s.languageHeaders = languageHeaders(s.languages)
	s.fingerprint = hashString(hashString(hashString(hashStart, format), s.base.URL), s.prefix)
	s.fingerprint += uint64(s.config.HALPages)
	for _, tag := range s.languages {
		s.fingerprint = hashString(s.fingerprint, tag)
	}
}

// format changes whenever this package writes the same resource in another way.
const format = "1"

// contextLink is the Link that gives application/json its JSON-LD context.
func contextLink(url string) string {
	return string(link.AppendLink(nil, url, "http://www.w3.org/ns/json-ld#context", "type", "application/ld+json"))
}

func (s *Server) compileProcessor() error {
	contexts := map[string][]byte{}
	for _, c := range s.api.Contexts() {
		contexts[s.base.URL+c.Path] = c.Body
	}
	s.prefixes = vocab.StandardPrefixes()
	processor, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
	s.processor = processor
	return err
}

func (s *Server) compileResources(bindings []Binding) error {
	segments := represent.Segments(func(t reflect.Type) (string, bool) {
		if target := s.api.Target(t); target != nil {
			return target.Definition.Path, true
		}
		return "", false
	})
	var errs []error
	for i := range bindings {
		b := &bindings[i]
		res, err := s.newResource(b, s.api.Resource(b.definition.Path), segments)
		errs = append(errs, err)
		s.resources[b.definition.Path] = res
	}
	for _, res := range s.resources {
		if res != nil {
			s.nest(res)
			errs = append(errs, s.compileRelations(res))
		}
	}
	return errors.Join(errs...)
}

// route makes the router of the team's own routes.
func (s *Server) route() error {
	if len(s.config.Routes) == 0 {
		return nil
	}
	s.router = mux.NewRouter().UseEncodedPath().SkipClean(true)
	s.router.NotFoundHandler = http.HandlerFunc(s.notFound)
	var errs []error
	for _, route := range s.config.Routes {
		switch {
		case route.Handler == nil || !strings.HasPrefix(route.Path, "/"):
			errs = append(errs, fmt.Errorf("server.Config.Routes: %q: want a path that starts with a slash, and a handler", route.Path))
		case s.answers(route.Path):
			errs = append(errs, fmt.Errorf("server.Config.Routes: %q: the API answers this path itself", route.Path))
		case slices.ContainsFunc(route.Methods, func(m string) bool { return m == "" || m != strings.ToUpper(m) }):
			errs = append(errs, fmt.Errorf("server.Config.Routes: %q: methods are written in upper case: %q", route.Path, route.Methods))
		default:
			errs = append(errs, s.router.Path(s.mount+route.Path).Handler(s.serveRoute(route)).GetError())
		}
	}
	return errors.Join(errs...)
}

// answers says whether a path below the base is that of a document, a class or one of its items.
func (s *Server) answers(path string) bool {
	return s.byPath[path] != nil || s.files[path] != nil || s.exports[path] != nil ||
		s.resources[path] != nil || s.resources[path[:strings.LastIndexByte(path, '/')]] != nil
}

// serveRoute serves a route of the team's own with the API's headers.
func (s *Server) serveRoute(route Route) http.Handler {
	methods := append([]string{}, route.Methods...)
	if len(methods) == 0 {
		methods = []string{http.MethodGet}
	}
	allowed := map[string]bool{}
	for _, m := range methods {
		allowed[m] = true
	}
	if allowed[http.MethodGet] && !allowed[http.MethodHead] {
		methods = append(methods, http.MethodHead)
		allowed[http.MethodHead] = true
	}
	allow := strings.Join(append(methods, http.MethodOptions), ", ")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case allowed[r.Method]:
			h := w.Header()
			s.common.set(h)
			h["Allow"] = []string{allow}
			for name, value := range mux.Vars(r) {
				r.SetPathValue(name, value)
			}
			s.guarded(w, r, route.Handler)
		case r.Method == http.MethodOptions:
			s.options(w, allow)
		default:
			s.refuseMethod(w, r, allow)
		}
	})
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer s.recover(w, r)
	if s.logger == nil {
		s.serve(w, r)
		return
	}
	s.logged(w, r)
}

// serve finds what a path means: a class, a document or a route of the team's own, by a look-up or two.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if s.editions != nil {
		s.edition(r).serveHere(w, r)
		return
	}
	s.serveHere(w, r)
}

// serveHere finds it in this edition of the API.
func (s *Server) serveHere(w http.ResponseWriter, r *http.Request) {
	path := r.URL.EscapedPath()
	if strings.IndexByte(path, '%') >= 0 {
		path = unreserved(path)
	}
	below, ok := strings.CutPrefix(path, s.mount)
	switch {
	case path == pingPath:
		s.ping(w, r)
	case path == "*":
		s.options(w, allowRead)
	case len(path) > maxPath:
		s.refuse(w, r, &Problem{Code: CodeURITooLong, Detail: "The path is longer than 8192 bytes."})
	case !text(r.URL.Path):
		s.refuse(w, r, &Problem{Code: CodePathEncoding, Detail: "The path has a control character, or bytes that are not UTF-8."})
	case !ok || below != "" && below[0] != '/':
		s.notFound(w, r)
	default:
		s.serveBelow(w, r, below)
	}
}

// serveBelow answers a path below the base.
func (s *Server) serveBelow(w http.ResponseWriter, r *http.Request, below string) {
	if res := s.resources[below]; res != nil && res.source.list != nil {
		s.serveCollection(w, r, res, "")
		return
	}
	if strings.IndexByte(below, '.') >= 0 { // most paths need not be looked up
		if e := s.exports[below]; e != nil {
			s.serveExport(w, r, e)
			return
		}
	}
	if slash := strings.LastIndexByte(below, '/'); slash > 0 && slash < len(below)-1 {
		if res := s.resources[below[:slash]]; res != nil && res.source.get != nil {
			s.serveItem(w, r, res, below[slash+1:], "")
			return
		}
	}
	if s.nested != nil && s.serveNested(w, r, below) {
		return
	}
	if d := s.byPath[below]; d != nil {
		s.serveDocument(w, r, d)
		return
	}
	if f := s.files[below]; f != nil {
		s.serveFile(w, r, f)
		return
	}
	if s.router == nil {
		s.notFound(w, r)
		return
	}
	s.router.ServeHTTP(w, r)
}

// maxPath is the length of the longest path that is looked at.
const maxPath = 8 << 10

// refuse answers a request before it is known what for.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	w.Header()["Allow"] = allowReadValue
	s.WriteError(w, r, err)
}

// notFound answers a path that means nothing.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodOptions {
		s.options(w, allowRead)
		return
	}
	s.refuse(w, r, &Problem{Code: CodeNotFound, Detail: "Nothing is served at this path. The entry point is " + s.api.Base().EntryPoint() + "."})
}
