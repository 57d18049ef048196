package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Problem is an error that tells a client what is wrong with a request (RFC 9457). Stores and routes may return it or wrap
// it; any other error says nothing to a client but its kind.
type Problem struct { //nolint:errname // the word of RFC 9457
	// Code is one of the constants; another one is an unexpected error.
	Code Code
	// Detail says in English what is wrong here and what would be right. It goes to the client.
	Detail string
	// Source names the service that is not available, for [CodeSourceUnavailable]. It goes to the client.
	Source string
	// InvalidParams lists every parameter that is wrong.
	InvalidParams []InvalidParam
	// Cause goes to the log only.
	Cause error
}

// InvalidParam is a parameter that is wrong.
type InvalidParam struct {
	// Name of the parameter as the client wrote it.
	Name string
	// Code is the kind of mistake in the words of Haal Centraal: "integer", "date", "maximum", "enum", "unknownParam" …
	Code string
	// About is what the text of the kind tells besides: the part of the value that is wrong, or the bound, length, pattern
	// or datatype that it misses.
	About string
	// Detail says in English what would be right.
	Detail string
}

// Error is for logs.
func (p *Problem) Error() string {
	if p.Cause != nil {
		return fmt.Sprintf("%s: %v", p.Code, p.Cause)
	}
	return string(p.Code) + ": " + p.Detail
}

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// invalid makes a problem of all wrong parameters, nil if there are none. It keeps a copy of them.
func invalid(params []InvalidParam) error {
	if len(params) == 0 {
		return nil
	}
	names := map[string]bool{}
	for _, p := range params {
		names[p.Name] = true
	}
	detail := "1 parameter is not correct."
	if len(names) > 1 {
		detail = strconv.Itoa(len(names)) + " parameters are not correct."
	}
	return &Problem{Code: CodeParamsValidation, Detail: detail, InvalidParams: slices.Clone(params)}
}

// problemOf turns any error into a problem: the one place where that is decided.
func problemOf(err error) *Problem {
	var p *Problem
	switch {
	case errors.As(err, &p):
		if _, ok := problemTypes[p.Code]; ok {
			return p
		}
		return &Problem{Code: CodeServerError, Cause: err}
	case errors.Is(err, store.ErrNotFound):
		return &Problem{Code: CodeNotFound, Detail: "There is no resource with this identifier.", Cause: err}
	case errors.Is(err, store.ErrUnavailable), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &Problem{Code: CodeSourceUnavailable, Cause: err}
	default:
		return &Problem{Code: CodeServerError, Cause: err}
	}
}

// problemDocument is the JSON of a problem, RFC 9457 with the members of Haal Centraal.
type problemDocument struct {
	Type          string          `json:"type"`
	Title         string          `json:"title"`
	Status        int             `json:"status"`
	Detail        string          `json:"detail,omitempty"`
	Instance      string          `json:"instance"`
	Code          Code            `json:"code"`
	RequestID     string          `json:"requestId,omitempty"`
	InvalidParams []paramDocument `json:"invalidParams,omitempty"`

	// language is that of title and reasons; details are English.
	language string
	// form is that of a collection, for a page.
	form *htmlForm
}

type paramDocument struct {
	Name   string `json:"name"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Detail string `json:"detail,omitempty"`
}

// problemLanguages are those of the titles.
//
//nolint:gochecknoglobals // a table that is never written
var problemLanguages = []string{"en", "nl"}

const problemMediaType = "application/problem+json"

// WriteError answers a request with the problem that an error means: a [*Problem], what the store's errors are, else an
// unexpected error, whose text goes to the log and not to the client. Handlers of the team's own routes may use it.
func (s *Server) WriteError(w http.ResponseWriter, r *http.Request, err error) {
	if s.editions != nil { // a handler of the team's own knows the first one only
		s.edition(r).writeError(w, r, err)
		return
	}
	s.writeError(w, r, err)
}

func (s *Server) writeError(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err)
	doc := s.problemDocument(p, r)
	if mending := (*formError)(nil); errors.As(err, &mending) {
		doc.form = mending.form
	}
	if doc.Status >= http.StatusInternalServerError && p.Code != CodeNotImplemented {
		doc.RequestID = requestID(r)
		if r.Context().Err() == nil { // otherwise the client has gone, and the store noticed
			s.logProblem(r, doc.RequestID, p)
		}
	}
	h := w.Header()
	s.common.set(h)
	body, mediaType := s.encodeProblem(doc, r)
	switch mediaType {
	case problemMediaType:
		h["Link"] = s.problems.links
	case syntaxes[asHTML].contentType:
		h["Content-Security-Policy"] = htmlSecurityValue
	}
	h["Content-Type"] = []string{mediaType}
	h["Content-Language"] = []string{doc.languages()}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	h["Cache-Control"] = noStore
	h["Vary"] = s.problems.vary
	delete(h, "Etag")
	if p.Code == CodeSourceUnavailable {
		h["Retry-After"] = retryAfter
	}
	w.WriteHeader(doc.Status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) //nolint:gosec // never HTML, and nosniff
	}
}

// encodeProblem writes a problem as JSON, or as RDF or as a page for who prefers that.
func (s *Server) encodeProblem(doc *problemDocument, r *http.Request) (body []byte, mediaType string) {
	if i, ok := s.problems.rdf.Prefers(r.Header["Accept"], s.problems.json); ok {
		kind := s.problems.kinds[i]
		write := func() ([]byte, error) { return s.problems.represent(doc, i) }
		if kind == asHTML {
			write = func() ([]byte, error) { return s.problemPage(doc) }
		}
		if body, err := write(); err == nil {
			return body, syntaxes[kind].contentType
		}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(doc) // texts and a number: it can't fail
	return out.Bytes(), problemMediaType
}

func (s *Server) problemDocument(p *Problem, r *http.Request) *problemDocument {
	t := problemTypes[p.Code]
	doc := &problemDocument{
		Type: s.base.URL + "/problems/" + string(p.Code), Status: t.status,
		Detail: p.Detail, Instance: s.instance(r), Code: p.Code,
		language: s.problemLanguageFor(r),
	}
	if doc.Title = t.title.in(doc.language); p.Source != "" && t.about.en != "" {
		doc.Title = strings.ReplaceAll(t.about.in(doc.language), "%s", p.Source)
	}
	for _, param := range p.InvalidParams {
		about := param.About
		if about == "" {
			about = `""`
		}
		text := strings.ReplaceAll(reasons[param.Code].in(doc.language), "%s", about)
		doc.InvalidParams = append(doc.InvalidParams, paramDocument{param.Name, param.Code, text, param.Detail})
	}
	return doc
}

// problemLanguageFor is the language of the titles of problems for a client.
func (s *Server) problemLanguageFor(r *http.Request) string {
	return negotiate.Language(r.Header["Accept-Language"], problemLanguages, s.problems.language)
}

// languages is the value of Content-Language.
func (d *problemDocument) languages() string {
	english := d.Detail != "" || slices.ContainsFunc(d.InvalidParams, func(p paramDocument) bool { return p.Detail != "" })
	if d.language != "en" && english {
		return d.language + ", en"
	}
	return d.language
}

// instance is the request's path on the public base, and its query, as they were sent, cut where they are absurdly long.
func (s *Server) instance(r *http.Request) string {
	uri := r.URL.EscapedPath()
	if below, ok := strings.CutPrefix(uri, s.mount); ok && (below == "" || below[0] == '/') {
		uri = s.base.Path + below
	}
	if r.URL.RawQuery != "" {
		uri += "?" + r.URL.RawQuery
	}
	if len(uri) > maxInstance {
		uri = uri[:maxInstance]
	}
	return string(vocab.AppendURI(nil, strings.ReplaceAll(uri, "#", "%23")))
}

const maxInstance = 2048

// addQueryErrors adds the mistakes that package query or a store found in a parameter.
func addQueryErrors(params []InvalidParam, name, usual string, err error) []InvalidParam {
	for mistake := range query.All(err) {
		p := InvalidParam{Name: name, Code: usual, Detail: mistake.Error()}
		var (
			syntax    *query.Error
			unknown   *query.UnknownNameError
			ambiguous *query.AmbiguousNameError
			value     *store.ValueError
		)
		switch {
		case errors.As(mistake, &unknown):
			p.About = unknown.Name
		case errors.As(mistake, &ambiguous):
			p.About = ambiguous.Name
		case errors.As(mistake, &syntax):
			p.Detail, p.About = syntax.Detail, syntax.Value
			if usual != paramFields && usual != paramSort || syntax.Code != query.CodeMinLength {
				p.Code, p.About = string(syntax.Code), syntax.Limit
			}
			if name == "" {
				p.Name = syntax.Param
			}
		case errors.As(mistake, &value):
			p.Code, p.Detail, p.About = string(value.Code), value.Detail, value.Limit
		}
		params = append(params, p)
	}
	return params
}
