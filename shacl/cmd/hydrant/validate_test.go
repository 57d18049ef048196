package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const personShapes = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <http://example.org/> .
ex:PersonShape a sh:NodeShape ; sh:targetClass foaf:Person ;
  sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:message "A person has a name."@en, "Een persoon heeft een naam."@nl ] ;
  sh:property [ sh:path foaf:age ; sh:maxInclusive 150 ; sh:severity sh:Warning ] ;
  sh:property [ sh:path foaf:nick ; sh:minCount 1 ; sh:severity sh:Info ] .
`

const persons = `@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <http://example.org/> .
`

// persona are files with and without faults.
func persona(t *testing.T) string {
	t.Helper()
	return files(t, map[string]string{
		"shapes.ttl": personShapes,
		"good.ttl":   persons + `ex:a a foaf:Person ; foaf:name "A" ; foaf:age 30 ; foaf:nick "a" .`,
		"nick.ttl":   persons + `ex:b a foaf:Person ; foaf:name "B" .`,
		"old.ttl":    persons + `ex:c a foaf:Person ; foaf:name "C" ; foaf:age 200 .`,
		"nameless.trig": persons + `ex:g { ex:d a foaf:Person ; foaf:nick "d" } ex:d foaf:age 1000 .
			_:x a foaf:Person ; foaf:name "X" ; foaf:nick "x" .`,
		"nameless.nt": `_:x <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .`,
	})
}

func TestValidateTellsByItsExitCode(t *testing.T) {
	dir := persona(t)
	tests := []struct {
		name, args string
		code       int
		want       []string
	}{
		{"data that conforms", "good.ttl", 0, []string{"The data conforms."}},
		{"a remark", "nick.ttl", 1, []string{"1 remark", "foaf:nick of ex:PersonShape: ", "ex:b"}},
		{"a remark when warnings count", "nick.ttl --severity warning", 0, []string{"The data conforms."}},
		{"a warning", "old.ttl", 1, []string{"1 warning, 1 remark", "ex:c  has  "}},
		{"a warning when violations count", "old.ttl --severity violation", 0, []string{"The data conforms."}},
		{"a violation", "nameless.trig --severity violation", 1, []string{"1 violation", "A person has a name.", "ex:d"}},
		{"a message in another language", "nameless.trig --severity violation --language nl", 1, []string{"Een persoon heeft een naam."}},
		{"several files, blank nodes apart", "nameless.trig nameless.nt --severity violation", 1, []string{"2 violations", "ex:d"}},
		{"as many results as asked for", "nameless.trig nameless.nt old.ttl nick.ttl --max-results 2", 1, []string{"or more"}},
		{"as many violations as asked for", "old.ttl nameless.trig nameless.nt --severity violation --max-results 1", 1, []string{"1 violation or more"}},
		{"more results than there are", "old.ttl nameless.trig --severity violation --max-results 1", 1, []string{"1 violation\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hydrant(t, dir, "", append([]string{"validate", "--shapes", "shapes.ttl"}, strings.Fields(tt.args)...)...)
			if got.code != tt.code || got.stderr != "" {
				t.Errorf("exit code %d, want %d; %s", got.code, tt.code, got.stderr)
			}
			for _, want := range tt.want {
				if !strings.Contains(strings.ReplaceAll(got.stdout, "<http://example.org/", "ex:"), want) {
					t.Errorf("no %q in\n%s", want, got.stdout)
				}
			}
		})
	}
}

func TestValidateReportsInEveryFormat(t *testing.T) {
	dir := persona(t)
	validate := func(format string) string {
		return hydrant(t, dir, "", "validate", "-s", "shapes.ttl", "old.ttl", "--format", format).stdout
	}
	turtle, compacted := read(t, "turtle", validate("turtle")), read(t, "jsonld", validate("jsonld"))
	if diff := rdf.DiffDatasets(turtle, compacted); diff != "" {
		t.Errorf("the reports in Turtle and JSON-LD differ:\n%s", diff)
	}
	values := 0
	for _, q := range turtle {
		if q.Predicate.IRI() == vocab.SHFocusNode && q.Object == rdf.NewIRI("http://example.org/c") {
			values++
		}
	}
	if values != 2 {
		t.Errorf("%d focus nodes", values)
	}
	got := hydrant(t, dir, "", "validate", "-s", "shapes.ttl", "old.ttl", "--format", "json", "-o", "report.json", "--severity", "warning")
	if got.code != 1 || got.stdout != "" {
		t.Errorf("%v", got)
	}
	document, err := os.ReadFile(filepath.Join(dir, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var report, want any
	if err := json.Unmarshal(document, &report); err != nil {
		t.Fatal(err)
	}
	const expected = `{"conforms": false, "truncated": false, "results": [{"severity": "http://www.w3.org/ns/shacl#Warning",
		"focusNode": {"type": "uri", "value": "http://example.org/c"}, "path": "<http://xmlns.com/foaf/0.1/age>",
		"value": {"type": "literal", "value": "200", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
		"message": "MESSAGE", "sourceConstraintComponent": "http://www.w3.org/ns/shacl#MaxInclusiveConstraintComponent", "sourceShape": {"type": "bnode", "value": "SHAPE"}}]}`
	if err := json.Unmarshal([]byte(expected), &want); err != nil {
		t.Fatal(err)
	}
	strip(t, report)
	if a, b := text(t, report), text(t, want); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

// strip puts words in the place of what other packages choose.
func strip(t *testing.T, report any) {
	t.Helper()
	document, _ := report.(map[string]any)
	results, _ := document["results"].([]any)
	for _, r := range results {
		result, _ := r.(map[string]any)
		shape, _ := result["sourceShape"].(map[string]any)
		if message, _ := result["message"].(string); !strings.Contains(message, "150") || shape == nil {
			t.Errorf("the message %q does not name the bound", message)
			return
		}
		result["message"], shape["value"] = "MESSAGE", "SHAPE"
	}
}

func text(t *testing.T, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestValidateReadsStdin(t *testing.T) {
	dir := persona(t)
	if got := hydrant(t, dir, persons+"ex:a a foaf:Person .", "validate", "-s", "shapes.ttl", "-", "--from", "ttl", "--severity", "violation"); got.code != 1 || !strings.Contains(got.stdout, "1 violation") {
		t.Errorf("data: %v", got)
	}
	if got := hydrant(t, dir, personShapes, "validate", "-s", "-", "nick.ttl", "--from", "turtle", "--severity", "violation"); got.code != 0 || got.stdout != "The data conforms.\n" {
		t.Errorf("shapes: %v", got)
	}
}

func TestValidateWarnsOfOddShapes(t *testing.T) {
	dir := files(t, map[string]string{
		"none.ttl": "", "data.ttl": "<a:s> a <a:C> .",
		"sparql.ttl": `@prefix sh: <http://www.w3.org/ns/shacl#> . <a:S> a sh:NodeShape ; sh:targetNode <a:s> ; sh:sparql [ sh:select "SELECT" ] .`,
	})
	if got := hydrant(t, dir, "", "validate", "-s", "none.ttl", "data.ttl"); got.code != 0 || !strings.Contains(got.stderr, "warning: there are no shapes") {
		t.Errorf("no shapes: %v", got)
	}
	if got := hydrant(t, dir, "", "validate", "-s", "sparql.ttl", "data.ttl"); got.code != 2 {
		t.Errorf("SPARQL: %v", got)
	}
	if got := hydrant(t, dir, "", "validate", "-s", "sparql.ttl", "data.ttl", "--skip-unsupported"); got.code != 0 || !strings.Contains(got.stderr, "warning: shapes graph: ") {
		t.Errorf("SPARQL left out: %v", got)
	}
}

func TestValidateTakesShapesThatContainThemselvesWhenTold(t *testing.T) {
	dir := files(t, map[string]string{
		"tree.ttl": `@prefix sh: <http://www.w3.org/ns/shacl#> . <a:S> sh:targetClass <a:C> ; sh:property [ sh:path <a:kid> ; sh:node <a:S> ], [ sh:path <a:name> ; sh:minCount 1 ] .`,
		"good.ttl": `<a:s> a <a:C> ; <a:name> "s" ; <a:kid> [ <a:name> "t" ; <a:kid> <a:s> ] .`,
		"bad.ttl":  `<a:s> a <a:C> ; <a:name> "s" ; <a:kid> [ <a:name> "t" ; <a:kid> [] ] .`,
	})
	if got := hydrant(t, dir, "", "validate", "-s", "tree.ttl", "good.ttl"); got.code != 2 || !strings.Contains(got.stderr, "contains itself") {
		t.Errorf("by default: %v", got)
	}
	for data, code := range map[string]int{"good.ttl": 0, "bad.ttl": 1} {
		if got := hydrant(t, dir, "", "validate", "-s", "tree.ttl", data, "--recursive"); got.code != code {
			t.Errorf("%s: %v", data, got)
		}
	}
}

func TestValidateOfRealData(t *testing.T) {
	dir := testdata(t)
	if got := hydrant(t, dir, "", "validate", "-s", "dcat-ap/3.0.1/shapes.ttl", "dcat-ap/golden-catalog.ttl"); got.code != 0 || got.stdout != "The data conforms.\n" {
		t.Errorf("%v", got)
	}
	catalog, err := os.ReadFile(filepath.Join(dir, "dcat-ap/golden-catalog.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	faulty := strings.ReplaceAll(string(catalog), "dct:title", "dct:alternative")
	got := hydrant(t, dir, faulty, "validate", "-s", "dcat-ap/3.0.1/shapes.ttl", "-", "--from", "turtle")
	if got.code != 1 || !strings.Contains(got.stdout, "dct:title") {
		t.Errorf("without titles: %v", got)
	}
}
