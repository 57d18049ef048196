package rdf_test

import (
	"bytes"
	"io"
	"slices"
	"testing"

	"github.com/hydrant-ld/hydrant/internal/catalogue"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// TestReadersAllocateLittle counts what reading a document costs beyond its longest term.
func TestReadersAllocateLittle(t *testing.T) {
	quads := catalogueQuads(200)
	for _, s := range syntaxes() {
		if s.name == "XML" {
			continue // knakk/rdf allocates as it thinks fit
		}
		t.Run(s.name, func(t *testing.T) {
			document := catalogueDocument(t, s, quads)
			allocs := testing.AllocsPerRun(3, func() {
				if n, err := count(s, document); n != len(quads) || err != nil {
					t.Errorf("read %d statements of %d, %v", n, len(quads), err)
				}
			})
			if per := allocs / float64(len(quads)); per > 1 {
				t.Errorf("%.2f allocations a statement, want 1 at most", per)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	quads := catalogueQuads(1000)
	for _, s := range syntaxes() {
		b.Run("syntax="+s.name, func(b *testing.B) {
			document := catalogueDocument(b, s, quads)
			b.ReportAllocs()
			b.SetBytes(int64(len(document)))
			for b.Loop() {
				if _, err := count(s, document); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*float64(len(quads))/b.Elapsed().Seconds(), "triples/s")
		})
	}
}

func catalogueQuads(datasets int) []rdf.Quad {
	var quads []rdf.Quad
	for triple := range catalogue.Triples(datasets) {
		quads = append(quads, rdf.Quad{Triple: triple})
	}
	return slices.Clip(quads)
}

func catalogueDocument(tb testing.TB, s syntax, quads []rdf.Quad) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := s.write(&b, quads); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func count(s syntax, document []byte) (int, error) {
	n := 0
	for _, err := range s.read(bytes.NewReader(document), rdf.Options{}) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func BenchmarkWrite(b *testing.B) {
	quads := catalogueQuads(1000)
	for _, s := range syntaxes() {
		b.Run("syntax="+s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := s.write(io.Discard, quads); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*float64(len(quads))/b.Elapsed().Seconds(), "triples/s")
		})
	}
}
