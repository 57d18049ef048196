package jsonld_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// suiteTest is an entry of a manifest of the W3C's JSON-LD tests.
type suiteTest struct {
	ID     string   `json:"@id"`
	Type   []string `json:"@type"`
	Name   string   `json:"name"`
	Input  string   `json:"input"`
	Expect string   `json:"expect"`
	Option struct {
		Base           string `json:"base"`
		SpecVersion    string `json:"specVersion"`
		ProcessingMode string `json:"processingMode"`
		ExpandContext  string `json:"expandContext"`
		Generalized    bool   `json:"produceGeneralizedRdf"`
		Direction      string `json:"rdfDirection"`
		NativeTypes    bool   `json:"useNativeTypes"`
		RDFType        bool   `json:"useRdfType"`
	} `json:"option"`
}

func (s suiteTest) is(kind string) bool { return slices.Contains(s.Type, "jld:"+kind) }

const suiteBase = "https://w3c.github.io/json-ld-api/tests/"

// suite returns the directory of the W3C's tests, which come with the JSON-LD library, and the tests of a manifest.
func suite(t *testing.T, manifest string) (string, []suiteTest) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/piprate/json-gold").Output()
	if err != nil {
		t.Fatalf("where the JSON-LD library is: %v", err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "ld", "testdata")
	var m struct {
		Sequence []suiteTest `json:"sequence"`
	}
	if err := json.Unmarshal(suiteFile(t, dir, manifest), &m); err != nil {
		t.Fatal(err)
	}
	return dir, m.Sequence
}

func suiteFile(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func suiteQuads(t *testing.T, dir, name string) []rdf.Quad {
	t.Helper()
	var quads []rdf.Quad
	for q, err := range rdf.ReadNQuads(bytes.NewReader(suiteFile(t, dir, name)), rdf.Options{}) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		quads = append(quads, q)
	}
	return quads
}

// suiteProcessor knows the contexts beside the tests.
func suiteProcessor(t *testing.T, dir, folder string) *jsonld.Processor {
	t.Helper()
	config := jsonld.Config{Limits: jsonld.OwnLimits(), Contexts: map[string][]byte{}}
	names, err := filepath.Glob(filepath.Join(dir, folder, "*-context.jsonld"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		name = folder + "/" + filepath.Base(name)
		one := jsonld.Config{Contexts: map[string][]byte{suiteBase + name: suiteFile(t, dir, name)}}
		if _, err := jsonld.NewProcessor(one); err == nil {
			config.Contexts[suiteBase+name] = one.Contexts[suiteBase+name]
		}
	}
	p, err := jsonld.NewProcessor(config)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// notPassed are the tests that ToRDF does not pass, by the reason.
func notPassed() map[string]string {
	known := map[string]string{}
	for reason, ids := range map[string]string{
		"only of JSON-LD 1.0":                                          "tc029 tep02 ter42 ttn01",
		"the library resolves references in its own way":               "t0122 t0123 t0124 t0125 t0128 t0130 t0131 t0132 tli11 tli12",
		"the library accepts what is wrong":                            "tc033 te123 tec02 ter21 ter52 ter54 ter56 tpr28",
		"the library refuses what is right":                            "tpr38 tpr39",
		"the library is wrong about scoped contexts":                   "tc037 tc038 tpr43",
		"contexts that refer to relative or to themselves are refused": "tc031 te126 te127 te128",
		"N-Quads may have such IRIs":                                   "te111 te112",
	} {
		for id := range strings.FieldsSeq(ids) {
			known["#"+id] = reason
		}
	}
	return known
}

func TestToRDFPassesTheTestsOfTheW3C(t *testing.T) {
	dir, tests := suite(t, "toRdf-manifest.jsonld")
	p := suiteProcessor(t, dir, "toRdf")
	known := notPassed()
	passed := 0
	for _, tt := range tests {
		if tt.Option.SpecVersion == "json-ld-1.0" || tt.Option.Generalized || tt.Option.Direction != "" {
			continue // what is not offered
		}
		problem := runToRDF(t, p, dir, tt)
		switch reason, ok := known[tt.ID]; {
		case problem == "" && ok:
			t.Errorf("%s %s passes, although %s", tt.ID, tt.Name, reason)
		case problem == "":
			passed++
		case !ok:
			t.Errorf("%s %s:\n%s", tt.ID, tt.Name, problem)
		}
		delete(known, tt.ID)
	}
	if t.Logf("%d passed", passed); passed < 400 || len(known) > 0 {
		t.Errorf("tests are missing: %d passed, and there are none named %v", passed, known)
	}
}

// runToRDF returns what is wrong with the result of a test.
func runToRDF(t *testing.T, p *jsonld.Processor, dir string, tt suiteTest) string {
	t.Helper()
	base := suiteBase + tt.Input
	if tt.Option.Base != "" {
		base = tt.Option.Base
	}
	var external []byte
	if tt.Option.ExpandContext != "" {
		external = suiteFile(t, dir, tt.Option.ExpandContext)
	}
	quads, err := p.ToRDFWithContext(t.Context(), suiteFile(t, dir, tt.Input), base, external)
	switch {
	case tt.is("NegativeEvaluationTest"):
		if err == nil {
			return "it is accepted"
		}
		return ""
	case err != nil:
		return err.Error()
	case tt.Expect == "":
		return ""
	default:
		return rdf.DiffDatasets(suiteQuads(t, dir, tt.Expect), quads)
	}
}
