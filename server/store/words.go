package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// AppendWords appends the words of a text as a search compares them: the runs of letters, digits and marks, without
// regard to upper and lower case, to forms of the same character, and to the diacritics of Latin, Greek and Cyrillic, so
// that "Één" is "een". Words come in their order, as often as they are there.
func AppendWords(dst []string, text string) []string {
	for word := range strings.FieldsFuncSeq(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	}) {
		dst = append(dst, word)
	}
	return dst
}

// fold gives texts that are compared as equal the same form.
func fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	text = strings.ToValidUTF8(text, "\uFFFD") // package norm leaves some of what is behind invalid bytes as it is
	text = norm.NFKD.String(cases.Fold().String(norm.NFKD.String(text)))
	return strings.Map(func(r rune) rune {
		if 0x300 <= r && r <= 0x36F { // combining diacritical marks
			return -1
		}
		return unicode.ToLower(r) // Cherokee folds to upper case, and that to lower case
	}, text)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
