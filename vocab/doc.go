// Package vocab is the floor of Hydrant: the names that linked data is made of, and what RFC 3986 says about them.
//
// It holds
//
//   - the terms in use, as typed constants: [HydraCollection], [SHNodeShape], [SchemaEvent], [DCTTitle] …, one file a
//     vocabulary, each with its namespace ([NSHydra] …);
//   - a table of prefixes that turns CURIEs into IRIs and back ([Prefixes]);
//   - references: [Resolve] and [Relativize] (RFC 3986, section 5), [CheckURI] and [CheckIRI] (is this well-formed, and if
//     not, where?), [AppendURI], [AppendSegment] and [AppendQuery] (make any text safe for a header, a path, a query);
//   - the Hydra core vocabulary and its context, embedded, so that nothing is ever fetched from the network
//     ([HydraVocabulary], [HydraContext]);
//   - [Closest], the "did you mean" of every start-up error.
//
// It knows nothing of resources, shapes or HTTP, keeps no state, and fetches nothing. RDF terms and syntaxes are in
// vocab/rdf, JSON-LD that somebody else wrote is read by vocab/jsonld.
//
// # How terms are named
//
// A constant is the vocabulary's name followed by the term as its specification spells it, with an upper-case first letter
// and with Go's initialisms in capitals (API, HTML, HTTP, ID, IRI, JSON, UID, URI, URL, XML): schema:startDate is
// [SchemaStartDate], hydra:IriTemplate is [HydraIRITemplate], vcard:postal-code is [VCardPostalCode]. Where a vocabulary has
// a class and a property that differ in case only, the class keeps the name and the property's ends in "Property":
// [HydraCollection] is hydra:Collection, [HydraCollectionProperty] is hydra:collection.
//
// schema.org is https://schema.org/ throughout; the http variant is another namespace.
package vocab
