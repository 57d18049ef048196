package core_test

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"testing"

	"github.com/hydrant-ld/hydrant/internal/catalogue"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// flawed yields a DCAT-AP catalogue in which every fiftieth data set has a fault, of four kinds in turn: no title, a second
// publisher, and in a distribution a date that is none or no access URL.
func flawed(datasets int) iter.Seq[rdf.Triple] {
	const every, site = 50, "https://data.example.org/dataset/"
	type place struct {
		subject   string
		predicate vocab.IRI
	}
	faults := map[place]func(rdf.Triple) []rdf.Triple{}
	for i := 0; i < datasets; i += every {
		dataset := site + strconv.Itoa(i)
		switch i / every % 4 {
		case 0:
			faults[place{dataset, vocab.DCTTitle}] = func(rdf.Triple) []rdf.Triple { return nil }
		case 1:
			faults[place{dataset, vocab.DCTPublisher}] = func(t rdf.Triple) []rdf.Triple {
				second := t
				second.Object.Value += "0"
				return []rdf.Triple{t, second}
			}
		case 2:
			faults[place{dataset + "/distribution/1", vocab.DCTIssued}] = func(t rdf.Triple) []rdf.Triple {
				t.Object.Value = "spring"
				return []rdf.Triple{t}
			}
		case 3:
			faults[place{dataset + "/distribution/1", vocab.DCATAccessURL}] = func(rdf.Triple) []rdf.Triple { return nil }
		}
	}
	return func(yield func(rdf.Triple) bool) {
		for t := range catalogue.Triples(datasets) {
			changed := []rdf.Triple{t}
			if change := faults[place{t.Subject.Value, t.Predicate.IRI()}]; change != nil {
				changed = change(t)
			}
			for _, t := range changed {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// classes are those of the values that a catalogue refers to and does not describe.
func classes() map[vocab.IRI]vocab.IRI {
	return map[vocab.IRI]vocab.IRI{
		vocab.DCATTheme: vocab.SKOSConcept, vocab.DCTAccrualPeriodicity: vocab.DCTFrequency, vocab.DCTLanguage: vocab.DCTLinguisticSystem,
		vocab.DCTSpatial: vocab.DCTLocation, vocab.DCTAccessRights: vocab.DCTRightsStatement, vocab.DCATLandingPage: vocab.FOAFDocument,
		vocab.DCTFormat: vocab.DCTMediaTypeOrExtent, vocab.DCTLicense: vocab.DCTLicenseDocument,
	}
}

// faults is how many results the faults of n data sets have under the shapes of DCAT-AP 3.0.1.
func faults(n int) int { return (n + 49) / 50 }

// catalogueGraph is a flawed catalogue, with the classes of what it refers to.
func catalogueGraph(tb testing.TB, datasets int) *rdf.Graph {
	tb.Helper()
	var b rdf.GraphBuilder
	for t := range flawed(datasets) {
		b.Add(t)
		if class := classes()[t.Predicate.IRI()]; class != "" {
			b.Add(rdf.Triple{Subject: t.Object, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(class)})
		}
		if t.Predicate.IRI() == vocab.DCATTheme {
			b.Add(rdf.Triple{Subject: t.Object, Predicate: rdf.NewIRI(vocab.SKOSPrefLabel), Object: rdf.NewLangString(t.Object.Value, "en")})
		}
	}
	return b.Graph()
}

// dcatShapes are the shapes of DCAT-AP 3.0.1.
func dcatShapes(tb testing.TB) *core.Shapes {
	tb.Helper()
	shapes, err := core.Compile(load(tb, testdata(tb, "dcat-ap", "3.0.1", "shapes.ttl")), core.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	return shapes
}

func TestFaultsOfACatalogueAreFound(t *testing.T) {
	shapes := dcatShapes(t)
	for _, n := range []int{1, 100, 1000} {
		report, err := shapes.Validate(t.Context(), catalogueGraph(t, n), core.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Results) != faults(n) {
			t.Errorf("%d data sets: %d results, want %d: %v", n, len(report.Results), faults(n), report)
		}
	}
}

// shapeFiles are the shapes of the benchmarks: those of cardinalities and kinds, and those with the classes of values too.
func shapeFiles() map[string]string {
	return map[string]string{"cardinalities": "shapes.ttl", "classes": "dcat-ap-SHACL.ttl"}
}

func BenchmarkCompile(b *testing.B) {
	for name, file := range shapeFiles() {
		b.Run("shapes="+name, func(b *testing.B) {
			g := load(b, testdata(b, "dcat-ap", "3.0.1", file))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := core.Compile(g, core.Config{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkGraph(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("datasets=%d", n), func(b *testing.B) {
			triples := slices.Collect(catalogueGraph(b, n).All())
			b.ReportAllocs()
			for b.Loop() {
				rdf.NewGraph(triples...)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(triples)), "ns/triple")
		})
	}
}

func BenchmarkValidate(b *testing.B) {
	for name, file := range shapeFiles() {
		shapes, err := core.Compile(load(b, testdata(b, "dcat-ap", "3.0.1", file)), core.Config{})
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range []int{100, 1000, 10000} {
			b.Run(fmt.Sprintf("shapes=%s/datasets=%d", name, n), func(b *testing.B) {
				g := catalogueGraph(b, n)
				b.ReportAllocs()
				results := 0
				for b.Loop() {
					report, err := shapes.Validate(b.Context(), g, core.Options{})
					if err != nil {
						b.Fatal(err)
					}
					results = len(report.Results)
				}
				b.ReportMetric(float64(results), "results")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(g.Len()), "ns/triple")
			})
		}
	}
}
