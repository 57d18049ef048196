package shacl

import (
	"math"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// wellFormed checks that a value is what its datatype or node kind says; nil when the Go type sees to it.
func wellFormed(p *Property) (vocab.IRI, func(unsafe.Pointer) bool) {
	f, shape := p.Field, p.Shape
	switch f.Kind {
	case record.KindString:
		if shape.NodeKind == vocab.SHIRI {
			return vocab.SHNodeKindConstraintComponent, func(v unsafe.Pointer) bool { return vocab.CheckURI(record.String(v)) == nil }
		}
		return vocab.SHDatatypeConstraintComponent, lexical(shape.Datatype)
	case record.KindInt, record.KindUint:
		return vocab.SHDatatypeConstraintComponent, inRange(f, shape.Datatype)
	case record.KindFloat:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool {
			x := f.Float(v)
			return !math.IsNaN(x) && !math.IsInf(x, 0)
		}
	case record.KindDate:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool { return !record.Date(v).IsZero() }
	case record.KindDateTime:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool {
			t := f.DateTime(v)
			return !t.IsZero() && !literal.DateTimeOf(t).IsZero()
		}
	case record.KindTime:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool { return !record.Time(v).IsZero() }
	case record.KindGYear:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool {
			y := record.GYear(v)
			return y != 0 && y <= maxYear && y >= -maxYear
		}
	case record.KindDecimal:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool {
			s := record.String(v)
			return s != "" && literal.Decimal(s).Check() == nil
		}
	case record.KindLangString:
		return vocab.SHDatatypeConstraintComponent, func(v unsafe.Pointer) bool {
			value := record.LangValue(v)
			return validText(value.Value) && literal.CheckLanguageTag(value.Lang) == nil
		}
	case record.KindRef:
		return vocab.SHNodeKindConstraintComponent, func(v unsafe.Pointer) bool {
			s := record.String(v)
			return s != "" && validText(s)
		}
	case record.KindNode:
		return vocab.SHNodeKindConstraintComponent, nodeKind(p)
	case record.KindBool, record.KindToken:
	}
	return "", nil
}

// maxYear is the greatest year that a GYear can be written with.
const maxYear = 999_999_999

// lexical checks the lexical form of strings.
func lexical(datatype vocab.IRI) func(unsafe.Pointer) bool {
	switch datatype {
	case vocab.XSDString:
		return func(v unsafe.Pointer) bool { return validText(record.String(v)) }
	case vocab.XSDAnyURI:
		return func(v unsafe.Pointer) bool { return vocab.CheckURI(record.String(v)) == nil }
	default:
		return func(v unsafe.Pointer) bool {
			s := record.String(v)
			return validText(s) && literal.CheckLexical(datatype, s) == nil
		}
	}
}

// validText says that a string is one in every syntax: UTF-8 without U+0000.
func validText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// nodeKind checks whether a nested node has an identifier; nil when either will do.
func nodeKind(p *Property) func(unsafe.Pointer) bool {
	identifier := p.Node.layout.Identifier()
	switch {
	case p.Shape.NodeKind == vocab.SHBlankNodeOrIRI || identifier == nil:
		return nil
	case p.Shape.NodeKind == vocab.SHIRI:
		return func(v unsafe.Pointer) bool { return identifier.Len(v) > 0 }
	default:
		return func(v unsafe.Pointer) bool { return identifier.Len(v) == 0 }
	}
}

// inRange checks the range of an integer datatype that is narrower than the Go type; nil when none is.
func inRange(f *record.Field, datatype vocab.IRI) func(unsafe.Pointer) bool {
	low, high := integerRange(datatype)
	if f.Kind == record.KindUint {
		if low <= 0 && high == math.MaxUint64 {
			return nil
		}
		least := uint64(max(low, 0))
		return func(v unsafe.Pointer) bool { n := f.Uint(v); return n >= least && n <= high }
	}
	if low == math.MinInt64 && high >= math.MaxInt64 {
		return nil
	}
	most := int64(min(high, math.MaxInt64))
	if datatype == vocab.XSDNegativeInteger {
		most = -1
	}
	return func(v unsafe.Pointer) bool { n := f.Int(v); return n >= low && n <= most }
}

// integerRange is the range of an integer datatype as far as Go's integers reach. The upper end of a negativeInteger, -1,
// is its caller's business.
func integerRange(datatype vocab.IRI) (low int64, high uint64) {
	switch datatype {
	case vocab.XSDLong:
		return math.MinInt64, math.MaxInt64
	case vocab.XSDInt:
		return math.MinInt32, math.MaxInt32
	case vocab.XSDShort:
		return math.MinInt16, math.MaxInt16
	case vocab.XSDByte:
		return math.MinInt8, math.MaxInt8
	case vocab.XSDNonNegativeInteger, vocab.XSDUnsignedLong:
		return 0, math.MaxUint64
	case vocab.XSDPositiveInteger:
		return 1, math.MaxUint64
	case vocab.XSDNonPositiveInteger, vocab.XSDNegativeInteger:
		return math.MinInt64, 0
	case vocab.XSDUnsignedInt:
		return 0, math.MaxUint32
	case vocab.XSDUnsignedShort:
		return 0, math.MaxUint16
	case vocab.XSDUnsignedByte:
		return 0, math.MaxUint8
	default:
		return math.MinInt64, math.MaxUint64
	}
}

// textOf reads the text of a string or of a value of a language string.
func textOf(f *record.Field) func(unsafe.Pointer) string {
	if f.Kind == record.KindLangString {
		return func(v unsafe.Pointer) string { return record.LangValue(v).Value }
	}
	return record.String
}

// minLength and maxLength count code points, and only where the number of bytes does not decide.
func minLength(f *record.Field, n int) func(unsafe.Pointer) bool {
	text := textOf(f)
	return func(v unsafe.Pointer) bool {
		s := text(v)
		return len(s) >= n && (len(s) >= n*utf8.UTFMax || utf8.RuneCountInString(s) >= n)
	}
}

func maxLength(f *record.Field, n int) func(unsafe.Pointer) bool {
	text := textOf(f)
	return func(v unsafe.Pointer) bool {
		s := text(v)
		return len(s) <= n || utf8.RuneCountInString(s) <= n
	}
}

// fewValues is how many values are compared one by one before a table is made of them.
const fewValues = 8

// among checks that a value is one of a list.
func among(f *record.Field, list []rdf.Term) func(unsafe.Pointer) bool {
	if len(list) > fewValues && f.Kind == record.KindString {
		table := make(map[string]struct{}, len(list))
		for _, t := range list {
			table[t.Value] = struct{}{}
		}
		return func(v unsafe.Pointer) bool { _, ok := table[record.String(v)]; return ok }
	}
	matchers := make([]func(unsafe.Pointer) bool, len(list))
	for i, t := range list {
		matchers[i] = matcher(f, t)
	}
	return func(v unsafe.Pointer) bool {
		for _, m := range matchers {
			if m(v) {
				return true
			}
		}
		return false
	}
}
