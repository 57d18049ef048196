package pattern

import (
	"strings"
	"unicode/utf8"
)

// class reads a character class; the opening bracket is at at.
func (s *scanner) class(at int) error {
	if strings.HasPrefix(s.rest(), "^") {
		s.pos++
	}
	if strings.HasPrefix(s.rest(), "]") {
		return s.fail(at, `a class that begins with ] is empty to ECMA-262 and not to RE2: write \] for the character`)
	}
	for first := true; ; first = false {
		switch {
		case s.pos == len(s.text):
			return s.fail(at, "the closing ] of the class is missing")
		case s.text[s.pos] == ']':
			s.pos++
			return nil
		}
		if err := s.member(first); err != nil {
			return err
		}
	}
}

// member reads a character, a set or a range in a class.
func (s *scanner) member(first bool) error {
	start := s.pos
	if s.text[start] == '-' && !first && !strings.HasPrefix(s.text[start+1:], "]") {
		if strings.HasPrefix(s.text[start+1:], "[") {
			return s.fail(start, "RE2 and ECMA-262 know no subtraction of classes and silently match something else: list what is left over")
		}
		return s.fail(start, `a hyphen stands first or last in a class, between the ends of a range, or escaped, as \-`)
	}
	low, set, err := s.classCharacter()
	if err != nil {
		return err
	}
	if !strings.HasPrefix(s.rest(), "-") || strings.HasPrefix(s.rest(), "-]") {
		return nil
	}
	if strings.HasPrefix(s.rest(), "-[") {
		return s.fail(s.pos, "RE2 and ECMA-262 know no subtraction of classes and silently match something else: list what is left over")
	}
	hyphen := s.pos
	s.pos++
	if s.pos == len(s.text) {
		return s.fail(start, "the closing ] of the class is missing")
	}
	high, highSet, err := s.classCharacter()
	switch {
	case err != nil:
		return err
	case set || highSet:
		return s.fail(hyphen, `a range has a character at each end: write the hyphen as \-`)
	case high < low:
		return s.fail(start, "the range %s is from more to less", s.text[start:s.pos])
	}
	return nil
}

// classCharacter reads one character of a class, or an escape that stands for a set.
func (s *scanner) classCharacter() (r rune, set bool, err error) {
	start := s.pos
	switch s.text[start] {
	case '\\':
		s.pos++
		set, err = s.character(start, syntax+"-")
		if escape := s.text[start:s.pos]; escape == `\D` || escape == `\W` {
			return 0, false, s.fail(start, `a class can't say %s so that XPath reads the same: write [^\%c…], or a group, (?:%s|…)`, escape, escape[1]|0x20, escape)
		}
		return s.value(s.text[start:s.pos]), set, err
	case '[':
		if strings.HasPrefix(s.text[start:], "[:") {
			return 0, false, s.fail(start, `ECMA-262 has no POSIX classes: write \d, a-z or \p{L}; a bracket is written \[`)
		}
		return 0, false, s.fail(start, `write \[ for a bracket in a class`)
	case '&', '~', '|':
		if strings.HasPrefix(s.text[start+1:], s.text[start:start+1]) {
			return 0, false, s.fail(start, "operations on classes silently match something else: write one character once, or list the members")
		}
	}
	r, size := utf8.DecodeRuneInString(s.text[start:])
	s.pos += size
	return r, false, nil
}

// value is the character that an escape in a class stands for.
func (s *scanner) value(escape string) rune {
	if len(escape) < 2 {
		return 0
	}
	switch escape[1] {
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 'f':
		return '\f'
	case 'v':
		return '\v'
	case 'x':
		var n rune
		for _, c := range strings.ToLower(escape[2:]) {
			n = n<<4 | rune(strings.IndexRune("0123456789abcdef", c)) //nolint:gosec // below 16
		}
		return n
	default:
		return rune(escape[1])
	}
}
