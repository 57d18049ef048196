package hydra

import (
	"regexp"
	"slices"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// A class may have a collection below each resource of another class: its path has the name of a property in braces,
//
//	/persons/{person}/children
//
// where the property, a [Ref] to the class at /persons, says below which person a child is. Its store holds the children of
// all persons, by identifiers that differ between them too; the server filters them by the property.

// nestedPath is the path of a sub-collection: that of the class above, the property, the rest.
var nestedPath = regexp.MustCompile(`^((?:/[a-z0-9]+(?:-[a-z0-9]+)*)+)/\{([A-Za-z][A-Za-z0-9]*)\}((?:/[a-z0-9]+(?:-[a-z0-9]+)*)+)$`)

// Nested says that the class has sub-collections, and not one collection.
func (d *Definition) Nested() bool { return d.Within != nil }

// Parent is the path of the class that the resources of a nested class are below, "" for a class that is not nested.
func (d *Definition) Parent() string {
	if match := nestedPath.FindStringSubmatch(d.Path); match != nil {
		return match[1]
	}
	return ""
}

// SubPath is the path of a sub-collection below the resource above, "/children"; "" for a class that is not nested.
func (d *Definition) SubPath() string {
	if match := nestedPath.FindStringSubmatch(d.Path); match != nil {
		return match[3]
	}
	return ""
}

// within finds the property in the path.
func (c *definitionCompiler) within() {
	match := nestedPath.FindStringSubmatch(c.d.Path)
	if match == nil {
		return
	}
	p := c.d.byPath[match[2]]
	switch {
	case p == nil:
		c.fail("the path names the property %q, which there is none of", match[2])
	case p.Leaf().Field.Kind != record.KindRef || p.Leaf().Field.Many:
		c.fail("the path names the property %q: want a hydra.Ref to the resource that this one is below", match[2])
	case p.Filter == FilterNone || p.Leaf().Shape.MinCount == 0 || p.Access != "" && p.Access != accessRead:
		c.fail("the path names the property %q: want `sh:\"minCount=1\" filter:\"exact\"` on it, and no audience, since a collection is found by it", match[2])
	default:
		c.d.Within = p
	}
}

// SubCollection declares the link from a resource to the collection below it of another class.
func SubCollection[T, U any](key string, child *Class[U], property vocab.IRI, doc Text, options ...LinkOption) ClassOption[T] {
	return func(d *Definition) {
		link := newLink(key, property, doc, options)
		if link.Collection, _ = child.Definition(); link.Collection != nil {
			below := link.Collection.SubPath()
			link.Target = func(record unsafe.Pointer) string { return d.reference(record) + below }
		}
		d.Links = append(d.Links, link)
	}
}

// Expandable lets clients have the members of a sub-collection embedded in the resource above.
func Expandable() LinkOption { return func(l *Link) { l.Expandable = true } }

// reference is the path of a resource below the base.
func (d *Definition) reference(value unsafe.Pointer) string {
	id := record.String(d.Schema.Layout().Identifier().At(value, 0))
	return string(vocab.AppendSegment([]byte(d.Path+"/"), id))
}

// collections checks the links to sub-collections of a class.
func (c *definitionCompiler) collections() {
	for _, l := range c.d.Links {
		switch {
		case l.Collection == nil && l.Expandable:
			c.fail("link %q: hydra.Expandable is for links to sub-collections", l.Key)
		case l.Collection != nil && l.Collection.Parent() != c.d.Path:
			c.fail("link %q: the class at %s is not below %s/{…}", l.Key, l.Collection.Path, c.d.Path)
		}
	}
}

// nesting checks that the classes above are served, and that nothing refers to a nested resource but what knows the one
// above it.
func (c *apiCompiler) nesting() {
	for _, r := range c.api.resources {
		d := r.Definition
		if d.Within != nil {
			above := c.api.byPath[d.Parent()]
			if above == nil || above.Definition.Nested() || above.Definition.Schema.Go() != d.Within.Leaf().Field.Target {
				c.fail("class %s: its property %s refers to %s, but that type is not the class served at %s",
					d.Path, d.Within.Path, d.Within.Leaf().Field.Target, d.Parent())
			}
		}
		for _, l := range d.Links {
			if l.Collection != nil {
				if child := c.api.byPath[l.Collection.Path]; child == nil || len(child.Collection) == 0 {
					c.fail("class %s: link %q leads to %s, which is not served", d.Path, l.Key, l.Collection.Path)
				}
			}
		}
		for _, p := range d.Properties {
			f := p.Leaf().Field
			target := c.api.byType[f.Target]
			if f.Kind == record.KindNode {
				target = c.api.byType[f.Node.Go]
			}
			if target != nil && target.Definition.Nested() {
				c.fail("class %s: property %s: the address of a %s depends on what it is below: lead to it with hydra.SubCollection", d.Path, p.Path, target.Definition.Term)
			}
		}
	}
}

// listed are the resources with a collection that the entry point leads to.
func (a *API) listed() []*Resource {
	return slices.DeleteFunc(slices.Clone(a.resources), func(r *Resource) bool {
		return len(r.Collection) == 0 || r.Definition.Nested()
	})
}

// nestedName is the name of a class without the property in its path.
func nestedName(path string) string {
	if match := nestedPath.FindStringSubmatch(path); match != nil {
		path = match[1] + match[3]
	}
	return strings.ReplaceAll(strings.TrimPrefix(path, "/"), "/", "-")
}
