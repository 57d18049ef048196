package query

import (
	"strconv"
	"unicode/utf8"
)

// decode returns the text that s stands for in a query: s itself where nothing in it is encoded.
func decode(s string) (string, *Error) {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '%' || c == '+' || c == ';' {
			return decodeFrom(s, i)
		}
	}
	return s, nil
}

// decodeFrom is decode for a text whose first plain bytes end at i.
func decodeFrom(s string, i int) (string, *Error) {
	text := make([]byte, i, len(s))
	copy(text, s)
	for i < len(s) {
		c, size := decodeByte(s[i:])
		switch {
		case size == 0:
			return "", &Error{
				Code: CodeNotAllowedCharacter, Value: shorten(printable(s)),
				Detail: "percent-encoding " + strconv.Quote(s[i:min(i+3, len(s))]) + " is broken, want % and two hexadecimal digits (a percent sign itself is %25)",
			}
		case c == ';' && size == 1:
			return "", &Error{
				Code: CodeNotAllowedCharacter, Value: shorten(printable(s)),
				Detail: "a semicolon separates nothing here, want & between parameters and %3B inside a value",
			}
		}
		text = append(text, c)
		i += size
	}
	if mistake := checkText(text); mistake != nil {
		return "", mistake
	}
	return string(text), nil
}

// decodeByte returns the first byte that s stands for and the number of bytes it is written with, 0 when it is broken.
func decodeByte(s string) (c byte, size int) {
	switch s[0] {
	case '+':
		return ' ', 1
	case '%':
		if len(s) < 3 {
			return 0, 0
		}
		high, low := unhex(s[1]), unhex(s[2])
		if high > 15 || low > 15 {
			return 0, 0
		}
		return high<<4 | low, 3
	}
	return s[0], 1
}

// unhex returns the value of a hexadecimal digit, or more than 15.
func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 16
}

// checkText refuses what is not UTF-8 and control characters.
func checkText(text []byte) *Error {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			return &Error{
				Code: CodeNotAllowedCharacter, Value: shorten(printable(string(text))),
				Detail: "byte " + hex(rune(text[i])) + " is not UTF-8, want text percent-encoded from UTF-8",
			}
		case r < ' ', 0x7F <= r && r < 0xA0:
			return &Error{
				Code: CodeNotAllowedCharacter, Value: shorten(printable(string(text))),
				Detail: "control character " + hex(r) + " is not allowed",
			}
		}
		i += size
	}
	return nil
}

func hex(r rune) string {
	const digits = "0123456789ABCDEF"
	return "0x" + string([]byte{digits[r>>4&15], digits[r&15]})
}

// printable returns s fit for a message: what is not UTF-8 or a control character becomes U+FFFD.
func printable(s string) string {
	text := make([]rune, 0, len(s))
	for _, r := range s {
		if r < ' ' || 0x7F <= r && r < 0xA0 {
			r = utf8.RuneError
		}
		text = append(text, r)
	}
	return string(text)
}
