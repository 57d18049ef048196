package shacl_test

import (
	"reflect"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Mode is how an event is attended.
type Mode string

func (Mode) Tokens() []record.Token {
	return []record.Token{
		{Name: "offline", IRI: vocab.SchemaOfflineEventAttendanceMode},
		{Name: "online", IRI: vocab.SchemaOnlineEventAttendanceMode},
		{Name: "mixed", IRI: vocab.SchemaMixedEventAttendanceMode},
	}
}

// Address is nested two levels deep.
type Address struct {
	_          struct{} `ld:"schema:PostalAddress"`
	Street     string   `json:"streetAddress" ld:"schema:streetAddress" sh:"maxLength=100"`
	PostalCode string   `json:"postalCode" ld:"schema:postalCode" pattern:"^[0-9]{4}$" message:"Four digits." message-nl:"Vier cijfers."`
	Locality   string   `json:"addressLocality" ld:"schema:addressLocality" sh:"minCount=1"`
	Country    string   `json:"addressCountry" ld:"schema:addressCountry" sh:"minLength=2;maxLength=2"`
}

// Place is nested one level deep.
type Place struct {
	_       struct{} `ld:"schema:Place" sh:"closed"`
	Name    string   `json:"name" ld:"schema:name" sh:"minCount=1"`
	Address *Address `json:"address" ld:"schema:address"`
}

// Event has twelve properties and two nested nodes.
type Event struct {
	ID          string             `json:"id" ld:"@id"`
	Name        string             `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" doc:"What it is called." doc-nl:"Hoe het heet."`
	Description literal.LangString `json:"description" ld:"schema:description" sh:"languageIn=en|nl"`
	Start       literal.Date       `json:"startDate" ld:"schema:startDate" sh:"minCount=1;lessThanOrEquals=endDate"`
	End         literal.Date       `json:"endDate" ld:"schema:endDate"`
	URL         string             `json:"url" ld:"schema:url" sh:"nodeKind=IRI"`
	Mode        Mode               `json:"eventAttendanceMode" ld:"schema:eventAttendanceMode"`
	Code        string             `json:"code" ld:"schema:identifier" pattern:"^[A-Z]{3}-[0-9]{4}$"`
	Keywords    []string           `json:"keywords" ld:"schema:keywords" sh:"maxCount=10;minLength=2"`
	Location    *Place             `json:"location" ld:"schema:location" sh:"minCount=1"`
	Capacity    int                `json:"maximumAttendeeCapacity" ld:"schema:maximumAttendeeCapacity" sh:"minInclusive=0;maxInclusive=100000"`
	Free        bool               `json:"isAccessibleForFree" ld:"schema:isAccessibleForFree"`
}

func eventSchema(tb testing.TB) *shacl.Schema {
	tb.Helper()
	return compiled[Event](tb, vocab.SchemaEvent)
}

// compiled compiles a type whose declaration is right.
func compiled[T any](tb testing.TB, class vocab.IRI) *shacl.Schema {
	tb.Helper()
	s, err := shacl.Compile(reflect.TypeFor[T](), class, prefixes(tb))
	if err != nil {
		tb.Fatalf("compile: %v", err)
	}
	return s
}

// prefixes are the standard ones and ex.
func prefixes(tb testing.TB) *vocab.Prefixes {
	tb.Helper()
	p, err := vocab.StandardPrefixes().With("ex", "http://example.org/")
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func validEvent(tb testing.TB) *Event {
	tb.Helper()
	return &Event{
		ID:   "gopher-day",
		Name: "Gopher day",
		Description: literal.LangString{
			{Lang: "en", Value: "A day about Go, with talks in the morning and workshops in the afternoon; everyone who writes programs is welcome, " +
				"also those who have never seen the language, and there is soup."},
			{Lang: "nl", Value: "Een dag over Go."},
		},
		Start:    date(tb, "2026-05-20"),
		End:      date(tb, "2026-05-21"),
		URL:      "https://example.org/gopher-day?year=2026",
		Mode:     "mixed",
		Code:     "GOP-2026",
		Keywords: []string{"go", "linked data", "hypermedia", "soup"},
		Location: &Place{Name: "Town hall", Address: &Address{
			Street: "Markt 1", PostalCode: "9000", Locality: "Gent", Country: "BE",
		}},
		Capacity: 120,
		Free:     true,
	}
}

func date(tb testing.TB, s string) literal.Date {
	tb.Helper()
	d, err := literal.ParseDate(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}
