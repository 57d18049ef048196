package literal

import "cmp"

// GYear is a year of the Gregorian calendar: an xsd:gYear ([XSD 3.3.11]) without a time zone. GYear(2026) is the year
// 2026. The zero value is the absent year, so the year 0000 (1 BC) has no GYear; years before it are negative, and
// all years have at most nine digits.
//
// [XSD 3.3.11]: https://www.w3.org/TR/xmlschema11-2/#gYear
type GYear int32

// ParseGYear reads a year of four digits, or of five to nine that do not begin with 0, with a minus sign before it if
// the year is before 1 BC. It refuses the year 0000 and a time zone. Every error is a [*LexicalError].
func ParseGYear(s string) (GYear, error) {
	y, reason := parseGYear(s)
	return y, lexicalError("gYear", s, reason)
}

// IsZero reports whether the year is absent.
func (y GYear) IsZero() bool { return y == 0 }

// Compare returns -1, 0 or 1 as y is before, the same as or after other. The absent year stands between -1 and 1.
func (y GYear) Compare(other GYear) int { return cmp.Compare(y, other) }

// Append appends the lexical form, at least four digits, or nothing for the absent year. It allocates only to grow
// dst.
func (y GYear) Append(dst []byte) []byte {
	if y == 0 {
		return dst
	}
	return appendYear(dst, int(y))
}

// AppendText implements [encoding.TextAppender]; the error is always nil.
func (y GYear) AppendText(dst []byte) ([]byte, error) { return y.Append(dst), nil }

// MarshalText implements [encoding.TextMarshaler]: the lexical form, empty for the absent year.
func (y GYear) MarshalText() ([]byte, error) { return y.Append(nil), nil }

// String returns the lexical form, empty for the absent year.
func (y GYear) String() string { return string(y.Append(nil)) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseGYear] does; an empty text is the absent year.
func (y *GYear) UnmarshalText(text []byte) error { return unmarshalText(text, y, ParseGYear) }

// MarshalJSON implements [json.Marshaler]: a JSON string, or null for the absent year.
func (y GYear) MarshalJSON() ([]byte, error) { return quoted(y.Append(make([]byte, 1, 16))), nil }

// UnmarshalJSON implements [json.Unmarshaler]: it takes a JSON string as [ParseGYear] does, or null.
func (y *GYear) UnmarshalJSON(data []byte) error { return unmarshalJSON(data, y, "gYear", ParseGYear) }

// parseGYear returns the year and "", or the reason why s is none.
func parseGYear(s string) (GYear, string) {
	m, reason := readMoment(layoutGYear, s)
	switch {
	case reason != "":
		return 0, reason
	case m.zoned:
		return 0, "a year has no time zone here: write YYYY"
	case m.year == 0:
		return 0, "the year 0000 is not possible here: years count from 0001, or -0001 before the common era"
	}
	return GYear(m.year), "" //nolint:gosec // at most nine digits
}
