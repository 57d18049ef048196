package server

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// htmlView chooses the texts of one page: one language of each, the words, and the prefix of references.
type htmlView struct {
	server *Server
	// prefix precedes a path below the base.
	prefix string
	words  *htmlWords
	// language is the one that was negotiated, lang that of the page: the same when there are words in it.
	language, lang string
	// used are the languages of texts.
	used []string
}

// htmlText is a text; Lang is set where its language is another than the page's.
type htmlText struct{ Value, Lang string }

// plain is a text whose language is the page's, or nobody's.
func plainText(text string) htmlText { return htmlText{Value: text} }

// view begins a page in a language.
func (s *Server) view(prefix, language string) *htmlView {
	v := &htmlView{server: s, prefix: prefix, words: wordsFor(language), language: language, lang: language}
	if primarySubtag(language) != v.words.Lang {
		v.lang = v.words.Lang
	}
	v.used = []string{v.lang}
	return v
}

// contentLanguage is the value of Content-Language: the languages of the page.
func (v *htmlView) contentLanguage() string { return strings.Join(v.used, ", ") }

// pick chooses a text as representations in one language do: in the language negotiated, else the API's default, else the first.
func (v *htmlView) pick(values hydra.LangString) htmlText {
	if len(values) == 0 {
		return htmlText{}
	}
	for _, suits := range []func(tag string) bool{
		func(tag string) bool { return strings.EqualFold(tag, v.language) },
		func(tag string) bool { return primarySubtag(tag) == primarySubtag(v.language) },
		func(tag string) bool { return strings.EqualFold(tag, v.server.languages[0]) },
		func(string) bool { return true },
	} {
		if i := slices.IndexFunc(values, func(l hydra.LangValue) bool { return suits(l.Lang) }); i >= 0 {
			return v.tagged(values[i].Value, values[i].Lang)
		}
	}
	return htmlText{}
}

// tagged is a text in a language.
func (v *htmlView) tagged(text, language string) htmlText {
	if !slices.ContainsFunc(v.used, func(tag string) bool { return strings.EqualFold(tag, language) }) {
		v.used = append(v.used, language)
	}
	if strings.EqualFold(language, v.lang) {
		return plainText(text)
	}
	return htmlText{text, language}
}

// text chooses the language of a declared text.
func (v *htmlView) text(t hydra.Text) htmlText {
	values := make(hydra.LangString, 0, len(t))
	for lang, text := range t {
		values = append(values, hydra.LangValue{Lang: lang, Value: text})
	}
	slices.SortFunc(values, func(a, b hydra.LangValue) int { return strings.Compare(a.Lang, b.Lang) })
	return v.pick(values)
}

// languageMap chooses among the members of a language map.
func (v *htmlView) languageMap(o jsonld.Object) htmlText {
	values := make(hydra.LangString, 0, len(o))
	for _, m := range o {
		if text, ok := m.Value.(string); ok {
			values = append(values, hydra.LangValue{Lang: m.Key, Value: text})
		}
	}
	return v.pick(values)
}

// english is a text that there is in English only.
func (v *htmlView) english(text string) htmlText {
	if text == "" {
		return htmlText{}
	}
	return v.tagged(text, "en")
}
