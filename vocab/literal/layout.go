package literal

// appendYear appends a year with at least four digits.
func appendYear(dst []byte, year int) []byte { return appendPadded(dst, year, 4) }

// appendDate appends YYYY-MM-DD.
func appendDate(dst []byte, year, month, day int) []byte {
	dst = append(appendYear(dst, year), '-')
	dst = append(appendPair(dst, month), '-')
	return appendPair(dst, day)
}

// appendClock appends the seconds of a day as hh:mm:ss, and the nanoseconds without trailing zeros.
func appendClock(dst []byte, seconds, nanos int) []byte {
	dst = append(appendPair(dst, seconds/3600), ':')
	dst = append(appendPair(dst, seconds/60%60), ':')
	dst = appendPair(dst, seconds%60)
	if nanos == 0 {
		return dst
	}
	dst = appendPadded(append(dst, '.'), nanos, 9)
	for dst[len(dst)-1] == '0' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// appendInstant appends the seconds since 1970 as an xsd:dateTime in UTC.
func appendInstant(dst []byte, seconds int64, nanos int) []byte {
	days := floorDiv(seconds, 86400)
	year, month, day := dayAt(days)
	dst = append(appendDate(dst, int(year), month, day), 'T')
	dst = appendClock(dst, int(seconds-days*86400), nanos)
	return append(dst, 'Z')
}

// appendPair appends a number below 100 as two digits.
func appendPair(dst []byte, n int) []byte {
	return append(dst, byte('0'+n/10), byte('0'+n%10)) //nolint:gosec // two digits
}
