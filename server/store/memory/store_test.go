package memory_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
)

func open(t *testing.T, class *hydra.Class[storetest.Specimen], config memory.Config, specimens []*storetest.Specimen) *memory.Store[storetest.Specimen] {
	t.Helper()
	s, err := memory.New(class, config)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(specimens...); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStoreMeansWhatPackageStoreSays(t *testing.T) {
	for name, config := range map[string]memory.Config{
		"with a cache": {}, "without a cache": {CacheQueries: -1}, "with a small cache": {CacheQueries: 3, CacheItems: 500},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Run(t, func(t *testing.T, class *hydra.Class[storetest.Specimen], specimens []*storetest.Specimen) store.Store[storetest.Specimen] {
				t.Helper()
				return open(t, class, config, specimens).Functions()
			})
		})
	}
}
