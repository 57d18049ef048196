package memory_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

// scales are the sizes that the cost of a page is compared at.
func scales() []int {
	if testing.Short() {
		return []int{10_000, 20_000}
	}
	return []int{10_000, 1_000_000}
}

type scene struct {
	store      *memory.Store[storetest.Specimen]
	functions  store.Store[storetest.Specimen]
	definition *hydra.Definition
	size       int
}

func newScene(tb testing.TB, size int) *scene {
	tb.Helper()
	class := storetest.NewClass()
	definition, err := class.Definition()
	if err != nil {
		tb.Fatal(err)
	}
	s, err := memory.New(class, memory.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	specimens := make([]*storetest.Specimen, size)
	for i := range specimens {
		mixed := uint32(i) * 2654435761 // spreads neighbours over the orders
		specimens[i] = &storetest.Specimen{
			ID: fmt.Sprintf("specimen-%07d", i), Name: fmt.Sprintf("Specimen %08x", mixed), Code: fmt.Sprintf("C-%d", mixed%10),
			Size: int(mixed % 1000), Weight: float64(mixed), Tags: []string{"all", strconv.FormatUint(uint64(mixed%100), 10)},
		}
	}
	if err := s.Put(specimens...); err != nil {
		tb.Fatal(err)
	}
	return &scene{s, s.Functions(), definition, size}
}

func (s *scene) by(path string, descending bool) []store.Order {
	return []store.Order{{Property: s.definition.Property(path), Descending: descending}}
}

func (s *scene) where(path string, operator store.Operator, v store.Value) []store.Filter {
	return []store.Filter{{Property: s.definition.Property(path), Operator: operator, Values: []store.Value{v}}}
}

// deep turns a query into those for pages all over its results.
func (s *scene) deep(q store.Query, results int) []*store.Query {
	const pages = 64
	queries := make([]*store.Query, pages)
	for i := range queries {
		page := q
		page.Offset = 1 + i*37%pages*(results-q.Limit-1)/pages
		queries[i] = &page
	}
	return queries
}

// cursor turns a query into those for the pages of deep, by cursor.
func (s *scene) cursor(tb testing.TB, q store.Query, results int) []*store.Query {
	tb.Helper()
	queries := s.deep(q, results)
	for _, query := range queries {
		query.Offset--
		page, err := s.functions.List(tb.Context(), query)
		if err != nil || len(page.Items) == 0 {
			tb.Fatal(err, len(page.Items))
		}
		for _, order := range query.Sort {
			query.After = append(query.After, store.ValueOf(order.Property, unsafe.Pointer(page.Items[0].Value)))
		}
		query.After, query.Offset = append(query.After, store.Text(page.Items[0].Value.ID)), 0
	}
	return queries
}

func (s *scene) queries(tb testing.TB) map[string][]*store.Query {
	tb.Helper()
	const limit = 100
	exact := s.where("code", store.Equal, store.Text("C-3"))                 // a tenth
	half := s.where("size", store.Less, store.Int(500))                      // half
	tags := s.where("tags", store.Equal, store.Text("7"))                    // a hundredth
	both := append(s.where("code", store.Equal, store.Text("C-3")), half...) // a twentieth
	byName, byWeight, bySize := s.by("name", false), s.by("weight", true), s.by("size", true)
	return map[string][]*store.Query{
		"page=first/sort=none":               {{Limit: limit}},
		"page=deep/sort=none":                s.deep(store.Query{Limit: limit}, s.size),
		"page=cursor/sort=none":              s.cursor(tb, store.Query{Limit: limit}, s.size),
		"page=first/sort=name":               {{Limit: limit, Sort: byName}},
		"page=deep/sort=name":                s.deep(store.Query{Limit: limit, Sort: byName}, s.size),
		"page=cursor/sort=name":              s.cursor(tb, store.Query{Limit: limit, Sort: byName}, s.size),
		"page=deep/sort=-weight":             s.deep(store.Query{Limit: limit, Sort: byWeight}, s.size),
		"page=deep/sort=-size":               s.deep(store.Query{Limit: limit, Sort: bySize}, s.size),
		"page=cursor/sort=-size":             s.cursor(tb, store.Query{Limit: limit, Sort: bySize}, s.size),
		"page=deep/filter=exact/sort=none":   s.deep(store.Query{Limit: limit, Filters: exact}, s.size/10),
		"page=first/filter=exact/sort=name":  {{Limit: limit, Filters: exact, Sort: byName}},
		"page=deep/filter=exact/sort=name":   s.deep(store.Query{Limit: limit, Filters: exact, Sort: byName}, s.size/10),
		"page=cursor/filter=exact/sort=name": s.cursor(tb, store.Query{Limit: limit, Filters: exact, Sort: byName}, s.size/10),
		"page=deep/filter=range/sort=-size":  s.deep(store.Query{Limit: limit, Filters: half, Sort: bySize}, s.size/2),
		"page=deep/filter=range/sort=name":   s.deep(store.Query{Limit: limit, Filters: half, Sort: byName}, s.size/2),
		"page=deep/filter=many/sort=none":    s.deep(store.Query{Limit: limit / 2, Filters: tags}, s.size/100),
		"page=cursor/filter=2/sort=none":     s.cursor(tb, store.Query{Limit: limit, Filters: both}, s.size/20),
		"page=deep/sort=-size,name":          s.deep(store.Query{Limit: limit, Sort: append(s.by("size", true), byName...)}, s.size),
	}
}

func BenchmarkList(b *testing.B) {
	for _, size := range scales() {
		s := newScene(b, size)
		all := s.queries(b)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			queries := all[name]
			b.Run(fmt.Sprintf("n=%d/%s", size, name), func(b *testing.B) {
				for i := range 3 { // what the cache needs to be warm
					if _, err := s.functions.List(b.Context(), queries[i%len(queries)]); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					query := queries[i%len(queries)]
					page, err := s.functions.List(b.Context(), query)
					if err != nil || len(page.Items) != query.Limit {
						b.Fatal(len(page.Items), err)
					}
				}
			})
		}
	}
}

func BenchmarkGet(b *testing.B) {
	for _, size := range scales() {
		s := newScene(b, size)
		ids := make([]string, 4096)
		for i := range ids {
			ids[i] = fmt.Sprintf("specimen-%07d", i*7919%size)
		}
		b.Run(fmt.Sprintf("n=%d", size), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := s.functions.Get(b.Context(), ids[i%len(ids)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCount(b *testing.B) {
	for _, size := range scales() {
		s := newScene(b, size)
		for name, filters := range map[string][]store.Filter{
			"none": nil, "exact": s.where("code", store.Equal, store.Text("C-3")), "range": s.where("size", store.Less, store.Int(500)),
			"text": s.where("name", store.Matches, store.Text("*00*")),
		} {
			b.Run(fmt.Sprintf("n=%d/filter=%s", size, name), func(b *testing.B) {
				query := &store.Query{Filters: filters}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := s.functions.Count(b.Context(), query); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func TestReadingDoesNotAllocateMoreThanThePage(t *testing.T) {
	s := newScene(t, 20_000)
	for name, queries := range s.queries(t) {
		most := 1.0 // the items
		if len(queries[0].Filters) > 1 {
			most = 5 // and the parts of the cache's key
		}
		allocs := testing.AllocsPerRun(50, func() {
			if page, err := s.functions.List(t.Context(), queries[0]); err != nil || len(page.Items) == 0 {
				t.Error(name, len(page.Items), err)
			}
		})
		if allocs > most {
			t.Errorf("%s: %v allocations, want at most %v", name, allocs, most)
		}
		allocs = testing.AllocsPerRun(50, func() {
			if _, err := s.functions.Count(t.Context(), queries[0]); err != nil {
				t.Error(name, err)
			}
			if _, err := s.functions.Get(t.Context(), "specimen-0000007"); err != nil {
				t.Error(err)
			}
		})
		if allocs > most-1 {
			t.Errorf("%s: %v allocations to count and get, want at most %v", name, allocs, most-1)
		}
	}
}

// BenchmarkFirstTime is what a query costs that no index answers, right after a change.
func BenchmarkFirstTime(b *testing.B) {
	for _, size := range scales() {
		s := newScene(b, size)
		changed := &storetest.Specimen{ID: "changed"}
		for _, name := range []string{
			"page=first/filter=exact/sort=name", "page=deep/filter=exact/sort=name", "page=deep/filter=range/sort=name",
			"page=deep/filter=many/sort=none", "page=deep/sort=-size,name",
		} {
			queries := s.queries(b)[name]
			query := queries[len(queries)/2]
			b.Run(fmt.Sprintf("n=%d/%s", size, name), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					if err := s.store.Put(changed); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					if _, err := s.functions.List(b.Context(), query); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkPut(b *testing.B) {
	for _, size := range scales() {
		s := newScene(b, size)
		b.Run(fmt.Sprintf("n=%d", size), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				mixed := uint32(i) * 2654435761
				err := s.store.Put(&storetest.Specimen{
					ID: fmt.Sprintf("specimen-%07d", mixed%uint32(size)), Name: fmt.Sprintf("Specimen %08x", mixed), Code: "C-1",
					Size: int(mixed % 1000), Weight: float64(mixed), Tags: []string{"all"},
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
