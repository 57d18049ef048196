package openapi

import (
	"maps"
	"math"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// shaclExtension begins the names of the vendor extensions that say what OpenAPI 2.0 has no word for, or what is advice
// rather than a rule; the rest of the name is SHACL's.
const shaclExtension = "x-sh-"

// constraints are those of one property. Those that a word of OpenAPI 2.0 says go into a schema; what is left becomes
// vendor extensions.
type constraints struct {
	shape *shacl.PropertyShape
	field *record.Field
	// rule says that a violation makes a value invalid. Otherwise (a warning) everything is left.
	rule bool
	left map[string]any
}

// newConstraints notes the constraints of a property; there are none when its shape, or that of the node, is deactivated.
func newConstraints(p *shacl.Property, deactivated bool) *constraints {
	c := &constraints{shape: p.Shape, field: p.Field, left: map[string]any{}}
	if c.shape == nil || c.shape.Deactivated || deactivated {
		c.shape = &shacl.PropertyShape{MaxCount: shacl.Unbounded}
	}
	c.rule = c.shape.Severity == "" || c.shape.Severity == vocab.SHViolation
	c.leave()
	return c
}

// leave notes all constraints; the methods that can say one take it away.
func (c *constraints) leave() {
	s := c.shape
	if s.MinCount > 0 {
		c.left["minCount"] = s.MinCount
	}
	if s.MaxCount != shacl.Unbounded && (c.field.Many || c.field.Kind == record.KindLangString) {
		c.left["maxCount"] = s.MaxCount
	}
	if s.MinLength > 0 {
		c.left["minLength"] = s.MinLength
	}
	if s.MaxLength > 0 {
		c.left["maxLength"] = s.MaxLength
	}
	for name, text := range map[string]string{
		"pattern": s.Pattern, "flags": s.Flags, "equals": s.Equals, "disjoint": s.Disjoint, "lessThan": s.LessThan,
		"lessThanOrEquals": s.LessThanOrEquals,
	} {
		if text != "" {
			c.left[name] = text
		}
	}
	for name, bound := range map[string]*rdf.Term{
		"minInclusive": s.MinInclusive, "maxInclusive": s.MaxInclusive, "minExclusive": s.MinExclusive, "maxExclusive": s.MaxExclusive,
	} {
		if bound != nil {
			c.left[name] = bound.Value // the lexical form, since JSON would round a large number
		}
	}
	for name, terms := range map[string][]rdf.Term{"in": s.In, "hasValue": s.HasValue} {
		if len(terms) > 0 {
			c.left[name] = c.values(terms)
		}
	}
	if len(s.LanguageIn) > 0 {
		c.left["languageIn"] = s.LanguageIn
	}
	if s.Class != "" && c.field.Kind != record.KindNode {
		c.left["class"] = string(s.Class)
	}
	if !c.rule {
		c.left["severity"] = string(s.Severity)
	}
}

// take says that a constraint is a rule that the caller's schema says.
func (c *constraints) take(name string) bool {
	if _, declared := c.left[name]; !declared || !c.rule {
		return false
	}
	delete(c.left, name)
	return true
}

// required says that the property must have a value. It does not take the constraint away.
func (c *constraints) required() bool { return c.rule && c.shape.MinCount > 0 }

// onValue says what holds for each value.
func (c *constraints) onValue(s *openapi3.Schema) {
	if c.field.Kind == record.KindLangString {
		inner := s.AdditionalProperties.Schema.Value
		inner.MinLength, inner.MaxLength, inner.Pattern = c.text("")
		return
	}
	c.bounds(s)
	s.MinLength, s.MaxLength, s.Pattern = c.text(s.Pattern)
	if c.take("in") {
		s.Enum = c.values(c.shape.In)
	} else {
		c.dropImpliedIn()
	}
}

// dropImpliedIn forgets the list of an enumeration, whose tokens the type says anyway.
func (c *constraints) dropImpliedIn() {
	if c.field.Kind == record.KindToken && len(c.shape.In) == len(c.field.Tokens) {
		delete(c.left, "in")
	}
}

// text says what holds for the characters of a text, which match a pattern anyway. A pattern with flags is none that OpenAPI has: without them it would
// refuse what is right.
func (c *constraints) text(implied string) (minLength uint64, maxLength *uint64, pattern string) {
	pattern = implied
	if c.take("minLength") {
		minLength = uint64(max(0, c.shape.MinLength))
	}
	if c.take("maxLength") {
		maxLength = count(c.shape.MaxLength)
	}
	if c.shape.Flags == "" && c.take("pattern") {
		pattern = c.shape.Pattern
	}
	return minLength, maxLength, pattern
}

// bounds says between which numbers a value lies. The bounds of what JSON writes as strings are left.
func (c *constraints) bounds(s *openapi3.Schema) {
	lower := func(name string, bound *rdf.Term, exclusive bool) {
		if n, ok := c.number(bound); ok && c.take(name) && (s.Min == nil || n > *s.Min || n == *s.Min && exclusive) {
			s.Min, s.ExclusiveMin = &n, beyond(exclusive)
		}
	}
	upper := func(name string, bound *rdf.Term, exclusive bool) {
		if n, ok := c.number(bound); ok && c.take(name) && (s.Max == nil || n < *s.Max || n == *s.Max && exclusive) {
			s.Max, s.ExclusiveMax = &n, beyond(exclusive)
		}
	}
	lower("minInclusive", c.shape.MinInclusive, false)
	lower("minExclusive", c.shape.MinExclusive, true)
	upper("maxInclusive", c.shape.MaxInclusive, false)
	upper("maxExclusive", c.shape.MaxExclusive, true)
}

// beyond says whether a bound itself is outside.
func beyond(exclusive bool) openapi3.ExclusiveBound {
	if !exclusive {
		return openapi3.ExclusiveBound{}
	}
	return openapi3.ExclusiveBound{Bool: &exclusive}
}

// number is a bound of a JSON number that a float64 holds exactly enough: integers from 2^53 on are none.
func (c *constraints) number(bound *rdf.Term) (float64, bool) {
	if bound == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(bound.Value, 64)
	switch c.field.Kind {
	case record.KindInt, record.KindUint:
		return n, err == nil && math.Abs(n) < exactly
	case record.KindFloat:
		return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
	default:
		return 0, false
	}
}

// onSingle says what holds for a property with one value. That it is required is said by the object.
func (c *constraints) onSingle(s *openapi3.Schema, input bool) {
	c.take("minCount")
	if len(c.shape.HasValue) == 1 && c.take("hasValue") {
		s.Enum = c.values(c.shape.HasValue)
	}
	if input && c.required() && c.field.Kind == record.KindString && s.MinLength == 0 {
		s.MinLength = 1 // an empty string is an absent one
	}
	c.defaultValue(s, input)
}

// onArray says how many values there are. Counts are over distinct values, which is as good as over all of them: in a graph
// a value is there once.
func (c *constraints) onArray(s *openapi3.Schema) {
	if c.take("minCount") {
		s.MinItems = uint64(max(0, c.shape.MinCount))
	}
	if c.take("maxCount") {
		s.MaxItems = count(c.shape.MaxCount)
	}
}

// onLanguageMap says how many languages there are.
func (c *constraints) onLanguageMap(s *openapi3.Schema) {
	if c.take("minCount") {
		s.MinProps = uint64(max(0, c.shape.MinCount))
	}
	if c.take("maxCount") {
		s.MaxProps = count(c.shape.MaxCount)
	}
}

// defaultValue belongs to what is written: a property that is missing in an answer has not got it.
func (c *constraints) defaultValue(s *openapi3.Schema, input bool) {
	if input && c.shape.DefaultValue != nil {
		s.Default = c.value(*c.shape.DefaultValue)
	}
}

// annotate writes what is left into a schema.
func (c *constraints) annotate(s *openapi3.Schema) {
	for name, v := range c.left {
		extend(s, shaclExtension+name, v)
	}
	maps.DeleteFunc(c.left, func(string, any) bool { return true })
}

func (c *constraints) values(terms []rdf.Term) []any {
	out := make([]any, len(terms))
	for i, t := range terms {
		out[i] = c.value(t)
	}
	return out
}

// value is a term as the JSON of the property has it.
func (c *constraints) value(t rdf.Term) any {
	switch c.field.Kind {
	case record.KindToken:
		for _, token := range c.field.Tokens {
			if token.IRI == t.IRI() {
				return token.Name
			}
		}
	case record.KindBool:
		return t.Value == "true" || t.Value == "1"
	case record.KindInt:
		if n, err := strconv.ParseInt(t.Value, 10, 64); err == nil {
			return n
		}
	case record.KindUint:
		if n, err := strconv.ParseUint(t.Value, 10, 64); err == nil {
			return n
		}
	case record.KindFloat:
		if n, err := strconv.ParseFloat(t.Value, 64); err == nil && !math.IsInf(n, 0) && !math.IsNaN(n) {
			return n
		}
	case record.KindLangString:
		return t.Value + "@" + t.Lang
	default:
	}
	return t.Value
}

func count(n int) *uint64 {
	u := uint64(max(0, n))
	return &u
}
