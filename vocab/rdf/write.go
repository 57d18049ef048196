package rdf

import (
	"fmt"
	"io"
)

// flushAt is how many bytes are collected before they are written out.
const flushAt = 32 << 10

// WriteNTriples writes statements in N-Triples, in the order given, nothing left out. It is an error when a statement is
// none: a literal as subject, a predicate that is not an IRI, an absent term.
func WriteNTriples(w io.Writer, triples []Triple) error {
	var buf []byte
	for i, t := range triples {
		if err := t.check(); err != nil {
			return fmt.Errorf("statement %d: %w", i+1, err)
		}
		buf = AppendTriple(buf, t)
		if len(buf) >= flushAt {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	_, err := w.Write(buf)
	return err
}

// WriteNQuads writes statements in N-Quads, as [WriteNTriples] does in N-Triples. A graph is an IRI, a blank node or absent.
func WriteNQuads(w io.Writer, quads []Quad) error {
	var buf []byte
	for i, q := range quads {
		if err := q.check(); err != nil {
			return fmt.Errorf("statement %d: %w", i+1, err)
		}
		buf = AppendQuad(buf, q)
		if len(buf) >= flushAt {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	_, err := w.Write(buf)
	return err
}

// check says why a triple is no RDF statement.
func (t Triple) check() error {
	switch {
	case t.Subject.Kind != IRI && t.Subject.Kind != BlankNode:
		return fmt.Errorf("want an IRI or a blank node as subject, got %v: %v", t.Subject.Kind, t)
	case t.Predicate.Kind != IRI:
		return fmt.Errorf("want an IRI as predicate, got %v: %v", t.Predicate.Kind, t)
	case t.Object.IsZero():
		return fmt.Errorf("want a term as object, got no term: %v", t)
	}
	return nil
}

// check says why a quad is no RDF statement in a graph.
func (q Quad) check() error {
	if q.Graph.Kind == Literal {
		return fmt.Errorf("want an IRI or a blank node as graph, got literal: %v", q.Graph)
	}
	return q.Triple.check()
}
