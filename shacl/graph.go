package shacl

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"github.com/hydrant-ld/hydrant/shacl/pattern"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Naming gives the IRIs that a declaration does not know: it belongs to the API that publishes the shapes. The functions
// must return the same for the same arguments.
type Naming struct {
	// Shape names the node shape of a schema, nested ones included, by an IRI of its own for each struct type. Where it is
	// nil or returns "", the shape is a blank node.
	Shape func(*Schema) vocab.IRI
	// Class names the class of the resources of a struct type that references refer to (sh:class). Where it is nil or
	// returns "", the shape says only that the value is an IRI.
	Class func(reflect.Type) vocab.IRI
}

// shape is the IRI of a node shape, empty for a blank node.
func (n Naming) shape(s *Schema) vocab.IRI {
	if n.Shape == nil {
		return ""
	}
	return n.Shape(s)
}

// Property names a property shape after its node shape: the node shape's IRI, a hyphen and the key. It is empty when the
// node shape is a blank node.
func (n Naming) Property(s *Schema, key string) vocab.IRI {
	iri := n.shape(s)
	if iri == "" {
		return ""
	}
	return vocab.IRI(vocab.AppendSegment([]byte(iri+"-"), key))
}

// Triples returns the shapes of schemas as a graph that is valid SHACL. The schemas are the roots: their shapes target
// their classes. The shapes of nested structs come with them, once for each struct type, and target nothing. The same
// schemas give the same triples in the same order.
//
// It is an error when a name is no IRI, or when two shapes have the same name.
func Triples(naming Naming, schemas ...*Schema) ([]rdf.Triple, error) {
	g := &graph{naming: naming, nodes: map[*Schema]rdf.Term{}, byType: map[shapeKey]*Schema{}, named: map[vocab.IRI]*Schema{}}
	for _, s := range schemas {
		g.node(s)
	}
	roots := len(g.queue)
	for i := 0; len(g.queue) > 0; i++ { // writing a shape may queue others
		next := g.queue[0]
		g.queue = g.queue[1:]
		g.writeNode(next, i < roots)
	}
	if len(g.errs) > 0 {
		return nil, errors.Join(g.errs...)
	}
	return g.triples, nil
}

// graph writes shapes.
type graph struct {
	naming  Naming
	nodes   map[*Schema]rdf.Term
	byType  map[shapeKey]*Schema
	named   map[vocab.IRI]*Schema
	queue   []*Schema
	groups  map[vocab.IRI]bool
	blanks  int
	triples []rdf.Triple
	errs    []error
}

// shapeKey tells shapes apart: one struct type has one shape, unless it is compiled for several classes.
type shapeKey struct {
	typ   reflect.Type
	class vocab.IRI
}

// node returns the term of a node shape, and sees to it that the shape is written.
func (g *graph) node(s *Schema) rdf.Term {
	if t, ok := g.nodes[s]; ok {
		return t
	}
	key := shapeKey{s.layout.Go, s.class}
	if same := g.byType[key]; same != nil {
		g.nodes[s] = g.nodes[same]
		return g.nodes[s]
	}
	term := g.blank()
	if iri := g.naming.shape(s); iri != "" {
		if err := vocab.CheckIRI(string(iri)); err != nil {
			g.errs = append(g.errs, fmt.Errorf("the name of the shape of %s: %w", s.layout.Go, err))
		}
		if other := g.named[iri]; other != nil {
			g.errs = append(g.errs, fmt.Errorf("the shapes of %s (class %q) and %s (class %q) have the same name, %s",
				other.layout.Go, other.class, s.layout.Go, s.class, iri))
		}
		g.named[iri] = s
		term = rdf.NewIRI(iri)
	}
	g.nodes[s], g.byType[key] = term, s
	g.queue = append(g.queue, s)
	return term
}

func (g *graph) blank() rdf.Term {
	g.blanks++
	return rdf.NewBlankNode("b" + strconv.Itoa(g.blanks))
}

func (g *graph) add(s rdf.Term, p vocab.IRI, o rdf.Term) {
	g.triples = append(g.triples, rdf.Triple{Subject: s, Predicate: rdf.NewIRI(p), Object: o})
}

// iri adds a triple unless the IRI is empty.
func (g *graph) iri(s rdf.Term, p, o vocab.IRI) {
	if o != "" {
		g.add(s, p, rdf.NewIRI(o))
	}
}

// text adds a triple unless the text is empty.
func (g *graph) text(s rdf.Term, p vocab.IRI, text string) {
	if text != "" {
		g.add(s, p, rdf.NewString(text))
	}
}

// flag adds a triple if the flag is set.
func (g *graph) flag(s rdf.Term, p vocab.IRI, set bool) {
	if set {
		g.add(s, p, boolean(true))
	}
}

// count adds a triple unless the number is 0.
func (g *graph) count(s rdf.Term, p vocab.IRI, n int) {
	if n != 0 {
		g.add(s, p, rdf.NewLiteral(strconv.Itoa(n), vocab.XSDInteger))
	}
}

// term adds a triple unless there is no term.
func (g *graph) term(s rdf.Term, p vocab.IRI, o *rdf.Term) {
	if o != nil {
		g.add(s, p, *o)
	}
}

// prose adds a triple for each language.
func (g *graph) prose(s rdf.Term, p vocab.IRI, text literal.LangString) {
	for _, v := range text {
		g.add(s, p, rdf.NewLangString(v.Value, v.Lang))
	}
}

// list adds an RDF list unless it has no members.
func (g *graph) list(s rdf.Term, p vocab.IRI, members []rdf.Term) {
	if len(members) == 0 {
		return
	}
	cell := g.blank()
	g.add(s, p, cell)
	for i, m := range members {
		g.add(cell, vocab.RDFFirst, m)
		rest := rdf.NewIRI(vocab.RDFNil)
		if i+1 < len(members) {
			rest = g.blank()
		}
		g.add(cell, vocab.RDFRest, rest)
		cell = rest
	}
}

func boolean(b bool) rdf.Term { return rdf.NewLiteral(strconv.FormatBool(b), vocab.XSDBoolean) }

func (g *graph) writeNode(s *Schema, root bool) {
	node, shape := g.nodes[s], s.shape
	g.iri(node, vocab.RDFType, vocab.SHNodeShape)
	if root {
		g.iri(node, vocab.SHTargetClass, shape.TargetClass)
	}
	if shape.Closed {
		g.flag(node, vocab.SHClosed, true)
		g.list(node, vocab.SHIgnoredProperties, []rdf.Term{rdf.NewIRI(vocab.RDFType)})
	}
	g.prose(node, vocab.RDFSComment, shape.Description)
	g.rest(node, shape.Deactivated, shape.Severity, shape.Message)
	for _, p := range s.properties {
		if p.Shape != nil {
			g.writeProperty(node, s, p)
		}
	}
}

// rest writes what node shapes and property shapes both have.
func (g *graph) rest(node rdf.Term, deactivated bool, severity vocab.IRI, message literal.LangString) {
	g.flag(node, vocab.SHDeactivated, deactivated)
	if severity != vocab.SHViolation {
		g.iri(node, vocab.SHSeverityProperty, severity)
	}
	g.prose(node, vocab.SHMessage, message)
}

func (g *graph) writeProperty(node rdf.Term, s *Schema, property *Property) {
	p := property.Shape
	shape := rdf.NewIRI(g.naming.Property(s, p.Key))
	if shape.Value == "" {
		shape = g.blank()
	}
	g.add(node, vocab.SHProperty, shape)
	g.iri(shape, vocab.RDFType, vocab.SHPropertyShape)
	g.iri(shape, vocab.SHPath, p.Path)
	g.text(shape, vocab.SHName, p.Key)
	g.prose(shape, vocab.RDFSLabel, p.Label)
	g.prose(shape, vocab.SHDescription, p.Description)
	g.count(shape, vocab.SHMinCount, p.MinCount)
	if p.MaxCount != Unbounded {
		g.count(shape, vocab.SHMaxCount, p.MaxCount)
	}
	g.iri(shape, vocab.SHDatatype, p.Datatype)
	g.iri(shape, vocab.SHNodeKindProperty, p.NodeKind)
	g.iri(shape, vocab.SHClass, g.class(property))
	if property.Node != nil {
		g.add(shape, vocab.SHNode, g.node(property.Node))
	}
	g.writeConstraints(shape, s, p)
	g.term(shape, vocab.SHDefaultValue, p.DefaultValue)
	g.count(shape, vocab.SHOrder, p.Order)
	g.group(shape, p.Group)
	g.rest(shape, p.Deactivated, p.Severity, p.Message)
}

// class is the class of a property's values, which for a reference the naming knows.
func (g *graph) class(p *Property) vocab.IRI {
	if p.Shape.Class == "" && p.Field.Target != nil && g.naming.Class != nil {
		return g.naming.Class(p.Field.Target)
	}
	return p.Shape.Class
}

// group writes the group that a form shows the property in.
func (g *graph) group(shape rdf.Term, group vocab.IRI) {
	g.iri(shape, vocab.SHGroup, group)
	if group == "" || g.groups[group] {
		return
	}
	if g.groups == nil {
		g.groups = map[vocab.IRI]bool{}
	}
	g.groups[group] = true
	g.iri(rdf.NewIRI(group), vocab.RDFType, vocab.SHPropertyGroup)
}

// writeConstraints writes the constraints on values, and those that name another property by its predicate.
func (g *graph) writeConstraints(shape rdf.Term, s *Schema, p *PropertyShape) {
	g.count(shape, vocab.SHMinLength, p.MinLength)
	g.count(shape, vocab.SHMaxLength, p.MaxLength)
	g.text(shape, vocab.SHPattern, pattern.Spelled(p.Pattern))
	g.text(shape, vocab.SHFlags, p.Flags)
	languages := make([]rdf.Term, len(p.LanguageIn))
	for i, lang := range p.LanguageIn {
		languages[i] = rdf.NewString(lang)
	}
	g.list(shape, vocab.SHLanguageIn, languages)
	g.flag(shape, vocab.SHUniqueLang, p.UniqueLang)
	g.term(shape, vocab.SHMinInclusive, p.MinInclusive)
	g.term(shape, vocab.SHMinExclusive, p.MinExclusive)
	g.term(shape, vocab.SHMaxInclusive, p.MaxInclusive)
	g.term(shape, vocab.SHMaxExclusive, p.MaxExclusive)
	g.list(shape, vocab.SHIn, p.In)
	for i := range p.HasValue {
		g.term(shape, vocab.SHHasValue, &p.HasValue[i])
	}
	for _, other := range [...]struct {
		predicate vocab.IRI
		key       string
	}{
		{vocab.SHEquals, p.Equals},
		{vocab.SHDisjoint, p.Disjoint},
		{vocab.SHLessThan, p.LessThan},
		{vocab.SHLessThanOrEquals, p.LessThanOrEquals},
	} {
		if property := s.byKey[other.key]; property != nil {
			g.iri(shape, other.predicate, property.Shape.Path)
		}
	}
}
