package openapi_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// writing is an operation with a body.
func writing(method, id string, class vocab.IRI) hydra.Operation {
	success := http.StatusOK
	if method == http.MethodPost {
		success = http.StatusCreated
	}
	return hydra.Operation{
		ID: id, Method: method, Title: text("Write", "Schrijf"), Expects: class, Returns: class,
		Statuses: []hydra.Status{status(success), status(400), status(412)},
	}
}

// operationIDs lists the operations of a document as "METHOD path operationId".
func operationIDs(t *testing.T, doc []byte) (out []string) {
	t.Helper()
	paths := objectOf(at(t, doc, "paths"))
	for path, item := range paths {
		for method, o := range objectOf(item) {
			if o, ok := o.(map[string]any); ok {
				out = append(out, strings.ToUpper(method)+" "+path+" "+stringOf(o["operationId"]))
			}
		}
	}
	slices.Sort(out)
	return out
}

func TestEachOperationOfTheDocumentationIsAnOperationOfThePaths(t *testing.T) {
	want := []string{
		"GET / getEntryPoint",
		"GET /event-organizers listOrganizers",
		"GET /event-organizers/{id} getOrganizer",
		"GET /events listEvents",
		"GET /events/{id} getEvent",
	}
	if got := operationIDs(t, swagger(t, config(t))); !slices.Equal(got, want) {
		t.Errorf("the operations are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOperationIDsStayWhenRoutesAreAdded(t *testing.T) {
	before := operationIDs(t, swagger(t, config(t)))
	venues := serve(define(t, hydra.NewClass[Venue](vocab.SchemaPlace, "/venues", hydra.ClassMeta{})), "Venues")
	for name, at := range map[string]int{"in front": 0, "in between": 1, "at the end": 2} {
		t.Run(name, func(t *testing.T) {
			c := config(t)
			c.Resources = slices.Insert(c.Resources, at, venues)
			after := operationIDs(t, swagger(t, c))
			if len(after) != len(before)+2 {
				t.Errorf("there are %d operations, want two more than %d", len(after), len(before))
			}
			for _, o := range before {
				if !slices.Contains(after, o) {
					t.Errorf("%s is gone; there are\n%s", o, strings.Join(after, "\n"))
				}
			}
		})
	}
}

func TestAnswersHaveSchemaAndHeaders(t *testing.T) {
	c := config(t)
	c.Resources[0].Collection = append(c.Resources[0].Collection,
		writing("POST", "createEvent", vocab.SchemaEvent),
		hydra.Operation{ID: "headEvents", Method: "HEAD", Title: text("Head", "Kop"), Returns: vocab.HydraCollection, Statuses: []hydra.Status{status(200), status(404)}})
	c.Resources[0].Item = append(c.Resources[0].Item, hydra.Operation{
		ID: "deleteEvent", Method: "DELETE", Title: text("Delete", "Verwijder"),
		Statuses: []hydra.Status{status(204), status(404), {Code: 599}},
	})
	doc := swagger(t, c)
	convert(t, doc)
	const reading = "API-Version Allow Content-Language ETag Link Vary"
	for _, test := range []struct{ operation, status, schema, headers string }{
		{"/»get", "200", "EntryPoint", reading},
		{"/»get", "304", "", "API-Version Allow ETag Link Vary"},
		{"/»get", "406", "Error", "API-Version Allow Content-Language Link"},
		{"/events»get", "200", "EventCollection", reading},
		{"/events»get", "304", "", "API-Version Allow ETag Link Vary"},
		{"/events»get", "400", "Error", "API-Version Allow Content-Language Link"},
		{"/events»get", "503", "Error", "API-Version Allow Content-Language Link Retry-After"},
		{"/events»post", "201", "Event", "API-Version Allow Content-Language ETag Link Location Vary"},
		{"/events»head", "200", "", "API-Version Allow ETag Link Vary"},
		{"/events»head", "404", "", "API-Version Allow Link"},
		{"/events/{id}»get", "200", "Event", reading},
		{"/events/{id}»get", "404", "Error", "API-Version Allow Content-Language Link"},
		{"/events/{id}»delete", "204", "", "API-Version Allow ETag Link Vary"},
		{"/event-organizers»get", "200", "OrganizerCollection", reading},
	} {
		t.Run(test.operation+" "+test.status, func(t *testing.T) {
			response := objectOf(at(t, doc, "paths»"+test.operation+"»responses»"+test.status))
			if response == nil {
				t.Fatal("there is no such response")
			}
			want := ""
			if test.schema != "" {
				want = `{"$ref":"#/definitions/` + test.schema + `"}`
			}
			if got := compact(t, response["schema"]); got != want {
				t.Errorf("the schema is %s, want %s", got, want)
			}
			if got := strings.Join(keys(response["headers"]), " "); got != test.headers {
				t.Errorf("the headers are %s, want %s", got, test.headers)
			}
			if response["description"] == "" || response["description"] == nil {
				t.Error("there is no description")
			}
		})
	}
	if got := at(t, doc, "paths»/events/{id}»delete»responses»599»description"); got != "Status 599." {
		t.Errorf("a status without words is described as %v", got)
	}
}

func TestAnOperationThatExpectsTheClassHasABody(t *testing.T) {
	c := config(t)
	c.Resources[0].Collection = append(c.Resources[0].Collection, writing("POST", "createEvent", vocab.SchemaEvent), writing("QUERY", "queryEvents", vocab.SchemaEvent))
	c.Resources[0].Item = append(c.Resources[0].Item,
		writing("PUT", "replaceEvent", vocab.SchemaEvent), writing("PATCH", "changeEvent", vocab.SchemaEvent))
	c.Resources[1].Item = append(c.Resources[1].Item, writing("PUT", "act", vocab.SchemaAction))
	doc := swagger(t, c)
	convert(t, doc)
	for path, want := range map[string]string{
		"consumes":                          `["application/ld+json","application/json"]`,
		"paths»/events»post»consumes":       `["application/json"]`,
		"paths»/events/{id}»patch»consumes": `["application/merge-patch+json"]`,
		"paths»/events/{id}»get»consumes":   ``,
		"paths»/events»post»parameters":     `[{"description":"Event","in":"body","name":"body","required":true,"schema":{"$ref":"#/definitions/EventInput"}}]`,
		"definitions»EventPatch»required":   ``,
		"definitions»EventInput»required":   `["description","keywords","name","startDate"]`,
		"definitions»OrganizerPatch":        ``, // nothing takes one
		"paths»/events»query":               ``, // no method of 2.0
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", path, got, want)
		}
	}
	for operation, want := range map[string]string{
		"/events/{id}»put":           `#/definitions/EventInput`,
		"/events/{id}»patch":         `#/definitions/EventPatch`,
		"/event-organizers/{id}»put": `"x-jsonld-type":"https://schema.org/Action"`,
	} {
		parameters := compact(t, at(t, doc, "paths»"+operation+"»parameters"))
		if !strings.Contains(parameters, want) || !strings.Contains(parameters, `"If-Match"`) {
			t.Errorf("the parameters of %s are %s, want %s and If-Match", operation, parameters, want)
		}
	}
}

func TestStatusTextStandsInForAMissingTitle(t *testing.T) {
	c := config(t)
	c.Resources[0].Item[0].Statuses = []hydra.Status{{Code: http.StatusOK}}
	if got := at(t, swagger(t, c), "paths»/events/{id}»get»responses»200»description"); got != "OK." {
		t.Errorf("the description is %v", got)
	}
}

// keys are the sorted keys of an object.
func keys(v any) (out []string) {
	object := objectOf(v)
	for key := range object {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}
