package rdf_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestFormatsAreFound(t *testing.T) {
	formats := rdf.Formats()
	tests := []struct {
		by   string
		find func(string) (rdf.Format, bool)
		want map[string]string
	}{
		{"name", formats.ByName, map[string]string{
			"turtle": "turtle", "ttl": "turtle", "TTL": "turtle", "N-Triples": "ntriples", "nt": "ntriples", "NQuads": "nquads", "rdf/xml": "rdfxml", "trig": "trig",
			"jsonld": "", "": "", ".ttl": "", "turtles": "",
		}},
		{"file", formats.ByFile, map[string]string{
			"a.ttl": "turtle", "/tmp/a.b/c.NT": "ntriples", `C:\data\a.nq`: "nquads", "http://example.org/x.trig": "trig", "onto.owl": "rdfxml",
			"ttl": "", "a.ttl/b": "", "": "", "a.": "", "a.jsonld": "",
		}},
		{"media type", formats.ByMediaType, map[string]string{
			"text/turtle": "turtle", "Text/Turtle; charset=utf-8": "turtle", "application/x-trig": "trig", "application/n-triples": "ntriples",
			"application/n-quads;q=0.5": "nquads", "application/rdf+xml": "rdfxml", "application/ld+json": "", "text/plain": "", "": "", ";": "",
		}},
	}
	for _, tt := range tests {
		for text, want := range tt.want {
			t.Run(tt.by+" "+text, func(t *testing.T) {
				if got, ok := tt.find(text); got.Name != want || ok != (want != "") {
					t.Errorf("got %q, %v, want %q", got.Name, ok, want)
				}
			})
		}
	}
	if got := strings.Join(formats.Names(), " "); got != "turtle trig ntriples nquads rdfxml" {
		t.Errorf("names: %s", got)
	}
}

func TestEveryFormatReadsWhatItWrites(t *testing.T) {
	inGraph := quads("G: A p b; b p 1", ": A p 2; A p c; c p 3")
	inDefault := quads(": A p b; b p 1; A p 2")
	for _, format := range rdf.Formats() {
		t.Run(format.Title, func(t *testing.T) {
			want := inDefault
			if format.Graphs {
				want = inGraph
			}
			var b bytes.Buffer
			if err := format.Write(&b, want, vocab.StandardPrefixes()); err != nil {
				t.Fatal(err)
			}
			documents := map[string]string{"written": b.String()}
			if format.Append != nil {
				var appended []byte
				for _, q := range want {
					var err error
					if appended, err = format.Append(appended, q); err != nil {
						t.Fatal(err)
					}
				}
				documents["appended"] = string(appended)
			}
			for how, document := range documents {
				var got []rdf.Quad
				for q, err := range format.Read(strings.NewReader(document), rdf.Options{}) {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, q)
				}
				if diff := rdf.DiffDatasets(want, got); diff != "" {
					t.Errorf("%s:\n%s", how, diff)
				}
			}
			for _, err := range format.Read(strings.NewReader(b.String()), rdf.Options{}) {
				if err != nil {
					t.Error(err)
				}
				break
			}
			for _, err := range format.Read(strings.NewReader("<a"), rdf.Options{}) {
				if err == nil {
					t.Error("half an IRI is read")
				}
			}
		})
	}
}

func TestFormatsRefuseWhatTheyCannotWrite(t *testing.T) {
	for _, format := range rdf.Formats() {
		write := map[string]func(rdf.Quad) error{"Write": func(q rdf.Quad) error { return format.Write(&bytes.Buffer{}, []rdf.Quad{q}, nil) }}
		if format.Append != nil {
			write["Append"] = func(q rdf.Quad) error {
				_, err := format.Append(nil, q)
				return err
			}
		}
		for how, write := range write {
			t.Run(fmt.Sprintf("%s of %s", how, format.Title), func(t *testing.T) {
				if err := write(quads("G: A p B")[0]); !format.Graphs && (err == nil || !strings.Contains(err.Error(), "has no named graphs")) {
					t.Errorf("a named graph: %v", err)
				}
				if err := write(rdf.Quad{Triple: rdf.Triple{Subject: rdf.NewString("s"), Predicate: p, Object: o}}); err == nil {
					t.Error("a literal as subject is written")
				}
			})
		}
	}
}

func TestFormatSetGrows(t *testing.T) {
	more := append(rdf.FormatSet{{Name: "hdt", MediaTypes: []string{"application/vnd.hdt"}, Extensions: []string{".hdt", ".nt"}}}, rdf.Formats()...)
	for _, find := range []func() (rdf.Format, bool){
		func() (rdf.Format, bool) { return more.ByName("HDT") },
		func() (rdf.Format, bool) { return more.ByFile("x.nt") },
		func() (rdf.Format, bool) { return more.ByMediaType("application/vnd.hdt") },
	} {
		if got, ok := find(); !ok || got.Name != "hdt" {
			t.Errorf("got %q", got.Name)
		}
	}
	if slices.Contains(rdf.Formats().Names(), "hdt") {
		t.Error("the formats of the package have changed")
	}
}
