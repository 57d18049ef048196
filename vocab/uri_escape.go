package vocab

import "strings"

const upperHex = "0123456789ABCDEF"

// AppendURI appends an IRI, an IRI reference or a path as the ASCII that a URI is made of, safe for a header field and for
// an @id: what RFC 3986 does not allow – controls, space, DEL, bytes of UTF-8 (valid or not), quotation marks, angle
// brackets, braces, "|", "\", "^", "`", a "%" without two hexadecimal digits, square brackets outside an authority, a second
// "#" – is percent-encoded; everything else, valid percent-encodings included, stays as it is. It is idempotent, and maps
// every IRI that [CheckIRI] accepts to a URI that [CheckURI] accepts and that is equivalent to it ([RFC 3987, 3.1]). It
// allocates only to let dst grow.
//
// [RFC 3987, 3.1]: https://www.rfc-editor.org/rfc/rfc3987#section-3.1
func AppendURI(dst []byte, iri string) []byte {
	start, end := authority(iri)
	inFragment := false
	for i := range len(iri) {
		c := iri[i]
		switch {
		case c == '%':
			if i+2 < len(iri) && isHex(iri[i+1]) && isHex(iri[i+2]) {
				dst = append(dst, c)
				continue
			}
		case c == '[' || c == ']':
			if i >= start && i < end {
				dst = append(dst, c)
				continue
			}
		case c == '#':
			if !inFragment {
				inFragment = true
				dst = append(dst, c)
				continue
			}
		case isURIChar(c):
			dst = append(dst, c)
			continue
		}
		dst = appendEscaped(dst, c)
	}
	return dst
}

// AppendSegment appends a text as one segment of a path: everything that is not a pchar of RFC 3986 is percent-encoded, "/",
// "?", "#" and "%" included, so that decoding the segment gives the text back. The texts "", "." and ".." are segments that
// no encoding keeps apart from what they mean in a path: callers refuse them as identifiers. It allocates only to let dst
// grow.
func AppendSegment(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; isPchar(c) {
			dst = append(dst, c)
		} else {
			dst = appendEscaped(dst, c)
		}
	}
	return dst
}

// AppendQuery appends a text as a name or a value in a query: everything but unreserved characters, ":", "/" and "@" is
// percent-encoded, a space as "%20" and a comma as "%2C", so that every reader of queries gives the text back and no
// character in it is taken for a separator. It allocates only to let dst grow.
func AppendQuery(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; isUnreserved(c) || c == ':' || c == '/' || c == '@' {
			dst = append(dst, c)
		} else {
			dst = appendEscaped(dst, c)
		}
	}
	return dst
}

func appendEscaped(dst []byte, c byte) []byte {
	return append(dst, '%', upperHex[c>>4], upperHex[c&15])
}

// authority returns where the authority of a reference starts and ends; both are 0 when it has none.
func authority(s string) (start, end int) {
	rest := s
	if n := schemeLength(s); n > 0 {
		rest = s[n+1:]
	}
	if !strings.HasPrefix(rest, "//") {
		return 0, 0
	}
	start = len(s) - len(rest) + 2
	end = strings.IndexAny(s[start:], "/?#")
	if end < 0 {
		return start, len(s)
	}
	return start, start + end
}

// schemeLength returns the length of a reference's scheme without its colon, 0 when it has none.
func schemeLength(s string) int {
	if s == "" || !isAlpha(s[0]) {
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == ':':
			return i
		case !isAlnum(c) && c != '+' && c != '-' && c != '.':
			return 0
		}
	}
	return 0
}

func isAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isAlnum(c byte) bool { return isAlpha(c) || isDigit(c) }
func isHex(c byte) bool   { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

func isUnreserved(c byte) bool {
	return isAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~'
}

func isSubDelim(c byte) bool {
	switch c {
	case '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=':
		return true
	}
	return false
}

// isPchar reports whether c may stand in a path segment without percent-encoding.
func isPchar(c byte) bool { return isUnreserved(c) || isSubDelim(c) || c == ':' || c == '@' }

// isURIChar reports whether c may stand in a URI outside of an IP literal, but for "%" and "#".
func isURIChar(c byte) bool { return isPchar(c) || c == '/' || c == '?' }
