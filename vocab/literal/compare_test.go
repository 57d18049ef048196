package literal_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// none is the order of what has none.
const none = 2

var comparisons = []struct {
	name  string
	aType vocab.IRI
	a     string
	bType vocab.IRI
	b     string
	want  int
}{
	{"integers by value", vocab.XSDInteger, "10", vocab.XSDInteger, "9", 1},
	{"integers of several types", vocab.XSDByte, "-1", vocab.XSDUnsignedLong, "18446744073709551615", -1},
	{"an integer and a decimal", vocab.XSDInteger, "1", vocab.XSDDecimal, "1.00", 0},
	{"decimals exactly", vocab.XSDDecimal, "0.1000000000000000000000000001", vocab.XSDDecimal, "0.1", 1},
	{"integers beyond doubles exactly", vocab.XSDInteger, "9007199254740993", vocab.XSDLong, "9007199254740992", 1},
	{"an integer beyond doubles as a double", vocab.XSDInteger, "9007199254740993", vocab.XSDDouble, "9007199254740992", 0},
	{"a decimal and a double", vocab.XSDDecimal, "0.1", vocab.XSDDouble, "1.0E-1", 0},
	{"a decimal and a float, as floats", vocab.XSDDecimal, "0.1", vocab.XSDFloat, "0.1", 0},
	{"a float and a double, as doubles", vocab.XSDFloat, "0.1", vocab.XSDDouble, "0.1", 1},
	{"zeros of both signs", vocab.XSDDouble, "-0", vocab.XSDDouble, "0", 0},
	{"infinity", vocab.XSDDouble, "INF", vocab.XSDDouble, "1.7976931348623157E308", 1},
	{"both signs of infinity", vocab.XSDDouble, "-INF", vocab.XSDFloat, "+INF", -1},
	{"a number beyond doubles is infinite", vocab.XSDDouble, "1E999", vocab.XSDDouble, "INF", 0},
	{"NaN and a number", vocab.XSDDouble, "NaN", vocab.XSDInteger, "1", none},
	{"NaN and itself", vocab.XSDFloat, "NaN", vocab.XSDFloat, "NaN", none},
	{"a number and a string", vocab.XSDInteger, "1", vocab.XSDString, "1", none},
	{"an ill-formed number", vocab.XSDInteger, "1.0", vocab.XSDInteger, "1", none},
	{"a number out of range", vocab.XSDInteger, "1", vocab.XSDByte, "300", none},

	{"false and true", vocab.XSDBoolean, "false", vocab.XSDBoolean, "1", -1},
	{"true and 1", vocab.XSDBoolean, "true", vocab.XSDBoolean, "1", 0},
	{"a boolean and a number", vocab.XSDBoolean, "1", vocab.XSDInteger, "1", none},

	{"strings by code point", vocab.XSDString, "Z", vocab.XSDString, "a", -1},
	{"strings by code point, not by UTF-16", vocab.XSDString, "\uFF5E", vocab.XSDString, "😀", -1},
	{"strings of several types", vocab.XSDToken, "a", vocab.XSDString, "a", 0},
	{"strings with language", vocab.RDFLangString, "a", vocab.RDFLangString, "b", none},
	{"binary data", vocab.XSDHexBinary, "00", vocab.XSDHexBinary, "00", none},
	{"unknown datatypes", "http://example.org/t", "1", "http://example.org/t", "1", none},

	{"dates", vocab.XSDDate, "2026-05-20", vocab.XSDDate, "2026-05-21", -1},
	{"dates with time zones", vocab.XSDDate, "2026-05-20+02:00", vocab.XSDDate, "2026-05-20Z", -1},
	{"a date with and one without time zone", vocab.XSDDate, "2026-05-20Z", vocab.XSDDate, "2026-05-25", none},
	{"years of more digits", vocab.XSDDate, "12026-01-01", vocab.XSDDate, "9999-12-31", 1},
	{"years before the common era", vocab.XSDDate, "-0044-03-15", vocab.XSDDate, "-0043-03-15", -1},
	{"a date and a dateTime", vocab.XSDDate, "2026-05-20", vocab.XSDDateTime, "2026-05-21T00:00:00", none},
	{"dateTimes as instants", vocab.XSDDateTime, "2026-05-20T10:30:00+02:00", vocab.XSDDateTimeStamp, "2026-05-20T08:30:00Z", 0},
	{"a dateTime with and one without time zone", vocab.XSDDateTime, "2002-10-10T12:00:00", vocab.XSDDateTime, "2002-10-10T12:00:00Z", none},
	{"fractions of seconds", vocab.XSDDateTime, "2026-05-20T08:30:00.09", vocab.XSDDateTime, "2026-05-20T08:30:00.1", -1},
	{"fractions with zeros at the end", vocab.XSDDateTime, "2026-05-20T08:30:00.10", vocab.XSDDateTime, "2026-05-20T08:30:00.1", 0},
	{"the end of a day is the start of the next", vocab.XSDDateTime, "2026-12-31T24:00:00", vocab.XSDDateTime, "2027-01-01T00:00:00", 0},
	{"the end of a time of day is its start", vocab.XSDTime, "24:00:00", vocab.XSDTime, "00:00:00", 0},
	{"times of day", vocab.XSDTime, "08:30:00Z", vocab.XSDTime, "09:00:00+01:00", 1},
	{"years", vocab.XSDGYear, "0999", vocab.XSDGYear, "2026", -1},
	{"years and months", vocab.XSDGYearMonth, "2026-05", vocab.XSDGYearMonth, "2025-12", 1},
	{"days of the year", vocab.XSDGMonthDay, "--02-29", vocab.XSDGMonthDay, "--03-01", -1},
	{"months", vocab.XSDGMonth, "--02", vocab.XSDGMonth, "--12", -1},
	{"days of the month", vocab.XSDGDay, "---31", vocab.XSDGDay, "---01", 1},
	{"a year and a year with month", vocab.XSDGYear, "2026", vocab.XSDGYearMonth, "2026-01", none},

	{"durations in seconds", vocab.XSDDayTimeDuration, "PT36H", vocab.XSDDuration, "P1DT12H", 0},
	{"durations in months", vocab.XSDYearMonthDuration, "P1Y1M", vocab.XSDYearMonthDuration, "P12M", 1},
	{"negative durations", vocab.XSDDuration, "-PT1.5S", vocab.XSDDuration, "-PT1.25S", -1},
	{"durations of both signs", vocab.XSDDuration, "-PT0.1S", vocab.XSDDuration, "PT0S", -1},
	{"a negative duration of nothing", vocab.XSDDuration, "-P0D", vocab.XSDDuration, "PT0S", 0},
	{"a month and 30 days", vocab.XSDDuration, "P1M", vocab.XSDDuration, "P30D", none},
	{"a month and 27 days", vocab.XSDDuration, "P1M", vocab.XSDDuration, "P27D", 1},
	{"a month and 32 days", vocab.XSDDuration, "P1M", vocab.XSDDuration, "P32D", -1},
	{"five months and 153 days", vocab.XSDDuration, "P5M", vocab.XSDDuration, "P153D", none},
	{"a year and 364 days", vocab.XSDDuration, "P1Y", vocab.XSDDuration, "P364D", 1},
	{"a month less and a little more than 27 days less", vocab.XSDDuration, "-P1M", vocab.XSDDuration, "-P27DT0.5S", -1},
	{"a month, and as much with a fraction of ten digits", vocab.XSDDuration, "P1M", vocab.XSDDuration, "P27DT0.0000000001S", none},
	{"the greatest durations", vocab.XSDDuration, "P999999999Y999999999M", vocab.XSDDuration, "-P999999999Y", 1},
}

func TestCompare(t *testing.T) {
	for _, tt := range comparisons {
		t.Run(tt.name, func(t *testing.T) {
			check := func(got int, ok bool, want int) {
				t.Helper()
				if want == none && (ok || got != 0) {
					t.Errorf("got %d, %t, want no order", got, ok)
				}
				if want != none && (got != want || !ok) {
					t.Errorf("got %d, %t, want %d", got, ok, want)
				}
			}
			got, ok := literal.Compare(tt.aType, tt.a, tt.bType, tt.b)
			check(got, ok, tt.want)
			reverse := tt.want
			if reverse != none {
				reverse = -reverse
			}
			got, ok = literal.Compare(tt.bType, tt.b, tt.aType, tt.a)
			check(got, ok, reverse)
		})
	}
}

func TestCompareDoesNotAllocate(t *testing.T) {
	for _, tt := range comparisons {
		if tt.a == "1E999" || tt.b == "1E999" {
			continue // package strconv allocates the error of a range
		}
		if tt.aType == vocab.XSDInteger && tt.a == "1.0" || tt.b == "300" {
			continue // ill-formed: the reason is text
		}
		n := testing.AllocsPerRun(10, func() { literal.Compare(tt.aType, tt.a, tt.bType, tt.b) })
		if n != 0 {
			t.Errorf("%s: %v allocations", tt.name, n)
		}
	}
}
