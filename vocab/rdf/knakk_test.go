package rdf_test

import (
	"strings"
	"testing"

	knakk "github.com/knakk/rdf"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestStatementsGoToKnakkAndBack(t *testing.T) {
	for _, triple := range []rdf.Triple{
		{Subject: s, Predicate: p, Object: o},
		{Subject: rdf.NewBlankNode("a"), Predicate: p, Object: rdf.NewBlankNode("b")},
		{Subject: s, Predicate: p, Object: rdf.NewString("a\"b\n")},
		{Subject: s, Predicate: p, Object: rdf.NewLangString("a", "nl-BE")},
		{Subject: s, Predicate: p, Object: rdf.NewLiteral("01", vocab.XSDInteger)},
	} {
		there, err := rdf.ToKnakk(triple)
		if err != nil {
			t.Errorf("%v: %v", triple, err)
			continue
		}
		if line := strings.TrimSpace(there.Serialize(knakk.NTriples)); line != triple.String() {
			t.Errorf("%v: knakk/rdf has %s", triple, line)
		}
		if back, err := rdf.FromKnakk(there); err != nil || back != triple {
			t.Errorf("%v: back comes %v, %v", triple, back, err)
		}
	}
}

func TestWhatKnakkHasNoFormForIsAnError(t *testing.T) {
	for name, triple := range map[string]rdf.Triple{
		"a literal as subject":    {Subject: rdf.NewString("a"), Predicate: p, Object: o},
		"an IRI with a space":     {Subject: rdf.NewIRI("http://e/a b"), Predicate: p, Object: o},
		"a predicate that is bad": {Subject: s, Predicate: rdf.NewIRI("<"), Object: o},
		"a label that is empty":   {Subject: s, Predicate: p, Object: rdf.NewBlankNode("")},
		"a language that is bad":  {Subject: s, Predicate: p, Object: rdf.NewLangString("a", "!")},
		"a datatype that is bad":  {Subject: s, Predicate: p, Object: rdf.NewLiteral("a", " ")},
	} {
		if got, err := rdf.ToKnakk(triple); err == nil {
			t.Errorf("%s: got %v", name, got)
		}
	}
	iri, err := knakk.NewIRI("http://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	for want, triple := range map[string]knakk.Triple{
		"subject: want an IRI":                               {Pred: iri, Obj: iri},
		"predicate: want an IRI":                             {Subj: iri, Obj: iri},
		"object: want an IRI":                                {Subj: iri, Pred: iri},
		"subject: a blank node of knakk/rdf without a label": {Subj: knakk.Blank{}, Pred: iri, Obj: iri},
	} {
		if got, err := rdf.FromKnakk(triple); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, %v", want, got, err)
		}
	}
}
