package memory

import (
	"math"

	"github.com/hydrant-ld/hydrant/server/store"
)

// plan is how a snapshot answers a query.
type plan struct {
	snapshot *snapshot
	filters  []filter
	order    []orderKey
	search   *search // nil for none
}

// plan finds the indexes that a query is about. The buffers are the caller's, so that a plan costs no allocation.
func (s *snapshot) plan(query *store.Query, filters []filter, order []orderKey) (plan, error) {
	filters, err := s.filters(query.Filters, filters[:0])
	if err != nil {
		return plan{}, err
	}
	order, err = s.table.order(query, order[:0])
	if err != nil {
		return plan{}, err
	}
	found, err := s.search(query.Search)
	if err != nil {
		return plan{}, err
	}
	return plan{snapshot: s, filters: filters, order: order, search: found}, nil
}

// span returns the stretch of one index in which all filters hold, if there is one: of a filter by one value, or of
// filters by ranges of one property that has one value at most.
func (p *plan) span() (position, low, high int, ok bool) {
	first := &p.filters[0]
	low, high = first.low, first.high
	for i := range p.filters {
		f := &p.filters[i]
		if !f.spans || f.position != first.position || f.column.many && (len(p.filters) > 1 || !f.exact()) {
			return 0, 0, 0, false
		}
		low, high = max(low, f.low), min(high, f.high)
	}
	return first.position, low, max(low, high), true
}

// direct returns the sequence of the query's results if it is a stretch of an index.
func (p *plan) direct() (sequence, bool) {
	if p.search != nil {
		return sequence{}, false
	}
	if len(p.filters) == 0 {
		if len(p.order) > 1 {
			return sequence{}, false
		}
		return p.everything(), true
	}
	position, low, high, ok := p.span()
	if !ok {
		return sequence{}, false
	}
	r := run{index: p.snapshot.indexes[position], low: low, high: high}
	switch {
	case len(p.order) == 1 && p.order[0].position == position:
		r.around = p.order[0].descending
		return sequence{runs: [2]run{r}}, true
	case len(p.order) == 0 && len(p.filters) == 1 && p.filters[0].exact():
		return sequence{runs: [2]run{r}}, true
	default:
		return sequence{}, false
	}
}

// everything returns all resources in the order of the first key.
func (p *plan) everything() sequence {
	if len(p.order) == 0 {
		return sequence{runs: [2]run{{index: p.snapshot.ids, high: p.snapshot.size()}}}
	}
	key := &p.order[0]
	index := p.snapshot.indexes[key.position]
	absent := from(index, store.Value{})
	return sequence{runs: [2]run{
		{index: index, high: absent, around: key.descending},
		{index: index, low: absent, high: index.Len()},
	}}
}

// candidates returns the shortest stretch in the order of the first key that holds all results.
func (p *plan) candidates() sequence {
	all := p.everything()
	if len(p.order) == 0 {
		return all
	}
	r := &all.runs[0]
	for i := range p.filters {
		f := &p.filters[i]
		if f.spans && f.position == p.order[0].position {
			r.low, r.high = max(r.low, f.low), min(r.high, f.high)
			all.runs[1] = run{}
		}
	}
	r.high = max(r.low, r.high)
	return all
}

// countDirectly returns the number of results if the indexes tell it.
func (p *plan) countDirectly() (int, bool) {
	if p.search != nil {
		return 0, false
	}
	if len(p.filters) == 0 {
		return p.snapshot.size(), true
	}
	if _, low, high, ok := p.span(); ok {
		return high - low, true
	}
	f := &p.filters[0]
	if len(p.filters) == 1 && f.Operator == store.NotEqual && len(f.Values) == 1 {
		index := p.snapshot.indexes[f.position]
		return p.snapshot.size() - (behind(index, f.Values[0]) - from(index, f.Values[0])), true
	}
	return 0, false
}

// mostSelective returns the filter that leaves the fewest resources, as far as the indexes tell, nil when none does.
func (p *plan) mostSelective() *filter {
	var best *filter
	for i := range p.filters {
		f := &p.filters[i]
		if f.count < p.snapshot.size() && (best == nil || f.count < best.count) {
			best = f
		}
	}
	return best
}

// searchLeads says whether to start from what the search finds rather than from a filter, which may be nil.
func (p *plan) searchLeads(best *filter) bool {
	return p.search != nil && (best == nil || p.search.count() <= best.count)
}

// holds says whether an entry is one of the results.
func (p *plan) holds(e *entry) bool {
	return (p.search == nil || p.search.finds(e)) && allHold(p.filters, e.resource)
}

// selectivity estimates the share of resources for which all filters hold and that the search finds, taking these as
// independent.
func (p *plan) selectivity() float64 {
	share := 1.0
	if p.search != nil {
		share = min(1, float64(p.search.count())/float64(max(p.snapshot.size(), 1)))
	}
	for i := range p.filters {
		f := &p.filters[i]
		if f.Operator == store.Matches {
			const guess = 0.05
			share *= guess
		} else {
			share *= float64(f.count) / float64(max(p.snapshot.size(), 1))
		}
	}
	return math.Max(share, 1e-9)
}
