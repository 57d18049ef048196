package vocab

// NSVoID is the namespace of the Vocabulary of Interlinked Datasets: https://www.w3.org/TR/void/.
const NSVoID = "http://rdfs.org/ns/void#"

// Classes of void.
const (
	// VoIDDataset is the class void:Dataset.
	VoIDDataset IRI = NSVoID + "Dataset"
	// VoIDDatasetDescription is the class void:DatasetDescription.
	VoIDDatasetDescription IRI = NSVoID + "DatasetDescription"
	// VoIDLinkset is the class void:Linkset.
	VoIDLinkset IRI = NSVoID + "Linkset"
	// VoIDTechnicalFeature is the class void:TechnicalFeature.
	VoIDTechnicalFeature IRI = NSVoID + "TechnicalFeature"
)

// Properties of void.
const (
	// VoIDClass is the property void:class.
	VoIDClass IRI = NSVoID + "class"
	// VoIDClassPartition is the property void:classPartition.
	VoIDClassPartition IRI = NSVoID + "classPartition"
	// VoIDClasses is the property void:classes.
	VoIDClasses IRI = NSVoID + "classes"
	// VoIDDataDump is the property void:dataDump.
	VoIDDataDump IRI = NSVoID + "dataDump"
	// VoIDDistinctObjects is the property void:distinctObjects.
	VoIDDistinctObjects IRI = NSVoID + "distinctObjects"
	// VoIDDistinctSubjects is the property void:distinctSubjects.
	VoIDDistinctSubjects IRI = NSVoID + "distinctSubjects"
	// VoIDDocuments is the property void:documents.
	VoIDDocuments IRI = NSVoID + "documents"
	// VoIDEntities is the property void:entities.
	VoIDEntities IRI = NSVoID + "entities"
	// VoIDExampleResource is the property void:exampleResource.
	VoIDExampleResource IRI = NSVoID + "exampleResource"
	// VoIDFeature is the property void:feature.
	VoIDFeature IRI = NSVoID + "feature"
	// VoIDInDataset is the property void:inDataset.
	VoIDInDataset IRI = NSVoID + "inDataset"
	// VoIDLinkPredicate is the property void:linkPredicate.
	VoIDLinkPredicate IRI = NSVoID + "linkPredicate"
	// VoIDObjectsTarget is the property void:objectsTarget.
	VoIDObjectsTarget IRI = NSVoID + "objectsTarget"
	// VoIDOpenSearchDescription is the property void:openSearchDescription.
	VoIDOpenSearchDescription IRI = NSVoID + "openSearchDescription"
	// VoIDProperties is the property void:properties.
	VoIDProperties IRI = NSVoID + "properties"
	// VoIDProperty is the property void:property.
	VoIDProperty IRI = NSVoID + "property"
	// VoIDPropertyPartition is the property void:propertyPartition.
	VoIDPropertyPartition IRI = NSVoID + "propertyPartition"
	// VoIDRootResource is the property void:rootResource.
	VoIDRootResource IRI = NSVoID + "rootResource"
	// VoIDSparqlEndpoint is the property void:sparqlEndpoint.
	VoIDSparqlEndpoint IRI = NSVoID + "sparqlEndpoint"
	// VoIDSubjectsTarget is the property void:subjectsTarget.
	VoIDSubjectsTarget IRI = NSVoID + "subjectsTarget"
	// VoIDSubset is the property void:subset.
	VoIDSubset IRI = NSVoID + "subset"
	// VoIDTarget is the property void:target.
	VoIDTarget IRI = NSVoID + "target"
	// VoIDTriples is the property void:triples.
	VoIDTriples IRI = NSVoID + "triples"
	// VoIDURILookupEndpoint is the property void:uriLookupEndpoint.
	VoIDURILookupEndpoint IRI = NSVoID + "uriLookupEndpoint"
	// VoIDURIRegexPattern is the property void:uriRegexPattern.
	VoIDURIRegexPattern IRI = NSVoID + "uriRegexPattern"
	// VoIDURISpace is the property void:uriSpace.
	VoIDURISpace IRI = NSVoID + "uriSpace"
	// VoIDVocabulary is the property void:vocabulary.
	VoIDVocabulary IRI = NSVoID + "vocabulary"
)
