package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
)

func TestGateways(t *testing.T) {
	api := made(t)
	t.Run("H4_5 a body is the same behind two hosts", func(t *testing.T) {
		for _, target := range []string{moulin + "?expand=kinderen", adressen + "?page=2", zaak, adressen + "?page=99"} {
			var bodies [][]byte
			for _, host := range []string{"a.example", "b.example:8443"} {
				r := httptest.NewRequest(http.MethodGet, "https://"+host+target, nil)
				r.Header.Set("Accept", "application/hal+json")
				w := httptest.NewRecorder()
				api.ServeHTTP(w, r)
				if strings.Contains(w.Body.String(), host) {
					t.Errorf("%s: %s", target, w.Body)
				}
				bodies = append(bodies, w.Body.Bytes())
			}
			if !bytes.Equal(bodies[0], bodies[1]) || len(bodies[0]) < 100 {
				t.Errorf("%s:\n%s\n%s", target, bodies[0], bodies[1])
			}
		}
	})
}

func TestH4_5LinksLeadOnBehindTwoGateways(t *testing.T) {
	for name, settings := range map[string]cli.Settings{
		"gateways that say what they take off":  {BaseURL: base, TrustedProxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}},
		"gateways that don't, but for relative": {BaseURL: base, Links: server.LinkRelative},
	} {
		t.Run(name, func(t *testing.T) {
			api := madeWith(t, settings)
			for _, prefix := range []string{"/brp", "/gemeenten/winterswijk"} {
				through := func(target string) string {
					r := httptest.NewRequest(http.MethodGet, strings.TrimPrefix(target, prefix), nil) // from 192.0.2.1
					r.Header.Set("Accept", "application/hal+json")
					r.Header.Set("X-Forwarded-Prefix", prefix)
					w := httptest.NewRecorder()
					if api.ServeHTTP(w, r); w.Code != http.StatusOK || !strings.HasPrefix(target, prefix+root) {
						t.Errorf("%s: %d %s", target, w.Code, w.Body)
					}
					return w.Body.String()
				}
				for _, target := range []string{moulin + "?expand=kinderen", adressen + "?straat=Molenstraat&page=2", zaak + "/zakelijkgerechtigden", gerechtigde, zaak} {
					at := prefix + target
					from, err := url.Parse("https://gateway.example" + at)
					if err != nil {
						t.Fatal(err)
					}
					links := regexp.MustCompile(`"href":"([^"]+)"`).FindAllStringSubmatch(through(at), -1)
					if len(links) < 2 {
						t.Errorf("%s: %q", at, links)
					}
					for _, link := range links {
						if strings.Contains(link[1], "{") {
							continue // a template
						}
						to, err := from.Parse(link[1])
						if err != nil || to.Host != from.Host {
							t.Fatalf("%s: %q: %v", at, link[1], err)
						}
						through(to.RequestURI())
					}
				}
			}
		})
	}
}

func TestAliasesOfAPIPlatformAdmin(t *testing.T) {
	api := newTestAPI(t)
	o := hal(t, api, adressen+"?itemsPerPage=2&page=1&straat=Molenstraat")
	if len(members(o, "adressen")) != 2 || href(o, "next") != adressen+"?itemsPerPage=2&page=2&straat=Molenstraat" {
		t.Errorf("%v", o)
	}
	o = hal(t, api, zaak+"/zakelijkgerechtigden?order%5Baanvangsdatum%5D=desc")
	if found := members(o, "zakelijkgerechtigden"); len(found) != 2 || found[0]["aanvangsdatum"] != "2015-03-06" {
		t.Errorf("%v", o)
	}
}

func TestMistakesInAliasesHaveTheNameThatWasSent(t *testing.T) {
	api := newTestAPI(t)
	gerechtigden := zaak + "/zakelijkgerechtigden"
	for _, test := range []struct{ target, name, code string }{
		{adressen + "?itemsPerPage=a", "itemsPerPage", "integer"},
		{adressen + "?itemsPerPage=2&pageSize=3", "itemsPerPage", "unique"},
		{adressen + "?order[straat]=asc", "order[straat]", "sort"},
		{gerechtigden + "?order[aanvangsdatum]=up", "order[aanvangsdatum]", "enum"},
		{gerechtigden + "?order[aanvangsdatum]=asc&order[aanvangsdatum]=desc", "order[aanvangsdatum]", "unique"},
		{gerechtigden + "?sort=aanvangsdatum&order[aanvangsdatum]=desc", "sort", "unique"},
		{gerechtigden + "?order[bestaatniet]=desc", "order[bestaatniet]", "sort"},
		{gerechtigden + "?order[]=desc", "order[]", "sort"},
		{gerechtigden + "?order=desc", "order", "unknownParam"},
	} {
		wrong(t, api, test.target, test.name, test.code)
	}
}

// TestTheProgramHasItsCommands runs the program as main does.
func TestTheProgramHasItsCommands(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"routes", "GET  /v1.1/kadastraalonroerendezaken/{kadastraalOnroerendeZaak}/zakelijkgerechtigden/{identificatie}"},
		{"export openapi3", `"/ingeschrevenpersonen/{ingeschrevenpersoon}/kinderen"`},
		{"lint", ""},
		{"version", "addresses " + version},
	} {
		t.Run(row.args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			none := func(string) (string, bool) { return "", false }
			code := cli.Run(t.Context(), app(), strings.Fields(row.args), none, strings.NewReader(""), &stdout, &stderr)
			if code != cli.ExitOK || !strings.Contains(stdout.String(), row.want) {
				t.Errorf("code %d, stdout:\n%s\nstderr:\n%s", code, stdout.String(), stderr.String())
			}
		})
	}
}
