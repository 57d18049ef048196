package rdf

import (
	"io"
	"iter"

	"github.com/hydrant-ld/hydrant/vocab"
)

// ReadTurtle reads a document in [Turtle], one statement at a time: nothing runs in the background, a caller may stop at any
// point, and memory is bounded by the longest term, the depth of "[ ]" and "( )" and the prefixes that the document declares:
// bound Limits.Bytes for what strangers send. The first error ends the sequence: a [*SyntaxError], a [*LimitError], or what r
// returned; statements before it, and those that a broken statement begins with, have been yielded by then.
//
// Relative references are resolved against the base of the document or, where it names none, against Options.Base; absolute
// IRIs stay as they are written. Numbers and booleans keep their lexical form. Blank nodes keep their labels, and those
// without a label are called g1, g2 …: to keep the two apart, a label such as g1 gets another g in front.
//
// [Turtle]: https://www.w3.org/TR/turtle/
func ReadTurtle(r io.Reader, o Options) iter.Seq2[Triple, error] {
	return triplesOf(readTurtle(r, o, false))
}

// ReadTriG reads a document in [TriG], as [ReadTurtle] reads one in Turtle; every Turtle document is a TriG document. A
// statement outside all graphs has the zero Graph. A graph without statements leaves no trace.
//
// [TriG]: https://www.w3.org/TR/trig/
func ReadTriG(r io.Reader, o Options) iter.Seq2[Quad, error] {
	return readTurtle(r, o, true)
}

func readTurtle(r io.Reader, o Options, graphs bool) iter.Seq2[Quad, error] {
	o = o.withDefaults()
	return readDocument(r, o.Limits, func(d *document) error {
		if err := o.check(); err != nil {
			return err
		}
		p := &turtleParser{document: d, graphs: graphs, base: string(o.Base), declared: o.Prefixes, namespaces: map[string]string{}}
		return p.parse()
	})
}

// turtleParser reads Turtle or TriG by recursive descent. Each function begins at what it is named after, and ends behind it.
type turtleParser struct {
	*document
	// graphs says that the document is in TriG.
	graphs     bool
	base       string
	namespaces map[string]string
	declared   func(prefix string, namespace vocab.IRI)
	// inGraph says that we are between braces, graph what is in front of them.
	inGraph bool
	graph   Term
	// depth counts "[" and "(", anonymous the blank nodes without a label.
	depth, anonymous int
}

func (p *turtleParser) parse() error {
	for {
		p.space()
		if p.atEnd() {
			return nil
		}
		if err := p.statement(); err != nil {
			return err
		}
	}
}

// space skips white space and comments.
func (p *turtleParser) space() {
	for {
		p.skip(spaceByte)
		if p.at(0) != '#' {
			return
		}
		p.skip(commentByte)
	}
}

// statement reads a directive, a graph, or triples up to their dot.
func (p *turtleParser) statement() error {
	switch c := p.at(0); {
	case c == '@':
		return p.atDirective()
	case c == '{' && p.graphs:
		return p.wrapped(Term{})
	case isLetter(c):
		if word, ok := p.word(); ok {
			return p.keyword(word)
		}
	}
	graph, err := p.triples()
	if err != nil || graph {
		return err
	}
	return p.dot()
}

// word returns the name at pos, unless there is a colon behind it, which makes it a prefix.
func (p *turtleParser) word() (string, bool) {
	n := p.span(0, nameByte)
	if p.at(n) == ':' {
		return "", false
	}
	for n > 1 && p.at(n-1) == '.' {
		n--
	}
	return p.strings.string(p.token(0, n)), true
}

// dot reads the end of a statement.
func (p *turtleParser) dot() error {
	if p.at(0) != '.' {
		return p.fail(0, p.afterObject("\".\" at the end of the statement"))
	}
	p.pos++
	return nil
}

func (p *turtleParser) afterObject(end string) string {
	return "want " + end + ", \";\" before another predicate or \",\" before another object"
}

// triples reads what is said about one subject. In TriG the subject may turn out to be the name of a graph, which is read
// instead.
func (p *turtleParser) triples() (graph bool, err error) {
	subject, what, err := p.subject()
	if err != nil {
		return false, err
	}
	p.space()
	switch c := p.at(0); {
	case what == named && c == '{' && p.graphs && !p.inGraph:
		return true, p.wrapped(subject)
	case what == described && (c == '.' || c == '}' && p.inGraph):
		return false, nil
	}
	return false, p.predicates(subject)
}

// subjectForm is how a subject is written.
type subjectForm uint8

const (
	// named is an IRI, a label or "[]": it may be the name of a graph, too.
	named subjectForm = iota
	// described is a blank node with something between its brackets: there may be nothing behind them.
	described
	// listed is a list.
	listed
)

func (p *turtleParser) subject() (Term, subjectForm, error) {
	switch c := p.at(0); {
	case c == '[':
		node := p.blank()
		empty, err := p.properties(node)
		if empty {
			return node, named, err
		}
		return node, described, err
	case c == '(':
		p.pos++
		p.space()
		if p.at(0) == ')' {
			p.pos++
			return NewIRI(vocab.RDFNil), listed, nil
		}
		node := p.blank()
		return node, listed, p.list(node)
	case c == '"' || c == '\'' || isDigit(c):
		return Term{}, named, p.fail(0, "the subject cannot be a literal: want an IRI or a blank node")
	case c == '_' || c == '<' || c == ':' || isLetter(c):
		term, err := p.resource("the subject")
		return term, named, err
	default:
		return Term{}, named, p.fail(0, "want a subject: <IRI>, prefix:name, _:label, [ ] or ( )")
	}
}

// predicates reads predicates with their objects, up to what cannot be another one.
func (p *turtleParser) predicates(subject Term) error {
	for {
		predicate, err := p.predicate()
		if err != nil {
			return err
		}
		for {
			p.space()
			if err := p.object(subject, predicate); err != nil {
				return err
			}
			p.space()
			if p.at(0) != ',' {
				break
			}
			p.pos++
		}
		if p.at(0) != ';' {
			return nil
		}
		for p.at(0) == ';' {
			p.pos++
			p.space()
		}
		switch p.at(0) {
		case '.', ']', '}', 0:
			return nil
		}
	}
}

func (p *turtleParser) predicate() (Term, error) {
	switch c := p.at(0); {
	case c == 'a' && byteClasses[p.at(1)]&nameByte == 0 && p.at(1) != ':':
		p.pos++
		return NewIRI(vocab.RDFType), nil
	case c == '_', c == '[':
		return Term{}, p.fail(0, "the predicate cannot be a blank node: want an IRI")
	}
	return p.resource("the predicate")
}

// object reads an object and makes it a statement, before those about a blank node or list that it is.
func (p *turtleParser) object(subject, predicate Term) error {
	switch p.at(0) {
	case '[':
		node := p.blank()
		if err := p.say(subject, predicate, node); err != nil {
			return err
		}
		_, err := p.properties(node)
		return err
	case '(':
		p.pos++
		p.space()
		if p.at(0) == ')' {
			p.pos++
			return p.say(subject, predicate, NewIRI(vocab.RDFNil))
		}
		node := p.blank()
		if err := p.say(subject, predicate, node); err != nil {
			return err
		}
		return p.list(node)
	default:
		object, err := p.value()
		if err != nil {
			return err
		}
		return p.say(subject, predicate, object)
	}
}

func (p *turtleParser) say(subject, predicate, object Term) error {
	return p.emit(Quad{Triple{subject, predicate, object}, p.graph})
}

// properties reads a blank node between brackets, and reports whether there is nothing between them.
func (p *turtleParser) properties(node Term) (empty bool, err error) {
	if err := p.deeper(); err != nil {
		return false, err
	}
	p.pos++
	p.space()
	if empty = p.at(0) == ']'; !empty {
		if err := p.predicates(node); err != nil {
			return false, err
		}
		if p.at(0) != ']' {
			return false, p.fail(0, p.afterObject("\"]\" at the end of the blank node"))
		}
	}
	p.pos++
	p.depth--
	return empty, nil
}

// list reads a list from its first item on, which belongs to a node.
func (p *turtleParser) list(node Term) error {
	if err := p.deeper(); err != nil {
		return err
	}
	first, rest := NewIRI(vocab.RDFFirst), NewIRI(vocab.RDFRest)
	for {
		if err := p.object(node, first); err != nil {
			return err
		}
		p.space()
		switch c := p.at(0); {
		case c == ')':
			p.pos++
			p.depth--
			return p.say(node, rest, NewIRI(vocab.RDFNil))
		case c == ',', c == ';', c == ']', c == '}', c == '.' && !isDigit(p.at(1)), p.atEnd():
			return p.fail(0, "want \")\" at the end of the list, or another item")
		}
		next := p.blank()
		if err := p.say(node, rest, next); err != nil {
			return err
		}
		node = next
	}
}

func (p *turtleParser) deeper() error {
	if p.depth++; p.depth > p.limits.Depth {
		return &LimitError{What: "blank nodes and lists inside each other", Limit: p.limits.Depth, Line: p.place(0).line}
	}
	return nil
}
