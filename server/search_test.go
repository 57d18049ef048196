package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Paper can be found by its words.
type Paper struct {
	ID      string           `json:"id" ld:"@id"`
	Title   string           `json:"title" ld:"dct:title" filter:"text" sort:"true" doc:"Title."`
	About   hydra.LangString `json:"about" ld:"dct:description" filter:"text" doc:"What it is about."`
	Authors []Scholar        `json:"authors" ld:"ex:author" doc:"Authors."`
	Year    int              `json:"year" ld:"ex:year" filter:"range" sort:"true" doc:"Year."`
	Code    string           `json:"code" ld:"ex:code" filter:"exact" doc:"A code, which is not searched."`
	Note    string           `json:"note" ld:"ex:note" filter:"text" access:"staff" doc:"For the staff."`
	Loan    *Loan            `json:"loan" ld:"ex:loan" access:"staff" doc:"For the staff."`
}

// Scholar is nested.
type Scholar struct {
	Name string `json:"name" ld:"schema:name" filter:"text" doc:"Name."`
}

// Loan is nested and not for everybody.
type Loan struct {
	Reader string `json:"reader" ld:"ex:reader" filter:"text" doc:"Name."`
}

func papers() *hydra.Class[Paper] {
	return hydra.NewClass[Paper]("https://example.org/ns#Paper", "/papers", hydra.ClassMeta{Prefixes: example})
}

func archive(t *testing.T) *server.Server {
	t.Helper()
	return serve(t, papers(), func(c *server.Config) { c.Audience = func(*http.Request) []string { return []string{"staff"} } },
		&Paper{ID: "1", Title: "The Go Programming Language", Year: 2015, Authors: []Scholar{{"Alan Donovan"}, {"Brian Kernighan"}}},
		&Paper{ID: "2", Title: "De taal Go", Year: 2012, About: hydra.LangString{{Lang: "en", Value: "A language"}, {Lang: "nl", Value: "Eén taal, geïnspireerd"}}},
		&Paper{ID: "3", Title: "The C Programming Language", Year: 1978, Authors: []Scholar{{"Brian Kernighan"}, {"Dennis Ritchie"}}, Code: "zebra"},
		&Paper{ID: "4", Title: "Nothing", Year: 2020, Note: "secretly go", Loan: &Loan{Reader: "Brian"}},
	)
}

// ids are the identifiers of the members of a response.
func ids(t *testing.T, api http.Handler, path string) (all []string, total int) {
	t.Helper()
	w := get(api, path, "Accept", "application/json")
	var body struct {
		Member     []struct{ ID string }
		TotalItems int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	for _, m := range body.Member {
		all = append(all, m.ID)
	}
	return all, body.TotalItems
}

func TestASearchFindsWhatHasAllWords(t *testing.T) {
	api := archive(t)
	for query, want := range map[string]string{
		"search=go":                                   "1 2",
		"search=GO+progr":                             "1",
		"search=progr+go":                             "", // only the last word may be a beginning
		"search=language":                             "1 2 3",
		"search=een":                                  "2",
		"search=geinspireerd%20%C3%A9%C3%A9n":         "2",
		"search=kernighan,+ritchie":                   "3",
		"search=brian":                                "1 3", // and not whose reader he is
		"search=zebra":                                "",
		"search=secretly":                             "",
		"search=language&year=gt:2000":                "1 2",
		"search=language&sort=-year":                  "1 2 3",
		"search=language&sort=year&pageSize=2":        "3 2",
		"search=language&sort=year&pageSize=2&page=2": "1",
		"search=the+the":                              "1 3",
		"search=%2A":                                  "400",
	} {
		if want == "400" {
			if w := get(api, "/api/papers?"+query); w.Code != http.StatusBadRequest {
				t.Errorf("%s: %d", query, w.Code)
			}
			continue
		}
		got, total := ids(t, api, "/api/papers?"+query)
		if strings.Join(got, " ") != want || !strings.Contains(query, "pageSize") && total != len(got) {
			t.Errorf("%s: got %q of %d, want %s", query, got, total, want)
		}
	}
	if lines := lines(t, get(api, "/api/papers?search=language", "Accept", ndjson)); len(lines) != 3 {
		t.Errorf("a stream of what was found has %d lines, want 3", len(lines))
	}
}

func TestASearchIsPagedByCursorAndACursorIsBoundToIt(t *testing.T) {
	api := archive(t)
	w := get(api, "/api/papers?search=language&pageSize=2&after=", "Accept", "application/json")
	var body struct {
		View struct{ Next string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || !strings.Contains(body.View.Next, "search=language") {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if got, _ := ids(t, api, body.View.Next); !slices.Equal(got, []string{"3"}) {
		t.Errorf("the second page is %q", got)
	}
	if w := get(api, strings.Replace(body.View.Next, "search=language", "search=go", 1)); w.Code != http.StatusBadRequest {
		t.Errorf("the cursor of another search: %d", w.Code)
	}
}

func TestAFreeTextThatIsNoneIsAMistake(t *testing.T) {
	api := archive(t)
	for query, code := range map[string]string{
		"search=": "minLength", "search": "minLength", "search=+,-": "minLength", "search=go&search=c": "unique",
		"search=" + strings.Repeat("a", 201): "maxLength", "search=" + strings.Repeat("%C3%A9", 201): "maxLength", "serach=go": "unknownParam",
	} {
		w := get(api, "/api/papers?"+query)
		if p := readProblem(t, w.Body.Bytes()); w.Code != 400 || len(p.InvalidParams) != 1 || p.InvalidParams[0].Code != code {
			t.Errorf("%.20s: %d %s", query, w.Code, w.Body)
		}
	}
	for _, query := range []string{"search=" + strings.Repeat("%C3%A9", 200), "search=go&utm=1"} {
		if w := get(api, "/api/papers?"+query, "Prefer", "handling=lenient"); w.Code != 200 || !strings.Contains(w.Body.String(), `"totalItems":`) {
			t.Errorf("%.20s: %d %s", query, w.Code, w.Body)
		}
	}
	if got, _ := ids(t, api, "/api/papers?search=go"); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}

func TestACollectionThatNobodySearchesHasNoSearch(t *testing.T) {
	s, err := memory.New(papers(), memory.Config{NoSearch: true})
	if err != nil {
		t.Fatal(err)
	}
	bind := func(f store.Store[Paper]) (*server.Server, error) {
		return server.New(server.Config{
			BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
			Metadata: hydra.Metadata{Title: hydra.Text{"en": "Test"}, Version: "1.0.0"},
		}, server.Bind(papers(), f))
	}
	api, err := bind(s.Functions())
	if err != nil {
		t.Fatal(err)
	}
	if w := get(api, "/api/papers?search=go"); w.Code != 400 || readProblem(t, w.Body.Bytes()).InvalidParams[0].Code != "unknownParam" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := get(api, "/api/papers?search=go", "Prefer", "handling=lenient"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{"/api/papers", "/api/documentation", "/api/openapi.json", "/api/swagger.json"} {
		if body := get(api, path).Body.String(); strings.Contains(body, "freetextQuery\"") && path == "/api/papers" || strings.Contains(body, `"name":"search"`) {
			t.Errorf("%s: there is a search", path)
		}
	}
	if _, err := bind(store.Store[Paper]{Get: s.Functions().Get, Searchable: true}); err == nil || !strings.Contains(err.Error(), "searches what it doesn't List") {
		t.Errorf("a store that searches and lists nothing: %v", err)
	}
}

// A5-02, A5-03, A5-06 of the draft on full-text search.
func TestA5TheTemplateOfACollectionLeadsToItsMatchingMembersAndBack(t *testing.T) {
	api := archive(t)
	const (
		hydraNS = "http://www.w3.org/ns/hydra/core#"
		base    = "https://data.example.org"
	)
	template := func(path string) string {
		triples := graph(t, api, path, get(api, path))
		one := func(subject, predicate string) (found rdf.Term) {
			for _, x := range triples {
				if x.Subject.Value == subject && x.Predicate.Value == predicate {
					found = x.Object
				}
			}
			return found
		}
		form := one(base+path, hydraNS+"search")
		variable := ""
		for _, x := range triples {
			if x.Subject.Value == form.Value && x.Predicate.Value == hydraNS+"mapping" && one(x.Object.Value, hydraNS+"property").Value == hydraNS+"freetextQuery" {
				variable = one(x.Object.Value, hydraNS+"variable").Value
			}
		}
		text := one(form.Value, hydraNS+"template").Value
		start, names, ok := strings.Cut(strings.TrimSuffix(text, "}"), "{?")
		if !ok || variable == "" || !slices.Contains(strings.Split(names, ","), variable) ||
			one(form.Value, hydraNS+"variableRepresentation").Value != hydraNS+"BasicRepresentation" {
			t.Fatalf("%s: the template is %s with %q", path, text, variable)
		}
		return start + "?" + variable + "=" + url.QueryEscape("brian ker")
	}
	found := template("/api/papers")
	if got, total := ids(t, api, found); strings.Join(got, " ") != "1 3" || total != 2 {
		t.Errorf("%s: %q of %d", found, got, total)
	}
	if again := template("/api/papers?search=brian+ker"); again != found {
		t.Errorf("the form of what was found leads to %s, want %s", again, found)
	}
	triples := get(api, found, "Accept", "application/n-triples").Body.String()
	if want := "<" + base + "/api/papers> <http://rdfs.org/ns/void#subset> <" + base + found + "> .\n"; !strings.Contains(triples, want) {
		t.Errorf("%s is missing in\n%s", want, triples)
	}
	for path, want := range map[string]string{
		"/api/documentation": "The parameter search finds", "/api/openapi.json": `"name":"search"`, "/api/swagger.json": `"name":"search"`,
	} {
		body := get(api, path, "Accept", "*/*").Body.String()
		if compact := strings.ReplaceAll(body, `": "`, `":"`); !strings.Contains(compact, want) {
			t.Errorf("%s: there is no search: %.300s", path, body)
		}
	}
}
