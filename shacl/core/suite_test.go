package core_test

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	nsMF  = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
	nsSHT = "http://www.w3.org/ns/shacl-test#"
)

// testdata returns a folder of the shared test data, which is not part of the repository.
func testdata(tb testing.TB, path ...string) string {
	tb.Helper()
	root := os.Getenv("HYDRANT_TESTDATA")
	if root == "" {
		if os.Getenv("CI") == "true" {
			tb.Fatal("HYDRANT_TESTDATA is not set")
		}
		tb.Skip("HYDRANT_TESTDATA is not set: the test data is not part of the repository")
	}
	return filepath.Join(append([]string{root}, path...)...)
}

// load reads Turtle from a file, whose URL is the base.
func load(tb testing.TB, path string) *rdf.Graph {
	tb.Helper()
	file, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	g, err := rdf.ReadGraph(rdf.ReadTurtle(file, rdf.Options{Base: fileURL(path)}))
	if err != nil {
		tb.Fatalf("%s: %v", path, err)
	}
	return g
}

func fileURL(path string) vocab.IRI {
	u := url.URL{Scheme: "file", Path: path}
	return vocab.IRI(u.String())
}

// entry is a test of the suite.
type entry struct {
	name         string
	data, shapes *rdf.Graph
	// file is the graph of the file that has the entry, result the expected result in it.
	file   *rdf.Graph
	result rdf.Term
}

// suite reads the manifest of a folder with all that it includes.
func suite(tb testing.TB, path string, seen map[string]*rdf.Graph) []entry {
	tb.Helper()
	graph := func(path string) *rdf.Graph {
		if seen[path] == nil {
			seen[path] = load(tb, path)
		}
		return seen[path]
	}
	g := graph(path)
	var entries []entry
	one := func(s rdf.Term, p vocab.IRI) rdf.Term {
		for t := range g.Match(s, rdf.NewIRI(p), rdf.Term{}) {
			return t.Object
		}
		return rdf.Term{}
	}
	file := func(t rdf.Term) string {
		u, err := url.Parse(t.Value)
		if err != nil {
			tb.Fatal(err)
		}
		return u.Path
	}
	for t := range g.Match(rdf.Term{}, rdf.NewIRI(nsMF+"include"), rdf.Term{}) {
		entries = append(entries, suite(tb, file(t.Object), seen)...)
	}
	for t := range g.Match(rdf.Term{}, rdf.NewIRI(nsMF+"entries"), rdf.Term{}) {
		for cell := t.Object; cell.Value != string(vocab.RDFNil); cell = one(cell, vocab.RDFRest) {
			name := one(cell, vocab.RDFFirst)
			action := one(name, nsMF+"action")
			entries = append(entries, entry{
				name: filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(name.Value),
				data: graph(file(one(action, nsSHT+"dataGraph"))), shapes: graph(file(one(action, nsSHT+"shapesGraph"))),
				file: g, result: one(name, nsMF+"result"),
			})
		}
	}
	return entries
}

// TestCorePassesTheW3CSuite compares whole reports, as the suite describes it: all but sh:detail and messages, and of the
// messages those that the expected report has.
func TestCorePassesTheW3CSuite(t *testing.T) {
	entries := suite(t, testdata(t, "w3c", "shacl", "core", "manifest.ttl"), map[string]*rdf.Graph{})
	if len(entries) != 98 {
		t.Fatalf("the manifest has %d tests, want 98", len(entries))
	}
	for _, e := range entries {
		t.Run(e.name, func(t *testing.T) {
			shapes, err := core.Compile(e.shapes, core.Config{})
			if err != nil {
				t.Fatal(err)
			}
			report, err := shapes.Validate(t.Context(), e.data, core.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := expected(e.file, e.result)
			if diff := rdf.Diff(want, stripped(report, want)); diff != "" {
				t.Error(diff)
			}
			conforms, err := shapes.Conforms(t.Context(), e.data)
			if err != nil || conforms != report.Conforms() {
				t.Errorf("Conforms says %t, %v; the report %t", conforms, err, report.Conforms())
			}
		})
	}
}

// expected is the report in a test file: what is said of the report, of its results, and the paths.
func expected(g *rdf.Graph, report rdf.Term) []rdf.Triple {
	var triples []rdf.Triple
	var copyNode func(node rdf.Term)
	copyNode = func(node rdf.Term) {
		for t := range g.Match(node, rdf.Term{}, rdf.Term{}) {
			triples = append(triples, t)
			switch t.Predicate.IRI() {
			case vocab.SHResult:
				copyNode(t.Object)
			case vocab.SHResultPath, vocab.RDFFirst, vocab.RDFRest, vocab.SHAlternativePath, vocab.SHInversePath,
				vocab.SHZeroOrMorePath, vocab.SHOneOrMorePath, vocab.SHZeroOrOnePath:
				if t.Object.Kind == rdf.BlankNode {
					copyNode(t.Object)
				}
			default:
			}
		}
	}
	copyNode(report)
	return triples
}

// stripped is a report without what the suite does not compare.
func stripped(report *core.Report, want []rdf.Triple) []rdf.Triple {
	messages := map[rdf.Term]bool{}
	for _, t := range want {
		if t.Predicate.IRI() == vocab.SHResultMessage {
			messages[t.Object] = true
		}
	}
	plain := *report
	plain.Results = slices.Clone(report.Results)
	for i := range plain.Results {
		plain.Results[i].Details = nil
	}
	return slices.DeleteFunc(plain.Triples(), func(t rdf.Triple) bool {
		return t.Predicate.IRI() == vocab.SHResultMessage && !messages[t.Object]
	})
}

// TestWhatNeedsSPARQLIsRefused takes the part of the suite that is out of scope.
func TestWhatNeedsSPARQLIsRefused(t *testing.T) {
	entries := suite(t, testdata(t, "w3c", "shacl", "sparql", "manifest.ttl"), map[string]*rdf.Graph{})
	if len(entries) != 22 {
		t.Fatalf("the manifest has %d tests, want 22", len(entries))
	}
	for _, e := range entries {
		t.Run(e.name, func(t *testing.T) {
			if _, err := core.Compile(e.shapes, core.Config{}); err == nil {
				t.Error("accepted")
			}
			shapes, err := core.Compile(e.shapes, core.Config{SkipUnsupported: true})
			if err != nil || len(shapes.Warnings()) == 0 {
				t.Errorf("with SkipUnsupported, want warnings, got %v", err)
			}
		})
	}
}
