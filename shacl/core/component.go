package core

import (
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// component is a constraint component: what its parameters are called, and how constraints are made of their values. The
// table of all components is [components]; what a later SHACL adds is one more line there.
type component struct {
	iri        vocab.IRI
	parameters []parameter
	// single says that a shape has one value of the only parameter at most.
	single bool
	// propertyOnly says that node shapes can't have it.
	propertyOnly bool
	// compile makes a constraint. It reports false when there is nothing to check, or when a fault was noted.
	compile func(*declaration) (constraint, bool)

	number uint // in the table
}

// parameter is a property that declares a constraint.
type parameter struct {
	predicate vocab.IRI
	optional  bool
}

// one makes the parameters of a component that has one parameter.
func one(predicate vocab.IRI) []parameter { return []parameter{{predicate: predicate}} }

// components are those of SHACL Core ([SHACL 4]), in the order of the specification. All constraints of a shape are checked
// in this order.
//
// [SHACL 4]: https://www.w3.org/TR/shacl/#core-components
func components() []component {
	table := []component{
		{iri: vocab.SHClassConstraintComponent, parameters: one(vocab.SHClass), compile: compileClass},
		{iri: vocab.SHDatatypeConstraintComponent, parameters: one(vocab.SHDatatype), single: true, compile: compileDatatype},
		{iri: vocab.SHNodeKindConstraintComponent, parameters: one(vocab.SHNodeKindProperty), single: true, compile: compileNodeKind},

		{iri: vocab.SHMinCountConstraintComponent, parameters: one(vocab.SHMinCount), single: true, propertyOnly: true, compile: compileMinCount},
		{iri: vocab.SHMaxCountConstraintComponent, parameters: one(vocab.SHMaxCount), single: true, propertyOnly: true, compile: compileMaxCount},

		{iri: vocab.SHMinExclusiveConstraintComponent, parameters: one(vocab.SHMinExclusive), single: true, compile: compileMinExclusive},
		{iri: vocab.SHMinInclusiveConstraintComponent, parameters: one(vocab.SHMinInclusive), single: true, compile: compileMinInclusive},
		{iri: vocab.SHMaxExclusiveConstraintComponent, parameters: one(vocab.SHMaxExclusive), single: true, compile: compileMaxExclusive},
		{iri: vocab.SHMaxInclusiveConstraintComponent, parameters: one(vocab.SHMaxInclusive), single: true, compile: compileMaxInclusive},

		{iri: vocab.SHMinLengthConstraintComponent, parameters: one(vocab.SHMinLength), single: true, compile: compileMinLength},
		{iri: vocab.SHMaxLengthConstraintComponent, parameters: one(vocab.SHMaxLength), single: true, compile: compileMaxLength},
		{iri: vocab.SHPatternConstraintComponent, parameters: []parameter{{vocab.SHPattern, false}, {vocab.SHFlags, true}}, compile: compilePattern},
		{iri: vocab.SHLanguageInConstraintComponent, parameters: one(vocab.SHLanguageIn), single: true, compile: compileLanguageIn},
		{iri: vocab.SHUniqueLangConstraintComponent, parameters: one(vocab.SHUniqueLang), single: true, propertyOnly: true, compile: compileUniqueLang},

		{iri: vocab.SHEqualsConstraintComponent, parameters: one(vocab.SHEquals), compile: compileEquals},
		{iri: vocab.SHDisjointConstraintComponent, parameters: one(vocab.SHDisjoint), compile: compileDisjoint},
		{iri: vocab.SHLessThanConstraintComponent, parameters: one(vocab.SHLessThan), propertyOnly: true, compile: compileLessThan},
		{iri: vocab.SHLessThanOrEqualsConstraintComponent, parameters: one(vocab.SHLessThanOrEquals), propertyOnly: true, compile: compileLessThanOrEquals},

		{iri: vocab.SHNotConstraintComponent, parameters: one(vocab.SHNot), compile: compileNot},
		{iri: vocab.SHAndConstraintComponent, parameters: one(vocab.SHAnd), compile: compileAnd},
		{iri: vocab.SHOrConstraintComponent, parameters: one(vocab.SHOr), compile: compileOr},
		{iri: vocab.SHXoneConstraintComponent, parameters: one(vocab.SHXone), compile: compileXone},

		{iri: vocab.SHNodeConstraintComponent, parameters: one(vocab.SHNode), compile: compileNode},
		{iri: vocab.SHPropertyConstraintComponent, parameters: one(vocab.SHProperty), compile: compileProperty},
		{
			iri: vocab.SHQualifiedMinCountConstraintComponent, propertyOnly: true, compile: compileQualifiedMinCount,
			parameters: []parameter{{vocab.SHQualifiedValueShape, false}, {vocab.SHQualifiedMinCount, false}, {vocab.SHQualifiedValueShapesDisjoint, true}},
		},
		{
			iri: vocab.SHQualifiedMaxCountConstraintComponent, propertyOnly: true, compile: compileQualifiedMaxCount,
			parameters: []parameter{{vocab.SHQualifiedValueShape, false}, {vocab.SHQualifiedMaxCount, false}, {vocab.SHQualifiedValueShapesDisjoint, true}},
		},

		{iri: vocab.SHClosedConstraintComponent, parameters: []parameter{{vocab.SHClosed, false}, {vocab.SHIgnoredProperties, true}}, compile: compileClosed},
		{iri: vocab.SHHasValueConstraintComponent, parameters: one(vocab.SHHasValue), compile: compileHasValue},
		{iri: vocab.SHInConstraintComponent, parameters: one(vocab.SHIn), single: true, compile: compileIn},
	}
	for i := range table {
		table[i].number = uint(i)
	}
	return table
}

// declaration is what one constraint is made of.
type declaration struct {
	*compiler
	shape     *shape
	component *component
	// args are the values of each parameter; of a component with one parameter it is the one value that is compiled.
	args [][]rdf.ID
}

// has says that a parameter has a value.
func (d *declaration) has(i int) bool { return len(d.args[i]) > 0 }

// arg is the value of a parameter.
func (d *declaration) arg(i int) rdf.Term { return d.term(d.args[i][0]) }

// reject notes that the value of a parameter is wrong.
func (d *declaration) reject(i int, format string, args ...any) (constraint, bool) {
	d.fault(d.shape, d.component.parameters[i].predicate, format, args...)
	return constraint{}, false
}

// count reads a parameter that is a number of things.
func (d *declaration) count(i int) (int, bool) {
	t := d.arg(i)
	n, err := strconv.Atoi(t.Value)
	switch order, ok := literal.Compare(t.Datatype, t.Value, vocab.XSDInteger, "0"); {
	case t.Kind != rdf.Literal || !ok || order < 0 || literal.CheckLexical(vocab.XSDInteger, t.Value) != nil:
		d.reject(i, "want an xsd:integer that is not negative, got %s", t)
		return 0, false
	case t.Datatype != vocab.XSDInteger:
		d.warn(d.shape, d.component.parameters[i].predicate, "SHACL wants an xsd:integer, got %s", t)
	}
	if err != nil { // more than there can be
		const most = 1<<31 - 1
		return most, true
	}
	return n, true
}

// property reads a parameter that is a property.
func (d *declaration) property(i int) (vocab.IRI, int, bool) {
	t := d.arg(i)
	if t.Kind != rdf.IRI {
		d.reject(i, "want the IRI of a property, got %s", t)
		return "", 0, false
	}
	return t.IRI(), d.constant(t), true
}

// refer reads a shape that the first parameter names.
func (d *declaration) refer(id rdf.ID) *shape {
	s := d.compiler.shape(id)
	predicate := d.component.parameters[0].predicate
	if predicates, _ := d.graph.Outgoing(id); len(predicates) == 0 && s.term.Kind != rdf.Literal {
		d.warn(d.shape, predicate, "nothing is said about the shape %s, to which everything conforms", d.text(s.term))
	}
	d.shape.refers = append(d.shape.refers, reference{predicate, s})
	return s
}

// members reads a parameter that is a list.
func (d *declaration) members(i int) ([]rdf.ID, bool) {
	members, reason := d.list(d.args[i][0])
	if reason != "" {
		d.reject(i, "want a list: %s", reason)
		return nil, false
	}
	return members, true
}

// terms are the terms of IDs.
func (d *declaration) terms(ids []rdf.ID) []rdf.Term {
	terms := make([]rdf.Term, len(ids))
	for i, id := range ids {
		terms[i] = d.term(id)
	}
	return terms
}

// texts are terms as people read them.
func (d *declaration) texts(terms []rdf.Term) []string {
	texts := make([]string, len(terms))
	for i, t := range terms {
		switch {
		case t.Kind == rdf.Literal && t.Lang == "":
			texts[i] = t.Value
		default:
			texts[i] = d.text(t)
		}
	}
	return texts
}

// constants are the numbers of terms, ascending.
func (d *declaration) constants(terms []rdf.Term) []int {
	numbers := make([]int, len(terms))
	for i, t := range terms {
		numbers[i] = d.constant(t)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}
