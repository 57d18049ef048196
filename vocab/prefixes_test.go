package vocab_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
)

func TestExpand(t *testing.T) {
	tests := []struct {
		name, in string
		want     vocab.IRI
	}{
		{"a CURIE", "schema:Event", vocab.SchemaEvent},
		{"a CURIE with an empty local name", "hydra:", "http://www.w3.org/ns/hydra/core#"},
		{"an absolute IRI passes through", "https://example.org/a#b", "https://example.org/a#b"},
		{"a URN passes through", "urn:isbn:1", "urn:isbn:1"},
		{"a mail address passes through", "mailto:a@example.org", "mailto:a@example.org"},
		{"an IRI in angle brackets is never a CURIE", "<schema:Event>", "schema:Event"},
		{"a local name with a slash", "schema:a/b", "https://schema.org/a/b"},
	}
	p := vocab.StandardPrefixes()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := p.Expand(tt.in); err != nil || got != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
		})
	}
}

func TestExpandRefuses(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a misspelt prefix, with a suggestion", "shcema:Event", `unknown prefix "shcema" in "shcema:Event": did you mean "schema"? (known: adms, `},
		{"an unknown prefix without a suggestion", "nothing:like", "known: adms, "},
		{"a bare word", "Event", "neither a CURIE"},
		{"nothing", "", "neither a CURIE"},
		{"a space in the local name", "schema:my event", "%20"},
		{"a space in an IRI", "https://example.org/my event", "%20"},
		{"an open angle bracket", "<schema:Event", "closing"},
		{"a relative reference in angle brackets", "</api>", "scheme"},
	}
	p := vocab.StandardPrefixes()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := p.Expand(tt.in); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v, want an error with %q", got, err, tt.want)
			}
		})
	}
	_, err := p.Expand("dtc:title")
	var pe *vocab.PrefixError
	if !errors.As(err, &pe) || pe.Prefix != "dtc" || pe.CURIE != "dtc:title" || pe.Suggestion == "" || !slices.IsSorted(pe.Known) {
		t.Errorf("got %#v", err)
	}
}

func TestCompact(t *testing.T) {
	p, err := vocab.StandardPrefixes().With("ex", "https://example.org/vocab/")
	if err != nil {
		t.Fatal(err)
	}
	p, err = p.With("exq", "https://example.org/vocab/q/")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		in   vocab.IRI
		want string
		ok   bool
	}{
		{"a term", vocab.SchemaEvent, "schema:Event", true},
		{"a term with hyphens", vocab.VCardPostalCode, "vcard:postal-code", true},
		{"the longest namespace wins", "https://example.org/vocab/q/a", "exq:a", true},
		{"a shorter namespace where the longer does not fit", "https://example.org/vocab/a", "ex:a", true},
		{"no namespace", "https://example.com/a", "", false},
		{"nothing behind the namespace", vocab.NSHydra, "", false},
		{"a slash is not safe", "https://example.org/vocab/a/b", "", false},
		{"a final dot is not safe", "https://example.org/vocab/a.", "", false},
		{"a leading hyphen is not safe", "https://example.org/vocab/-a", "", false},
		{"a comma is not safe", "https://example.org/vocab/a,b", "", false},
		{"another scheme is another namespace", "http://schema.org/Event", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := p.Compact(tt.in)
			if got != tt.want || ok != tt.ok {
				t.Errorf("got %q, %v, want %q, %v", got, ok, tt.want, tt.ok)
			}
			if ok {
				if back, err := p.Expand(got); err != nil || back != tt.in {
					t.Errorf("%s expands to %s, %v", got, back, err)
				}
			}
		})
	}
}

func TestWith(t *testing.T) {
	p := vocab.StandardPrefixes()
	if _, err := p.With("ex", "https://example.org/"); err != nil {
		t.Fatal(err)
	}
	if _, ok := p.Namespace("ex"); ok {
		t.Error("With changed its receiver")
	}
	if q, err := p.With("schema", "https://schema.org/"); err != nil || q != p {
		t.Errorf("the same binding once more: %v", err)
	}
	tests := []struct{ name, prefix, namespace, want string }{
		{"a prefix that stands for something else", "schema", "http://schema.org/", "already stands for https://schema.org/"},
		{"an empty prefix", "", "https://example.org/", "want a letter"},
		{"a prefix with a colon", "a:b", "https://example.org/", "want a letter"},
		{"a prefix that ends in a dot", "a.", "https://example.org/", "want a letter"},
		{"a prefix that is a scheme", "urn", "https://example.org/", "URI scheme"},
		{"a relative namespace", "ex", "/vocab#", "scheme"},
		{"a namespace with a space", "ex", "https://example.org/a b", "%20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := p.With(tt.prefix, tt.namespace); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func TestAllYieldsPrefixesInOrder(t *testing.T) {
	var names []string
	for prefix, namespace := range vocab.StandardPrefixes().All() {
		names = append(names, prefix)
		if err := vocab.CheckIRI(namespace); err != nil {
			t.Errorf("%s: %v", prefix, err)
		}
	}
	if len(names) < 20 || !slices.IsSorted(names) {
		t.Errorf("got %v", names)
	}
	for range vocab.StandardPrefixes().All() {
		break
	}
}

func TestAnEmptyTableKnowsNothing(t *testing.T) {
	var p *vocab.Prefixes
	if _, err := p.Expand("schema:Event"); err == nil {
		t.Error("expanded without a table")
	}
	if _, ok := p.Compact(vocab.SchemaEvent); ok {
		t.Error("compacted without a table")
	}
	if q, err := p.With("ex", "https://example.org/"); err != nil {
		t.Error(err)
	} else if got, err := q.Expand("ex:a"); err != nil || got != "https://example.org/a" {
		t.Errorf("got %s, %v", got, err)
	}
}
