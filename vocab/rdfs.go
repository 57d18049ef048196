package vocab

// NSRDFS is the namespace of RDF Schema: https://www.w3.org/TR/rdf-schema/.
const NSRDFS = "http://www.w3.org/2000/01/rdf-schema#"

// Classes of rdfs.
const (
	// RDFSClass is the class rdfs:Class.
	RDFSClass IRI = NSRDFS + "Class"
	// RDFSContainer is the class rdfs:Container.
	RDFSContainer IRI = NSRDFS + "Container"
	// RDFSContainerMembershipProperty is the class rdfs:ContainerMembershipProperty.
	RDFSContainerMembershipProperty IRI = NSRDFS + "ContainerMembershipProperty"
	// RDFSDatatype is the class rdfs:Datatype.
	RDFSDatatype IRI = NSRDFS + "Datatype"
	// RDFSLiteral is the class rdfs:Literal.
	RDFSLiteral IRI = NSRDFS + "Literal"
	// RDFSResource is the class rdfs:Resource.
	RDFSResource IRI = NSRDFS + "Resource"
)

// Properties of rdfs.
const (
	// RDFSComment is the property rdfs:comment.
	RDFSComment IRI = NSRDFS + "comment"
	// RDFSDomain is the property rdfs:domain.
	RDFSDomain IRI = NSRDFS + "domain"
	// RDFSIsDefinedBy is the property rdfs:isDefinedBy.
	RDFSIsDefinedBy IRI = NSRDFS + "isDefinedBy"
	// RDFSLabel is the property rdfs:label.
	RDFSLabel IRI = NSRDFS + "label"
	// RDFSMember is the property rdfs:member.
	RDFSMember IRI = NSRDFS + "member"
	// RDFSRange is the property rdfs:range.
	RDFSRange IRI = NSRDFS + "range"
	// RDFSSeeAlso is the property rdfs:seeAlso.
	RDFSSeeAlso IRI = NSRDFS + "seeAlso"
	// RDFSSubClassOf is the property rdfs:subClassOf.
	RDFSSubClassOf IRI = NSRDFS + "subClassOf"
	// RDFSSubPropertyOf is the property rdfs:subPropertyOf.
	RDFSSubPropertyOf IRI = NSRDFS + "subPropertyOf"
)
