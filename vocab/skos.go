package vocab

// NSSKOS is the namespace of SKOS: https://www.w3.org/TR/skos-reference/.
const NSSKOS = "http://www.w3.org/2004/02/skos/core#"

// Classes of skos.
const (
	// SKOSCollection is the class skos:Collection.
	SKOSCollection IRI = NSSKOS + "Collection"
	// SKOSConcept is the class skos:Concept.
	SKOSConcept IRI = NSSKOS + "Concept"
	// SKOSConceptScheme is the class skos:ConceptScheme.
	SKOSConceptScheme IRI = NSSKOS + "ConceptScheme"
	// SKOSOrderedCollection is the class skos:OrderedCollection.
	SKOSOrderedCollection IRI = NSSKOS + "OrderedCollection"
)

// Properties of skos.
const (
	// SKOSAltLabel is the property skos:altLabel.
	SKOSAltLabel IRI = NSSKOS + "altLabel"
	// SKOSBroadMatch is the property skos:broadMatch.
	SKOSBroadMatch IRI = NSSKOS + "broadMatch"
	// SKOSBroader is the property skos:broader.
	SKOSBroader IRI = NSSKOS + "broader"
	// SKOSBroaderTransitive is the property skos:broaderTransitive.
	SKOSBroaderTransitive IRI = NSSKOS + "broaderTransitive"
	// SKOSChangeNote is the property skos:changeNote.
	SKOSChangeNote IRI = NSSKOS + "changeNote"
	// SKOSCloseMatch is the property skos:closeMatch.
	SKOSCloseMatch IRI = NSSKOS + "closeMatch"
	// SKOSDefinition is the property skos:definition.
	SKOSDefinition IRI = NSSKOS + "definition"
	// SKOSEditorialNote is the property skos:editorialNote.
	SKOSEditorialNote IRI = NSSKOS + "editorialNote"
	// SKOSExactMatch is the property skos:exactMatch.
	SKOSExactMatch IRI = NSSKOS + "exactMatch"
	// SKOSExample is the property skos:example.
	SKOSExample IRI = NSSKOS + "example"
	// SKOSHasTopConcept is the property skos:hasTopConcept.
	SKOSHasTopConcept IRI = NSSKOS + "hasTopConcept"
	// SKOSHiddenLabel is the property skos:hiddenLabel.
	SKOSHiddenLabel IRI = NSSKOS + "hiddenLabel"
	// SKOSHistoryNote is the property skos:historyNote.
	SKOSHistoryNote IRI = NSSKOS + "historyNote"
	// SKOSInScheme is the property skos:inScheme.
	SKOSInScheme IRI = NSSKOS + "inScheme"
	// SKOSMappingRelation is the property skos:mappingRelation.
	SKOSMappingRelation IRI = NSSKOS + "mappingRelation"
	// SKOSMember is the property skos:member.
	SKOSMember IRI = NSSKOS + "member"
	// SKOSMemberList is the property skos:memberList.
	SKOSMemberList IRI = NSSKOS + "memberList"
	// SKOSNarrowMatch is the property skos:narrowMatch.
	SKOSNarrowMatch IRI = NSSKOS + "narrowMatch"
	// SKOSNarrower is the property skos:narrower.
	SKOSNarrower IRI = NSSKOS + "narrower"
	// SKOSNarrowerTransitive is the property skos:narrowerTransitive.
	SKOSNarrowerTransitive IRI = NSSKOS + "narrowerTransitive"
	// SKOSNotation is the property skos:notation.
	SKOSNotation IRI = NSSKOS + "notation"
	// SKOSNote is the property skos:note.
	SKOSNote IRI = NSSKOS + "note"
	// SKOSPrefLabel is the property skos:prefLabel.
	SKOSPrefLabel IRI = NSSKOS + "prefLabel"
	// SKOSRelated is the property skos:related.
	SKOSRelated IRI = NSSKOS + "related"
	// SKOSRelatedMatch is the property skos:relatedMatch.
	SKOSRelatedMatch IRI = NSSKOS + "relatedMatch"
	// SKOSScopeNote is the property skos:scopeNote.
	SKOSScopeNote IRI = NSSKOS + "scopeNote"
	// SKOSSemanticRelation is the property skos:semanticRelation.
	SKOSSemanticRelation IRI = NSSKOS + "semanticRelation"
	// SKOSTopConceptOf is the property skos:topConceptOf.
	SKOSTopConceptOf IRI = NSSKOS + "topConceptOf"
)
