package literal_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestLangStringIsALanguageMap(t *testing.T) {
	text := literal.LangString{{"nl-BE", "Evenementen"}, {"en", `"Events" <b>`}}
	data, err := text.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"en":"\"Events\" <b>","nl-BE":"Evenementen"}`; string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
	if text[0].Lang != "nl-BE" {
		t.Error("marshalling sorted the author's value")
	}
	var back literal.LangString
	if err := json.Unmarshal([]byte(`{"nl-BE" : "Evenementen", "en" : "\"Events\" \u003cb>"}`), &back); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(back, text) {
		t.Errorf("got %v, want %v", back, text)
	}
}

func TestAbsentLangString(t *testing.T) {
	text := literal.LangString{{"en", "x"}}
	if err := json.Unmarshal([]byte("null"), &text); err != nil || !text.IsZero() {
		t.Errorf("null gives %v, %v", text, err)
	}
	if data, err := json.Marshal(text); err != nil || string(data) != "null" {
		t.Errorf("got %s, %v", data, err)
	}
	if err := json.Unmarshal([]byte("{}"), &text); err != nil || !text.IsZero() {
		t.Errorf("{} gives %v, %v", text, err)
	}
	if got := string(text.AppendJSON(nil)); got != "{}" {
		t.Errorf("got %s", got)
	}
	if text.Languages() != nil {
		t.Errorf("got languages %v", text.Languages())
	}
}

func TestLangStringRefusesOtherJSON(t *testing.T) {
	many := make([]string, 20)
	for i := range many {
		many[i] = fmt.Sprintf(`"x-%d":""`, i)
	}
	tests := []struct{ name, data, want string }{
		{"a plain string", `"Events"`, `such as {"en":"…"}, not a JSON string`},
		{"an array", `["Events"]`, "not a JSON array"},
		{"a tag with an underscore", `{"en_GB":"x"}`, `"en_GB" is not an xsd:language`},
		{"a tag that is empty", `{"":"x"}`, "missing"},
		{"the key @none", `{"@none":"x"}`, "@none"},
		{"a value that is an array", `{"en":["x","y"]}`, `language "en" must be one JSON string, not a JSON array`},
		{"a value that is null", `{"en":null}`, "not null"},
		{"one tag twice", `{"en":"x","en":"y"}`, `language "en" has two values`},
		{"one tag twice but for case", `{"nl-BE":"x","en":"","nl-be":"y"}`, `"nl-BE" and "nl-be" are the same but for case`},
		{"one tag twice among many", `{` + strings.Join(many, ",") + `,"X-3":"again"}`, `"x-3" and "X-3"`},
		{"an object that does not end", `{"en":"x"`, "EOF"},
		{"nothing", ``, "not nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := literal.LangString{{"fr", "avant"}}
			err := text.UnmarshalJSON([]byte(tt.data))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
			if len(text) != 1 || text[0].Lang != "fr" {
				t.Errorf("an error changed the value to %v", text)
			}
		})
	}
}

func TestCheckNamesEveryMistakeOfALangString(t *testing.T) {
	text := literal.LangString{{"en", "a"}, {"e", "b"}, {"EN", "c"}, {"en", "d"}}
	err := text.Check()
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`"e" is not`, `"en" and "EN" are the same`, `"en" has two values`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in: %v", want, err)
		}
	}
	if _, err := text.MarshalJSON(); err == nil {
		t.Error("it was marshalled")
	}
	if err := (literal.LangString{{"en", ""}, {"nl", ""}}).Check(); err != nil {
		t.Errorf("unexpected error: %v", err)
	}
}

func TestGetAndLookup(t *testing.T) {
	text := literal.LangString{{"en", "events"}, {"nl-BE", "evenementen"}, {"zh-Hant", "活動"}, {"de", "x"}}
	if v, ok := text.Get("NL-be"); !ok || v != "evenementen" {
		t.Errorf("Get: %q, %t", v, ok)
	}
	if v, ok := text.Get("nl"); ok {
		t.Errorf("Get of a shorter tag: %q", v)
	}
	tests := []struct {
		name  string
		prefs []string
		want  string // the tag found, empty if none
	}{
		{"the exact tag", []string{"de"}, "de"},
		{"the first preference that there is", []string{"fr", "DE", "en"}, "de"},
		{"a shorter tag", []string{"en-GB-oxendict"}, "en"},
		{"a shorter tag two steps up", []string{"zh-Hant-TW-x-private"}, "zh-Hant"},
		{"a single letter goes with what follows it", []string{"zh-Hant-a-foo"}, "zh-Hant"},
		{"a shorter tag of the first before the second", []string{"en-US", "de"}, "en"},
		{"not a longer tag", []string{"nl"}, ""},
		{"not the star", []string{"*"}, ""},
		{"the star is passed over", []string{"*", "de"}, "de"},
		{"no preference", nil, ""},
		{"an odd preference", []string{"-", "--", "e--", "a-b-c"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, ok := text.Lookup(tt.prefs...)
			if v.Lang != tt.want || ok != (tt.want != "") {
				t.Errorf("got %v, %t", v, ok)
			}
		})
	}
	if got := text.Languages(); !slices.Equal(got, []string{"en", "nl-BE", "zh-Hant", "de"}) {
		t.Errorf("languages: %v", got)
	}
}

func TestManyLanguagesAreSorted(t *testing.T) {
	var text literal.LangString
	for i := 60; i > 0; i-- {
		text = append(text, literal.LangValue{Lang: fmt.Sprintf("x-%02d", i), Value: "v"})
	}
	var keys []string
	for part := range strings.SplitSeq(string(text.AppendJSON(nil)), ",") {
		keys = append(keys, part)
	}
	if len(keys) != 60 || !slices.IsSorted(keys[1:]) || text[0].Lang != "x-60" {
		t.Errorf("not sorted, or the value was changed: %v", keys)
	}
}

func TestCheckLanguageTag(t *testing.T) {
	good := []string{
		"en", "nl-BE", "NL-be", "ast", "de-CH-1901", "sl-rozaj-biske", "zh-Hant-TW", "zh-cmn-Hans-CN", "es-419", "en-GB-oed",
		"de-DE-u-co-phonebk", "en-a-bbb-x-a-ccc", "x-whatever", "x-a", "i-klingon", "I-Klingon", "sgn-BE-FR", "art-lojban",
		"zh-min-nan", "abcdefgh", "mn-Cyrl-MN", "hy-Latn-IT-arevela", "en-x-us", "de-1996", "qaa-Qaaa-QM-x-southern",
	}
	for _, tag := range good {
		if err := literal.CheckLanguageTag(tag); err != nil {
			t.Errorf("refused: %v", err)
		}
	}
	bad := []string{
		"", "e", "en_GB", "en-", "-en", "en--GB", "a-DE", "de-419-DE-x", "ar-a", "x", "x-", "x-abcdefghi", "i-unknown", "en-GB-oedx-1",
		"abcdefghi", "english language", "français", "1n", "12", "en-abc-def-ghi-jkl", "en-u", "en-x", "en-a-b", "en\x00", "de-DE-DE",
		"Latn-en-",
	}
	for _, tag := range bad {
		err := literal.CheckLanguageTag(tag)
		if err == nil {
			t.Errorf("%q was accepted", tag)
			continue
		}
		checkReason(t, err, " ", vocab.XSDLanguage, tag)
	}
}

func FuzzLangStringIsWrittenAsItWasRead(f *testing.F) {
	for _, s := range []string{`{"en":"Events","nl":"Evenementen"}`, `{"nl":"","en":"\ud800"}`, `{"en":1}`, `{"a":"b"}`, `null`, `{"en":"x","EN":"y"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var text literal.LangString
		if json.Unmarshal([]byte(s), &text) != nil {
			return
		}
		var plain map[string]string
		if err := json.Unmarshal([]byte(s), &plain); err != nil || len(plain) != len(text) {
			t.Fatalf("read as %v, as a map %v, %v", text, plain, err)
		}
		for _, v := range text {
			if plain[v.Lang] != v.Value {
				t.Errorf("language %s: got %q, want %q", v.Lang, v.Value, plain[v.Lang])
			}
		}
		if err := text.Check(); err != nil {
			t.Errorf("what was read does not pass: %v", err)
		}
	})
}

func TestALanguageMatchesItsRanges(t *testing.T) {
	for _, row := range []struct {
		name, tag string
		ranges    []string
		want      bool
	}{
		{"the language itself", "en", []string{"nl", "en"}, true},
		{"in other letters", "EN", []string{"en"}, true},
		{"a region of it", "en-GB", []string{"en"}, true},
		{"another language that begins alike", "eng", []string{"en"}, false},
		{"a range that is narrower", "en", []string{"en-GB"}, false},
		{"every language", "nl", []string{"*"}, true},
		{"no language", "", []string{"*", ""}, false},
		{"no ranges", "en", nil, false},
		{"an empty range", "en", []string{""}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := literal.MatchLanguage(row.tag, row.ranges); got != row.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
