package literal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// LangValue is a text in one language, an rdf:langString literal.
type LangValue struct {
	// Lang is the language tag (BCP 47), as [CheckLanguageTag] accepts it.
	Lang string
	// Value is the text.
	Value string
}

// LangString is a text in several languages, one value each, in the order of the author's preference:
//
//	literal.LangString{{"en", "Events"}, {"nl", "Evenementen"}}
//
// In JSON it is a language map ([JSON-LD 4.2.4]): {"en":"Events","nl":"Evenementen"}. Nil and empty are the absent
// text. Language tags are compared without regard to case.
//
// [JSON-LD 4.2.4]: https://www.w3.org/TR/json-ld11/#string-internationalization
type LangString []LangValue

// IsZero reports whether there is no text in any language.
func (l LangString) IsZero() bool { return len(l) == 0 }

// Get returns the text in exactly this language: "en" does not find "en-GB".
func (l LangString) Get(lang string) (string, bool) {
	for _, v := range l {
		if equalTags(v.Lang, lang) {
			return v.Value, true
		}
	}
	return "", false
}

// Lookup returns the text that suits a reader best, by the lookup of [RFC 4647 3.4]: for each preference in turn the
// text in that language, else in ever shorter forms of its tag (zh-Hant-TW, zh-Hant, zh). The preference "*" is passed
// over. If none suits the result is false, and the caller takes a default, such as the author's first.
//
// [RFC 4647 3.4]: https://www.rfc-editor.org/rfc/rfc4647#section-3.4
func (l LangString) Lookup(prefs ...string) (LangValue, bool) {
	for _, pref := range prefs {
		for tag := pref; tag != "" && tag != "*"; tag = shorterTag(tag) {
			for _, v := range l {
				if equalTags(v.Lang, tag) {
					return v, true
				}
			}
		}
	}
	return LangValue{}, false
}

// shorterTag removes the last subtag, and with it a single letter or digit that would then be the last; "" if none is
// left.
func shorterTag(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	if i >= 2 && tag[i-2] == '-' {
		i -= 2
	}
	if i < 0 {
		return ""
	}
	return tag[:i]
}

// Languages returns the language tags in order, nil if there are none.
func (l LangString) Languages() []string {
	if len(l) == 0 {
		return nil
	}
	tags := make([]string, len(l))
	for i, v := range l {
		tags[i] = v.Lang
	}
	return tags
}

// Check returns an error for each tag that is not well-formed and each language that has a second value, joined.
func (l LangString) Check() error {
	var errs []error
	for _, v := range l {
		if err := CheckLanguageTag(v.Lang); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(append(errs, l.repeated()...)...)
}

// repeated returns an error for each value whose language has one before it. What a client sends may be long, so the
// time does not grow with the square of the length.
func (l LangString) repeated() (errs []error) {
	const few = 8
	if len(l) <= few {
		for i, v := range l {
			if first, twice := l[:i].tag(v.Lang); twice {
				errs = append(errs, secondValue(first, v.Lang))
			}
		}
		return errs
	}
	seen := make(map[string]string, len(l))
	for _, v := range l {
		folded := strings.ToLower(v.Lang)
		if first, twice := seen[folded]; twice {
			errs = append(errs, secondValue(first, v.Lang))
			continue
		}
		seen[folded] = v.Lang
	}
	return errs
}

// tag returns the first tag that equals lang but for case.
func (l LangString) tag(lang string) (string, bool) {
	for _, v := range l {
		if equalTags(v.Lang, lang) {
			return v.Lang, true
		}
	}
	return "", false
}

// secondValue is the error of a language that has two values.
func secondValue(first, second string) error {
	if first == second {
		return fmt.Errorf("language %s has two values: a text has one value per language", quote(first))
	}
	return fmt.Errorf("languages %s and %s are the same but for case: a text has one value per language",
		quote(first), quote(second))
}

// equalTags compares language tags, ASCII, without regard to case.
func equalTags(a, b string) bool {
	return len(a) == len(b) && strings.EqualFold(a, b)
}

// AppendJSON appends the language map, its keys in the order of their code points, {} if there is no text. It checks
// nothing: see [LangString.Check]. It allocates only to grow dst, and to sort more than sixteen values that are not
// sorted.
func (l LangString) AppendJSON(dst []byte) []byte {
	var small [16]LangValue
	sorted := l
	if !slices.IsSortedFunc(l, compareTags) {
		sorted = append(LangString(small[:0]), l...)
		slices.SortStableFunc(sorted, compareTags)
	}
	dst = append(dst, '{')
	for i, v := range sorted {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendJSONString(dst, v.Lang)
		dst = append(dst, ':')
		dst = AppendJSONString(dst, v.Value)
	}
	return append(dst, '}')
}

// compareTags orders values by the code points of their tags.
func compareTags(a, b LangValue) int { return strings.Compare(a.Lang, b.Lang) }

// MarshalJSON implements [json.Marshaler]: the language map with sorted keys, null for the absent text. The error is
// that of [LangString.Check].
func (l LangString) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("null"), nil
	}
	if err := l.Check(); err != nil {
		return nil, err
	}
	return l.AppendJSON(nil), nil
}

// UnmarshalJSON implements [json.Unmarshaler]: it takes a language map, whose order it keeps, or null. A value that is
// no string, a tag that is not well-formed, "@none" and a second value for a language are errors that name the tag.
func (l *LangString) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*l = nil
		return nil
	}
	if len(data) == 0 || data[0] != '{' {
		return fmt.Errorf(`a text by language must be a JSON object such as {"en":"…"}, not %s`, jsonKind(data))
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	var values LangString
	for decoder.More() {
		v, err := nextLangValue(decoder)
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	if err := errors.Join(values.repeated()...); err != nil {
		return err
	}
	*l = values
	return nil
}

// nextLangValue reads a key and its value.
func nextLangValue(decoder *json.Decoder) (LangValue, error) {
	key, err := decoder.Token()
	if err != nil {
		return LangValue{}, err
	}
	lang, ok := key.(string)
	if !ok {
		return LangValue{}, fmt.Errorf("a language map has language tags as keys, not %v", key)
	}
	if lang == "@none" {
		return LangValue{}, errors.New(`a text by language needs the language of every value: "@none" is not possible here`)
	}
	if err := CheckLanguageTag(lang); err != nil {
		return LangValue{}, err
	}
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		return LangValue{}, err
	}
	value, ok, err := jsonText(raw)
	if err != nil {
		return LangValue{}, err
	}
	if !ok {
		return LangValue{}, fmt.Errorf("the text in language %s must be one JSON string, not %s", strconv.Quote(lang), jsonKind(raw))
	}
	return LangValue{Lang: lang, Value: value}, nil
}
