package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

// Ship has properties that are called otherwise than their keys, in one language or two.
type Ship struct {
	ID    string   `json:"id" ld:"@id"`
	Name  string   `json:"nm" ld:"schema:name" label:"Name of the ship" label-nl:"Naam van het schip" doc:"As painted on it." doc-nl:"Zoals geschilderd." filter:"text" sort:"true"`
	Built int      `json:"bld" ld:"ex:built" label:"Year built" filter:"range"`
	Crew  int      `json:"crewSize" ld:"ex:crew" filter:"exact"`
	Owner *Shipper `json:"own" ld:"ex:owner" label:"Owner" label-nl:"Eigenaar"`
}

// Shipper owns ships.
type Shipper struct {
	Name string `json:"nm" ld:"schema:legalName" label:"Firm" label-nl:"Firma" filter:"exact"`
	Town string `json:"town" ld:"schema:addressLocality" label:"Seat" filter:"exact"`
}

func TestPagesCallPropertiesByTheirLabels(t *testing.T) {
	class := hydra.NewClass[Ship]("https://example.org/ns#Ship", "/ships", hydra.ClassMeta{Prefixes: example},
		hydra.ComputedLink("log", "https://example.org/ns#log", nil, func(*Ship) string { return "ships/1/log" },
			hydra.Label(hydra.Text{"en": "Log book", "nl": "Logboek"})))
	api := serve(t, class, func(c *server.Config) { c.Metadata.Languages = []string{"en", "nl"} },
		&Ship{ID: "1", Name: "Nele", Built: 1999, Crew: 3, Owner: &Shipper{Name: "Claes"}})
	for path, test := range map[string]struct{ english, dutch []string }{
		"/api/ships/1": {
			[]string{`<th scope="row">Name of the ship <small>`, "<dt>Firm</dt>", ">Year built<", ">Crew size<", ">Owner<", ">Log book<"},
			[]string{`<th scope="row">Naam van het schip <small>`, "<dt>Firma</dt>", `><span lang="en">Year built</span><`, ">Crew size<", ">Eigenaar<", ">Logboek<"},
		},
		"/api/ships?crewSize=3&own.nm=Claes": {
			[]string{">Name of the ship<span", `title="As painted on it."`, ">Year built</label>", ">Owner › Firm</label>", ">Seat</label>", ">Name of the ship, ascending</option>", ">Crew size <bdi>", ">Owner › Firm <bdi>"},
			[]string{
				">Naam van het schip<span", `title="Zoals geschilderd."`, `<span lang="en">Year built</span></label>`, ">Eigenaar › Firma</label>",
				">Naam van het schip, oplopend</option>", ">Crew size <bdi>", ">Eigenaar › Firma <bdi>",
			},
		},
		"/api/documentation": {[]string{"Name of the ship <code>nm</code>", "Firm <code>own.nm</code>", "Log book <code>log</code>"}, []string{"Naam van het schip <code>nm</code>"}},
	} {
		for language, want := range map[string][]string{"en": test.english, "nl": test.dutch} {
			w := get(api, path, "Accept", browser, "Accept-Language", language)
			for _, text := range want {
				if page := strings.ReplaceAll(w.Body.String(), "<span>", ""); w.Code != http.StatusOK || !strings.Contains(page, text) {
					t.Errorf("%s in %s: %d without %s in\n%s", path, language, w.Code, text, page)
				}
			}
		}
	}
	shapes := get(api, "/api/shapes", "Accept", "text/turtle").Body.String()
	documentation := get(api, "/api/documentation", "Accept", "text/turtle").Body.String()
	openapi := get(api, "/api/openapi.json").Body.String()
	for what, text := range map[string]string{`"Naam van het schip"@nl`: shapes, `"Eigenaar"@nl`: documentation, `"Logboek"@nl`: documentation, `"title": "Name of the ship"`: openapi} {
		if !strings.Contains(text, what) {
			t.Errorf("%s is not in\n%s", what, text)
		}
	}
}
