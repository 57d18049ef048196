package represent

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Plan writes the records of one class. It is immutable and safe for concurrent use.
type Plan struct {
	root       node
	identifier *record.Field
	// segment is the path of the collection with slashes on both sides: "/events/". That of a nested class stands below the
	// resource that within refers to, whose collection is above.
	segment, above string
	within         *record.Field
	prefixes       []Prefix
	// templates are the templated links of HAL.
	templates []template
	// columns are those of the plan's table but for the first, whose name is iriHead.
	columns []column
	iriHead []byte
}

// Prefix is a namespace prefix that a plan's Turtle uses.
type Prefix struct {
	Name, Namespace string
}

// node writes the properties of one struct type.
type node struct {
	typeJSON, typeTriple, typeTurtle []byte
	// prefixes are those that typeTurtle uses.
	prefixes []Prefix
	// identifier names the node: an IRI, or the identifier of a resource in the collection that segment is the path of.
	identifier *record.Field
	segment    string
	steps      []step
}

// step writes the values of one property.
type step struct {
	field *record.Field
	kind  record.Kind
	path  string
	// many says that JSON has an array.
	many bool
	// key is `"name":`, predicate ` <https://schema.org/name> `, curie `schema:name `.
	key, predicate, curie []byte
	// suffix and turtleSuffix follow the closing quote of a literal; empty for xsd:string.
	suffix, turtleSuffix []byte
	// iri says that a string is an IRI.
	iri    bool
	tokens []token
	// segment is the collection that a reference points into, with slashes on both sides.
	segment string
	link    func(record unsafe.Pointer) string
	node    *node
	// rel is `"name":` in the "_links" of HAL, for links and references.
	rel []byte
	// bare says that Turtle writes the value without quotes and datatype.
	bare bool
	// again says that node is one that the step is in: its type nests itself.
	again bool
	// audience is the audience that may see the property, "" for all.
	audience string
	// prefixes are those that the step's own Turtle uses.
	prefixes []Prefix
}

// token is a value of an enumeration: its name, its name as a JSON string, and its IRI.
type token struct {
	name              string
	json, iri, turtle []byte
}

// Segments tells the path of the collection that a struct type's resources are served in, if they are.
type Segments func(t reflect.Type) (path string, ok bool)

// Compile makes the plan of a class. segments resolves references.
func Compile(d *hydra.Definition, segments Segments) *Plan {
	c := compiler{definition: d, segments: segments, nodes: map[*shacl.Schema]*node{}}
	p := &Plan{identifier: d.Schema.Layout().Identifier(), segment: d.Path + "/"}
	if d.Within != nil {
		p.within, p.above, p.segment = d.Within.Leaf().Field, d.Parent()+"/", d.SubPath()+"/"
	}
	p.root = *c.root()
	p.templates = templates(d)
	p.prefixes = p.root.collect(nil, nil)
	p.tabulate()
	return p
}

type compiler struct {
	definition *hydra.Definition
	segments   Segments
	nodes      map[*shacl.Schema]*node
}

func (c *compiler) root() *node {
	d := c.definition
	n := c.node(d.Schema, "", "", true)
	n.typeJSON = appendMember(nil, "@type", d.Term)
	for _, l := range d.Links {
		s := step{path: l.Key, link: l.Target, iri: true}
		c.name(&s, l.Key, l.Property)
		s.rel = relation(l.Rel, l.Property)
		n.steps = append(n.steps, s)
	}
	return n
}

// node compiles a schema. A type that nests itself is entered once: its inner steps refer to the same node.
func (c *compiler) node(schema *shacl.Schema, path, audience string, root bool) *node {
	if n, ok := c.nodes[schema]; ok && !root {
		return n
	}
	n := &node{}
	if !root { // a root differs from nodes of its type: links, identifier
		c.nodes[schema] = n
		defer delete(c.nodes, schema)
	}
	if class := schema.Class(); class != "" {
		n.typeTriple = append(rdf.AppendIRI(append(rdf.AppendIRI([]byte(" "), vocab.RDFType), ' '), class), " .\n"...)
		n.typeTurtle, n.prefixes = c.turtle([]byte("a "), class)
		n.typeJSON = appendMember(nil, "@type", hydra.NestedTerm(schema))
	}
	for _, p := range schema.Properties() {
		if p.Field.Identifier && !root {
			n.identifier = p.Field
			if path, ok := c.segments(schema.Go()); ok {
				n.segment = path + "/"
			}
			if p.Shape == nil {
				continue
			}
		}
		n.steps = append(n.steps, c.step(p, path, audience))
	}
	return n
}

func (c *compiler) step(p *shacl.Property, path, audience string) step {
	f := p.Field
	if hydra.WhenTrue(f) {
		shown := *f
		shown.WhenTrue = true
		f = &shown
	}
	s := step{field: f, kind: f.Kind, many: f.Many, path: join(path, f.Key), audience: audience}
	if own := f.Tag.Get("access"); own != "" && own != "read" {
		s.audience = own
	}
	c.name(&s, f.Key, p.Shape.Path)
	s.iri = p.Shape.NodeKind == vocab.SHIRI
	if f.Kind == record.KindString && !s.iri && p.Shape.Datatype != vocab.XSDString && p.Shape.Datatype != "" {
		c.datatype(&s, p.Shape.Datatype)
	}
	switch f.Kind {
	case record.KindDate, record.KindDateTime, record.KindTime, record.KindGYear, record.KindDecimal,
		record.KindInt, record.KindUint, record.KindFloat, record.KindBool:
		c.datatype(&s, p.Shape.Datatype)
		s.bare = p.Shape.Datatype == vocab.XSDInteger || p.Shape.Datatype == vocab.XSDBoolean
	case record.KindToken:
		for _, t := range f.Tokens {
			turtle, used := c.turtle(nil, t.IRI)
			s.prefixes = append(s.prefixes, used...)
			s.tokens = append(s.tokens, token{name: t.Name, json: literal.AppendJSONString(nil, t.Name), iri: rdf.AppendIRI(nil, t.IRI), turtle: turtle})
		}
	case record.KindRef:
		s.rel = relation(f.Key, p.Shape.Path)
		if path, ok := c.segments(f.Target); ok {
			s.segment = path + "/"
		}
	case record.KindNode:
		_, s.again = c.nodes[p.Node]
		s.node = c.node(p.Node, s.path, s.audience, false)
	default:
	}
	return s
}

func (c *compiler) name(s *step, key string, property vocab.IRI) {
	s.key = append(literal.AppendJSONString(nil, key), ':')
	s.predicate = append(rdf.AppendIRI([]byte(" "), property), ' ')
	curie, used := c.turtle(nil, property)
	curie = append(curie, ' ')
	s.curie, s.prefixes = curie, append(s.prefixes, used...)
}

func (c *compiler) datatype(s *step, datatype vocab.IRI) {
	s.suffix = rdf.AppendIRI([]byte("^^"), datatype)
	turtle, used := c.turtle([]byte("^^"), datatype)
	s.turtleSuffix, s.prefixes = turtle, append(s.prefixes, used...)
}

// turtle appends an IRI, as a prefixed name where a prefix fits.
func (c *compiler) turtle(dst []byte, iri vocab.IRI) ([]byte, []Prefix) {
	curie, ok := c.definition.Prefixes.Compact(iri)
	if !ok {
		return rdf.AppendIRI(dst, iri), nil
	}
	name, _, _ := strings.Cut(curie, ":")
	namespace, _ := c.definition.Prefixes.Namespace(name)
	return append(dst, curie...), []Prefix{{name, namespace}}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func appendMember(dst []byte, key, value string) []byte {
	dst = append(literal.AppendJSONString(dst, key), ':')
	return literal.AppendJSONString(dst, value)
}
