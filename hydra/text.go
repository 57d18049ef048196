package hydra

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Text is prose for people, by language tag: titles and descriptions of what an API offers. It is read when the API is
// compiled and not kept.
type Text map[string]string

// check returns a mistake for each language tag that is none and each text that is blank.
func (t Text) check(what string) (errs []error) {
	for _, lang := range sortedKeys(t) {
		if err := literal.CheckLanguageTag(lang); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
		}
		if strings.TrimSpace(t[lang]) == "" {
			errs = append(errs, fmt.Errorf("%s: the text in %q is empty: write it or leave the language out", what, lang))
		}
	}
	return errs
}

// langString is the text as a value, the given languages first, the others sorted.
func (t Text) langString(languages []string) LangString {
	if len(t) == 0 {
		return nil
	}
	out := make(LangString, 0, len(t))
	for lang, text := range t {
		out = append(out, LangValue{Lang: lang, Value: text})
	}
	slices.SortFunc(out, func(a, b LangValue) int { return compareLanguages(a.Lang, b.Lang, languages) })
	return out
}

// compareLanguages orders language tags: the preferred ones first, in their order, then the others sorted.
func compareLanguages(a, b string, preferred []string) int {
	rank := func(lang string) int {
		if i := slices.IndexFunc(preferred, func(p string) bool { return strings.EqualFold(p, lang) }); i >= 0 {
			return i
		}
		return len(preferred)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}
