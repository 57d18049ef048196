package vocab

// NSDCAT is the namespace of DCAT 3: https://www.w3.org/TR/vocab-dcat-3/.
const NSDCAT = "http://www.w3.org/ns/dcat#"

// Classes of dcat.
const (
	// DCATCatalog is the class dcat:Catalog.
	DCATCatalog IRI = NSDCAT + "Catalog"
	// DCATCatalogRecord is the class dcat:CatalogRecord.
	DCATCatalogRecord IRI = NSDCAT + "CatalogRecord"
	// DCATDataService is the class dcat:DataService.
	DCATDataService IRI = NSDCAT + "DataService"
	// DCATDataset is the class dcat:Dataset.
	DCATDataset IRI = NSDCAT + "Dataset"
	// DCATDatasetSeries is the class dcat:DatasetSeries.
	DCATDatasetSeries IRI = NSDCAT + "DatasetSeries"
	// DCATDistribution is the class dcat:Distribution.
	DCATDistribution IRI = NSDCAT + "Distribution"
	// DCATRelationship is the class dcat:Relationship.
	DCATRelationship IRI = NSDCAT + "Relationship"
	// DCATResource is the class dcat:Resource.
	DCATResource IRI = NSDCAT + "Resource"
	// DCATRole is the class dcat:Role.
	DCATRole IRI = NSDCAT + "Role"
)

// Properties of dcat.
const (
	// DCATAccessService is the property dcat:accessService.
	DCATAccessService IRI = NSDCAT + "accessService"
	// DCATAccessURL is the property dcat:accessURL.
	DCATAccessURL IRI = NSDCAT + "accessURL"
	// DCATBbox is the property dcat:bbox.
	DCATBbox IRI = NSDCAT + "bbox"
	// DCATByteSize is the property dcat:byteSize.
	DCATByteSize IRI = NSDCAT + "byteSize"
	// DCATCatalogProperty is the property dcat:catalog.
	DCATCatalogProperty IRI = NSDCAT + "catalog"
	// DCATCentroid is the property dcat:centroid.
	DCATCentroid IRI = NSDCAT + "centroid"
	// DCATCompressFormat is the property dcat:compressFormat.
	DCATCompressFormat IRI = NSDCAT + "compressFormat"
	// DCATContactPoint is the property dcat:contactPoint.
	DCATContactPoint IRI = NSDCAT + "contactPoint"
	// DCATDatasetProperty is the property dcat:dataset.
	DCATDatasetProperty IRI = NSDCAT + "dataset"
	// DCATDistributionProperty is the property dcat:distribution.
	DCATDistributionProperty IRI = NSDCAT + "distribution"
	// DCATDownloadURL is the property dcat:downloadURL.
	DCATDownloadURL IRI = NSDCAT + "downloadURL"
	// DCATEndDate is the property dcat:endDate.
	DCATEndDate IRI = NSDCAT + "endDate"
	// DCATEndpointDescription is the property dcat:endpointDescription.
	DCATEndpointDescription IRI = NSDCAT + "endpointDescription"
	// DCATEndpointURL is the property dcat:endpointURL.
	DCATEndpointURL IRI = NSDCAT + "endpointURL"
	// DCATFirst is the property dcat:first.
	DCATFirst IRI = NSDCAT + "first"
	// DCATHadRole is the property dcat:hadRole.
	DCATHadRole IRI = NSDCAT + "hadRole"
	// DCATHasCurrentVersion is the property dcat:hasCurrentVersion.
	DCATHasCurrentVersion IRI = NSDCAT + "hasCurrentVersion"
	// DCATHasVersion is the property dcat:hasVersion.
	DCATHasVersion IRI = NSDCAT + "hasVersion"
	// DCATInSeries is the property dcat:inSeries.
	DCATInSeries IRI = NSDCAT + "inSeries"
	// DCATIsVersionOf is the property dcat:isVersionOf.
	DCATIsVersionOf IRI = NSDCAT + "isVersionOf"
	// DCATKeyword is the property dcat:keyword.
	DCATKeyword IRI = NSDCAT + "keyword"
	// DCATLandingPage is the property dcat:landingPage.
	DCATLandingPage IRI = NSDCAT + "landingPage"
	// DCATLast is the property dcat:last.
	DCATLast IRI = NSDCAT + "last"
	// DCATMediaType is the property dcat:mediaType.
	DCATMediaType IRI = NSDCAT + "mediaType"
	// DCATNext is the property dcat:next.
	DCATNext IRI = NSDCAT + "next"
	// DCATNextVersion is the property dcat:nextVersion.
	DCATNextVersion IRI = NSDCAT + "nextVersion"
	// DCATPackageFormat is the property dcat:packageFormat.
	DCATPackageFormat IRI = NSDCAT + "packageFormat"
	// DCATPrev is the property dcat:prev.
	DCATPrev IRI = NSDCAT + "prev"
	// DCATPreviousVersion is the property dcat:previousVersion.
	DCATPreviousVersion IRI = NSDCAT + "previousVersion"
	// DCATQualifiedRelation is the property dcat:qualifiedRelation.
	DCATQualifiedRelation IRI = NSDCAT + "qualifiedRelation"
	// DCATRecord is the property dcat:record.
	DCATRecord IRI = NSDCAT + "record"
	// DCATResourceProperty is the property dcat:resource.
	DCATResourceProperty IRI = NSDCAT + "resource"
	// DCATSeriesMember is the property dcat:seriesMember.
	DCATSeriesMember IRI = NSDCAT + "seriesMember"
	// DCATServesDataset is the property dcat:servesDataset.
	DCATServesDataset IRI = NSDCAT + "servesDataset"
	// DCATService is the property dcat:service.
	DCATService IRI = NSDCAT + "service"
	// DCATSpatialResolutionInMeters is the property dcat:spatialResolutionInMeters.
	DCATSpatialResolutionInMeters IRI = NSDCAT + "spatialResolutionInMeters"
	// DCATStartDate is the property dcat:startDate.
	DCATStartDate IRI = NSDCAT + "startDate"
	// DCATTemporalResolution is the property dcat:temporalResolution.
	DCATTemporalResolution IRI = NSDCAT + "temporalResolution"
	// DCATTheme is the property dcat:theme.
	DCATTheme IRI = NSDCAT + "theme"
	// DCATThemeTaxonomy is the property dcat:themeTaxonomy.
	DCATThemeTaxonomy IRI = NSDCAT + "themeTaxonomy"
	// DCATVersion is the property dcat:version.
	DCATVersion IRI = NSDCAT + "version"
)
