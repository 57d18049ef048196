package jsonld

import (
	"fmt"
	"strings"
)

// Code tells the kinds of errors apart.
type Code string

// The kinds of errors.
const (
	// CodeSyntax: the document is not JSON as RFC 8259 and RFC 7493 have it (duplicate names, lone surrogates, numbers that
	// do not survive and invalid UTF-8 included), or neither an object nor an array.
	CodeSyntax Code = "syntax"
	// CodeLimit: the document exceeds one of the [Limits].
	CodeLimit Code = "limit"
	// CodeContext: the document asks for a context that is not in the set.
	CodeContext Code = "context"
	// CodeDocument: the document is JSON, but no JSON-LD.
	CodeDocument Code = "document"
	// CodeDeadline: the document took longer than allowed, or the caller gave up.
	CodeDeadline Code = "deadline"
)

// Error says why a document was not accepted.
type Error struct {
	// Code is the kind of the error.
	Code Code
	// Pointer is where in the document, as a JSON pointer (RFC 6901), when that is known; "" is the whole document.
	Pointer string
	// Line and Column are the position of a syntax or limit error, from 1, the column in bytes; 0 when unknown.
	Line, Column int
	// Reason says what is wrong and what would be right.
	Reason string

	cause error
}

// Error implements error: reason and place, of which a long pointer is not told to the end.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("JSON-LD: ")
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d, column %d: ", e.Line, e.Column)
	}
	if e.Pointer != "" {
		fmt.Fprintf(&b, "%s: ", shorten(e.Pointer))
	}
	b.WriteString(e.Reason)
	return b.String()
}

// Unwrap returns the cause: what the JSON-LD library or the context of the call reported, or nil.
func (e *Error) Unwrap() error { return e.cause }
