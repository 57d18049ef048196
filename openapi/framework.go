package openapi

import (
	"maps"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
)

// The definitions of what the framework itself puts into responses. Most names are reserved: no class may have one.
const (
	entryPointDefinition = "EntryPoint"
	errorDefinition      = "Error"
	mappingDefinition    = "IriTemplateMapping"
	operationDefinition  = "Operation"
	searchDefinition     = "IriTemplate"
	viewDefinition       = "PartialCollectionView"
)

// frameworkOwner claims the names of these definitions.
const frameworkOwner = "framework"

// defineFramework adds the definitions that all responses share.
func (b *builder) defineFramework() {
	for name, schema := range map[string]*openapi3.Schema{
		entryPointDefinition: b.entryPointSchema(),
		errorDefinition:      errorSchema(),
		operationDefinition:  operationSchema(),
		viewDefinition: object("A page of a collection.", openapi3.Schemas{
			"@id":      link("The URL of the page."),
			"@type":    typeOf("PartialCollectionView"),
			"first":    link("The first page."),
			"last":     link("The last page."),
			"next":     link("The next page, unless this is the last."),
			"previous": link("The page before, unless this is the first."),
			"subsetOf": link("The collection without filters and pages."),
		}),
		searchDefinition: object("How to search a collection.", openapi3.Schemas{
			"@type":                  typeOf("IriTemplate"),
			"template":               text("A URI template of RFC 6570."),
			"variableRepresentation": text("How values are written into the template."),
			"mapping":                list("What the variables of the template mean.", definitionRef(mappingDefinition)),
		}),
		mappingDefinition: object("What a variable of a template means.", openapi3.Schemas{
			"@type":    typeOf("IriTemplateMapping"),
			"variable": text("The name of the variable."),
			"property": text("The property that it filters by."),
			"required": value(&openapi3.Schema{Type: typeBoolean(), Description: "Whether a search needs it."}),
		}),
	} {
		b.claims[name] = frameworkOwner
		b.define(name, schema)
	}
}

// operationSchema describes what a client may do, as resources and collections list it.
func operationSchema() *openapi3.Schema {
	return object("Something that the sender of the request may do.", openapi3.Schemas{
		"@id":     link("The operation in the documentation, which tells more about it."),
		"@type":   typeOf("Operation"),
		"method":  text("The HTTP method."),
		"expects": text("The class of what the request brings."),
		"returns": text("The class of what the response brings."),
	})
}

// errorSchema is the problem of RFC 9457, with the members of the Haal Centraal error model.
func errorSchema() *openapi3.Schema {
	return object("Why a request failed, application/problem+json (RFC 9457).", openapi3.Schemas{
		"type":   value(&openapi3.Schema{Type: typeString(), Format: formatURI, Description: "The kind of problem: the URL of a page about it."}),
		"title":  text("The kind of problem, in words."),
		"status": value(&openapi3.Schema{Type: typeInteger(), Format: "int32", Description: "The status code of HTTP."}),
		"detail": text("What is wrong with this request."),
		"instance": value(&openapi3.Schema{
			Type: typeString(), Format: formatReference, Description: "The path and query of the request.",
		}),
		"code":      text("The kind of problem, as a word for programs."),
		"requestId": text("The id of the request in the log of the server."),
		"invalidParams": list("The parameters that are not correct, each with the reason.", value(object("", openapi3.Schemas{
			"name":   text("The name of the parameter, or the path of the property in the body."),
			"code":   text("The reason, as a word for programs."),
			"reason": text("The reason, in words."),
			"detail": text("What would be right."),
		}))),
	})
}

// entryPointSchema is the start of the API, with what programs look for in it. What catalogues look for, under names with a
// prefix, they read as a graph.
func (b *builder) entryPointSchema() *openapi3.Schema {
	properties := openapi3.Schemas{
		"@id":              link("The URL of the entry point."),
		"@type":            list("The classes of the entry point.", value(&openapi3.Schema{Type: typeString()})),
		"title":            byLanguage("The name of the API, by language."),
		"description":      byLanguage("What the API offers, by language."),
		"version":          text("The version of the API."),
		"apiDocumentation": link("The documentation of the API."),
		"endpointURL":      link("The URL of the entry point, as catalogues read it."),
		"operation":        list("What the sender of the request may do.", definitionRef(operationDefinition)),

		"accessURL":           link("The URL of the entry point, as older catalogues read it."),
		"endpointDescription": link("The OpenAPI document."),
		"catalog":             link("The catalogue that lists the API and its data sets."),
		"mediaType":           list("The media types that everything comes in, as IRIs of IANA's registry.", link("")),
		"collection":          list("The collections, with what their members are.", value(&openapi3.Schema{Type: typeObject()})),
		"issued":              date("The day of the first release."),
		"modified":            date("The day of the latest release."),
		"license":             value(object("The licence of the data.", nil)),
		"termsOfService":      link("The terms of use."),
		"publisher":           value(object("Who publishes the API.", nil)),
		"temporal":            value(object("The period that the data cover.", nil)),
		"spatial":             value(object("The area that the data cover.", nil)),
		"keyword": value(&openapi3.Schema{
			Type: typeObject(), Description: "What the data are about, by language.",
			AdditionalProperties: openapi3.AdditionalProperties{Schema: list("", value(&openapi3.Schema{Type: typeString()}))},
		}),
	}
	for _, r := range b.api.Resources() {
		if len(r.Collection) > 0 && !r.Definition.Nested() {
			properties[r.Key()] = link(sentences(b.text(r.Definition.Meta.CollectionTitle)))
		}
	}
	return object("The start of the API: what it is, and a link to each of its collections.", properties)
}

// collectionSchema is a page of the collection of a class.
func (b *builder) collectionSchema(r *hydra.Resource, item string) *openapi3.Schema {
	d := r.Definition
	s := object(b.text(d.Meta.CollectionDescription), openapi3.Schemas{
		"@id":       link("The URL of the collection, with the filters of the request."),
		"@type":     typeOf("Collection"),
		"member":    list("The items of the page.", definitionRef(item)),
		"view":      definitionRef(viewDefinition),
		"operation": list("What the sender of the request may do to the collection.", definitionRef(operationDefinition)),
		"search":    definitionRef(searchDefinition),
		"subsetOf":  link("The collection without filters, where this is a part of it."),
	})
	s.Title = b.text(d.Meta.CollectionTitle)
	least := 0.0
	if r.TotalItems {
		s.Properties["totalItems"] = value(&openapi3.Schema{
			Type: typeInteger(), Format: "int64", Min: &least, Description: "How many items the collection has on all its pages.",
		})
	}
	assertion := openapi3.Schemas{"property": text("The property, an IRI."), "object": text("Its value, an IRI.")}
	s.Properties["memberAssertion"] = value(object("What holds for each member.", assertion))
	s.Properties["manages"] = value(object("The same as memberAssertion, for older clients.", maps.Clone(assertion)))
	s.Extensions = map[string]any{"x-jsonld-type": "http://www.w3.org/ns/hydra/core#Collection"}
	if context := b.api.Context(d.Name); context != nil {
		s.Extensions["x-jsonld-context"] = b.prefix + context.Path
	}
	return s
}

func object(description string, properties openapi3.Schemas) *openapi3.Schema {
	return &openapi3.Schema{Type: typeObject(), Description: description, Properties: properties}
}

func text(description string) *openapi3.SchemaRef {
	return value(&openapi3.Schema{Type: typeString(), Description: description})
}

func link(description string) *openapi3.SchemaRef {
	return value(&openapi3.Schema{Type: typeString(), Format: formatReference, Description: description})
}

func date(description string) *openapi3.SchemaRef {
	return value(&openapi3.Schema{Type: typeString(), Format: formatDate, Description: description})
}

func byLanguage(description string) *openapi3.SchemaRef {
	s := languageMap()
	s.Description = description
	return value(s)
}

func typeOf(name string) *openapi3.SchemaRef {
	return value(&openapi3.Schema{Type: typeString(), Enum: []any{name}, Description: "The class."})
}

func list(description string, items *openapi3.SchemaRef) *openapi3.SchemaRef {
	return value(&openapi3.Schema{Type: typeArray(), Description: description, Items: items})
}
