package conditional

const digits = "0123456789ABCDEF"

// AppendETag appends the strong entity tag "version.fingerprint", quotes included. The version is the store's and the same
// for every representation of a resource; the fingerprint, written as 16 hexadecimal digits, tells the representations
// apart. Characters of the version that an entity tag cannot hold or that some reader of lists trips over (quotation mark,
// backslash, comma, percent sign, space, controls and everything outside ASCII) are percent-encoded, so that different
// versions never share a tag. It allocates only to let dst grow.
func AppendETag(dst []byte, version string, fingerprint uint64) []byte {
	dst = append(dst, '"')
	for i := range len(version) {
		switch c := version[i]; {
		case c <= ' ', c >= 0x7F, c == '"', c == '\\', c == ',', c == '%':
			dst = append(dst, '%', digits[c>>4], digits[c&15])
		default:
			dst = append(dst, c)
		}
	}
	dst = append(dst, '.')
	for shift := 60; shift >= 0; shift -= 4 {
		dst = append(dst, "0123456789abcdef"[fingerprint>>shift&15])
	}
	return append(dst, '"')
}

// isOpaque reports whether s is the quoted part of an entity tag: no quotation mark, space or control inside the quotes.
func isOpaque(s string) bool {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return false
	}
	for i := 1; i < len(s)-1; i++ {
		if c := s[i]; c <= ' ' || c == '"' || c == 0x7F {
			return false
		}
	}
	return true
}

// cutWeak removes the mark of a weak entity tag, whose W is a capital.
func cutWeak(etag string) (opaque string, weak bool) {
	if len(etag) > 2 && etag[0] == 'W' && etag[1] == '/' {
		return etag[2:], true
	}
	return etag, false
}
