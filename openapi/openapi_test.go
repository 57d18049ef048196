package openapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
)

// openapi3Of is the OpenAPI 3 document of a declaration, as it is written and as it is read back, valid.
func openapi3Of(t *testing.T, c hydra.Config) ([]byte, *openapi3.T) {
	t.Helper()
	doc, err := openapi.OpenAPI(compile(t, c), "/api")
	if err != nil {
		t.Fatal(err)
	}
	v3, err := openapi3.NewLoader().LoadFromData(doc)
	if err != nil {
		t.Fatalf("the document can't be read: %v", err)
	}
	if err := v3.Validate(context.Background()); err != nil {
		t.Fatalf("the document is not valid: %v", err)
	}
	return doc, v3
}

// writable is the declaration with operations that write.
func writable(t *testing.T) hydra.Config {
	t.Helper()
	c := config(t)
	c.Resources[0].Collection = append(c.Resources[0].Collection, writing("POST", "createEvent", vocab.SchemaEvent))
	c.Resources[0].Item = append(c.Resources[0].Item, writing("PUT", "replaceEvent", vocab.SchemaEvent), writing("PATCH", "changeEvent", vocab.SchemaEvent))
	return c
}

func TestTheOpenAPI3DocumentIsValidWhateverTheDeclaration(t *testing.T) {
	bare := config(t)
	bare.Metadata = hydra.Metadata{Title: hydra.Text{"fr": "Titre"}, Version: "0.1.0"}
	for name, c := range map[string]hydra.Config{"read": config(t), "write": writable(t), "bare": bare} {
		t.Run(name, func(t *testing.T) {
			_, v3 := openapi3Of(t, c)
			if got := v3.Paths.Len(); got != 5 {
				t.Errorf("there are %d paths, want the entry point, two collections and two items", got)
			}
		})
	}
}

func TestTheOpenAPI3DocumentSaysWhereTheAPIIs(t *testing.T) {
	api := compile(t, config(t))
	for prefix, want := range map[string]string{
		"/api": "http://localhost:8080/api", "": "http://localhost:8080", "https://data.example.org": "https://data.example.org",
		"https://data.example.org/v1": "https://data.example.org/v1",
	} {
		doc, err := openapi.OpenAPI(api, prefix)
		if err != nil {
			t.Fatal(err)
		}
		if got := compact(t, at(t, doc, "servers")); got != `[{"url":"`+want+`"}]` {
			t.Errorf("under %q the servers are %s, want %s", prefix, got, want)
		}
	}
	if _, err := openapi.OpenAPI(api, "nowhere"); err == nil {
		t.Error("a prefix that is no address is taken")
	}
}

func TestTheOpenAPI3DocumentDescribesTheAPI(t *testing.T) {
	doc, _ := openapi3Of(t, config(t))
	for path, want := range map[string]string{
		"openapi":      `"3.0.3"`,
		"info»title":   `"Events of the world"`,
		"info»version": `"1.4.0"`,
		"info»contact": `{"email":"events@example.org","name":"Events team","url":"https://example.org/contact"}`,
		"x-jsonld-id":  `"/api"`,
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

// each calls f for every operation.
func each(v3 *openapi3.T, f func(name string, o *openapi3.Operation)) {
	for path, item := range v3.Paths.Map() {
		for method, o := range item.Operations() {
			f(method+" "+path, o)
		}
	}
}

func TestC02EverySuccessHasTheVersionInItsHeader(t *testing.T) {
	_, v3 := openapi3Of(t, writable(t))
	each(v3, func(name string, o *openapi3.Operation) {
		for status, r := range o.Responses.Map() {
			if status < "4" && r.Value.Headers["API-Version"] == nil {
				t.Errorf("%s: %s lacks API-Version", name, status)
			}
		}
	})
}

func TestC03EveryErrorIsAProblem(t *testing.T) {
	_, v3 := openapi3Of(t, writable(t))
	errors := 0
	each(v3, func(name string, o *openapi3.Operation) {
		for status, r := range o.Responses.Map() {
			if status < "4" {
				continue
			}
			errors++
			problem := r.Value.Content["application/problem+json"]
			if problem == nil {
				t.Errorf("%s: %s is no problem", name, status)
				continue
			}
			for _, member := range []string{"status", "title", "detail"} {
				if problem.Schema.Value.Properties[member] == nil {
					t.Errorf("%s: the problem of %s lacks %s", name, status, member)
				}
			}
			if r.Value.Content["text/turtle"] == nil || r.Value.Content["application/json"] != nil {
				t.Errorf("%s: %s comes as %v", name, status, slices.Sorted(maps.Keys(r.Value.Content)))
			}
		}
	})
	if errors == 0 {
		t.Error("there are no errors")
	}
}

func TestC04WhoTakesAnythingMayRefuseIt(t *testing.T) {
	c := writable(t)
	_, v3 := openapi3Of(t, c)
	each(v3, func(name string, o *openapi3.Operation) {
		if (len(o.Parameters) > 0 || o.RequestBody != nil) && o.Responses.Value("400") == nil {
			t.Errorf("%s takes something, but never answers 400", name)
		}
	})
}

func TestQueryParametersAreInCamelCase(t *testing.T) {
	camelCase := regexp.MustCompile(`^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$`)
	_, v3 := openapi3Of(t, config(t))
	seen := 0
	each(v3, func(name string, o *openapi3.Operation) {
		for _, p := range o.Parameters {
			if p.Value.In == "query" {
				seen++
				if !camelCase.MatchString(p.Value.Name) {
					t.Errorf("%s: the parameter %s", name, p.Value.Name)
				}
			}
		}
	})
	if seen == 0 {
		t.Error("there are no parameters")
	}
}

func TestARepresentationHasEveryMediaTypeWithItsSchema(t *testing.T) {
	c := config(t)
	c.MediaTypes = []string{"application/ld+json", "application/json", "text/turtle"}
	c.ItemMediaTypes = []string{"application/ld+json", "application/json", "application/hal+json", "text/turtle"}
	c.CollectionMediaTypes = []string{"application/ld+json", "application/json", "text/csv"}
	doc, v3 := openapi3Of(t, c)
	for path, want := range map[string]map[string]string{
		"/": {
			"application/ld+json": `{"$ref":"#/components/schemas/EntryPoint"}`, "application/json": `{"$ref":"#/components/schemas/EntryPoint"}`,
			"text/turtle": `{"type":"string"}`,
		},
		"/events/{id}": {
			"application/ld+json": `{"$ref":"#/components/schemas/Event"}`, "application/json": `{"$ref":"#/components/schemas/Event"}`,
			"application/hal+json": `{"$ref":"#/components/schemas/EventHal"}`, "text/turtle": `{"type":"string"}`,
		},
		"/events": {
			"application/ld+json": `{"$ref":"#/components/schemas/EventCollection"}`, "application/json": `{"$ref":"#/components/schemas/EventCollection"}`,
			"text/csv": `{"type":"string"}`,
		},
	} {
		content := v3.Paths.Value(path).Get.Responses.Value("200").Value.Content
		if got, want := slices.Sorted(maps.Keys(content)), slices.Sorted(maps.Keys(want)); !slices.Equal(got, want) {
			t.Errorf("%s comes as %v, want %v", path, got, want)
		}
		for mediaType, schema := range want {
			if got := compact(t, at(t, doc, "paths»"+path+"»get»responses»200»content»"+mediaType+"»schema")); got != schema {
				t.Errorf("%s as %s has the schema %s, want %s", path, mediaType, got, schema)
			}
		}
	}
}

func TestABodyHasItsMediaTypes(t *testing.T) {
	_, v3 := openapi3Of(t, writable(t))
	for method, want := range map[string]string{
		"POST":  "/events application/json,application/ld+json EventInput",
		"PUT":   "/events/{id} application/json,application/ld+json EventInput",
		"PATCH": "/events/{id} application/merge-patch+json EventPatch",
	} {
		path, rest, _ := strings.Cut(want, " ")
		body := v3.Paths.Value(path).GetOperation(method).RequestBody.Value
		mediaTypes := slices.Sorted(maps.Keys(body.Content))
		schema := strings.TrimPrefix(body.Content[mediaTypes[0]].Schema.Ref, "#/components/schemas/")
		if got := strings.Join(mediaTypes, ",") + " " + schema; got != rest || !body.Required {
			t.Errorf("%s takes %s, required %t, want %s", method, got, body.Required, rest)
		}
	}
}

// The Swagger document is what 2.0 can say of the other: the same operations with the same names.
func TestBothDocumentsDescribeTheSameOperations(t *testing.T) {
	c := writable(t)
	_, v3 := openapi3Of(t, c)
	converted := convert(t, swagger(t, c))
	describe := func(v3 *openapi3.T) (out []string) {
		each(v3, func(name string, o *openapi3.Operation) {
			var line strings.Builder
			fmt.Fprint(&line, name, " ", o.OperationID, " ", o.Tags, " ", o.Summary, " ", o.Description, " ", o.RequestBody != nil)
			for _, p := range o.Parameters {
				fmt.Fprint(&line, " ", p.Value.Name, " ", p.Value.In, " ", p.Value.Schema.Value.Type.Slice(), " ", p.Value.Schema.Value.Pattern)
			}
			fmt.Fprint(&line, " ", slices.Sorted(maps.Keys(o.Responses.Map())))
			out = append(out, line.String())
		})
		for name, s := range v3.Components.Schemas {
			var line strings.Builder
			fmt.Fprint(&line, name, " ", s.Value.Required, " ", s.Value.Title, " ", s.Value.AdditionalProperties.Has != nil)
			for _, key := range slices.Sorted(maps.Keys(s.Value.Properties)) {
				p := s.Value.Properties[key]
				fmt.Fprint(&line, " ", key, " ", p.Ref)
				if p.Ref == "" {
					fmt.Fprint(&line, " ", p.Value.Type.Slice(), " ", p.Value.Format, " ", p.Value.Enum, " ", p.Value.MinItems)
				}
			}
			out = append(out, line.String())
		}
		slices.Sort(out)
		return out
	}
	got, want := describe(converted), describe(v3)
	if len(got) != len(want) {
		t.Fatalf("Swagger says %d things, OpenAPI %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("Swagger says\n%s\nOpenAPI says\n%s", got[i], want[i])
		}
	}
}

func TestTheClassRefersToWhatIsWrittenOfIt(t *testing.T) {
	doc, _ := openapi3Of(t, config(t))
	if got := compact(t, at(t, doc, "components»schemas»Event»x-input")); got != `{"$ref":"#/components/schemas/EventInput"}` {
		t.Errorf("x-input is %s", got)
	}
	if got := compact(t, at(t, swagger(t, config(t)), "definitions»Event»x-input")); got != `{"$ref":"#/definitions/EventInput"}` {
		t.Errorf("in Swagger x-input is %s", got)
	}
}

func TestYAMLHasTheSameContent(t *testing.T) {
	c := config(t)
	c.Metadata.Title = hydra.Text{"en": "yes: \"no\" # 1.0\n- on\tØ "}
	doc, _ := openapi3Of(t, c)
	text, err := openapi.YAML(doc)
	if err != nil {
		t.Fatal(err)
	}
	back, err := yaml.YAMLToJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if json.Unmarshal(doc, &want) != nil || json.Unmarshal(back, &got) != nil || !reflect.DeepEqual(got, want) {
		t.Error("the YAML says something else than the JSON")
	}
	if bytes.HasPrefix(text, []byte("{")) || !bytes.Contains(text, []byte("\nopenapi: 3.0.3\n")) {
		t.Errorf("it is no YAML in blocks:\n%.200s", text)
	}
	if _, err := openapi.YAML([]byte("{")); err == nil {
		t.Error("what is no document is written as YAML")
	}
}
