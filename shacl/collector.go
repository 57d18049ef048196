package shacl

import (
	"strconv"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// frame is a nested node on the way to the one that is validated.
type frame struct {
	// step is the property whose value the node is; index is its number among several, -1 for a scalar.
	step  *step
	index int
	node  unsafe.Pointer
}

// collector gathers results. Its zero value is ready. It lives on the stack, and does not allocate as long as there is no
// result.
type collector struct {
	// frames lead from the record to the node that is validated.
	frames [MaxDepth]frame
	depth  int
	// nodes counts the nested nodes that were validated.
	nodes int

	results   []Result
	truncated bool
	// labels numbers the nested nodes that results are about.
	labels map[nodeKey]string
}

// nodeKey tells nested nodes apart: a struct and its first field share their address.
type nodeKey struct {
	schema *Schema
	node   unsafe.Pointer
}

// enter goes into a nested node, unless it is too deep or the work too much.
func (c *collector) enter(st *step, i int, node unsafe.Pointer) bool {
	c.nodes++
	if c.depth == len(c.frames) || c.nodes > maxNodes {
		return false
	}
	c.frames[c.depth] = frame{step: st, index: st.index(i), node: node}
	c.depth++
	return true
}

func (c *collector) leave() { c.depth-- }

func (c *collector) full() bool { return len(c.results) >= MaxResults }

// value notes that a value violates a constraint.
func (c *collector) value(st *step, i int, v unsafe.Pointer, component vocab.IRI) {
	path := c.path(st.pathStep(st.index(i)))
	value := st.property.Term(v)
	if st.node != nil {
		value = c.node(st.node, v)
	}
	c.add(st, path, value, component, st.message(component, value))
}

// other notes that a value of another property violates a constraint of this one.
func (c *collector) other(st *step, component vocab.IRI, value rdf.Term) {
	c.add(st, c.path(st.pathStep(-1)), value, component, st.message(component, value))
}

// missing notes that a value of sh:hasValue is absent.
func (c *collector) missing(st *step, value rdf.Term) {
	component := vocab.SHHasValueConstraintComponent
	c.add(st, c.path(st.pathStep(-1)), rdf.Term{}, component, st.message(component, value))
}

// counted notes that there are too few or too many values.
func (c *collector) counted(st *step, component vocab.IRI) {
	c.add(st, c.path(st.pathStep(-1)), rdf.Term{}, component, st.message(component, rdf.Term{}))
}

// language notes that value i is the second in its language.
func (c *collector) language(st *step, lang string) {
	component := vocab.SHUniqueLangConstraintComponent
	c.add(st, c.path(st.pathStep(-1)), rdf.Term{}, component, st.message(component, rdf.NewLangString("", valid(lang))))
}

func (c *collector) add(st *step, path []PathStep, value rdf.Term, component vocab.IRI, message literal.LangString) {
	if c.full() {
		c.truncated = true
		return
	}
	if len(st.shape.Message) > 0 {
		message = st.shape.Message
	}
	c.results = append(c.results, Result{
		FocusNode: c.focus(),
		Path:      path, ResultPath: st.shape.Path, Value: value,
		Component: component, Severity: st.shape.Severity, Message: message,
		Shape: st.shape, schema: st.schema,
	})
}

// focus is the node that is validated. The record itself has the zero term until the report is told its name.
func (c *collector) focus() rdf.Term {
	if c.depth == 0 {
		return rdf.Term{}
	}
	at := c.frames[c.depth-1]
	return c.node(at.step.node, at.node)
}

// node names a nested node: by its identifier when that is an IRI, otherwise by a blank node label of its own.
func (c *collector) node(s *Schema, v unsafe.Pointer) rdf.Term {
	if identifier := s.layout.Identifier(); identifier != nil && identifier.Len(v) > 0 {
		if iri := record.String(identifier.At(v, 0)); vocab.CheckIRI(iri) == nil {
			return rdf.NewIRI(vocab.IRI(iri))
		}
	}
	key := nodeKey{s, v}
	label, known := c.labels[key]
	if !known {
		if c.labels == nil {
			c.labels = map[nodeKey]string{}
		}
		label = "n" + strconv.Itoa(len(c.labels)+1)
		c.labels[key] = label
	}
	return rdf.NewBlankNode(label)
}

// path is the way from the record to the node that is validated, and on.
func (c *collector) path(further ...PathStep) []PathStep {
	path := make([]PathStep, 0, c.depth+len(further))
	for _, at := range c.frames[:c.depth] {
		step := at.step.pathStep(at.index)
		step.node = c.node(at.step.node, at.node)
		path = append(path, step)
	}
	return append(path, further...)
}

// pathStep is the step to a value of the property; to all its values when the index is -1.
func (st *step) pathStep(index int) PathStep {
	return PathStep{Key: st.field.Key, Index: index, property: st.property}
}
