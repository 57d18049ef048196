package store_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/store"
)

func TestWordsAreComparedWithoutCaseAndDiacritics(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		" ,.!? \t\n":                   "",
		"GopherCon 2026":               "gophercon|2026",
		"state-of-the-art, (really)":   "state|of|the|art|really",
		"Één café, één CAFE\u0301":     "een|cafe|een|cafe",
		"Straße STRASSE":               "strasse|strasse",
		"ΟΔΟΣ οδός":                    "οδοσ|οδοσ",
		"Ёлка елка":                    "елка|елка",
		"ﬁne Ｆｕｌｌ":                     "fine|full",
		"हिन्दी":                       "हिन्दी",
		"a\xffb\x00c":                  "a|b|c",
		"가\xff\x91\x80.\xf6ϊ":          "\u1100\u1161|ι",
		"the the":                      "the|the",
		"ꮀ Ꮀ":                          "ꮀ|ꮀ",
		"x² Ⅻ":                         "x2|xii",
		strings.Repeat("A", 100) + "!": strings.Repeat("a", 100),
	} {
		if got := strings.Join(store.AppendWords(nil, text), "|"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzTheWordsOfWordsAreTheSame(f *testing.F) {
	for _, seed := range []string{"", "a b", "Één", "Straße", "\u1E9E", "\xff", "ΌΣΟΣ", "\u0345", "ǰ", "\uFDFA", "가 각", "ꮀ Ꮀ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := store.AppendWords(nil, text)
		if again := store.AppendWords(nil, strings.Join(words, " ")); !slices.Equal(again, words) {
			t.Errorf("%q: %q, and of those %q", text, words, again)
		}
		if upper := store.AppendWords(nil, strings.ToUpper(text)); len(text) < 100 && isLatin(text) && !slices.Equal(upper, words) {
			t.Errorf("%q: %q, in upper case %q", text, words, upper)
		}
	})
}

func isLatin(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r > 0xFF })
}
