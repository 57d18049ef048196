package query

import (
	"iter"
	"unicode/utf8"
)

// A Code says which kind of mistake an [Error] is, in the words of the error model (invalidParams[].code).
type Code string

// The codes of this package's mistakes.
const (
	CodeNotAllowedCharacter Code = "notAllowedCharacter" // an encoding that is broken or a character that is not allowed
	CodeMinLength           Code = "minLength"           // an empty value or item
	CodeMaxLength           Code = "maxLength"           // a value that is too long
	CodeMaxItems            Code = "maxItems"            // a list that is too long, or a list where one value is wanted
	CodeUnique              Code = "unique"              // an item that is there twice
	CodeInteger             Code = "integer"             // not a whole number
	CodeMinimum             Code = "minimum"             // a number that is too small
	CodeMaximum             Code = "maximum"             // a number that is too large
	CodeWildcard            Code = "wildcard"            // a wildcard in the wrong place, or too little beside it
)

// An Error is one mistake in a query.
type Error struct {
	// Param is the name of the parameter, decoded as far as it can be. It is empty when the query as a whole is wrong,
	// and when the function that returns the error was given a value alone.
	Param string
	// Code is the kind of mistake.
	Code Code
	// Value is the part of the value that is wrong, as far as there is one.
	Value string
	// Limit is the parameter of the rule that is broken: the bound, the length, the number of items, the wildcard. It is empty
	// when the code says it all.
	Limit string
	// Detail says in English what is wrong and what would be right, without the name of the parameter.
	Detail string
}

// Error returns the parameter and the detail.
func (e *Error) Error() string {
	if e.Param == "" {
		return e.Detail
	}
	return shorten(e.Param) + ": " + e.Detail
}

// All yields every single mistake in an error of this package: its parts when it is joined, else itself. A nil error
// yields nothing.
func All(err error) iter.Seq[error] {
	return func(yield func(error) bool) {
		if err == nil {
			return
		}
		joined, ok := err.(interface{ Unwrap() []error })
		if !ok {
			yield(err)
			return
		}
		for _, part := range joined.Unwrap() {
			for mistake := range All(part) {
				if !yield(mistake) {
					return
				}
			}
		}
	}
}

// longest is how many bytes of a client's text a message repeats.
const longest = 80

// shorten returns s as far as a message repeats it.
func shorten(s string) string {
	if len(s) <= longest {
		return s
	}
	end := longest
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
