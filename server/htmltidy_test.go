package server_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store/memory"
)

func FuzzAFormIsTidiedOnce(f *testing.F) {
	for _, seed := range []string{
		"title=&int=", "int=gte%3A&int=3", "colour%5B%5D=ne%3A&colour%5B%5D=red%2Cblue", "title[]=a%252C,%25,+b&title[]=", "[]=&[]", "title%5B%5D=eq:",
		"title[]=gt:a,b", "int=gte:&int=lte:&int=5", "title[][]=a,b", "format=&after", "title[]=%e9,%zz", "a#b[]=c,d", "title[]=\u00e9,\u2028", "=&&=&[]=x", "title[]=%09",
	} {
		f.Add(seed)
	}
	things, err := memory.New(specimens(), memory.Config{})
	if err != nil {
		f.Fatal(err)
	}
	people, err := memory.New(friends(), memory.Config{})
	if err != nil {
		f.Fatal(err)
	}
	api, err := server.New(server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Test"}, Version: "1.0.0"},
	}, server.Bind(specimens(), things.Functions()), server.Bind(friends(), people.Functions()))
	if err != nil {
		f.Fatal(err)
	}
	ask := func(query string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/api/specimens", nil)
		r.URL.RawQuery = query
		r.Header.Set("Accept", browser)
		w := httptest.NewRecorder()
		api.ServeHTTP(w, r)
		return w
	}
	f.Fuzz(func(t *testing.T, query string) {
		w := ask(query)
		if w.Code >= 500 {
			t.Fatalf("%q: %d", query, w.Code)
		}
		if w.Code != http.StatusSeeOther {
			return
		}
		target := w.Header().Get("Location")
		path, tidy, _ := strings.Cut(target, "?")
		if _, err := url.Parse(target); err != nil || path != "/api/specimens" || strings.ContainsFunc(target, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Fatalf("%q leads to %q", query, target)
		}
		if again := ask(tidy); again.Code == http.StatusSeeOther || again.Code >= 500 {
			t.Errorf("%q leads to %q, and that to %d %s", query, target, again.Code, again.Header().Get("Location"))
		}
	})
}
