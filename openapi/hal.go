package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// mediaTypeHAL is that of HAL, whose objects have definitions of their own: text in one language, no types, and all references
// in "_links". They are those of the classes with Hal behind the name.
const mediaTypeHAL = "application/hal+json"

// halLinkDefinition is a link of HAL.
const halLinkDefinition = "HalLink"

// speaksHAL says whether the API has representations in HAL, which only the documents of OpenAPI 3 can describe: an operation
// of 2.0 returns one thing.
func (b *builder) speaksHAL() bool {
	return b.hal && slices.Contains(slices.Concat(b.api.ItemMediaTypes(), b.api.CollectionMediaTypes()), mediaTypeHAL)
}

// defineHAL adds what all representations in HAL share.
func (b *builder) defineHAL() {
	b.claims[halLinkDefinition] = frameworkOwner
	b.define(halLinkDefinition, object("A link.", openapi3.Schemas{
		"href":      link("Where it leads, or the template of an address."),
		"templated": value(&openapi3.Schema{Type: typeBoolean(), Description: "Whether it is a template (RFC 6570)."}),
	}))
}

// halCollection is a page of the collection of a class.
func (b *builder) halCollection(r *hydra.Resource, item string) *openapi3.Schema {
	d := r.Definition
	number := func(description string) *openapi3.SchemaRef {
		return value(&openapi3.Schema{Type: typeInteger(), Format: "int32", Description: description})
	}
	s := object(b.text(d.Meta.CollectionDescription), openapi3.Schemas{
		"_links": value(object("The pages of the collection.", openapi3.Schemas{
			"self": definitionRef(halLinkDefinition), "first": definitionRef(halLinkDefinition), "previous": definitionRef(halLinkDefinition),
			"prev": definitionRef(halLinkDefinition), "next": definitionRef(halLinkDefinition), "last": definitionRef(halLinkDefinition),
		})),
		"_embedded":   value(object("", openapi3.Schemas{d.CollectionRel(): list("The items of the page.", definitionRef(item))})),
		"currentPage": number("The number of this page, where pages are told by number."),
		"nextPage":    number("The number of the next page, where pages are told by number."),
		"pageSize":    number("How many items a page has, where pages are told by number."),
	})
	s.Title = b.text(d.Meta.CollectionTitle)
	return s
}

// halClass adds to the properties of an instance of a class what is computed and what can be embedded.
func (b *builder) halClass(r *hydra.Resource, s *openapi3.Schema) {
	d := r.Definition
	links := s.Properties["_links"].Value
	for _, l := range d.Links {
		links.Properties[halName(l.Rel, l.Property)] = definitionRef(halLinkDefinition)
	}
	for _, t := range d.Templates {
		links.Properties[halName(t.Rel, "")] = definitionRef(halLinkDefinition)
	}
	embedded := openapi3.Schemas{}
	for _, p := range d.Properties {
		if p.Expandable {
			embedded[p.Path] = b.embedded(b.api.Target(p.Leaf().Field.Target), p.Leaf().Field.Many)
		}
	}
	for _, l := range d.Links {
		if l.Expandable {
			embedded[l.Rel] = b.embedded(b.api.Resource(l.Collection.Path), true)
		}
	}
	if len(embedded) > 0 {
		s.Properties["_embedded"] = value(object("What expand asks for.", embedded))
	}
}

// halName is the name of a link. That of the link of a resource to itself is taken, so that another one which is called so is
// known by its property.
func halName(name string, property vocab.IRI) string {
	if name == "self" {
		return string(property)
	}
	return name
}

// embedded is what is embedded of a class.
func (b *builder) embedded(r *hydra.Resource, many bool) *openapi3.SchemaRef {
	one := definitionRef(b.classDefinition(r, modeHAL))
	if !many {
		return one
	}
	return list("", one)
}

// halLinks are the links that stand in a node itself: to itself, and to what its properties refer to.
func halLinks(schema *shacl.Schema, root bool) *openapi3.SchemaRef {
	links := openapi3.Schemas{}
	if root || schema.Layout().Identifier() != nil {
		links["self"] = definitionRef(halLinkDefinition)
	}
	for _, p := range schema.Properties() {
		switch {
		case p.Field.Kind != record.KindRef:
		case p.Field.Many:
			links[halName(p.Field.Key, p.Shape.Path)] = list("", definitionRef(halLinkDefinition))
		default:
			links[halName(p.Field.Key, p.Shape.Path)] = definitionRef(halLinkDefinition)
		}
	}
	if len(links) == 0 {
		return nil
	}
	return value(object("The links of the resource.", links))
}
