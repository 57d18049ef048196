package rdf

import (
	"hash/maphash"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// ID numbers a term within one graph; 0 is no term. IDs follow the order in which the graph's builder met the terms.
type ID uint32

// termTable numbers terms. It is written by one builder, and only read once a graph has it.
type termTable struct {
	// values and tags are the terms by ID. A tag is the number of the term's sort and its kind.
	values []string
	tags   []uint32
	// sorts are the datatypes and languages there are, numbers their places in it.
	sorts   []sort
	numbers map[sort]uint32
	// last is the number of the sort that was met last, as the next one is often the same.
	last uint32
	// slots is a hash table with open addressing, its length a power of two: the upper half of a slot is the hash of a
	// term, the lower half its ID. Hashes are seeded: whoever chooses the terms does not choose where they collide.
	slots []uint64
	seed  maphash.Seed
	// text is where the next values go. A chunk that is full is kept by its strings.
	text strings.Builder
}

// sort is what a literal has besides its lexical form. The zero sort is that of IRIs and blank nodes.
type sort struct {
	datatype vocab.IRI
	lang     string
}

const (
	kindBits   = 3
	stringSort = 1

	firstSlots = 16
	firstChunk = 512
	chunk      = 64 << 10
)

func newTermTable() *termTable {
	return &termTable{
		values: []string{""},
		tags:   []uint32{0},
		sorts:  []sort{{}, {datatype: vocab.XSDString}},
		slots:  make([]uint64, firstSlots),
		seed:   maphash.MakeSeed(),
	}
}

func (t *termTable) len() int { return len(t.values) - 1 }

func (t *termTable) term(id ID) Term {
	if int(id) >= len(t.tags) {
		return Term{}
	}
	s := &t.sorts[t.tags[id]>>kindBits]
	return Term{Kind: t.kind(id), Value: t.values[id], Datatype: s.datatype, Lang: s.lang}
}

func (t *termTable) kind(id ID) Kind {
	if int(id) >= len(t.tags) {
		return 0
	}
	return Kind(t.tags[id] & (1<<kindBits - 1))
}

// find returns the number of a term, 0 when there is none.
func (t *termTable) find(term *Term) ID {
	number, ok := t.sort(term)
	if !ok {
		return 0
	}
	tag := number<<kindBits | uint32(term.Kind)
	hash := t.hash(term.Value, tag)
	return ID(uint32(t.slots[t.slot(hash, term.Value, tag)])) //nolint:gosec // the lower half of a slot
}

// intern returns the number of a term, a new one when it has none.
func (t *termTable) intern(term *Term) ID {
	number, ok := t.sort(term)
	if !ok {
		number = t.addSort(term)
	}
	t.last = number
	tag := number<<kindBits | uint32(term.Kind)
	hash := t.hash(term.Value, tag)
	slot := t.slot(hash, term.Value, tag)
	if found := uint32(t.slots[slot]); found != 0 { //nolint:gosec // the lower half of a slot
		return ID(found)
	}
	id := uint32(len(t.values)) //nolint:gosec // bounded by mostTriples
	t.values = append(t.values, t.keep(term.Value))
	t.tags = append(t.tags, tag)
	t.slots[slot] = uint64(hash)<<32 | uint64(id)
	if 4*len(t.values) > 3*len(t.slots) {
		t.grow()
	}
	return ID(id)
}

// sort returns the number of a term's sort, or false for one that was not met yet.
func (t *termTable) sort(term *Term) (uint32, bool) {
	if term.Kind != Literal {
		return 0, true
	}
	if term.Lang == "" && term.Datatype == vocab.XSDString {
		return stringSort, true
	}
	if s := &t.sorts[t.last]; s.datatype == term.Datatype && s.lang == term.Lang {
		return t.last, true
	}
	number, ok := t.numbers[sort{term.Datatype, term.Lang}]
	return number, ok
}

func (t *termTable) addSort(term *Term) uint32 {
	if t.numbers == nil {
		t.numbers = map[sort]uint32{}
	}
	s := sort{vocab.IRI(strings.Clone(string(term.Datatype))), strings.Clone(term.Lang)}
	number := uint32(len(t.sorts)) //nolint:gosec // there are no more sorts than terms
	t.sorts = append(t.sorts, s)
	t.numbers[s] = number
	return number
}

func (t *termTable) hash(value string, tag uint32) uint32 {
	h := (maphash.String(t.seed, value) ^ uint64(tag)) * 0xff51afd7ed558ccd
	return uint32(h >> 32)
}

// slot returns where a term is, or where it belongs.
func (t *termTable) slot(hash uint32, value string, tag uint32) uint32 {
	mask := uint32(len(t.slots) - 1) //nolint:gosec // a hash has no more bits
	for i := hash & mask; ; i = (i + 1) & mask {
		entry := t.slots[i]
		id := uint32(entry) //nolint:gosec // the lower half of a slot
		if id == 0 || uint32(entry>>32) == hash && t.tags[id] == tag && t.values[id] == value {
			return i
		}
	}
}

func (t *termTable) grow() {
	old := t.slots
	t.slots = make([]uint64, 2*len(old))
	mask := uint64(len(t.slots) - 1) //nolint:gosec // a length is not negative
	for _, entry := range old {
		if entry == 0 {
			continue
		}
		i := entry >> 32 & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = entry
	}
}

// keep returns a copy of a value that shares its memory with others. What a reader returned may be part of something larger.
func (t *termTable) keep(value string) string {
	if t.text.Cap()-t.text.Len() < len(value) {
		size := min(max(firstChunk, 2*t.text.Cap()), chunk)
		t.text = strings.Builder{}
		t.text.Grow(max(size, len(value)))
	}
	start := t.text.Len()
	t.text.WriteString(value)
	return t.text.String()[start:]
}
