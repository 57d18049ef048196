package vocab

// NSSPDX is the namespace of the SPDX terms that DCAT-AP uses for checksums: https://spdx.github.io/spdx-spec/.
const NSSPDX = "http://spdx.org/rdf/terms#"

// Classes of spdx.
const (
	// SPDXChecksum is the class spdx:Checksum.
	SPDXChecksum IRI = NSSPDX + "Checksum"
)

// Properties of spdx.
const (
	// SPDXAlgorithm is the property spdx:algorithm.
	SPDXAlgorithm IRI = NSSPDX + "algorithm"
	// SPDXChecksumProperty is the property spdx:checksum.
	SPDXChecksumProperty IRI = NSSPDX + "checksum"
	// SPDXChecksumValue is the property spdx:checksumValue.
	SPDXChecksumValue IRI = NSSPDX + "checksumValue"
)

// Individuals of spdx.
const (
	// SPDXChecksumAlgorithmMd5 is the individual spdx:checksumAlgorithm_md5.
	SPDXChecksumAlgorithmMd5 IRI = NSSPDX + "checksumAlgorithm_md5"
	// SPDXChecksumAlgorithmSha1 is the individual spdx:checksumAlgorithm_sha1.
	SPDXChecksumAlgorithmSha1 IRI = NSSPDX + "checksumAlgorithm_sha1"
	// SPDXChecksumAlgorithmSha256 is the individual spdx:checksumAlgorithm_sha256.
	SPDXChecksumAlgorithmSha256 IRI = NSSPDX + "checksumAlgorithm_sha256"
)
