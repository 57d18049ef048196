package lint

import (
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

type property = shacl.Property

// propertyRules are about each property.
func propertyRules() []Rule {
	return []Rule{
		{"property-doc", Warning, "a property has no doc; an error when its term is the API's own", eachProperty(propertyDoc)},
		{"unknown-prefix", Warning, "a class or property is in a namespace without a prefix", eachTerm(unknownPrefix)},
		{"schema-http", Error, "a class or property is in http://schema.org/, whose IRIs begin with https", eachTerm(func(c *checker, _ *hydra.Resource, where string, iri vocab.IRI) {
			if strings.HasPrefix(string(iri), "http://schema.org/") {
				c.add(where, string(iri)+" is not what the rest of the world calls it", "write https://schema.org/, or the prefix schema:")
			}
		})},
		{"text-length", Info, "a text has no maxLength", eachProperty(func(c *checker, r *hydra.Resource, p *hydra.Property) {
			kind := p.Leaf().Field.Kind
			shape := p.Leaf().Shape
			plain := kind == record.KindLangString || kind == record.KindString && shape.Datatype == vocab.XSDString
			if plain && !p.Leaf().Field.Identifier && shape.MaxLength == 0 && len(shape.In) == 0 {
				c.add(r.Definition.Path+" "+p.Path, "the text may be of any length", `bound it: sh:"maxLength=200"`)
			}
		})},
		{"pattern-anchor", Warning, "a pattern is not anchored on both sides, so that it matches a part of a text", eachProperty(func(c *checker, r *hydra.Resource, p *hydra.Property) {
			pattern := p.Leaf().Shape.Pattern
			if pattern != "" && (!strings.HasPrefix(pattern, "^") || !strings.HasSuffix(pattern, "$")) {
				c.add(r.Definition.Path+" "+p.Path, fmt.Sprintf("the pattern %q matches a part of a text", pattern), "begin it with ^ and end it with $")
			}
		})},
	}
}

// eachProperty is a rule for all properties that have a shape. Those of a type that is nested in several places are looked
// at once.
func eachProperty(check func(*checker, *hydra.Resource, *hydra.Property)) func(*checker) {
	return eachClass(func(c *checker, r *hydra.Resource) {
		seen := map[*property]bool{}
		for _, p := range r.Definition.Properties {
			if leaf := p.Leaf(); leaf.Shape != nil && !seen[leaf] {
				seen[leaf] = true
				check(c, r, p)
			}
		}
	})
}

// eachTerm is a rule for all classes and properties.
func eachTerm(check func(c *checker, r *hydra.Resource, where string, iri vocab.IRI)) func(*checker) {
	return func(c *checker) {
		for _, r := range c.api.Resources() {
			check(c, r, r.Definition.Path, r.Definition.IRI)
			for _, l := range r.Definition.Links {
				check(c, r, r.Definition.Path+" "+l.Key, l.Property)
			}
		}
		eachProperty(func(c *checker, r *hydra.Resource, p *hydra.Property) {
			where := r.Definition.Path + " " + p.Path
			check(c, r, where, p.Leaf().Shape.Path)
			if node := p.Leaf().Node; node != nil && node.Class() != "" {
				check(c, r, where, node.Class())
			}
		})(c)
	}
}

func unknownPrefix(c *checker, r *hydra.Resource, where string, iri vocab.IRI) {
	if strings.HasPrefix(string(iri), c.api.Vocabulary()) {
		return
	}
	if _, ok := r.Definition.Prefixes.Compact(iri); !ok {
		c.add(where, "no prefix is known for "+string(iri), "add its namespace to ClassMeta.Prefixes")
	}
}

func propertyDoc(c *checker, r *hydra.Resource, p *hydra.Property) {
	shape := p.Leaf().Shape
	if len(shape.Description) > 0 {
		return
	}
	where := r.Definition.Path + " " + p.Path
	if strings.HasPrefix(string(shape.Path), c.api.Vocabulary()) {
		c.addAs(Error, where, "the term "+string(shape.Path)+" is the API's own, and nobody says what it means", `add the tag doc:"…"`)
		return
	}
	c.add(where, "nothing says what it means here", `add the tag doc:"…"`)
}
