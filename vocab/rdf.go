package vocab

// NSRDF is the namespace of the RDF vocabulary: https://www.w3.org/TR/rdf-schema/.
const NSRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// Classes of rdf.
const (
	// RDFAlt is the class rdf:Alt.
	RDFAlt IRI = NSRDF + "Alt"
	// RDFBag is the class rdf:Bag.
	RDFBag IRI = NSRDF + "Bag"
	// RDFList is the class rdf:List.
	RDFList IRI = NSRDF + "List"
	// RDFProperty is the class rdf:Property.
	RDFProperty IRI = NSRDF + "Property"
	// RDFSeq is the class rdf:Seq.
	RDFSeq IRI = NSRDF + "Seq"
	// RDFStatement is the class rdf:Statement.
	RDFStatement IRI = NSRDF + "Statement"
)

// Properties of rdf.
const (
	// RDFDirection is the property rdf:direction.
	RDFDirection IRI = NSRDF + "direction"
	// RDFFirst is the property rdf:first.
	RDFFirst IRI = NSRDF + "first"
	// RDFLanguage is the property rdf:language.
	RDFLanguage IRI = NSRDF + "language"
	// RDFObject is the property rdf:object.
	RDFObject IRI = NSRDF + "object"
	// RDFPredicate is the property rdf:predicate.
	RDFPredicate IRI = NSRDF + "predicate"
	// RDFRest is the property rdf:rest.
	RDFRest IRI = NSRDF + "rest"
	// RDFSubject is the property rdf:subject.
	RDFSubject IRI = NSRDF + "subject"
	// RDFType is the property rdf:type.
	RDFType IRI = NSRDF + "type"
	// RDFValue is the property rdf:value.
	RDFValue IRI = NSRDF + "value"
)

// Datatypes of rdf.
const (
	// RDFDirLangString is the datatype rdf:dirLangString.
	RDFDirLangString IRI = NSRDF + "dirLangString"
	// RDFHTML is the datatype rdf:HTML.
	RDFHTML IRI = NSRDF + "HTML"
	// RDFJSON is the datatype rdf:JSON.
	RDFJSON IRI = NSRDF + "JSON"
	// RDFLangString is the datatype rdf:langString.
	RDFLangString IRI = NSRDF + "langString"
	// RDFPlainLiteral is the datatype rdf:PlainLiteral.
	RDFPlainLiteral IRI = NSRDF + "PlainLiteral"
	// RDFXMLLiteral is the datatype rdf:XMLLiteral.
	RDFXMLLiteral IRI = NSRDF + "XMLLiteral"
)

// Individuals of rdf.
const (
	// RDFNil is the individual rdf:nil.
	RDFNil IRI = NSRDF + "nil"
)
