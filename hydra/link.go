package hydra

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Link is a link computed from a record.
type Link struct {
	Key      string
	Property vocab.IRI
	// Label is what people call the link, Doc what documents say of it.
	Label, Doc Text
	// Rel is the name of the link in the "_links" of HAL: the key unless given.
	Rel string
	// Collection is the class of the sub-collection that the link leads to, if it does. Expandable says that clients may have
	// its members embedded.
	Collection *Definition
	Expandable bool
	// Target returns an absolute IRI, a path below the base, or "".
	Target func(record unsafe.Pointer) string
}

// LinkOption says more of a link.
type LinkOption func(*Link)

// Rel gives a link another name in the "_links" of HAL than its key, such as that of a property: in "_links" both may have
// the same name, while in JSON-LD each key means one thing.
func Rel(name string) LinkOption { return func(l *Link) { l.Rel = name } }

// Label says what people call a link, by language. Without it pages show its key in words.
func Label(text Text) LinkOption { return func(l *Link) { l.Label = maps.Clone(text) } }

func newLink(key string, property vocab.IRI, doc Text, options []LinkOption) *Link {
	l := &Link{Key: key, Property: property, Doc: maps.Clone(doc), Rel: key}
	for _, option := range options {
		option(l)
	}
	return l
}

// Template is a link whose address the client makes from the resource's properties: an RFC 6570 template, level 1. It
// stands in the "_links" of HAL; other representations have the properties themselves.
type Template struct {
	// Rel is the name of the link.
	Rel string
	// Doc is what documents say of it.
	Doc Text
	// Template is the template, "{bagServerUrl}/adressen/{woonadres.adresIdentificatie}". One that starts with a slash is
	// below the API's base.
	Template string
	// Properties are those whose values the variables stand for: the link is there when one of them has a value, and in a
	// selection of fields it comes with any of them, and all of them with it.
	Properties []*Property

	paths []string
}

// TemplatedLink declares a link with a template of its address. A variable that is the dotted path of a property stands for
// its value, or for each of its values in turn; one whose name ends in "url" for a server that the client knows from
// elsewhere. With paths, any other variable stands for the values of the properties at them: one template then serves all
// groups that refer to resources of the same kind.
func TemplatedLink[T any](rel, template string, doc Text, paths ...string) ClassOption[T] {
	return func(d *Definition) {
		d.Templates = append(d.Templates, &Template{Rel: rel, Template: template, Doc: maps.Clone(doc), paths: slices.Clone(paths)})
	}
}

// links checks the links, and finds the properties that templates are made of.
func (c *definitionCompiler) links() {
	d := c.d
	rels := map[string]bool{}
	for _, p := range d.Schema.Properties() {
		if p.Field.Kind == record.KindRef {
			rels[p.Field.Key] = true
		}
	}
	rel := func(name string) {
		switch {
		case name != "self" && slices.Contains(halKeys(), name):
			c.fail("link %q: HAL has a meaning for the name: choose another with hydra.Rel", name)
		case name == "" || strings.ContainsAny(name, ".,:@/ \"\\"):
			c.fail("link %q: a name has no dot, colon, comma, slash, @, quote or space", name)
		case rels[name]:
			c.fail("two links have the name %q", name)
		}
		rels[name] = true
	}
	for i, l := range d.Links {
		switch {
		case l.Key == "" || strings.ContainsAny(l.Key, ".:@/ \"\\,"):
			c.fail("link %q: a key has no dot, colon, comma, slash, @, quote or space", l.Key)
		case d.Schema.Property(l.Key) != nil || slices.Contains(reservedKeys(), l.Key):
			c.fail("link %q: the key is taken", l.Key)
		case slices.ContainsFunc(d.Links[:i], func(o *Link) bool { return o.Key == l.Key }):
			c.fail("link %q is declared twice", l.Key)
		default:
			rel(l.Rel)
		}
		if l.Target == nil {
			c.fail("link %q: there is no function that computes it", l.Key)
		}
		what := fmt.Sprintf("class %s: link %q: ", d.Path, l.Key)
		if l.Property == "" {
			c.fail("link %q has no property", l.Key)
		}
		c.errs = append(c.errs, checkTerm(l.Property, d.Prefixes, what+"its property")...)
		c.errs = append(c.errs, l.Label.check(what+"its label")...)
		c.errs = append(c.errs, l.Doc.check(what+"its description")...)
	}
	for _, t := range d.Templates {
		rel(t.Rel)
		c.template(t)
	}
}

// variable is a level 1 expression of RFC 6570.
var variable = regexp.MustCompile(`\{([A-Za-z][A-Za-z0-9_.]*)\}`)

func (c *definitionCompiler) template(t *Template) {
	what := fmt.Sprintf("class %s: link %q: ", c.d.Path, t.Rel)
	c.errs = append(c.errs, t.Doc.check(what+"its description")...)
	if strings.ContainsAny(variable.ReplaceAllString(t.Template, ""), "{}") || vocab.CheckURI("https://x.example/"+strings.TrimPrefix(variable.ReplaceAllString(t.Template, "x"), "/")) != nil {
		c.fail("link %q: want a template of RFC 6570 whose variables are names in braces, such as \"{addressServer}/addresses/{addressId}\"; %q is not", t.Rel, t.Template)
		return
	}
	others := 0
	for _, match := range variable.FindAllStringSubmatch(t.Template, -1) {
		switch name := match[1]; {
		case c.d.byPath[name] != nil:
			t.paths = append(t.paths, name)
		case !strings.HasSuffix(strings.ToLower(name), "url"):
			others++
		}
	}
	if others > 0 && len(t.paths) == 0 || others > 1 {
		c.fail("link %q: a variable of the template %q is neither a property nor a server, whose name ends in url: name the properties that it stands for", t.Rel, t.Template)
	}
	for _, path := range t.paths {
		p := c.d.byPath[path]
		switch {
		case p == nil:
			c.fail("link %q: there is no property %q", t.Rel, path)
		case p.Group():
			c.fail("link %q: %q is a group of properties, which has no value", t.Rel, path)
		default:
			t.Properties = append(t.Properties, p)
		}
	}
	if len(t.paths) == 0 {
		c.fail("link %q: no variable of the template %q is a property", t.Rel, t.Template)
	}
}
