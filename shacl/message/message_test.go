package message_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func TestTextsSayWhatWouldBeRight(t *testing.T) {
	for _, row := range []struct {
		got            literal.LangString
		english, dutch string
	}{
		{message.MinCount(1), "A value is required.", "Een waarde is verplicht."},
		{message.MinCount(2), "At least 2 different values are required.", "Ten minste 2 verschillende waarden zijn verplicht."},
		{message.MaxCount(1), "At most 1 different value is allowed.", "Ten hoogste 1 verschillende waarde is toegestaan."},
		{message.MaxCount(0), "At most 0 different values are allowed.", "Ten hoogste 0 verschillende waarden zijn toegestaan."},
		{message.Datatype("xsd:date", ""), "The value is not a valid xsd:date.", "De waarde is geen geldige xsd:date."},
		{message.Datatype("xsd:date", "no month 13"), "The value is not a valid xsd:date: no month 13.", "De waarde is geen geldige xsd:date."},
		{message.NodeKind(vocab.SHIRI), "The value must be an IRI.", "De waarde moet een IRI zijn."},
		{message.NodeKind(vocab.SHBlankNodeOrIRI), "The value must be an IRI or a blank node.", "De waarde moet een IRI of een blanke knoop zijn."},
		{message.NodeKind("http://example.org/"), "The value is not correct.", "De waarde is niet correct."},
		{message.UniqueLang("nl"), "Language nl has more than one value.", "Taal nl heeft meer dan één waarde."},
		{message.And(2), "The value does not conform to all of 2 shapes.", "De waarde voldoet niet aan alle 2 vormen."},
		{message.QualifiedMinCount(1), "At least 1 value must be of the kind that the shape describes.", "Ten minste 1 waarde moet van de soort zijn die de vorm beschrijft."},
	} {
		want := literal.LangString{{Lang: "en", Value: row.english}, {Lang: "nl", Value: row.dutch}}
		if !slices.Equal(row.got, want) {
			t.Errorf("got  %v\nwant %v", row.got, want)
		}
	}
}

func TestLongListsAndValuesAreShortened(t *testing.T) {
	values := make([]string, 25)
	for i := range values {
		values[i] = strings.Repeat("é", 61)
	}
	got := message.List(values)
	parts := strings.Split(got, ", ")
	if len(parts) != 21 || parts[20] != "…" || parts[0] != strings.Repeat("é", 60)+"…" {
		t.Errorf("got %s", got)
	}
	if got := message.List([]string{"a", "b"}); got != "a, b" {
		t.Errorf("got %s", got)
	}
}

func TestReasonsDoNotRepeatTheText(t *testing.T) {
	for _, row := range []struct {
		err  error
		want string
	}{
		{literal.CheckLexical(vocab.XSDByte, "300"), "it must be 127 or less"},
		{vocab.CheckURI("http://a b"), `' ' at byte 8: `},
		{vocab.CheckURI(""), ""},
		{errors.New("other"), ""},
		{nil, ""},
	} {
		if got := message.Reason(row.err); !strings.HasPrefix(got, row.want) {
			t.Errorf("got %q, want %q", got, row.want)
		}
	}
	for iri, want := range map[vocab.IRI]string{vocab.XSDDate: "xsd:date", vocab.RDFLangString: "rdf:langString", "http://example.org/d": "<http://example.org/d>"} {
		if got := message.Name(iri); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
