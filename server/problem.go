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
)

// problem is what a request failed with. It is the only error type that says anything to a client.
type problem struct {
	code   code
	detail string
	params []invalidParam
	cause  error
}

// invalidParam is one wrong parameter.
type invalidParam struct {
	name, code string
	// part is the part of the value that is wrong, for reasons that name it.
	part, detail string
}

// Error is for logs.
func (p *problem) Error() string {
	if p.cause != nil {
		return fmt.Sprintf("%s: %v", p.code, p.cause)
	}
	return string(p.code) + ": " + p.detail
}

func (p *problem) Unwrap() error { return p.cause }

// invalid makes a problem of all wrong parameters, nil if there are none. It keeps a copy of them.
func invalid(params []invalidParam) error {
	if len(params) == 0 {
		return nil
	}
	detail := "1 parameter is not correct."
	if len(params) > 1 {
		detail = strconv.Itoa(len(params)) + " parameters are not correct."
	}
	return &problem{code: codeParamsValidation, detail: detail, params: slices.Clone(params)}
}

// problemOf turns any error into a problem: the one place where that is decided.
func problemOf(err error) *problem {
	var p *problem
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, store.ErrNotFound):
		return &problem{code: codeNotFound, cause: err}
	case errors.Is(err, store.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		return &problem{code: codeSourceUnavailable, cause: err}
	default:
		return &problem{code: codeServerError, cause: err}
	}
}

// document is the JSON of a problem, RFC 9457 with the members of Haal Centraal.
type document struct {
	Type          string          `json:"type"`
	Title         string          `json:"title"`
	Status        int             `json:"status"`
	Detail        string          `json:"detail,omitempty"`
	Instance      string          `json:"instance"`
	Code          code            `json:"code"`
	RequestID     string          `json:"requestId,omitempty"`
	InvalidParams []paramDocument `json:"invalidParams,omitempty"`
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

// WriteError answers a request with the problem that an error means: what the store's errors are, what this package made
// itself, else an unexpected error, whose text goes to the log and not to the client. Handlers of the team's own routes
// may use it.
func (s *Server) WriteError(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		return // nobody is there to read an answer
	}
	p := problemOf(err)
	t := problemTypes[p.code]
	h := w.Header()
	s.common.set(h)
	id := ""
	if t.status >= http.StatusInternalServerError {
		id = s.requestID(r)
		s.logProblem(r, id, p)
	}
	language := negotiate.Language(r.Header["Accept-Language"], problemLanguages, problemLanguages[0])
	doc := p.document(s.base.URL, r, language, id)
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(doc); err != nil { // strings and numbers only: it can't fail
		http.Error(w, t.en, t.status)
		return
	}
	out, mediaType := body.Bytes(), "application/problem+json"
	if i, ok := s.problems.rdf.Prefers(r.Header["Accept"], s.problems.json); ok {
		if rdf, err := s.problems.represent(r.Context(), out, i, s.base.URL); err == nil {
			out, mediaType = rdf, s.problems.rdf.Type(i)
		} else if s.logger != nil {
			s.logger.ErrorContext(r.Context(), "a problem can't be written as RDF", "error", err)
		}
	}
	if mediaType == "application/problem+json" {
		h["Link"] = s.problems.links
	}
	h["Content-Type"] = []string{mediaType}
	h["Content-Language"] = []string{language}
	h["Content-Length"] = []string{strconv.Itoa(len(out))}
	h["Cache-Control"] = noStore
	h["Vary"] = s.problems.vary
	h.Del("Etag")
	if p.code == codeSourceUnavailable {
		h["Retry-After"] = retryAfter
	}
	w.WriteHeader(t.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(out)
	}
}

func (p *problem) document(base string, r *http.Request, language, id string) *document {
	t := problemTypes[p.code]
	doc := &document{
		Type: base + "/problems/" + string(p.code), Title: t.en, Status: t.status,
		Detail: p.detail, Instance: instance(r), Code: p.code, RequestID: id,
	}
	if language == "nl" {
		doc.Title = t.nl
	}
	for _, param := range p.params {
		text := reasons[param.code].en
		if language == "nl" {
			text = reasons[param.code].nl
		}
		if strings.Contains(text, "%s") {
			text = fmt.Sprintf(text, param.part)
		}
		doc.InvalidParams = append(doc.InvalidParams, paramDocument{param.name, param.code, text, param.detail})
	}
	return doc
}

// instance is the request's path and query as they were sent, cut where they are absurdly long.
func instance(r *http.Request) string {
	uri := r.URL.RequestURI()
	if len(uri) > maxInstance {
		uri = uri[:maxInstance]
	}
	return safeURI(uri)
}

const maxInstance = 2048

// addQueryErrors adds the mistakes that package query found in a parameter.
func addQueryErrors(params []invalidParam, name, usual string, err error) []invalidParam {
	for mistake := range query.All(err) {
		p := invalidParam{name: name, code: usual, detail: mistake.Error()}
		var (
			syntax    *query.Error
			unknown   *query.UnknownNameError
			ambiguous *query.AmbiguousNameError
			value     *store.ValueError
		)
		switch {
		case errors.As(mistake, &unknown):
			p.part = unknown.Name
		case errors.As(mistake, &ambiguous):
			p.part = ambiguous.Name
		case errors.As(mistake, &syntax):
			p.detail, p.part = syntax.Detail, syntax.Value
			if usual != "fields" && usual != "sort" || syntax.Code != query.CodeMinLength {
				p.code = string(syntax.Code)
			}
			if name == "" {
				p.name = syntax.Param
			}
		case errors.As(mistake, &value):
			p.code, p.detail = string(value.Code), value.Detail
		}
		params = append(params, p)
	}
	return params
}
