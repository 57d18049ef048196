package rdf

import (
	"fmt"
	"unicode/utf8"
)

// appendXML appends text as it stands between tags, or an IRI as it stands in an attribute: IRIs have no quotation marks and
// no white space, which would need more there. A carriage return that is not escaped would become a line feed.
func appendXML(dst []byte, s string) []byte {
	return appendEscaped(dst, s, func(c byte) string {
		switch c {
		case '&':
			return "&amp;"
		case '<':
			return "&lt;"
		case '>':
			return "&gt;"
		case '\r':
			return "&#13;"
		}
		return ""
	})
}

// appendEscaped appends s with what escape returns in place of the bytes for which it returns something.
func appendEscaped(dst []byte, s string, escape func(c byte) string) []byte {
	start := 0
	for i := range len(s) {
		if escaped := escape(s[i]); escaped != "" {
			dst = append(dst, s[start:i]...)
			dst = append(dst, escaped...)
			start = i + 1
		}
	}
	return append(dst, s[start:]...)
}

// nonXML returns the first character of s that XML does not allow (production Char), for a message; "" when there is none.
func nonXML(s string) string {
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return fmt.Sprintf("the byte 0x%02X, which is not UTF-8", s[i])
			}
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			return fmt.Sprintf("the character %U", r)
		}
	}
	return ""
}
