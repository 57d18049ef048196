package main

import (
	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// namespace holds the terms that no public vocabulary has.
const namespace = "https://events.hydrant.example/ns#"

// Events is the class of events: what one is called, and where all of them are.
var Events = hydra.NewClass[Event](vocab.SchemaEvent, "/events", hydra.ClassMeta{
	Title:                 hydra.Text{"en": "Event", "nl": "Evenement"},
	Description:           hydra.Text{"en": "A conference, meetup or festival that people can attend.", "nl": "Een conferentie, bijeenkomst of festival dat mensen kunnen bijwonen."},
	CollectionTitle:       hydra.Text{"en": "Events", "nl": "Evenementen"},
	CollectionDescription: hydra.Text{"en": "All events, past and future.", "nl": "Alle evenementen, voorbije en komende."},
	Prefixes:              map[string]string{"ev": namespace},
})

// Event is declared here and nowhere else: representations, documentation, shapes, OpenAPI, filters and validation all
// follow from it.
type Event struct {
	ID          string           `json:"id" ld:"@id" sh:"maxLength=200" pattern:"^[a-z0-9]+(-[a-z0-9]+)*$" label:"Name in the address" label-nl:"Naam in het adres" doc:"Name in the address: lower-case letters, digits and hyphens." doc-nl:"Naam in het adres: kleine letters, cijfers en koppeltekens."`
	Name        string           `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" sort:"true" label:"Name" label-nl:"Naam" doc:"What it is called." doc-nl:"Hoe het heet."`
	Description hydra.LangString `json:"description" ld:"schema:description" sh:"maxLength=2000" label:"Description" label-nl:"Beschrijving" doc:"What it is about, by language." doc-nl:"Waarover het gaat, per taal."`
	Start       hydra.Date       `json:"startDate" ld:"schema:startDate" sh:"minCount=1;lessThanOrEquals=endDate" filter:"range" sort:"true" label:"First day" label-nl:"Eerste dag" doc:"The first day." doc-nl:"De eerste dag."`
	End         hydra.Date       `json:"endDate" ld:"schema:endDate" filter:"range" sort:"true" label:"Last day" label-nl:"Laatste dag" doc:"The last day." doc-nl:"De laatste dag."`
	URL         string           `json:"url" ld:"schema:url" sh:"nodeKind=IRI;maxLength=500" filter:"exact" label:"Web page" label-nl:"Webpagina" doc:"The event's own page." doc-nl:"De eigen pagina van het evenement."`
	Location    *Place           `json:"location" ld:"schema:location" label:"Location" label-nl:"Locatie" doc:"Where it takes place; an online event has no location." doc-nl:"Waar het plaatsvindt; een online evenement heeft geen locatie."`
	Mode        Mode             `json:"eventAttendanceMode" ld:"schema:eventAttendanceMode" filter:"exact" label:"Attendance" label-nl:"Deelname" doc:"Whether people attend on the spot, online, or either." doc-nl:"Of mensen ter plaatse deelnemen, online, of een van beide."`
	Keywords    []string         `json:"keywords" ld:"schema:keywords" sh:"maxCount=20;maxLength=50" filter:"exact" label:"Keywords" label-nl:"Trefwoorden" doc:"What it is about, in single words." doc-nl:"Waarover het gaat, in losse woorden."`
	Languages   []string         `json:"inLanguage" ld:"schema:inLanguage" sh:"maxCount=10;maxLength=35" pattern:"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" filter:"exact" label:"Languages" label-nl:"Talen" doc:"The languages spoken, as BCP 47 tags." doc-nl:"De talen die er gesproken worden, als BCP 47-codes."`
	Call        *CallForPapers   `json:"callForPapers" ld:"ev:callForPapers" label:"Call for papers" label-nl:"Oproep voor lezingen" doc:"How to propose a talk." doc-nl:"Hoe een lezing voor te stellen."`
	Organizer   *Organization    `json:"organizer" ld:"schema:organizer" label:"Organizer" label-nl:"Organisator" doc:"Who organizes it." doc-nl:"Wie het organiseert."`
}

// Mode is how an event is attended: a word in JSON, an IRI of schema.org in the graph.
type Mode string

// Tokens lists the modes.
func (Mode) Tokens() []hydra.Token {
	return []hydra.Token{
		{Name: "offline", IRI: vocab.SchemaOfflineEventAttendanceMode},
		{Name: "online", IRI: vocab.SchemaOnlineEventAttendanceMode},
		{Name: "mixed", IRI: vocab.SchemaMixedEventAttendanceMode},
	}
}

// Place is where an event takes place.
type Place struct {
	_       struct{}        `ld:"schema:Place"`
	Name    string          `json:"name" ld:"schema:name" sh:"maxLength=200" filter:"text" label:"Name" label-nl:"Naam" doc:"What the venue is called." doc-nl:"Hoe de locatie heet."`
	Address *PostalAddress  `json:"address" ld:"schema:address" label:"Address" label-nl:"Adres" doc:"The postal address." doc-nl:"Het postadres."`
	Geo     *GeoCoordinates `json:"geo" ld:"schema:geo" label:"Position" label-nl:"Positie" doc:"The position, in WGS 84." doc-nl:"De positie, in WGS 84."`
}

// PostalAddress is a postal address.
type PostalAddress struct {
	_        struct{} `ld:"schema:PostalAddress"`
	Street   string   `json:"streetAddress" ld:"schema:streetAddress" sh:"maxLength=200" label:"Street" label-nl:"Straat" doc:"Street and number." doc-nl:"Straat en nummer."`
	Code     string   `json:"postalCode" ld:"schema:postalCode" sh:"maxLength=20" filter:"exact" label:"Postal code" label-nl:"Postcode" doc:"The postal code." doc-nl:"De postcode."`
	Locality string   `json:"addressLocality" ld:"schema:addressLocality" sh:"maxLength=100" filter:"text" sort:"true" label:"Town" label-nl:"Gemeente" doc:"The town; in some countries with its state." doc-nl:"De gemeente; in sommige landen met de staat."`
	Country  string   `json:"addressCountry" ld:"schema:addressCountry" sh:"maxLength=60" filter:"exact" sort:"true" label:"Country" label-nl:"Land" doc:"The country, by its English name." doc-nl:"Het land, met zijn Engelse naam."`
}

// GeoCoordinates is a position. Its numbers are pointers, since 0 is a coordinate and not the absence of one.
type GeoCoordinates struct {
	_         struct{} `ld:"schema:GeoCoordinates"`
	Latitude  *float64 `json:"latitude" ld:"schema:latitude" sh:"minCount=1;minInclusive=-90;maxInclusive=90" label:"Latitude" label-nl:"Breedtegraad" doc:"Degrees north of the equator." doc-nl:"Graden ten noorden van de evenaar."`
	Longitude *float64 `json:"longitude" ld:"schema:longitude" sh:"minCount=1;minInclusive=-180;maxInclusive=180" label:"Longitude" label-nl:"Lengtegraad" doc:"Degrees east of Greenwich." doc-nl:"Graden ten oosten van Greenwich."`
}

// CallForPapers is a call for papers. schema.org has no word for it, so its class and the property that leads to it are the API's own.
type CallForPapers struct {
	_     struct{}   `ld:"ev:CallForPapers"`
	URL   string     `json:"url" ld:"schema:url" sh:"nodeKind=IRI;maxLength=500" label:"Web page" label-nl:"Webpagina" doc:"Where to propose a talk." doc-nl:"Waar een lezing voor te stellen."`
	End   hydra.Date `json:"endDate" ld:"schema:endDate" filter:"range" sort:"true" label:"Last day" label-nl:"Laatste dag" doc:"The last day to propose one." doc-nl:"De laatste dag om er een voor te stellen."`
	Email string     `json:"email" ld:"schema:email" sh:"maxLength=200" pattern:"^[^@ ]+@[^@ ]+$" label:"E-mail" label-nl:"E-mail" doc:"Whom to ask about it." doc-nl:"Aan wie vragen te stellen."`
}

// Organization is who organizes an event.
type Organization struct {
	_     struct{} `ld:"schema:Organization"`
	Name  string   `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" label:"Name" label-nl:"Naam" doc:"What the organizer is called." doc-nl:"Hoe de organisator heet."`
	URL   string   `json:"url" ld:"schema:url" sh:"nodeKind=IRI;maxLength=500" label:"Web page" label-nl:"Webpagina" doc:"The organizer's page." doc-nl:"De pagina van de organisator."`
	Email string   `json:"email" ld:"schema:email" sh:"maxLength=200" pattern:"^[^@ ]+@[^@ ]+$" label:"E-mail" label-nl:"E-mail" doc:"The organizer's address." doc-nl:"Het adres van de organisator."`
}
