package server

import (
	"net/http"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// htmlFault is the content of a problem's page.
type htmlFault struct {
	Status, Code, Type, RequestID string
	Detail                        htmlText
	Params                        []htmlFaultParam
	// Form is that of a collection, to try again.
	Form *htmlForm
}

// htmlFaultParam is a parameter that is wrong.
type htmlFaultParam struct {
	Name, Code, Reason string
	Detail             htmlText
}

// formError is a problem with the query of a collection, and the form to mend it.
type formError struct {
	error
	form *htmlForm
}

// Unwrap returns the problem.
func (e *formError) Unwrap() error { return e.error }

// withForm adds the form of a collection to a problem with a request for its page.
func (s *Server) withForm(err error, r *http.Request, res *resource, x *exchange, q *collectionQuery) error {
	form := s.view(s.prefix, s.problemLanguageFor(r)).form(res, x, q)
	form.Open = true
	return &formError{err, form}
}

// problemPage writes a problem as a page: the same facts as in JSON.
func (s *Server) problemPage(doc *problemDocument) ([]byte, error) {
	data, err := jsonld.AppendJSON(nil, s.problems.object(doc))
	if err != nil {
		return nil, err
	}
	v := s.view(s.prefix, doc.language)
	page := v.page(plainText(doc.Title), doc.Instance, nil, data)
	page.Types = s.problems.types()
	fault := &htmlFault{
		Status: strconv.Itoa(doc.Status), Code: string(doc.Code), Type: v.prefix + "/problems/" + string(doc.Code),
		RequestID: doc.RequestID, Detail: v.english(doc.Detail), Form: doc.form,
	}
	for _, p := range doc.InvalidParams {
		fault.Params = append(fault.Params, htmlFaultParam{p.Name, p.Code, p.Reason, v.english(p.Detail)})
	}
	page.Content = fault
	return s.appendPage(nil, htmlProblem, page)
}

// types lists the media types of problems besides HTML.
func (p *problemWriter) types() []string {
	types := []string{problemMediaType}
	for _, kind := range p.kinds {
		if kind != asHTML {
			types = append(types, syntaxes[kind].mediaType)
		}
	}
	return types
}
