package rdf

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// deepestNesting is how many blank nodes are written inside each other before one gets a label.
const deepestNesting = 32

// WriteTurtle writes a graph in [Turtle], for people to read: the prefixes that are used on top, a paragraph a subject, "a"
// for rdf:type, "[ ]" for a blank node that one statement refers to, "( )" for well-formed lists, numbers and booleans bare
// where their lexical form allows it. Subjects and predicates come in the order in which the statements name them first, but
// rdf:type before all other predicates: the same statements in the same order give the same bytes. Repeated statements are
// written once. It is an error when a statement is none (as in [WriteNTriples]).
//
// IRIs are written whole where no prefix fits; relative references are not written. prefixes may be nil.
//
// [Turtle]: https://www.w3.org/TR/turtle/
func WriteTurtle(w io.Writer, triples []Triple, prefixes *vocab.Prefixes) error {
	for i, t := range triples {
		if err := t.check(); err != nil {
			return fmt.Errorf("statement %d: %w", i+1, err)
		}
	}
	t := turtleWriter{prefixes: prefixes, used: map[string]bool{}}
	t.graph(triples, nil)
	return t.writeTo(w)
}

// turtleWriter writes the paragraphs first, as only they tell which prefixes are used.
type turtleWriter struct {
	layout   *layout
	prefixes *vocab.Prefixes
	used     map[string]bool
	body     []byte
	// indent is 1 inside the braces of a graph.
	indent int
}

// graph writes the paragraphs of a graph, some of whose blank nodes may be known outside it.
func (t *turtleWriter) graph(triples []Triple, labelled map[Term]bool) {
	t.layout = newLayout(triples, labelled, func([]Term, bool) bool { return true })
	first := true
	for _, s := range t.layout.order {
		if t.layout.isNested(s) {
			continue
		}
		if !first {
			t.body = append(t.body, '\n')
		}
		first = false
		t.paragraph(s)
	}
}

func (t *turtleWriter) writeTo(w io.Writer) error {
	if _, err := w.Write(t.header()); err != nil {
		return err
	}
	_, err := w.Write(t.body)
	return err
}

func (t *turtleWriter) header() []byte {
	var out []byte
	for _, prefix := range slices.Sorted(maps.Keys(t.used)) {
		namespace, _ := t.prefixes.Namespace(prefix)
		out = append(out, "@prefix "...)
		out = append(out, prefix...)
		out = append(out, ": "...)
		out = AppendIRI(out, vocab.IRI(namespace))
		out = append(out, " .\n"...)
	}
	if len(out) > 0 && len(t.body) > 0 {
		out = append(out, '\n')
	}
	return out
}

func (t *turtleWriter) paragraph(s Term) {
	t.spaces(t.indent)
	if items := t.layout.list(s); items != nil {
		t.list(items, t.indent)
	} else if t.layout.isAnonymous(s) {
		t.body = append(t.body, "[]"...)
	} else {
		t.term(s)
	}
	t.predicates(s, t.indent+1)
	t.body = append(t.body, " .\n"...)
}

// predicates writes what is said about a subject, a line a predicate.
func (t *turtleWriter) predicates(s Term, depth int) {
	for i, po := range t.layout.statements(s) {
		if i > 0 {
			t.body = append(t.body, " ;"...)
		}
		t.newLine(depth)
		if po.predicate.Value == string(vocab.RDFType) {
			t.body = append(t.body, 'a')
		} else {
			t.term(po.predicate)
		}
		for j, object := range po.objects {
			if j > 0 {
				t.body = append(t.body, " ,"...)
			}
			t.body = append(t.body, ' ')
			t.object(object, depth)
		}
	}
}

func (t *turtleWriter) newLine(depth int) {
	t.body = append(t.body, '\n')
	t.spaces(depth)
}

func (t *turtleWriter) spaces(depth int) {
	for range depth {
		t.body = append(t.body, "    "...)
	}
}

func (t *turtleWriter) object(o Term, depth int) {
	if o.Kind == IRI && o.Value == string(vocab.RDFNil) {
		t.body = append(t.body, "()"...)
		return
	}
	if !t.layout.isNested(o) {
		t.term(o)
		return
	}
	if items := t.layout.list(o); items != nil {
		t.list(items, depth)
		return
	}
	if len(t.layout.statements(o)) == 0 {
		t.body = append(t.body, "[]"...)
		return
	}
	t.body = append(t.body, '[')
	t.predicates(o, depth+1)
	t.newLine(depth)
	t.body = append(t.body, ']')
}

func (t *turtleWriter) list(items []Term, depth int) {
	t.body = append(t.body, '(')
	for _, item := range items {
		t.body = append(t.body, ' ')
		t.object(item, depth)
	}
	t.body = append(t.body, " )"...)
}

func (t *turtleWriter) term(term Term) {
	switch term.Kind {
	case IRI:
		t.iri(vocab.IRI(term.Value))
	case BlankNode:
		t.body = appendBlankNode(t.body, term.Value)
	default:
		t.literal(term)
	}
}

func (t *turtleWriter) iri(iri vocab.IRI) {
	curie, ok := t.prefixes.Compact(iri)
	if !ok {
		t.body = AppendIRI(t.body, iri)
		return
	}
	prefix, _, _ := strings.Cut(curie, ":")
	t.used[prefix] = true
	t.body = append(t.body, curie...)
}

func (t *turtleWriter) literal(l Term) {
	switch {
	case isBare(l):
		t.body = append(t.body, l.Value...)
	case l.Lang != "" || l.Datatype == vocab.XSDString || l.Datatype == "":
		t.body = AppendLiteral(t.body, l.Value, l.Datatype, l.Lang)
	default:
		t.body = AppendTurtleString(t.body, l.Value)
		t.body = append(t.body, "^^"...)
		t.iri(l.Datatype)
	}
}

// isBare reports whether Turtle has a shorthand for exactly this literal: the lexical form must be one that the grammar
// reads back with the same datatype.
func isBare(l Term) bool {
	v := l.Value
	switch l.Datatype {
	case vocab.XSDBoolean:
		return v == "true" || v == "false"
	case vocab.XSDInteger:
		v = withoutSign(v)
		return v != "" && digits(v) == len(v)
	case vocab.XSDDecimal:
		v = withoutSign(v)
		v = v[digits(v):]
		return len(v) > 1 && v[0] == '.' && digits(v[1:]) == len(v)-1
	case vocab.XSDDouble:
		v = withoutSign(v)
		whole := digits(v)
		v = v[whole:]
		fraction := 0
		if v != "" && v[0] == '.' {
			fraction = digits(v[1:])
			v = v[1+fraction:]
		}
		if whole+fraction == 0 || v == "" || v[0]|0x20 != 'e' {
			return false
		}
		v = withoutSign(v[1:])
		return v != "" && digits(v) == len(v)
	default:
		return false
	}
}

func withoutSign(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

// digits returns how many digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
