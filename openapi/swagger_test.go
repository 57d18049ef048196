package openapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
)

// convert reads a document back, turns it into OpenAPI 3 and validates that.
func convert(t testing.TB, doc []byte) *openapi3.T {
	t.Helper()
	var v2 openapi2.T
	if err := json.Unmarshal(doc, &v2); err != nil {
		t.Fatalf("the document can't be read: %v", err)
	}
	v3, err := openapi2conv.ToV3(&v2)
	if err != nil {
		t.Fatalf("the document can't be converted: %v", err)
	}
	if err := v3.Validate(context.Background()); err != nil {
		t.Fatalf("the document is not valid: %v", err)
	}
	return v3
}

func TestTheDocumentIsValidAsOpenAPI(t *testing.T) {
	v3 := convert(t, swagger(t, config(t)))
	if got := v3.Paths.Len(); got != 5 {
		t.Errorf("there are %d paths, want the entry point, two collections and two items", got)
	}
}

func TestTheDocumentHasNothingThatSwagger20Forbids(t *testing.T) {
	c := config(t)
	c.Resources[0].Item = append(c.Resources[0].Item, writing("PUT", "replaceEvent", vocab.SchemaEvent))
	if mistakes := lint20(t, swagger(t, c)); len(mistakes) > 0 {
		t.Errorf("the document breaks the rules of 2.0:\n%s", strings.Join(mistakes, "\n"))
	}
}

func TestTheSameDeclarationGivesTheSameBytes(t *testing.T) {
	first := swagger(t, config(t))
	for range 5 {
		if again := swagger(t, config(t)); !bytes.Equal(first, again) {
			t.Fatal("the bytes differ from one time to the next")
		}
	}
	if bytes.Contains(first, []byte(`\u003c`)) || !bytes.Contains(first, []byte("Conferences & meetups <everywhere>.")) {
		t.Error("characters of HTML are escaped")
	}
	if !bytes.HasSuffix(first, []byte("}\n")) {
		t.Error("the document does not end in a line break")
	}
}

func TestTheTopLevelDescribesTheAPI(t *testing.T) {
	c := config(t)
	c.Metadata.TermsOfService = "https://example.org/terms"
	doc := swagger(t, c)
	for path, want := range map[string]string{
		"swagger":              `"2.0"`,
		"host":                 `"localhost:8080"`,
		"basePath":             `"/api"`,
		"schemes":              `["http"]`,
		"produces":             `["application/ld+json","application/json","text/turtle","application/n-triples","application/n-quads"]`,
		"consumes":             ``, // nothing can be written
		"info»title":           `"Events of the world"`,
		"info»description":     `"Conferences & meetups <everywhere>."`,
		"info»version":         `"1.4.0"`,
		"info»termsOfService":  `"https://example.org/terms"`,
		"info»contact":         `{"email":"events@example.org","name":"Events team","url":"https://example.org/contact"}`,
		"info»license":         `{"name":"CC0 1.0","url":"https://creativecommons.org/publicdomain/zero/1.0/"}`,
		"tags":                 `[{"description":"All events.","name":"events"},{"name":"event-organizers"}]`,
		"x-jsonld-id":          `"/api"`,
		"info»x-jsonld-id":     `"/api/documentation"`,
		"paths»/»get»produces": `["application/json"]`,
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", path, got, want)
		}
	}
}

func TestMetadataThatIsMissingIsLeftOut(t *testing.T) {
	c := config(t)
	c.Metadata = hydra.Metadata{Title: hydra.Text{"fr": "Titre"}, Version: "0.1.0"}
	doc := swagger(t, c)
	if got, want := compact(t, at(t, doc, "info")), `{"title":"Titre","version":"0.1.0","x-jsonld-id":"/api/documentation"}`; got != want {
		t.Errorf("info is %s, want %s", got, want)
	}
	convert(t, doc)
}

func TestALicenceWithoutNameIsNamedByItsIRI(t *testing.T) {
	c := config(t)
	c.Metadata.LicenseName = ""
	if got := at(t, swagger(t, c), "info»license»name"); got != string(c.Metadata.License) {
		t.Errorf("the name is %v", got)
	}
}

func TestTextIsInTheFirstLanguageOfTheAPI(t *testing.T) {
	c := config(t)
	c.Metadata.Languages = []string{"nl", "en"}
	doc := swagger(t, c)
	for path, want := range map[string]string{
		"info»title":                                    "Evenementen van de wereld",
		"paths»/events»get»summary":                     "Toon ze",
		"definitions»Event»description":                 "Iets dat gebeurt.",
		"definitions»Event»properties»name»description": "Hoe het heet.",
		"definitions»Event»properties»id»description":   "The identifier.", // there is no Dutch one
	} {
		if got := at(t, doc, path); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
}

func TestThePrefixSaysWhereTheAPIIs(t *testing.T) {
	api := compile(t, config(t))
	for _, test := range []struct{ name, prefix, scheme, host, path, entry, documentation string }{
		{"the path of the base", "/api", "http", "localhost:8080", "/api", "/api", "/api/documentation"},
		{"a gateway's path", "/gw/api", "http", "localhost:8080", "/gw/api", "/gw/api", "/gw/api/documentation"},
		{"the root", "", "http", "localhost:8080", "/", "/", "/documentation"},
		{"an absolute URL", "https://data.example.org/x", "https", "data.example.org", "/x", "https://data.example.org/x", "https://data.example.org/x/documentation"},
		{"an absolute root", "https://data.example.org", "https", "data.example.org", "/", "https://data.example.org/", "https://data.example.org/documentation"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := openapi.Swagger(api, test.prefix)
			if err != nil {
				t.Fatal(err)
			}
			for path, want := range map[string]string{
				"host": test.host, "basePath": test.path, "x-jsonld-id": test.entry, "info»x-jsonld-id": test.documentation,
			} {
				if got := at(t, doc, path); got != want {
					t.Errorf("%s is %v, want %s", path, got, want)
				}
			}
			if got := compact(t, at(t, doc, "schemes")); got != `["`+test.scheme+`"]` {
				t.Errorf("schemes is %s", got)
			}
			context, _ := at(t, doc, "definitions»Event»x-jsonld-context").(string)
			if want := test.prefix + api.Context("events").Path; context != want {
				t.Errorf("the context is %s, want %s", context, want)
			}
		})
	}
}

func TestAPrefixThatIsNoAddressIsRefused(t *testing.T) {
	api := compile(t, config(t))
	for _, prefix := range []string{"api", "/api/", "/", "//host/api", "ftp://example.org/api", "http:///api", "/api?x", "/api#x", "/a b", "http://h/%zz"} {
		if doc, err := openapi.Swagger(api, prefix); err == nil || !strings.Contains(err.Error(), prefix) {
			t.Errorf("prefix %q: the error is %v, the document %d bytes", prefix, err, len(doc))
		}
	}
}

// lint20 lists what is not in the grammar of Swagger 2.0: keys that an object can't have, and required ones it lacks.
func lint20(t *testing.T, doc []byte) []string {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(doc, &root); err != nil {
		t.Fatal(err)
	}
	l := linter{root: root}
	l.object("", root, "swagger! info! host basePath schemes consumes produces paths! definitions parameters responses tags externalDocs security securityDefinitions")
	info, _ := root["info"].(map[string]any)
	l.object("info", info, "title! description termsOfService contact license version!")
	paths, _ := root["paths"].(map[string]any)
	for path, v := range paths {
		l.path("paths "+path, v.(map[string]any))
	}
	definitions, _ := root["definitions"].(map[string]any)
	for name, v := range definitions {
		l.schema("definitions "+name, v)
	}
	return l.mistakes
}

type linter struct {
	root     map[string]any
	mistakes []string
}

func (l *linter) fail(where, what string) { l.mistakes = append(l.mistakes, where+": "+what) }

// object checks the keys of an object; those with an exclamation mark are required, and not empty.
func (l *linter) object(where string, o map[string]any, allowed string) {
	known := map[string]bool{}
	for key := range strings.FieldsSeq(allowed) {
		name, required := strings.CutSuffix(key, "!")
		known[name] = true
		if v, ok := o[name]; required && (!ok || v == "") {
			l.fail(where, "lacks "+name)
		}
	}
	for key := range o {
		if !known[key] && !strings.HasPrefix(key, "x-") {
			l.fail(where, "can't have "+key)
		}
	}
}

func (l *linter) path(where string, item map[string]any) {
	l.object(where, item, "get put post delete options head patch parameters")
	for method, v := range item {
		if method == "parameters" {
			l.parameters(where, v)
			continue
		}
		o := v.(map[string]any)
		here := where + " " + method
		l.object(here, o, "tags summary description operationId! consumes produces parameters responses! schemes deprecated security externalDocs")
		l.parameters(here, o["parameters"])
		for status, r := range o["responses"].(map[string]any) {
			response := r.(map[string]any)
			l.object(here+" "+status, response, "description! schema headers examples")
			if schema, ok := response["schema"]; ok {
				l.schema(here+" "+status, schema)
			}
			headers, _ := response["headers"].(map[string]any)
			for name, h := range headers {
				l.object(here+" "+status+" header "+name, h.(map[string]any), "type! description format items collectionFormat default enum pattern")
			}
		}
	}
}

const simple = "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf"

func (l *linter) parameters(where string, v any) {
	list, _ := v.([]any)
	seen := map[any]bool{}
	for _, v := range list {
		p := v.(map[string]any)
		here := where + " parameter " + p["name"].(string)
		if key := [2]any{p["in"], p["name"]}; seen[key] {
			l.fail(here, "is there twice")
		} else {
			seen[key] = true
		}
		if p["in"] == "body" {
			l.object(here, p, "name! in! description required schema!")
			l.schema(here, p["schema"])
			continue
		}
		l.object(here, p, "name! in! description required allowEmptyValue "+strings.Replace(simple, "type", "type!", 1))
		if p["type"] == "array" {
			items, _ := p["items"].(map[string]any)
			l.object(here+" items", items, strings.Replace(simple, "type", "type!", 1))
		}
		if p["in"] == "path" && p["required"] != true {
			l.fail(here, "is in the path but not required")
		}
		if p["collectionFormat"] == "multi" && p["in"] != "query" {
			l.fail(here, "multi is for queries")
		}
	}
}

func (l *linter) schema(where string, v any) {
	s, ok := v.(map[string]any)
	if !ok {
		l.fail(where, "is no schema")
		return
	}
	if ref, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/definitions/")
		if _, defined := l.root["definitions"].(map[string]any)[name]; !defined || len(s) > 1 {
			l.fail(where, "refers to "+ref+", or says something beside it")
		}
		return
	}
	l.object(where, s, "title description "+strings.NewReplacer("collectionFormat", "").Replace(simple)+
		" required properties additionalProperties maxProperties minProperties allOf readOnly discriminator xml example externalDocs")
	properties, _ := s["properties"].(map[string]any)
	for key, p := range properties {
		l.schema(where+"."+key, p)
	}
	if inner, ok := s["items"]; ok || s["type"] == "array" {
		l.schema(where+"[]", inner)
	}
	if inner, ok := s["additionalProperties"]; ok && inner != false {
		l.schema(where+".*", inner)
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		p, ok := properties[key.(string)].(map[string]any)
		if !ok || p["readOnly"] == true {
			l.fail(where, "requires "+key.(string)+", which is no property or is read-only")
		}
	}
}
