package shacl

import (
	"fmt"
	"reflect"
)

// TagError is a mistake in the declaration of a struct type: where it is, what stands there, and what would be right.
// [Compile] joins one for each mistake.
type TagError struct {
	// Type is the struct type that declares the field.
	Type reflect.Type
	// Field is the name of the Go field; "_" is the blank field, where a type says what concerns the whole node.
	Field string
	// Tag is the key and value of the struct tag that is wrong, as written; the method EditShape where that made the
	// mistake; empty when a tag is missing.
	Tag string
	// Err says what is wrong and what would be right.
	Err error
}

// Error names type, field and tag, then the reason.
func (e *TagError) Error() string {
	if e.Tag == "" {
		return fmt.Sprintf("%s.%s: %v", e.Type, e.Field, e.Err)
	}
	return fmt.Sprintf("%s.%s: %s: %v", e.Type, e.Field, e.Tag, e.Err)
}

// Unwrap returns the reason.
func (e *TagError) Unwrap() error { return e.Err }
