package hydra

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Naming names the shapes of the API's struct types: an Event's is {base}/shapes#EventShape, and that of its name
// {base}/shapes#EventShape-name. The documentation's supported properties go by these names, and so do the shapes that a
// validation report refers to.
//
// It names no classes of references. A representation of one resource doesn't say what the resources are that it refers
// to, so that sh:class would make each of them invalid; the documentation tells the class as the range of the property.
func (a *API) Naming() shacl.Naming {
	return shacl.Naming{Shape: func(s *shacl.Schema) vocab.IRI {
		name, ok := a.shapeNames[shapeKey{s.Go(), s.Class()}]
		if !ok {
			return ""
		}
		return vocab.IRI(vocab.AppendURI(nil, a.base.URL+shapesPath+"#"+name+"Shape"))
	}}
}

// shapeKey tells shapes apart: one struct type has one shape, unless it stands for several classes.
type shapeKey struct {
	typ   reflect.Type
	class vocab.IRI
}

func (n *node) shapeKey() shapeKey { return shapeKey{n.schema.Go(), n.class} }

// Shapes returns the shapes of the entry point, of all classes and of the types nested in them, with absolute URLs. Its
// graph is that of [shacl.Triples] with the API's [API.Naming], and {base}/shapes#EntryPoint, which no type declares.
func (a *API) Shapes() jsonld.Object {
	tree := a.shapes
	var graph []object
	for _, subject := range tree.subjects {
		if !tree.embedded[subject] {
			graph = append(graph, tree.node(subject, a.shapesContext))
		}
	}
	return object{
		is("@context", a.base.URL+a.Context(contextShapes).Path),
		is("@graph", graph),
	}
}

// shapeTree is a graph of shapes, by subject: what both the shapes' document and the supported properties of the
// documentation are written from.
type shapeTree struct {
	subjects []rdf.Term
	triples  map[rdf.Term][]rdf.Triple
	// embedded are the property shapes, which stand inside their node shape.
	embedded map[rdf.Term]bool
}

func newShapeTree(triples []rdf.Triple) *shapeTree {
	t := &shapeTree{triples: map[rdf.Term][]rdf.Triple{}, embedded: map[rdf.Term]bool{}}
	for _, triple := range triples {
		if _, ok := t.triples[triple.Subject]; !ok {
			t.subjects = append(t.subjects, triple.Subject)
		}
		t.triples[triple.Subject] = append(t.triples[triple.Subject], triple)
		switch {
		case triple.Predicate.Value == string(vocab.SHProperty):
			t.embedded[triple.Object] = true
		case triple.Subject.Kind == rdf.BlankNode: // the cell of a list
			t.embedded[triple.Subject] = true
		}
	}
	return t
}

// node writes a node with all that is known of it.
func (t *shapeTree) node(subject rdf.Term, context *contextBuilder) object {
	o := object{is("@id", context.curie(subject.IRI()))}
	return append(o, t.members(subject, context)...)
}

// members writes what is known of a node.
func (t *shapeTree) members(subject rdf.Term, context *contextBuilder) object {
	var o object
	for _, triple := range t.triples[subject] {
		predicate := triple.Predicate.IRI()
		key := context.curie(predicate)
		object := triple.Object
		switch {
		case predicate == vocab.RDFType:
			addValue(&o, "@type", context.curie(object.IRI()))
		case object.Lang != "":
			addText(&o, key, object)
		case isShapeList(predicate):
			o.Set(key, t.list(object, context))
		case t.embedded[object]:
			addValue(&o, key, t.node(object, context))
		case isShapeLink(predicate):
			addValue(&o, key, context.curie(object.IRI()))
		default:
			addValue(&o, key, value(object, context))
		}
	}
	return o
}

// list writes the members of an RDF list.
func (t *shapeTree) list(cell rdf.Term, context *contextBuilder) []any {
	var members []any
	for cell.Kind == rdf.BlankNode {
		var rest rdf.Term
		for _, triple := range t.triples[cell] {
			if triple.Predicate.IRI() == vocab.RDFFirst {
				members = append(members, value(triple.Object, context))
			} else {
				rest = triple.Object
			}
		}
		cell = rest
	}
	return members
}

// addValue adds a value to a member: the second one makes it an array.
func addValue(o *object, key string, value any) {
	switch old, _ := o.Get(key); v := old.(type) {
	case nil:
		o.Set(key, value)
	case []any:
		o.Set(key, append(v, value))
	default:
		o.Set(key, []any{v, value})
	}
}

// addText adds a text in a language to a language map.
func addText(o *object, key string, text rdf.Term) {
	old, _ := o.Get(key)
	byLanguage, _ := old.(object)
	byLanguage.Set(text.Lang, text.Value)
	o.Set(key, byLanguage)
}

// value writes a term where nothing coerces it. Numbers and booleans that JSON-LD reads back as they are stand bare.
func value(t rdf.Term, context *contextBuilder) any {
	switch {
	case t.Kind == rdf.IRI:
		return object{is("@id", context.curie(t.IRI()))}
	case t.Lang != "":
		return object{is("@value", t.Value), is("@language", t.Lang)}
	case t.Datatype == vocab.XSDString:
		return t.Value
	case t.Datatype == vocab.XSDBoolean && (t.Value == "true" || t.Value == "false"):
		return t.Value == "true"
	case t.Datatype == vocab.XSDInteger:
		const exact = 1 << 53
		if n, err := strconv.ParseInt(t.Value, 10, 64); err == nil && -exact < n && n < exact && strconv.FormatInt(n, 10) == t.Value {
			return n
		}
	}
	return object{is("@value", t.Value), is("@type", context.curie(t.Datatype))}
}

// shapeLinks are the predicates of shapes whose objects are IRIs, shapeLists those whose objects are lists, shapeTexts
// those whose objects are texts by language. The objects of all others are literals, or terms of any kind.
func shapeLinks() []vocab.IRI {
	return []vocab.IRI{
		vocab.SHTargetClass, vocab.SHProperty, vocab.SHPath, vocab.SHDatatype, vocab.SHNodeKindProperty, vocab.SHClass, vocab.SHNode,
		vocab.SHEquals, vocab.SHDisjoint, vocab.SHLessThan, vocab.SHLessThanOrEquals, vocab.SHGroup, vocab.SHSeverityProperty,
	}
}

func shapeLists() []vocab.IRI {
	return []vocab.IRI{vocab.SHIn, vocab.SHLanguageIn, vocab.SHIgnoredProperties}
}

func shapeTexts() []vocab.IRI {
	return []vocab.IRI{vocab.SHDescription, vocab.SHMessage, vocab.RDFSLabel, vocab.RDFSComment}
}

func isShapeLink(predicate vocab.IRI) bool { return slices.Contains(shapeLinks(), predicate) }

func isShapeList(predicate vocab.IRI) bool { return slices.Contains(shapeLists(), predicate) }

// shapeTerms defines the terms that shapes are written with, and the prefixes of what stands in them.
func (b *contextBuilder) shapeTerms(terms *object, tree *shapeTree) {
	b.compact(vocab.SHNodeShape)
	for _, p := range shapeLinks() {
		terms.Set(b.compact(p), b.link(p))
	}
	for _, p := range shapeLists() {
		terms.Set(b.compact(p), b.list(p))
	}
	for _, p := range shapeTexts() {
		terms.Set(b.compact(p), b.text(p))
	}
	for _, subject := range tree.subjects {
		for _, t := range tree.triples[subject] {
			if t.Object.Kind == rdf.IRI {
				b.compact(t.Object.IRI())
			} else {
				b.compact(t.Object.Datatype)
			}
		}
	}
}
