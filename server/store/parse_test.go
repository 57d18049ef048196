package store_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

// bounded is a resource whose properties have every constraint that a value of a filter can break.
type bounded struct {
	ID     string         `json:"id" ld:"@id"`
	House  int            `json:"house" ld:"ex:house" sh:"minInclusive=1;maxInclusive=99999" filter:"range"`
	Floor  uint8          `json:"floor" ld:"ex:floor" filter:"range"`
	Over   float64        `json:"over" ld:"ex:over" sh:"minExclusive=0;maxExclusive=10" filter:"range"`
	Price  hydra.Decimal  `json:"price" ld:"ex:price" sh:"minInclusive=0.50" filter:"range"`
	From   hydra.Date     `json:"from" ld:"ex:from" sh:"minInclusive=2000-01-01" filter:"range"`
	Suffix string         `json:"suffix" ld:"ex:suffix" sh:"maxLength=4" filter:"exact"`
	Month  string         `json:"month" ld:"ex:month" sh:"datatype=xsd:gYearMonth" filter:"range"`
	Colour string         `json:"colour" ld:"ex:colour" sh:"in=red|green" filter:"exact"`
	Mode   storetest.Mode `json:"mode" ld:"ex:mode" filter:"exact"`
	Yes    bool           `json:"yes" ld:"ex:yes" filter:"exact"`
	At     hydra.DateTime `json:"at" ld:"ex:at" filter:"range"`
	Clock  hydra.Time     `json:"clock" ld:"ex:clock" filter:"range"`
	Year   hydra.GYear    `json:"year" ld:"ex:year" filter:"range"`
	Seat   *int           `json:"seat" ld:"ex:seat" sh:"in=1|2|3" filter:"exact"`
}

func boundedProperty(t *testing.T, path string) *hydra.Property {
	t.Helper()
	class := hydra.NewClass[bounded]("https://bounds.example/ns#Bounded", "/bounded", hydra.ClassMeta{
		Prefixes: map[string]string{"ex": "https://bounds.example/ns#"},
	})
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	return definition.Property(path)
}

func TestParseValueReadsWhatThePropertyCanHold(t *testing.T) {
	for _, test := range []struct{ path, text, want string }{
		{"id", "a/b c", "a/b c"},
		{"house", "99999", "99999"},
		{"house", "+7", "7"},
		{"floor", "0", "0"},
		{"over", "0", "0"},
		{"over", "10", "10"},
		{"over", "1e0", "1"},
		{"price", "0.5", "0.5"},
		{"from", "2000-01-01", "2000-01-01"},
		{"suffix", "éééé", "éééé"},
		{"month", "2026-05", "2026-05"},
		{"colour", "red", "red"},
		{"mode", "wet", "wet"},
		{"mode", "https://specimens.example/ns#Frozen", "frozen"},
		{"yes", "true", "true"},
		{"yes", "0", "false"},
		{"at", "2026-01-01T01:00:00+01:00", "2026-01-01T00:00:00Z"},
		{"clock", "00:00:00", "00:00:00"},
		{"year", "2026", "2026"},
		{"seat", "3", "3"},
	} {
		t.Run(test.path+"="+test.text, func(t *testing.T) {
			v, err := store.ParseValue(boundedProperty(t, test.path), test.text)
			if err != nil || v.IsAbsent() || v.String() != test.want {
				t.Errorf("got %q, %v; want %q", v, err, test.want)
			}
		})
	}
}

func TestParseValueSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct {
		path, text string
		code       store.ValueCode
		limit      string
		detail     string // a part of it
	}{
		{"house", "a", store.CodeInteger, "", "whole number"},
		{"house", "1.0", store.CodeInteger, "", "whole number"},
		{"house", "", store.CodeInteger, "", "whole number"},
		{"house", "99999999999999999999", store.CodeInteger, "", "64 bits"},
		{"house", "123456", store.CodeMaximum, "99999", "at most 99999"},
		{"house", "0", store.CodeMinimum, "1", "at least 1"},
		{"floor", "-1", store.CodeMinimum, "0", "at least 0"},
		{"floor", "-a", store.CodeInteger, "", "whole number"},
		{"over", "-0.1", store.CodeMinimum, "0", "at least 0"},
		{"over", "0x1p3", store.CodeNumber, "", ""},
		{"over", "inf", store.CodeNumber, "", ""},
		{"price", "0.49", store.CodeMinimum, "0.50", "at least 0.50"},
		{"price", "1e2", store.CodeNumber, "", ""},
		{"from", "23-04-2019", store.CodeDate, "", ""},
		{"from", "1983-05-00", store.CodeDate, "", ""},
		{"from", "1999-12-31", store.CodeMinimum, "2000-01-01", "at least 2000-01-01"},
		{"suffix", "tegenover", store.CodeMaxLength, "4", "at most 4"},
		{"suffix", "", store.CodeMinLength, "1", "empty"},
		{"month", "2026-13", store.CodeDatatype, "xsd:gYearMonth", ""},
		{"colour", "blue", store.CodeEnum, "red, green", "want one of red, green"},
		{"mode", "moist", store.CodeEnum, "dry, wet, frozen", "want one of dry, wet, frozen"},
		{"yes", "nee", store.CodeBoolean, "", "true"},
		{"at", "2026-01-01", store.CodeDatatype, "xsd:dateTime", ""},
		{"clock", "25:00:00", store.CodeDatatype, "xsd:time", ""},
		{"year", "0000", store.CodeDatatype, "xsd:gYear", ""},
		{"seat", "4", store.CodeEnum, "1, 2, 3", "want one of 1, 2, 3"},
	} {
		t.Run(test.path+"="+test.text, func(t *testing.T) {
			v, err := store.ParseValue(boundedProperty(t, test.path), test.text)
			var wrong *store.ValueError
			if !errors.As(err, &wrong) {
				t.Fatalf("got %q, %v; want a ValueError", v, err)
			}
			if wrong.Code != test.code || wrong.Limit != test.limit || wrong.Detail == "" || !strings.Contains(err.Error(), test.detail) {
				t.Errorf("got %+v, want code %s, limit %q and %q", wrong, test.code, test.limit, test.detail)
			}
		})
	}
}

func FuzzParseValueReadsItsOwnTextsAgain(f *testing.F) {
	paths := []string{
		"id", "house", "floor", "over", "price", "from", "suffix", "month", "colour", "mode", "yes", "at", "clock", "year", "seat",
	}
	for i, seed := range []string{
		"a b", "7", "+0", "1e0", "-0.50", "2024-02-29", "é", "2026-05", "red", "https://specimens.example/ns#Dry", "true",
		"2026-01-01T00:00:00.5+01:00", "23:59:59.9", "-0044", "3", "INF", "NaN", "",
	} {
		f.Add(i, seed)
	}
	class := hydra.NewClass[bounded]("https://bounds.example/ns#Bounded", "/bounded", hydra.ClassMeta{
		Prefixes: map[string]string{"ex": "https://bounds.example/ns#"},
	})
	definition, err := class.Definition()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		p := definition.Property(paths[uint(i)%uint(len(paths))])
		v, err := store.ParseValue(p, text)
		if err != nil {
			if wrong := (*store.ValueError)(nil); !errors.As(err, &wrong) || wrong.Detail == "" {
				t.Errorf("%s: %q gives the error %#v", p.Path, text, err)
			}
			return
		}
		if again, err := store.ParseValue(p, v.String()); err != nil || v.IsAbsent() || store.Compare(again, v) != 0 {
			t.Errorf("%s: %q is read as %q, and that as %q, %v", p.Path, text, v, again, err)
		}
	})
}
