package store

import (
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// ValueOf returns the first value of a property in a resource, or the absent value: its place in an order. The resource
// points to a value of the struct type that the property's class declares. It does not allocate.
func ValueOf(p *hydra.Property, resource unsafe.Pointer) (v Value) {
	Each(p, resource, func(first Value) bool {
		v = first
		return false
	})
	return v
}

// Each calls yield with every value of a property in a resource until yield returns false, and returns false then.
// Whatever has many values on the way is entered: "authors.name" yields the names of all authors. Equal values are
// yielded as often as they are there. It does not allocate.
func Each(p *hydra.Property, resource unsafe.Pointer, yield func(Value) bool) bool {
	return each(p.Steps, resource, yield)
}

// ManyValued says that a resource may have more than one value of a property: a list on the way, or a language string.
func ManyValued(p *hydra.Property) bool {
	for _, step := range p.Steps {
		if step.Field.Many || step.Field.Kind == record.KindLangString {
			return true
		}
	}
	return false
}

func each(steps []*shacl.Property, node unsafe.Pointer, yield func(Value) bool) bool {
	field := steps[0].Field
	for i := range field.Len(node) {
		at := field.At(node, i)
		if at == nil {
			continue
		}
		if len(steps) > 1 {
			if !each(steps[1:], at, yield) {
				return false
			}
			continue
		}
		if v := read(field, at); !v.IsAbsent() && !yield(v) {
			return false
		}
	}
	return true
}

// read reads one value of a field.
func read(f *record.Field, at unsafe.Pointer) Value {
	switch f.Kind {
	case record.KindString, record.KindToken, record.KindRef:
		return Text(record.String(at))
	case record.KindLangString:
		return Text(record.LangValue(at).Value)
	case record.KindDecimal:
		return Value{kind: record.KindDecimal, text: record.String(at)}
	case record.KindBool:
		return Bool(record.Bool(at))
	case record.KindInt:
		return Int(f.Int(at))
	case record.KindUint:
		return Uint(f.Uint(at))
	case record.KindFloat:
		return Float(f.Float(at))
	case record.KindDate:
		return Date(record.Date(at))
	case record.KindDateTime:
		return DateTime(f.DateTime(at))
	case record.KindTime:
		return Time(record.Time(at))
	case record.KindGYear:
		return GYear(record.GYear(at))
	default:
		return Value{} // a nested node has no value of its own
	}
}
