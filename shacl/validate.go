package shacl

import (
	"errors"
	"fmt"
	"reflect"
	"unsafe"
)

// The limits of one validation. A record within them is validated completely.
const (
	// MaxDepth is how deep nested structs are followed. A record that is nested deeper, as one that contains itself is, does
	// not conform.
	MaxDepth = 64
	// MaxResults is how many results a report holds; [Report.Truncated] tells when there were more.
	MaxResults = 1000
	// maxNodes bounds the work for structs that share their parts.
	maxNodes = 1_000_000
)

// Validate validates a record, given as a pointer to the schema's struct type. The report is nil when the record conforms;
// nothing is allocated then. The error says that the value is no such pointer, or nil.
//
// The record must not be written to at the same time; schemas are safe for concurrent use.
func (s *Schema) Validate(pointer any) (*Report, error) {
	v := reflect.ValueOf(pointer)
	if !v.IsValid() || v.Type() != s.pointer {
		return nil, fmt.Errorf("shacl: want a *%s to validate, not a %T", s.layout.Go, pointer)
	}
	if v.IsNil() {
		return nil, fmt.Errorf("shacl: the *%s to validate is nil", s.layout.Go)
	}
	return s.ValidateRecord(v.UnsafePointer()), nil
}

// ValidateRecord is [Schema.Validate] for callers who know that the pointer points to a value of the schema's struct type.
func (s *Schema) ValidateRecord(record unsafe.Pointer) *Report {
	var c collector
	s.walk(record, &c)
	if len(c.results) == 0 {
		return nil
	}
	return &Report{schema: s, results: c.results, truncated: c.truncated}
}

// Validator validates values of one struct type without conversions.
type Validator[T any] struct{ schema *Schema }

// NewValidator returns a validator for T by a schema that was compiled from T; any other is an error.
func NewValidator[T any](s *Schema) (Validator[T], error) {
	if s == nil {
		return Validator[T]{}, errors.New("shacl: there is no schema")
	}
	if t := reflect.TypeFor[T](); t != s.layout.Go {
		return Validator[T]{}, fmt.Errorf("shacl: the schema of %s can't validate a %s", s.layout.Go, t)
	}
	return Validator[T]{s}, nil
}

// Validate returns what is wrong with a value, nil when it conforms. The pointer must not be nil.
func (v Validator[T]) Validate(value *T) *Report {
	return v.schema.ValidateRecord(unsafe.Pointer(value)) //nolint:gosec // the types are the same: see NewValidator
}
