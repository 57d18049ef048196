package vocab

// NSOWL is the namespace of OWL 2: https://www.w3.org/TR/owl2-overview/.
const NSOWL = "http://www.w3.org/2002/07/owl#"

// Classes of owl.
const (
	// OWLAnnotationProperty is the class owl:AnnotationProperty.
	OWLAnnotationProperty IRI = NSOWL + "AnnotationProperty"
	// OWLClass is the class owl:Class.
	OWLClass IRI = NSOWL + "Class"
	// OWLDatatypeProperty is the class owl:DatatypeProperty.
	OWLDatatypeProperty IRI = NSOWL + "DatatypeProperty"
	// OWLDeprecatedClass is the class owl:DeprecatedClass.
	OWLDeprecatedClass IRI = NSOWL + "DeprecatedClass"
	// OWLDeprecatedProperty is the class owl:DeprecatedProperty.
	OWLDeprecatedProperty IRI = NSOWL + "DeprecatedProperty"
	// OWLFunctionalProperty is the class owl:FunctionalProperty.
	OWLFunctionalProperty IRI = NSOWL + "FunctionalProperty"
	// OWLInverseFunctionalProperty is the class owl:InverseFunctionalProperty.
	OWLInverseFunctionalProperty IRI = NSOWL + "InverseFunctionalProperty"
	// OWLNamedIndividual is the class owl:NamedIndividual.
	OWLNamedIndividual IRI = NSOWL + "NamedIndividual"
	// OWLNothing is the class owl:Nothing.
	OWLNothing IRI = NSOWL + "Nothing"
	// OWLObjectProperty is the class owl:ObjectProperty.
	OWLObjectProperty IRI = NSOWL + "ObjectProperty"
	// OWLOntology is the class owl:Ontology.
	OWLOntology IRI = NSOWL + "Ontology"
	// OWLOntologyProperty is the class owl:OntologyProperty.
	OWLOntologyProperty IRI = NSOWL + "OntologyProperty"
	// OWLRestriction is the class owl:Restriction.
	OWLRestriction IRI = NSOWL + "Restriction"
	// OWLSymmetricProperty is the class owl:SymmetricProperty.
	OWLSymmetricProperty IRI = NSOWL + "SymmetricProperty"
	// OWLThing is the class owl:Thing.
	OWLThing IRI = NSOWL + "Thing"
	// OWLTransitiveProperty is the class owl:TransitiveProperty.
	OWLTransitiveProperty IRI = NSOWL + "TransitiveProperty"
)

// Properties of owl.
const (
	// OWLAllValuesFrom is the property owl:allValuesFrom.
	OWLAllValuesFrom IRI = NSOWL + "allValuesFrom"
	// OWLBackwardCompatibleWith is the property owl:backwardCompatibleWith.
	OWLBackwardCompatibleWith IRI = NSOWL + "backwardCompatibleWith"
	// OWLCardinality is the property owl:cardinality.
	OWLCardinality IRI = NSOWL + "cardinality"
	// OWLComplementOf is the property owl:complementOf.
	OWLComplementOf IRI = NSOWL + "complementOf"
	// OWLDeprecated is the property owl:deprecated.
	OWLDeprecated IRI = NSOWL + "deprecated"
	// OWLDifferentFrom is the property owl:differentFrom.
	OWLDifferentFrom IRI = NSOWL + "differentFrom"
	// OWLDisjointWith is the property owl:disjointWith.
	OWLDisjointWith IRI = NSOWL + "disjointWith"
	// OWLEquivalentClass is the property owl:equivalentClass.
	OWLEquivalentClass IRI = NSOWL + "equivalentClass"
	// OWLEquivalentProperty is the property owl:equivalentProperty.
	OWLEquivalentProperty IRI = NSOWL + "equivalentProperty"
	// OWLHasValue is the property owl:hasValue.
	OWLHasValue IRI = NSOWL + "hasValue"
	// OWLImports is the property owl:imports.
	OWLImports IRI = NSOWL + "imports"
	// OWLIncompatibleWith is the property owl:incompatibleWith.
	OWLIncompatibleWith IRI = NSOWL + "incompatibleWith"
	// OWLIntersectionOf is the property owl:intersectionOf.
	OWLIntersectionOf IRI = NSOWL + "intersectionOf"
	// OWLInverseOf is the property owl:inverseOf.
	OWLInverseOf IRI = NSOWL + "inverseOf"
	// OWLMaxCardinality is the property owl:maxCardinality.
	OWLMaxCardinality IRI = NSOWL + "maxCardinality"
	// OWLMaxQualifiedCardinality is the property owl:maxQualifiedCardinality.
	OWLMaxQualifiedCardinality IRI = NSOWL + "maxQualifiedCardinality"
	// OWLMinCardinality is the property owl:minCardinality.
	OWLMinCardinality IRI = NSOWL + "minCardinality"
	// OWLMinQualifiedCardinality is the property owl:minQualifiedCardinality.
	OWLMinQualifiedCardinality IRI = NSOWL + "minQualifiedCardinality"
	// OWLOnClass is the property owl:onClass.
	OWLOnClass IRI = NSOWL + "onClass"
	// OWLOnProperty is the property owl:onProperty.
	OWLOnProperty IRI = NSOWL + "onProperty"
	// OWLOneOf is the property owl:oneOf.
	OWLOneOf IRI = NSOWL + "oneOf"
	// OWLPriorVersion is the property owl:priorVersion.
	OWLPriorVersion IRI = NSOWL + "priorVersion"
	// OWLQualifiedCardinality is the property owl:qualifiedCardinality.
	OWLQualifiedCardinality IRI = NSOWL + "qualifiedCardinality"
	// OWLSameAs is the property owl:sameAs.
	OWLSameAs IRI = NSOWL + "sameAs"
	// OWLSomeValuesFrom is the property owl:someValuesFrom.
	OWLSomeValuesFrom IRI = NSOWL + "someValuesFrom"
	// OWLUnionOf is the property owl:unionOf.
	OWLUnionOf IRI = NSOWL + "unionOf"
	// OWLVersionIRI is the property owl:versionIRI.
	OWLVersionIRI IRI = NSOWL + "versionIRI"
	// OWLVersionInfo is the property owl:versionInfo.
	OWLVersionInfo IRI = NSOWL + "versionInfo"
)
