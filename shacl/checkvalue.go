package shacl

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// checkBounds checks minInclusive, maxInclusive, minExclusive and maxExclusive.
func (k *checker) checkBounds() {
	p := k.p
	bounds := []*rdf.Term{p.MinInclusive, p.MinExclusive, p.MaxInclusive, p.MaxExclusive}
	if !slices.ContainsFunc(bounds, func(b *rdf.Term) bool { return b != nil }) {
		return
	}
	if !k.ordered() {
		k.fail("sh", "bounds: %s has no order that they could bound: use a number, a date or a time", an(k.kind()))
		return
	}
	for _, b := range bounds {
		if b != nil {
			if err := k.normalize(b); err != nil {
				k.fail("sh", "a bound: %w", err)
				return
			}
		}
	}
	switch {
	case p.MinInclusive != nil && p.MinExclusive != nil:
		k.fail("sh", "minInclusive and minExclusive: declare one lower bound")
		return
	case p.MaxInclusive != nil && p.MaxExclusive != nil:
		k.fail("sh", "maxInclusive and maxExclusive: declare one upper bound")
		return
	}
	low, high := either(p.MinInclusive, p.MinExclusive), either(p.MaxInclusive, p.MaxExclusive)
	if low == nil || high == nil {
		return
	}
	order, ok := literal.Compare(low.Datatype, low.Value, high.Datatype, high.Value)
	open := p.MinExclusive != nil || p.MaxExclusive != nil
	switch {
	case !ok:
		k.fail("sh", "the bounds %s and %s can't be compared with each other", low.Value, high.Value)
	case order > 0 || order == 0 && open:
		k.fail("sh", "no value lies between the lower bound %s and the upper bound %s", low.Value, high.Value)
	}
}

func either(a, b *rdf.Term) *rdf.Term {
	if a != nil {
		return a
	}
	return b
}

// ordered says that bounds make sense for the values.
func (k *checker) ordered() bool {
	switch k.f.Kind {
	case record.KindInt, record.KindUint, record.KindFloat, record.KindDate, record.KindDateTime, record.KindTime,
		record.KindGYear, record.KindDecimal:
		return true
	case record.KindString:
		return k.p.NodeKind != vocab.SHIRI && familyOf(k.p.Datatype) == familyOrdered
	default:
		return false
	}
}

// normalize checks that a declared value is one that the property can have, and gives it the form that the values have.
func (k *checker) normalize(t *rdf.Term) error {
	switch k.f.Kind {
	case record.KindNode, record.KindRef:
		return fmt.Errorf("the values of %s can't be listed", an(k.f.Kind.String()))
	case record.KindToken:
		if !slices.ContainsFunc(k.f.Tokens, func(token record.Token) bool { return *t == rdf.NewIRI(token.IRI) }) {
			return fmt.Errorf("<%s> is the IRI of no token of %s", t.Value, k.f.Value)
		}
		return nil
	case record.KindLangString:
		if t.Kind != rdf.Literal || t.Datatype != vocab.RDFLangString {
			return fmt.Errorf("%q is no text in a language", t.Value)
		}
		return literal.CheckLanguageTag(t.Lang)
	default:
	}
	if k.p.NodeKind == vocab.SHIRI {
		if t.Kind != rdf.IRI {
			return fmt.Errorf("%q is no IRI", t.Value)
		}
		return vocab.CheckURI(t.Value)
	}
	if t.Kind != rdf.Literal || t.Datatype != k.p.Datatype {
		return fmt.Errorf("%q is a %s of datatype %s, not a literal of %s", t.Value, t.Kind, message.Name(t.Datatype), message.Name(k.p.Datatype))
	}
	form, err := canonical(k.f, k.p.Datatype, t.Value)
	if err == nil {
		t.Value = form
	}
	return err
}

// checkValues checks in, hasValue and defaultValue against the datatype and the other constraints.
func (k *checker) checkValues() {
	p := k.p
	if p.In != nil && len(p.In) == 0 {
		k.fail("sh", "in: the list is empty: no value could be in it")
	}
	k.checkList("in", p.In)
	k.checkList("hasValue", p.HasValue)
	if n := len(p.HasValue); p.MaxCount != Unbounded && n > p.MaxCount {
		k.fail("sh", "hasValue: %d values must be present, but maxCount is %d", n, p.MaxCount)
	}
	if p.DefaultValue != nil {
		k.checkValue("defaultValue", p.DefaultValue)
	}
	for _, v := range append(slices.Clone(p.HasValue), orNone(p.DefaultValue)...) {
		if p.In != nil && !slices.Contains(p.In, v) {
			k.fail("sh", "hasValue, defaultValue: %q is not among the values of in", v.Value)
		}
	}
}

func orNone(t *rdf.Term) []rdf.Term {
	if t == nil {
		return nil
	}
	return []rdf.Term{*t}
}

func (k *checker) checkList(name string, terms []rdf.Term) {
	for i := range terms {
		k.checkValue(name, &terms[i])
		if slices.Contains(terms[:i], terms[i]) {
			k.fail("sh", "%s: %q stands twice", name, terms[i].Value)
		}
	}
}

// checkValue checks one declared value as one of a record will be checked.
func (k *checker) checkValue(name string, t *rdf.Term) {
	if err := k.normalize(t); err != nil {
		k.fail("sh", "%s: %w", name, err)
		return
	}
	if reason := k.excluded(t); reason != "" {
		k.fail("sh", "%s: %q %s", name, t.Value, reason)
	}
}

// excluded says which constraint of the property excludes a value.
func (k *checker) excluded(t *rdf.Term) string {
	p := k.p
	if k.textual() {
		n := utf8.RuneCountInString(t.Value)
		switch {
		case n < p.MinLength:
			return fmt.Sprintf("is shorter than minLength %d", p.MinLength)
		case p.MaxLength > 0 && n > p.MaxLength:
			return fmt.Sprintf("is longer than maxLength %d", p.MaxLength)
		case k.expression != nil && !k.expression.MatchString(t.Value):
			return "does not match the pattern"
		case p.LanguageIn != nil && !literal.MatchLanguage(t.Lang, p.LanguageIn):
			return "is not in a language of languageIn"
		}
	}
	for _, b := range [...]struct {
		name  string
		bound *rdf.Term
		holds func(order int) bool
	}{
		{"minInclusive", p.MinInclusive, func(o int) bool { return o >= 0 }},
		{"minExclusive", p.MinExclusive, func(o int) bool { return o > 0 }},
		{"maxInclusive", p.MaxInclusive, func(o int) bool { return o <= 0 }},
		{"maxExclusive", p.MaxExclusive, func(o int) bool { return o < 0 }},
	} {
		if b.bound == nil {
			continue
		}
		if order, ok := literal.Compare(t.Datatype, t.Value, b.bound.Datatype, b.bound.Value); !ok || !b.holds(order) {
			return fmt.Sprintf("is outside %s %s", b.name, b.bound.Value)
		}
	}
	return ""
}
