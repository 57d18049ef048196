package vocab

// NSHydra is the namespace of the Hydra core vocabulary: https://www.hydra-cg.com/spec/latest/core/.
const NSHydra = "http://www.w3.org/ns/hydra/core#"

// Classes of hydra.
const (
	// HydraAPIDocumentation is the class hydra:ApiDocumentation.
	HydraAPIDocumentation IRI = NSHydra + "ApiDocumentation"
	// HydraBaseURISource is the class hydra:BaseUriSource.
	HydraBaseURISource IRI = NSHydra + "BaseUriSource"
	// HydraClass is the class hydra:Class.
	HydraClass IRI = NSHydra + "Class"
	// HydraCollection is the class hydra:Collection.
	HydraCollection IRI = NSHydra + "Collection"
	// HydraError is the class hydra:Error.
	HydraError IRI = NSHydra + "Error"
	// HydraHeaderSpecification is the class hydra:HeaderSpecification.
	HydraHeaderSpecification IRI = NSHydra + "HeaderSpecification"
	// HydraIRITemplate is the class hydra:IriTemplate.
	HydraIRITemplate IRI = NSHydra + "IriTemplate"
	// HydraIRITemplateMapping is the class hydra:IriTemplateMapping.
	HydraIRITemplateMapping IRI = NSHydra + "IriTemplateMapping"
	// HydraLink is the class hydra:Link.
	HydraLink IRI = NSHydra + "Link"
	// HydraOperation is the class hydra:Operation.
	HydraOperation IRI = NSHydra + "Operation"
	// HydraPartialCollectionView is the class hydra:PartialCollectionView.
	HydraPartialCollectionView IRI = NSHydra + "PartialCollectionView"
	// HydraResource is the class hydra:Resource.
	HydraResource IRI = NSHydra + "Resource"
	// HydraStatus is the class hydra:Status.
	HydraStatus IRI = NSHydra + "Status"
	// HydraSupportedProperty is the class hydra:SupportedProperty.
	HydraSupportedProperty IRI = NSHydra + "SupportedProperty"
	// HydraTemplatedLink is the class hydra:TemplatedLink.
	HydraTemplatedLink IRI = NSHydra + "TemplatedLink"
	// HydraVariableRepresentation is the class hydra:VariableRepresentation.
	HydraVariableRepresentation IRI = NSHydra + "VariableRepresentation"
)

// Properties of hydra.
const (
	// HydraAPIDocumentationProperty is the property hydra:apiDocumentation.
	HydraAPIDocumentationProperty IRI = NSHydra + "apiDocumentation"
	// HydraClosedSet is the property hydra:closedSet.
	HydraClosedSet IRI = NSHydra + "closedSet"
	// HydraCollectionProperty is the property hydra:collection.
	HydraCollectionProperty IRI = NSHydra + "collection"
	// HydraDescription is the property hydra:description.
	HydraDescription IRI = NSHydra + "description"
	// HydraEntrypoint is the property hydra:entrypoint.
	HydraEntrypoint IRI = NSHydra + "entrypoint"
	// HydraExpects is the property hydra:expects.
	HydraExpects IRI = NSHydra + "expects"
	// HydraExpectsHeader is the property hydra:expectsHeader.
	HydraExpectsHeader IRI = NSHydra + "expectsHeader"
	// HydraExtension is the property hydra:extension.
	HydraExtension IRI = NSHydra + "extension"
	// HydraFirst is the property hydra:first.
	HydraFirst IRI = NSHydra + "first"
	// HydraFreetextQuery is the property hydra:freetextQuery.
	HydraFreetextQuery IRI = NSHydra + "freetextQuery"
	// HydraHeaderName is the property hydra:headerName.
	HydraHeaderName IRI = NSHydra + "headerName"
	// HydraLast is the property hydra:last.
	HydraLast IRI = NSHydra + "last"
	// HydraLimit is the property hydra:limit.
	HydraLimit IRI = NSHydra + "limit"
	// HydraManages is the property hydra:manages.
	HydraManages IRI = NSHydra + "manages"
	// HydraMapping is the property hydra:mapping.
	HydraMapping IRI = NSHydra + "mapping"
	// HydraMember is the property hydra:member.
	HydraMember IRI = NSHydra + "member"
	// HydraMemberAssertion is the property hydra:memberAssertion.
	HydraMemberAssertion IRI = NSHydra + "memberAssertion"
	// HydraMethod is the property hydra:method.
	HydraMethod IRI = NSHydra + "method"
	// HydraNext is the property hydra:next.
	HydraNext IRI = NSHydra + "next"
	// HydraObject is the property hydra:object.
	HydraObject IRI = NSHydra + "object"
	// HydraOffset is the property hydra:offset.
	HydraOffset IRI = NSHydra + "offset"
	// HydraOperationProperty is the property hydra:operation.
	HydraOperationProperty IRI = NSHydra + "operation"
	// HydraPageIndex is the property hydra:pageIndex.
	HydraPageIndex IRI = NSHydra + "pageIndex"
	// HydraPageReference is the property hydra:pageReference.
	HydraPageReference IRI = NSHydra + "pageReference"
	// HydraPossibleStatus is the property hydra:possibleStatus.
	HydraPossibleStatus IRI = NSHydra + "possibleStatus"
	// HydraPossibleValue is the property hydra:possibleValue.
	HydraPossibleValue IRI = NSHydra + "possibleValue"
	// HydraPrevious is the property hydra:previous.
	HydraPrevious IRI = NSHydra + "previous"
	// HydraProperty is the property hydra:property.
	HydraProperty IRI = NSHydra + "property"
	// HydraReadable is the property hydra:readable.
	HydraReadable IRI = NSHydra + "readable"
	// HydraRequired is the property hydra:required.
	HydraRequired IRI = NSHydra + "required"
	// HydraResolveRelativeUsing is the property hydra:resolveRelativeUsing.
	HydraResolveRelativeUsing IRI = NSHydra + "resolveRelativeUsing"
	// HydraReturns is the property hydra:returns.
	HydraReturns IRI = NSHydra + "returns"
	// HydraReturnsHeader is the property hydra:returnsHeader.
	HydraReturnsHeader IRI = NSHydra + "returnsHeader"
	// HydraSearch is the property hydra:search.
	HydraSearch IRI = NSHydra + "search"
	// HydraStatusCode is the property hydra:statusCode.
	HydraStatusCode IRI = NSHydra + "statusCode"
	// HydraSubject is the property hydra:subject.
	HydraSubject IRI = NSHydra + "subject"
	// HydraSupportedClass is the property hydra:supportedClass.
	HydraSupportedClass IRI = NSHydra + "supportedClass"
	// HydraSupportedOperation is the property hydra:supportedOperation.
	HydraSupportedOperation IRI = NSHydra + "supportedOperation"
	// HydraSupportedPropertyProperty is the property hydra:supportedProperty.
	HydraSupportedPropertyProperty IRI = NSHydra + "supportedProperty"
	// HydraTemplate is the property hydra:template.
	HydraTemplate IRI = NSHydra + "template"
	// HydraTitle is the property hydra:title.
	HydraTitle IRI = NSHydra + "title"
	// HydraTotalItems is the property hydra:totalItems.
	HydraTotalItems IRI = NSHydra + "totalItems"
	// HydraVariable is the property hydra:variable.
	HydraVariable IRI = NSHydra + "variable"
	// HydraVariableRepresentationProperty is the property hydra:variableRepresentation.
	HydraVariableRepresentationProperty IRI = NSHydra + "variableRepresentation"
	// HydraView is the property hydra:view.
	HydraView IRI = NSHydra + "view"
	// HydraWritable is the property hydra:writable.
	HydraWritable IRI = NSHydra + "writable"
	// HydraWriteable is the property hydra:writeable.
	HydraWriteable IRI = NSHydra + "writeable"
)

// Datatypes of hydra.
const (
	// HydraRfc6570Template is the datatype hydra:Rfc6570Template.
	HydraRfc6570Template IRI = NSHydra + "Rfc6570Template"
)

// Individuals of hydra.
const (
	// HydraBasicRepresentation is the individual hydra:BasicRepresentation.
	HydraBasicRepresentation IRI = NSHydra + "BasicRepresentation"
	// HydraExplicitRepresentation is the individual hydra:ExplicitRepresentation.
	HydraExplicitRepresentation IRI = NSHydra + "ExplicitRepresentation"
	// HydraLinkContext is the individual hydra:LinkContext.
	HydraLinkContext IRI = NSHydra + "LinkContext"
	// HydraRfc3986 is the individual hydra:Rfc3986.
	HydraRfc3986 IRI = NSHydra + "Rfc3986"
)
