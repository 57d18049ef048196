package servertest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/servertest/lint"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// API is an API that runs in memory. It is safe for concurrent use.
type API struct {
	handler http.Handler
	// origin is the scheme and host of the public address, base the whole of it.
	origin, base string
	// shapes are what responses are validated by; nil when they aren't.
	shapes *core.Shapes
	// restricted are the names and the paths of the property shapes of what only some audience may see.
	restricted map[vocab.IRI]bool

	*documents
}

// documents are the contexts that were fetched from an API.
type documents struct {
	mutex      sync.Mutex
	contexts   map[string][]byte
	processors map[string]*jsonld.Processor
}

// New runs a server. Its handler must be mounted at the path of its base URL, as it is unless configured otherwise.
func New(tb testing.TB, s *server.Server) *API {
	tb.Helper()
	if s == nil {
		tb.Fatal("servertest: there is no server")
	}
	a := NewHandler(tb, s, s.API().Base().URL)
	a.restricted = restricted(s.API())
	return a
}

// NewHandler runs a handler that serves an API: the application around it, for example. baseURL is the API's public address.
func NewHandler(tb testing.TB, handler http.Handler, baseURL string) *API {
	tb.Helper()
	base, err := url.Parse(baseURL)
	if err != nil || base.Host == "" {
		tb.Fatalf("servertest: base URL %q: want the public address of the API", baseURL)
	}
	return &API{
		handler: handler, origin: base.Scheme + "://" + base.Host, base: strings.TrimSuffix(baseURL, "/"),
		documents: &documents{contexts: map[string][]byte{}, processors: map[string]*jsonld.Processor{}},
	}
}

// Get sends a GET request. The target is a path with its query, as a client sends it, or a URL below the API's own address.
// A header is "Name: value"; a name may come several times.
func (a *API) Get(tb testing.TB, target string, header ...string) *Response {
	tb.Helper()
	return a.Do(tb, http.MethodGet, target, header...)
}

// Head sends a HEAD request, as [API.Get] does.
func (a *API) Head(tb testing.TB, target string, header ...string) *Response {
	tb.Helper()
	return a.Do(tb, http.MethodHead, target, header...)
}

// Do sends a request without a body, as [API.Get] does.
func (a *API) Do(tb testing.TB, method, target string, header ...string) *Response {
	tb.Helper()
	r, err := a.Try(method, target, header...)
	if err != nil {
		tb.Fatalf("%s %s: %v", method, target, err)
	}
	r.checkShapes(tb)
	return r
}

// ErrRequest is the error of a request that net/http refuses before any handler sees it.
var ErrRequest = errors.New("servertest: net/http refuses the request")

// Try is [API.Do] that returns an error for what is no HTTP request: [ErrRequest], or the reason why a URL is not the API's.
// The request is read by net/http from the bytes that a client would send, so that a handler sees just what it would see.
func (a *API) Try(method, target string, header ...string) (*Response, error) {
	path, ok := strings.CutPrefix(target, a.origin)
	if ok && path == "" {
		path = "/"
	}
	if !strings.HasPrefix(path, "/") && path != "*" {
		return nil, fmt.Errorf("want a path, or a URL at %s", a.origin)
	}
	var wire bytes.Buffer
	_, host, _ := strings.Cut(a.origin, "://")
	fmt.Fprintf(&wire, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, path, host)
	for _, line := range header {
		wire.WriteString(line + "\r\n")
	}
	wire.WriteString("\r\n")
	request, err := http.ReadRequest(bufio.NewReader(&wire))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRequest, err)
	}
	request.RemoteAddr = "192.0.2.1:1234"
	recorder := httptest.NewRecorder()
	a.handler.ServeHTTP(recorder, request)
	result := recorder.Result()
	return &Response{
		Status: result.StatusCode, Header: result.Header, Body: recorder.Body.Bytes(),
		URL: a.origin + path, Method: method, api: a,
	}, nil
}

// Lint returns what the declarations of an API lack. See package lint for the rules.
func Lint(s *server.Server) []lint.Finding { return lint.Check(s) }
