// Package jsonld reads JSON-LD that somebody else wrote, safely, writes RDF as JSON-LD, and holds the ordered JSON objects that
// our own JSON-LD is built from.
//
// What comes in is bytes: a [Processor] scans them against its [Limits] before the JSON-LD library sees any, resolves
// contexts from a closed set (Hydra's, and the ones it was made with) and never from the network or a file, recovers from
// whatever the library does, and gives up at a deadline. What goes out is expanded JSON-LD ([Processor.Expand]) or RDF
// ([Processor.ToRDF]), or an [*Error] that says what is wrong, where, and what would be right.
//
//	processor, err := jsonld.NewProcessor(jsonld.Config{Contexts: map[string][]byte{
//		"http://localhost:8080/api/contexts/events.jsonld": context,
//	}})
//	…
//	quads, err := processor.ToRDF(ctx, body, "http://localhost:8080/api/events/1")
//
// In the other direction [Write] writes a dataset, in expanded form or compacted with prefixes, and [Processor.Compact] puts
// any document under a given context. An [Object] keeps its members in order: "@context", "@id", "@type", then the rest.
//
// It is the only package that knows the JSON-LD library, and shows none of its types. It is not meant for the way out:
// serving a resource appends bytes and runs no JSON-LD algorithm.
package jsonld
