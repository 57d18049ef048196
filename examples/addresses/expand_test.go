package main

import (
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	api := newTestAPI(t)
	t.Run("B3_01 without expand nothing is embedded and all links are there", func(t *testing.T) {
		o := hal(t, api, moulin)
		if o["_embedded"] != nil || keys(o, "_links") != everyLink {
			t.Errorf("%v", o)
		}
	})
	for _, test := range []struct{ name, target, part string }{
		{"B3_02 true is no resource", moulin + "?expand=true", "true"},
		{"B3_02 True is none either", moulin + "?expand=True", "True"},
		{"B3_02 nor is it in a collection", root + "/ingeschrevenpersonen?burgerservicenummer=999993653&expand=true", "true"},
		{"B3_03 a resource that there is not", moulin + "?expand=resourcebestaatniet", "resourcebestaatniet"},
		{"B3_03 one that is not embedded", moulin + "?expand=reisdocumenten", "reisdocumenten"},
		{"B3_03 a property that there is not", moulin + "?expand=ouders.veldbestaatniet", "ouders.veldbestaatniet"},
		{"B3_03 one mistake beside what is right", moulin + "?expand=ouders,bestaatniet,kinderen", "bestaatniet"},
		{"B3_04 empty is a mistake, other than for fields", moulin + "?expand=", `""`},
		{"B3_10 it goes one level deep", moulin + "?expand=kinderen.ingeschrevenpersonen.naam", "kinderen.ingeschrevenpersonen.naam"},
		{"B3_12 only what this API serves is embedded", zaak + "?expand=adressen", "adressen"},
		{"B3_13 the code is expand", moulin + "?expand=kinderen.naam.naam", "kinderen.naam.naam"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wrong(t, api, test.target, "expand", "expand"); got.Reason != "Deel van de parameterwaarde is niet correct: "+test.part+"." {
				t.Error(got.Reason)
			}
		})
	}
	t.Run("B3_05 two resources, and the main one as it was", func(t *testing.T) {
		plain, o := hal(t, api, moulin), hal(t, api, moulin+"?expand=partners,kinderen")
		if keys(o, "_embedded") != "kinderen partners" {
			t.Errorf("%s", keys(o, "_embedded"))
		}
		if len(members(o, "partners")) != 1 || len(members(o, "kinderen")) != 2 {
			t.Errorf("%v", o)
		}
		delete(o, "_embedded")
		for _, it := range []object{plain, o} {
			links, _ := it["_links"].(object)
			delete(links, "self")
		}
		if len(plain) != len(o) || keys(plain, "_links") != keys(o, "_links") {
			t.Errorf("%v\n%v", plain, o)
		}
	})
	for _, test := range []struct{ name, query, rel, want string }{
		{
			"B3_06 properties of what is embedded", "expand=ouders.geslachtsaanduiding,ouders.ouderAanduiding", "ouders",
			`{"ouderAanduiding":"ouder1","geslachtsaanduiding":"vrouw",` + self(moulin+"/ouders/1-999993653") + `}`,
		},
		{
			"B3_07 groups of it", "expand=kinderen.naam,kinderen.geboorte", "kinderen",
			`{"naam":{"voornamen":"Emil","geslachtsnaam":"Moulin","voorvoegsel":"du","aanschrijfwijze":"E. du Moulin"},"geboorte":{"datum":{"datum":"2012-02-29","jaar":2012,"maand":2,"dag":29},"plaats":"Assen","land":"Nederland"},` + self(moulin+"/kinderen/1-999993653") + `}`,
		},
		{
			"B3_08 members of a group of it", "expand=kinderen.naam.voornamen,kinderen.naam.geslachtsnaam", "kinderen",
			`{"naam":{"voornamen":"Emil","geslachtsnaam":"Moulin"},` + self(moulin+"/kinderen/1-999993653") + `}`,
		},
		{
			"B3_09 a link of it, by its name", "expand=kinderen.ingeschrevenpersonen", "kinderen",
			`{"_links":{"self":{"href":"` + moulin + `/kinderen/1-999993653"},"ingeschrevenpersonen":{"href":"` + root + `/ingeschrevenpersonen/999990251"}}}`,
		},
		{
			"B3_09 the same link, as a link", "expand=kinderen._links.ingeschrevenpersonen", "kinderen",
			`{"_links":{"self":{"href":"` + moulin + `/kinderen/1-999993653"},"ingeschrevenpersonen":{"href":"` + root + `/ingeschrevenpersonen/999990251"}}}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := members(hal(t, api, moulin+"?"+test.query), test.rel)
			if len(found) != 2 {
				t.Fatalf("%v", found)
			}
			same(t, found[0], test.want)
		})
	}
	t.Run("B3_09 a property wins over a link of the same name", func(t *testing.T) {
		found := members(hal(t, api, zaak+"?expand=zakelijkgerechtigden.persoon"), "zakelijkgerechtigden")
		if keys(found[0], "") != "_links persoon" || keys(found[0], "_links") != "self" {
			t.Errorf("%v", found)
		}
		found = members(hal(t, api, zaak+"?expand=zakelijkgerechtigden._links.persoon"), "zakelijkgerechtigden")
		if keys(found[0], "") != "_links" || keys(found[0], "_links") != "persoon self" {
			t.Errorf("%v", found)
		}
	})
	t.Run("B3_10 what is embedded embeds nothing", func(t *testing.T) {
		for _, member := range members(hal(t, api, objecten+"?expand=panden,hoofdadres"), "adresseerbareobjecten") {
			for _, pand := range members(member, "panden") {
				if pand["_embedded"] != nil || keys(pand, "_links") != "adresseerbareobjecten self" {
					t.Errorf("%v", pand)
				}
			}
		}
	})
	t.Run("B3_11 what is embedded has a link to itself", func(t *testing.T) {
		o := hal(t, api, moulin+"?expand=partners,ouders,kinderen")
		for _, rel := range []string{"partners", "ouders", "kinderen"} {
			for _, member := range members(o, rel) {
				if at := href(member, "self"); !strings.HasPrefix(at, moulin+"/"+rel+"/") || len(hal(t, api, at)) == 0 {
					t.Errorf("%s: %v", rel, member)
				}
			}
		}
	})
	t.Run("B3_12 what a reference leads to is embedded, one as an object and many as a list", func(t *testing.T) {
		o := hal(t, api, objecten+"/0599010000165822?expand=hoofdadres.straat,nevenadressen.huisnummertoevoeging")
		same(t, o["_embedded"], `{"hoofdadres":{"straat":"Kerkstraat",`+self(adres)+`},"nevenadressen":[{"huisnummertoevoeging":"a",`+self(adressen+"/0518200000812475")+`}]}`)
	})
}
