package server

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// unreserved decodes the percent-encoded characters of a path that need no encoding (RFC 3986 6.2.2.2).
func unreserved(path string) string {
	if !strings.ContainsFunc(path, func(r rune) bool { return r == '%' }) {
		return path
	}
	out := make([]byte, 0, len(path))
	for i := 0; i < len(path); i++ {
		if path[i] == '%' && i+2 < len(path) {
			if c := hex(path[i+1])<<4 | hex(path[i+2]); plain(c) {
				out = append(out, c)
				i += 2
				continue
			}
		}
		out = append(out, path[i])
	}
	return string(out)
}

// hex is the value of a hexadecimal digit. An escaped path has no other ones behind a percent sign.
func hex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	default:
		return c - '0'
	}
}

// plain says whether a character is unreserved (RFC 3986 2.3).
func plain(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}

// unescape decodes a segment of an escaped path.
func unescape(segment string) string {
	if strings.IndexByte(segment, '%') < 0 {
		return segment
	}
	if decoded, err := url.PathUnescape(segment); err == nil {
		return decoded
	}
	return segment
}

// text says whether a decoded path is made of characters that an identifier may have.
func text(path string) bool {
	for i := range len(path) {
		if path[i] < ' ' || path[i] == 0x7f {
			return false
		}
	}
	return utf8.ValidString(path)
}
