package memory_test

import (
	"fmt"
	"testing"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

// scales are the sizes that the cost of a page is compared at.
var scales = []int{10_000, 1_000_000}

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
			Size: int(mixed % 1000), Weight: float64(mixed), Tags: []string{"all", fmt.Sprint(mixed % 100)},
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

// after turns a query into that for the page behind the same one by number.
func (s *scene) after(tb testing.TB, q store.Query) *store.Query {
	tb.Helper()
	q.Offset--
	page, err := s.functions.List(tb.Context(), &q)
	if err != nil || len(page.Items) == 0 {
		tb.Fatal(err, len(page.Items))
	}
	for _, order := range q.Sort {
		q.After = append(q.After, store.ValueOf(order.Property, unsafe.Pointer(page.Items[0].Value)))
	}
	q.After, q.Offset = append(q.After, store.Text(page.Items[0].Value.ID)), 0
	return &q
}

func (s *scene) queries(tb testing.TB) map[string]*store.Query {
	const limit = 100
	deep := s.size * 4 / 5
	exact, selected := s.where("code", store.Equal, store.Text("C-3")), s.size/10*4/5
	half := s.where("size", store.Less, store.Int(500))
	tags := s.where("tags", store.Equal, store.Text("7"))
	return map[string]*store.Query{
		"page=first/sort=none":                     {Limit: limit},
		"page=deep/sort=none":                      {Limit: limit, Offset: deep},
		"page=cursor/sort=none":                    s.after(tb, store.Query{Limit: limit, Offset: deep}),
		"page=first/sort=name":                     {Limit: limit, Sort: s.by("name", false)},
		"page=deep/sort=name":                      {Limit: limit, Offset: deep, Sort: s.by("name", false)},
		"page=cursor/sort=name":                    s.after(tb, store.Query{Limit: limit, Offset: deep, Sort: s.by("name", false)}),
		"page=deep/sort=-weight":                   {Limit: limit, Offset: deep, Sort: s.by("weight", true)},
		"page=deep/sort=-size":                     {Limit: limit, Offset: deep, Sort: s.by("size", true)},
		"page=cursor/sort=-size":                   s.after(tb, store.Query{Limit: limit, Offset: deep, Sort: s.by("size", true)}),
		"page=deep/filter=exact/sort=none":         {Limit: limit, Offset: selected, Filters: exact},
		"page=first/filter=exact/sort=name":        {Limit: limit, Filters: exact, Sort: s.by("name", false)},
		"page=deep/filter=exact/sort=name":         {Limit: limit, Offset: selected, Filters: exact, Sort: s.by("name", false)},
		"page=cursor/filter=exact/sort=name":       s.after(tb, store.Query{Limit: limit, Offset: selected, Filters: exact, Sort: s.by("name", false)}),
		"page=deep/filter=range/sort=-size":        {Limit: limit, Offset: s.size / 4, Filters: half, Sort: s.by("size", true)},
		"page=deep/filter=range/sort=name":         {Limit: limit, Offset: s.size / 4, Filters: half, Sort: s.by("name", false)},
		"page=deep/filter=many/sort=none":          {Limit: limit / 2, Offset: s.size / 200, Filters: tags},
		"page=cursor/filter=range+exact/sort=none": s.after(tb, store.Query{Limit: limit, Offset: s.size / 30, Filters: append(exact, half...)}),
	}
}

func BenchmarkList(b *testing.B) {
	for _, size := range scales {
		s := newScene(b, size)
		for name, query := range s.queries(b) {
			b.Run(fmt.Sprintf("n=%d/%s", size, name), func(b *testing.B) {
				for range 3 { // what the cache needs to be warm
					if _, err := s.functions.List(b.Context(), query); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportAllocs()
				for b.Loop() {
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
	for _, size := range scales {
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
	for _, size := range scales {
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

// BenchmarkFirstTime is what a query costs that no index answers, right after a change.
func BenchmarkFirstTime(b *testing.B) {
	for _, size := range scales {
		s := newScene(b, size)
		changed := &storetest.Specimen{ID: "changed"}
		for _, name := range []string{
			"page=first/filter=exact/sort=name", "page=deep/filter=exact/sort=name", "page=deep/filter=range/sort=name",
			"page=deep/filter=many/sort=none",
		} {
			query := s.queries(b)[name]
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
	for _, size := range scales {
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
