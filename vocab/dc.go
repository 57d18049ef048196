package vocab

// NSDC is the namespace of the fifteen Dublin Core elements, as OAI-PMH harvests them: https://www.dublincore.org/specifications/dublin-core/dces/.
const NSDC = "http://purl.org/dc/elements/1.1/"

// Properties of dc.
const (
	// DCContributor is the property dc:contributor.
	DCContributor IRI = NSDC + "contributor"
	// DCCoverage is the property dc:coverage.
	DCCoverage IRI = NSDC + "coverage"
	// DCCreator is the property dc:creator.
	DCCreator IRI = NSDC + "creator"
	// DCDate is the property dc:date.
	DCDate IRI = NSDC + "date"
	// DCDescription is the property dc:description.
	DCDescription IRI = NSDC + "description"
	// DCFormat is the property dc:format.
	DCFormat IRI = NSDC + "format"
	// DCIdentifier is the property dc:identifier.
	DCIdentifier IRI = NSDC + "identifier"
	// DCLanguage is the property dc:language.
	DCLanguage IRI = NSDC + "language"
	// DCPublisher is the property dc:publisher.
	DCPublisher IRI = NSDC + "publisher"
	// DCRelation is the property dc:relation.
	DCRelation IRI = NSDC + "relation"
	// DCRights is the property dc:rights.
	DCRights IRI = NSDC + "rights"
	// DCSource is the property dc:source.
	DCSource IRI = NSDC + "source"
	// DCSubject is the property dc:subject.
	DCSubject IRI = NSDC + "subject"
	// DCTitle is the property dc:title.
	DCTitle IRI = NSDC + "title"
	// DCType is the property dc:type.
	DCType IRI = NSDC + "type"
)
