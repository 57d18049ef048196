package query_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

func TestPatternsMatchRunsOfWholeWords(t *testing.T) {
	tests := []struct {
		pattern string
		yes, no []string
	}{
		{"groen*", []string{"Groen", "Groenlo", "Groenink", "GROENEN", "De Groenlo", "Groen Links"}, []string{"Gro", "Vergroenen", ""}},
		{"*frank*", []string{"Frank", "Franka", "Johan Frank Robert", "Franklin", "Johanfrank"}, []string{"Fran", "Fran k"}},
		{"frank?", []string{"Franka", "Franky"}, []string{"Frank", "Franklin", "Frank Robert", "Johan Frank"}},
		{"Mari?", []string{"Maria", "Marie"}, []string{"Mariëlle", "Mari"}},
		{"*beatrix*", []string{"Prinses Beatrixlaan", "Beatrixstraat"}, []string{"Beatri"}},
		{"*trixstraa?", []string{"Beatrixstraat"}, []string{"Beatrixstraa", "Beatrixstraten"}},
		{"groen??", []string{"Groenlo", "Groenen"}, []string{"Groen", "Groens", "Groenink"}},
		{"*de*", []string{"Velden", "de", "Jan de Wit"}, []string{"Veld"}},
		{"ve*", []string{"Velden", "Ve"}, []string{"Steve"}},
		{"??en", []string{"Jeen", "Jan Been"}, []string{"en", "Steen", "a en"}},
		{"?*en", []string{"Been", "Steen", "ben"}, []string{"en", "a en"}},
		{"*?en*?", []string{"bent", "Steenen"}, []string{"en", "been", "ent"}},
		{"van de*", []string{"Jan van den Berg", "van de"}, []string{"van", "Ivan den Berg"}},
		{"*van den*", []string{"Ivan den Berg", "van den"}, []string{"van  den"}},
		{"* de *", []string{"Jan de Wit", " de "}, []string{"de", "Jan de"}},
		{"ée*", []string{"ÉEN", "éen"}, []string{"een", "idéeén"}},
		{"?éé?", []string{"NÉÉN", "ÉÉÉÉ"}, []string{"één", "ééé"}},
		{"*ﬂ日*", []string{"ﬂ日", "aﬂ日b"}, []string{"fl日"}},
		{"ka*", []string{"\u212Aarel", "karel"}, []string{"carel"}},
		{"no break*", []string{"no break"}, []string{"no\u00a0break"}},
		{"*wit", []string{"jan\u00a0wit", "de wit"}, []string{"wit-"}},
		{"v", []string{"v", "V", "a v b"}, []string{"ve", ""}},
		{"aab*", []string{"aaab aab", "aabaab"}, []string{"aaab"}},
	}
	for _, test := range tests {
		t.Run(test.pattern, func(t *testing.T) {
			pattern, err := query.CompilePattern(test.pattern)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range test.yes {
				if !pattern.Match(text) {
					t.Errorf("%q should match", text)
				}
			}
			for _, text := range test.no {
				if pattern.Match(text) {
					t.Errorf("%q should not match", text)
				}
			}
		})
	}
}

func TestCompilePatternRefuses(t *testing.T) {
	tests := []struct {
		name, pattern string
		code          query.Code
		detail        string
	}{
		{"B7-04 a wildcard in the middle", "Ja*en", query.CodeWildcard, "Ja*en has a wildcard between other characters"},
		{"B8-13 an asterisk in the middle", "ve*en", query.CodeWildcard, "between other characters"},
		{"B8-13 question marks in the middle", "ve??en", query.CodeWildcard, "between other characters"},
		{"B8-13 one character and an asterisk", "v*", query.CodeWildcard, "too little beside its wildcards"},
		{"B8-13 an asterisk and one character", "*n", query.CodeWildcard, "too little beside its wildcards"},
		{"B8-13 one character and a question mark", "v?", query.CodeWildcard, "too little beside its wildcards"},
		{"wildcards alone", "**??", query.CodeWildcard, "too little beside its wildcards"},
		{"spaces do not count", "*  a *", query.CodeWildcard, "too little beside its wildcards"},
		{"one character of two bytes", "é*", query.CodeWildcard, "too little beside its wildcards"},
		{"nothing", "", query.CodeMinLength, "the value is empty"},
		{"too much", strings.Repeat("x", query.MaxPattern) + "*", query.CodeMaxLength, "longer than 256 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := query.CompilePattern(test.pattern)
			var mistake *query.Error
			if !errors.As(err, &mistake) || mistake.Code != test.code || !strings.Contains(mistake.Detail, test.detail) {
				t.Errorf("got %v, want %s %q", err, test.code, test.detail)
			}
		})
	}
}

func TestTheZeroPatternMatchesNothing(t *testing.T) {
	var pattern query.Pattern
	if pattern.Match("") || pattern.Match("a") {
		t.Error("it matched")
	}
}

func TestMatchAllocatesNothing(t *testing.T) {
	pattern, err := query.CompilePattern("?*beatrix??")
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() {
		pattern.Match("Prinses Beatrixlaan aan Zee xBeatrixen")
		pattern.Match("Prinsès Bëatrixlaan")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// asRegexp writes a pattern as a regular expression, the slow way to say the same.
func asRegexp(pattern string) *regexp.Regexp {
	const space = `\t-\r\x{85}\p{Z}`
	var text strings.Builder
	for _, r := range pattern {
		switch r {
		case '*':
			text.WriteString(`[^` + space + `]*`)
		case '?':
			text.WriteString(`[^` + space + `]`)
		default:
			text.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return regexp.MustCompile(`(?is)(?:^|[` + space + `])` + text.String() + `(?:$|[` + space + `])`)
}

func FuzzPattern(f *testing.F) {
	f.Add("*frank*", "Johan Frank Robert")
	f.Add("groen??", "Groenlo")
	f.Add("?é*", "né\xff")
	f.Add("v", "v")
	f.Fuzz(func(t *testing.T, text, value string) {
		pattern, err := query.CompilePattern(text)
		if err != nil {
			mistakes(t, err)
			return
		}
		if !utf8.ValidString(text) || !utf8.ValidString(value) {
			pattern.Match(value)
			return
		}
		if got, want := pattern.Match(value), asRegexp(text).MatchString(value); got != want {
			t.Fatalf("%q on %q: got %v, a regular expression says %v", text, value, got, want)
		}
	})
}
