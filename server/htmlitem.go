package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// titleProperties are what things are called by in the vocabularies, best first.
//
//nolint:gochecknoglobals // a table that is never written
var titleProperties = []vocab.IRI{
	vocab.SchemaName, vocab.DCTTitle, vocab.RDFSLabel, vocab.SKOSPrefLabel, vocab.FOAFName, vocab.SchemaHeadline, vocab.DCTitle,
}

// titleProperty is the property that a type's resources are called by, nil when none is known for that.
func titleProperty(schema *shacl.Schema) *shacl.Property {
	for _, iri := range titleProperties {
		for _, p := range schema.Properties() {
			if p.Shape != nil && p.Shape.Path == iri && !p.Field.Many && (p.Field.Kind == record.KindString || p.Field.Kind == record.KindLangString) {
				return p
			}
		}
	}
	return nil
}

// called is what a record is called: its title, else the end of its address.
func (v *htmlView) called(o jsonld.Object, schema *shacl.Schema) htmlText {
	if p := titleProperty(schema); p != nil {
		if value, ok := o.Get(p.Field.Key); ok {
			if values := v.values(value, p); len(values) > 0 && values[0].Text.Value != "" {
				return values[0].Text
			}
		}
	}
	return plainText(localName(member(o, "@id")))
}

// appendItemPage writes a resource as a page, and returns the value of Content-Language.
func (s *Server) appendItemPage(dst []byte, r *http.Request, res *resource, p *projection, it item, x *exchange) ([]byte, []string, error) {
	data := s.appendItem(nil, res, p, asJSONLD, it, x)
	parsed, err := readJSON(data)
	if err != nil {
		return dst, nil, err
	}
	o, _ := parsed.(jsonld.Object)
	v := s.view(x.state.Prefix, x.state.Language)
	d := res.definition
	path := requested(member(o, "@id"), r.URL.RawQuery)
	page := v.page(v.called(o, d.Schema), path, formatsAt(path, s.items.types()), data)
	page.Kind, page.IRI = v.classLink(d), v.absolute(member(o, "@id"))
	id := member(o, "@id")
	page.Crumbs = v.crumbs(res, id[:strings.LastIndexByte(id, '/')])
	page.Content = v.resource(o, res)
	dst, err = s.appendPage(dst, htmlItem, page)
	return dst, []string{v.contentLanguage()}, err
}

// crumbs lead to a collection, from the one above when it is a sub-collection.
func (v *htmlView) crumbs(res *resource, collection string) []htmlLink {
	links := v.crumbsAbove(res, collection)
	if res.source.list != nil {
		links = append(links, htmlLink{collection, v.text(collectionTitle(res.definition))})
	}
	return links
}

// crumbsAbove lead to the resource that a sub-collection is below.
func (v *htmlView) crumbsAbove(res *resource, collection string) []htmlLink {
	if res.parent == nil {
		return nil
	}
	above := strings.TrimSuffix(collection, res.definition.SubPath())
	links := v.crumbs(res.parent, above[:strings.LastIndexByte(above, '/')])
	if res.parent.source.get != nil {
		links = append(links, htmlLink{above, plainText(localName(above))})
	}
	return links
}

// resource makes the node of a resource: a record with computed links.
func (v *htmlView) resource(o jsonld.Object, res *resource) *htmlNode {
	n := v.record(o, res.definition.Schema)
	for _, l := range res.definition.Links {
		if target := member(o, l.Key); target != "" {
			n.Properties = append(n.Properties, htmlProperty{
				Key: l.Key, Label: v.linkLabel(l), Description: v.text(l.Doc), Values: []htmlValue{v.link(target, localName(target))},
			})
		}
	}
	return n
}

// property returns the row of a key, nil when the node has none.
func (n *htmlNode) property(key string) *htmlProperty {
	if i := slices.IndexFunc(n.Properties, func(p htmlProperty) bool { return p.Key == key }); i >= 0 {
		return &n.Properties[i]
	}
	return nil
}
