package shacl

import (
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// step validates one property of a record. It is compiled once and only read afterwards.
type step struct {
	schema   *Schema
	property *Property
	field    *record.Field
	shape    *PropertyShape
	// checks are applied to each value.
	checks []check
	// has holds a matcher for each value of sh:hasValue.
	has []func(unsafe.Pointer) bool
	// pairs compare the values with those of another property.
	pairs []pair
	// same compares two values as terms; it is nil for scalars.
	same func(a, b unsafe.Pointer) bool
	// key is a value as a string to compare many values by; nil when there is none.
	key func(unsafe.Pointer) string
	// node is the schema of nested values.
	node *Schema
}

// check is one constraint on a single value.
type check struct {
	component vocab.IRI
	holds     func(value unsafe.Pointer) bool
}

// plan compiles the steps of a schema. All shapes are checked when it runs.
func (s *Schema) plan() {
	if s.shape.Deactivated {
		return
	}
	for _, p := range s.properties {
		if p.Shape == nil || p.Shape.Deactivated {
			continue
		}
		s.steps = append(s.steps, s.step(p))
	}
}

func (s *Schema) step(p *Property) step {
	f, shape := p.Field, p.Shape
	st := step{schema: s, property: p, field: f, shape: shape, node: p.Node}
	if f.Many || f.Kind == record.KindLangString {
		st.same, st.key = sameTerm(f, f), termKey(f)
	}
	st.checks = valueChecks(p)
	for _, t := range shape.HasValue {
		st.has = append(st.has, matcher(f, t))
	}
	st.pairs = s.pairs(p)
	return st
}

// valueChecks compiles the constraints on single values. What a value is comes first: the others presume it.
func valueChecks(p *Property) []check {
	f, shape := p.Field, p.Shape
	var checks []check
	add := func(component vocab.IRI, holds func(unsafe.Pointer) bool) {
		if holds != nil {
			checks = append(checks, check{component, holds})
		}
	}
	component, holds := wellFormed(p)
	add(component, holds)
	if shape.MinLength > 0 {
		add(vocab.SHMinLengthConstraintComponent, minLength(f, shape.MinLength))
	}
	if shape.MaxLength > 0 {
		add(vocab.SHMaxLengthConstraintComponent, maxLength(f, shape.MaxLength))
	}
	if p.expression != nil {
		text := textOf(f)
		add(vocab.SHPatternConstraintComponent, func(v unsafe.Pointer) bool { return p.expression.MatchString(text(v)) })
	}
	if shape.LanguageIn != nil {
		add(vocab.SHLanguageInConstraintComponent, func(v unsafe.Pointer) bool {
			return literal.MatchLanguage(record.LangValue(v).Lang, shape.LanguageIn)
		})
	}
	if shape.MinInclusive != nil {
		order := comparerTo(p, *shape.MinInclusive)
		add(vocab.SHMinInclusiveConstraintComponent, func(v unsafe.Pointer) bool { o, ok := order(v); return ok && o >= 0 })
	}
	if shape.MinExclusive != nil {
		order := comparerTo(p, *shape.MinExclusive)
		add(vocab.SHMinExclusiveConstraintComponent, func(v unsafe.Pointer) bool { o, ok := order(v); return ok && o > 0 })
	}
	if shape.MaxInclusive != nil {
		order := comparerTo(p, *shape.MaxInclusive)
		add(vocab.SHMaxInclusiveConstraintComponent, func(v unsafe.Pointer) bool { o, ok := order(v); return ok && o <= 0 })
	}
	if shape.MaxExclusive != nil {
		order := comparerTo(p, *shape.MaxExclusive)
		add(vocab.SHMaxExclusiveConstraintComponent, func(v unsafe.Pointer) bool { o, ok := order(v); return ok && o < 0 })
	}
	if shape.In != nil {
		add(vocab.SHInConstraintComponent, among(f, shape.In))
	}
	return checks
}
