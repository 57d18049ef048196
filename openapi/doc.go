// Package openapi describes an API in OpenAPI 3.0 and 2.0 (Swagger), for the tools that generate clients, test and proxy by
// it.
//
// In goes a compiled [hydra.API]: its metadata, its classes with their shapes, and the operations that are served. Out come
// documents ([OpenAPI], [YAML], [Swagger]), and the JSON-LD context that reads them as metadata ([MetadataContext]). All are
// made once, when a program starts; the same declaration gives the same bytes. The package serves nothing, reads no OpenAPI
// and knows nothing that the ApiDocumentation does not say. It is the only one that imports kin-openapi, whose types it keeps
// to itself.
//
//	api, err := hydra.Compile(config)
//	…
//	document, err := openapi.OpenAPI(api, api.Base().Path) // for {base}/openapi.json
//	text, err := openapi.YAML(document)                    // for {base}/openapi.yaml
//	document, err = openapi.Swagger(api, api.Base().Path)  // for {base}/swagger.json
//
// There is one description of the API, in OpenAPI 3, whose schemas use nothing that 2.0 lacks; the Swagger document is what
// 2.0 can say of it. What follows holds for both where it names no version.
//
// # From Hydra to OpenAPI
//
//	| Hydra, DCMI, DCAT                           | OpenAPI                                                          |
//	|---------------------------------------------|------------------------------------------------------------------|
//	| title, description, version of the API      | info, in the first of the API's languages that there is          |
//	| licence, terms of service, contact point    | info: license, termsOfService, contact                           |
//	| the base                                    | 3: servers; 2: schemes, host, basePath                           |
//	| media types                                 | 3: content, with the schema of each type; 2: produces, and       |
//	|                                             | consumes, where something can be written                         |
//	| entry point                                 | path /, and a tag                                                |
//	| class                                       | a tag, two paths, and definitions: Event is read, EventInput     |
//	|                                             | written (x-input of Event), EventPatch merged, EventCollection a |
//	|                                             | page; 3: EventHal and EventHalCollection are the same in HAL     |
//	| supportedOperation                          | operation; its ID is the operationId, which other routes don't   |
//	|                                             | change; methods that OpenAPI lacks are left out                  |
//	| possibleStatus                              | response with headers; from 400 on with the definition Error;    |
//	|                                             | 400 there is wherever a client sends something                   |
//	| nested node                                 | a definition by the name of its type                             |
//	| search, paging, fields, sort, expand        | parameters in query, path and header                             |
//	| access: an audience                         | x-audience; access: read is readOnly, and not in the input       |
//	| RDF class and JSON-LD context of a node     | x-jsonld-type, x-jsonld-context                                  |
//
// The names of definitions and of nested types are those of the shapes. A class whose name is taken by something else gets
// a number behind it; what was declared first keeps its name.
//
// In 2.0 operations are said to produce application/json alone, since the client that go-swagger generates reads no other
// type. That client has to be told once how to read problems:
//
//	transport.Consumers["application/problem+json"] = runtime.JSONConsumer()
//
// A filter has a name in camel case (see [hydra.Resource.ShortName]). It is a string, or an array of strings that repeats,
// whatever type its property has: an operator may stand in front of the value. x-path is the property's path, x-operators
// what may stand in front.
//
// # From SHACL to OpenAPI
//
// What 2.0 has a word for is said in it; the rest becomes x-sh- followed by SHACL's word, so that nothing of a shape is
// lost. What is advice (severity sh:Warning or sh:Info) is said in extensions alone, since no tool should refuse a value for
// it. A shape that is deactivated says nothing.
//
//	| SHACL                           | OpenAPI                                                                     |
//	|---------------------------------|-----------------------------------------------------------------------------|
//	| minCount                        | input: required, and minLength 1 of a string; array: minItems;              |
//	|                                 | text by language: minProperties; output: nothing, as fields leaves out      |
//	| maxCount                        | array: maxItems; text by language: maxProperties                            |
//	| datatype                        | type and format; where no format means the same, x-sh-datatype              |
//	| nodeKind                        | IRIs: format uri, or uri-reference for the API's own                        |
//	| class                           | x-jsonld-type of the nested definition; x-sh-class of a reference           |
//	| node                            | $ref                                                                        |
//	| minLength, maxLength            | the same                                                                    |
//	| pattern                         | the same; with flags, which 2.0 lacks, x-sh-pattern and x-sh-flags          |
//	| minInclusive, maxInclusive      | minimum, maximum of a JSON number; otherwise x-sh-                          |
//	| minExclusive, maxExclusive      | the same with exclusiveMinimum, exclusiveMaximum                            |
//	| in                              | enum; of an enumeration its tokens                                          |
//	| hasValue                        | enum of a property with one value; otherwise x-sh-hasValue                  |
//	| languageIn                      | x-sh-languageIn: en admits en-GB, so the keys can't be listed               |
//	| uniqueLang                      | nothing: an object has a key once                                           |
//	| equals, disjoint                | x-sh-, with the key of the other property                                   |
//	| lessThan, lessThanOrEquals      | x-sh-, with the key of the other property                                   |
//	| closed                          | input: additionalProperties false                                           |
//	| defaultValue                    | input: default                                                              |
//	| description                     | description                                                                 |
//	| severity                        | x-sh-severity, unless it is sh:Violation                                    |
//	| order, group, message           | nothing: they are for forms and reports                                     |
//	| not, and, or, xone,             | nothing: no tag declares them                                               |
//	| qualifiedValueShape             |                                                                             |
//
// Integers have the range of their Go type and datatype. Decimals are strings in JSON, with the pattern of their grammar;
// dates are of format date and date-time, which agree with what is written. Bounds of 2^53 and beyond are extensions, since
// JSON tools round them.
package openapi
