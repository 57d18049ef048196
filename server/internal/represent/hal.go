package represent

import (
	"slices"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// LinkGroup is the path of all links of a resource in a selection of fields.
const LinkGroup = "_links"

// LinkPath is the path of a link in a selection of fields.
func LinkPath(rel string) string { return LinkGroup + "." + rel }

// relation is the name of a link in "_links", with its colon: that of self is taken, so a link that is called so is known by
// its property.
func relation(name string, property vocab.IRI) []byte {
	if name == "self" {
		name = string(property)
	}
	return append(literal.AppendJSONString(nil, name), ':')
}

// template is a templated link.
type template struct {
	// rel is `"name":`, link `…","templated":true}` behind `{"href":"`.
	rel, link []byte
	// below says that the template is below the base.
	below bool
	// path is that of the link in a selection of fields, properties the dotted paths of those that it is made of.
	path       string
	properties []string
	ways       [][]*record.Field
}

// templates are the templated links of a class.
func templates(d *hydra.Definition) []template {
	var out []template
	for _, t := range d.Templates {
		text := literal.AppendJSONString(nil, t.Template)
		one := template{
			rel: relation(t.Rel, ""), path: LinkPath(t.Rel), below: strings.HasPrefix(t.Template, "/"),
			link: append(text[1:], `,"templated":true}`...),
		}
		for _, p := range t.Properties {
			var way []*record.Field
			for _, s := range p.Steps {
				way = append(way, s.Field)
			}
			one.properties, one.ways = append(one.properties, p.Path), append(one.ways, way)
		}
		out = append(out, one)
	}
	return out
}

// wantTemplates adds the properties of the templated links that are wanted: the one is nothing without the other.
func (p *Plan) wantTemplates(wanted map[string]bool) {
	for i := range p.templates {
		if t := &p.templates[i]; wanted[t.path] {
			for _, property := range t.properties {
				wanted[property] = true
			}
		}
	}
}

// shownTemplates are the templated links of which the plan shows a property, made of those that it shows.
func (p *Plan) shownTemplates() []template {
	var out []template
	for _, t := range p.templates {
		var ways [][]*record.Field
		for i, property := range t.properties {
			if p.root.shows(property) {
				ways = append(ways, t.ways[i])
			}
		}
		if t.ways = ways; len(ways) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// append appends the link as a member of "_links", if there is a value to make it of.
func (t *template) append(dst []byte, value unsafe.Pointer, state *State) []byte {
	if !slices.ContainsFunc(t.ways, func(way []*record.Field) bool { return given(way, value) }) {
		return dst
	}
	dst = append(append(comma(dst), t.rel...), `{"href":"`...)
	if t.below {
		dst = append(dst, state.Prefix...)
	}
	return append(dst, t.link...)
}

// shows says whether a property at a dotted path is among the steps.
func (n *node) shows(path string) bool {
	for i := range n.steps {
		switch s := &n.steps[i]; {
		case s.path == path:
			return true
		case s.node != nil && !s.again && strings.HasPrefix(path, s.path+"."):
			return s.node.shows(path)
		}
	}
	return false
}

// given says whether a record has a value at the end of a way of fields.
func given(steps []*record.Field, value unsafe.Pointer) bool {
	f := steps[0]
	for i := range f.Len(value) {
		if v := f.At(value, i); v != nil && (len(steps) == 1 || given(steps[1:], v)) {
			return true
		}
	}
	return false
}

// AppendHAL appends the members of a record to an object that is open: the properties in one language, then "_links" with
// the link to itself, which ends in the given query, and all others. What has no value is left out. It writes neither the
// braces nor a leading comma.
func (p *Plan) AppendHAL(dst []byte, value unsafe.Pointer, query []byte, state *State) []byte {
	dst = comma(p.root.appendHAL(dst, value, state))
	dst = p.AppendReference(append(dst, `"_links":{"self":{"href":"`...), value, state.Prefix)
	dst = append(append(dst, query...), `"}`...)
	dst = p.root.appendLinks(dst, value, state)
	for i := range p.templates {
		dst = p.templates[i].append(dst, value, state)
	}
	return append(dst, '}')
}

// appendHAL appends the properties of a node that are no links, each with the comma before it where one is needed.
func (n *node) appendHAL(dst []byte, value unsafe.Pointer, state *State) []byte {
	for i := range n.steps {
		s := &n.steps[i]
		if s.rel != nil {
			continue
		}
		count := s.field.Len(value)
		if count == 0 {
			continue
		}
		start := len(dst)
		dst = append(comma(dst), s.key...)
		written := len(dst)
		switch {
		case s.kind == record.KindLangString:
			dst = s.appendText(dst, value, state)
		case s.many:
			dst = append(dst, '[')
			written++
			for j := range count {
				if v := s.field.At(value, j); v != nil {
					dst = s.appendHALValue(comma(dst), v, state)
				}
			}
		default:
			dst = s.appendHALValue(dst, s.field.At(value, 0), state)
		}
		if len(dst) == written {
			dst = dst[:start]
			continue
		}
		if s.many && s.kind != record.KindLangString {
			dst = append(dst, ']')
		}
	}
	return dst
}

// appendHALValue appends one value that is no link, or takes back a comma where it shows nothing.
func (s *step) appendHALValue(dst []byte, v unsafe.Pointer, state *State) []byte {
	if s.kind == record.KindNode {
		return s.node.appendHALObject(dst, v, state)
	}
	return s.appendValue(dst, v, state)
}

// appendText appends the text in the language that the client asked for, else in the API's first, else in any.
func (s *step) appendText(dst []byte, value unsafe.Pointer, state *State) []byte {
	text := s.inLanguage(value, state)
	if text == nil {
		return dst
	}
	return literal.AppendJSONString(dst, text.Value)
}

// appendHALObject appends a nested node, with the links that it has itself, or takes back the comma before it when nothing
// of it is shown.
func (n *node) appendHALObject(dst []byte, v unsafe.Pointer, state *State) []byte {
	start := len(dst)
	if state.depth == maxDepth {
		return dst[:start-trailingComma(dst)]
	}
	state.depth++
	defer func() { state.depth-- }()
	dst = append(dst, '{')
	empty := len(dst)
	dst = n.appendHAL(dst, v, state)
	links := len(dst)
	dst = append(comma(dst), `"_links":{`...)
	open := len(dst)
	if n.identifier != nil && n.identifier.Len(v) > 0 {
		dst = append(dst, `"self":{"href":`...)
		if n.segment == "" {
			dst = literal.AppendJSONString(dst, record.String(n.identifier.At(v, 0)))
		} else {
			dst = append(n.appendReference(append(dst, '"'), v, state.Prefix), '"')
		}
		dst = append(dst, '}')
	}
	if dst = n.appendLinks(dst, v, state); len(dst) > open {
		return append(dst, "}}"...)
	}
	if dst = dst[:links]; len(dst) == empty {
		return dst[:start-trailingComma(dst[:start])]
	}
	return append(dst, '}')
}

// appendLinks appends the links and references of a node as members of "_links": an object for what there is one of, an
// array for what there may be many of.
func (n *node) appendLinks(dst []byte, value unsafe.Pointer, state *State) []byte {
	for i := range n.steps {
		s := &n.steps[i]
		switch {
		case s.rel == nil:
		case s.link != nil:
			if target := s.link(value); target != "" {
				dst = append(append(comma(dst), s.rel...), `{"href":"`...)
				dst = append(appendTarget(dst, target, state.Prefix), `"}`...)
			}
		default:
			dst = s.appendReferences(dst, value, state)
		}
	}
	return dst
}

func (s *step) appendReferences(dst []byte, value unsafe.Pointer, state *State) []byte {
	start := len(dst)
	dst = append(comma(dst), s.rel...)
	if s.many {
		dst = append(dst, '[')
	}
	empty := len(dst)
	for j := range s.field.Len(value) {
		if v := s.field.At(value, j); v != nil {
			if len(dst) > empty {
				dst = append(dst, ',')
			}
			dst = append(s.appendValue(append(dst, `{"href":`...), v, state), '}')
		}
	}
	if len(dst) == empty {
		return dst[:start]
	}
	if s.many {
		dst = append(dst, ']')
	}
	return dst
}
