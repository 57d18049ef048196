package jsonld

import (
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// names abbreviates IRIs. Its zero value abbreviates none.
type names struct {
	prefixes *vocab.Prefixes
	// schemes are what may not be a prefix.
	schemes map[string]bool
	// used are the prefixes of what was abbreviated.
	used map[string]bool
}

// schemesOf returns the schemes of the IRIs in a dataset that a prefix of that name would give another meaning.
func schemesOf(d *rdf.Dataset) map[string]bool {
	schemes := map[string]bool{}
	add := func(iri vocab.IRI) {
		if scheme, rest, _ := strings.Cut(string(iri), ":"); !strings.HasPrefix(rest, "//") {
			schemes[scheme] = true
		}
	}
	for _, name := range append(d.Names(), rdf.Term{}) {
		add(name.IRI())
		g := d.Graph(name)
		for id := rdf.ID(1); int(id) <= g.Terms(); id++ {
			t := g.Term(id)
			add(t.IRI())
			add(t.Datatype)
		}
	}
	return schemes
}

func (n *names) short(iri vocab.IRI) (string, bool) {
	short, ok := n.prefixes.Compact(iri)
	if !ok {
		return "", false
	}
	prefix, _, _ := strings.Cut(short, ":")
	if n.schemes[prefix] {
		return "", false
	}
	n.used[prefix] = true
	return short, true
}

// context returns the member @context with the prefixes that were used, and the comma behind it.
func (n *names) context() string {
	var b []byte
	for prefix, namespace := range n.prefixes.All() {
		if !n.used[prefix] {
			continue
		}
		if b == nil {
			b = append(b, `"@context":{`...)
		} else {
			b = append(b, ',')
		}
		b = append(literal.AppendJSONString(append(b, '\n'), prefix), ':')
		if strings.ContainsAny(namespace[len(namespace)-1:], ":/?#[]@") {
			b = literal.AppendJSONString(b, namespace)
			continue
		}
		b = append(literal.AppendJSONString(append(b, `{"@id":`...), namespace), `,"@prefix":true}`...)
	}
	if b != nil {
		b = append(b, "\n},"...)
	}
	return string(b)
}
