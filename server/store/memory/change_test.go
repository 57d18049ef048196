package memory_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

func TestAnyChangesThatLeadToTheSameContentGiveTheSameAnswers(t *testing.T) {
	storetest.Run(t, func(t *testing.T, class *hydra.Class[storetest.Specimen], specimens []*storetest.Specimen) store.Store[storetest.Specimen] {
		t.Helper()
		random := rand.New(rand.NewPCG(3, uint64(len(specimens))))
		s := open(t, class, memory.Config{}, storetest.Generate(len(specimens)*3/2+5, 77)) // other content, more of it
		for len(specimens) > 0 {
			count := min(1+random.IntN(60), len(specimens))
			if err := s.Put(specimens[:count]...); err != nil {
				t.Fatal(err)
			}
			specimens = specimens[count:]
		}
		wanted := map[string]bool{}
		for _, specimen := range storetest.Generate(sizeOf(t), 1) {
			wanted[specimen.ID] = true
		}
		for _, specimen := range storetest.Generate(len(wanted)*3/2+5, 77) {
			if !wanted[specimen.ID] && s.Delete(specimen.ID, specimen.ID, "unknown") != 1 {
				t.Errorf("%s was not deleted once", specimen.ID)
			}
		}
		if s.Len() != len(wanted) {
			t.Errorf("%d are left, want %d", s.Len(), len(wanted))
		}
		return s.Functions()
	})
}

// sizeOf reads the size of the suite's store from the name of its test.
func sizeOf(t *testing.T) (size int) {
	t.Helper()
	_, digits, _ := strings.Cut(t.Name(), "size=")
	for _, d := range digits {
		size = size*10 + int(d-'0')
	}
	return size
}

func TestOneBadValueKeepsAllOut(t *testing.T) {
	s := open(t, storetest.NewClass(), memory.Config{}, nil)
	err := s.Put(
		&storetest.Specimen{ID: "good"}, &storetest.Specimen{}, nil, &storetest.Specimen{ID: ".."}, &storetest.Specimen{ID: "a\x00b"},
		&storetest.Specimen{ID: "\xff"}, &storetest.Specimen{ID: strings.Repeat("x", 513)},
	)
	if err == nil || s.Len() != 0 {
		t.Fatalf("%v; %d values are stored", err, s.Len())
	}
	for _, part := range []string{
		"value 1 (\"\"): the identifier is empty", "value 2 is nil", "value 3 (\"..\")", "control character U+0000", "not UTF-8",
		"has 513 bytes, want at most 512",
	} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q is missing in: %v", part, err)
		}
	}
}

func TestTheLastOfTwoWithTheSameIdentifierCounts(t *testing.T) {
	first, last := &storetest.Specimen{ID: "a", Name: "first"}, &storetest.Specimen{ID: "a", Name: "last"}
	s := open(t, storetest.NewClass(), memory.Config{}, []*storetest.Specimen{first, last})
	if item, err := s.Functions().Get(t.Context(), "a"); err != nil || item.Value != last || s.Len() != 1 {
		t.Errorf("got %+v, %v; %d are stored", item.Value, err, s.Len())
	}
}

func TestVersionsChangeWhenTheContentDoes(t *testing.T) {
	s := open(t, storetest.NewClass(), memory.Config{Epoch: "test"}, []*storetest.Specimen{{ID: "a"}, {ID: "b"}})
	versions := func() (a, b, all string) {
		t.Helper()
		itemA, errA := s.Functions().Get(t.Context(), "a")
		itemB, errB := s.Functions().Get(t.Context(), "b")
		page, err := s.Functions().List(t.Context(), &store.Query{Limit: 1})
		if err := errors.Join(errA, errB, err); err != nil {
			t.Fatal(err)
		}
		return itemA.Version, itemB.Version, page.Version
	}
	a1, b1, all1 := versions()
	if err := s.Put(&storetest.Specimen{ID: "a", Name: "new"}); err != nil {
		t.Fatal(err)
	}
	a2, b2, all2 := versions()
	if a1 == a2 || b1 != b2 || all1 == all2 {
		t.Errorf("after a change of a: a %s → %s, b %s → %s, all %s → %s", a1, a2, b1, b2, all1, all2)
	}
	if s.Delete("unknown") != 0 || s.Put() != nil {
		t.Fatal("nothing changed, or so it should be")
	}
	if _, _, all3 := versions(); all3 != all2 {
		t.Errorf("nothing changed: all %s → %s", all2, all3)
	}
	if !strings.HasPrefix(all1, "test-") {
		t.Errorf("%s does not begin with the epoch", all1)
	}
	other := open(t, storetest.NewClass(), memory.Config{}, []*storetest.Specimen{{ID: "a"}})
	third := open(t, storetest.NewClass(), memory.Config{}, []*storetest.Specimen{{ID: "a"}})
	one, _ := other.Functions().Get(t.Context(), "a")
	two, _ := third.Functions().Get(t.Context(), "a")
	if one.Version == two.Version {
		t.Errorf("two stores have the same version %s", one.Version)
	}
}

func TestStoresThatCannotBeAreRefused(t *testing.T) {
	type nameless struct {
		Name string `json:"name" ld:"schema:name"`
	}
	if _, err := memory.New(hydra.NewClass[nameless]("https://x.example/N", "/n", hydra.ClassMeta{}), memory.Config{}); err == nil {
		t.Error("a class without an identifier has a store")
	}
	for _, epoch := range []string{`a"b`, "a.b", "a b", strings.Repeat("x", 65)} {
		if _, err := memory.New(storetest.NewClass(), memory.Config{Epoch: epoch}); err == nil {
			t.Errorf("the epoch %q was accepted", epoch)
		}
	}
}

func TestQueriesForWhatHasNoIndexAreErrors(t *testing.T) {
	class := storetest.NewClass()
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	functions := open(t, class, memory.Config{}, storetest.Generate(5, 1)).Functions()
	text := []store.Value{store.Text("x")}
	for name, query := range map[string]*store.Query{
		"a filter of a nested node":           {Filters: []store.Filter{{Property: definition.Property("place"), Values: text}}},
		"a sort by what can only be filtered": {Sort: []store.Order{{Property: definition.Property("code")}}},
		"a filter without a value":            {Filters: []store.Filter{{Property: definition.Property("code")}}},
		"a filter by an absent value":         {Filters: []store.Filter{{Property: definition.Property("code"), Values: make([]store.Value, 1)}}},
		"a pattern that is none":              {Filters: []store.Filter{{Property: definition.Property("name"), Operator: store.Matches, Values: []store.Value{store.Text("a*b")}}}},
		"a place without an identifier":       {Sort: []store.Order{{Property: definition.Property("name")}}, After: text},
	} {
		t.Run(name, func(t *testing.T) {
			query.Limit = 1
			if page, err := functions.List(t.Context(), query); err == nil {
				t.Errorf("list gives %d items", len(page.Items))
			}
		})
	}
}
