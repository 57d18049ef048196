package rdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// resource reads an IRI or a blank node with a label.
func (p *turtleParser) resource(what string) (Term, error) {
	switch c := p.at(0); {
	case c == '_':
		label, err := p.label()
		return NewBlankNode(apart(label)), err
	case c == '<' || c == ':' || isLetter(c):
		iri, err := p.iriOrName(what)
		return Term{Kind: IRI, Value: iri}, err
	default:
		return Term{}, p.fail(0, "want "+what+", <IRI> or prefix:name")
	}
}

// iriOrName reads an IRI between angle brackets or with a prefix.
func (p *turtleParser) iriOrName(what string) (string, error) {
	if p.at(0) == '<' {
		return p.iriReference()
	}
	n := p.span(0, nameByte)
	if p.at(n) != ':' {
		return "", p.fail(0, "want "+what+", <IRI> or prefix:name: there is no \":\" in this one")
	}
	namespace, err := p.prefix(p.token(0, n))
	if err != nil {
		return "", err
	}
	return p.prefixed(namespace, n+1)
}

// iriReference reads an IRI or a relative reference, which it resolves.
func (p *turtleParser) iriReference() (string, error) {
	raw, size, err := p.iri()
	switch {
	case err != nil:
		return "", err
	case startsWithScheme(raw):
		return p.strings.string(raw), p.take(size)
	case p.base == "":
		return "", p.fail(0, noBase)
	}
	iri, err := vocab.Resolve(p.base, string(raw))
	if err != nil {
		return "", p.fail(0, err.Error())
	}
	return iri, p.take(size)
}

// prefixed reads the local name that begins at an offset, and returns the IRI that it makes with a namespace.
func (p *turtleParser) prefixed(namespace string, start int) (string, error) {
	p.scratch = append(p.scratch[:0], namespace...)
	// Dots from loose on are not part of the name when nothing comes behind them.
	n, loose := start, start
	if c := p.at(n); c == '.' || c == '-' {
		return p.strings.string(p.scratch), p.take(n)
	}
	for {
		end := p.span(n, localByte)
		p.scratch = append(p.scratch, p.token(n, end)...)
		n = end
		c := p.at(n)
		switch {
		case c == '%':
			if !isHex(p.at(n+1)) || !isHex(p.at(n+2)) {
				return "", p.fail(n, "want two hexadecimal digits after \"%\"")
			}
			p.scratch = append(p.scratch, p.token(n, n+3)...)
			n += 3
			continue
		case c == '\\':
			c = p.at(n + 1)
			if c == 0 || strings.IndexByte("_~.-!$&'()*+,;=/?#@%", c) < 0 {
				return "", p.fail(n, "unknown escape in a name: want \"\\\" before one of _~.-!$&'()*+,;=/?#@%, or the whole IRI in angle brackets")
			}
			p.scratch = append(p.scratch, c)
			n += 2
			loose = n
			continue
		case c >= utf8.RuneSelf:
			p.at(n + utf8.UTFMax - 1)
			r, size := utf8.DecodeRune(p.buf[p.pos+n : p.end])
			if r == utf8.RuneError && size == 1 {
				return "", p.fail(n, "invalid UTF-8")
			}
			if isNameStart(r) || n > start && isNameExtra(r) {
				p.scratch = append(p.scratch, p.token(n, n+size)...)
				n += size
				continue
			}
		}
		break
	}
	for n > loose && p.at(n-1) == '.' {
		n--
		p.scratch = p.scratch[:len(p.scratch)-1]
	}
	return p.strings.string(p.scratch), p.take(n)
}

func isHex(c byte) bool {
	_, ok := hexDigit(c)
	return ok
}

// value reads an object that is neither between brackets nor a list.
func (p *turtleParser) value() (Term, error) {
	switch c := p.at(0); {
	case c == '"' || c == '\'':
		long := p.at(1) == c && p.at(2) == c
		return p.literal(long, p.space, p.datatype)
	case isDigit(c), c == '+', c == '-', c == '.' && isDigit(p.at(1)):
		return p.number()
	case c|0x20 == 't', c|0x20 == 'f':
		switch word, _ := p.word(); {
		case word == "true", word == "false":
			p.pos += len(word)
			return NewLiteral(word, vocab.XSDBoolean), nil
		case strings.EqualFold(word, "true"), strings.EqualFold(word, "false"):
			return Term{}, p.fail(0, "want true or false in lower case, or another object")
		}
	case c == '<', c == ':', c == '_', isLetter(c):
	default:
		return Term{}, p.fail(0, "want an object: <IRI>, prefix:name, _:label, [ ], ( ), \"text\", a number, true or false")
	}
	return p.resource("the object")
}

func (p *turtleParser) datatype() (string, error) {
	if c := p.at(0); c != '<' && c != ':' && !isLetter(c) {
		return "", p.fail(0, "want a datatype, an IRI such as xsd:date or <http://www.w3.org/2001/XMLSchema#date>")
	}
	return p.iriOrName("the datatype")
}

// number reads an integer, a decimal or a double.
func (p *turtleParser) number() (Term, error) {
	start := 0
	if c := p.at(0); c == '+' || c == '-' {
		start = 1
	}
	whole := p.span(start, digitByte)
	n, datatype := whole, vocab.XSDInteger
	if p.at(whole) == '.' {
		if fraction := p.span(whole+1, digitByte); fraction > whole+1 {
			n, datatype = fraction, vocab.XSDDecimal
		} else if whole > start && p.exponent(whole+1) > 0 {
			n = whole + 1
		}
	}
	if n == start {
		return Term{}, p.fail(0, "want a number such as 1, -0.5 or 1e6 behind the sign")
	}
	if end := p.exponent(n); end > 0 {
		n, datatype = end, vocab.XSDDouble
	}
	value := p.strings.string(p.token(0, n))
	return NewLiteral(value, datatype), p.take(n)
}

// exponent returns the offset behind the exponent that begins at an offset, 0 when there is none.
func (p *turtleParser) exponent(n int) int {
	if p.at(n)|0x20 != 'e' {
		return 0
	}
	n++
	if c := p.at(n); c == '+' || c == '-' {
		n++
	}
	if end := p.span(n, digitByte); end > n {
		return end
	}
	return 0
}

// blank returns a new blank node.
func (p *turtleParser) blank() Term {
	p.anonymous++
	p.scratch = strconv.AppendInt(append(p.scratch[:0], 'g'), int64(p.anonymous), 10)
	return NewBlankNode(string(p.scratch))
}

// apart returns the label of a blank node so that it is none that blank makes up.
func apart(label string) string {
	digits := 0
	for digits < len(label) && label[digits] == 'g' {
		digits++
	}
	if digits == 0 || digits == len(label) {
		return label
	}
	for i := digits; i < len(label); i++ {
		if !isDigit(label[i]) {
			return label
		}
	}
	return "g" + label
}

// isLetter reports whether a byte may begin a prefix or keyword.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
