// Package record reads the values of Go structs that declare linked-data resources.
//
// It answers two questions once, when a program starts: which fields of a struct type carry properties, and where in
// memory do their values lie. What it returns is used for every value afterwards, without reflection and without
// allocating: validation, representations, filters and indexes all walk the same [Type].
//
//	typ, err := record.Of(reflect.TypeFor[Event]())
//	field := typ.Field("name")
//	for i := range field.Len(p) {
//		names = append(names, record.String(field.At(p, i)))
//	}
//
// In goes a struct type whose fields carry `json` keys; out comes a [Type] with one [Field] for each of them. The package
// knows keys, kinds and absence. It knows no IRIs, no constraints and no syntax: those are the business of package shacl
// and the rooms above it.
//
// # Absence
//
// A property is absent when its field is a nil pointer, a zero string, [literal.Date], [literal.DateTime], [time.Time],
// [literal.Time], [literal.GYear], [literal.Decimal] or reference, or an empty slice or language string; a nested struct
// is absent when all its properties are. Numbers and booleans are always present: use a pointer where their absence
// matters. [Field.Len] is the one place that decides this.
//
// An element of a slice that is a nil pointer, or the zero value of one of these types other than string, is no value, as
// null in a JSON-LD array is none: [Field.Len] counts it, since it has a place in the slice, and [Field.At] returns nil for
// it, which a reader passes over. A pointer to such a zero value is an absent property.
//
// # Safety
//
// The readers take pointers to records as [unsafe.Pointer]. A pointer must point to a value of the struct type that the
// field's [Type] was made of; the value must not be written to at the same time. [Type] and [Field] are immutable and
// safe for concurrent use.
package record
