package server

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// htmlFault is the content of a problem's page.
type htmlFault struct {
	Status, Code, Type, RequestID string
	Detail                        htmlText
	Params                        []htmlFaultParam
}

// htmlFaultParam is a parameter that is wrong.
type htmlFaultParam struct {
	Name, Code, Reason string
	Detail             htmlText
}

// problemPage writes a problem as a page: the same facts as in JSON.
func (s *Server) problemPage(doc *problemDocument) ([]byte, error) {
	data, err := jsonld.AppendJSON(nil, s.problems.object(doc))
	if err != nil {
		return nil, err
	}
	v := s.view(s.prefix, doc.language)
	page := v.page(plainText(doc.Title), doc.Instance, s.problems.types(), data)
	fault := &htmlFault{
		Status: strconv.Itoa(doc.Status), Code: string(doc.Code), Type: v.prefix + "/problems/" + string(doc.Code),
		RequestID: doc.RequestID, Detail: v.english(doc.Detail),
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
