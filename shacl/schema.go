package shacl

import (
	"reflect"
	"regexp"
	"slices"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Schema is a struct type compiled against its declaration: its node shape, the layout of its values, and a validator
// for them. It is immutable and safe for concurrent use.
type Schema struct {
	shape      *NodeShape
	layout     *record.Type
	class      vocab.IRI
	properties []*Property
	byKey      map[string]*Property
	steps      []step
	pointer    reflect.Type // to the struct
}

// Property joins the three sides of a property: what must hold for it, where its values lie, and (for a nested struct)
// the schema of its values.
type Property struct {
	// Shape is shared by all readers of the schema and must not be written to. It is nil for the identifier of a nested
	// type, which is the IRI of the node and no property.
	Shape *PropertyShape
	// Field reads the values.
	Field *record.Field
	// Node is the schema of a nested struct, nil otherwise. A type that nests itself makes it a cycle.
	Node *Schema

	// expression is the compiled pattern.
	expression *regexp.Regexp
}

// Compile compiles a struct type and the types nested in it. The class is that of the type's nodes; it may be empty when
// the type names its class itself, in the tag of its blank field. Nil prefixes are [vocab.StandardPrefixes].
//
// The schema is nil when there is an error. The error joins a [*TagError] or [*record.FieldError] for every mistake in every type.
func Compile(t reflect.Type, class vocab.IRI, prefixes *vocab.Prefixes) (*Schema, error) {
	if prefixes == nil {
		prefixes = vocab.StandardPrefixes()
	}
	c := &compiler{prefixes: prefixes, schemas: map[reflect.Type]*Schema{}, inspected: map[reflect.Type]bool{}}
	return c.compile(t, class)
}

// Go is the struct type.
func (s *Schema) Go() reflect.Type { return s.layout.Go }

// Layout reads the values of the type.
func (s *Schema) Layout() *record.Type { return s.layout }

// Class is the class of the type's nodes, empty for a nested type that names none.
func (s *Schema) Class() vocab.IRI { return s.class }

// Properties are the properties in the order of declaration, the identifier included. The slice must not be written to.
func (s *Schema) Properties() []*Property { return s.properties }

// Property returns the property with this JSON key, or nil.
func (s *Schema) Property(key string) *Property { return s.byKey[key] }

// Shape returns the node shape with everything that hangs on it, copied: the caller owns it. A type that nests itself
// makes the copy a cycle, too.
func (s *Schema) Shape() *NodeShape { return copyShape(s.shape, map[*NodeShape]*NodeShape{}) }

func copyShape(s *NodeShape, copies map[*NodeShape]*NodeShape) *NodeShape {
	if c := copies[s]; c != nil || s == nil {
		return c
	}
	c := *s
	copies[s] = &c
	c.Description, c.Message = slices.Clone(s.Description), slices.Clone(s.Message)
	c.Properties = make([]*PropertyShape, len(s.Properties))
	for i, p := range s.Properties {
		q := *p
		q.Node = copyShape(p.Node, copies)
		q.Label, q.Description, q.Message = slices.Clone(p.Label), slices.Clone(p.Description), slices.Clone(p.Message)
		q.LanguageIn, q.In, q.HasValue = slices.Clone(p.LanguageIn), slices.Clone(p.In), slices.Clone(p.HasValue)
		for _, t := range []**rdf.Term{&q.MinInclusive, &q.MaxInclusive, &q.MinExclusive, &q.MaxExclusive, &q.DefaultValue} {
			if *t != nil {
				term := **t
				*t = &term
			}
		}
		c.Properties[i] = &q
	}
	return &c
}
