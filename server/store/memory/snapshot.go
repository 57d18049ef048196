package memory

import (
	"context"
	"strings"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

// snapshot is the content of a store at one moment. It is immutable but for its cache.
type snapshot struct {
	table   *table
	version string
	ids     sorted.List[item]   // all entries under the absent key: in the order of the identifiers
	hashes  sorted.List[item]   // all entries under the hash of the identifier
	indexes []sorted.List[item] // one for each column
	words   sorted.List[posting]
	cache   *cache
}

func (s *snapshot) size() int { return s.ids.Len() }

// get returns the entry with an identifier, or nil.
func (s *snapshot) get(id string) *entry {
	key := s.table.hash(id)
	found := s.hashes.Find(func(i *item) int {
		if c := store.Compare(i.key, key); c != 0 {
			return c
		}
		return strings.Compare(i.entry.id, id)
	})
	if found == nil {
		return nil
	}
	return found.entry
}

// page appends the entries of one page, and says whether there are more behind it.
func (s *snapshot) page(ctx context.Context, query *store.Query, dst []*entry) ([]*entry, bool, error) {
	var (
		filters [4]filter
		order   [4]orderKey
		key     [256]byte
	)
	p, err := s.plan(query, filters[:0], order[:0])
	if err != nil {
		return nil, false, err
	}
	limit, offset := max(query.Limit, 0), max(query.Offset, 0)
	all, direct := p.direct()
	if !direct {
		slot := s.cache.slot(p.appendKey(key[:0], true))
		if !slot.isReady() && slot.firstTime() {
			if entries, more, found := p.walk(query.After, offset, limit, dst); found {
				return entries, more, ctx.Err()
			}
		}
		result, err := slot.get(ctx, func() (result, error) { return p.list(ctx) })
		if err != nil {
			return nil, false, err
		}
		all = sequence{result: result.entries}
	}
	offset = min(offset, all.size())
	if query.After != nil {
		offset += all.upTo(p.order, query.After)
	}
	dst = all.append(dst, offset, limit)
	return dst, offset+len(dst) < all.size(), ctx.Err()
}

// count returns how many resources the filters and the search select.
func (s *snapshot) count(ctx context.Context, query *store.Query) (int, error) {
	var (
		filters [4]filter
		key     [256]byte
	)
	p, err := s.plan(&store.Query{Filters: query.Filters, Search: query.Search}, filters[:0], nil)
	if err != nil {
		return 0, err
	}
	if n, ok := p.countDirectly(); ok {
		return n, ctx.Err()
	}
	slot := s.cache.slot(p.appendKey(key[:0], false))
	result, err := slot.get(ctx, func() (result, error) {
		n, err := p.count(ctx)
		return result{count: n}, err
	})
	return result.count, err
}
