package jsonld_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestToRDFOfValues(t *testing.T) {
	tests := []struct {
		name, value string
		want        rdf.Term
	}{
		{"an integer", `1`, rdf.NewLiteral("1", vocab.XSDInteger)},
		{"a number that happens to be whole", `1.0`, rdf.NewLiteral("1", vocab.XSDInteger)},
		{"minus zero", `-0`, rdf.NewLiteral("0", vocab.XSDInteger)},
		{"a large number", `1e20`, rdf.NewLiteral("100000000000000000000", vocab.XSDInteger)},
		{"a number that is too large for an integer", `1e21`, rdf.NewLiteral("1.0E21", vocab.XSDDouble)},
		{"a fraction", `5.3`, rdf.NewLiteral("5.3E0", vocab.XSDDouble)},
		{"a whole number that is declared a double", `{"@value": 5, "@type": "http://www.w3.org/2001/XMLSchema#double"}`, rdf.NewLiteral("5.0E0", vocab.XSDDouble)},
		{"a number of a type of one's own", `{"@value": 5, "@type": "http://example.org/metre"}`, rdf.NewLiteral("5", "http://example.org/metre")},
		{"a truth", `true`, rdf.NewLiteral("true", vocab.XSDBoolean)},
		{"a text", `"a"`, rdf.NewString("a")},
		{"a text in a language", `{"@value": "a", "@language": "nl-BE"}`, rdf.NewLangString("a", "nl-be")},
		{"a text with a direction", `{"@value": "a", "@language": "ar", "@direction": "rtl"}`, rdf.NewLangString("a", "ar")},
		{"an empty list", `{"@list": []}`, rdf.NewIRI(vocab.RDFNil)},
		{
			"JSON", `{"@type": "@json", "@value": {"b": [1.50, -0, 1e30, null, true], "a": "\u00e9 < \u2028\u0007\"", "\ud83d\ude00": 1, "\ufb33": 2}}`,
			rdf.NewLiteral("{\"a\":\"é < \u2028\\u0007\\\"\",\"b\":[1.5,0,1e+30,null,true],\"\U0001F600\":1,\"\ufb33\":2}", vocab.RDFJSON),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(`{"@id": "http://example.org/s", "http://example.org/p": `+tt.value+`}`), base)
			if err != nil || len(quads) != 1 || quads[0].Object != tt.want {
				t.Errorf("got %v, %v, want %v", quads, err, tt.want)
			}
		})
	}
}

func TestToRDFLeavesOutWhatCannotBeSaid(t *testing.T) {
	tests := []struct{ name, doc string }{
		{"a relative property", `{"@id": "http://example.org/s", "p": 1}`},
		{"a blank property", `{"@id": "http://example.org/s", "_:p": 1}`},
		{"a subject that is no IRI", `{"@id": "http://example.org/<s>", "http://example.org/p": 1}`},
		{"an object that is no IRI", `{"@id": "http://example.org/s", "http://example.org/p": {"@id": "http://example.org/a b"}}`},
		{"a datatype that is no IRI", `{"@id": "http://example.org/s", "http://example.org/p": {"@value": "1", "@type": "x:<y>"}}`},
		{"a language that is none", `{"@id": "http://example.org/s", "http://example.org/p": {"@value": "1", "@language": "a b"}}`},
		{"a literal as a subject", `{"@id": "http://example.org/s", "@reverse": {"http://example.org/p": {"@id": "http://example.org/{o}"}}}`},
		{"a graph whose name is no IRI", `{"@id": "http://example.org/<g>", "@graph": {"@id": "http://example.org/s", "http://example.org/p": 1}}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(tt.doc), base)
			if err != nil || len(quads) != 0 {
				t.Errorf("got %v, %v", quads, err)
			}
		})
	}
}

func TestToRDFSaysEverythingOnce(t *testing.T) {
	for _, n := range []int{2, 30} {
		values := make([]string, n)
		for i := range values {
			values[i] = strconv.Itoa(i % (n / 2))
		}
		doc := `[{"@id": "ex:a", "ex:p": [` + strings.Join(values, ",") + `]}, {"@id": "ex:b", "ex:p": 1}, {"@id": "ex:a", "ex:p": 0}, {"@id": "ex:g", "@graph": {"@id": "ex:a", "ex:p": 0}}]`
		quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(doc), base)
		if err != nil || len(quads) != n/2+2 {
			t.Errorf("%d values: %d statements, %v", n, len(quads), err)
		}
	}
}

func TestToRDFKeepsTheOrderOfTheDocument(t *testing.T) {
	const doc = `{"@graph": [
		{"@id": "http://example.org/z", "http://example.org/q": 2, "http://example.org/p": {"@id": "http://example.org/b", "http://example.org/p": 1}},
		{"@id": "http://example.org/g", "@graph": {"@id": "http://example.org/y", "http://example.org/p": {"@list": [1, 2]}}},
		{"@id": "http://example.org/a", "@reverse": {"http://example.org/p": {"@id": "http://example.org/z"}}, "http://example.org/p": 3}]}`
	want := []string{
		`<http://example.org/z> <http://example.org/p> <http://example.org/b> .`,
		`<http://example.org/z> <http://example.org/q> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
		`<http://example.org/z> <http://example.org/p> <http://example.org/a> .`,
		`<http://example.org/b> <http://example.org/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
		`<http://example.org/a> <http://example.org/p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
		`<http://example.org/y> <http://example.org/p> _:b0 <http://example.org/g> .`,
		`_:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <http://example.org/g> .`,
		`_:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b1 <http://example.org/g> .`,
		`_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "2"^^<http://www.w3.org/2001/XMLSchema#integer> <http://example.org/g> .`,
		`_:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> <http://example.org/g> .`,
	}
	quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(doc), base)
	if err != nil {
		t.Fatal(err)
	}
	for i := range max(len(quads), len(want)) {
		if i >= len(quads) || i >= len(want) || quads[i].String() != want[i] {
			t.Fatalf("statement %d of\n%v", i, quads)
		}
	}
}
