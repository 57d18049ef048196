package literal_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// lexicalForms lists texts that are and are not values of datatypes.
var lexicalForms = []struct {
	datatype  vocab.IRI
	good, bad []string
}{
	{vocab.XSDString, []string{"", " a\t\n\rb ", "é 😀", "\uFFFD", "\u0085"}, []string{"\x00", "\x1f", "\xff", "a\uFFFE", "\xed\xa0\x80"}},
	{vocab.XSDNormalizedString, []string{"", " a  b "}, []string{"a\tb", "a\nb", "\r", "\x00"}},
	{vocab.XSDToken, []string{"", "a b"}, []string{" a", "a ", "a  b", "a\tb", " "}},
	{vocab.XSDLanguage, []string{"en", "nl-BE", "x-klingon", "abcdefgh-12345678", "e"}, []string{"", "en_GB", "en-", "-en", "abcdefghi", "1n", "en-123456789", "e n"}},
	{vocab.XSDNMTOKEN, []string{"a", "1.2-3_:", "é·"}, []string{"", "a b", "a/b", "\xff"}},
	{vocab.XSDName, []string{"a", ":a", "_1", "é.b-c", "𐀀"}, []string{"", "1a", "-a", ".a", "a b", "×", "\u037E"}},
	{vocab.XSDNCName, []string{"a", "_1", "a\u0300"}, []string{"", "a:b", "1", ":"}},
	{vocab.XSDID, []string{"a"}, []string{"a:b"}},
	{vocab.XSDAnyURI, []string{"", "https://example.org/é?q=1#f", "relative/path", "a b"}, []string{"\x01", "a\nb"}},
	{vocab.XSDBoolean, []string{"true", "false", "1", "0"}, []string{"", "True", "TRUE", "yes", "2", " true", "00"}},

	{vocab.XSDDecimal, []string{"0", "-0", "+1.50", ".5", "5.", strings.Repeat("9", 1000)}, []string{"", ".", "+", "-.", "1e3", "INF", "1.2.3", "1 ", "٣"}},
	{vocab.XSDInteger, []string{"0", "-0", "+007", strings.Repeat("9", 1000)}, []string{"", "1.0", "1.", "-", "1e3", "0x1", "--1"}},
	{vocab.XSDNonPositiveInteger, []string{"0", "-0", "+0", "-5"}, []string{"1", "+1"}},
	{vocab.XSDNegativeInteger, []string{"-1", "-001"}, []string{"0", "-0", "1"}},
	{vocab.XSDNonNegativeInteger, []string{"0", "-0", "+5"}, []string{"-1"}},
	{vocab.XSDPositiveInteger, []string{"1", "+01"}, []string{"0", "-1", "1.0"}},
	{vocab.XSDLong, []string{"-9223372036854775808", "9223372036854775807"}, []string{"-9223372036854775809", "9223372036854775808"}},
	{vocab.XSDInt, []string{"-2147483648", "2147483647", "-00000000000000000001"}, []string{"-2147483649", "2147483648"}},
	{vocab.XSDShort, []string{"-32768", "32767"}, []string{"-32769", "32768"}},
	{vocab.XSDByte, []string{"-128", "127", "+0127"}, []string{"-129", "128", "300"}},
	{vocab.XSDUnsignedLong, []string{"0", "-0", "18446744073709551615"}, []string{"-1", "18446744073709551616"}},
	{vocab.XSDUnsignedInt, []string{"4294967295"}, []string{"-1", "4294967296"}},
	{vocab.XSDUnsignedShort, []string{"65535"}, []string{"-1", "65536"}},
	{vocab.XSDUnsignedByte, []string{"255"}, []string{"-1", "256"}},

	{
		vocab.XSDDouble,
		[]string{"0", "-1.5", ".5", "5.", "1E3", "1.5e-3", "-.5E+03", "INF", "-INF", "+INF", "NaN", "1E999"},
		[]string{"", "E3", "1E", "1E1.5", "1E+", "inf", "Infinity", "nan", "-NaN", "0x1p3", "1_0", ".", "1 E3", "1E3E3"},
	},
	{vocab.XSDFloat, []string{"1.0E0", "INF"}, []string{"Inf", "1f"}},

	{
		vocab.XSDDate,
		[]string{"2026-05-20", "2024-02-29", "2026-05-20Z", "2026-05-20+14:00", "2026-05-20-00:00", "0000-02-29", "-0004-02-29", "12026-05-20"},
		[]string{"", "2026-02-29", "2026-5-20", "02026-05-20", "2026-05-20+14:01", "2026-05-20+1:00", "2026-05-20z", "2026-05-20T00:00:00", "1234567890-01-01", "+2026-05-20", "2026-05-20-05:60"},
	},
	{
		vocab.XSDDateTime,
		[]string{"2026-05-20T08:30:00", "2026-05-20T08:30:00Z", "2026-05-20T24:00:00", "2026-05-20T24:00:00.000Z", "2026-05-20T08:30:00.123456789012-05:30", "2026-05-20T08:30:00-00:00"},
		[]string{"", "2026-05-20", "2026-05-20T08:30", "2026-05-20T08:30:60", "2026-05-20T24:00:01", "2026-05-20T24:00:00.1", "2026-05-20T08:30:00.", "2026-05-20 08:30:00", "2026-05-20t08:30:00Z", "2026-05-20T8:30:00"},
	},
	{vocab.XSDDateTimeStamp, []string{"2026-05-20T08:30:00Z", "2026-05-20T08:30:00+02:00"}, []string{"2026-05-20T08:30:00"}},
	{vocab.XSDTime, []string{"00:00:00", "24:00:00", "08:30:00.5Z", "23:59:59+14:00"}, []string{"", "24:00:01", "8:30:00", "08:30", "08:30:00.Z", "23:59:60"}},
	{vocab.XSDGYear, []string{"2026", "0000", "-0044", "12026", "2026Z"}, []string{"", "26", "02026", "2026-05", "+2026"}},
	{vocab.XSDGYearMonth, []string{"2026-05", "2026-12+01:00"}, []string{"2026-13", "2026-5", "2026"}},
	{vocab.XSDGMonth, []string{"--05", "--12Z"}, []string{"--13", "05", "--5", "--00", "--05--"}},
	{vocab.XSDGMonthDay, []string{"--02-29", "--12-31-05:00"}, []string{"--02-30", "--04-31", "--00-01", "02-29"}},
	{vocab.XSDGDay, []string{"---31", "---01Z"}, []string{"---32", "---00", "--31", "---1"}},

	{
		vocab.XSDDuration,
		[]string{"P1Y", "P1Y2M3DT4H5M6.7S", "-P1D", "PT0S", "PT1M", "P0Y", "PT1.50S", "P999999999Y", "PT999999999999S"},
		[]string{"", "P", "PT", "P1", "1Y", "P1YT", "P1M1Y", "P1S", "PT1D", "P1.5Y", "PT1.S", "PT.5S", "PT1.5M", "P-1Y", "+P1Y", "P1Y1Y", "P1D2", "PT1HT1M", "P1234567890Y", "PT1234567890123S", "P 1Y"},
	},
	{vocab.XSDDayTimeDuration, []string{"P2DT12H", "-PT1M", "PT0.5S", "P1D"}, []string{"P1Y", "P1M", "P1M1D", "P1YT1H"}},
	{vocab.XSDYearMonthDuration, []string{"P1Y6M", "-P0M"}, []string{"P1D", "PT1M", "P1YT1S"}},

	{vocab.XSDHexBinary, []string{"", "0aFF"}, []string{"0", "0g", "0x00", "@@", "``", "0a ff"}},
	{
		vocab.XSDBase64Binary,
		[]string{"", "AAAA", "YQ==", "YWI=", "A A A A", "YQ = =", "+/+/"},
		[]string{"A", "AAA", "YR==", "YWJ=", "A===", "====", "AA=A", "AA--", " AAAA", "AAAA ", "A  AAA", "AA\nAA"},
	},
	{vocab.RDFLangString, []string{"", "anything\x00"}, nil},
	{vocab.XSDQName, []string{"anything: at all"}, nil},
	{"", []string{"x"}, nil},
	{"http://www.opengis.net/ont/geosparql#wktLiteral", []string{"POINT(3.7 51.1)"}, nil},
}

func TestCheckLexical(t *testing.T) {
	for _, tt := range lexicalForms {
		for _, s := range tt.good {
			if err := literal.CheckLexical(tt.datatype, s); err != nil {
				t.Errorf("refused: %v", err)
			}
		}
		for _, s := range tt.bad {
			err := literal.CheckLexical(tt.datatype, s)
			var lexical *literal.LexicalError
			if !errors.As(err, &lexical) {
				t.Errorf("%q as <%s>: got %v, want a *LexicalError", s, tt.datatype, err)
				continue
			}
			if lexical.Datatype != tt.datatype || lexical.Text != s || lexical.Reason == "" {
				t.Errorf("%q as <%s>: got %+v", s, tt.datatype, lexical)
			}
		}
	}
}

func TestCheckLexicalDoesNotAllocateForValidTexts(t *testing.T) {
	for _, tt := range lexicalForms {
		for _, s := range tt.good {
			if n := testing.AllocsPerRun(10, func() { _ = literal.CheckLexical(tt.datatype, s) }); n != 0 {
				t.Errorf("%q as <%s>: %v allocations", s, tt.datatype, n)
			}
		}
	}
}

func TestErrorKeepsItsOwnTextAndNamesTheDatatype(t *testing.T) {
	err := literal.CheckLexical(vocab.XSDByte, "300")
	if got, want := err.Error(), `"300" is not an xsd:byte: it must be 127 or less`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	other := &literal.LexicalError{Datatype: "http://example.org/t", Text: "x", Reason: "why"}
	if got, want := other.Error(), `"x" is not a <http://example.org/t>: why`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// FuzzCheckLexicalAndCompare checks that what is well-formed is equal to itself, and what is not has no order.
func FuzzCheckLexicalAndCompare(f *testing.F) {
	for _, tt := range lexicalForms {
		for _, s := range append(tt.good, tt.bad...) {
			f.Add(string(tt.datatype), s)
		}
	}
	f.Fuzz(func(t *testing.T, datatype, s string) {
		dt := vocab.IRI(datatype)
		err := literal.CheckLexical(dt, s)
		order, ok := literal.Compare(dt, s, dt, s)
		if err != nil && ok {
			t.Errorf("%q as <%s> has an order and the error %v", s, datatype, err)
		}
		if order != 0 {
			t.Errorf("%q as <%s> against itself: %d", s, datatype, order)
		}
		if dt == vocab.XSDDouble && err == nil && s != "NaN" && !ok {
			t.Errorf("%q has no order with itself", s)
		}
	})
}
