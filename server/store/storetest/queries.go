package storetest

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
)

// asker makes random queries that a store says it can answer.
type asker struct {
	generator
	specimens          []*Specimen
	filterable, sorted []*hydra.Property
	searchable         bool
}

func newAsker(g generator, d *hydra.Definition, s store.Store[Specimen], specimens []*Specimen) *asker {
	a := &asker{generator: g, specimens: specimens, searchable: s.Searchable}
	for _, p := range d.Properties {
		if p.Filter != hydra.FilterNone && (s.Filterable == nil || slices.Contains(s.Filterable, p.Path)) {
			a.filterable = append(a.filterable, p)
		}
		if p.Sortable && (s.Sortable == nil || slices.Contains(s.Sortable, p.Path)) {
			a.sorted = append(a.sorted, p)
		}
	}
	return a
}

func (a *asker) query() *store.Query {
	q := &store.Query{}
	if len(a.filterable) > 0 && len(a.specimens) > 0 {
		for range a.IntN(4) {
			f := a.filter(a.filterable[a.IntN(len(a.filterable))])
			q.Filters = append(q.Filters, f)
			if a.IntN(2) == 0 { // an interval, or two conditions that one of many values can't satisfy
				q.Filters = append(q.Filters, a.filter(f.Property))
			}
		}
	}
	if a.searchable && a.IntN(3) == 0 {
		q.Search = a.search()
	}
	if len(a.sorted) > 0 {
		for range a.IntN(3) {
			p := a.sorted[a.IntN(len(a.sorted))]
			if len(q.Filters) > 0 && a.IntN(2) == 0 && slices.Contains(a.sorted, q.Filters[0].Property) {
				p = q.Filters[0].Property
			}
			q.Sort = append(q.Sort, store.Order{Property: p, Descending: a.IntN(2) == 0})
		}
	}
	return q
}

// related makes a query that differs from another in one thing, so that a store that takes them for the same is found out.
func (a *asker) related(q *store.Query) *store.Query {
	other := &store.Query{Filters: slices.Clone(q.Filters), Search: q.Search, Sort: slices.Clone(q.Sort)}
	if a.searchable && a.IntN(4) == 0 {
		other.Search = a.search()
		return other
	}
	switch i := a.IntN(len(q.Filters) + len(q.Sort) + 1); {
	case i < len(q.Sort):
		other.Sort[i].Descending = !other.Sort[i].Descending
	case i < len(q.Sort)+len(q.Filters):
		other.Filters[i-len(q.Sort)] = a.filter(q.Filters[i-len(q.Sort)].Property)
	default:
		slices.Reverse(other.Filters)
		slices.Reverse(other.Sort)
	}
	return other
}

func (a *asker) filter(p *hydra.Property) store.Filter {
	operators := []store.Operator{store.Equal, store.Equal, store.NotEqual}
	switch p.Filter {
	case hydra.FilterRange:
		operators = append(operators, store.Greater, store.GreaterOrEqual, store.Less, store.LessOrEqual,
			store.Greater, store.GreaterOrEqual, store.Less, store.LessOrEqual)
	case hydra.FilterText:
		operators = append(operators, store.Matches, store.Matches)
	case hydra.FilterExact, hydra.FilterNone:
	}
	f := store.Filter{Property: p, Operator: operators[a.IntN(len(operators))]}
	if f.Operator == store.Matches {
		patterns := []string{"am*", "*er", "?mber", "*or*", "coral", "ér*", "*ME*", "no*"}
		f.Values = []store.Value{store.Text(patterns[a.IntN(len(patterns))])}
		return f
	}
	f.Values = []store.Value{a.value(p)}
	if f.Operator <= store.NotEqual {
		for a.IntN(3) == 0 {
			f.Values = append(f.Values, a.value(p))
		}
	}
	return f
}

// value returns a value that some specimen has, or another one of its kind.
func (a *asker) value(p *hydra.Property) store.Value {
	for range 20 {
		s := a.specimens[a.IntN(len(a.specimens))]
		if a.IntN(8) == 0 {
			s = a.specimen("")
		}
		if values := s.values(p); len(values) > 0 {
			return values[a.IntN(len(values))]
		}
	}
	for {
		if v := a.specimen("").value(p); !v.IsAbsent() {
			return v
		}
	}
}

// search returns a text of one to three words that are there, whole or not, and in many forms; or of none that is.
func (a *asker) search() string {
	var words []string
	for range 1 + a.IntN(3) {
		words = store.AppendWords(words, a.name()+" "+a.name())
	}
	a.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	if words = words[:min(len(words), 1+a.IntN(3))]; len(words) == 0 {
		return "no such word"
	}
	last := &words[len(words)-1]
	if runes := []rune(*last); a.IntN(2) == 0 {
		*last = string(runes[:1+a.IntN(len(runes))])
	}
	text := strings.Join(words, []string{" ", ", ", "-", "  "}[a.IntN(4)])
	if a.IntN(2) == 0 {
		text = strings.ToUpper(text)
	}
	return text
}
