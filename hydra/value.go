package hydra

import (
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// The value types of a declaration, so that a resource's file needs one import. Package literal describes them.
type (
	// LangString is text in several languages, one value for each.
	LangString = literal.LangString
	// LangValue is one value of a LangString.
	LangValue = literal.LangValue
	// Date is a day, xsd:date.
	Date = literal.Date
	// DateTime is an instant, xsd:dateTime, written in UTC.
	DateTime = literal.DateTime
	// Time is a time of day, xsd:time.
	Time = literal.Time
	// GYear is a year, xsd:gYear.
	GYear = literal.GYear
	// Decimal is an exact number, xsd:decimal, a string in JSON.
	Decimal = literal.Decimal
	// Token is one value of an enumeration: its word in JSON and its IRI.
	Token = record.Token
)

// Ref is a link to a resource of the class declared for T, by that resource's identifier. In JSON-LD it is the
// resource's IRI; the empty Ref is absent.
type Ref[T any] struct {
	ID string
}

// ReferenceTo names the struct type referred to; it makes Ref a [record.Reference].
func (Ref[T]) ReferenceTo() any { return (*T)(nil) }

// MarshalText returns the identifier.
func (r Ref[T]) MarshalText() ([]byte, error) { return []byte(r.ID), nil }

// UnmarshalText takes the identifier.
func (r *Ref[T]) UnmarshalText(text []byte) error {
	r.ID = string(text)
	return nil
}
