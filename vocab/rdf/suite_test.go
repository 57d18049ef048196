package rdf_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// testdata returns a folder of the shared test data, which is not part of the repository.
func testdata(t *testing.T, path ...string) string {
	t.Helper()
	root := os.Getenv("HYDRANT_TESTDATA")
	if root == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("HYDRANT_TESTDATA is not set")
		}
		t.Skip("HYDRANT_TESTDATA is not set: the W3C suites are not part of the repository")
	}
	return filepath.Join(append([]string{root}, path...)...)
}

// syntax reads and writes a syntax as quads, whatever it has.
type syntax struct {
	name  string
	read  func(r io.Reader, o rdf.Options) iter.Seq2[rdf.Quad, error]
	write func(w io.Writer, quads []rdf.Quad) error
	// graphs says that a document may hold more than one.
	graphs bool
}

func syntaxes() []syntax {
	prefixes := vocab.StandardPrefixes()
	return []syntax{
		{"Turtle", quadsOf(rdf.ReadTurtle), func(w io.Writer, q []rdf.Quad) error { return rdf.WriteTurtle(w, triplesOf(q), prefixes) }, false},
		{"Trig", rdf.ReadTriG, func(w io.Writer, q []rdf.Quad) error { return rdf.WriteTriG(w, q, prefixes) }, true},
		{"NTriples", quadsOf(rdf.ReadNTriples), func(w io.Writer, q []rdf.Quad) error { return rdf.WriteNTriples(w, triplesOf(q)) }, false},
		{"NQuads", rdf.ReadNQuads, rdf.WriteNQuads, true},
		{"XML", quadsOf(rdf.ReadRDFXML), func(w io.Writer, q []rdf.Quad) error { return rdf.WriteRDFXML(w, triplesOf(q), prefixes) }, false},
	}
}

type tripleReader func(r io.Reader, o rdf.Options) iter.Seq2[rdf.Triple, error]

func quadsOf(read tripleReader) func(r io.Reader, o rdf.Options) iter.Seq2[rdf.Quad, error] {
	return func(r io.Reader, o rdf.Options) iter.Seq2[rdf.Quad, error] {
		return func(yield func(rdf.Quad, error) bool) {
			for triple, err := range read(r, o) {
				if !yield(rdf.Quad{Triple: triple}, err) {
					return
				}
			}
		}
	}
}

func triplesOf(quads []rdf.Quad) []rdf.Triple {
	triples := make([]rdf.Triple, len(quads))
	for i, q := range quads {
		triples[i] = q.Triple
	}
	return triples
}

// collect returns the statements up to the first error.
func collect[T any](statements iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for statement, err := range statements {
		if err != nil {
			return all, err
		}
		all = append(all, statement)
	}
	return all, nil
}

// suiteTest is one entry of a manifest.
type suiteTest struct {
	name, kind, action, result string
}

// suite returns the tests that a W3C suite lists, and the address of the suite.
func suite(t *testing.T, folder string) ([]suiteTest, string) {
	t.Helper()
	manifest, err := os.Open(filepath.Join(testdata(t, "w3c", "rdf11"), folder, "manifest.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	defer manifest.Close()
	base := "https://w3c.github.io/rdf-tests/rdf/rdf11/" + folder + "/"
	g, err := rdf.ReadGraph(rdf.ReadTurtle(manifest, rdf.Options{Base: vocab.IRI(base + "manifest.ttl")}))
	if err != nil {
		t.Fatal(err)
	}
	const mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
	object := func(subject rdf.Term, predicate vocab.IRI) rdf.Term {
		for triple := range g.Match(subject, rdf.NewIRI(predicate), rdf.Term{}) {
			return triple.Object
		}
		return rdf.Term{}
	}
	var tests []suiteTest
	list := object(rdf.NewIRI(vocab.IRI(base+"manifest.ttl")), mf+"entries")
	for ; list != rdf.NewIRI(vocab.RDFNil); list = object(list, vocab.RDFRest) {
		entry := object(list, vocab.RDFFirst)
		if entry.IsZero() {
			t.Fatal("the list of entries is broken")
		}
		tests = append(tests, suiteTest{
			name:   object(entry, mf+"name").Value,
			kind:   strings.TrimPrefix(object(entry, vocab.RDFType).Value, "http://www.w3.org/ns/rdftest#Test"),
			action: strings.TrimPrefix(object(entry, mf+"action").Value, base),
			result: strings.TrimPrefix(object(entry, mf+"result").Value, base),
		})
	}
	return tests, base
}

func TestTheReadersPassTheW3CSuites(t *testing.T) {
	tests := []struct {
		folder, syntax string
		count          int
	}{
		{"rdf-turtle", "Turtle", 313},
		{"rdf-trig", "Trig", 356},
		{"rdf-n-triples", "NTriples", 70},
		{"rdf-n-quads", "NQuads", 87},
		{"rdf-xml", "XML", 166},
	}
	for _, tt := range tests {
		t.Run(tt.folder, func(t *testing.T) {
			entries, base := suite(t, tt.folder)
			if len(entries) != tt.count {
				t.Errorf("the manifest lists %d tests, want %d", len(entries), tt.count)
			}
			tested := syntaxes()[slices.IndexFunc(syntaxes(), func(s syntax) bool { return s.name == tt.syntax })]
			passed := 0
			for _, entry := range entries {
				if t.Run(entry.name, func(t *testing.T) { check(t, entry, tested, tt.folder, base) }) {
					passed++
				}
			}
			t.Logf("%d of %d tests passed", passed, len(entries))
		})
	}
}

func check(t *testing.T, tt suiteTest, tested syntax, folder, base string) {
	t.Helper()
	got, err := readFile(t, tested, folder, tt.action, base)
	kind, ok := strings.CutPrefix(tt.kind, tested.name)
	switch {
	case !ok:
		t.Fatalf("unknown kind of test %q", tt.kind)
	case kind == "NegativeSyntax", kind == "NegativeEval":
		if _, ok := errors.AsType[*rdf.SyntaxError](err); !ok {
			t.Fatalf("read %v, %v", got, err)
		}
		return
	case err != nil:
		t.Fatal(err)
	case kind == "Eval":
		want, err := readFile(t, syntaxes()[3], folder, tt.result, base)
		if err != nil {
			t.Fatal(err)
		}
		checkIsomorphic(t, want, got)
	case kind != "PositiveSyntax":
		t.Fatalf("unknown kind of test %q", tt.kind)
	}
	checkEveryWriter(t, got)
}

func readFile(t *testing.T, s syntax, folder, name, base string) ([]rdf.Quad, error) {
	t.Helper()
	file, err := os.Open(filepath.Join(testdata(t, "w3c", "rdf11"), folder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return collect(s.read(file, rdf.Options{Base: vocab.IRI(base + name)}))
}

func checkIsomorphic(t *testing.T, want, got []rdf.Quad) {
	t.Helper()
	same, err := rdf.IsomorphicDatasets(want, got)
	if err != nil {
		t.Fatal(err)
	}
	if !same {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

// checkEveryWriter writes statements in every syntax that can hold them, and reads them back.
func checkEveryWriter(t *testing.T, quads []rdf.Quad) {
	t.Helper()
	oneGraph := !slices.ContainsFunc(quads, func(q rdf.Quad) bool { return !q.Graph.IsZero() })
	for _, s := range syntaxes() {
		if !s.graphs && !oneGraph {
			continue
		}
		var b bytes.Buffer
		err := s.write(&b, quads)
		if s.name == "XML" && err != nil {
			if !hasNoXML(quads) {
				t.Errorf("RDF/XML: %v", err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		back, err := collect(s.read(&b, rdf.Options{}))
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		checkIsomorphic(t, quads, back)
	}
}

// hasNoXML reports whether RDF/XML has no form for some statement: a predicate that ends in no name, or a control character.
func hasNoXML(quads []rdf.Quad) bool {
	return slices.ContainsFunc(quads, func(q rdf.Quad) bool {
		last, _ := utf8.DecodeLastRuneInString(q.Predicate.Value)
		return !unicode.IsLetter(last) || strings.ContainsFunc(q.Object.Value, func(r rune) bool {
			return unicode.IsControl(r) || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF
		})
	})
}

// TestTurtleOfTheWorldIsRead takes the files of W3C's SHACL suite and of DCAT-AP, which are written by many hands.
func TestTurtleOfTheWorldIsRead(t *testing.T) {
	for folder, count := range map[string]int{"w3c/shacl": 150, "dcat-ap": 16} {
		files := 0
		root := testdata(t, folder)
		err := fs.WalkDir(os.DirFS(root), ".", func(name string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".ttl" {
				return err
			}
			files++
			file, err := os.Open(filepath.Join(root, name))
			if err != nil {
				return err
			}
			defer file.Close()
			quads, err := collect(quadsOf(rdf.ReadTurtle)(file, rdf.Options{Base: vocab.IRI("https://example.org/" + name)}))
			if err != nil || len(quads) == 0 {
				t.Errorf("%s: read %d statements, %v", name, len(quads), err)
			}
			checkEveryWriter(t, quads)
			return nil
		})
		if err != nil || files < count {
			t.Errorf("%s: found %d files, want %d, %v", folder, files, count, err)
		}
	}
}

func readTriples(data []byte) ([]rdf.Triple, error) {
	return collect(rdf.ReadNTriples(bytes.NewReader(data), rdf.Options{}))
}

func readQuads(data []byte) ([]rdf.Quad, error) {
	return collect(rdf.ReadNQuads(bytes.NewReader(data), rdf.Options{}))
}

func readRDFXML(data []byte, base vocab.IRI) ([]rdf.Triple, error) {
	return collect(rdf.ReadRDFXML(bytes.NewReader(data), rdf.Options{Base: base}))
}
