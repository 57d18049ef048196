package rdf

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// WriteRDFXML writes a graph in [RDF/XML], for people to read: the namespaces that are used on the root element, an element
// a subject, named after its first type that can name an element, blank nodes that one statement refers to inside that
// statement's element, lists of nodes as parseType="Collection". Subjects and predicates come in the order in which the
// statements name them first, but rdf:type before all other predicates: the same statements in the same order give the same
// bytes. Repeated statements are written once.
//
// A namespace is the longest one of prefixes that leaves a name, or else what stands before the name that the IRI ends in;
// such a one gets a prefix ns1, ns2 …. prefixes may be nil; one that begins with "xml" is not used, and rdf is always RDF's.
//
// Some graphs have no form in RDF/XML. They are an error, and nothing is written: a predicate that does not end in a name
// (http://example.org/123) or whose name the syntax needs itself (rdf:li), and a term with a character that XML does not
// allow, even escaped (U+0000 to U+001F but tab, line feed and carriage return, U+FFFE, U+FFFF, bytes that are not UTF-8):
// putting another one in its place would change the data. It is an error, too, when a statement is none (as in
// [WriteNTriples]). In IRIs the characters that [AppendIRI] percent-encodes are percent-encoded here.
//
// [RDF/XML]: https://www.w3.org/TR/rdf-syntax-grammar/
func WriteRDFXML(w io.Writer, triples []Triple, prefixes *vocab.Prefixes) error {
	x := rdfxmlWriter{names: newXMLNames(prefixes)}
	for i, t := range triples {
		if err := x.check(t); err != nil {
			return fmt.Errorf("statement %d: %w", i+1, err)
		}
	}
	x.layout = newLayout(triples, nil, areNodes)
	for _, s := range x.layout.order {
		if !x.layout.isNested(s) {
			x.body = append(x.body, '\n')
			x.node(s, 1)
		}
	}
	if _, err := w.Write(x.header()); err != nil {
		return err
	}
	_, err := w.Write(append(x.body, "</rdf:RDF>\n"...))
	return err
}

// rdfxmlWriter writes the elements first, as only they tell which namespaces are used.
type rdfxmlWriter struct {
	layout *layout
	names  *xmlNames
	body   []byte
}

// areNodes reports whether a list can be a collection: it is an object, and its items are no literals.
func areNodes(items []Term, subject bool) bool {
	if subject {
		return false
	}
	for _, item := range items {
		if item.Kind == Literal {
			return false
		}
	}
	return true
}

// check says why a triple cannot be written.
func (x *rdfxmlWriter) check(t Triple) error {
	if err := t.check(); err != nil {
		return err
	}
	for _, term := range [3]Term{t.Subject, t.Predicate, t.Object} {
		if bad := x.nonXML(term); bad != "" {
			return fmt.Errorf("RDF/XML has no way to write %s, in the %v %v", bad, term.Kind, term)
		}
	}
	predicate := safeIRI(t.Predicate.Value)
	if isReserved(predicate) {
		return fmt.Errorf("RDF/XML has no way to write the predicate <%s>, which is part of its syntax: %v", predicate, t)
	}
	if _, ok := x.names.name(predicate); !ok {
		return fmt.Errorf("RDF/XML has no way to write the predicate <%s>: want one that ends in a name: %v", predicate, t)
	}
	return nil
}

// nonXML returns what a term has that XML does not allow; the label of a blank node is the writer's own.
func (*rdfxmlWriter) nonXML(t Term) string {
	switch t.Kind {
	case IRI:
		return nonXML(safeIRI(t.Value))
	case Literal:
		if bad := nonXML(t.Value); bad != "" {
			return bad
		}
		return nonXML(safeIRI(string(t.Datatype)))
	default:
		return ""
	}
}

func (x *rdfxmlWriter) header() []byte {
	out := []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<rdf:RDF")
	for _, prefix := range x.names.prefixes() {
		out = append(out, "\n    xmlns:"...)
		out = append(out, prefix...)
		out = append(out, `="`...)
		out = appendXML(out, x.names.declared[prefix])
		out = append(out, '"')
	}
	return append(out, ">\n"...)
}

// node writes the element of a node with all that is said about it.
func (x *rdfxmlWriter) node(s Term, depth int) {
	name, typed := x.typeName(s)
	x.newElement(name, depth)
	switch {
	case s.Kind == IRI:
		x.iriAttribute("rdf:about", s.Value)
	case !x.layout.isNested(s) && !x.layout.isAnonymous(s):
		x.nodeID(s)
	}
	if x.isSaid(s, typed) {
		x.body = append(x.body, ">\n"...)
		x.properties(s, typed, depth+1)
		x.endElement(name, depth)
		return
	}
	x.body = append(x.body, "/>\n"...)
}

// typeName returns the name of a node's element and the type that this says.
func (x *rdfxmlWriter) typeName(s Term) (string, Term) {
	if said := x.layout.statements(s); len(said) > 0 && said[0].predicate.IRI() == vocab.RDFType {
		for _, class := range said[0].objects {
			iri := safeIRI(class.Value)
			if class.Kind != IRI || isReserved(iri) {
				continue
			}
			if name, ok := x.names.name(iri); ok {
				return name, class
			}
		}
	}
	return "rdf:Description", Term{}
}

// isSaid reports whether there is anything to say about a node beyond the type that its element names.
func (x *rdfxmlWriter) isSaid(s, typed Term) bool {
	said := x.layout.statements(s)
	return len(said) > 1 || len(said) == 1 && (typed.IsZero() || len(said[0].objects) > 1)
}

// properties writes what is said about a node, an element a statement, but the type that the node's element has said.
func (x *rdfxmlWriter) properties(s, typed Term, depth int) {
	for _, po := range x.layout.statements(s) {
		name, _ := x.names.name(safeIRI(po.predicate.Value))
		for _, object := range po.objects {
			if typed.IsZero() || object != typed || po.predicate.IRI() != vocab.RDFType {
				x.property(name, object, depth)
			}
		}
	}
}

func (x *rdfxmlWriter) property(name string, object Term, depth int) {
	x.newElement(name, depth)
	switch {
	case object.Kind == Literal:
		x.literal(object)
		x.body = append(x.body, "</"...)
		x.body = append(x.body, name...)
		x.body = append(x.body, ">\n"...)
		return
	case object.Kind == IRI:
		x.iriAttribute("rdf:resource", object.Value)
		x.body = append(x.body, "/>\n"...)
		return
	case !x.layout.isNested(object):
		x.nodeID(object)
		x.body = append(x.body, "/>\n"...)
		return
	}
	if items := x.layout.list(object); items != nil {
		x.collection(items, depth)
	} else if _, typed := x.typeName(object); !typed.IsZero() {
		x.body = append(x.body, ">\n"...)
		x.node(object, depth+1)
	} else {
		x.body = append(x.body, ` rdf:parseType="Resource"`...)
		if !x.isSaid(object, Term{}) {
			x.body = append(x.body, "/>\n"...)
			return
		}
		x.body = append(x.body, ">\n"...)
		x.properties(object, Term{}, depth+1)
	}
	x.endElement(name, depth)
}

// collection writes the end of a property's start tag, and the items.
func (x *rdfxmlWriter) collection(items []Term, depth int) {
	x.body = append(x.body, ` rdf:parseType="Collection">`+"\n"...)
	for _, item := range items {
		x.item(item, depth+1)
	}
}

// item writes the element of a node in a collection: whole when it is nested there, and a reference otherwise.
func (x *rdfxmlWriter) item(item Term, depth int) {
	if x.layout.isNested(item) {
		if items := x.layout.list(item); items != nil {
			x.listItem(items, depth)
			return
		}
		x.node(item, depth)
		return
	}
	x.newElement("rdf:Description", depth)
	if item.Kind == IRI {
		x.iriAttribute("rdf:about", item.Value)
	} else {
		x.nodeID(item)
	}
	x.body = append(x.body, "/>\n"...)
}

// listItem writes the element of a list that is an item of another one: there is no shorthand for its first cell.
func (x *rdfxmlWriter) listItem(items []Term, depth int) {
	x.newElement("rdf:Description", depth)
	x.body = append(x.body, ">\n"...)
	x.property("rdf:first", items[0], depth+1)
	x.newElement("rdf:rest", depth+1)
	if len(items) == 1 {
		x.iriAttribute("rdf:resource", string(vocab.RDFNil))
		x.body = append(x.body, "/>\n"...)
	} else {
		x.collection(items[1:], depth+1)
		x.endElement("rdf:rest", depth+1)
	}
	x.endElement("rdf:Description", depth)
}

func (x *rdfxmlWriter) newElement(name string, depth int) {
	x.spaces(depth)
	x.body = append(x.body, '<')
	x.body = append(x.body, name...)
}

func (x *rdfxmlWriter) endElement(name string, depth int) {
	x.spaces(depth)
	x.body = append(x.body, "</"...)
	x.body = append(x.body, name...)
	x.body = append(x.body, ">\n"...)
}

func (x *rdfxmlWriter) spaces(depth int) {
	for range depth {
		x.body = append(x.body, "  "...)
	}
}

// literal writes the end of a start tag, and the text.
func (x *rdfxmlWriter) literal(l Term) {
	switch {
	case l.Lang != "":
		// A tag that is not well-formed is left out, as in AppendLiteral.
		if langTagLength(l.Lang) == len(l.Lang) {
			x.body = append(x.body, ` xml:lang="`...)
			x.body = append(x.body, l.Lang...)
			x.body = append(x.body, '"')
		}
	case l.Datatype != "" && l.Datatype != vocab.XSDString:
		x.iriAttribute("rdf:datatype", string(l.Datatype))
	}
	x.body = append(x.body, '>')
	x.body = appendXML(x.body, l.Value)
}

func (x *rdfxmlWriter) iriAttribute(name, iri string) {
	x.body = append(x.body, ' ')
	x.body = append(x.body, name...)
	x.body = append(x.body, `="`...)
	x.body = appendXML(x.body, safeIRI(iri))
	x.body = append(x.body, '"')
}

// nodeID writes the label of a blank node. One that is no name, or could be mistaken for what is written in place of such
// a one, is written in hexadecimal.
func (x *rdfxmlWriter) nodeID(node Term) {
	x.body = append(x.body, ` rdf:nodeID="`...)
	if label := node.Value; nameSuffix(label) != 0 || label == "" || strings.HasPrefix(label, hexLabel) {
		x.body = appendHexLabel(x.body, label)
	} else {
		x.body = append(x.body, label...)
	}
	x.body = append(x.body, '"')
}

// safeIRI is the IRI as AppendIRI writes it, without the angle brackets.
func safeIRI(iri string) string {
	for i := range len(iri) {
		if c := iri[i]; c >= utf8.RuneSelf || !inIRI(rune(c)) {
			quoted := AppendIRI(nil, vocab.IRI(iri))
			return string(quoted[1 : len(quoted)-1])
		}
	}
	return iri
}
