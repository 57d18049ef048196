package core

import (
	"fmt"
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compiler makes shapes of a shapes graph.
type compiler struct {
	graphReader
	config   Config
	shapes   *Shapes
	byID     map[rdf.ID]*shape
	prefixes *vocab.Prefixes
	table    []component
	errors   []Issue
}

func newCompiler(g *rdf.Graph, config Config) *compiler {
	return &compiler{
		graphReader: newGraphReader(g),
		config:      config,
		shapes:      &Shapes{graph: g, byTerm: map[rdf.Term]*shape{}, numbers: map[rdf.Term]int{}, recursive: config.Recursive},
		byID:        map[rdf.ID]*shape{},
		prefixes:    vocab.StandardPrefixes(),
		table:       components(),
	}
}

// constant is the number of a term that runs look up in the data.
func (c *compiler) constant(t rdf.Term) int {
	n, ok := c.shapes.numbers[t]
	if !ok {
		n = len(c.shapes.constants)
		c.shapes.numbers[t] = n
		c.shapes.constants = append(c.shapes.constants, t)
	}
	return n
}

// term is the term of an ID.
func (c *compiler) term(id rdf.ID) rdf.Term { return c.graph.Term(id) }

// name is an IRI as people read it: a CURIE where a standard prefix is known.
func (c *compiler) name(iri vocab.IRI) string {
	if curie, ok := c.prefixes.Compact(iri); ok {
		return curie
	}
	return "<" + string(iri) + ">"
}

// text is a term as people read it.
func (c *compiler) text(t rdf.Term) string {
	if t.Kind == rdf.IRI {
		return c.name(vocab.IRI(t.Value))
	}
	return t.String()
}

// fault notes what makes a shape unusable.
func (c *compiler) fault(s *shape, predicate vocab.IRI, format string, args ...any) {
	s.issues = slices.Insert(s.issues, s.faults, Issue{Shape: s.term, Predicate: predicate, Reason: fmt.Sprintf(format, args...)})
	s.faults++
}

// warn notes what is odd about a shape.
func (c *compiler) warn(s *shape, predicate vocab.IRI, format string, args ...any) {
	s.issues = append(s.issues, Issue{Shape: s.term, Predicate: predicate, Reason: fmt.Sprintf(format, args...)})
}

// findShapes finds the nodes that are shapes by themselves: those with a type, a target or a parameter of a constraint. The
// others are found where they are referred to.
func (c *compiler) findShapes() {
	found := append(c.instances(vocab.SHNodeShape), c.instances(vocab.SHPropertyShape)...)
	for _, predicate := range targetPredicates() {
		found = append(found, c.graph.SubjectsOf(c.id(predicate))...)
	}
	for i := range c.table {
		for _, p := range c.table[i].parameters {
			found = append(found, c.graph.SubjectsOf(c.id(p.predicate))...)
		}
	}
	for _, predicate := range unsupported() {
		found = append(found, c.graph.SubjectsOf(c.id(predicate))...)
	}
	for _, id := range sorted(found) {
		if !c.isOther(id) {
			c.shape(id)
		}
	}
}

// isOther says that a node which has properties of a shape is a result or a component instead.
func (c *compiler) isOther(id rdf.ID) bool {
	for _, class := range []vocab.IRI{vocab.SHValidationResult, vocab.SHConstraintComponent, vocab.SHParameter} {
		if c.graph.Contains(id, c.id(vocab.RDFType), c.id(class)) {
			return true
		}
	}
	return false
}

// shape is the shape with an ID. It is compiled later.
func (c *compiler) shape(id rdf.ID) *shape {
	s := c.byID[id]
	if s == nil {
		s = &shape{index: len(c.shapes.shapes), id: id, term: c.term(id), severity: vocab.SHViolation}
		c.byID[id] = s
		c.shapes.byTerm[s.term] = s
		c.shapes.shapes = append(c.shapes.shapes, s)
	}
	return s
}

// compileShapes compiles all shapes, also those that are found on the way.
func (c *compiler) compileShapes() {
	n := 0
	for n < len(c.shapes.shapes) {
		c.compileShape(c.shapes.shapes[n])
		n++
	}
}

func (c *compiler) compileShape(s *shape) {
	if s.term.Kind == rdf.Literal {
		c.fault(s, "", "a shape is an IRI or a blank node")
		return
	}
	c.readPathOf(s)
	c.readProfile(s)
	c.readTargets(s)
	for i := range c.table {
		c.readComponent(s, &c.table[i])
	}
	c.checkPredicates(s)
}

// readPathOf reads the path of a property shape.
func (c *compiler) readPathOf(s *shape) {
	paths := c.values(s.id, vocab.SHPath)
	switch {
	case len(paths) > 1:
		c.fault(s, vocab.SHPath, "a property shape has one path, not %d", len(paths))
		return
	case len(paths) == 0:
		if c.isProperty(s) {
			c.fault(s, vocab.SHPath, "it is missing, and a property shape has one")
		}
		return
	case c.hasType(s.id, vocab.SHNodeShape):
		c.fault(s, vocab.SHPath, "a node shape has no path: make it a sh:PropertyShape, or remove one of both")
	}
	path, reason := c.readPath(paths[0])
	if reason != "" {
		c.fault(s, vocab.SHPath, "%s", reason)
		return
	}
	s.path = path
	s.walk = newWalker(path, c.constant)
}

// isProperty says that a shape is meant to be a property shape, whether it has a path or not.
func (c *compiler) isProperty(s *shape) bool {
	return c.hasType(s.id, vocab.SHPropertyShape) || len(c.graph.Subjects(c.id(vocab.SHProperty), s.id)) > 0
}

// hasType says that a node is declared to be of a class, subclasses left aside.
func (c *compiler) hasType(id rdf.ID, class vocab.IRI) bool {
	return c.graph.Contains(id, c.id(vocab.RDFType), c.id(class))
}

// readProfile reads what is no constraint: sh:deactivated, sh:severity and sh:message.
func (c *compiler) readProfile(s *shape) {
	if v, ok := c.one(s, vocab.SHDeactivated); ok {
		s.deactivated = c.isTrue(s, vocab.SHDeactivated, v)
	}
	if v, ok := c.one(s, vocab.SHSeverityProperty); ok {
		if iri := c.term(v).IRI(); iri != "" {
			s.severity = iri
		} else {
			c.fault(s, vocab.SHSeverityProperty, "want an IRI, got %s", c.term(v))
		}
	}
	for _, v := range c.values(s.id, vocab.SHMessage) {
		t := c.term(v)
		if t.Kind != rdf.Literal || t.Datatype != vocab.XSDString && t.Lang == "" {
			c.fault(s, vocab.SHMessage, "want text, got %s", t)
			continue
		}
		s.messages = append(s.messages, literal.LangValue{Lang: t.Lang, Value: t.Value})
	}
}

// one reads the value of a property that has one at most.
func (c *compiler) one(s *shape, predicate vocab.IRI) (rdf.ID, bool) {
	values := c.values(s.id, predicate)
	switch len(values) {
	case 0:
		return 0, false
	case 1:
		return values[0], true
	}
	c.fault(s, predicate, "want one value at most, got %d", len(values))
	return 0, false
}

// isTrue reads a boolean. Only the literal true switches on: SHACL compares terms, not values.
func (c *compiler) isTrue(s *shape, predicate vocab.IRI, id rdf.ID) bool {
	t := c.term(id)
	switch {
	case t.Datatype != vocab.XSDBoolean:
		c.fault(s, predicate, "want true or false, got %s", t)
	case t.Value != "true" && t.Value != "false":
		c.warn(s, predicate, "%s counts as false: only true itself switches it on", t)
	}
	return t.Datatype == vocab.XSDBoolean && t.Value == "true"
}

// readComponent compiles the constraints of one component that a shape declares.
func (c *compiler) readComponent(s *shape, component *component) {
	args := make([][]rdf.ID, len(component.parameters))
	for i, p := range component.parameters {
		args[i] = c.values(s.id, p.predicate)
	}
	if c.lacks(s, component) != "" {
		return
	}
	first := component.parameters[0].predicate
	if component.propertyOnly && len(c.values(s.id, vocab.SHPath)) == 0 {
		if !c.isProperty(s) { // of which it is said that the path is missing
			c.fault(s, first, "it stands on a property shape: a node shape has no path to count or compare the values of")
		}
		return
	}
	if component.single || len(args) > 1 {
		for i, p := range component.parameters {
			if len(args[i]) > 1 {
				c.fault(s, p.predicate, "want one value, got %d", len(args[i]))
				return
			}
		}
	}
	if len(args) > 1 {
		c.addConstraint(s, component, args)
		return
	}
	for _, v := range args[0] {
		c.addConstraint(s, component, [][]rdf.ID{{v}})
	}
}

func (c *compiler) addConstraint(s *shape, component *component, args [][]rdf.ID) {
	d := declaration{compiler: c, shape: s, component: component, args: args}
	constraint, ok := component.compile(&d)
	if ok {
		constraint.shape, constraint.component = s, component
		s.constraints = append(s.constraints, constraint)
	}
}
