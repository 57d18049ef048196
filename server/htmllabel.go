package server

import (
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
)

// label is what people call a property: what is declared, else its key in words.
func (v *htmlView) label(p *shacl.Property) htmlText {
	if p.Shape != nil && len(p.Shape.Label) > 0 {
		return v.pick(p.Shape.Label)
	}
	return plainText(humanized(p.Field.Key))
}

// linkLabel is what people call a computed link.
func (v *htmlView) linkLabel(l *hydra.Link) htmlText {
	if len(l.Label) > 0 {
		return v.text(l.Label)
	}
	return plainText(humanized(l.Key))
}

// pathLabel is what people call a property away from the node that it is nested in, where it has a short name: its label
// where its key alone is the name ("Country"), else the labels on the way to it where any is declared ("Organizer › Name"),
// else the name in words ("Organizer name").
func (v *htmlView) pathLabel(p *hydra.Property, name string) htmlText {
	if name == p.Leaf().Field.Key {
		return v.label(p.Leaf())
	}
	var parts []string
	declared, language := false, ""
	for _, step := range p.Steps {
		declared = declared || step.Shape != nil && len(step.Shape.Label) > 0
		label := v.label(step)
		parts, language = append(parts, label.Value), label.Lang
	}
	if !declared {
		return plainText(humanized(name))
	}
	return htmlText{strings.Join(parts, " › "), language}
}

// parameterLabel is what people call the property that a parameter filters by.
func (v *htmlView) parameterLabel(res *resource, name string) htmlText {
	if i, err := res.names.Resolve(name); err == nil {
		if p := res.property(i); p != nil {
			return v.pathLabel(p, res.described.ShortName(p))
		}
	}
	return plainText(humanized(name))
}
