package shacl

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// message is the text of a result in English and Dutch: one sentence that says what would be right. The value is that of
// the result; for sh:hasValue it is the one that is missing, for sh:uniqueLang one in the language.
func (st *step) message(component vocab.IRI, value rdf.Term) literal.LangString {
	s := st.shape
	switch component {
	case vocab.SHMinCountConstraintComponent:
		if s.MinCount == 1 {
			return both("A value is required.", "Een waarde is verplicht.")
		}
		return both(fmt.Sprintf("At least %d different values are required.", s.MinCount),
			fmt.Sprintf("Ten minste %d verschillende waarden zijn verplicht.", s.MinCount))
	case vocab.SHMaxCountConstraintComponent:
		return both(fmt.Sprintf("At most %s allowed.", plural(s.MaxCount, "different value is", "different values are")),
			fmt.Sprintf("Ten hoogste %s toegestaan.", plural(s.MaxCount, "verschillende waarde is", "verschillende waarden zijn")))
	case vocab.SHDatatypeConstraintComponent:
		return st.datatypeMessage(value)
	case vocab.SHNodeKindConstraintComponent:
		return st.nodeKindMessage(value)
	case vocab.SHMinLengthConstraintComponent:
		return both(fmt.Sprintf("The value is shorter than %s.", plural(s.MinLength, "character", "characters")),
			fmt.Sprintf("De waarde is korter dan %s.", plural(s.MinLength, "teken", "tekens")))
	case vocab.SHMaxLengthConstraintComponent:
		return both(fmt.Sprintf("The value is longer than %s.", plural(s.MaxLength, "character", "characters")),
			fmt.Sprintf("De waarde is langer dan %s.", plural(s.MaxLength, "teken", "tekens")))
	case vocab.SHPatternConstraintComponent:
		return both(fmt.Sprintf("The value does not match the pattern %s.", s.Pattern),
			fmt.Sprintf("De waarde voldoet niet aan het patroon %s.", s.Pattern))
	case vocab.SHLanguageInConstraintComponent:
		return both(fmt.Sprintf("The language must be one of %s.", words(s.LanguageIn)),
			fmt.Sprintf("De taal moet een van %s zijn.", words(s.LanguageIn)))
	case vocab.SHUniqueLangConstraintComponent:
		return both(fmt.Sprintf("Language %s has more than one value.", value.Lang),
			fmt.Sprintf("Taal %s heeft meer dan één waarde.", value.Lang))
	case vocab.SHInConstraintComponent:
		list := st.list(s.In)
		return both(fmt.Sprintf("The value must be one of %s.", list), fmt.Sprintf("De waarde moet een van %s zijn.", list))
	case vocab.SHHasValueConstraintComponent:
		list := st.list([]rdf.Term{value})
		return both(fmt.Sprintf("The value %s must be present.", list), fmt.Sprintf("De waarde %s moet aanwezig zijn.", list))
	case vocab.SHNodeConstraintComponent:
		return both(fmt.Sprintf("The value is nested more than %d deep, or has too many nodes.", MaxDepth),
			fmt.Sprintf("De waarde is meer dan %d niveaus diep genest, of heeft te veel knopen.", MaxDepth))
	default:
		return st.orderMessage(component)
	}
}

// orderMessage is the text about bounds and about other properties.
func (st *step) orderMessage(component vocab.IRI) literal.LangString {
	s := st.shape
	switch component {
	case vocab.SHMinInclusiveConstraintComponent:
		return both(fmt.Sprintf("The value must be %s or more.", s.MinInclusive.Value), fmt.Sprintf("De waarde moet %s of meer zijn.", s.MinInclusive.Value))
	case vocab.SHMinExclusiveConstraintComponent:
		return both(fmt.Sprintf("The value must be more than %s.", s.MinExclusive.Value), fmt.Sprintf("De waarde moet meer dan %s zijn.", s.MinExclusive.Value))
	case vocab.SHMaxInclusiveConstraintComponent:
		return both(fmt.Sprintf("The value must be %s or less.", s.MaxInclusive.Value), fmt.Sprintf("De waarde moet %s of minder zijn.", s.MaxInclusive.Value))
	case vocab.SHMaxExclusiveConstraintComponent:
		return both(fmt.Sprintf("The value must be less than %s.", s.MaxExclusive.Value), fmt.Sprintf("De waarde moet minder dan %s zijn.", s.MaxExclusive.Value))
	case vocab.SHEqualsConstraintComponent:
		return both(fmt.Sprintf("The values must be those of %s.", s.Equals), fmt.Sprintf("De waarden moeten die van %s zijn.", s.Equals))
	case vocab.SHDisjointConstraintComponent:
		return both(fmt.Sprintf("The value must not be one of %s.", s.Disjoint), fmt.Sprintf("De waarde mag niet in %s voorkomen.", s.Disjoint))
	case vocab.SHLessThanConstraintComponent:
		return both(fmt.Sprintf("The value must be less than that of %s.", s.LessThan), fmt.Sprintf("De waarde moet kleiner zijn dan die van %s.", s.LessThan))
	case vocab.SHLessThanOrEqualsConstraintComponent:
		return both(fmt.Sprintf("The value must not be greater than that of %s.", s.LessThanOrEquals), fmt.Sprintf("De waarde mag niet groter zijn dan die van %s.", s.LessThanOrEquals))
	default:
		return both("The value is not correct.", "De waarde is niet correct.")
	}
}

// datatypeMessage says of which datatype a value must be, and where it is known why the value is not.
func (st *step) datatypeMessage(value rdf.Term) literal.LangString {
	name := short(st.shape.Datatype)
	english := fmt.Sprintf("The value is not a valid %s.", name)
	if st.field.Kind == record.KindString || st.field.Kind == record.KindDecimal {
		if why := reason(lexicalError(value)); why != "" {
			english = fmt.Sprintf("The value is not a valid %s: %s.", name, why)
		}
	}
	return both(english, fmt.Sprintf("De waarde is geen geldige %s.", name))
}

// nodeKindMessage says what kind of node a value must be.
func (st *step) nodeKindMessage(value rdf.Term) literal.LangString {
	switch {
	case st.field.Kind == record.KindNode && st.shape.NodeKind == vocab.SHIRI:
		return both("The value must have an identifier.", "De waarde moet een identificatie hebben.")
	case st.field.Kind == record.KindNode:
		return both("The value must not have an identifier.", "De waarde mag geen identificatie hebben.")
	case st.field.Kind == record.KindRef:
		return both("The value must be the identifier of a resource.", "De waarde moet de identificatie van een resource zijn.")
	}
	english := "The value is not an absolute URI."
	if why := reason(vocab.CheckURI(value.Value)); why != "" {
		english = fmt.Sprintf("The value is not an absolute URI: %s.", why)
	}
	return both(english, "De waarde is geen absolute URI.")
}

// lexicalError says why a literal is not of its datatype.
func lexicalError(value rdf.Term) error {
	if value.Datatype == vocab.XSDAnyURI {
		return vocab.CheckURI(value.Value)
	}
	return literal.CheckLexical(value.Datatype, value.Value)
}

// reason is the part of an error that does not repeat the text it is about.
func reason(err error) string {
	var (
		lexical *literal.LexicalError
		uri     *vocab.URIError
	)
	switch {
	case errors.As(err, &lexical):
		return lexical.Reason
	case errors.As(err, &uri) && uri.Char >= 0:
		return fmt.Sprintf("%q at byte %d: %s", uri.Char, uri.Offset, uri.Reason)
	case uri != nil:
		return uri.Reason
	}
	return ""
}

// list names declared values as a client writes them: tokens by their words. A long list is shortened.
func (st *step) list(terms []rdf.Term) string {
	const most, longest = 20, 60
	var texts []string
	for i, t := range terms {
		if i == most {
			texts = append(texts, "…")
			break
		}
		text := t.Value
		if name := tokenName(st.field, t); name != "" {
			text = name
		}
		if t.Lang != "" {
			text = strconv.Quote(text) + "@" + t.Lang
		}
		texts = append(texts, shorten(text, longest))
	}
	return words(texts)
}

// shorten cuts a text after a number of characters.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func both(english, dutch string) literal.LangString {
	return literal.LangString{{Lang: "en", Value: english}, {Lang: "nl", Value: dutch}}
}
