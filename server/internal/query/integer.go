package query

import (
	"math"
	"strconv"
)

// ParsePositive reads a whole number without sign between minimum and maximum, both included and neither negative. The
// [*Error] has the code CodeInteger when the text is no whole number, CodeMinimum or CodeMaximum when it is out of range, however
// long it is; a negative number is one that is too small.
func ParsePositive(s string, minimum, maximum int) (int, error) {
	digits := s
	if len(s) > 1 && s[0] == '-' {
		digits = s[1:]
	}
	n, huge := 0, false
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return 0, &Error{Code: CodeInteger, Value: shorten(s), Detail: shorten(s) + " is not a whole number"}
		}
		digit := int(digits[i] - '0')
		if huge = huge || n > (math.MaxInt-digit)/10; !huge {
			n = n*10 + digit
		}
	}
	switch {
	case digits == "":
		return 0, &Error{Code: CodeInteger, Detail: "the value is empty, want a whole number"}
	case len(digits) < len(s), n < minimum && !huge:
		return 0, &Error{Code: CodeMinimum, Value: shorten(s), Limit: strconv.Itoa(minimum), Detail: shorten(s) + " is too small, want at least " + strconv.Itoa(minimum)}
	case n > maximum, huge:
		return 0, &Error{Code: CodeMaximum, Value: shorten(s), Limit: strconv.Itoa(maximum), Detail: shorten(s) + " is too large, want at most " + strconv.Itoa(maximum)}
	}
	return n, nil
}
