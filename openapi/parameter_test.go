package openapi_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// parameters are those of an operation by name, in their order.
func parameters(t *testing.T, doc []byte, operation string) (names []string, byName map[string]map[string]any) {
	t.Helper()
	list, _ := at(t, doc, "paths»"+operation).([]any)
	byName = map[string]map[string]any{}
	for _, v := range list {
		p := objectOf(v)
		name := stringOf(p["name"])
		names, byName[name] = append(names, name), p
	}
	return names, byName
}

func TestParametersAreWhereHTTPPutsThem(t *testing.T) {
	doc := swagger(t, config(t))
	for operation, want := range map[string]string{
		"/»get»parameters": "format If-None-Match",
		"/events»get»parameters": "name startDate eventAttendanceMode keywords free seats addressCountry organizer notes " +
			"fields sort page pageSize after format Accept-Language If-None-Match Prefer",
		"/events/{id}»get»parameters":       "fields format Accept-Language If-None-Match Prefer",
		"/events/{id}»parameters":           "id",
		"/event-organizers»get»parameters":  "addressCountry fields sort page pageSize format Accept-Language If-None-Match Prefer",
		"/event-organizers/{id}»parameters": "id",
	} {
		if names, _ := parameters(t, doc, operation); strings.Join(names, " ") != want {
			t.Errorf("the parameters of %s are\n%s\nwant\n%s", operation, strings.Join(names, " "), want)
		}
	}
}

func TestParametersSayWhatTheyTake(t *testing.T) {
	doc := swagger(t, config(t))
	_, events := parameters(t, doc, "/events»get»parameters")
	_, organizers := parameters(t, doc, "/event-organizers»get»parameters")
	_, event := parameters(t, doc, "/events/{id}»parameters")
	_, organizer := parameters(t, doc, "/event-organizers/{id}»parameters")
	for _, test := range []struct {
		name      string
		parameter map[string]any
		want      string
	}{
		{
			"text may repeat", events["name"],
			`{"collectionFormat":"multi","in":"query","items":{"type":"string"},"name":"name","type":"array","x-operators":["eq","ne"],"x-path":"name"}`,
		},
		{
			"a range may repeat", events["startDate"],
			`{"collectionFormat":"multi","in":"query","items":{"type":"string"},"name":"startDate","type":"array","x-operators":["eq","ne","gt","gte","lt","lte"],"x-path":"startDate"}`,
		},
		{
			"so may a property with many values", events["keywords"],
			`{"collectionFormat":"multi","in":"query","items":{"type":"string"},"name":"keywords","type":"array","x-operators":["eq","ne"],"x-path":"keywords"}`,
		},
		{
			"an enumeration lists its tokens", events["eventAttendanceMode"],
			`{"in":"query","name":"eventAttendanceMode","pattern":"^((eq|ne):)?(offline|online|mixed)(,(offline|online|mixed))*$","type":"string","x-operators":["eq","ne"],"x-path":"eventAttendanceMode"}`,
		},
		{"a nested property goes by its short name", events["addressCountry"], `{"in":"query","name":"addressCountry","type":"string","x-operators":["eq","ne"],"x-path":"location.address.addressCountry"}`},
		{
			"an audience is named", events["notes"],
			`{"collectionFormat":"multi","in":"query","items":{"type":"string"},"name":"notes","type":"array","x-audience":"staff","x-operators":["eq","ne"],"x-path":"notes"}`,
		},
		{"an equality of one value doesn't repeat", events["organizer"], `{"in":"query","name":"organizer","type":"string","x-operators":["eq","ne"],"x-path":"organizer"}`},
		{"fields is a list", events["fields"], `{"collectionFormat":"csv","in":"query","items":{"type":"string"},"name":"fields","type":"array"}`},
		{"sort lists its keys", events["sort"], `{"collectionFormat":"csv","in":"query","items":{"enum":["name","-name","startDate","-startDate"],"type":"string"},"name":"sort","type":"array"}`},
		{"a page is counted from one", events["page"], `{"format":"int32","in":"query","minimum":1,"name":"page","type":"integer"}`},
		{"a page has a size", events["pageSize"], `{"default":20,"format":"int32","in":"query","maximum":100,"minimum":1,"name":"pageSize","type":"integer"}`},
		{"a cursor is sent by those who have one", events["after"], `{"in":"query","name":"after","type":"string"}`},
		{"a collection without cursors has none", organizers["after"], ``},
		{"a condition is a header", events["If-None-Match"], `{"in":"header","name":"If-None-Match","type":"string"}`},
		{"an identifier is required", event["id"], `{"in":"path","minLength":1,"name":"id","required":true,"type":"string"}`},
		{"an identifier has its constraints", organizer["id"], `{"in":"path","maxLength":20,"minLength":1,"name":"id","pattern":"^[a-z]+$","required":true,"type":"string"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.parameter == nil {
				if test.want != "" {
					t.Error("there is no such parameter")
				}
				return
			}
			if description := stringOf(test.parameter["description"]); description == "" {
				t.Error("there is no description")
			}
			delete(test.parameter, "description")
			if got := compact(t, test.parameter); got != test.want {
				t.Errorf("it is\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestTheDescriptionOfAFilterTellsItsGrammar(t *testing.T) {
	_, events := parameters(t, swagger(t, config(t)), "/events»get»parameters")
	for name, want := range map[string][]string{
		"name":                {"What it is called.", "eq:", "ne:", "%2C", "* stands for", "commas", "Repeated, all of them must hold"},
		"startDate":           {"YYYY-MM-DD", "gt:, gte:, lt:, lte:", "Repeated"},
		"eventAttendanceMode": {"one of offline, online, mixed"},
		"free":                {"true or false"},
		"seats":               {"integer"},
		"organizer":           {"identifier"},
		"addressCountry":      {"location.address.addressCountry"},
		"notes":               {"audience staff"},
	} {
		description := stringOf(events[name]["description"])
		for _, part := range want {
			if !strings.Contains(description, part) {
				t.Errorf("the description of %s lacks %q: %s", name, part, description)
			}
		}
	}
}

func TestThePatternOfAClosedFilterIsItsGrammar(t *testing.T) {
	_, events := parameters(t, swagger(t, config(t)), "/events»get»parameters")
	pattern := stringOf(events["free"]["pattern"])
	expression, err := regexp.Compile(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range []string{"true", "false", "eq:true", "ne:false", "true,false"} {
		if !expression.MatchString(value) {
			t.Errorf("%s does not match %s", value, pattern)
		}
	}
	for _, value := range []string{"", "yes", "gt:true", "true,", ",true", "xtrue", "TRUE"} {
		if expression.MatchString(value) {
			t.Errorf("%q matches %s", value, pattern)
		}
	}
}

func TestOnlyWhatTheStoreServesIsAParameter(t *testing.T) {
	c := config(t)
	c.Resources[0].Filterable = c.Resources[0].Filterable[:1]
	c.Resources[0].Sortable = nil
	names, _ := parameters(t, swagger(t, c), "/events»get»parameters")
	if want := []string{"name", "fields", "page", "pageSize", "after", "format", "Accept-Language", "If-None-Match", "Prefer"}; !slices.Equal(names, want) {
		t.Errorf("the parameters are %v, want %v", names, want)
	}
}
