package server_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestAnAddressMayNameTheFormat(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2"}})
	graphs := map[string]string{
		"jsonld": "application/ld+json", "trig": "application/trig", "nquads": "application/n-quads", "html": "text/html; charset=utf-8",
		"turtle": "text/turtle; charset=utf-8", "ntriples": "application/n-triples", "rdfxml": "application/rdf+xml", "json": "application/json",
	}
	for path, more := range map[string]map[string]string{
		"/api": nil, "/api/documentation": nil, "/api/catalog?page=1": nil,
		"/api/specimens/1?fields=title": {"hal": "application/hal+json"},
		"/api/specimens?int=0":          {"hal": "application/hal+json", "csv": "text/csv; charset=utf-8; header=present", "ndjson": "application/x-ndjson"},
	} {
		for _, formats := range []map[string]string{graphs, more} {
			for name, want := range formats {
				asked := path + "?format=" + name
				if strings.Contains(path, "?") {
					asked = path + "&format=" + name
				}
				mediaType, _, _ := strings.Cut(want, ";")
				for _, accept := range []string{"", browser, "application/json", "image/png"} {
					w := get(api, asked, "Accept", accept)
					if w.Code != http.StatusOK || w.Header().Get("Content-Type") != want {
						t.Fatalf("%s as %q: %d %s, want %s\n%s", asked, accept, w.Code, w.Header().Get("Content-Type"), want, w.Body)
					}
					if links := strings.Join(w.Header()["Link"], ", "); strings.Contains(links, "alternate") || !strings.Contains(links, "apiDocumentation") {
						t.Errorf("%s is one format only: Link: %s", asked, links)
					}
				}
				negotiated := get(api, path, "Accept", mediaType)
				if etag := get(api, asked).Header().Get("Etag"); name != "html" && path != "/api/specimens?int=0" && name != "hal" && etag != negotiated.Header().Get("Etag") {
					t.Errorf("%s has the ETag %s, negotiated %s", asked, etag, negotiated.Header().Get("Etag"))
				}
			}
		}
	}
	page := get(api, "/api/specimens?pageSize=1&format=turtle").Body.String()
	for _, want := range []string{"<https://data.example.org/api/specimens> a hydra:Collection", "<https://data.example.org/api/specimens?pageSize=1&format=turtle&page=2>"} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
}

func TestAFormatThatThereIsNotIsAMistake(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for path, want := range map[string]string{
		"/api?format=csv":                              "format enum want one of jsonld, trig, nquads, html, turtle, ntriples, rdfxml, json",
		"/api/specimens/1?format=csv":                  "format enum want one of jsonld, trig, nquads, html, turtle, ntriples, rdfxml, json, hal",
		"/api/specimens?format=text/csv":               "format enum want one of jsonld, trig, nquads, html, turtle, ntriples, rdfxml, json, hal, csv, ndjson",
		"/api/specimens?format=":                       "format enum want one of jsonld, trig, nquads, html, turtle, ntriples, rdfxml, json, hal, csv, ndjson",
		"/api/specimens?format=csv&format=csv":         "format unique want format once",
		"/api/specimens?format=ndjson&page=1":          "page unsupportedCombi",
		"/api/specimens.csv?format=csv":                "format unsupportedCombi the address ends in the format",
		"/api/openapi.json?format=json":                "format unknownParam want no parameter",
		"/api/shapes?format=json&page=1":               "page unknownParam want format, or no parameter",
		"/api/specimens/1?fields=title&format=nothing": "format enum",
	} {
		w := get(api, path)
		problem := readProblem(t, w.Body.Bytes())
		if w.Code != http.StatusBadRequest || len(problem.InvalidParams) != 1 {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
			continue
		}
		if p := problem.InvalidParams[0]; !strings.HasPrefix(p.Name+" "+p.Code+" "+p.Detail, want) {
			t.Errorf("%s: %+v, want %s", path, p, want)
		}
	}
}
