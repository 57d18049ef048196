package main

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
)

// badRequest is a request that fails, and how.
type badRequest struct {
	name   string
	method string // GET unless given
	target string
	accept string
	status int // 400 unless given
	code   string
	// params are the wrong parameters, "name:code"; detail is a part of some detail.
	params []string
	detail string
}

const (
	events = "/api/events"
	item   = "/api/events/gopherday-2026-05-20"
)

// wrong is a request whose parameters are not correct.
func wrong(name, target string, params ...string) badRequest {
	return badRequest{name: name, target: target, code: "paramsValidation", params: params}
}

// saying adds what a detail says.
func (b badRequest) saying(detail string) badRequest {
	b.detail = detail
	return b
}

func TestBadRequestsGetTheirProblem(t *testing.T) {
	api := seeded(t)
	rows := slices.Concat(unknownRows(), shapeRows(), valueRows(), encodingRows(), rangeRows(), operatorRows(),
		cursorRows(t, api), acceptRows(), methodRows(), pathRows())
	if len(rows) < 60 {
		t.Fatalf("%d rows, want 60 or more", len(rows))
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if row.method == "" {
				row.method = http.MethodGet
			}
			if row.status == 0 {
				row.status = http.StatusBadRequest
			}
			var header []string
			if row.accept != "" {
				header = []string{"Accept: " + row.accept}
			}
			r := api.Do(t, row.method, row.target, header...)
			r.WantStatus(t, row.status)
			p := r.Problem(t)
			if p.Code != row.code || p.Type != base+"/problems/"+row.code {
				t.Errorf("code %q, type %q, want %q", p.Code, p.Type, row.code)
			}
			var params []string
			details := []string{p.Detail}
			for _, param := range p.InvalidParams {
				params = append(params, param.Name+":"+param.Code)
				details = append(details, param.Detail)
				if param.Reason == "" {
					t.Errorf("parameter %s has no reason", param.Name)
				}
			}
			if !slices.Equal(params, row.params) {
				t.Errorf("invalidParams %q, want %q\n%s", params, row.params, r.Body)
			}
			if !slices.ContainsFunc(details, func(detail string) bool { return strings.Contains(detail, row.detail) }) {
				t.Errorf("no detail says %q: %q", row.detail, details)
			}
			if links := r.Links()["http://www.w3.org/ns/hydra/core#apiDocumentation"]; !slices.Equal(links, []string{base + "/documentation"}) {
				t.Errorf("links to the documentation: %q", links)
			}
			if r.Header.Get("Allow") == "" || r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("Allow %q, Cache-Control %q", r.Header.Get("Allow"), r.Header.Get("Cache-Control"))
			}
		})
	}
}

func unknownRows() []badRequest {
	return []badRequest{
		wrong("a filter by what there is not", events+"?colour=red", "colour:unknownParam"),
		wrong("a name in the wrong case", events+"?Name=GopherDay", "Name:unknownParam").saying("did you mean name?"),
		wrong("an ambiguous name", events+"?email=x", "email:unknownParam").saying("callForPapers.email, organizer.email"),
		wrong("a property without a filter", events+"?description=x", "description:unknownParam").saying("no filter"),
		wrong("a group as a filter", events+"?location=Gent", "location:unknownParam").saying("no filter"),
		wrong("the identifier as a filter", events+"?id=x", "id:unknownParam"),
		wrong("free text without a word", events+"?search=+!", "search:minLength"),
		wrong("expansion, which nothing offers", events+"?expand=true", "expand:unknownParam"),
		wrong("paging of an item", item+"?page=1", "page:unknownParam"),
		wrong("a filter of an item", item+"?name=x", "name:unknownParam"),
		wrong("a parameter of the entry point", "/api?x=1", "x:unknownParam"),
		wrong("a parameter of the documentation", "/api/documentation?fields=title", "fields:unknownParam"),
		wrong("a parameter of the shapes", "/api/shapes?x", "x:unknownParam"),
		wrong("a parameter of the OpenAPI document", "/api/swagger.json?pretty=1", "pretty:unknownParam"),
		wrong("a parameter of a page about a problem", "/api/problems/notFound?x=1", "x:unknownParam"),
	}
}

func shapeRows() []badRequest {
	return []badRequest{
		wrong("page twice", events+"?page=1&page=2", "page:unique"),
		wrong("pageSize twice, the same", events+"?pageSize=5&pageSize=5", "pageSize:unique"),
		wrong("sort twice", events+"?sort=name&sort=startDate", "sort:unique"),
		wrong("fields twice", events+"?fields=name&fields=url", "fields:unique"),
		wrong("after three times", events+"?after=&after=&after=", "after:unique"),
		wrong("fields of an item twice, the same", item+"?fields=name&fields=name", "fields:unique"),
		wrong("an empty page", events+"?page=", "page:integer"),
		wrong("an empty pageSize", events+"?pageSize=", "pageSize:integer"),
		wrong("an empty sort", events+"?sort=", "sort:sort"),
		wrong("an empty text filter", events+"?name=", "name:minLength"),
		wrong("an empty date filter", events+"?startDate=", "startDate:minLength"),
		wrong("a filter without a value", events+"?addressCountry", "addressCountry:minLength"),
		wrong("an operator without a value", events+"?addressCountry=eq:", "addressCountry:minLength"),
		wrong("a parameter without a name", events+"?=x", ":minLength"),
		wrong("an empty item in a list", events+"?keywords=golang,,rust", "keywords:minLength"),
		wrong("an empty item at the end of a list", events+"?keywords=golang,", "keywords:minLength"),
		wrong("an empty item in fields", events+"?fields=name,,url", "fields:fields"),
		wrong("a minus that sorts by nothing", events+"?sort=-", "sort:sort"),
		wrong("a text longer than any", events+"?name="+strings.Repeat("a", 201), "name:maxLength").saying("at most 200"),
		wrong("a country longer than any", events+"?addressCountry="+strings.Repeat("a", 61), "addressCountry:maxLength"),
		wrong("a pattern that is too long", events+"?name=*"+strings.Repeat("a", 300), "name:maxLength"),
		wrong("a cursor that is too long", events+"?after="+strings.Repeat("a", 5000), "after:cursor"),
		wrong("too many fields", events+"?fields="+strings.Repeat("name,", 101)+"url", "fields:maxItems"),
		wrong("too many values", events+"?keywords="+strings.Repeat("a,", 200)+"b", "keywords:maxItems"),
		wrong("too many parameters", events+"?"+strings.Repeat("keywords=a&", 101), ":maxItems"),
		{name: "a query that is too long", target: events + "?name=" + strings.Repeat("a", 8200), status: 414, code: "uriTooLong"},
		{name: "a path that is too long", target: events + "/" + strings.Repeat("a", 9000), status: 414, code: "uriTooLong"},
	}
}

func valueRows() []badRequest {
	return []badRequest{
		wrong("a page that is a word", events+"?page=one", "page:integer"),
		wrong("a page with a fraction", events+"?page=1.5", "page:integer"),
		wrong("a page with a plus", events+"?page=%2B1", "page:integer"),
		wrong("a pageSize with an exponent", events+"?pageSize=1e1", "pageSize:integer"),
		wrong("a date that is a word", events+"?startDate=yesterday", "startDate:date").saying("YYYY-MM-DD"),
		wrong("a date that no calendar has", events+"?startDate=2019-02-30", "startDate:date"),
		wrong("a date without zeros", events+"?startDate=gte:2019-1-1", "startDate:date"),
		wrong("a date with a time", events+"?endDate=2019-01-01T00:00:00Z", "endDate:date"),
		wrong("a nested date by its name in camel case", events+"?callForPapersEndDate=soon", "callForPapersEndDate:date"),
		wrong("a nested date that is none", events+"?callForPapers.endDate=soon", "callForPapers.endDate:date"),
		wrong("one wrong date of two", events+"?startDate=gte:2019-01-01&startDate=lt:later", "startDate:date"),
		wrong("a token that is none", events+"?eventAttendanceMode=virtual", "eventAttendanceMode:enum").saying("offline, online, mixed"),
		wrong("an unknown sort key", events+"?sort=colour", "sort:sort").saying("colour"),
		wrong("a sort key without an order", events+"?sort=description", "sort:sort").saying("want one of name, startDate"),
		wrong("a sort key with many values", events+"?sort=keywords", "sort:sort"),
		wrong("an ambiguous sort key", events+"?sort=email", "sort:sort").saying("callForPapers.email, organizer.email"),
		wrong("a sort key twice", events+"?sort=name,-name", "sort:unique"),
		wrong("an unknown field", events+"?fields=colour", "fields:fields").saying("colour"),
		wrong("an ambiguous field", events+"?fields=email", "fields:fields").saying("callForPapers.email, organizer.email"),
		wrong("an ambiguous field of an item", item+"?fields=email", "fields:fields").saying("callForPapers.email, organizer.email"),
		wrong("a field in the wrong case", events+"?fields=NAME", "fields:fields"),
		wrong("a field with a dot at its end", events+"?fields=location.", "fields:fields"),
		wrong("two wrong fields", events+"?fields=colour,email", "fields:fields", "fields:fields"),
		wrong("everything wrong at once", events+"?page=0&pageSize=1000&colour=red&startDate=x&fields=email&sort=colour",
			"page:minimum", "pageSize:maximum", "colour:unknownParam", "startDate:date", "fields:fields", "sort:sort"),
	}
}

func encodingRows() []badRequest {
	return []badRequest{
		wrong("a percent sign before no digits", events+"?name=%ZZ", "name:notAllowedCharacter").saying("%25"),
		wrong("a percent sign at the end", events+"?name=100%", "name:notAllowedCharacter"),
		wrong("a value that is not UTF-8", events+"?name=%ff", "name:notAllowedCharacter").saying("UTF-8"),
		wrong("an overlong encoding", events+"?name=%c0%af", "name:notAllowedCharacter"),
		wrong("a NUL", events+"?name=%00", "name:notAllowedCharacter"),
		wrong("a line break", events+"?name=a%0Ab", "name:notAllowedCharacter"),
		wrong("a semicolon", events+"?name=a;b", "name:notAllowedCharacter").saying("%3B"),
		wrong("fields that are not UTF-8", events+"?fields=%ff", "fields:notAllowedCharacter"),
		wrong("a name that is not UTF-8", events+"?%ff=a", "%ff:notAllowedCharacter"),
		wrong("a broken parameter of an item", item+"?fields=%", "fields:notAllowedCharacter"),
		{name: "a path that is not UTF-8", target: events + "/%ff", code: "pathEncoding"},
		{name: "a path with a NUL", target: events + "/%00", code: "pathEncoding"},
		{name: "a path with a line break", target: events + "/a%0ab", code: "pathEncoding"},
	}
}

func rangeRows() []badRequest {
	return []badRequest{
		wrong("page 0", events+"?page=0", "page:minimum"),
		wrong("a negative page", events+"?page=-1", "page:minimum"),
		wrong("a page behind the last", events+"?page=2", "page:page").saying("want 1 to 1"),
		wrong("a page behind the last of an empty collection", events+"?addressCountry=Nowhere&page=2", "page:page"),
		wrong("a page beyond all numbers", events+"?page=99999999999999999999", "page:maximum"),
		wrong("pageSize 0", events+"?pageSize=0", "pageSize:minimum"),
		wrong("a pageSize over the maximum", events+"?pageSize=101", "pageSize:maximum").saying("at most 100"),
		wrong("a year beyond the calendar", events+"?startDate=gte:10000-01-01", "startDate:date"),
	}
}

func operatorRows() []badRequest {
	return []badRequest{
		wrong("an order of what has none", events+"?eventAttendanceMode=gt:online", "eventAttendanceMode:format").saying("eq:"),
		wrong("an order of text", events+"?name=lt:M", "name:format"),
		wrong("a list behind an order", events+"?startDate=gte:2019-01-01,2020-01-01", "startDate:maxItems").saying("%2C"),
		wrong("a wildcard inside a text", events+"?name=Go*Day", "name:wildcard"),
		wrong("nothing but a wildcard", events+"?name=*", "name:wildcard"),
		wrong("too little beside a wildcard", events+"?name=*G", "name:wildcard"),
		wrong("a wildcard behind ne:", events+"?name=ne:*gopher*", "name:wildcard"),
		wrong("a wildcard in a list", events+"?name=Goph*,Rust", "name:wildcard"),
	}
}

func cursorRows(t *testing.T, api *servertest.API) []badRequest {
	t.Helper()
	next := list(t, api, events+"?after=&pageSize=2").View.Next
	_, cursor, ok := strings.Cut(next, "after=")
	cursor, _, _ = strings.Cut(cursor, "&")
	if !ok || len(cursor) < 10 {
		t.Fatalf("no cursor in %q", next)
	}
	return []badRequest{
		{name: "page and after", target: events + "?page=1&after=", code: "unsupportedCombi"},
		wrong("page and after, and page wrong", events+"?page=x&after=", "page:integer", "after:unsupportedCombi"),
		wrong("a made-up cursor", events+"?after=garbage", "after:cursor"),
		wrong("a cursor with another filter", events+"?addressCountry=Belgium&after="+cursor, "after:cursor").saying("another query"),
		wrong("a cursor with another sort", events+"?sort=name&after="+cursor, "after:cursor").saying("another query"),
		wrong("a cursor with something behind it", events+"?after="+cursor+"x", "after:cursor"),
		wrong("a cursor that was cut short", events+"?after="+cursor[:len(cursor)-3], "after:cursor"),
		wrong("a cursor with a change in it", events+"?after="+"B"+cursor[1:], "after:cursor"),
	}
}

func acceptRows() []badRequest {
	row := func(name, target, accept string) badRequest {
		return badRequest{name: name, target: target, accept: accept, status: 406, code: "notAcceptable", detail: "text/turtle"}
	}
	return []badRequest{
		row("a page as an image", events, "image/png"),
		row("an item as a spreadsheet", item, "text/csv"),
		row("JSON-LD refused", events, "application/ld+json;q=0"),
		row("everything refused", events, "*/*;q=0"),
		row("two types that there are not", "/api", "application/xml, image/png;q=0.9"),
		row("the documentation as an image", "/api/documentation", "image/png"),
		row("the shapes as XHTML", "/api/shapes", "application/xhtml+xml"),
	}
}

func methodRows() []badRequest {
	row := func(method, target string) badRequest {
		return badRequest{name: method + " " + target, method: method, target: target, status: 405, code: "methodNotAllowed", detail: "GET, HEAD, OPTIONS"}
	}
	rows := []badRequest{
		row("POST", events), row("PUT", item), row("PATCH", item), row("DELETE", item), row("DELETE", events), row("POST", "/api"),
		row("PUT", "/api/documentation"), row("POST", "/api/swagger.json"), row("TRACE", events), row("CONNECT", "/api"), row("POST", "/ping"),
	}
	for _, method := range []string{"BREW", "get", "PROPFIND"} {
		rows = append(rows, badRequest{name: "the method " + method, method: method, target: events, status: 501, code: "notImplemented"})
	}
	return rows
}

func pathRows() []badRequest {
	var rows []badRequest
	for _, target := range []string{
		"/", "/apix", "/api/event", "/api/events/", "/api/events/none", "/api/events/a/b",
		"//api/events", "/API/events", "/api//events", "/api/../api/events",
		"/api/events%2fgopherday-2026-05-20", "/api/documentation/", "/api/contexts/events.000000000000.jsonld",
		"/api/problems/unknown", "/api/swagger.yaml", "/events",
	} {
		rows = append(rows, badRequest{name: "nothing at " + target, target: target, status: 404, code: "notFound"})
	}
	for id, code := range map[string]string{
		"GopherDay-2026-05-20": "pattern", "..": "pattern", "%2e%2e": "pattern", "a%2Fb": "pattern", strings.Repeat("a", 201): "maxLength",
	} {
		rows = append(rows, badRequest{
			name: "no event can be called " + id, target: "/api/events/" + id, status: 400, code: "paramsValidation", params: []string{"id:" + code},
		})
	}
	return rows
}

func TestTitlesOfProblemsAreInTheReadersLanguage(t *testing.T) {
	api := seeded(t)
	for _, row := range []struct{ accept, language, title string }{
		{"nl-BE, nl;q=0.9, en;q=0.1", "nl, en", "Een of meerdere parameters zijn niet correct."},
		{"fr, en;q=0.5", "en", "One or more parameters are not correct."},
		{"fr", "en", "One or more parameters are not correct."},
	} {
		r := api.Get(t, events+"?page=0", "Accept-Language: "+row.accept).WantStatus(t, 400)
		if got := r.Problem(t).Title; got != row.title || r.Header.Get("Content-Language") != row.language {
			t.Errorf("Accept-Language %q: %q in %q", row.accept, got, r.Header.Get("Content-Language"))
		}
	}
}

func TestLenientHandlingIgnoresUnknownParametersOnly(t *testing.T) {
	api := seeded(t)
	lenient := "Prefer: handling=lenient"
	var c collection
	api.Get(t, events+"?utm_source=mail&addressCountry=Belgium", lenient).WantStatus(t, 200).JSON(t, &c)
	if c.TotalItems == nil || *c.TotalItems != 4 {
		t.Errorf("totalItems %v, want the four events in Belgium", c.TotalItems)
	}
	if strings.Contains(c.ID, "utm_source") {
		t.Errorf("@id %q has the parameter that was ignored", c.ID)
	}
	p := api.Get(t, events+"?utm_source=mail&startDate=x", lenient).WantStatus(t, 400).Problem(t)
	if len(p.InvalidParams) != 1 || p.InvalidParams[0].Name != "startDate" {
		t.Errorf("invalidParams %v, want startDate alone", p.InvalidParams)
	}
}
