package openapi

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
)

// Swagger returns the OpenAPI 2.0 document of an API, as JSON that ends in a line break. The same declaration gives the
// same bytes. The prefix is that of references to the API (see [hydra.API]): a path such as "/api" or "/gateway/api", below
// the scheme and host that the API was declared with, or an absolute URL such as "https://data.example.org/api". It may be
// empty for an API at the root of its host; it has no trailing slash.
//
// The document is valid under the [Swagger 2.0] schema, and says what 2.0 can say of what [OpenAPI] says. An error means
// that the prefix is no address.
//
// [Swagger 2.0]: https://swagger.io/specification/v2/
func Swagger(api *hydra.API, prefix string) ([]byte, error) {
	doc, at, err := describe(api, prefix, false)
	if err != nil {
		return nil, err
	}
	s := swagger{doc: &openapi2.T{
		Swagger:     "2.0",
		Info:        *doc.Info,
		Tags:        doc.Tags,
		Host:        at.host,
		BasePath:    at.path,
		Schemes:     []string{at.scheme},
		Produces:    api.MediaTypes(),
		Paths:       map[string]*openapi2.PathItem{},
		Definitions: loweredSchemas(doc.Components.Schemas),
		Extensions:  doc.Extensions,
	}}
	for path, item := range doc.Paths.Map() {
		s.doc.Paths[path] = s.path(item)
	}
	if s.writes {
		s.doc.Consumes = (&builder{api: api}).consumed()
	}
	return encode(s.doc)
}

// swagger is an OpenAPI 2.0 document in the making.
type swagger struct {
	doc *openapi2.T
	// writes says that an operation takes a body.
	writes bool
}

// swaggerMethods are the methods that an OpenAPI 2.0 path can have.
func swaggerMethods() []string {
	return []string{
		http.MethodGet, http.MethodPut, http.MethodPost, http.MethodDelete, http.MethodOptions, http.MethodHead, http.MethodPatch,
	}
}

func (s *swagger) path(item *openapi3.PathItem) *openapi2.PathItem {
	out := &openapi2.PathItem{Parameters: loweredParameters(item.Parameters)}
	for method, o := range item.Operations() {
		if slices.Contains(swaggerMethods(), method) {
			out.SetOperation(method, s.operation(o))
		}
	}
	return out
}

// operation lowers an operation. It is said to produce and to consume JSON alone: the API speaks more, which the top level
// of the document lists, but the client that go-swagger generates decodes nothing else, and asks for all that an operation
// names, so that it would be sent what it can't read.
func (s *swagger) operation(o *openapi3.Operation) *openapi2.Operation {
	out := &openapi2.Operation{
		Tags:        o.Tags,
		OperationID: o.OperationID,
		Summary:     o.Summary,
		Description: o.Description,
		Parameters:  loweredParameters(o.Parameters),
		Produces:    []string{mediaTypeJSON},
		Responses:   openapi2.NewResponsesWithCapacity(o.Responses.Len()),
	}
	if o.RequestBody != nil {
		body := o.RequestBody.Value
		mediaType, schema := jsonContent(body.Content)
		out.Consumes = []string{mediaType}
		out.Parameters = slices.Insert(out.Parameters, 0, &openapi2.Parameter{
			Name: "body", In: "body", Required: body.Required, Description: body.Description, Schema: loweredSchema(schema),
		})
		s.writes = true
	}
	for status, response := range o.Responses.Map() {
		out.Responses.Set(status, loweredResponse(response.Value))
	}
	return out
}

// jsonContent is the media type of JSON among some, and the schema that belongs to it.
func jsonContent(content openapi3.Content) (mediaType string, schema *openapi3.SchemaRef) {
	for _, t := range []string{mediaTypeProblem, mediaTypeMergePatch, mediaTypeJSON} {
		if c := content[t]; c != nil {
			return t, c.Schema
		}
	}
	return "", nil
}

func loweredResponse(r *openapi3.Response) *openapi2.Response {
	_, schema := jsonContent(r.Content)
	out := &openapi2.Response{Description: *r.Description, Schema: loweredSchema(schema), Headers: map[string]*openapi2.Header{}}
	for name, h := range r.Headers {
		out.Headers[name] = &openapi2.Header{Parameter: openapi2.Parameter{Type: h.Value.Schema.Value.Type, Description: h.Value.Description}}
	}
	return out
}

func loweredParameters(list openapi3.Parameters) openapi2.Parameters {
	var out openapi2.Parameters
	for _, p := range list {
		out = append(out, loweredParameter(p.Value))
	}
	return out
}

// loweredParameter writes into the parameter itself what is in its schema in OpenAPI 3.
func loweredParameter(p *openapi3.Parameter) *openapi2.Parameter {
	s := p.Schema.Value
	out := &openapi2.Parameter{
		Name: p.Name, In: p.In, Description: p.Description, Required: p.Required, Extensions: p.Extensions,
		Type: s.Type, Format: s.Format, Pattern: s.Pattern, Enum: s.Enum, Default: s.Default, Minimum: s.Min, Maximum: s.Max,
		MinLength: s.MinLength, MaxLength: s.MaxLength, Items: loweredSchema(s.Items),
	}
	switch {
	case s.Items == nil:
	case *p.Explode:
		out.CollectionFormat = "multi"
	default:
		out.CollectionFormat = "csv"
	}
	return out
}

// definitions is where a document of OpenAPI 2.0 has its definitions.
const definitions = "#/definitions/"

func loweredSchemas(list openapi3.Schemas) openapi2.Schemas {
	if list == nil {
		return nil
	}
	out := make(openapi2.Schemas, len(list))
	for name, s := range list {
		out[name] = loweredSchema(s)
	}
	return out
}

// loweredSchema writes a schema in the words of 2.0, which has all those that are used; only references differ.
func loweredSchema(ref *openapi3.SchemaRef) *openapi2.SchemaRef {
	if ref == nil {
		return nil
	}
	if name, ok := strings.CutPrefix(ref.Ref, schemas); ok {
		return &openapi2.SchemaRef{Ref: definitions + name}
	}
	s := ref.Value
	extensions := maps.Clone(s.Extensions)
	if input, ok := extensions[inputKey].(*openapi3.SchemaRef); ok {
		extensions[inputKey] = loweredSchema(input)
	}
	return &openapi2.SchemaRef{Value: &openapi2.Schema{
		Type: s.Type, Title: s.Title, Format: s.Format, Description: s.Description, Enum: s.Enum, Default: s.Default, ReadOnly: s.ReadOnly,
		Min: s.Min, Max: s.Max, ExclusiveMin: s.ExclusiveMin.IsTrue(), ExclusiveMax: s.ExclusiveMax.IsTrue(),
		MinLength: s.MinLength, MaxLength: s.MaxLength, Pattern: s.Pattern,
		MinItems: s.MinItems, MaxItems: s.MaxItems, Items: loweredSchema(s.Items),
		Required: s.Required, Properties: loweredSchemas(s.Properties), MinProps: s.MinProps, MaxProps: s.MaxProps,
		AdditionalProperties: s.AdditionalProperties, Extensions: extensions,
	}}
}
