package shacl_test

import (
	"fmt"
	"reflect"
	"testing"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestAShapeIsACopy(t *testing.T) {
	s := compiled[everything](t, "")
	before := s.Shape()
	spoilt := s.Shape()
	words := spoilt.Property("words")
	words.MinCount, words.In[0], words.HasValue[0] = 99, rdf.Term{}, rdf.Term{}
	words.Description[0].Value, words.Message[0].Value, spoilt.Message[0].Value, spoilt.Description[0].Value = "", "", "", ""
	spoilt.Property("month").MinInclusive.Value = ""
	spoilt.Property("month").DefaultValue.Value = ""
	spoilt.Property("tree").Node.Properties[0].MaxLength = 99
	spoilt.Properties[0] = nil
	if !reflect.DeepEqual(before, s.Shape()) {
		t.Error("the schema shares memory with the copies of its shape")
	}
}

func TestTheCopyOfATypeThatNestsItselfIsACircle(t *testing.T) {
	s := compiled[tree](t, "")
	shape := s.Shape()
	if shape.Property("parent").Node != shape || shape.Property("kids").Node != shape || shape == s.Shape() {
		t.Error("the copy does not lead to itself")
	}
	if s.Property("parent").Node != s {
		t.Error("the schema does not lead to itself")
	}
}

func TestShapesFollowFromGoTypes(t *testing.T) {
	s := eventSchema(t)
	if s.Class() != vocab.SchemaEvent || s.Go() != reflect.TypeFor[Event]() || len(s.Properties()) != 12 || s.Property("nothing") != nil {
		t.Errorf("%s %s %d", s.Class(), s.Go(), len(s.Properties()))
	}
	for _, row := range []struct {
		key                       string
		path, datatype, kind, cls vocab.IRI
		min, max                  int
	}{
		{"id", vocab.DCTIdentifier, vocab.XSDString, "", "", 1, 1},
		{"name", vocab.SchemaName, vocab.XSDString, "", "", 1, 1},
		{"description", vocab.SchemaDescription, vocab.RDFLangString, "", "", 0, shacl.Unbounded},
		{"startDate", vocab.SchemaStartDate, vocab.XSDDate, "", "", 1, 1},
		{"url", vocab.NSSchema + "url", "", vocab.SHIRI, "", 0, 1},
		{"eventAttendanceMode", vocab.SchemaEventAttendanceMode, "", vocab.SHIRI, "", 0, 1},
		{"keywords", vocab.SchemaKeywords, vocab.XSDString, "", "", 0, 10},
		{"location", vocab.SchemaLocation, "", vocab.SHBlankNodeOrIRI, vocab.SchemaPlace, 1, 1},
		{"maximumAttendeeCapacity", vocab.SchemaMaximumAttendeeCapacity, vocab.XSDInteger, "", "", 0, 1},
		{"isAccessibleForFree", vocab.SchemaIsAccessibleForFree, vocab.XSDBoolean, "", "", 0, 1},
	} {
		t.Run(row.key, func(t *testing.T) {
			p := s.Property(row.key).Shape
			if p.Path != row.path || p.Datatype != row.datatype || p.NodeKind != row.kind || p.Class != row.cls ||
				p.MinCount != row.min || p.MaxCount != row.max || p.Key != row.key {
				t.Errorf("got %+v", p)
			}
		})
	}
	if node := s.Shape().Property("location").Node; !node.Closed || node.TargetClass != vocab.SchemaPlace || node.Property("nothing") != nil {
		t.Errorf("the shape of the nested type is %+v", node)
	}
	if nl, _ := s.Property("name").Shape.Description.Get("nl"); nl != "Hoe het heet." {
		t.Errorf("the description is %v", s.Property("name").Shape.Description)
	}
}

func TestValuesAreTerms(t *testing.T) {
	event := validEvent(t)
	s := eventSchema(t)
	for key, want := range map[string]rdf.Term{
		"id":                      rdf.NewString("gopher-day"),
		"description":             rdf.NewLangString(event.Description[0].Value, "en"),
		"startDate":               rdf.NewLiteral("2026-05-20", vocab.XSDDate),
		"url":                     rdf.NewIRI("https://example.org/gopher-day?year=2026"),
		"eventAttendanceMode":     rdf.NewIRI(vocab.SchemaMixedEventAttendanceMode),
		"keywords":                rdf.NewString("go"),
		"location":                {},
		"maximumAttendeeCapacity": rdf.NewLiteral("120", vocab.XSDInteger),
		"isAccessibleForFree":     rdf.NewLiteral("true", vocab.XSDBoolean),
	} {
		p := s.Property(key)
		if got := p.Term(p.Field.At(unsafe.Pointer(event), 0)); got != want {
			t.Errorf("%s: got %v, want %v", key, got, want)
		}
	}
}

func ExampleCompile() {
	type Talk struct {
		ID    string       `json:"id" ld:"@id"`
		Title string       `json:"title" ld:"schema:name" sh:"minCount=1;maxLength=20"`
		Day   literal.Date `json:"day" ld:"schema:startDate" sh:"minInclusive=2026-01-01"`
		Tags  []string     `json:"tags" ld:"schema:keywords" sh:"maxCount=3" pattern:"^[a-z]+$"`
	}
	schema, err := shacl.Compile(reflect.TypeFor[Talk](), vocab.SchemaEvent, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := schema.Validate(&Talk{ID: "1", Title: "Shapes of things in Go", Tags: []string{"go", "Linked Data"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(report.Text())
	// Output:
	// 2 results:
	//   title: The value is longer than 20 characters.
	//   tags[1]: The value does not match the pattern ^[a-z]+$.
}
