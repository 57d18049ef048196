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
func convert(t *testing.T, doc []byte) *openapi3.T {
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
		"tags":                 `[{"description":"All events.","name":"events"},{"name":"event-organizers"},{"description":"The start of the API.","name":"entry-point"}]`,
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
			context := stringOf(at(t, doc, "definitions»Event»x-jsonld-context"))
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
