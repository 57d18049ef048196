package server

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// htmlTable is a page of a collection.
type htmlTable struct {
	// Summary says how many there are and which are shown.
	Summary string
	Columns []htmlColumn
	Rows    [][]htmlProperty
	Pages   []htmlPageLink
	Filters []htmlFilter
	Form    *htmlForm
}

// htmlColumn is a column: Sort is the address that sorts by it, Order how it is sorted: "ascending", "descending" or "none".
type htmlColumn struct {
	Label, Description htmlText
	Sort, Order        string
}

// htmlPageLink leads to another page. Href is empty where there is none.
type htmlPageLink struct {
	Label, Rel, Href string
}

// htmlFilter is a filter in force; Without is the address of the collection without it.
type htmlFilter struct {
	Label          htmlText
	Value, Without string
}

// appendCollectionPage writes a page of a collection, and returns the value of Content-Language.
func (s *Server) appendCollectionPage(dst []byte, r *http.Request, res *resource, p *projection, x *exchange, q *collectionQuery, win *window) ([]byte, []string, error) {
	data := s.appendCollectionJSON(nil, res, p, asJSONLD, x, q, win)
	parsed, err := readJSON(data)
	if err != nil {
		return dst, nil, err
	}
	o, _ := parsed.(jsonld.Object)
	d := res.definition
	v := s.view(x.state.Prefix, x.state.Language)
	path := requested(v.prefix+q.path, r.URL.RawQuery)
	page := v.page(v.text(collectionTitle(d)), path, formatsAt(path, s.pageTypes()), data)
	page.Files = v.files(res, x, q)
	page.Lead, page.Kind, page.IRI = v.text(d.Meta.CollectionDescription), v.classLink(d), v.absolute(member(o, "@id"))
	table := &htmlTable{
		Summary: v.summary(q, win), Pages: v.pages(x, q, win), Filters: v.filters(res, x, q),
		Form: v.form(res, x, q),
	}
	page.Crumbs = v.crumbsAbove(res, v.prefix+q.path)
	members, _ := o.Get("member")
	list, _ := members.([]any)
	v.fill(table, list, res, x, q)
	page.Content = table
	dst, err = s.appendPage(dst, htmlCollection, page)
	return dst, []string{v.contentLanguage()}, err
}

// pageTypes are the media types that a page of a collection can be had as: those that write whole collections know no pages.
func (s *Server) pageTypes() []string {
	return slices.DeleteFunc(s.collections.types(), func(t string) bool { return t == syntaxes[asNDJSON].mediaType })
}

// files lead to all of a collection that its filters leave, in the order of the page.
func (v *htmlView) files(res *resource, x *exchange, q *collectionQuery) []htmlFormat {
	kept := func(param *query.Param) bool { return !pages(param.Name) && param.Name != paramFormat }
	all := v.address(x, q, kept)
	if exports := v.server.exportsOf(res.described); exports != nil {
		path, query, _ := strings.Cut(all, "?")
		formats := make([]htmlFormat, len(exports))
		for i, kind := range exports {
			t := syntaxes[kind].mediaType
			formats[i] = htmlFormat{hydra.FormatOf(t).Name, t, requested(path+kind.extension(), query)}
		}
		return formats
	}
	return formatsAt(all, []string{syntaxes[asNDJSON].mediaType})
}

// fill makes the columns that any member has a value for, and a row for each member. The first column is what a member is
// called, and leads to it.
func (v *htmlView) fill(table *htmlTable, members []any, res *resource, x *exchange, q *collectionQuery) {
	schema := res.definition.Schema
	name, identifier := titleProperty(schema), schema.Layout().Identifier().Key
	nodes := make([]*htmlNode, 0, len(members))
	first := v.column(res, x, q, identifier)
	if name != nil {
		first = v.column(res, x, q, name.Field.Key)
	}
	for _, one := range members {
		o, _ := one.(jsonld.Object)
		n := v.resource(o, res)
		nodes = append(nodes, n)
		link := htmlValue{Text: v.called(o, schema)}
		if res.source.get != nil {
			link.Href = n.Href
		}
		table.Rows = append(table.Rows, []htmlProperty{{Values: []htmlValue{link}}})
	}
	table.Columns = []htmlColumn{first}
	keys := make([]string, 0, len(schema.Properties()))
	for _, p := range schema.Properties() {
		keys = append(keys, p.Field.Key)
	}
	for _, l := range res.definition.Links {
		keys = append(keys, l.Key)
	}
	for _, key := range keys {
		has := func(n *htmlNode) bool { return n.property(key) != nil }
		if name != nil && key == name.Field.Key || key == identifier && q.fields == "" || !slices.ContainsFunc(nodes, has) {
			continue
		}
		table.Columns = append(table.Columns, v.column(res, x, q, key))
		for i, n := range nodes {
			var cell htmlProperty
			if p := n.property(key); p != nil {
				cell = *p
			}
			table.Rows[i] = append(table.Rows[i], cell.inLine())
		}
	}
}

// inLine is a property with its nodes as text.
func (p htmlProperty) inLine() htmlProperty {
	for i := range p.Values {
		if n := p.Values[i].Node; n != nil {
			p.Values[i] = htmlValue{Text: plainText(n.summary())}
		}
	}
	return p
}

// column is the column of a property, with the address that sorts by it: the other way when it is sorted by already.
func (v *htmlView) column(res *resource, x *exchange, q *collectionQuery, key string) htmlColumn {
	c := htmlColumn{Label: plainText(humanized(key)), Order: "none"}
	for _, l := range res.definition.Links {
		if l.Key == key {
			c.Label, c.Description = v.linkLabel(l), v.text(l.Doc)
		}
	}
	p := res.definition.Property(key)
	if p != nil {
		c.Label, c.Description = v.label(p.Leaf()), v.pick(p.Leaf().Shape.Description)
	}
	if p == nil || !res.sortable[p] || x.reserved(res, p) {
		return c
	}
	order := res.described.ShortName(p)
	if len(x.query.Sort) > 0 && x.query.Sort[0].Property == p {
		if c.Order = "descending"; !x.query.Sort[0].Descending {
			c.Order, order = "ascending", "-"+order
		}
	}
	c.Sort = v.address(x, q, func(param *query.Param) bool {
		return param.Name != paramSort && param.Name != paramPage && param.Name != paramAfter
	}, paramSort+"="+order)
	return c
}

// address is the address of the collection with those parameters of the request that are to be kept, and more.
func (v *htmlView) address(x *exchange, q *collectionQuery, keep func(*query.Param) bool, more ...string) string {
	out := append([]byte(v.prefix), q.path...)
	separator := byte('?')
	for i := range x.params.List {
		if param := &x.params.List[i]; keep(param) {
			out = appendParam(append(out, separator), param.RawName, param.Raw)
			separator = '&'
		}
	}
	for _, param := range more {
		out = append(append(out, separator), param...)
		separator = '&'
	}
	return string(out)
}

// summary says which part of how many is shown.
func (v *htmlView) summary(q *collectionQuery, win *window) string {
	w := v.words
	var parts []string
	if first := (q.page-1)*q.size + 1; q.page > 0 && len(win.items) > 0 && (len(win.items) < win.total || win.total < 0) {
		shown := w.number(first) + "–" + w.number(first+len(win.items)-1)
		if win.total >= 0 {
			shown += " " + w.Of
		}
		parts = append(parts, shown)
	}
	switch {
	case win.total == 1:
		parts = append(parts, "1 "+w.Result)
	case win.total > 1:
		parts = append(parts, w.number(win.total)+" "+w.Results)
	case len(win.items) == 0:
		return w.Nothing
	}
	return strings.Join(parts, " ")
}

// pages lists the links to other pages, in the order of the pages.
func (v *htmlView) pages(x *exchange, q *collectionQuery, win *window) []htmlPageLink {
	w := v.words
	links := []htmlPageLink{{Label: w.First, Rel: "first"}, {Label: w.Previous, Rel: "prev"}, {Label: w.Next, Rel: "next"}, {Label: w.Last, Rel: "last"}}
	found := false
	for i := range win.links {
		link := &win.links[i]
		at := slices.IndexFunc(links, func(l htmlPageLink) bool { return l.Rel == link.rel })
		if link.page == q.page && (q.page > 0 || q.raw == "" || len(x.query.After) == 0 && link.rel == "first") {
			continue // this page
		}
		links[at].Href = string(q.appendPageURL(nil, v.prefix, x, link))
		found = true
	}
	if !found {
		return nil
	}
	return links
}

// filters lists the filters in force.
func (v *htmlView) filters(res *resource, x *exchange, q *collectionQuery) []htmlFilter {
	var out []htmlFilter
	for i := range x.params.List {
		param := &x.params.List[i]
		if framework(param.Name) {
			continue
		}
		without := v.address(x, q, func(other *query.Param) bool {
			return other != param && other.Name != paramPage && other.Name != paramAfter
		})
		if res.searches(param.Name) {
			out = append(out, htmlFilter{Label: plainText(v.words.Search), Value: param.Value, Without: without})
			continue
		}
		operator, value := cutOperator(param.Value)
		text := v.words.comparison(operator) + " " + value
		if strings.Contains(param.Raw, ",") {
			text = v.words.alternatives(param)
		}
		out = append(out, htmlFilter{Label: v.parameterLabel(res, param.Name), Value: text, Without: without})
	}
	return out
}

// htmlOperators are the comparisons as filters write them.
//
//nolint:gochecknoglobals // a table that is never written
var htmlOperators = []string{"eq:", "ne:", "gt:", "gte:", "lt:", "lte:"}

// cutOperator cuts the operator off the value of a filter: "" when it has none.
func cutOperator(value string) (operator, rest string) {
	for _, o := range htmlOperators {
		if rest, ok := strings.CutPrefix(value, o); ok {
			return o, rest
		}
	}
	return "", value
}

// comparison is an operator in words.
func (w *htmlWords) comparison(operator string) string {
	switch operator {
	case "ne:":
		return w.NotEqual
	case "gt:":
		return w.Greater
	case "gte:":
		return w.GreaterOrEqual
	case "lt:":
		return w.Less
	case "lte:":
		return w.LessOrEqual
	default:
		return w.Equal
	}
}

// alternatives is a list of values in words.
func (w *htmlWords) alternatives(param *query.Param) string {
	operator, values := alternatives(param)
	text := w.OneOf
	if operator == "ne:" {
		text = w.NoneOf
	}
	return text + " " + strings.Join(values, ", ")
}

// orderText is a choice of order in words.
func (w *htmlWords) orderText(label string, descending bool) string {
	if descending {
		return fmt.Sprintf("%s, %s", label, w.Descending)
	}
	return fmt.Sprintf("%s, %s", label, w.Ascending)
}
