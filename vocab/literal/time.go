package literal

import (
	"cmp"
	"time"
)

// Time is a time of day without a date and without a time zone: an xsd:time ([XSD 3.3.8]) to the nanosecond, written
// as the partial-time of RFC 3339 (format time-local). The zero value is the absent time, which is not midnight; Times
// are comparable with ==.
//
// [XSD 3.3.8]: https://www.w3.org/TR/xmlschema11-2/#time
type Time struct {
	next int64 // nanoseconds since midnight, plus one: 0 is absent
}

// NewTime returns the time of day of an hour from 0 to 23, a minute, a second and nanoseconds, or a [*LexicalError] if
// one of them is out of range.
func NewTime(hour, minute, second, nanosecond int) (Time, error) {
	if uint(hour) > 23 || uint(minute) > 59 || uint(second) > 59 || uint(nanosecond) > 999999999 {
		text := appendPadded(nil, hour, 2)
		text = appendPadded(append(text, ':'), minute, 2)
		text = appendPadded(append(text, ':'), second, 2)
		text = appendPadded(append(text, '.'), nanosecond, 9)
		return Time{}, lexicalError("time", string(text), "a time of day is 00:00:00 to 23:59:59.999999999")
	}
	return Time{next: int64(hour*3600+minute*60+second)*1e9 + int64(nanosecond) + 1}, nil
}

// ParseTime reads hh:mm:ss with an optional fraction of at most nine digits that matter, and nothing else: no time
// zone, not 24:00:00, no leap second. Every error is a [*LexicalError].
func ParseTime(s string) (Time, error) {
	t, reason := parseTime(s)
	return t, lexicalError("time", s, reason)
}

// TimeOf returns the time of day that t shows in its own location. The zero time gives the absent time of day.
func TimeOf(t time.Time) Time {
	if t.IsZero() {
		return Time{}
	}
	hour, minute, second := t.Clock()
	return Time{next: int64(hour*3600+minute*60+second)*1e9 + int64(t.Nanosecond()) + 1}
}

// IsZero reports whether the time of day is absent.
func (t Time) IsZero() bool { return t.next == 0 }

// Compare returns -1, 0 or 1 as t is before, the same as or after other. The absent time is before all others.
func (t Time) Compare(other Time) int { return cmp.Compare(t.next, other.next) }

// Duration returns what has passed since midnight on a day without clock change, 0 for the absent time.
func (t Time) Duration() time.Duration {
	if t.next == 0 {
		return 0
	}
	return time.Duration(t.next - 1)
}

// Append appends the lexical form, its fraction without trailing zeros, or nothing for the absent time. It allocates
// only to grow dst.
func (t Time) Append(dst []byte) []byte {
	if t.next == 0 {
		return dst
	}
	n := t.next - 1
	return appendClock(dst, int(n/1e9), int(n%1e9))
}

// AppendText implements [encoding.TextAppender]; the error is always nil.
func (t Time) AppendText(dst []byte) ([]byte, error) { return t.Append(dst), nil }

// MarshalText implements [encoding.TextMarshaler]: the lexical form, empty for the absent time.
func (t Time) MarshalText() ([]byte, error) { return t.Append(nil), nil }

// String returns the lexical form, empty for the absent time.
func (t Time) String() string { return string(t.Append(nil)) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseTime] does; an empty text is the absent time.
func (t *Time) UnmarshalText(text []byte) error { return unmarshalText(text, t, ParseTime) }

// MarshalJSON implements [json.Marshaler]: a JSON string, or null for the absent time.
func (t Time) MarshalJSON() ([]byte, error) { return quoted(t.Append(make([]byte, 1, 24))), nil }

// UnmarshalJSON implements [json.Unmarshaler]: it takes a JSON string as [ParseTime] does, or null.
func (t *Time) UnmarshalJSON(data []byte) error { return unmarshalJSON(data, t, "time", ParseTime) }

// parseTime returns the time of day and "", or the reason why s is none.
func parseTime(s string) (Time, string) {
	m, reason := readMoment(layoutTime, s)
	if reason != "" {
		return Time{}, reason
	}
	nanos, exact := m.nanoseconds()
	switch {
	case m.zoned:
		return Time{}, "a time of day has no time zone here: write hh:mm:ss"
	case m.seconds == 86400:
		return Time{}, "write 24:00:00 as 00:00:00"
	case !exact:
		return Time{}, "the seconds have at most nine digits after the point"
	}
	return Time{next: m.seconds*1e9 + int64(nanos) + 1}, ""
}
