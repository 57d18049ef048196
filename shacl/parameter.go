package shacl

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// arity is how many values an item of the `sh` tag takes.
type arity uint8

const (
	noValue arity = iota
	oneValue
	someValues
)

// parameter is one name of the closed grammar of the `sh` tag, and how it is read into a shape.
type parameter struct {
	name  string
	arity arity
	// node says that the name stands on the blank field, for the whole node; field that it stands on a property.
	node, field bool
	// example shows a right use in error messages.
	example string
	// read puts the values into the shape.
	read func(d *declaration, values []string) error
}

// parameters is the closed grammar, in the order in which items are read: what a value is comes before the values.
func parameters() []parameter {
	return []parameter{
		{"datatype", oneValue, false, true, "datatype=xsd:gYearMonth", iri(func(d *declaration) *vocab.IRI { return &d.p.Datatype })},
		{"nodeKind", oneValue, false, true, "nodeKind=IRI", readNodeKind},
		{"class", oneValue, false, true, "class=schema:Place", iri(func(d *declaration) *vocab.IRI { return &d.p.Class })},
		{"minCount", oneValue, false, true, "minCount=1", number(func(d *declaration) *int { return &d.p.MinCount }, 0)},
		{"maxCount", oneValue, false, true, "maxCount=5", number(func(d *declaration) *int { return &d.p.MaxCount }, 1)},
		{"minLength", oneValue, false, true, "minLength=2", number(func(d *declaration) *int { return &d.p.MinLength }, 1)},
		{"maxLength", oneValue, false, true, "maxLength=200", number(func(d *declaration) *int { return &d.p.MaxLength }, 1)},
		{"flags", oneValue, false, true, "flags=i", func(d *declaration, v []string) error {
			d.p.Flags = v[0]
			return nil
		}},
		{"languageIn", someValues, false, true, "languageIn=en|nl", func(d *declaration, v []string) error {
			d.p.LanguageIn = v
			return nil
		}},
		{"uniqueLang", noValue, false, true, "uniqueLang", func(d *declaration, _ []string) error {
			d.p.UniqueLang = true
			return nil
		}},
		{"minInclusive", oneValue, false, true, "minInclusive=0", bound(func(d *declaration) **rdf.Term { return &d.p.MinInclusive })},
		{"maxInclusive", oneValue, false, true, "maxInclusive=100", bound(func(d *declaration) **rdf.Term { return &d.p.MaxInclusive })},
		{"minExclusive", oneValue, false, true, "minExclusive=0", bound(func(d *declaration) **rdf.Term { return &d.p.MinExclusive })},
		{"maxExclusive", oneValue, false, true, "maxExclusive=100", bound(func(d *declaration) **rdf.Term { return &d.p.MaxExclusive })},
		{"in", someValues, false, true, "in=red|green|blue", list(func(d *declaration) *[]rdf.Term { return &d.p.In })},
		{"hasValue", someValues, false, true, "hasValue=public", list(func(d *declaration) *[]rdf.Term { return &d.p.HasValue })},
		{"defaultValue", oneValue, false, true, "defaultValue=red", bound(func(d *declaration) **rdf.Term { return &d.p.DefaultValue })},
		{"equals", oneValue, false, true, "equals=endDate", sibling(func(d *declaration) *string { return &d.p.Equals })},
		{"disjoint", oneValue, false, true, "disjoint=keywords", sibling(func(d *declaration) *string { return &d.p.Disjoint })},
		{"lessThan", oneValue, false, true, "lessThan=endDate", sibling(func(d *declaration) *string { return &d.p.LessThan })},
		{"lessThanOrEquals", oneValue, false, true, "lessThanOrEquals=endDate", sibling(func(d *declaration) *string { return &d.p.LessThanOrEquals })},
		{"order", oneValue, false, true, "order=3", number(func(d *declaration) *int { return &d.p.Order }, 0)},
		{"group", oneValue, false, true, "group=ex:AddressGroup", iri(func(d *declaration) *vocab.IRI { return &d.p.Group })},
		{"deactivated", noValue, true, true, "deactivated", func(d *declaration, _ []string) error {
			*d.deactivated = true
			return nil
		}},
		{"severity", oneValue, true, true, "severity=Warning", readSeverity},
		{"closed", noValue, true, false, "closed", func(d *declaration, _ []string) error {
			d.node.Closed = true
			return nil
		}},
		{"node", noValue, false, false, "", nil}, // named, so that the error can say where it comes from
	}
}

// number reads a whole number that is at least least.
func number(target func(*declaration) *int, least int) func(*declaration, []string) error {
	return func(d *declaration, values []string) error {
		n, err := strconv.ParseUint(values[0], 10, 31)
		if err != nil || int(n) < least {
			return fmt.Errorf("%q is not a whole number of at least %d", values[0], least)
		}
		*target(d) = int(n)
		return nil
	}
}

// iri reads a CURIE or an absolute IRI.
func iri(target func(*declaration) *vocab.IRI) func(*declaration, []string) error {
	return func(d *declaration, values []string) error {
		iri, err := d.prefixes.Expand(values[0])
		if err == nil {
			*target(d) = iri
		}
		return err
	}
}

// bound reads one value of the property.
func bound(target func(*declaration) **rdf.Term) func(*declaration, []string) error {
	return func(d *declaration, values []string) error {
		term, err := d.term(values[0])
		if err != nil {
			return err
		}
		*target(d) = &term
		return nil
	}
}

// list reads any number of values of the property.
func list(target func(*declaration) *[]rdf.Term) func(*declaration, []string) error {
	return func(d *declaration, values []string) error {
		for _, v := range values {
			term, err := d.term(v)
			if err != nil {
				return err
			}
			*target(d) = append(*target(d), term)
		}
		return nil
	}
}

// sibling reads the JSON key of another property; whether there is one is known when all properties are.
func sibling(target func(*declaration) *string) func(*declaration, []string) error {
	return func(d *declaration, values []string) error {
		*target(d) = values[0]
		return nil
	}
}

func readNodeKind(d *declaration, values []string) error {
	names := []string{"IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"}
	name, err := oneOf(values[0], names)
	if err != nil {
		return err
	}
	d.p.NodeKind = vocab.NSSH + vocab.IRI(name)
	if d.p.NodeKind == vocab.SHIRI && d.p.Datatype == datatypeOf(d.f.Kind) {
		d.p.Datatype = ""
	}
	return nil
}

func readSeverity(d *declaration, values []string) error {
	name, err := oneOf(values[0], []string{"Violation", "Warning", "Info"})
	if err != nil {
		return err
	}
	*d.severity = vocab.NSSH + vocab.IRI(name)
	return nil
}

// oneOf returns the word, which may have the prefix sh:, when it is one of the names.
func oneOf(word string, names []string) (string, error) {
	bare := word
	if len(word) > 3 && word[:3] == "sh:" {
		bare = word[3:]
	}
	if slices.Contains(names, bare) {
		return bare, nil
	}
	return "", fmt.Errorf("%q is not one of %s%s", word, words(names), didYouMean(bare, names))
}
