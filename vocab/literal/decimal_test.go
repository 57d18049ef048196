package literal_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestParseDecimal(t *testing.T) {
	long := strings.Repeat("9", literal.MaxDecimalLength)
	tests := []struct {
		name, text string
		canonical  string // empty if refused
		reason     string
	}{
		{"zero is a number", "0", "0", ""},
		{"a minus sign before zero means nothing", "-0.00", "0", ""},
		{"zeros that mean nothing are kept in the text only", "+0010.500", "10.5", ""},
		{"a point may come last", "10.", "10", ""},
		{"a point may come first", "-.5", "-0.5", ""},
		{"zeros before the point are not dropped", "100", "100", ""},
		{"a number of the greatest length is read", long, long, ""},
		{"a longer number is refused", long + "9", "", "more than 128"},
		{"an exponent is refused", "1E3", "", "without exponent"},
		{"a point alone is refused", ".", "", "digits"},
		{"a sign alone is refused", "-", "", "digits"},
		{"two points are refused", "1.2.3", "", "digits"},
		{"two signs are refused", "--1", "", "digits"},
		{"a comma is refused", "1,5", "", "digits"},
		{"NaN is refused", "NaN", "", "digits"},
		{"INF is refused", "INF", "", "digits"},
		{"hexadecimal digits are refused", "0x1F", "", "digits"},
		{"an underscore is refused", "1_000", "", "digits"},
		{"white space is refused", "1 ", "", "digits"},
		{"an empty text is refused", "", "", "digits"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := literal.ParseDecimal(tt.text)
			checkReason(t, err, tt.reason, vocab.XSDDecimal, tt.text)
			if tt.reason != "" {
				return
			}
			if d.String() != tt.text {
				t.Errorf("the text became %q", d)
			}
			if got := d.Canonical(); string(got) != tt.canonical {
				t.Errorf("canonical form %q, want %q", got, tt.canonical)
			}
		})
	}
}

func TestDecimalsAreOrderedExactly(t *testing.T) {
	texts := []string{
		"", "-10000000000000000000000000000.1", "-10000000000000000000000000000", "-2", "-1.01", "-1.001", "0", "0.09", "0.1",
		"0.10000000000000000000000000000000000000001", "9", "10", "9007199254740992", "9007199254740993",
	}
	checkOrder(t, texts, literal.ParseDecimal, literal.Decimal.Compare)
	for _, pair := range [][2]literal.Decimal{{"-0", "+0.0"}, {"10.50", "0010.5"}, {".5", "0.5"}, {"7.", "7"}} {
		if got := pair[0].Compare(pair[1]); got != 0 {
			t.Errorf("%s against %s: got %d, want 0", pair[0], pair[1], got)
		}
	}
}

func TestUncheckedDecimals(t *testing.T) {
	bad := literal.Decimal(`1","x":"`)
	checkReason(t, bad.Check(), "digits", vocab.XSDDecimal, string(bad))
	if data, err := json.Marshal(bad); err == nil {
		t.Errorf("it was marshalled: %s", data)
	}
	if _, err := bad.MarshalText(); err == nil {
		t.Error("MarshalText gives no error")
	}
	if bad.Canonical() != bad {
		t.Errorf("canonical form %q", bad.Canonical())
	}
	same := bad
	if bad.Compare("0") != -1 || literal.Decimal("0").Compare(bad) != 1 || bad.Compare(same) != 0 || bad.Compare("2x") != -1 {
		t.Error("unchecked texts do not come first, in their own order")
	}
	if literal.Decimal("0").IsZero() || !literal.Decimal("").IsZero() {
		t.Error("the number zero is confused with the absent number")
	}
	if err := literal.Decimal("").Check(); err != nil {
		t.Errorf("the absent number is refused: %v", err)
	}
}

func FuzzDecimalCompareAgreesWithRat(f *testing.F) {
	f.Add("0", "-0.0")
	f.Add("10.50", "+010.5")
	f.Add("-.5", "-5")
	f.Add("9007199254740993", "9007199254740992.9999")
	f.Add("1.", ".1")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, errA := literal.ParseDecimal(a)
		y, errB := literal.ParseDecimal(b)
		if errA != nil || errB != nil {
			return
		}
		p, okA := new(big.Rat).SetString(pad(a))
		q, okB := new(big.Rat).SetString(pad(b))
		if !okA || !okB {
			t.Fatalf("package big does not read %q or %q", a, b)
		}
		if got, want := x.Compare(y), p.Cmp(q); got != want {
			t.Errorf("%s against %s: got %d, want %d", a, b, got, want)
		}
		c := x.Canonical()
		if c.Compare(x) != 0 || c.Check() != nil || c.Canonical() != c {
			t.Errorf("canonical form of %s: %s", x, c)
		}
		if (x.Compare(y) == 0) != (c == y.Canonical()) {
			t.Errorf("canonical forms of %s and %s: %s and %s", a, b, c, y.Canonical())
		}
		if order, ok := literal.Compare(vocab.XSDDecimal, a, vocab.XSDDecimal, b); !ok || order != x.Compare(y) {
			t.Errorf("literal.Compare differs: %d, %t", order, ok)
		}
	})
}

// pad puts a zero before a leading and behind a trailing point, for package big.
func pad(s string) string {
	s = strings.Replace(s, "-.", "-0.", 1)
	s = strings.Replace(s, "+.", "+0.", 1)
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return strings.TrimSuffix(s, ".")
}
