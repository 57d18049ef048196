package vocab

// NSDQV is the namespace of the Data Quality Vocabulary: https://www.w3.org/TR/vocab-dqv/.
const NSDQV = "http://www.w3.org/ns/dqv#"

// Classes of dqv.
const (
	// DQVDimension is the class dqv:Dimension.
	DQVDimension IRI = NSDQV + "Dimension"
	// DQVMetric is the class dqv:Metric.
	DQVMetric IRI = NSDQV + "Metric"
	// DQVQualityAnnotation is the class dqv:QualityAnnotation.
	DQVQualityAnnotation IRI = NSDQV + "QualityAnnotation"
	// DQVQualityCertificate is the class dqv:QualityCertificate.
	DQVQualityCertificate IRI = NSDQV + "QualityCertificate"
	// DQVQualityMeasurement is the class dqv:QualityMeasurement.
	DQVQualityMeasurement IRI = NSDQV + "QualityMeasurement"
	// DQVQualityMetadata is the class dqv:QualityMetadata.
	DQVQualityMetadata IRI = NSDQV + "QualityMetadata"
	// DQVQualityPolicy is the class dqv:QualityPolicy.
	DQVQualityPolicy IRI = NSDQV + "QualityPolicy"
	// DQVUserQualityFeedback is the class dqv:UserQualityFeedback.
	DQVUserQualityFeedback IRI = NSDQV + "UserQualityFeedback"
)

// Properties of dqv.
const (
	// DQVComputedOn is the property dqv:computedOn.
	DQVComputedOn IRI = NSDQV + "computedOn"
	// DQVHasQualityAnnotation is the property dqv:hasQualityAnnotation.
	DQVHasQualityAnnotation IRI = NSDQV + "hasQualityAnnotation"
	// DQVHasQualityMeasurement is the property dqv:hasQualityMeasurement.
	DQVHasQualityMeasurement IRI = NSDQV + "hasQualityMeasurement"
	// DQVHasQualityMetadata is the property dqv:hasQualityMetadata.
	DQVHasQualityMetadata IRI = NSDQV + "hasQualityMetadata"
	// DQVInCategory is the property dqv:inCategory.
	DQVInCategory IRI = NSDQV + "inCategory"
	// DQVInDimension is the property dqv:inDimension.
	DQVInDimension IRI = NSDQV + "inDimension"
	// DQVIsMeasurementOf is the property dqv:isMeasurementOf.
	DQVIsMeasurementOf IRI = NSDQV + "isMeasurementOf"
	// DQVValue is the property dqv:value.
	DQVValue IRI = NSDQV + "value"
)
