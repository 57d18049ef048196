package openapi

import (
	"net/http"
	"strconv"

	"github.com/getkin/kin-openapi/openapi2"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// swaggerMethods are the methods that an OpenAPI 2.0 path can have.
func swaggerMethods() []string {
	return []string{
		http.MethodGet, http.MethodPut, http.MethodPost, http.MethodDelete, http.MethodOptions, http.MethodHead, http.MethodPatch,
	}
}

// entryPoint adds the path of the entry point, which no class declares.
func (b *builder) entryPoint() {
	o := b.api.EntryPointOperation()
	item := &openapi2.PathItem{}
	b.addOperation(item, b.operation(o, "", entryPointDefinition, openapi2.Parameters{ifNoneMatch()}), o.Method)
	b.doc.Paths["/"] = item
}

// collectionOperation is an operation on a collection.
func (b *builder) collectionOperation(r *hydra.Resource, o *hydra.Operation) *openapi2.Operation {
	var parameters openapi2.Parameters
	if reads(o.Method) {
		parameters = b.collectionParameters(r)
	} else {
		parameters = b.writeParameters(r, o)
	}
	return b.operation(o, r.Definition.Name, b.returned(r, o), parameters)
}

// itemOperation is an operation on one resource; the parameter in its path belongs to all operations of the path.
func (b *builder) itemOperation(r *hydra.Resource, o *hydra.Operation) *openapi2.Operation {
	parameters := openapi2.Parameters{fieldsParameter(), ifNoneMatch()}
	if !reads(o.Method) {
		parameters = append(b.writeParameters(r, o), ifMatch())
	}
	return b.operation(o, r.Definition.Name, b.returned(r, o), parameters)
}

func reads(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// returned is the definition that an operation returns, "" for none that is known.
func (b *builder) returned(r *hydra.Resource, o *hydra.Operation) string {
	switch o.Returns {
	case r.Definition.IRI:
		return b.classes[r].output
	case vocab.HydraCollection:
		return b.classes[r].collection
	default:
		return ""
	}
}

// operation is what all operations have in common. returns names the definition of what a success brings.
func (b *builder) operation(o *hydra.Operation, tag, returns string, parameters openapi2.Parameters) *openapi2.Operation {
	out := &openapi2.Operation{
		OperationID: o.ID,
		Summary:     b.text(o.Title),
		Description: b.text(o.Description),
		Parameters:  parameters,
		Produces:    []string{operationMediaType},
		Responses:   openapi2.NewResponsesWithCapacity(len(o.Statuses)),
	}
	if tag != "" {
		out.Tags = []string{tag}
	}
	for _, p := range parameters {
		if p.In == inBody {
			out.Consumes = []string{operationMediaType}
			if o.Method == http.MethodPatch {
				out.Consumes = []string{"application/merge-patch+json"}
			}
		}
	}
	for i := range o.Statuses {
		s := &o.Statuses[i]
		out.Responses.Set(strconv.Itoa(s.Code), b.response(o, s, returns))
	}
	return out
}

// response is a possible answer.
func (b *builder) response(o *hydra.Operation, s *hydra.Status, returns string) *openapi2.Response {
	out := &openapi2.Response{Description: sentences(b.text(s.Title), b.text(s.Description)), Headers: headers(o, s.Code)}
	if out.Description == "" {
		out.Description = sentences(http.StatusText(s.Code))
	}
	if out.Description == "" {
		out.Description = "Status " + strconv.Itoa(s.Code) + "."
	}
	switch {
	case !hasContent(o, s.Code):
	case s.Code >= http.StatusBadRequest:
		out.Schema = definitionRef(errorDefinition)
	case returns != "":
		out.Schema = definitionRef(returns)
	}
	return out
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
func headers(o *hydra.Operation, status int) map[string]*openapi2.Header {
	out := map[string]*openapi2.Header{
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

func header(description string) *openapi2.Header {
	return &openapi2.Header{Parameter: openapi2.Parameter{Type: typeString(), Description: description}}
}
