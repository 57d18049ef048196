package storetest

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
)

// model answers queries by looking at every specimen: what is right by being simple.
type model []*Specimen

// selected returns the specimens that the filters select, in the query's order.
func (m model) selected(q *store.Query) []*Specimen {
	var selected []*Specimen
	for _, s := range m {
		if q.Search != "" && !finds(q.Search, s) {
			continue
		}
		if !slices.ContainsFunc(q.Filters, func(f store.Filter) bool { return !satisfies(s, f) }) {
			selected = append(selected, s)
		}
	}
	slices.SortFunc(selected, func(a, b *Specimen) int {
		for _, key := range q.Sort {
			va, vb := a.value(key.Property), b.value(key.Property)
			c := store.Compare(va, vb)
			if key.Descending && !va.IsAbsent() && !vb.IsAbsent() {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return strings.Compare(a.ID, b.ID)
	})
	return selected
}

// finds says whether a free text finds a specimen.
func finds(text string, s *Specimen) bool {
	texts := slices.Concat([]string{s.Name}, s.Tags)
	for _, title := range s.Title {
		texts = append(texts, title.Value)
	}
	if s.Place != nil {
		texts = append(texts, s.Place.City)
	}
	var have []string
	for _, text := range texts {
		have = store.AppendWords(have, text)
	}
	wanted := store.AppendWords(nil, text)
	for _, word := range wanted[:len(wanted)-1] {
		if !slices.Contains(have, word) {
			return false
		}
	}
	return slices.ContainsFunc(have, func(word string) bool { return strings.HasPrefix(word, wanted[len(wanted)-1]) })
}

func satisfies(s *Specimen, f store.Filter) bool {
	values := s.values(f.Property)
	equal := func(v store.Value) bool {
		return slices.ContainsFunc(f.Values, func(wanted store.Value) bool { return store.Compare(v, wanted) == 0 })
	}
	compared := func(holds func(int) bool) bool {
		return slices.ContainsFunc(values, func(v store.Value) bool { return holds(store.Compare(v, f.Values[0])) })
	}
	switch f.Operator {
	case store.Equal:
		return slices.ContainsFunc(values, equal)
	case store.NotEqual:
		return !slices.ContainsFunc(values, equal)
	case store.Greater:
		return compared(func(c int) bool { return c > 0 })
	case store.GreaterOrEqual:
		return compared(func(c int) bool { return c >= 0 })
	case store.Less:
		return compared(func(c int) bool { return c < 0 })
	case store.LessOrEqual:
		return compared(func(c int) bool { return c <= 0 })
	case store.Matches:
		pattern, err := query.CompilePattern(f.Values[0].String())
		return err == nil && slices.ContainsFunc(values, func(v store.Value) bool { return pattern.Match(v.String()) })
	}
	return false
}

// place returns the sort keys of a specimen, as a cursor carries them.
func place(s *Specimen, q *store.Query) ([]store.Value, error) {
	values := make([]store.Value, 0, len(q.Sort)+1)
	for _, key := range q.Sort {
		v, err := store.ParseKey(key.Property, string(s.value(key.Property).AppendKey(nil)))
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return append(values, store.Text(s.ID)), nil
}
