package literal

import (
	"cmp"
	"time"
)

// Date is a day of the Gregorian calendar without a time zone: an xsd:date ([XSD 3.3.9]) in the years 0001 to 9999.
// The zero value is the absent date. Dates are comparable with == and take four bytes.
//
// [XSD 3.3.9]: https://www.w3.org/TR/xmlschema11-2/#date
type Date struct {
	year       int16
	month, day uint8
}

// NewDate returns the date of a year from 1 to 9999, a month and a day, or a [*LexicalError] if the calendar has no
// such day.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(int64(year), int(month)) {
		text := appendPadded(nil, year, 4)
		text = appendPadded(append(text, '-'), int(month), 2)
		text = appendPadded(append(text, '-'), day, 2)
		return Date{}, lexicalError("date", string(text), "the calendar of the years 0001 to 9999 has no such day")
	}
	return Date{year: int16(year), month: uint8(month), day: uint8(day)}, nil //nolint:gosec // the ranges are checked above
}

// ParseDate reads YYYY-MM-DD, a day that exists in the years 0001 to 9999, and nothing else: no time zone, no
// abbreviation. Every error is a [*LexicalError].
func ParseDate(s string) (Date, error) {
	d, reason := parseDate(s)
	return d, lexicalError("date", s, reason)
}

// DateOf returns the day that t shows in its own location. The zero time and times outside the years 0001 to 9999
// give the absent date.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	year, month, day := t.Date()
	if year < 1 || year > 9999 {
		return Date{}
	}
	return Date{year: int16(year), month: uint8(month), day: uint8(day)} //nolint:gosec // the range is checked above
}

// Year returns the year, 0 for the absent date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 0 for the absent date.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 for the absent date.
func (d Date) Day() int { return int(d.day) }

// IsZero reports whether the date is absent.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or 1 as d is before, the same as or after other. The absent date is before all others.
func (d Date) Compare(other Date) int {
	return cmp.Compare(d.ordinal(), other.ordinal())
}

// ordinal returns a number that orders dates; it does not count days.
func (d Date) ordinal() int32 { return int32(d.year)<<9 | int32(d.month)<<5 | int32(d.day) }

// Time returns the first instant that loc's clock shows on this day, as [time.Date] finds it (midnight, or the hour
// after when a clock change skips midnight), and the zero time for the absent date.
func (d Date) Time(loc *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, loc)
}

// Append appends the lexical form, ten bytes, or nothing for the absent date. It allocates only to grow dst.
func (d Date) Append(dst []byte) []byte {
	if d.IsZero() {
		return dst
	}
	return appendDate(dst, int(d.year), int(d.month), int(d.day))
}

// AppendText implements [encoding.TextAppender]; the error is always nil.
func (d Date) AppendText(dst []byte) ([]byte, error) { return d.Append(dst), nil }

// MarshalText implements [encoding.TextMarshaler]: the lexical form, empty for the absent date.
func (d Date) MarshalText() ([]byte, error) { return d.Append(nil), nil }

// String returns the lexical form, empty for the absent date.
func (d Date) String() string { return string(d.Append(nil)) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseDate] does; an empty text is the absent date.
func (d *Date) UnmarshalText(text []byte) error { return unmarshalText(text, d, ParseDate) }

// MarshalJSON implements [json.Marshaler]: a JSON string, or null for the absent date.
func (d Date) MarshalJSON() ([]byte, error) { return quoted(d.Append(make([]byte, 1, 12))), nil }

// UnmarshalJSON implements [json.Unmarshaler]: it takes a JSON string as [ParseDate] does, or null.
func (d *Date) UnmarshalJSON(data []byte) error { return unmarshalJSON(data, d, "date", ParseDate) }

// parseDate returns the date and "", or the reason why s is none.
func parseDate(s string) (Date, string) {
	m, reason := readMoment(layoutDate, s)
	switch {
	case reason != "":
		return Date{}, reason
	case m.zoned:
		return Date{}, "a date has no time zone here: write YYYY-MM-DD"
	case m.year < 1 || m.year > 9999:
		return Date{}, "the year must be 0001 to 9999"
	}
	return Date{year: int16(m.year), month: uint8(m.month), day: uint8(m.day)}, "" //nolint:gosec // the ranges are checked
}
