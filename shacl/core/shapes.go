package core

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Shapes is a compiled shapes graph. It is immutable and safe for concurrent use.
type Shapes struct {
	graph *rdf.Graph
	// shapes are all shapes of the graph, targets those that select nodes themselves, both in the order of the graph.
	shapes  []*shape
	targets []*shape
	byTerm  map[rdf.Term]*shape
	// constants are the terms that constraints, targets and paths mention, numbers the places where they stand. A run looks each
	// up in the data once.
	constants []rdf.Term
	numbers   map[rdf.Term]int
	warnings  []Issue
	recursive bool
}

// Config says how shapes are compiled. The zero value is right for shapes graphs that people wrote.
type Config struct {
	// Recursive takes shapes that contain themselves, on whose meaning SHACL is silent: a node that is met again while it is
	// validated against the same shape is taken to conform to it, and so is what lies more than [MaxDepth] deep.
	// It is meant for shapes that were made of Go types, which may nest themselves. Otherwise such shapes are an error.
	Recursive bool
	// SkipUnsupported leaves out what is not SHACL Core – SPARQL constraints and targets, components and functions of one's
	// own – with a warning. Otherwise it is an error, since data would seem to conform to what nobody checked.
	SkipUnsupported bool
}

// Compile compiles a shapes graph. The error is a [*ShapesError] with all that is wrong with shapes that are in use: those
// with a target, and those that these refer to. What is wrong with others, and what is odd, is a warning.
//
// Nothing is fetched: owl:imports is a warning, and who wants both graphs adds both. sh:entailment is an error, as SHACL
// demands.
func Compile(g *rdf.Graph, config Config) (*Shapes, error) {
	c := newCompiler(g, config)
	c.findShapes()
	c.compileShapes()
	c.checkGraph()
	c.checkUse()
	if len(c.errors) > 0 {
		return nil, &ShapesError{Issues: c.errors}
	}
	return c.shapes, nil
}

// Warnings are what is odd about the shapes graph, in the order of the shapes. The slice must not be written to.
func (s *Shapes) Warnings() []Issue { return s.warnings }

// Len is the number of shapes, node shapes and property shapes together.
func (s *Shapes) Len() int { return len(s.shapes) }

// shape is a node shape or a property shape.
type shape struct {
	// index is its number among the shapes.
	index int
	id    rdf.ID // in the shapes graph
	term  rdf.Term
	// path is nil for a node shape.
	path *Path
	walk walker

	deactivated bool
	severity    vocab.IRI
	messages    literal.LangString
	constraints []constraint
	targets     []target
	// refers lists the shapes that constraints refer to, parent is the first of those that refer to this one.
	refers []reference
	parent *shape
	// height is how many shapes hang below this one at most: 0 for one without references. Weight is how many constraints it
	// and they have together, up to heavy.
	height, weight int
	issues         []Issue
	faults         int // how many issues make it unusable
}

// heavy is how many constraints a shape has, with what hangs below it, for a verdict on a node to be worth remembering. Shapes
// that only list a few kinds of values are lighter.
const heavy = 8

// worth says that a verdict on a node is worth remembering, since it may be asked for again.
func (s *shape) worth() bool { return s.height > 1 || s.weight >= heavy }

// reference is a shape that a parameter of another one names.
type reference struct {
	predicate vocab.IRI
	shape     *shape
}

// constraint is one constraint of a shape.
type constraint struct {
	shape     *shape
	component *component
	// message is the text of its results, unless the shape has one.
	message literal.LangString
	// holds decides about each value node. It is nil when check decides.
	holds func(r *run, value rdf.ID) bool
	// explain has a better text for a value that violates it; nil when there is none.
	explain func(r *run, value rdf.ID) literal.LangString
	// inner are the shapes whose results are the details of a value that violates it.
	inner []*shape
	// check decides about all value nodes together.
	check func(r *run, at place)
}
