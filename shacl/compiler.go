package shacl

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// compiler carries what one call of Compile knows.
type compiler struct {
	prefixes *vocab.Prefixes
	schemas  map[reflect.Type]*Schema
	order    []*Schema
	// inspected are the types whose tags were looked at, embedded structs among them.
	inspected map[reflect.Type]bool
	errs      []error
}

// fail notes a mistake.
func (c *compiler) fail(t reflect.Type, field, text, format string, args ...any) {
	c.errs = append(c.errs, &TagError{Type: t, Field: field, Tag: text, Err: fmt.Errorf(format, args...)})
}

func (c *compiler) compile(t reflect.Type, class vocab.IRI) (*Schema, error) {
	if t == nil {
		return nil, errors.New("shacl: there is no type to compile")
	}
	layout, err := record.Of(t)
	if err != nil {
		c.errs = append(c.errs, err)
	}
	root := c.read(layout, class, true)
	if root.class == "" && t.Kind() == reflect.Struct {
		c.fail(t, "_", "", "the type has no class: give one to Compile, or declare it: _ struct{} `ld:\"schema:Event\"`")
	}
	for _, s := range c.order {
		c.edit(s)
		c.check(s)
	}
	if len(c.errs) > 0 {
		return nil, errors.Join(c.errs...)
	}
	for _, s := range c.order {
		s.plan()
	}
	return root, nil
}

// read reads the tags of a type and of those nested in it.
func (c *compiler) read(layout *record.Type, class vocab.IRI, root bool) *Schema {
	if s := c.schemas[layout.Go]; s != nil {
		return s
	}
	s := &Schema{layout: layout, pointer: reflect.PointerTo(layout.Go), byKey: make(map[string]*Property, len(layout.Fields))}
	c.schemas[layout.Go] = s
	c.order = append(c.order, s)
	c.inspect(layout.Go)
	c.readNode(s, class)
	for _, f := range layout.Fields {
		p := &Property{Field: f, Shape: c.readProperty(s, f, root)}
		if f.Node != nil {
			p.Node = c.read(f.Node, "", false)
			p.Shape.Node = p.Node.shape
		}
		s.properties = append(s.properties, p)
		s.byKey[f.Key] = p
		if p.Shape != nil {
			s.shape.Properties = append(s.shape.Properties, p.Shape)
		}
	}
	return s
}
