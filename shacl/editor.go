package shacl

import (
	"reflect"
	"slices"
)

// Editor is implemented by a struct type, or by the pointer to it, that says in code what its tags can't say. The method
// is called once, on a zero value, when the type is compiled: after the tags are read and before contradictions are
// looked for, so that a mistake made here is reported like one in a tag.
//
//	func (*Event) EditShape(s *shacl.NodeShape) {
//		s.Property("code").Message = literal.LangString{{"en", "A code looks like ABC-1234."}}
//	}
//
// The method may set what it likes of the node shape and its property shapes, but it can't add, remove or rename a
// property, since those are the fields of the struct; deactivate a property shape instead. The shapes of nested structs
// (Node) aren't set while it runs: each type edits its own.
type Editor interface {
	EditShape(shape *NodeShape)
}

// editMethod is what a TagError names as the tag when the method made the mistake.
const editMethod = "EditShape"

// edit lets the type edit its shape.
func (c *compiler) edit(s *Schema) {
	editor, ok := reflect.TypeAssert[Editor](reflect.New(s.layout.Go))
	if !ok {
		return
	}
	before := slices.Clone(s.shape.Properties)
	keys := make([]string, len(before))
	for i, p := range before {
		keys[i], p.Node = p.Key, nil
	}
	class := s.shape.TargetClass
	editor.EditShape(s.shape)
	if !slices.Equal(before, s.shape.Properties) {
		c.fail(s.layout.Go, "_", editMethod, "the properties of a shape are the fields of the struct: the method may change them, not add, remove or move one")
		s.shape.Properties = before
	}
	for i, p := range before {
		if p.Key != keys[i] {
			c.fail(s.layout.Go, s.byKey[keys[i]].Field.Name, editMethod, "the key %q is that of the json tag and can't become %q here", keys[i], p.Key)
			p.Key = keys[i]
		}
		if p.Node != nil {
			c.fail(s.layout.Go, s.byKey[keys[i]].Field.Name, editMethod, "the shape of a nested struct follows from its type, which has its own EditShape")
		}
		if node := s.byKey[p.Key].Node; node != nil {
			p.Node = node.shape
		} else {
			p.Node = nil
		}
	}
	if s.shape.TargetClass != class {
		c.fail(s.layout.Go, "_", editMethod, "the class is given to Compile or in the ld tag of the blank field and can't become %q here", s.shape.TargetClass)
		s.shape.TargetClass = class
	}
}
