package hydra

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// node is a struct type as a class uses it: the class's own, or one nested in it.
type node struct {
	definition *Definition
	schema     *shacl.Schema
	class      vocab.IRI
	// name is the term of the class; a type without class has a name too, which its shape is called after.
	name string
	// parent is the node that the type is first nested in, nil for the class's own; key is the property there.
	parent *node
	key    string
}

var termName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// NestedTerm returns the name in JSON-LD ("@type") of the nodes of a nested struct type that has a class, "" when it has
// none: the name of the Go type. A type that nests itself goes by the class's [Definition].Term instead.
func NestedTerm(s *shacl.Schema) string {
	if s.Class() == "" {
		return ""
	}
	return s.Go().Name()
}

// TermOf returns the name in JSON-LD ("@type") of the nodes of the class's own struct type or of one nested in it; "" when
// that has no class.
func (d *Definition) TermOf(s *shacl.Schema) string {
	if s == d.Schema {
		return d.Term
	}
	return NestedTerm(s)
}

// collect lists the class's own type and those nested in it, in the order in which they are first met.
func (d *Definition) collect() []*node {
	var nodes []*node
	var walk func(schema *shacl.Schema, n *node)
	walk = func(schema *shacl.Schema, n *node) {
		nodes = append(nodes, n)
		for _, p := range schema.Properties() {
			if p.Node == nil || slices.ContainsFunc(nodes, func(o *node) bool { return o.schema == p.Node }) {
				continue
			}
			walk(p.Node, &node{definition: d, schema: p.Node, class: p.Node.Class(), name: p.Node.Go().Name(), parent: n, key: p.Field.Key})
		}
	}
	walk(d.Schema, &node{definition: d, schema: d.Schema, class: d.IRI, name: d.Term})
	for _, n := range nodes {
		if n.class == "" && !termName.MatchString(n.name) {
			n.name = n.parent.name + "." + n.key
		}
	}
	return nodes
}

// nodeOf returns the node of the class's own schema or of one nested in it.
func (d *Definition) nodeOf(s *shacl.Schema) *node {
	for _, n := range d.nodes {
		if n.schema == s {
			return n
		}
	}
	return nil
}

// terms checks the names of the types nested in a class: they are terms of its JSON-LD context.
func (c *definitionCompiler) terms(nodes []*node) {
	byName := map[string]*node{}
	for _, n := range nodes {
		other := byName[n.name]
		byName[n.name] = n
		switch {
		case n.class != "" && !termName.MatchString(n.name) && n.parent != nil:
			c.fail("the type %s of property %q has a class, but no name that can stand in \"@type\": declare it as a struct type with a plain name", n.schema.Go(), n.key)
		case n.class != "" && slices.Contains(reservedTerms(), n.name) && n.parent != nil:
			c.fail("the name of the type %s is Hydra's own in every response: rename the type", n.schema.Go())
		case other != nil:
			c.fail("the types %s and %s have the same name, %s, which would mean two things: rename one of them", other.schema.Go(), n.schema.Go(), n.name)
		case n.class == "" && nestsItself(n.schema):
			c.fail("the type %s nests itself: give it a class, `_ struct{} %s`, so that its nodes say what they are", n.schema.Go(), "`ld:\"schema:Thing\"`")
		}
	}
}

// scopes checks the keys that JSON-LD processors misread, though the specification gives them a meaning. rdflib 6 and 7 look
// the type of a node up among the terms of the node around it. jsonld.js 9 and json-gold 0.9 enter the scope of a property and
// then look for it again, under the property's key, in what they have entered; below a node with a class they have by then
// left it.
func (c *definitionCompiler) scopes(nodes []*node) {
	types := map[string]string{"Operation": "a type of Hydra's in every item"}
	for _, n := range nodes {
		if n.class != "" {
			types[n.name] = fmt.Sprintf("the name in \"@type\" of %s", n.schema.Go())
		}
	}
	for _, n := range nodes {
		for _, p := range n.schema.Properties() {
			key := p.Field.Key
			if what, ok := types[key]; ok && p.Shape != nil {
				c.fail("the key %q of %s is also %s, and RDF libraries take one for the other: rename it", key, n.schema.Go(), what)
			}
			if p.Node == nil || p.Node.Class() != "" || nestsItself(p.Node) {
				continue
			}
			if same := p.Node.Property(key); same != nil && same.Shape != nil && (n.class != "" || scoped(same)) {
				c.fail("the key %q of %s leads to a %s, which has no class and the same key, and JSON-LD processors take one for the other: "+
					"give that type a class (a field \"_ struct{}\" with the tag ld:\"schema:Thing\") or rename a key", key, n.schema.Go(), p.Node.Go())
			}
		}
	}
	for _, l := range c.d.Links {
		if what, ok := types[l.Key]; ok {
			c.fail("the key of the link %q is also %s, and RDF libraries take one for the other: rename it", l.Key, what)
		}
	}
}

// scoped says whether the values of a property are read in a context of their own: those of tokens, and nodes without a class.
func scoped(p *shacl.Property) bool {
	return p.Field.Kind == record.KindToken || p.Node != nil && p.Node.Class() == ""
}

// nestsItself says whether the nodes of a type without class lead back to it through other types without class.
func nestsItself(schema *shacl.Schema) bool {
	seen := map[*shacl.Schema]bool{}
	var leads func(s *shacl.Schema) bool
	leads = func(s *shacl.Schema) bool {
		for _, p := range s.Properties() {
			if p.Node == nil || p.Node.Class() != "" {
				continue
			}
			if p.Node == schema {
				return true
			}
			if !seen[p.Node] {
				seen[p.Node] = true
				if leads(p.Node) {
					return true
				}
			}
		}
		return false
	}
	return leads(schema)
}

// describe names a node for an error message.
func (n *node) describe() string {
	if n.class == "" {
		return fmt.Sprintf("%s without class", n.schema.Go())
	}
	return fmt.Sprintf("%s with class %s", n.schema.Go(), n.class)
}
