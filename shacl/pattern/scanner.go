package pattern

import (
	"fmt"
	"strconv"
	"strings"
)

// maxRepeat is the greatest number in a quantifier; RE2 has no greater one.
const maxRepeat = 1000

// operand says what a quantifier would follow.
type operand uint8

const (
	nothing    operand = iota // the beginning of the expression, of a group or of an alternative
	anchor                    // ^ $ \b \B
	quantified                // something with a quantifier
	atom                      // something to repeat
)

// scanner walks over an expression and stops at the first construct that the engines don't share.
type scanner struct {
	text string
	pos  int
	last operand
	open int // groups that are not closed
}

func (s *scanner) fail(at int, format string, args ...any) error {
	return &Error{Pattern: s.text, Offset: at, Reason: fmt.Sprintf(format, args...)}
}

func (s *scanner) rest() string { return s.text[s.pos:] }

func (s *scanner) run() error {
	for s.pos < len(s.text) {
		if err := s.step(); err != nil {
			return err
		}
	}
	if s.open > 0 {
		return s.fail(len(s.text), "a closing ) is missing")
	}
	return nil
}

func (s *scanner) step() error {
	at := s.pos
	s.pos++
	switch c := s.text[at]; c {
	case '|':
		s.last = nothing
	case '^', '$':
		s.last = anchor
	case '(':
		return s.group(at)
	case ')':
		if s.open == 0 {
			return s.fail(at, "there is no group to close: write \\) for the character")
		}
		s.open--
		s.last = atom
	case '*', '+', '?':
		return s.quantifier(at)
	case '{':
		return s.repetition(at)
	case '}', ']':
		return s.fail(at, "write \\%c for the character", c)
	case '[':
		s.last = atom
		return s.class(at)
	case '\\':
		return s.escape(at)
	default:
		s.last = atom
	}
	return nil
}

// group reads what follows an opening parenthesis.
func (s *scanner) group(at int) error {
	s.open++
	s.last = nothing
	rest, special := strings.CutPrefix(s.rest(), "?")
	if !special {
		return nil
	}
	switch {
	case strings.HasPrefix(rest, ":"):
		s.pos += 2
		return nil
	case strings.HasPrefix(rest, "="), strings.HasPrefix(rest, "!"), strings.HasPrefix(rest, "<="), strings.HasPrefix(rest, "<!"):
		return s.fail(at, "RE2 has no look-around: say in the expression itself what must stand there, or declare a second property rule")
	case strings.HasPrefix(rest, ">"):
		return s.fail(at, "ECMA-262 and RE2 have no atomic groups: write (?:…), it can't become slow here")
	case strings.HasPrefix(rest, "P"), strings.HasPrefix(rest, "<"), strings.HasPrefix(rest, "'"):
		return s.fail(at, "named groups are written differently by each engine: write (…)")
	case strings.HasPrefix(rest, "#"):
		return s.fail(at, "ECMA-262 has no comments: put it into the doc tag")
	default:
		return s.fail(at, "flags inside an expression are unknown to ECMA-262: declare them, as in `sh:\"flags=i\"`; a plain group is (?:…)")
	}
}

// quantifier reads * + ? and a lazy mark.
func (s *scanner) quantifier(at int) error {
	if err := s.repeatable(at, s.text[at:at+1]); err != nil {
		return err
	}
	return s.repeated()
}

// repetition reads {n}, {n,} and {n,m} and a lazy mark.
func (s *scanner) repetition(at int) error {
	body, _, closed := strings.Cut(s.rest(), "}")
	low, high, ranged := strings.Cut(body, ",")
	least, ok := count(low)
	if !closed || !ok {
		return s.fail(at, "a repetition is {n}, {n,} or {n,m}: write \\{ for the character, and {0,m} for at most m")
	}
	most := least
	if ranged && high != "" {
		if most, ok = count(high); !ok {
			return s.fail(at, "a repetition is {n}, {n,} or {n,m}: write \\{ for the character")
		}
	}
	switch {
	case least > maxRepeat || most > maxRepeat:
		return s.fail(at, "RE2 repeats at most %d times: bound the length with minLength and maxLength instead", maxRepeat)
	case most < least:
		return s.fail(at, "{%d,%d} is from more to less", least, most)
	}
	if err := s.repeatable(at, "{"+body+"}"); err != nil {
		return err
	}
	s.pos += len(body) + 1
	return s.repeated()
}

func count(digits string) (int, bool) {
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil && len(digits) > 3 && strings.Trim(digits, "0123456789") == "" {
		return maxRepeat + 1, true
	}
	return int(n), err == nil
}

// repeatable tells whether a quantifier may follow what stands before it.
func (s *scanner) repeatable(at int, quantifier string) error {
	switch s.last {
	case nothing:
		return s.fail(at, "%s has nothing to repeat: write \\%s for the character", quantifier, quantifier)
	case anchor:
		return s.fail(at, "%s can't repeat an anchor", quantifier)
	case quantified:
		if quantifier == "+" {
			return s.fail(at, "RE2 and ECMA-262 have no possessive quantifiers: remove the +, matching can't become slow here")
		}
		return s.fail(at, "%s follows another quantifier: write a group, (?:…)%s", quantifier, quantifier)
	case atom:
	}
	return nil
}

func (s *scanner) repeated() error {
	if strings.HasPrefix(s.rest(), "?") {
		s.pos++
	}
	s.last = quantified
	return nil
}
