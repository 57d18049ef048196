package vocab_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
)

func TestEveryTermOfTheHydraVocabularyHasAConstantAndViceVersa(t *testing.T) {
	var doc struct {
		Defines []struct {
			ID string `json:"@id"`
		} `json:"defines"`
	}
	if err := json.Unmarshal(vocab.HydraVocabulary(), &doc); err != nil {
		t.Fatal(err)
	}
	defined := map[string]bool{}
	for _, d := range doc.Defines {
		defined[strings.TrimPrefix(d.ID, "hydra:")] = true
	}
	if len(defined) < 60 {
		t.Fatalf("the embedded vocabulary defines %d terms only", len(defined))
	}
	declared := map[string]bool{}
	for _, term := range terms(t) {
		if local, ok := strings.CutPrefix(term.iri, vocab.NSHydra); ok {
			declared[local] = true
		}
	}
	if want, got := slices.Sorted(maps.Keys(defined)), slices.Sorted(maps.Keys(declared)); !slices.Equal(want, got) {
		t.Errorf("the vocabulary defines %v, the constants are %v", want, got)
	}
}

func TestHydraContextIsTheContextOfTheVocabulary(t *testing.T) {
	var context, document map[string]json.RawMessage
	if err := json.Unmarshal(vocab.HydraContext(), &context); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(vocab.HydraVocabulary(), &document); err != nil {
		t.Fatal(err)
	}
	if len(context) != 1 || len(context["@context"]) == 0 || string(context["@context"]) != string(document["@context"]) {
		t.Error("the two contexts differ")
	}
}

func TestHydraContextIsACopy(t *testing.T) {
	clear(vocab.HydraContext())
	clear(vocab.HydraVocabulary())
	if vocab.HydraContext()[0] != '{' || vocab.HydraVocabulary()[0] != '{' {
		t.Error("a caller can change the embedded documents")
	}
}
