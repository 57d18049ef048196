package literal_test

import (
	"math"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestAppendersDoNotAllocate(t *testing.T) {
	now := time.Date(2026, 5, 20, 10, 30, 0, 123_000_000, time.FixedZone("", 7200))
	date, dateTime, clock := literal.DateOf(now), literal.DateTimeOf(now), literal.TimeOf(now)
	year, amount := literal.GYear(2026), literal.Decimal("10.50")
	sorted := literal.LangString{{"en", "Events"}, {"nl", "Evenementen"}}
	unsorted := literal.LangString{{"nl", "Evenementen"}, {"en", "Events"}, {"de", "Veranstaltungen"}}
	dst := make([]byte, 0, 512)
	appenders := map[string]func(){
		"Date.Append":                          func() { dst = date.Append(dst[:0]) },
		"Date.AppendText":                      func() { dst, _ = date.AppendText(dst[:0]) },
		"DateTime.Append":                      func() { dst = dateTime.Append(dst[:0]) },
		"AppendDateTime":                       func() { dst = literal.AppendDateTime(dst[:0], now) },
		"Time.Append":                          func() { dst = clock.Append(dst[:0]) },
		"GYear.Append":                         func() { dst = year.Append(dst[:0]) },
		"Decimal.Append":                       func() { dst = amount.Append(dst[:0]) },
		"Decimal.AppendText":                   func() { dst, _ = amount.AppendText(dst[:0]) },
		"LangString.AppendJSON of sorted tags": func() { dst = sorted.AppendJSON(dst[:0]) },
		"LangString.AppendJSON of others":      func() { dst = unsorted.AppendJSON(dst[:0]) },
		"AppendJSONString of ASCII":            func() { dst = literal.AppendJSONString(dst[:0], "GopherDay 2026") },
		"AppendJSONString with escapes":        func() { dst = literal.AppendJSONString(dst[:0], "a\n\"é\u2028\xff") },
		"AppendJSONFloat":                      func() { dst = literal.AppendJSONFloat(dst[:0], 51.0543422) },
		"AppendJSONFloat with exponent":        func() { dst = literal.AppendJSONFloat(dst[:0], 1e-9) },
		"AppendJSONFloat of infinity":          func() { dst = literal.AppendJSONFloat(dst[:0], math.Inf(1)) },
		"AppendDouble":                         func() { dst = literal.AppendDouble(dst[:0], 51.0543422) },
		"AppendDouble of Widen":                func() { dst = literal.AppendDouble(dst[:0], literal.Widen(0.1)) },
	}
	for name, run := range appenders {
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
		if len(dst) == 0 {
			t.Errorf("%s appended nothing", name)
		}
	}
}

func TestValidationDoesNotAllocate(t *testing.T) {
	text := literal.LangString{{"en-GB", "Events"}, {"nl", "Evenementen"}}
	checks := map[string]func() bool{
		"CheckLanguageTag":  func() bool { return literal.CheckLanguageTag("zh-Hant-TW-x-private") == nil },
		"LangString.Check":  func() bool { return text.Check() == nil },
		"LangString.Lookup": func() bool { _, ok := text.Lookup("fr", "nl-BE"); return ok },
		"LangString.Get":    func() bool { _, ok := text.Get("EN-gb"); return ok },
		"Decimal.Check":     func() bool { return literal.Decimal("10.50").Check() == nil },
		"Decimal.Compare":   func() bool { return literal.Decimal("10.50").Compare("10.5") == 0 },
		"ParseDate":         func() bool { _, err := literal.ParseDate("2026-05-20"); return err == nil },
		"ParseDateTime":     func() bool { _, err := literal.ParseDateTime("2026-05-20T08:30:00.5+02:00"); return err == nil },
	}
	for name, check := range checks {
		if n := testing.AllocsPerRun(100, func() {
			if !check() {
				t.Errorf("%s fails", name)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
