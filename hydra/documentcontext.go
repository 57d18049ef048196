package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// descriptionTerms defines the terms of what [API.describe] writes.
func (b *contextBuilder) descriptionTerms(terms *object) {
	*terms = append(*terms, object{
		is("title", b.text(vocab.HydraTitle)),
		is("description", b.text(vocab.HydraDescription)),
		is("dct:title", b.text(vocab.DCTTitle)),
		is("dct:description", b.text(vocab.DCTDescription)),
		is("version", b.compact(vocab.OWLVersionInfo)),
		is("issued", b.typed(vocab.DCTIssued, vocab.XSDDate)),
		is("modified", b.typed(vocab.DCTModified, vocab.XSDDate)),
		is("license", b.link(vocab.DCTLicense)),
		is("termsOfService", b.link(vocab.SchemaTermsOfService)),
		is("publisher", b.link(vocab.DCTPublisher)),
		is("keyword", b.text(vocab.DCATKeyword)),
		is("temporal", b.link(vocab.DCTTemporal)),
		is("spatial", b.link(vocab.DCTSpatial)),
		is("geometry", b.typed(vocab.LOCNGeometryProperty, vocab.GeoSPARQLWKTLiteral)),
		is("accessURL", b.link(vocab.DCATAccessURL)),
		is("mediaType", b.link(vocab.DCATMediaType)),
		is("schema:contactPoint", b.link(vocab.SchemaContactPointProperty)),
		is("dcat:contactPoint", b.link(vocab.DCATContactPoint)),
		is("schema:url", b.link(vocab.SchemaURLProperty)),
		is("schema:startDate", b.typed(vocab.SchemaStartDate, vocab.XSDDate)),
		is("schema:endDate", b.typed(vocab.SchemaEndDate, vocab.XSDDate)),
		is("dcat:startDate", b.typed(vocab.DCATStartDate, vocab.XSDDate)),
		is("dcat:endDate", b.typed(vocab.DCATEndDate, vocab.XSDDate)),
		is("foaf:name", b.text(vocab.FOAFName)),
		is("foaf:page", b.link(vocab.FOAFPage)),
		is("foaf:homepage", b.link(vocab.FOAFHomepage)),
		is("vcard:hasEmail", b.link(vocab.VCardHasEmail)),
		is("vcard:hasTelephone", b.link(vocab.VCardHasTelephone)),
		is("vcard:hasURL", b.link(vocab.VCardHasURL)),
	}...)
	b.compact(vocab.VCardKind)
}

// entryPointTerms are the keys of the entry point, beside the links to the collections, that the path of a class can have.
func entryPointTerms() []string {
	return []string{
		"title", "description", "version", "issued", "modified", "license", "publisher", "keyword", "temporal", "spatial",
		"geometry", "operation", "collection",
	}
}

// entryPointKey is the key of the link to a collection, and the last part of the IRI of its property. Where the name means
// something else in the entry point it is made longer.
func entryPointKey(name string) string {
	_, prefix := vocab.StandardPrefixes().Namespace(name)
	if prefix || slices.Contains(entryPointTerms(), name) {
		return name + "Collection"
	}
	return name
}

func (a *API) entryPointContext() (*Context, error) {
	b := newContextBuilder(vocab.StandardPrefixes())
	terms := object{is("EntryPoint", a.term("EntryPoint"))}
	b.compact(vocab.DCATDataService)
	b.descriptionTerms(&terms)
	terms = append(terms, object{
		is("apiDocumentation", b.link(vocab.HydraAPIDocumentationProperty)),
		is("endpointURL", b.link(vocab.DCATEndpointURL)),
		is("endpointDescription", b.link(vocab.DCATEndpointDescription)),
		is("catalog", b.link(vocab.DCTIsPartOf)),
		is("collection", b.link(vocab.HydraCollectionProperty)),
		is("operation", b.link(vocab.HydraOperationProperty)),
	}...)
	b.hydraTerms(&terms)
	for _, r := range a.listed() {
		terms.Set(r.key, object{is("@id", a.term(r.key)), is("@type", "@id")})
	}
	return b.build(contextEntryPoint, terms)
}

func (a *API) documentationContext() (*Context, error) {
	b := newContextBuilder(vocab.StandardPrefixes())
	a.docContext = b
	var terms object
	for _, class := range []vocab.IRI{
		vocab.HydraAPIDocumentation, vocab.HydraClass, vocab.HydraSupportedProperty, vocab.HydraLink, vocab.HydraOperation,
		vocab.HydraStatus,
	} {
		terms.Set(strings.TrimPrefix(string(class), vocab.NSHydra), b.compact(class))
	}
	b.descriptionTerms(&terms)
	terms = append(terms, object{
		is("entrypoint", b.link(vocab.HydraEntrypoint)),
		is("extension", b.link(vocab.HydraExtension)),
		is("supportedClass", b.link(vocab.HydraSupportedClass)),
		is("supportedProperty", b.link(vocab.HydraSupportedPropertyProperty)),
		is("supportedOperation", b.link(vocab.HydraSupportedOperation)),
		is("property", b.link(vocab.HydraProperty)),
		is("object", b.link(vocab.HydraObject)),
		is("memberAssertion", b.link(vocab.HydraMemberAssertion)),
		is("required", b.compact(vocab.HydraRequired)),
		is("readable", b.compact(vocab.HydraReadable)),
		is("writable", b.compact(vocab.HydraWritable)),
		is("writeable", b.compact(vocab.HydraWriteable)),
		is("method", b.compact(vocab.HydraMethod)),
		is("expects", b.link(vocab.HydraExpects)),
		is("returns", b.link(vocab.HydraReturns)),
		is("possibleStatus", b.link(vocab.HydraPossibleStatus)),
		is("statusCode", b.compact(vocab.HydraStatusCode)),
		is("domain", b.link(vocab.RDFSDomain)),
		is("range", b.link(vocab.RDFSRange)),
		is("subClassOf", b.link(vocab.RDFSSubClassOf)),
		is("equivalentClass", b.link(vocab.OWLEquivalentClass)),
		is("onProperty", b.link(vocab.OWLOnProperty)),
		is("allValuesFrom", b.link(vocab.OWLAllValuesFrom)),
	}...)
	for _, iri := range []vocab.IRI{vocab.RDFProperty, vocab.OWLNothing, vocab.OWLRestriction} {
		b.compact(iri)
	}
	for _, n := range a.nodes {
		b.compact(n.class)
		for _, l := range n.definition.Links {
			b.compact(l.Property)
		}
	}
	terms.Set(b.compact(vocab.SHShapesGraph), b.link(vocab.SHShapesGraph))
	b.shapeTerms(&terms, a.shapes)
	return b.build(contextDocumentation, terms)
}

func (a *API) shapesDocumentContext() (*Context, error) {
	b := newContextBuilder(vocab.StandardPrefixes())
	a.shapesContext = b
	var terms object
	b.shapeTerms(&terms, a.shapes)
	return b.build(contextShapes, terms)
}

// problemContext makes the context that reads a problem (RFC 9457) as RDF: its type is a class, its title and detail are
// those of a hydra:Error.
func (a *API) problemContext() (*Context, error) {
	b := newContextBuilder(vocab.StandardPrefixes())
	parameter := object{
		is("type", "@type"),
		is("name", b.compact(vocab.HydraVariable)),
		is("code", b.compact(vocab.DCTIdentifier)),
		is("reason", b.compact(vocab.HydraTitle)),
		is("detail", b.compact(vocab.HydraDescription)),
	}
	return b.build(contextProblem, object{
		is("Error", b.compact(vocab.HydraError)),
		is("type", "@type"),
		is("title", b.compact(vocab.HydraTitle)),
		is("status", b.compact(vocab.HydraStatusCode)),
		is("detail", b.compact(vocab.HydraDescription)),
		is("instance", b.link(vocab.RDFSSeeAlso)),
		is("code", b.compact(vocab.DCTIdentifier)),
		is("invalidParams", object{is("@id", a.term("invalidParam")), is("@context", parameter)}),
	})
}
