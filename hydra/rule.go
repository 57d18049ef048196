package hydra

import (
	"slices"
	"strings"
)

// Rules say which filters a request for a collection must have, must not have together, and what their values are.
type Rules struct {
	// Required are sets of filters: a request has all those of at least one set. There are none where everything may be
	// listed. An empty set alone asks for any filter.
	Required [][]*Property
	// Exclusive are sets of filters of which a request has one at most.
	Exclusive [][]*Property
	// Counts are the numbers of values that a filter has, for those that are bounded.
	Counts map[*Property]Count
	// Tables tell which codes there are, for filters by codes of a table.
	Tables map[*Property]func(code string) bool

	// declared are the rules as they were declared, with the paths of properties.
	declared []declaredRule
}

// Count bounds a number of values.
type Count struct{ Min, Max int }

// declaredRule is a rule before the paths of its properties are known to be right.
type declaredRule struct {
	what  string
	paths []string
	take  func(properties []*Property)
}

func rule[T any](what string, paths []string, take func(r *Rules, properties []*Property)) ClassOption[T] {
	return func(d *Definition) {
		d.Rules.declared = append(d.Rules.declared, declaredRule{what, append([]string{}, paths...), func(p []*Property) { take(&d.Rules, p) }})
	}
}

// RequireFilters declares that the collection is not listed as a whole: a request filters by the properties at all the given
// paths, or by those of another such set. Without paths it filters by any property, or searches. A request without filters is answered
// with the problem paramsRequired, one without a complete set with paramsCombination.
func RequireFilters[T any](paths ...string) ClassOption[T] {
	return rule[T]("RequireFilters", paths, func(r *Rules, p []*Property) { r.Required = append(r.Required, p) })
}

// ExclusiveFilters declares that a request filters by one of the properties at most; one that filters by two of them is
// answered with the problem unsupportedCombi.
func ExclusiveFilters[T any](paths ...string) ClassOption[T] {
	return rule[T]("ExclusiveFilters", paths, func(r *Rules, p []*Property) { r.Exclusive = append(r.Exclusive, p) })
}

// FilterValues declares how many values the filter by a property has at least and at most.
func FilterValues[T any](path string, least, most int) ClassOption[T] {
	return rule[T]("FilterValues", []string{path}, func(r *Rules, p []*Property) {
		if r.Counts == nil {
			r.Counts = map[*Property]Count{}
		}
		r.Counts[p[0]] = Count{least, most}
	})
}

// CodeTable declares that the values to filter a property by are the codes of a table, which may change while the API runs.
// The function is called concurrently.
func CodeTable[T any](path string, contains func(code string) bool) ClassOption[T] {
	return rule[T]("CodeTable", []string{path}, func(r *Rules, p []*Property) {
		if r.Tables == nil {
			r.Tables = map[*Property]func(string) bool{}
		}
		r.Tables[p[0]] = contains
	})
}

// rules finds the properties that the rules are about.
func (c *definitionCompiler) rules() {
	r := &c.d.Rules
	for _, declared := range r.declared {
		var properties []*Property
		for _, path := range declared.paths {
			p := c.d.byPath[path]
			if p == nil || p.Filter == FilterNone {
				c.fail("%s(%q): there is no property that can be filtered by at this path", declared.what, path)
				continue
			}
			properties = append(properties, p)
		}
		if len(properties) == len(declared.paths) {
			declared.take(properties)
		}
	}
	for _, set := range r.Exclusive {
		if len(set) < 2 {
			c.fail("ExclusiveFilters: want two paths or more: one filter excludes nothing")
		}
	}
	for p, count := range r.Counts {
		if count.Min < 1 || count.Max < count.Min {
			c.fail("FilterValues(%q, %d, %d): want at least 1, and no more than the maximum", p.Path, count.Min, count.Max)
		}
	}
	for p, contains := range r.Tables {
		if contains == nil {
			c.fail("CodeTable(%q): there is no function that knows the codes", p.Path)
		}
	}
	r.declared = nil
}

// DescribeRules says in words which filters a request for the collection has, by their short names ([Resource.ShortName]); nil
// if there is nothing to say.
func (d *Definition) DescribeRules() Text {
	var en, nl []string
	say := func(english, dutch string, sets ...string) {
		en = append(en, english+strings.Join(sets, ", or ")+".")
		nl = append(nl, dutch+strings.Join(sets, ", of ")+".")
	}
	short := d.shortNames()
	names := func(set []*Property, between string) string {
		texts := make([]string, len(set))
		for i, p := range set {
			texts[i] = short[p]
		}
		return strings.Join(texts, between)
	}
	var sets []string
	for _, set := range d.Rules.Required {
		sets = append(sets, names(set, " + "))
	}
	switch {
	case slices.Contains(sets, ""):
		say("A request has at least one filter", "Een verzoek heeft ten minste één filter")
	case sets != nil:
		say("A request has at least these filters: ", "Een verzoek heeft ten minste deze filters: ", sets...)
	}
	for _, set := range d.Rules.Exclusive {
		say("A request has at most one of these filters: ", "Een verzoek heeft hoogstens één van deze filters: ", names(set, ", "))
	}
	if en == nil {
		return nil
	}
	return Text{"en": strings.Join(en, " "), "nl": strings.Join(nl, " ")}
}
