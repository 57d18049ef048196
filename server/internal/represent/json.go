package represent

import (
	"math"
	"strconv"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// State is what writing one response needs and finds out. It is used by one goroutine at a time.
type State struct {
	// Prefix precedes a path below the base in JSON: "/api", or "https://data.example.org/api".
	Prefix string
	// Base is the absolute URL of the base, without a trailing slash; RDF syntaxes use it.
	Base string
	// Languages are the tags of the API's languages, Seen the bits of those that text was written in.
	Languages []string
	Seen      uint64
	// Language is the one that text is written in by representations that have room for one.
	Language string

	depth   int
	labels  int
	pending []pendingNode
}

// Reset readies a state for another response; it keeps its memory.
func (s *State) Reset(prefix, base string, languages []string) {
	clear(s.pending[:cap(s.pending)])
	*s = State{Prefix: prefix, Base: base, Languages: languages, pending: s.pending[:0]}
}

func (s *State) see(tag string) {
	for i, t := range s.Languages {
		if t == tag || strings.EqualFold(t, tag) {
			s.Seen |= 1 << i
			return
		}
	}
}

// AppendJSON appends the members of a record to an object that is open: "@id" and "@type", then the properties. It
// writes neither the braces nor a leading comma.
func (p *Plan) AppendJSON(dst []byte, value unsafe.Pointer, state *State) []byte {
	dst = append(dst, `"@id":"`...)
	dst = p.AppendReference(dst, value, state.Prefix)
	dst = append(dst, `",`...)
	dst = append(dst, p.root.typeJSON...)
	return p.root.appendJSON(dst, value, state)
}

// AppendReference appends the reference to a record: prefix, path of the collection, escaped identifier. It is made of
// the characters of a URI.
func (p *Plan) AppendReference(dst []byte, value unsafe.Pointer, prefix string) []byte {
	dst = append(dst, prefix...)
	if p.within != nil {
		dst = vocab.AppendSegment(append(dst, p.above...), p.Above(value))
	}
	dst = append(dst, p.segment...)
	return vocab.AppendSegment(dst, p.ID(value))
}

// ID is the identifier of a record.
func (p *Plan) ID(value unsafe.Pointer) string { return record.String(p.identifier.At(value, 0)) }

// Above is the identifier of the resource that a record of a nested class is below.
func (p *Plan) Above(value unsafe.Pointer) string {
	if p.within.Len(value) == 0 {
		return ""
	}
	return record.String(p.within.At(value, 0))
}

// appendJSON appends the properties of a node, each with the comma before it where one is needed.
func (n *node) appendJSON(dst []byte, value unsafe.Pointer, state *State) []byte {
	for i := range n.steps {
		s := &n.steps[i]
		if s.link != nil {
			if target := s.link(value); target != "" {
				dst = append(comma(dst), s.key...)
				dst = append(appendTarget(append(dst, '"'), target, state.Prefix), '"')
			}
			continue
		}
		count := s.field.Len(value)
		if count == 0 {
			continue
		}
		start := len(dst)
		dst = append(comma(dst), s.key...)
		switch {
		case s.kind == record.KindLangString:
			dst = s.appendLanguageMap(dst, value, count, state)
		case s.many:
			dst = append(dst, '[')
			open := len(dst)
			for j := range count {
				if v := s.field.At(value, j); v != nil {
					dst = s.appendValue(comma(dst), v, state)
				}
			}
			if len(dst) == open {
				dst = dst[:start]
				continue
			}
			dst = append(dst, ']')
		default:
			written := len(dst)
			if dst = s.appendValue(dst, s.field.At(value, 0), state); len(dst) == written {
				dst = dst[:start]
			}
		}
	}
	return dst
}

// comma appends a comma unless an object, array or member has just been opened.
func comma(dst []byte) []byte {
	switch dst[len(dst)-1] {
	case '{', '[', ',':
		return dst
	}
	return append(dst, ',')
}

func (s *step) appendLanguageMap(dst []byte, value unsafe.Pointer, count int, state *State) []byte {
	dst = append(dst, '{')
	for j := range count {
		v := record.LangValue(s.field.At(value, j))
		state.see(v.Lang)
		dst = append(literal.AppendJSONString(comma(dst), v.Lang), ':')
		dst = literal.AppendJSONString(dst, v.Value)
	}
	return append(dst, '}')
}

// token is the token that a value is, nil for a value that the enumeration doesn't list.
func (s *step) token(v unsafe.Pointer) *token {
	name := record.String(v)
	for i := range s.tokens {
		if s.tokens[i].name == name {
			return &s.tokens[i]
		}
	}
	return nil
}

// appendValue appends one value. It appends nothing, and takes back a comma, for a node of which nothing is shown and for
// a token that its enumeration doesn't list.
func (s *step) appendValue(dst []byte, v unsafe.Pointer, state *State) []byte {
	switch s.kind {
	case record.KindString, record.KindDecimal:
		return literal.AppendJSONString(dst, record.String(v))
	case record.KindToken:
		if t := s.token(v); t != nil {
			return append(dst, t.json...)
		}
		return dst[:len(dst)-trailingComma(dst)]
	case record.KindDate:
		return append(record.Date(v).Append(append(dst, '"')), '"')
	case record.KindDateTime:
		return append(literal.AppendDateTime(append(dst, '"'), s.field.DateTime(v)), '"')
	case record.KindTime:
		return append(record.Time(v).Append(append(dst, '"')), '"')
	case record.KindGYear:
		return append(record.GYear(v).Append(append(dst, '"')), '"')
	case record.KindBool:
		return strconv.AppendBool(dst, record.Bool(v))
	case record.KindInt:
		return strconv.AppendInt(dst, s.field.Int(v), 10)
	case record.KindUint:
		return strconv.AppendUint(dst, s.field.Uint(v), 10)
	case record.KindFloat:
		f := s.field.Float(v)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return append(literal.AppendDouble(append(dst, '"'), f), '"')
		}
		return literal.AppendJSONFloat(dst, f)
	case record.KindRef:
		dst = append(append(append(dst, '"'), state.Prefix...), s.segment...)
		return append(vocab.AppendSegment(dst, record.String(v)), '"')
	case record.KindNode:
		return s.node.appendObject(dst, v, state)
	case record.KindLangString: // written as a map
	}
	return dst
}

// appendObject appends a nested node, or takes back the comma before it when none of its properties is shown.
func (n *node) appendObject(dst []byte, v unsafe.Pointer, state *State) []byte {
	start := len(dst)
	if state.depth == maxDepth {
		return dst[:start-trailingComma(dst)]
	}
	state.depth++
	defer func() { state.depth-- }()
	dst = append(dst, '{')
	if n.identifier != nil && n.identifier.Len(v) > 0 {
		dst = append(dst, `"@id":`...)
		if n.segment == "" {
			dst = literal.AppendJSONString(dst, record.String(n.identifier.At(v, 0)))
		} else {
			dst = append(n.appendReference(append(dst, '"'), v, state.Prefix), '"')
		}
	}
	if len(n.typeJSON) > 0 {
		dst = append(comma(dst), n.typeJSON...)
	}
	empty := len(dst)
	dst = n.appendJSON(dst, v, state)
	if len(dst) == empty && (n.identifier == nil || n.identifier.Len(v) == 0) {
		return dst[:start-trailingComma(dst[:start])]
	}
	return append(dst, '}')
}

// trailingComma is the length of the comma that dst ends in: 0 or 1.
func trailingComma(dst []byte) int {
	if dst[len(dst)-1] == ',' {
		return 1
	}
	return 0
}

// appendReference appends the reference to a nested node that is a resource.
func (n *node) appendReference(dst []byte, v unsafe.Pointer, prefix string) []byte {
	return vocab.AppendSegment(append(append(dst, prefix...), n.segment...), record.String(n.identifier.At(v, 0)))
}

// appendTarget appends the target of a computed link: an absolute IRI as it is, a path below the base behind the prefix.
func appendTarget(dst []byte, target, prefix string) []byte {
	if absolute(target) {
		return vocab.AppendURI(dst, target)
	}
	dst = append(dst, prefix...)
	if target[0] != '/' {
		dst = append(dst, '/')
	}
	return vocab.AppendURI(dst, target)
}

// absolute says whether a reference starts with a scheme.
func absolute(ref string) bool {
	for i := range len(ref) {
		switch c := ref[i]; {
		case c == ':':
			return i > 0
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && (c == '+' || c == '-' || c == '.' || '0' <= c && c <= '9'):
		default:
			return false
		}
	}
	return false
}
