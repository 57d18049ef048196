package hydra

import (
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// classContext makes the JSON-LD context of a class, for its items and collections, with a new builder. All terms of a class stand in a
// context scoped to its type, those of Hydra in contexts scoped to theirs, so that neither ever changes what the other
// means: a class may well have properties called member, title or first.
//
// [JSON-LD 4.1.8]: https://www.w3.org/TR/json-ld11/#scoped-contexts
func classContext(d *Definition, b *contextBuilder) (*Context, error) {
	b.reserve(d)
	var terms object
	b.hydraTerms(&terms)
	for _, n := range d.nodes {
		if n.class == "" {
			continue
		}
		scope := b.scope(n.schema)
		if n.parent == nil {
			for _, l := range d.Links {
				scope.Set(l.Key, b.link(l.Property))
			}
			scope.Set("operation", b.link(vocab.HydraOperationProperty))
		}
		terms.Set(n.name, object{is("@id", b.compact(n.class)), is("@context", scope)})
	}
	return b.build(d.Name, terms)
}

// reserve notes every name that is a term anywhere in the context of a class: none may be a prefix at the same time.
func (b *contextBuilder) reserve(d *Definition) {
	for _, name := range hydraScopeTerms() {
		b.taken[name] = true
	}
	for _, l := range d.Links {
		b.taken[l.Key] = true
	}
	for _, n := range d.nodes {
		if n.class != "" {
			b.taken[n.name] = true
		}
		for _, p := range n.schema.Properties() {
			b.taken[p.Field.Key] = true
			for _, t := range p.Field.Tokens {
				b.taken[t.Name] = true
			}
		}
	}
}

// scope makes the terms of the properties of a struct type.
func (b *contextBuilder) scope(schema *shacl.Schema) object {
	var terms object
	for _, p := range schema.Properties() {
		if p.Shape != nil { // the identifier of a nested node is its @id
			terms.Set(p.Field.Key, b.property(p))
		}
	}
	return terms
}

// property defines the term of a property, so that its values expand to exactly what they are in the graph.
func (b *contextBuilder) property(p *shacl.Property) any {
	id := b.compact(p.Shape.Path)
	switch p.Field.Kind {
	case record.KindLangString:
		return object{is("@id", id), is("@container", "@language")}
	case record.KindToken:
		var tokens object
		for _, t := range p.Field.Tokens {
			tokens.Set(t.Name, b.compact(t.IRI))
			if t.Name == p.Field.Key {
				// Values are read in the scope of their tokens, where this term has to be both.
				tokens.Set(t.Name, object{is("@id", b.compact(t.IRI)), is("@type", "@vocab")})
			}
		}
		return object{is("@id", id), is("@type", "@vocab"), is("@context", tokens)}
	case record.KindRef:
		return object{is("@id", id), is("@type", "@id")}
	case record.KindNode:
		if p.Node.Class() != "" {
			return id
		}
		return object{is("@id", id), is("@context", b.scope(p.Node))}
	default:
	}
	switch {
	case p.Shape.NodeKind == vocab.SHIRI:
		return object{is("@id", id), is("@type", "@id")}
	case p.Shape.Datatype == "" || p.Shape.Datatype == vocab.XSDString:
		return id
	default:
		return object{is("@id", id), is("@type", b.compact(p.Shape.Datatype))}
	}
}
