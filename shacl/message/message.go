package message

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Both is a text in English and Dutch.
func Both(english, dutch string) literal.LangString {
	return literal.LangString{{Lang: "en", Value: english}, {Lang: "nl", Value: dutch}}
}

// Incorrect says no more than that a value is wrong.
func Incorrect() literal.LangString {
	return Both("The value is not correct.", "De waarde is niet correct.")
}

// MinCount says that there must be n different values.
func MinCount(n int) literal.LangString {
	if n == 1 {
		return Both("A value is required.", "Een waarde is verplicht.")
	}
	return Both(fmt.Sprintf("At least %d different values are required.", n),
		fmt.Sprintf("Ten minste %d verschillende waarden zijn verplicht.", n))
}

// MaxCount says that there may be n different values.
func MaxCount(n int) literal.LangString {
	return Both(fmt.Sprintf("At most %s allowed.", plural(n, "different value is", "different values are")),
		fmt.Sprintf("Ten hoogste %s toegestaan.", plural(n, "verschillende waarde is", "verschillende waarden zijn")))
}

// QualifiedMinCount says that n different values must conform to a shape.
func QualifiedMinCount(n int) literal.LangString {
	return Both(fmt.Sprintf("At least %s of the kind that the shape describes.", plural(n, "value must be", "values must be")),
		fmt.Sprintf("Ten minste %s van de soort zijn die de vorm beschrijft.", plural(n, "waarde moet", "waarden moeten")))
}

// QualifiedMaxCount says that n different values may conform to a shape.
func QualifiedMaxCount(n int) literal.LangString {
	return Both(fmt.Sprintf("At most %s of the kind that the shape describes.", plural(n, "value may be", "values may be")),
		fmt.Sprintf("Ten hoogste %s van de soort zijn die de vorm beschrijft.", plural(n, "waarde mag", "waarden mogen")))
}

// Datatype says of which datatype a value must be, and why it is not if a reason is known.
func Datatype(name, reason string) literal.LangString {
	english := fmt.Sprintf("The value is not a valid %s.", name)
	if reason != "" {
		english = fmt.Sprintf("The value is not a valid %s: %s.", name, reason)
	}
	return Both(english, fmt.Sprintf("De waarde is geen geldige %s.", name))
}

// URI says that a text is no absolute URI, and why if a reason is known.
func URI(reason string) literal.LangString {
	english := "The value is not an absolute URI."
	if reason != "" {
		english = fmt.Sprintf("The value is not an absolute URI: %s.", reason)
	}
	return Both(english, "De waarde is geen absolute URI.")
}

// NodeKind says what kind of term a value must be: one of the six that sh:nodeKind knows.
func NodeKind(kind vocab.IRI) literal.LangString {
	var english, dutch string
	switch kind {
	case vocab.SHIRI:
		english, dutch = "an IRI", "een IRI"
	case vocab.SHBlankNode:
		english, dutch = "a blank node", "een blanke knoop"
	case vocab.SHLiteral:
		english, dutch = "a literal", "een literal"
	case vocab.SHBlankNodeOrIRI:
		english, dutch = "an IRI or a blank node", "een IRI of een blanke knoop"
	case vocab.SHBlankNodeOrLiteral:
		english, dutch = "a blank node or a literal", "een blanke knoop of een literal"
	case vocab.SHIRIOrLiteral:
		english, dutch = "an IRI or a literal", "een IRI of een literal"
	default:
		return Incorrect()
	}
	return Both("The value must be "+english+".", "De waarde moet "+dutch+" zijn.")
}

// Class says of which class a value must be an instance.
func Class(name string) literal.LangString {
	return Both(fmt.Sprintf("The value must be an instance of %s.", name), fmt.Sprintf("De waarde moet een instantie van %s zijn.", name))
}

// MinLength says that a text needs n characters.
func MinLength(n int) literal.LangString {
	return Both(fmt.Sprintf("The value is shorter than %s.", plural(n, "character", "characters")),
		fmt.Sprintf("De waarde is korter dan %s.", plural(n, "teken", "tekens")))
}

// MaxLength says that a text may have n characters.
func MaxLength(n int) literal.LangString {
	return Both(fmt.Sprintf("The value is longer than %s.", plural(n, "character", "characters")),
		fmt.Sprintf("De waarde is langer dan %s.", plural(n, "teken", "tekens")))
}

// Pattern says which regular expression a text must match.
func Pattern(expression string) literal.LangString {
	return Both(fmt.Sprintf("The value does not match the pattern %s.", expression),
		fmt.Sprintf("De waarde voldoet niet aan het patroon %s.", expression))
}

// LanguageIn says in which languages a text may be.
func LanguageIn(languages []string) literal.LangString {
	list := strings.Join(languages, ", ")
	return Both(fmt.Sprintf("The language must be one of %s.", list), fmt.Sprintf("De taal moet een van %s zijn.", list))
}

// UniqueLang says that there are several texts in a language; in some language if it is "".
func UniqueLang(language string) literal.LangString {
	if language == "" {
		return Both("A language has more than one value.", "Een taal heeft meer dan één waarde.")
	}
	return Both(fmt.Sprintf("Language %s has more than one value.", language), fmt.Sprintf("Taal %s heeft meer dan één waarde.", language))
}

// In says which values are allowed; list is a [List].
func In(list string) literal.LangString {
	return Both(fmt.Sprintf("The value must be one of %s.", list), fmt.Sprintf("De waarde moet een van %s zijn.", list))
}

// HasValue says which value must be there.
func HasValue(value string) literal.LangString {
	return Both(fmt.Sprintf("The value %s must be present.", value), fmt.Sprintf("De waarde %s moet aanwezig zijn.", value))
}

// MinInclusive says what the least value is.
func MinInclusive(bound string) literal.LangString {
	return Both(fmt.Sprintf("The value must be %s or more.", bound), fmt.Sprintf("De waarde moet %s of meer zijn.", bound))
}

// MinExclusive says what a value must be more than.
func MinExclusive(bound string) literal.LangString {
	return Both(fmt.Sprintf("The value must be more than %s.", bound), fmt.Sprintf("De waarde moet meer dan %s zijn.", bound))
}

// MaxInclusive says what the greatest value is.
func MaxInclusive(bound string) literal.LangString {
	return Both(fmt.Sprintf("The value must be %s or less.", bound), fmt.Sprintf("De waarde moet %s of minder zijn.", bound))
}

// MaxExclusive says what a value must be less than.
func MaxExclusive(bound string) literal.LangString {
	return Both(fmt.Sprintf("The value must be less than %s.", bound), fmt.Sprintf("De waarde moet minder dan %s zijn.", bound))
}

// Equals says that the values must be those of another property.
func Equals(property string) literal.LangString {
	return Both(fmt.Sprintf("The values must be those of %s.", property), fmt.Sprintf("De waarden moeten die van %s zijn.", property))
}

// Disjoint says that a value must not be one of another property.
func Disjoint(property string) literal.LangString {
	return Both(fmt.Sprintf("The value must not be one of %s.", property), fmt.Sprintf("De waarde mag niet in %s voorkomen.", property))
}

// LessThan says that a value must come before those of another property.
func LessThan(property string) literal.LangString {
	return Both(fmt.Sprintf("The value must be less than that of %s.", property),
		fmt.Sprintf("De waarde moet kleiner zijn dan die van %s.", property))
}

// LessThanOrEquals says that a value must not come after those of another property.
func LessThanOrEquals(property string) literal.LangString {
	return Both(fmt.Sprintf("The value must not be greater than that of %s.", property),
		fmt.Sprintf("De waarde mag niet groter zijn dan die van %s.", property))
}

// Node says that a value violates its shape, whose results are the details.
func Node() literal.LangString {
	return Both("The value does not conform to its shape.", "De waarde voldoet niet aan zijn vorm.")
}

// TooDeep says that a value lies deeper than shapes that contain themselves are followed.
func TooDeep(depth int) literal.LangString {
	return Both(fmt.Sprintf("The value is nested more than %d deep, or has too many nodes.", depth),
		fmt.Sprintf("De waarde is meer dan %d niveaus diep genest, of heeft te veel knopen.", depth))
}

// Not says that a value conforms to a shape that it must not conform to.
func Not() literal.LangString {
	return Both("The value conforms to a shape that it must not conform to.", "De waarde voldoet aan een vorm waaraan ze niet mag voldoen.")
}

// And says that a value must conform to n shapes.
func And(n int) literal.LangString {
	return Both(fmt.Sprintf("The value does not conform to all of %s.", plural(n, "shape", "shapes")),
		fmt.Sprintf("De waarde voldoet niet aan alle %s.", plural(n, "vorm", "vormen")))
}

// Or says that a value must conform to one of n shapes.
func Or(n int) literal.LangString {
	return Both(fmt.Sprintf("The value conforms to none of %s.", plural(n, "shape", "shapes")),
		fmt.Sprintf("De waarde voldoet aan geen van %s.", plural(n, "vorm", "vormen")))
}

// Xone says that a value must conform to exactly one of n shapes.
func Xone(n int) literal.LangString {
	return Both(fmt.Sprintf("The value must conform to exactly one of %s.", plural(n, "shape", "shapes")),
		fmt.Sprintf("De waarde moet aan precies een van %s voldoen.", plural(n, "vorm", "vormen")))
}

// Closed says that a node may not have a property; some property if it is "".
func Closed(property string) literal.LangString {
	if property == "" {
		return Both("The node has a property that is not allowed here.", "De knoop heeft een eigenschap die hier niet is toegestaan.")
	}
	return Both(fmt.Sprintf("The property %s is not allowed here.", property), fmt.Sprintf("De eigenschap %s is hier niet toegestaan.", property))
}

// List names values in a text. A long list, and a long value, are shortened.
func List(values []string) string {
	const most, longest = 20, 60
	texts := make([]string, 0, min(len(values), most+1))
	for i, v := range values {
		if i == most {
			texts = append(texts, "…")
			break
		}
		texts = append(texts, shorten(v, longest))
	}
	return strings.Join(texts, ", ")
}

// Reason is the part of an error about a literal or a URI that does not repeat the text it is about; "" for other errors.
func Reason(err error) string {
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

// Name is the CURIE of a datatype of XML Schema or RDF, and any other IRI in angle brackets.
func Name(iri vocab.IRI) string {
	if name, ok := strings.CutPrefix(string(iri), vocab.NSXSD); ok {
		return "xsd:" + name
	}
	if name, ok := strings.CutPrefix(string(iri), vocab.NSRDF); ok {
		return "rdf:" + name
	}
	return "<" + string(iri) + ">"
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
