package literal_test

import (
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestParseDateTime(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // as written again; empty if refused
		reason     string
	}{
		{"UTC is read and written", "2026-05-20T08:30:00Z", "2026-05-20T08:30:00Z", ""},
		{"an offset east becomes UTC", "2026-05-20T00:30:00+02:00", "2026-05-19T22:30:00Z", ""},
		{"an offset west becomes UTC", "2026-12-31T20:00:00-05:30", "2027-01-01T01:30:00Z", ""},
		{"the offset +00:00 is UTC", "2026-05-20T08:30:00+00:00", "2026-05-20T08:30:00Z", ""},
		{"the greatest offset is read", "2026-05-20T08:30:00+14:00", "2026-05-19T18:30:00Z", ""},
		{"a fraction loses its trailing zeros", "2026-05-20T08:30:00.120Z", "2026-05-20T08:30:00.12Z", ""},
		{"a fraction of zeros is none", "2026-05-20T08:30:00.000Z", "2026-05-20T08:30:00Z", ""},
		{"nanoseconds are kept", "2026-05-20T08:30:00.000000001Z", "2026-05-20T08:30:00.000000001Z", ""},
		{"zeros beyond nanoseconds don't matter", "2026-05-20T08:30:00.1000000000Z", "2026-05-20T08:30:00.1Z", ""},
		{"the first instant is read", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", ""},
		{"the last second is read", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", ""},
		{"an instant before 1970 with a fraction is read", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z", ""},

		{"digits beyond nanoseconds are refused", "2026-05-20T08:30:00.1234567891Z", "", "nine digits"},
		{"a missing time zone is refused", "2026-05-20T08:30:00", "", "time zone is missing"},
		{"a lower-case t is refused", "2026-05-20t08:30:00Z", "", "upper case"},
		{"a lower-case z is refused", "2026-05-20T08:30:00z", "", "upper case"},
		{"the offset -00:00 is refused", "2026-05-20T08:30:00-00:00", "", "-00:00"},
		{"24:00:00 is refused", "2026-05-20T24:00:00Z", "", "next day"},
		{"a leap second is refused", "2016-12-31T23:59:60Z", "", "no time of day 23:59:60"},
		{"hour 25 is refused", "2026-05-20T25:00:00Z", "", "no time of day 25:00:00"},
		{"an offset beyond 14:00 is refused", "2026-05-20T08:30:00+14:01", "", "such as 2026-05-20T08:30:00Z"},
		{"an offset without colon is refused", "2026-05-20T08:30:00+0200", "", "such as 2026-05-20T08:30:00Z"},
		{"missing seconds are refused", "2018-06-01T12:00Z", "", "time of day such as"},
		{"a date alone is refused", "2026-05-20", "", "time of day is missing"},
		{"a space instead of T is refused", "2026-05-20 08:30:00Z", "", "YYYY-MM-DDThh:mm:ss"},
		{"a point without digits is refused", "2026-05-20T08:30:00.Z", "", "digits after the point"},
		{"a day that does not exist is refused", "2026-02-30T08:30:00Z", "", "has 28 days"},
		{"a year before the range is refused", "0001-01-01T00:00:00+01:00", "", "0001 to 9999"},
		{"a year behind the range is refused", "9999-12-31T23:59:59-00:01", "", "0001 to 9999"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := literal.ParseDateTime(tt.text)
			checkReason(t, err, tt.reason, vocab.XSDDateTime, tt.text)
			if got := d.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if d.IsZero() != (tt.reason != "") {
				t.Errorf("IsZero is %t", d.IsZero())
			}
		})
	}
}

func TestDateTimesAreOrderedAsInstants(t *testing.T) {
	texts := []string{
		"", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.9Z", "1970-01-01T00:00:00Z", "2026-05-20T10:30:00+02:00",
		"2026-05-20T08:30:00.001Z", "2026-05-20T08:30:01Z",
	}
	checkOrder(t, texts, literal.ParseDateTime, literal.DateTime.Compare)
	a, _ := literal.ParseDateTime("2026-05-20T10:30:00+02:00")
	b, _ := literal.ParseDateTime("2026-05-20T08:30:00Z")
	if a != b {
		t.Error("one instant read with two offsets is not ==")
	}
}

func TestDateTimeOfAndBack(t *testing.T) {
	now := time.Date(2026, 5, 20, 10, 30, 0, 120, time.FixedZone("", 7200))
	d := literal.DateTimeOf(now)
	if got := d.String(); got != "2026-05-20T08:30:00.00000012Z" {
		t.Errorf("got %s", got)
	}
	if back := d.Time(); !back.Equal(now) || back.Location() != time.UTC {
		t.Errorf("got back %s", back)
	}
	for _, absent := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if d := literal.DateTimeOf(absent); !d.IsZero() {
			t.Errorf("%s gives %s, want the absent instant", absent, d)
		}
	}
	if !(literal.DateTime{}).Time().IsZero() {
		t.Error("the absent instant has a time")
	}
}

func TestAppendDateTimeWritesEveryTime(t *testing.T) {
	tests := []struct {
		name string
		time time.Time
		want string
	}{
		{"a local time in UTC", time.Date(2026, 5, 20, 1, 0, 0, 0, time.FixedZone("", 7200)), "2026-05-19T23:00:00Z"},
		{"a fraction without trailing zeros", time.Date(2026, 5, 20, 1, 0, 0, 10_000_000, time.UTC), "2026-05-20T01:00:00.01Z"},
		{"the zero time", time.Time{}, "0001-01-01T00:00:00Z"},
		{"the leap day of 2000", time.Date(2000, 2, 29, 23, 59, 59, 999_999_999, time.UTC), "2000-02-29T23:59:59.999999999Z"},
		{"the year 1 BC", time.Date(0, 3, 1, 0, 0, 0, 0, time.UTC), "0000-03-01T00:00:00Z"},
		{"a year before it", time.Date(-44, 3, 15, 12, 0, 0, 0, time.UTC), "-0044-03-15T12:00:00Z"},
		{"a year of five digits", time.Date(12026, 1, 2, 3, 4, 5, 0, time.UTC), "12026-01-02T03:04:05Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := string(literal.AppendDateTime([]byte(">"), tt.time))
			if got != ">"+tt.want {
				t.Errorf("got %s, want >%s", got, tt.want)
			}
			if err := literal.CheckLexical(vocab.XSDDateTimeStamp, tt.want); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestCalendarAgreesWithPackageTime(t *testing.T) {
	for day := time.Date(1, 1, 1, 12, 0, 0, 0, time.UTC); day.Year() <= 9999; day = day.AddDate(0, 0, 17) {
		want := day.Format("2006-01-02T15:04:05Z")
		if got := string(literal.AppendDateTime(nil, day)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		if d, err := literal.ParseDateTime(want); err != nil || !d.Time().Equal(day) {
			t.Fatalf("%s is read as %s, %v", want, d, err)
		}
	}
}

func TestParseTime(t *testing.T) {
	tests := []struct {
		name, text, want, reason string
	}{
		{"midnight is a time", "00:00:00", "00:00:00", ""},
		{"the last nanosecond is a time", "23:59:59.999999999", "23:59:59.999999999", ""},
		{"a fraction loses its trailing zeros", "08:30:00.500", "08:30:00.5", ""},
		{"24:00:00 is refused", "24:00:00", "", "write 24:00:00 as 00:00:00"},
		{"24:00:01 is refused", "24:00:01", "", "no time of day 24:00:01"},
		{"a time zone is refused", "08:30:00Z", "", "no time zone"},
		{"missing seconds are refused", "08:30", "", "08:30:00"},
		{"minute 60 is refused", "08:60:00", "", "no time of day 08:60:00"},
		{"letters are refused", "ab:cd:ef", "", "08:30:00"},
		{"digits beyond nanoseconds are refused", "08:30:00.0000000001", "", "nine digits"},
		{"something after the time is refused", "08:30:00 am", "", "hh:mm:ss"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := literal.ParseTime(tt.text)
			checkReason(t, err, tt.reason, vocab.XSDTime, tt.text)
			if got := v.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if v.IsZero() != (tt.reason != "") {
				t.Errorf("IsZero is %t", v.IsZero())
			}
		})
	}
	checkOrder(t, []string{"", "00:00:00", "00:00:00.000000001", "12:00:00", "23:59:59.5"}, literal.ParseTime, literal.Time.Compare)
}

func TestTimeOfDayFromOtherValues(t *testing.T) {
	noon, err := literal.NewTime(12, 0, 0, 0)
	if err != nil || noon.Duration() != 12*time.Hour {
		t.Errorf("got %v (%v), %v", noon, noon.Duration(), err)
	}
	_, err = literal.NewTime(24, 0, 0, 0)
	checkReason(t, err, "00:00:00 to", vocab.XSDTime, "24:00:00.000000000")
	if got := literal.TimeOf(time.Date(2026, 5, 20, 0, 0, 0, 0, time.UTC)); got.IsZero() || got.String() != "00:00:00" || got.Duration() != 0 {
		t.Errorf("midnight is %q", got)
	}
	if got := literal.TimeOf(time.Time{}); !got.IsZero() {
		t.Errorf("the zero time gives %q", got)
	}
}

func TestParseGYear(t *testing.T) {
	tests := []struct {
		name, text string
		want       literal.GYear
		reason     string
	}{
		{"four digits are a year", "2026", 2026, ""},
		{"zeros fill up to four digits", "0476", 476, ""},
		{"five digits are a year", "12026", 12026, ""},
		{"nine digits are a year", "123456789", 123456789, ""},
		{"a year before the common era has a minus sign", "-0044", -44, ""},
		{"the year 0000 is refused", "0000", 0, "0000"},
		{"three digits are refused", "476", 0, "YYYY"},
		{"a zero before four digits is refused", "02026", 0, "YYYY"},
		{"ten digits are refused", "1234567890", 0, "YYYY"},
		{"a plus sign is refused", "+2026", 0, "YYYY"},
		{"a time zone is refused", "2026Z", 0, "no time zone"},
		{"a month is refused", "2026-05", 0, "YYYY"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			y, err := literal.ParseGYear(tt.text)
			checkReason(t, err, tt.reason, vocab.XSDGYear, tt.text)
			if y != tt.want {
				t.Errorf("got %d, want %d", int32(y), int32(tt.want))
			}
			if tt.reason == "" && y.String() != tt.text {
				t.Errorf("written as %q", y)
			}
		})
	}
}

func TestTextMarshallersAreInverse(t *testing.T) {
	var d literal.Date
	var dt literal.DateTime
	var tm literal.Time
	var y literal.GYear
	var dec literal.Decimal
	values := []interface {
		UnmarshalText(text []byte) error
		MarshalText() ([]byte, error)
		AppendText(dst []byte) ([]byte, error)
		IsZero() bool
	}{&d, &dt, &tm, &y, &dec}
	for i, text := range []string{"2026-05-20", "2026-05-20T08:30:00Z", "08:30:00", "2026", "-10.50"} {
		v := values[i]
		for _, step := range []string{text, ""} {
			if err := v.UnmarshalText([]byte(step)); err != nil {
				t.Fatal(err)
			}
			if v.IsZero() != (step == "") {
				t.Errorf("%T of %q: IsZero is %t", v, step, v.IsZero())
			}
			if got, err := v.MarshalText(); err != nil || string(got) != step {
				t.Errorf("%T of %q: marshalled as %q, %v", v, step, got, err)
			}
			if got, err := v.AppendText([]byte(">")); err != nil || string(got) != ">"+step {
				t.Errorf("%T of %q: appended as %q, %v", v, step, got, err)
			}
		}
		if err := v.UnmarshalText([]byte("no")); err == nil {
			t.Errorf("%T takes %q", v, "no")
		}
	}
}

func FuzzDateTimeKeepsTheInstant(f *testing.F) {
	for _, s := range []string{
		"2026-05-20T08:30:00Z", "2026-05-20T08:30:00.120+02:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00",
		"2026-05-20t08:30:00z", "2026-05-20T24:00:00Z", "2016-12-31T23:59:60Z", "2026-05-20T08:30:00-00:00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := literal.ParseDateTime(s)
		if err != nil {
			return
		}
		want, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			t.Fatalf("%q is read as %s, package time has %v", s, d, err)
		}
		if !d.Time().Equal(want) {
			t.Errorf("%q is %s, package time has %s", s, d, want)
		}
		again, err := literal.ParseDateTime(d.String())
		if err != nil || again != d {
			t.Errorf("%q is written %s and read again as %s, %v", s, d, again, err)
		}
	})
}
