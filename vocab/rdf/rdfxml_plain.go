package rdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// plainRDFXML is a reader that turns RDF/XML into its plainest form while it is read: an element a statement, IRIs absolute,
// languages and labels where they apply. That is the only form that knakk/rdf reads right: of others it loses or merges
// statements without a word (texts end at a comment or a CDATA section, the language of a typed node is lost, rdf:nodeID
// "b0" is also the name of an anonymous node), and for many it has no code (nested typed nodes, urn: IRIs). What the grammar
// of RDF/XML does not allow is an error here, with its place.
//
// Every IRI and every text is marked.
type plainRDFXML struct {
	src    *xmlSource
	dec    *xml.Decoder
	limits Limits
	// prefixes hears of the declarations.
	prefixes func(prefix string, namespace vocab.IRI)
	base     string
	scopes   xmlScopes
	frames   []xmlFrame
	// out is what was written and not yet read, done that this is the end; err is why there is no more.
	out  []byte
	done bool
	err  error
	// line and column are where the current token begins.
	line, column int
	// started says that there was a root element.
	started    bool
	statements int
	// subject is what the last statement was about.
	subject Term
	// blanks counts the blank nodes without a label.
	blanks int
	// ids holds the IRIs that rdf:ID made.
	ids map[string]struct{}
}

// The marks keep knakk/rdf from touching what it reads: it takes an IRI with "://" for absolute, a text that is not empty for
// a text, and namespace and name of an element for a predicate, whatever they are.
const (
	iriMark       = "i://"
	textMark      = "="
	predicateMark = "p"
)

// frameKind says what may be inside an element.
type frameKind uint8

const (
	// frameRoot is rdf:RDF: node elements.
	frameRoot frameKind = iota
	// frameNode is a node element: property elements.
	frameNode
	// frameProperty is a property element of which nothing is known yet: a text or one node element.
	frameProperty
	// frameEmpty is a property element whose attributes say all: nothing.
	frameEmpty
	// frameResource is parseType="Resource": property elements of a blank node.
	frameResource
	// frameCollection is parseType="Collection": node elements.
	frameCollection
	// frameLiteral is parseType="Literal": any XML.
	frameLiteral
)

// xmlFrame is an open element.
type xmlFrame struct {
	kind       frameKind
	name       xml.Name
	declared   []string
	base, lang string
	// node is what the property elements inside are about.
	node Term
	// items counts the elements rdf:li.
	items int

	// For a property element: its statement as far as it is known, the IRI that rdf:ID gives it, the datatype, the text and
	// whether there was a node element; for a collection its last cell.
	subject   Term
	predicate xmlName
	id        string
	datatype  vocab.IRI
	text      []byte
	full      bool
	cell      Term
	literal   *xmlLiteral
}

func newPlainRDFXML(r io.Reader, o Options) *plainRDFXML {
	p := &plainRDFXML{
		src: newXMLSource(r, o.Limits), limits: o.Limits, prefixes: o.Prefixes, scopes: xmlScopes{}, ids: map[string]struct{}{},
	}
	p.base, _, _ = strings.Cut(string(o.Base), "#")
	p.dec = xml.NewDecoder(p.src)
	p.dec.CharsetReader = func(encoding string, _ io.Reader) (io.Reader, error) {
		return nil, &SyntaxError{Line: p.line, Column: p.column, Reason: "want UTF-8, got a document in " + encoding}
	}
	p.out = append(p.out, `<rdf:RDF xmlns:rdf="`+vocab.NSRDF+`">`...)
	return p
}

// Read implements io.Reader.
func (p *plainRDFXML) Read(b []byte) (int, error) {
	for len(p.out) == 0 {
		if p.err != nil {
			return 0, p.err
		}
		if p.done {
			return 0, io.EOF
		}
		p.err = p.step()
	}
	n := copy(b, p.out)
	p.out = p.out[:copy(p.out, p.out[n:])]
	return n, nil
}

// step reads one token.
func (p *plainRDFXML) step() error {
	p.line, p.column = p.src.mark(p.dec.InputOffset())
	token, err := p.dec.RawToken()
	if errors.Is(err, io.EOF) {
		return p.finish()
	}
	if err != nil {
		return p.describe(err)
	}
	if top := p.top(); top != nil && top.kind == frameLiteral {
		err = p.inLiteral(top, token)
	} else {
		err = p.inRDF(token)
	}
	if err != nil {
		return p.describe(err)
	}
	return nil
}

// describe gives an error its place.
func (p *plainRDFXML) describe(err error) error {
	var limit *LimitError
	var syntax *xml.SyntaxError
	var encoding *SyntaxError
	switch {
	case errors.As(err, &limit):
		if limit.Line == 0 {
			limit.Line = p.line
		}
		return limit
	case errors.As(err, &syntax):
		return &SyntaxError{Line: p.line, Column: p.column, Reason: "no well-formed XML: " + syntax.Msg}
	case errors.As(err, &encoding):
		return encoding
	case p.src.err != nil:
		return p.src.err
	default:
		return &SyntaxError{Line: p.line, Column: p.column, Reason: err.Error()}
	}
}

func (p *plainRDFXML) finish() error {
	if top := p.top(); top != nil {
		return p.describe(fmt.Errorf("want </%s> before the end of the document", rawName(top.name)))
	}
	if !p.started {
		return p.describe(errors.New("want an element rdf:RDF, got no element at all"))
	}
	p.done = true
	p.endSubject()
	p.out = append(p.out, "</rdf:RDF>"...)
	return nil
}

func (p *plainRDFXML) top() *xmlFrame {
	if len(p.frames) == 0 {
		return nil
	}
	return &p.frames[len(p.frames)-1]
}

func (p *plainRDFXML) inRDF(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		return p.end(t)
	case xml.CharData:
		return p.characters(t)
	case xml.Directive:
		if p.started {
			return errors.New("a declaration <!…> can only be before the first element")
		}
	}
	return nil // comments and processing instructions say nothing
}

// start opens an element.
func (p *plainRDFXML) start(e xml.StartElement) error {
	if len(p.frames) >= p.limits.Depth {
		return &LimitError{What: "elements inside each other", Limit: p.limits.Depth}
	}
	f := xmlFrame{name: e.Name, base: p.base}
	parent := p.top()
	if parent != nil {
		f.base, f.lang = parent.base, parent.lang
	} else if p.started {
		return fmt.Errorf("want the end of the document after the first element, got <%s>", rawName(e.Name))
	}
	p.started = true
	var err error
	if f.declared, err = p.scopes.enter(e); err != nil {
		return err
	}
	for _, prefix := range f.declared {
		namespace, _ := p.scopes.namespace(prefix)
		p.prefixes(prefix, vocab.IRI(namespace))
	}
	name, err := p.scopes.expand(e.Name, true)
	if err != nil {
		return err
	}
	if name.namespace == "" {
		return fmt.Errorf("the element <%s> has no namespace: want a prefix, or xmlns=\"…\"", rawName(e.Name))
	}
	if err := name.check(); err != nil {
		return err
	}
	all, err := p.scopes.attributes(e)
	if err != nil {
		return err
	}
	attributes, err := p.inherited(&f, all)
	if err != nil {
		return err
	}
	switch {
	case parent == nil && name == xmlName{vocab.NSRDF, "RDF"}:
		f.kind = frameRoot
		if len(attributes) > 0 {
			return errors.New("rdf:RDF has no attributes but xmlns:…, xml:base and xml:lang")
		}
	case parent == nil, parent.kind == frameRoot, parent.kind == frameCollection, parent.kind == frameProperty:
		err = p.node(&f, parent, name, attributes)
	case parent.kind == frameNode, parent.kind == frameResource:
		err = p.property(&f, parent, name, attributes)
	default:
		err = fmt.Errorf("the attributes of <%s> say what its value is: want nothing inside, got <%s>", rawName(parent.name), rawName(e.Name))
	}
	p.frames = append(p.frames, f)
	return err
}

// inherited takes what an element and those inside have in common from its attributes, and returns the attributes of RDF and
// of properties. Old documents write those of RDF without a prefix ([RDF/XML, 6.1.4]).
//
// [RDF/XML, 6.1.4]: https://www.w3.org/TR/rdf-syntax-grammar/#section-Infoset-Mapping
func (p *plainRDFXML) inherited(f *xmlFrame, attributes []xmlAttribute) ([]xmlAttribute, error) {
	rest := attributes[:0]
	for _, a := range attributes {
		switch {
		case a.namespace == nsXML && a.local == "base":
			base, err := p.resolve(f.base, a.value)
			if err != nil {
				return nil, err
			}
			if len(base) > longestInherited {
				return nil, &LimitError{What: "bytes in a base or namespace", Limit: longestInherited}
			}
			f.base, _, _ = strings.Cut(base, "#")
		case a.namespace == nsXML && a.local == "lang":
			if len(a.value) > longestInherited || langTagLength(a.value) != len(a.value) {
				return nil, fmt.Errorf("xml:lang=%.50q: want a language tag such as \"en\" or \"nl-BE\", or nothing", a.value)
			}
			f.lang = a.value
		case a.namespace == nsXML, a.prefix == "" && strings.HasPrefix(a.local, "xml"):
		case a.namespace == "":
			switch a.local {
			case "ID", "about", "resource", "parseType", "type":
				a.namespace = vocab.NSRDF
				rest = append(rest, a)
			default:
				return nil, fmt.Errorf("the attribute %s has no namespace: want a prefix", a.local)
			}
		default:
			rest = append(rest, a)
		}
	}
	return rest, nil
}

func (p *plainRDFXML) characters(text xml.CharData) error {
	top := p.top()
	if top != nil && top.kind == frameProperty && !top.full {
		if len(top.text)+len(text) > p.limits.Token {
			return &LimitError{What: "bytes in a literal", Limit: p.limits.Token}
		}
		top.text = append(top.text, text...)
		return nil
	}
	if !p.started {
		text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	}
	if !isXMLSpace(text) {
		return fmt.Errorf("a text can only be in a property element, alone: got %.50q", bytes.TrimSpace(text))
	}
	return nil
}

func isXMLSpace(text []byte) bool { return len(bytes.Trim(text, " \t\r\n")) == 0 }

func (p *plainRDFXML) end(e xml.EndElement) error {
	top := p.top()
	if top == nil {
		return fmt.Errorf("got </%s>, but no element is open", rawName(e.Name))
	}
	if top.name != e.Name {
		return fmt.Errorf("want </%s>, got </%s>", rawName(top.name), rawName(e.Name))
	}
	var err error
	switch top.kind {
	case frameProperty:
		if !top.full {
			object := NewLangString(string(top.text), top.lang)
			if top.datatype != "" {
				object = NewLiteral(string(top.text), top.datatype)
			}
			err = p.object(top, object)
		}
	case frameLiteral:
		err = p.object(top, NewLiteral(string(top.literal.out), vocab.RDFXMLLiteral))
	case frameCollection:
		if top.cell.IsZero() {
			err = p.object(top, NewIRI(vocab.RDFNil))
		} else {
			err = p.statement(top.cell, xmlName{vocab.NSRDF, "rest"}, NewIRI(vocab.RDFNil))
		}
	default: // all was said before
	}
	p.scopes.undeclare(top.declared)
	p.frames = p.frames[:len(p.frames)-1]
	return err
}

// inLiteral adds a token to the content of parseType="Literal".
func (p *plainRDFXML) inLiteral(f *xmlFrame, token xml.Token) error {
	var err error
	switch t := token.(type) {
	case xml.StartElement:
		if len(p.frames)+len(f.literal.open) >= p.limits.Depth {
			return &LimitError{What: "elements inside each other", Limit: p.limits.Depth}
		}
		err = f.literal.start(t)
	case xml.EndElement:
		if len(f.literal.open) == 0 {
			return p.end(t)
		}
		err = f.literal.end(t)
	default:
		err = f.literal.other(token)
	}
	if err == nil && len(f.literal.out) > p.limits.Token {
		return &LimitError{What: "bytes in a literal", Limit: p.limits.Token}
	}
	return err
}
