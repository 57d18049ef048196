package jsonld

import (
	"math"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// mostExact is the first integer that JSON-LD documents do not keep exactly.
const mostExact = 1 << 53

// appendNative appends the JSON value that [Processor.ToRDF] reads as the literal, true, 5, 1.5 or a JSON literal, and
// reports false when there is none, as for "05"^^xsd:integer.
func appendNative(dst []byte, t rdf.Term) ([]byte, bool) {
	switch t.Datatype {
	case vocab.XSDBoolean:
		return append(dst, t.Value...), t.Value == "true" || t.Value == "false"
	case vocab.XSDInteger:
		n, err := strconv.ParseInt(t.Value, 10, 64)
		if err != nil || n <= -mostExact || n >= mostExact {
			return dst, false
		}
		end := len(dst)
		dst = strconv.AppendInt(dst, n, 10)
		return dst, string(dst[end:]) == t.Value
	case vocab.XSDDouble:
		f, err := strconv.ParseFloat(t.Value, 64)
		if err != nil || math.IsNaN(f) || f == math.Trunc(f) && math.Abs(f) < 1e21 || string(literal.AppendDouble(nil, f)) != t.Value {
			return dst, false
		}
		return literal.AppendJSONFloat(dst, f), !math.IsInf(f, 0)
	case vocab.RDFJSON:
		v, _, err := scan([]byte("["+t.Value+"]"), OwnLimits())
		if items, ok := v.([]any); err == nil && ok && len(items) == 1 && string(appendCanonical(nil, items[0])) == t.Value {
			return append(dst, t.Value...), true
		}
		return dst, false
	default:
		return dst, false
	}
}
