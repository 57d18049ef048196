package main

import (
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Mode is an enumeration.
type Mode string

// Tokens lists the modes.
func (Mode) Tokens() []hydra.Token {
	return []hydra.Token{
		{Name: "offline", IRI: vocab.SchemaOfflineEventAttendanceMode},
		{Name: "online", IRI: vocab.SchemaOnlineEventAttendanceMode},
		{Name: "mixed", IRI: vocab.SchemaMixedEventAttendanceMode},
	}
}

// Event has twelve properties, two of them nested.
type Event struct {
	ID          string           `json:"id" ld:"@id" validate:"required"`
	Name        string           `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" sort:"true" doc:"Name." validate:"required,max=200"`
	Description hydra.LangString `json:"description" ld:"schema:description" doc:"Description."`
	Start       hydra.Date       `json:"startDate" ld:"schema:startDate" sh:"minCount=1;lessThanOrEquals=endDate" filter:"range" sort:"true" doc:"First day."`
	End         hydra.Date       `json:"endDate" ld:"schema:endDate" filter:"range" doc:"Last day."`
	URL         string           `json:"url" ld:"schema:url" sh:"nodeKind=IRI;minCount=1" doc:"Page." validate:"required,url"`
	Mode        Mode             `json:"eventAttendanceMode" ld:"schema:eventAttendanceMode" filter:"exact" doc:"Mode." validate:"oneof=offline online mixed"`
	Keywords    []string         `json:"keywords" ld:"schema:keywords" sh:"maxCount=20;maxLength=50" filter:"exact" doc:"Keywords." validate:"max=20,dive,max=50"`
	Languages   []string         `json:"inLanguage" ld:"schema:inLanguage" doc:"Languages." validate:"dive,min=2"`
	Location    *Place           `json:"location" ld:"schema:location" doc:"Place."`
	Capacity    int              `json:"maximumAttendeeCapacity" ld:"schema:maximumAttendeeCapacity" sh:"minInclusive=1;maxInclusive=100000" doc:"Capacity." validate:"min=1,max=100000"`
	Free        bool             `json:"isAccessibleForFree" ld:"schema:isAccessibleForFree" doc:"Free."`
}

// Place is where an event is.
type Place struct {
	_       struct{}       `ld:"schema:Place"`
	Name    string         `json:"name" ld:"schema:name" sh:"maxLength=200" doc:"Name." validate:"max=200"`
	Address *PostalAddress `json:"address" ld:"schema:address" doc:"Address."`
}

// PostalAddress is where a place is.
type PostalAddress struct {
	_          struct{} `ld:"schema:PostalAddress"`
	Street     string   `json:"streetAddress" ld:"schema:streetAddress" doc:"Street." validate:"max=200" sh:"maxLength=200"`
	PostalCode string   `json:"postalCode" ld:"schema:postalCode" doc:"Postal code." validate:"max=20" sh:"maxLength=20"`
	Locality   string   `json:"addressLocality" ld:"schema:addressLocality" filter:"exact" doc:"Town." validate:"required,max=100" sh:"minCount=1;maxLength=100"`
	Country    string   `json:"addressCountry" ld:"schema:addressCountry" filter:"exact" doc:"Country." validate:"required,max=100" sh:"minCount=1;maxLength=100"`
}

var events = hydra.NewClass[Event](vocab.SchemaEvent, "/events", hydra.ClassMeta{
	Title: hydra.Text{"en": "Event"}, CollectionTitle: hydra.Text{"en": "Events"},
})

// newEvent makes the i-th event.
func newEvent(i int) *Event {
	start, _ := literal.ParseDate(fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1))
	end, _ := literal.ParseDate(fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1))
	return &Event{
		ID: fmt.Sprintf("event-%06d", i), Name: fmt.Sprintf("Conference number %d on linked data", i),
		Description: hydra.LangString{{Lang: "en", Value: strings.Repeat("A day of talks, tea and \"graphs\". ", 7)[:200]}},
		Start:       start, End: end, URL: fmt.Sprintf("https://conference.example/%d?track=main", i), Mode: "offline",
		Keywords: []string{"linked-data", "golang", "hypermedia", "shacl"}, Languages: []string{"en", "nl"},
		Location: &Place{Name: "Town hall", Address: &PostalAddress{
			Street: "Botermarkt 1", PostalCode: "9000", Locality: "Gent", Country: "Belgium",
		}},
		Capacity: 100 + i%900, Free: i%2 == 0,
	}
}
