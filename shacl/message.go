package shacl

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// message is the text of a result. The value is that of the result; for sh:hasValue it is the one that is missing, for
// sh:uniqueLang one in the language.
func (st *step) message(component vocab.IRI, value rdf.Term) literal.LangString {
	s := st.shape
	switch component {
	case vocab.SHMinCountConstraintComponent:
		return message.MinCount(s.MinCount)
	case vocab.SHMaxCountConstraintComponent:
		return message.MaxCount(s.MaxCount)
	case vocab.SHDatatypeConstraintComponent:
		return st.datatypeMessage(value)
	case vocab.SHNodeKindConstraintComponent:
		return st.nodeKindMessage(value)
	case vocab.SHMinLengthConstraintComponent:
		return message.MinLength(s.MinLength)
	case vocab.SHMaxLengthConstraintComponent:
		return message.MaxLength(s.MaxLength)
	case vocab.SHPatternConstraintComponent:
		return message.Pattern(s.Pattern)
	case vocab.SHLanguageInConstraintComponent:
		return message.LanguageIn(s.LanguageIn)
	case vocab.SHUniqueLangConstraintComponent:
		return message.UniqueLang(value.Lang)
	case vocab.SHInConstraintComponent:
		return message.In(st.list(s.In))
	case vocab.SHHasValueConstraintComponent:
		return message.HasValue(st.list([]rdf.Term{value}))
	case vocab.SHNodeConstraintComponent:
		return message.TooDeep(MaxDepth)
	case vocab.SHMinInclusiveConstraintComponent:
		return message.MinInclusive(s.MinInclusive.Value)
	case vocab.SHMinExclusiveConstraintComponent:
		return message.MinExclusive(s.MinExclusive.Value)
	case vocab.SHMaxInclusiveConstraintComponent:
		return message.MaxInclusive(s.MaxInclusive.Value)
	case vocab.SHMaxExclusiveConstraintComponent:
		return message.MaxExclusive(s.MaxExclusive.Value)
	case vocab.SHEqualsConstraintComponent:
		return message.Equals(s.Equals)
	case vocab.SHDisjointConstraintComponent:
		return message.Disjoint(s.Disjoint)
	case vocab.SHLessThanConstraintComponent:
		return message.LessThan(s.LessThan)
	case vocab.SHLessThanOrEqualsConstraintComponent:
		return message.LessThanOrEquals(s.LessThanOrEquals)
	default:
		return message.Incorrect()
	}
}

// datatypeMessage says of which datatype a value must be, and where it is known why the value is not.
func (st *step) datatypeMessage(value rdf.Term) literal.LangString {
	reason := ""
	if st.field.Kind == record.KindString || st.field.Kind == record.KindDecimal {
		reason = message.Reason(lexicalError(value))
	}
	return message.Datatype(message.Name(st.shape.Datatype), reason)
}

// nodeKindMessage says what kind of node a value must be.
func (st *step) nodeKindMessage(value rdf.Term) literal.LangString {
	switch {
	case st.field.Kind == record.KindNode && st.shape.NodeKind == vocab.SHIRI:
		return message.Both("The value must have an identifier.", "De waarde moet een identificatie hebben.")
	case st.field.Kind == record.KindNode:
		return message.Both("The value must not have an identifier.", "De waarde mag geen identificatie hebben.")
	case st.field.Kind == record.KindRef:
		return message.Both("The value must be the identifier of a resource.", "De waarde moet de identificatie van een resource zijn.")
	}
	return message.URI(message.Reason(vocab.CheckURI(value.Value)))
}

// lexicalError says why a literal is not of its datatype.
func lexicalError(value rdf.Term) error {
	if value.Datatype == vocab.XSDAnyURI {
		return vocab.CheckURI(value.Value)
	}
	return literal.CheckLexical(value.Datatype, value.Value)
}

// list names declared values as a client writes them: tokens by their words.
func (st *step) list(terms []rdf.Term) string {
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = t.Value
		if name := tokenName(st.field, t); name != "" {
			texts[i] = name
		}
		if t.Lang != "" {
			texts[i] = strconv.Quote(t.Value) + "@" + t.Lang
		}
	}
	return message.List(texts)
}
