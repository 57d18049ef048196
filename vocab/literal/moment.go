package literal

import (
	"cmp"
	"strconv"
	"strings"
)

// The layouts of the seven-property model of XSD, as readMoment takes them: Y is a year, M a month, D a day of the
// month, h a time of day; everything else stands for itself. A time zone may follow each.
const (
	layoutDateTime   = "Y-M-DTh"
	layoutDate       = "Y-M-D"
	layoutTime       = "h"
	layoutGYear      = "Y"
	layoutGYearMonth = "Y-M"
	layoutGMonth     = "--M"
	layoutGMonthDay  = "--M-D"
	layoutGDay       = "---D"
)

// maxYearDigits bounds the years that can be read. XSD asks for four digits at least.
const maxYearDigits = 9

// moment is what the date and time datatypes have in common (the seven-property model, [XSD D.2.1]).
//
// [XSD D.2.1]: https://www.w3.org/TR/xmlschema11-2/#dt-dt-7PropMod
type moment struct {
	year       int64
	month, day int
	seconds    int64  // of the day, 86,400 for 24:00:00
	fraction   string // of a second, without trailing zeros
	zone       int    // minutes east of UTC
	zoned      bool
}

// readMoment reads s, complete, by a layout. Parts that the layout lacks get the values of 1972-01-01, a leap year in
// which every --MM-DD and ---DD exists. The second result is "", or the reason why s can't be read.
func readMoment(layout, s string) (moment, string) {
	m := moment{year: 1972, month: 1, day: 1}
	rest, ok := s, true
	for i := range len(layout) {
		switch layout[i] {
		case 'Y':
			m.year, rest, ok = readYear(rest)
		case 'M':
			m.month, rest, ok = readPair(rest)
		case 'D':
			m.day, rest, ok = readPair(rest)
		case 'h':
			var reason string
			if rest, reason = m.readClock(rest); reason != "" {
				return m, reason
			}
		default:
			rest, ok = strings.CutPrefix(rest, layout[i:i+1])
		}
		if !ok {
			return m, wants(layout)
		}
	}
	if !m.readZone(rest) {
		return m, wants(layout)
	}
	if m.month < 1 || m.month > 12 {
		return m, "there is no month " + string(appendPadded(nil, m.month, 2))
	}
	if last := daysIn(m.year, m.month); m.day < 1 || m.day > last {
		return m, noSuchDay(layout, m, last)
	}
	return m, ""
}

// wants returns the reason of a text that has not the form of the layout.
func wants(layout string) string {
	var form string
	switch layout {
	case layoutDateTime:
		form = "YYYY-MM-DDThh:mm:ss such as 2026-05-20T08:30:00Z"
	case layoutDate:
		form = "YYYY-MM-DD such as 2026-05-20"
	case layoutTime:
		form = "hh:mm:ss such as 08:30:00"
	case layoutGYear:
		form = "YYYY such as 2026"
	case layoutGYearMonth:
		form = "YYYY-MM such as 2026-05"
	case layoutGMonth:
		form = "--MM such as --05"
	case layoutGMonthDay:
		form = "--MM-DD such as --05-20"
	default:
		form = "---DD such as ---20"
	}
	return "it must have the form " + form
}

// noSuchDay returns the reason of a day that the month does not have.
func noSuchDay(layout string, m moment, last int) string {
	if m.day == 0 || layout == layoutGDay {
		return "there is no day " + string(appendPadded(nil, m.day, 2))
	}
	of := "month " + string(appendPadded(nil, m.month, 2))
	if layout != layoutGMonthDay {
		of += " of " + string(appendYear(nil, int(m.year)))
	}
	return of + " has " + strconv.Itoa(last) + " days"
}

// readYear reads four digits, or five to nine that do not begin with 0, after an optional minus sign.
func readYear(s string) (year int64, rest string, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	n := digits(s)
	if n < 4 || n > maxYearDigits || n > 4 && s[0] == '0' {
		return 0, s, false
	}
	year = number(s[:n])
	if negative {
		year = -year
	}
	return year, s[n:], true
}

// readPair reads two digits.
func readPair(s string) (value int, rest string, ok bool) {
	if len(s) < 2 || !isDigit(s[0]) || !isDigit(s[1]) {
		return 0, s, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], true
}

// readClock reads hh:mm:ss with an optional fraction. The second result is "", or the reason why it can't.
func (m *moment) readClock(s string) (rest, reason string) {
	if len(s) < 8 || s[2] != ':' || s[5] != ':' {
		return s, "it must have a time of day such as 08:30:00"
	}
	hour, _, hok := readPair(s)
	minute, _, mok := readPair(s[3:])
	second, rest, sok := readPair(s[6:])
	if !hok || !mok || !sok {
		return s, "it must have a time of day such as 08:30:00"
	}
	if strings.HasPrefix(rest, ".") {
		n := digits(rest[1:])
		if n == 0 {
			return s, "there must be digits after the point of the seconds"
		}
		m.fraction = strings.TrimRight(rest[1:1+n], "0")
		rest = rest[1+n:]
	}
	midnight := hour == 24 && minute == 0 && second == 0 && m.fraction == ""
	if hour > 23 && !midnight || minute > 59 || second > 59 {
		return s, "there is no time of day " + s[:8]
	}
	m.seconds = int64(hour*3600 + minute*60 + second)
	return rest, ""
}

// readZone reads the optional time zone at the end: Z, or an offset up to ±14:00.
func (m *moment) readZone(s string) bool {
	switch {
	case s == "":
		return true
	case s == "Z":
		m.zoned = true
		return true
	case len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':':
		return false
	}
	hour, _, hok := readPair(s[1:])
	minute, _, mok := readPair(s[4:])
	m.zone, m.zoned = hour*60+minute, true
	if s[0] == '-' {
		m.zone = -m.zone
	}
	return hok && mok && minute < 60 && hour*60+minute <= 14*60
}

// timeline returns the seconds since 1970-01-01T00:00:00, of UTC if there is a time zone.
func (m moment) timeline() int64 {
	return daysSince1970(m.year, m.month, m.day)*86400 + m.seconds - int64(m.zone)*60
}

// compare orders two moments of one datatype. One with a time zone and one without are not comparable.
func (m moment) compare(other moment) (int, bool) {
	if m.zoned != other.zoned {
		return 0, false
	}
	if c := cmp.Compare(m.timeline(), other.timeline()); c != 0 {
		return c, true
	}
	return strings.Compare(m.fraction, other.fraction), true // digits without trailing zeros: the order of the texts
}

// nanoseconds returns the fraction, and false if it has more than nine digits.
func (m moment) nanoseconds() (int, bool) {
	if len(m.fraction) > 9 {
		return 0, false
	}
	n := int(number(m.fraction))
	for range 9 - len(m.fraction) {
		n *= 10
	}
	return n, true
}

// daysIn returns the number of days of a month, 1 to 12, of the proleptic Gregorian calendar.
func daysIn(year int64, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	default:
		return 31
	}
}

// daysSince1970 returns the number of days from 1970-01-01 to a day of the proleptic Gregorian calendar, negative
// before it. Years begin in March, so that the leap day is the last; an era has 400 of them, 146,097 days.
func daysSince1970(year int64, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := int64((153*(month-3)+2)/5 + day - 1)
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

// dayAt is the inverse of daysSince1970.
func dayAt(days int64) (year int64, month, day int) {
	days += 719468
	era := floorDiv(days, 146097)
	dayOfEra := days - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := int(dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100))
	shifted := (5*dayOfYear + 2) / 153
	year, month, day = era*400+yearOfEra, shifted+3, dayOfYear-(153*shifted+2)/5+1
	if month > 12 {
		year++
		month -= 12
	}
	return year, month, day
}

// floorDiv returns a/b rounded down, for a positive b.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
