package server_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Crate has nodes without a class, which share keys with what they are in and with what is in them.
type Crate struct {
	ID    string `json:"id" ld:"@id"`
	Year  int    `json:"year" ld:"ex:built"`
	Inner *Inner `json:"inner" ld:"ex:plain"`
}

// Inner has a key that a class is called as, and a node of that class.
type Inner struct {
	Date  hydra.Date `json:"date" ld:"ex:day"`
	Seal  string     `json:"Lid" ld:"ex:lid"`
	Lid   *Lid       `json:"lid" ld:"ex:closedBy"`
	Depth *Depth     `json:"depth" ld:"ex:depth"`
}

// Depth is a node without a class in another.
type Depth struct {
	Date int `json:"date" ld:"ex:metres"`
}

// Lid has a class.
type Lid struct {
	_    struct{} `ld:"ex:Lid"`
	Year int      `json:"year" ld:"ex:year"`
}

func TestKeysOfNodesWithoutClassMeanWhatTheyMeanThere(t *testing.T) {
	class := hydra.NewClass[Crate]("https://example.org/ns#Crate", "/crates", hydra.ClassMeta{Prefixes: example})
	inner := func() *Inner {
		return &Inner{Date: day(t, "2026-01-02"), Seal: "a", Lid: &Lid{Year: 1999}, Depth: &Depth{Date: 3}}
	}
	api := serve(t, class, nil, &Crate{ID: "1", Year: 1990, Inner: inner()})
	for _, path := range []string{"/api/crates/1", "/api/crates"} {
		want := graph(t, api, path, get(api, path, "Accept", "application/n-quads"))
		got := graph(t, api, path, get(api, path))
		if diff := rdf.Diff(want, got); diff != "" || len(want) < 12 {
			t.Errorf("%s: %d statements\n%s", path, len(want), diff)
		}
	}
	// rdflib 6 and 7 lose nodes where terms don't propagate, so that contexts say it only where it matters: here, since
	// "Lid" is a class.
	context := get(api, "/api/contexts/"+contextOf(t, get(api, "/api/crates/1").Body.String())).Body.String()
	if n := strings.Count(context, "@propagate"); n != 1 {
		t.Errorf("%d contexts don't propagate, want that of Inner: %s", n, context)
	}
	people := newAPI(t, []*Specimen{full(t)})
	context = get(people, "/api/contexts/"+contextOf(t, get(people, "/api/specimens").Body.String())).Body.String()
	if strings.Contains(context, "@propagate") {
		t.Errorf("terms may propagate here: %s", context)
	}
}

// contextOf is the file name of the context of a document.
func contextOf(t *testing.T, document string) string {
	t.Helper()
	_, name, found := strings.Cut(document, `"@context":"/api/contexts/`)
	name, _, closed := strings.Cut(name, `"`)
	if !found || !closed {
		t.Fatalf("no context in %s", document)
	}
	return name
}
