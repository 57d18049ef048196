package hydra

import (
	"encoding/json"

	"github.com/hydrant-ld/hydrant/vocab"
)

// The terms of the Flemish profile, https://data.vlaanderen.be/ns/metadata-dcat.
const (
	nsMetadataDCAT                 = "https://data.vlaanderen.be/ns/metadata-dcat#"
	mdcatStatuut         vocab.IRI = nsMetadataDCAT + "statuut"
	mdcatLevensfase      vocab.IRI = nsMetadataDCAT + "levensfase"
	mdcatOntwikkelstaat  vocab.IRI = nsMetadataDCAT + "ontwikkelingstoestand"
	prefixOfMetadataDCAT           = "mdcat"
)

// catalogContext is the context of the catalogue. Dates are instants under the Flemish profile.
func (a *API) catalogContext() (*Context, error) {
	prefixes, err := vocab.StandardPrefixes().With(prefixOfMetadataDCAT, nsMetadataDCAT)
	if err != nil {
		return nil, err
	}
	b := newContextBuilder(prefixes)
	a.catalogTerms = b
	moment := vocab.XSDDate
	if a.metadata.Follows(ProfileFlanders) {
		moment = vocab.XSDDateTime
	}
	var terms object
	for _, link := range []struct {
		term     string
		property vocab.IRI
	}{
		{"service", vocab.DCATService},
		{"dataset", vocab.DCATDatasetProperty},
		{"distribution", vocab.DCATDistributionProperty},
		{"servesDataset", vocab.DCATServesDataset},
		{"accessService", vocab.DCATAccessService},
		{"accessURL", vocab.DCATAccessURL},
		{"downloadURL", vocab.DCATDownloadURL},
		{"endpointURL", vocab.DCATEndpointURL},
		{"endpointDescription", vocab.DCATEndpointDescription},
		{"landingPage", vocab.DCATLandingPage},
		{"mediaType", vocab.DCATMediaType},
		{"format", vocab.DCTFormat},
		{"theme", vocab.DCATTheme},
		{"themeTaxonomy", vocab.DCATThemeTaxonomy},
		{"contactPoint", vocab.DCATContactPoint},
		{"publisher", vocab.DCTPublisher},
		{"license", vocab.DCTLicense},
		{"accessRights", vocab.DCTAccessRights},
		{"conformsTo", vocab.DCTConformsTo},
		{"language", vocab.DCTLanguage},
		{"spatial", vocab.DCTSpatial},
		{"temporal", vocab.DCTTemporal},
		{"homepage", vocab.FOAFHomepage},
		{"hasEmail", vocab.VCardHasEmail},
		{"hasTelephone", vocab.VCardHasTelephone},
		{"hasURL", vocab.VCardHasURL},
		{"inScheme", vocab.SKOSInScheme},
		{"apiDocumentation", vocab.HydraAPIDocumentationProperty},
		{"memberAssertion", vocab.HydraMemberAssertion},
		{"manages", vocab.HydraManages},
		{"property", vocab.HydraProperty},
		{"object", vocab.HydraObject},
		{"member", vocab.HydraMember},
		{"view", vocab.HydraView},
		{"first", vocab.HydraFirst},
		{"last", vocab.HydraLast},
		{"next", vocab.HydraNext},
		{"previous", vocab.HydraPrevious},
		{"statuut", mdcatStatuut},
		{"levensfase", mdcatLevensfase},
		{"ontwikkelingstoestand", mdcatOntwikkelstaat},
	} {
		terms.Set(link.term, b.link(link.property))
	}
	terms = append(terms, object{
		is("title", b.text(vocab.DCTTitle)),
		is("description", b.text(vocab.DCTDescription)),
		is("keyword", b.text(vocab.DCATKeyword)),
		is("name", b.text(vocab.FOAFName)),
		is("prefLabel", b.text(vocab.SKOSPrefLabel)),
		is("label", b.compact(vocab.RDFSLabel)),
		is("identifier", b.compact(vocab.DCTIdentifier)),
		is("version", b.compact(vocab.OWLVersionInfo)),
		is("fn", b.compact(vocab.VCardFn)),
		is("issued", b.typed(vocab.DCTIssued, moment)),
		is("modified", b.typed(vocab.DCTModified, moment)),
		is("startDate", b.typed(vocab.DCATStartDate, vocab.XSDDate)),
		is("endDate", b.typed(vocab.DCATEndDate, vocab.XSDDate)),
		is("bbox", b.typed(vocab.DCATBbox, vocab.GeoSPARQLWKTLiteral)),
		is("centroid", b.typed(vocab.DCATCentroid, vocab.GeoSPARQLWKTLiteral)),
		is("totalItems", b.compact(vocab.HydraTotalItems)),
	}...)
	return b.build(contextCatalog, terms)
}

// inline is the context itself, for a document that carries it.
func (c *Context) inline() (json.RawMessage, error) {
	var document struct {
		Context json.RawMessage `json:"@context"`
	}
	err := json.Unmarshal(c.Body, &document)
	return document.Context, err
}
