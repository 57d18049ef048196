package memory_test

import (
	"runtime"
	"strconv"
	"testing"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

// TestTheCacheKeepsItsBounds asks for many large results twice each. Without bounds they would take 16 MB.
func TestTheCacheKeepsItsBounds(t *testing.T) {
	const size, queries = 20_000, 100
	class := storetest.NewClass()
	definition, err := class.Definition()
	if err != nil {
		t.Fatal(err)
	}
	specimens := make([]*storetest.Specimen, size)
	for i := range specimens {
		specimens[i] = &storetest.Specimen{ID: strconv.Itoa(i), Size: i}
	}
	for name, config := range map[string]memory.Config{
		"of items": {CacheItems: 3 * size}, "of queries": {CacheQueries: 3}, "of nothing": {CacheItems: -1},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, class, config, specimens)
			before := heap()
			for i := range queries {
				query := &store.Query{Limit: 1, Offset: size - queries - 1, Sort: []store.Order{{Property: definition.Property("name")}}}
				query.Filters = []store.Filter{{
					Property: definition.Property("size"), Operator: store.GreaterOrEqual, Values: []store.Value{store.Int(int64(i))},
				}}
				for range 2 {
					if page, err := s.Functions().List(t.Context(), query); err != nil || len(page.Items) != 1 {
						t.Fatal(len(page.Items), err)
					}
				}
			}
			const most = 6 << 20
			if grown := heap() - before; grown > most {
				t.Errorf("the heap has grown by %d bytes", grown)
			}
			runtime.KeepAlive(s)
		})
	}
}

func heap() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
