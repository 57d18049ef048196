package openapi

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// Where HTTP puts a parameter.
const (
	inBody   = "body"
	inHeader = "header"
	inPath   = "path"
	inQuery  = "query"
)

// How a parameter of several values is written.
const (
	commaSeparated = "csv"
	repeated       = "multi"
)

// identifierName is the name of the parameter in the path of an item: the key of the identifier.
func identifierName(r *hydra.Resource) string { return r.Definition.Schema.Layout().Identifier().Key }

// identifierParameter is the parameter in the path of an item.
func (b *builder) identifierParameter(r *hydra.Resource) *openapi2.Parameter {
	p := &openapi2.Parameter{
		Name: identifierName(r), In: inPath, Required: true, Type: typeString(), MinLength: 1,
		Description: "The identifier of the resource.",
	}
	property := r.Definition.Schema.Property(p.Name)
	if property == nil || property.Shape == nil {
		return p
	}
	if doc := b.langText(property.Shape.Description); doc != "" {
		p.Description = doc
	}
	value := &openapi2.Schema{Type: typeString()}
	newConstraints(property, r.Definition.Schema.Shape().Deactivated).onValue(value)
	p.MinLength, p.MaxLength = max(1, value.MinLength), value.MaxLength
	p.Pattern, p.Enum = value.Pattern, value.Enum
	return p
}

// collectionParameters are the query parameters that a collection takes.
func (b *builder) collectionParameters(r *hydra.Resource) openapi2.Parameters {
	parameters := openapi2.Parameters{}
	for _, p := range r.Filterable {
		parameters = append(parameters, b.filterParameter(r, p))
	}
	parameters = append(parameters, fieldsParameter())
	if len(r.Sortable) > 0 {
		parameters = append(parameters, sortParameter(r))
	}
	parameters = append(parameters, pageParameters(r)...)
	return append(parameters, ifNoneMatch())
}

// writeParameters is the body of an operation that expects one.
func (b *builder) writeParameters(r *hydra.Resource, o *hydra.Operation) openapi2.Parameters {
	if o.Expects == "" || o.Method == http.MethodDelete {
		return nil
	}
	body := &openapi2.Parameter{Name: "body", In: inBody, Required: true, Description: b.text(r.Definition.Meta.Title)}
	switch {
	case o.Expects != r.Definition.IRI:
		body.Schema = value(&openapi2.Schema{Type: typeObject(), Extensions: map[string]any{"x-jsonld-type": string(o.Expects)}})
		body.Description = ""
	case o.Method == http.MethodPatch:
		body.Schema = definitionRef(b.classDefinition(r, modePatch))
	default:
		body.Schema = definitionRef(b.classDefinition(r, modeInput))
	}
	return openapi2.Parameters{body}
}

func fieldsParameter() *openapi2.Parameter {
	return &openapi2.Parameter{
		Name: "fields", In: inQuery, Type: typeArray(), CollectionFormat: commaSeparated,
		Items: &openapi2.SchemaRef{Value: &openapi2.Schema{Type: typeString()}},
		Description: "The properties to return, separated by commas; all of them unless given. A property of a nested object is named by its " +
			"path, such as location.address, or by any end of the path that no other property has.",
	}
}

func sortParameter(r *hydra.Resource) *openapi2.Parameter {
	keys := make([]any, 0, 2*len(r.Sortable))
	for _, p := range r.Sortable {
		name := r.ShortName(p)
		keys = append(keys, name, "-"+name)
	}
	return &openapi2.Parameter{
		Name: "sort", In: inQuery, Type: typeArray(), CollectionFormat: commaSeparated,
		Items:       &openapi2.SchemaRef{Value: &openapi2.Schema{Type: typeString(), Enum: keys}},
		Description: "The properties to sort by, the most significant first, separated by commas; a minus sign in front of one means descending order.",
	}
}

// pageParameters are those of paging. The page has no default, since it excludes the cursor: a client that sends all
// defaults would never get one.
func pageParameters(r *hydra.Resource) openapi2.Parameters {
	number := func(name, description string) *openapi2.Parameter {
		least := 1.0
		return &openapi2.Parameter{Name: name, In: inQuery, Type: typeInteger(), Format: "int32", Minimum: &least, Description: description}
	}
	page := number("page", "The number of the page, 1 unless given. A page beyond the last one is an error.")
	size := number("pageSize", "How many items a page has.")
	most := float64(r.MaxPageSize)
	size.Maximum, size.Default = &most, r.PageSize
	if !r.Cursor {
		return openapi2.Parameters{page, size}
	}
	page.Description = sentences(page.Description, "Not together with after")
	// The cursor may be empty, but allowEmptyValue is not said: the client that go-swagger generates would then send an empty
	// one with every request, also beside a page.
	return openapi2.Parameters{page, size, {
		Name: "after", In: inQuery, Type: typeString(),
		Description: "Pages by cursor, which is steady while the collection changes and fast however deep. Empty, it asks for the first page; " +
			"the links of each page have the cursor of the next one. A cursor holds for the filters and the order that it was made with.",
	}}
}

func ifNoneMatch() *openapi2.Parameter {
	return &openapi2.Parameter{
		Name: "If-None-Match", In: inHeader, Type: typeString(),
		Description: "The ETag of a representation that the client has: the answer is 304 while it is current.",
	}
}

func ifMatch() *openapi2.Parameter {
	return &openapi2.Parameter{
		Name: "If-Match", In: inHeader, Type: typeString(),
		Description: "The ETag of the version that the change is meant for: the answer is 412 when there is another one by now.",
	}
}

// filterParameter is the parameter that filters by a property. It is a string whatever the property is, since an operator
// may stand in front of the value and several values may follow each other; and it may repeat where that is of use: for
// ranges, for text, and for properties with several values.
func (b *builder) filterParameter(r *hydra.Resource, p *hydra.Property) *openapi2.Parameter {
	leaf := p.Leaf()
	operators := filterOperators(p.Filter)
	out := &openapi2.Parameter{
		Name: r.ShortName(p), In: inQuery, Type: typeString(), Pattern: filterPattern(leaf.Field, p.Filter),
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
		out.Type, out.CollectionFormat, out.Pattern = typeArray(), repeated, ""
		out.Items = &openapi2.SchemaRef{Value: &openapi2.Schema{Type: typeString(), Pattern: filterPattern(leaf.Field, p.Filter)}}
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
