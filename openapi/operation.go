package openapi

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Media types that have a meaning of their own here.
const (
	mediaTypeJSON       = "application/json"
	mediaTypeJSONLD     = "application/ld+json"
	mediaTypeMergePatch = "application/merge-patch+json"
	mediaTypeProblem    = "application/problem+json"
)

// plainJSON says whether a media type is JSON whose objects are those of the definitions.
func plainJSON(mediaType string) bool {
	return mediaType == mediaTypeJSON || mediaType == mediaTypeJSONLD
}

// entryPointTag is the tag of the entry point.
const entryPointTag = "entry-point"

// entryPoint adds the path of the entry point, which no class declares.
func (b *builder) entryPoint() {
	o := b.api.EntryPointOperation()
	b.addTag(entryPointTag, "The start of the API.")
	item := &openapi3.PathItem{}
	b.addOperation(item, b.operation(o, entryPointTag, returns{json: entryPointDefinition}, parameters(formatParameter(b.mediaTypes(o)), ifNoneMatch())), o.Method)
	b.doc.Paths.Set("/", item)
}

// collectionOperation is an operation on a collection.
func (b *builder) collectionOperation(r *hydra.Resource, o *hydra.Operation) *openapi3.Operation {
	if reads(o.Method) {
		return b.operation(o, r.Definition.Name, b.returned(r, o), b.collectionParameters(r, o))
	}
	return b.writing(r, o, nil)
}

// itemOperation is an operation on one resource; the parameter in its path belongs to all operations of the path.
func (b *builder) itemOperation(r *hydra.Resource, o *hydra.Operation) *openapi3.Operation {
	if reads(o.Method) {
		return b.operation(o, r.Definition.Name, b.returned(r, o), b.itemParameters(r, o))
	}
	return b.writing(r, o, parameters(ifMatch()))
}

// writing is an operation that changes something.
func (b *builder) writing(r *hydra.Resource, o *hydra.Operation, parameters openapi3.Parameters) *openapi3.Operation {
	out := b.operation(o, r.Definition.Name, b.returned(r, o), parameters)
	out.RequestBody = b.requestBody(r, o)
	return out
}

func reads(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// returns are the definitions of what an operation returns: as JSON, and as HAL. A name is empty where none is known.
type returns struct{ json, hal string }

func (b *builder) returned(r *hydra.Resource, o *hydra.Operation) returns {
	names := b.classes[r]
	switch o.Returns {
	case r.Definition.IRI:
		return returns{names.output, names.hal}
	case vocab.HydraCollection:
		return returns{names.collection, names.halCollection}
	default:
		return returns{}
	}
}

// operation is what all operations have in common. brings are the definitions of what a success brings.
func (b *builder) operation(o *hydra.Operation, tag string, brings returns, parameters openapi3.Parameters) *openapi3.Operation {
	mediaTypes := b.mediaTypes(o)
	out := &openapi3.Operation{
		Tags:        []string{tag},
		OperationID: o.ID,
		Summary:     b.text(o.Title),
		Description: b.text(o.Description),
		Parameters:  parameters,
		Responses:   openapi3.NewResponsesWithCapacity(len(o.Statuses)),
	}
	if out.Description == "" {
		out.Description = sentences(out.Summary)
	}
	for i := range o.Statuses {
		s := &o.Statuses[i]
		out.Responses.Set(strconv.Itoa(s.Code), &openapi3.ResponseRef{Value: b.response(o, s, brings, mediaTypes)})
	}
	if refused := (&hydra.Status{Code: http.StatusBadRequest}); out.Responses.Status(refused.Code) == nil && (len(parameters) > 0 || o.Expects != "") {
		out.Responses.Set(strconv.Itoa(refused.Code), &openapi3.ResponseRef{Value: b.response(o, refused, returns{}, nil)}) // what is taken may be wrong
	}
	return out
}

// mediaTypes are those of what an operation returns.
func (b *builder) mediaTypes(o *hydra.Operation) []string {
	switch o.Returns {
	case b.api.EntryPointOperation().Returns:
		return b.api.MediaTypes()
	case vocab.HydraCollection:
		return b.api.CollectionMediaTypes()
	default:
		return b.api.ItemMediaTypes()
	}
}

// response is a possible answer.
func (b *builder) response(o *hydra.Operation, s *hydra.Status, brings returns, mediaTypes []string) *openapi3.Response {
	description := sentences(b.text(s.Title), b.text(s.Description))
	if description == "" {
		description = sentences(http.StatusText(s.Code))
	}
	if description == "" {
		description = "Status " + strconv.Itoa(s.Code) + "."
	}
	out := &openapi3.Response{Description: &description, Headers: headers(o, s.Code)}
	switch {
	case !hasContent(o, s.Code):
	case s.Code >= http.StatusBadRequest:
		out.Content = b.problem()
	case brings.json != "":
		out.Content = content(brings, mediaTypes)
	}
	return out
}

// content is a representation in each of some media types. What is no JSON is text in the syntax of the type.
func content(of returns, mediaTypes []string) openapi3.Content {
	out := make(openapi3.Content, len(mediaTypes))
	for _, t := range mediaTypes {
		switch {
		case plainJSON(t):
			out[t] = &openapi3.MediaType{Schema: definitionRef(of.json)}
		case t == mediaTypeHAL && of.hal != "":
			out[t] = &openapi3.MediaType{Schema: definitionRef(of.hal)}
		case strings.HasSuffix(t, "+json"):
			out[t] = &openapi3.MediaType{Schema: value(&openapi3.Schema{Type: typeObject()})}
		default:
			out[t] = &openapi3.MediaType{Schema: value(&openapi3.Schema{Type: typeString()})}
		}
	}
	return out
}

// problem is a problem of RFC 9457, also in the syntaxes of RDF that the API speaks.
func (b *builder) problem() openapi3.Content {
	out := content(returns{json: errorDefinition}, slices.DeleteFunc(b.api.MediaTypes(), func(t string) bool { return !slices.Contains(problemSyntaxes(), t) }))
	out[mediaTypeProblem] = &openapi3.MediaType{Schema: definitionRef(errorDefinition)}
	return out
}

// problemSyntaxes are the media types that a problem can have beside its own.
func problemSyntaxes() []string {
	return []string{mediaTypeJSONLD, "application/trig", "application/n-quads", "text/turtle", "application/n-triples", "application/rdf+xml"}
}

// hasContent says whether an answer has a body.
func hasContent(o *hydra.Operation, status int) bool {
	switch {
	case o.Method == http.MethodHead, status < http.StatusOK, status == http.StatusNoContent, status == http.StatusResetContent,
		status == http.StatusNotModified:
		return false
	default:
		return true
	}
}

// headers are the header fields of an answer that tell a client something.
func headers(o *hydra.Operation, status int) openapi3.Headers {
	out := openapi3.Headers{
		"API-Version": header("The version of the API."),
		"Allow":       header("The methods that the resource supports."),
		"Link":        header("Links of RFC 8288: the API's documentation, the JSON-LD context of the body, and the other pages of a collection."),
	}
	if success := status >= http.StatusOK && status < http.StatusMultipleChoices; success || status == http.StatusNotModified {
		out["ETag"] = header("The version of this representation, for If-None-Match and If-Match.")
		out["Vary"] = header("The header fields of the request that the answer depends on.")
	}
	if hasContent(o, status) {
		out["Content-Language"] = header("The languages of the text in the body.")
	}
	switch status {
	case http.StatusCreated:
		out["Location"] = header("The URL of the new resource.")
	case http.StatusServiceUnavailable, http.StatusTooManyRequests:
		out["Retry-After"] = header("When to try again: seconds, or a date.")
	}
	return out
}

func header(description string) *openapi3.HeaderRef {
	return &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: openapi3.Parameter{
		Description: description, Schema: value(&openapi3.Schema{Type: typeString()}),
	}}}
}
