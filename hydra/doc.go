// Package hydra turns declarations of resources into an API that describes itself: classes, links and metadata go in, and
// out come the Hydra entry point, the ApiDocumentation, the SHACL shapes, the DCAT catalogue and the JSON-LD contexts.
//
// A resource is declared once, as a struct type with tags (see package shacl for constraints):
//
//	type Event struct {
//		ID        string           `json:"id"          ld:"@id"`
//		Name      string           `json:"name"        ld:"schema:name"      sh:"minCount=1" filter:"text" sort:"true" doc:"What it is called."`
//		About     hydra.LangString `json:"description" ld:"schema:description"`
//		Start     hydra.Date       `json:"startDate"   ld:"schema:startDate" sh:"minCount=1" filter:"range" sort:"true"`
//		Location  *Place           `json:"location"    ld:"schema:location"`
//		Organizer hydra.Ref[Org]   `json:"organizer"   ld:"schema:organizer"`
//		Sold      int              `json:"sold"        ld:"ex:sold"          access:"read"`
//	}
//
//	var Events = hydra.NewClass[Event](vocab.SchemaEvent, "/events", hydra.ClassMeta{…})
//
// [Compile] takes the classes with what can be done to each, checks everything, and returns an [API], or one error that
// joins every mistake of every class. An API is immutable; its documents are ordered JSON objects, the same for the same
// declaration. What is served, and how, is the business of package server: this package knows no HTTP, and never looks at
// a record.
//
// # Tags
//
// `json` is the key, `ld` the predicate (a CURIE or an IRI; @id marks the identifier, published as dct:identifier too), `sh`,
// `pattern` and `message` the constraints, `doc` the prose. This package reads three more:
//
//   - filter: exact (equality), range (also order) or text (equality and wildcards);
//   - sort: true;
//   - access: read (clients never write it), or the name of the audience that may see it. Documents list a restricted
//     property: that it exists is no secret, its values are.
//
// # Documents
//
//   - [API.EntryPoint]: of the API's own class of entry points, and a dcat:DataService. It links every collection by a
//     property of its own, and by hydra:collection.
//   - [API.Documentation]: one nested tree. Each hydra:SupportedProperty is a sh:PropertyShape too, under the name that
//     it has among the shapes.
//   - [API.Shapes]: the graph of package shacl, under {base}/shapes#EventShape and {base}/shapes#EventShape-name.
//   - [API.Catalog]: a dcat:Catalog in pages, which conforms to DCAT-AP and to the profiles that the metadata declare.
//   - [API.Contexts]: one for items and collections of each class, and those of the documents. Each is addressed by a hash
//     of its content. Terms stand in contexts scoped to a type, so that a property called title, member or first is never
//     mistaken for Hydra's.
//   - [API.ItemControls] and [API.CollectionControls]: what representations have beside their data.
//
// Metadata ([Metadata]) is published in the terms that the various readers look for: DCMI, DCAT, schema.org, vcard, FOAF,
// OWL and Hydra.
package hydra
