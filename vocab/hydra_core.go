package vocab

import _ "embed"

// The document that http://www.w3.org/ns/hydra/core and http://www.w3.org/ns/hydra/context.jsonld lead to: the context as
// the community group wrote it (HydraCG/Specifications, spec/latest/core/core.jsonld, 2021), the definitions of the
// published vocabulary in that context's terms. Copyright 2012-2014 the contributors to the Hydra Core Vocabulary
// Specification, licensed under CC BY 4.0 (http://creativecommons.org/licenses/by/4.0/).
//
//go:embed embedded/hydra-core.jsonld
var hydraVocabulary string

// The @context of the same document and nothing else.
//
//go:embed embedded/hydra-context.jsonld
var hydraContext string

// HydraContextURL is where the Hydra context is published, and the name under which JSON-LD documents ask for it.
const HydraContextURL = "http://www.w3.org/ns/hydra/context.jsonld"

// HydraContext returns the JSON-LD context of the Hydra core vocabulary as it is published, with its holes: closedSet is
// mapped to hydra:possibleValue, name to a term that does not exist, resolveRelativeUsing has no key, and the values of
// apiDocumentation, collection, operation, search, memberAssertion and mapping are not coerced to IRIs. Documents of our
// own use contexts of our own; this one is for reading what others wrote. Each call returns a fresh copy.
func HydraContext() []byte { return []byte(hydraContext) }

// HydraVocabulary returns the Hydra core vocabulary as JSON-LD: the context of [HydraContext] and the definitions of all
// classes and properties. Each call returns a fresh copy.
func HydraVocabulary() []byte { return []byte(hydraVocabulary) }
