package main

import (
	"net/http"
	"strings"
	"testing"
)

// FuzzRequest sends requests of any kind. Whatever comes in, the answer is no 5xx but 501 for a method that nobody knows, and
// it can be read: a problem when it failed, a graph when it didn't, whose links can be followed.
func FuzzRequest(f *testing.F) {
	for _, seed := range []struct{ method, target, accept, other string }{
		{"GET", "/api", "*/*", ""},
		{"GET", "/api/documentation", "text/turtle", ""},
		{"GET", "/api/events?addressCountry=Germany&startDate=gte:2019-01-01&sort=-startDate&pageSize=7", "application/ld+json", ""},
		{"GET", "/api/events?after=&pageSize=2&fields=name,addressLocality", "application/n-triples", "Prefer: handling=lenient"},
		{"GET", "/api/events?after=ARgAA4s4K_gMFGFwaS1kYWdlbi0yMDI2LTA2LTA5B_eR9Q", "", ""},
		{"GET", "/api/events?name=*gopher*,a%2Cb&keywords=ne:x&startDate=lt:2030-01-01", "application/json;q=0.5", "Accept-Language: nl"},
		{"HEAD", "/api/events/gopherday-2026-05-20?fields=url,location.geo", "application/n-quads", `If-None-Match: "a", W/"b"`},
		{"OPTIONS", "*", "", "Access-Control-Request-Method: PUT"},
		{"POST", "/api/events/%2e%2e/%00?%ff=%&;=+", "a/b;c=\"d", "Content-Length: 5"},
		{"BREW", "//[::1]/api", ",,;q=2", "X-Forwarded-Host: evil.example"},
		{"GET", "/api/events?name=\u00e9%C3%A9\"<>\\^`{|}", "application/ld+json", ""},
		{"GET", "/api/problems/notFound", "text/turtle;q=0.1,application/problem+json;q=0", ""},
	} {
		f.Add(seed.method, seed.target, seed.accept, seed.other)
	}
	api := seeded(f)
	f.Fuzz(func(t *testing.T, method, target, accept, other string) {
		if strings.ContainsAny(method+target+accept+other, "\r\n") {
			return // it would be another request
		}
		var header []string
		if accept != "" {
			header = append(header, "Accept: "+accept)
		}
		if other != "" {
			header = append(header, other)
		}
		r, err := api.Try(method, target, header...)
		if err != nil {
			return // net/http refuses it before any handler sees it
		}
		if r.Status >= 500 && r.Status != http.StatusNotImplemented {
			t.Fatalf("status %d\n%s", r.Status, r.Body)
		}
		if lines := r.Header.Values("Link"); len(lines) == 0 || lines[0] != documentationLink {
			t.Fatalf("Link %q", lines)
		}
		for name, values := range r.Header {
			for _, value := range values {
				for i := range len(value) {
					if value[i] < ' ' || value[i] >= 0x7f {
						t.Fatalf("%s: %q has the byte %#x", name, value, value[i])
					}
				}
			}
		}
		switch {
		case method == http.MethodHead || r.Status == http.StatusNotModified || r.Status == http.StatusNoContent:
			if len(r.Body) != 0 {
				t.Fatalf("status %d of %s has a body: %s", r.Status, method, r.Body)
			}
		case r.Status >= 400 && r.MediaType() == "application/problem+json":
			r.Problem(t)
		case r.MediaType() == "application/ld+json" && strings.Contains(string(r.Body), `"@id"`):
			if graph := r.Graph(t); len(graph) == 0 {
				t.Fatalf("the response means nothing: %s", r.Body)
			}
		case r.MediaType() == "application/n-triples" || r.MediaType() == "application/n-quads":
			r.Graph(t)
		}
		for _, next := range r.Links()["next"] {
			api.Get(t, next).WantStatus(t, http.StatusOK)
		}
	})
}
