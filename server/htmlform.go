package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
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
		case paramFields:
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
	var values []string
	for i := range x.params.List {
		param := &x.params.List[i]
		// A list of alternatives is no value of a field: a form would send its commas as parts of the text.
		if at, err := res.names.Resolve(param.Name); err == nil && res.property(at) == p && !framework(param.Name) && !strings.Contains(param.Raw, ",") {
			values = append(values, param.Value)
		}
	}
	switch {
	case len(values) == 0:
		values = []string{""}
	case p.Filter == hydra.FilterRange:
		values = append(values, "")
	}
	fields := make([]htmlField, 0, len(values))
	for i, value := range values {
		field := v.field(p, name, value)
		field.Also = i > 0
		if i > 0 && value == "" {
			field.compare("lte:")
		}
		fields = append(fields, field)
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

// tidied is a query that a form has sent, as somebody would write it who types: fields that were left empty are gone, and a
// comparison that stands alone is put before the next value of the same parameter ("start=gte:&start=2026-01-01" is
// "start=gte:2026-01-01"). It says whether anything changed. Neither is a query that means anything else: an empty filter is
// a mistake.
func tidied(raw string) (tidy string, changed bool) {
	if !strings.Contains(raw, "=") || len(raw) > query.MaxBytes {
		return raw, false
	}
	var out []byte
	pending := map[string]string{}
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, _ := strings.Cut(pair, "=")
		operator, pends := pending[name]
		delete(pending, name)
		text, err := url.QueryUnescape(value)
		if err != nil {
			return raw, false // a mistake is not to be made better
		}
		switch {
		case value == "" && name != paramAfter:
			changed = true
			continue
		case slices.Contains(htmlOperators, text) && !framework(name):
			pending[name] = text
			changed = true
			continue
		}
		if len(out) > 0 {
			out = append(out, '&')
		}
		if pends {
			out = append(append(append(append(out, name...), '='), operator...), value...)
		} else {
			out = append(out, pair...)
		}
	}
	return string(vocab.AppendURI(nil, strings.ReplaceAll(string(out), "#", "%23"))), changed
}

// tidy sends a client whose form left a query that is not tidy to the same collection with one that is: an address that
// can be shared, and had in every other representation.
func (s *Server) tidy(w http.ResponseWriter, r *http.Request, res *resource, x *exchange) bool {
	query, changed := tidied(r.URL.RawQuery)
	if !changed {
		return false
	}
	h := w.Header()
	res.unmodified[asHTML].set(h)
	target := s.prefix + res.definition.Path
	if res.parent != nil {
		target = s.prefix + res.below(x)
	}
	if query != "" {
		target += "?" + query
	}
	h["Location"] = []string{target}
	h["Content-Length"] = []string{"0"}
	w.WriteHeader(http.StatusSeeOther)
	return true
}
