package rdf

import (
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// statementParser reads the statement on one line of N-Triples or N-Quads. It is reused from line to line.
type statementParser struct {
	graphs  bool
	line    []byte
	pos     int
	number  int
	scratch []byte
	// known shares the strings of IRIs that come back, predicates and datatypes above all.
	known map[string]string
}

// mostKnown bounds the strings that are shared.
const mostKnown = 512

// parse returns the statement on a line, or false for a line that is blank or a comment.
func (p *statementParser) parse(line []byte, number int) (Quad, bool, error) {
	p.line, p.pos, p.number = line, 0, number
	p.space()
	if p.atEnd() {
		return Quad{}, false, nil
	}
	var q Quad
	var err error
	if q.Subject, err = p.node("the subject"); err != nil {
		return Quad{}, false, err
	}
	p.space()
	if p.peek() != '<' {
		return Quad{}, false, p.fail("want the predicate, an IRI such as <http://example.org/p>")
	}
	if q.Predicate, err = p.iri(); err != nil {
		return Quad{}, false, err
	}
	p.space()
	if p.peek() == '"' {
		q.Object, err = p.literal()
	} else {
		q.Object, err = p.node("the object")
	}
	if err != nil {
		return Quad{}, false, err
	}
	p.space()
	if p.graphs && (p.peek() == '<' || p.peek() == '_') {
		if q.Graph, err = p.node("the graph"); err != nil {
			return Quad{}, false, err
		}
		p.space()
	}
	if p.peek() != '.' {
		return Quad{}, false, p.fail("want \".\" at the end of the statement")
	}
	p.pos++
	p.space()
	if !p.atEnd() {
		return Quad{}, false, p.fail("want the end of the line or a comment after \".\"")
	}
	return q, true, nil
}

// peek returns the next byte, 0 at the end of the line (where a NUL is as wrong as the end is).
func (p *statementParser) peek() byte {
	if p.pos < len(p.line) {
		return p.line[p.pos]
	}
	return 0
}

func (p *statementParser) space() {
	for p.pos < len(p.line) && (p.line[p.pos] == ' ' || p.line[p.pos] == '\t') {
		p.pos++
	}
}

func (p *statementParser) atEnd() bool { return p.pos == len(p.line) || p.line[p.pos] == '#' }

func (p *statementParser) fail(reason string) error {
	return &SyntaxError{Line: p.number, Column: utf8.RuneCount(p.line[:min(p.pos, len(p.line))]) + 1, Reason: reason}
}

func (p *statementParser) node(what string) (Term, error) {
	switch p.peek() {
	case '<':
		return p.iri()
	case '_':
		return p.blankNode()
	case '"':
		return Term{}, p.fail(what + " cannot be a literal: want <IRI> or _:label")
	default:
		return Term{}, p.fail("want " + what + ", <IRI> or _:label")
	}
}

func (p *statementParser) iri() (Term, error) {
	start := p.pos
	p.pos++
	text := p.line[p.pos:]
	escaped := false
	p.scratch = p.scratch[:0]
	hasScheme := false
	for {
		if p.pos >= len(p.line) {
			return Term{}, p.fail("want \">\" at the end of the IRI")
		}
		c := p.line[p.pos]
		if c == '>' {
			break
		}
		var r rune
		size := 1
		switch {
		case c == '\\':
			if !escaped {
				escaped = true
				p.scratch = append(p.scratch, text[:p.pos-start-1]...)
			}
			var err error
			if r, size, err = p.numericEscape(); err != nil {
				return Term{}, err
			}
		case c < utf8.RuneSelf:
			r = rune(c)
		default:
			if r, size = utf8.DecodeRune(p.line[p.pos:]); r == utf8.RuneError && size == 1 {
				return Term{}, p.fail("invalid UTF-8")
			}
		}
		if !inIRI(r) {
			return Term{}, p.fail("this character is not allowed in an IRI: percent-encode it")
		}
		hasScheme = hasScheme || r == ':'
		if escaped {
			p.scratch = utf8.AppendRune(p.scratch, r)
		}
		p.pos += size
	}
	raw := p.line[start+1 : p.pos]
	if escaped {
		raw = p.scratch
	}
	if !hasScheme || !startsWithScheme(raw) {
		p.pos = start
		return Term{}, p.fail("want an absolute IRI: there is no base to resolve a relative one against")
	}
	p.pos++
	return Term{Kind: IRI, Value: p.share(raw)}, nil
}

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

// share returns b as a string, the same one for the same bytes as long as there is room to remember it.
func (p *statementParser) share(b []byte) string {
	if s, ok := p.known[string(b)]; ok {
		return s
	}
	s := string(b)
	if p.known == nil {
		p.known = make(map[string]string)
	}
	if len(p.known) >= mostKnown {
		clear(p.known)
	}
	p.known[s] = s
	return s
}

func (p *statementParser) blankNode() (Term, error) {
	p.pos++
	if p.peek() != ':' {
		return Term{}, p.fail("want \":\" after \"_\" in a blank node")
	}
	p.pos++
	n := blankLabelLength(p.line[p.pos:])
	if n == 0 {
		return Term{}, p.fail("want a letter, a digit or \"_\" at the start of a blank node's label")
	}
	label := p.line[p.pos : p.pos+n]
	p.pos += n
	return Term{Kind: BlankNode, Value: p.share(label)}, nil
}

func (p *statementParser) literal() (Term, error) {
	p.pos++
	value, err := p.quoted()
	if err != nil {
		return Term{}, err
	}
	switch p.peek() {
	case '@':
		p.pos++
		n := langTagLength(p.line[p.pos:])
		if n == 0 {
			return Term{}, p.fail("want a language tag such as \"en\" or \"nl-BE\" after \"@\"")
		}
		lang := p.share(p.line[p.pos : p.pos+n])
		p.pos += n
		return NewLangString(value, lang), nil
	case '^':
		p.pos++
		if p.peek() != '^' {
			return Term{}, p.fail("want \"^^\" before a datatype")
		}
		p.pos++
		if p.peek() != '<' {
			return Term{}, p.fail("want a datatype, an IRI such as <http://www.w3.org/2001/XMLSchema#date>")
		}
		datatype, err := p.iri()
		if err != nil {
			return Term{}, err
		}
		return NewLiteral(value, vocab.IRI(datatype.Value)), nil
	default:
		return NewString(value), nil
	}
}

// quoted reads up to and including the closing quotation mark.
func (p *statementParser) quoted() (string, error) {
	start := p.pos
	escaped := false
	p.scratch = p.scratch[:0]
	for {
		if p.pos >= len(p.line) {
			return "", p.fail("want a quotation mark at the end of the literal; a line end in it is written \\n")
		}
		c := p.line[p.pos]
		switch {
		case c == '"':
			raw := p.line[start:p.pos]
			if escaped {
				raw = p.scratch
			}
			p.pos++
			return string(raw), nil
		case c == '\\':
			if !escaped {
				escaped = true
				p.scratch = append(p.scratch, p.line[start:p.pos]...)
			}
			r, size, err := p.escape()
			if err != nil {
				return "", err
			}
			p.scratch = utf8.AppendRune(p.scratch, r)
			p.pos += size
		case c < utf8.RuneSelf:
			if escaped {
				p.scratch = append(p.scratch, c)
			}
			p.pos++
		default:
			r, size := utf8.DecodeRune(p.line[p.pos:])
			if r == utf8.RuneError && size == 1 {
				return "", p.fail("invalid UTF-8")
			}
			if escaped {
				p.scratch = append(p.scratch, p.line[p.pos:p.pos+size]...)
			}
			p.pos += size
		}
	}
}

// escape reads an ECHAR or a UCHAR at the position and returns its character and its length.
func (p *statementParser) escape() (rune, int, error) {
	if p.pos+1 < len(p.line) {
		switch p.line[p.pos+1] {
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
			return rune(p.line[p.pos+1]), 2, nil
		}
	}
	return p.numericEscape()
}

// numericEscape reads a UCHAR.
func (p *statementParser) numericEscape() (rune, int, error) {
	size := 0
	switch {
	case p.pos+1 >= len(p.line):
	case p.line[p.pos+1] == 'u':
		size = 6
	case p.line[p.pos+1] == 'U':
		size = 10
	}
	if size == 0 {
		return 0, 0, p.fail("unknown escape: want \\uXXXX or \\UXXXXXXXX (and in a literal \\t \\b \\n \\r \\f \\\" \\' \\\\)")
	}
	if p.pos+size > len(p.line) {
		return 0, 0, p.fail("want hexadecimal digits, four after \\u and eight after \\U")
	}
	var r uint32
	for _, c := range p.line[p.pos+2 : p.pos+size] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | uint32(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | uint32(c|0x20-'a'+10)
		default:
			return 0, 0, p.fail("want hexadecimal digits, four after \\u and eight after \\U")
		}
	}
	if r > utf8.MaxRune || !utf8.ValidRune(rune(r)) {
		return 0, 0, p.fail("this escape is no character: surrogates and numbers over 10FFFF are not")
	}
	return rune(r), size, nil
}
