package openapi

import (
	"math"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Formats of strings. Those that OpenAPI does not list are those of JSON Schema and of its own registry; a tool that does not know one reads a string.
const (
	formatDate      = "date"
	formatDateTime  = "date-time"
	formatTime      = "time-local" // "time" wants a time zone
	formatURI       = "uri"
	formatReference = "uri-reference"
)

// valueSchema is the JSON type of one value of a property, before any constraint. A language string is the map of all its
// values.
func valueSchema(p *shacl.Property) *openapi3.Schema {
	s := &openapi3.Schema{Type: typeString()}
	f := p.Field
	switch f.Kind {
	case record.KindString:
		stringSchema(s, p.Shape)
	case record.KindBool:
		s.Type = typeBoolean()
	case record.KindInt, record.KindUint:
		integerSchema(s, p)
	case record.KindFloat:
		s.Type, s.Format = typeNumber(), "double"
		if f.Value.Bits() == 32 {
			s.Format = "float"
		}
	case record.KindDate:
		s.Format = formatDate
	case record.KindDateTime:
		s.Format = formatDateTime
	case record.KindTime:
		s.Format = formatTime
		s.Pattern = `^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?$`
		extend(s, shaclExtension+"datatype", string(vocab.XSDTime))
	case record.KindGYear:
		s.Pattern = "^-?[0-9]{4,}$"
		extend(s, shaclExtension+"datatype", string(vocab.XSDGYear))
	case record.KindDecimal:
		extend(s, shaclExtension+"datatype", string(vocab.XSDDecimal))
		s.Pattern = `^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`
	case record.KindToken:
		for _, t := range f.Tokens {
			s.Enum = append(s.Enum, t.Name)
		}
	case record.KindRef:
		s.Format = formatReference
	case record.KindLangString:
		s = languageMap()
	case record.KindNode: // a definition of its own
	}
	return s
}

// languageMap is the object of a text by language.
func languageMap() *openapi3.Schema {
	return &openapi3.Schema{
		Type:                 typeObject(),
		AdditionalProperties: openapi3.AdditionalProperties{Schema: &openapi3.SchemaRef{Value: &openapi3.Schema{Type: typeString()}}},
	}
}

// stringSchema says what a string holds. A string with a date in it gets no format: XML Schema allows dates that the
// formats don't, with a time zone for example.
func stringSchema(s *openapi3.Schema, shape *shacl.PropertyShape) {
	switch {
	case shape == nil:
	case shape.NodeKind == vocab.SHIRI, shape.Datatype == vocab.XSDAnyURI:
		s.Format = formatURI
	case shape.Datatype == vocab.XSDBase64Binary:
		s.Format = "byte"
	case shape.Datatype != "" && shape.Datatype != vocab.XSDString:
		extend(s, shaclExtension+"datatype", string(shape.Datatype))
	}
}

// exactly is the bound below which every integer is a float64, which the model holds bounds in.
const exactly = 1 << 53

// integerSchema says how large an integer can be, by its Go type and its datatype.
func integerSchema(s *openapi3.Schema, p *shacl.Property) {
	s.Type = typeInteger()
	f := p.Field
	bits := f.Value.Bits()
	least, most := -math.Pow(2, float64(bits-1)), math.Pow(2, float64(bits-1))-1
	if f.Kind == record.KindUint {
		least, most = 0, math.Pow(2, float64(bits))-1
	}
	if p.Shape != nil {
		from, to := datatypeRange(p.Shape.Datatype)
		least, most = max(least, from), min(most, to)
	}
	switch {
	case least >= math.MinInt32 && most <= math.MaxInt32:
		s.Format = "int32"
	case most >= math.MaxUint64:
		s.Format = "uint64" // no format of 2.0, but an int64 it is not
	default:
		s.Format = "int64"
	}
	// A bound that the format says already, or that no float64 is, is left out.
	if least != math.MinInt32 && math.Abs(least) < exactly {
		s.Min = &least
	}
	if most != math.MaxInt32 && math.Abs(most) < exactly {
		s.Max = &most
	}
}

// datatypeRange is the range of the integers of a datatype.
func datatypeRange(datatype vocab.IRI) (least, most float64) {
	least, most = math.Inf(-1), math.Inf(1)
	switch strings.TrimPrefix(string(datatype), vocab.NSXSD) {
	case "byte":
		least, most = math.MinInt8, math.MaxInt8
	case "short":
		least, most = math.MinInt16, math.MaxInt16
	case "int":
		least, most = math.MinInt32, math.MaxInt32
	case "long":
		least, most = math.MinInt64, math.MaxInt64
	case "unsignedByte":
		least, most = 0, math.MaxUint8
	case "unsignedShort":
		least, most = 0, math.MaxUint16
	case "unsignedInt":
		least, most = 0, math.MaxUint32
	case "unsignedLong":
		least, most = 0, math.MaxUint64
	case "nonNegativeInteger":
		least = 0
	case "positiveInteger":
		least = 1
	case "nonPositiveInteger":
		most = 0
	case "negativeInteger":
		most = -1
	}
	return least, most
}
