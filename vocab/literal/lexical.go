package literal

import (
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// CheckLexical returns a [*LexicalError] if s is not the lexical form of a value of the datatype: outside its grammar,
// such as "yes" for xsd:boolean, or outside its values, such as "300" for xsd:byte or "2026-02-29" for xsd:date. It
// knows the datatypes of [XML Schema 1.1] from xsd:string to xsd:dateTimeStamp; for any other datatype, those of rdf:
// among them, every text passes.
//
// Every text of XML characters is an xsd:anyURI, says XSD 1.1; whether it is a URI is asked of [vocab.CheckURI].
//
// As RDF wants it, white space around a value is not removed. The implementation limits of XSD are: nine digits for a
// year and for the years and months of a duration, twelve for its other parts. CheckLexical is safe for concurrent use
// and does not allocate when the text is valid.
//
// [XML Schema 1.1]: https://www.w3.org/TR/xmlschema11-2/
func CheckLexical(datatype vocab.IRI, s string) error {
	name, ok := strings.CutPrefix(string(datatype), vocab.NSXSD)
	if !ok {
		return nil
	}
	return lexicalError(name, s, lexicalReason(name, s))
}

// lexicalReason returns why s is no value of the XSD datatype with the local name, "" if it is one or the name is not
// known.
func lexicalReason(name, s string) string {
	if layout, ok := layoutOf(name); ok {
		return momentReason(name, layout, s)
	}
	if r, ok := integerRangeOf(name); ok {
		return r.check(s)
	}
	switch name {
	case "boolean":
		if _, ok := readBoolean(s); !ok {
			return "it must be true, false, 1 or 0"
		}
		return ""
	case "decimal":
		return checkDecimal(s)
	case "float", "double":
		return checkFloat(s)
	case "duration", "dayTimeDuration", "yearMonthDuration":
		return durationReason(name, s)
	case "hexBinary":
		return checkHex(s)
	case "base64Binary":
		return checkBase64(s)
	default:
		return textReason(name, s)
	}
}

// layoutOf returns the layout of a date or time datatype, by local name.
func layoutOf(name string) (string, bool) {
	switch name {
	case "dateTime", "dateTimeStamp":
		return layoutDateTime, true
	case "date":
		return layoutDate, true
	case "time":
		return layoutTime, true
	case "gYear":
		return layoutGYear, true
	case "gYearMonth":
		return layoutGYearMonth, true
	case "gMonth":
		return layoutGMonth, true
	case "gMonthDay":
		return layoutGMonthDay, true
	case "gDay":
		return layoutGDay, true
	default:
		return "", false
	}
}

// momentReason checks a date or time datatype.
func momentReason(name, layout, s string) string {
	m, reason := readMoment(layout, s)
	if reason == "" && name == "dateTimeStamp" && !m.zoned {
		return "the time zone is missing: end with Z or an offset such as +02:00"
	}
	return reason
}

// readBoolean reads an xsd:boolean.
func readBoolean(s string) (value, ok bool) {
	switch s {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	default:
		return false, false
	}
}
