package storetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
)

// Open makes a store that holds exactly the given specimens. It reports its own failures to t, and closes what it opens
// with t.Cleanup.
type Open func(t *testing.T, class *hydra.Class[Specimen], specimens []*Specimen) store.Store[Specimen]

// Run runs the suite on stores of several sizes.
func Run(t *testing.T, open Open) {
	t.Helper()
	class := NewClass()
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{0, 1, 2, 40, 900} {
		t.Run(fmt.Sprintf("size=%d", size), func(t *testing.T) {
			specimens := Generate(size, 1)
			s := suite{store: open(t, class, specimens), model: specimens}
			s.random = generator{rand.New(rand.NewPCG(2, uint64(size)))} //nolint:gosec // reproducible, not secret
			s.asker = newAsker(s.random, definition, s.store, specimens)
			t.Run("get returns every resource", s.get)
			t.Run("get of an unknown identifier is not found", s.getUnknown)
			t.Run("list and count agree with a look at every resource", s.queries)
			t.Run("two values of one property can both be asked for", s.twoValues)
			t.Run("an ended context ends the call", s.ended)
		})
	}
}

type suite struct {
	store  store.Store[Specimen]
	model  model
	random generator
	asker  *asker
}

func (s *suite) get(t *testing.T) {
	if s.store.Get == nil {
		t.Skip("the store has no Get")
	}
	for _, want := range s.model {
		item, err := s.store.Get(t.Context(), want.ID)
		if err != nil || item.Value == nil || item.Value.ID != want.ID || item.Value.Name != want.Name || item.Value.Size != want.Size {
			t.Fatalf("get %s: %+v, %v", want.ID, item, err)
		}
		again, err := s.store.Get(t.Context(), want.ID)
		if err != nil || again.Version != item.Version {
			t.Fatalf("get %s twice: versions %q and %q, %v", want.ID, item.Version, again.Version, err)
		}
	}
}

func (s *suite) getUnknown(t *testing.T) {
	if s.store.Get == nil {
		t.Skip("the store has no Get")
	}
	for _, id := range []string{"unknown", "", "s", "S1", "s1 ", "s1'; --"} {
		if _, err := s.store.Get(t.Context(), id); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("get %q: %v, want ErrNotFound", id, err)
		}
	}
}

func (s *suite) queries(t *testing.T) {
	rounds := 250
	if testing.Short() {
		rounds = 60
	}
	for range rounds {
		q := s.asker.query()
		for range 3 {
			s.check(t, q)
			if t.Failed() {
				t.Fatalf("the query was: %s", describe(q))
			}
			q = s.asker.related(q)
		}
	}
}

// twoValues asks for resources that have two given values of a property with many.
func (s *suite) twoValues(t *testing.T) {
	for _, p := range s.asker.filterable {
		if !store.ManyValued(p) {
			continue
		}
		for _, specimen := range s.model {
			values := specimen.values(p)
			if len(values) < 2 || store.Compare(values[0], values[1]) == 0 {
				continue
			}
			s.check(t, &store.Query{Filters: []store.Filter{
				{Property: p, Operator: store.Equal, Values: values[:1]}, {Property: p, Operator: store.Equal, Values: values[1:2]},
			}})
			break
		}
	}
}

// check compares every way to ask for the results of a query with the model.
func (s *suite) check(t *testing.T, q *store.Query) {
	t.Helper()
	want := s.model.selected(q)
	if s.store.Count != nil {
		if n, err := s.store.Count(t.Context(), q); err != nil || n != len(want) {
			t.Errorf("count is %d, %v; want %d", n, err, len(want))
		}
	}
	if s.store.List == nil {
		return
	}
	limit := 1 + s.random.IntN(1+len(want)/(1+s.random.IntN(6)))
	s.pages(t, q, want, limit)
	s.cursors(t, q, want, limit)
	for range 3 {
		offset := s.random.IntN(len(want) + 5)
		s.page(t, with(q, 1+s.random.IntN(20), offset, nil), want, min(offset, len(want)))
	}
}

// pages reads all pages by number.
func (s *suite) pages(t *testing.T, q *store.Query, want []*Specimen, limit int) {
	t.Helper()
	for offset := 0; !t.Failed(); offset += limit {
		if !s.page(t, with(q, limit, offset, nil), want, offset) {
			return
		}
	}
}

// cursors reads all pages, each from the last item of the one before, and one from a place where nothing is.
func (s *suite) cursors(t *testing.T, q *store.Query, want []*Specimen, limit int) {
	t.Helper()
	var after []store.Value
	for offset := 0; !t.Failed() && s.page(t, with(q, limit, 0, after), want, offset); {
		offset += limit
		var err error
		if after, err = place(want[offset-1], q); err != nil {
			t.Fatal(err)
		}
	}
	if len(want) < 2 {
		return
	}
	// The item of the cursor may be gone by the next request: another that isn't selected stands for it.
	gone := *want[s.random.IntN(len(want))]
	gone.ID += "~"
	after, err := place(&gone, q)
	if err != nil {
		t.Fatal(err)
	}
	without := model(append([]*Specimen{&gone}, want...)).selected(&store.Query{Sort: q.Sort})
	at := 0
	for without[at] != &gone {
		at++
	}
	s.page(t, with(q, limit, 0, after), want, at)
}

func with(q *store.Query, limit, offset int, after []store.Value) *store.Query {
	return &store.Query{Filters: q.Filters, Search: q.Search, Sort: q.Sort, Limit: limit, Offset: offset, After: after}
}

// page checks one page, whose first item is at a place among the wanted ones, and returns whether there are more.
func (s *suite) page(t *testing.T, q *store.Query, want []*Specimen, at int) bool {
	t.Helper()
	page, err := s.store.List(t.Context(), q)
	if err != nil {
		t.Errorf("list: %v", err)
		return false
	}
	end := min(at+q.Limit, len(want))
	same := len(page.Items) == end-at
	for i := 0; same && i < len(page.Items); i++ {
		same = page.Items[i].Value != nil && page.Items[i].Value.ID == want[at+i].ID
	}
	if more := end < len(want); !same || page.More != more {
		t.Errorf("limit %d, offset %d, after %v: got %s (more: %v), want %s (more: %v)",
			q.Limit, q.Offset, q.After, itemIDs(page.Items), page.More, specimenIDs(want[at:end]), more)
	}
	return page.More
}

func (s *suite) ended(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q := s.asker.query()
	q.Limit = 10
	if s.store.List != nil {
		if _, err := s.store.List(ctx, q); !errors.Is(err, context.Canceled) {
			t.Errorf("list: %v, want context.Canceled", err)
		}
	}
	if s.store.Count != nil {
		if _, err := s.store.Count(ctx, q); !errors.Is(err, context.Canceled) {
			t.Errorf("count: %v, want context.Canceled", err)
		}
	}
}

func itemIDs(items []store.Item[Specimen]) string {
	ids := make([]string, len(items))
	for i, item := range items {
		ids[i] = item.Value.ID
	}
	return fmt.Sprint(ids)
}

func specimenIDs(specimens []*Specimen) string {
	ids := make([]string, len(specimens))
	for i, s := range specimens {
		ids[i] = s.ID
	}
	return fmt.Sprint(ids)
}

func describe(q *store.Query) string {
	var text strings.Builder
	for _, f := range q.Filters {
		fmt.Fprintf(&text, "%s operator %d %v; ", f.Property.Path, f.Operator, f.Values)
	}
	if q.Search != "" {
		fmt.Fprintf(&text, "search %q; ", q.Search)
	}
	for _, o := range q.Sort {
		fmt.Fprintf(&text, "by %s, descending %v; ", o.Property.Path, o.Descending)
	}
	return text.String()
}
