package shacl_test

import (
	"reflect"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// FuzzCompile compiles struct types with any tag: it never panics, and what it accepts validates a zero record, can be
// written as a graph, and survives a copy.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{
		`ld:"schema:name" sh:"minCount=1;maxLength=3;in=a|b;flags=i" pattern:"^a"`,
		`ld:"schema:name" sh:"minInclusive=1;maxExclusive=2;lessThan=g;defaultValue=1"`,
		`ld:"schema:name" sh:"languageIn=en|nl;hasValue=a@en;uniqueLang"`,
		`ld:"schema:name" sh:"datatype=xsd:int;nodeKind=Literal;class=schema:Place"`,
		`ld:"@id" sh:"equals=g;disjoint=f" message-nl:"x" doc:"y"`,
		`ld:"schema:startDate" sh:"minInclusive=2026-05-20;in=2026-05-21|2026-05-22;severity=Info"`,
		`sh:`, `ld:"http://example.org/" sh:"nodeKind=IRI;in=schema:a"`,
	} {
		f.Add(seed)
	}
	types := []reflect.Type{
		reflect.TypeFor[string](), reflect.TypeFor[[]string](), reflect.TypeFor[int8](), reflect.TypeFor[[]uint](),
		reflect.TypeFor[*float64](), reflect.TypeFor[bool](), reflect.TypeFor[literal.Date](), reflect.TypeFor[literal.DateTime](),
		reflect.TypeFor[[]literal.Decimal](), reflect.TypeFor[literal.GYear](), reflect.TypeFor[literal.Time](),
		reflect.TypeFor[literal.LangString](), reflect.TypeFor[Mode](), reflect.TypeFor[Ref](), reflect.TypeFor[*Place](),
	}
	f.Fuzz(func(t *testing.T, tag string) {
		for _, typ := range types {
			declared := reflect.StructOf([]reflect.StructField{
				{Name: "F", Type: typ, Tag: reflect.StructTag(`json:"f" ` + tag)},
				{Name: "G", Type: typ, Tag: `json:"g" ld:"schema:alternateName"`},
			})
			s, err := shacl.Compile(declared, vocab.SchemaEvent, nil)
			if err != nil {
				if s != nil || err.Error() == "" {
					t.Errorf("an error without text, or beside a schema: %v", err)
				}
				continue
			}
			record := reflect.New(declared)
			report, err := s.Validate(record.Interface())
			if err != nil {
				t.Errorf("%s %s: %v", typ, tag, err)
			}
			_, _ = report.Text(), report.Triples(shacl.Naming{})
			if _, err := shacl.Triples(shacl.Naming{}, s); err != nil {
				t.Errorf("%s %s: %v", typ, tag, err)
			}
			if !reflect.DeepEqual(s.Shape(), s.Shape()) {
				t.Errorf("%s %s: two copies differ", typ, tag)
			}
		}
	})
}
