package rdf

import (
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

const upperHex = "0123456789ABCDEF"

// AppendIRI appends an IRI between angle brackets, as N-Triples, N-Quads and Turtle write it. A character that those syntaxes
// do not allow in an IRI in any form – U+0000 to U+0020, angle brackets, quotation mark, braces, "|", "^", "`", "\", a byte
// that is not UTF-8 – is percent-encoded, so that nothing breaks out of the brackets; everything else stays. It allocates
// only to let dst grow.
func AppendIRI(dst []byte, iri vocab.IRI) []byte {
	dst = append(dst, '<')
	s := string(iri)
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		size := 1
		switch {
		case c < utf8.RuneSelf && byteClasses[c]&iriByte != 0:
			i++
			continue
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, '%', upperHex[c>>4], upperHex[c&15])
		i += size
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '>')
}

// AppendTurtleString appends a text between quotation marks, as N-Triples, N-Quads and Turtle write it: the quotation mark,
// the backslash and the controls are escaped, all other characters stay, bytes that are not UTF-8 become U+FFFD. It
// allocates only to let dst grow.
func AppendTurtleString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < 0x7f {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		dst = append(dst, s[start:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\f':
			dst = append(dst, '\\', 'f')
		default:
			if c >= utf8.RuneSelf {
				dst = utf8.AppendRune(dst, utf8.RuneError)
			} else {
				dst = append(dst, '\\', 'u', '0', '0', upperHex[c>>4], upperHex[c&15])
			}
		}
		i++
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

// AppendLiteral appends a literal as N-Triples and N-Quads write it. With a language the datatype is not looked at; without
// one, xsd:string and "" are not written. A language tag that is not well-formed is left out, as there is no way to write
// it. It allocates only to let dst grow.
func AppendLiteral(dst []byte, value string, datatype vocab.IRI, lang string) []byte {
	dst = AppendTurtleString(dst, value)
	switch {
	case lang != "":
		if langTagLength(lang) == len(lang) {
			dst = append(dst, '@')
			dst = append(dst, lang...)
		}
	case datatype != "" && datatype != vocab.XSDString:
		dst = append(dst, '^', '^')
		dst = AppendIRI(dst, datatype)
	}
	return dst
}

// appendBlankNode appends a blank node. A label that the syntaxes do not allow, or that could be mistaken for what is written
// in place of such a one, is written in hexadecimal.
func appendBlankNode(dst []byte, label string) []byte {
	dst = append(dst, '_', ':')
	if blankLabelLength(label) != len(label) || label == "" || strings.HasPrefix(label, hexLabel) {
		return appendHexLabel(dst, label)
	}
	return append(dst, label...)
}

const hexLabel = "hex-"

func appendHexLabel(dst []byte, label string) []byte {
	dst = append(dst, hexLabel...)
	for i := range len(label) {
		dst = append(dst, upperHex[label[i]>>4], upperHex[label[i]&15])
	}
	return dst
}

// AppendTerm appends a term as N-Triples and N-Quads write it; nothing for an absent term. It allocates only to let dst
// grow.
func AppendTerm(dst []byte, t Term) []byte {
	switch t.Kind {
	case IRI:
		return AppendIRI(dst, vocab.IRI(t.Value))
	case BlankNode:
		return appendBlankNode(dst, t.Value)
	case Literal:
		return AppendLiteral(dst, t.Value, t.Datatype, t.Lang)
	default:
		return dst
	}
}

// AppendTriple appends a statement as one line of N-Triples, with its dot and a line feed. It allocates only to let dst
// grow. That the terms may stand where they stand is up to the caller ([WriteNTriples] checks it).
func AppendTriple(dst []byte, t Triple) []byte {
	dst = appendTerms(dst, t)
	return append(dst, '.', '\n')
}

// AppendQuad appends a statement as one line of N-Quads, as [AppendTriple] does for N-Triples; the default graph is not
// written.
func AppendQuad(dst []byte, q Quad) []byte {
	dst = appendQuadTerms(dst, q)
	return append(dst, '.', '\n')
}

func appendQuadTerms(dst []byte, q Quad) []byte {
	dst = appendTerms(dst, q.Triple)
	if q.Graph.IsZero() {
		return dst
	}
	dst = AppendTerm(dst, q.Graph)
	return append(dst, ' ')
}

func appendTerms(dst []byte, t Triple) []byte {
	dst = AppendTerm(dst, t.Subject)
	dst = append(dst, ' ')
	dst = AppendTerm(dst, t.Predicate)
	dst = append(dst, ' ')
	dst = AppendTerm(dst, t.Object)
	return append(dst, ' ')
}

// String returns the term in N-Triples syntax, for messages.
func (t Term) String() string { return string(AppendTerm(nil, t)) }

// String returns the statement in N-Triples syntax, without a line feed, for messages.
func (t Triple) String() string { return string(append(appendTerms(nil, t), '.')) }

// String returns the quad in N-Quads, without a line end.
func (q Quad) String() string { return string(append(appendQuadTerms(nil, q), '.')) }
