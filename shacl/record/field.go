package record

import (
	"reflect"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Field is a property of a struct type: its JSON key, the kind of its values, and where they lie.
type Field struct {
	// Name is the name of the Go field, Key the JSON key.
	Name, Key string
	// Tag is the field's struct tag; each room reads its own keys of it.
	Tag reflect.StructTag
	// Go is the declared type, Value the type of one value: Go without pointer and slice.
	Go, Value reflect.Type
	// Kind is the kind of one value.
	Kind Kind
	// Many says that the field is a slice: it may have any number of values.
	Many bool
	// Identifier says that the value names the node itself (`ld:"@id"`).
	Identifier bool
	// Node is the layout of a nested struct (KindNode).
	Node *Type
	// Tokens are the values of an enumeration (KindToken).
	Tokens []Token
	// Target is the struct type that a reference refers to (KindRef).
	Target reflect.Type
	// WhenTrue says that a boolean counts as absent when it is false.
	WhenTrue bool

	offset    uintptr
	size      uintptr
	bits      uint8
	clock     bool // a KindDateTime that is a time.Time
	placement placement
}

// placement says how the values of a field are reached from its record.
type placement uint8

const (
	placedDirectly placement = iota
	placedBehindPointer
	placedInSlice
	placedInSliceOfPointers
)

// slice is the memory layout of a Go slice.
type slice struct {
	data unsafe.Pointer
	len  int
	_    int
}

// Optional says that the field is a pointer: its value, also a zero one, is present when the pointer is not nil.
func (f *Field) Optional() bool { return f.placement == placedBehindPointer }

// Len returns how many values the property has in a record: 0 when it is absent.
func (f *Field) Len(record unsafe.Pointer) int {
	p := unsafe.Add(record, f.offset)
	switch f.placement {
	case placedInSlice, placedInSliceOfPointers:
		return (*slice)(p).len
	case placedBehindPointer:
		if p = *(*unsafe.Pointer)(p); p == nil {
			return 0
		}
		if f.Kind == KindLangString {
			return len(*(*literal.LangString)(p))
		}
		if f.empty(p) {
			return 0
		}
		return 1
	case placedDirectly:
	}
	switch f.Kind {
	case KindLangString:
		return len(*(*literal.LangString)(p))
	case KindNode:
		if !f.Node.present(p) {
			return 0
		}
	case KindString:
		if *(*string)(p) == "" {
			return 0
		}
	default:
		if f.empty(p) {
			return 0
		}
	}
	return 1
}

// empty says that the memory of a value holds none: the zero value of a type that has no value to show for it.
func (f *Field) empty(value unsafe.Pointer) bool {
	switch f.Kind {
	case KindToken, KindRef, KindDecimal:
		return *(*string)(value) == ""
	case KindDate:
		return (*literal.Date)(value).IsZero()
	case KindDateTime:
		if f.clock {
			return (*time.Time)(value).IsZero()
		}
		return (*literal.DateTime)(value).IsZero()
	case KindTime:
		return (*literal.Time)(value).IsZero()
	case KindGYear:
		return (*literal.GYear)(value).IsZero()
	case KindBool:
		return f.WhenTrue && !*(*bool)(value)
	default:
		return false
	}
}

// present says whether any property of a node has a value. A node without one would be an empty object.
func (t *Type) present(record unsafe.Pointer) bool {
	for _, f := range t.Fields {
		if f.Len(record) > 0 {
			return true
		}
	}
	return false
}

// At returns a pointer to value i of the property, 0 ≤ i < Len. It is nil for an element of a slice that is no value: a nil
// pointer, a zero date, time, year, decimal, token or reference. The value of a language string is its i-th
// [literal.LangValue].
func (f *Field) At(record unsafe.Pointer, i int) unsafe.Pointer {
	p := unsafe.Add(record, f.offset)
	switch f.placement {
	case placedInSlice:
		return f.element(unsafe.Add((*slice)(p).data, uintptr(i)*f.size))
	case placedInSliceOfPointers:
		return f.element(*(*unsafe.Pointer)(unsafe.Add((*slice)(p).data, uintptr(i)*unsafe.Sizeof(p))))
	case placedBehindPointer:
		p = *(*unsafe.Pointer)(p)
	case placedDirectly:
	}
	if f.Kind == KindLangString {
		return unsafe.Pointer(&(*(*literal.LangString)(p))[i]) //nolint:gosec // i is in range
	}
	return p
}

// element is a value in a slice, nil if it is none.
func (f *Field) element(value unsafe.Pointer) unsafe.Pointer {
	if value == nil || f.empty(value) {
		return nil
	}
	return value
}

// String reads a value of KindString, KindToken, KindRef or KindDecimal.
func String(value unsafe.Pointer) string { return *(*string)(value) }

// Bool reads a value of KindBool.
func Bool(value unsafe.Pointer) bool { return *(*bool)(value) }

// Date reads a value of KindDate.
func Date(value unsafe.Pointer) literal.Date { return *(*literal.Date)(value) }

// Time reads a value of KindTime.
func Time(value unsafe.Pointer) literal.Time { return *(*literal.Time)(value) }

// GYear reads a value of KindGYear.
func GYear(value unsafe.Pointer) literal.GYear { return *(*literal.GYear)(value) }

// LangValue reads a value of KindLangString.
func LangValue(value unsafe.Pointer) *literal.LangValue { return (*literal.LangValue)(value) }

// DateTime reads a value of KindDateTime, whichever of the two Go types holds it. An absent one is the zero time.
func (f *Field) DateTime(value unsafe.Pointer) time.Time {
	if f.clock {
		return *(*time.Time)(value)
	}
	return (*literal.DateTime)(value).Time()
}

// Int reads a value of KindInt.
func (f *Field) Int(value unsafe.Pointer) int64 {
	switch f.bits {
	case 8:
		return int64(*(*int8)(value))
	case 16:
		return int64(*(*int16)(value))
	case 32:
		return int64(*(*int32)(value))
	default:
		return *(*int64)(value)
	}
}

// Uint reads a value of KindUint.
func (f *Field) Uint(value unsafe.Pointer) uint64 {
	switch f.bits {
	case 8:
		return uint64(*(*uint8)(value))
	case 16:
		return uint64(*(*uint16)(value))
	case 32:
		return uint64(*(*uint32)(value))
	default:
		return *(*uint64)(value)
	}
}

// Float reads a value of KindFloat. A float32 is the number that its shortest decimal form says: see [literal.Widen].
func (f *Field) Float(value unsafe.Pointer) float64 {
	if f.bits == 32 {
		return literal.Widen(*(*float32)(value))
	}
	return *(*float64)(value)
}
