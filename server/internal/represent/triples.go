package represent

import (
	"strconv"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// AppendTriples appends a record's triples as lines of N-Triples, which are lines of N-Quads too.
func (p *Plan) AppendTriples(dst []byte, value unsafe.Pointer, state *State) []byte {
	dst = append(dst, '<')
	start := len(dst) - 1
	dst = append(p.AppendReference(dst, value, state.Base), '>')
	end := len(dst)
	dst = append(dst, p.root.typeTriple...)
	return p.root.appendTriples(dst, start, end, value, state)
}

// AppendBlankLabel appends a new blank node label.
func (s *State) AppendBlankLabel(dst []byte) []byte {
	s.labels++
	return strconv.AppendInt(append(dst, "_:b"...), int64(s.labels), 10)
}

// appendTriples appends the triples of a node whose subject has been written at dst[start:end] already.
func (n *node) appendTriples(dst []byte, start, end int, value unsafe.Pointer, state *State) []byte {
	for i := range n.steps {
		s := &n.steps[i]
		if s.link != nil {
			if target := s.link(value); target != "" {
				dst = append(append(dst, dst[start:end]...), s.predicate...)
				dst = append(appendTarget(append(dst, '<'), target, state.Base), "> .\n"...)
			}
			continue
		}
		for j := range s.field.Len(value) {
			v := s.field.At(value, j)
			if v == nil {
				continue
			}
			line := len(dst)
			dst = append(append(dst, dst[start:end]...), s.predicate...)
			written := len(dst)
			if s.kind == record.KindNode {
				dst = s.node.appendNested(dst, v, state)
			} else if dst = s.appendObject(dst, v, state, s.suffix, false); len(dst) > written {
				dst = append(dst, " .\n"...)
			}
			if len(dst) == written {
				dst = dst[:line]
			}
		}
	}
	return dst
}

// appendNested completes the line that refers to a nested node and appends the node's own lines, or nothing when none of
// its properties is shown.
func (n *node) appendNested(dst []byte, v unsafe.Pointer, state *State) []byte {
	if state.depth == maxDepth {
		return dst
	}
	state.depth++
	defer func() { state.depth-- }()
	start := len(dst)
	named := n.identifier != nil && n.identifier.Len(v) > 0
	if named {
		dst = n.appendIRI(dst, v, state)
	} else {
		dst = state.AppendBlankLabel(dst)
	}
	end := len(dst)
	dst = append(dst, " .\n"...)
	if len(n.typeTriple) > 0 {
		dst = append(append(dst, dst[start:end]...), n.typeTriple...)
	}
	empty := len(dst)
	dst = n.appendTriples(dst, start, end, v, state)
	if len(dst) == empty && !named {
		return dst[:start]
	}
	return dst
}

// appendIRI appends the IRI of a nested node that has one.
func (n *node) appendIRI(dst []byte, v unsafe.Pointer, state *State) []byte {
	if n.segment == "" {
		return rdf.AppendIRI(dst, vocab.IRI(record.String(n.identifier.At(v, 0))))
	}
	return append(n.appendReference(append(dst, '<'), v, state.Base), '>')
}

// appendObject appends a value that is no nested node, in Turtle's shorter form if there is one; nothing for a token that
// its enumeration doesn't list.
func (s *step) appendObject(dst []byte, v unsafe.Pointer, state *State, suffix []byte, turtle bool) []byte {
	switch s.kind {
	case record.KindToken:
		t := s.token(v)
		switch {
		case t == nil:
			return dst
		case turtle:
			return append(dst, t.turtle...)
		default:
			return append(dst, t.iri...)
		}
	case record.KindRef:
		dst = append(append(append(dst, '<'), state.Base...), s.segment...)
		return append(vocab.AppendSegment(dst, record.String(v)), '>')
	case record.KindLangString:
		text := record.LangValue(v)
		state.see(text.Lang)
		return rdf.AppendLiteral(dst, text.Value, "", text.Lang)
	case record.KindString, record.KindDecimal:
		if s.iri {
			return rdf.AppendIRI(dst, vocab.IRI(record.String(v)))
		}
		return append(rdf.AppendLiteral(dst, record.String(v), "", ""), suffix...)
	default:
	}
	if turtle && s.bare {
		return s.appendLexical(dst, v)
	}
	return append(append(s.appendLexical(append(dst, '"'), v), '"'), suffix...)
}

// appendLexical appends the lexical form of a value whose form needs no escapes.
func (s *step) appendLexical(dst []byte, v unsafe.Pointer) []byte {
	switch s.kind {
	case record.KindDate:
		return record.Date(v).Append(dst)
	case record.KindDateTime:
		return literal.AppendDateTime(dst, s.field.DateTime(v))
	case record.KindTime:
		return record.Time(v).Append(dst)
	case record.KindGYear:
		return record.GYear(v).Append(dst)
	case record.KindBool:
		return strconv.AppendBool(dst, record.Bool(v))
	case record.KindInt:
		return strconv.AppendInt(dst, s.field.Int(v), 10)
	case record.KindUint:
		return strconv.AppendUint(dst, s.field.Uint(v), 10)
	case record.KindFloat:
		return literal.AppendDouble(dst, s.field.Float(v))
	default:
		return dst
	}
}
