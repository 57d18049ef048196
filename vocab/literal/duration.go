package literal

import (
	"cmp"
	"strings"
)

// duration is an xsd:duration: months and seconds of the same sign ([XSD D.2.2]).
//
// [XSD D.2.2]: https://www.w3.org/TR/xmlschema11-2/#dt-dt-2PropMod
type duration struct {
	negative bool
	months   int64
	seconds  int64
	fraction string // of a second, without trailing zeros
}

// The parts of a duration in their order, and the digits that each may have so that sums stay within an int64.
const (
	dateParts       = "YMD"
	timeParts       = "HMS"
	maxMonthDigits  = 9
	maxSecondDigits = 12
)

// durationReason returns why s is no value of xsd:duration, dayTimeDuration or yearMonthDuration, "" if it is.
func durationReason(name, s string) string {
	if _, ok := readDuration(s); !ok {
		return "it must have the form PnYnMnDTnHnMnS with at least one part, such as P1Y6M or PT1H30M"
	}
	switch {
	case name == "yearMonthDuration" && strings.ContainsAny(s, "DT"):
		return "it must have years and months only, such as P1Y6M"
	case name == "dayTimeDuration" && hasMonths(s):
		return "it must have days, hours, minutes and seconds only, such as P2DT12H"
	}
	return ""
}

// hasMonths reports whether a valid duration has a part of years or months.
func hasMonths(s string) bool {
	date, _, _ := strings.Cut(s, "T")
	return strings.ContainsAny(date, "YM")
}

// readDuration reads an xsd:duration.
func readDuration(s string) (duration, bool) {
	var d duration
	s, d.negative = strings.CutPrefix(s, "-")
	s, ok := strings.CutPrefix(s, "P")
	if !ok {
		return d, false
	}
	date, clock, timed := strings.Cut(s, "T")
	if !d.readParts(dateParts, date) || !d.readParts(timeParts, clock) || timed && clock == "" || s == "" {
		return d, false
	}
	return d, true
}

// readParts reads numbers with designators that come in the given order, each at most once.
func (d *duration) readParts(designators, s string) bool {
	timed := designators == timeParts
	for s != "" {
		n := digits(s)
		if n == 0 || n > maxSecondDigits || n == len(s) {
			return false
		}
		value := number(s[:n])
		s = s[n:]
		if s[0] == '.' {
			f := digits(s[1:])
			if f == 0 || !strings.HasPrefix(s[1+f:], "S") {
				return false
			}
			d.fraction = strings.TrimRight(s[1:1+f], "0")
			s = s[1+f:]
		}
		at := strings.IndexByte(designators, s[0])
		if at < 0 || !timed && s[0] != 'D' && n > maxMonthDigits {
			return false
		}
		d.add(s[0], timed, value)
		designators, s = designators[at+1:], s[1:]
	}
	return true
}

// add adds the value of one part.
func (d *duration) add(designator byte, timed bool, value int64) {
	switch designator {
	case 'Y':
		d.months += value * 12
	case 'M':
		if timed {
			d.seconds += value * 60
		} else {
			d.months += value
		}
	case 'D':
		d.seconds += value * 86400
	case 'H':
		d.seconds += value * 3600
	case 'S':
		d.seconds += value
	}
}

// compare orders two durations. Those in which months weigh against days are ordered only if the order is the same
// from each of the four instants that XSD names ([XSD 3.3.6.1]). A fraction of more than nine digits is comparable
// only where the months are equal.
//
// [XSD 3.3.6.1]: https://www.w3.org/TR/xmlschema11-2/#duration
func (d duration) compare(other duration) (int, bool) {
	if d.signedMonths() == other.signedMonths() {
		return d.compareSeconds(other), true
	}
	if len(d.fraction) > 9 || len(other.fraction) > 9 {
		return 0, false
	}
	var order int
	for i, from := range [...]struct {
		year  int64
		month int
	}{{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}} {
		c := d.after(from.year, from.month).compare(other.after(from.year, from.month))
		if i > 0 && c != order {
			return 0, false
		}
		order = c
	}
	return order, true
}

// signedMonths returns the months with the sign of the duration.
func (d duration) signedMonths() int64 {
	if d.negative {
		return -d.months
	}
	return d.months
}

// compareSeconds orders durations by their seconds alone.
func (d duration) compareSeconds(other duration) int {
	dn, on := d.negative && d.seconds+int64(len(d.fraction)) > 0, other.negative && other.seconds+int64(len(other.fraction)) > 0
	if dn != on {
		if dn {
			return -1
		}
		return 1
	}
	c := cmp.Compare(d.seconds, other.seconds)
	if c == 0 {
		c = strings.Compare(d.fraction, other.fraction)
	}
	if dn {
		return -c
	}
	return c
}

// instant is a point on the time line: seconds, and nanoseconds from 0 to 999,999,999 after them.
type instant struct {
	seconds int64
	nanos   int
}

func (i instant) compare(other instant) int {
	if c := cmp.Compare(i.seconds, other.seconds); c != 0 {
		return c
	}
	return cmp.Compare(i.nanos, other.nanos)
}

// after returns the instant that lies the duration after the first day of a month.
func (d duration) after(year int64, month int) instant {
	months := year*12 + int64(month-1) + d.signedMonths()
	years := floorDiv(months, 12)
	start := daysSince1970(years, int(months-years*12)+1, 1) * 86400
	nanos, _ := moment{fraction: d.fraction}.nanoseconds()
	switch {
	case !d.negative:
		return instant{start + d.seconds, nanos}
	case nanos == 0:
		return instant{start - d.seconds, 0}
	default:
		return instant{start - d.seconds - 1, 1_000_000_000 - nanos}
	}
}
