package server_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
)

func TestTheOpenAPIDocumentsAreServed(t *testing.T) {
	api := newAPI(t, nil)
	for path, want := range map[string]struct{ mediaType, begins string }{
		"/api/openapi.json": {"application/json", "{\n  \"components\""},
		"/api/openapi.yaml": {"application/yaml", "components:\n"},
		"/api/swagger.json": {"application/json", "{\n  \"basePath\""},
	} {
		r := get(api, path, "Accept", "text/html", "Origin", "https://elsewhere.example")
		h := r.Header()
		if r.Code != http.StatusOK || h.Get("Content-Type") != want.mediaType || h.Get("Access-Control-Allow-Origin") != "*" || !strings.HasPrefix(r.Body.String(), want.begins) {
			t.Errorf("%s: %d %v %.40q", path, r.Code, h, r.Body)
		}
	}
	var document struct {
		OpenAPI string
		Servers []struct{ URL string }
		Paths   map[string]any
	}
	if err := json.Unmarshal(get(api, "/api/openapi.json").Body.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	if document.OpenAPI != "3.0.3" || document.Servers[0].URL != api.API().Base().URL || document.Paths["/specimens"] == nil {
		t.Errorf("the document is of %s, at %v, with %d paths", document.OpenAPI, document.Servers, len(document.Paths))
	}
}

func TestTheEntryPointLinksTheOpenAPIDocuments(t *testing.T) {
	api := newAPI(t, nil)
	links := get(api, "/api").Header()["Link"]
	base := api.API().Base().URL
	for _, want := range []string{
		"<" + base + `/openapi.json>; rel="service-desc"; type="application/json"`, "<" + base + `/openapi.yaml>; rel="service-desc"; type="application/yaml"`,
		"<" + base + `/swagger.json>; rel="service-desc"; type="application/json"`, "<" + base + `/docs>; rel="service-doc"; type="text/html"`,
	} {
		if !slices.Contains(links, want) {
			t.Errorf("%q is none of the links %q", want, links)
		}
	}
}

var sourcePattern = regexp.MustCompile(`(?:src|href)="(docs/[^"]+)"(?: integrity="sha256-([^"]+)")?`)

func TestTheDocumentationPageHasItsFilesAndNoOther(t *testing.T) {
	api := newAPI(t, nil)
	r := get(api, "/api/docs")
	page := r.Body.String()
	if r.Code != http.StatusOK || r.Header().Get("Content-Type") != "text/html; charset=utf-8" || r.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Fatalf("%d %v", r.Code, r.Header())
	}
	for _, want := range []string{"<!DOCTYPE html>\n<html lang=\"en\">", "<title>", `<meta charset="utf-8">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s:\n%s", want, page)
		}
	}
	for _, never := range []string{"http://", "https://", "<style", " style=", "<script>", " onload="} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %q:\n%s", never, page)
		}
	}
	policy := r.Header().Get("Content-Security-Policy")
	scripts := 0
	for _, source := range sourcePattern.FindAllStringSubmatch(strings.ReplaceAll(page, "&#43;", "+"), -1) {
		file := get(api, "/api/"+source[1])
		if file.Code != http.StatusOK {
			t.Errorf("%s: %d", source[1], file.Code)
			continue
		}
		if !strings.HasSuffix(source[1], ".js") {
			continue
		}
		scripts++
		sum := sha256.Sum256(file.Body.Bytes())
		digest := base64.StdEncoding.EncodeToString(sum[:])
		if source[2] != digest || !strings.Contains(policy, "'sha256-"+digest+"'") {
			t.Errorf("%s has the digest %s, the page says %s, the policy is %s", source[1], digest, source[2], policy)
		}
	}
	if scripts != 2 || strings.Contains(policy, "unsafe") || !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("%d scripts, the policy is %s", scripts, policy)
	}
}

func TestTheDocumentationPageEscapesTheTitle(t *testing.T) {
	api := newAPI(t, nil, func(c *server.Config) { c.Metadata.Title["en"] = `<script>alert("1")</script>` })
	if page := get(api, "/api/docs").Body.String(); strings.Contains(page, "<script>") || !strings.Contains(page, "&lt;script&gt;alert") {
		t.Errorf("the page is\n%s", page)
	}
}

func TestAFileOfTheDocumentationPageIsPackedForWhoReadsThat(t *testing.T) {
	api := newAPI(t, nil)
	const path = "/api/docs/swagger-ui.css"
	plain := get(api, path)
	for accept, packed := range map[string]bool{
		"gzip": true, "GZIP": true, "deflate, gzip;q=0.5": true, "*": true, "x-gzip": true, "gzip;q=0.001": true,
		"": false, "br": false, "gzip;q=0": false, "gzip; q=0.000": false, "*;q=0": false, "*, gzip;q=0": false, "gzip;q=0, *": false, "gzip;q=1, *;q=0": true,
	} {
		r := get(api, path, "Accept-Encoding", accept)
		body := io.Reader(r.Body)
		if got := r.Header().Get("Content-Encoding") == "gzip"; got != packed {
			t.Errorf("%q: packed is %t", accept, got)
			continue
		}
		if packed {
			var err error
			if body, err = gzip.NewReader(body); err != nil {
				t.Fatal(err)
			}
		}
		if content, err := io.ReadAll(body); err != nil || !bytes.Equal(content, plain.Body.Bytes()) {
			t.Errorf("%q: the content differs: %v", accept, err)
		}
		if (r.Header().Get("Etag") != plain.Header().Get("Etag")) != packed || r.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: %v", accept, r.Header())
		}
	}
}

func TestFilesOfTheDocumentationPageFollowHTTP(t *testing.T) {
	api := newAPI(t, nil)
	const path = "/api/docs/start.js"
	whole := get(api, path)
	if got := whole.Header().Get("Content-Type"); got != "text/javascript; charset=utf-8" {
		t.Errorf("the type is %s", got)
	}
	if r := get(api, path, "If-None-Match", whole.Header().Get("Etag")); r.Code != http.StatusNotModified || r.Body.Len() > 0 {
		t.Errorf("unchanged: %d", r.Code)
	}
	if r := send(api, "HEAD", path); r.Code != http.StatusOK || r.Body.Len() > 0 || r.Header().Get("Content-Length") != whole.Header().Get("Content-Length") {
		t.Errorf("HEAD: %d %v", r.Code, r.Header())
	}
	if r := send(api, "POST", path); r.Code != http.StatusMethodNotAllowed || r.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
		t.Errorf("POST: %d %v", r.Code, r.Header())
	}
	if r := get(api, path+"?x=1"); r.Code != http.StatusBadRequest || !strings.HasPrefix(r.Header().Get("Content-Type"), "application/problem+json") {
		t.Errorf("a parameter: %d %v", r.Code, r.Header())
	}
	for _, none := range []string{"/api/docs/", "/api/docs/page.html", "/api/docs/../docs/start.js", "/api/docs/oauth2-redirect.html"} {
		if r := get(api, none); r.Code != http.StatusNotFound {
			t.Errorf("%s: %d", none, r.Code)
		}
	}
}

func TestEveryEndpointOfTheDocumentationPageIsListed(t *testing.T) {
	api := newAPI(t, nil)
	for _, path := range []string{"/api/docs", "/api/docs/start.js", "/api/docs/swagger-ui.js", "/api/docs/swagger-ui.css", "/api/docs/favicon.png", "/api/openapi.json", "/api/openapi.yaml"} {
		if !slices.Contains(api.Endpoints(), server.Endpoint{Method: "GET", Path: path}) {
			t.Errorf("%s is not listed", path)
		}
	}
}
