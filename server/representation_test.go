package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestEveryRepresentationIsTheSameGraph(t *testing.T) {
	staff := func(c *server.Config) { c.Audience = func(*http.Request) []string { return []string{"staff"} } }
	absolute := func(c *server.Config) { c.Links = server.LinkAbsolute }
	item := "/api/specimens/" + url.PathEscape(full(t).ID)
	apis := map[string]*server.Server{
		"public": newAPI(t, []*Specimen{full(t), {ID: "empty"}}), "staff": newAPI(t, []*Specimen{full(t)}, staff),
		"absolute links": newAPI(t, []*Specimen{full(t)}, absolute),
	}
	for name, api := range apis {
		for _, path := range []string{
			item, item + "?fields=title,plain,parts", item + "?fields=named", "/api/specimens", "/api/specimens?bool=true&pageSize=1",
			"/api/specimens?after=&pageSize=1&sort=-title", "/api/people/friends", "/api", "/api/documentation", "/api/shapes", "/api/problems/paramsValidation",
		} {
			t.Run(name+" "+path, func(t *testing.T) {
				want := graph(t, api, path, get(api, path, "Accept", "application/ld+json"))
				if len(want) == 0 {
					t.Fatal("the graph is empty")
				}
				for _, accept := range []string{"application/json", "application/n-triples", "application/n-quads"} {
					got := graph(t, api, path, get(api, path, "Accept", accept))
					same, err := rdf.Isomorphic(want, got)
					if err != nil || !same {
						t.Errorf("%s: %v\n%s", accept, err, rdf.Diff(want, got))
					}
				}
			})
		}
	}
}

func TestAnItemSaysWhatItsFieldsHold(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t)})
	w := get(api, "/api/specimens/"+url.PathEscape(full(t).ID), "Accept", "application/n-triples")
	subject := "<https://data.example.org/api/specimens/a%2Fb%20c%22%C3%A9%3F%23%25>"
	const ex, xsd = "<https://example.org/ns#", "<http://www.w3.org/2001/XMLSchema#"
	for _, line := range []string{
		subject + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " + ex + "Specimen> .",
		subject + ` <http://purl.org/dc/terms/identifier> "a/b c\"é?#%" .`,
		subject + ` <http://purl.org/dc/terms/description> "één"@nl-be .`,
		subject + " " + ex + `bool> "true"^^` + xsd + "boolean> .",
		subject + " " + ex + `int> "-7"^^` + xsd + "integer> .",
		subject + " " + ex + `uint> "0"^^` + xsd + "integer> .",
		subject + " " + ex + `float> "1.0E-9"^^` + xsd + "double> .",
		subject + " " + ex + `day> "2024-02-29"^^` + xsd + "date> .",
		subject + " " + ex + `instant> "2026-01-02T01:04:05.6Z"^^` + xsd + "dateTime> .",
		subject + " " + ex + `stamp> "2026-01-02T04:04:05Z"^^` + xsd + "dateTime> .",
		subject + " " + ex + `clock> "00:00:00"^^` + xsd + "time> .",
		subject + " " + ex + `year> "2026"^^` + xsd + "gYear> .",
		subject + " " + ex + `price> "12.50"^^` + xsd + "decimal> .",
		subject + " " + ex + `month> "2026-07"^^` + xsd + "gYearMonth> .",
		subject + " <http://xmlns.com/foaf/0.1/page> <https://example.org/a?b=c%20d#e> .",
		subject + " " + ex + "colour> <https://example.org/colour/red> .",
		subject + " " + ex + "colours> <https://example.org/colour/blue> .",
		subject + " " + ex + "pages> <urn:x:y> .",
		subject + " <http://xmlns.com/foaf/0.1/knows> <https://data.example.org/api/people/friends/jan%20peeters> .",
		subject + " " + ex + "named> <https://example.org/named> .",
		`<https://example.org/named> <http://www.w3.org/2000/01/rdf-schema#label> "named" .`,
		subject + " <http://www.w3.org/2000/01/rdf-schema#seeAlso> <https://data.example.org/api/people/friends/%C3%A9> .",
	} {
		if !strings.Contains(w.Body.String(), line+"\n") {
			t.Errorf("there is no line\n%s\nin\n%s", line, w.Body)
		}
	}
	if strings.Contains(w.Body.String(), "s3cret") || strings.Contains(w.Body.String(), "hidden") {
		t.Errorf("what is for the staff only is public:\n%s", w.Body)
	}
}

func TestRDFXMLIsTheSameGraphOrRefused(t *testing.T) {
	plain := full(t)
	plain.Title = "A \"title\" & <tags> with\r\nlines, é\U0001F600"
	api := newAPI(t, []*Specimen{plain})
	item := "/api/specimens/" + url.PathEscape(plain.ID)
	for _, path := range []string{
		item, item + "?fields=title,plain,parts", "/api/specimens", "/api/specimens?int=lt:5&pageSize=1", "/api", "/api/documentation",
		"/api/shapes", "/api/problems/notFound",
	} {
		want := graph(t, api, path, get(api, path))
		if diff := rdf.Diff(want, graph(t, api, path, get(api, path, "Accept", "application/rdf+xml"))); diff != "" {
			t.Errorf("%s:\n%s", path, diff)
		}
	}
	w := get(newAPI(t, []*Specimen{full(t)}), item, "Accept", "application/rdf+xml") // U+0000 in its title
	if w.Code != http.StatusNotAcceptable || !strings.Contains(w.Body.String(), "U+0000") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
