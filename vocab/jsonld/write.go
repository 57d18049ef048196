package jsonld

import (
	"io"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Write writes a dataset as JSON-LD, one line a node. Without prefixes it is in expanded form ([JSON-LD 1.1 API, 8.2]), with
// prefixes in compacted form under a context of those that are used. For a context of one's own see [Processor.Compact].
//
// The default graph comes first, then the others by name; nodes come in the order of [rdf.Graph.All]. RDF lists become
// @list. Numbers, truth values and JSON literals become JSON where that says exactly the same, such as 5 for
// "5"^^xsd:integer: [Processor.ToRDF] returns a dataset that is isomorphic to d, but for language tags, which it returns in
// lower case.
//
// The error is what w returned.
//
// [JSON-LD 1.1 API, 8.2]: https://www.w3.org/TR/json-ld11-api/#serialize-rdf-as-json-ld-algorithm
func Write(w io.Writer, d *rdf.Dataset, prefixes *vocab.Prefixes) error {
	if prefixes == nil {
		s := serializer{w: w, shared: sharedLabels(d)}
		return s.document(d, "[", "]\n")
	}
	s := serializer{w: io.Discard, shared: sharedLabels(d), compact: true, names: names{prefixes: prefixes, schemes: schemesOf(d), used: map[string]bool{}}}
	_ = s.document(d, "", "") // to see which prefixes are used
	s.w = w
	return s.document(d, "{"+s.names.context()+"\"@graph\":[", "]}\n")
}

// serializer writes nodes.
type serializer struct {
	w   io.Writer
	buf []byte
	err error
	// names abbreviates IRIs; compact is for the compacted form.
	names   names
	compact bool
	// shared are the labels of blank nodes that occur in several graphs, or name one.
	shared map[string]bool
	g      *rdf.Graph
	lists  lists
	// count is how many nodes there are in the array at hand, depth how many lists inside each other.
	count, depth int
}

const (
	flushAt = 64 << 10
	// mostNested is how many lists are written inside each other; what is deeper is written beside.
	mostNested = 32
)

// document writes the nodes of a dataset between two texts.
func (s *serializer) document(d *rdf.Dataset, open, end string) error {
	s.count = 0
	s.buf = append(s.buf, open...)
	s.graph(d.Graph(rdf.Term{}), "\n")
	for _, name := range d.Names() {
		s.next("\n")
		s.buf = append(s.buf, `{"@id":`...)
		s.name(name)
		s.buf = append(s.buf, `,"@graph":[`...)
		outer := s.count
		s.count = 0
		s.graph(d.Graph(name), "\n ")
		s.buf = append(s.buf, "\n]}"...)
		s.count = outer
	}
	if s.count > 0 {
		s.buf = append(s.buf, '\n')
	}
	s.buf = append(s.buf, end...)
	s.flush()
	return s.err
}

func (s *serializer) flush() {
	if s.err == nil {
		_, s.err = s.w.Write(s.buf)
	}
	s.buf = s.buf[:0]
}

func (s *serializer) next(separator string) {
	if s.count++; s.count > 1 {
		s.buf = append(s.buf, ',')
	}
	s.buf = append(s.buf, separator...)
}

// graph writes the nodes of a graph.
func (s *serializer) graph(g *rdf.Graph, separator string) {
	s.g, s.lists = g, listsOf(g, s.shared)
	for id := rdf.ID(1); int(id) <= g.Terms() && s.err == nil; id++ {
		if !s.lists.isCell(id) {
			s.node(id, separator)
		}
	}
	// Lists that only they themselves lead to, and those that are too deep.
	for id := rdf.ID(1); int(id) <= g.Terms() && s.err == nil; id++ {
		for s.lists.isUnwritten(id) {
			head := s.lists.breakOpen(id)
			s.node(head, separator)
		}
	}
}

// node writes a node object, if anything is said about the node.
func (s *serializer) node(id rdf.ID, separator string) {
	predicates, objects := s.g.Outgoing(id)
	if len(predicates) == 0 {
		return
	}
	s.next(separator)
	s.buf = append(s.buf, `{"@id":`...)
	s.name(s.g.Term(id))
	var types []rdf.ID
	for _, class := range s.g.Objects(id, s.lists.rdfType) {
		if s.g.Kind(class) != rdf.Literal {
			types = append(types, class)
		}
	}
	if len(types) > 0 {
		s.buf = append(s.buf, `,"@type":`...)
		s.array(types, func(class rdf.ID) { s.name(s.g.Term(class)) })
	}
	for len(predicates) > 0 {
		n := 1
		for n < len(predicates) && predicates[n] == predicates[0] {
			n++
		}
		values := objects[:n]
		if predicates[0] == s.lists.rdfType && len(types) > 0 {
			values = nil
			for _, o := range objects[:n] {
				if s.g.Kind(o) == rdf.Literal {
					values = append(values, o)
				}
			}
		}
		if len(values) > 0 {
			s.buf = append(s.buf, ',')
			s.property(s.g.Term(predicates[0]))
			s.buf = append(s.buf, ':')
			s.array(values, s.value)
		}
		predicates, objects = predicates[n:], objects[n:]
	}
	s.buf = append(s.buf, '}')
	if len(s.buf) > flushAt {
		s.flush()
	}
}

// array writes values, in compacted form a single one without brackets.
func (s *serializer) array(ids []rdf.ID, write func(rdf.ID)) {
	if s.compact && len(ids) == 1 {
		write(ids[0])
		return
	}
	s.brackets(ids, write)
}

func (s *serializer) brackets(ids []rdf.ID, write func(rdf.ID)) {
	s.buf = append(s.buf, '[')
	for i, id := range ids {
		if i > 0 {
			s.buf = append(s.buf, ',')
		}
		write(id)
	}
	s.buf = append(s.buf, ']')
}

// value writes what is a node's value for a property.
func (s *serializer) value(id rdf.ID) {
	term := s.g.Term(id)
	switch {
	case term.Kind == rdf.Literal:
		s.literal(term)
	case id == s.lists.rdfNil:
		s.buf = append(s.buf, `{"@list":[]}`...)
	case s.lists.isCell(id) && s.depth < mostNested:
		s.depth++
		s.buf = append(s.buf, `{"@list":`...)
		s.brackets(s.lists.items(id), s.value)
		s.buf = append(s.buf, '}')
		s.depth--
	default:
		s.buf = append(s.buf, `{"@id":`...)
		s.name(term)
		s.buf = append(s.buf, '}')
	}
}

func (s *serializer) literal(t rdf.Term) {
	if native, ok := appendNative(nil, t); ok {
		switch {
		case t.Datatype == vocab.RDFJSON:
			s.buf = append(s.buf, `{"@type":"@json","@value":`...)
		case s.compact:
			s.buf = append(s.buf, native...)
			return
		default:
			s.buf = append(s.buf, `{"@value":`...)
		}
		s.buf = append(append(s.buf, native...), '}')
		return
	}
	switch {
	case t.Lang != "":
		s.buf = append(s.buf, `{"@language":`...)
		s.buf = literal.AppendJSONString(s.buf, t.Lang)
		s.buf = append(s.buf, ',')
	case t.Datatype != vocab.XSDString:
		s.buf = append(s.buf, `{"@type":`...)
		s.name(rdf.NewIRI(t.Datatype))
		s.buf = append(s.buf, ',')
	case s.compact:
		s.buf = literal.AppendJSONString(s.buf, t.Value)
		return
	default:
		s.buf = append(s.buf, '{')
	}
	s.buf = append(s.buf, `"@value":`...)
	s.buf = literal.AppendJSONString(s.buf, t.Value)
	s.buf = append(s.buf, '}')
}

// name writes the name of a node, a class or a datatype.
func (s *serializer) name(t rdf.Term) {
	if t.Kind == rdf.BlankNode {
		s.buf = literal.AppendJSONString(s.buf, "_:"+t.Value)
		return
	}
	s.property(t)
}

func (s *serializer) property(t rdf.Term) {
	if short, ok := s.names.short(t.IRI()); ok {
		s.buf = literal.AppendJSONString(s.buf, short)
		return
	}
	s.buf = literal.AppendJSONString(s.buf, t.Value)
}
