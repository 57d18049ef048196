package openapi_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// processor knows the contexts of an API and nothing else.
func processor(t *testing.T, api *hydra.API) *jsonld.Processor {
	t.Helper()
	contexts := map[string][]byte{}
	for _, c := range api.Contexts() {
		contexts[api.Base().URL+c.Path] = c.Body
	}
	p, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// metadata is what the Swagger document says when it is read as JSON-LD, one triple a line. Blank nodes are "_:".
func metadata(t *testing.T, api *hydra.API, prefix string) []string {
	t.Helper()
	doc, err := openapi.Swagger(api, prefix)
	if err != nil {
		t.Fatal(err)
	}
	external, err := openapi.MetadataContext(api)
	if err != nil {
		t.Fatal(err)
	}
	quads, err := processor(t, api).ToRDFWithContext(context.Background(), doc, api.Base().URL+"/swagger.json", external)
	if err != nil {
		t.Fatal(err)
	}
	return lines(quads)
}

func lines(quads []rdf.Quad) []string {
	out := make([]string, 0, len(quads))
	for _, q := range quads {
		out = append(out, fmt.Sprintf("%s %s %s", line(q.Subject), line(q.Predicate), line(q.Object)))
	}
	slices.Sort(out)
	return out
}

func line(t rdf.Term) string {
	switch t.Kind {
	case rdf.BlankNode:
		return "_:"
	case rdf.Literal:
		return t.Value + cmp.Or(prefixed("@", t.Lang), "^^"+compactIRI(string(t.Datatype)))
	default:
		return compactIRI(t.Value)
	}
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func compactIRI(iri string) string {
	if curie, ok := vocab.StandardPrefixes().Compact(vocab.IRI(iri)); ok {
		return curie
	}
	return "<" + iri + ">"
}

const mediaTypeTriples = `
<http://localhost:8080/api> dcat:mediaType <https://www.iana.org/assignments/media-types/application/json>
<http://localhost:8080/api> dcat:mediaType <https://www.iana.org/assignments/media-types/application/ld+json>
<http://localhost:8080/api> dcat:mediaType <https://www.iana.org/assignments/media-types/application/n-quads>
<http://localhost:8080/api> dcat:mediaType <https://www.iana.org/assignments/media-types/application/n-triples>
<http://localhost:8080/api> dcat:mediaType <https://www.iana.org/assignments/media-types/text/turtle>
`

func TestTheMetadataContextReadsExactlyTheMetadata(t *testing.T) {
	want := strings.Split(strings.TrimSpace(`
<http://localhost:8080/api/documentation> dct:description Conferences & meetups <everywhere>.@en
<http://localhost:8080/api/documentation> dct:license <https://creativecommons.org/publicdomain/zero/1.0/>
<http://localhost:8080/api/documentation> dct:title Events of the world@en
<http://localhost:8080/api/documentation> owl:versionInfo 1.4.0^^xsd:string
<http://localhost:8080/api/documentation> schema:contactPoint _:
<http://localhost:8080/api> dcat:accessURL <http://localhost:8080/api>`+mediaTypeTriples+
		`<http://localhost:8080/api> hydra:apiDocumentation <http://localhost:8080/api/documentation>
_: foaf:name Events team^^xsd:string
_: foaf:page <https://example.org/contact>
_: schema:email events@example.org^^xsd:string
`), "\n")
	for name, change := range map[string]func(*hydra.Config){
		"when it is only read": func(*hydra.Config) {},
		"when it is also written": func(c *hydra.Config) {
			c.Resources[0].Item = append(c.Resources[0].Item, writing("PUT", "put", vocab.SchemaEvent))
		},
		"when the licence is bare": func(c *hydra.Config) { c.Metadata.LicenseName = "" },
	} {
		t.Run(name, func(t *testing.T) {
			c := config(t)
			change(&c)
			got := metadata(t, compile(t, c), "/api")
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("the document says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func TestTheMetadataIsThatOfEntryPointAndDocumentation(t *testing.T) {
	for name, change := range map[string]func(*hydra.Config){
		"as declared":         func(*hydra.Config) {},
		"with terms of use":   func(c *hydra.Config) { c.Metadata.TermsOfService = "https://example.org/terms" },
		"in another language": func(c *hydra.Config) { c.Metadata.Languages = []string{"nl"} },
		"at the root":         func(c *hydra.Config) { c.BaseURL = "https://data.example.org" },
		"with other types":    func(c *hydra.Config) { c.MediaTypes = []string{"application/json", "text/turtle"} },
		"with the least of it": func(c *hydra.Config) {
			c.Metadata = hydra.Metadata{Title: hydra.Text{"fr": "Titre"}, Version: "0.1.0"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := config(t)
			change(&c)
			api := compile(t, c)
			p := processor(t, api)
			var known []rdf.Quad
			for _, document := range []json.Marshaler{api.EntryPoint(api.Base().Path), api.Documentation()} {
				raw, err := json.Marshal(document)
				if err != nil {
					t.Fatal(err)
				}
				quads, err := p.ToRDF(context.Background(), raw, api.Base().EntryPoint())
				if err != nil {
					t.Fatal(err)
				}
				known = append(known, quads...)
			}
			all := lines(known)
			got := metadata(t, api, api.Base().Path)
			if len(got) < 5 {
				t.Errorf("the document says only\n%s", strings.Join(got, "\n"))
			}
			for _, triple := range got {
				if !slices.Contains(all, triple) {
					t.Errorf("entry point and documentation don't say\n%s", triple)
				}
			}
		})
	}
}

func TestTheMetadataContextIsTheSameEachTime(t *testing.T) {
	first, err := openapi.MetadataContext(compile(t, config(t)))
	if err != nil {
		t.Fatal(err)
	}
	second, err := openapi.MetadataContext(compile(t, config(t)))
	if err != nil || string(first) != string(second) {
		t.Errorf("the context differs from one time to the next: %v", err)
	}
}
