package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// The ends of the names of the contexts that read HAL: that of an item and that of a page of the collection.
const (
	halItem       = ".hal"
	halCollection = ".hal-collection"
)

// HALContexts returns the contexts that read the HAL of a class as linked data: that of an item, and that of a page of its
// collection. What they expand to is a part of what the JSON-LD says: neither types nor text has a place in it, since HAL
// tells neither. The members of a page are those of the requested URL.
func (a *API) HALContexts(d *Definition) (item, collection *Context) {
	return a.byContext[d.Name+halItem], a.byContext[d.Name+halCollection]
}

// CollectionRel is the name of the members in the "_embedded" of HAL: the last segment of the path, in camel case.
func (d *Definition) CollectionRel() string {
	words := strings.Split(d.Path[strings.LastIndexByte(d.Path, '/')+1:], "-")
	for i, word := range words[1:] {
		words[i+1] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

// halContexts renders the contexts that read HAL.
func (a *API) halContexts(d *Definition) (item, collection *Context, err error) {
	item, err = newContext(d.Name+halItem, object{is("@context", append(halTerms(), a.halItem(d, true)...))})
	if err != nil {
		return nil, nil, err
	}
	terms := halTerms()
	for _, link := range []struct {
		rel      string
		property vocab.IRI
	}{
		{"first", vocab.HydraFirst},
		{"previous", vocab.HydraPrevious},
		{"prev", vocab.HydraPrevious},
		{"next", vocab.HydraNext},
		{"last", vocab.HydraLast},
	} {
		terms.Set(link.rel, halLink(link.property))
	}
	terms.Set(d.CollectionRel(), object{is("@id", vocab.HydraMember), is("@context", halScope(d.CollectionRel(), a.halItem(d, true)))})
	collection, err = newContext(d.Name+halCollection, object{is("@context", terms)})
	return item, collection, err
}

// halTerms are the members that every resource has in HAL. The link to itself is its identifier.
func halTerms() object {
	return object{
		is("@version", 1.1),
		is("_links", "@nest"), is("_embedded", "@nest"), is("self", "@nest"), is("href", "@id"),
	}
}

// halKeys are the keys that HAL has a meaning for: a resource has no property with such a key.
func halKeys() []string { return []string{"_links", "_embedded", "self", "href"} }

func halLink(property vocab.IRI) object { return object{is("@id", property), is("@type", "@id")} }

// halItem are the terms of the items of a class, with those of the resources that can be embedded in them.
func (a *API) halItem(d *Definition, embed bool) object {
	terms := a.halNode(d.Schema, nil, embed)
	for _, l := range d.Links {
		if l.Rel == "self" {
			continue // it goes by its IRI
		}
		if d.Schema.Property(l.Rel) == nil && !l.Expandable {
			terms.Set(l.Rel, halLink(l.Property))
		} else {
			terms.Set(l.Rel, nil) // one name with two meanings, such as a collection and its members, has none here
		}
	}
	for _, t := range d.Templates {
		terms.Set(t.Rel, nil) // a template is no IRI
	}
	return terms
}

// halNode are the terms of the properties of a struct type. Without types in the body, the terms of a nested node stand in
// the scope of the property that leads to it; a type is entered once on a way.
func (a *API) halNode(schema *shacl.Schema, on []*shacl.Schema, embed bool) object {
	on = append(slices.Clip(on), schema)
	var terms object
	for _, p := range schema.Properties() {
		if p.Shape == nil {
			continue
		}
		terms.Set(p.Field.Key, a.halProperty(p, on, embed))
	}
	return terms
}

// halScope leaves the key that leads to a scope out of it where it leads to a further scope, which processors would take for
// this one ([definitionCompiler.scopes]).
func halScope(key string, terms object) object {
	if term, ok := terms.Get(key); ok {
		if o, ok := term.(object); ok {
			if _, ok := o.Get("@context"); ok {
				terms.Set(key, nil)
			}
		}
	}
	return terms
}

func (a *API) halProperty(p *shacl.Property, on []*shacl.Schema, embed bool) any {
	absolute := newContextBuilder(&vocab.Prefixes{})
	switch p.Field.Kind {
	case record.KindLangString:
		return nil // the body does not tell the language
	case record.KindRef:
		link := halLink(p.Shape.Path)
		if target := a.byType[p.Field.Target]; embed && target != nil && p.Field.Tag.Get("expand") != "" {
			link.Set("@context", halScope(p.Field.Key, a.halItem(target.Definition, false)))
		}
		return link
	case record.KindNode:
		if slices.Contains(on, p.Node) || slices.ContainsFunc(halKeys(), func(key string) bool { return p.Node.Property(key) != nil }) {
			return nil
		}
		return object{is("@id", p.Shape.Path), is("@context", halScope(p.Field.Key, a.halNode(p.Node, on, embed)))}
	default:
		return absolute.property(p)
	}
}
