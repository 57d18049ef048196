package shacl

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// datatypeOf is the datatype of the literals of a kind, empty where values are no literals.
func datatypeOf(kind record.Kind) vocab.IRI {
	switch kind {
	case record.KindString:
		return vocab.XSDString
	case record.KindBool:
		return vocab.XSDBoolean
	case record.KindInt, record.KindUint:
		return vocab.XSDInteger
	case record.KindFloat:
		return vocab.XSDDouble
	case record.KindDate:
		return vocab.XSDDate
	case record.KindDateTime:
		return vocab.XSDDateTime
	case record.KindTime:
		return vocab.XSDTime
	case record.KindGYear:
		return vocab.XSDGYear
	case record.KindDecimal:
		return vocab.XSDDecimal
	case record.KindLangString:
		return vocab.RDFLangString
	case record.KindToken, record.KindRef, record.KindNode:
	}
	return ""
}

// datatypesOf lists the datatypes that a kind may have, nil for any.
func datatypesOf(kind record.Kind) []vocab.IRI {
	switch kind {
	case record.KindString:
		return nil
	case record.KindInt, record.KindUint:
		names := []vocab.IRI{
			vocab.XSDInteger, vocab.XSDLong, vocab.XSDInt, vocab.XSDShort, vocab.XSDByte,
			vocab.XSDNonNegativeInteger, vocab.XSDPositiveInteger,
			vocab.XSDUnsignedLong, vocab.XSDUnsignedInt, vocab.XSDUnsignedShort, vocab.XSDUnsignedByte,
		}
		if kind == record.KindInt {
			names = append(names, vocab.XSDNonPositiveInteger, vocab.XSDNegativeInteger)
		}
		return names
	case record.KindFloat:
		return []vocab.IRI{vocab.XSDDouble, vocab.XSDFloat}
	case record.KindDateTime:
		return []vocab.IRI{vocab.XSDDateTime, vocab.XSDDateTimeStamp}
	case record.KindBool, record.KindDate, record.KindTime, record.KindGYear, record.KindDecimal, record.KindLangString:
		return []vocab.IRI{datatypeOf(kind)}
	case record.KindToken, record.KindRef, record.KindNode:
	}
	return []vocab.IRI{}
}

// family groups the datatypes that admit the same constraints.
type family uint8

const (
	familyText     family = iota // strings and what is unknown
	familyOrdered                // numbers, dates, times and durations
	familyUnlisted               // booleans and binary data
)

// familyOf is the family of a datatype of string fields.
func familyOf(datatype vocab.IRI) family {
	name, ok := strings.CutPrefix(string(datatype), vocab.NSXSD)
	if !ok {
		return familyText
	}
	switch name {
	case "string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "anyURI", "ID", "IDREF", "ENTITY",
		"QName", "NOTATION":
		return familyText
	case "boolean", "hexBinary", "base64Binary":
		return familyUnlisted
	default:
		return familyOrdered
	}
}

// xsdNames are the local names of the datatypes of XML Schema that values can have.
func xsdNames() []string {
	return []string{
		"string", "boolean", "decimal", "integer", "double", "float", "date", "time", "dateTime", "dateTimeStamp", "gYear",
		"gMonth", "gDay", "gYearMonth", "gMonthDay", "duration", "yearMonthDuration", "dayTimeDuration", "byte", "short",
		"int", "long", "unsignedByte", "unsignedShort", "unsignedInt", "unsignedLong", "positiveInteger",
		"nonNegativeInteger", "negativeInteger", "nonPositiveInteger", "hexBinary", "base64Binary", "anyURI", "language",
		"normalizedString", "token", "NMTOKEN", "Name", "NCName",
	}
}

// canonical returns the lexical form that values of the field have in a graph, so that a declared value can be compared
// with them term by term.
func canonical(f *record.Field, datatype vocab.IRI, text string) (string, error) {
	if err := literal.CheckLexical(datatype, text); err != nil {
		return "", err
	}
	if datatype == vocab.XSDAnyURI {
		return text, vocab.CheckURI(text)
	}
	var err error
	switch f.Kind {
	case record.KindBool:
		if text == "1" || text == "0" {
			return strconv.FormatBool(text == "1"), nil
		}
	case record.KindInt:
		var n int64
		if n, err = strconv.ParseInt(text, 10, f.Value.Bits()); err == nil {
			text = strconv.FormatInt(n, 10)
		}
	case record.KindUint:
		var n uint64
		if n, err = strconv.ParseUint(text, 10, f.Value.Bits()); err == nil {
			text = strconv.FormatUint(n, 10)
		}
	case record.KindFloat:
		var x float64
		if x, err = strconv.ParseFloat(text, f.Value.Bits()); err == nil && !math.IsInf(x, 0) && !math.IsNaN(x) {
			text = string(literal.AppendDouble(nil, x))
		} else if err == nil {
			err = errors.New("not finite")
		}
	case record.KindDate:
		var v literal.Date
		v, err = literal.ParseDate(text)
		text = orText(text, v.String(), err)
	case record.KindDateTime:
		var v literal.DateTime
		v, err = literal.ParseDateTime(text)
		text = orText(text, v.String(), err)
	case record.KindTime:
		var v literal.Time
		v, err = literal.ParseTime(text)
		text = orText(text, v.String(), err)
	case record.KindGYear:
		var v literal.GYear
		v, err = literal.ParseGYear(text)
		text = orText(text, v.String(), err)
	case record.KindDecimal:
		_, err = literal.ParseDecimal(text)
	default:
	}
	if err != nil {
		switch f.Kind {
		case record.KindInt, record.KindUint, record.KindFloat:
			return "", fmt.Errorf("%q is no finite value of the Go type %s", text, f.Value)
		default:
		}
		return "", err
	}
	return text, nil
}

func orText(text, parsed string, err error) string {
	if err != nil {
		return text
	}
	return parsed
}
