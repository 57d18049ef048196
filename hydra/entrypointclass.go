package hydra

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// entryPointClass describes the class of the entry point, whose properties are links to the collections.
func (a *API) entryPointClass() object {
	class := a.term("EntryPoint")
	o := object{
		is("@id", class),
		is("@type", "Class"),
		is("title", "EntryPoint"),
	}
	setText(&o, "description", a.metadata.Description, a.metadata.Languages)
	properties := []object{}
	for _, r := range a.listed() {
		properties = append(properties, a.collectionProperty(r, class))
	}
	o.Set("supportedProperty", properties)
	o.Set("supportedOperation", []object{a.documented(a.EntryPointOperation())})
	return o
}

// collectionProperty describes the link from the entry point to a collection, with what can be done to the collection.
// Its range says in two ways that the members are instances of the class: as a restriction of OWL and as a member
// assertion of Hydra.
func (a *API) collectionProperty(r *Resource, class vocab.IRI) object {
	property := object{
		is("@id", a.term(r.key)),
		is("@type", "Link"),
		is("domain", class),
	}
	property = append(property, a.collectionRange(r)...)
	o := a.supportedShape(a.collectionShape(r), r.key, r.description().langString(a.metadata.Languages), property)
	setAccess(&o, false, false)
	return o
}

// collectionRange describes where a link to a collection leads, and what can be done there.
func (a *API) collectionRange(r *Resource) object {
	class := a.docContext.curie(r.Definition.IRI)
	members := object{
		is("equivalentClass", object{
			is("@type", a.docContext.curie(vocab.OWLRestriction)),
			is("onProperty", a.docContext.curie(vocab.HydraMember)),
			is("allValuesFrom", class),
		}),
	}
	return object{
		is("range", []any{a.docContext.curie(vocab.HydraCollection), members}),
		is("memberAssertion", object{is("property", a.docContext.curie(vocab.RDFType)), is("object", class)}),
		is("supportedOperation", a.documentedAll(r.Collection)),
	}
}

// description is what the documents say of the collection.
func (r *Resource) description() Text {
	if meta := &r.Definition.Meta; len(meta.CollectionDescription) == 0 {
		return meta.CollectionTitle
	}
	return r.Definition.Meta.CollectionDescription
}

// entryPointShape is the name of the shape of the entry point. The names of all other shapes end in Shape, whatever their
// types are called.
func (a *API) entryPointShape() rdf.Term {
	return rdf.NewIRI(vocab.IRI(a.base.URL + shapesPath + "#EntryPoint"))
}

// collectionShape is the name of the shape of the link from the entry point to a collection.
func (a *API) collectionShape(r *Resource) rdf.Term {
	return rdf.NewIRI(vocab.IRI(a.entryPointShape().Value + "-" + r.key))
}

// entryPointTriples is the shape of the entry point, which no struct type declares: at most one link to each collection.
func (a *API) entryPointTriples() []rdf.Triple {
	var triples []rdf.Triple
	add := func(s rdf.Term, p vocab.IRI, o rdf.Term) {
		triples = append(triples, rdf.Triple{Subject: s, Predicate: rdf.NewIRI(p), Object: o})
	}
	entry := a.entryPointShape()
	add(entry, vocab.RDFType, rdf.NewIRI(vocab.SHNodeShape))
	add(entry, vocab.SHTargetClass, rdf.NewIRI(a.term("EntryPoint")))
	for _, r := range a.listed() {
		link := a.collectionShape(r)
		add(entry, vocab.SHProperty, link)
		add(link, vocab.RDFType, rdf.NewIRI(vocab.SHPropertyShape))
		add(link, vocab.SHPath, rdf.NewIRI(a.term(r.key)))
		add(link, vocab.SHName, rdf.NewString(r.key))
		for _, text := range r.description().langString(a.metadata.Languages) {
			add(link, vocab.SHDescription, rdf.NewLangString(text.Value, text.Lang))
		}
		add(link, vocab.SHMaxCount, rdf.NewLiteral("1", vocab.XSDInteger))
		add(link, vocab.SHNodeKindProperty, rdf.NewIRI(vocab.SHIRI))
	}
	return triples
}
