package rdf

import "unicode/utf8"

// blankLabelLength returns the length in bytes of the longest blank node label that s begins with, 0 when there is none: the
// production BLANK_NODE_LABEL without its "_:". A final dot is not part of a label.
func blankLabelLength[S []byte | string](s S) int {
	length := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
			if r == utf8.RuneError && size == 1 {
				break
			}
		}
		switch {
		case isNameStart(r), '0' <= r && r <= '9', i > 0 && isNameExtra(r):
			length = i + size
		case r == '.' && i > 0:
		default:
			return length
		}
		i += size
	}
	return length
}

// isNameStart is the production PN_CHARS_U of Turtle: PN_CHARS_BASE or "_".
func isNameStart(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
		return true
	case r < 0xC0:
		return false
	case r <= 0x2FF:
		return r != 0xD7 && r != 0xF7
	case 0x370 <= r && r <= 0x1FFF:
		return r != 0x37E
	}
	return r == 0x200C || r == 0x200D ||
		0x2070 <= r && r <= 0x218F ||
		0x2C00 <= r && r <= 0x2FEF ||
		0x3001 <= r && r <= 0xD7FF ||
		0xF900 <= r && r <= 0xFDCF ||
		0xFDF0 <= r && r <= 0xFFFD ||
		0x10000 <= r && r <= 0xEFFFF
}

// isNameExtra is what PN_CHARS of Turtle has beyond PN_CHARS_U and the digits.
func isNameExtra(r rune) bool {
	return r == '-' || r == 0xB7 || 0x300 <= r && r <= 0x36F || r == 0x203F || r == 0x2040
}

// langTagLength returns the length of the longest language tag that s begins with, 0 when there is none: letters, then
// subtags of letters and digits, joined by hyphens.
func langTagLength[S []byte | string](s S) int {
	length := 0
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		switch {
		case letter, length > 0 && '0' <= c && c <= '9' && hasHyphen(s[:i]):
			length = i + 1
		case c == '-' && length == i && i > 0:
		default:
			return length
		}
	}
	return length
}

func hasHyphen[S []byte | string](s S) bool {
	for i := range len(s) {
		if s[i] == '-' {
			return true
		}
	}
	return false
}
