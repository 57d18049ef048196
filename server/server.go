package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"strings"

	"github.com/gorilla/mux"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/link"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/shacl/record"
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
	mount, prefix     string
	offers            *negotiate.Offers
	processor         *jsonld.Processor
	prefixes          *vocab.Prefixes
	common            headerSet
	cacheControl      string
	documentationLink string
	languages         []string
	languageHeaders   map[uint64][]string
	fingerprint       uint64
	// resources are the classes by path below the base: one look-up however many there are.
	resources map[string]*resource
	documents []*staticDocument
	router    *mux.Router
	problems  problemWriter
	exchanges exchanges
	logger    *slog.Logger
	draining  drain
}

// New compiles an API: it checks every declaration, renders every document and compiles what serves each class. The error
// joins every mistake of every class.
func New(config Config, bindings ...Binding) (*Server, error) {
	s := &Server{config: config, logger: config.Logger, cacheControl: config.CacheControl, resources: map[string]*resource{}}
	if s.cacheControl == "" {
		s.cacheControl = "no-cache"
	}
	offers, err := newOffers(config.Default)
	errs := []error{err}
	s.offers = offers
	resources := make([]hydra.Resource, 0, len(bindings))
	for i := range bindings {
		b := &bindings[i]
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
		Resources: resources, MediaTypes: mediaTypeList(),
	})
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	s.api = api
	s.address()
	if err := s.compileProcessor(); err != nil {
		return nil, err
	}
	if err := s.compileResources(bindings); err != nil {
		return nil, err
	}
	if err := s.compileDocuments(); err != nil {
		return nil, err
	}
	return s, s.route()
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
	s.prefix = s.base.Path
	if s.config.Links == LinkAbsolute {
		s.prefix = s.base.URL
	}
	metadata := s.api.Metadata()
	s.documentationLink = string(link.AppendLink(nil, s.base.URL+"/documentation", vocab.NSHydra+"apiDocumentation"))
	s.common = commonHeaders(metadata.Version, s.documentationLink, s.base.Scheme == "https")
	s.languages = metadata.Languages
	s.languageHeaders = languageHeaders(s.languages)
	s.fingerprint = hashString(hashString(hashStart, s.base.URL), s.prefix)
}

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
	segments := represent.Segments(func(f *record.Field) (string, bool) {
		if target := s.api.Target(f.Target); target != nil {
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
	return errors.Join(errs...)
}

// route makes the router of everything that is no class.
func (s *Server) route() error {
	s.router = mux.NewRouter().UseEncodedPath().SkipClean(true)
	s.router.NotFoundHandler = http.HandlerFunc(s.notFound)
	for _, d := range s.documents {
		s.router.Path(d.path).Handler(s.serveDocument(d))
	}
	var errs []error
	for _, route := range s.config.Routes {
		if route.Handler == nil || !strings.HasPrefix(route.Path, "/") {
			errs = append(errs, fmt.Errorf("server.Config.Routes: %q: want a path that starts with a slash, and a handler", route.Path))
			continue
		}
		errs = append(errs, s.router.Path(route.Path).Handler(s.serveRoute(route)).GetError())
	}
	return errors.Join(errs...)
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
			route.Handler.ServeHTTP(w, r)
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

// serve finds what a path means: a class by one or two look-ups, else what the router knows.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	escaped := r.URL.RawPath
	if escaped == "" {
		escaped = r.URL.Path
	}
	below, ok := strings.CutPrefix(escaped, s.mount)
	if !ok || below != "" && below[0] != '/' {
		if escaped == pingPath {
			s.ping(w, r)
			return
		}
		s.notFound(w, r)
		return
	}
	if len(below) > maxPath {
		w.Header()["Allow"] = allowReadValue
		s.WriteError(w, r, &problem{code: codeURITooLong, detail: "The path is longer than 8192 bytes."})
		return
	}
	if res := s.resources[below]; res != nil && res.source.list != nil {
		s.serveCollection(w, r, res)
		return
	}
	if slash := strings.LastIndexByte(below, '/'); slash > 0 && slash < len(below)-1 {
		if res := s.resources[below[:slash]]; res != nil && res.source.get != nil {
			s.serveItem(w, r, res, below[slash+1:])
			return
		}
	}
	if below == pingPath && s.mount == "" {
		s.ping(w, r)
		return
	}
	s.serveRouted(w, r, below)
}

// maxPath is the length of the longest path that is looked at.
const maxPath = 8 << 10

// serveRouted hands a request to the router, which knows paths below the base only.
func (s *Server) serveRouted(w http.ResponseWriter, r *http.Request, below string) {
	if below == "" {
		below = "/"
	}
	inner := *r
	url := *r.URL
	url.Path, url.RawPath = below, ""
	if decoded, err := pathUnescape(below); err == nil && decoded != below {
		url.Path, url.RawPath = decoded, below
	}
	inner.URL = &url
	s.router.ServeHTTP(w, &inner)
}

// notFound answers a path that means nothing.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodOptions {
		s.options(w, allowRead)
		return
	}
	w.Header()["Allow"] = allowReadValue
	s.WriteError(w, r, &problem{code: codeNotFound, detail: "Nothing is served at this path. The entry point is " + s.api.Base().EntryPoint() + "."})
}
