package shacl

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Unbounded is the MaxCount of a property that may have any number of values.
const Unbounded = -1

// NodeShape is what the nodes of a class must satisfy: a sh:NodeShape. [Schema.Shape] returns copies, so that a caller
// may do with one as he likes.
//
// [SHACL 2.2]: https://www.w3.org/TR/shacl/#node-shapes
type NodeShape struct {
	// TargetClass is the class of the nodes (sh:targetClass). It is empty for a nested type that names no class.
	TargetClass vocab.IRI
	// Description is the prose of the blank field's `doc` tag (rdfs:comment), by language: what a node is.
	Description literal.LangString
	// Properties are the property shapes in the order of the fields. The node's identifier is among them only when it is
	// also published as a property.
	Properties []*PropertyShape
	// Closed says that a node may have no other properties (sh:closed); rdf:type is always ignored.
	Closed bool
	// Deactivated switches the shape off (sh:deactivated).
	Deactivated bool
	// Severity of a violation of the node shape itself: sh:Violation unless declared otherwise.
	Severity vocab.IRI
	// Message replaces the text of a result (sh:message).
	Message literal.LangString
}

// Property returns the property shape with this JSON key, or nil.
func (s *NodeShape) Property(key string) *PropertyShape {
	for _, p := range s.Properties {
		if p.Key == key {
			return p
		}
	}
	return nil
}

// PropertyShape is what the values of one property must satisfy: a sh:PropertyShape whose path is one predicate. The zero
// value of each parameter means that it is not declared.
//
// [SHACL 2.3]: https://www.w3.org/TR/shacl/#property-shapes
type PropertyShape struct {
	// Key is the JSON key (sh:name), Path the predicate (sh:path).
	Key  string
	Path vocab.IRI
	// Label is what people call the property, by language: that of the `label` tag (rdfs:label). Key, not Label, is sh:name,
	// since programs read it.
	Label literal.LangString
	// Description is the prose of the `doc` tag (sh:description), by language.
	Description literal.LangString

	// MinCount and MaxCount bound the number of distinct values; MaxCount is [Unbounded] when it is open.
	MinCount, MaxCount int

	// Datatype of literals, Class of nodes; NodeKind is sh:IRI, sh:BlankNode, sh:Literal or one of their unions.
	Datatype, Class, NodeKind vocab.IRI
	// Node is the shape of the values of a nested struct (sh:node). A type that nests itself makes it a cycle.
	Node *NodeShape

	// MinLength and MaxLength bound the length in code points; MaxLength 0 is none, since a present string is not empty.
	MinLength, MaxLength int
	// Pattern is a regular expression in RE2 ∩ ECMA-262, Flags any of "i", "s", "m".
	Pattern, Flags string
	// LanguageIn lists the languages (or ranges) allowed, UniqueLang allows one value a language.
	LanguageIn []string
	UniqueLang bool

	// The bounds are literals of the property's datatype; nil is none.
	MinInclusive, MaxInclusive, MinExclusive, MaxExclusive *rdf.Term

	// In lists all allowed values, HasValue those that must be present.
	In, HasValue []rdf.Term

	// Equals, Disjoint, LessThan and LessThanOrEquals name another property of the same node by its JSON key.
	Equals, Disjoint, LessThan, LessThanOrEquals string

	// DefaultValue, Order and Group inform forms and documents; they constrain nothing.
	DefaultValue *rdf.Term
	Order        int
	Group        vocab.IRI

	// Deactivated switches the shape off (sh:deactivated).
	Deactivated bool
	// Severity is sh:Violation unless declared otherwise; Message replaces the text of a result.
	Severity vocab.IRI
	Message  literal.LangString
}
