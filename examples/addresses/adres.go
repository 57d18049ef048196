package main

import "github.com/hydrant-ld/hydrant/hydra"

// Adressen is the class of addresses.
var Adressen = hydra.NewClass[Adres](term("Adres"), "/adressen", hydra.ClassMeta{
	Title: nl("Adres"), Description: nl("Een adres: een nummeraanduiding aan een straat in een woonplaats."),
	CollectionTitle: nl("Adressen"), CollectionDescription: nl("Alle adressen."), Prefixes: prefixes(),
},
	hydra.ExclusiveFilters[Adres]("postcode", "straat"),
)

// Panden is the class of buildings.
var Panden = hydra.NewClass[Pand](term("Pand"), "/panden", hydra.ClassMeta{
	Title: nl("Pand"), Description: nl("Een gebouw."),
	CollectionTitle: nl("Panden"), CollectionDescription: nl("Alle panden."), Prefixes: prefixes(),
},
	hydra.FilterValues[Pand]("locatie", 2, 2),
)

// Objecten is the class of what can have an address.
var Objecten = hydra.NewClass[Object](term("AdresseerbaarObject"), "/adresseerbareobjecten", hydra.ClassMeta{
	Title: nl("Adresseerbaar object"), Description: nl("Een verblijfsobject, standplaats of ligplaats."),
	CollectionTitle: nl("Adresseerbare objecten"), CollectionDescription: nl("Alle verblijfsobjecten, standplaatsen en ligplaatsen."),
	Term: "AdresseerbaarObject", Prefixes: prefixes(),
})

// Adres is an address.
type Adres struct {
	ID         string            `json:"identificatie" ld:"@id" pattern:"^[0-9]{16}$" doc-nl:"De identificatie."`
	Straat     string            `json:"straat" ld:"ad:straat" sh:"maxLength=80" filter:"text" doc-nl:"De straat."`
	Huisnummer int               `json:"huisnummer" ld:"ad:huisnummer" sh:"minInclusive=1;maxInclusive=99999" filter:"exact" doc-nl:"Het huisnummer."`
	Toevoeging string            `json:"huisnummertoevoeging" ld:"ad:huisnummertoevoeging" sh:"maxLength=4" filter:"exact" doc-nl:"De toevoeging."`
	Postcode   string            `json:"postcode" ld:"ad:postcode" sh:"maxLength=6" pattern:"^[1-9][0-9]{3}[A-Z]{2}$" filter:"exact" doc-nl:"De postcode."`
	Woonplaats string            `json:"woonplaats" ld:"ad:woonplaats" sh:"maxLength=80" filter:"text" doc-nl:"De woonplaats."`
	Object     hydra.Ref[Object] `json:"adresseerbaarObject" ld:"ad:adresseerbaarObject" expand:"true" filter:"exact" doc-nl:"Wat dit adres heeft."`
	Panden     []hydra.Ref[Pand] `json:"panden" ld:"ad:panden" expand:"true" doc-nl:"De gebouwen op het adres."`
	Mogelijk   *MogelijkOnjuist  `json:"mogelijkOnjuist" ld:"ad:mogelijkOnjuist" show:"always" doc-nl:"Wat er mogelijk niet juist is."`
}

// MogelijkOnjuist says what may be wrong.
type MogelijkOnjuist struct {
	Straat     bool `json:"straat" ld:"ad:straatOnjuist" show:"true" doc-nl:"De straat is mogelijk niet juist."`
	Huisnummer bool `json:"huisnummer" ld:"ad:huisnummerOnjuist" show:"true" doc-nl:"Het huisnummer is mogelijk niet juist."`
}

// Pand is a building.
type Pand struct {
	ID            string              `json:"identificatie" ld:"@id" pattern:"^[0-9]{16}$" doc-nl:"De identificatie."`
	Documentdat   hydra.Date          `json:"documentdatum" ld:"ad:documentdatum" doc-nl:"De datum van het document waarmee het is opgenomen."`
	Bouwjaar      *hydra.GYear        `json:"oorspronkelijkBouwjaar" ld:"ad:oorspronkelijkBouwjaar" doc-nl:"Het jaar waarin het gebouwd is."`
	Status        string              `json:"status" ld:"ad:status" sh:"in=bouw_gestart|in_gebruik|gesloopt" filter:"exact" doc-nl:"De status."`
	Locatie       []float64           `json:"locatie" ld:"ad:locatie" sh:"maxCount=2" filter:"exact" doc-nl:"De coördinaten in het stelsel van de Rijksdriehoeksmeting."`
	Objecten      []hydra.Ref[Object] `json:"adresseerbareobjecten" ld:"ad:adresseerbareObjecten" expand:"true" doc-nl:"Wat erin ligt."`
	Identificatie []string            `json:"adresseerbaarObjectIdentificatie" ld:"ad:adresseerbaarObjectIdentificatie" sh:"maxLength=16" filter:"exact" pattern:"^[0-9]{16}$" doc-nl:"De identificaties van wat erin ligt."`
}

// Object is what can have an address.
type Object struct {
	ID          string             `json:"identificatie" ld:"@id" pattern:"^[0-9]{16}$" doc-nl:"De identificatie."`
	Type        string             `json:"type" ld:"ad:type" sh:"in=verblijfsobject|standplaats|ligplaats" filter:"exact" doc-nl:"Wat het is."`
	Oppervlakte *int               `json:"oppervlakte" ld:"ad:oppervlakte" sh:"minInclusive=1" doc-nl:"De oppervlakte in vierkante meter."`
	Hoofdadres  hydra.Ref[Adres]   `json:"hoofdadres" ld:"ad:hoofdadres" expand:"true" doc-nl:"Het hoofdadres."`
	Nevenadres  []hydra.Ref[Adres] `json:"nevenadressen" ld:"ad:nevenadressen" expand:"true" doc-nl:"De andere adressen."`
	Panden      []hydra.Ref[Pand]  `json:"panden" ld:"ad:panden" expand:"true" doc-nl:"De gebouwen waar het in ligt."`
}
