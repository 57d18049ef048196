package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

func TestOpenAPIDocumentsSayWhichLanguagesTheyAreIn(t *testing.T) {
	for languages, want := range map[[2]string]string{
		{"en", "nl"}: "en", {"nl", "en"}: "nl, en", {"nl-BE", "fr"}: "nl-BE, en",
	} {
		api := newAPI(t, nil, func(c *server.Config) {
			c.Metadata.Languages = languages[:]
			c.Metadata.Title = hydra.Text{languages[0]: "Title"}
		})
		for _, path := range []string{"/api/openapi.json", "/api/openapi.yaml", "/api/swagger.json"} {
			if got := get(api, path).Header().Get("Content-Language"); got != want {
				t.Errorf("%s in %v: Content-Language: %q, want %q", path, languages, got, want)
			}
		}
	}
}

// described checks JSON against a schema of an OpenAPI document, as far as types, enumerations and properties go: one that the
// schema doesn't name is a mistake, unless it is a term with a prefix.
type described struct {
	schemas  map[string]any
	mistakes []string
}

func (d *described) check(where string, schema map[string]any, value any) {
	if ref, ok := schema["$ref"].(string); ok {
		referred, ok := d.schemas[strings.TrimPrefix(ref, "#/components/schemas/")].(map[string]any)
		if !ok {
			d.mistakes = append(d.mistakes, where+": there is no "+ref)
			return
		}
		schema = referred
	}
	var kind string
	switch value := value.(type) {
	case map[string]any:
		kind = "object"
		properties, _ := schema["properties"].(map[string]any)
		for key, v := range value {
			if property, ok := properties[key].(map[string]any); ok {
				d.check(where+"."+key, property, v)
			} else if others, ok := schema["additionalProperties"].(map[string]any); ok {
				d.check(where+"."+key, others, v)
			} else if key != "@context" && properties != nil && !strings.Contains(key, ":") {
				d.mistakes = append(d.mistakes, where+"."+key+" is not described")
			}
		}
	case []any:
		kind = "array"
		for i, v := range value {
			items, _ := schema["items"].(map[string]any)
			d.check(fmt.Sprintf("%s[%d]", where, i), items, v)
		}
	case string:
		kind = "string"
	case bool:
		kind = "boolean"
	case float64:
		kind = "number"
	}
	if got := schema["type"]; got != kind && (got != "integer" || kind != "number") {
		d.mistakes = append(d.mistakes, fmt.Sprintf("%s is of type %s, described as %v", where, kind, got))
	}
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, value) {
		d.mistakes = append(d.mistakes, fmt.Sprintf("%s is %v, described as one of %v", where, value, enum))
	}
}

func TestWhatIsServedIsWhatTheOpenAPIDocumentDescribes(t *testing.T) {
	specimens := newAPI(t, []*Specimen{full(t), {ID: "2"}}, func(c *server.Config) {
		m := &c.Metadata
		m.Description, m.License, m.TermsOfService = hydra.Text{"en": "All"}, "https://example.org/l", "https://example.org/t"
		m.Issued, m.Modified = day(t, "2026-01-01"), day(t, "2026-02-01")
		m.Contact, m.Publisher = hydra.Contact{Name: "Desk", Email: "desk@example.org"}, hydra.Publisher{Name: hydra.Text{"en": "We"}}
		m.Keywords, m.Temporal.Start, m.Spatial.WKT = map[string][]string{"en": {"a"}}, m.Issued, "POINT(1 2)"
	})
	books, _ := bookAPI(t, anyWriter, &Book{ID: "b1", Title: "T", Writers: refs("1", "2"), Editor: refs("1")[0], Successor: hydra.Ref[Book]{ID: "b2"}})
	numbered := newAPI(t, []*Specimen{full(t), {ID: "2"}}, func(c *server.Config) { c.HALPages = server.DesignRulesPages })
	for _, test := range []struct {
		api             *server.Server
		path, operation string
		types           []string
	}{
		{specimens, "/api/specimens?bool=true&pageSize=1", "/specimens", []string{"application/json", "application/ld+json", hal}},
		{numbered, "/api/specimens?pageSize=1&page=2", "/specimens", []string{hal}},
		{numbered, "/api/specimens?pageSize=1", "/specimens", []string{hal}},
		{specimens, "/api/specimens/2", "/specimens/{id}", []string{"application/json", "application/ld+json", hal}},
		{specimens, "/api/specimens/a%2Fb%20c%22%C3%A9%3F%23%25", "/specimens/{id}", []string{"application/json", "application/ld+json", hal}},
		{books, "/api/books?expand=writers,editor", "/books", []string{hal}},
		{books, "/api/books/b1", "/books/{id}", []string{"application/json", "application/ld+json", hal}},
		{books, "/api/writers/1", "/writers/{id}", []string{hal}},
		{specimens, "/api", "/", []string{"application/json"}},
		{specimens, "/api/specimens/none", "/specimens/{id}", []string{"application/problem+json"}},
	} {
		var document struct {
			Paths map[string]struct {
				Get struct {
					Responses map[string]struct {
						Content map[string]struct{ Schema map[string]any }
					}
				}
			}
			Components struct{ Schemas map[string]any }
		}
		if err := json.Unmarshal(get(test.api, "/api/openapi.json").Body.Bytes(), &document); err != nil {
			t.Fatal(err)
		}
		for _, mediaType := range test.types {
			w := get(test.api, test.path, "Accept", strings.Replace(mediaType, "problem+", "", 1))
			var body any
			if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || w.Header().Get("Content-Type") != mediaType {
				t.Fatalf("%s: %v %v\n%s", test.path, err, w.Header(), w.Body)
			}
			d := described{schemas: document.Components.Schemas}
			response := document.Paths[test.operation].Get.Responses[strconv.Itoa(w.Code)]
			d.check("", response.Content[mediaType].Schema, body)
			slices.Sort(d.mistakes)
			if len(d.mistakes) > 0 || w.Code != http.StatusOK && w.Code != http.StatusNotFound {
				t.Errorf("%s as %s: %d\n%s\n%s", test.path, mediaType, w.Code, strings.Join(d.mistakes, "\n"), w.Body)
			}
		}
	}
}
