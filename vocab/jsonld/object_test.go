package jsonld_test

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

func TestAnObjectKeepsTheOrderOfItsMembers(t *testing.T) {
	var o jsonld.Object
	o.Set("@context", "/c")
	o.Set("@id", "/a")
	o.Set("z", 1)
	o.Set("a", nil)
	o.Set("@id", "/b") // in place
	o.Set("gone", true)
	o.Delete("gone")
	o.Delete("never there")
	got, err := jsonld.AppendJSON(nil, o)
	if want := `{"@context":"/c","@id":"/b","z":1,"a":null}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	if v, ok := o.Get("@id"); v != "/b" || !ok {
		t.Errorf("Get: %v, %v", v, ok)
	}
	if v, ok := o.Get("gone"); v != nil || ok {
		t.Errorf("Get of a deleted member: %v, %v", v, ok)
	}
	if v, ok := o.Get("a"); v != nil || !ok {
		t.Errorf("Get of null: %v, %v", v, ok)
	}
}

func TestAppendJSON(t *testing.T) {
	var nilObject *jsonld.Object
	tests := []struct {
		name  string
		value any
		want  string
	}{
		{"null", nil, `null`},
		{"text without HTML escapes", `<a href="x">&</a>`, `"<a href=\"x\">&</a>"`},
		{"controls", "\b\f\n\r\t\x00\x1f\x7f\\", `"\b\f\n\r\t\u0000\u001f` + "\x7f" + `\\"`},
		{"text beyond ASCII", "é😀\u2028", `"é😀\u2028"`},
		{"invalid UTF-8", "a\xffb", `"a\ufffdb"`},
		{"an IRI", vocab.SchemaEvent, `"https://schema.org/Event"`},
		{"numbers", []any{1, int64(-2), 1.5, uint8(3), json.Number("1e3")}, `[1,-2,1.5,3,1e3]`},
		{"booleans", []any{true, false}, `[true,false]`},
		{"raw JSON", json.RawMessage(" {\"b\": 1,\n\"a\":\"<\"} "), `{"b":1,"a":"<"}`},
		{"empty raw JSON", json.RawMessage(nil), `null`},
		{"nested objects", jsonld.Object{{Key: "b", Value: jsonld.Object{{Key: "d", Value: 1}, {Key: "c", Value: 2}}}, {Key: "a", Value: &jsonld.Object{}}}, `{"b":{"d":1,"c":2},"a":{}}`},
		{"a nil object", nilObject, `null`},
		{"slices", []any{[]string{"a"}, []vocab.IRI{"b:c"}, []jsonld.Object{{}}, []any{}}, `[["a"],["b:c"],[{}],[]]`},
		{"a map by name", map[string]any{"b": 1, "a": jsonld.Object{{Key: "<", Value: ">"}}}, `{"a":{"<":">"},"b":1}`},
		{"a struct", struct {
			A string `json:"a"`
		}{"<"}, `{"a":"<"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := jsonld.AppendJSON([]byte("x"), tt.value)
			if err != nil || string(got) != "x"+tt.want {
				t.Errorf("got %s, %v, want x%s", got, err, tt.want)
			}
			if !json.Valid(got[1:]) {
				t.Errorf("%s is no JSON", got[1:])
			}
		})
	}
}

func TestAppendJSONNamesTheMemberThatCannotBeWritten(t *testing.T) {
	_, err := jsonld.AppendJSON(nil, jsonld.Object{{Key: "a", Value: []any{1, jsonld.Object{{Key: "b", Value: math.NaN()}}}}})
	if err == nil || !strings.HasPrefix(err.Error(), "a: [1]: b: ") {
		t.Errorf("got %v", err)
	}
	if _, err := jsonld.AppendJSON(nil, json.RawMessage(`{`)); err == nil {
		t.Error("broken raw JSON was written")
	}
}

func TestAnObjectIsAMarshaler(t *testing.T) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(map[string]any{"o": jsonld.Object{{Key: "z", Value: "<"}, {Key: "a", Value: 1}}}); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), `{"o":{"z":"<","a":1}}`+"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
