package store

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// AppendKey appends a text that [ParseKey] reads as exactly this value: what a cursor is made of. The absent value is
// the empty text, any other begins with "=". It allocates only to grow dst.
func (v Value) AppendKey(dst []byte) []byte {
	switch v.kind {
	case 0:
		return dst
	case record.KindDateTime: // seconds and nanoseconds, since not every time.Time has an xsd:dateTime
		dst = strconv.AppendInt(append(dst, '='), v.int64(), 10)
		return strconv.AppendInt(append(dst, '.'), int64(v.nanos), 10)
	default:
		return v.Append(append(dst, '='))
	}
}

// ParseKey reads a text of [Value.AppendKey] as a value of a property, or as an identifier when the property is nil. It
// trusts nothing: a text that AppendKey can't have made of such a value is an error. Beyond that no constraint of the
// property is checked, since a store may hold values that break them.
func ParseKey(p *hydra.Property, key string) (Value, error) {
	kind := record.KindString
	if p != nil {
		kind = p.Leaf().Field.Kind
	}
	if key == "" && p != nil {
		return Value{}, nil
	}
	text, ok := strings.CutPrefix(key, "=")
	if !ok {
		return Value{}, keyError(kind, key)
	}
	v, err := readKey(kind, text)
	if err != nil || string(v.AppendKey(nil)) != key {
		return Value{}, keyError(kind, key)
	}
	return v, nil
}

func keyError(kind record.Kind, key string) error {
	const longest = 60
	if len(key) > longest {
		key = key[:longest] + "…"
	}
	return fmt.Errorf("%q is not the sort key of a %s", key, kind)
}

func readKey(kind record.Kind, text string) (Value, error) {
	switch kind {
	case record.KindBool:
		b, err := strconv.ParseBool(text)
		return Bool(b), err
	case record.KindInt:
		n, err := strconv.ParseInt(text, 10, 64)
		return Int(n), err
	case record.KindUint:
		n, err := strconv.ParseUint(text, 10, 64)
		return Uint(n), err
	case record.KindFloat:
		if text == "NaN" {
			return Float(math.NaN()), nil
		}
		f, err := strconv.ParseFloat(text, 64) // INF too
		return Float(f), err
	case record.KindDate:
		d, err := literal.ParseDate(text)
		return Date(d), err
	case record.KindDateTime:
		return readInstant(text)
	case record.KindTime:
		t, err := literal.ParseTime(text)
		return Time(t), err
	case record.KindGYear:
		n, err := strconv.ParseInt(text, 10, 32)
		return GYear(literal.GYear(n)), err
	case record.KindDecimal:
		return Value{kind: record.KindDecimal, text: text}, checkText(text)
	default:
		return Text(text), checkText(text)
	}
}

// checkText refuses what no database takes as text.
func checkText(text string) error {
	if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
		return errors.New("want UTF-8 without U+0000")
	}
	return nil
}

func readInstant(text string) (Value, error) {
	whole, fraction, _ := strings.Cut(text, ".")
	seconds, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return Value{}, err
	}
	nanos, err := strconv.ParseInt(fraction, 10, 32)
	if err != nil {
		return Value{}, err
	}
	return DateTime(time.Unix(seconds, nanos)), nil
}
