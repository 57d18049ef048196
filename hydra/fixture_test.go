package hydra_test

import (
	"context"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Mode is how an event is attended.
type Mode string

// Tokens lists the modes.
func (Mode) Tokens() []hydra.Token {
	return []hydra.Token{
		{Name: "offline", IRI: vocab.SchemaOfflineEventAttendanceMode},
		{Name: "online", IRI: vocab.SchemaOnlineEventAttendanceMode},
	}
}

// Event has a property of every kind.
type Event struct {
	ID          string           `json:"id" ld:"@id"`
	Name        string           `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" sort:"true" doc:"What it is called." doc-nl:"Hoe het heet."`
	Description hydra.LangString `json:"description" ld:"schema:description" doc:"What it is about."`
	Start       hydra.Date       `json:"startDate" ld:"schema:startDate" sh:"minCount=1;lessThanOrEquals=endDate" filter:"range" sort:"true" doc:"Its first day."`
	End         hydra.Date       `json:"endDate" ld:"schema:endDate" doc:"Its last day."`
	Door        hydra.DateTime   `json:"doorTime" ld:"schema:doorTime"`
	Opens       hydra.Time       `json:"opens" ld:"schema:opens"`
	Founded     hydra.GYear      `json:"founded" ld:"ex:founded"`
	Price       hydra.Decimal    `json:"price" ld:"schema:price" sh:"minInclusive=0"`
	Rating      float64          `json:"rating" ld:"ex:rating"`
	Seats       *int             `json:"seats" ld:"ex:seats" sh:"datatype=xsd:nonNegativeInteger"`
	Sold        int              `json:"sold" ld:"ex:sold" access:"read"`
	Free        bool             `json:"isAccessibleForFree" ld:"schema:isAccessibleForFree"`
	URL         string           `json:"url" ld:"schema:url" sh:"nodeKind=IRI"`
	Ticket      string           `json:"ticket" ld:"ex:ticket" sh:"datatype=xsd:anyURI"`
	Mode        Mode             `json:"eventAttendanceMode" ld:"schema:eventAttendanceMode" filter:"exact"`
	Keywords    []string         `json:"keywords" ld:"schema:keywords" filter:"exact"`
	Location    *Place           `json:"location" ld:"schema:location" doc:"Where it is."`
	Call        CallForPapers    `json:"callForPapers" ld:"ex:callForPapers" doc:"How to speak there."`
	Organizer   hydra.Ref[Org]   `json:"organizer" ld:"schema:organizer" filter:"exact"`
	Sponsors    []hydra.Ref[Org] `json:"sponsors" ld:"schema:sponsor"`
	Parts       []Event          `json:"subEvent" ld:"schema:subEvent"`
	Notes       string           `json:"notes" ld:"ex:notes" access:"staff"`
}

// Place is nested, with a class of its own.
type Place struct {
	_       struct{} `ld:"schema:Place" doc:"A place." doc-nl:"Een plaats."`
	Name    string   `json:"name" ld:"schema:name"`
	Address *Address `json:"address" ld:"schema:address" doc:"Its address." doc-nl:"Haar adres."`
	// Geo has the key of a standard prefix.
	Geo *Geo `json:"geo" ld:"schema:geo"`
}

// Geo has no class.
type Geo struct {
	Latitude  hydra.Decimal `json:"latitude" ld:"schema:latitude" sh:"minInclusive=-90;maxInclusive=90"`
	Longitude hydra.Decimal `json:"longitude" ld:"schema:longitude"`
	WKT       string        `json:"wkt" ld:"geo:asWKT" sh:"datatype=geo:wktLiteral"`
}

// Address is nested two deep.
type Address struct {
	_        struct{} `ld:"schema:PostalAddress"`
	Locality string   `json:"addressLocality" ld:"schema:addressLocality" filter:"text"`
	Country  string   `json:"addressCountry" ld:"schema:addressCountry" filter:"exact" sort:"true"`
}

// CallForPapers has no class: its terms are scoped to the property.
type CallForPapers struct {
	URL   string     `json:"url" ld:"schema:url" sh:"nodeKind=IRI"`
	End   hydra.Date `json:"endDate" ld:"ex:deadline"`
	Email string     `json:"email" ld:"schema:email" filter:"exact"`
	Venue *Place     `json:"venue" ld:"ex:venue"`
}

// Org is referred to.
type Org struct {
	_     struct{} `doc:"Who organizes."`
	ID    string   `json:"id" ld:"@id"`
	Name  string   `json:"name" ld:"schema:name" sh:"minCount=1" filter:"exact"`
	Email string   `json:"email" ld:"schema:email"`
}

// Step has the keys of Hydra's terms and of JSON-LD prefixes for properties of its own.
type Step struct {
	ID          string   `json:"id" ld:"@id"`
	Title       string   `json:"title" ld:"ex:title"`
	Description string   `json:"description" ld:"ex:description"`
	Member      []string `json:"member" ld:"ex:member"`
	First       string   `json:"first" ld:"ex:first"`
	Next        string   `json:"next" ld:"ex:next"`
	View        string   `json:"view" ld:"ex:view"`
	Search      string   `json:"search" ld:"ex:search"`
	Template    string   `json:"template" ld:"ex:template" filter:"exact"`
	Method      string   `json:"method" ld:"ex:method"`
	Returns     string   `json:"returns" ld:"ex:returns"`
	Property    string   `json:"property" ld:"ex:property"`
	TotalItems  int      `json:"totalItems" ld:"ex:totalItems"`
	Schema      string   `json:"schema" ld:"schema:about"`
	Collection  string   `json:"Collection" ld:"ex:collection"`
	Type        string   `json:"type" ld:"ex:type"`
}

const (
	base  = "https://data.example.org/api"
	space = "https://data.example.org/ns#"
	ex    = "https://example.org/vocab#"
)

func eventClass() *hydra.Class[Event] {
	return hydra.NewClass[Event](vocab.SchemaEvent, "/events", hydra.ClassMeta{
		Title:           hydra.Text{"en": "Event", "nl": "Evenement"},
		Description:     hydra.Text{"en": "Something to go to."},
		CollectionTitle: hydra.Text{"en": "Events"},
		Prefixes:        map[string]string{"ex": ex},
	}, hydra.ComputedLink("reviews", ex+"reviews", hydra.Text{"en": "What people said."}, func(e *Event) string {
		return "reviews/" + e.ID
	}, hydra.Label(hydra.Text{"en": "Reviews", "nl": "Besprekingen"})))
}

func orgClass() *hydra.Class[Org] {
	return hydra.NewClass[Org](vocab.SchemaOrganization, "/organizations", hydra.ClassMeta{Term: "Organization"})
}

func stepClass() *hydra.Class[Step] {
	return hydra.NewClass[Step](ex+"Step", "/title", hydra.ClassMeta{Prefixes: map[string]string{"ex": ex}})
}

func text(s string) hydra.Text { return hydra.Text{"en": s} }

func found() []hydra.Status {
	return []hydra.Status{{Code: 200, Title: text("Found")}, {Code: 404, Title: text("Not found"), Description: text("There is no such thing.")}}
}

// served describes a class as one that can be read.
func served[T any](class *hydra.Class[T]) hydra.Resource {
	d, _ := class.Definition()
	r := hydra.Resource{
		Definition: d, TotalItems: true, Cursor: true,
		Item:       []hydra.Operation{{ID: "get" + d.Term, Method: "GET", Title: text("Get one"), Returns: d.IRI, Statuses: found()}},
		Collection: []hydra.Operation{{ID: "list" + d.Term, Method: "GET", Title: text("List"), Returns: vocab.HydraCollection, Statuses: found()}},
	}
	for _, p := range d.Properties {
		if p.Filter != hydra.FilterNone {
			r.Filterable = append(r.Filterable, p)
		}
		if p.Sortable {
			r.Sortable = append(r.Sortable, p)
		}
	}
	return r
}

func metadata(tb testing.TB) hydra.Metadata {
	tb.Helper()
	day := func(s string) hydra.Date {
		var d hydra.Date
		if err := d.UnmarshalText([]byte(s)); err != nil {
			tb.Fatal(err)
		}
		return d
	}
	return hydra.Metadata{
		Title:          hydra.Text{"en": "Events", "nl": "Evenementen"},
		Description:    hydra.Text{"nl": "Wat er te doen is.", "en": "What there is to do."},
		Version:        "1.4.0",
		Issued:         day("2026-01-15"),
		Modified:       day("2026-11-01"),
		License:        "https://creativecommons.org/publicdomain/zero/1.0/",
		LicenseName:    "CC0 1.0",
		TermsOfService: "https://data.example.org/terms",
		Contact: hydra.Contact{
			Name: "Data desk", Email: "data@example.org", URL: "https://example.org/contact", Telephone: "+32 2 000 00 00",
		},
		Publisher: hydra.Publisher{IRI: "https://example.org/id/us", Name: text("Us"), Homepage: "https://example.org/"},
		Keywords:  map[string][]string{"en": {"event", "conference"}, "nl": {"evenement"}},
		Temporal:  hydra.Period{Start: day("2014-01-01"), End: day("2027-12-31")},
		Spatial:   hydra.Area{WKT: "POLYGON((2.5 49.5, 6.4 49.5, 6.4 51.5, 2.5 51.5, 2.5 49.5))"},
		Languages: []string{"nl", "en"},
	}
}

func config(tb testing.TB) hydra.Config {
	tb.Helper()
	return hydra.Config{
		BaseURL: base, Vocabulary: space, Metadata: metadata(tb),
		Resources: []hydra.Resource{served(eventClass()), served(orgClass()), served(stepClass())},
	}
}

func compile(tb testing.TB) *hydra.API {
	tb.Helper()
	api, err := hydra.Compile(config(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return api
}

// graph expands a document with the API's own contexts.
func graph(tb testing.TB, api *hydra.API, document any) []rdf.Triple {
	tb.Helper()
	body, ok := document.([]byte)
	if !ok {
		var err error
		if body, err = jsonld.AppendJSON(nil, document); err != nil {
			tb.Fatal(err)
		}
	}
	contexts := map[string][]byte{}
	for _, c := range api.Contexts() {
		contexts[base+c.Path] = c.Body
	}
	processor, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
	if err != nil {
		tb.Fatal(err)
	}
	quads, err := processor.ToRDF(context.Background(), body, base+"/")
	if err != nil {
		tb.Fatalf("%v\n%s", err, body)
	}
	triples := make([]rdf.Triple, len(quads))
	for i, q := range quads {
		if q.Graph != (rdf.Term{}) {
			tb.Fatalf("a statement in a named graph: %v", q)
		}
		triples[i] = q.Triple
	}
	return triples
}
