package jsonld_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func readFormat(p *jsonld.Processor, r io.Reader, o rdf.Options) ([]rdf.Quad, error) {
	var quads []rdf.Quad
	for q, err := range jsonld.Format(context.Background(), p).Read(r, o) {
		if err != nil {
			return quads, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func TestFormatTakesItsPlaceAmongTheOthers(t *testing.T) {
	formats := append(rdf.Formats(), jsonld.Format(t.Context(), generous(t)))
	for name, find := range map[string]func(string) (rdf.Format, bool){
		"json-ld": formats.ByName, "jsonld": formats.ByName, "json": formats.ByName, "a.jsonld": formats.ByFile, "a.json": formats.ByFile, "application/ld+json": formats.ByMediaType,
	} {
		if f, ok := find(name); !ok || f.Title != "JSON-LD" {
			t.Errorf("%s: got %q", name, f.Title)
		}
	}
}

func TestFormatReadsWhatItWrites(t *testing.T) {
	p := generous(t)
	var want []rdf.Quad
	for q := range dataset(t, `ex:a ex:p (1 _:b) . _:b ex:p "x"@en . ex:g { ex:a ex:p 2 }`).All() {
		want = append(want, q)
	}
	for _, prefixes := range []*vocab.Prefixes{nil, vocab.StandardPrefixes()} {
		var b bytes.Buffer
		if err := jsonld.Format(context.Background(), p).Write(&b, want, prefixes); err != nil {
			t.Fatal(err)
		}
		got, err := readFormat(p, &b, rdf.Options{})
		if diff := rdf.DiffDatasets(want, got); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
	}
	for _, err := range jsonld.Format(context.Background(), p).Read(strings.NewReader(`{"@id": "ex:a", "ex:p": [1, 2]}`), rdf.Options{}) {
		if err != nil {
			t.Error(err)
		}
		break
	}
}

func TestFormatReportsPrefixes(t *testing.T) {
	const doc = `[{"@context": [{"ex": "http://example.org/", "odd": {"@id": "http://example.org/odd_", "@prefix": true}, "name": "http://example.org/name",
		"@vocab": "http://example.org/", "date": {"@id": "http://example.org/date/", "@type": "@id"}}, {"later": "http://example.org/#"}], "@id": "ex:a", "ex:p": 1}]`
	var got []string
	_, err := readFormat(generous(t), strings.NewReader(doc), rdf.Options{Prefixes: func(prefix string, namespace vocab.IRI) {
		got = append(got, prefix+" "+string(namespace))
	}})
	if want := "ex http://example.org/, odd http://example.org/odd_, later http://example.org/#"; err != nil || strings.Join(got, ", ") != want {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestFormatResolvesAgainstTheBase(t *testing.T) {
	const doc = `{"@id": "", "http://example.org/p": {"@id": "../b"}}`
	got, err := readFormat(generous(t), strings.NewReader(doc), rdf.Options{Base: "http://example.org/x/a"})
	if err != nil || len(got) != 1 || got[0].String() != "<http://example.org/x/a> <http://example.org/p> <http://example.org/b> ." {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestFormatErrors(t *testing.T) {
	small, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.Limits{Size: 100}})
	if err != nil {
		t.Fatal(err)
	}
	two := `{"@id": "ex:a", "ex:p": [1, 2]}`
	tests := []struct {
		name, doc string
		p         *jsonld.Processor
		options   rdf.Options
		want      string
	}{
		{"a relative reference without a base", `{"@id": "ex:a", "ex:p": {"@id": "b"}}`, generous(t), rdf.Options{}, `a relative reference, "b"`},
		{"a class without a context", `{"@id": "ex:a", "@type": "Event"}`, generous(t), rdf.Options{}, `a relative reference, "Event"`},
		{"a reference to the document without a base", `{"@id": "", "ex:p": 1}`, generous(t), rdf.Options{}, `a relative reference, ""`},
		{"no JSON", `<a> <b> <c> .`, generous(t), rdf.Options{}, "line 1, column 1: want an object or an array"},
		{"a document that is too large for the processor", two + strings.Repeat(" ", 100), small, rdf.Options{}, "more than 100 bytes"},
		{"a document that is too large", two, generous(t), rdf.Options{Limits: rdf.Limits{Bytes: 10}}, "more than 10 bytes"},
		{"too many statements", two, generous(t), rdf.Options{Limits: rdf.Limits{Statements: 1}}, "more than 1 statements"},
		{"a base that is none", two, generous(t), rdf.Options{Base: "a"}, "the base of the document"},
		{"a context that is not there", `{"@context": "https://example.org/c", "@id": "ex:a"}`, generous(t), rdf.Options{}, "contexts are never fetched"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readFormat(tt.p, strings.NewReader(tt.doc), tt.options)
			if _, ok := errors.AsType[*jsonld.Error](err); !ok || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range jsonld.Format(ended, generous(t)).Read(strings.NewReader(two), rdf.Options{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a context that has ended: %v", err)
		}
	}
	broken := errors.New("broken")
	if _, err := readFormat(generous(t), iotest.ErrReader(broken), rdf.Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
