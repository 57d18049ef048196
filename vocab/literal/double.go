package literal

import (
	"math"
	"strconv"
)

// AppendDouble appends the canonical lexical form of an xsd:double as JSON-LD makes it from a JSON number
// ([JSON-LD API 8.6]): one digit before the point, one to fifteen after it, an exponent without plus sign or zeros
// before it, as in 1.5E0; INF, -INF and NaN. A graph written with it equals the graph that a JSON-LD processor makes of
// the JSON that [AppendJSONFloat] writes. Sixteen significant digits do not tell every double from its neighbours: that
// is how JSON-LD defines it. It allocates only to grow dst.
//
// [JSON-LD API 8.6]: https://www.w3.org/TR/json-ld11-api/#data-round-tripping
func AppendDouble(dst []byte, f float64) []byte {
	if special := specialDouble(f); special != "" {
		return append(dst, special...)
	}
	dst = strconv.AppendFloat(dst, f, 'E', 15, 64)
	e := len(dst) - 1
	for dst[e] != 'E' {
		e--
	}
	end := e // behind the last digit of the mantissa that stays
	for dst[end-1] == '0' && dst[end-2] != '.' {
		end--
	}
	exponent := e + 1
	negative := dst[exponent] == '-'
	exponent++
	for exponent < len(dst)-1 && dst[exponent] == '0' {
		exponent++
	}
	tail := dst[exponent:]
	dst = append(dst[:end], 'E')
	if negative {
		dst = append(dst, '-')
	}
	return append(dst, tail...)
}

// Widen returns the float64 with the shortest decimal form of f: Widen(0.1) is 0.1, where float64(f) is
// 0.10000000149011612. Fields of type float32 go through it, so that JSON and the RDF syntaxes show the number that
// was declared. It does not allocate.
func Widen(f float32) float64 {
	wide := float64(f)
	if math.IsNaN(wide) || math.IsInf(wide, 0) {
		return wide
	}
	var buf [32]byte
	short, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], wide, 'e', -1, 32)), 64)
	if err != nil {
		return wide
	}
	return short
}

// specialDouble returns the lexical form of a float that is not finite, "" for the others.
func specialDouble(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "INF"
	case math.IsInf(f, -1):
		return "-INF"
	default:
		return ""
	}
}
