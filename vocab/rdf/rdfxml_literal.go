package rdf

import (
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// xmlLiteral writes the content of a property with parseType="Literal" in the form that is its lexical form: [Exclusive XML
// Canonicalization] with comments.
//
// [Exclusive XML Canonicalization]: https://www.w3.org/TR/xml-exc-c14n/
type xmlLiteral struct {
	scopes xmlScopes
	// rendered holds the declarations that were written.
	rendered xmlScopes
	open     []literalElement
	out      []byte
}

type literalElement struct {
	name xml.Name
	// declared are the prefixes that the start tag declares, written those that were written with it.
	declared, written []string
}

func (l *xmlLiteral) start(e xml.StartElement) error {
	declared, err := l.scopes.enter(e)
	element := literalElement{name: e.Name, declared: declared}
	l.open = append(l.open, element)
	if err != nil {
		return err
	}
	attributes, err := l.scopes.attributes(e)
	if err != nil {
		return err
	}
	if _, err := l.scopes.expand(e.Name, true); err != nil {
		return err
	}
	l.out = append(l.out, '<')
	l.out = append(l.out, rawName(e.Name)...)
	l.open[len(l.open)-1].written = l.declarations(e.Name.Space, attributes)
	slices.SortFunc(attributes, func(a, b xmlAttribute) int {
		if c := strings.Compare(a.namespace, b.namespace); c != 0 {
			return c
		}
		return strings.Compare(a.local, b.local)
	})
	for _, a := range attributes {
		l.attribute(rawName(xml.Name{Space: a.prefix, Local: a.local}), a.value)
	}
	l.out = append(l.out, '>')
	return nil
}

// declarations writes the declarations that the names of a tag need and that are not in scope in the output.
func (l *xmlLiteral) declarations(prefix string, attributes []xmlAttribute) []string {
	prefixes := []string{prefix}
	for _, a := range attributes {
		if a.prefix != "" {
			prefixes = append(prefixes, a.prefix)
		}
	}
	slices.Sort(prefixes)
	var written []string
	for _, prefix := range slices.Compact(prefixes) {
		namespace, _ := l.scopes.namespace(prefix)
		if old, _ := l.rendered.namespace(prefix); old == namespace {
			continue
		}
		name := "xmlns:" + prefix
		if prefix == "" {
			name = "xmlns"
		}
		l.attribute(name, namespace)
		l.rendered.declare(prefix, namespace)
		written = append(written, prefix)
	}
	return written
}

func (l *xmlLiteral) attribute(name, value string) {
	l.out = append(l.out, ' ')
	l.out = append(l.out, name...)
	l.out = append(l.out, `="`...)
	l.out = appendEscaped(l.out, value, func(c byte) string {
		switch c {
		case '&':
			return "&amp;"
		case '<':
			return "&lt;"
		case '"':
			return "&quot;"
		case '\t':
			return "&#x9;"
		case '\n':
			return "&#xA;"
		case '\r':
			return "&#xD;"
		}
		return ""
	})
	l.out = append(l.out, '"')
}

// end writes an end tag. Whether it is the one of the innermost element is checked here.
func (l *xmlLiteral) end(e xml.EndElement) error {
	element := l.open[len(l.open)-1]
	if element.name != e.Name {
		return fmt.Errorf("want </%s>, got </%s>", rawName(element.name), rawName(e.Name))
	}
	l.open = l.open[:len(l.open)-1]
	l.scopes.undeclare(element.declared)
	l.rendered.undeclare(element.written)
	l.out = append(l.out, "</"...)
	l.out = append(l.out, rawName(e.Name)...)
	l.out = append(l.out, '>')
	return nil
}

// other writes what is no tag.
func (l *xmlLiteral) other(token xml.Token) error {
	switch t := token.(type) {
	case xml.CharData:
		l.out = appendEscaped(l.out, string(t), func(c byte) string {
			switch c {
			case '&':
				return "&amp;"
			case '<':
				return "&lt;"
			case '>':
				return "&gt;"
			case '\r':
				return "&#xD;"
			}
			return ""
		})
	case xml.Comment:
		l.out = append(l.out, "<!--"...)
		l.out = append(l.out, t...)
		l.out = append(l.out, "-->"...)
	case xml.ProcInst:
		l.out = append(l.out, "<?"...)
		l.out = append(l.out, t.Target...)
		if len(t.Inst) > 0 {
			l.out = append(l.out, ' ')
			l.out = append(l.out, t.Inst...)
		}
		l.out = append(l.out, "?>"...)
	default:
		return errors.New("a declaration <!…> cannot be inside an element")
	}
	return nil
}
