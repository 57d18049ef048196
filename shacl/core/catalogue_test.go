package core_test

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// catalogue yields a DCAT-AP catalogue of n data sets with two distributions each, some 50 triples a data set. Every
// fiftieth data set has a fault, of four kinds in turn: see [faults].
func catalogue(n int) iter.Seq2[rdf.Triple, error] {
	return func(yield func(rdf.Triple, error) bool) {
		w := catalogueWriter{yield: func(t rdf.Triple) bool { return yield(t, nil) }}
		w.catalogue(n)
	}
}

// faults is how many results the faults of n data sets have under the shapes of DCAT-AP 3.0.1.
func faults(n int) int { return (n + 49) / 50 }

type catalogueWriter struct {
	yield   func(rdf.Triple) bool
	stopped bool
}

func (w *catalogueWriter) add(s rdf.Term, p vocab.IRI, o rdf.Term) {
	w.stopped = w.stopped || !w.yield(rdf.Triple{Subject: s, Predicate: rdf.NewIRI(p), Object: o})
}

func iri(format string, args ...any) rdf.Term {
	return rdf.NewIRI(vocab.IRI("https://data.example.org/" + fmt.Sprintf(format, args...)))
}

func (w *catalogueWriter) catalogue(n int) {
	c := iri("catalogue")
	w.add(c, vocab.RDFType, rdf.NewIRI(vocab.DCATCatalog))
	w.add(c, vocab.DCTTitle, rdf.NewLangString("Catalogue", "en"))
	w.add(c, vocab.DCTDescription, rdf.NewLangString("Everything that is measured.", "en"))
	w.add(c, vocab.DCTPublisher, iri("agents/0"))
	for i := range 50 {
		w.add(iri("agents/%d", i), vocab.RDFType, rdf.NewIRI(vocab.FOAFAgent))
		w.add(iri("agents/%d", i), vocab.FOAFName, rdf.NewLangString(fmt.Sprintf("Agency %d", i), "nl"))
	}
	w.codes(n)
	for i := 0; i < n && !w.stopped; i++ {
		fault := -1
		if i%50 == 0 {
			fault = i / 50 % 4
		}
		w.dataset(c, i, fault)
	}
}

// codes describes what data sets refer to.
func (w *catalogueWriter) codes(n int) {
	for _, code := range []struct {
		name  string
		class vocab.IRI
	}{
		{"languages/en", vocab.DCTLinguisticSystem},
		{"languages/nl", vocab.DCTLinguisticSystem},
		{"access/public", vocab.DCTRightsStatement},
		{"frequencies/hourly", vocab.DCTFrequency},
		{"types/csv", vocab.DCTMediaType},
		{"formats/csv", vocab.DCTMediaTypeOrExtent},
		{"licences/cc0", vocab.DCTLicenseDocument},
	} {
		w.add(iri("%s", code.name), vocab.RDFType, rdf.NewIRI(code.class))
	}
	for i := range 13 {
		w.add(iri("themes/%d", i), vocab.RDFType, rdf.NewIRI(vocab.SKOSConcept))
		w.add(iri("themes/%d", i), vocab.SKOSPrefLabel, rdf.NewLangString(fmt.Sprintf("Theme %d", i), "en"))
	}
	for i := range min(n, 300) {
		w.add(iri("places/%d", i), vocab.RDFType, rdf.NewIRI(vocab.DCTLocation))
	}
}

func (w *catalogueWriter) dataset(c rdf.Term, i, fault int) {
	d := iri("datasets/%d", i)
	w.add(c, vocab.DCATDatasetProperty, d)
	w.add(d, vocab.RDFType, rdf.NewIRI(vocab.DCATDataset))
	if fault != 0 { // no title
		w.add(d, vocab.DCTTitle, rdf.NewLangString(fmt.Sprintf("Measurements of series %d", i), "en"))
		w.add(d, vocab.DCTTitle, rdf.NewLangString(fmt.Sprintf("Metingen van reeks %d", i), "nl"))
	}
	w.add(d, vocab.DCTDescription, rdf.NewLangString(fmt.Sprintf("What was measured in series %d, every hour since the beginning.", i), "en"))
	w.add(d, vocab.DCTDescription, rdf.NewLangString(fmt.Sprintf("Wat er in reeks %d gemeten is, elk uur sinds het begin.", i), "nl"))
	w.add(d, vocab.DCTPublisher, iri("agents/%d", i%50))
	if fault == 1 { // two publishers
		w.add(d, vocab.DCTPublisher, iri("agents/%d", (i+1)%50))
	}
	w.add(d, vocab.DCTIssued, rdf.NewLiteral(fmt.Sprintf("20%02d-%02d-%02d", i%25, i%12+1, i%28+1), vocab.XSDDate))
	w.add(d, vocab.DCTModified, rdf.NewLiteral(fmt.Sprintf("2025-%02d-%02dT%02d:30:00Z", i%12+1, i%28+1, i%24), vocab.XSDDateTime))
	w.add(d, vocab.DCTIdentifier, rdf.NewString(fmt.Sprintf("series-%d", i)))
	for k := range 4 {
		w.add(d, vocab.DCATKeyword, rdf.NewLangString(fmt.Sprintf("keyword %d", (i*7+k*13)%500), "en"))
	}
	for k := range 2 {
		w.add(d, vocab.DCATTheme, iri("themes/%d", (i+k)%13))
	}
	w.add(d, vocab.DCTLanguage, iri("languages/en"))
	w.add(d, vocab.DCTLanguage, iri("languages/nl"))
	w.add(d, vocab.DCTAccessRights, iri("access/public"))
	w.add(d, vocab.DCTAccrualPeriodicity, iri("frequencies/hourly"))
	w.add(d, vocab.DCTSpatial, iri("places/%d", i%300))
	contact := rdf.NewBlankNode(fmt.Sprintf("contact%d", i))
	w.add(d, vocab.DCATContactPoint, contact)
	w.add(contact, vocab.RDFType, rdf.NewIRI(vocab.VCardKind))
	w.add(contact, vocab.VCardFn, rdf.NewString(fmt.Sprintf("Desk %d", i)))
	w.add(contact, vocab.VCardHasEmail, rdf.NewIRI(vocab.IRI(fmt.Sprintf("mailto:desk%d@example.org", i))))
	period := rdf.NewBlankNode(fmt.Sprintf("period%d", i))
	w.add(d, vocab.DCTTemporal, period)
	w.add(period, vocab.RDFType, rdf.NewIRI(vocab.DCTPeriodOfTime))
	w.add(period, vocab.DCATStartDate, rdf.NewLiteral(fmt.Sprintf("19%02d-01-01", i%100), vocab.XSDDate))
	w.add(period, vocab.DCATEndDate, rdf.NewLiteral(fmt.Sprintf("20%02d-12-31", i%25), vocab.XSDDate))
	for k := range 2 {
		f := fault
		if k == 0 {
			f = -1
		}
		w.distribution(d, i, k, f)
	}
}

func (w *catalogueWriter) distribution(dataset rdf.Term, i, k, fault int) {
	d := iri("datasets/%d/distributions/%d", i, k)
	w.add(dataset, vocab.DCATDistributionProperty, d)
	w.add(d, vocab.RDFType, rdf.NewIRI(vocab.DCATDistribution))
	w.add(d, vocab.DCTTitle, rdf.NewLangString(fmt.Sprintf("File %d of series %d", k, i), "en"))
	if fault != 3 { // no access URL
		w.add(d, vocab.DCATAccessURL, iri("files/%d-%d", i, k))
	}
	w.add(d, vocab.DCATDownloadURL, iri("files/%d-%d.csv", i, k))
	w.add(d, vocab.DCATMediaType, iri("types/csv"))
	w.add(d, vocab.DCTFormat, iri("formats/csv"))
	w.add(d, vocab.DCTLicense, iri("licences/cc0"))
	w.add(d, vocab.DCATByteSize, rdf.NewLiteral(strconv.Itoa(1000+i*37+k), vocab.XSDNonNegativeInteger))
	issued := rdf.NewLiteral(fmt.Sprintf("2024-%02d-01", i%12+1), vocab.XSDDate)
	if fault == 2 { // no date
		issued.Value = "spring"
	}
	w.add(d, vocab.DCTIssued, issued)
}

func catalogueGraph(tb testing.TB, n int) *rdf.Graph {
	tb.Helper()
	g, err := rdf.ReadGraph(catalogue(n))
	if err != nil {
		tb.Fatal(err)
	}
	return g
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
