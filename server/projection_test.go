package server_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// serve makes an API of one class with some resources.
func serve[T any](t *testing.T, class *hydra.Class[T], change options, values ...*T) *server.Server {
	t.Helper()
	s, err := memory.New(class, memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(values...); err != nil {
		t.Fatal(err)
	}
	return bound(t, change, server.Bind(class, s.Functions()))
}

// bound makes an API of some classes with their stores.
func bound(t *testing.T, change options, bindings ...server.Binding) *server.Server {
	t.Helper()
	config := server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Test"}, Version: "1.0.0"},
	}
	if change != nil {
		change(&config)
	}
	api, err := server.New(config, bindings...)
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// Contact is nested in a person twice, once for the staff.
type Contact struct {
	_     struct{} `ld:"ex:Contact"`
	Phone string   `json:"phone" ld:"ex:phone" filter:"exact" sort:"true" doc:"Phone."`
	Room  string   `json:"room" ld:"ex:room" access:"porter" filter:"range" sort:"true" doc:"Room."`
}

// Worker has two contacts.
type Worker struct {
	ID   string   `json:"id" ld:"@id" sh:"minLength=2;maxLength=4" pattern:"^w"`
	Work *Contact `json:"work" ld:"ex:work" access:"staff" doc:"At work."`
	Home *Contact `json:"home" ld:"ex:home" doc:"At home."`
}

func workers() *hydra.Class[Worker] {
	return hydra.NewClass[Worker]("https://example.org/ns#Worker", "/workers", hydra.ClassMeta{Prefixes: example})
}

func TestATypeThatIsNestedTwiceIsShownWhereItMayBe(t *testing.T) {
	w1 := &Worker{ID: "w1", Work: &Contact{Phone: "1", Room: "2"}, Home: &Contact{Phone: "3", Room: "4"}}
	api := serve(t, workers(), func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	}, w1)
	for _, test := range []struct {
		query    string
		audience []string
		want     string
	}{
		{"", nil, `"home":{"@type":"Contact","phone":"3"}`},
		{"", []string{"staff"}, `"work":{"@type":"Contact","phone":"1"},"home":{"@type":"Contact","phone":"3"}`},
		{"", []string{"porter"}, `"home":{"@type":"Contact","phone":"3","room":"4"}`},
		{"?fields=home.phone", []string{"staff", "porter"}, `"home":{"@type":"Contact","phone":"3"}`},
		{"?fields=work.room,home.phone", []string{"staff", "porter"}, `"work":{"@type":"Contact","room":"2"},"home":{"@type":"Contact","phone":"3"}`},
		{"?fields=work", []string{"staff", "porter"}, `"work":{"@type":"Contact","phone":"1","room":"2"}`},
		{"?fields=work.room", []string{"porter"}, ``},
		{"?fields=work.room", nil, ``},
	} {
		t.Run(fmt.Sprint(test.query, test.audience), func(t *testing.T) {
			var fields []string
			for _, a := range test.audience {
				fields = append(fields, "Audience", a)
			}
			body := get(api, "/api/workers/w1"+test.query, fields...).Body.String()
			_, body, _ = strings.Cut(body, `"@type":"Worker"`)
			body, _, _ = strings.Cut(body, `,"operation"`)
			body = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(body, `,"id":"w1"`), ","), "}\n")
			if body != test.want {
				t.Errorf("got  %s\nwant %s", body, test.want)
			}
		})
	}
}

func TestFiltersAndSortsNeedTheAudienceOfTheGroupToo(t *testing.T) {
	api := serve(t, workers(), func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	}, &Worker{ID: "w1"})
	for query, audiences := range map[string][][]string{
		"work.room=gt:1": {{"staff", "porter"}}, "sort=work.room": {{"staff", "porter"}},
		"work.phone=1": {{"staff"}, {"staff", "porter"}}, "home.room=lt:9": {{"porter"}, {"staff", "porter"}},
		"home.phone=1": {nil, {"staff"}, {"porter"}},
	} {
		for _, have := range [][]string{nil, {"staff"}, {"porter"}, {"staff", "porter"}} {
			var fields []string
			for _, a := range have {
				fields = append(fields, "Audience", a)
			}
			want := http.StatusBadRequest
			for _, enough := range audiences {
				if fmt.Sprint(enough) == fmt.Sprint(have) || strings.HasPrefix(query, "home.phone") {
					want = http.StatusOK
				}
			}
			if w := get(api, "/api/workers?"+query, fields...); w.Code != want {
				t.Errorf("%s as %q: %d, want %d: %s", query, have, w.Code, want, w.Body)
			}
		}
	}
}

func TestAnIdentifierThatNoResourceCanHaveIsAMistake(t *testing.T) {
	api := serve(t, workers(), nil, &Worker{ID: "w1"})
	for id, want := range map[string]string{"w": "minLength", "w2345": "maxLength", "x1": "pattern", "w2": ""} {
		w := get(api, "/api/workers/"+id)
		p := readProblem(t, w.Body.Bytes())
		switch {
		case want == "" && (w.Code != 404 || p.Detail == ""):
			t.Errorf("%s: %d %s", id, w.Code, w.Body)
		case want != "" && (w.Code != 400 || len(p.InvalidParams) != 1 || p.InvalidParams[0].Name != "id" || p.InvalidParams[0].Code != want):
			t.Errorf("%s: %d %s", id, w.Code, w.Body)
		}
	}
}

// Tree nests itself twice.
type Tree struct {
	_     struct{} `ld:"ex:Tree"`
	Name  string   `json:"name" ld:"schema:name" doc:"Name."`
	Left  *Tree    `json:"left" ld:"ex:left" doc:"Left."`
	Right *Tree    `json:"right" ld:"ex:right" access:"staff" doc:"Right."`
}

// Forest has trees.
type Forest struct {
	ID   string `json:"id" ld:"@id"`
	Tree *Tree  `json:"tree" ld:"ex:tree" doc:"Tree."`
}

func TestATypeThatNestsItselfIsWrittenToABoundedDepth(t *testing.T) {
	leaf := &Tree{Name: "leaf", Right: &Tree{Name: "hidden"}}
	circle := &Tree{Name: "circle"}
	circle.Left = circle
	api := serve(t, hydra.NewClass[Forest]("https://example.org/ns#Forest", "/forests", hydra.ClassMeta{Prefixes: example}), nil,
		&Forest{ID: "1", Tree: &Tree{Name: "root", Left: leaf}}, &Forest{ID: "2", Tree: circle})
	for path, want := range map[string]string{
		"/api/forests/1":                  `"tree":{"@type":"Tree","name":"root","left":{"@type":"Tree","name":"leaf"}}`,
		"/api/forests/1?fields=tree":      `"tree":{"@type":"Tree","name":"root","left":{"@type":"Tree","name":"leaf"}}`,
		"/api/forests/1?fields=tree.name": `"tree":{"@type":"Tree","name":"root"}`,
	} {
		if body := get(api, path).Body.String(); !strings.Contains(body, want) || strings.Contains(body, "hidden") {
			t.Errorf("%s: %s", path, body)
		}
	}
	for _, accept := range []string{"application/ld+json", "text/turtle", "application/n-triples"} {
		if w := get(api, "/api/forests/2", "Accept", accept); w.Code != 200 || w.Body.Len() > 20_000 {
			t.Errorf("%s: %d, %d bytes", accept, w.Code, w.Body.Len())
		}
	}
}

func TestTheOrderOfFieldsMakesNoOtherRepresentation(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t)})
	a, b := get(api, "/api/specimens?fields=title,int,day"), get(api, "/api/specimens?fields=day,int,title,int")
	if a.Header().Get("Etag") != b.Header().Get("Etag") {
		t.Errorf("%s and %s", a.Header().Get("Etag"), b.Header().Get("Etag"))
	}
}

// Note is of a class in a vocabulary that none of its properties is in.
type Note struct {
	ID   string `json:"id" ld:"@id" doc:"ID."`
	Text string `json:"text" ld:"ex:text" doc:"Text."`
}

func TestTurtleDeclaresThePrefixOfTheClass(t *testing.T) {
	api := serve(t, hydra.NewClass[Note](vocab.SchemaComment, "/notes", hydra.ClassMeta{Prefixes: example}), nil, &Note{ID: "1", Text: "x"})
	for _, path := range []string{"/api/notes/1", "/api/notes/1?fields=id", "/api/notes?fields=id", "/api/notes?fields=text"} {
		body := get(api, path, "Accept", "text/turtle").Body.String()
		if _, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(body), rdf.Options{Base: "https://data.example.org/"})); err != nil {
			t.Errorf("%s: %v\n%s", path, err, body)
		}
	}
}

// Price has values that a store should have refused.
type Price struct {
	ID      string          `json:"id" ld:"@id"`
	Amount  hydra.Decimal   `json:"amount" ld:"ex:amount" doc:"Amount."`
	Amounts []hydra.Decimal `json:"amounts" ld:"ex:amounts" doc:"Amounts."`
	Colours []Colour        `json:"colours" ld:"ex:colours" doc:"Colours."`
	Days    []hydra.Date    `json:"days" ld:"ex:days" doc:"Days."`
	Day     *hydra.Date     `json:"day" ld:"ex:day" doc:"Day."`
	Long    int64           `json:"long" ld:"ex:long" sh:"datatype=xsd:long" doc:"Long."`
}

func TestValuesThatAreNoneAreNotWrittenAndNoValueBreaksOutOfItsPlace(t *testing.T) {
	api := serve(t, hydra.NewClass[Price]("https://example.org/ns#Price", "/prices", hydra.ClassMeta{Prefixes: example}), nil, &Price{
		ID: "1", Amount: `1" . <urn:a> <urn:b> "c`, Amounts: []hydra.Decimal{""}, Colours: []Colour{"green"}, Days: []hydra.Date{{}}, Day: &hydra.Date{}, Long: 5,
	})
	for _, accept := range []string{"application/ld+json", "application/n-triples", "text/turtle"} {
		body := get(api, "/api/prices/1", "Accept", accept).Body.String()
		for _, not := range []string{`"1" . <urn:a>`, "green", "amounts", "colours", "days", "day>", `"day"`} {
			if strings.Contains(body, not) {
				t.Errorf("%s: there is %s in\n%s", accept, not, body)
			}
		}
	}
	if body := get(api, "/api/prices/1", "Accept", "text/turtle").Body.String(); !strings.Contains(body, `ex:long "5"^^xsd:long`) {
		t.Errorf("an xsd:long is no xsd:integer:\n%s", body)
	}
}

func TestAPageThatWasCountedInAnotherBreathHasAnotherETag(t *testing.T) {
	total := 1
	api := newAPIWith(t, store.Store[Specimen]{
		List: func(context.Context, *store.Query) (store.Page[Specimen], error) {
			return store.Page[Specimen]{Items: []store.Item[Specimen]{{Value: &Specimen{ID: "1"}, Version: "1"}}, Version: "1"}, nil
		},
		Count: func(context.Context, *store.Query) (int, error) { return total, nil },
	})
	etag := get(api, "/api/specimens").Header().Get("Etag")
	total = 2
	if w := get(api, "/api/specimens", "If-None-Match", etag); w.Code != 200 {
		t.Errorf("%d", w.Code)
	}
}

func TestAListThatReturnsNothingOrTooMuchIsMended(t *testing.T) {
	page := store.Page[Specimen]{Items: []store.Item[Specimen]{{}}}
	api := newAPIWith(t, store.Store[Specimen]{List: func(context.Context, *store.Query) (store.Page[Specimen], error) { return page, nil }})
	if w := get(api, "/api/specimens"); w.Code != 500 || !strings.Contains(w.Body.String(), "requestId") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	page.Items = nil
	for i := range 5 {
		page.Items = append(page.Items, store.Item[Specimen]{Value: &Specimen{ID: fmt.Sprint("s", i)}})
	}
	if body := get(api, "/api/specimens?pageSize=2").Body.String(); strings.Contains(body, "s2") || !strings.Contains(body, `"next"`) {
		t.Error(body)
	}
}

func TestAFilteredCollectionAndAPageAreSubsetsOfTheWhole(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2"}})
	const whole = "<https://data.example.org/api/specimens> <http://rdfs.org/ns/void#subset> "
	for query, want := range map[string][]string{
		"":                  {},
		"?int=0":            {"?int=0"},
		"?pageSize=1":       {"?pageSize=1"},
		"?int=0&pageSize=1": {"?int=0", "?int=0&pageSize=1"},
	} {
		body := get(api, "/api/specimens"+query, "Accept", "application/n-triples").Body.String()
		for _, subset := range want {
			if !strings.Contains(body, whole+"<https://data.example.org/api/specimens"+subset+"> .\n") {
				t.Errorf("%s: %s is missing in\n%s", query, subset, body)
			}
		}
		if n := strings.Count(body, whole); n != len(want) {
			t.Errorf("%s: %d subsets, want %d", query, n, len(want))
		}
	}
}

func TestLenientIgnoresWhatIsUnknownAndNothingElse(t *testing.T) {
	api := serve(t, workers(), nil, &Worker{ID: "w1"})
	for query, status := range map[string]int{"utm=1": 200, "phone=1": 400, "work=1": 400, "page=x": 400} {
		w := get(api, "/api/workers?"+query, "Prefer", "handling=lenient")
		if w.Code != status {
			t.Errorf("%s: %d, want %d: %s", query, w.Code, status, w.Body)
		}
		if applied := w.Header().Get("Preference-Applied"); (applied != "") != (status == 200) {
			t.Errorf("%s: Preference-Applied: %q", query, applied)
		}
	}
}

func TestRoutesThatCanNotBeReachedAreErrors(t *testing.T) {
	handler := http.NotFoundHandler()
	for _, route := range []server.Route{
		{Path: "/documentation", Handler: handler},
		{Path: "/workers", Handler: handler},
		{Path: "/workers/export", Handler: handler},
		{Path: "/workers.csv", Handler: handler},
		{Path: "reports", Handler: handler},
		{Path: "/reports"},
		{Path: "/reports", Methods: []string{"post"}, Handler: handler},
		{Path: "/reports/{", Handler: handler},
	} {
		s, err := memory.New(workers(), memory.Config{})
		if err != nil {
			t.Fatal(err)
		}
		api, err := server.New(server.Config{
			BaseURL: "https://data.example.org", Vocabulary: "https://example.org/ns#", Routes: []server.Route{route},
			Metadata: hydra.Metadata{Title: hydra.Text{"en": "Test"}, Version: "1.0.0"},
		}, server.Bind(workers(), s.Functions()))
		if err == nil || api != nil || !strings.Contains(err.Error(), route.Path) {
			t.Errorf("%s: %v", route.Path, err)
		}
	}
}

// Category is served, and nests others.
type Category struct {
	ID       string      `json:"id" ld:"@id"`
	Name     string      `json:"name" ld:"skos:prefLabel" doc:"Name."`
	Broader  *Category   `json:"broader" ld:"skos:broader" doc:"Broader."`
	Narrower []*Category `json:"narrower" ld:"skos:narrower" doc:"Narrower."`
}

func TestANestedResourceIsNamedAsItIsServed(t *testing.T) {
	class := hydra.NewClass("https://example.org/ns#Category", "/categories", hydra.ClassMeta{Prefixes: example},
		hydra.ComputedLink("page", "https://example.org/ns#page", nil, func(*Category) string { return "pages/1" }))
	api := serve(t, class, nil, &Category{
		ID: "a b", Name: "A", Broader: &Category{ID: "c/d", Name: "C"}, Narrower: []*Category{{ID: "e"}, {ID: "f", Name: "F"}},
	})
	const path = "/api/categories/a%20b"
	want := `"broader":{"@id":"/api/categories/c%2Fd","@type":"Category","id":"c/d","name":"C"},"narrower":[` +
		`{"@id":"/api/categories/e","@type":"Category","id":"e"},{"@id":"/api/categories/f","@type":"Category","id":"f","name":"F"}],"page":"/api/pages/1"`
	if body := get(api, path).Body.String(); !strings.Contains(body, want) {
		t.Errorf("got  %s\nwant %s", body, want)
	}
	if body := get(api, path+"?fields=broader").Body.String(); !strings.HasSuffix(body, `"@type":"Category","broader":{"@id":"/api/categories/c%2Fd","@type":"Category","id":"c/d","name":"C"}}`+"\n") {
		t.Error(body)
	}
	if diff := rdf.Diff(graph(t, api, path, get(api, path)), graph(t, api, path, get(api, path, "Accept", "application/n-triples"))); diff != "" {
		t.Error(diff)
	}
	turtle := get(api, path, "Accept", "text/turtle").Body.String()
	if !strings.Contains(turtle, "skos:broader <https://data.example.org/api/categories/c%2Fd>") ||
		!strings.Contains(turtle, `<https://data.example.org/api/categories/c%2Fd> a ex:Category ;`) {
		t.Error(turtle)
	}
}
