package hydra

import (
	"slices"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// supportedClass describes a class by the struct types that stand for it: the properties of all of them, each once, and
// the operations on the items of those that are served.
func (a *API) supportedClass(nodes []*node) object {
	first := nodes[0]
	o := object{is("@id", a.docContext.curie(first.class)), is("@type", "Class")}
	meta := &first.definition.Meta
	switch {
	case first.parent == nil && len(meta.Title) > 0:
		setText(&o, "title", meta.Title, a.metadata.Languages)
	default:
		o.Set("title", first.name)
	}
	if first.parent == nil && len(meta.Description) > 0 {
		setText(&o, "description", meta.Description, a.metadata.Languages)
	} else {
		setLangString(&o, "description", first.description(first.holder()))
	}
	properties := []object{}
	described := map[vocab.IRI]bool{}
	add := func(property vocab.IRI, supported object) {
		if !described[property] {
			described[property] = true
			properties = append(properties, supported)
		}
	}
	for _, n := range nodes {
		for _, p := range n.schema.Properties() {
			if p.Shape != nil {
				add(p.Shape.Path, a.supportedProperty(n, p))
			}
		}
		if n.parent == nil {
			for _, l := range n.definition.Links {
				add(l.Property, a.supportedLink(l))
			}
		}
	}
	o.Set("supportedProperty", properties)
	operations := []object{}
	for _, r := range a.resources {
		if r.Definition.IRI == first.class {
			operations = append(operations, a.documentedAll(r.Item)...)
		}
	}
	if len(operations) > 0 {
		o.Set("supportedOperation", operations)
	}
	return o
}

// supportedProperty describes a property of a struct type. The description is a property shape too, under the shape's own
// name.
func (a *API) supportedProperty(n *node, p *shacl.Property) object {
	shape := rdf.NewIRI(a.Naming().Property(n.schema, p.Field.Key))
	property := object{
		is("@id", a.docContext.curie(p.Shape.Path)),
		is("@type", a.propertyType(p)),
	}
	if r := a.propertyRange(n, p); r != nil {
		property.Set("range", r)
	}
	o := a.supportedShape(shape, p.Field.Key, p.Shape.Description, property)
	setAccess(&o, p.Shape.MinCount > 0, a.writable(n, p))
	return o
}

// supportedShape describes a property that has a shape: as Hydra does, and as SHACL does.
func (a *API) supportedShape(shape rdf.Term, title string, description LangString, property object) object {
	o := object{
		is("@id", shape.IRI()),
		is("@type", []string{"SupportedProperty", a.docContext.curie(vocab.SHPropertyShape)}),
		is("title", title),
	}
	setLangString(&o, "description", description)
	o.Set("property", property)
	for _, member := range a.shapes.members(shape, a.docContext) {
		if member.Key != "@type" {
			o = append(o, member)
		}
	}
	return o
}

// supportedLink describes a link that is computed.
func (a *API) supportedLink(l *Link) object {
	o := object{is("@type", "SupportedProperty"), is("title", l.Key)}
	setText(&o, a.docContext.curie(vocab.RDFSLabel), l.Label, a.metadata.Languages)
	setText(&o, "description", l.Doc, a.metadata.Languages)
	property := object{is("@id", a.docContext.curie(l.Property)), is("@type", "Link")}
	if l.Collection != nil {
		property = append(property, a.collectionRange(a.Resource(l.Collection.Path))...)
	}
	o.Set("property", property)
	setAccess(&o, false, false)
	return o
}

// propertyType is hydra:Link for properties whose values are resources of their own.
func (a *API) propertyType(p *shacl.Property) string {
	if p.Field.Kind == record.KindRef || p.Field.Kind == record.KindString && p.Shape.NodeKind == vocab.SHIRI {
		return "Link"
	}
	return a.docContext.curie(vocab.RDFProperty)
}

// propertyRange is the class or datatype of a property's values, nil where nothing is known. A nested struct without class
// is described in place.
func (a *API) propertyRange(n *node, p *shacl.Property) any {
	switch class := p.Shape.Class; {
	case p.Field.Kind == record.KindRef:
		return a.docContext.curie(a.targetClass(p))
	case p.Node != nil && p.Node.Class() != "":
		return a.docContext.curie(p.Node.Class())
	case p.Node != nil:
		return a.nestedClass(n, p)
	case class != "":
		return a.docContext.curie(class)
	case p.Shape.Datatype != "":
		return a.docContext.curie(p.Shape.Datatype)
	}
	return nil
}

// nestedClass describes the nodes of a struct type without class.
func (a *API) nestedClass(n *node, p *shacl.Property) object {
	inner := n.definition.nodeOf(p.Node)
	o := object{is("@type", "Class"), is("title", p.Field.Key)}
	setLangString(&o, "description", inner.description(p))
	properties := []object{}
	for _, q := range p.Node.Properties() {
		if q.Shape != nil {
			properties = append(properties, a.supportedProperty(inner, q))
		}
	}
	o.Set("supportedProperty", properties)
	return o
}

// writable says whether clients can write a property: there is an operation that takes the class, and the property is
// neither the identifier nor declared as read-only.
func (a *API) writable(n *node, p *shacl.Property) bool {
	if p.Field.Identifier || p.Field.Tag.Get("access") == accessRead {
		return false
	}
	for _, r := range a.resources {
		if r.Definition != n.definition {
			continue
		}
		for _, o := range slices.Concat(r.Item, r.Collection) {
			if o.writes(r.Definition.IRI) {
				return true
			}
		}
	}
	return false
}

// description is what the type says of its nodes, or else what a property says of its values.
func (n *node) description(holder *shacl.Property) LangString {
	if text := n.schema.Shape().Description; len(text) > 0 || holder == nil || holder.Shape == nil {
		return text
	}
	return holder.Shape.Description
}

// holder is the property that the type is first nested in, nil for the class's own.
func (n *node) holder() *shacl.Property {
	if n.parent == nil {
		return nil
	}
	return n.parent.schema.Property(n.key)
}
