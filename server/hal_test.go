package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const hal = "application/hal+json"

func TestHALSaysWhatItShould(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "empty"}})
	item := "/api/specimens/" + url.PathEscape(full(t).ID)
	for _, test := range []struct{ name, path, want string }{
		{"an item without values", "/api/specimens/empty", `{"id":"empty","bool":false,"int":0,"float":0,"_links":{"self":{"href":"/api/specimens/empty"}}}`},
		{"fields and the link to itself", "/api/specimens/empty?fields=int", `{"int":0,"_links":{"self":{"href":"/api/specimens/empty?fields=int"}}}`},
		{"commas between fields are encoded", item + "?fields=int,title", `"_links":{"self":{"href":"` + item + `?fields=int%2Ctitle"}}}`},
		{"a reference among the fields", item + "?fields=friend", `{"_links":{"self":{"href":"` + item + `?fields=friend"},"friend":{"href":"/api/people/friends/jan%20peeters"}}}`},
		{"a reference by its name in HAL", item + "?fields=_links.friend", `,"friend":{"href":"/api/people/friends/jan%20peeters"}}}`},
		{"all links", item + "?fields=_links", `{"_links":{"self":{"href":"` + item + `?fields=_links"},"friend":{"href":"/api/people/friends/jan%20peeters"},"http://www.w3.org/2000/01/rdf-schema#seeAlso":{"href":"/api/people/friends/%C3%A9"}}}`},
		{"a link that is called self goes by its property", item + "?fields=self", `"http://www.w3.org/2000/01/rdf-schema#seeAlso":{"href":"/api/people/friends/%C3%A9"}}}`},
		{"nested nodes have no types, and nodes without properties are left out", item + "?fields=parts,plain,named", `{"plain":{"first":"1"},"parts":[{"name":"r"},{"name":"s"}],"named":{"label":"named","_links":{"self":{"href":"https://example.org/named"}}},"_links":{"self":{"href":"` + item + `?fields=parts%2Cplain%2Cnamed"}}}`},
		{"text in the API's first language", item + "?fields=text", `{"text":"one",`},
		{"a collection", "/api/people/friends", `{"_links":{"self":{"href":"/api/people/friends"}},"_embedded":{"friends":[{"id":"jan peeters","name":"Jan","_links":{"self":{"href":"/api/people/friends/jan%20peeters"}}}]}}`},
		{"the first of two pages", "/api/specimens?pageSize=1&fields=int", `{"_links":{"self":{"href":"/api/specimens?pageSize=1&fields=int"},"next":{"href":"/api/specimens?pageSize=1&fields=int&page=2"},"last":{"href":"/api/specimens?pageSize=1&fields=int&page=2"}},"_embedded":`},
		{"the last of two pages", "/api/specimens?pageSize=1&fields=int&page=2", `{"_links":{"self":{"href":"/api/specimens?pageSize=1&fields=int&page=2"},"first":{"href":"/api/specimens?pageSize=1&fields=int&page=1"},"previous":{"href":"/api/specimens?pageSize=1&fields=int&page=1"}},"_embedded":`},
		{"the first page by cursor", "/api/specimens?after=&pageSize=2&fields=int", `{"_links":{"self":{"href":"/api/specimens?after=&pageSize=2&fields=int"}},"_embedded":`},
		{"no members", "/api/specimens?title=nothing", `"_embedded":{"specimens":[]}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, test.path, "Accept", hal)
			body := strings.TrimSuffix(w.Body.String(), "\n")
			if w.Code != http.StatusOK || !strings.Contains(body, test.want) || !json.Valid(w.Body.Bytes()) {
				t.Errorf("%d\ngot  %s\nwant %s", w.Code, body, test.want)
			}
			if w.Header().Get("Content-Type") != hal || !strings.Contains(w.Header().Get("Vary"), "Accept-Language") || strings.Contains(body, `"@`) {
				t.Errorf("%v\n%s", w.Header(), body)
			}
		})
	}
}

func TestHALIsInOneLanguage(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "en", Text: hydra.LangString{{Lang: "en", Value: "one"}}}, {ID: "fr", Text: hydra.LangString{{Lang: "fr", Value: "un"}}}})
	whole := "/api/specimens/" + url.PathEscape(full(t).ID)
	tags := map[string]bool{}
	for _, test := range []struct{ path, accept, text, language string }{
		{whole, "nl-BE,en;q=0.1", "één", "nl-be"},
		{whole, "en", "one", "en"},
		{whole, "fr", "one", "en"},
		{whole, "", "one", "en"},
		{"/api/specimens/en", "nl-BE", "one", "en"},
		{"/api/specimens/fr", "nl-BE", "un", ""},
	} {
		w := get(api, test.path, "Accept", hal, "Accept-Language", test.accept)
		if !strings.Contains(w.Body.String(), `"text":"`+test.text+`"`) || w.Header().Get("Content-Language") != test.language {
			t.Errorf("%s in %q: want %s in %q, got %s in %q", test.path, test.accept, test.text, test.language, w.Body, w.Header().Get("Content-Language"))
		}
		if test.path == whole {
			tags[w.Header().Get("Etag")] = true
		}
	}
	if len(tags) != 2 {
		t.Errorf("want an ETag for each language, got %v", tags)
	}
}

func TestB6_10AndB6_11PagesOfTheDesignRulesSayPrevAndNumbers(t *testing.T) {
	rules := func(c *server.Config) { c.HALPages = server.DesignRulesPages }
	api := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2"}, {ID: "3"}}, rules)
	for _, test := range []struct{ query, want string }{
		{"", `{"currentPage":1,"pageSize":20,"_links":{"self":{"href":"/api/specimens"}},`},
		{"?pageSize=1", `{"currentPage":1,"nextPage":2,"pageSize":1,"_links":{"self":{"href":"/api/specimens?pageSize=1"},"next":{"href":"/api/specimens?pageSize=1&page=2"},"last":{"href":"/api/specimens?pageSize=1&page=3"}},`},
		{"?pageSize=1&page=3", `{"currentPage":3,"pageSize":1,"_links":{"self":{"href":"/api/specimens?pageSize=1&page=3"},"first":{"href":"/api/specimens?pageSize=1&page=1"},"prev":{"href":"/api/specimens?pageSize=1&page=2"}},`},
		{"?after=&pageSize=1", `{"pageSize":1,"_links":{"self":{"href":"/api/specimens?after=&pageSize=1"},"next":{"href":"/api/specimens?after=`},
	} {
		path := "/api/specimens" + test.query
		w := get(api, path, "Accept", hal)
		if !json.Valid(w.Body.Bytes()) || !strings.HasPrefix(w.Body.String(), test.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", test.query, w.Body, test.want)
		}
		plain := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2"}, {ID: "3"}})
		isSame(t, path, halGraph(t, plain, path, get(plain, path, "Accept", hal)), halGraph(t, api, path, w))
	}
}

func TestHALIsForThoseWhoAskForIt(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "empty"}})
	for accept, want := range map[string]string{
		"": "application/ld+json", "*/*": "application/ld+json", "application/*": "application/ld+json",
		"application/json, application/hal+json": "application/json", "application/hal+json, */*;q=0.1": hal, "application/hal+json": hal,
	} {
		if got := get(api, "/api/specimens/empty", "Accept", accept).Header().Get("Content-Type"); got != want {
			t.Errorf("%q: got %s, want %s", accept, got, want)
		}
	}
	if w := get(api, "/api/documentation", "Accept", hal); w.Code != http.StatusNotAcceptable {
		t.Errorf("a document as HAL: %d", w.Code)
	}
}

// halGraph reads HAL as linked data, with the context that its Link header names.
func halGraph(t *testing.T, s *server.Server, path string, w *httptest.ResponseRecorder) []rdf.Triple {
	t.Helper()
	contexts := map[string][]byte{}
	for _, c := range s.API().Contexts() {
		contexts[s.API().Base().URL+c.Path] = c.Body
	}
	p, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(w.Header()["Link"], func(l string) bool { return strings.Contains(l, "json-ld#context") })
	if w.Code != http.StatusOK || i < 0 {
		t.Fatalf("%s: %d, %q", path, w.Code, w.Header()["Link"])
	}
	at, _, _ := strings.Cut(strings.TrimPrefix(w.Header()["Link"][i], "<"), ">")
	body := `{"@context":"` + at + `",` + strings.TrimPrefix(w.Body.String(), "{")
	quads, err := p.ToRDF(context.Background(), []byte(body), "https://data.example.org"+path)
	if err != nil {
		t.Fatalf("%s: %v in\n%s", path, err, body)
	}
	var triples []rdf.Triple
	for _, q := range quads {
		triples = append(triples, q.Triple)
	}
	return lower(triples)
}

// anonymous writes a triple without the labels of its blank nodes.
func anonymous(t rdf.Triple) string {
	for _, term := range []*rdf.Term{&t.Subject, &t.Object} {
		if term.Kind == rdf.BlankNode {
			term.Value = "b"
		}
	}
	return string(rdf.AppendTriple(nil, t))
}

func TestHALIsAPartOfTheSameGraph(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "empty"}})
	item := "/api/specimens/" + url.PathEscape(full(t).ID)
	for path, least := range map[string]int{
		item: 28, "/api/specimens/empty": 4, "/api/specimens": 33, "/api/people/friends": 3,
		"/api/specimens?pageSize=1&page=2": 5, "/api/specimens?after=&pageSize=1": 3,
	} {
		t.Run(path, func(t *testing.T) {
			known := map[string]bool{}
			for _, triple := range graph(t, api, path, get(api, path)) {
				known[anonymous(triple)] = true
				if triple.Predicate.Value == "http://www.w3.org/ns/hydra/core#member" { // HAL tells of the page only
					triple.Subject.Value = "https://data.example.org" + path
					known[anonymous(triple)] = true
				}
			}
			triples := halGraph(t, api, path, get(api, path, "Accept", hal))
			for _, triple := range triples {
				if !known[anonymous(triple)] {
					t.Errorf("JSON-LD does not say %s", anonymous(triple))
				}
			}
			if len(triples) < least {
				t.Errorf("%d triples, want at least %d: %v", len(triples), least, triples)
			}
		})
	}
}

func TestHALAnswersConditionalRequests(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "empty"}})
	for _, path := range []string{"/api/specimens/empty", "/api/specimens?pageSize=1"} {
		first := get(api, path, "Accept", hal)
		tag := first.Header().Get("Etag")
		if w := get(api, path, "Accept", hal, "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Header().Get("Etag") != tag {
			t.Errorf("%s: %d, %v", path, w.Code, w.Header())
		}
		if w := get(api, path, "If-None-Match", tag); w.Code != http.StatusOK {
			t.Errorf("%s: the ETag of HAL stands for JSON-LD", path)
		}
		if head := send(api, http.MethodHead, path, "Accept", hal); head.Body.Len() > 0 || head.Header().Get("Content-Length") != first.Header().Get("Content-Length") {
			t.Errorf("HEAD %s: %v %s", path, head.Header(), head.Body)
		}
	}
}
