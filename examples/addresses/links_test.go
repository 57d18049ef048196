package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B4_01 the link to itself is the request", func(t *testing.T) {
		for _, target := range []string{
			moulin, moulin + "?fields=naam", adressen + "?postcode=7102AB&pageSize=1", adressen, zaak + "/zakelijkgerechtigden?fields=identificatie&page=1",
		} {
			o := hal(t, api, target)
			if got := href(o, "self"); got != target {
				t.Errorf("%s: %s", target, got)
			}
			links, _ := o["_links"].(object)
			if link, _ := links["self"].(object); link["templated"] != nil {
				t.Errorf("%s: %v", target, link)
			}
		}
	})
	t.Run("B4_02 the link of a member to itself has no query", func(t *testing.T) {
		for _, member := range members(hal(t, api, adressen+"?postcode=7102AB&fields=straat,identificatie&pageSize=5"), "adressen") {
			if id, _ := member["identificatie"].(string); href(member, "self") != adressen+"/"+id {
				t.Errorf("%v", member)
			}
		}
	})
	t.Run("B4_03 what is below a resource says so", func(t *testing.T) {
		found := members(hal(t, api, zaak+"?expand=zakelijkgerechtigden&fields=identificatie"), "zakelijkgerechtigden")
		if len(found) != 2 || href(found[0], "self") != gerechtigde {
			t.Errorf("%v", found)
		}
		if o := hal(t, api, gerechtigde); href(o, "self") != gerechtigde || href(o, "kadastraalOnroerendeZaak") != zaak {
			t.Errorf("%v", o)
		}
	})
	t.Run("B4_04 links to what this API serves are relative to the host, and lead there", func(t *testing.T) {
		seen := map[string]bool{}
		for _, target := range []string{moulin, gerechtigde, adres, panden + "/0599100000693785", objecten + "/0599010000165822"} {
			links, _ := hal(t, api, target)["_links"].(object)
			for rel, value := range links {
				list, many := value.([]any)
				if !many {
					list = []any{value}
				}
				for _, one := range list {
					link, _ := one.(object)
					at, _ := link["href"].(string)
					if link["templated"] == true {
						continue
					}
					if !strings.HasPrefix(at, root+"/") {
						t.Errorf("%s: %s is %q", target, rel, at)
					}
					api.Get(t, at, asHAL).WantStatus(t, 200)
					seen[rel] = true
				}
			}
		}
		for _, rel := range []string{"partners", "ouders", "kinderen", "reisdocumenten", "persoon", "betrokkenPartner", "adresseerbaarObject", "panden", "adresseerbareobjecten", "hoofdadres", "nevenadressen"} {
			if !seen[rel] {
				t.Errorf("no link is called %s", rel)
			}
		}
	})
	t.Run("H4_6 a link is an object, links are a list", func(t *testing.T) {
		same(t, hal(t, api, objecten+"/0599010000165822")["_links"], `{"self":{"href":"`+objecten+`/0599010000165822"},
			"hoofdadres":{"href":"`+adres+`"},"nevenadressen":[{"href":"`+adressen+`/0518200000812475"}],"panden":[{"href":"`+panden+`/0599100000693785"}]}`)
	})
}

// link is a link of a resource, as JSON.
func link(t *testing.T, o object, rel string) string {
	t.Helper()
	links, _ := o["_links"].(object)
	if links[rel] == nil {
		return ""
	}
	text, err := json.Marshal(links[rel])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTemplatedLinks(t *testing.T) {
	api := newTestAPI(t)
	o := hal(t, api, zaak)
	t.Run("B5_01 a server and a property", func(t *testing.T) {
		if got := link(t, o, "adres"); got != `{"href":"{bagServerUrl}/adressen/{adresIdentificatie}","templated":true}` {
			t.Error(got)
		}
	})
	t.Run("B5_02 a property of a group", func(t *testing.T) {
		if got := link(t, o, "woonadres"); got != `{"href":"{bagServerUrl}/adressen/{woonadres.adresIdentificatie}","templated":true}` {
			t.Error(got)
		}
	})
	t.Run("B5_03 many values, each of which leads to a resource", func(t *testing.T) {
		if got := link(t, o, "adressen"); got != `{"href":"/v1.1/adressen/{adresIdentificaties}","templated":true}` {
			t.Error(got)
		}
		values, _ := o["adresIdentificaties"].([]any)
		for _, value := range values {
			id, _ := value.(string)
			hal(t, api, strings.ReplaceAll(href(o, "adressen"), "{adresIdentificaties}", id))
		}
		if len(values) != 2 {
			t.Errorf("%v", values)
		}
	})
	t.Run("B5_04 one link for several groups", func(t *testing.T) {
		const want = `{"href":"{brkServerUrl}/stukken/{stukIdentificatie}","templated":true}`
		for _, target := range []string{gerechtigde, gerechtigde + "?fields=erfpachtCanon", gerechtigde + "?fields=tenaamstelling.stukIdentificaties", zaak + "/zakelijkgerechtigden/30493368"} {
			if got := link(t, hal(t, api, target), "stukken"); got != want {
				t.Errorf("%s: %s", target, got)
			}
		}
		o := hal(t, api, gerechtigde+"?fields=_links.stukken")
		if keys(o, "erfpachtCanon") != "stukIdentificaties" || keys(o, "tenaamstelling") != "stukIdentificaties" || keys(o, "_links") != "self stukken" {
			t.Errorf("%v", o)
		}
	})
	t.Run("B5_05 no value, no link", func(t *testing.T) {
		if got := keys(hal(t, api, legeZaak), "_links"); got != "self zakelijkgerechtigden" {
			t.Error(got)
		}
	})
	for _, test := range []struct{ name, fields, want string }{
		{"B5_06 neither the link nor the property", "koopsom", `{"koopsom":215000,`},
		{"B5_07 the link brings the property", "_links.adressen", `{"adresIdentificaties":["0518200000437093","0518200000812475"],`},
		{"B5_08 the property brings the link", "adresIdentificaties", `{"adresIdentificaties":["0518200000437093","0518200000812475"],`},
	} {
		t.Run(test.name, func(t *testing.T) {
			target := zaak + "?fields=" + test.fields
			links := self(target)
			if test.fields != "koopsom" {
				links = strings.TrimSuffix(links, "}") + `,"adressen":{"href":"/v1.1/adressen/{adresIdentificaties}","templated":true}}`
			}
			same(t, hal(t, api, target), test.want+links+"}")
		})
	}
}
