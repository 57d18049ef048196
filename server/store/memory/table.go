package memory

import (
	"crypto/rand"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
	"github.com/hydrant-ld/hydrant/shacl/record"
)

// table is a store without its type: what is fixed, and the current snapshot.
type table struct {
	identifier *record.Field
	columns    []column
	byPath     map[string]int // the column of a property
	searchable []*hydra.Property
	epoch      string
	seed       maphash.Seed
	config     Config

	writing  sync.Mutex
	revision uint64 // guarded by writing
	current  atomic.Pointer[snapshot]
}

// column is a property that has an index.
type column struct {
	property *hydra.Property
	// many says that a resource may be in the index more than once.
	many bool
	// absent says that resources without a value are in it too, at the end: what an order needs.
	absent bool
}

// entry is a stored resource.
type entry struct {
	id       string
	resource unsafe.Pointer
	version  string
	words    []word // in order, each once
}

func newTable(d *hydra.Definition, config Config) (*table, error) {
	if !validEpoch(config.Epoch) {
		return nil, fmt.Errorf("memory: the epoch %q can't be part of a version, want at most %d letters, digits, - and _",
			config.Epoch, longestEpoch)
	}
	t := &table{
		identifier: d.Schema.Layout().Identifier(), byPath: map[string]int{},
		epoch: config.Epoch, seed: maphash.MakeSeed(), config: config.withDefaults(),
	}
	if t.epoch == "" {
		const enough = 12 // characters of base 32: 60 bits
		t.epoch = rand.Text()[:enough]
	}
	for _, p := range d.Properties {
		if p.Filter != hydra.FilterNone || p.Sortable {
			t.byPath[p.Path] = len(t.columns)
			t.columns = append(t.columns, column{property: p, many: store.ManyValued(p), absent: p.Sortable})
		}
	}
	if !config.NoSearch {
		t.searchable = d.Searchable()
	}
	empty := sorted.New(compareItems)
	first := &snapshot{table: t, version: t.version(), ids: empty, hashes: empty, words: emptyWords(), indexes: make([]sorted.List[item], len(t.columns))}
	for i := range first.indexes {
		first.indexes[i] = empty
	}
	first.cache = newCache(t.config)
	t.current.Store(first)
	return t, nil
}

// version is the version of the current revision: of the collection, and of every resource that it changed.
func (t *table) version() string { return t.epoch + "-" + strconv.FormatUint(t.revision, 36) }

// hash is the key of an identifier in the index of hashes.
func (t *table) hash(id string) store.Value { return store.Uint(maphash.String(t.seed, id)) }

// put makes and publishes the next snapshot.
func (t *table) put(resources []unsafe.Pointer) error {
	latest, errs := make(map[string]int, len(resources)), []error(nil)
	for i, resource := range resources {
		if resource == nil {
			errs = append(errs, fmt.Errorf("memory: value %d is nil", i))
			continue
		}
		id := record.String(t.identifier.At(resource, 0))
		if err := CheckID(id); err != nil {
			errs = append(errs, fmt.Errorf("memory: value %d (%.80q): %w", i, id, err))
			continue
		}
		latest[id] = i
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if len(resources) == 0 {
		return nil
	}
	t.writing.Lock()
	defer t.writing.Unlock()
	t.revision++
	before, version := t.current.Load(), t.version()
	replacements := make([]replacement, 0, len(latest))
	for i, resource := range resources {
		id := record.String(t.identifier.At(resource, 0))
		if latest[id] == i {
			replacements = append(replacements, replacement{
				before: before.get(id), after: &entry{id: id, resource: resource, version: version, words: t.words(resource)},
			})
		}
	}
	t.publish(before, version, replacements)
	return nil
}

// remove makes and publishes the snapshot without some resources.
func (t *table) remove(ids []string) int {
	t.writing.Lock()
	defer t.writing.Unlock()
	before := t.current.Load()
	var replacements []replacement
	ids = slices.Clone(ids)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if e := before.get(id); e != nil {
			replacements = append(replacements, replacement{before: e})
		}
	}
	if len(replacements) > 0 {
		t.revision++
		t.publish(before, t.version(), replacements)
	}
	return len(replacements)
}

// publish makes the next snapshot and lets readers have it. The caller holds the lock for writing.
func (t *table) publish(before *snapshot, version string, replacements []replacement) {
	next := &snapshot{table: t, version: version, cache: newCache(t.config), indexes: make([]sorted.List[item], len(t.columns))}
	next.ids = replace(before.ids, replacements, compareItems, func(e *entry, add func(item)) { add(item{store.Value{}, e}) })
	next.hashes = replace(before.hashes, replacements, compareItems, func(e *entry, add func(item)) { add(item{t.hash(e.id), e}) })
	for i := range t.columns {
		next.indexes[i] = replace(before.indexes[i], replacements, compareItems, t.columns[i].items)
	}
	next.words = replace(before.words, replacements, comparePostings, postings)
	t.current.Store(next)
}
