package rdf

import (
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// The tokens that the four syntaxes share. Each function reads the one that begins at pos and moves behind it.

// take moves behind a token of a size in bytes.
func (s *scanner) take(size int) error {
	if size > s.limits.Token {
		return s.tooLong()
	}
	s.pos += size
	return nil
}

// iri reads an IRI between angle brackets and returns what is between them, valid until more is read. It does not move, but
// returns the size of the token.
func (s *scanner) iri() (raw []byte, size int, err error) {
	const start = 1
	n := s.span(start, iriByte)
	escaped := false
	for s.at(n) == '\\' {
		if !escaped {
			escaped = true
			s.scratch = append(s.scratch[:0], s.token(start, n)...)
		}
		r, size, err := s.numericEscape(n)
		if err != nil {
			return nil, 0, err
		}
		if !inIRI(r) {
			return nil, 0, s.fail(n, notInIRI)
		}
		s.scratch = utf8.AppendRune(s.scratch, r)
		after := s.span(n+size, iriByte)
		s.scratch = append(s.scratch, s.token(n+size, after)...)
		n = after
	}
	if s.at(n) != '>' {
		return nil, 0, s.failInIRI(n)
	}
	if err := s.checkUTF8(n); err != nil {
		return nil, 0, err
	}
	if escaped {
		return s.scratch, n + 1, nil
	}
	return s.token(start, n), n + 1, nil
}

const notInIRI = "this character is not allowed in an IRI: percent-encode it"

// failInIRI says why an IRI does not go on at an offset.
func (s *scanner) failInIRI(n int) error {
	switch c := s.at(n); {
	case n == 1 && c == '<':
		return s.fail(0, "want an IRI: triples between << and >> are not part of RDF 1.1")
	case s.pos+n == s.end, c == '\n', c == '\r':
		return s.fail(n, "want \">\" at the end of the IRI")
	default:
		return s.fail(n, notInIRI)
	}
}

// absoluteIRI reads an IRI between angle brackets that has a scheme.
func (s *scanner) absoluteIRI() (string, error) {
	raw, size, err := s.iri()
	if err != nil {
		return "", err
	}
	if !startsWithScheme(raw) {
		return "", s.fail(0, noBase)
	}
	return s.strings.string(raw), s.take(size)
}

const noBase = "want an absolute IRI: there is no base to resolve a relative one against"

// startsWithScheme tells an absolute IRI from a relative reference.
func startsWithScheme(iri []byte) bool {
	for i, c := range iri {
		switch letter := 'a' <= c|0x20 && c|0x20 <= 'z'; {
		case c == ':':
			return i > 0
		case letter:
		case i == 0, (c < '0' || c > '9') && c != '+' && c != '-' && c != '.':
			return false
		}
	}
	return false
}

// inIRI reports whether a character may stand in an IRIREF.
func inIRI(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return false
	}
	return r > ' '
}

// checkUTF8 checks the token as far as an offset.
func (s *scanner) checkUTF8(n int) error {
	raw := s.token(0, n)
	if utf8.Valid(raw) {
		return nil
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size <= 1 {
			return s.fail(i, "invalid UTF-8")
		}
		i += size
	}
}

// label reads a blank node and returns its label.
func (s *scanner) label() (string, error) {
	if s.at(1) != ':' {
		return "", s.fail(1, "want \":\" after \"_\" in a blank node")
	}
	n := blankLabelLength(s.token(2, s.span(2, nameByte)))
	if n == 0 {
		return "", s.fail(2, "want a letter, a digit or \"_\" at the start of a blank node's label")
	}
	return s.strings.string(s.token(2, 2+n)), s.take(2 + n)
}

// language reads a language tag with its "@".
func (s *scanner) language() (string, error) {
	n := langTagLength(s.token(1, s.span(1, nameByte)))
	if n == 0 {
		return "", s.fail(1, "want a language tag such as \"en\" or \"nl-BE\" after \"@\"")
	}
	return s.strings.string(s.token(1, 1+n)), s.take(1 + n)
}

// literal reads a literal with its language or datatype. long says that it is between three quotation marks on each side,
// space skips what may be between its parts, and datatype reads what follows "^^".
func (s *scanner) literal(long bool, space func(), datatype func() (string, error)) (Term, error) {
	value, err := s.quoted(long)
	if err != nil {
		return Term{}, err
	}
	space()
	switch s.at(0) {
	case '@':
		lang, err := s.language()
		return NewLangString(value, lang), err
	case '^':
		if s.at(1) != '^' {
			return Term{}, s.fail(1, "want \"^^\" before a datatype")
		}
		s.pos += 2
		space()
		iri, err := datatype()
		return NewLiteral(value, vocab.IRI(iri)), err
	default:
		return NewString(value), nil
	}
}

// quoted reads what is between quotation marks.
func (s *scanner) quoted(long bool) (string, error) {
	quote, start := s.at(0), 1
	if long {
		start = 3
	}
	escaped := false
	n := s.span(start, textByte)
	copied := start
	for {
		c := s.at(n)
		switch {
		case c == quote && (!long || s.at(n+1) == quote && s.at(n+2) == quote):
			return s.unquoted(start, n, copied, escaped)
		case c == '\\':
			if !escaped {
				escaped = true
				s.scratch = s.scratch[:0]
			}
			s.scratch = append(s.scratch, s.token(copied, n)...)
			r, size, err := s.escape(n)
			if err != nil {
				return "", err
			}
			s.scratch = utf8.AppendRune(s.scratch, r)
			n += size
			copied = n
		case s.pos+n == s.end && long:
			return "", s.fail(0, "the literal that begins here has no end: want "+string([]byte{quote, quote, quote}))
		case s.pos+n == s.end, !long && (c == '\n' || c == '\r'):
			return "", s.fail(n, "want a quotation mark at the end of the literal; a line end in it is written \\n")
		default: // the other quotation mark, or one of a long literal
			n++
		}
		n = s.span(n, textByte)
	}
}

// unquoted returns a text that goes from start to end, of which what is before copied has been copied, and moves behind it.
func (s *scanner) unquoted(start, end, copied int, escaped bool) (string, error) {
	if err := s.checkUTF8(end); err != nil {
		return "", err
	}
	raw := s.token(start, end)
	if escaped {
		s.scratch = append(s.scratch, s.token(copied, end)...)
		raw = s.scratch
	}
	return s.strings.string(raw), s.take(end + start)
}

// escape reads an ECHAR or a UCHAR at an offset and returns its character and its length.
func (s *scanner) escape(n int) (rune, int, error) {
	switch c := s.at(n + 1); c {
	case 't':
		return '\t', 2, nil
	case 'b':
		return '\b', 2, nil
	case 'n':
		return '\n', 2, nil
	case 'r':
		return '\r', 2, nil
	case 'f':
		return '\f', 2, nil
	case '"', '\'', '\\':
		return rune(c), 2, nil
	}
	return s.numericEscape(n)
}

// numericEscape reads a UCHAR.
func (s *scanner) numericEscape(n int) (rune, int, error) {
	var size int
	switch s.at(n + 1) {
	case 'u':
		size = 6
	case 'U':
		size = 10
	default:
		return 0, 0, s.fail(n, "unknown escape: want \\uXXXX or \\UXXXXXXXX (and in a literal \\t \\b \\n \\r \\f \\\" \\' \\\\)")
	}
	var r uint32
	for i := 2; i < size; i++ {
		digit, ok := hexDigit(s.at(n + i))
		if !ok {
			return 0, 0, s.fail(n, "want hexadecimal digits, four after \\u and eight after \\U")
		}
		r = r<<4 | uint32(digit)
	}
	if r > utf8.MaxRune || !utf8.ValidRune(rune(r)) {
		return 0, 0, s.fail(n, "this escape is no character: surrogates and numbers over 10FFFF are not")
	}
	return rune(r), size, nil
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	default:
		return 0, false
	}
}
