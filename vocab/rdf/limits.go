package rdf

import (
	"fmt"
	"strings"
)

// Limits bounds what a reader accepts. The zero value means the defaults, which are meant for documents of our own and of
// partners; set smaller ones for what strangers send.
type Limits struct {
	// Token is the longest literal, IRI or name in bytes, as it is written; 0 means 1 MiB. It bounds the memory of a reader.
	// In RDF/XML it is the longest tag, text or literal.
	Token int
	// Bytes is the largest size of a document; 0 means no limit.
	Bytes int
	// Depth is how many "[" and "(" of Turtle and TriG, or elements of RDF/XML, may be open at a time; 0 means 256.
	Depth int
	// Statements is the largest number of statements; 0 means no limit.
	Statements int
}

const (
	defaultToken = 1 << 20
	defaultDepth = 256
)

func (l Limits) withDefaults() Limits {
	if l.Token <= 0 {
		l.Token = defaultToken
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	return l
}

// LimitError says that a document exceeds one of the [Limits].
type LimitError struct {
	// What names what there is too much of: "bytes in a document", "statements", "bytes in a literal, IRI or name", "bytes in
	// a base or namespace", "blank nodes and lists inside each other", and in RDF/XML "bytes in a tag or text", "bytes in a
	// literal", "bytes in the name of a subject" or "elements inside each other".
	What string
	// Limit is the largest number allowed.
	Limit int
	// Line is the line that goes beyond it, or where what goes beyond it begins, from 1.
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

// longestWord bounds in bytes how much of a name an error message repeats.
const longestWord = 200

// Error implements error: "line 7, column 12: want …". Of very long names in the reason it repeats the beginning.
func (e *SyntaxError) Error() string {
	reason := e.Reason
	if len(reason) > longestWord {
		words := strings.Split(reason, " ")
		for i, word := range words {
			if len(word) > longestWord {
				words[i] = strings.ToValidUTF8(word[:longestWord], "") + "…"
			}
		}
		reason = strings.Join(words, " ")
	}
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, reason)
}
