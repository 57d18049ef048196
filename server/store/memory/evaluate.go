package memory

import (
	"context"
	"math/bits"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/store"
)

const (
	// batch is how many entries are looked at between two looks at the context.
	batch = 1024
	// walkBudget is the greatest number of entries that a query looks at to find a page that no index holds, before its
	// whole result is worked out.
	walkBudget = 4096
)

// result is what was worked out for a query: its entries in order, or their number.
type result struct {
	entries []*entry
	count   int
}

// list works out the whole result of a query.
func (p *plan) list(ctx context.Context) (result, error) {
	candidates := p.candidates()
	if p.searchLeads(p.mostSelective()) && sortingPays(p.search.count(), candidates.size()) {
		entries, err := p.collectFound(ctx)
		if err != nil {
			return result{}, err
		}
		if len(p.order) > 0 {
			slices.SortFunc(entries, func(a, b *entry) int { return compareEntries(p.order, a, b) })
		}
		return result{entries: nonNil(entries)}, nil
	}
	driver := p.driver(candidates.size())
	if driver != nil {
		entries, err := p.collect(ctx, driver)
		if err != nil {
			return result{}, err
		}
		if driver.Operator != store.Matches || sortingPays(len(entries), candidates.size()) {
			slices.SortFunc(entries, func(a, b *entry) int { return compareEntries(p.order, a, b) })
			return result{entries: nonNil(entries)}, nil
		}
	}
	var entries []*entry
	err := p.each(ctx, candidates, func(e *entry) { entries = append(entries, e) })
	if err != nil {
		return result{}, err
	}
	sortTies(p.order, entries)
	return result{entries: nonNil(entries)}, nil
}

func nonNil(entries []*entry) []*entry {
	if entries == nil {
		return []*entry{}
	}
	return slices.Clip(entries)
}

// driver returns the filter to start from: the most selective one, if its resources can be put in order in less time than
// it takes to look at as many as a walk along the order would see; else a pattern, whose property's distinct values
// are fewer than all resources; else nil, for the walk.
func (p *plan) driver(walk int) *filter {
	f := p.mostSelective()
	switch {
	case f == nil && walk == p.snapshot.size():
		return p.pattern()
	case f != nil && sortingPays(f.count, walk):
		return f
	default:
		return nil
	}
}

// sortingPays says whether putting as many entries in order takes less time than looking at all on a walk.
func sortingPays(entries, walk int) bool {
	return entries*bits.Len(uint(entries)) < walk
}

// pattern returns the first filter by a pattern, or nil.
func (p *plan) pattern() *filter {
	for i := range p.filters {
		if p.filters[i].Operator == store.Matches {
			return &p.filters[i]
		}
	}
	return nil
}

// collect returns the entries of a filter for which all the others hold too, each once.
func (p *plan) collect(ctx context.Context, driver *filter) ([]*entry, error) {
	var entries []*entry
	index := p.snapshot.indexes[driver.position]
	stretch := func(low, high int) error {
		s := sequence{runs: [2]run{{index: index, low: low, high: high}}}
		return p.each(ctx, s, func(e *entry) { entries = append(entries, e) })
	}
	var err error
	switch {
	case driver.spans:
		err = stretch(driver.low, driver.high)
	case driver.Operator == store.Matches:
		err = p.eachMatch(ctx, driver, stretch)
	default:
		for _, v := range driver.Values {
			if err = stretch(from(index, v), behind(index, v)); err != nil {
				break
			}
		}
	}
	if err != nil {
		return nil, err
	}
	if driver.column.many || len(driver.Values) > 1 {
		slices.SortFunc(entries, func(a, b *entry) int { return strings.Compare(a.id, b.id) })
		entries = slices.Compact(entries)
	}
	return entries, nil
}

// eachMatch calls stretch for each run of the index whose value matches a pattern; each distinct value is looked at once.
func (p *plan) eachMatch(ctx context.Context, f *filter, stretch func(low, high int) error) error {
	index := p.snapshot.indexes[f.position]
	var key store.Value
	matched, low, position := false, 0, 0
	var err error
	index.Ascend(0, func(i *item) bool {
		if position%batch == 0 {
			err = ctx.Err()
		}
		if position == 0 || store.Compare(i.key, key) != 0 {
			if matched && err == nil {
				err = stretch(low, position)
			}
			key, low = i.key, position
			matched = !key.IsAbsent() && f.pattern.Match(key.String())
		}
		position++
		return err == nil
	})
	if matched && err == nil {
		err = stretch(low, position)
	}
	return err
}

// each calls yield with the entries of a sequence that are among the results.
func (p *plan) each(ctx context.Context, s sequence, yield func(*entry)) error {
	var buffer [batch]*entry
	for offset := 0; ; offset += batch {
		if err := ctx.Err(); err != nil {
			return err
		}
		entries := s.append(buffer[:0], offset, batch)
		for _, e := range entries {
			if p.holds(e) {
				yield(e)
			}
		}
		if len(entries) < batch {
			return nil
		}
	}
}

// count works out the number of results.
func (p *plan) count(ctx context.Context) (int, error) {
	driver := p.mostSelective()
	if p.searchLeads(driver) {
		entries, err := p.collectFound(ctx)
		return len(entries), err
	}
	if driver == nil {
		driver = p.pattern()
	}
	if driver != nil {
		entries, err := p.collect(ctx, driver)
		return len(entries), err
	}
	n := 0
	err := p.each(ctx, p.everything(), func(*entry) { n++ })
	return n, err
}

// walk finds a page by walking along the order, if that is likely to take few steps and then does.
func (p *plan) walk(after []store.Value, offset, limit int, dst []*entry) (entries []*entry, more, found bool) {
	wanted := float64(offset) + float64(limit) + 1
	if len(p.order) > 1 || wanted > walkBudget*p.selectivity() {
		return nil, false, false
	}
	along := p.candidates()
	start := 0
	if after != nil {
		start = along.upTo(p.order, after)
	}
	var buffer [128]*entry
	for seen := 0; seen < walkBudget; seen += len(buffer) {
		step := along.append(buffer[:0], start+seen, len(buffer))
		for _, e := range step {
			if !p.holds(e) {
				continue
			}
			if offset > 0 {
				offset--
				continue
			}
			if len(dst) == limit {
				return dst, true, true
			}
			dst = append(dst, e)
		}
		if len(step) < len(buffer) {
			return dst, false, true
		}
	}
	return nil, false, false
}
