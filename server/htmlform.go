package server

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// htmlForm is the search template as a form.
type htmlForm struct {
	Words  *htmlWords
	Action string
	// Open says that the form is to be seen at once.
	Open     bool
	Fields   []htmlField
	Wildcard bool
	Sort     []htmlOption
	// Size is the page size asked for, "" for the usual one; Usual and Largest are what there is.
	Size           string
	Usual, Largest int
	// Hidden are parameters that stay as they are.
	Hidden []htmlOption
}

// htmlField is a field of a form: with Comparisons a pair of fields, the first of which says how the second compares.
type htmlField struct {
	ID, Name, Value, Type string
	Label, Description    htmlText
	// Also says that it is one more field of the same filter.
	Also bool
	// Step is what a number is a multiple of.
	Step string
	// Options are the choices of a select.
	Options     []htmlOption
	Comparisons []htmlOption
}

// htmlOption is a choice; Name is that of a hidden parameter.
type htmlOption struct {
	Name, Value, Label string
	Selected           bool
}

// form makes the form of a collection: every filter that the template has and the client may use, with its current value.
func (v *htmlView) form(res *resource, x *exchange, q *collectionQuery) *htmlForm {
	f := &htmlForm{Words: v.words, Action: v.prefix + q.path, Usual: res.described.PageSize, Largest: res.described.MaxPageSize}
	if res.searches(paramSearch) {
		f.Fields = append(f.Fields, htmlField{Name: paramSearch, Label: plainText(v.words.Search), Value: x.query.Search, Type: "search"})
	}
	for _, p := range res.described.Filterable {
		if x.reserved(res, p) {
			continue
		}
		f.Wildcard = f.Wildcard || p.Filter == hydra.FilterText
		f.Fields = append(f.Fields, v.fields(res, x, p)...)
	}
	for i := range f.Fields {
		f.Fields[i].ID = "filter-" + strconv.Itoa(i+1)
	}
	f.Sort = v.orders(res, x)
	for i := range x.params.List {
		switch param := &x.params.List[i]; param.Name {
		case paramFields, paramFormat:
			f.Hidden = append(f.Hidden, htmlOption{Name: param.Name, Value: param.Value})
		case paramPageSize:
			f.Size = param.Value
		default:
			f.Open = f.Open || !framework(param.Name)
		}
	}
	return f
}

// fields are the fields of one filter: one for each value that it has now, and for a range one more.
func (v *htmlView) fields(res *resource, x *exchange, p *hydra.Property) []htmlField {
	name := res.described.ShortName(p)
	var fields []htmlField
	var values []string
	for i := range x.params.List {
		param := &x.params.List[i]
		if at, err := res.names.Resolve(param.Name); err != nil || res.property(at) != p || framework(param.Name) {
			continue
		}
		if strings.Contains(param.Raw, ",") {
			fields = append(fields, v.listField(p, name, param))
		} else {
			values = append(values, param.Value)
		}
	}
	switch {
	case len(values) == 0 && fields != nil:
	case len(values) == 0:
		values = []string{""}
	case p.Filter == hydra.FilterRange:
		values = append(values, "")
	}
	for i, value := range values {
		field := v.field(p, name, value)
		if i > 0 && value == "" {
			field.compare("lte:")
		}
		fields = append(fields, field)
	}
	for i := range fields {
		fields[i].Also = i > 0
	}
	return fields
}

func (v *htmlView) field(p *hydra.Property, name, value string) htmlField {
	f := htmlField{Name: name, Label: v.pathLabel(p, name), Description: v.pick(p.Leaf().Shape.Description), Value: value, Type: "text"}
	if p.Filter == hydra.FilterRange {
		var operator string
		operator, f.Value = cutOperator(value)
		for _, o := range []string{"gte:", "lte:", "gt:", "lt:", "", "ne:"} {
			f.Comparisons = append(f.Comparisons, htmlOption{Value: o, Label: v.words.comparison(o)})
		}
		if value != "" {
			f.compare(strings.TrimPrefix(operator, "eq:"))
		}
	}
	switch field := p.Leaf().Field; field.Kind {
	case record.KindToken:
		for _, t := range field.Tokens {
			f.Options = append(f.Options, htmlOption{Value: t.Name, Label: t.Name})
		}
	case record.KindBool:
		f.Options = []htmlOption{{Value: "true", Label: v.words.Yes}, {Value: "false", Label: v.words.No}}
	case record.KindDate:
		if _, err := literal.ParseDate(f.Value); f.Value == "" || err == nil && len(f.Value) == len("2006-01-02") {
			f.Type = "date"
		}
	case record.KindInt, record.KindUint, record.KindFloat, record.KindDecimal:
		if _, err := strconv.ParseFloat(f.Value, 64); f.Value == "" || err == nil {
			f.Type, f.Step = "number", "any"
		}
	default:
	}
	if f.Options != nil {
		v.choose(&f)
	} else if f.Type == "number" && p.Filter != hydra.FilterRange {
		f.Type = "text" // ne: may stand before it
	}
	return f
}

// compare selects a comparison.
func (f *htmlField) compare(operator string) {
	for i := range f.Comparisons {
		f.Comparisons[i].Selected = f.Comparisons[i].Value == operator
	}
}

// choose selects the current value among the options; one that is none of them becomes one.
func (v *htmlView) choose(f *htmlField) {
	options := append([]htmlOption{{Label: v.words.Any}}, f.Options...)
	i := slices.IndexFunc(options, func(o htmlOption) bool { return o.Value == f.Value })
	if i < 0 {
		i, options = len(options), append(options, htmlOption{Value: f.Value, Label: f.Value})
	}
	options[i].Selected = true
	f.Options = options
}

// orders are the choices of order; the current one is selected.
func (v *htmlView) orders(res *resource, x *exchange) []htmlOption {
	var out []htmlOption
	for _, p := range res.described.Sortable {
		if x.reserved(res, p) {
			continue
		}
		name := res.described.ShortName(p)
		for _, descending := range []bool{false, true} {
			o := htmlOption{Value: name, Label: v.words.orderText(v.pathLabel(p, name).Value, descending)}
			if descending {
				o.Value = "-" + name
			}
			o.Selected = slices.Equal(x.query.Sort, []store.Order{{Property: p, Descending: descending}})
			out = append(out, o)
		}
	}
	if out == nil {
		return nil
	}
	selected := slices.ContainsFunc(out, func(o htmlOption) bool { return o.Selected })
	if _, count := x.params.Get(paramSort); count == 1 && !selected {
		param, _ := x.params.Get(paramSort)
		out = append(out, htmlOption{Value: param.Value, Label: param.Value, Selected: true})
	}
	return append([]htmlOption{{Label: v.words.Usual, Selected: !selected}}, out...)
}
