package rdf

import "fmt"

// Limits bounds what a reader accepts. The zero value means the defaults, which are meant for documents of our own and of
// partners; set smaller ones for what strangers send.
type Limits struct {
	// Line is the longest line in bytes, the line end not counted; 0 means 1 MiB. It bounds the memory of a reader.
	Line int
	// Statements is the largest number of statements; 0 means no limit.
	Statements int
}

const defaultLine = 1 << 20

func (l Limits) withDefaults() Limits {
	if l.Line <= 0 {
		l.Line = defaultLine
	}
	return l
}

// LimitError says that a document exceeds one of the [Limits].
type LimitError struct {
	// What names what there is too much of: "bytes in a line" or "statements".
	What string
	// Limit is the largest number allowed.
	Limit int
	// Line is the line that goes beyond it, from 1.
	Line int
}

// Error implements error.
func (e *LimitError) Error() string {
	return fmt.Sprintf("line %d: more than %d %s", e.Line, e.Limit, e.What)
}

// SyntaxError says where a document leaves its grammar and what was wanted there.
type SyntaxError struct {
	// Line and Column are the position, both from 1; a column is a character, not a byte.
	Line, Column int
	// Reason says what is wrong or what is wanted.
	Reason string
}

// Error implements error: "line 7, column 12: want …".
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Reason)
}
