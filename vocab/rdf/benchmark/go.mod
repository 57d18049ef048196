module github.com/hydrant-ld/hydrant/vocab/rdf/benchmark

go 1.26.0

require (
	github.com/cayleygraph/quad v1.3.0
	github.com/geoknoesis/rdf-go v0.2.0
	github.com/hydrant-ld/hydrant v0.0.0
	github.com/knakk/rdf v0.0.0-20260317081859-15b52521cde6
)

require (
	github.com/piprate/json-gold v0.9.1 // indirect
	github.com/pquerna/cachecontrol v0.2.0 // indirect
)

replace github.com/hydrant-ld/hydrant => ../../..
