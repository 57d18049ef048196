package openapi_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Mode is an enumeration.
type Mode string

func (Mode) Tokens() []hydra.Token {
	return []hydra.Token{
		{Name: "offline", IRI: vocab.SchemaOfflineEventAttendanceMode},
		{Name: "online", IRI: vocab.SchemaOnlineEventAttendanceMode},
		{Name: "mixed", IRI: vocab.SchemaMixedEventAttendanceMode},
	}
}

type PostalAddress struct {
	_        struct{} `ld:"schema:PostalAddress" doc:"A postal address." doc-nl:"Een postadres."`
	Locality string   `json:"addressLocality" ld:"schema:addressLocality" sh:"minCount=1"`
	Country  string   `json:"addressCountry" ld:"schema:addressCountry" filter:"exact"`
}

type Place struct {
	_        struct{}       `ld:"schema:Place"`
	Name     string         `json:"name" ld:"schema:name" doc:"What people call the place."`
	Address  *PostalAddress `json:"address" ld:"schema:address" sh:"minCount=1" doc:"Where it is."`
	Within   *Place         `json:"containedInPlace" ld:"schema:containedInPlace"`
	Contacts []struct {
		Email string `json:"email" ld:"schema:email" sh:"minCount=1;maxLength=100"`
	} `json:"contacts" ld:"schema:contactPoint" sh:"maxCount=3"`
}

type Event struct {
	ID        string               `json:"id" ld:"@id" doc:"The identifier."`
	Name      string               `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" sort:"true" doc:"What it is called." doc-nl:"Hoe het heet."`
	About     hydra.LangString     `json:"description" ld:"schema:description" sh:"minCount=1;languageIn=en|nl;maxLength=5000"`
	Start     hydra.Date           `json:"startDate" ld:"schema:startDate" sh:"minCount=1;lessThanOrEquals=endDate;minInclusive=1970-01-01" filter:"range" sort:"true"`
	End       hydra.Date           `json:"endDate" ld:"schema:endDate"`
	Doors     hydra.Time           `json:"doorTime" ld:"schema:doorTime"`
	Changed   hydra.DateTime       `json:"changed" ld:"dct:modified" access:"read"`
	Since     hydra.GYear          `json:"since" ld:"schema:foundingDate"`
	URL       string               `json:"url" ld:"schema:url" sh:"nodeKind=IRI"`
	Mode      Mode                 `json:"eventAttendanceMode" ld:"schema:eventAttendanceMode" filter:"exact" sh:"defaultValue=offline"`
	Onsite    Mode                 `json:"onsite" ld:"schema:additionalType" sh:"in=offline|mixed"`
	Keywords  []string             `json:"keywords" ld:"schema:keywords" sh:"minCount=1;maxCount=10;minLength=2" filter:"exact"`
	Code      string               `json:"code" ld:"schema:identifier" pattern:"^[A-Z]{3}-[0-9]{4}$"`
	Folded    string               `json:"folded" ld:"schema:alternateName" pattern:"^[a-z]+$" sh:"flags=i"`
	Free      *bool                `json:"free" ld:"schema:isAccessibleForFree" filter:"exact"`
	Seats     uint16               `json:"seats" ld:"schema:maximumAttendeeCapacity" sh:"maxInclusive=50000" filter:"range"`
	Rating    float64              `json:"rating" ld:"schema:ratingValue" sh:"minExclusive=0;maxInclusive=5"`
	Huge      int64                `json:"huge" ld:"schema:size" sh:"maxInclusive=9007199254740993"`
	Price     hydra.Decimal        `json:"price" ld:"schema:price" sh:"minInclusive=0"`
	Audience  string               `json:"audience" ld:"schema:audience" sh:"hasValue=public"`
	Tags      []string             `json:"tags" ld:"schema:about" sh:"hasValue=event;disjoint=keywords"`
	Advised   string               `json:"advised" ld:"schema:abstract" sh:"minCount=1;maxLength=80;severity=Warning"`
	Off       string               `json:"off" ld:"schema:comment" sh:"minCount=1;maxLength=80;deactivated"`
	Duration  string               `json:"duration" ld:"schema:duration" sh:"datatype=xsd:duration"`
	Location  *Place               `json:"location" ld:"schema:location" doc:"Where it is held."`
	Organizer hydra.Ref[Organizer] `json:"organizer" ld:"schema:organizer" filter:"exact"`
	Notes     string               `json:"notes" ld:"schema:text" access:"staff" filter:"text" doc:"For the staff."`
}

type Organizer struct {
	_    struct{} `sh:"closed" doc:"Who holds events."`
	ID   string   `json:"id" ld:"@id" pattern:"^[a-z]+$" sh:"maxLength=20"`
	Name string   `json:"name" ld:"schema:name" sh:"minCount=1" sort:"true"`
	Home Place    `json:"home" ld:"schema:location" doc:"Where it lives."`
}

// Venue is not served unless a test adds it.
type Venue struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name"`
}

func text(en, nl string) hydra.Text { return hydra.Text{"en": en, "nl": nl} }

func status(code int) hydra.Status {
	return hydra.Status{Code: code, Title: text(http.StatusText(code), "Status "+http.StatusText(code))}
}

// define returns the compiled class, or ends the test.
func define[T any](t *testing.T, class *hydra.Class[T]) *hydra.Definition {
	t.Helper()
	d, err := class.Definition()
	if err != nil {
		t.Fatalf("the declaration: %v", err)
	}
	return d
}

func filterable(d *hydra.Definition) (out []*hydra.Property) {
	for _, p := range d.Properties {
		if p.Filter != hydra.FilterNone {
			out = append(out, p)
		}
	}
	return out
}

func sortable(d *hydra.Definition) (out []*hydra.Property) {
	for _, p := range d.Properties {
		if p.Sortable {
			out = append(out, p)
		}
	}
	return out
}

// serve makes a resource that can be read.
func serve(d *hydra.Definition, plural string) hydra.Resource {
	return hydra.Resource{
		Definition: d,
		Collection: []hydra.Operation{{
			ID: "list" + plural, Method: "GET", Title: text("List them", "Toon ze"), Returns: vocab.HydraCollection,
			Statuses: []hydra.Status{status(200), status(304), status(400), status(406), status(500), status(503)},
		}},
		Item: []hydra.Operation{{
			ID: "get" + d.Term, Method: "GET", Title: text("Read one", "Lees er een"), Returns: d.IRI,
			Statuses: []hydra.Status{status(200), status(304), status(400), status(404), status(406), status(500)},
		}},
		Filterable: filterable(d), Sortable: sortable(d), TotalItems: true, Cursor: true, PageSize: 20, MaxPageSize: 100,
	}
}

func eventsClass() *hydra.Class[Event] {
	return hydra.NewClass(vocab.SchemaEvent, "/events", hydra.ClassMeta{
		Title: text("Event", "Evenement"), Description: text("Something that happens.", "Iets dat gebeurt."),
		CollectionTitle: text("Events", "Evenementen"), CollectionDescription: text("All events.", "Alle evenementen."),
	}, hydra.ComputedLink("calendar", vocab.SchemaSameAs, text("The calendar of the month.", "De kalender van de maand."),
		func(e *Event) string { return "calendars/" + e.Start.String()[:7] }))
}

func organizersClass() *hydra.Class[Organizer] {
	return hydra.NewClass[Organizer](vocab.SchemaOrganization, "/event-organizers", hydra.ClassMeta{Title: text("Organizer", "Organisator")})
}

// config declares an API of events and organizers.
func config(t *testing.T) hydra.Config {
	t.Helper()
	organizers := serve(define(t, organizersClass()), "Organizers")
	organizers.Cursor, organizers.TotalItems = false, false
	return hydra.Config{
		BaseURL:    "http://localhost:8080/api",
		Vocabulary: "https://hydrant.example/ns#",
		Metadata: hydra.Metadata{
			Title: text("Events of the world", "Evenementen van de wereld"), Description: text("Conferences & meetups <everywhere>.", "Conferenties."),
			Version: "1.4.0", License: "https://creativecommons.org/publicdomain/zero/1.0/", LicenseName: "CC0 1.0",
			Contact: hydra.Contact{Name: "Events team", Email: "events@example.org", URL: "https://example.org/contact"},
		},
		EntryPointStatuses: []hydra.Status{status(200), status(304), status(400), status(406), status(500)},
		Resources:          []hydra.Resource{serve(define(t, eventsClass()), "Events"), organizers},
	}
}

func compile(t *testing.T, c hydra.Config) *hydra.API {
	t.Helper()
	api, err := hydra.Compile(c)
	if err != nil {
		t.Fatalf("the API: %v", err)
	}
	return api
}

// swagger returns the document of an API.
func swagger(t *testing.T, c hydra.Config) []byte {
	t.Helper()
	api := compile(t, c)
	doc, err := openapi.Swagger(api, api.Base().Path)
	if err != nil {
		t.Fatalf("the document: %v", err)
	}
	return doc
}

// at returns what a JSON document has at a path of keys, nil where there is nothing. A key contains no "»".
func at(t *testing.T, doc []byte, path string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(doc, &v); err != nil {
		t.Fatalf("the document is no JSON: %v", err)
	}
	for key := range strings.SplitSeq(path, "»") {
		object, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = object[key]
	}
	return v
}

// compact is a value as compact JSON, "" for nothing.
func compact(t *testing.T, v any) string {
	t.Helper()
	if v == nil {
		return ""
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// objectOf is a JSON object, nil for anything else.
func objectOf(v any) map[string]any {
	object, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	return object
}

// stringOf is a JSON string, "" for anything else.
func stringOf(v any) string {
	s, ok := v.(string)
	if !ok {
		return ""
	}
	return s
}
