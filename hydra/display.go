package hydra

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// The words of the show tag.
const (
	// showAlways: every selection of fields shows the property.
	showAlways = "always"
	// showTrue: a boolean that is shown only when it is true. Representations leave it out when it is false, while filters
	// still find it.
	showTrue = "true"
)

// WhenTrue says that representations leave a boolean out when it is false (`show:"true"`).
func WhenTrue(f *record.Field) bool {
	return slices.Contains(strings.Split(f.Tag.Get("show"), "|"), showTrue)
}

// display reads the tags that say when a property is shown, and whether what it refers to can be embedded.
func (c *definitionCompiler) display(schema *shacl.Schema, p *Property) {
	f := p.Leaf().Field
	bad := func(tag, format string, args ...any) {
		c.errs = append(c.errs, &shacl.TagError{
			Type: schema.Go(), Field: f.Name, Tag: fmt.Sprintf("%s:%q", tag, f.Tag.Get(tag)), Err: fmt.Errorf(format, args...),
		})
	}
	if words, ok := f.Tag.Lookup("show"); ok {
		for word := range strings.SplitSeq(words, "|") {
			switch {
			case word == showAlways && len(p.Steps) == 1:
				p.Always = true
			case word == showAlways:
				bad("show", "always stands on a property of the resource itself: a group comes as a whole or not")
			case word != showTrue:
				bad("show", "want always, true for a boolean that is shown only when it is true, or always|true")
			case f.Kind != record.KindBool || f.Many:
				bad("show", "%s values are not shown by their truth: true is for a single boolean", f.Kind)
			}
		}
	}
	if word, ok := f.Tag.Lookup("expand"); ok {
		p.Expandable = true
		switch {
		case word != "true":
			bad("expand", "want true")
		case f.Kind != record.KindRef || len(p.Steps) > 1:
			bad("expand", "only what a hydra.Ref of the resource itself refers to can be embedded")
		}
	}
}

// Expansions are the names of what can be embedded in a resource of the class, in the order of declaration.
func (d *Definition) Expansions() []string {
	var names []string
	for _, p := range d.Properties {
		if p.Expandable {
			names = append(names, p.Path)
		}
	}
	for _, l := range d.Links {
		if l.Expandable {
			names = append(names, l.Rel)
		}
	}
	return names
}
