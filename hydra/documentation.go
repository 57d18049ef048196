package hydra

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// shaclExtension announces that supported properties are shapes too.
const shaclExtension = "https://w3id.org/hydra/extension#shacl"

// Documentation returns the ApiDocumentation, with absolute URLs: the metadata, and what is known of every class. It is
// one nested tree, since clients walk it without flattening.
func (a *API) Documentation() jsonld.Object {
	self := a.base.URL + documentationPath
	o := object{
		is("@context", a.base.URL+a.Context(contextDocumentation).Path),
		is("@id", self),
		is("@type", "ApiDocumentation"),
	}
	a.describe(&o)
	o.Set("accessURL", a.base.EntryPoint())
	o.Set("entrypoint", a.base.EntryPoint())
	o.Set("extension", shaclExtension)
	o.Set("sh:shapesGraph", a.base.URL+shapesPath)
	classes := []object{a.entryPointClass()}
	for _, class := range a.classes() {
		classes = append(classes, a.supportedClass(class))
	}
	o.Set("supportedClass", classes)
	return o
}

// ProblemType returns the description of a kind of problem at {prefix}/problems/{code}: the class of the errors that have
// it as their type.
func (a *API) ProblemType(prefix, code string, status int, title Text) jsonld.Object {
	o := object{
		is("@context", prefix+a.Context(contextDocumentation).Path),
		is("@id", prefix+"/problems/"+code),
		is("@type", []string{"Class", "Status"}),
		is("subClassOf", a.docContext.curie(vocab.HydraError)),
	}
	setText(&o, "title", title, a.metadata.Languages)
	o.Set("statusCode", status)
	return o
}

// classes groups the struct types that have a class by it: those served first, then those nested in them.
func (a *API) classes() [][]*node {
	var classes [][]*node
	for _, n := range a.nodes {
		if n.class == "" {
			continue
		}
		i := slices.IndexFunc(classes, func(c []*node) bool { return c[0].class == n.class })
		if i < 0 {
			classes = append(classes, []*node{n})
		} else {
			classes[i] = append(classes[i], n)
		}
	}
	return classes
}

// documented describes an operation in full.
func (a *API) documented(op *Operation) object {
	languages := a.metadata.Languages
	o := object{
		is("@id", a.base.URL+documentationPath+"#"+op.ID),
		is("@type", "Operation"),
		is("method", op.Method),
	}
	setText(&o, "title", op.Title, languages)
	setText(&o, "description", op.Description, languages)
	o.Set("expects", a.docContext.curie(orNothing(op.Expects)))
	o.Set("returns", a.docContext.curie(orNothing(op.Returns)))
	statuses := make([]object, len(op.Statuses))
	for i := range op.Statuses {
		s := &op.Statuses[i]
		statuses[i] = object{is("@type", "Status"), is("statusCode", s.Code)}
		setText(&statuses[i], "title", s.Title, languages)
		setText(&statuses[i], "description", s.Description, languages)
	}
	o.Set("possibleStatus", statuses)
	return o
}

func (a *API) documentedAll(operations []Operation) []object {
	out := make([]object, len(operations))
	for i := range operations {
		out[i] = a.documented(&operations[i])
	}
	return out
}

func orNothing(class vocab.IRI) vocab.IRI {
	if class == "" {
		return vocab.OWLNothing
	}
	return class
}

// setAccess says what clients can do with a property. Hydra once spelt writable with an e, and clients look for either.
func setAccess(o *object, required, writable bool) {
	o.Set("required", required)
	o.Set("readable", true)
	o.Set("writable", writable)
	o.Set("writeable", writable)
}
