package core

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Report is what a validation found: a sh:ValidationReport ([SHACL 3.6]). It is a plain value: whoever makes one may fill in
// the fields, as package shacl does for the reports on Go values.
//
// [SHACL 3.6]: https://www.w3.org/TR/shacl/#validation-report
type Report struct { //nolint:errname // the specification's word
	// Results are all results, of every severity.
	Results []Result
	// Truncated says that there may be more results than [Options.MaxResults].
	Truncated bool

	// shared says that shapes and data were one graph, so that its blank nodes are the same in both.
	shared bool
}

// Result is one violation of a constraint: a sh:ValidationResult.
type Result struct {
	// FocusNode is the node that was validated.
	FocusNode rdf.Term
	// Path leads from it to the values that were; nil if that is the node itself.
	Path *Path
	// Value is the value that violates the constraint, the zero term where that is not a single one.
	Value rdf.Term
	// Component is the constraint component, such as sh:MinCountConstraintComponent.
	Component vocab.IRI
	// Severity is that of the shape: sh:Violation unless it declares another one, which may be any IRI.
	Severity vocab.IRI
	// Shape is the shape that declares the constraint. A blank node has the label of the shapes graph.
	Shape rdf.Term
	// Message says in one sentence what would be right: the shape's own messages, or a text in English and Dutch. A message
	// of a shape without a language has none here either, and there may be several in a language.
	Message literal.LangString
	// Details are the results inside the value, where it does not conform to another shape.
	Details []Result

	// constraint is what is violated; nil in a result that was not made here.
	constraint *constraint
}

// Text is the message in English, or the first one.
func (r *Result) Text() string {
	if v, ok := r.Message.Lookup("en"); ok {
		return v.Value
	}
	if len(r.Message) > 0 {
		return r.Message[0].Value
	}
	return "It violates <" + string(r.Component) + ">."
}

// String is the result in one line: where, and what would be right.
func (r *Result) String() string {
	text := r.FocusNode.String()
	if r.Path != nil {
		text += " " + r.Path.String()
	}
	if !r.Value.IsZero() && r.Value != r.FocusNode {
		text += " " + r.Value.String()
	}
	return plain(text + ": " + r.Text())
}

// Conforms says that there are no results at all, warnings and information included, as SHACL defines it. What data is
// refused for is [Report.Err].
func (r *Report) Conforms() bool { return len(r.Results) == 0 }

// Count is how many results have a severity.
func (r *Report) Count(severity vocab.IRI) int {
	count := 0
	for i := range r.Results {
		if r.Results[i].Severity == severity {
			count++
		}
	}
	return count
}

// Err is the report as an error when it holds a result of severity sh:Violation; nil otherwise. Use it wherever an error is
// returned: a nil *Report in an error is not a nil error.
func (r *Report) Err() error {
	if r.Count(vocab.SHViolation) > 0 {
		return r
	}
	return nil
}

// Error implements error: the number of results and the first few.
func (r *Report) Error() string {
	const few = 3
	var b strings.Builder
	b.WriteString(r.headline())
	for i := range r.Results[:min(few, len(r.Results))] {
		b.WriteString("; " + r.Results[i].String())
	}
	if len(r.Results) > few {
		b.WriteString("; …")
	}
	return b.String()
}

// headline counts the results by severity.
func (r *Report) headline() string {
	if r.Conforms() {
		return "The data conforms."
	}
	var order []vocab.IRI
	counts := map[vocab.IRI]int{}
	for i := range r.Results {
		severity := r.Results[i].Severity
		if counts[severity]++; counts[severity] == 1 {
			order = append(order, severity)
		}
	}
	slices.SortStableFunc(order, func(a, b vocab.IRI) int { return cmp.Compare(rank(a), rank(b)) })
	parts := make([]string, len(order))
	for i, severity := range order {
		parts[i] = fmt.Sprintf("%d %s", counts[severity], severityName(severity, counts[severity]))
	}
	text := strings.Join(parts, ", ")
	if r.Truncated {
		text += " or more"
	}
	return text
}

// severityName is a severity as a noun.
func severityName(severity vocab.IRI, count int) string {
	several := count != 1
	switch severity {
	case vocab.SHViolation:
		if several {
			return "violations"
		}
		return "violation"
	case vocab.SHWarning:
		if several {
			return "warnings"
		}
		return "warning"
	case vocab.SHInfo:
		if several {
			return "remarks"
		}
		return "remark"
	default:
		return plain("of severity <" + string(severity) + ">")
	}
}
