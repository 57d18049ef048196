package shacl

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Report says what is wrong with a record: a sh:ValidationReport. A nil report is that of a record that conforms, and all
// methods may be called on it.
//
// Nested records: a violation inside a nested struct is reported once, where it is, with the whole way from the record to
// it. In a graph such a violation makes the value of the outer property violate sh:node; [Report.Triples] writes it that
// way, with the inner result as its sh:detail.
//
// A report is immutable but for [Report.SetFocus].
type Report struct { //nolint:errname // the specification's word
	schema    *Schema
	focus     rdf.Term
	results   []Result
	truncated bool
}

// Result is one violation of a constraint: a sh:ValidationResult.
//
// [SHACL 3.6.2]: https://www.w3.org/TR/shacl/#results-validation-result
type Result struct {
	// FocusNode is the node that was validated: the record, or a node nested in it. The record is the zero term until
	// [Report.SetFocus] names it; a nested node without an IRI has a blank node label, one label for one node.
	FocusNode rdf.Term
	// Path leads from the record to the value, or to the property when the result is about all its values.
	Path []PathStep
	// ResultPath is the predicate of the focus node that the result is about.
	ResultPath vocab.IRI
	// Value is the value that violates the constraint, the zero term where that is not a single one. It is as the record
	// has it: a string that is no IRI is a literal, a text that is no number an ill-typed literal.
	Value rdf.Term
	// Component is the constraint component that is violated, such as sh:MinCountConstraintComponent.
	Component vocab.IRI
	// Severity is that of the property shape: sh:Violation, sh:Warning or sh:Info.
	Severity vocab.IRI
	// Message says in one sentence what would be right: the shape's own message, or a text in English and Dutch.
	Message literal.LangString
	// Shape is the property shape that declares the constraint. It is shared and must not be written to.
	Shape *PropertyShape

	schema *Schema // of the focus node
}

// PathStep is a step on the way into a record: the key of a property, and the number of the value where it has several.
type PathStep struct {
	// Key is the JSON key.
	Key string
	// Index counts from 0; it is -1 where a property has one value and where all its values are meant.
	Index int

	property *Property
	node     rdf.Term // of a nested node on the way
}

// Place is where the result belongs in the JSON of the record, to be read by people: "location.address.postalCode",
// "keywords[2]".
func (r *Result) Place() string {
	var b strings.Builder
	for i, step := range r.Path {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(step.Key)
		if step.Index >= 0 {
			b.WriteString("[" + strconv.Itoa(step.Index) + "]")
		}
	}
	return b.String()
}

// Pointer is the place as a JSON pointer ([RFC 6901]): "/location/address/postalCode", "/keywords/2".
//
// [RFC 6901]: https://www.rfc-editor.org/rfc/rfc6901
func (r *Result) Pointer() string {
	var b strings.Builder
	for _, step := range r.Path {
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(step.Key, "~", "~0"), "/", "~1"))
		if step.Index >= 0 {
			b.WriteByte('/')
			b.WriteString(strconv.Itoa(step.Index))
		}
	}
	return b.String()
}

// String is the place and the message in English, or in the language of the shape's message.
func (r *Result) String() string {
	text := r.Place() + ": " + r.text()
	if name, ok := strings.CutPrefix(string(r.Severity), vocab.NSSH); ok && r.Severity != vocab.SHViolation {
		text = strings.ToLower(name) + ": " + text
	}
	return text
}

func (r *Result) text() string {
	if v, ok := r.Message.Lookup("en"); ok {
		return v.Value
	}
	if len(r.Message) > 0 {
		return r.Message[0].Value
	}
	return string(r.Component)
}

// Conforms says that there are no results at all, warnings and information included, as SHACL defines it ([SHACL 3.6.1]).
// What a record is refused for is [Report.Err].
//
// [SHACL 3.6.1]: https://www.w3.org/TR/shacl/#conforms
func (r *Report) Conforms() bool { return r == nil || len(r.results) == 0 }

// Results are the results in the order of declaration. The slice must not be written to.
func (r *Report) Results() []Result {
	if r == nil {
		return nil
	}
	return r.results
}

// Violations are the results of severity sh:Violation.
func (r *Report) Violations() []Result {
	var violations []Result
	for _, result := range r.Results() {
		if result.Severity == vocab.SHViolation {
			violations = append(violations, result)
		}
	}
	return violations
}

// Truncated says that there may be more results than [MaxResults], and that the report has only so many.
func (r *Report) Truncated() bool { return r != nil && r.truncated }

// Err is the report as an error when it holds a violation; nil when it holds only warnings and information, or is nil. Use
// it wherever an error is returned: a nil *Report in an error is not a nil error.
func (r *Report) Err() error {
	for _, result := range r.Results() {
		if result.Severity == vocab.SHViolation {
			return r
		}
	}
	return nil
}

// SetFocus names the record in the results. It is called before a report is shared.
func (r *Report) SetFocus(node rdf.Term) {
	if r == nil {
		return
	}
	r.focus = node
	for i := range r.results {
		if result := &r.results[i]; len(result.Path) == 1 {
			result.FocusNode = node
		}
	}
}

// Error implements error: the number of results, and each in one line's words.
func (r *Report) Error() string {
	texts := make([]string, len(r.Results()))
	for i := range texts {
		texts[i] = r.results[i].String()
	}
	return r.headline() + ": " + strings.Join(texts, "; ")
}

// Text is the report for people to read: a headline, then one line for each result.
func (r *Report) Text() string {
	if r.Conforms() {
		return "The record conforms.\n"
	}
	var b strings.Builder
	b.WriteString(r.headline() + ":\n")
	for i := range r.results {
		b.WriteString("  " + r.results[i].String() + "\n")
	}
	if r.truncated {
		b.WriteString("  …\n")
	}
	return b.String()
}

func (r *Report) headline() string {
	if r == nil {
		return "no results"
	}
	switch n := len(r.results); {
	case r.truncated:
		return fmt.Sprintf("%d results or more", n)
	case n == 1:
		return "1 result"
	default:
		return fmt.Sprintf("%d results", n)
	}
}
