package literal

import (
	"cmp"
	"math"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Compare orders two literals without language tag, each given by its datatype and lexical form, as < and = of SPARQL
// do ([SPARQL 17.3]), which sh:lessThan and sh:minInclusive refer to. The first result is -1, 0 or 1; the second is
// false, and the first 0, if the two have no order.
//
// Comparable are:
//
//   - numbers of all numeric datatypes with each other: exactly among xsd:decimal and the integers; as doubles if one is an
//     xsd:double, else as floats if one is an xsd:float; NaN with nothing;
//   - xsd:dateTime with xsd:dateTimeStamp, and each other date or time datatype with itself, provided that both have a
//     time zone or neither has;
//   - the durations with each other, except those for which it depends on the month (P1M and P30D);
//   - xsd:boolean with itself, false before true;
//   - xsd:string, the datatypes derived from it and xsd:anyURI with each other, by code points.
//
// Ill-formed texts, binary data and datatypes unknown to [CheckLexical] have no order. Compare is safe for concurrent
// use, and does not allocate except for a double or float beyond the range of its datatype.
//
// [SPARQL 17.3]: https://www.w3.org/TR/sparql11-query/#OperatorMapping
func Compare(aType vocab.IRI, a string, bType vocab.IRI, b string) (order int, ok bool) {
	aName, aXSD := strings.CutPrefix(string(aType), vocab.NSXSD)
	bName, bXSD := strings.CutPrefix(string(bType), vocab.NSXSD)
	if !aXSD || !bXSD {
		return 0, false
	}
	family := familyOf(aName)
	if family == unordered || family != familyOf(bName) {
		return 0, false
	}
	if lexicalReason(aName, a) != "" || lexicalReason(bName, b) != "" {
		return 0, false
	}
	switch family {
	case numeric:
		return compareNumbers(aName, a, bName, b)
	case boolean:
		x, _ := readBoolean(a)
		y, _ := readBoolean(b)
		return cmp.Compare(truth(x), truth(y)), true
	case durations:
		x, _ := readDuration(a)
		y, _ := readDuration(b)
		return x.compare(y)
	case text:
		return strings.Compare(a, b), true
	default:
		layout := string(family)
		x, _ := readMoment(layout, a)
		y, _ := readMoment(layout, b)
		if layout == layoutTime { // 24:00:00 is the value 00:00:00
			x.seconds %= 86400
			y.seconds %= 86400
		}
		return x.compare(y)
	}
}

// family names the datatypes that are comparable with each other; that of a date or time datatype is its layout.
type family string

const (
	unordered family = ""
	numeric   family = "numeric"
	boolean   family = "boolean"
	durations family = "durations"
	text      family = "text"
)

// familyOf returns the family of the XSD datatype with the local name.
func familyOf(name string) family {
	if layout, ok := layoutOf(name); ok {
		return family(layout)
	}
	if _, ok := integerRangeOf(name); ok {
		return numeric
	}
	if isTextType(name) {
		return text
	}
	switch name {
	case "decimal", "float", "double":
		return numeric
	case "boolean":
		return boolean
	case "duration", "dayTimeDuration", "yearMonthDuration":
		return durations
	default:
		return unordered
	}
}

// truth returns 1 for true and 0 for false.
func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compareNumbers orders two checked numbers after the type promotion of XPath.
func compareNumbers(aName, a, bName, b string) (int, bool) {
	bits := 0
	switch {
	case aName == "double" || bName == "double":
		bits = 64
	case aName == "float" || bName == "float":
		bits = 32
	}
	if bits == 0 {
		x, _ := readDecimal(a)
		y, _ := readDecimal(b)
		return x.compare(y), true
	}
	x, y := float(a, floatBits(aName, bits)), float(b, floatBits(bName, bits))
	if math.IsNaN(x) || math.IsNaN(y) {
		return 0, false
	}
	return cmp.Compare(x, y), true
}

// floatBits returns the size a number is read with: a float stays one when it is compared with a double.
func floatBits(name string, bits int) int {
	if name == "float" {
		return 32
	}
	return bits
}
