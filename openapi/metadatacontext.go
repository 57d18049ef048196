package openapi

import (
	"fmt"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// identityKey is the vendor extension that holds the IRI of what an object of the document describes: the entry point at
// the top, the ApiDocumentation in info. With it a Swagger document says the same of the same things as they do.
const identityKey = "x-jsonld-id"

// mediaTypeNamespace is where IANA registers media types, as DCAT refers to them.
const mediaTypeNamespace = "https://www.iana.org/assignments/media-types/"

// MetadataContext returns the JSON-LD context that reads the API's Swagger document as metadata, application/ld+json. It
// belongs in a Link header of relation http://www.w3.org/ns/json-ld#context beside the document. The document then expands
// to these triples and no other, all of which the API's entry point and ApiDocumentation have too:
//
//	| key                              | triple                                                        |
//	|----------------------------------|---------------------------------------------------------------|
//	| x-jsonld-id                      | the subject: the entry point                                  |
//	| basePath                         | dcat:accessURL, resolved against the document's URL           |
//	| produces, consumes               | dcat:mediaType, as IRIs of IANA's registry                    |
//	| info                             | hydra:apiDocumentation                                        |
//	| info: x-jsonld-id                | the subject: the ApiDocumentation                             |
//	| info: title, description         | dct:title, dct:description, in the language that is written   |
//	| info: version                    | owl:versionInfo                                               |
//	| info: termsOfService             | schema:termsOfService                                         |
//	| info: license: url               | dct:license                                                   |
//	| info: contact: name, url, email  | schema:contactPoint with foaf:name, foaf:page, schema:email   |
//
// Everything else of the document is about HTTP and vanishes. That includes paths: a path is not one of the classes that
// hydra:supportedClass leads to.
func MetadataContext(api *hydra.API) ([]byte, error) {
	m := api.Metadata()
	contact := jsonld.Object{
		term("name", vocab.FOAFName, "", ""),
		term("url", vocab.FOAFPage, "@id", ""),
		term("email", vocab.SchemaEmail, "", ""),
	}
	titleLanguage, _ := choose(m.Title, m.Languages)
	descriptionLanguage, _ := choose(m.Description, m.Languages)
	info := jsonld.Object{
		term("title", vocab.DCTTitle, "", titleLanguage),
		term("description", vocab.DCTDescription, "", descriptionLanguage),
		term("version", vocab.OWLVersionInfo, "", ""),
		term("termsOfService", vocab.SchemaTermsOfService, "@id", ""),
		scoped("license", vocab.DCTLicense, "", jsonld.Object{{Key: "url", Value: "@id"}}),
		scoped("contact", vocab.SchemaContactPointProperty, "", contact),
	}
	mediaTypes := jsonld.Object{{Key: "@vocab", Value: mediaTypeNamespace}}
	body, err := encodeGeneric(jsonld.Object{{Key: "@context", Value: jsonld.Object{
		{Key: "@version", Value: 1.1},
		{Key: identityKey, Value: "@id"},
		term("basePath", vocab.DCATAccessURL, "@id", ""),
		scoped("produces", vocab.DCATMediaType, "@vocab", mediaTypes),
		scoped("consumes", vocab.DCATMediaType, "@vocab", mediaTypes),
		scoped("info", vocab.HydraAPIDocumentationProperty, "", info),
	}}})
	if err != nil {
		return nil, fmt.Errorf("openapi: the metadata context: %w", err)
	}
	return body, nil
}

// term defines a term, with the type or the language of its values where there is one.
func term(key string, property vocab.IRI, valueType, language string) jsonld.Member {
	definition := jsonld.Object{{Key: "@id", Value: string(property)}}
	if valueType != "" {
		definition.Set("@type", valueType)
	}
	if language != "" {
		definition.Set("@language", language)
	}
	return jsonld.Member{Key: key, Value: definition}
}

// scoped defines a term with a context for what is inside its values.
func scoped(key string, property vocab.IRI, valueType string, context jsonld.Object) jsonld.Member {
	member := term(key, property, valueType, "")
	definition, _ := member.Value.(jsonld.Object)
	definition.Set("@context", context)
	member.Value = definition
	return member
}
