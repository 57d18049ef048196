package main

import (
	"encoding/json"
	"io"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// jsonReport is a report as plain JSON, for programs that know no RDF.
type jsonReport struct {
	Conforms bool `json:"conforms"`
	// Truncated says that there may be more results.
	Truncated bool         `json:"truncated"`
	Results   []jsonResult `json:"results"`
}

type jsonResult struct {
	Severity  vocab.IRI `json:"severity"`
	FocusNode *jsonTerm `json:"focusNode"`
	// Path is a property path as SPARQL writes it.
	Path      string       `json:"path,omitempty"`
	Value     *jsonTerm    `json:"value,omitempty"`
	Message   string       `json:"message"`
	Component vocab.IRI    `json:"sourceConstraintComponent"`
	Shape     *jsonTerm    `json:"sourceShape"`
	Details   []jsonResult `json:"detail,omitempty"`
}

// jsonTerm is a term as in the SPARQL 1.1 Query Results JSON Format.
type jsonTerm struct {
	Type     string    `json:"type"`
	Value    string    `json:"value"`
	Lang     string    `json:"xml:lang,omitempty"`
	Datatype vocab.IRI `json:"datatype,omitempty"`
}

func writeJSON(w io.Writer, report *core.Report, languages []string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(jsonReport{Conforms: report.Conforms(), Truncated: report.Truncated, Results: jsonResults(report.Results, languages)})
}

func jsonResults(results []core.Result, languages []string) []jsonResult {
	out := make([]jsonResult, len(results))
	for i := range results {
		r := &results[i]
		out[i] = jsonResult{
			Severity: r.Severity, FocusNode: newJSONTerm(r.FocusNode), Value: newJSONTerm(r.Value), Message: r.Text(),
			Component: r.Component, Shape: newJSONTerm(r.Shape), Details: jsonResults(r.Details, languages),
		}
		if text, ok := r.Message.Lookup(languages...); ok && len(languages) > 0 {
			out[i].Message = text.Value
		}
		if r.Path != nil {
			out[i].Path = r.Path.String()
		}
	}
	return out
}

func newJSONTerm(t rdf.Term) *jsonTerm {
	switch t.Kind {
	case rdf.IRI:
		return &jsonTerm{Type: "uri", Value: t.Value}
	case rdf.BlankNode:
		return &jsonTerm{Type: "bnode", Value: t.Value}
	case rdf.Literal:
		term := &jsonTerm{Type: "literal", Value: t.Value, Lang: t.Lang}
		if t.Lang == "" && t.Datatype != vocab.XSDString {
			term.Datatype = t.Datatype
		}
		return term
	default:
		return nil
	}
}
