package main

import "github.com/hydrant-ld/hydrant/hydra"

// Zakelijkgerechtigden are below each parcel. A title holder has a property "persoon" and a link of the same name.
var Zakelijkgerechtigden = hydra.NewClass[Zakelijkgerechtigde](term("Zakelijkgerechtigde"), "/kadastraalonroerendezaken/{kadastraalOnroerendeZaak}/zakelijkgerechtigden", hydra.ClassMeta{
	Title: nl("Zakelijk gerechtigde"), Description: nl("Wie een recht op een onroerende zaak heeft."),
	CollectionTitle: nl("Zakelijk gerechtigden"), CollectionDescription: nl("Wie rechten op een onroerende zaak hebben."), Prefixes: prefixes(),
},
	hydra.ComputedLink("gerechtigdePersoon", term("gerechtigdePersoon"), nl("De gerechtigde, als ingeschreven persoon."), func(z *Zakelijkgerechtigde) string {
		if z.Persoon == nil || z.Persoon.Type != "ingeschreven_natuurlijk_persoon" {
			return ""
		}
		return "ingeschrevenpersonen/" + z.Persoon.Identificatie
	}, hydra.Rel("persoon")),
	hydra.TemplatedLink[Zakelijkgerechtigde]("stukken", "{brkServerUrl}/stukken/{stukIdentificatie}", nl("De stukken waarin het recht staat."),
		"erfpachtCanon.stukIdentificaties", "tenaamstelling.stukIdentificaties"),
)

// Zaken is the class of parcels and apartment rights.
var Zaken = hydra.NewClass[Zaak](term("KadastraalOnroerendeZaak"), "/kadastraalonroerendezaken", hydra.ClassMeta{
	Title: nl("Kadastraal onroerende zaak"), Description: nl("Een perceel of appartementsrecht."),
	CollectionTitle: nl("Kadastraal onroerende zaken"), CollectionDescription: nl("Alle percelen en appartementsrechten."),
	Term: "KadastraalOnroerendeZaak", Prefixes: prefixes(),
},
	hydra.SubCollection[Zaak]("zakelijkgerechtigden", Zakelijkgerechtigden, term("zakelijkgerechtigden"), nl("Wie rechten op de zaak hebben."), hydra.Expandable()),
	hydra.TemplatedLink[Zaak]("adres", "{bagServerUrl}/adressen/{adresIdentificatie}", nl("Het adres.")),
	hydra.TemplatedLink[Zaak]("woonadres", "{bagServerUrl}/adressen/{woonadres.adresIdentificatie}", nl("Het woonadres.")),
	hydra.TemplatedLink[Zaak]("adressen", "/adressen/{adresIdentificaties}", nl("De adressen, in deze API.")),
)

// Zaak is a parcel.
type Zaak struct {
	ID           string     `json:"identificatie" ld:"@id" pattern:"^[0-9]{14}$" doc-nl:"De identificatie."`
	Aanduiding   string     `json:"kadastraleAanduiding" ld:"ad:kadastraleAanduiding" sh:"maxLength=40" filter:"exact" doc-nl:"De kadastrale aanduiding."`
	Adres        string     `json:"adresIdentificatie" ld:"ad:adresIdentificatie" sh:"maxLength=16" pattern:"^[0-9]{16}$" doc-nl:"De identificatie van het adres."`
	Woonadres    *Woonadres `json:"woonadres" ld:"ad:woonadres" doc-nl:"Het woonadres."`
	Adressen     []string   `json:"adresIdentificaties" ld:"ad:adresIdentificaties" sh:"maxLength=16" pattern:"^[0-9]{16}$" doc-nl:"De identificaties van de adressen."`
	KoopsomEuro  *int       `json:"koopsom" ld:"ad:koopsom" doc-nl:"De koopsom in euro."`
	MeerObjecten bool       `json:"indicatieMeerObjecten" ld:"ad:indicatieMeerObjecten" show:"true" doc-nl:"De koopsom geldt voor meer objecten."`
}

// Woonadres is an address where somebody lives.
type Woonadres struct {
	Adres string `json:"adresIdentificatie" ld:"ad:woonadresIdentificatie" sh:"maxLength=16" pattern:"^[0-9]{16}$" doc-nl:"De identificatie van het woonadres."`
}

// Zakelijkgerechtigde is who has a title to a parcel.
type Zakelijkgerechtigde struct {
	ID             string             `json:"identificatie" ld:"@id" pattern:"^[0-9]{8}$" doc-nl:"De identificatie."`
	Zaak           hydra.Ref[Zaak]    `json:"kadastraalOnroerendeZaak" ld:"ad:opZaak" sh:"minCount=1" filter:"exact" doc-nl:"De onroerende zaak."`
	Aanvang        hydra.Date         `json:"aanvangsdatum" ld:"ad:aanvangsdatum" filter:"range" sort:"true" doc-nl:"Sinds wanneer."`
	ErfpachtCanon  *ErfpachtCanon     `json:"erfpachtCanon" ld:"ad:erfpachtCanon" doc-nl:"Wat voor de erfpacht betaald wordt."`
	Tenaamstelling *Tenaamstelling    `json:"tenaamstelling" ld:"ad:tenaamstelling" doc-nl:"De tenaamstelling."`
	Persoon        *GerechtigdPersoon `json:"persoon" ld:"ad:persoon" doc-nl:"De gerechtigde."`
	Partner        hydra.Ref[Persoon] `json:"betrokkenPartner" ld:"ad:betrokkenPartner" doc-nl:"De partner die erbij betrokken is."`
}

// ErfpachtCanon is a ground rent.
type ErfpachtCanon struct {
	Soort  *Waardelijst `json:"soortErfpachtCanon" ld:"ad:soortErfpachtCanon" doc-nl:"De soort."`
	Bedrag *Bedrag      `json:"jaarlijksBedrag" ld:"ad:jaarlijksBedrag" doc-nl:"Het bedrag per jaar."`
	Stuk   []string     `json:"stukIdentificaties" ld:"ad:stukIdentificaties" sh:"maxLength=20" doc-nl:"De stukken."`
}

// Waardelijst is a value of a code list: the code and what it means.
type Waardelijst struct {
	Code   string `json:"code" ld:"ad:code" sh:"maxLength=10" doc-nl:"De code."`
	Waarde string `json:"waarde" ld:"ad:waarde" sh:"maxLength=80" doc-nl:"Wat de code betekent."`
}

// Bedrag is an amount of money.
type Bedrag struct {
	Som    *int         `json:"som" ld:"ad:som" doc-nl:"Het bedrag."`
	Valuta *Waardelijst `json:"valuta" ld:"ad:valuta" doc-nl:"De valuta."`
}

// Tenaamstelling says how a title is registered.
type Tenaamstelling struct {
	Aandeel       *Aandeel       `json:"aandeel" ld:"ad:aandeel" doc-nl:"Het aandeel."`
	Gezamenlijk   *Aandeel       `json:"gezamenlijkAandeel" ld:"ad:gezamenlijkAandeel" doc-nl:"Het aandeel samen met anderen."`
	Aantekeningen []*Aantekening `json:"aantekeningen" ld:"ad:aantekeningen" doc-nl:"Aantekeningen bij het recht."`
	Stukken       []string       `json:"stukIdentificaties" ld:"ad:stukken" sh:"maxLength=20" doc-nl:"De stukken."`
}

// Aandeel is a share.
type Aandeel struct {
	Teller *int `json:"teller" ld:"ad:teller" doc-nl:"De teller."`
	Noemer *int `json:"noemer" ld:"ad:noemer" doc-nl:"De noemer."`
}

// Aantekening is a note.
type Aantekening struct {
	Identificatie string `json:"identificatie" ld:"ad:identificatie" sh:"maxLength=20" doc-nl:"De identificatie."`
	Omschrijving  string `json:"omschrijvingAantekening" ld:"ad:omschrijvingAantekening" sh:"maxLength=200" doc-nl:"De omschrijving."`
}

// GerechtigdPersoon is who has the title.
type GerechtigdPersoon struct {
	Identificatie string `json:"identificatie" ld:"ad:persoonIdentificatie" sh:"maxLength=20" doc-nl:"De identificatie."`
	Omschrijving  string `json:"omschrijving" ld:"ad:omschrijving" sh:"maxLength=200" doc-nl:"De naam."`
	Type          string `json:"type" ld:"ad:type" sh:"in=ingeschreven_natuurlijk_persoon|ingeschreven_niet_natuurlijk_persoon" doc-nl:"Wat voor persoon."`
}
