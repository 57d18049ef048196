package hydra

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// EntryPoint returns the entry point, where a client starts: an instance of the API's own class of entry points and a
// dcat:DataService. It carries the metadata and leads to the documentation and to every collection.
func (a *API) EntryPoint(prefix string) jsonld.Object {
	self := entryPointReference(prefix)
	o := object{
		is("@context", prefix+a.Context(contextEntryPoint).Path),
		is("@id", self),
		is("@type", []string{"EntryPoint", "dcat:DataService"}),
	}
	a.describe(&o)
	o.Set("apiDocumentation", prefix+documentationPath)
	o.Set("endpointURL", self)
	o.Set("accessURL", self)
	o.Set("endpointDescription", prefix+openAPIPath)
	o.Set("catalog", prefix+catalogPath)
	var collections []object
	for _, r := range a.listed() {
		o.Set(r.key, prefix+r.Definition.Path)
		collection := object{is("@id", prefix+r.Definition.Path), is("@type", "Collection")}
		collection = append(collection, memberAssertions(r.Definition.IRI)...)
		collections = append(collections, collection)
	}
	if collections != nil {
		o.Set("collection", collections)
	}
	operation := a.EntryPointOperation()
	o.Set("operation", []object{{
		is("@id", prefix+documentationPath+"#"+operation.ID),
		is("@type", "Operation"),
		is("method", operation.Method),
		is("returns", operation.Returns),
	}})
	return o
}

// The paths of documents below the base that other documents refer to.
const (
	documentationPath = "/documentation"
	shapesPath        = "/shapes"
	catalogPath       = "/catalog"
	openAPIPath       = "/openapi.json"
)

// entryPointOperation is the ID of the operation on the entry point. No operation on a class may have it.
const entryPointOperation = "getEntryPoint"

// EntryPointOperation returns what can be done to the entry point: it can be read. It is shared and must not be written to.
func (a *API) EntryPointOperation() *Operation { return &a.entryPoint }

// newEntryPointOperation describes reading the entry point, all but the class that it returns.
func newEntryPointOperation(statuses []Status) Operation {
	if len(statuses) == 0 {
		statuses = []Status{
			{Code: 200, Title: Text{"en": "The entry point", "nl": "Het startpunt"}},
			{Code: 304, Title: Text{"en": "Not changed since the ETag that was sent", "nl": "Niet veranderd sinds de gestuurde ETag"}},
		}
	}
	return Operation{
		ID: entryPointOperation, Method: "GET",
		Title: Text{"en": "Read the entry point", "nl": "Het startpunt lezen"},
		Description: Text{
			"en": "The start of the API: what it is, and a link to each of its collections.",
			"nl": "Het begin van de API: wat ze is, en een link naar elk van haar verzamelingen.",
		},
		Statuses: cloneStatuses(statuses),
	}
}

// memberAssertions says that the members of a collection are instances of a class, under today's name and the archaic one.
func memberAssertions(class vocab.IRI) object {
	assertion := object{is("property", vocab.RDFType), is("object", class)}
	return object{is("memberAssertion", assertion), is("manages", assertion)}
}
