package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/prefer"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// The framework's query parameters.
const (
	paramFields   = "fields"
	paramSort     = "sort"
	paramPage     = "page"
	paramPageSize = "pageSize"
	paramAfter    = "after"
	paramExpand   = "expand"
	paramSearch   = "search"
	paramFormat   = "format"
)

// framework says whether a parameter is the framework's own: such a parameter shows a collection in another way, where
// a filter makes another collection.
func framework(name string) bool {
	switch name {
	case paramFields, paramSort, paramPage, paramPageSize, paramAfter, paramExpand, paramFormat:
		return true
	}
	return false
}

// pages says whether a parameter asks for a part of a collection by its place.
func pages(name string) bool { return name == paramPage || name == paramPageSize || name == paramAfter }

// maxPageNumber is the largest page number that is looked at.
const maxPageNumber = 1_000_000_000

// collectionQuery is what a request asks of a collection, besides what is in its exchange.
type collectionQuery struct {
	// raw is the query string as it was sent, path the path of the collection below the base.
	raw, path string
	// fields is the value of the parameter.
	fields string
	// page is the number of the page, 0 when paging by cursor; size is that of a page.
	page, size int
	// fingerprint binds a cursor to class, filters and sort.
	fingerprint uint64
	// continued says that a cursor leads behind the first page.
	continued bool
	// lenient says that parameters were ignored because the client asked for that.
	lenient bool
}

// collectionParameters reads the parameters of a request for a collection, which are in x. Filters, order and bounds are in x.query. All that
// is wrong is reported at once. A whole collection has no pages.
func (s *Server) collectionParameters(r *http.Request, res *resource, x *exchange, whole bool) (collectionQuery, error) {
	q := collectionQuery{raw: r.URL.RawQuery, path: res.definition.Path, page: 1, size: res.described.PageSize, fingerprint: res.cursorFingerprint()}
	if res.parent != nil {
		q.path = res.below(x)
	}
	x.paths = x.paths[:0]
	x.query.Limit = q.size
	if q.raw == "" {
		return q, x.checkRules(res)
	}
	s.translate(res, x)
	if lenient(r) {
		before := len(x.params.List)
		x.params.List = slices.DeleteFunc(x.params.List, func(p query.Param) bool {
			_, err := res.names.Resolve(p.Name)
			var unknown *query.UnknownNameError
			return errors.As(err, &unknown) && !framework(p.Name) && !res.searches(p.Name)
		})
		q.lenient = len(x.params.List) < before
	}
	var after *query.Param
	paged := false
	for i := range x.params.List {
		param := &x.params.List[i]
		if param.Name == paramFormat || (framework(param.Name) || res.searches(param.Name)) && x.repeated(param) { // the format is read already
			continue
		}
		if whole && pages(param.Name) {
			x.invalid = append(x.invalid, InvalidParam{
				Name: param.Sent(), Code: string(CodeUnsupportedCombi),
				Detail: "this is the whole collection: leave " + param.Sent() + " out, or ask for another media type at " + s.prefix + q.path,
			})
			continue
		}
		switch param.Name {
		case paramFields:
			q.fields = param.Value
			x.readFields(res, param)
		case paramExpand:
			x.readExpand(res, param)
		case paramSort:
			x.readSort(res, param)
		case paramPage:
			paged = true
			q.page = x.readNumber(param, maxPageNumber)
		case paramPageSize:
			q.size = x.readNumber(param, res.described.MaxPageSize)
		case paramAfter:
			after = param
		case paramSearch:
			x.readSearch(res, param)
		default:
			x.readFilter(res, param)
		}
	}
	for _, f := range x.query.Filters {
		q.fingerprint += filterFingerprint(f)
	}
	if x.query.Search != "" {
		q.fingerprint = hashString(q.fingerprint^hashPrime, x.query.Search)
	}
	for _, o := range x.query.Sort {
		q.fingerprint = hashString(q.fingerprint, o.Property.Path)
		if o.Descending {
			q.fingerprint++
		}
	}
	if after != nil {
		if paged && len(x.invalid) == 0 {
			return q, &Problem{Code: CodeUnsupportedCombi, Detail: "page and after exclude each other: want a page number or a cursor."}
		}
		if paged {
			x.invalid = append(x.invalid, InvalidParam{Name: paramAfter, Code: string(CodeUnsupportedCombi), Detail: "page and after exclude each other: want a page number or a cursor"})
		}
		q.page, q.continued = 0, after.Value != ""
		x.readCursor(after, q.fingerprint)
	}
	x.query.Limit = q.size
	x.query.Offset = max(0, q.page-1) * q.size
	if err := invalid(x.invalid); err != nil {
		return q, err
	}
	return q, x.checkRules(res)
}

func (x *exchange) readNumber(param *query.Param, maximum int) int {
	n, err := query.ParsePositive(param.Value, 1, maximum)
	if err != nil {
		x.invalid = addQueryErrors(x.invalid, param.Sent(), "integer", err)
	}
	return n
}

// property returns the property that a resolved name stands for; nil for a computed link.
func (res *resource) property(i int) *hydra.Property {
	if i < len(res.properties) {
		return res.properties[i]
	}
	return nil
}

// reserved says whether a property is not for the sender of a request.
func (x *exchange) reserved(res *resource, p *hydra.Property) bool {
	need := res.needs[p]
	return x.audience&need != need
}

func (x *exchange) readSort(res *resource, param *query.Param) {
	keys, err := query.ParseSort(param.Value, res.names, x.sortKeys)
	if err != nil {
		x.wrongNames(param.Sent(), paramSort, err, res.sortableNames())
		return
	}
	x.sortKeys = keys
	for _, key := range keys {
		p := res.property(key.Path)
		switch {
		case len(x.query.Sort) == query.MaxSortKeys: // those of several parameters
			x.invalid = append(x.invalid, InvalidParam{
				Name: param.Sent(), Code: string(query.CodeMaxItems), About: strconv.Itoa(query.MaxSortKeys), Detail: fmt.Sprintf("want at most %d", query.MaxSortKeys),
			})
			return
		case p == nil || !res.sortable[p]:
			x.invalid = append(x.invalid, InvalidParam{
				Name: param.Sent(), Code: paramSort, About: res.names.Path(key.Path), Detail: "want " + res.sortableNames(),
			})
		case slices.ContainsFunc(x.query.Sort, func(o store.Order) bool { return o.Property == p }):
			x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: string(query.CodeUnique), Detail: p.Path + " is there twice, want each sort key once"})
		case x.reserved(res, p):
			x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "audience", Detail: "sorting by " + p.Path + " is reserved to the audience " + p.Access})
		default:
			x.query.Sort = append(x.query.Sort, store.Order{Property: p, Descending: key.Descending})
		}
	}
}

func (res *resource) sortableNames() string {
	var names []string
	for _, p := range res.described.Sortable {
		names = append(names, res.described.ShortName(p))
	}
	if names == nil {
		return "no such parameter: this collection has one order only"
	}
	return "one of " + strings.Join(names, ", ") + ", a minus before it for descending order"
}

// readFilter reads a parameter that is a filter, or nothing that there is.
func (x *exchange) readFilter(res *resource, param *query.Param) {
	i, err := res.names.Resolve(param.Name)
	var ambiguous *query.AmbiguousNameError
	switch {
	case errors.As(err, &ambiguous):
		x.unknown(param, ambiguous.Error())
		return
	case err != nil:
		x.unknown(param, x.suggestion(res, param.Name))
		return
	}
	p := res.property(i)
	switch {
	case p == nil || !res.filterable[p]:
		x.unknown(param, res.names.Path(i)+" is a property, but there is no filter by it")
		return
	case x.reserved(res, p):
		x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "audience", Detail: "filtering by " + p.Path + " is reserved to the audience " + p.Access})
		return
	}
	parsed, err := query.ParseFilter(param.Raw, x.strings)
	x.strings = parsed.Values
	if err != nil {
		x.invalid = addQueryErrors(x.invalid, param.Sent(), "format", err)
		return
	}
	filter := store.Filter{Property: p, Operator: operators[parsed.Operator]}
	if filter.Operator > store.NotEqual && p.Filter != hydra.FilterRange {
		x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "format", Detail: fmt.Sprintf(
			"%s: compares by order, but %s is filtered by eq: and ne: only; a value that begins with %s: is written eq:%s:…",
			parsed.Operator, p.Path, parsed.Operator, parsed.Operator)})
		return
	}
	if x.countValues(res, param, p, len(parsed.Values)) && x.readPattern(res, param, p, parsed, &filter) {
		x.query.Filters = append(x.query.Filters, filter)
	}
}

//nolint:gochecknoglobals // a table that is never written
var operators = [...]store.Operator{
	query.Equal: store.Equal, query.NotEqual: store.NotEqual,
	query.Greater: store.Greater, query.GreaterOrEqual: store.GreaterOrEqual,
	query.Less: store.Less, query.LessOrEqual: store.LessOrEqual,
}

// readPattern fills in the values of a filter, which are a pattern when a text filter's value has wildcards. It says
// whether they are correct.
func (x *exchange) readPattern(res *resource, param *query.Param, p *hydra.Property, parsed query.Filter, filter *store.Filter) bool {
	before, start := len(x.invalid), len(x.values)
	for _, text := range parsed.Values {
		if p.Filter == hydra.FilterText && query.HasWildcard(text) {
			_, err := query.CompilePattern(text)
			switch {
			case err != nil:
				x.invalid = addQueryErrors(x.invalid, param.Sent(), "wildcard", err)
			case len(parsed.Values) > 1 || parsed.Operator != query.Equal:
				x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "wildcard", About: query.FirstWildcard(text), Detail: "a value with wildcards stands alone: no list, no ne:"})
			default:
				filter.Operator = store.Matches
				x.values = append(x.values, store.Text(text))
			}
			continue
		}
		value, err := store.ParseValue(p, text)
		if err != nil {
			x.invalid = addQueryErrors(x.invalid, param.Sent(), "format", err)
			continue
		}
		if least := res.minLength(p); utf8.RuneCountInString(text) < least {
			x.invalid = append(x.invalid, InvalidParam{
				Name: param.Sent(), Code: "minLength", About: strconv.Itoa(least), Detail: fmt.Sprintf("want at least %d characters", least),
			})
			continue
		}
		if pattern := res.patterns[p]; pattern != nil && !pattern.MatchString(text) {
			x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "pattern", About: p.Leaf().Shape.Pattern, Detail: "want a match of " + p.Leaf().Shape.Pattern})
			continue
		}
		if contains := res.definition.Rules.Tables[p]; contains != nil && !contains(text) {
			x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "table", Detail: "there is no such code in the table"})
			continue
		}
		x.values = append(x.values, value)
	}
	filter.Values = x.values[start:len(x.values):len(x.values)]
	return len(x.invalid) == before
}

// suggestion says what parameters there are when one is unknown.
func (x *exchange) suggestion(res *resource, name string) string {
	words := []string{paramFields}
	if len(res.relations) > 0 {
		words = append(words, paramExpand)
	}
	if len(res.described.Sortable) > 0 {
		words = append(words, paramSort)
	}
	words = append(words, paramPage, paramPageSize, paramAfter, paramFormat)
	if res.described.Searchable {
		words = append(words, paramSearch)
	}
	for _, p := range res.described.Filterable {
		words = append(words, res.described.ShortName(p))
	}
	if len(name) <= maxName {
		if word, ok := vocab.Closest(name, words); ok {
			return "did you mean " + word + "?"
		}
	}
	if slices.ContainsFunc(x.invalid, func(p InvalidParam) bool { return strings.HasPrefix(p.Detail, "want one of "+paramFields) }) {
		return "want one of those named above"
	}
	return "want one of " + strings.Join(words, ", ")
}

func (res *resource) cursorFingerprint() uint64 { return hashString(hashStart, res.definition.Path) }

func filterFingerprint(f store.Filter) uint64 {
	h := hashString(hashStart+uint64(f.Operator), f.Property.Path)
	var text [64]byte
	for _, v := range f.Values {
		h = hashBytes(h, v.Append(text[:0]))
	}
	return h
}

// lenient says whether the client asks to have unknown parameters ignored (RFC 7240 4.4).
func lenient(r *http.Request) bool { return prefer.Lenient(r.Header["Prefer"]) }
