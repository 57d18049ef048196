package hydra

import "strings"

// Format is what people, addresses and the EU's list of file types call a media type.
type Format struct {
	// Name is for people, Key for addresses: "RDF/XML", "rdfxml".
	Name, Key string
	// code is that of the list, "" where it has none.
	code string
}

// FormatOf returns the format of a media type. One that is not known is called what it is.
func FormatOf(mediaType string) Format {
	switch mediaType {
	case "application/ld+json":
		return Format{"JSON-LD", "jsonld", "JSON_LD"}
	case "application/json":
		return Format{"JSON", "json", "JSON"}
	case "application/hal+json":
		return Format{"HAL", "hal", "JSON"}
	case "text/html":
		return Format{"HTML", "html", "HTML"}
	case "text/csv":
		return Format{"CSV", "csv", "CSV"}
	case "text/turtle":
		return Format{"Turtle", "turtle", "RDF_TURTLE"}
	case "application/rdf+xml":
		return Format{"RDF/XML", "rdfxml", "RDF_XML"}
	case "application/trig":
		return Format{"TriG", "trig", "RDF_TRIG"}
	case "application/n-triples":
		return Format{"N-Triples", "ntriples", "RDF_N_TRIPLES"}
	case "application/n-quads":
		return Format{"N-Quads", "nquads", "RDF_N_QUADS"}
	case "application/x-ndjson":
		return Format{"NDJSON", "ndjson", ""}
	default:
		return Format{mediaType, strings.ReplaceAll(mediaType, "/", "-"), ""}
	}
}
