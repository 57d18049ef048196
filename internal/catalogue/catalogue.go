// Package catalogue makes DCAT-AP catalogues of any size, for benchmarks and for tests that look at growth. They are the same
// in every run, satisfy the shapes of DCAT-AP 3.0.1, and resemble real ones in what makes a reader or a validator work: about
// 50 statements a data set, literals in two languages, dates, numbers, blank nodes, and values that many data sets share.
package catalogue

import (
	"fmt"
	"iter"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	site       = "https://data.example.org/"
	authority  = "http://publications.europa.eu/resource/authority/"
	publishers = 25
)

// Triples yields a catalogue with a number of data sets, each of which has two distributions. Statements about one subject
// follow each other, those about a blank node come behind the one that refers to it.
func Triples(datasets int) iter.Seq[rdf.Triple] {
	return func(yield func(rdf.Triple) bool) {
		g := generator{yield: yield}
		g.catalogue(datasets)
		for i := range publishers {
			g.publisher(i)
		}
		for i := range datasets {
			if g.stopped {
				return
			}
			g.dataset(i)
			g.distribution(i, 0)
			g.distribution(i, 1)
		}
	}
}

// generator says things about a subject until nobody listens.
type generator struct {
	yield   func(rdf.Triple) bool
	stopped bool
	subject rdf.Term
}

func (g *generator) say(predicate vocab.IRI, objects ...rdf.Term) {
	for _, object := range objects {
		g.stopped = g.stopped || !g.yield(rdf.Triple{Subject: g.subject, Predicate: rdf.NewIRI(predicate), Object: object})
	}
}

func (g *generator) catalogue(datasets int) {
	g.subject = iri("catalogue")
	g.say(vocab.RDFType, rdf.NewIRI(vocab.DCATCatalog))
	g.texts(vocab.DCTTitle, "Open data", "Open data")
	g.texts(vocab.DCTDescription, "All data sets of the example.", "Alle gegevensverzamelingen van het voorbeeld.")
	g.say(vocab.DCTPublisher, iri("publisher/%d", 0))
	for i := range datasets {
		if g.stopped {
			return
		}
		g.say(vocab.DCATDatasetProperty, iri("dataset/%d", i))
	}
}

func (g *generator) publisher(i int) {
	g.subject = iri("publisher/%d", i)
	g.say(vocab.RDFType, rdf.NewIRI(vocab.FOAFAgent))
	g.texts(vocab.FOAFName, fmt.Sprintf("Municipality %d", i), fmt.Sprintf("Gemeente %d", i))
	g.say(vocab.DCTType, rdf.NewIRI("http://purl.org/adms/publishertype/LocalAuthority"))
}

func (g *generator) dataset(i int) {
	subject := topics[i%len(topics)]
	dataset := iri("dataset/%d", i)
	contact, period := rdf.NewBlankNode(fmt.Sprintf("contact%d", i)), rdf.NewBlankNode(fmt.Sprintf("period%d", i))
	g.subject = dataset
	g.say(vocab.RDFType, rdf.NewIRI(vocab.DCATDataset))
	g.texts(vocab.DCTTitle, fmt.Sprintf("%s, district %d", subject.en, i), fmt.Sprintf("%s, wijk %d", subject.nl, i))
	g.texts(vocab.DCTDescription,
		fmt.Sprintf("All %s of district %d, measured \"on the spot\" and checked twice a year. Contains no personal data.", subject.en, i),
		fmt.Sprintf("Alle %s van wijk %d, ter plaatse gemeten en tweemaal per jaar nagezien. Zonder persoonsgegevens – één bestand.", subject.nl, i))
	g.say(vocab.DCTIdentifier, rdf.NewString(fmt.Sprintf("DS-%06d", i)))
	g.say(vocab.DCTIssued, day(i))
	g.say(vocab.DCTModified, moment(i))
	g.say(vocab.DCTPublisher, iri("publisher/%d", i%publishers))
	g.say(vocab.DCATTheme, authorityTerm("data-theme/"+subject.theme), authorityTerm("data-theme/GOVE"))
	for _, keyword := range subject.keywords {
		g.say(vocab.DCATKeyword, rdf.NewLangString(keyword, "en"))
	}
	g.say(vocab.DCTAccrualPeriodicity, authorityTerm("frequency/ANNUAL_2"))
	g.say(vocab.DCTLanguage, authorityTerm("language/ENG"), authorityTerm("language/NLD"))
	g.say(vocab.DCTSpatial, rdf.NewIRI("https://sws.geonames.org/2797656/"))
	g.say(vocab.DCTAccessRights, authorityTerm("access-right/PUBLIC"))
	g.say(vocab.DCATLandingPage, iri("page/%d", i))
	g.say(vocab.DCATVersion, rdf.NewString(fmt.Sprintf("%d.%d", 1+i%3, i%10)))
	g.say(vocab.DCATSpatialResolutionInMeters, rdf.NewLiteral(fmt.Sprintf("%d.5", i%100), vocab.XSDDecimal))
	g.say(vocab.DCATDistributionProperty, iri("dataset/%d/distribution/%d", i, 0), iri("dataset/%d/distribution/%d", i, 1))

	g.say(vocab.DCATContactPoint, contact)
	g.subject = contact
	g.say(vocab.RDFType, rdf.NewIRI(vocab.VCardKind))
	g.say(vocab.VCardFn, rdf.NewString("Data desk"))
	g.say(vocab.VCardHasEmail, rdf.NewIRI("mailto:data@example.org"))

	g.subject = dataset
	g.say(vocab.DCTTemporal, period)
	g.subject = period
	g.say(vocab.RDFType, rdf.NewIRI(vocab.DCTPeriodOfTime))
	g.say(vocab.DCATStartDate, day(i))
	g.say(vocab.DCATEndDate, day(i+365))
}

func (g *generator) distribution(i, n int) {
	format := [2]string{"CSV", "JSON_LD"}[n]
	g.subject = iri("dataset/%d/distribution/%d", i, n)
	g.say(vocab.RDFType, rdf.NewIRI(vocab.DCATDistribution))
	g.texts(vocab.DCTTitle, "As "+format, "Als "+format)
	g.say(vocab.DCATAccessURL, iri("page/%d", i))
	g.say(vocab.DCATDownloadURL, iri("download/%d/%s", i, format))
	g.say(vocab.DCTFormat, authorityTerm("file-type/"+format))
	g.say(vocab.DCTLicense, authorityTerm("licence/CC_BY_4_0"))
	g.say(vocab.DCATByteSize, rdf.NewLiteral(strconv.Itoa(1000+i*37%100_000), vocab.XSDNonNegativeInteger))
	g.say(vocab.DCTIssued, day(i))
	g.say(vocab.DCTModified, moment(i))
}

// texts says the same in English and in Dutch.
func (g *generator) texts(predicate vocab.IRI, en, nl string) {
	g.say(predicate, rdf.NewLangString(en, "en"), rdf.NewLangString(nl, "nl"))
}

func iri(format string, args ...any) rdf.Term {
	return rdf.NewIRI(vocab.IRI(site + fmt.Sprintf(format, args...)))
}

func authorityTerm(name string) rdf.Term { return rdf.NewIRI(vocab.IRI(authority + name)) }

func day(i int) rdf.Term {
	return rdf.NewLiteral(fmt.Sprintf("20%02d-%02d-%02d", 10+i/300%15, 1+i%12, 1+i%28), vocab.XSDDate)
}

func moment(i int) rdf.Term {
	return rdf.NewLiteral(fmt.Sprintf("2026-%02d-%02dT%02d:%02d:00Z", 1+i%12, 1+i%28, i%24, i%60), vocab.XSDDateTime)
}

// topic is what a data set is about.
type topic struct {
	en, nl, theme string
	keywords      [4]string
}

//nolint:gochecknoglobals // a table that nobody writes
var topics = [...]topic{
	{"Trees", "Bomen", "ENVI", [4]string{"trees", "parks", "species", "shade"}},
	{"Parking places", "Parkeerplaatsen", "TRAN", [4]string{"parking", "cars", "bicycles", "disabled"}},
	{"Schools", "Scholen", "EDUC", [4]string{"schools", "pupils", "teachers", "buildings"}},
	{"Air quality", "Luchtkwaliteit", "ENVI", [4]string{"air", "sensors", "NO2", "particulates"}},
	{"Libraries", "Bibliotheken", "EDUC", [4]string{"books", "loans", "opening hours", "visitors"}},
}
