package server

import (
	"fmt"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"

	"github.com/hydrant-ld/hydrant/vocab"
)

// An API that is reached at several addresses has an edition of everything that it serves for each of them: for each path
// that a trusted gateway says it took off, and, with relative links, for each depth of a request's path. An edition is a
// whole server with the same stores.

// edition says which one it is.
type edition struct {
	// forwarded is the path that a gateway took off.
	forwarded string
	// depth is the number of slashes in the path below the base, absent when links are not relative.
	depth int
}

const (
	// absent is the depth of links that are not relative.
	absent = -1
	// maxEditions is how many editions are kept. One more takes the place of any other.
	maxEditions = 64
	// maxRequestDepth is that of the deepest path that anything is served at; what is behind it is answered as if it were there.
	maxRequestDepth = 8
	// maxForwarded is the length of the longest path that a gateway takes off.
	maxForwarded = 256
)

type editions struct {
	lock sync.RWMutex
	made map[edition]*Server
	// making is held while one is made: one at a time, while requests for the others go on.
	making sync.Mutex
	make   func(edition) (*Server, error)
}

// compileEditions readies a server for having editions, and makes those that every API needs.
func (s *Server) compileEditions(bindings []Binding) error {
	if s.config.Links != LinkRelative && len(s.config.TrustedProxies) == 0 {
		return nil
	}
	bindings = slices.Clone(bindings)
	s.editions = &editions{made: map[edition]*Server{}, make: func(e edition) (*Server, error) {
		config := s.config
		config.BaseURL = s.base.Scheme + "://" + s.base.Host + e.forwarded + s.base.Path
		config.Mount = "/" + strings.TrimPrefix(s.mount, "/")
		made, err := compile(config, e.depth, bindings)
		if err == nil {
			made.draining = s.draining
		}
		return made, err
	}}
	if s.config.Links != LinkRelative {
		return nil
	}
	for depth := range 3 {
		if _, err := s.editions.get(edition{depth: depth}); err != nil {
			return err
		}
	}
	return nil
}

// edition is the server that answers a request.
func (s *Server) edition(r *http.Request) *Server {
	e := edition{forwarded: s.forwarded(r), depth: absent}
	if s.config.Links == LinkRelative {
		if below, ok := strings.CutPrefix(r.URL.EscapedPath(), s.mount); ok && (below == "" || below[0] == '/') {
			e.depth = min(strings.Count(below, "/"), maxRequestDepth)
		}
	}
	if e == (edition{depth: absent}) {
		return s
	}
	made, err := s.editions.get(e)
	if err != nil {
		s.logProblem(r, requestID(r), &Problem{Code: CodeServerError, Cause: fmt.Errorf("the edition behind %q: %w", e.forwarded, err)})
		return s
	}
	return made
}

// get returns an edition. The first request for it waits until it is made.
func (e *editions) get(key edition) (*Server, error) {
	if s := e.known(key); s != nil {
		return s, nil
	}
	e.making.Lock()
	defer e.making.Unlock()
	if s := e.known(key); s != nil {
		return s, nil
	}
	s, err := e.make(key)
	if err != nil {
		return nil, err
	}
	e.lock.Lock()
	defer e.lock.Unlock()
	for other := range e.made {
		if len(e.made) < maxEditions {
			break
		}
		delete(e.made, other)
	}
	e.made[key] = s
	return s, nil
}

// known returns an edition that was made before.
func (e *editions) known(key edition) *Server {
	e.lock.RLock()
	defer e.lock.RUnlock()
	return e.made[key]
}

// forwarded is the path that a trusted gateway says it took off, "" if it says none that can be believed.
func (s *Server) forwarded(r *http.Request) string {
	lines := r.Header["X-Forwarded-Prefix"]
	if len(s.config.TrustedProxies) == 0 || len(lines) != 1 {
		return ""
	}
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !slices.ContainsFunc(s.config.TrustedProxies, func(p netip.Prefix) bool { return p.Contains(from.Addr().Unmap()) }) {
		return ""
	}
	if prefix := strings.TrimSuffix(lines[0], "/"); isPlainPath(prefix) {
		return prefix
	}
	return ""
}

// isPlainPath says whether a text is a path that means the same to everybody who resolves references against it: of segments
// that are neither empty nor dots, without anything encoded, and nothing behind it.
func isPlainPath(path string) bool {
	below, ok := strings.CutPrefix(path, "/")
	if !ok || len(path) > maxForwarded || strings.ContainsAny(path, "?#,%") || vocab.CheckURI("http://h"+path) != nil {
		return false
	}
	for segment := range strings.SplitSeq(below, "/") {
		if segment == "" || segment == "." || segment == ".." {
			return false
		}
	}
	return true
}

// relativePrefix leads from a path at a depth below the base to the base.
func relativePrefix(base string, depth int) string {
	switch slash := strings.LastIndexByte(base, '/'); {
	case depth == 0 && slash >= 0:
		return "." + base[slash:]
	case depth < 2:
		return "."
	default:
		return strings.TrimSuffix(strings.Repeat("../", depth-1), "/")
	}
}

// readAt is the address that a document at a path below the base is read at. Relative links are relative to any address at
// their depth.
func (s *Server) readAt(path string) string {
	if s.depth != absent {
		path = strings.Repeat("/x", s.depth)
	}
	return s.base.URL + path
}

// inHeader is an address of the API as Link headers refer to it: relative where links are.
func (s *Server) inHeader(address string) string {
	if below, ok := strings.CutPrefix(address, s.base.URL); ok {
		return s.headerPrefix() + below
	}
	return address
}

// headerPrefix precedes a path below the base in Link headers.
func (s *Server) headerPrefix() string {
	if s.depth != absent {
		return s.prefix
	}
	return s.base.URL
}

// openAPIPrefix is where an OpenAPI document says that the API is: an address, never a relative reference.
func (s *Server) openAPIPrefix() string {
	if s.depth != absent {
		return s.base.Path
	}
	return s.prefix
}

// vary lists the request fields that a response depends on.
func (s *Server) vary(names string) string {
	if len(s.config.TrustedProxies) > 0 {
		names += ", X-Forwarded-Prefix"
	}
	return names
}
