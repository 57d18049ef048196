package openapi

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// Where HTTP puts a parameter.
const (
	inHeader = "header"
	inPath   = "path"
	inQuery  = "query"
)

// parameters is a list of parameters.
func parameters(list ...*openapi3.Parameter) openapi3.Parameters {
	out := make(openapi3.Parameters, len(list))
	for i, p := range list {
		out[i] = &openapi3.ParameterRef{Value: p}
	}
	return out
}

// several makes the values of a parameter many: repeated parameters, or one with its values separated by commas.
func several(p *openapi3.Parameter, repeated bool) *openapi3.Parameter {
	p.Style, p.Explode = "form", &repeated
	p.Schema = value(&openapi3.Schema{Type: typeArray(), Items: p.Schema})
	return p
}

// identifierName is the name of the parameter in the path of an item: the key of the identifier.
func identifierName(r *hydra.Resource) string { return r.Definition.Schema.Layout().Identifier().Key }

// identifierParameter is the parameter in the path of an item.
func (b *builder) identifierParameter(r *hydra.Resource) *openapi3.Parameter {
	schema := &openapi3.Schema{Type: typeString(), MinLength: 1}
	p := &openapi3.Parameter{
		Name: identifierName(r), In: inPath, Required: true, Schema: value(schema), Description: "The identifier of the resource.",
	}
	property := r.Definition.Schema.Property(p.Name)
	if property == nil || property.Shape == nil {
		return p
	}
	if doc := b.langText(property.Shape.Description); doc != "" {
		p.Description = doc
	}
	newConstraints(property, r.Definition.Schema.Shape().Deactivated).onValue(schema)
	schema.MinLength = max(1, schema.MinLength)
	return p
}

// withinParameter is the parameter in the path of what is below another resource: that one's identifier.
func (b *builder) withinParameter(r *hydra.Resource) []*openapi3.Parameter {
	p := r.Definition.Within
	if p == nil {
		return nil
	}
	return []*openapi3.Parameter{{
		Name: p.Path, In: inPath, Required: true, Schema: value(&openapi3.Schema{Type: typeString(), MinLength: 1}),
		Description: sentences("The identifier of the resource above", b.langText(p.Leaf().Shape.Description)),
	}}
}

// collectionParameters are the query parameters that a collection takes.
func (b *builder) collectionParameters(r *hydra.Resource, o *hydra.Operation) openapi3.Parameters {
	var list []*openapi3.Parameter
	for _, p := range r.Filterable {
		list = append(list, b.filterParameter(r, p))
	}
	if r.Searchable {
		list = append(list, searchParameter(r))
	}
	list = append(append(list, fieldsParameter()), expandParameters(r)...)
	if len(r.Sortable) > 0 {
		list = append(list, sortParameter(r))
	}
	list = append(list, pageParameters(r)...)
	return parameters(append(append(list, formatParameter(b.mediaTypes(o))), readingHeaders()...)...)
}

// itemParameters are the parameters that one resource takes beside those in its path.
func (b *builder) itemParameters(r *hydra.Resource, o *hydra.Operation) openapi3.Parameters {
	list := append([]*openapi3.Parameter{fieldsParameter()}, expandParameters(r)...)
	return parameters(append(append(list, formatParameter(b.mediaTypes(o))), readingHeaders()...)...)
}

// requestBody is the body of an operation that expects one, nil for any other.
func (b *builder) requestBody(r *hydra.Resource, o *hydra.Operation) *openapi3.RequestBodyRef {
	if o.Expects == "" || o.Method == http.MethodDelete {
		return nil
	}
	mediaTypes := b.consumed()
	if o.Method == http.MethodPatch {
		mediaTypes = []string{mediaTypeMergePatch}
	}
	body := &openapi3.RequestBody{Required: true, Content: openapi3.Content{}}
	schema := value(&openapi3.Schema{Type: typeObject(), Extensions: map[string]any{"x-jsonld-type": string(o.Expects)}})
	if o.Expects == r.Definition.IRI {
		mode := modeInput
		if o.Method == http.MethodPatch {
			mode = modePatch
		}
		schema = definitionRef(b.classDefinition(r, mode))
		body.Description = b.text(r.Definition.Meta.Title)
	}
	for _, t := range mediaTypes {
		body.Content[t] = &openapi3.MediaType{Schema: schema}
	}
	return &openapi3.RequestBodyRef{Value: body}
}

// searchParameter is the free text that a collection is searched for, in what everybody may see.
func searchParameter(r *hydra.Resource) *openapi3.Parameter {
	var paths []string
	for _, p := range r.Definition.Searchable() {
		paths = append(paths, p.Path)
	}
	most := uint64(hydra.MaxSearch)
	text := "Keeps the items that have every word of this text, the last one as a word or as the beginning of one"
	if len(paths) > 0 {
		text += ", in " + strings.Join(paths, ", ")
	}
	return &openapi3.Parameter{
		Name: "search", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString(), MinLength: 1, MaxLength: &most}),
		Description: sentences(text, "Upper and lower case are the same, and so are letters with and without diacritics"),
	}
}

func fieldsParameter() *openapi3.Parameter {
	return several(&openapi3.Parameter{
		Name: "fields", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString()}),
		Description: "The properties to return, separated by commas; all of them unless given. A property of a nested object is named by its " +
			"path, such as location.address, or by any end of the path that no other property has.",
	}, false)
}

// expandParameters is the parameter that embeds other resources, for classes whose resources refer to ones that can be.
func expandParameters(r *hydra.Resource) []*openapi3.Parameter {
	names := r.Definition.Expansions()
	if len(names) == 0 {
		return nil
	}
	return []*openapi3.Parameter{several(&openapi3.Parameter{
		Name: "expand", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString()}),
		Description: "The resources referred to that are to be embedded, separated by commas: " + strings.Join(names, ", ") + ". A dot and the " +
			"name of a property behind one embeds that property only. For application/hal+json.",
	}, false)}
}

func sortParameter(r *hydra.Resource) *openapi3.Parameter {
	keys := make([]any, 0, 2*len(r.Sortable))
	for _, p := range r.Sortable {
		name := r.ShortName(p)
		keys = append(keys, name, "-"+name)
	}
	return several(&openapi3.Parameter{
		Name: "sort", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString(), Enum: keys}),
		Description: "The properties to sort by, the most significant first, separated by commas; a minus sign in front of one means descending order.",
	}, false)
}

// pageParameters are those of paging. The page has no default, since it excludes the cursor: a client that sends all
// defaults would never get one.
func pageParameters(r *hydra.Resource) []*openapi3.Parameter {
	number := func(name, description string) *openapi3.Parameter {
		least := 1.0
		return &openapi3.Parameter{
			Name: name, In: inQuery, Schema: value(&openapi3.Schema{Type: typeInteger(), Format: "int32", Min: &least}), Description: description,
		}
	}
	page := number("page", "The number of the page, 1 unless given. A page beyond the last one is an error.")
	size := number("pageSize", "How many items a page has.")
	most := float64(r.MaxPageSize)
	size.Schema.Value.Max, size.Schema.Value.Default = &most, r.PageSize
	if !r.Cursor {
		return []*openapi3.Parameter{page, size}
	}
	page.Description = sentences(page.Description, "Not together with after")
	// The cursor may be empty, but allowEmptyValue is not said: the client that go-swagger generates would then send an empty
	// one with every request, also beside a page.
	return []*openapi3.Parameter{page, size, {
		Name: "after", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString()}),
		Description: "Pages by cursor, which is steady while the collection changes and fast however deep. Empty, it asks for the first page; " +
			"the links of each page have the cursor of the next one. A cursor holds for the filters and the order that it was made with.",
	}}
}

// formatParameter is the parameter that names the representation where a client can't send Accept: in a link.
func formatParameter(mediaTypes []string) *openapi3.Parameter {
	names := make([]any, len(mediaTypes))
	for i, t := range mediaTypes {
		names[i] = hydra.FormatOf(t).Key
	}
	return &openapi3.Parameter{
		Name: "format", In: inQuery, Schema: value(&openapi3.Schema{Type: typeString(), Enum: names}),
		Description: "The representation to return, instead of negotiating it by Accept: for links, which have no headers.",
	}
}

// readingHeaders are the header fields that reading heeds, beside Accept, which the media types of the answers say.
func readingHeaders() []*openapi3.Parameter {
	return []*openapi3.Parameter{
		{
			Name: "Accept-Language", In: inHeader, Schema: value(&openapi3.Schema{Type: typeString()}),
			Description: "The languages that the reader wants (RFC 4647), for problems and for what is in one language: HAL, CSV and HTML.",
		},
		ifNoneMatch(),
		{
			Name: "Prefer", In: inHeader, Schema: value(&openapi3.Schema{Type: typeString()}),
			Description: "With handling=lenient (RFC 7240), parameters that are not known are ignored rather than an error.",
		},
	}
}

func ifNoneMatch() *openapi3.Parameter {
	return &openapi3.Parameter{
		Name: "If-None-Match", In: inHeader, Schema: value(&openapi3.Schema{Type: typeString()}),
		Description: "The ETag of a representation that the client has: the answer is 304 while it is current.",
	}
}

func ifMatch() *openapi3.Parameter {
	return &openapi3.Parameter{
		Name: "If-Match", In: inHeader, Schema: value(&openapi3.Schema{Type: typeString()}),
		Description: "The ETag of the version that the change is meant for: the answer is 412 when there is another one by now.",
	}
}

// filterParameter is the parameter that filters by a property. It is a string whatever the property is, since an operator
// may stand in front of the value and several values may follow each other; and it may repeat where that is of use: for
// ranges, for text, and for properties with several values.
func (b *builder) filterParameter(r *hydra.Resource, p *hydra.Property) *openapi3.Parameter {
	leaf := p.Leaf()
	operators := filterOperators(p.Filter)
	out := &openapi3.Parameter{
		Name: r.ShortName(p), In: inQuery, Schema: value(&openapi3.Schema{Type: typeString(), Pattern: filterPattern(leaf.Field, p.Filter)}),
		Extensions: map[string]any{"x-path": p.Path, "x-operators": operators},
	}
	texts := []string{"Keeps the items by " + p.Path}
	if leaf.Shape != nil {
		texts = append(texts, b.langText(leaf.Shape.Description))
	}
	texts = append(texts,
		filterValues(leaf),
		fmt.Sprintf("Operators stand in front of the value: %s: (which may be left out), %s:", operators[0], strings.Join(operators[1:], ":, ")),
		"Several values separated by commas mean any of them, with ne: none of them; a comma inside a value is written %2C",
	)
	if p.Filter == hydra.FilterText {
		texts = append(texts, "At the start and the end of a value, * stands for any characters and ? for one, beside at least two others")
	}
	if repeats(p) {
		out = several(out, true)
		texts = append(texts, "Repeated, all of them must hold")
	}
	if audience := audienceOf(p.Access); audience != "" {
		texts = append(texts, "Reserved to the audience "+audience)
		out.Extensions["x-audience"] = audience
	}
	out.Description = sentences(texts...)
	return out
}

// repeats says whether to filter by a property more than once in a request is of use.
func repeats(p *hydra.Property) bool {
	return p.Filter == hydra.FilterRange || p.Filter == hydra.FilterText || slices.ContainsFunc(p.Steps, func(s *shacl.Property) bool { return s.Field.Many })
}

func filterOperators(f hydra.Filter) []string {
	if f == hydra.FilterRange {
		return []string{"eq", "ne", "gt", "gte", "lt", "lte"}
	}
	return []string{"eq", "ne"}
}

// filterValues says what the values of a filter look like.
func filterValues(p *shacl.Property) string {
	switch p.Field.Kind {
	case record.KindToken:
		names := make([]string, len(p.Field.Tokens))
		for i, t := range p.Field.Tokens {
			names[i] = t.Name
		}
		return "A value is one of " + strings.Join(names, ", ")
	case record.KindBool:
		return "A value is true or false"
	case record.KindInt, record.KindUint:
		return "A value is an integer"
	case record.KindFloat, record.KindDecimal:
		return "A value is a number"
	case record.KindDate:
		return "A value is a date, YYYY-MM-DD"
	case record.KindDateTime:
		return "A value is a date and time, YYYY-MM-DDThh:mm:ssZ"
	case record.KindTime:
		return "A value is a time of day, hh:mm:ss"
	case record.KindGYear:
		return "A value is a year, YYYY"
	case record.KindRef:
		return "A value is the identifier of the resource referred to"
	default:
		return ""
	}
}

// filterPattern is the grammar of a filter with a closed set of values, "" for any other.
func filterPattern(f *record.Field, filter hydra.Filter) string {
	var values []string
	switch {
	case filter == hydra.FilterRange:
		return ""
	case f.Kind == record.KindBool:
		values = []string{"true", "false"}
	case f.Kind == record.KindToken:
		for _, t := range f.Tokens {
			values = append(values, escapePattern(t.Name))
		}
	default:
		return ""
	}
	one := "(" + strings.Join(values, "|") + ")"
	return "^((eq|ne):)?" + one + "(," + one + ")*$"
}

// escapePattern writes a text as a regular expression in RE2 and ECMA-262 alike.
func escapePattern(text string) string {
	var out strings.Builder
	for _, r := range text {
		if strings.ContainsRune(`\^$.*+?()[]{}|`, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// audienceOf is the audience that an access tag names, "" when everybody may see the property.
func audienceOf(access string) string {
	if access == accessRead {
		return ""
	}
	return access
}

// accessRead is the word of the access tag for what clients never write.
const accessRead = "read"
