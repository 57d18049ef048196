package main

import (
	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// namespace holds the terms of this API.
const namespace = "https://adressen.hydrant.example/ns#"

func prefixes() map[string]string { return map[string]string{"ad": namespace} }

func nl(text string) hydra.Text { return hydra.Text{"nl": text} }

// term is a term of this API.
func term(name string) vocab.IRI { return vocab.IRI(namespace + name) }

// Kinderen, Ouders, Partners and Reisdocumenten are below each person.
var (
	Kinderen = hydra.NewClass[Kind](term("Kind"), "/ingeschrevenpersonen/{ingeschrevenpersoon}/kinderen", hydra.ClassMeta{
		Title: nl("Kind"), Description: nl("Een kind van een persoon, zoals dat bij de ouder geregistreerd is."),
		CollectionTitle: nl("Kinderen"), CollectionDescription: nl("De kinderen van een persoon."), Prefixes: prefixes(),
	})
	Ouders = hydra.NewClass[Ouder](term("Ouder"), "/ingeschrevenpersonen/{ingeschrevenpersoon}/ouders", hydra.ClassMeta{
		Title: nl("Ouder"), Description: nl("Een ouder van een persoon, zoals die bij het kind geregistreerd is."),
		CollectionTitle: nl("Ouders"), CollectionDescription: nl("De ouders van een persoon."), Prefixes: prefixes(),
	})
	Partners = hydra.NewClass[Partner](term("Partner"), "/ingeschrevenpersonen/{ingeschrevenpersoon}/partners", hydra.ClassMeta{
		Title: nl("Partner"), Description: nl("Een partner van een persoon."),
		CollectionTitle: nl("Partners"), CollectionDescription: nl("De partners van een persoon."), Prefixes: prefixes(),
	})
	Reisdocumenten = hydra.NewClass[Reisdocument](term("Reisdocument"), "/ingeschrevenpersonen/{ingeschrevenpersoon}/reisdocumenten", hydra.ClassMeta{
		Title: nl("Reisdocument"), Description: nl("Een paspoort of identiteitskaart van een persoon."),
		CollectionTitle: nl("Reisdocumenten"), CollectionDescription: nl("De reisdocumenten van een persoon."), Prefixes: prefixes(),
	})
)

// Personen is the class of persons. Nobody gets a list of all of them.
var Personen = hydra.NewClass[Persoon](term("IngeschrevenPersoon"), "/ingeschrevenpersonen", hydra.ClassMeta{
	Title: nl("Ingeschreven persoon"), Description: nl("Een persoon die in de basisregistratie personen is ingeschreven."),
	CollectionTitle: nl("Ingeschreven personen"), CollectionDescription: nl("Alle ingeschreven personen."),
	Term: "IngeschrevenPersoon", Prefixes: prefixes(),
},
	hydra.SubCollection[Persoon]("partners", Partners, term("partners"), nl("De partners."), hydra.Expandable()),
	hydra.SubCollection[Persoon]("ouders", Ouders, term("ouders"), nl("De ouders."), hydra.Expandable()),
	hydra.SubCollection[Persoon]("kinderen", Kinderen, term("kinderen"), nl("De kinderen."), hydra.Expandable()),
	hydra.SubCollection[Persoon]("reisdocumenten", Reisdocumenten, term("reisdocumenten"), nl("De reisdocumenten.")),
	hydra.RequireFilters[Persoon]("burgerservicenummer"),
	hydra.RequireFilters[Persoon]("geboorte.datum.datum", "naam.geslachtsnaam"),
	hydra.RequireFilters[Persoon]("verblijfplaats.postcode", "verblijfplaats.huisnummer"),
	hydra.RequireFilters[Persoon]("verblijfplaats.gemeenteVanInschrijving", "naam.geslachtsnaam"),
	hydra.ExclusiveFilters[Persoon]("burgerservicenummer", "verblijfplaats.postcode"),
	hydra.CodeTable[Persoon]("verblijfplaats.gemeenteVanInschrijving", gemeente),
)

// Persoon is a person.
type Persoon struct {
	BSN             string          `json:"burgerservicenummer" ld:"@id" sh:"minLength=9;maxLength=9" pattern:"^[0-9]{9}$" filter:"exact" doc-nl:"Het burgerservicenummer."`
	Geheimhouding   bool            `json:"geheimhoudingPersoonsgegevens" ld:"ad:geheimhoudingPersoonsgegevens" show:"always|true" doc-nl:"De gegevens mogen niet aan derden gegeven worden."`
	Geslacht        Geslacht        `json:"geslachtsaanduiding" ld:"ad:geslachtsaanduiding" filter:"exact" doc-nl:"Het geslacht."`
	BurgerlijkStaat string          `json:"burgerlijkeStaat" ld:"ad:burgerlijkeStaat" sh:"maxLength=40" doc-nl:"De burgerlijke staat."`
	Naam            *Naam           `json:"naam" ld:"ad:naam" doc-nl:"De naam."`
	Geboorte        *Geboorte       `json:"geboorte" ld:"ad:geboorte" doc-nl:"De geboorte."`
	Verblijfplaats  *Verblijfplaats `json:"verblijfplaats" ld:"ad:verblijfplaats" doc-nl:"Waar de persoon verblijft."`
	Overlijden      *Overlijden     `json:"overlijden" ld:"ad:overlijden" doc-nl:"Het overlijden, als de persoon overleden is."`
}

// Geslacht is a sex.
type Geslacht string

// Tokens lists the sexes.
func (Geslacht) Tokens() []hydra.Token {
	return []hydra.Token{{Name: "man", IRI: namespace + "man"}, {Name: "vrouw", IRI: namespace + "vrouw"}, {Name: "onbekend", IRI: namespace + "onbekend"}}
}

// Naam is a name.
type Naam struct {
	Voornamen       string `json:"voornamen" ld:"ad:voornamen" sh:"maxLength=200" filter:"text" doc-nl:"De voornamen."`
	Voorvoegsel     string `json:"voorvoegsel" ld:"ad:voorvoegsel" sh:"maxLength=10" doc-nl:"Het voorvoegsel."`
	Geslachtsnaam   string `json:"geslachtsnaam" ld:"ad:geslachtsnaam" sh:"maxLength=200" filter:"text" doc-nl:"De geslachtsnaam."`
	Aanschrijfwijze string `json:"aanschrijfwijze" ld:"ad:aanschrijfwijze" sh:"maxLength=300" doc-nl:"Zoals de persoon wordt aangeschreven."`
}

// Geboorte is a birth. Where it was is for those who may know everything.
type Geboorte struct {
	Datum  *DatumOnvolledig `json:"datum" ld:"ad:datum" doc-nl:"De datum."`
	Plaats string           `json:"plaats" ld:"ad:plaats" sh:"maxLength=80" access:"volledig" doc-nl:"De plaats."`
	Land   string           `json:"land" ld:"ad:land" sh:"maxLength=80" access:"volledig" doc-nl:"Het land."`
}

// DatumOnvolledig is a date of which only a part may be known.
type DatumOnvolledig struct {
	_     struct{}   `format:"onvolledige-datum"`
	Datum hydra.Date `json:"datum" ld:"ad:volledigeDatum" filter:"range" label-nl:"Volledige datum" doc-nl:"De datum, als die volledig bekend is."`
	Jaar  *int       `json:"jaar" ld:"ad:jaar" doc-nl:"Het jaar."`
	Maand *int       `json:"maand" ld:"ad:maand" sh:"minInclusive=1;maxInclusive=12" doc-nl:"De maand."`
	Dag   *int       `json:"dag" ld:"ad:dag" sh:"minInclusive=1;maxInclusive=31" doc-nl:"De dag."`
}

// Verblijfplaats is where somebody lives.
type Verblijfplaats struct {
	Postcode     string           `json:"postcode" ld:"ad:postcode" sh:"maxLength=6" pattern:"^[1-9][0-9]{3}[A-Z]{2}$" filter:"exact" doc-nl:"De postcode."`
	Huisnummer   *int             `json:"huisnummer" ld:"ad:huisnummer" sh:"minInclusive=1;maxInclusive=99999" filter:"exact" doc-nl:"Het huisnummer."`
	Toevoeging   string           `json:"huisnummertoevoeging" ld:"ad:huisnummertoevoeging" sh:"maxLength=4" filter:"exact" doc-nl:"De toevoeging aan het huisnummer."`
	Adresregel1  string           `json:"adresregel1" ld:"ad:adresregel1" sh:"maxLength=200" doc-nl:"De eerste regel van een adres in het buitenland."`
	Land         string           `json:"land" ld:"ad:verblijfsland" sh:"maxLength=80" doc-nl:"Het land."`
	Gemeente     string           `json:"gemeenteVanInschrijving" ld:"ad:gemeenteVanInschrijving" sh:"maxLength=4" pattern:"^[0-9]{4}$" filter:"exact" doc-nl:"De code van de gemeente, uit tabel 33."`
	Aanvang      *DatumOnvolledig `json:"datumAanvangAdreshouding" ld:"ad:datumAanvangAdreshouding" doc-nl:"Sinds wanneer."`
	InOnderzoek  bool             `json:"indicatieInOnderzoek" ld:"ad:indicatieInOnderzoek" show:"true" doc-nl:"De gegevens worden onderzocht."`
	FunctieAdres string           `json:"functieAdres" ld:"ad:functieAdres" sh:"in=woonadres|briefadres" doc-nl:"Wat voor adres het is."`
}

// Overlijden is a death.
type Overlijden struct {
	Overleden bool             `json:"indicatieOverleden" ld:"ad:indicatieOverleden" filter:"exact" show:"true" doc-nl:"De persoon is overleden."`
	Datum     *DatumOnvolledig `json:"datum" ld:"ad:datumOverlijden" doc-nl:"De datum."`
	Land      string           `json:"land" ld:"ad:landOverlijden" sh:"maxLength=80" doc-nl:"Het land."`
}

// Kind is a child of a person, as that person's record has it.
type Kind struct {
	ID       string             `json:"identificatie" ld:"@id" pattern:"^[0-9]{1,3}-[0-9]{9}$" doc-nl:"Het kenmerk van de verwantschap."`
	Persoon  hydra.Ref[Persoon] `json:"ingeschrevenpersoon" ld:"ad:kindVan" sh:"minCount=1" filter:"exact" doc-nl:"De ouder."`
	Zelf     hydra.Ref[Persoon] `json:"ingeschrevenpersonen" ld:"ad:isPersoon" doc-nl:"Het kind zelf, als ingeschreven persoon."`
	BSN      string             `json:"burgerservicenummer" ld:"ad:burgerservicenummer" sh:"maxLength=9" pattern:"^[0-9]{9}$" doc-nl:"Het burgerservicenummer van het kind."`
	Naam     *Naam              `json:"naam" ld:"ad:naam" doc-nl:"De naam."`
	Geboorte *Geboorte          `json:"geboorte" ld:"ad:geboorte" doc-nl:"De geboorte."`
}

// Ouder is a parent of a person, as that person's record has it.
type Ouder struct {
	ID              string             `json:"identificatie" ld:"@id" pattern:"^[0-9]{1,3}-[0-9]{9}$" doc-nl:"Het kenmerk van de verwantschap."`
	Persoon         hydra.Ref[Persoon] `json:"ingeschrevenpersoon" ld:"ad:ouderVan" sh:"minCount=1" filter:"exact" doc-nl:"Het kind."`
	OuderAanduiding string             `json:"ouderAanduiding" ld:"ad:ouderAanduiding" sh:"in=ouder1|ouder2" doc-nl:"De eerste of de tweede ouder."`
	Geslacht        Geslacht           `json:"geslachtsaanduiding" ld:"ad:geslachtsaanduiding" doc-nl:"Het geslacht."`
	Naam            *Naam              `json:"naam" ld:"ad:naam" doc-nl:"De naam."`
}

// Partner is a partner of a person, as that person's record has it.
type Partner struct {
	ID      string             `json:"identificatie" ld:"@id" pattern:"^[0-9]{1,3}-[0-9]{9}$" doc-nl:"Het kenmerk van de verwantschap."`
	Persoon hydra.Ref[Persoon] `json:"ingeschrevenpersoon" ld:"ad:partnerVan" sh:"minCount=1" filter:"exact" doc-nl:"De persoon zelf."`
	Naam    *Naam              `json:"naam" ld:"ad:naam" doc-nl:"De naam."`
}

// Reisdocument is a travel document.
type Reisdocument struct {
	ID      string             `json:"reisdocumentnummer" ld:"@id" pattern:"^[A-Z0-9]{9}$" doc-nl:"Het nummer."`
	Persoon hydra.Ref[Persoon] `json:"ingeschrevenpersoon" ld:"ad:reisdocumentVan" sh:"minCount=1" filter:"exact" doc-nl:"De houder."`
	Soort   string             `json:"soort" ld:"ad:soort" sh:"maxLength=40" doc-nl:"De soort."`
}
