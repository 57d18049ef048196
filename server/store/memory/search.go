package memory

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unique"
	"unsafe"

	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

// word is a word of a resource; however many have it, it is in memory once.
type word = unique.Handle[string]

// posting is a resource under one of its words in the index of words: in the order of the words, those with the same word
// in the order of the identifiers.
type posting struct {
	word  word
	entry *entry
}

func comparePostings(a, b *posting) int {
	if a.word != b.word {
		return strings.Compare(a.word.Value(), b.word.Value())
	}
	return strings.Compare(a.entry.id, b.entry.id)
}

// words returns the words of a resource, each once and in order.
func (t *table) words(resource unsafe.Pointer) []word {
	if len(t.searchable) == 0 {
		return nil
	}
	var texts [64]string
	all := texts[:0]
	for _, p := range t.searchable {
		store.Each(p, resource, func(v store.Value) bool {
			all = store.AppendWords(all, v.String())
			return true
		})
	}
	slices.Sort(all)
	all = slices.Compact(all)
	words := make([]word, len(all))
	for i, text := range all {
		words[i] = unique.Make(text)
	}
	return words
}

// postings calls add with each posting of an entry.
func postings(e *entry, add func(posting)) {
	for _, w := range e.words {
		add(posting{w, e})
	}
}

// search is a free text, compiled for a snapshot.
type search struct {
	// words must all be there, prefix as the beginning of a word at least.
	words  []string
	prefix string
	// low and high are the stretch of the index of words that holds the fewest postings and all resources to be found.
	low, high int
	// once says that no resource is in the stretch twice.
	once bool
}

// search compiles a free text, nil for none.
func (s *snapshot) search(text string) (*search, error) {
	if text == "" {
		return nil, nil //nolint:nilnil // nothing to search for is nothing wrong
	}
	words := store.AppendWords(nil, text)
	switch {
	case len(s.table.searchable) == 0:
		return nil, errors.New("memory: the store has no index of words to search")
	case len(words) == 0:
		return nil, errors.New("memory: the text to search for has no words")
	}
	last := len(words) - 1
	f := &search{words: words[:last], prefix: words[last]}
	f.low = s.words.Search(func(p *posting) bool { return p.word.Value() >= f.prefix })
	f.high = s.words.Search(func(p *posting) bool {
		w := p.word.Value()
		return w >= f.prefix && !strings.HasPrefix(w, f.prefix)
	})
	f.once = f.low == f.high || s.words.At(f.low).word == s.words.At(f.high-1).word
	for _, w := range f.words {
		low := s.words.Search(func(p *posting) bool { return p.word.Value() >= w })
		high := s.words.Search(func(p *posting) bool { return p.word.Value() > w })
		if high-low < f.count() {
			f.low, f.high, f.once = low, high, true
		}
	}
	return f, nil
}

// count is the greatest number of resources that may be found.
func (f *search) count() int { return f.high - f.low }

// finds says whether an entry has all the words.
func (f *search) finds(e *entry) bool {
	for _, w := range f.words {
		if i := e.place(w); i == len(e.words) || e.words[i].Value() != w {
			return false
		}
	}
	i := e.place(f.prefix)
	return i < len(e.words) && strings.HasPrefix(e.words[i].Value(), f.prefix)
}

// place is that of the first of the entry's words that is not less than a word.
func (e *entry) place(text string) int {
	i, _ := slices.BinarySearchFunc(e.words, text, func(w word, text string) int { return strings.Compare(w.Value(), text) })
	return i
}

// appendKey appends what tells a search, or none, from others.
func (f *search) appendKey(dst []byte) []byte {
	if f == nil {
		return append(dst, 0)
	}
	for _, w := range f.words {
		dst = append(append(dst, w...), ' ')
	}
	return append(append(dst, f.prefix...), '*', 0)
}

// collectFound returns the entries that the search finds and for which all filters hold, in the order of the identifiers.
func (p *plan) collectFound(ctx context.Context) ([]*entry, error) {
	var entries []*entry
	err, seen := ctx.Err(), 0
	p.snapshot.words.Ascend(p.search.low, func(at *posting) bool {
		if seen%batch == 0 {
			err = ctx.Err()
		}
		if seen == p.search.count() || err != nil {
			return false
		}
		seen++
		if p.holds(at.entry) {
			entries = append(entries, at.entry)
		}
		return true
	})
	if !p.search.once {
		slices.SortFunc(entries, func(a, b *entry) int { return strings.Compare(a.id, b.id) })
		entries = slices.Compact(entries)
	}
	return entries, err
}

// emptyWords is an index of words without any.
func emptyWords() sorted.List[posting] { return sorted.New(comparePostings) }
