package pattern

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// syntax are the characters that may have a backslash before them everywhere.
const syntax = `^$\.*+?()[]{}|/`

// escape reads an escape outside of a class; the backslash is at at.
func (s *scanner) escape(at int) error {
	s.last = atom
	if s.pos < len(s.text) && (s.text[s.pos] == 'b' || s.text[s.pos] == 'B') {
		s.pos++
		s.last = anchor
		return nil
	}
	_, err := s.character(at, syntax)
	return err
}

// character reads an escape that stands for a character or a set of them, which it tells.
func (s *scanner) character(at int, literals string) (set bool, err error) {
	if s.pos == len(s.text) {
		return false, s.fail(at, `a backslash ends the expression: write \\ for the character`)
	}
	c := s.text[s.pos]
	s.pos++
	switch {
	case strings.IndexByte(literals, c) >= 0, strings.IndexByte("tnrfv", c) >= 0:
		return false, nil
	case strings.IndexByte("dDwWsS", c) >= 0:
		return true, nil
	case c == 'p' || c == 'P':
		return true, s.property(at)
	case c == 'x':
		return false, s.hex(at)
	}
	return false, s.fail(at, "%s", s.advice(c))
}

// hex reads the two digits of \xHH.
func (s *scanner) hex(at int) error {
	if len(s.rest()) < 2 || strings.Trim(s.rest()[:2], "0123456789abcdefABCDEF") != "" {
		return s.fail(at, `write \x with two hexadecimal digits, or the character itself`)
	}
	s.pos += 2
	return nil
}

// property reads the braces of \p{Lu}.
func (s *scanner) property(at int) error {
	body, ok := strings.CutPrefix(s.rest(), "{")
	if !ok {
		return s.fail(at, `ECMA-262 wants braces: write \%c{L}`, s.text[s.pos-1])
	}
	name, _, ok := strings.Cut(body, "}")
	if !ok || !slices.Contains(categories(), name) {
		return s.fail(at, `only the short names of general categories, such as \p{L}, \p{Lu} or \p{Nd}, mean the same everywhere; \p{%s} does not`, name)
	}
	s.pos += len(name) + 2
	return nil
}

// categories are the general categories that Go and ECMA-262 both know.
func categories() []string {
	return []string{
		"C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No",
		"P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
	}
}

// advice says what to write instead of an escape that is not shared.
func (s *scanner) advice(c byte) string {
	escape := `\` + string(rune(c))
	switch c {
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return "RE2 has no back-references (" + escape + "): an expression can't say that a text stands twice"
	case '0':
		return `octal numbers differ between engines: write \x with two hexadecimal digits`
	case 'A':
		return `ECMA-262 has no \A: write ^`
	case 'z', 'Z':
		return "ECMA-262 has no " + escape + ": write $"
	case 'Q', 'E':
		return `ECMA-262 has no \Q…\E: put a backslash before each special character`
	case 'h', 'H':
		return "RE2 has no " + escape + `: write [ \t]`
	case 'R':
		return `RE2 has no \R: write \r?\n`
	case 'u':
		return `RE2 has no \u: write the character itself`
	case 'c':
		return `RE2 has no \c: write \x with two hexadecimal digits`
	case 'i', 'I', 'C':
		return "ECMA-262 and RE2 have no " + escape + " of XML Schema: write a class such as [A-Za-z_]"
	case 'k':
		return `RE2 has no back-references (\k): an expression can't say that a text stands twice`
	case 'b', 'B':
		return escape + ` has no shared meaning in a class`
	case 'a', 'e':
		return "ECMA-262 has no " + escape + `: write \x with two hexadecimal digits`
	case '-':
		return `a hyphen outside of a class needs no backslash, and ECMA-262 with the u flag refuses one: write -`
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.pos-1:])
	if r >= utf8.RuneSelf || r|0x20 < 'a' || r|0x20 > 'z' {
		return "ECMA-262 with the u flag refuses a backslash before " + string(r) + ": write the character alone"
	}
	return "there is no escape " + escape + " that all engines share"
}
