package literal

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// numeral is an exact decimal number, read but not copied.
type numeral struct {
	negative bool   // false for zero
	whole    string // digits without leading zeros
	fraction string // digits without trailing zeros
}

// readDecimal reads the lexical form of an xsd:decimal; the lexical forms of integers are among them.
func readDecimal(s string) (numeral, bool) {
	var n numeral
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n.negative = s[0] == '-'
		s = s[1:]
	}
	whole := digits(s)
	n.whole = strings.TrimLeft(s[:whole], "0")
	if whole == len(s) {
		n.negative = n.negative && n.whole != ""
		return n, whole > 0
	}
	if s[whole] != '.' {
		return numeral{}, false
	}
	s = s[whole+1:]
	if digits(s) != len(s) || whole+len(s) == 0 {
		return numeral{}, false
	}
	n.fraction = strings.TrimRight(s, "0")
	n.negative = n.negative && n.whole+n.fraction != ""
	return n, true
}

// compare orders two numbers exactly.
func (n numeral) compare(other numeral) int {
	if n.negative != other.negative {
		if n.negative {
			return -1
		}
		return 1
	}
	c := cmp.Compare(len(n.whole), len(other.whole))
	if c == 0 {
		c = strings.Compare(n.whole, other.whole)
	}
	if c == 0 {
		c = strings.Compare(n.fraction, other.fraction)
	}
	if n.negative {
		return -c
	}
	return c
}

// checkDecimal returns why s is no xsd:decimal, "" if it is.
func checkDecimal(s string) string {
	if _, ok := readDecimal(s); !ok {
		return "it must be digits with at most one point and a sign, such as -12.50, without exponent"
	}
	return ""
}

// integerRange holds the least and the greatest value of an integer datatype; "" is unbounded.
type integerRange struct{ least, greatest string }

// integerRangeOf returns the range of xsd:integer or a datatype derived from it, by local name.
func integerRangeOf(name string) (integerRange, bool) {
	switch name {
	case "integer":
		return integerRange{}, true
	case "nonPositiveInteger":
		return integerRange{greatest: "0"}, true
	case "negativeInteger":
		return integerRange{greatest: "-1"}, true
	case "nonNegativeInteger":
		return integerRange{least: "0"}, true
	case "positiveInteger":
		return integerRange{least: "1"}, true
	case "long":
		return integerRange{"-9223372036854775808", "9223372036854775807"}, true
	case "int":
		return integerRange{"-2147483648", "2147483647"}, true
	case "short":
		return integerRange{"-32768", "32767"}, true
	case "byte":
		return integerRange{"-128", "127"}, true
	case "unsignedLong":
		return integerRange{"0", "18446744073709551615"}, true
	case "unsignedInt":
		return integerRange{"0", "4294967295"}, true
	case "unsignedShort":
		return integerRange{"0", "65535"}, true
	case "unsignedByte":
		return integerRange{"0", "255"}, true
	default:
		return integerRange{}, false
	}
}

// check returns why s is no integer of the range, "" if it is one.
func (r integerRange) check(s string) string {
	n, ok := readDecimal(s)
	if !ok || strings.IndexByte(s, '.') >= 0 {
		return "it must be digits with at most a sign before them, such as 12"
	}
	if r.least != "" {
		if least, _ := readDecimal(r.least); n.compare(least) < 0 {
			return "it must be " + r.least + " or more"
		}
	}
	if r.greatest != "" {
		if greatest, _ := readDecimal(r.greatest); n.compare(greatest) > 0 {
			return "it must be " + r.greatest + " or less"
		}
	}
	return ""
}

// checkFloat returns why s is no xsd:double or xsd:float, "" if it is.
func checkFloat(s string) string {
	switch s {
	case "INF", "+INF", "-INF", "NaN":
		return ""
	}
	mantissa := s
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		exponent := s[e+1:]
		mantissa = s[:e]
		if exponent != "" && (exponent[0] == '+' || exponent[0] == '-') {
			exponent = exponent[1:]
		}
		if !isDigits(exponent) {
			return "the exponent after E must be digits with at most a sign before them, such as 1.5E3"
		}
	}
	if _, ok := readDecimal(mantissa); !ok {
		return "it must be a number such as -1.5 or 1.5E3, or INF, -INF or NaN"
	}
	return ""
}

// float returns the value of a checked xsd:double (bits 64), xsd:float (32) or xsd:decimal. A number too great for
// the bits is infinite, as XSD has it.
func float(s string, bits int) float64 {
	switch s {
	case "INF", "+INF":
		return math.Inf(1)
	case "-INF":
		return math.Inf(-1)
	case "NaN":
		return math.NaN()
	}
	f, err := strconv.ParseFloat(s, bits)
	if err != nil && !math.IsInf(f, 0) { // a syntax error can't be: the text is checked
		return math.NaN()
	}
	return f
}
