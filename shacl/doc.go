// Package shacl turns struct tags into SHACL shapes, and validates Go values by them.
//
//	type Event struct {
//		_        struct{}           `ld:"schema:Event"`
//		ID       string             `json:"id"          ld:"@id"`
//		Name     string             `json:"name"        ld:"schema:name"        sh:"minCount=1;maxLength=200" doc:"What it is called."`
//		About    literal.LangString `json:"description" ld:"schema:description" sh:"languageIn=en|nl"`
//		Start    literal.Date       `json:"startDate"   ld:"schema:startDate"   sh:"minCount=1;lessThanOrEquals=endDate"`
//		End      literal.Date       `json:"endDate"     ld:"schema:endDate"`
//		Code     string             `json:"code"        ld:"schema:identifier"  pattern:"^[A-Z]{3}-[0-9]{4}$"`
//		Location *Place             `json:"location"    ld:"schema:location"`
//	}
//
//	schema, err := shacl.Compile(reflect.TypeFor[Event](), "", nil) // err joins every mistake of every type
//	report, err := schema.Validate(&event)                          // report is nil when the event conforms
//
// In goes a struct type, out comes a [Schema]: the node shape ([Schema.Shape], and as a graph [Triples]), the places of the
// values in memory ([Schema.Layout]), and a validator ([Schema.Validate]) that allocates nothing for a record that
// conforms. It is not a validator of graphs, which package core is, it decodes no JSON, and it knows neither HTTP nor Hydra.
//
// # Tags
//
//	json         the key; json:"-" leaves a field out
//	ld           the predicate, as a CURIE or an absolute IRI; @id for the identifier; on the blank field the class
//	sh           constraints: items separated by semicolons, an item is name or name=value, several values separated by |;
//	             a backslash before ; | = and \ (package tag has the grammar)
//	pattern      sh:pattern, a regular expression (package pattern says which)
//	message      sh:message in English, message-nl in Dutch, and so on
//	label        rdfs:label in English, label-nl in Dutch, and so on: what people call the property
//	doc          sh:description in English, doc-nl in Dutch, and so on; on the blank field rdfs:comment, what a node is
//
// The blank field `_ struct{}` declares what concerns the whole node: ld, doc, message, and in sh closed, severity
// and deactivated. The tags filter, sort, access, show and expand belong to the upper rooms. Keys of other libraries are left alone, but a
// key that almost is one of these is a mistake, as is everything in sh that the tables below don't list. What tags can't
// say goes into a method of the type: see [Editor].
//
// # What follows from the Go type
//
//	string                               datatype xsd:string; any other by datatype=…; an IRI by nodeKind=IRI
//	bool                                 xsd:boolean
//	int, int8 …; uint, uint8 …           xsd:integer, or a derived datatype; uint has minInclusive 0
//	float32, float64                     xsd:double or xsd:float; NaN and infinity are violations, since JSON has neither
//	literal.Date, Time, GYear, Decimal   xsd:date, xsd:time, xsd:gYear, xsd:decimal
//	literal.DateTime, time.Time          xsd:dateTime or xsd:dateTimeStamp
//	literal.LangString                   rdf:langString, uniqueLang
//	a string type with Tokens            nodeKind IRI, in the IRIs of the tokens
//	a reference                          nodeKind IRI; its class is that of the type referred to ([Naming])
//	a struct                             node, class, nodeKind BlankNodeOrIRI
//	a slice, or a pointer, of these      no maxCount; the same as the type itself
//
// The identifier of a record is also a property, dct:identifier, that must be present. That of a nested struct is the
// node's IRI and no property: it has no shape, and its tags constrain nothing. minCount alone decides what is required;
// maxCount is 1 for all but slices and language strings. Package record says what is absent.
//
// # The components of SHACL Core
//
// Each of the 29 constraint components, its tag, the keyword of OpenAPI 2.0 that says the same, and what to know:
//
//	component             tag                               OpenAPI 2.0                    remark
//	class                 class=schema:Place; a struct's ld –                              published; not checked on IRIs, whose class the record does not know
//	datatype              datatype=xsd:gYearMonth           type, format                   lexical form and range; from the Go type
//	nodeKind              nodeKind=IRI                      format: uri                    RFC 3986 decides, not net/url
//	minCount              minCount=1                        required; minItems             over distinct values
//	maxCount              maxCount=5                        maxItems                       over distinct values; 1 unless a slice
//	minExclusive          minExclusive=0                    minimum + exclusiveMinimum     numbers only in OpenAPI
//	minInclusive          minInclusive=0                    minimum                        numbers only in OpenAPI
//	maxExclusive          maxExclusive=100                  maximum + exclusiveMaximum     numbers only in OpenAPI
//	maxInclusive          maxInclusive=100                  maximum                        numbers only in OpenAPI
//	minLength             minLength=2                       minLength                      code points
//	maxLength             maxLength=200                     maxLength                      code points
//	pattern               pattern:"…", flags=i              pattern                        OpenAPI has no flags: left out there when there are any
//	languageIn            languageIn=en|nl                  –                              the keys of an object can't be listed; en allows en-GB
//	uniqueLang            sh:"uniqueLang"                   –                              always so for language strings
//	equals                equals=key                        –                              OpenAPI relates no two properties
//	disjoint              disjoint=key                      –                              OpenAPI relates no two properties
//	lessThan              lessThan=key                      –                              OpenAPI relates no two properties
//	lessThanOrEquals      lessThanOrEquals=key              –                              OpenAPI relates no two properties
//	not, and, or, xone    –                                 allOf for and                  they take shapes, which tags can't say; Go types are no unions
//	node                  a struct, *struct, []struct       $ref                           results inside are reported where they are
//	property              the field itself                  properties                     –
//	qualifiedValueShape,  –                                 –                              they take shapes, and count values by them
//	qualifiedMinCount,
//	qualifiedMaxCount     (two components: min and max)
//	closed                _ struct{}, sh:"closed"           additionalProperties: false    a struct has no other properties; decoders refuse them
//	hasValue              hasValue=a|b                      enum of one, for a scalar      "contains", not "equals"
//	in                    in=red|green                      enum                           of an enumeration by its tokens
//
// And what constrains nothing: severity=Warning, order=3, group=ex:Group, defaultValue=red (default in OpenAPI),
// deactivated, message:"…", label:"…", doc:"…" (description), and the json key (sh:name).
//
// # Reports
//
// A [Report] lists every violation, each with the way to it. What is not a value of its datatype violates that, and has no
// order beside the values of other properties; its other constraints are not looked at. A result inside a nested struct
// stands in the report once, with the whole path; as a graph, it is the sh:detail of a result of the outer property.
// Warnings and information make a report that does not conform, as SHACL has it, but [Report.Err] is nil then: they refuse
// nothing.
//
// # Graphs
//
// [GraphShapes] compiles the same shapes for graphs (package core), which finds the same in the graph of a record. Four
// things are stricter here than there, because a record is written as JSON, too: a float that is not finite, a text with
// U+0000, an xsd:anyURI that is no URI, and a value that is nested more than [MaxDepth] deep violate. A slice may repeat a
// value, of which each is a result of its own; a graph is a set. SHACL does not define recursive shapes: the graph of a type
// that nests itself has one, which package core follows to a bounded depth, most processors take and some refuse.
//
// All values of this package are immutable once made, and safe for concurrent use, but for what [Schema.Shape] copies.
package shacl
