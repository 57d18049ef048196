package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// handwritten is what an experienced engineer writes for this one resource: http.ServeMux, structs for encoding/json, an
// ETag from the version before anything is encoded, a projection of the fields asked for.
type handwritten struct {
	events   map[string]*Event
	ordered  []*Event
	versions map[string]string
	version  string
	context  string
	item     json.RawMessage
	search   json.RawMessage
	manages  json.RawMessage
	list     json.RawMessage
}

type itemDocument struct {
	Context string `json:"@context,omitempty"`
	ID      string `json:"@id"`
	Type    string `json:"@type"`
	eventDocument
	Operation json.RawMessage `json:"operation,omitempty"`
}

// eventDocument has pointers and omitempty so that a projection is a copy of some of the fields.
type eventDocument struct {
	Key         string            `json:"id,omitempty"`
	Name        string            `json:"name,omitempty"`
	Description map[string]string `json:"description,omitempty"`
	Start       string            `json:"startDate,omitempty"`
	End         string            `json:"endDate,omitempty"`
	URL         string            `json:"url,omitempty"`
	Mode        Mode              `json:"eventAttendanceMode,omitempty"`
	Keywords    []string          `json:"keywords,omitempty"`
	Languages   []string          `json:"inLanguage,omitempty"`
	Location    *placeDocument    `json:"location,omitempty"`
	Capacity    *int              `json:"maximumAttendeeCapacity,omitempty"`
	Free        *bool             `json:"isAccessibleForFree,omitempty"`
}

type placeDocument struct {
	Type    string           `json:"@type"`
	Name    string           `json:"name,omitempty"`
	Address *addressDocument `json:"address,omitempty"`
}

type addressDocument struct {
	Type       string `json:"@type"`
	Street     string `json:"streetAddress,omitempty"`
	PostalCode string `json:"postalCode,omitempty"`
	Locality   string `json:"addressLocality,omitempty"`
	Country    string `json:"addressCountry,omitempty"`
}

type collectionDocument struct {
	Context    string          `json:"@context"`
	ID         string          `json:"@id"`
	Type       string          `json:"@type"`
	TotalItems int             `json:"totalItems"`
	Member     []itemDocument  `json:"member"`
	View       viewDocument    `json:"view"`
	Search     json.RawMessage `json:"search,omitempty"`
	Assertion  json.RawMessage `json:"memberAssertion,omitempty"`
	Manages    json.RawMessage `json:"manages,omitempty"`
	Operation  json.RawMessage `json:"operation,omitempty"`
}

type viewDocument struct {
	ID       string `json:"@id"`
	Type     string `json:"@type"`
	First    string `json:"first,omitempty"`
	Previous string `json:"previous,omitempty"`
	Next     string `json:"next,omitempty"`
	Last     string `json:"last,omitempty"`
}

func (h *handwritten) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/events/{id}", h.getEvent)
	mux.HandleFunc("GET /api/events", h.listEvents)
	return mux
}

func (h *handwritten) headers(w http.ResponseWriter, etag string) {
	header := w.Header()
	header.Set("Content-Type", "application/ld+json")
	header.Set("Link", `<http://localhost:8080/api/documentation>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`)
	header.Set("Vary", "Accept")
	header.Set("Allow", "GET, HEAD, OPTIONS")
	header.Set("Cache-Control", "no-cache")
	header.Set("API-Version", "1.0.0")
	header.Set("Access-Control-Allow-Origin", "*")
	header.Set("Access-Control-Expose-Headers", "Link, ETag")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("ETag", etag)
}

func (h *handwritten) getEvent(w http.ResponseWriter, r *http.Request) {
	e, ok := h.events[r.PathValue("id")]
	if !ok {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	if !strings.Contains(acceptOf(r), "ld+json") {
		http.Error(w, "not acceptable", http.StatusNotAcceptable)
		return
	}
	fields := r.URL.Query().Get("fields")
	etag := `"` + h.versions[e.ID] + "-" + fields + `"`
	h.headers(w, etag)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	doc := h.document(e, fields)
	doc.Context = h.context
	if fields == "" {
		doc.Operation = h.item
	}
	h.write(w, doc)
}

func acceptOf(r *http.Request) string {
	if a := r.Header.Get("Accept"); a != "" && a != "*/*" {
		return a
	}
	return "application/ld+json"
}

func (h *handwritten) write(w http.ResponseWriter, doc any) {
	body, err := json.Marshal(doc)
	if err != nil {
		http.Error(w, "internal", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(body)
}

// document makes the document of an event, with the fields asked for or all.
func (h *handwritten) document(e *Event, fields string) itemDocument {
	full := itemDocument{ID: "/api/events/" + url.PathEscape(e.ID), Type: "Event", eventDocument: eventDocument{
		Key: e.ID, Name: e.Name, Description: map[string]string{"en": e.Description[0].Value},
		Start: e.Start.String(), End: e.End.String(), URL: e.URL, Mode: e.Mode, Keywords: e.Keywords, Languages: e.Languages,
		Location: &placeDocument{Type: "Place", Name: e.Location.Name, Address: &addressDocument{
			Type: "PostalAddress", Street: e.Location.Address.Street, PostalCode: e.Location.Address.PostalCode,
			Locality: e.Location.Address.Locality, Country: e.Location.Address.Country,
		}},
		Capacity: &e.Capacity, Free: &e.Free,
	}}
	if fields == "" {
		return full
	}
	some := itemDocument{ID: full.ID, Type: full.Type}
	for _, field := range strings.Split(fields, ",") {
		switch field {
		case "id":
			some.Key = full.Key
		case "name":
			some.Name = full.Name
		case "description":
			some.Description = full.Description
		case "startDate":
			some.Start = full.Start
		case "endDate":
			some.End = full.End
		case "url":
			some.URL = full.URL
		case "eventAttendanceMode":
			some.Mode = full.Mode
		case "keywords":
			some.Keywords = full.Keywords
		case "inLanguage":
			some.Languages = full.Languages
		case "location":
			some.Location = full.Location
		case "addressLocality":
			some.Location = &placeDocument{Type: "Place", Address: &addressDocument{Type: "PostalAddress", Locality: full.Location.Address.Locality}}
		case "maximumAttendeeCapacity":
			some.Capacity = full.Capacity
		case "isAccessibleForFree":
			some.Free = full.Free
		}
	}
	return some
}

func (h *handwritten) listEvents(w http.ResponseWriter, r *http.Request) {
	values := r.URL.Query()
	number := func(name string, usual int) int {
		if n, err := strconv.Atoi(values.Get(name)); err == nil && n > 0 {
			return n
		}
		return usual
	}
	page, size := number("page", 1), min(number("pageSize", 20), 100)
	last := max(1, (len(h.ordered)+size-1)/size)
	if page > last {
		http.Error(w, "no such page", http.StatusBadRequest)
		return
	}
	fields := values.Get("fields")
	etag := `"` + h.version + "-" + r.URL.RawQuery + `"`
	h.headers(w, etag)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	link := func(n int) string {
		values.Set("page", strconv.Itoa(n))
		return "/api/events?" + values.Encode()
	}
	view := viewDocument{ID: r.URL.RequestURI(), Type: "PartialCollectionView", First: link(1), Last: link(last)}
	if page > 1 {
		view.Previous = link(page - 1)
	}
	if page < last {
		view.Next = link(page + 1)
	}
	start := (page - 1) * size
	doc := collectionDocument{
		Context: h.context, ID: "/api/events", Type: "Collection", TotalItems: len(h.ordered), View: view,
		Search: h.search, Assertion: h.manages, Manages: h.manages, Operation: h.list,
	}
	for _, e := range h.ordered[start:min(start+size, len(h.ordered))] {
		doc.Member = append(doc.Member, h.document(e, fields))
	}
	w.Header().Add("Link", `<http://localhost:8080`+view.First+`>; rel="first", <http://localhost:8080`+view.Last+`>; rel="last"`)
	h.write(w, doc)
}
