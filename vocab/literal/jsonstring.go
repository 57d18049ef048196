package literal

import (
	"math"
	"math/bits"
	"strconv"
	"unicode/utf8"
)

// hexDigits are the digits of \u escapes.
const hexDigits = "0123456789abcdef"

// mustEscape tells which bytes can't stand for themselves in a JSON string: controls, the quotation mark, the
// backslash, and all that is not ASCII and so needs a look at the whole character.
//
//nolint:gochecknoglobals // a table that is never written
var mustEscape = func() (table [256]bool) {
	for c := range table {
		table[c] = c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf
	}
	return table
}()

// AppendJSONString appends s as a JSON string, byte for byte what an [encoding/json.Encoder] with SetEscapeHTML(false)
// writes: <, > and & stand for themselves, U+2028 and U+2029 are escaped, and so is the replacement character that
// each byte of invalid UTF-8 becomes. It allocates only to grow dst.
func AppendJSONString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := plainPrefix(s); i < len(s); i += plainPrefix(s[i:]) {
		c := s[i]
		if c < utf8.RuneSelf {
			dst = appendEscape(append(dst, s[start:i]...), c)
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			dst = append(append(dst, s[start:i]...), `\ufffd`...)
			start = i + size
		case r == '\u2028' || r == '\u2029':
			dst = append(append(dst, s[start:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&0xF])
			start = i + size
		}
		i += size
	}
	return append(append(dst, s[start:]...), '"')
}

// plainPrefix returns how many bytes s begins with that stand for themselves. It looks at eight at once: what it adds to or
// takes from all of them shows in the top bit of those that don't (a borrow may show a further one as well, behind them).
func plainPrefix(s string) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		quote, backslash := w^ones*'"', w^ones*'\\'
		if special := (w | (w - ones*' ') | (quote - ones) | (backslash - ones)) & tops; special != 0 {
			return i + bits.TrailingZeros64(special)/8
		}
	}
	for i < len(s) && !mustEscape[s[i]] {
		i++
	}
	return i
}

// appendEscape appends the escape of an ASCII character.
func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	default:
		return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
	}
}

// AppendJSONFloat appends a finite f as [encoding/json] does: the shortest number that reads back as f, with an
// exponent below 1e-6 and from 1e21. JSON has no number for the others: they are appended as the JSON strings "NaN",
// "INF" and "-INF", which a JSON-LD term of type xsd:double turns into the right literals. It allocates only to grow
// dst.
func AppendJSONFloat(dst []byte, f float64) []byte {
	if special := specialDouble(f); special != "" {
		return append(append(append(dst, '"'), special...), '"')
	}
	if abs := math.Abs(f); abs == 0 || abs >= 1e-6 && abs < 1e21 {
		return strconv.AppendFloat(dst, f, 'f', -1, 64)
	}
	dst = strconv.AppendFloat(dst, f, 'e', -1, 64)
	if n := len(dst); dst[n-4] == 'e' && dst[n-2] == '0' { // e-09 is written e-9
		dst[n-2] = dst[n-1]
		dst = dst[:n-1]
	}
	return dst
}
