package literal

import (
	"cmp"
	"strings"
	"time"
)

// DateTime is an instant: an xsd:dateTime with a time zone ([XSD 3.3.7]) to the nanosecond, in the years 0001 to 9999
// of UTC. It is always written in UTC with a Z; a client may send any offset, the instant is what is kept. The zero
// value is the absent instant. DateTimes are comparable with == whatever the offset they were read with.
//
// A field of type [time.Time] is written the same way by [AppendDateTime].
//
// [XSD 3.3.7]: https://www.w3.org/TR/xmlschema11-2/#dateTime
type DateTime struct {
	seconds int64 // since 1970-01-01T00:00:00Z
	nanos   int32 // 0 to 999,999,999
	set     bool
}

// The instants that bound a DateTime, in seconds since 1970: 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
const (
	minDateTime = -62135596800
	maxDateTime = 253402300799
)

// DateTimeOf returns the instant t. The zero time and times outside the years 0001 to 9999 of UTC give the absent
// instant.
func DateTimeOf(t time.Time) DateTime {
	seconds := t.Unix()
	if t.IsZero() || seconds < minDateTime || seconds > maxDateTime {
		return DateTime{}
	}
	return DateTime{seconds: seconds, nanos: int32(t.Nanosecond()), set: true} //nolint:gosec // below 1e9
}

// ParseDateTime reads what both xsd:dateTime and RFC 3339 call a time stamp: YYYY-MM-DDThh:mm:ss, a fraction of at most
// nine digits that matter, and Z or an offset up to ±14:00. It refuses a lower-case t or z, the offset -00:00,
// 24:00:00, leap seconds and a missing time zone. Every error is a [*LexicalError].
func ParseDateTime(s string) (DateTime, error) {
	d, reason := parseDateTime(s)
	return d, lexicalError("dateTime", s, reason)
}

// IsZero reports whether the instant is absent.
func (d DateTime) IsZero() bool { return !d.set }

// Compare returns -1, 0 or 1 as d is before, the same as or after other. The absent instant is before all others.
func (d DateTime) Compare(other DateTime) int {
	if d.set != other.set {
		if d.set {
			return 1
		}
		return -1
	}
	if c := cmp.Compare(d.seconds, other.seconds); c != 0 {
		return c
	}
	return cmp.Compare(d.nanos, other.nanos)
}

// Time returns the instant in UTC, the zero time if it is absent.
func (d DateTime) Time() time.Time {
	if !d.set {
		return time.Time{}
	}
	return time.Unix(d.seconds, int64(d.nanos)).UTC()
}

// Append appends the lexical form in UTC, its fraction without trailing zeros, or nothing for the absent instant. It
// allocates only to grow dst.
func (d DateTime) Append(dst []byte) []byte {
	if !d.set {
		return dst
	}
	return appendInstant(dst, d.seconds, int(d.nanos))
}

// AppendText implements [encoding.TextAppender]; the error is always nil.
func (d DateTime) AppendText(dst []byte) ([]byte, error) { return d.Append(dst), nil }

// MarshalText implements [encoding.TextMarshaler]: the lexical form, empty for the absent instant.
func (d DateTime) MarshalText() ([]byte, error) { return d.Append(nil), nil }

// String returns the lexical form, empty for the absent instant.
func (d DateTime) String() string { return string(d.Append(nil)) }

// UnmarshalText implements [encoding.TextUnmarshaler] as [ParseDateTime] does; an empty text is the absent instant.
func (d *DateTime) UnmarshalText(text []byte) error { return unmarshalText(text, d, ParseDateTime) }

// MarshalJSON implements [json.Marshaler]: a JSON string, or null for the absent instant.
func (d DateTime) MarshalJSON() ([]byte, error) { return quoted(d.Append(make([]byte, 1, 32))), nil }

// UnmarshalJSON implements [json.Unmarshaler]: it takes a JSON string as [ParseDateTime] does, or null.
func (d *DateTime) UnmarshalJSON(data []byte) error {
	return unmarshalJSON(data, d, "dateTime", ParseDateTime)
}

// AppendDateTime appends t as a DateTime is written: in UTC with a Z, the fraction without trailing zeros. It writes
// every time, the zero time too: whether that one is absent is the caller's question ([time.Time.IsZero]). Years
// outside 0000 to 9999 get the form of xsd:dateTime, a sign or more digits. It allocates only to grow dst.
func AppendDateTime(dst []byte, t time.Time) []byte {
	return appendInstant(dst, t.Unix(), t.Nanosecond())
}

// parseDateTime returns the instant and "", or the reason why s is none.
func parseDateTime(s string) (DateTime, string) {
	m, reason := readMoment(layoutDateTime, s)
	if reason != "" {
		return DateTime{}, dateTimeReason(s, reason)
	}
	nanos, exact := m.nanoseconds()
	seconds := m.timeline()
	switch {
	case !m.zoned:
		return DateTime{}, "the time zone is missing: end with Z or an offset such as +02:00"
	case m.zone == 0 && s[len(s)-6] == '-':
		return DateTime{}, "the offset -00:00 means an unknown time zone: end with Z or the true offset"
	case m.seconds == 86400:
		return DateTime{}, "write 24:00:00 as 00:00:00 of the next day"
	case !exact:
		return DateTime{}, "the seconds have at most nine digits after the point"
	case seconds < minDateTime || seconds > maxDateTime:
		return DateTime{}, "the year, in UTC, must be 0001 to 9999"
	}
	return DateTime{seconds: seconds, nanos: int32(nanos), set: true}, "" //nolint:gosec // below 1e9
}

// dateTimeReason replaces the reason for texts that are almost right by one that says what to mend.
func dateTimeReason(s, reason string) string {
	upper := strings.ToUpper(s)
	if upper != s {
		if _, r := readMoment(layoutDateTime, upper); r == "" {
			return "write T and Z in upper case"
		}
	}
	if _, r := readMoment(layoutDate, s); r == "" {
		return "the time of day is missing: write T and hh:mm:ss after the date, and end with Z or an offset"
	}
	return reason
}
