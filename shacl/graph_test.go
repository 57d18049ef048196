package shacl_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

var update = flag.Bool("update", false, "write the golden files")

// naming names shapes in a namespace of the tests.
func naming() shacl.Naming {
	return shacl.Naming{
		Shape: func(s *shacl.Schema) vocab.IRI { return vocab.IRI("http://example.org/shapes#" + s.Go().Name()) },
		Class: func(t reflect.Type) vocab.IRI { return vocab.IRI("http://example.org/" + t.Name()) },
	}
}

// everything declares each parameter once.
type everything struct {
	_       struct{} `ld:"ex:Everything" sh:"closed;severity=Warning" message:"Not everything." message-nl:"Niet alles." doc:"All there is." doc-nl:"Alles."`
	ID      string   `json:"id" ld:"@id" sh:"maxLength=36"`
	Words   []string `json:"words" ld:"ex:words" sh:"minCount=2;maxCount=5;minLength=1;maxLength=9;in=one|two|three;hasValue=one|two;flags=i;order=3;group=ex:Group;severity=Info" pattern:"^[A-Z]+$" message:"Words." label:"Words said" label-nl:"Woorden" doc:"Some words." doc-nl:"Enkele woorden."`
	Month   string   `json:"month" ld:"ex:month" sh:"datatype=xsd:gYearMonth;minInclusive=2020-01;maxExclusive=2030-01;defaultValue=2026-05"`
	Link    string   `json:"link" ld:"ex:link" sh:"nodeKind=IRI;class=schema:WebPage;equals=see"`
	See     string   `json:"see" ld:"ex:see" sh:"nodeKind=IRI"`
	Low     int      `json:"low" ld:"ex:low" sh:"minExclusive=-1;lessThan=high"`
	High    uint     `json:"high" ld:"ex:high" sh:"maxInclusive=100"`
	Mode    Mode     `json:"mode" ld:"ex:mode" sh:"in=online|mixed;disjoint=other"`
	Other   []Mode   `json:"other" ld:"ex:other"`
	Event   Ref      `json:"event" ld:"ex:event" sh:"deactivated"`
	Self    *tree    `json:"tree" ld:"ex:tree"`
	Old     float64  `json:"old" ld:"ex:old" sh:"lessThanOrEquals=new"`
	New     float64  `json:"new" ld:"ex:new"`
	LeftOut string   `json:"-"`
}

const everythingShapes = `
<http://example.org/shapes#everything> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#NodeShape> .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#targetClass> <http://example.org/Everything> .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#closed> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#ignoredProperties> _:ignored .
_:ignored <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> .
_:ignored <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#severity> <http://www.w3.org/ns/shacl#Warning> .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#message> "Not everything."@en .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#message> "Niet alles."@nl .
<http://example.org/shapes#everything> <http://www.w3.org/2000/01/rdf-schema#comment> "All there is."@en .
<http://example.org/shapes#everything> <http://www.w3.org/2000/01/rdf-schema#comment> "Alles."@nl .
<http://example.org/shapes#everything> <http://www.w3.org/ns/shacl#property> <http://example.org/shapes#everything-words> .
<http://example.org/shapes#everything-words> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#PropertyShape> .
<http://example.org/shapes#everything-words> <http://www.w3.org/2000/01/rdf-schema#label> "Words said"@en .
<http://example.org/shapes#everything-words> <http://www.w3.org/2000/01/rdf-schema#label> "Woorden"@nl .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#path> <http://example.org/words> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#name> "words" .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#description> "Some words."@en .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#description> "Enkele woorden."@nl .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#minCount> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#maxCount> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#datatype> <http://www.w3.org/2001/XMLSchema#string> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#minLength> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#maxLength> "9"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#pattern> "^[A-Z]+$" .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#flags> "i" .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#in> _:in1 .
_:in1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "one" .
_:in1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:in2 .
_:in2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "two" .
_:in2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:in3 .
_:in3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "three" .
_:in3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#hasValue> "one" .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#hasValue> "two" .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#order> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#group> <http://example.org/Group> .
<http://example.org/Group> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#PropertyGroup> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#severity> <http://www.w3.org/ns/shacl#Info> .
<http://example.org/shapes#everything-words> <http://www.w3.org/ns/shacl#message> "Words."@en .
`

func TestShapesAreTheExpectedGraph(t *testing.T) {
	triples, err := shacl.Triples(naming(), compiled[everything](t, ""))
	if err != nil {
		t.Fatal(err)
	}
	// what is said of the node and of the first property; the golden file has the rest
	var part []rdf.Triple
	reached := map[rdf.Term]bool{
		rdf.NewIRI("http://example.org/shapes#everything"): true, rdf.NewIRI("http://example.org/shapes#everything-words"): true,
		rdf.NewIRI("http://example.org/Group"): true,
	}
	for _, triple := range triples {
		other := triple.Predicate.IRI() == vocab.SHProperty && triple.Object.Value != "http://example.org/shapes#everything-words"
		if !reached[triple.Subject] || other {
			continue
		}
		part = append(part, triple)
		if triple.Object.Kind == rdf.BlankNode {
			reached[triple.Object] = true
		}
	}
	if diff := rdf.Diff(read(t, everythingShapes), part); diff != "" {
		t.Error(diff)
	}
}

func read(t *testing.T, ntriples string) []rdf.Triple {
	t.Helper()
	var triples []rdf.Triple
	for triple, err := range rdf.ReadNTriples(strings.NewReader(ntriples), rdf.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		triples = append(triples, triple)
	}
	return triples
}

// golden compares a graph with a file of N-Triples, which -update writes.
func golden(t *testing.T, name string, triples []rdf.Triple) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		var b bytes.Buffer
		if err := rdf.WriteNTriples(&b, triples); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := rdf.Diff(read(t, string(want)), triples); diff != "" {
		t.Error(diff)
	}
}

func TestShapesAreTheGoldenGraphs(t *testing.T) {
	event, all := eventSchema(t), compiled[everything](t, "")
	for name, schemas := range map[string][]*shacl.Schema{"event-shapes.nt": {event}, "everything-shapes.nt": {all}} {
		t.Run(name, func(t *testing.T) {
			triples, err := shacl.Triples(naming(), schemas...)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, triples)
			wellFormed(t, triples)
		})
	}
}

// wellFormed checks what the SHACL specification asks of the syntax of shapes.
func wellFormed(t *testing.T, triples []rdf.Triple) {
	t.Helper()
	objects := map[rdf.Term]map[vocab.IRI][]rdf.Term{}
	for _, triple := range triples {
		if objects[triple.Subject] == nil {
			objects[triple.Subject] = map[vocab.IRI][]rdf.Term{}
		}
		objects[triple.Subject][triple.Predicate.IRI()] = append(objects[triple.Subject][triple.Predicate.IRI()], triple.Object)
	}
	for subject, properties := range objects {
		isProperty := len(properties[vocab.RDFType]) > 0 && properties[vocab.RDFType][0].IRI() == vocab.SHPropertyShape
		if paths := properties[vocab.SHPath]; isProperty != (len(paths) == 1 && paths[0].Kind == rdf.IRI) {
			t.Errorf("%v: a property shape has one path, and no other shape has one: %v", subject, paths)
		}
		for _, single := range []vocab.IRI{
			vocab.SHMinCount, vocab.SHMaxCount, vocab.SHMinLength, vocab.SHMaxLength, vocab.SHOrder,
		} {
			for _, count := range properties[single] {
				if count.Datatype != vocab.XSDInteger || len(properties[single]) != 1 {
					t.Errorf("%v: %s is one xsd:integer: %v", subject, single, properties[single])
				}
			}
		}
		for _, list := range []vocab.IRI{vocab.SHIn, vocab.SHLanguageIn, vocab.SHIgnoredProperties} {
			for _, cell := range properties[list] {
				for steps := 0; cell.IRI() != vocab.RDFNil; steps++ {
					if len(objects[cell][vocab.RDFFirst]) != 1 || len(objects[cell][vocab.RDFRest]) != 1 || steps > 100 {
						t.Fatalf("%v: %s is no list", subject, list)
					}
					cell = objects[cell][vocab.RDFRest][0]
				}
			}
		}
		for _, node := range properties[vocab.SHNode] {
			if len(objects[node][vocab.RDFType]) == 0 {
				t.Errorf("%v: sh:node leads to nothing: %v", subject, node)
			}
		}
	}
}

func TestShapesWithoutNamesAreBlank(t *testing.T) {
	named, err := shacl.Triples(naming(), eventSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	blank, err := shacl.Triples(shacl.Naming{}, eventSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(named) != len(blank) {
		t.Errorf("%d triples with names, %d without", len(named), len(blank))
	}
	wellFormed(t, blank)
	for _, triple := range blank {
		if triple.Subject.Kind != rdf.BlankNode {
			t.Errorf("%v has a name", triple.Subject)
		}
	}
}

func TestASharedNestedTypeHasOneShape(t *testing.T) {
	type meeting struct {
		Place *Place `json:"place" ld:"schema:location"`
	}
	triples, err := shacl.Triples(naming(), eventSchema(t), compiled[meeting](t, "http://example.org/Meeting"), eventSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[rdf.Triple]bool{}
	for _, triple := range triples {
		if seen[triple] {
			t.Errorf("%v stands twice", triple)
		}
		seen[triple] = true
	}
}

func TestNamesOfShapesAreChecked(t *testing.T) {
	for name, naming := range map[string]shacl.Naming{
		"a bad name":    {Shape: func(s *shacl.Schema) vocab.IRI { return vocab.IRI(s.Go().Name()) }},
		"the same name": {Shape: func(*shacl.Schema) vocab.IRI { return "http://example.org/shape" }},
	} {
		t.Run(name, func(t *testing.T) {
			if triples, err := shacl.Triples(naming, eventSchema(t)); err == nil || triples != nil {
				t.Errorf("no error: %v", err)
			}
		})
	}
}

func TestAReportIsTheGoldenGraph(t *testing.T) {
	event := validEvent(t)
	event.Name, event.URL, event.Mode, event.Keywords = "", "http://a b", "bogus", []string{"a", "bb"}
	event.Location.Address.PostalCode, event.Location.Address.Locality, event.Location.Name = "9", "", ""
	report, err := eventSchema(t).Validate(event)
	if err != nil {
		t.Fatal(err)
	}
	report.SetFocus(rdf.NewIRI("http://example.org/events/1"))
	golden(t, "event-report.nt", report.Triples(naming()))
}

func TestAReportAboutNestedNodesOnlyNamesTheRecord(t *testing.T) {
	event := validEvent(t)
	event.Location.Name = ""
	report, _ := eventSchema(t).Validate(event)
	report.SetFocus(rdf.NewIRI("http://example.org/events/1"))
	want := read(t, `_:report <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#ValidationReport> .
_:report <http://www.w3.org/ns/shacl#conforms> "false"^^<http://www.w3.org/2001/XMLSchema#boolean> .
_:report <http://www.w3.org/ns/shacl#result> _:outer .
_:outer <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#ValidationResult> .
_:outer <http://www.w3.org/ns/shacl#focusNode> <http://example.org/events/1> .
_:outer <http://www.w3.org/ns/shacl#resultPath> <https://schema.org/location> .
_:outer <http://www.w3.org/ns/shacl#value> _:place .
_:outer <http://www.w3.org/ns/shacl#sourceConstraintComponent> <http://www.w3.org/ns/shacl#NodeConstraintComponent> .
_:outer <http://www.w3.org/ns/shacl#sourceShape> <http://example.org/shapes#Event-location> .
_:outer <http://www.w3.org/ns/shacl#resultSeverity> <http://www.w3.org/ns/shacl#Violation> .
_:outer <http://www.w3.org/ns/shacl#resultMessage> "The value does not conform to its shape."@en .
_:outer <http://www.w3.org/ns/shacl#resultMessage> "De waarde voldoet niet aan zijn vorm."@nl .
_:outer <http://www.w3.org/ns/shacl#detail> _:inner .
_:inner <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#ValidationResult> .
_:inner <http://www.w3.org/ns/shacl#focusNode> _:place .
_:inner <http://www.w3.org/ns/shacl#resultPath> <https://schema.org/name> .
_:inner <http://www.w3.org/ns/shacl#sourceConstraintComponent> <http://www.w3.org/ns/shacl#MinCountConstraintComponent> .
_:inner <http://www.w3.org/ns/shacl#sourceShape> <http://example.org/shapes#Place-name> .
_:inner <http://www.w3.org/ns/shacl#resultSeverity> <http://www.w3.org/ns/shacl#Violation> .
_:inner <http://www.w3.org/ns/shacl#resultMessage> "A value is required."@en .
_:inner <http://www.w3.org/ns/shacl#resultMessage> "Een waarde is verplicht."@nl .
`)
	if diff := rdf.Diff(want, report.Triples(naming())); diff != "" {
		t.Error(diff)
	}
}

func TestANilReportIsAGraph(t *testing.T) {
	var report *shacl.Report
	want := read(t, `_:r <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#ValidationReport> .
_:r <http://www.w3.org/ns/shacl#conforms> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
`)
	if diff := rdf.Diff(want, report.Triples(naming())); diff != "" {
		t.Error(diff)
	}
}
