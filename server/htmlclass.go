package server

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// htmlClass is a class on the page of the documentation.
type htmlClass struct {
	Anchor             string
	Title, Description htmlText
	Definition         htmlValue
	// Collection leads to the instances; nil when there is no collection.
	Collection *htmlLink
	Properties []htmlDeclared
	Operations []htmlOperation
}

// htmlDeclared is a property as it is declared.
type htmlDeclared struct {
	Path string
	// Label is empty where none is declared.
	Label, Description htmlText
	Predicate, Kind    htmlValue
	Many               bool
	// Tokens are the values of an enumeration.
	Tokens []string
	// Rules are constraints in SHACL's words: "maxLength=200".
	Rules                          []string
	Required, Filterable, Sortable bool
	Audience                       string
}

// htmlOperation is an operation: Anchor is its operationId.
type htmlOperation struct {
	Anchor, Method string
	Title          htmlText
	Statuses       []htmlStatus
}

type htmlStatus struct {
	Code  string
	Title htmlText
}

// classes lists what the documentation tells, for people: the classes with their properties and operations.
func (v *htmlView) classes() []htmlClass {
	api := v.server.api
	start := htmlClass{
		Anchor: "class-EntryPoint", Title: plainText(v.words.Home), Operations: v.operations([]hydra.Operation{*api.EntryPointOperation()}),
		Definition: v.iri(vocab.IRI(api.Vocabulary()+"EntryPoint"), v.server.prefixes), Collection: &htmlLink{v.home(), plainText(v.words.Home)},
	}
	classes := []htmlClass{start}
	for _, r := range api.Resources() {
		classes = append(classes, v.class(r))
	}
	return classes
}

func (v *htmlView) class(r *hydra.Resource) htmlClass {
	d := r.Definition
	c := htmlClass{Anchor: "class-" + d.Term, Title: v.text(title(d)), Description: v.text(d.Meta.Description), Definition: v.iri(d.IRI, d.Prefixes)}
	if len(r.Collection) > 0 && !d.Nested() {
		c.Collection = &htmlLink{v.prefix + d.Path, v.text(collectionTitle(d))}
	}
	filterable, sortable := map[*hydra.Property]bool{}, map[*hydra.Property]bool{}
	for _, p := range r.Filterable {
		filterable[p] = true
	}
	for _, p := range r.Sortable {
		sortable[p] = true
	}
	for _, p := range d.Properties {
		if p.Leaf().Shape == nil {
			continue
		}
		one := v.declared(p, d.Prefixes)
		one.Filterable, one.Sortable = filterable[p], sortable[p]
		c.Properties = append(c.Properties, one)
	}
	for _, l := range d.Links {
		c.Properties = append(c.Properties, htmlDeclared{Path: l.Key, Label: v.text(l.Label), Predicate: v.iri(l.Property, d.Prefixes), Description: v.text(l.Doc), Kind: htmlValue{Text: plainText("IRI")}})
	}
	c.Operations = append(v.operations(r.Collection), v.operations(r.Item)...)
	return c
}

func (v *htmlView) declared(p *hydra.Property, prefixes *vocab.Prefixes) htmlDeclared {
	leaf := p.Leaf()
	shape, field := leaf.Shape, leaf.Field
	one := htmlDeclared{
		Path: p.Path, Label: v.pick(shape.Label), Predicate: v.iri(shape.Path, prefixes), Description: v.pick(shape.Description), Many: field.Many,
		Required: shape.MinCount > 0, Rules: rules(shape, field.Many),
	}
	if p.Access != "read" {
		one.Audience = p.Access
	}
	switch field.Kind {
	case record.KindNode:
		one.Kind = htmlValue{Text: plainText(v.words.Properties)}
		if class := leaf.Node.Class(); class != "" {
			one.Kind = v.iri(class, prefixes)
		}
	case record.KindRef:
		one.Kind = htmlValue{Text: plainText("IRI")}
		if target := v.server.api.Target(field.Target); target != nil {
			link := v.classLink(target.Definition)
			one.Kind = htmlValue{Text: link.Text, Href: link.Href}
		}
	case record.KindToken:
		for _, t := range field.Tokens {
			one.Tokens = append(one.Tokens, t.Name)
		}
	case record.KindLangString:
		one.Kind = htmlValue{Text: plainText(v.words.Text)}
	default:
		one.Kind = v.iri(shape.Datatype, prefixes)
		if shape.NodeKind == vocab.SHIRI {
			one.Kind = htmlValue{Text: plainText("IRI")}
		}
	}
	return one
}

// iri is a link to a term, in compact form where a prefix fits.
func (v *htmlView) iri(iri vocab.IRI, prefixes *vocab.Prefixes) htmlValue {
	text := string(iri)
	if compact, ok := prefixes.Compact(iri); ok {
		text = compact
	}
	value := v.link(string(iri), text)
	value.Code = true
	return value
}

// rules are the constraints of a property but its kind, in SHACL's words.
func rules(s *shacl.PropertyShape, many bool) []string {
	var out []string
	count := func(name string, n int, declared bool) {
		if declared {
			out = append(out, name+"="+strconv.Itoa(n))
		}
	}
	bound := func(name string, t *rdf.Term) {
		if t != nil {
			out = append(out, name+"="+boundText(t))
		}
	}
	name := func(name, value string) {
		if value != "" {
			out = append(out, name+"="+value)
		}
	}
	count("minCount", s.MinCount, s.MinCount > 1)
	count("maxCount", s.MaxCount, many && s.MaxCount != shacl.Unbounded)
	count("minLength", s.MinLength, s.MinLength > 0)
	count("maxLength", s.MaxLength, s.MaxLength > 0)
	bound("minInclusive", s.MinInclusive)
	bound("minExclusive", s.MinExclusive)
	bound("maxInclusive", s.MaxInclusive)
	bound("maxExclusive", s.MaxExclusive)
	name("pattern", s.Pattern)
	name("equals", s.Equals)
	name("disjoint", s.Disjoint)
	name("lessThan", s.LessThan)
	name("lessThanOrEquals", s.LessThanOrEquals)
	for _, tag := range s.LanguageIn {
		name("languageIn", tag)
	}
	if s.UniqueLang {
		out = append(out, "uniqueLang")
	}
	return out
}

// boundText is a bound as people write it: 90, not 9.0E1.
func boundText(t *rdf.Term) string {
	if f, err := strconv.ParseFloat(t.Value, 64); err == nil && t.Datatype == vocab.XSDDouble {
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return t.Value
}

func (v *htmlView) operations(list []hydra.Operation) []htmlOperation {
	out := make([]htmlOperation, 0, len(list))
	for i := range list {
		o := &list[i]
		one := htmlOperation{Anchor: o.ID, Method: o.Method, Title: v.text(o.Title)}
		for _, status := range o.Statuses {
			one.Statuses = append(one.Statuses, htmlStatus{strconv.Itoa(status.Code), v.text(status.Title)})
		}
		out = append(out, one)
	}
	return out
}
