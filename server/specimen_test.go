package server_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Colour is an enumeration.
type Colour string

// Tokens lists the colours.
func (Colour) Tokens() []hydra.Token {
	return []hydra.Token{{Name: "red", IRI: "https://example.org/colour/red"}, {Name: "blue", IRI: "https://example.org/colour/blue"}}
}

// Specimen has a property of every kind, and keys that Hydra uses too.
type Specimen struct {
	ID       string            `json:"id" ld:"@id"`
	Title    string            `json:"title" ld:"dct:title" filter:"text" sort:"true" doc:"A key that Hydra has too."`
	Text     hydra.LangString  `json:"text" ld:"dct:description" doc:"Text."`
	Bool     bool              `json:"bool" ld:"ex:bool" filter:"exact" doc:"Boolean."`
	Int      int32             `json:"int" ld:"ex:int" filter:"range" sort:"true" doc:"Integer."`
	Uint     *uint8            `json:"uint" ld:"ex:uint" doc:"Unsigned."`
	Float    float64           `json:"float" ld:"ex:float" filter:"range" doc:"Float."`
	Float32  *float32          `json:"float32" ld:"ex:float32" doc:"Float."`
	Day      hydra.Date        `json:"day" ld:"ex:day" filter:"range" sort:"true" doc:"Date."`
	Instant  hydra.DateTime    `json:"instant" ld:"ex:instant" filter:"range" sort:"true" doc:"Instant."`
	Stamp    time.Time         `json:"stamp" ld:"ex:stamp" doc:"Time of Go."`
	Clock    hydra.Time        `json:"clock" ld:"ex:clock" doc:"Time of day."`
	Year     hydra.GYear       `json:"year" ld:"ex:year" filter:"range" doc:"Year."`
	Price    hydra.Decimal     `json:"price" ld:"ex:price" filter:"range" sort:"true" doc:"Decimal."`
	Page     string            `json:"page" ld:"foaf:page" sh:"nodeKind=IRI" doc:"IRI."`
	Month    string            `json:"month" ld:"ex:month" sh:"datatype=xsd:gYearMonth" doc:"Other datatype."`
	Colour   Colour            `json:"colour" ld:"ex:colour" filter:"exact" doc:"Enumeration."`
	Colours  []Colour          `json:"colours" ld:"ex:colours" filter:"exact" doc:"Enumerations."`
	Days     []hydra.Date      `json:"days" ld:"ex:days" doc:"Dates."`
	Pages    []string          `json:"pages" ld:"ex:pages" sh:"nodeKind=IRI" doc:"IRIs."`
	Friend   hydra.Ref[Friend] `json:"friend" ld:"foaf:knows" filter:"exact" doc:"Reference."`
	Part     *Part             `json:"member" ld:"dct:hasPart" doc:"Nested, with a class and a key that Hydra has too."`
	Plain    Plain             `json:"plain" ld:"ex:plain" doc:"Nested by value, without a class."`
	Parts    []*Part           `json:"parts" ld:"ex:parts" doc:"Many nested."`
	Named    *Named            `json:"named" ld:"ex:named" doc:"Nested with an IRI of its own."`
	Secret   string            `json:"secret" ld:"ex:secret" access:"staff" filter:"exact" doc:"For the staff."`
	Computed string            `json:"-"`
}

// Part is nested and nests itself.
type Part struct {
	_      struct{} `ld:"ex:Part"`
	Name   string   `json:"name" ld:"schema:name" doc:"Name."`
	Part   *Part    `json:"part" ld:"dct:hasPart" doc:"Part of the part."`
	Method string   `json:"method" ld:"ex:method" doc:"A key that Hydra has too."`
}

// Plain is nested and has no class.
type Plain struct {
	First  string `json:"first" ld:"ex:first" filter:"exact" doc:"A key that Hydra has too."`
	Hidden string `json:"hidden" ld:"ex:hidden" access:"staff" doc:"For the staff."`
}

// Named is nested and has an IRI.
type Named struct {
	_     struct{} `ld:"ex:Named"`
	IRI   string   `json:"iri" ld:"@id"`
	Label string   `json:"label" ld:"rdfs:label" doc:"Label."`
}

// Friend is referred to.
type Friend struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"foaf:name" doc:"Name."`
}

var example = map[string]string{"ex": "https://example.org/ns#"}

func specimens() *hydra.Class[Specimen] {
	return hydra.NewClass("https://example.org/ns#Specimen", "/specimens", hydra.ClassMeta{Prefixes: example},
		hydra.ComputedLink("self", vocab.RDFSSeeAlso, hydra.Text{"en": "See also."}, func(s *Specimen) string { return s.Computed }))
}

func friends() *hydra.Class[Friend] {
	return hydra.NewClass[Friend](vocab.FOAFPerson, "/people/friends", hydra.ClassMeta{Prefixes: example})
}

func day(t *testing.T, s string) hydra.Date {
	t.Helper()
	d, err := literal.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// full has a value for everything.
func full(t *testing.T) *Specimen {
	t.Helper()
	u, f := uint8(0), float32(0.1)
	clock, err := literal.ParseTime("00:00:00")
	if err != nil {
		t.Fatal(err)
	}
	return &Specimen{
		ID: `a/b c"é?#%`, Title: "A \"title\"\\ with\nlines,\u2028 <tags> & é\U0001F600\x00", Bool: true, Int: -7, Uint: &u, Float: 1e-9, Float32: &f,
		Text: hydra.LangString{{Lang: "en", Value: "one"}, {Lang: "nl-be", Value: "één"}},
		Day:  day(t, "2024-02-29"), Instant: literal.DateTimeOf(time.Date(2026, 1, 2, 3, 4, 5, 600_000_000, time.FixedZone("", 7200))),
		Stamp: time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("", -3600)), Clock: clock, Year: 2026, Price: "12.50",
		Page: "https://example.org/a?b=c%20d#e", Month: "2026-07", Colour: "red", Colours: []Colour{"blue", "red"},
		Days: []hydra.Date{day(t, "2026-01-01"), day(t, "2026-01-02")}, Pages: []string{"https://example.org/1", "urn:x:y"},
		Friend: hydra.Ref[Friend]{ID: "jan peeters"}, Part: &Part{Name: "p", Method: "m", Part: &Part{Name: "q"}},
		Plain: Plain{First: "1", Hidden: "h"}, Parts: []*Part{{Name: "r"}, nil, {}, {Name: "s"}},
		Named: &Named{IRI: "https://example.org/named", Label: "named"}, Secret: "s3cret", Computed: "people/friends/é",
	}
}

type options func(*server.Config)

// newAPI makes an API of specimens and friends.
func newAPI(t *testing.T, values []*Specimen, change ...options) *server.Server {
	t.Helper()
	ss, err := memory.New(specimens(), memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := ss.Put(values...); err != nil {
		t.Fatal(err)
	}
	return newAPIWith(t, ss.Functions(), change...)
}

func newAPIWith(t *testing.T, functions store.Store[Specimen], change ...options) *server.Server {
	t.Helper()
	fs, err := memory.New(friends(), memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := fs.Put(&Friend{ID: "jan peeters", Name: "Jan"}); err != nil {
		t.Fatal(err)
	}
	config := server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Specimens"}, Version: "1.2.3", Languages: []string{"en", "nl-be"}},
		Logger:   slog.New(slog.DiscardHandler),
	}
	for _, c := range change {
		c(&config)
	}
	s, err := server.New(config, server.Bind(specimens(), functions), server.Bind(friends(), fs.Functions()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// get sends a GET request with header fields, each a name and a value.
func get(h http.Handler, url string, fields ...string) *httptest.ResponseRecorder {
	return send(h, http.MethodGet, url, fields...)
}

func send(h http.Handler, method, url string, fields ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, url, nil)
	for i := 0; i+1 < len(fields); i += 2 {
		r.Header.Add(fields[i], fields[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// graph reads a response as a graph, with the contexts that the API serves.
func graph(t *testing.T, s *server.Server, url string, w *httptest.ResponseRecorder) []rdf.Triple {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", url, w.Code, w.Body)
	}
	var triples []rdf.Triple
	body := w.Body.Bytes()
	switch mediaType, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";"); mediaType {
	case "application/n-triples":
		for triple, err := range rdf.ReadNTriples(strings.NewReader(string(body)), rdf.Options{}) {
			if err != nil {
				t.Fatalf("%s: %v in\n%s", url, err, body)
			}
			triples = append(triples, triple)
		}
		return lower(triples)
	case "application/n-quads":
		for quad, err := range rdf.ReadNQuads(strings.NewReader(string(body)), rdf.Options{}) {
			if err != nil {
				t.Fatalf("%s: %v in\n%s", url, err, body)
			}
			triples = append(triples, quad.Triple)
		}
		return lower(triples)
	case "application/rdf+xml":
		for triple, err := range rdf.ReadRDFXML(strings.NewReader(string(body)), rdf.Options{Base: vocab.IRI("https://data.example.org" + url)}) {
			if err != nil {
				t.Fatalf("%s: %v in\n%s", url, err, body)
			}
			triples = append(triples, triple)
		}
		return lower(triples)
	case "application/ld+json", "application/json":
		contexts := map[string][]byte{}
		for _, c := range s.API().Contexts() {
			contexts[s.API().Base().URL+c.Path] = c.Body
		}
		p, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
		if err != nil {
			t.Fatal(err)
		}
		if mediaType == "application/json" {
			i := slices.IndexFunc(w.Header()["Link"], func(l string) bool { return strings.Contains(l, "json-ld#context") })
			if i < 0 {
				t.Fatalf("%s: no context in %q", url, w.Header()["Link"])
			}
			at, _, _ := strings.Cut(strings.TrimPrefix(w.Header()["Link"][i], "<"), ">")
			body = []byte(`{"@context":"` + at + `",` + strings.TrimPrefix(string(body), "{"))
		}
		quads, err := p.ToRDF(context.Background(), body, "https://data.example.org"+url)
		if err != nil {
			t.Fatalf("%s: %v in\n%s", url, err, body)
		}
		for _, q := range quads {
			triples = append(triples, q.Triple)
		}
		return lower(triples)
	default:
		t.Fatalf("%s: %s", url, mediaType)
		return nil
	}
}

// lower writes language tags in lower case: they are compared like that (RDF 1.1, section 3.3).
func lower(triples []rdf.Triple) []rdf.Triple {
	for i := range triples {
		triples[i].Object.Lang = strings.ToLower(triples[i].Object.Lang)
	}
	return triples
}
