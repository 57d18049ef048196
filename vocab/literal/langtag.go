package literal

import "strings"

// CheckLanguageTag returns a [*LexicalError] if s is not a well-formed language tag: the grammar of [BCP 47], with the
// irregular tags it lists, without regard to case and without asking a registry whether the subtags exist.
//
// [BCP 47]: https://www.rfc-editor.org/rfc/rfc5646#section-2.1
func CheckLanguageTag(s string) error {
	return lexicalError("language", s, languageTagReason(s))
}

// languageTagReason returns why s is no well-formed tag, "" if it is.
func languageTagReason(s string) string {
	if s == "" {
		return "a language tag such as en or nl-BE is missing"
	}
	for i := range len(s) {
		if !isAlnum(s[i]) && s[i] != '-' {
			return "a language tag has only ASCII letters, digits and hyphens, such as en or nl-BE"
		}
	}
	if isIrregularTag(s) {
		return ""
	}
	subtags := subtagReader{rest: s}
	if first := subtags.next(); first == "x" || first == "X" {
		return subtags.privateUse()
	} else if !isAlphaOf(first, 2, 8) {
		return "its first part must be a language of two to eight letters, such as en or nl"
	} else if len(first) <= 3 {
		for n := 0; n < 3 && isAlphaOf(subtags.peek(), 3, 3); n++ {
			subtags.next()
		}
	}
	if isAlphaOf(subtags.peek(), 4, 4) { // script
		subtags.next()
	}
	if region := subtags.peek(); isAlphaOf(region, 2, 2) || len(region) == 3 && isDigits(region) {
		subtags.next()
	}
	for isVariant(subtags.peek()) {
		subtags.next()
	}
	return subtags.extensions()
}

// subtagReader walks over the parts between hyphens.
type subtagReader struct {
	rest string
	done bool
}

// peek returns the next part, "" at the end.
func (r *subtagReader) peek() string {
	part, _, _ := strings.Cut(r.rest, "-")
	return part
}

// next returns the next part and moves behind it.
func (r *subtagReader) next() string {
	part, rest, more := strings.Cut(r.rest, "-")
	r.rest, r.done = rest, !more
	return part
}

// extensions reads what follows the variants: extensions, then private use.
func (r *subtagReader) extensions() string {
	for !r.done {
		singleton := r.next()
		if singleton == "x" || singleton == "X" {
			return r.privateUse()
		}
		if len(singleton) != 1 {
			return "after the language come at most a script (Latn), a region (BE or 056), variants and extensions, in this order"
		}
		count := 0
		for len(r.peek()) >= 2 && len(r.peek()) <= 8 {
			r.next()
			count++
		}
		if count == 0 {
			return "a single letter or digit must be followed by parts of two to eight letters or digits"
		}
	}
	return ""
}

// privateUse reads what follows an x.
func (r *subtagReader) privateUse() string {
	for count := 0; ; count++ {
		if r.done && count > 0 {
			return ""
		}
		if part := r.next(); part == "" || len(part) > 8 {
			return "x must be followed by parts of one to eight letters or digits"
		}
	}
}

// isVariant reports whether part is five to eight letters or digits, or four of which the first is a digit.
func isVariant(part string) bool {
	return len(part) >= 5 && len(part) <= 8 || len(part) == 4 && isDigit(part[0])
}

// isAlphaOf reports whether part is least to most letters.
func isAlphaOf(part string, least, most int) bool {
	if len(part) < least || len(part) > most {
		return false
	}
	for i := range len(part) {
		if !isAlpha(part[i]) {
			return false
		}
	}
	return true
}

// isIrregularTag reports whether s is one of the grandfathered tags that the grammar does not cover.
func isIrregularTag(s string) bool {
	if len(s) < 5 || s[0]|0x20 != 'i' && s[0]|0x20 != 'e' && s[0]|0x20 != 's' {
		return false
	}
	for _, tag := range irregularTags {
		if equalTags(s, tag) {
			return true
		}
	}
	return false
}

// irregularTags are the irregular grandfathered tags of RFC 5646, section 2.1.
//
//nolint:gochecknoglobals // a table that is never written
var irregularTags = [...]string{
	"en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
	"i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
}

// MatchLanguage says that a language tag matches one of the ranges, as langMatches of SPARQL does: en matches en-GB, in any
// case, and * matches every language. What has no language matches nothing.
func MatchLanguage(tag string, ranges []string) bool {
	if tag == "" {
		return false
	}
	for _, r := range ranges {
		if r == "*" || len(tag) >= len(r) && strings.EqualFold(tag[:len(r)], r) && (len(tag) == len(r) || tag[len(r)] == '-') {
			return true
		}
	}
	return false
}
