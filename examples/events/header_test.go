package main

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
)

// readable are paths that can be read.
func readable(tb testing.TB, api *servertest.API) []string {
	tb.Helper()
	var c struct {
		Context string `json:"@context"`
	}
	api.Get(tb, events).JSON(tb, &c)
	if c.Context == "" {
		tb.Fatal("the collection names no context")
	}
	return []string{
		"/api", "/api/documentation", "/api/shapes", "/api/swagger.json", "/api/problems/notFound", c.Context,
		events, events + "?addressCountry=Belgium&pageSize=2&sort=-startDate", events + "?after=&pageSize=3&fields=name,addressLocality",
		item, item + "?fields=name", item + "?fields=url,location.geo",
	}
}

const documentationLink = `<` + base + `/documentation>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`

func TestEveryResponseLinksToTheDocumentation(t *testing.T) {
	api := seeded(t)
	check := func(r *servertest.Response) {
		t.Helper()
		if lines := r.Header.Values("Link"); len(lines) == 0 || lines[0] != documentationLink {
			t.Errorf("%s %s (%d): Link %q, want %s first", r.Method, r.URL, r.Status, lines, documentationLink)
		}
		if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("API-Version") != version ||
			r.Header.Get("Access-Control-Allow-Origin") != "*" || r.Header.Get("Allow") == "" ||
			r.Header.Get("Referrer-Policy") != "no-referrer" || r.Header.Get("Content-Security-Policy") != "default-src 'none'; frame-ancestors 'none'" {
			t.Errorf("%s %s (%d): a header is missing: %v", r.Method, r.URL, r.Status, r.Header)
		}
		if r.Header.Get("Server") != "" || r.Header.Get("X-Powered-By") != "" {
			t.Errorf("%s %s: the header names the server", r.Method, r.URL)
		}
	}
	for _, target := range readable(t, api) {
		get := api.Get(t, target).WantStatus(t, http.StatusOK)
		check(get)
		check(api.Head(t, target))
		check(api.Do(t, http.MethodOptions, target))
		check(api.Get(t, target, "If-None-Match: "+get.Header.Get("ETag")).WantStatus(t, http.StatusNotModified))
		check(api.Do(t, http.MethodDelete, target).WantStatus(t, http.StatusMethodNotAllowed))
	}
	for _, target := range []string{"/", "/nowhere", "/api/nowhere", "/api/events/none", "/api/events?page=0"} {
		check(api.Get(t, target))
		check(api.Do(t, http.MethodOptions, target))
	}
}

func TestHeadIsGetWithoutContent(t *testing.T) {
	api := seeded(t)
	for _, target := range append(readable(t, api), "/api/nowhere", events+"?page=0", "/api/events/none") {
		for _, accept := range []string{"application/ld+json", "application/json", "text/turtle", "application/n-triples", "application/n-quads"} {
			get, head := api.Get(t, target, "Accept: "+accept), api.Head(t, target, "Accept: "+accept)
			if get.Status != head.Status || len(head.Body) != 0 {
				t.Errorf("HEAD %s: status %d and %d bytes, GET has status %d", target, head.Status, len(head.Body), get.Status)
			}
			for name := range get.Header {
				if !slices.Equal(get.Header[name], head.Header[name]) {
					t.Errorf("%s as %s: %s is %q for GET, %q for HEAD", target, accept, name, get.Header[name], head.Header[name])
				}
			}
			if len(get.Header) != len(head.Header) {
				t.Errorf("%s as %s: GET has %d fields, HEAD %d", target, accept, len(get.Header), len(head.Header))
			}
			if length := get.Header.Get("Content-Length"); length != strconv.Itoa(len(get.Body)) {
				t.Errorf("%s as %s: Content-Length %s, want %d", target, accept, length, len(get.Body))
			}
		}
	}
}

func TestOptionsTellsWhatIsAllowed(t *testing.T) {
	api := seeded(t)
	for _, target := range readable(t, api) {
		r := api.Do(t, http.MethodOptions, target, "Origin: https://elsewhere.example", "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: If-None-Match")
		r.WantStatus(t, http.StatusNoContent)
		if len(r.Body) != 0 || r.Header.Get("Allow") != "GET, HEAD, OPTIONS" ||
			r.Header.Get("Access-Control-Allow-Methods") != "GET, HEAD, OPTIONS" ||
			!strings.Contains(r.Header.Get("Access-Control-Allow-Headers"), "If-None-Match") {
			t.Errorf("%s: %d bytes, %v", target, len(r.Body), r.Header)
		}
	}
	exposed := api.Get(t, item).Header.Get("Access-Control-Expose-Headers")
	for _, name := range []string{"Link", "Location", "ETag"} {
		if !strings.Contains(exposed, name) {
			t.Errorf("scripts can't read %s: %s", name, exposed)
		}
	}
}

func TestWhatDidNotChangeIsNotSentAgain(t *testing.T) {
	api := seeded(t)
	for _, target := range readable(t, api) {
		tags := map[string]string{}
		for _, accept := range []string{"application/ld+json", "application/json", "text/turtle", "application/n-triples", "application/n-quads"} {
			get := api.Get(t, target, "Accept: "+accept)
			tag := get.Header.Get("ETag")
			if len(tag) < 4 || tag[0] != '"' || tag[len(tag)-1] != '"' {
				t.Fatalf("%s as %s: ETag %q is no strong one", target, accept, tag)
			}
			if other, ok := tags[tag]; ok && get.MediaType() != other {
				t.Errorf("%s: %s and %s have the same ETag %s", target, get.MediaType(), other, tag)
			}
			tags[tag] = get.MediaType()
			for _, condition := range []string{tag, `"x", ` + tag, "*", "W/" + tag} {
				r := api.Get(t, target, "Accept: "+accept, "If-None-Match: "+condition).WantStatus(t, http.StatusNotModified)
				if len(r.Body) != 0 || r.Header.Get("ETag") != tag || r.Header.Get("Content-Type") != "" ||
					r.Header.Get("Vary") != get.Header.Get("Vary") || r.Header.Get("Cache-Control") != get.Header.Get("Cache-Control") ||
					!slices.Equal(r.Header["Link"], get.Header["Link"]) {
					t.Errorf("%s as %s: 304 with %d bytes and %v, GET has %v", target, accept, len(r.Body), r.Header, get.Header)
				}
			}
			api.Get(t, target, "Accept: "+accept, `If-None-Match: "other"`).WantStatus(t, http.StatusOK)
		}
	}
	all, some := api.Get(t, item), api.Get(t, item+"?fields=name")
	if all.Header.Get("ETag") == some.Header.Get("ETag") {
		t.Error("an item and its name alone have the same ETag")
	}
}

func TestAcceptChoosesTheRepresentation(t *testing.T) {
	api := seeded(t)
	for _, row := range []struct {
		accept []string
		want   string
	}{
		{nil, "application/ld+json"},
		{[]string{"*/*"}, "application/ld+json"},
		{[]string{""}, "application/ld+json"},
		{[]string{"application/*"}, "application/ld+json"},
		{[]string{"text/*"}, "text/html"},
		{[]string{"text/turtle"}, "text/turtle"},
		{[]string{"TEXT/Turtle"}, "text/turtle"},
		{[]string{"application/n-triples"}, "application/n-triples"},
		{[]string{"application/n-quads"}, "application/n-quads"},
		{[]string{"application/json"}, "application/json"},
		{[]string{"application/json, application/ld+json;q=0.9"}, "application/json"},
		{[]string{"text/turtle;q=0.5, application/n-triples;q=0.6"}, "application/n-triples"},
		{[]string{"text/html, application/xhtml+xml, */*;q=0.8"}, "text/html"},
		{[]string{"application/ld+json;q=0, */*"}, "application/trig"},
		{[]string{"application/json", "text/turtle;q=0.2"}, "application/json"},
		{[]string{"image/png", "text/turtle;q=0.2"}, "text/turtle"},
		{[]string{"text/turtle;charset=utf-8"}, "text/turtle"},
		{[]string{`application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"`}, "application/ld+json"},
	} {
		var header []string
		for _, line := range row.accept {
			header = append(header, "Accept: "+line)
		}
		for _, target := range []string{"/api", "/api/documentation", events, item} {
			r := api.Get(t, target, header...).WantStatus(t, http.StatusOK)
			if r.MediaType() != row.want {
				t.Errorf("%s with %q: %s, want %s", target, row.accept, r.MediaType(), row.want)
			}
			if !strings.Contains(r.Header.Get("Vary"), "Accept") {
				t.Errorf("%s: Vary %q", target, r.Header.Get("Vary"))
			}
		}
	}
}

func TestPlainJSONIsJSONLDWithItsContextBesideIt(t *testing.T) {
	api := seeded(t)
	for _, target := range []string{"/api", "/api/documentation", events, item} {
		plain, linked := api.Get(t, target, "Accept: application/json"), api.Get(t, target, "Accept: application/ld+json")
		var a, b map[string]any
		plain.JSON(t, &a)
		linked.JSON(t, &b)
		if _, ok := a["@context"]; ok {
			t.Errorf("%s: plain JSON has a context in it", target)
		}
		delete(b, "@context")
		if len(a) != len(b) {
			t.Errorf("%s: plain JSON has %d members, JSON-LD %d beside the context", target, len(a), len(b))
		}
		for key := range b {
			if _, ok := a[key]; !ok {
				t.Errorf("%s: plain JSON has no %s", target, key)
			}
		}
	}
}
