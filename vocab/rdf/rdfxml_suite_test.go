package rdf_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestReadRDFXMLPassesTheW3CSuite(t *testing.T) {
	folder := testdata(t, "w3c", "rdf11", "rdf-xml")
	manifest, err := os.ReadFile(filepath.Join(folder, "manifest.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	// What is commented out is not in the list of entries.
	manifest = regexp.MustCompile(`(?m)^\s*#.*$`).ReplaceAll(manifest, nil)
	entry := regexp.MustCompile(`(?s)\sa\s+rdft:TestXML(Eval|NegativeSyntax)\b.*?mf:action\s+<([^>]+)>(?:\s*;\s*mf:result\s+<([^>]+)>)?`)
	matches := entry.FindAllSubmatch(manifest, -1)
	if len(matches) != 166 {
		t.Fatalf("the manifest has %d tests, want 166", len(matches))
	}
	for _, m := range matches {
		action, result := string(m[2]), string(m[3])
		t.Run(action, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(folder, action))
			if err != nil {
				t.Fatal(err)
			}
			got, err := readRDFXML(data, vocab.IRI("https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-xml/"+action))
			if string(m[1]) == "NegativeSyntax" {
				if _, ok := errors.AsType[*rdf.SyntaxError](err); !ok {
					t.Fatalf("read %v, %v", got, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			data, err = os.ReadFile(filepath.Join(folder, result))
			if err != nil {
				t.Fatal(err)
			}
			want, err := readTriples(data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := rdf.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEveryResultOfTheSuitesSurvivesRDFXML takes the expected graphs of all suites as material, but those that RDF/XML cannot
// express: controls in literals, and a predicate that ends in ":1".
func TestEveryResultOfTheSuitesSurvivesRDFXML(t *testing.T) {
	files, refused := 0, 0
	for _, pattern := range []string{"rdf-turtle/*.nt", "rdf-trig/*.nq", "rdf-xml/*/*.nt", "rdf-n-triples/*.nt", "rdf-n-quads/*.nq"} {
		names, err := filepath.Glob(testdata(t, "w3c", "rdf11", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			quads, err := readQuads(data)
			if err != nil {
				continue // a negative test
			}
			triples := make([]rdf.Triple, len(quads))
			for i, q := range quads {
				triples[i] = q.Triple
			}
			var buf bytes.Buffer
			if err := rdf.WriteRDFXML(&buf, triples, vocab.StandardPrefixes()); err != nil {
				if !strings.Contains(err.Error(), "U+00") && !strings.Contains(err.Error(), "p:1>") {
					t.Errorf("%s: %v", name, err)
				}
				refused++
				continue
			}
			got, err := readRDFXML(buf.Bytes(), "")
			if err != nil {
				t.Errorf("%s: %v in\n%s", name, err, buf.Bytes())
				continue
			}
			if diff := rdf.Diff(triples, got); diff != "" {
				t.Errorf("%s:\n%s", name, diff)
			}
			files++
		}
	}
	if files < 400 || refused > 25 {
		t.Errorf("%d graphs survived and %d were refused, want at least 400 and at most 25", files, refused)
	}
}

func readRDFXML(data []byte, base vocab.IRI) ([]rdf.Triple, error) {
	var triples []rdf.Triple
	for triple, err := range rdf.ReadRDFXML(bytes.NewReader(data), rdf.Limits{}, base) {
		if err != nil {
			return triples, err
		}
		triples = append(triples, triple)
	}
	return triples, nil
}
