package jsonld

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// appendCanonical appends a value as the scanner makes it in the canonical form of JSON (RFC 8785): no white space, names in
// the order of their UTF-16 code units, nothing escaped that need not be.
func appendCanonical(dst []byte, value any) []byte {
	switch v := value.(type) {
	case bool:
		return strconv.AppendBool(dst, v)
	case float64:
		return literal.AppendJSONFloat(dst, v+0) // +0: no -0
	case string:
		return appendCanonicalString(dst, v)
	case []any:
		dst = append(dst, '[')
		for i, item := range v {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendCanonical(dst, item)
		}
		return append(dst, ']')
	case map[string]any:
		dst = append(dst, '{')
		for i, name := range slices.SortedFunc(maps.Keys(v), compareUTF16) {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(appendCanonicalString(dst, name), ':')
			dst = appendCanonical(dst, v[name])
		}
		return append(dst, '}')
	default:
		return append(dst, "null"...)
	}
}

func compareUTF16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}

func appendCanonicalString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c < ' ':
			escaped := literal.AppendJSONString(nil, s[i:i+1])
			dst = append(dst, escaped[1:len(escaped)-1]...)
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}
