package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

type problem struct {
	Type, Title, Detail, Instance, Code, RequestID string
	Status                                         int
	InvalidParams                                  []struct{ Name, Code, Reason, Detail string }
}

func readProblem(t *testing.T, body []byte) problem {
	t.Helper()
	var p problem
	if err := json.Unmarshal(body, &p); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	return p
}

func TestAllMistakesOfARequestAreReportedAtOnce(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t)})
	w := get(api, "/api/specimens?pge=3&int=x&page=0&fields=foo,first&sort=-bool&day=gte:2020&title=a*b&colour=green,red&bool=gt:true&secret=x")
	p := readProblem(t, w.Body.Bytes())
	var got []string
	for _, param := range p.InvalidParams {
		got = append(got, param.Name+" "+param.Code)
		if param.Reason == "" || param.Detail == "" {
			t.Errorf("%s: no reason or detail: %+v", param.Name, param)
		}
	}
	want := []string{
		"pge unknownParam", "int integer", "page minimum", "fields fields", "sort sort",
		"day date", "title wildcard", "colour enum",
		"bool format", "secret audience",
	}
	if w.Code != http.StatusBadRequest || p.Status != w.Code || p.Code != "paramsValidation" || !slices.Equal(got, want) {
		t.Errorf("got  %d %q %v\nwant %v\n%s", w.Code, p.Code, got, want, w.Body)
	}
	if p.Type != "https://data.example.org/api/problems/paramsValidation" || !strings.HasPrefix(p.Instance, "/api/specimens?pge=3&") {
		t.Errorf("type %q, instance %q", p.Type, p.Instance)
	}
}

func TestAProblemIsInTheLanguageAndSyntaxThatTheClientPrefers(t *testing.T) {
	api := newAPI(t, nil)
	for _, test := range []struct{ name, accept, language, mediaType, contains string }{
		{"by default", "", "", "application/problem+json", `"title":"The requested resource does not exist."`},
		{"in Dutch", "", "nl-BE, en;q=0.5", "application/problem+json", `"title":"Opgevraagde resource bestaat niet."`},
		{"whatever is accepted", "image/png", "", "application/problem+json", `"code":"notFound"`},
		{"when JSON is preferred", "application/json, text/turtle;q=0.5", "", "application/problem+json", `"code":"notFound"`},
		{"as Turtle", "text/turtle", "nl", "text/turtle; charset=utf-8", `hydra:title "Opgevraagde resource bestaat niet."@nl`},
		{"as N-Triples", "application/n-triples, */*;q=0.1", "", "application/n-triples", "<http://www.w3.org/ns/hydra/core#Error>"},
		{"as RDF/XML", "application/rdf+xml", "nl", "application/rdf+xml", `xml:lang="nl">Opgevraagde resource bestaat niet.<`},
		{"as JSON-LD", "application/ld+json", "", "application/ld+json", `"@context":"/api/contexts/`},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, "/api/nothing", "Accept", test.accept, "Accept-Language", test.language)
			if w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != test.mediaType || !strings.Contains(w.Body.String(), test.contains) {
				t.Errorf("%d %s, want %s with %s in\n%s", w.Code, w.Header().Get("Content-Type"), test.mediaType, test.contains, w.Body)
			}
		})
	}
}

func TestAProblemIsTheSameGraphInEverySyntax(t *testing.T) {
	api := newAPI(t, nil)
	const path = "/api/specimens?int=x&day=y"
	var graphs [][]rdf.Triple
	for _, accept := range []string{"application/ld+json", "application/n-triples", "application/n-quads", "application/rdf+xml"} {
		w := get(api, path, "Accept", accept)
		if w.Code != http.StatusBadRequest {
			t.Fatalf("%d", w.Code)
		}
		w.Code = http.StatusOK
		graphs = append(graphs, graph(t, api, path, w))
	}
	for _, g := range graphs[1:] {
		if diff := rdf.Diff(graphs[0], g); diff != "" {
			t.Error(diff)
		}
	}
}

func TestAProblemThatRDFXMLCannotExpressIsJSON(t *testing.T) {
	w := get(newAPI(t, nil), "/api/specimens?fields=%EF%BF%BF", "Accept", "application/rdf+xml")
	if p := readProblem(t, w.Body.Bytes()); w.Header().Get("Content-Type") != "application/problem+json" || p.Code != "paramsValidation" {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
}

func TestEveryKindOfProblemHasTextsInEnglishAndDutch(t *testing.T) {
	api := newAPI(t, nil)
	documented := regexp.MustCompile(`/problems/([A-Za-z]+)`)
	codes := map[string]bool{}
	for _, c := range []server.Code{
		server.CodeParamsValidation, server.CodeParamsRequired, server.CodeParamsCombination, server.CodeUnsupportedCombi, server.CodeTooManyResults,
		server.CodePathEncoding, server.CodeNotFound, server.CodeMethodNotAllowed, server.CodeNotAcceptable, server.CodeURITooLong, server.CodeServerError,
		server.CodeNotImplemented, server.CodeSourceUnavailable, server.CodePreconditionFailed,
	} {
		codes[string(c)] = true
	}
	for _, path := range []string{"/api/documentation", "/api/openapi.json"} {
		for _, found := range documented.FindAllStringSubmatch(get(api, path).Body.String(), -1) {
			codes[found[1]] = true
		}
	}
	for code := range codes {
		var document struct{ Title, Description map[string]string }
		w := get(api, "/api/problems/"+code)
		if err := json.Unmarshal(w.Body.Bytes(), &document); err != nil {
			t.Fatalf("%s: %v", w.Body, err)
		}
		for _, text := range []map[string]string{document.Title, document.Description} {
			if text["en"] == "" || text["nl"] == "" || text["en"] == text["nl"] {
				t.Errorf("%s: %v", code, text)
			}
		}
	}
}

func TestTheSourceThatIsNotAvailableIsNamed(t *testing.T) {
	class := searches()
	unavailable := fmt.Errorf("secret: %w", store.ErrUnavailable)
	for _, test := range []struct {
		name    string
		err     error
		options []server.BindOption
		status  int
		title   string
	}{
		{"a store with a name", unavailable, []server.BindOption{server.SourceName("BAG")}, http.StatusServiceUnavailable, "Bronservice BAG is niet beschikbaar."},
		{"a store without one", unavailable, nil, http.StatusServiceUnavailable, "Bronservice is niet beschikbaar."},
		{"a store that takes too long", context.DeadlineExceeded, []server.BindOption{server.SourceName("BAG")}, http.StatusServiceUnavailable, "Bronservice BAG is niet beschikbaar."},
		{"a store that knows better", &server.Problem{Code: server.CodeSourceUnavailable, Source: "BRK"}, []server.BindOption{server.SourceName("BAG")}, http.StatusServiceUnavailable, "Bronservice BRK is niet beschikbaar."},
		{"what is not there", store.ErrNotFound, []server.BindOption{server.SourceName("BAG")}, http.StatusNotFound, "Opgevraagde resource bestaat niet."},
		{"what is broken", errors.New("secret"), []server.BindOption{server.SourceName("BAG")}, http.StatusInternalServerError, "Interne server fout."},
	} {
		for path, functions := range map[string]store.Store[Search]{
			"/api/searches/1": {Get: func(context.Context, string) (store.Item[Search], error) { return store.Item[Search]{}, test.err }},
			"/api/searches":   {List: func(context.Context, *store.Query) (store.Page[Search], error) { return store.Page[Search]{}, test.err }},
			"/api/searches?b=1": {
				List:  func(context.Context, *store.Query) (store.Page[Search], error) { return store.Page[Search]{}, nil },
				Count: func(context.Context, *store.Query) (int, error) { return 0, test.err },
			},
		} {
			t.Run(test.name+" at "+path, func(t *testing.T) {
				api := bound(t, func(c *server.Config) { c.Logger = slog.New(slog.DiscardHandler) }, server.Bind(class, functions, test.options...))
				w := get(api, path, "Accept-Language", "nl")
				if p := readProblem(t, w.Body.Bytes()); w.Code != test.status || p.Title != test.title || strings.Contains(w.Body.String(), "secret") {
					t.Errorf("%d %s", w.Code, w.Body)
				}
			})
		}
	}
}

func TestEveryErrorHasItsStatus(t *testing.T) {
	var logged bytes.Buffer
	failing := func(err error) *server.Server {
		return newAPIWith(t, store.Store[Specimen]{
			Get:  func(context.Context, string) (store.Item[Specimen], error) { return store.Item[Specimen]{}, err },
			List: func(context.Context, *store.Query) (store.Page[Specimen], error) { return store.Page[Specimen]{}, err },
		}, func(c *server.Config) { c.Logger = slog.New(slog.NewJSONHandler(&logged, nil)) })
	}
	for _, test := range []struct {
		name   string
		err    error
		status int
		code   string
	}{
		{"what there isn't", store.ErrNotFound, 404, "notFound"},
		{"a source that can't be reached", errors.Join(errors.New("dial tcp 10.0.0.1"), store.ErrUnavailable), 503, "sourceUnavailable"},
		{"a source that is too slow", context.DeadlineExceeded, 503, "sourceUnavailable"},
		{"anything else", errors.New("password of the database is hunter2"), 500, "serverError"},
	} {
		t.Run(test.name, func(t *testing.T) {
			logged.Reset()
			w := get(failing(test.err), "/api/specimens/1")
			p := readProblem(t, w.Body.Bytes())
			if w.Code != test.status || p.Code != test.code {
				t.Errorf("%d %s, want %d %s", w.Code, p.Code, test.status, test.code)
			}
			if strings.Contains(w.Body.String(), "hunter2") || strings.Contains(w.Body.String(), "10.0.0.1") {
				t.Errorf("the cause leaks: %s", w.Body)
			}
			if test.status >= 500 && (p.RequestID == "" || !strings.Contains(logged.String(), p.RequestID) || !strings.Contains(logged.String(), test.err.Error()[:5])) {
				t.Errorf("the log doesn't tell the cause of %q: %s", p.RequestID, &logged)
			}
		})
	}
	t.Run("a panic", func(t *testing.T) {
		logged.Reset()
		api := newAPIWith(t, store.Store[Specimen]{
			Get: func(context.Context, string) (store.Item[Specimen], error) { panic("hunter2") }, //nolint:forbidigo // what is tested
		}, func(c *server.Config) { c.Logger = slog.New(slog.NewJSONHandler(&logged, nil)) })
		w := get(api, "/api/specimens/1")
		if w.Code != 500 || strings.Contains(w.Body.String(), "hunter2") || !strings.Contains(logged.String(), "hunter2") {
			t.Errorf("%d %s\n%s", w.Code, w.Body, &logged)
		}
	})
}

func TestMethodsThatAResourceDoesNotHaveAreRefused(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for _, path := range []string{"/api", "/api/documentation", "/api/specimens", "/api/specimens/1", "/api/swagger.json"} {
		for method, status := range map[string]int{
			"POST": 405, "PUT": 405, "PATCH": 405, "DELETE": 405, "TRACE": 405, "CONNECT": 405, "BREW": 501, "get": 501,
		} {
			w := send(api, method, path)
			if w.Code != status || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
				t.Errorf("%s %s: %d, Allow %q; want %d", method, path, w.Code, w.Header().Get("Allow"), status)
			}
		}
	}
}

func TestARawHashInAQueryIsRefused(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for _, path := range []string{"/api/specimens", "/api/specimens/1", "/api"} {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.URL.RawQuery = "title=a#b" // as net/http hands it over
		w := httptest.NewRecorder()
		api.ServeHTTP(w, r)
		if p := readProblem(t, w.Body.Bytes()); w.Code != http.StatusBadRequest || p.Instance != path+"?title=a%23b" || !strings.Contains(w.Body.String(), "want %23") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
