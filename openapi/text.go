package openapi

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// text is a text in one language, since OpenAPI has no place for more: the first of the API's languages that it has.
func (b *builder) text(t hydra.Text) string {
	_, text := choose(t, b.languages)
	return text
}

// langText is the same for text by language in a shape.
func (b *builder) langText(l literal.LangString) string {
	t := make(hydra.Text, len(l))
	for _, v := range l {
		t[v.Lang] = v.Value
	}
	return b.text(t)
}

// choose returns the language and the text in the first of some languages that a text has; in the first of those that it
// has, when it has none of them; nothing when it is empty.
func choose(t hydra.Text, languages []string) (lang, text string) {
	tags := make([]string, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, wanted := range languages {
		if i := slices.IndexFunc(tags, func(tag string) bool { return strings.EqualFold(tag, wanted) }); i >= 0 {
			return tags[i], t[tags[i]]
		}
	}
	if len(tags) == 0 {
		return "", ""
	}
	return tags[0], t[tags[0]]
}

// sentences joins texts, each with the full stop that it may lack.
func sentences(texts ...string) string {
	var out strings.Builder
	for _, text := range texts {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(text)
		if !strings.ContainsAny(text[len(text)-1:], ".!?:") {
			out.WriteByte('.')
		}
	}
	return out.String()
}

// upperFirst writes the first letter of an ASCII word as a capital.
func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
