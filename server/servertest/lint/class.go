package lint

import (
	"slices"

	"github.com/hydrant-ld/hydrant/hydra"
)

// classRules are about each class.
func classRules() []Rule {
	return []Rule{
		{"class-description", Error, "a class has no title or no description", eachClass(func(c *checker, r *hydra.Resource) {
			d := r.Definition
			if len(d.Meta.Title) == 0 {
				c.add(d.Path, "the class has no title", `give ClassMeta.Title: {"en": "Event"}`)
			}
			if len(d.Meta.Description) == 0 {
				c.add(d.Path, "the class has no description", "say in ClassMeta.Description what one instance is")
			}
		})},
		{"collection-title", Warning, "the collection of a class has no title", eachClass(func(c *checker, r *hydra.Resource) {
			if d := r.Definition; len(r.Collection) > 0 && len(d.Meta.CollectionTitle) == 0 {
				c.add(d.Path, "the collection has no title", `give ClassMeta.CollectionTitle: {"en": "Events"}`)
			}
		})},
		{"no-item", Warning, "a class has a collection, but its members can't be fetched", eachClass(func(c *checker, r *hydra.Resource) {
			if len(r.Item) == 0 {
				c.add(r.Definition.Path, "the IRIs of members lead nowhere", "give the store a Get")
			}
		})},
		{"no-collection", Warning, "a class has items that no collection leads to", eachClass(func(c *checker, r *hydra.Resource) {
			if len(r.Collection) == 0 {
				c.add(r.Definition.Path, "a client that follows links finds no instance", "give the store a List")
			}
		})},
		{"total-items", Info, "a collection tells no size, and has no link to its last page", eachClass(func(c *checker, r *hydra.Resource) {
			if len(r.Collection) > 0 && !r.TotalItems {
				c.add(r.Definition.Path, "the collection tells no size", "give the store a Count, if it can count without a scan")
			}
		})},
		{"required", Info, "no property of a class is required", eachClass(func(c *checker, r *hydra.Resource) {
			required := slices.ContainsFunc(r.Definition.Schema.Properties(), func(p *property) bool {
				return p.Shape != nil && !p.Field.Identifier && p.Shape.MinCount > 0
			})
			if !required {
				c.add(r.Definition.Path, "no property is required: clients can rely on none", `give those that are always there sh:"minCount=1"`)
			}
		})},
		{"filter-without-store", Warning, "a property is declared filterable, but the store can't filter by it", eachClass(func(c *checker, r *hydra.Resource) {
			for _, p := range r.Definition.Properties {
				if len(r.Collection) > 0 && p.Filter != hydra.FilterNone && p != r.Definition.Within && !slices.Contains(r.Filterable, p) {
					c.add(r.Definition.Path+" "+p.Path, "the filter tag promises what the store's Filterable doesn't have", "add it there, or remove the tag")
				}
			}
		})},
		{"sort-without-store", Warning, "a property is declared sortable, but the store can't sort by it", eachClass(func(c *checker, r *hydra.Resource) {
			for _, p := range r.Definition.Properties {
				if len(r.Collection) > 0 && p.Sortable && !slices.Contains(r.Sortable, p) {
					c.add(r.Definition.Path+" "+p.Path, "the sort tag promises what the store's Sortable doesn't have", "add it there, or remove the tag")
				}
			}
		})},
	}
}

// eachClass is a rule for all classes.
func eachClass(check func(*checker, *hydra.Resource)) func(*checker) {
	return func(c *checker) {
		for _, r := range c.api.Resources() {
			check(c, r)
		}
	}
}
