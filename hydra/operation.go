package hydra

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Operation is something a client may do: a hydra:Operation, and an operation of an OpenAPI document.
type Operation struct {
	// ID is the operationId: unique in the API, and fixed once published.
	ID string
	// Method is the HTTP method.
	Method string
	// Title and Description for people. Title is required.
	Title, Description Text
	// Expects and Returns are classes: what the body of request and response is. Empty is owl:Nothing.
	Expects, Returns vocab.IRI
	// Statuses are the possible statuses, the successful one first.
	Statuses []Status
}

// Status is a possible answer to an operation.
type Status struct {
	// Code is the status code of HTTP.
	Code int
	// Title and Description for people.
	Title, Description Text
}

// writes says that the operation sends a representation of the class to the server.
func (o *Operation) writes(class vocab.IRI) bool { return class != "" && o.Expects == class }

var (
	operationID     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`)
	operationMethod = regexp.MustCompile(`^[A-Z]+$`)
)

// check returns every mistake in an operation on something, such as "class /events".
func (o *Operation) check(on string) (errs []error) {
	what := fmt.Sprintf("%s: operation %q", on, o.ID)
	fail := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: "+format, append([]any{what}, args...)...))
	}
	if !operationID.MatchString(o.ID) {
		fail("want an ID of letters, digits, hyphens, dots and underscores that starts with a letter, such as \"listEvents\"")
	}
	if !operationMethod.MatchString(o.Method) {
		fail("method %q: want the name of an HTTP method in capitals, such as \"GET\"", o.Method)
	}
	if len(o.Title) == 0 {
		fail("has no title")
	}
	errs = append(errs, o.Title.check(what+": title")...)
	errs = append(errs, o.Description.check(what+": description")...)
	if o.Expects != "" {
		if err := vocab.CheckIRI(string(o.Expects)); err != nil {
			fail("expects: %w", err)
		}
	}
	if o.Returns != "" {
		if err := vocab.CheckIRI(string(o.Returns)); err != nil {
			fail("returns: %w", err)
		}
	}
	if len(o.Statuses) == 0 {
		fail("has no status: say at least how it succeeds")
	}
	for i := range o.Statuses {
		s := &o.Statuses[i]
		if s.Code < 100 || s.Code > 599 {
			fail("status %d is no status of HTTP", s.Code)
		}
		errs = append(errs, s.Title.check(fmt.Sprintf("%s: status %d", what, s.Code))...)
		errs = append(errs, s.Description.check(fmt.Sprintf("%s: status %d", what, s.Code))...)
	}
	return errs
}

func cloneOperations(operations []Operation) []Operation {
	out := slices.Clone(operations)
	for i := range out {
		o := &out[i]
		o.Title, o.Description = maps.Clone(o.Title), maps.Clone(o.Description)
		o.Statuses = cloneStatuses(o.Statuses)
	}
	return out
}

func cloneStatuses(statuses []Status) []Status {
	out := slices.Clone(statuses)
	for i := range out {
		s := &out[i]
		s.Title, s.Description = maps.Clone(s.Title), maps.Clone(s.Description)
	}
	return out
}
