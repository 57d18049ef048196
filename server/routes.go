package server

import (
	"maps"
	"net/http"
	"slices"
)

// Endpoint is a path that the server answers at, and a method that it has there. HEAD goes with GET, and OPTIONS with all.
type Endpoint struct {
	// Method is the HTTP method.
	Method string
	// Path is the public path, with the base's in front. It is a template where it stands for many: "/api/events/{id}".
	Path string
}

// Endpoints lists everything that the server answers at: the classes in their order, the documents, the team's own routes,
// and the path that tells whether it takes requests.
func (s *Server) Endpoints() []Endpoint {
	var all []Endpoint
	for _, r := range s.api.Resources() {
		path := s.base.Path + r.Definition.Path
		for _, o := range r.Collection {
			all = append(all, Endpoint{o.Method, path})
		}
		for _, kind := range s.exportsOf(r) {
			all = append(all, Endpoint{http.MethodGet, path + kind.extension()})
		}
		for _, o := range r.Item {
			all = append(all, Endpoint{o.Method, path + "/{" + r.Definition.Schema.Layout().Identifier().Key + "}"})
		}
	}
	for _, d := range s.documents {
		path := s.base.Path + d.path
		if path == "" {
			path = "/"
		}
		all = append(all, Endpoint{http.MethodGet, path})
	}
	for _, path := range slices.Sorted(maps.Keys(s.files)) {
		all = append(all, Endpoint{http.MethodGet, s.base.Path + path})
	}
	for _, route := range s.config.Routes {
		methods := route.Methods
		if len(methods) == 0 {
			methods = []string{http.MethodGet}
		}
		for _, method := range methods {
			all = append(all, Endpoint{method, s.base.Path + route.Path})
		}
	}
	return append(all, Endpoint{http.MethodGet, pingPath})
}
