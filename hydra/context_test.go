package hydra_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// read returns a file of testdata that names the context of a class as CONTEXT.
func read(tb testing.TB, api *hydra.API, name, class string) []byte {
	tb.Helper()
	body, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return bytes.ReplaceAll(body, []byte("CONTEXT"), []byte(path.Base(api.Context(class).Path)))
}

// expected reads a graph of testdata.
func expected(tb testing.TB, name string) []rdf.Triple {
	tb.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var triples []rdf.Triple
	for triple, err := range rdf.ReadNTriples(file, rdf.Options{}) {
		if err != nil {
			tb.Fatal(err)
		}
		triples = append(triples, triple)
	}
	return triples
}

func TestAnItemExpandsToExactlyWhatIsDeclared(t *testing.T) {
	api := compile(t)
	item := read(t, api, "item.jsonld", "events")
	if diff := rdf.Diff(expected(t, "item.nt"), graph(t, api, item)); diff != "" {
		t.Error(diff)
	}
}

func TestNoKeyOfAClassIsMistakenForOneOfHydra(t *testing.T) {
	api := compile(t)
	r := api.Resource("/title")
	controls, err := jsonld.AppendJSON(nil, api.CollectionControls(r, "/api"))
	if err != nil {
		t.Fatal(err)
	}
	collection := bytes.Replace(read(t, api, "collection.jsonld", "title"), []byte("CONTROLS"), controls[1:len(controls)-1], 1)
	if diff := rdf.Diff(expected(t, "collection.nt"), graph(t, api, collection)); diff != "" {
		t.Error(diff)
	}
}

func TestACollectionAndItsPageSayWhichWholeTheyAreASubsetOf(t *testing.T) {
	api := compile(t)
	for _, name := range []string{"events", "title"} {
		collection := `{
			"@context": "/api` + api.Context(name).Path + `", "@id": "/api/x?name=a", "@type": "Collection", "subsetOf": "/api/x",
			"view": {"@id": "/api/x?name=a&page=2", "@type": "PartialCollectionView", "subsetOf": "/api/x"}
		}`
		facts(graph(t, api, []byte(collection))).has(t, iri(base+"/x"), vocab.VoIDSubset, iri(base+"/x?name=a"), iri(base+"/x?name=a&page=2"))
	}
}

func TestPlainJSONWithALinkedContextIsTheSameGraph(t *testing.T) {
	api := compile(t)
	item := read(t, api, "item.jsonld", "events")
	want := graph(t, api, item)
	plain := regexp.MustCompile(`"@context": "[^"]*",`).ReplaceAll(item, nil)
	url := base + api.Context("events").Path
	processor, err := jsonld.NewProcessor(jsonld.Config{Contexts: map[string][]byte{url: api.Context("events").Body}})
	if err != nil {
		t.Fatal(err)
	}
	quads, err := processor.ToRDFWithContext(context.Background(), plain, base+"/events/gopherday", []byte(`{"@context":"`+url+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	got := make([]rdf.Triple, len(quads))
	for i, q := range quads {
		got[i] = q.Triple
	}
	if diff := rdf.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAValueThatIsAURIOfASchemeNamedLikeAPrefixStaysWhatItIs(t *testing.T) {
	api := compile(t)
	item := `{"@context": "/api` + api.Context("events").Path + `", "@id": "/api/events/1", "@type": "Event", "url": "geo:51.05,3.72"}`
	for _, triple := range graph(t, api, []byte(item)) {
		if triple.Predicate.IRI() == vocab.SchemaURLProperty && triple.Object.Value != "geo:51.05,3.72" {
			t.Errorf("geo:51.05,3.72 became %s", triple.Object.Value)
		}
	}
}

func TestAProblemExpandsToAnError(t *testing.T) {
	api := compile(t)
	problem := `{
		"@context": "/api` + api.Context("problem").Path + `", "@type": "Error",
		"type": "https://data.example.org/api/problems/paramsValidation", "title": "One or more parameters are not correct.",
		"status": 400, "detail": "1 parameter is not correct.", "instance": "/api/events?fields=email", "code": "paramsValidation",
		"invalidParams": [{"name": "fields", "code": "fields", "reason": "email is ambiguous.", "detail": "callForPapers.email, organizer.email"}]
	}`
	if diff := rdf.Diff(expected(t, "problem.nt"), graph(t, api, []byte(problem))); diff != "" {
		t.Error(diff)
	}
}

func TestAContextDefinesThePrefixesThatItUsesAndNoOthers(t *testing.T) {
	for _, c := range compile(t).Contexts() {
		var document struct {
			Context map[string]json.RawMessage `json:"@context"`
		}
		if err := json.Unmarshal(c.Body, &document); err != nil {
			t.Fatal(err)
		}
		for prefix, namespace := range vocab.StandardPrefixes().All() {
			definition, defined := document.Context[prefix]
			defined = defined && string(definition) == `"`+namespace+`"`
			used := strings.Contains(string(c.Body), `"`+prefix+`:`)
			if c.Name == "documentation" || c.Name == "entrypoint" || c.Name == "shapes" {
				used = used || defined // by the document
			}
			if used != defined {
				t.Errorf("context %s: prefix %s: used is %t, defined is %t", c.Name, prefix, used, defined)
			}
		}
	}
}

func TestDocumentsAndContextsAreTheSameForTheSameDeclaration(t *testing.T) {
	render := func() []byte {
		api := compile(t)
		var out []byte
		add := func(v any) {
			var err error
			if out, err = jsonld.AppendJSON(out, v); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range api.Contexts() {
			out = append(append(out, c.Path...), c.Body...)
		}
		add(api.EntryPoint("/api"))
		add(api.Documentation())
		add(api.Shapes())
		for _, r := range api.Resources() {
			add(api.ItemControls(r, "/api"))
			add(api.CollectionControls(r, "/api"))
		}
		return out
	}
	first := render()
	for range 5 {
		if !bytes.Equal(first, render()) {
			t.Fatal("two compilations of one declaration differ")
		}
	}
}

func TestAContextIsAddressedByItsContent(t *testing.T) {
	one := compile(t)
	cfg := config(t)
	cfg.Metadata.Version = "2.0.0"
	cfg.Resources = cfg.Resources[:2]
	two, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := one.Context("events"), two.Context("events"); a.Path != b.Path || !bytes.Equal(a.Body, b.Body) {
		t.Errorf("the context of an unchanged class moved from %s to %s", a.Path, b.Path)
	}
	if a, b := one.Context("entrypoint"), two.Context("entrypoint"); a.Path == b.Path {
		t.Errorf("the context of the entry point changed, but is still at %s", a.Path)
	}
	for _, c := range one.Contexts() {
		if !regexp.MustCompile(`^/contexts/[a-z-]+(\.hal|\.hal-collection)?\.[0-9a-f]{12}\.jsonld$`).MatchString(c.Path) {
			t.Errorf("path %s", c.Path)
		}
	}
}
