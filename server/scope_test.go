package server_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Crate has nodes without a class, which share keys with what they are in and with what is in them.
type Crate struct {
	ID    string `json:"id" ld:"@id"`
	Year  int    `json:"year" ld:"ex:built"`
	Inner *Inner `json:"inner" ld:"ex:plain"`
	State State  `json:"open" ld:"ex:state"`
}

// Inner has nodes with and without a class in it.
type Inner struct {
	Date  hydra.Date       `json:"date" ld:"ex:day"`
	Year  hydra.LangString `json:"year" ld:"ex:vintage"`
	Lid   *Lid             `json:"lid" ld:"ex:closedBy"`
	Depth []Depth          `json:"depth" ld:"ex:depth"`
}

// Depth is a node without a class in another, and has the key that leads to it.
type Depth struct {
	Date  int   `json:"date" ld:"ex:metres"`
	Depth bool  `json:"depth" ld:"ex:deep"`
	State State `json:"year" ld:"ex:state"`
}

// Lid has a class, and nests itself and a node with the key that leads to it.
type Lid struct {
	_    struct{} `ld:"ex:Lid"`
	Year int      `json:"year" ld:"ex:year"`
	Lids []Lid    `json:"lid" ld:"ex:inside"`
	Seal *Seal    `json:"date" ld:"ex:seal"`
}

// Seal has a class.
type Seal struct {
	_    struct{} `ld:"ex:Seal"`
	Date *Depth   `json:"open" ld:"ex:at"`
	Lid  string   `json:"lid" ld:"ex:note"`
}

// State has a token that is called as properties are.
type State string

// Tokens lists the states.
func (State) Tokens() []hydra.Token {
	return []hydra.Token{{Name: "open", IRI: "https://example.org/ns#Open"}, {Name: "year", IRI: "https://example.org/ns#Yearly"}}
}

func TestKeysMeanWhatTheyMeanInTheirNode(t *testing.T) {
	class := hydra.NewClass[Crate]("https://example.org/ns#Crate", "/crates", hydra.ClassMeta{Prefixes: example})
	seal := &Seal{Date: &Depth{Date: 5, State: "open"}, Lid: "b"}
	api := serve(t, class, nil, &Crate{ID: "1", Year: 1990, State: "open", Inner: &Inner{
		Date: day(t, "2026-01-02"), Year: hydra.LangString{{Lang: "nl", Value: "oogst"}},
		Lid:   &Lid{Year: 1999, Lids: []Lid{{Year: 2000, Seal: seal, Lids: []Lid{{Year: 2001}}}}},
		Depth: []Depth{{Date: 3, Depth: true, State: "year"}, {Date: 4, State: "open"}},
	}})
	for _, path := range []string{"/api/crates/1", "/api/crates"} {
		want := graph(t, api, path, get(api, path, "Accept", "application/n-quads"))
		if diff := rdf.Diff(want, graph(t, api, path, get(api, path))); diff != "" || len(want) < 30 {
			t.Errorf("%s: %d statements\n%s", path, len(want), diff)
		}
		known := map[string]bool{}
		for _, triple := range want {
			known[anonymous(triple)] = true
		}
		triples := halGraph(t, api, path, get(api, path, "Accept", hal))
		for _, triple := range triples {
			if !known[anonymous(triple)] {
				t.Errorf("%s: JSON-LD does not say %s", path, anonymous(triple))
			}
		}
		if len(triples) < 15 {
			t.Errorf("%s: HAL says %d statements", path, len(triples))
		}
	}
}
