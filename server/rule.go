package server

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
)

// checkRules says why the filters of a request are not those that its class wants. Each of them is correct by itself.
func (x *exchange) checkRules(res *resource) error {
	rules := &res.definition.Rules
	for _, set := range rules.Exclusive {
		var used []string
		for _, p := range set {
			if x.filters(p) {
				used = append(used, res.described.ShortName(p))
			}
		}
		if len(used) > 1 {
			return &Problem{Code: CodeUnsupportedCombi, Detail: strings.Join(used, " and ") + " exclude each other."}
		}
	}
	if len(rules.Required) == 0 || slices.ContainsFunc(rules.Required, func(set []*hydra.Property) bool {
		return len(set) > 0 && !slices.ContainsFunc(set, func(p *hydra.Property) bool { return !x.filters(p) })
	}) {
		return nil
	}
	filtered := x.query.Search != "" || slices.ContainsFunc(x.query.Filters, func(f store.Filter) bool { return f.Property != res.definition.Within })
	if filtered && slices.ContainsFunc(rules.Required, func(set []*hydra.Property) bool { return len(set) == 0 }) {
		return nil
	}
	problem := &Problem{Code: CodeParamsRequired}
	if filtered {
		problem.Code = CodeParamsCombination
	}
	problem.Detail = "Want " + res.requiredNames() + "."
	return problem
}

// requiredNames says which filters a request has.
func (res *resource) requiredNames() string {
	var sets []string
	for _, set := range res.definition.Rules.Required {
		var names []string
		for _, p := range set {
			names = append(names, res.described.ShortName(p))
		}
		if names == nil {
			return "any filter"
		}
		sets = append(sets, strings.Join(names, " and "))
	}
	return strings.Join(sets, ", or ")
}

// filters says whether a request filters by a property.
func (x *exchange) filters(p *hydra.Property) bool {
	return slices.ContainsFunc(x.query.Filters, func(f store.Filter) bool { return f.Property == p })
}

// countValues notes that a filter has too few or too many values.
func (x *exchange) countValues(res *resource, param *query.Param, p *hydra.Property, n int) bool {
	count, ok := res.definition.Rules.Counts[p]
	switch {
	case ok && n < count.Min:
		x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "minItems", About: strconv.Itoa(count.Min), Detail: fmt.Sprintf("want at least %d values, separated by commas", count.Min)})
	case ok && n > count.Max:
		x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "maxItems", About: strconv.Itoa(count.Max), Detail: fmt.Sprintf("want at most %d values", count.Max)})
	default:
		return true
	}
	return false
}
