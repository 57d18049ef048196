package store

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Value is a value that filters compare with, that orders are made of and that cursors carry: a text, a boolean, a
// number, a date …, or absent, which is the zero Value. Values are small (32 bytes), immutable and made without
// allocating; compare them with [Compare], not with ==.
type Value struct {
	text  string // text, decimal
	bits  uint64 // everything else, see the constructors
	nanos int32  // of an instant
	kind  record.Kind
}

// Text is a text: the value of a string, the name of an enumeration's token, the identifier of a reference, or the text
// of a language string. The empty text is a value.
func Text(s string) Value { return Value{kind: record.KindString, text: s} }

// Bool is a boolean.
func Bool(b bool) Value {
	if b {
		return Value{kind: record.KindBool, bits: 1}
	}
	return Value{kind: record.KindBool}
}

// Int is a signed integer.
func Int(n int64) Value { return Value{kind: record.KindInt, bits: uint64(n)} } //nolint:gosec // the bits, both ways

// Uint is an unsigned integer.
func Uint(n uint64) Value { return Value{kind: record.KindUint, bits: n} }

// Float is a floating-point number.
func Float(f float64) Value { return Value{kind: record.KindFloat, bits: math.Float64bits(f)} }

// Date is a day; the absent date gives the absent value.
func Date(d literal.Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{kind: record.KindDate, bits: uint64(d.Year())<<9 | uint64(d.Month())<<5 | uint64(d.Day())} //nolint:gosec // years are positive
}

// DateTime is an instant to the nanosecond; the zero time gives the absent value.
func DateTime(t time.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	return Value{kind: record.KindDateTime, bits: uint64(t.Unix()), nanos: int32(t.Nanosecond())} //nolint:gosec // the bits, both ways
}

// Time is a time of day; the absent one gives the absent value.
func Time(t literal.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	return Value{kind: record.KindTime, bits: uint64(t.Duration())} //nolint:gosec // never negative
}

// GYear is a year; the absent one gives the absent value.
func GYear(y literal.GYear) Value {
	if y.IsZero() {
		return Value{}
	}
	return Value{kind: record.KindGYear, bits: uint64(int64(y))} //nolint:gosec // the bits, both ways
}

// Decimal is an exact number; the absent one gives the absent value.
func Decimal(d literal.Decimal) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{kind: record.KindDecimal, text: string(d)}
}

// Kind is the kind of the value: [record.KindString] for every kind of text, 0 when it is absent.
func (v Value) Kind() record.Kind { return v.kind }

// IsAbsent says that there is no value.
func (v Value) IsAbsent() bool { return v.kind == 0 }

// int64 is the value of a signed integer, of the seconds of an instant and of a year.
func (v Value) int64() int64 { return int64(v.bits) } //nolint:gosec // the bits, both ways

// Compare returns -1, 0 or 1 as a comes before, with or after b: texts by their code points, false before true, numbers,
// dates and times by their value (decimals exactly, so that 1.0 is 1.00; NaN before all floats). Every value comes before
// the absent one, and values of different kinds, which no order of one property mixes, are ordered by their kinds.
// It does not allocate.
func Compare(a, b Value) int {
	if a.kind != b.kind {
		return cmp.Compare(a.kind-1, b.kind-1) // 0 wraps around: the absent one is the last
	}
	switch a.kind {
	case record.KindString:
		return strings.Compare(a.text, b.text)
	case record.KindDecimal:
		return literal.Decimal(a.text).Compare(literal.Decimal(b.text))
	case record.KindFloat:
		return cmp.Compare(math.Float64frombits(a.bits), math.Float64frombits(b.bits))
	case record.KindInt, record.KindGYear:
		return cmp.Compare(a.int64(), b.int64())
	case record.KindDateTime:
		if c := cmp.Compare(a.int64(), b.int64()); c != 0 {
			return c
		}
		return cmp.Compare(a.nanos, b.nanos)
	default:
		return cmp.Compare(a.bits, b.bits)
	}
}

// Append appends the lexical form of the value, nothing for the absent one. It allocates only to grow dst.
func (v Value) Append(dst []byte) []byte {
	switch v.kind {
	case record.KindString, record.KindDecimal:
		return append(dst, v.text...)
	case record.KindBool:
		return strconv.AppendBool(dst, v.bits != 0)
	case record.KindInt:
		return strconv.AppendInt(dst, v.int64(), 10)
	case record.KindUint:
		return strconv.AppendUint(dst, v.bits, 10)
	case record.KindFloat:
		return appendFloat(dst, math.Float64frombits(v.bits))
	case record.KindDate:
		return v.date().Append(dst)
	case record.KindDateTime:
		return literal.AppendDateTime(dst, v.instant())
	case record.KindTime:
		return v.timeOfDay().Append(dst)
	case record.KindGYear:
		return v.year().Append(dst)
	default:
		return dst
	}
}

// String returns the lexical form of the value, "" for the absent one.
func (v Value) String() string {
	if v.kind == record.KindString || v.kind == record.KindDecimal {
		return v.text
	}
	var buffer [40]byte
	return string(v.Append(buffer[:0]))
}

// Go returns the value as database drivers take it: a string (also for a time of day and a decimal), bool, int64 (also
// for a year), uint64, float64, or [time.Time] in UTC (a date is its midnight); nil for the absent value.
func (v Value) Go() any {
	switch v.kind {
	case record.KindBool:
		return v.bits != 0
	case record.KindInt, record.KindGYear:
		return v.int64()
	case record.KindUint:
		return v.bits
	case record.KindFloat:
		return math.Float64frombits(v.bits)
	case record.KindDate:
		return v.date().Time(time.UTC)
	case record.KindDateTime:
		return v.instant()
	case record.KindString, record.KindDecimal, record.KindTime:
		return v.String()
	default:
		return nil
	}
}

func (v Value) date() literal.Date {
	d, err := literal.NewDate(int(v.bits>>9), time.Month(v.bits>>5&15), int(v.bits&31))
	if err != nil {
		return literal.Date{} // can't be: it was a date
	}
	return d
}

func (v Value) instant() time.Time { return time.Unix(v.int64(), int64(v.nanos)).UTC() }

func (v Value) timeOfDay() literal.Time {
	d := time.Duration(v.bits) //nolint:gosec // less than a day
	t, err := literal.NewTime(int(d/time.Hour), int(d/time.Minute%60), int(d/time.Second%60), int(d%time.Second))
	if err != nil {
		return literal.Time{} // can't be: it was a time of day
	}
	return t
}

func (v Value) year() literal.GYear { return literal.GYear(v.int64()) } //nolint:gosec // it was a GYear

// appendFloat writes the shortest text that reads as the same number, special values as XML Schema writes them.
func appendFloat(dst []byte, f float64) []byte {
	switch {
	case math.IsNaN(f):
		return append(dst, "NaN"...)
	case math.IsInf(f, 1):
		return append(dst, "INF"...)
	case math.IsInf(f, -1):
		return append(dst, "-INF"...)
	default:
		return strconv.AppendFloat(dst, f, 'g', -1, 64)
	}
}
