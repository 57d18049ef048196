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
	Doc      Text
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

func newLink(key string, property vocab.IRI, doc Text, options []LinkOption) *Link {
	l := &Link{Key: key, Property: property, Doc: maps.Clone(doc), Rel: key}
	for _, option := range options {
		option(l)
	}
	return l
}

// Template is a link whose address the client makes from the resource's properties: an RFC 6570 template, level 1. It
// stands in the "_links" of HAL; other representations have the property itself.
type Template struct {
	// Rel is the name of the link.
	Rel string
	// Doc is what documents say of it.
	Doc Text
	// Template is the template, "{addressServer}/addresses/{residence.addressId}": variables are dotted paths of properties,
	// and names of servers that the client knows.
	Template string
	// Property is the first of the variables that is a property: the link is there when the property has a value, and one of
	// the two never goes without the other in a selection of fields.
	Property *Property
}

// TemplatedLink declares a link with a template of its address: a variable that is the dotted path of a property stands for
// its value, or for each of its values in turn; every other one, such as a server's address, is known to the client from
// elsewhere and ends in "url". One template serves all groups that refer to the same kind of resource.
func TemplatedLink[T any](rel, template string, doc Text) ClassOption[T] {
	return func(d *Definition) {
		d.Templates = append(d.Templates, &Template{Rel: rel, Template: template, Doc: maps.Clone(doc)})
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
	if strings.ContainsAny(variable.ReplaceAllString(t.Template, ""), "{}") || vocab.CheckURI("https://x.example/"+variable.ReplaceAllString(t.Template, "x")) != nil {
		c.fail("link %q: want a template of RFC 6570 whose variables are names in braces, such as \"{addressServer}/addresses/{addressId}\"; %q is not", t.Rel, t.Template)
		return
	}
	for _, match := range variable.FindAllStringSubmatch(t.Template, -1) {
		p := c.d.byPath[match[1]]
		switch {
		case p == nil && !strings.HasSuffix(strings.ToLower(match[1]), "url"):
			c.fail("link %q: the variable %q is neither a property nor a server, whose name ends in url", t.Rel, match[1])
		case p != nil && p.Group():
			c.fail("link %q: the variable %q is a group of properties, which has no value", t.Rel, match[1])
		case p != nil && t.Property == nil:
			t.Property = p
		}
	}
	if t.Property == nil {
		c.fail("link %q: no variable of the template %q is a property", t.Rel, t.Template)
	}
}
