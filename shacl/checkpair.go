package shacl

import (
	"slices"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// checkPairs checks the constraints that name another property: equals, disjoint, lessThan and lessThanOrEquals.
func (k *checker) checkPairs() {
	p := k.p
	k.checkPair("equals", p.Equals, comparableTerms)
	k.checkPair("disjoint", p.Disjoint, comparableTerms)
	k.checkPair("lessThan", p.LessThan, comparableOrder)
	k.checkPair("lessThanOrEquals", p.LessThanOrEquals, comparableOrder)
	if p.Equals != "" && p.Equals == p.Disjoint {
		k.fail("sh", "equals and disjoint name the same property: only a record without both could satisfy them")
	}
	if p.LessThan != "" && p.LessThan == p.LessThanOrEquals {
		k.fail("sh", "lessThan and lessThanOrEquals name the same property: declare one of them")
	}
	if p.LessThan != "" && p.LessThan == p.Equals {
		k.fail("sh", "lessThan and equals name the same property: no values could satisfy both")
	}
	if other := k.schema.byKey[p.LessThan]; other != nil && other.Shape != nil && other != k.schema.byKey[p.Key] &&
		(other.Shape.LessThan == p.Key || other.Shape.LessThanOrEquals == p.Key) {
		k.fail("sh", "lessThan: %s is declared to come before %s: no values could satisfy both", p.LessThan, p.Key)
	}
}

// checkPair checks that the other property exists and can be compared.
func (k *checker) checkPair(name, key string, alike func(a, b *Property) bool) {
	if key == "" {
		return
	}
	ordering := name == "lessThan" || name == "lessThanOrEquals"
	this := k.schema.byKey[k.p.Key]
	other := k.schema.byKey[key]
	switch {
	case other == nil:
		var known []string
		for _, property := range k.schema.properties {
			if property != this {
				known = append(known, property.Field.Key)
			}
		}
		slices.Sort(known)
		k.fail("sh", "%s: the node has no property %q%s; it has %s", name, key, didYouMean(key, known), words(known))
	case other == this:
		k.fail("sh", "%s: names its own property %q", name, key)
	case other.Shape == nil:
		k.fail("sh", "%s: %q is the identifier of a nested node and no property", name, key)
	case ordering && this.Field.Many && other.Field.Many:
		k.fail("sh", "%s: %q and %q both have many values: one of them must be a single value", name, k.p.Key, key)
	case !alike(this, other):
		k.fail("sh", "%s: the values of %q (%s) and %q (%s) can't be compared", name, k.p.Key, describe(this), key, describe(other))
	}
}

// describe names the values of a property for an error message.
func describe(p *Property) string {
	if p.Shape.Datatype != "" {
		return message.Name(p.Shape.Datatype)
	}
	return p.Field.Kind.String()
}

// comparableTerms says that values of two properties may be the same term.
func comparableTerms(a, b *Property) bool {
	switch {
	case a.Field.Kind == record.KindNode || b.Field.Kind == record.KindNode:
		return false
	case a.Field.Kind == record.KindRef && b.Field.Kind == record.KindRef:
		return a.Field.Target == b.Field.Target
	case a.Field.Kind == record.KindToken && b.Field.Kind == record.KindToken:
		return a.Field.Value == b.Field.Value
	}
	return sameKind(a.Field.Kind, b.Field.Kind) && a.Shape.Datatype == b.Shape.Datatype && a.Shape.NodeKind == b.Shape.NodeKind
}

// comparableOrder says that values of two properties may be ordered.
func comparableOrder(a, b *Property) bool {
	switch a.Field.Kind {
	case record.KindString:
		if b.Field.Kind != record.KindString || a.Shape.Datatype != b.Shape.Datatype || a.Shape.NodeKind == vocab.SHIRI {
			return false
		}
		f := familyOf(a.Shape.Datatype)
		return f == familyOrdered || f == familyText && a.Shape.Datatype == vocab.XSDString
	case record.KindInt, record.KindUint, record.KindFloat, record.KindDate, record.KindDateTime, record.KindTime,
		record.KindGYear, record.KindDecimal:
		return sameKind(a.Field.Kind, b.Field.Kind)
	default:
		return false
	}
}

// sameKind says that values of two kinds have a common form: both kinds of integers do.
func sameKind(a, b record.Kind) bool {
	if a == record.KindUint {
		a = record.KindInt
	}
	if b == record.KindUint {
		b = record.KindInt
	}
	return a == b
}
