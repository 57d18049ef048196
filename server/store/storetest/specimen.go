package storetest

import (
	"fmt"
	"math/rand/v2"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Specimen is a resource with a property of every kind: with one value, optional, with many, nested, and nested in many.
type Specimen struct {
	ID     string           `json:"id" ld:"@id"`
	Name   string           `json:"name" ld:"ex:name" filter:"text" sort:"true"`
	Code   string           `json:"code" ld:"ex:code" filter:"exact"`
	Rank   string           `json:"rank" ld:"ex:rank" sort:"true"`
	Mode   Mode             `json:"mode" ld:"ex:mode" filter:"exact"`
	Owner  hydra.Ref[Owner] `json:"owner" ld:"ex:owner" filter:"exact"`
	Title  hydra.LangString `json:"title" ld:"ex:title" filter:"text"`
	Alive  bool             `json:"alive" ld:"ex:alive" filter:"exact" sort:"true"`
	Signed *bool            `json:"signed" ld:"ex:signed" filter:"exact"`
	Size   int              `json:"size" ld:"ex:size" filter:"range" sort:"true"`
	Depth  *int16           `json:"depth" ld:"ex:depth" filter:"range" sort:"true"`
	Legs   uint8            `json:"legs" ld:"ex:legs" filter:"range" sort:"true"`
	Weight float64          `json:"weight" ld:"ex:weight" filter:"range" sort:"true"`
	Ratio  *float32         `json:"ratio" ld:"ex:ratio" filter:"range" sort:"true"`
	Price  hydra.Decimal    `json:"price" ld:"ex:price" filter:"range" sort:"true"`
	Found  hydra.Date       `json:"found" ld:"ex:found" filter:"range" sort:"true"`
	Seen   hydra.DateTime   `json:"seen" ld:"ex:seen" filter:"range" sort:"true"`
	Logged time.Time        `json:"logged" ld:"ex:logged" filter:"range" sort:"true"`
	Noon   hydra.Time       `json:"noon" ld:"ex:noon" filter:"range" sort:"true"`
	Year   hydra.GYear      `json:"year" ld:"ex:year" filter:"range" sort:"true"`
	Tags   []string         `json:"tags" ld:"ex:tag" filter:"text"`
	Scores []int            `json:"scores" ld:"ex:score" filter:"range"`
	Place  *Place           `json:"place" ld:"ex:place"`
	Parts  []Part           `json:"parts" ld:"ex:part"`
}

// value returns the first value of a property.
func (s *Specimen) value(p *hydra.Property) store.Value {
	return store.ValueOf(p, unsafe.Pointer(s)) //nolint:gosec // the property is one of a Specimen
}

// values returns all values of a property.
func (s *Specimen) values(p *hydra.Property) []store.Value {
	var values []store.Value
	store.Each(p, unsafe.Pointer(s), func(v store.Value) bool { //nolint:gosec // the property is one of a Specimen
		values = append(values, v)
		return true
	})
	return values
}

// Place is where a specimen was found.
type Place struct {
	City   string `json:"city" ld:"ex:city" filter:"text" sort:"true"`
	Height *int   `json:"height" ld:"ex:height" filter:"range" sort:"true"`
}

// Part is a part of a specimen.
type Part struct {
	Label string       `json:"label" ld:"ex:label" filter:"exact"`
	Added []hydra.Date `json:"added" ld:"ex:added" filter:"range"`
}

// Owner is whom a specimen belongs to.
type Owner struct {
	ID string `json:"id" ld:"@id"`
}

// Mode is an enumeration.
type Mode string

// Tokens lists the modes.
func (Mode) Tokens() []hydra.Token {
	return []hydra.Token{
		{Name: "dry", IRI: namespace + "Dry"}, {Name: "wet", IRI: namespace + "Wet"}, {Name: "frozen", IRI: namespace + "Frozen"},
	}
}

const namespace = "https://specimens.example/ns#"

// NewClass declares the specimens.
func NewClass() *hydra.Class[Specimen] {
	return hydra.NewClass[Specimen](namespace+"Specimen", "/specimens", hydra.ClassMeta{
		Prefixes: map[string]string{"ex": namespace},
	})
}

// Generate makes specimens: always the same for the same number and seed, with many equal and many absent values. Their
// identifiers are in no particular order.
func Generate(count int, seed uint64) []*Specimen {
	g := generator{rand.New(rand.NewPCG(seed, uint64(count)))} //nolint:gosec // reproducible, not secret
	specimens := make([]*Specimen, count)
	for i := range specimens {
		specimens[i] = g.specimen(fmt.Sprintf("s%d", i))
	}
	g.Shuffle(count, func(i, j int) { specimens[i].ID, specimens[j].ID = specimens[j].ID, specimens[i].ID })
	return specimens
}

type generator struct{ *rand.Rand }

func (g generator) specimen(id string) *Specimen {
	s := &Specimen{
		ID: id, Name: g.name(), Code: fmt.Sprintf("C-%d", g.IntN(40)), Rank: g.name(), Mode: g.mode(),
		Alive: g.sometimes(), Size: g.IntN(50) - 25, Legs: uint8(g.IntN(9)), Weight: float64(g.IntN(40)) / 8, //nolint:gosec // small
		Tags: many(g, g.word), Scores: many(g, func() int { return g.IntN(12) - 6 }),
	}
	if g.sometimes() {
		s.Owner = hydra.Ref[Owner]{ID: fmt.Sprintf("o%d", g.IntN(6))}
		s.Signed, s.Depth, s.Ratio = optional(g, g.sometimes()), optional(g, int16(g.IntN(9)-4)), optional(g, float32(g.IntN(9))/10) //nolint:gosec // small
	}
	if g.sometimes() {
		s.Title = hydra.LangString{{Lang: "en", Value: g.name()}, {Lang: "nl", Value: g.name()}}
	}
	if g.sometimes() {
		s.Price = hydra.Decimal(fmt.Sprintf("%d.%d0", g.IntN(4)-2, g.IntN(3)))
		s.Found, s.Noon, s.Year = g.date(), g.time(), hydra.GYear(2020+g.IntN(5)) //nolint:gosec // small
	}
	if g.sometimes() {
		at := time.Date(2024, 1, 1, g.IntN(3), 0, g.IntN(3), g.IntN(3), time.UTC)
		s.Seen, s.Logged = literal.DateTimeOf(at), at.Add(time.Duration(g.IntN(3))*time.Hour)
	}
	if g.sometimes() {
		s.Place = &Place{City: g.word(), Height: optional(g, g.IntN(5))}
	}
	s.Parts = many(g, func() Part { return Part{Label: g.word(), Added: many(g, g.date)} })
	return s
}

func (g generator) sometimes() bool { return g.IntN(4) != 0 }

func (g generator) word() string {
	words := []string{"", "amber", "Amber", "beryl", "été", "coral, red", "coral", "z", "Ωmega", "amb"}
	return words[g.IntN(len(words))]
}

func (g generator) name() string {
	if g.IntN(3) == 0 {
		return g.word()
	}
	return g.word() + " " + g.word()
}

func (g generator) mode() Mode {
	modes := []Mode{"dry", "wet", "frozen", ""}
	return modes[g.IntN(len(modes))]
}

func (g generator) date() hydra.Date {
	return literal.DateOf(time.Date(2024, time.Month(1+g.IntN(3)), 1+g.IntN(4), 0, 0, 0, 0, time.UTC))
}

func (g generator) time() hydra.Time {
	return literal.TimeOf(time.Date(2024, 1, 1, g.IntN(4), 0, 0, g.IntN(2), time.UTC))
}

func optional[V any](g generator, v V) *V {
	if g.sometimes() {
		return &v
	}
	return nil
}

func many[V any](g generator, one func() V) []V {
	values := make([]V, max(g.IntN(6)-2, 0))
	for i := range values {
		values[i] = one()
	}
	return values
}
