package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
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
	for _, accept := range []string{"application/ld+json", "application/n-triples", "application/n-quads"} {
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
