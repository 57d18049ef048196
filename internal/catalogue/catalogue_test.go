package catalogue_test

import (
	"slices"
	"testing"

	"github.com/hydrant-ld/hydrant/internal/catalogue"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestTriplesAreTheSameEveryTimeAndOnlyOnce(t *testing.T) {
	first := slices.Collect(catalogue.Triples(20))
	if !slices.Equal(first, slices.Collect(catalogue.Triples(20))) {
		t.Error("two runs differ")
	}
	if g := rdf.NewGraph(first...); g.Len() != len(first) {
		t.Errorf("%d of %d statements are distinct", g.Len(), len(first))
	}
}

func TestTriplesGrowWithTheDatasets(t *testing.T) {
	n := [2]int{len(slices.Collect(catalogue.Triples(100))), len(slices.Collect(catalogue.Triples(200)))}
	if per := (n[1] - n[0]) / 100; per < 45 || per > 55 {
		t.Errorf("%d statements a data set", per)
	}
}

func TestTriplesStopWhenAsked(t *testing.T) {
	n := 0
	for range catalogue.Triples(10) {
		if n++; n == 200 {
			break
		}
	}
	if n != 200 {
		t.Errorf("got %d statements", n)
	}
}
