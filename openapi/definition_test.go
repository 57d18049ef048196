package openapi_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
)

func TestThereIsADefinitionOfEverythingThatIsReadAndWritten(t *testing.T) {
	want := strings.Fields(`EntryPoint Error Event EventCollection EventInput IriTemplate IriTemplateMapping Operation Organizer
		OrganizerCollection OrganizerInput PartialCollectionView Place PlaceContacts PlaceContactsInput PlaceInput PostalAddress
		PostalAddressInput`)
	if got := keys(at(t, swagger(t, config(t)), "definitions")); !slices.Equal(got, want) {
		t.Errorf("the definitions are\n%v\nwant\n%v", got, want)
	}
}

func TestEachConstraintIsSaidByAKeywordOrAnExtension(t *testing.T) {
	c := config(t)
	doc := swagger(t, c)
	for _, test := range []struct{ name, property, output, input string }{
		{"a string", "code", `{"pattern":"^[A-Z]{3}-[0-9]{4}$","type":"string"}`, ``},
		{"a required string is not empty", "name", `{"maxLength":200,"type":"string"}`, `{"maxLength":200,"minLength":1,"type":"string"}`},
		{"a pattern with flags is none of 2.0", "folded", `{"type":"string","x-sh-flags":"i","x-sh-pattern":"^[a-z]+$"}`, ``},
		{
			"text by language", "description",
			`{"additionalProperties":{"maxLength":5000,"type":"string"},"minProperties":1,"type":"object","x-sh-languageIn":["en","nl"]}`, ``,
		},
		{"a date with bounds", "startDate", `{"format":"date","type":"string","x-sh-lessThanOrEquals":"endDate","x-sh-minInclusive":"1970-01-01"}`, ``},
		{"a date", "endDate", `{"format":"date","type":"string"}`, ``},
		{"a time of day", "doorTime", `{"format":"time-local","pattern":"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?$","type":"string","x-sh-datatype":"http://www.w3.org/2001/XMLSchema#time"}`, ``},
		{"an instant that is read only", "changed", `{"format":"date-time","readOnly":true,"type":"string"}`, `none`},
		{"a year", "since", `{"pattern":"^-?[0-9]{4,}$","type":"string","x-sh-datatype":"http://www.w3.org/2001/XMLSchema#gYear"}`, ``},
		{"an IRI", "url", `{"format":"uri","type":"string"}`, ``},
		{
			"an enumeration", "eventAttendanceMode", `{"enum":["offline","online","mixed"],"type":"string"}`,
			`{"default":"offline","enum":["offline","online","mixed"],"type":"string"}`,
		},
		{"a part of an enumeration", "onsite", `{"enum":["offline","mixed"],"type":"string"}`, ``},
		{"many values", "keywords", `{"items":{"minLength":2,"type":"string"},"maxItems":10,"minItems":1,"type":"array"}`, ``},
		{"a boolean", "free", `{"type":"boolean"}`, ``},
		{"a small integer", "seats", `{"format":"int32","maximum":50000,"minimum":0,"type":"integer"}`, ``},
		{"a number with an exclusive bound", "rating", `{"exclusiveMinimum":true,"format":"double","maximum":5,"minimum":0,"type":"number"}`, ``},
		{"a bound that no float64 holds", "huge", `{"format":"int64","type":"integer","x-sh-maxInclusive":"9007199254740993"}`, ``},
		{
			"a decimal", "price",
			`{"pattern":"^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$","type":"string","x-sh-datatype":"http://www.w3.org/2001/XMLSchema#decimal","x-sh-minInclusive":"0"}`, ``,
		},
		{"one value that must be", "audience", `{"enum":["public"],"type":"string"}`, ``},
		{
			"values among which one must be", "tags", `{"items":{"type":"string"},"type":"array","x-sh-disjoint":"keywords","x-sh-hasValue":["event"]}`,
			`{"items":{"type":"string"},"type":"array","x-omitempty":true,"x-sh-disjoint":"keywords","x-sh-hasValue":["event"]}`,
		},
		{"advice is no rule", "advised", `{"type":"string","x-sh-maxLength":80,"x-sh-minCount":1,"x-sh-severity":"http://www.w3.org/ns/shacl#Warning"}`, ``},
		{"a shape that is switched off", "off", `{"type":"string"}`, ``},
		{"a datatype without format", "duration", `{"type":"string","x-sh-datatype":"http://www.w3.org/2001/XMLSchema#duration"}`, ``},
		{"a nested node", "location", `{"$ref":"#/definitions/Place"}`, `{"$ref":"#/definitions/PlaceInput"}`},
		{"a reference", "organizer", `{"format":"uri-reference","type":"string"}`, ``},
		{"a property for an audience", "notes", `{"type":"string","x-audience":"staff"}`, ``},
		{"a computed link", "calendar", `{"format":"uri-reference","readOnly":true,"type":"string"}`, `none`},
		{"the class", "@type", `{"enum":["Event"],"type":"string"}`, ``},
		{"the operations", "operation", `{"items":{"$ref":"#/definitions/Operation"},"readOnly":true,"type":"array"}`, `none`},
	} {
		t.Run(test.name, func(t *testing.T) {
			switch test.input {
			case "":
				test.input = test.output
			case "none":
				test.input = ""
			}
			for definition, want := range map[string]string{"Event": test.output, "EventInput": test.input} {
				property, ok := at(t, doc, "definitions»"+definition+"»properties»"+test.property).(map[string]any)
				got := ""
				if ok {
					delete(property, "description")
					got = compact(t, property)
				}
				if got != want {
					t.Errorf("%s of %s is\n%s\nwant\n%s", test.property, definition, got, want)
				}
			}
		})
	}
}

func TestRequiredIsWhatTheShapeRequires(t *testing.T) {
	api := compile(t, config(t))
	doc, err := openapi.Swagger(api, "/api")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range api.Resources() {
		d := r.Definition
		var want []string
		for _, p := range d.Schema.Properties() {
			advice := p.Shape.Deactivated || p.Shape.Severity != vocab.SHViolation
			if p.Shape.MinCount >= 1 && !advice && !p.Field.Identifier && p.Field.Tag.Get("access") != "read" {
				want = append(want, p.Shape.Key)
			}
		}
		slices.Sort(want)
		required, _ := at(t, doc, "definitions»"+d.Term+"Input»required").([]any)
		got := make([]string, 0, len(required))
		for _, key := range required {
			got = append(got, stringOf(key))
		}
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%sInput requires %v, its shape %v", d.Term, got, want)
		}
	}
	for definition, want := range map[string]string{"PlaceInput": `["address"]`, "PostalAddressInput": `["addressLocality"]`, "PlaceContactsInput": `["email"]`} {
		if got := compact(t, at(t, doc, "definitions»"+definition+"»required")); got != want {
			t.Errorf("%s requires %s, want %s", definition, got, want)
		}
	}
}

func TestNothingThatIsReadIsRequired(t *testing.T) {
	definitions := objectOf(at(t, swagger(t, config(t)), "definitions"))
	for name, d := range definitions {
		if required, ok := objectOf(d)["required"]; ok && !strings.HasSuffix(name, "Input") {
			t.Errorf("%s requires %v, which fields could leave out", name, required)
		}
	}
}

func TestAClosedShapeAdmitsNothingElse(t *testing.T) {
	doc := swagger(t, config(t))
	for path, want := range map[string]string{
		"definitions»OrganizerInput»additionalProperties": `false`,
		"definitions»Organizer»additionalProperties":      ``,
		"definitions»EventInput»additionalProperties":     ``,
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	if got, want := keys(at(t, doc, "definitions»OrganizerInput»properties")), []string{"@context", "@id", "@type", "home", "name"}; !slices.Equal(got, want) {
		t.Errorf("the properties are %v, want %v", got, want)
	}
}

func TestNestedTypesAreDefinedOnceAndMayNestThemselves(t *testing.T) {
	doc := swagger(t, config(t))
	for path, want := range map[string]string{
		"definitions»Place»properties»containedInPlace":      `{"$ref":"#/definitions/Place"}`,
		"definitions»PlaceInput»properties»containedInPlace": `{"$ref":"#/definitions/PlaceInput"}`,
		"definitions»Place»properties»contacts":              `{"items":{"$ref":"#/definitions/PlaceContacts"},"maxItems":3,"type":"array"}`,
		"definitions»Organizer»properties»home":              `{"$ref":"#/definitions/Place"}`,
		"definitions»Place»description":                      `"Where it is held. Where it lives."`,
		"definitions»Organizer»description":                  `"Who holds events."`,
		"definitions»Event»description":                      `"Something that happens."`,
		"definitions»PostalAddress»description":              `"A postal address. Where it is."`,
		"definitions»PostalAddressInput»description":         `"A postal address. Where it is."`,
		"definitions»Place»x-jsonld-type":                    `"https://schema.org/Place"`,
		"definitions»Event»x-jsonld-type":                    `"https://schema.org/Event"`,
		"definitions»Event»title":                            `"Event"`,
		"definitions»PlaceContacts»properties»@type":         ``,
		"definitions»PlaceContacts»x-jsonld-type":            ``,
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

func TestANestedTypeThatIsAClassOfItsOwnSharesItsDefinition(t *testing.T) {
	type Room struct {
		_     struct{} `ld:"schema:Room"`
		ID    string   `json:"id" ld:"@id"`
		Name  string   `json:"name" ld:"schema:name"`
		Inner *Room    `json:"inner" ld:"schema:containsPlace"`
	}
	type House struct {
		ID    string `json:"id" ld:"@id"`
		Rooms []Room `json:"rooms" ld:"schema:containsPlace"`
	}
	rooms := define(t, hydra.NewClass[Room](vocab.NSSchema+"Room", "/rooms", hydra.ClassMeta{}))
	houses := define(t, hydra.NewClass[House](vocab.NSSchema+"House", "/houses", hydra.ClassMeta{}))
	c := config(t)
	c.Resources = []hydra.Resource{serve(houses, "Houses"), serve(rooms, "Rooms")}
	doc := swagger(t, c)
	convert(t, doc)
	want := strings.Fields("EntryPoint Error House HouseCollection HouseInput IriTemplate IriTemplateMapping Operation PartialCollectionView Room RoomCollection RoomInput")
	if got := keys(at(t, doc, "definitions")); !slices.Equal(got, want) {
		t.Errorf("the definitions are %v, want %v", got, want)
	}
	if got := compact(t, at(t, doc, "definitions»Room»properties»inner")); got != `{"$ref":"#/definitions/Room"}` {
		t.Errorf("the room in a room is %s", got)
	}
}

func TestClassesThatWantTheSameNameGetANumber(t *testing.T) {
	type EventInput struct {
		ID string `json:"id" ld:"@id"`
	}
	type Thing struct {
		ID string `json:"id" ld:"@id"`
	}
	c := config(t)
	starts := serve(define(t, hydra.NewClass[Thing](vocab.SchemaThing, "/starts", hydra.ClassMeta{Term: "EntryPoint"})), "Starts")
	starts.Item[0].ID = "getStart"
	c.Resources = append(c.Resources,
		serve(define(t, hydra.NewClass[EventInput](vocab.SchemaThing, "/inputs", hydra.ClassMeta{})), "Inputs"),
		starts,
	)
	doc := swagger(t, c)
	convert(t, doc)
	for path, want := range map[string]string{
		"definitions»EventInput2»properties»@type":    `{"description":"The class.","enum":["EventInput"],"type":"string"}`,
		"definitions»EntryPoint2»properties»@type":    `{"description":"The class.","enum":["EntryPoint"],"type":"string"}`,
		"paths»/inputs/{id}»get»responses»200»schema": `{"$ref":"#/definitions/EventInput2"}`,
		"paths»/»get»responses»200»schema":            `{"$ref":"#/definitions/EntryPoint"}`,
	} {
		if got := compact(t, at(t, doc, path)); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

func TestIntegersHaveTheRangeOfTheirTypes(t *testing.T) {
	type Numbers struct {
		ID       string  `json:"id" ld:"@id"`
		Int8     int8    `json:"int8" ld:"ex:int8"`
		Int32    int32   `json:"int32" ld:"ex:int32"`
		Int      int     `json:"int" ld:"ex:int"`
		Uint8    uint8   `json:"uint8" ld:"ex:uint8"`
		Uint32   uint32  `json:"uint32" ld:"ex:uint32"`
		Uint64   uint64  `json:"uint64" ld:"ex:uint64"`
		Positive int     `json:"positive" ld:"ex:positive" sh:"datatype=xsd:positiveInteger"`
		Byte     int     `json:"byte" ld:"ex:byte" sh:"datatype=xsd:byte;minInclusive=-5;maxExclusive=7"`
		Below    uint    `json:"below" ld:"ex:below" sh:"minExclusive=3"`
		Listed   int     `json:"listed" ld:"ex:listed" sh:"in=1|2|3"`
		Float    float32 `json:"float" ld:"ex:float"`
	}
	c := config(t)
	c.Resources = []hydra.Resource{serve(define(t, hydra.NewClass[Numbers](vocab.SchemaThing, "/numbers",
		hydra.ClassMeta{Prefixes: map[string]string{"ex": "https://example.org/ns#"}})), "Numbers")}
	doc := swagger(t, c)
	for property, want := range map[string]string{
		"int8":     `{"format":"int32","maximum":127,"minimum":-128,"type":"integer"}`,
		"int32":    `{"format":"int32","type":"integer"}`,
		"int":      `{"format":"int64","type":"integer"}`,
		"uint8":    `{"format":"int32","maximum":255,"minimum":0,"type":"integer"}`,
		"uint32":   `{"format":"int64","maximum":4294967295,"minimum":0,"type":"integer"}`,
		"uint64":   `{"format":"uint64","minimum":0,"type":"integer"}`,
		"positive": `{"format":"int64","minimum":1,"type":"integer"}`,
		"byte":     `{"exclusiveMaximum":true,"format":"int32","maximum":7,"minimum":-5,"type":"integer"}`,
		"below":    `{"exclusiveMinimum":true,"format":"uint64","minimum":3,"type":"integer"}`,
		"listed":   `{"enum":[1,2,3],"format":"int64","type":"integer"}`,
		"float":    `{"format":"float","type":"number"}`,
	} {
		if got := compact(t, at(t, doc, "definitions»Numbers»properties»"+property)); got != want {
			t.Errorf("%s is %s, want %s", property, got, want)
		}
	}
}

func TestTheCollectionSaysWhatIsServed(t *testing.T) {
	doc := swagger(t, config(t))
	want := strings.Fields("@id @type manages member memberAssertion operation search subsetOf totalItems view")
	if got := keys(at(t, doc, "definitions»EventCollection»properties")); !slices.Equal(got, want) {
		t.Errorf("a collection has %v, want %v", got, want)
	}
	want = strings.Fields("@id @type manages member memberAssertion operation search subsetOf view")
	if got := keys(at(t, doc, "definitions»OrganizerCollection»properties")); !slices.Equal(got, want) {
		t.Errorf("a collection that is not counted has %v, want %v", got, want)
	}
	if got := compact(t, at(t, doc, "definitions»EventCollection»properties»member»items")); got != `{"$ref":"#/definitions/Event"}` {
		t.Errorf("a member is %s", got)
	}
	want = strings.Fields("@id @type first last next previous subsetOf")
	if got := keys(at(t, doc, "definitions»PartialCollectionView»properties")); !slices.Equal(got, want) {
		t.Errorf("a page has %v, want %v", got, want)
	}
}

func TestAClassWithoutACollectionHasNoDefinitionOfOne(t *testing.T) {
	c := config(t)
	c.Resources[1].Collection = nil
	c.ItemMediaTypes = []string{"application/json", "application/hal+json"}
	c.CollectionMediaTypes = c.ItemMediaTypes
	doc, _ := openapi3Of(t, c)
	for name, want := range map[string]bool{
		"EventCollection": true, "EventHalCollection": true, "Organizer": true, "OrganizerHal": true, "OrganizerCollection": false, "OrganizerHalCollection": false,
	} {
		if got := objectOf(at(t, doc, "components»schemas"))[name] != nil; got != want {
			t.Errorf("%s is there: %v", name, got)
		}
	}
}

func TestTheControlsOfTheAPIAreDescribed(t *testing.T) {
	api := compile(t, config(t))
	v3 := convert(t, swagger(t, config(t)))
	r := api.Resources()[0]
	for name, controls := range map[string]json.Marshaler{
		"EventCollection": api.CollectionControls(r, "/api"), "Event": api.ItemControls(r, "/api"), "EntryPoint": api.EntryPoint("/api"),
	} {
		raw, err := json.Marshal(controls)
		if err != nil {
			t.Fatal(err)
		}
		var object map[string]any
		if err := json.Unmarshal(raw, &object); err != nil {
			t.Fatal(err)
		}
		schema := v3.Components.Schemas[name].Value
		if err := schema.VisitJSON(object); err != nil {
			t.Errorf("%s does not fit its definition: %v", name, err)
		}
		if name == "EntryPoint" {
			continue // it has all the metadata too
		}
		for key := range object {
			if schema.Properties[key] == nil {
				t.Errorf("the definition %s has no %s", name, key)
			}
		}
	}
	for _, key := range []string{"events", "event-organizers"} {
		if v3.Components.Schemas["EntryPoint"].Value.Properties[key] == nil {
			t.Errorf("the definition of the entry point has no link %s", key)
		}
	}
}

func TestDefinitionsAcceptWhatIsRightAndNothingElse(t *testing.T) {
	v3 := convert(t, swagger(t, config(t)))
	const event = `{"@id":"/api/events/1","@type":"Event","id":"1","name":"GopherDay","description":{"en":"A day."},"startDate":"2026-05-20",` +
		`"changed":"2026-05-20T10:00:00Z","since":"2009","url":"https://example.org/","eventAttendanceMode":"offline","keywords":["go"],` +
		`"seats":500,"rating":4.5,"price":"10.50","free":false,"organizer":"/api/event-organizers/go","calendar":"/api/calendars/2026-05",` +
		`"location":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Gent"},"containedInPlace":{"@type":"Place","name":"Flanders"}},` +
		`"operation":[{"@id":"/api/documentation#getEvent","@type":"Operation","method":"GET"}]}`
	const required = `"name":"GopherDay","description":{"en":"A day."},"startDate":"2026-05-20","keywords":["go"]`
	for _, test := range []struct {
		name, definition, document string
		right                      bool
	}{
		{"a whole event", "Event", event, true},
		{"a few fields of one", "Event", `{"@id":"/api/events/1","@type":"Event","name":"GopherDay"}`, true},
		{"a page", "EventCollection", `{"@id":"/api/events","@type":"Collection","totalItems":1,"member":[` + event + `],"view":{"@id":"/api/events?page=1","@type":"PartialCollectionView","first":"/api/events?page=1"}}`, true},
		{"a problem", "Error", `{"type":"http://localhost:8080/api/problems/paramsValidation","title":"Wrong","status":400,"instance":"/api/events?x","code":"paramsValidation","invalidParams":[{"name":"x","code":"unknownParam","reason":"No."}]}`, true},
		{"what must be written", "EventInput", `{` + required + `}`, true},
		{"a token that is none", "Event", `{"eventAttendanceMode":"nowhere"}`, false},
		{"a number beyond its bound", "Event", `{"seats":50001}`, false},
		{"a number at an exclusive bound", "Event", `{"rating":0}`, false},
		{"a keyword too many", "Event", `{"keywords":["aa","bb","cc","dd","ee","ff","gg","hh","ii","jj","kk"]}`, false},
		{"another class", "Event", `{"@type":"Place"}`, false},
		{"an event without a name", "EventInput", `{` + strings.Replace(required, `"name":"GopherDay",`, "", 1) + `}`, false},
		{"an event with an empty name", "EventInput", `{` + strings.Replace(required, `GopherDay`, "", 1) + `}`, false},
		{"an event without words", "EventInput", `{` + strings.Replace(required, `{"en":"A day."}`, "{}", 1) + `}`, false},
		{"a property that a closed shape has not", "OrganizerInput", `{"name":"Go","colour":"blue"}`, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			var v any
			if err := json.Unmarshal([]byte(test.document), &v); err != nil {
				t.Fatal(err)
			}
			if err := v3.Components.Schemas[test.definition].Value.VisitJSON(v); (err == nil) != test.right {
				t.Errorf("accepted is %t, want %t: %v", err == nil, test.right, err)
			}
		})
	}
}

func TestTheAPIIsNotChanged(t *testing.T) {
	api := compile(t, config(t))
	shape := api.Resources()[0].Definition.Schema.Shape()
	if _, err := openapi.Swagger(api, "/api"); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(shape, api.Resources()[0].Definition.Schema.Shape()) {
		t.Error("the shape of events has changed")
	}
	if got := api.MediaTypes(); !slices.Contains(got, "text/turtle") {
		t.Errorf("the media types have become %v", got)
	}
}
