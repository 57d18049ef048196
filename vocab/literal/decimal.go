package literal

import (
	"strconv"
	"strings"
)

// MaxDecimalLength is the greatest number of bytes in a Decimal.
const MaxDecimalLength = 128

// Decimal is an exact decimal number of any precision: an xsd:decimal ([XSD 3.3.3]) kept as the text that was given,
// so that 10.50 stays 10.50. The zero value is the absent number; "0" is the number zero.
//
// On the wire it is a JSON string, "10.50". A JSON number is refused: JSON-LD gives it the lexical form of a double
// ("1.05E1"), which is not an xsd:decimal, and most readers round it.
//
// A Decimal made by conversion is not checked: Decimal("ten") compiles. [Decimal.Check] tells, and so do the methods
// that marshal. To compare numbers use [Decimal.Compare]: == compares the texts.
//
// [XSD 3.3.3]: https://www.w3.org/TR/xmlschema11-2/#decimal
type Decimal string

// ParseDecimal reads an optional sign and digits with at most one point among, before or after them; no exponent, at
// most [MaxDecimalLength] bytes. It keeps the text as it is. Every error is a [*LexicalError].
func ParseDecimal(s string) (Decimal, error) {
	if reason := decimalReason(s); reason != "" {
		return "", lexicalError("decimal", s, reason)
	}
	return Decimal(s), nil
}

// Check returns a [*LexicalError] if d is neither absent nor a decimal number of at most [MaxDecimalLength] bytes.
func (d Decimal) Check() error {
	if d == "" {
		return nil
	}
	return lexicalError("decimal", string(d), decimalReason(string(d)))
}

// decimalReason returns why s can't be a Decimal, "" if it can.
func decimalReason(s string) string {
	if len(s) > MaxDecimalLength {
		return "it has more than " + strconv.Itoa(MaxDecimalLength) + " characters"
	}
	return checkDecimal(s)
}

// Canonical returns the canonical form ([XSD E.1]): no plus sign, no zeros before or after that mean nothing, at
// least one digit before the point, and no point in a whole number. It returns an unchecked text that is no decimal
// as it is.
//
// [XSD E.1]: https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap
func (d Decimal) Canonical() Decimal {
	n, ok := readDecimal(string(d))
	if !ok {
		return d
	}
	var b strings.Builder
	b.Grow(len(d) + 1)
	if n.negative {
		b.WriteByte('-')
	}
	if n.whole == "" {
		b.WriteByte('0')
	}
	b.WriteString(n.whole)
	if n.fraction != "" {
		b.WriteByte('.')
		b.WriteString(n.fraction)
	}
	return Decimal(b.String())
}

// IsZero reports whether the number is absent. It is false for the number zero.
func (d Decimal) IsZero() bool { return d == "" }

// Compare returns -1, 0 or 1 as the number d is less than, equal to or greater than other, exactly and without
// allocating. Texts that are no decimals, the absent number among them, come before all numbers, in the order of their
// code points.
func (d Decimal) Compare(other Decimal) int {
	a, aok := readDecimal(string(d))
	b, bok := readDecimal(string(other))
	switch {
	case aok && bok:
		return a.compare(b)
	case aok:
		return 1
	case bok:
		return -1
	default:
		return strings.Compare(string(d), string(other))
	}
}

// Append appends the text as it stands: of a Decimal that was parsed or checked, the lexical form. It allocates only
// to grow dst.
func (d Decimal) Append(dst []byte) []byte { return append(dst, d...) }

// AppendText implements [encoding.TextAppender]. The error is that of [Decimal.Check].
func (d Decimal) AppendText(dst []byte) ([]byte, error) {
	if err := d.Check(); err != nil {
		return dst, err
	}
	return d.Append(dst), nil
}

// MarshalText implements [encoding.TextMarshaler]. The error is that of [Decimal.Check].
func (d Decimal) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// String returns the text as it stands.
func (d Decimal) String() string { return string(d) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseDecimal] does; an empty text is the absent number.
func (d *Decimal) UnmarshalText(text []byte) error { return unmarshalText(text, d, ParseDecimal) }

// MarshalJSON implements [json.Marshaler]: a JSON string, or null for the absent number. The error is that of
// [Decimal.Check].
func (d Decimal) MarshalJSON() ([]byte, error) {
	text, err := d.AppendText(make([]byte, 1, len(d)+2))
	if err != nil {
		return nil, err
	}
	return quoted(text), nil
}

// UnmarshalJSON implements [json.Unmarshaler]: it takes a JSON string as [ParseDecimal] does, or null. A JSON number is
// a [*LexicalError] that says so.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	return unmarshalJSON(data, d, "decimal", ParseDecimal)
}
