package shacl

import (
	"strconv"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// collector gathers results. Its zero value is ready; it does not allocate as long as there is no result.
type collector struct {
	results   []Result
	truncated bool
	nodes     int
	// labels numbers the nested nodes that results are about.
	labels map[string]string
}

func (c *collector) full() bool { return len(c.results) >= MaxResults }

// value notes that a value violates a constraint.
func (c *collector) value(st *step, at *place, i int, v unsafe.Pointer, component vocab.IRI) {
	path := append(at.path(1), PathStep{Key: st.field.Key, Index: st.index(i), property: st.property})
	value := st.property.Term(v)
	if st.node != nil {
		value = c.node(st.node, v, path)
	}
	c.add(st, at, path, value, component, st.message(component, value))
}

// other notes that a value of another property violates a constraint of this one.
func (c *collector) other(st *step, at *place, component vocab.IRI, value rdf.Term) {
	c.add(st, at, st.path(at), value, component, st.message(component, value))
}

// missing notes that a value of sh:hasValue is absent.
func (c *collector) missing(st *step, at *place, value rdf.Term) {
	component := vocab.SHHasValueConstraintComponent
	c.add(st, at, st.path(at), rdf.Term{}, component, st.message(component, value))
}

// counted notes that there are too few or too many values.
func (c *collector) counted(st *step, at *place, component vocab.IRI) {
	c.add(st, at, st.path(at), rdf.Term{}, component, st.message(component, rdf.Term{}))
}

// language notes that value i is the second in its language.
func (c *collector) language(st *step, at *place, lang string) {
	component := vocab.SHUniqueLangConstraintComponent
	c.add(st, at, st.path(at), rdf.Term{}, component, st.message(component, rdf.NewLangString("", valid(lang))))
}

func (c *collector) add(st *step, at *place, path []PathStep, value rdf.Term, component vocab.IRI, message literal.LangString) {
	if c.full() {
		c.truncated = true
		return
	}
	if len(st.shape.Message) > 0 {
		message = st.shape.Message
	}
	c.results = append(c.results, Result{
		FocusNode: c.focus(at),
		Path:      path, ResultPath: st.shape.Path, Value: value,
		Component: component, Severity: st.shape.Severity, Message: message,
		Shape: st.shape, schema: st.schema,
	})
}

// focus is the node that a place is at. The record itself has the zero term until the report is told its name.
func (c *collector) focus(at *place) rdf.Term {
	if at.step == nil {
		return rdf.Term{}
	}
	return c.node(at.step.node, at.node, at.path(0))
}

// node names a nested node: by its identifier when that is an IRI, otherwise by a blank node label of its own.
func (c *collector) node(s *Schema, v unsafe.Pointer, path []PathStep) rdf.Term {
	if identifier := s.layout.Identifier(); identifier != nil && identifier.Len(v) > 0 {
		if iri := record.String(identifier.At(v, 0)); vocab.CheckIRI(iri) == nil {
			return rdf.NewIRI(vocab.IRI(iri))
		}
	}
	key := pointer(path)
	label, known := c.labels[key]
	if !known {
		if c.labels == nil {
			c.labels = map[string]string{}
		}
		label = "n" + strconv.Itoa(len(c.labels)+1)
		c.labels[key] = label
	}
	return rdf.NewBlankNode(label)
}

// path is the way from the record to a place, with room for more steps.
func (at *place) path(more int) []PathStep {
	path := make([]PathStep, at.depth, at.depth+more)
	for p := at; p.step != nil; p = p.parent {
		path[p.depth-1] = PathStep{Key: p.step.field.Key, Index: p.index, property: p.step.property}
	}
	return path
}

// path is the way from the record to a property of the node at a place.
func (st *step) path(at *place) []PathStep {
	return append(at.path(1), PathStep{Key: st.field.Key, Index: -1, property: st.property})
}
