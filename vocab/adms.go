package vocab

// NSADMS is the namespace of the Asset Description Metadata Schema: https://www.w3.org/TR/vocab-adms/.
const NSADMS = "http://www.w3.org/ns/adms#"

// Classes of adms.
const (
	// ADMSAsset is the class adms:Asset.
	ADMSAsset IRI = NSADMS + "Asset"
	// ADMSAssetDistribution is the class adms:AssetDistribution.
	ADMSAssetDistribution IRI = NSADMS + "AssetDistribution"
	// ADMSAssetRepository is the class adms:AssetRepository.
	ADMSAssetRepository IRI = NSADMS + "AssetRepository"
	// ADMSIdentifier is the class adms:Identifier.
	ADMSIdentifier IRI = NSADMS + "Identifier"
)

// Properties of adms.
const (
	// ADMSIdentifierProperty is the property adms:identifier.
	ADMSIdentifierProperty IRI = NSADMS + "identifier"
	// ADMSIncludedAsset is the property adms:includedAsset.
	ADMSIncludedAsset IRI = NSADMS + "includedAsset"
	// ADMSInteroperabilityLevel is the property adms:interoperabilityLevel.
	ADMSInteroperabilityLevel IRI = NSADMS + "interoperabilityLevel"
	// ADMSLast is the property adms:last.
	ADMSLast IRI = NSADMS + "last"
	// ADMSNext is the property adms:next.
	ADMSNext IRI = NSADMS + "next"
	// ADMSPrev is the property adms:prev.
	ADMSPrev IRI = NSADMS + "prev"
	// ADMSRepresentationTechnique is the property adms:representationTechnique.
	ADMSRepresentationTechnique IRI = NSADMS + "representationTechnique"
	// ADMSSample is the property adms:sample.
	ADMSSample IRI = NSADMS + "sample"
	// ADMSSchemaAgency is the property adms:schemaAgency.
	ADMSSchemaAgency IRI = NSADMS + "schemaAgency"
	// ADMSStatus is the property adms:status.
	ADMSStatus IRI = NSADMS + "status"
	// ADMSSupportedSchema is the property adms:supportedSchema.
	ADMSSupportedSchema IRI = NSADMS + "supportedSchema"
	// ADMSTranslation is the property adms:translation.
	ADMSTranslation IRI = NSADMS + "translation"
	// ADMSVersionNotes is the property adms:versionNotes.
	ADMSVersionNotes IRI = NSADMS + "versionNotes"
)
