package rdf

import (
	"fmt"
	"iter"
	"math"
	"slices"
)

// mostTriples is how many triples fit into a graph, so that the terms can be numbered too.
const mostTriples = math.MaxUint32 / 3

// NewGraph returns the graph of some triples. Order and repetition do not count, but for the order of IDs.
func NewGraph(triples ...Triple) *Graph {
	b := GraphBuilder{rows: make([]row, 0, len(triples))}
	for _, t := range triples {
		b.Add(t)
	}
	return b.Graph()
}

// ReadGraph collects what a reader yields: rdf.ReadGraph(rdf.ReadNTriples(file, rdf.Options{})). The first error of the
// reader ends it, and is returned as it is.
func ReadGraph(triples iter.Seq2[Triple, error]) (*Graph, error) {
	var b GraphBuilder
	for t, err := range triples {
		if err != nil {
			return nil, err
		}
		if b.Len() == mostTriples {
			return nil, fmt.Errorf("rdf: more than %d triples do not fit into a graph", mostTriples)
		}
		b.Add(t)
	}
	return b.Graph(), nil
}

// GraphBuilder collects triples for a [Graph]. Its zero value is ready for use; it is not for several goroutines.
type GraphBuilder struct {
	terms  *termTable
	rows   []row
	labels labels
}

// row is a triple of numbers: subject, predicate, object.
type row [3]ID

// Add adds a triple, whose strings are copied. A triple without a subject, predicate or object is left out. A builder takes
// 1,431,655,765 triples, repeated ones included.
func (b *GraphBuilder) Add(t Triple) {
	if t.Subject.Kind == 0 || t.Predicate.Kind == 0 || t.Object.Kind == 0 {
		return
	}
	if b.terms == nil {
		b.terms = newTermTable()
	}
	b.labels.own(&t.Subject)
	b.labels.own(&t.Object)
	b.rows = append(b.rows, row{b.terms.intern(&t.Subject), b.terms.intern(&t.Predicate), b.terms.intern(&t.Object)})
}

// NextDocument says that the triples from now on come from another document, in which a label of a blank node means another
// node than it did before.
func (b *GraphBuilder) NextDocument() { b.labels.next() }

// Len returns the number of triples added since the last graph, repeated ones included.
func (b *GraphBuilder) Len() int { return len(b.rows) }

// Graph returns the graph of the triples that were added, and leaves the builder empty. It takes time in proportion to their
// number.
func (b *GraphBuilder) Graph() *Graph {
	if b.terms == nil {
		return &Graph{}
	}
	g := &Graph{terms: b.terms}
	g.terms.values, g.terms.tags = slices.Clip(g.terms.values), slices.Clip(g.terms.tags)
	rows := b.rows
	*b = GraphBuilder{}

	const subject, predicate, object = 0, 1, 2
	s := sorter{spare: make([]row, len(rows)), count: make([]uint32, len(g.terms.values)+1)}
	rows = s.by(object, rows)
	rows = s.by(predicate, rows)
	rows = s.by(subject, rows)
	rows = slices.Compact(rows)
	s.spare = s.spare[:len(rows)]
	g.out = newIndex(rows, subject, object, len(g.terms.values))
	rows = s.by(predicate, rows)
	g.subjects = newColumn(rows, subject)
	rows = s.by(object, rows)
	g.in = newIndex(rows, object, subject, len(g.terms.values))
	rows = s.by(predicate, rows)
	g.objects = newColumn(rows, object)
	return g
}

// sorter sorts rows by one place at a time, and keeps the order of those that are equal there: sorting by the least
// important place first gives any order, in linear time.
type sorter struct {
	spare []row
	count []uint32
}

// by returns the rows sorted by a place; the slice it was given is the next spare one.
func (s *sorter) by(place int, rows []row) []row {
	clear(s.count)
	for i := range rows {
		s.count[rows[i][place]+1]++
	}
	for i := 1; i < len(s.count); i++ {
		s.count[i] += s.count[i-1]
	}
	sorted := s.spare
	for _, r := range rows {
		n := &s.count[r[place]]
		sorted[*n] = r
		*n++
	}
	s.spare = rows
	return sorted
}
