package rdf

import (
	"errors"
	"fmt"

	"github.com/knakk/rdf"

	"github.com/hydrant-ld/hydrant/vocab"
)

// FromKnakk returns a statement of github.com/knakk/rdf as one of this package. A statement without all of its terms is an
// error; what the terms hold is not checked, and blank nodes keep their labels.
func FromKnakk(t rdf.Triple) (Triple, error) {
	subject, err := fromKnakkTerm(t.Subj)
	if err != nil {
		return Triple{}, fmt.Errorf("subject: %w", err)
	}
	predicate, err := fromKnakkTerm(t.Pred)
	if err != nil {
		return Triple{}, fmt.Errorf("predicate: %w", err)
	}
	object, err := fromKnakkTerm(t.Obj)
	if err != nil {
		return Triple{}, fmt.Errorf("object: %w", err)
	}
	return Triple{Subject: subject, Predicate: predicate, Object: object}, nil
}

func fromKnakkTerm(t rdf.Term) (Term, error) {
	switch t := t.(type) {
	case rdf.IRI:
		return NewIRI(vocab.IRI(t.String())), nil
	case rdf.Blank:
		if t == (rdf.Blank{}) {
			return Term{}, errors.New("a blank node of knakk/rdf without a label: make it with NewBlank")
		}
		return NewBlankNode(t.String()), nil
	case rdf.Literal:
		if lang := t.Lang(); lang != "" {
			return NewLangString(t.String(), lang), nil
		}
		return NewLiteral(t.String(), vocab.IRI(t.DataType.String())), nil
	default:
		return Term{}, fmt.Errorf("want an IRI, a blank node or a literal of knakk/rdf, got %T", t)
	}
}

// ToKnakk returns a statement as one of github.com/knakk/rdf, whose constructors refuse IRIs with characters that no IRI
// has, empty labels and language tags that are not made of ASCII letters, digits and hyphens as they think fit: that is an
// error, as is a statement that is none ([WriteNTriples]).
func ToKnakk(t Triple) (rdf.Triple, error) {
	if err := t.check(); err != nil {
		return rdf.Triple{}, err
	}
	subject, err := toKnakkTerm(t.Subject)
	if err != nil {
		return rdf.Triple{}, fmt.Errorf("subject %v: %w", t.Subject, err)
	}
	predicate, err := rdf.NewIRI(t.Predicate.Value)
	if err != nil {
		return rdf.Triple{}, fmt.Errorf("predicate %v: %w", t.Predicate, err)
	}
	object, err := toKnakkTerm(t.Object)
	if err != nil {
		return rdf.Triple{}, fmt.Errorf("object %v: %w", t.Object, err)
	}
	node, ok := subject.(rdf.Subject)
	if !ok {
		return rdf.Triple{}, fmt.Errorf("subject %v: knakk/rdf has no such subject", t.Subject)
	}
	return rdf.Triple{Subj: node, Pred: predicate, Obj: object}, nil
}

func toKnakkTerm(t Term) (rdf.Object, error) {
	switch {
	case t.Kind == IRI:
		return rdf.NewIRI(t.Value)
	case t.Kind == BlankNode:
		return rdf.NewBlank(t.Value)
	case t.Lang != "":
		return rdf.NewLangLiteral(t.Value, t.Lang)
	}
	datatype, err := rdf.NewIRI(string(NewLiteral("", t.Datatype).Datatype))
	if err != nil {
		return nil, fmt.Errorf("datatype: %w", err)
	}
	return rdf.NewTypedLiteral(t.Value, datatype), nil
}
