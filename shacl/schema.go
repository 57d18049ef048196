package shacl

import (
	"reflect"
	"regexp"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
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
	// Shape is shared by all readers of the schema and must not be written to. It is nil for an identifier without a
	// predicate of its own.
	Shape *PropertyShape
	// Field reads the values.
	Field *record.Field
	// Node is the schema of a nested struct, nil otherwise. A type that nests itself makes it a cycle.
	Node *Schema

	// expression is the compiled pattern.
	expression *regexp.Regexp
}

// Compile compiles a struct type and the types nested in it. The class is that of the type's nodes; it may be empty when
// the type names its class itself, in the tag of its blank field.
//
// The error joins a [*TagError] or [*record.FieldError] for every mistake in every type.
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
