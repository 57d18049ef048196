package main

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	api := newTestAPI(t)
	persoon := func(bsn, fields string) object { return hal(t, api, personen+"/"+bsn+"?fields="+fields) }
	t.Run("B8_01, B8_02, B8_03 nothing is null or empty", func(t *testing.T) {
		var walk func(at string, v any)
		walk = func(at string, v any) {
			switch v := v.(type) {
			case nil:
				t.Errorf("%s is null", at)
			case object:
				if len(v) == 0 {
					t.Errorf("%s is an empty object", at)
				}
				for key, member := range v {
					walk(at+"."+key, member)
				}
			case []any:
				if len(v) == 0 {
					t.Errorf("%s is an empty list", at)
				}
				for _, one := range v {
					walk(at, one)
				}
			}
		}
		for _, target := range []string{
			moulin, buitenland, personen + "/999990202", personen + "/999990214", personen + "/999990226", personen + "/999990238", zaak, legeZaak,
			adressen + "/0001060000000001", adressen + "/0001060000000005", panden + "/0599100000693786", objecten + "/0599010000165823",
			moulin + "?expand=partners,kinderen", legeZaak + "?expand=zakelijkgerechtigden",
		} {
			walk(target, hal(t, api, target))
		}
	})
	t.Run("B8_02 a list without values is left out", func(t *testing.T) {
		if o := hal(t, api, legeZaak); o["adresIdentificaties"] != nil || o["kadastraleAanduiding"] == nil {
			t.Errorf("%v", o)
		}
	})
	t.Run("B8_03 a group is left out when nothing of it is shown", func(t *testing.T) {
		if o := hal(t, api, adressen+"/0001060000000001"); o["mogelijkOnjuist"] != nil {
			t.Errorf("%v", o)
		}
	})
	t.Run("B8_04 booleans are there when they are true", func(t *testing.T) {
		if o := hal(t, api, personen+"/999990202"); o["geheimhoudingPersoonsgegevens"] != true || !strings.Contains(keys(o, "verblijfplaats"), "indicatieInOnderzoek") {
			t.Errorf("%v", o)
		}
		if o := hal(t, api, moulin); o["geheimhoudingPersoonsgegevens"] != nil || strings.Contains(keys(o, "verblijfplaats"), "indicatieInOnderzoek") {
			t.Errorf("%v", o)
		}
		if o := hal(t, api, zaak); o["indicatieMeerObjecten"] != true {
			t.Errorf("%v", o)
		}
		if found := members(hal(t, api, personen+"?geslachtsnaam=Jansen&gemeenteVanInschrijving=0599"), "ingeschrevenpersonen"); len(found) != 1 {
			t.Errorf("%v", found)
		}
	})
	for _, test := range []struct{ name, bsn, want string }{
		{"B8_05 a date that is known", "999993653", `{"datum":"1985-12-01","jaar":1985,"maand":12,"dag":1}`},
		{"B8_05 a year and a month", "999990214", `{"jaar":1961,"maand":5}`},
		{"B8_05 a year", "999990202", `{"jaar":1960}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			geboorte, _ := persoon(test.bsn, "geboorte")["geboorte"].(object)
			same(t, geboorte["datum"], test.want)
		})
	}
	t.Run("B8_05 no date", func(t *testing.T) {
		if o := persoon("999990226", "geboorte.datum"); keys(o, "") != "_links" {
			t.Errorf("%v", o)
		}
	})
	t.Run("B8_06 who died, when is unknown", func(t *testing.T) {
		same(t, persoon("999990214", "overlijden")["overlijden"], `{"indicatieOverleden":true}`)
	})
	t.Run("B8_06 who died, when is known", func(t *testing.T) {
		same(t, persoon("999990226", "overlijden")["overlijden"], `{"indicatieOverleden":true,"datum":{"datum":"2020-01-31","jaar":2020,"maand":1,"dag":31},"land":"België"}`)
	})
	t.Run("B8_06 who lives", func(t *testing.T) {
		if o := persoon("999993653", "overlijden"); keys(o, "") != "_links" {
			t.Errorf("%v", o)
		}
	})
	t.Run("B8_08 codes come with their meaning", func(t *testing.T) {
		o := hal(t, api, gerechtigde+"?fields=soortErfpachtCanon,valuta")
		same(t, o["erfpachtCanon"], `{"soortErfpachtCanon":{"code":"6","waarde":"Meerdere canons"},"jaarlijksBedrag":{"valuta":{"code":"EUR","waarde":"Euro"}}}`)
	})
	t.Run("B8_09 words of enumerations are in snake case", func(t *testing.T) {
		found := members(hal(t, api, panden+"?status=in_gebruik"), "panden")
		if len(found) != 1 || found[0]["status"] != "in_gebruik" {
			t.Errorf("%v", found)
		}
		wrong(t, api, panden+"?status=IN_GEBRUIK", "status", "enum")
	})
	t.Run("B8_11 no order is promised unless there is one", func(t *testing.T) {
		wrong(t, api, adressen+"?sort=straat", "sort", "sort")
		hal(t, api, zaak+"/zakelijkgerechtigden?sort=-aanvangsdatum")
	})
	t.Run("B8_11 what was when is asked for by a range, since nothing here has a history", func(t *testing.T) {
		for query, want := range map[string]int{
			"aanvangsdatum=lte:2015-03-06": 1, "aanvangsdatum=lt:2015-03-06": 0, "aanvangsdatum=gte:2015-01-01&aanvangsdatum=lte:2015-12-31&sort=-aanvangsdatum": 1,
		} {
			if found := members(hal(t, api, zaak+"/zakelijkgerechtigden?"+query), "zakelijkgerechtigden"); len(found) != want {
				t.Errorf("%s: %v", query, found)
			}
		}
		for _, name := range []string{"peildatum", "datumVan", "datumTotEnMet"} {
			wrong(t, api, zaak+"/zakelijkgerechtigden?"+name+"=2015-03-06", name, "unknownParam")
		}
	})
}

func TestTheDescription(t *testing.T) {
	api := newTestAPI(t)
	var doc struct {
		Paths      map[string]map[string]json.RawMessage `json:"paths"`
		Components struct {
			Schemas map[string]struct {
				Required   []string                   `json:"required"`
				Properties map[string]json.RawMessage `json:"properties"`
			} `json:"schemas"`
		} `json:"components"`
	}
	r := api.Get(t, root+"/openapi.json")
	r.JSON(t, &doc)
	t.Run("B8_07 no property of a response is required", func(t *testing.T) {
		classes := 0
		for name, schema := range doc.Components.Schemas {
			if strings.HasSuffix(name, "Input") || schema.Properties["identificatie"] == nil && schema.Properties["burgerservicenummer"] == nil {
				continue
			}
			classes++
			if len(schema.Required) > 0 {
				t.Errorf("%s: %q", name, schema.Required)
			}
		}
		if classes < 8 {
			t.Errorf("%d classes", classes)
		}
	})
	t.Run("B8_10 names are in camel case, schemas in Pascal case", func(t *testing.T) {
		camel, pascal := regexp.MustCompile(`^(@?[a-z][A-Za-z0-9]*|_links|_embedded)$`), regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
		for name, schema := range doc.Components.Schemas {
			if !pascal.MatchString(name) {
				t.Errorf("schema %s", name)
			}
			for property := range schema.Properties {
				if !camel.MatchString(property) {
					t.Errorf("%s.%s", name, property)
				}
			}
		}
		for _, match := range regexp.MustCompile(`"in":\s*"query",\s*"name":\s*"([^"]*)"`).FindAllSubmatch(r.Body, -1) {
			if !camel.Match(match[1]) {
				t.Errorf("parameter %s", match[1])
			}
		}
	})
	t.Run("B8_10 filters have the names of Haal Centraal too, which documents do without", func(t *testing.T) {
		o := hal(t, api, personen+"?verblijfplaats__postcode=7102AB&verblijfplaats__huisnummer=14")
		if found := members(o, "ingeschrevenpersonen"); len(found) != 1 || found[0]["burgerservicenummer"] != "999993653" {
			t.Errorf("%v", o)
		}
		wrong(t, api, personen+"?verblijfplaats__huisnummer=a", "verblijfplaats__huisnummer", "integer")
		wrong(t, api, personen+"?naam__bestaatniet=a", "naam__bestaatniet", "unknownParam")
		if strings.Contains(string(r.Body), "__") {
			t.Error("a document has such a name")
		}
	})
	t.Run("B8_12 there is no oneOf or anyOf", func(t *testing.T) {
		if body := string(r.Body); strings.Contains(body, `"oneOf"`) || strings.Contains(body, `"anyOf"`) {
			t.Error("there is one")
		}
	})
	t.Run("paths are in kebab case", func(t *testing.T) {
		kebab := regexp.MustCompile(`^(/([a-z0-9]+(-[a-z0-9]+)*|\{[A-Za-z]+\}))+$`)
		for path := range doc.Paths {
			if path != "/" && !kebab.MatchString(path) && !strings.HasSuffix(path, ".json") && !strings.HasSuffix(path, ".yaml") {
				t.Errorf("%s", path)
			}
		}
	})
}

func TestWildcards(t *testing.T) {
	api := newTestAPI(t)
	for _, test := range []struct {
		name, value string
		want        []string
	}{
		{"B8_13 anything behind", "groen*", []string{"Groen", "Groenlo", "Groenlosestraat", "Verlengde Groenestraat"}},
		{"B8_13 two characters are enough", "gr*", []string{"Groen", "Groenlo", "Groenlosestraat", "Verlengde Groenestraat"}},
		{"B8_13 one character each", "groen%3F%3F", []string{"Groenlo"}},
		{"B8_13 before and behind, in the middle of a text", "*frank*", []string{"Johan Frank Robert"}},
		{"B8_13 anything before", "*losestraat", []string{"Groenlosestraat"}},
		{"B8_13 one character without wildcards", "v", nil},
		{"B8_13 no wildcards, no other text", "Groen", []string{"Groen"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, member := range members(hal(t, api, adressen+"?straat="+test.value), "adressen") {
				street, _ := member["straat"].(string)
				got = append(got, street)
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	for _, value := range []string{"v*", "*n", "v%3F", "ve*en", "ve%3F%3Fen"} {
		t.Run("B8_13 not like "+value, func(t *testing.T) { wrong(t, api, adressen+"?straat="+value, "straat", "wildcard") })
	}
}
