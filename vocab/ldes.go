package vocab

// NSLDES is the namespace of Linked Data Event Streams: https://semiceu.github.io/LinkedDataEventStreams/.
const NSLDES = "https://w3id.org/ldes#"

// Classes of ldes.
const (
	// LDESDurationAgoPolicy is the class ldes:DurationAgoPolicy.
	LDESDurationAgoPolicy IRI = NSLDES + "DurationAgoPolicy"
	// LDESEventSource is the class ldes:EventSource.
	LDESEventSource IRI = NSLDES + "EventSource"
	// LDESEventStream is the class ldes:EventStream.
	LDESEventStream IRI = NSLDES + "EventStream"
	// LDESLatestVersionSubset is the class ldes:LatestVersionSubset.
	LDESLatestVersionSubset IRI = NSLDES + "LatestVersionSubset"
	// LDESPointInTimePolicy is the class ldes:PointInTimePolicy.
	LDESPointInTimePolicy IRI = NSLDES + "PointInTimePolicy"
	// LDESRetentionPolicy is the class ldes:RetentionPolicy.
	LDESRetentionPolicy IRI = NSLDES + "RetentionPolicy"
)

// Properties of ldes.
const (
	// LDESAmount is the property ldes:amount.
	LDESAmount IRI = NSLDES + "amount"
	// LDESImmutable is the property ldes:immutable.
	LDESImmutable IRI = NSLDES + "immutable"
	// LDESPollingInterval is the property ldes:pollingInterval.
	LDESPollingInterval IRI = NSLDES + "pollingInterval"
	// LDESRetentionPolicyProperty is the property ldes:retentionPolicy.
	LDESRetentionPolicyProperty IRI = NSLDES + "retentionPolicy"
	// LDESSequencePath is the property ldes:sequencePath.
	LDESSequencePath IRI = NSLDES + "sequencePath"
	// LDESTimestampPath is the property ldes:timestampPath.
	LDESTimestampPath IRI = NSLDES + "timestampPath"
	// LDESVersionCreateObject is the property ldes:versionCreateObject.
	LDESVersionCreateObject IRI = NSLDES + "versionCreateObject"
	// LDESVersionDeleteObject is the property ldes:versionDeleteObject.
	LDESVersionDeleteObject IRI = NSLDES + "versionDeleteObject"
	// LDESVersionKey is the property ldes:versionKey.
	LDESVersionKey IRI = NSLDES + "versionKey"
	// LDESVersionOfPath is the property ldes:versionOfPath.
	LDESVersionOfPath IRI = NSLDES + "versionOfPath"
	// LDESVersionTimestampPath is the property ldes:versionTimestampPath.
	LDESVersionTimestampPath IRI = NSLDES + "versionTimestampPath"
)
