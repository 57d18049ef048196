package literal_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		name, text string
		reason     string // part of the reason; empty if the text is a date
	}{
		{"a plain day is read", "2026-05-20", ""},
		{"the first day of the range is read", "0001-01-01", ""},
		{"the last day of the range is read", "9999-12-31", ""},
		{"the leap day of a year divisible by four is read", "2024-02-29", ""},
		{"the leap day of a year divisible by 400 is read", "2000-02-29", ""},
		{"a century without leap day is refused", "1900-02-29", "month 02 of 1900 has 28 days"},
		{"a common year without leap day is refused", "2026-02-29", "month 02 of 2026 has 28 days"},
		{"the 31st of a short month is refused", "2026-04-31", "month 04 of 2026 has 30 days"},
		{"day 00 is refused", "2026-05-00", "no day 00"},
		{"month 00 is refused", "2026-00-10", "no month 00"},
		{"month 13 is refused", "2026-13-10", "no month 13"},
		{"the year 0000 is refused", "0000-01-01", "0001 to 9999"},
		{"a year before the common era is refused", "-0001-01-01", "0001 to 9999"},
		{"a year of five digits is refused", "12026-01-01", "0001 to 9999"},
		{"a time zone is refused", "2026-05-20Z", "no time zone"},
		{"an offset is refused", "2026-05-20+02:00", "no time zone"},
		{"a time of day is refused", "2026-05-20T00:00:00", "YYYY-MM-DD"},
		{"missing zeros are refused", "2026-5-20", "YYYY-MM-DD"},
		{"the basic format is refused", "20260520", "YYYY-MM-DD"},
		{"white space is refused", " 2026-05-20", "YYYY-MM-DD"},
		{"digits of another script are refused", "٢٠٢٦-05-20", "YYYY-MM-DD"},
		{"an empty text is refused", "", "YYYY-MM-DD"},
		{"words are refused", "yesterday", "YYYY-MM-DD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := literal.ParseDate(tt.text)
			checkReason(t, err, tt.reason, vocab.XSDDate, tt.text)
			if tt.reason == "" && d.String() != tt.text {
				t.Errorf("written as %q", d)
			}
			if tt.reason != "" && !d.IsZero() {
				t.Errorf("an error came with the date %v", d)
			}
		})
	}
}

// checkReason checks that err is a *LexicalError of the datatype and text whose reason has the part, or nil for "".
func checkReason(t *testing.T, err error, part string, datatype vocab.IRI, text string) {
	t.Helper()
	if part == "" {
		if err != nil {
			t.Fatalf("unexpected error: %v", err)
		}
		return
	}
	var lexical *literal.LexicalError
	if !errors.As(err, &lexical) {
		t.Fatalf("got error %v, want a *LexicalError", err)
	}
	if !strings.Contains(lexical.Reason, part) {
		t.Errorf("got reason %q, want one with %q", lexical.Reason, part)
	}
	if lexical.Datatype != datatype || lexical.Text != text {
		t.Errorf("got %q of <%s>, want %q of <%s>", lexical.Text, lexical.Datatype, text, datatype)
	}
}

func TestLexicalErrorMessages(t *testing.T) {
	_, err := literal.ParseDate("2026-02-29")
	if got, want := err.Error(), `"2026-02-29" is not an xsd:date: month 02 of 2026 has 28 days`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	_, err = literal.ParseDate(strings.Repeat("é", 1000) + "\n")
	if got := err.Error(); len(got) > 300 || !strings.Contains(got, "(2001 bytes)") || strings.Contains(got, `\x`) {
		t.Errorf("a long text is not shortened between characters: %s", got)
	}
}

func TestNewDateKnowsTheCalendar(t *testing.T) {
	if d, err := literal.NewDate(2024, time.February, 29); err != nil || d.String() != "2024-02-29" {
		t.Errorf("got %v, %v", d, err)
	}
	_, err := literal.NewDate(2026, time.February, 29)
	checkReason(t, err, "no such day", vocab.XSDDate, "2026-02-29")
	_, err = literal.NewDate(-3, 14, 99)
	checkReason(t, err, "no such day", vocab.XSDDate, "-0003-14-99")
}

func TestDateOfAndBack(t *testing.T) {
	brussels := time.FixedZone("", 2*3600)
	late := time.Date(2026, 5, 20, 23, 30, 0, 0, time.UTC)
	if got := literal.DateOf(late).String(); got != "2026-05-20" {
		t.Errorf("in UTC: %s", got)
	}
	d := literal.DateOf(late.In(brussels))
	if d.Year() != 2026 || d.Month() != time.May || d.Day() != 21 {
		t.Errorf("two hours east: %s", d)
	}
	if got := d.Time(brussels); !got.Equal(time.Date(2026, 5, 20, 22, 0, 0, 0, time.UTC)) {
		t.Errorf("first instant of the day: %s", got)
	}
	for _, absent := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if d := literal.DateOf(absent); !d.IsZero() {
			t.Errorf("%s gives %s, want the absent date", absent, d)
		}
	}
	if !(literal.Date{}).Time(time.UTC).IsZero() {
		t.Error("the absent date has a time")
	}
}

func TestDatesAreOrderedAsTheirTexts(t *testing.T) {
	texts := []string{"", "0001-01-01", "0999-12-31", "1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01", "9999-12-31"}
	checkOrder(t, texts, literal.ParseDate, literal.Date.Compare)
}

// checkOrder checks that compare puts the values of texts in their order, with the absent value for "".
func checkOrder[T comparable](t *testing.T, texts []string, parse func(string) (T, error), compare func(T, T) int) {
	t.Helper()
	values := make([]T, len(texts))
	for i, text := range texts {
		if text == "" {
			continue
		}
		v, err := parse(text)
		if err != nil {
			t.Fatal(err)
		}
		values[i] = v
	}
	for i, a := range values {
		for j, b := range values {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := compare(a, b); got != want {
				t.Errorf("%q against %q: got %d, want %d", texts[i], texts[j], got, want)
			}
			if (a == b) != (i == j) {
				t.Errorf("%q == %q is %t", texts[i], texts[j], a == b)
			}
		}
	}
}

func TestScalarsInJSON(t *testing.T) {
	type record struct {
		Date     literal.Date     `json:"date"`
		DateTime literal.DateTime `json:"dateTime"`
		Time     literal.Time     `json:"time"`
		GYear    literal.GYear    `json:"gYear"`
		Decimal  literal.Decimal  `json:"decimal"`
		Omitted  literal.Date     `json:"omitted,omitzero"`
	}
	const full = `{"date":"2026-05-20","dateTime":"2026-05-20T06:30:00.5Z","time":"00:00:00","gYear":"0476","decimal":"10.50"}`
	var r record
	if err := json.Unmarshal([]byte(strings.Replace(full, "06:30:00.5Z", "08:30:00.50+02:00", 1)), &r); err != nil {
		t.Fatal(err)
	}
	if got, err := json.Marshal(r); err != nil || string(got) != full {
		t.Errorf("got  %s, %v\nwant %s", got, err, full)
	}
	const absent = `{"date":null,"dateTime":null,"time":null,"gYear":null,"decimal":null}`
	if err := json.Unmarshal([]byte(absent), &r); err != nil {
		t.Fatal(err)
	}
	if r != (record{}) {
		t.Errorf("null left %+v", r)
	}
	if got, err := json.Marshal(r); err != nil || string(got) != absent {
		t.Errorf("got  %s, %v\nwant %s", got, err, absent)
	}
	if err := json.Unmarshal([]byte(`{"date":"\u0032026-05-20"}`), &r); err != nil || r.Date.String() != "2026-05-20" {
		t.Errorf("an escaped string gives %s, %v", r.Date, err)
	}
}

func TestScalarsRefuseOtherJSON(t *testing.T) {
	tests := []struct {
		name, data string
		into       json.Unmarshaler
		want       string
	}{
		{"a date that is a number", `20260520`, new(literal.Date), `must be a JSON string ("…"), not a JSON number`},
		{"a date that is an object", `{}`, new(literal.Date), "not a JSON object"},
		{"a date that is an empty string", `""`, new(literal.Date), "YYYY-MM-DD"},
		{"a decimal that is a number", `10.5`, new(literal.Decimal), `must be a JSON string ("…"), not a JSON number`},
		{"a decimal that is an empty string", `""`, new(literal.Decimal), "must be digits"},
		{"a dateTime that is a boolean", `true`, new(literal.DateTime), "not a JSON boolean"},
		{"a time that is an array", `["08:30:00"]`, new(literal.Time), "not a JSON array"},
		{"a year that is a number", `2026`, new(literal.GYear), "not a JSON number"},
		{"a broken string", `"2026`, new(literal.Date), "unexpected end of JSON input"},
		{"a single quotation mark", `"`, new(literal.Date), "is not an xsd:date"},
		{"no JSON at all", ``, new(literal.Date), "not nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.into.UnmarshalJSON([]byte(tt.data))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
		})
	}
}

func FuzzDateIsWrittenAsItWasRead(f *testing.F) {
	for _, s := range []string{"2026-05-20", "0001-01-01", "9999-12-31", "2000-02-29", "1900-02-29", "2026-05-20Z", "-0001-01-01", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := literal.ParseDate(s)
		want, wantErr := time.Parse("2006-01-02", s)
		if wantErr == nil && want.Year() == 0 { // Go knows the year 0000
			wantErr = errors.New("no year 0000")
		}
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%q: got error %v, package time has %v", s, err, wantErr)
		}
		if err != nil {
			return
		}
		if d.String() != s || !d.Time(time.UTC).Equal(want) {
			t.Errorf("%q is read as %s", s, d)
		}
		if err := literal.CheckLexical(vocab.XSDDate, s); err != nil {
			t.Errorf("CheckLexical: %v", err)
		}
	})
}
