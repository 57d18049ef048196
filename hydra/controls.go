package hydra

import (
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// ItemControls returns the members of an item that follow its properties: "operation", what can be done to it. They are
// the same for all items of a class. The resource is one of [API.Resources].
func (a *API) ItemControls(r *Resource, prefix string) jsonld.Object {
	var o object
	r.setOperations(&o, r.Item, prefix)
	return o
}

// CollectionControls returns the members of a collection that follow its "view": "search", the template of its address
// with filters, in which the path is that of the class, with a variable where it is below another: a response puts the path of
// the collection in its place; "memberAssertion" and the archaic "manages", which class its members have; and "operation", what can be
// done to it. The resource is one of [API.Resources].
func (a *API) CollectionControls(r *Resource, prefix string) jsonld.Object {
	o := object{is("search", r.search(prefix))}
	o = append(o, memberAssertions(r.Definition.IRI)...)
	r.setOperations(&o, r.Collection, prefix)
	return o
}

// setOperations sets the operations of a resource. Each has the identity that the documentation describes it under.
func (r *Resource) setOperations(o *object, operations []Operation, prefix string) {
	if len(operations) == 0 {
		return
	}
	out := make([]object, len(operations))
	for i := range operations {
		op := &operations[i]
		out[i] = object{
			is("@id", prefix+documentationPath+"#"+op.ID),
			is("@type", "Operation"),
			is("method", op.Method),
		}
		if op.Expects != "" {
			out[i].Set("expects", r.context.curie(op.Expects))
		}
		if op.Returns != "" {
			out[i].Set("returns", r.context.curie(op.Returns))
		}
	}
	o.Set("operation", out)
}

// search is the IriTemplate of a collection.
func (r *Resource) search(prefix string) object {
	mapping := []object{}
	for _, p := range r.Filterable {
		mapping = append(mapping, object{
			is("@type", "IriTemplateMapping"),
			is("variable", templateVariable(r.ShortName(p))),
			is("property", r.context.curie(p.predicate())),
			is("required", false),
		})
	}
	if r.Searchable {
		mapping = append(mapping, object{
			is("@type", "IriTemplateMapping"),
			is("variable", "search"),
			is("property", r.context.curie(vocab.HydraFreetextQuery)),
			is("required", false),
		})
	}
	return object{
		is("@type", "IriTemplate"),
		is("template", r.Template(prefix)),
		is("variableRepresentation", r.context.curie(vocab.HydraBasicRepresentation)),
		is("mapping", mapping),
	}
}

// Template returns the RFC 6570 template of the address of the collection: "/api/events{?startDate,addressCountry,fields,
// sort,page,pageSize,after}", first the filters by their short names, then free text ("search") and the framework's parameters that the collection
// understands.
func (r *Resource) Template(prefix string) string {
	var names []string
	for _, p := range r.Filterable {
		names = append(names, templateVariable(r.ShortName(p)))
	}
	if r.Searchable {
		names = append(names, "search")
	}
	names = append(names, "fields")
	if len(r.Definition.Expansions()) > 0 {
		names = append(names, "expand")
	}
	if len(r.Sortable) > 0 {
		names = append(names, "sort")
	}
	names = append(names, "page", "pageSize")
	if r.Cursor {
		names = append(names, "after")
	}
	return prefix + r.Definition.Path + "{?" + strings.Join(names, ",") + "}"
}

// templateVariable writes the name of a parameter as that of a variable of a template, which is made of letters, digits,
// underscores, dots and percent-encoded bytes.
//
// [RFC 6570 2.3]: https://www.rfc-editor.org/rfc/rfc6570#section-2.3
func templateVariable(name string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case isLetter(c), '0' <= c && c <= '9', c == '_', c == '.':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// predicate is the property's IRI.
func (p *Property) predicate() vocab.IRI {
	if shape := p.Leaf().Shape; shape != nil {
		return shape.Path
	}
	return vocab.DCTIdentifier
}
