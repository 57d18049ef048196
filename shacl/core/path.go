package core

import (
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// PathKind tells the kinds of property paths apart ([SHACL 2.3.1]).
//
// [SHACL 2.3.1]: https://www.w3.org/TR/shacl/#property-paths
type PathKind uint8

// The seven kinds of property paths.
const (
	// PredicatePath is one property.
	PredicatePath PathKind = iota
	// SequencePath is several paths, one after the other.
	SequencePath
	// AlternativePath is any one of several paths.
	AlternativePath
	// InversePath is a path from its end to its beginning.
	InversePath
	// ZeroOrMorePath is a path any number of times.
	ZeroOrMorePath
	// OneOrMorePath is a path once or more.
	OneOrMorePath
	// ZeroOrOnePath is a path once, or not at all.
	ZeroOrOnePath
)

// Path is a property path. It is immutable.
type Path struct {
	Kind PathKind
	// Predicate is the property of a predicate path, empty for other kinds.
	Predicate vocab.IRI
	// Parts are the paths it is made of: two or more for a sequence and an alternative, one for the others.
	Parts []*Path
}

// NewPredicatePath is the path of one property.
func NewPredicatePath(predicate vocab.IRI) *Path { return &Path{Predicate: predicate} }

// Equal says whether two paths are the same.
func (p *Path) Equal(other *Path) bool {
	if p == nil || other == nil {
		return p == other
	}
	if p.Kind != other.Kind || p.Predicate != other.Predicate || len(p.Parts) != len(other.Parts) {
		return false
	}
	for i := range p.Parts {
		if !p.Parts[i].Equal(other.Parts[i]) {
			return false
		}
	}
	return true
}

// String is the path in the syntax of SPARQL, with full IRIs; "" for no path.
func (p *Path) String() string {
	return p.format(func(iri vocab.IRI) string { return "<" + string(iri) + ">" })
}

// format is the path in the syntax of SPARQL, with the names that a function gives to properties.
func (p *Path) format(name func(vocab.IRI) string) string {
	if p == nil {
		return ""
	}
	return p.text(name, false)
}

// text writes a path, in parentheses if it is part of a tighter one.
func (p *Path) text(name func(vocab.IRI) string, inside bool) string {
	between := ""
	switch p.Kind {
	case PredicatePath:
		return name(p.Predicate)
	case SequencePath:
		between = "/"
	case AlternativePath:
		between = "|"
	case InversePath:
		return "^" + p.Parts[0].text(name, true)
	case ZeroOrMorePath:
		return p.Parts[0].text(name, true) + "*"
	case OneOrMorePath:
		return p.Parts[0].text(name, true) + "+"
	case ZeroOrOnePath:
		return p.Parts[0].text(name, true) + "?"
	}
	parts := make([]string, len(p.Parts))
	for i, part := range p.Parts {
		parts[i] = part.text(name, true)
	}
	if inside {
		return "(" + strings.Join(parts, between) + ")"
	}
	return strings.Join(parts, between)
}

// modifier is the property that declares a kind of path in a shapes graph, empty for predicate and sequence paths.
func (k PathKind) modifier() vocab.IRI {
	switch k {
	case AlternativePath:
		return vocab.SHAlternativePath
	case InversePath:
		return vocab.SHInversePath
	case ZeroOrMorePath:
		return vocab.SHZeroOrMorePath
	case OneOrMorePath:
		return vocab.SHOneOrMorePath
	case ZeroOrOnePath:
		return vocab.SHZeroOrOnePath
	case PredicatePath, SequencePath:
	}
	return ""
}

// The limits of a path.
const (
	// maxPathDepth is how deep paths are nested in each other.
	maxPathDepth = 64
	// maxPathParts is how many paths a path is made of, those that stand in several places counted in each.
	maxPathParts = 1000
)

// pathReader reads a path of a shapes graph.
type pathReader struct {
	*graphReader
	parts int
	depth int
}

// readPath reads a path; the reason says why it is none.
func (r *graphReader) readPath(node rdf.ID) (*Path, string) {
	p := pathReader{graphReader: r}
	return p.read(node)
}

func (r *pathReader) read(node rdf.ID) (*Path, string) {
	r.parts++
	if r.parts > maxPathParts || r.depth > maxPathDepth {
		return nil, "the path is too large, or contains itself"
	}
	r.depth++
	defer func() { r.depth-- }()
	switch r.graph.Kind(node) {
	case rdf.IRI:
		return NewPredicatePath(vocab.IRI(r.graph.Term(node).Value)), ""
	case rdf.BlankNode:
	default:
		return nil, "a path is an IRI or a blank node, not " + r.graph.Term(node).String()
	}
	if len(r.values(node, vocab.RDFFirst)) > 0 {
		return r.several(SequencePath, node)
	}
	kind, values := PredicatePath, []rdf.ID(nil)
	for k := AlternativePath; k <= ZeroOrOnePath; k++ {
		switch found := r.values(node, k.modifier()); {
		case len(found) == 0:
		case len(found) > 1:
			return nil, "a path has one value of " + shortSH(k.modifier())
		case values != nil:
			return nil, "a path has " + shortSH(kind.modifier()) + " or " + shortSH(k.modifier()) + ", not both"
		default:
			kind, values = k, found
		}
	}
	switch kind {
	case PredicatePath:
		return nil, "a blank node that is a path is a list of paths, or has sh:alternativePath, sh:inversePath, sh:zeroOrMorePath, sh:oneOrMorePath or sh:zeroOrOnePath"
	case AlternativePath:
		return r.several(kind, values[0])
	default:
		part, reason := r.read(values[0])
		return &Path{Kind: kind, Parts: []*Path{part}}, reason
	}
}

// several reads the members of a list.
func (r *pathReader) several(kind PathKind, list rdf.ID) (*Path, string) {
	members, reason := r.list(list)
	if reason != "" {
		return nil, "the list of paths: " + reason
	}
	if len(members) < 2 {
		return nil, "a sequence or alternative of paths has two members or more"
	}
	p := &Path{Kind: kind, Parts: make([]*Path, len(members))}
	for i, member := range members {
		if p.Parts[i], reason = r.read(member); reason != "" {
			return nil, reason
		}
	}
	return p, ""
}
