package server_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
)

func FuzzRequestForHAL(f *testing.F) {
	for _, query := range []string{
		"", "fields=title,_links.writers", "expand=writers.name,editor", "expand=", "expand=writers.born.place&fields=_links", "fields=a%2Cb&expand=editor.x",
		"expand=writers&expand=editor", "page=1&pageSize=2&sort=,", "expand=,%00,\"", "fields=%22<>\\", "after=&x;y", "=&&=", "expand=writers.",
	} {
		f.Add(query)
	}
	api, _ := bookAPI(f, anyWriter, &Book{ID: "b1", Title: "T", Writers: refs("1", "gone"), Editor: hydra.Ref[Writer]{ID: "1"}})
	f.Fuzz(func(t *testing.T, query string) {
		for _, path := range []string{"/api/books/b1", "/api/books"} {
			r := httptest.NewRequest(http.MethodGet, path, nil)
			r.URL.RawQuery = query
			r.Header.Set("Accept", hal)
			w := httptest.NewRecorder()
			api.ServeHTTP(w, r)
			if w.Code != http.StatusOK && w.Code != http.StatusBadRequest && w.Code != http.StatusRequestURITooLong || !json.Valid(w.Body.Bytes()) {
				t.Fatalf("%s?%q: %d %s", path, query, w.Code, w.Body)
			}
			if w.Code != http.StatusOK {
				continue
			}
			var body struct {
				Links struct{ Self struct{ Href string } } `json:"_links"`
			}
			if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
				t.Fatal(err)
			}
			self, err := url.Parse(body.Links.Self.Href)
			if err != nil || self.Path != path {
				t.Fatalf("%s?%q: the link to itself is %q: %v", path, query, body.Links.Self.Href, err)
			}
			if again := get(api, body.Links.Self.Href, "Accept", hal); again.Code != http.StatusOK || !strings.Contains(again.Body.String(), `"_links":`) {
				t.Errorf("%s?%q: the link to itself, %q, leads to %d %s", path, query, body.Links.Self.Href, again.Code, again.Body)
			}
		}
	})
}

func FuzzForwardedPrefix(f *testing.F) {
	for _, prefix := range []string{"", "/", "/gw", "/a/b/", "//evil.example", "/..", "/a%2F", "/%zz", "/é", "/a\"b", "gw", "/{x}", "/a;b", "/a:b", "/ ", "/a/%2e%2E/b", "/%2E", "//"} {
		f.Add(prefix)
	}
	var mistakes bytes.Buffer
	api := houseAPI(f, trusting, logsErrors(&mistakes))
	f.Fuzz(func(t *testing.T, prefix string) {
		r := httptest.NewRequest(http.MethodGet, "/api/houses/h2", nil)
		r.Header["X-Forwarded-Prefix"] = []string{prefix}
		w := httptest.NewRecorder()
		api.ServeHTTP(w, r)
		var body struct {
			ID string `json:"@id"`
		}
		if err := json.Unmarshal(w.Body.Bytes(), &body); w.Code != http.StatusOK || err != nil {
			t.Fatalf("%q: %d %v %s", prefix, w.Code, err, w.Body)
		}
		if body.ID != "/api/houses/h2" && body.ID != strings.TrimSuffix(prefix, "/")+"/api/houses/h2" || strings.HasPrefix(body.ID, "//") {
			t.Errorf("%q: %s", prefix, body.ID)
		}
		if mistakes.Len() > 0 {
			t.Errorf("%q: %s", prefix, &mistakes)
			mistakes.Reset()
		}
	})
}
