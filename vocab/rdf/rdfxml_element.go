package rdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// node opens a node element ([RDF/XML, 7.2.11]), which stands for itself or is the value of the property element around it.
//
// [RDF/XML, 7.2.11]: https://www.w3.org/TR/rdf-syntax-grammar/#nodeElement
func (p *plainRDFXML) node(f, parent *xmlFrame, name xmlName, attributes []xmlAttribute) error {
	f.kind = frameNode
	description := name == xmlName{vocab.NSRDF, "Description"}
	if !description && isReserved(name.iri()) {
		return fmt.Errorf("want rdf:Description or the name of a class, got the element rdf:%s", name.local)
	}
	properties := attributes[:0]
	for _, a := range attributes {
		if a.namespace != vocab.NSRDF || !isReserved(a.iri()) {
			properties = append(properties, a)
			continue
		}
		if !f.node.IsZero() {
			return errors.New("want only one of rdf:about, rdf:ID and rdf:nodeID")
		}
		var err error
		switch a.local {
		case "about":
			f.node, err = p.iri(f.base, a.value)
		case "ID":
			f.node, err = p.newID(f.base, a.value)
		case "nodeID":
			f.node, err = p.label(a.value)
		default:
			err = fmt.Errorf("the attribute rdf:%s cannot be on a node element", a.local)
		}
		if err != nil {
			return err
		}
	}
	if f.node.IsZero() {
		f.node = p.blank()
	}
	if err := p.place(parent, f.node); err != nil {
		return err
	}
	if !description {
		if err := p.statement(f.node, xmlName{vocab.NSRDF, "type"}, NewIRI(vocab.IRI(name.iri()))); err != nil {
			return err
		}
	}
	return p.attributes(f, f.node, properties)
}

// place says what a node element is to the element around it.
func (p *plainRDFXML) place(parent *xmlFrame, node Term) error {
	switch {
	case parent == nil || parent.kind == frameRoot:
		return nil
	case parent.kind == frameCollection:
		cell := p.blank()
		var err error
		if parent.cell.IsZero() {
			err = p.object(parent, cell)
		} else {
			err = p.statement(parent.cell, xmlName{vocab.NSRDF, "rest"}, cell)
		}
		parent.cell = cell
		if err != nil {
			return err
		}
		return p.statement(cell, xmlName{vocab.NSRDF, "first"}, node)
	case parent.full:
		return fmt.Errorf("want one node element in <%s>, got two", rawName(parent.name))
	case parent.datatype != "":
		return fmt.Errorf("want a text in <%s>, which has rdf:datatype, got an element", rawName(parent.name))
	case !isXMLSpace(parent.text):
		return fmt.Errorf("want either a text or an element in <%s>, got both: %.50q", rawName(parent.name), bytes.TrimSpace(parent.text))
	}
	parent.full, parent.text = true, nil
	return p.object(parent, node)
}

// attributes writes the statements that attributes make about a node.
func (p *plainRDFXML) attributes(f *xmlFrame, node Term, properties []xmlAttribute) error {
	for _, a := range properties {
		if err := a.check(); err != nil {
			return err
		}
		object := NewLangString(a.value, f.lang)
		if a.iri() == string(vocab.RDFType) {
			var err error
			if object, err = p.iri(f.base, a.value); err != nil {
				return err
			}
		}
		if err := p.statement(node, a.xmlName, object); err != nil {
			return err
		}
	}
	return nil
}

// propertyAttributes is what the attributes of a property element say.
type propertyAttributes struct {
	parseType, datatype *string
	object              Term
	properties          []xmlAttribute
}

// property opens a property element ([RDF/XML, 7.2.14]).
//
// [RDF/XML, 7.2.14]: https://www.w3.org/TR/rdf-syntax-grammar/#propertyElt
func (p *plainRDFXML) property(f, parent *xmlFrame, name xmlName, attributes []xmlAttribute) error {
	f.subject, f.predicate = parent.node, name
	if name == (xmlName{vocab.NSRDF, "li"}) {
		parent.items++
		f.predicate.local = "_" + strconv.Itoa(parent.items)
	} else if isReserved(name.iri()) {
		return fmt.Errorf("want the name of a property, got the element rdf:%s", name.local)
	}
	said, err := p.propertyAttributes(f, attributes)
	if err != nil {
		return err
	}
	empty := !said.object.IsZero() || len(said.properties) > 0
	switch {
	case said.parseType != nil && (empty || said.datatype != nil):
		return errors.New("beside rdf:parseType only rdf:ID is allowed")
	case said.datatype != nil && empty:
		return errors.New("beside rdf:datatype only rdf:ID is allowed")
	case said.parseType != nil:
		return p.parseType(f, *said.parseType)
	case said.datatype != nil:
		datatype, err := p.iri(f.base, *said.datatype)
		f.kind, f.datatype = frameProperty, datatype.IRI()
		return err
	case !empty:
		f.kind = frameProperty
		return nil
	}
	f.kind = frameEmpty
	if said.object.IsZero() {
		said.object = p.blank()
	}
	if err := p.object(f, said.object); err != nil {
		return err
	}
	return p.attributes(f, said.object, said.properties)
}

func (p *plainRDFXML) propertyAttributes(f *xmlFrame, attributes []xmlAttribute) (propertyAttributes, error) {
	var said propertyAttributes
	for _, a := range attributes {
		if a.namespace != vocab.NSRDF || !isReserved(a.iri()) {
			said.properties = append(said.properties, a)
			continue
		}
		var err error
		switch a.local {
		case "ID":
			var id Term
			id, err = p.newID(f.base, a.value)
			f.id = id.Value
		case "parseType":
			said.parseType = &a.value
		case "datatype":
			said.datatype = &a.value
		case "resource", "nodeID":
			if !said.object.IsZero() {
				return said, errors.New("want only one of rdf:resource and rdf:nodeID")
			}
			if a.local == "nodeID" {
				said.object, err = p.label(a.value)
			} else {
				said.object, err = p.iri(f.base, a.value)
			}
		default:
			err = fmt.Errorf("the attribute rdf:%s cannot be on a property element", a.local)
		}
		if err != nil {
			return said, err
		}
	}
	return said, nil
}

// parseType opens a property element whose content is not what it usually is. Types that nobody knows mean "Literal".
func (p *plainRDFXML) parseType(f *xmlFrame, parseType string) error {
	switch parseType {
	case "Resource":
		f.kind, f.node = frameResource, p.blank()
		return p.object(f, f.node)
	case "Collection":
		f.kind = frameCollection
		return nil
	default:
		f.kind, f.literal = frameLiteral, &xmlLiteral{scopes: p.scopes, rendered: xmlScopes{}}
		return nil
	}
}

// object writes the statement of a property element, and the statements about it when it has an rdf:ID ([RDF/XML, 7.3]).
//
// [RDF/XML, 7.3]: https://www.w3.org/TR/rdf-syntax-grammar/#section-Reification
func (p *plainRDFXML) object(f *xmlFrame, object Term) error {
	if err := p.statement(f.subject, f.predicate, object); err != nil || f.id == "" {
		return err
	}
	id := NewIRI(vocab.IRI(f.id))
	return errors.Join(
		p.statement(id, xmlName{vocab.NSRDF, "type"}, NewIRI(vocab.RDFStatement)),
		p.statement(id, xmlName{vocab.NSRDF, "subject"}, f.subject),
		p.statement(id, xmlName{vocab.NSRDF, "predicate"}, NewIRI(vocab.IRI(f.predicate.iri()))),
		p.statement(id, xmlName{vocab.NSRDF, "object"}, object),
	)
}

// statement writes one statement in plain form.
func (p *plainRDFXML) statement(subject Term, predicate xmlName, object Term) error {
	if p.statements++; p.limits.Statements > 0 && p.statements > p.limits.Statements {
		return &LimitError{What: "statements", Limit: p.limits.Statements}
	}
	if len(subject.Value) > longestInherited {
		return &LimitError{What: "bytes in the name of a subject", Limit: longestInherited}
	}
	if subject != p.subject {
		p.endSubject()
		p.subject = subject
		p.out = append(p.out, "<rdf:Description"...)
		p.plainTerm("rdf:about", subject)
		p.out = append(p.out, '>')
	}
	p.out = append(p.out, '<')
	p.out = append(p.out, predicateMark...)
	p.plainAttribute("xmlns", predicate.iri())
	if object.Kind != Literal {
		p.plainTerm("rdf:resource", object)
		p.out = append(p.out, '>')
	} else {
		if object.Lang != "" {
			p.plainAttribute("xml:lang", object.Lang)
		} else {
			p.plainAttribute("rdf:datatype", iriMark+string(object.Datatype))
		}
		p.out = append(p.out, '>')
		p.out = append(p.out, textMark...)
		p.out = appendXML(p.out, object.Value)
	}
	p.out = append(p.out, "</"...)
	p.out = append(p.out, predicateMark...)
	p.out = append(p.out, '>')
	return nil
}

// endSubject ends the element of the subject that the last statements were about.
func (p *plainRDFXML) endSubject() {
	if !p.subject.IsZero() {
		p.out = append(p.out, "</rdf:Description>"...)
	}
}

func (p *plainRDFXML) plainTerm(attribute string, t Term) {
	if t.Kind == BlankNode {
		p.plainAttribute("rdf:nodeID", t.Value)
	} else {
		p.plainAttribute(attribute, iriMark+t.Value)
	}
}

func (p *plainRDFXML) plainAttribute(name, value string) {
	p.out = append(p.out, ' ')
	p.out = append(p.out, name...)
	p.out = append(p.out, `="`...)
	p.out = appendXML(p.out, value)
	p.out = append(p.out, '"')
}

// check says why a name stands for no IRI.
func (n xmlName) check() error {
	if err := checkReference(n.iri()); err != nil {
		return err
	}
	if !startsWithScheme([]byte(n.iri())) {
		return fmt.Errorf("the namespace %q is no absolute IRI", n.namespace)
	}
	return nil
}

// iri resolves the value of an attribute.
func (p *plainRDFXML) iri(base, ref string) (Term, error) {
	iri, err := p.resolve(base, ref)
	if err != nil {
		return Term{}, err
	}
	return NewIRI(vocab.IRI(iri)), nil
}

func (p *plainRDFXML) resolve(base, ref string) (string, error) {
	if err := checkReference(ref); err != nil {
		return "", err
	}
	if startsWithScheme([]byte(ref)) {
		return ref, nil
	}
	if base == "" {
		return "", fmt.Errorf("%.200q is a relative reference, and there is no base: want xml:base=\"…\", or an absolute IRI", ref)
	}
	return vocab.Resolve(base, ref)
}

// checkReference says which character of an IRI or a relative reference cannot be in one.
func checkReference(ref string) error {
	for i, r := range ref {
		if !inIRI(r) || r == utf8.RuneError && !strings.HasPrefix(ref[i:], "\uFFFD") {
			return fmt.Errorf("%.200q has a character that is not allowed in an IRI, %q: percent-encode it", ref, r)
		}
	}
	return nil
}

// newID returns the IRI that rdf:ID makes of a name. There must not be another one.
func (p *plainRDFXML) newID(base, name string) (Term, error) {
	if !isNCName(name) {
		return Term{}, fmt.Errorf("rdf:ID=%.200q: want a name: a letter or \"_\", then letters, digits, \"-\", \".\" or \"_\"", name)
	}
	id, err := p.iri(base, "#"+name)
	if err != nil {
		return Term{}, err
	}
	if _, ok := p.ids[id.Value]; ok {
		return Term{}, fmt.Errorf("rdf:ID=%.200q is there twice: refer to it with rdf:about=\"#…\" the second time", name)
	}
	p.ids[id.Value] = struct{}{}
	return id, nil
}

// blank returns a new blank node.
func (p *plainRDFXML) blank() Term {
	p.blanks++
	return NewBlankNode("g" + strconv.Itoa(p.blanks))
}

// label returns the blank node with a label, which stays as it is unless it could be one of blank, or is no name in ASCII.
func (p *plainRDFXML) label(name string) (Term, error) {
	if !isNCName(name) {
		return Term{}, fmt.Errorf("rdf:nodeID=%.200q: want a name: a letter or \"_\", then letters, digits, \"-\", \".\" or \"_\"", name)
	}
	keep := len(name) < 2 || name[0] != 'g' || name[1] != '_' && (name[1] < '0' || '9' < name[1])
	for i := range len(name) {
		keep = keep && name[i] < utf8.RuneSelf
	}
	if keep {
		return NewBlankNode(name), nil
	}
	return NewBlankNode(fmt.Sprintf("g_%X", name)), nil
}
