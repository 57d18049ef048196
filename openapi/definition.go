package openapi

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// mode says what a definition describes: what is read and what is written differ in what must be there.
type mode uint8

const (
	// modeOutput is what is read: nothing is required, since `fields` and access leave properties out.
	modeOutput mode = iota
	// modeInput is what is written as a whole: required is what the shape requires.
	modeInput
	// modePatch is a merge patch: nothing is required.
	modePatch
	// modeHAL is what is read as HAL.
	modeHAL
)

// reads says whether a definition describes what is read.
func (m mode) reads() bool { return m == modeOutput || m == modeHAL }

// suffix follows the name of a class in the name of the definition.
func (m mode) suffix() string { return [...]string{"", "Input", "Patch", "Hal"}[m] }

// classNames are the names of the definitions of a class.
type classNames struct{ output, input, patch, hal, collection, halCollection string }

// nestedDefinition is the definition of a nested type, with what the type and then the properties that hold one say about
// it. A reference has no place for that.
type nestedDefinition struct {
	schema *openapi3.Schema
	docs   []string
}

// claim takes a name for a definition, or returns the one that its owner has. A name that is taken by something else gets a
// number, so that what was declared first keeps its name.
func (b *builder) claim(name, owner string) (claimed string, fresh bool) {
	claimed = name
	for n := 2; ; n++ {
		other, taken := b.claims[claimed]
		switch {
		case !taken:
			b.claims[claimed] = owner
			return claimed, true
		case other == owner:
			return claimed, false
		}
		claimed = fmt.Sprintf("%s%d", name, n)
	}
}

// schemas is where a document of OpenAPI 3 has its definitions.
const schemas = "#/components/schemas/"

func definitionRef(name string) *openapi3.SchemaRef {
	return &openapi3.SchemaRef{Ref: schemas + name}
}

func (b *builder) define(name string, schema *openapi3.Schema) {
	b.doc.Components.Schemas[name] = &openapi3.SchemaRef{Value: schema}
}

// inputKey is the vendor extension of a class that refers to the definition of what is written of it, which there is also
// where nothing can be written: its required properties are those that the shape requires.
const inputKey = "x-input"

// claimClasses takes the names of the definitions of all classes, before anything that they nest takes one.
func (b *builder) claimClasses() {
	for _, r := range b.api.Resources() {
		d := r.Definition
		names := classNames{}
		names.output, _ = b.claim(d.Term, "class "+d.Path)
		names.input, _ = b.claim(d.Term+modeInput.suffix(), "input of "+d.Path)
		names.patch, _ = b.claim(d.Term+modePatch.suffix(), "patch of "+d.Path)
		names.collection, _ = b.claim(d.Term+"Collection", "collection "+d.Path)
		if b.speaksHAL() {
			names.hal, _ = b.claim(d.Term+modeHAL.suffix(), "hal of "+d.Path)
			names.halCollection, _ = b.claim(names.hal+"Collection", "hal collection "+d.Path)
		}
		b.classes[r] = names
	}
}

// defineClass adds the definitions of a class: what is read, what is written, which the former refers to, and the
// collection, if there is one. A patch is added where an operation takes one.
func (b *builder) defineClass(r *hydra.Resource) {
	names := b.classes[r]
	item := b.classDefinition(r, modeOutput)
	if len(r.Collection) > 0 {
		b.define(names.collection, b.collectionSchema(r, item))
	}
	if !b.speaksHAL() {
		return
	}
	if item := b.classDefinition(r, modeHAL); len(r.Collection) > 0 {
		b.define(names.halCollection, b.halCollection(r, item))
	}
}

// classDefinition returns the name of the definition of a class in a mode, which it adds unless it is there.
func (b *builder) classDefinition(r *hydra.Resource, m mode) string {
	name := b.classes[r].in(m)
	if _, defined := b.doc.Components.Schemas[name]; !defined {
		b.doc.Components.Schemas[name] = nil // a class may nest itself
		b.define(name, b.classSchema(r, m))
	}
	return name
}

// in is the definition of the class in a mode.
func (n classNames) in(m mode) string { return [...]string{n.output, n.input, n.patch, n.hal}[m] }

// classSchema is the object of one instance of a class.
func (b *builder) classSchema(r *hydra.Resource, m mode) *openapi3.Schema {
	d := r.Definition
	s := b.nodeSchema(d, d.Schema, d.Term, m)
	s.Title = b.text(d.Meta.Title)
	s.Description = cmp.Or(b.text(d.Meta.Description), b.langText(d.Schema.Shape().Description))
	context := b.api.Context(d.Name)
	if m == modeHAL {
		context, _ = b.api.HALContexts(d)
		b.halClass(r, s)
	}
	if context != nil {
		s.Extensions["x-jsonld-context"] = b.prefix + context.Path
	}
	if m != modeOutput {
		return s
	}
	for _, l := range d.Links {
		s.Properties[l.Key] = value(&openapi3.Schema{
			Type: typeString(), Format: formatReference, ReadOnly: true, Description: b.text(l.Doc),
		})
	}
	s.Extensions[inputKey] = definitionRef(b.classDefinition(r, modeInput))
	s.Properties["operation"] = value(&openapi3.Schema{
		Type: typeArray(), ReadOnly: true, Items: definitionRef(operationDefinition),
		Description: "What the sender of the request may do to the resource.",
	})
	return s
}

// nodeSchema is the object of a node of a struct type. The term is its "@type", empty when it has none.
func (b *builder) nodeSchema(d *hydra.Definition, schema *shacl.Schema, term string, m mode) *openapi3.Schema {
	shape := schema.Shape()
	s := &openapi3.Schema{Type: typeObject(), Properties: openapi3.Schemas{}, Extensions: map[string]any{}}
	switch {
	case m == modeHAL:
		if links := halLinks(schema, schema == d.Schema); links != nil {
			s.Properties["_links"] = links
		}
	case schema == d.Schema:
		s.Properties["@id"] = link("The URL of the resource.")
	case schema.Layout().Identifier() != nil:
		s.Properties["@id"] = link("The IRI of the node.")
	}
	if term != "" && m != modeHAL {
		s.Properties["@type"] = value(&openapi3.Schema{Type: typeString(), Enum: []any{term}, Description: "The class."})
	}
	// A struct that stands for one value, such as a date of which only the year is known, names its format in the tag of its
	// blank field: _ struct{} `format:"incomplete-date"`.
	s.Format = schema.Layout().Tag.Get("format")
	if class := schema.Class(); class != "" {
		s.Extensions["x-jsonld-type"] = string(class)
	}
	if shape.Closed && !m.reads() && !shape.Deactivated {
		closed := false
		s.AdditionalProperties = openapi3.AdditionalProperties{Has: &closed}
		// What may stand in every JSON-LD document is no property of the node.
		s.Properties["@context"] = value(&openapi3.Schema{Description: "The JSON-LD context."})
	}
	for _, p := range schema.Properties() {
		switch {
		case p.Field.Identifier && schema != d.Schema:
			continue // it is the "@id"
		case m == modeHAL && p.Field.Kind == record.KindRef:
			continue // it is a link
		case !m.reads() && (p.Field.Identifier || p.Field.Tag.Get("access") == accessRead):
			continue // clients don't write it
		}
		s.Properties[p.Field.Key] = b.propertySchema(d, schema, p, m)
		if m == modeInput && newConstraints(p, shape.Deactivated).required() {
			s.Required = append(s.Required, p.Field.Key)
		}
	}
	slices.Sort(s.Required)
	return s
}

// nestedName is the name of the definition of a nested type: its own, or for a type without a plain one the path to it.
func nestedName(d *hydra.Definition, parent *shacl.Schema, p *shacl.Property) string {
	if term := d.TermOf(p.Node); term != "" {
		return term
	}
	if name := p.Node.Go().Name(); plainName.MatchString(name) {
		return name
	}
	outer := d.TermOf(parent)
	if outer == "" {
		outer = d.Term
	}
	return outer + upperFirst(p.Field.Key)
}

// plainName is a name that can stand in a reference as it is.
var plainName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// classOf returns the resource whose class the nodes of a nested type are, of that type and under that name; nil for most.
func (b *builder) classOf(d *hydra.Definition, schema *shacl.Schema) *hydra.Resource {
	resources := b.api.Resources()
	if schema == d.Schema {
		return b.api.Resource(d.Path)
	}
	i := slices.IndexFunc(resources, func(r *hydra.Resource) bool {
		return r.Definition.Schema.Go() == schema.Go() && r.Definition.IRI == schema.Class() && r.Definition.Term == d.TermOf(schema)
	})
	if i < 0 {
		return nil
	}
	return resources[i]
}

// defineNested returns the name of the definition of the values of a property, which are nodes. Equal types share one: that
// of the class, when there is one, which has a few properties more.
func (b *builder) defineNested(d *hydra.Definition, parent *shacl.Schema, p *shacl.Property, m mode) string {
	if r := b.classOf(d, p.Node); r != nil {
		return b.classDefinition(r, m)
	}
	owner := fmt.Sprintf("%s type %s %s %s", m.suffix(), p.Node.Go().PkgPath(), p.Node.Go(), p.Node.Class())
	name, fresh := b.claim(nestedName(d, parent, p)+m.suffix(), owner)
	if fresh {
		b.nested[name] = &nestedDefinition{}
		if doc := b.langText(p.Node.Shape().Description); doc != "" {
			b.nested[name].docs = []string{doc}
		}
		schema := b.nodeSchema(d, p.Node, d.TermOf(p.Node), m)
		b.nested[name].schema = schema
		b.define(name, schema)
	}
	if p.Shape != nil {
		if doc := b.langText(p.Shape.Description); doc != "" && !slices.Contains(b.nested[name].docs, doc) {
			b.nested[name].docs = append(b.nested[name].docs, doc)
		}
	}
	return name
}

// describeNested gives each definition of a nested type what is said about it.
func (b *builder) describeNested() {
	for _, n := range b.nested {
		n.schema.Description = sentences(n.docs...)
	}
}

// propertySchema is the value of a property: of one, or the array of all of them.
func (b *builder) propertySchema(d *hydra.Definition, parent *shacl.Schema, p *shacl.Property, m mode) *openapi3.SchemaRef {
	var one *openapi3.SchemaRef
	c := newConstraints(p, parent.Shape().Deactivated)
	if p.Node != nil {
		one = definitionRef(b.defineNested(d, parent, p, m))
		if !p.Field.Many {
			return one
		}
	} else {
		one = value(valueSchema(p))
		c.onValue(one.Value)
	}
	s := one.Value
	switch {
	case m == modeHAL && p.Field.Kind == record.KindLangString:
		s, c = &openapi3.Schema{Type: typeString()}, &constraints{} // in one language, whatever holds for all of them
	case p.Field.Many:
		s = &openapi3.Schema{Type: typeArray(), Items: one}
		c.onArray(s)
		if !m.reads() && !c.required() {
			s.Extensions = map[string]any{"x-omitempty": true} // generated Go clients leave an empty array out
		}
	case p.Field.Kind == record.KindLangString:
		c.onLanguageMap(s)
	default:
		c.onSingle(s, m == modeInput)
	}
	c.annotate(s)
	if p.Shape != nil {
		s.Title, s.Description = b.langText(p.Shape.Label), b.langText(p.Shape.Description)
	}
	s.ReadOnly = p.Field.Tag.Get("access") == accessRead
	if audience := audienceOf(p.Field.Tag.Get("access")); audience != "" {
		extend(s, "x-audience", audience)
		s.Description = sentences(s.Description, "Reserved to the audience "+audience)
	}
	return value(s)
}

func value(s *openapi3.Schema) *openapi3.SchemaRef { return &openapi3.SchemaRef{Value: s} }

func extend(s *openapi3.Schema, key string, v any) {
	if s.Extensions == nil {
		s.Extensions = map[string]any{}
	}
	s.Extensions[key] = v
}

func typeString() *openapi3.Types  { return &openapi3.Types{"string"} }
func typeInteger() *openapi3.Types { return &openapi3.Types{"integer"} }
func typeNumber() *openapi3.Types  { return &openapi3.Types{"number"} }
func typeBoolean() *openapi3.Types { return &openapi3.Types{"boolean"} }
func typeArray() *openapi3.Types   { return &openapi3.Types{"array"} }
func typeObject() *openapi3.Types  { return &openapi3.Types{"object"} }
