package link

import "github.com/hydrant-ld/hydrant/vocab"

const hexadecimal = "0123456789ABCDEF"

// AppendLink appends one link: the target as a URI reference, then the relation, then the parameters, given as names and
// values in turn. It allocates only to let dst grow.
//
//   - The target, and the value of anchor, are written by [vocab.AppendURI], so they cannot hold a ">".
//   - The relation, one or several separated by spaces, is quoted; what cannot stand in one is percent-encoded.
//   - A title with characters outside ASCII, or with controls, is written as title* (RFC 8288 3.4.1, RFC 8187).
//   - Other values are quoted, quotation marks and backslashes escaped, everything outside printable ASCII percent-encoded.
//   - A parameter whose name has more in it than letters, digits and hyphens, and a second rel, are left out; a last name without value is written alone.
func AppendLink(dst []byte, target, rel string, params ...string) []byte {
	dst = append(dst, '<')
	dst = vocab.AppendURI(dst, target)
	dst = append(dst, `>; rel="`...)
	for i := range len(rel) {
		switch c := rel[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>':
			dst = appendEscaped(dst, c)
		default:
			dst = append(dst, c)
		}
	}
	dst = append(dst, '"')
	for ; len(params) > 1; params = params[2:] {
		dst = appendParameter(dst, params[0], params[1])
	}
	if len(params) == 1 && isName(params[0]) {
		dst = append(dst, "; "...)
		dst = append(dst, params[0]...)
	}
	return dst
}

// appendParameter appends one parameter with the semicolon in front of it.
func appendParameter(dst []byte, name, value string) []byte {
	if !isName(name) {
		return dst
	}
	dst = append(dst, "; "...)
	dst = append(dst, name...)
	switch {
	case name == "anchor":
		dst = append(dst, `="`...)
		dst = vocab.AppendURI(dst, value)
		return append(dst, '"')
	case name == "title" && !isPrintable(value):
		return appendExtended(dst, value)
	}
	dst = append(dst, `="`...)
	for i := range len(value) {
		switch c := value[i]; {
		case c == '"', c == '\\':
			dst = append(dst, '\\', c)
		case c < ' ', c > '~':
			dst = appendEscaped(dst, c)
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}

// appendExtended appends a value in the form of RFC 8187, whose mark behind the name is part of it.
func appendExtended(dst []byte, value string) []byte {
	dst = append(dst, "*=UTF-8''"...)
	for i := range len(value) {
		if c := value[i]; isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~' {
			dst = append(dst, c)
		} else {
			dst = appendEscaped(dst, c)
		}
	}
	return dst
}

func appendEscaped(dst []byte, c byte) []byte {
	return append(dst, '%', hexadecimal[c>>4], hexadecimal[c&15])
}

// isName reports whether s is a name that a parameter may have here: letters, digits and hyphens, not rel.
func isName(s string) bool {
	for i := range len(s) {
		if !isAlphanumeric(s[i]) && s[i] != '-' {
			return false
		}
	}
	return s != "" && (len(s) != 3 || s[0]|0x20 != 'r' || s[1]|0x20 != 'e' || s[2]|0x20 != 'l')
}

func isPrintable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}
