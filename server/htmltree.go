package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// htmlNode is an object on a page: a resource, or a node nested in one.
type htmlNode struct {
	// Anchor is the fragment that names the node, Name and Href the node's own where it is a resource, Type what it is.
	Anchor     string
	Name, Type htmlText
	Href       string
	Outside    bool
	Properties []htmlProperty
}

// htmlProperty is a row: a label and the values.
type htmlProperty struct {
	// Key is the name in JSON, Label what people call it.
	Key                string
	Label, Description htmlText
	Values             []htmlValue
}

// htmlValue is a text, which may be a link or a time, or a nested node.
type htmlValue struct {
	Text       htmlText
	Href       string
	Outside    bool
	Time, Code bool
	Node       *htmlNode
}

// readJSON reads JSON that this package wrote, with objects as [jsonld.Object] in their order.
func readJSON(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	value, err := readValue(d)
	if err == nil {
		if _, err = d.Token(); err == nil {
			err = errors.New("there is more behind the value")
		} else if errors.Is(err, io.EOF) {
			err = nil
		}
	}
	return value, err
}

func readValue(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := jsonld.Object{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := readValue(d)
			if err != nil {
				return nil, err
			}
			o = append(o, jsonld.Member{Key: fmt.Sprint(key), Value: value})
		}
		_, err = d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			value, err := readValue(d)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err = d.Token()
		return list, err
	}
	return token, nil
}

// member is the text of a member, "" for none.
func member(o jsonld.Object, key string) string {
	value, _ := o.Get(key)
	text, _ := value.(string)
	return text
}

// each lists the values of a member.
func each(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	return []any{value}
}

// record makes a node of a record, guided by the declaration of its type.
func (v *htmlView) record(o jsonld.Object, schema *shacl.Schema) *htmlNode {
	n := v.identity(o)
	for _, p := range schema.Properties() {
		value, ok := o.Get(p.Field.Key)
		if !ok || p.Shape == nil {
			continue
		}
		row := htmlProperty{Key: p.Field.Key, Label: v.label(p), Description: v.pick(p.Shape.Description)}
		if row.Values = v.values(value, p); len(row.Values) > 0 {
			n.Properties = append(n.Properties, row)
		}
	}
	return n
}

// values makes the values of a declared property.
func (v *htmlView) values(value any, p *shacl.Property) []htmlValue {
	if o, ok := value.(jsonld.Object); ok && p.Field.Kind == record.KindLangString {
		return []htmlValue{{Text: v.languageMap(o)}}
	}
	var out []htmlValue
	for _, one := range each(value) {
		out = append(out, v.value(one, p))
	}
	return out
}

func (v *htmlView) value(value any, p *shacl.Property) htmlValue {
	text := fmt.Sprint(value)
	switch p.Field.Kind {
	case record.KindNode:
		if o, ok := value.(jsonld.Object); ok {
			return htmlValue{Node: v.record(o, p.Node)}
		}
	case record.KindRef:
		return v.link(text, localName(text))
	case record.KindBool:
		return htmlValue{Text: plainText(v.words.yes(value == true))}
	case record.KindToken:
		i := slices.IndexFunc(p.Field.Tokens, func(t hydra.Token) bool { return t.Name == text })
		if i >= 0 {
			return v.link(string(p.Field.Tokens[i].IRI), text)
		}
	case record.KindDate, record.KindDateTime, record.KindTime:
		return htmlValue{Text: plainText(text), Time: true}
	case record.KindString:
		if p.Shape.NodeKind == vocab.SHIRI {
			return v.link(text, text)
		}
	default:
	}
	return htmlValue{Text: plainText(text)}
}

// link is a text that is a link when its target may be one.
func (v *htmlView) link(target, text string) htmlValue {
	href := v.href(target)
	return htmlValue{Text: plainText(text), Href: href, Outside: href != "" && v.outside(href)}
}

// identity begins a node with what it is called.
func (v *htmlView) identity(o jsonld.Object) *htmlNode {
	n := &htmlNode{}
	if id := member(o, "@id"); id != "" && !strings.HasPrefix(id, "_:") {
		link := v.link(id, id)
		n.Name, n.Href, n.Outside = link.Text, link.Href, link.Outside
	}
	if term := member(o, "@type"); term != "" {
		n.Type = plainText(humanized(term))
	}
	return n
}

// node makes a node of an object of a document, of which nothing is known but its keys.
func (v *htmlView) node(o jsonld.Object, document string) *htmlNode {
	n := v.identity(o)
	if path, fragment, ok := strings.Cut(n.Href, "#"); ok && path == document {
		n.Anchor, n.Name = fragment, plainText(fragment)
	}
	for _, m := range o {
		if strings.HasPrefix(m.Key, "@") && m.Key != "@graph" {
			continue
		}
		row := htmlProperty{Key: m.Key, Label: plainText(humanized(m.Key))}
		for _, one := range each(m.Value) {
			row.Values = append(row.Values, v.anything(one, document)...)
		}
		n.Properties = append(n.Properties, row)
	}
	return n
}

// anything makes values of something in a document.
func (v *htmlView) anything(value any, document string) []htmlValue {
	switch value := value.(type) {
	case jsonld.Object:
		if text, ok := value.Get("@value"); ok && len(value) <= 2 {
			if lang := member(value, "@language"); lang != "" {
				return []htmlValue{{Text: v.tagged(fmt.Sprint(text), lang)}}
			}
			return v.anything(text, document)
		}
		if v.byLanguage(value) {
			return v.inLanguage(value)
		}
		return []htmlValue{{Node: v.node(value, document)}}
	case string:
		if iri, ok := v.curie(value); ok {
			return []htmlValue{v.link(iri, value)}
		}
		return []htmlValue{v.link(value, value)}
	case bool:
		return []htmlValue{{Text: plainText(v.words.yes(value))}}
	default:
		return []htmlValue{{Text: plainText(fmt.Sprint(value))}}
	}
}

// byLanguage says whether an object of a document is a language map.
func (v *htmlView) byLanguage(o jsonld.Object) bool {
	for _, m := range o {
		known := func(tag string) bool { return strings.EqualFold(tag, m.Key) }
		if !slices.ContainsFunc(v.server.languages, known) && !slices.ContainsFunc(problemLanguages, known) {
			return false
		}
	}
	return len(o) > 0
}

// inLanguage chooses the texts in one language of a map whose values may be lists.
func (v *htmlView) inLanguage(o jsonld.Object) []htmlValue {
	var tags hydra.LangString
	for _, m := range o {
		tags = append(tags, hydra.LangValue{Lang: m.Key, Value: m.Key})
	}
	chosen := v.pick(tags)
	texts, _ := o.Get(chosen.Value)
	var out []htmlValue
	for _, text := range each(texts) {
		out = append(out, htmlValue{Text: htmlText{fmt.Sprint(text), chosen.Lang}})
	}
	return out
}

// curie expands a compact IRI of a prefix that is known.
func (v *htmlView) curie(text string) (iri string, ok bool) {
	prefix, name, found := strings.Cut(text, ":")
	if !found || strings.ContainsAny(name, " /") {
		return "", false
	}
	namespace, ok := v.server.prefixes.Namespace(prefix)
	return namespace + name, ok
}

// summary is a node in one line: its texts, separated by commas.
func (n *htmlNode) summary() string {
	var parts []string
	for _, p := range n.Properties {
		for _, value := range p.Values {
			text := value.Text.Value
			if value.Node != nil {
				text = value.Node.summary()
			}
			if text != "" && !slices.Contains(parts, text) {
				parts = append(parts, text)
			}
		}
	}
	if parts == nil {
		return n.Name.Value
	}
	return strings.Join(parts, ", ")
}
