package main

import (
	"net/http"
	"strings"
	"testing"
)

const everyLink = "kinderen ouders partners reisdocumenten self"

func TestFields(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B1_01 without fields there are all properties with a value and all links", func(t *testing.T) {
		o := hal(t, api, moulin)
		if got := keys(o, ""); got != "_links burgerlijkeStaat burgerservicenummer geboorte geslachtsaanduiding naam verblijfplaats" {
			t.Error(got)
		}
		if got := keys(o, "_links"); got != everyLink {
			t.Error(got)
		}
	})
	for _, test := range []struct{ name, target, query, want string }{
		{"B1_02 one property", moulin, "fields=geslachtsaanduiding", `{"geslachtsaanduiding":"vrouw",`},
		{"B1_03 several properties", moulin, "fields=burgerservicenummer%2CburgerlijkeStaat%2Cgeslachtsaanduiding", `{"burgerservicenummer":"999993653","burgerlijkeStaat":"gehuwd","geslachtsaanduiding":"vrouw",`},
		{"B1_03 in any order", moulin, "fields=geslachtsaanduiding%2Cburgerservicenummer", `{"burgerservicenummer":"999993653","geslachtsaanduiding":"vrouw",`},
		{"B1_04 a group", moulin, "fields=burgerservicenummer%2Cnaam", `{"burgerservicenummer":"999993653","naam":{"voornamen":"Suzanne","geslachtsnaam":"Moulin","voorvoegsel":"du","aanschrijfwijze":"S. du Moulin"},`},
		{"B1_05 members of a group", moulin, "fields=naam.aanschrijfwijze%2Cnaam.voornamen", `{"naam":{"voornamen":"Suzanne","aanschrijfwijze":"S. du Moulin"},`},
		{"B1_15 who asks for more than may be seen gets less", moulin, "fields=geboorte.datum%2Cgeboorte.plaats", `{"geboorte":{"datum":{"datum":"1985-12-01","jaar":1985,"maand":12,"dag":1}},`},
		{"B1_14 a group without what may not be seen", moulin, "fields=geboorte", `{"geboorte":{"datum":{"datum":"1985-12-01","jaar":1985,"maand":12,"dag":1}},`},
		{"B1_16 what has no value is not there, nor is its group", buitenland, "fields=verblijfplaats.postcode%2Cverblijfplaats.huisnummer", `{`},
		{"B2_01 a name that is exact", gerechtigde, "fields=aanvangsdatum", `{"aanvangsdatum":"2015-03-06",`},
		{"B2_02 a whole path", gerechtigde, "fields=tenaamstelling.aandeel.noemer", `{"tenaamstelling":{"aandeel":{"noemer":2}},`},
		{"B2_03 the end of a path", gerechtigde, "fields=aandeel.noemer", `{"tenaamstelling":{"aandeel":{"noemer":2}},`},
		{"B2_04 a group by its name", gerechtigde, "fields=aandeel", `{"tenaamstelling":{"aandeel":{"teller":1,"noemer":2}},`},
		{"B2_05 an exact name wins", gerechtigde, "fields=identificatie", `{"identificatie":"30493367",`},
		{"B2_07 som", gerechtigde, "fields=som", `{"erfpachtCanon":{"jaarlijksBedrag":{"som":1500}},`},
		{"B2_07 valuta.code", gerechtigde, "fields=valuta.code", `{"erfpachtCanon":{"jaarlijksBedrag":{"valuta":{"code":"EUR"}}},`},
		{"B2_07 soortErfpachtCanon", gerechtigde, "fields=soortErfpachtCanon", `{"erfpachtCanon":{"soortErfpachtCanon":{"code":"6","waarde":"Meerdere canons"}},`},
		{"B2_07 datumAanvangAdreshouding.jaar", moulin, "fields=datumAanvangAdreshouding.jaar", `{"verblijfplaats":{"datumAanvangAdreshouding":{"jaar":2019}},`},
		{"B2_08 a property that has the name of a link", gerechtigde, "fields=persoon", `{"persoon":{"identificatie":"999993653","omschrijving":"Suzanne du Moulin","type":"ingeschreven_natuurlijk_persoon"},`},
		{"B2_12 lists are looked through", gerechtigde, "fields=aantekeningen.identificatie", `{"tenaamstelling":{"aantekeningen":[{"identificatie":"NL.IMKAD.1"},{"identificatie":"NL.IMKAD.2"}]},`},
		{"B2_14 what is asked for twice is there once", moulin, "fields=naam%2Cnaam.voornamen%2Cnaam", `{"naam":{"voornamen":"Suzanne","geslachtsnaam":"Moulin","voorvoegsel":"du","aanschrijfwijze":"S. du Moulin"},`},
		{"B2_14 members of a group that overlap", moulin, "fields=naam.voornamen%2Cvoornamen", `{"naam":{"voornamen":"Suzanne"},`},
	} {
		t.Run(test.name, func(t *testing.T) {
			target := test.target + "?" + test.query
			same(t, halAs(t, api, target), test.want+self(target)+"}")
		})
	}
	for _, test := range []struct{ name, target, links, others string }{
		{"B1_06 one link besides self", moulin + "?fields=burgerservicenummer,naam,_links.partners", "partners self", "_links burgerservicenummer naam"},
		{"B2_09 a link that has the name of a property", gerechtigde + "?fields=_links.persoon", "persoon self", "_links"},
		{"B2_10 the end of the path of a link", gerechtigde + "?fields=betrokkenPartner", "betrokkenPartner self", "_links"},
		{"B1_08 empty is as if it were not there", moulin + "?fields=", everyLink, "_links burgerlijkeStaat burgerservicenummer geboorte geslachtsaanduiding naam verblijfplaats"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := hal(t, api, test.target)
			if keys(o, "_links") != test.links || keys(o, "") != test.others {
				t.Errorf("%s with the links %s", keys(o, ""), keys(o, "_links"))
			}
		})
	}
	t.Run("B1_07 self is always there, and what was declared to be", func(t *testing.T) {
		geheim := root + "/ingeschrevenpersonen/999990202?fields=geslachtsaanduiding"
		same(t, hal(t, api, geheim), `{"geheimhoudingPersoonsgegevens":true,"geslachtsaanduiding":"man",`+self(geheim)+`}`)
		onjuist := adressen + "/0001060000000005?fields=straat"
		same(t, hal(t, api, onjuist), `{"straat":"Molenstraat","mogelijkOnjuist":{"huisnummer":true},`+self(onjuist)+`}`)
	})
	for _, test := range []struct{ name, target, part string }{
		{"B1_09 an unknown name", moulin + "?fields=burgerservicenummer,bestaatniet", "bestaatniet"},
		{"B1_10 case counts", moulin + "?fields=BurgerServiceNummer", "BurgerServiceNummer"},
		{"B1_11 fields does not reach into what is embedded", moulin + "?expand=kinderen&fields=kinderen.naam", "kinderen.naam"},
		{"B2_06 noemer could be two things", gerechtigde + "?fields=noemer", "noemer"},
		{"B2_07 teller could be two things", gerechtigde + "?fields=teller", "teller"},
		{"B2_07 code could be two things", gerechtigde + "?fields=code", "code"},
		{"B2_07 waarde could be two things", gerechtigde + "?fields=waarde", "waarde"},
		{"B2_07 jaar could be several things", moulin + "?fields=jaar", "jaar"},
		{"B2_11 a part of a name is no end of a path", gerechtigde + "?fields=andeel", "andeel"},
		{"B2_15 land could be three things", moulin + "?fields=land", "land"},
		{"B2_13 a collection without members knows its declaration", legeZaak + "/zakelijkgerechtigden?fields=noemer", "noemer"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := wrong(t, api, test.target, "fields", "fields")
			if got.Reason != "Deel van de parameterwaarde is niet correct: "+test.part+"." {
				t.Error(got.Reason)
			}
		})
	}
	t.Run("B2_06 the detail lists what it could be", func(t *testing.T) {
		got := wrong(t, api, gerechtigde+"?fields=noemer", "fields", "fields")
		for _, want := range []string{"tenaamstelling.aandeel.noemer", "tenaamstelling.gezamenlijkAandeel.noemer"} {
			if !strings.Contains(got.Detail, want) {
				t.Errorf("%q: no %s", got.Detail, want)
			}
		}
	})
	t.Run("B1_09 the detail says what there is", func(t *testing.T) {
		for target, want := range map[string]string{
			moulin + "?fields=leeftijd":            "leeftijd is unknown, want one of burgerservicenummer, geheimhoudingPersoonsgegevens, geslachtsaanduiding,",
			moulin + "?fields=BurgerServiceNummer": "did you mean burgerservicenummer?",
		} {
			if got := wrong(t, api, target, "fields", "fields"); !strings.Contains(got.Detail, want) {
				t.Error(got.Detail)
			}
		}
		if got := wrong(t, api, moulin+"?expand=ouders.xyz", "expand", "expand"); !strings.Contains(got.Detail, "xyz is unknown, want one of identificatie, ") {
			t.Error(got.Detail)
		}
		if got := wrong(t, api, zaak+"/zakelijkgerechtigden?sort=xyz", "sort", "sort"); got.Detail != "xyz is unknown, want one of aanvangsdatum, a minus before it for descending order" {
			t.Error(got.Detail)
		}
	})
	t.Run("B2_17 a mistake has a reason and a detail", func(t *testing.T) {
		if got := wrong(t, api, gerechtigde+"?fields=noemer", "fields", "fields"); got.Reason == "" || got.Detail == "" || got.Reason == got.Detail {
			t.Errorf("%+v", got)
		}
	})
	t.Run("B2_16 a name that may not be seen counts as others do", func(t *testing.T) {
		few := api.Get(t, moulin+"?fields=land", asHAL).WantStatus(t, http.StatusBadRequest)
		all := api.Get(t, moulin+"?fields=land", asHAL, volledig).WantStatus(t, http.StatusBadRequest)
		if string(few.Body) != string(all.Body) || !strings.Contains(string(few.Body), "geboorte.land") {
			t.Errorf("%s\n%s", few.Body, all.Body)
		}
	})
	t.Run("B2_18 a filter is named by the end of a path too", func(t *testing.T) {
		for _, query := range []string{"naam.geslachtsnaam=Moulin&gemeenteVanInschrijving=0518", "geslachtsnaam=Moulin&verblijfplaats.gemeenteVanInschrijving=0518"} {
			if found := members(hal(t, api, root+"/ingeschrevenpersonen?"+query), "ingeschrevenpersonen"); len(found) != 1 || found[0]["burgerservicenummer"] != "999993653" {
				t.Errorf("%s: %v", query, found)
			}
		}
		wrong(t, api, root+"/ingeschrevenpersonen?datum=1985-12-01", "datum", "unknownParam")
	})
}

func TestFieldsBesideExpand(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B1_12 fields and expand leave each other alone", func(t *testing.T) {
		o := hal(t, api, moulin+"?fields=geboorte.land&expand=kinderen")
		if keys(o, "") != "_embedded _links geboorte" || keys(o, "geboorte") != "land" || keys(o, "_links") != "self" {
			t.Errorf("%v", o)
		}
		kinderen := members(o, "kinderen")
		if len(kinderen) != 2 || keys(kinderen[0], "") != "_links burgerservicenummer geboorte identificatie naam" || keys(kinderen[0], "naam") != "aanschrijfwijze geslachtsnaam voornamen voorvoegsel" {
			t.Errorf("%v", kinderen)
		}
	})
	t.Run("B1_13 a link and an expansion", func(t *testing.T) {
		o := hal(t, api, moulin+"?fields=_links.partners&expand=kinderen")
		if keys(o, "") != "_embedded _links" || keys(o, "_links") != "partners self" || keys(o, "_embedded") != "kinderen" {
			t.Errorf("%v", o)
		}
	})
}

func TestFieldsOfCollections(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B1_17 names are those of the members", func(t *testing.T) {
		o := hal(t, api, adressen+"?straat=Kerkstraat&fields=straat,huisnummer")
		found := members(o, "adressen")
		if len(found) != 2 {
			t.Fatalf("%v", o)
		}
		same(t, found[0], `{"straat":"Kerkstraat","huisnummer":1,`+self(adres)+`}`)
		wrong(t, api, adressen+"?straat=Kerkstraat&fields=_embedded.adressen.straat", "fields", "fields")
	})
	t.Run("B1_17 the link to itself has the query, with its commas encoded", func(t *testing.T) {
		o := hal(t, api, panden+"?adresseerbaarObjectIdentificatie=0599010000165822&fields=identificatie,documentdatum")
		same(t, o, `{"_links":{"self":{"href":"/v1.1/panden?adresseerbaarObjectIdentificatie=0599010000165822&fields=identificatie%2Cdocumentdatum"}},
			"_embedded":{"panden":[{"identificatie":"0599100000693785","documentdatum":"2011-10-17",`+self(panden+"/0599100000693785")+`}]}}`)
	})
	t.Run("B2_13 members are resolved as items are", func(t *testing.T) {
		o := hal(t, api, zaak+"/zakelijkgerechtigden?fields=aandeel.noemer")
		same(t, members(o, "zakelijkgerechtigden")[0], `{"tenaamstelling":{"aandeel":{"noemer":2}},`+self(gerechtigde)+`}`)
	})
}
