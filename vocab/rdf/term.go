package rdf

import (
	"github.com/hydrant-ld/hydrant/vocab"
)

// Kind tells the kinds of RDF terms apart. Its zero value is no kind: a [Term] that is not there. There may be more kinds one
// day, such as the triple terms of RDF 1.2.
type Kind uint8

// The kinds of terms of RDF 1.1 ([RDF 1.1 Concepts, 3]: https://www.w3.org/TR/rdf11-concepts/#section-triples).
const (
	// IRI is the kind of a term named by an IRI.
	IRI Kind = iota + 1
	// BlankNode is the kind of a term without a name of its own: its label means something in one document only.
	BlankNode
	// Literal is the kind of a value: text, a number, a date.
	Literal
)

// String returns the kind as the RDF specification writes it, in lower case.
func (k Kind) String() string {
	switch k {
	case IRI:
		return "IRI"
	case BlankNode:
		return "blank node"
	case Literal:
		return "literal"
	default:
		return "no term"
	}
}

// Term is one RDF term. Terms are comparable with == exactly as RDF compares them (character by character, language tags
// included), and may be map keys. The zero Term stands for "absent", as the graph of a quad in the default graph.
type Term struct {
	// Kind says which of the other fields mean something.
	Kind Kind
	// Value is the IRI, the blank node's label without its "_:", or the literal's lexical form.
	Value string
	// Datatype is a literal's datatype, never empty: a plain string has xsd:string, one with a language rdf:langString.
	Datatype vocab.IRI
	// Lang is the language tag of an rdf:langString, as it was written.
	Lang string
}

// NewIRI returns the term named by iri, which is not checked (see [vocab.CheckIRI]).
func NewIRI(iri vocab.IRI) Term { return Term{Kind: IRI, Value: string(iri)} }

// NewBlankNode returns the blank node with a label, which is written without "_:".
func NewBlankNode(label string) Term { return Term{Kind: BlankNode, Value: label} }

// NewString returns a literal of datatype xsd:string.
func NewString(value string) Term {
	return Term{Kind: Literal, Value: value, Datatype: vocab.XSDString}
}

// NewLiteral returns a literal of a datatype; an empty datatype means xsd:string. The lexical form is not checked. For a
// text in a language use [NewLangString].
func NewLiteral(value string, datatype vocab.IRI) Term {
	if datatype == "" {
		datatype = vocab.XSDString
	}
	return Term{Kind: Literal, Value: value, Datatype: datatype}
}

// NewLangString returns a text in a language, of datatype rdf:langString; without a language it is an xsd:string. The tag
// is kept as it is written.
func NewLangString(value, lang string) Term {
	if lang == "" {
		return NewString(value)
	}
	return Term{Kind: Literal, Value: value, Datatype: vocab.RDFLangString, Lang: lang}
}

// IsZero reports whether the term is absent.
func (t Term) IsZero() bool { return t == Term{} }

// IRI returns the IRI that names the term, or "" for a blank node, a literal and an absent term.
func (t Term) IRI() vocab.IRI {
	if t.Kind != IRI {
		return ""
	}
	return vocab.IRI(t.Value)
}
