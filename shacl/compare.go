package shacl

import (
	"cmp"
	"strconv"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// sameTerm compares a value of one field with one of another as terms of a graph. Both are of the same kind.
func sameTerm(f, g *record.Field) func(a, b unsafe.Pointer) bool {
	switch f.Kind {
	case record.KindBool:
		return func(a, b unsafe.Pointer) bool { return record.Bool(a) == record.Bool(b) }
	case record.KindInt, record.KindUint:
		return func(a, b unsafe.Pointer) bool { return compareIntegers(f, g, a, b) == 0 }
	case record.KindFloat:
		return func(a, b unsafe.Pointer) bool { return f.Float(a) == g.Float(b) }
	case record.KindDate:
		return func(a, b unsafe.Pointer) bool { return record.Date(a) == record.Date(b) }
	case record.KindDateTime:
		return func(a, b unsafe.Pointer) bool { return f.DateTime(a).Equal(g.DateTime(b)) }
	case record.KindTime:
		return func(a, b unsafe.Pointer) bool { return record.Time(a) == record.Time(b) }
	case record.KindGYear:
		return func(a, b unsafe.Pointer) bool { return record.GYear(a) == record.GYear(b) }
	case record.KindLangString:
		return func(a, b unsafe.Pointer) bool { return *record.LangValue(a) == *record.LangValue(b) }
	case record.KindNode:
		identifier := f.Node.Identifier()
		return func(a, b unsafe.Pointer) bool {
			return a == b || identifier != nil && identifier.Len(a) > 0 &&
				record.String(identifier.At(a, 0)) == record.String(identifier.At(b, 0))
		}
	case record.KindString, record.KindDecimal, record.KindToken, record.KindRef:
	}
	return func(a, b unsafe.Pointer) bool { return record.String(a) == record.String(b) }
}

// termKey reads values as strings that are equal when the terms are; nil for kinds that have no such string.
func termKey(f *record.Field) func(unsafe.Pointer) string {
	switch f.Kind {
	case record.KindString, record.KindDecimal, record.KindToken, record.KindRef:
		return record.String
	case record.KindLangString:
		return func(v unsafe.Pointer) string { return record.LangValue(v).Lang + "@" + record.LangValue(v).Value }
	case record.KindNode:
		identifier := f.Node.Identifier()
		return func(v unsafe.Pointer) string {
			if identifier != nil && identifier.Len(v) > 0 {
				return record.String(identifier.At(v, 0))
			}
			return "_:" + strconv.FormatUint(uint64(uintptr(v)), 16)
		}
	case record.KindInt:
		return func(v unsafe.Pointer) string { return strconv.FormatInt(f.Int(v), 10) }
	case record.KindUint:
		return func(v unsafe.Pointer) string { return strconv.FormatUint(f.Uint(v), 10) }
	case record.KindBool, record.KindFloat, record.KindDate, record.KindDateTime, record.KindTime, record.KindGYear:
	}
	return func(v unsafe.Pointer) string { return lexicalForm(f, v) }
}

// compareIntegers compares integers of any size, signed or not.
func compareIntegers(f, g *record.Field, a, b unsafe.Pointer) int {
	switch {
	case f.Kind == record.KindInt && g.Kind == record.KindInt:
		return cmp.Compare(f.Int(a), g.Int(b))
	case f.Kind == record.KindUint && g.Kind == record.KindUint:
		return cmp.Compare(f.Uint(a), g.Uint(b))
	case f.Kind == record.KindInt:
		if n := f.Int(a); n >= 0 {
			return cmp.Compare(uint64(n), g.Uint(b))
		}
		return -1
	default:
		return -compareIntegers(g, f, b, a)
	}
}

// comparer orders a value of one property and one of another. It reports false when they can't be compared.
func comparer(p, q *Property) func(a, b unsafe.Pointer) (int, bool) {
	f, g := p.Field, q.Field
	switch f.Kind {
	case record.KindInt, record.KindUint:
		return func(a, b unsafe.Pointer) (int, bool) { return compareIntegers(f, g, a, b), true }
	case record.KindFloat:
		return func(a, b unsafe.Pointer) (int, bool) { return cmp.Compare(f.Float(a), g.Float(b)), true }
	case record.KindDate:
		return func(a, b unsafe.Pointer) (int, bool) { return record.Date(a).Compare(record.Date(b)), true }
	case record.KindDateTime:
		return func(a, b unsafe.Pointer) (int, bool) { return f.DateTime(a).Compare(g.DateTime(b)), true }
	case record.KindTime:
		return func(a, b unsafe.Pointer) (int, bool) { return record.Time(a).Compare(record.Time(b)), true }
	case record.KindGYear:
		return func(a, b unsafe.Pointer) (int, bool) { return record.GYear(a).Compare(record.GYear(b)), true }
	default:
		return func(a, b unsafe.Pointer) (int, bool) {
			return literal.Compare(p.Shape.Datatype, record.String(a), q.Shape.Datatype, record.String(b))
		}
	}
}

// comparerTo orders values relative to a declared term, which is checked. It reports false when they can't be compared.
func comparerTo(p *Property, t rdf.Term) func(unsafe.Pointer) (int, bool) {
	f := p.Field
	switch f.Kind {
	case record.KindInt:
		n, _ := strconv.ParseInt(t.Value, 10, 64)
		return func(v unsafe.Pointer) (int, bool) { return cmp.Compare(f.Int(v), n), true }
	case record.KindUint:
		n, _ := strconv.ParseUint(t.Value, 10, 64)
		return func(v unsafe.Pointer) (int, bool) { return cmp.Compare(f.Uint(v), n), true }
	case record.KindFloat:
		x, _ := strconv.ParseFloat(t.Value, 64)
		return func(v unsafe.Pointer) (int, bool) { y := f.Float(v); return cmp.Compare(y, x), y == y }
	case record.KindDate:
		d, _ := literal.ParseDate(t.Value)
		return func(v unsafe.Pointer) (int, bool) { return record.Date(v).Compare(d), true }
	case record.KindDateTime:
		d, _ := literal.ParseDateTime(t.Value)
		bound := d.Time()
		return func(v unsafe.Pointer) (int, bool) { return f.DateTime(v).Compare(bound), true }
	case record.KindTime:
		d, _ := literal.ParseTime(t.Value)
		return func(v unsafe.Pointer) (int, bool) { return record.Time(v).Compare(d), true }
	case record.KindGYear:
		y, _ := literal.ParseGYear(t.Value)
		return func(v unsafe.Pointer) (int, bool) { return record.GYear(v).Compare(y), true }
	default:
		return func(v unsafe.Pointer) (int, bool) {
			return literal.Compare(p.Shape.Datatype, record.String(v), t.Datatype, t.Value)
		}
	}
}

// matcher says whether a value is a declared term, which is checked.
func matcher(f *record.Field, t rdf.Term) func(unsafe.Pointer) bool {
	switch f.Kind {
	case record.KindBool:
		return func(v unsafe.Pointer) bool { return record.Bool(v) == (t.Value == "true") }
	case record.KindInt:
		n, _ := strconv.ParseInt(t.Value, 10, 64)
		return func(v unsafe.Pointer) bool { return f.Int(v) == n }
	case record.KindUint:
		n, _ := strconv.ParseUint(t.Value, 10, 64)
		return func(v unsafe.Pointer) bool { return f.Uint(v) == n }
	case record.KindFloat:
		x, _ := strconv.ParseFloat(t.Value, 64)
		return func(v unsafe.Pointer) bool { return f.Float(v) == x }
	case record.KindDate:
		d, _ := literal.ParseDate(t.Value)
		return func(v unsafe.Pointer) bool { return record.Date(v) == d }
	case record.KindDateTime:
		d, _ := literal.ParseDateTime(t.Value)
		moment := d.Time()
		return func(v unsafe.Pointer) bool { return f.DateTime(v).Equal(moment) }
	case record.KindTime:
		d, _ := literal.ParseTime(t.Value)
		return func(v unsafe.Pointer) bool { return record.Time(v) == d }
	case record.KindGYear:
		y, _ := literal.ParseGYear(t.Value)
		return func(v unsafe.Pointer) bool { return record.GYear(v) == y }
	case record.KindLangString:
		return func(v unsafe.Pointer) bool {
			value := record.LangValue(v)
			return value.Value == t.Value && strings.EqualFold(value.Lang, t.Lang)
		}
	case record.KindToken:
		name := tokenName(f, t)
		return func(v unsafe.Pointer) bool { return record.String(v) == name }
	case record.KindString, record.KindDecimal, record.KindRef, record.KindNode:
	}
	return func(v unsafe.Pointer) bool { return record.String(v) == t.Value }
}

// tokenName is the word of an enumeration's IRI.
func tokenName(f *record.Field, t rdf.Term) string {
	for _, token := range f.Tokens {
		if string(token.IRI) == t.Value {
			return token.Name
		}
	}
	return ""
}
