package negotiate

// weight is how much a client wants something, in thousandths: RFC 9110 12.4.2 gives a quality value three decimals.
type weight uint16

const (
	refused weight = 0
	full    weight = 1000
)

// parseWeight reads a quality value. Beyond the grammar it takes what Java's HTTP client sends (".2") and more than three
// decimals, where a tiny weight is rounded up, because only zero refuses. Anything else, "2" or "high", is malformed.
func parseWeight(s string) (w weight, ok bool) {
	whole, rest := refused, s
	if s != "" && (s[0] == '0' || s[0] == '1') {
		whole, rest = weight(s[0]-'0')*full, s[1:]
	}
	if rest == "" || rest == "." {
		return whole, len(rest) < len(s) // "0", "1", "0." and "1." are in the grammar, "" and "." are not
	}
	if rest[0] != '.' {
		return 0, false
	}
	fraction, ok := parseFraction(rest[1:])
	if !ok || whole == full && fraction > 0 {
		return 0, false
	}
	return whole + fraction, true
}

// parseFraction reads decimals as thousandths.
func parseFraction(digits string) (w weight, ok bool) {
	unit, beyond := weight(100), false
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, false
		}
		digit := weight(digits[i] - '0')
		w += digit * unit
		beyond = beyond || unit == 0 && digit > 0
		unit /= 10
	}
	if w == 0 && beyond {
		return 1, true
	}
	return w, true
}
