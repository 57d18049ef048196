package literal

import (
	"strings"
	"unicode/utf8"
)

// isTextType reports whether the datatype, by local name, is xsd:string, derived from it, or xsd:anyURI.
func isTextType(name string) bool {
	switch name {
	case "string", "normalizedString", "token", "language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY", "anyURI":
		return true
	default:
		return false
	}
}

// textReason returns why s is no value of a datatype of isTextType, "" if it is one or the datatype is another.
func textReason(name, s string) string {
	if !isTextType(name) {
		return ""
	}
	if reason := checkChars(s); reason != "" || name == "string" {
		return reason
	}
	if strings.ContainsAny(s, "\t\n\r") {
		return "it must not have tabs or line breaks"
	}
	switch name {
	case "token":
		if s != "" && (s[0] == ' ' || s[len(s)-1] == ' ') || strings.Contains(s, "  ") {
			return "it must not have spaces at either end or two spaces together"
		}
	case "language":
		return languageReason(s)
	case "NMTOKEN":
		if s == "" || !allNameChars(s) {
			return "it must be letters, digits, '.', '-', '_' and ':' only"
		}
	case "Name":
		if !isName(s) {
			return "it must be an XML name: a letter, '_' or ':', then letters, digits, '.', '-', '_' and ':'"
		}
	case "NCName", "ID", "IDREF", "ENTITY":
		if !isName(s) || strings.IndexByte(s, ':') >= 0 {
			return "it must be an XML name without colon: a letter or '_', then letters, digits, '.', '-' and '_'"
		}
	}
	return ""
}

// checkChars returns why s has a character that XML, and so XSD, does not know: a control character, a noncharacter,
// or bytes that are no UTF-8.
func checkChars(s string) string {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				return "it must not have control characters other than tab, line feed and carriage return"
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return "it must be UTF-8"
		}
		if r == '\uFFFE' || r == '\uFFFF' {
			return "it must not have the characters U+FFFE and U+FFFF"
		}
		i += size
	}
	return ""
}

// languageReason checks the grammar of xsd:language, which is wider than that of [CheckLanguageTag].
func languageReason(s string) string {
	for i, rest, more := 0, s, true; more; i++ {
		var part string
		part, rest, more = strings.Cut(rest, "-")
		if part == "" || len(part) > 8 || i == 0 && !isAlphaOf(part, 1, 8) || !isAlnums(part) {
			return "it must be letters, then parts of letters and digits after hyphens, eight at most each, such as nl-BE"
		}
	}
	return ""
}

// isAlnums reports whether s has ASCII letters and digits only.
func isAlnums(s string) bool {
	for i := range len(s) {
		if !isAlnum(s[i]) {
			return false
		}
	}
	return true
}

// isName reports whether s is a Name of XML 1.0, fifth edition.
func isName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return s != "" && isNameStart(first) && allNameChars(s)
}

// allNameChars reports whether all characters may stand in an XML name.
func allNameChars(s string) bool {
	for _, r := range s {
		if !isNameStart(r) && !isNameFollower(r) {
			return false
		}
	}
	return true
}

// isNameStart is the production NameStartChar.
func isNameStart(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || r == '_' || r == ':'
	case r < 0x300:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7
	case r < 0x2000:
		return r >= 0x370 && r != 0x37E
	case r < 0x3001:
		return r == 0x200C || r == 0x200D || r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF
	default:
		return r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFD || r >= 0x10000 && r <= 0xEFFFF
	}
}

// isNameFollower is what the production NameChar adds to NameStartChar.
func isNameFollower(r rune) bool {
	return r == '-' || r == '.' || r >= '0' && r <= '9' || r == 0xB7 || r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040
}
