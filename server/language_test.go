package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

// inFlemish is an API whose languages are English and Flemish.
func inFlemish(c *server.Config) { c.Metadata.Languages = []string{"en", "nl-BE"} }

// TestLanguages checks the statements on language of the Flemish generic hypermedia API.
func TestLanguages(t *testing.T) {
	text := func(pairs ...string) hydra.LangString {
		var s hydra.LangString
		for i := 0; i < len(pairs); i += 2 {
			s = append(s, hydra.LangValue{Lang: pairs[i], Value: pairs[i+1]})
		}
		return s
	}
	api := newAPI(t, []*Specimen{
		{ID: "both", Text: text("nl-BE", "één", "en", "one")},
		{ID: "case", Text: text("en", "one", "NL-be", "één")},
		{ID: "english", Text: text("en", "one")},
		{ID: "kin", Text: text("en", "one", "nl", "één")},
	}, inFlemish)
	const flemish, english = "één", "one"
	for _, test := range []struct {
		name, id, accept, language, want, header string
	}{
		{"A4_01, A4_03 case doesn't count, and a range is cut until it is a language", "both", hal, "nl-be-x-antwerps,nl-nl;q=0.7", flemish, "nl-BE"},
		{"A4_03 the case of a record's tag doesn't count", "case", hal, "nl-be", flemish, "nl-BE"},
		{"A4_03 a shorter range", "both", hal, "nl", flemish, "nl-BE"},
		{"A4_03 the weights decide", "both", hal, "nl-BE;q=0.2, en;q=0.3", english, "en"},
		{"A4_03 another language gets the first one", "both", hal, "fr", english, "en"},
		{"A4_03 what isn't wanted isn't chosen", "both", hal, "en;q=0, *", flemish, "nl-BE"},
		{"A4_05 what there is only in another language says so", "english", hal, "nl-BE", english, "en"},
		{"a kindred language is better than a strange one", "kin", hal, "nl-BE", flemish, ""},
		{"A4_04, A4_07 JSON-LD has all languages under the tags of the header", "both", "application/ld+json", "nl-BE", `"text":{"nl-BE":"één","en":"one"}`, "en, nl-BE"},
		{"A4_04 so has plain JSON", "both", "application/json", "en", `"text":{"nl-BE":"één","en":"one"}`, "en, nl-BE"},
		{"A4_05 the header names what the body has", "english", "application/ld+json", "nl-BE", `"text":{"en":"one"}`, "en"},
		{"A4_02 the header knows a tag in another case", "case", "application/ld+json", "", `"NL-be":"één"`, "en, nl-BE"},
		{"A4_02 without text there is none", "both?fields=int", "application/ld+json", "", `"int":0`, ""},
		{"A4_02 nor in HAL", "both?fields=int", hal, "nl", `"int":0`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, "/api/specimens/"+test.id, "Accept", test.accept, "Accept-Language", test.language)
			want := test.want
			if want == flemish || want == english {
				want = `"text":"` + want + `"`
			}
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) || w.Header().Get("Content-Language") != test.header {
				t.Errorf("%d in %q: %s\nwant %s in %q", w.Code, w.Header().Get("Content-Language"), w.Body, want, test.header)
			}
			if varies := strings.Contains(w.Header().Get("Vary"), "Accept-Language"); varies != (test.accept == hal) {
				t.Errorf("Vary: %s", w.Header().Get("Vary"))
			}
		})
	}
	t.Run("A4_03 HAL, CSV and HTML choose the same language", func(t *testing.T) {
		for _, accept := range []string{hal, "text/csv", "text/html"} {
			for language, want := range map[string]string{"nl-be,nl-nl;q=0.7": flemish, "en-GB": english, "": english} {
				w := get(api, "/api/specimens?fields=text", "Accept", accept, "Accept-Language", language)
				body, other := w.Body.String(), flemish
				if want == flemish {
					other = "" // "english" has no Flemish
				}
				if accept == "text/html" { // which has all languages in a script for machines
					_, body, _ = strings.Cut(body, "</script>")
				}
				if !strings.Contains(body, want) || other != "" && strings.Contains(body, other) || !strings.Contains(w.Header().Get("Vary"), "Accept-Language") {
					t.Errorf("%s in %q: want %s in\n%s", accept, language, want, body)
				}
			}
		}
	})
}
