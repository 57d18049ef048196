package shacl

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// checker looks for contradictions in one finished property shape, whether tags or the type's method declared it.
type checker struct {
	*compiler
	schema *Schema
	f      *record.Field
	p      *PropertyShape
	// expression is the compiled pattern, nil when there is none or it is wrong.
	expression *regexp.Regexp
}

// fail notes a mistake in a parameter of the shape. It names the tag that the parameter is declared in.
func (k *checker) fail(key, format string, args ...any) {
	text := editMethod
	if value, ok := k.f.Tag.Lookup(key); ok {
		text = fmt.Sprintf("%s:%q", key, value)
	}
	k.compiler.fail(k.schema.layout.Go, k.f.Name, text, format, args...)
}

// check looks for contradictions in the shapes of a type.
func (c *compiler) check(s *Schema) {
	c.checkNode(s)
	paths := map[vocab.IRI]*Property{}
	for _, property := range s.properties {
		if property.Shape == nil {
			continue
		}
		k := &checker{compiler: c, schema: s, f: property.Field, p: property.Shape}
		k.checkPath(paths, property)
		k.checkValueType(property)
		k.checkCounts()
		k.checkText()
		k.checkLanguages()
		k.checkBounds()
		k.checkValues()
		k.checkPairs()
		k.checkRest()
		property.expression = k.expression
	}
}

// checkNode checks what the node shape says of itself.
func (c *compiler) checkNode(s *Schema) {
	severities := []vocab.IRI{vocab.SHViolation, vocab.SHWarning, vocab.SHInfo}
	if !slices.Contains(severities, s.shape.Severity) {
		c.fail(s.layout.Go, "_", editMethod, "severity %q is none of sh:Violation, sh:Warning and sh:Info", s.shape.Severity)
	}
	if err := s.shape.Message.Check(); err != nil {
		c.fail(s.layout.Go, "_", editMethod, "message: %w", err)
	}
	if err := s.shape.Description.Check(); err != nil {
		c.fail(s.layout.Go, "_", editMethod, "description: %w", err)
	}
	if s.class != "" {
		if err := vocab.CheckIRI(string(s.class)); err != nil {
			c.fail(s.layout.Go, "_", "", "the class: %w", err)
		}
	}
}

// checkPath checks the predicate, which no other property of the node may have.
func (k *checker) checkPath(paths map[vocab.IRI]*Property, property *Property) {
	if k.p.Path == "" {
		if k.f.Tag.Get("ld") != "" && k.f.Tag.Get("ld") != "@id" {
			return // the tag was wrong, which is said already
		}
		if _, declared := k.f.Tag.Lookup("ld"); declared {
			k.fail("ld", "the predicate is empty")
		}
		return
	}
	if err := vocab.CheckIRI(string(k.p.Path)); err != nil {
		k.fail("ld", "the predicate: %w", err)
		return
	}
	if other := paths[k.p.Path]; other != nil {
		k.fail("ld", "field %s has the same predicate: their values would be one set in a graph, and the constraints of either would apply to both", other.Field.Name)
		return
	}
	paths[k.p.Path] = property
}

// checkValueType checks datatype, nodeKind and class against the Go type.
func (k *checker) checkValueType(property *Property) {
	switch k.f.Kind {
	case record.KindNode:
		k.checkNodeValue(property)
	case record.KindToken, record.KindRef:
		if k.p.Datatype != "" {
			k.fail("sh", "datatype: the values of %s are IRIs, which have no datatype", an(k.f.Kind.String()))
		}
		if k.p.NodeKind != vocab.SHIRI {
			k.fail("sh", "nodeKind: the values of %s are IRIs: remove it", an(k.f.Kind.String()))
		}
	default:
		k.checkLiteral()
	}
	k.checkClass()
}

func (k *checker) checkNodeValue(property *Property) {
	p := k.p
	if p.Datatype != "" {
		k.fail("sh", "datatype: the values are nodes, which have no datatype")
	}
	if class := property.Node.class; class != "" {
		if p.Class != "" && p.Class != class {
			k.fail("sh", "class: %s declares its class itself, %s", k.f.Value, class)
		}
		p.Class = class
	}
	identified := property.Node.layout.Identifier() != nil
	switch p.NodeKind {
	case vocab.SHBlankNodeOrIRI, vocab.SHBlankNode:
	case vocab.SHIRI:
		if !identified {
			k.fail("sh", "nodeKind: %s has no identifier (`ld:\"@id\"`), so its nodes are blank", k.f.Value)
		}
	default:
		k.fail("sh", "nodeKind: the values are nodes: IRI, BlankNode or BlankNodeOrIRI")
	}
}

// checkLiteral checks datatype and nodeKind of a field whose values are literals, or IRIs in strings.
func (k *checker) checkLiteral() {
	p := k.p
	if p.NodeKind == vocab.SHIRI && k.f.Kind == record.KindString {
		switch {
		case k.f.Identifier:
			k.fail("sh", "nodeKind: the identifier is published as text beside the node's IRI")
		case p.Datatype != "":
			k.fail("sh", "datatype and nodeKind=IRI: an IRI has no datatype")
		}
		return
	}
	if p.NodeKind != "" && p.NodeKind != vocab.SHLiteral {
		if k.f.Kind == record.KindString {
			k.fail("sh", "nodeKind: the values of a string are Literal or IRI")
		} else {
			k.fail("sh", "nodeKind: the values of %s are literals: remove it, or use a string for IRIs", an(k.f.Kind.String()))
		}
	}
	allowed := datatypesOf(k.f.Kind)
	name, xsd := strings.CutPrefix(string(p.Datatype), vocab.NSXSD)
	switch {
	case p.Datatype == "":
		k.fail("sh", "datatype: it is empty")
	case allowed != nil && !slices.Contains(allowed, p.Datatype):
		k.fail("sh", "datatype: %s can't be %s: %s", an(k.f.Kind.String()), message.Name(p.Datatype), k.datatypeAdvice(allowed))
	case xsd && !slices.Contains(xsdNames(), name):
		k.fail("sh", "datatype: XML Schema has no datatype %q for a value%s; there are %s", name, didYouMean(name, xsdNames()), words(xsdNames()))
	case p.Datatype == vocab.RDFLangString && k.f.Kind != record.KindLangString:
		k.fail("sh", "datatype: use literal.LangString for text by language")
	default:
		if err := vocab.CheckIRI(string(p.Datatype)); err != nil {
			k.fail("sh", "datatype: %w", err)
		}
	}
}

// datatypeAdvice says which datatypes a kind may have.
func (k *checker) datatypeAdvice(allowed []vocab.IRI) string {
	if k.f.Kind == record.KindFloat && k.p.Datatype == vocab.XSDDecimal {
		return "use literal.Decimal for exact numbers"
	}
	names := make([]string, len(allowed))
	for i, iri := range allowed {
		names[i] = message.Name(iri)
	}
	return "want " + words(names) + ", or another Go type"
}

func (k *checker) checkClass() {
	p := k.p
	if p.Class == "" {
		return
	}
	if err := vocab.CheckIRI(string(p.Class)); err != nil {
		k.fail("sh", "class: %w", err)
	}
	if p.Datatype != "" {
		k.fail("sh", "class: the values are literals, which have no class: nodeKind=IRI makes a string an IRI")
	}
	if k.f.Kind == record.KindToken {
		k.fail("sh", "class: the values of an enumeration are listed, and their class is not checked: remove it")
	}
}

// checkCounts checks minCount and maxCount.
func (k *checker) checkCounts() {
	p := k.p
	many := k.f.Many || k.f.Kind == record.KindLangString
	switch {
	case p.MinCount < 0:
		k.fail("sh", "minCount: %d is negative", p.MinCount)
	case p.MaxCount < 1 && p.MaxCount != Unbounded:
		k.fail("sh", "maxCount: a property that must have no value is not a property: leave the field out")
	case !many && (p.MaxCount > 1 || p.MaxCount == Unbounded):
		k.fail("sh", "maxCount: a field of type %s has one value at most: use a slice for more", k.f.Go)
	case !many && p.MinCount > 1:
		k.fail("sh", "minCount: a field of type %s has one value at most: use a slice for more", k.f.Go)
	case p.MaxCount != Unbounded && p.MinCount > p.MaxCount:
		k.fail("sh", "minCount %d is more than maxCount %d: no record could satisfy both", p.MinCount, p.MaxCount)
	case p.In != nil && p.MinCount > len(p.In):
		k.fail("sh", "minCount %d is more than the %d values of in, and values count once", p.MinCount, len(p.In))
	case k.f.Kind == record.KindBool && p.MinCount > 2:
		k.fail("sh", "minCount %d: there are two boolean values, and values count once", p.MinCount)
	}
}

// checkRest checks what informs and constrains nothing.
func (k *checker) checkRest() {
	p := k.p
	if !slices.Contains([]vocab.IRI{vocab.SHViolation, vocab.SHWarning, vocab.SHInfo}, p.Severity) {
		k.fail("sh", "severity %q is none of sh:Violation, sh:Warning and sh:Info", p.Severity)
	}
	if p.Group != "" {
		if err := vocab.CheckIRI(string(p.Group)); err != nil {
			k.fail("sh", "group: %w", err)
		}
	}
	if err := p.Message.Check(); err != nil {
		k.fail("message", "%w", err)
	}
	if err := p.Label.Check(); err != nil {
		k.fail("label", "%w", err)
	}
	if err := p.Description.Check(); err != nil {
		k.fail("doc", "%w", err)
	}
}
