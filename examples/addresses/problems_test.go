package main

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/server/store"
)

const personen = root + "/ingeschrevenpersonen"

func TestWrongParameters(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B7_01 an identifier that is too short", func(t *testing.T) {
		wrong(t, api, personen+"/12345678", "burgerservicenummer", "minLength")
		if p := api.Get(t, personen+"/12345678").Problem(t); !strings.HasSuffix(p.Instance, "/ingeschrevenpersonen/12345678") || p.Type != base+"/problems/paramsValidation" {
			t.Errorf("%+v", p)
		}
	})
	for _, test := range []struct{ name, target, param, code, reason string }{
		{"B7_01 too short", personen + "/12345678", "burgerservicenummer", "minLength", "Waarde is korter dan minimale lengte 9."},
		{"B7_01 too short to filter by", personen + "?burgerservicenummer=12345678", "burgerservicenummer", "minLength", "Waarde is korter dan minimale lengte 9."},
		{"B7_02 too long to filter by", personen + "?burgerservicenummer=1234567890", "burgerservicenummer", "maxLength", "Waarde is langer dan maximale lengte 9."},
		{"B7_02 an identifier that is too long", personen + "/1234567890", "burgerservicenummer", "maxLength", "Waarde is langer dan maximale lengte 9."},
		{"B7_03 a parameter that there is not", personen + "?burgerservicenummer=999993653&indicatieGeheim=0", "indicatieGeheim", "unknownParam", "Parameter is niet verwacht."},
		{"B7_03 also for a resource", moulin + "?bestaatniet=fout", "bestaatniet", "unknownParam", "Parameter is niet verwacht."},
		{"B7_04 integer", adressen + "?huisnummer=a", "huisnummer", "integer", "Waarde is geen geldige integer."},
		{"B7_04 number", panden + "?locatie=a,438495.09", "locatie", "number", "Waarde is geen geldig decimaal getal."},
		{"B7_04 maximum", adressen + "?huisnummer=123456", "huisnummer", "maximum", "Waarde is hoger dan maximum 99999."},
		{"B7_04 minimum", adressen + "?huisnummer=0", "huisnummer", "minimum", "Waarde is lager dan minimum 1."},
		{"B7_04 boolean", personen + "?indicatieOverleden=nee", "indicatieOverleden", "boolean", "Waarde is geen geldige boolean."},
		{"B7_04 date in another notation", personen + "?geboorte.datum.datum=23-04-2019", "geboorte.datum.datum", "date", "Waarde is geen geldige datum."},
		{"B7_04 date that there is not", personen + "?geboorteDatumDatum=1983-05-00", "geboorteDatumDatum", "date", "Waarde is geen geldige datum."},
		{"B7_04 maxLength", adressen + "?huisnummertoevoeging=tegenover", "huisnummertoevoeging", "maxLength", "Waarde is langer dan maximale lengte 4."},
		{"B7_04 pattern", adressen + "?postcode=123aa", "postcode", "pattern", "Waarde voldoet niet aan patroon ^[1-9][0-9]{3}[A-Z]{2}$."},
		{"B7_04 enum", personen + "?geslachtsaanduiding=B", "geslachtsaanduiding", "enum", "Waarde heeft geen geldige waarde uit de enumeratie."},
		{"B7_04 table", personen + "?gemeenteVanInschrijving=2019", "gemeenteVanInschrijving", "table", "Waarde komt niet voor in de tabel."},
		{"B7_04 wildcard", personen + "?geslachtsnaam=Ja*en", "geslachtsnaam", "wildcard", "Incorrect gebruik van wildcard karakter *."},
		{"B7_04 minItems", panden + "?locatie=98095.02", "locatie", "minItems", "Array bevat minder dan 2 items."},
		{"B7_04 maxItems", panden + "?locatie=1,2,3", "locatie", "maxItems", "Array bevat meer dan 2 items."},
		{"B7_04 page size", adressen + "?pageSize=101", "pageSize", "maximum", "Waarde is hoger dan maximum 100."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wrong(t, api, test.target, test.param, test.code); got.Reason != test.reason {
				t.Error(got.Reason)
			}
		})
	}
	t.Run("B7_04 what is right is found", func(t *testing.T) {
		if found := members(hal(t, api, panden+"?locatie=98095.02,438495.09"), "panden"); len(found) != 1 {
			t.Errorf("%v", found)
		}
	})
	t.Run("B7_05 all mistakes at once", func(t *testing.T) {
		p := api.Get(t, personen+"?huisnummer=a&postcode=b&indicatieOverleden=c&geboorteDatumDatum=d", asHAL).WantStatus(t, http.StatusBadRequest).Problem(t)
		var names []string
		for _, param := range p.InvalidParams {
			names = append(names, param.Name)
		}
		slices.Sort(names)
		if strings.Join(names, " ") != "geboorteDatumDatum huisnummer indicatieOverleden postcode" {
			t.Errorf("%+v", p)
		}
	})
}

func TestProblems(t *testing.T) {
	api := newTestAPI(t)
	unavailable := newTestAPI(t, func(s *sources) {
		s.adressen.Get = func(context.Context, string) (store.Item[Adres], error) {
			return store.Item[Adres]{}, context.DeadlineExceeded
		}
	})
	for _, test := range []struct {
		name, target, accept string
		api                  *servertest.API
		status               int
		code, title          string
	}{
		{"B7_06 no parameters", personen, asHAL, api, 400, "paramsRequired", "Geef tenminste één parameter op."},
		{"B7_07 too few parameters", personen + "?naam__geslachtsnaam=jansen", asHAL, api, 400, "paramsCombination", "Minimale combinatie van parameters moet worden opgegeven."},
		{"B7_08 parameters that exclude each other", personen + "?burgerservicenummer=999993653&postcode=7102AB", asHAL, api, 400, "unsupportedCombi", "De combinatie van opgegeven parameters is niet toegestaan."},
		{"B7_09 a type that there is not", moulin, "Accept: application/xml", api, 406, "notAcceptable", "Gevraagde contenttype wordt niet ondersteund."},
		{"B7_12 a resource that there is not", personen + "/999999999", asHAL, api, 404, "notFound", "Opgevraagde resource bestaat niet."},
		{"B7_13 a source that takes too long", adres, asHAL, unavailable, 503, "sourceUnavailable", "Bronservice BAG is niet beschikbaar."},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := test.api.Get(t, test.target, test.accept).WantStatus(t, test.status).Problem(t)
			if p.Code != test.code || p.Title != test.title || p.InvalidParams != nil || !strings.HasSuffix(test.target, p.Instance) {
				t.Errorf("%+v", p)
			}
		})
	}
	t.Run("B7_07 each of the combinations is enough", func(t *testing.T) {
		for _, query := range []string{
			"burgerservicenummer=999993653", "geboorte__datum__datum=1985-12-01&naam__geslachtsnaam=moulin*", "geboorteDatumDatum=1985-12-01&geslachtsnaam=moulin*", "postcode=7102AB&huisnummer=14", "gemeenteVanInschrijving=0518&geslachtsnaam=Moulin",
		} {
			if found := members(hal(t, api, personen+"?"+query), "ingeschrevenpersonen"); len(found) != 1 {
				t.Errorf("%s: %v", query, found)
			}
		}
	})
	t.Run("B7_15 every answer has the version of the API", func(t *testing.T) {
		for _, target := range []string{moulin, personen, personen + "/12345678", personen + "/999999999", root + "/nergens", "/", root} {
			if r := api.Get(t, target, asHAL); r.Header.Get("API-Version") != version {
				t.Errorf("%s: %d without the version", target, r.Status)
			}
		}
		if r := unavailable.Get(t, adres, asHAL); r.Header.Get("API-Version") != version || r.Header.Get("Retry-After") == "" {
			t.Errorf("%v", r.Header)
		}
	})
	t.Run("titles are in English for who asks for it", func(t *testing.T) {
		if p := api.Get(t, personen, "Accept-Language: en").Problem(t); p.Title != "At least one parameter is needed." {
			t.Error(p.Title)
		}
	})
}
