package memory_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

// TestReadersSeeWholeBatches writes generations of all resources at once and deletes and restores a part of them, while
// readers ask in every way that List has: each page must be of one generation.
func TestReadersSeeWholeBatches(t *testing.T) {
	class := storetest.NewClass()
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	const count, readers, generations = 60, 50, 40
	generation := func(number int) []*storetest.Specimen {
		batch := make([]*storetest.Specimen, count)
		for i := range batch {
			batch[i] = &storetest.Specimen{
				ID: strconv.Itoa(i), Size: number, Legs: uint8(i % 3), Code: strconv.Itoa(i % 2), Name: fmt.Sprint("name ", i%5),
			}
		}
		return batch
	}
	s := open(t, class, memory.Config{}, generation(0))
	functions := s.Functions()
	size, legs, code, name := definition.Property("size"), definition.Property("legs"), definition.Property("code"), definition.Property("name")
	queries := []*store.Query{
		{},
		{Sort: []store.Order{{Property: size, Descending: true}}},
		{Sort: []store.Order{{Property: name}, {Property: legs, Descending: true}}},
		{Filters: []store.Filter{{Property: code, Values: []store.Value{store.Text("1")}}}, Sort: []store.Order{{Property: legs}}},
		{Filters: []store.Filter{{Property: legs, Operator: store.Less, Values: []store.Value{store.Uint(2)}}}, Sort: []store.Order{{Property: name, Descending: true}}},
	}
	ctx, stop := context.WithCancel(t.Context())
	var reading sync.WaitGroup
	for reader := range readers {
		reading.Go(func() {
			query := *queries[reader%len(queries)]
			for round := 0; ctx.Err() == nil; round++ {
				query.Limit, query.Offset = 30, round%20
				page, err := functions.List(ctx, &query)
				if err != nil && !errors.Is(err, context.Canceled) {
					t.Error(err)
					return
				}
				for _, item := range page.Items {
					if item.Value.Size != page.Items[0].Value.Size {
						t.Errorf("one page has generations %d and %d", page.Items[0].Value.Size, item.Value.Size)
						return
					}
				}
				if n, err := functions.Count(ctx, &query); err == nil && n == 0 {
					t.Error("nothing is left")
					return
				}
				if item, err := functions.Get(ctx, "0"); err == nil && item.Value.ID != "0" {
					t.Errorf("got %s for 0", item.Value.ID)
					return
				}
			}
		})
	}
	var writing sync.WaitGroup
	for range 2 {
		writing.Go(func() {
			for number := range generations {
				if err := s.Put(generation(number + 1)...); err != nil {
					t.Error(err)
				}
				if number%4 == 0 {
					s.Delete("1", "2", "3")
				}
			}
		})
	}
	writing.Wait()
	stop()
	reading.Wait()
}

// TestWaitingForAnothersResultEndsWithTheContext has many callers ask for the same uncached result, half of them without
// time: those fail, and the others get it whoever began.
func TestWaitingForAnothersResultEndsWithTheContext(t *testing.T) {
	class := storetest.NewClass()
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	functions := open(t, class, memory.Config{}, storetest.Generate(3000, 5)).Functions()
	lasting := t.Context()
	ended, cancel := context.WithCancel(lasting)
	cancel()
	query := &store.Query{Limit: 5, Sort: []store.Order{{Property: definition.Property("size")}, {Property: definition.Property("name")}}}
	var asking sync.WaitGroup
	for caller := range 40 {
		asking.Go(func() {
			if caller%2 == 0 {
				if _, err := functions.List(ended, query); !errors.Is(err, context.Canceled) {
					t.Errorf("without time: %v", err)
				}
				return
			}
			if page, err := functions.List(lasting, query); err != nil || len(page.Items) != 5 || !page.More {
				t.Errorf("with time: %d items, %v", len(page.Items), err)
			}
		})
	}
	asking.Wait()
}
