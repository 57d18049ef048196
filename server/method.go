package server

import "net/http"

// read says whether a request reads. Otherwise it has been answered: OPTIONS, a method that the resource doesn't have, or
// one that nothing has.
func (s *Server) read(w http.ResponseWriter, r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return true
	case http.MethodOptions:
		s.options(w, allowRead)
		return false
	}
	s.refuseMethod(w, r, allowRead)
	return false
}

// refuseMethod answers a method that a resource doesn't have: 405, or 501 for one that no resource has.
func (s *Server) refuseMethod(w http.ResponseWriter, r *http.Request, allow string) {
	w.Header()["Allow"] = []string{allow}
	p := &Problem{Code: CodeMethodNotAllowed, Detail: "This resource supports " + allow + "."}
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodOptions, http.MethodTrace, http.MethodConnect:
	default:
		p = &Problem{Code: CodeNotImplemented, Detail: "The server knows GET, HEAD, OPTIONS, POST, PUT, PATCH and DELETE; method names are upper case."}
	}
	s.WriteError(w, r, p)
}
