package server_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

func TestOpenAPIDocumentsSayWhichLanguagesTheyAreIn(t *testing.T) {
	for languages, want := range map[[2]string]string{
		{"en", "nl"}: "en", {"nl", "en"}: "nl, en", {"nl-BE", "fr"}: "nl-BE, en",
	} {
		api := newAPI(t, nil, func(c *server.Config) {
			c.Metadata.Languages = languages[:]
			c.Metadata.Title = hydra.Text{languages[0]: "Title"}
		})
		for _, path := range []string{"/api/openapi.json", "/api/openapi.yaml", "/api/swagger.json"} {
			if got := get(api, path).Header().Get("Content-Language"); got != want {
				t.Errorf("%s in %v: Content-Language: %q, want %q", path, languages, got, want)
			}
		}
	}
}
