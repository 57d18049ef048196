package represent

import (
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// AppendPrefixes appends the declarations of prefixes that Turtle begins with.
func AppendPrefixes(dst []byte, prefixes []Prefix) []byte {
	for _, p := range prefixes {
		dst = append(append(append(dst, "@prefix "...), p.Name...), ": "...)
		dst = append(rdf.AppendIRI(dst, vocab.IRI(p.Namespace)), " .\n"...)
	}
	return append(dst, '\n')
}

// AppendTurtle appends a record as one block of Turtle: its subject and all its predicates. The block stays open, so that
// the caller can append further predicates (each after " ;\n  ") before the final " .\n".
func (p *Plan) AppendTurtle(dst []byte, value unsafe.Pointer, state *State) []byte {
	dst = append(p.AppendReference(append(dst, '<'), value, state.Base), "> "...)
	dst = append(dst, p.root.typeTurtle...)
	return p.root.appendTurtle(dst, value, state, separator)
}

// pendingNode is a nested node with an IRI, whose block follows the one that refers to it.
type pendingNode struct {
	node  *node
	value unsafe.Pointer
	depth int
}

// AppendPending appends the blocks of the nested nodes that the blocks before have referred to by their IRIs.
func (s *State) AppendPending(dst []byte) []byte {
	for len(s.pending) > 0 {
		p := s.pending[len(s.pending)-1]
		s.pending = s.pending[:len(s.pending)-1]
		s.depth = p.depth
		start := len(dst)
		dst = append(p.node.appendIRI(dst, p.value, s), ' ')
		subject := len(dst)
		if len(p.node.typeTurtle) > 0 {
			dst = append(dst, p.node.typeTurtle...)
		}
		dst = p.node.appendTurtle(dst, p.value, s, separator)
		if len(dst) == subject {
			dst = dst[:start]
			continue
		}
		dst = append(dst, " .\n"...)
	}
	s.depth = 0
	return dst
}

// separator stands between the predicates of a block.
const separator = " ;\n  "

// appendTurtle appends predicates and objects, with the given text between two predicates.
func (n *node) appendTurtle(dst []byte, value unsafe.Pointer, state *State, between string) []byte {
	for i := range n.steps {
		s := &n.steps[i]
		if s.link != nil {
			if target := s.link(value); target != "" {
				dst = append(append(separate(dst, between), s.curie...), '<')
				dst = append(appendTarget(dst, target, state.Base), '>')
			}
			continue
		}
		start, written := len(dst), false
		for j := range s.field.Len(value) {
			v := s.field.At(value, j)
			if v == nil {
				continue
			}
			before := len(dst)
			if written {
				dst = append(dst, ", "...)
			} else {
				dst = append(separate(dst, between), s.curie...)
			}
			empty := len(dst)
			if s.kind == record.KindNode {
				dst = s.node.appendBracketed(dst, v, state)
			} else {
				dst = s.appendObject(dst, v, state, s.turtleSuffix, true)
			}
			if len(dst) == empty {
				dst = dst[:before]
				continue
			}
			written = true
		}
		if !written {
			dst = dst[:start]
		}
	}
	return dst
}

// separate appends what stands between two predicates, or what the first one of a node needs before it.
func separate(dst []byte, between string) []byte {
	switch dst[len(dst)-1] {
	case '[':
		return append(dst, ' ')
	case ' ':
		return dst
	}
	return append(dst, between...)
}

// appendBracketed appends a nested node as [ … ], or nothing when none of its properties is shown. A nested node that has
// an IRI is written as the IRI: its own properties follow in a block of their own.
func (n *node) appendBracketed(dst []byte, v unsafe.Pointer, state *State) []byte {
	if state.depth == maxDepth {
		return dst
	}
	state.depth++
	defer func() { state.depth-- }()
	start := len(dst)
	if n.identifier != nil && n.identifier.Len(v) > 0 {
		state.pending = append(state.pending, pendingNode{n, v, state.depth})
		return n.appendIRI(dst, v, state)
	}
	dst = append(dst, '[')
	if len(n.typeTurtle) > 0 {
		dst = append(append(dst, ' '), n.typeTurtle...)
	}
	empty := len(dst)
	dst = n.appendTurtle(dst, v, state, " ; ")
	if len(dst) == empty {
		return dst[:start]
	}
	return append(dst, " ]"...)
}
