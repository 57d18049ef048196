package memory

import (
	"container/list"
	"context"
	"sync"
	"sync/atomic"
)

// cache keeps what was worked out for a snapshot, the queries used last, within bounds.
type cache struct {
	maxQueries, maxItems int

	mu    sync.Mutex
	slots map[string]*list.Element // of *slot
	used  *list.List               // the one used last is first
	items int                      // in all slots that are ready and still there
}

// slot is the place of one query. Whoever finds it empty fills it while the others wait.
type slot struct {
	cache  *cache
	key    string
	turn   chan struct{} // holds one token: the right to fill the slot
	seen   atomic.Bool   // somebody asked before
	ready  atomic.Bool   // result is there
	result result        // not written to once it is ready
}

func newCache(c Config) *cache {
	return &cache{maxQueries: c.CacheQueries, maxItems: c.CacheItems, slots: map[string]*list.Element{}, used: list.New()}
}

// slot returns the place of a query. One that is not kept still works, for its caller alone.
func (c *cache) slot(key []byte) *slot {
	c.mu.Lock()
	defer c.mu.Unlock()
	if element, ok := c.slots[string(key)]; ok {
		c.used.MoveToFront(element)
		return element.Value.(*slot) //nolint:errcheck // the list holds nothing else
	}
	s := &slot{cache: c, key: string(key), turn: make(chan struct{}, 1)}
	if c.maxQueries > 0 && c.maxItems > 0 {
		c.slots[s.key] = c.used.PushFront(s)
		c.shrink()
	}
	return s
}

// shrink drops the queries used longest ago until the bounds are kept. The caller holds the lock.
func (c *cache) shrink() {
	for len(c.slots) > c.maxQueries || c.items > c.maxItems {
		oldest := c.used.Back()
		s := c.used.Remove(oldest).(*slot) //nolint:errcheck // the list holds nothing else
		delete(c.slots, s.key)
		if s.ready.Load() {
			c.items -= len(s.result.entries)
		}
	}
}

// isReady says that get returns at once.
func (s *slot) isReady() bool { return s.ready.Load() }

// firstTime says that nobody has asked before.
func (s *slot) firstTime() bool { return !s.seen.Swap(true) }

// get returns what is in the slot, filling it if it is empty: one caller works it out and the others wait for it, as long
// as their contexts last. When it fails the next one tries.
func (s *slot) get(ctx context.Context, fill func() (result, error)) (result, error) {
	if s.ready.Load() {
		return s.result, nil
	}
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return result{}, ctx.Err()
	}
	defer func() { <-s.turn }()
	if s.ready.Load() {
		return s.result, nil
	}
	filled, err := fill()
	if err != nil {
		return result{}, err
	}
	s.cache.keep(s, filled)
	return filled, nil
}

// keep makes a slot ready and counts what is in it.
func (c *cache) keep(s *slot, filled result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s.result = filled
	s.ready.Store(true)
	if element, ok := c.slots[s.key]; ok && element.Value == s {
		c.items += len(filled.entries)
		c.shrink()
	}
}
