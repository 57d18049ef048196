package hydra_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	catalogIRI = base + "/catalog"
	authority  = "http://publications.europa.eu/resource/authority/"
)

// flemish is an API that follows the Flemish profile, with everything that the catalogue can say.
func flemish(tb testing.TB) hydra.Config {
	tb.Helper()
	both := func(s string) hydra.Text { return hydra.Text{"en": s, "nl": s + " (nl)"} }
	cfg := config(tb)
	cfg.Metadata.Publisher.Name = both("Us")
	cfg.Metadata.Themes = []hydra.Theme{hydra.ThemeEducation, hydra.ThemeTechnology}
	cfg.Metadata.AccessRights = hydra.AccessPublic
	cfg.Metadata.Profiles = []hydra.Profile{hydra.ProfileFlanders}
	cfg.Metadata.Flanders = hydra.Flanders{
		Status:      []hydra.Concept{{IRI: hydra.FlandersStatus + "VLOPENDATA", Label: hydra.Text{"nl": "Vlaamse Open data"}}},
		Lifecycle:   hydra.LifecycleLive,
		Environment: hydra.EnvironmentProduction,
	}
	cfg.Resources = []hydra.Resource{
		served(hydra.NewClass[Event](vocab.SchemaEvent, "/events", hydra.ClassMeta{
			CollectionTitle: both("Events"), CollectionDescription: both("All events."), Prefixes: map[string]string{"ex": ex},
		})),
		served(hydra.NewClass[Org](vocab.SchemaOrganization, "/people/organizations", hydra.ClassMeta{Title: both("Organization"), Description: both("Who organizes.")})),
	}
	return cfg
}

// european is the same API without the Flemish profile.
func european(tb testing.TB) hydra.Config {
	tb.Helper()
	cfg := flemish(tb)
	cfg.Metadata.Profiles, cfg.Metadata.Flanders = nil, hydra.Flanders{}
	return cfg
}

func pages(tb testing.TB, cfg hydra.Config, catalog hydra.CatalogConfig) []hydra.CatalogPage {
	tb.Helper()
	api, err := hydra.Compile(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	all, err := api.Catalog(catalog)
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// alone expands a page as somebody who knows nothing but the page: no context to be had, no address that it came from.
func alone(tb testing.TB, page hydra.CatalogPage) facts {
	tb.Helper()
	body, err := jsonld.AppendJSON(nil, page.Document)
	if err != nil {
		tb.Fatal(err)
	}
	processor, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits()})
	if err != nil {
		tb.Fatal(err)
	}
	quads, err := processor.ToRDF(context.Background(), body, "relative:")
	if err != nil {
		tb.Fatal(err)
	}
	var f facts
	for _, q := range quads {
		for _, term := range []rdf.Term{q.Subject, q.Predicate, q.Object} {
			if strings.HasPrefix(term.Value, "relative:") {
				tb.Errorf("%s is relative", term.Value)
			}
		}
		f = append(f, q.Triple)
	}
	return f
}

// subjects returns what is an instance of a class, sorted.
func (f facts) subjects(class vocab.IRI) []string {
	var out []string
	for _, t := range f {
		if t.Predicate.IRI() == vocab.RDFType && t.Object == rdf.NewIRI(class) {
			out = append(out, t.Subject.Value)
		}
	}
	slices.Sort(out)
	return out
}

func exports(r *hydra.Resource) []hydra.Export {
	if r.Definition.Path != "/events" {
		return nil
	}
	return []hydra.Export{
		{MediaType: "application/x-ndjson", URL: base + "/events.ndjson"},
		{MediaType: "text/csv", URL: "https://files.example.org/events.csv"},
		{MediaType: "application/vnd.example+zip", URL: base + "/events.zip"},
	}
}

func TestTheCatalogueSaysWhatIsServed(t *testing.T) {
	// The golden files are also validated under the shapes of each profile: `make conformance`.
	for name, cfg := range map[string]hydra.Config{"catalog.nt": european(t), "catalog-flanders.nt": flemish(t)} {
		all := pages(t, cfg, hydra.CatalogConfig{Exports: exports})
		if len(all) != 2 {
			t.Fatalf("%s: %d pages, want the one of the catalogue's address and number 1", name, len(all))
		}
		golden(t, name, alone(t, all[0]))
	}
}

func TestTheDataServiceLeadsToTheAPI(t *testing.T) {
	f := alone(t, pages(t, config(t), hydra.CatalogConfig{})[0])
	service := f.one(t, iri(catalogIRI), vocab.DCATService)
	f.has(t, service, vocab.RDFType, rdf.NewIRI(vocab.DCATDataService), rdf.NewIRI(vocab.DCATResource), rdf.NewIRI(vocab.RDFSResource))
	f.has(t, service, vocab.DCATEndpointURL, iri(base))
	f.has(t, service, vocab.DCATEndpointDescription, iri(base+"/openapi.json"))
	f.has(t, service, vocab.DCATLandingPage, iri(base+"/documentation"))
	f.has(t, service, vocab.DCTConformsTo, iri("https://www.hydra-cg.com/spec/latest/core/"))
	f.has(t, service, vocab.DCTLicense, iri("https://creativecommons.org/publicdomain/zero/1.0/"))
	f.has(t, service, vocab.DCTPublisher, iri("https://example.org/id/us"))
	f.has(t, service, vocab.DCTIssued, date("2026-01-15"))
	f.has(t, service, vocab.DCATServesDataset, iri(catalogIRI+"#datasets/events"), iri(catalogIRI+"#datasets/organizations"), iri(catalogIRI+"#datasets/title"))
	f.has(t, f.one(t, service, vocab.DCATContactPoint), vocab.RDFType, rdf.NewIRI(vocab.VCardKind))
}

func TestTheEntryPointNamesTheDescriptionThatTheCatalogueNames(t *testing.T) {
	named := alone(t, pages(t, config(t), hydra.CatalogConfig{})[0]).one(t, iri(base), vocab.DCATEndpointDescription)
	description, _ := compile(t).EntryPoint(base).Get("endpointDescription")
	if description != named.Value || named != iri(base+"/openapi.json") {
		t.Errorf("the entry point has %v, the catalogue %v", description, named)
	}
}

func TestAnExportIsADistributionOfItsOwn(t *testing.T) {
	f := alone(t, pages(t, config(t), hydra.CatalogConfig{Exports: exports})[0])
	distribution := func(name string) rdf.Term { return iri(catalogIRI + "#distributions/events." + name) }
	f.has(t, iri(catalogIRI+"#datasets/events"), vocab.DCATDistributionProperty,
		distribution("api"), distribution("ndjson"), distribution("csv"), distribution("application-vnd.example+zip"))
	f.has(t, iri(catalogIRI+"#datasets/organizations"), vocab.DCATDistributionProperty, iri(catalogIRI+"#distributions/organizations.api"))
	f.has(t, distribution("api"), vocab.DCATAccessService, iri(base))
	f.has(t, distribution("api"), vocab.DCATAccessURL, iri(base+"/events"))
	f.has(t, distribution("api"), vocab.DCATMediaType, iri("https://www.iana.org/assignments/media-types/application/ld+json"))
	f.has(t, distribution("api"), vocab.DCATDownloadURL)
	f.has(t, distribution("ndjson"), vocab.DCATDownloadURL, iri(base+"/events.ndjson"))
	f.has(t, distribution("ndjson"), vocab.DCATAccessService)
	f.has(t, distribution("csv"), vocab.DCATAccessURL, iri("https://files.example.org/events.csv"))
	f.has(t, distribution("csv"), vocab.DCATDownloadURL, iri("https://files.example.org/events.csv"))
	f.has(t, distribution("csv"), vocab.DCTFormat, iri(authority+"file-type/CSV"))
}

func TestTheFlemishProfileIsFollowedWhereItIsDeclared(t *testing.T) {
	f := alone(t, pages(t, flemish(t), hydra.CatalogConfig{})[0])
	const flanders = "https://data.vlaanderen.be/"
	for _, self := range []rdf.Term{iri(base), iri(catalogIRI + "#datasets/events")} {
		f.has(t, self, flanders+"ns/metadata-dcat#statuut", rdf.NewIRI(hydra.FlandersStatus+"VLOPENDATA"))
		f.has(t, self, vocab.DCTAccessRights, iri(authority+"access-right/PUBLIC"))
		f.has(t, self, vocab.DCTIdentifier, rdf.NewString(self.Value))
	}
	f.has(t, iri(base), flanders+"ns/metadata-dcat#levensfase", iri(flanders+"id/concept/levensfase/live"))
	f.has(t, iri(base), flanders+"ns/metadata-dcat#ontwikkelingstoestand", iri(flanders+"id/concept/ontwikkelingstoestand/PROD"))
	f.has(t, iri(base), vocab.DCTConformsTo, iri(flanders+"id/concept/dataserviceprotocol/REST"))
	f.has(t, iri(base), vocab.DCTIssued, rdf.NewLiteral("2026-01-15T00:00:00Z", vocab.XSDDateTime))
	f.has(t, iri(authority+"data-theme/EDUC"), vocab.SKOSInScheme, iri(authority+"data-theme"), iri("https://vocab.belgif.be/auth/datatheme"))

	plain := alone(t, pages(t, config(t), hydra.CatalogConfig{})[0])
	for _, triple := range plain {
		if strings.Contains(triple.Predicate.Value+triple.Object.Value, "vlaanderen") {
			t.Errorf("%v without the profile", triple)
		}
	}
}

func TestNamesOfConceptsAreInTheLanguagesOfTheAPI(t *testing.T) {
	for languages, want := range map[string][]rdf.Term{
		"nl-BE": {rdf.NewLangString("openbaar", "nl")},
		"en,nl": {rdf.NewLangString("public", "en"), rdf.NewLangString("openbaar", "nl")},
		"fr":    {rdf.NewLangString("public", "en"), rdf.NewLangString("openbaar", "nl")},
	} {
		cfg := config(t)
		cfg.Metadata.Languages = strings.Split(languages, ",")
		cfg.Metadata.AccessRights = hydra.AccessPublic
		f := alone(t, pages(t, cfg, hydra.CatalogConfig{})[0])
		f.has(t, iri(authority+"access-right/PUBLIC"), vocab.SKOSPrefLabel, want...)
	}
}

func TestTheAreaOfTheCatalogueIsABoxOrAPoint(t *testing.T) {
	for wkt, want := range map[string]struct {
		property vocab.IRI
		text     string
	}{
		"POLYGON((2.5 49.5, 6.4 49.5, 4 51.5, 2.5 49.5))": {vocab.DCATBbox, "POLYGON((2.5 49.5, 6.4 49.5, 6.4 51.5, 2.5 51.5, 2.5 49.5))"},
		"point(3.72 51.05)": {vocab.DCATCentroid, "POINT(3.72 51.05)"},
		"GEOMETRYCOLLECTION(POINT(-1 2), LINESTRING(1 1, 3 -4))":             {vocab.DCATBbox, "POLYGON((-1 -4, 3 -4, 3 2, -1 2, -1 -4))"},
		"<http://www.opengis.net/def/crs/OGC/1.3/CRS84> MULTIPOINT(0 0,0 1)": {vocab.DCATBbox, "POLYGON((0 0, 0 0, 0 1, 0 1, 0 0))"},
	} {
		cfg := config(t)
		cfg.Metadata.Spatial = hydra.Area{WKT: wkt}
		f := alone(t, pages(t, cfg, hydra.CatalogConfig{})[0])
		f.has(t, f.one(t, iri(catalogIRI), vocab.DCTSpatial), want.property, rdf.NewLiteral(want.text, vocab.GeoSPARQLWKTLiteral))
	}
	cfg := config(t)
	cfg.Metadata.Spatial = hydra.Area{IRI: authority + "country/BEL"}
	f := alone(t, pages(t, cfg, hydra.CatalogConfig{})[0])
	f.has(t, iri(catalogIRI), vocab.DCTSpatial, iri(authority+"country/BEL"))
}

func TestD3_06_EachPageHasOneViewAndTheViewsLeadToEveryDataset(t *testing.T) {
	cfg := config(t)
	cfg.Resources = nil
	var want []string
	for i := range 7 {
		cfg.Resources = append(cfg.Resources, served(hydra.NewClass[Other](vocab.SchemaThing, fmt.Sprintf("/c%d", i), hydra.ClassMeta{Term: fmt.Sprintf("C%d", i)})))
		cfg.Resources[i].Item[0].ID, cfg.Resources[i].Collection[0].ID = fmt.Sprintf("get%d", i), fmt.Sprintf("list%d", i)
		want = append(want, fmt.Sprintf("%s#datasets/c%d", catalogIRI, i))
	}
	for _, size := range []int{1, 2, 3, 6, 7, 8} {
		all := pages(t, cfg, hydra.CatalogConfig{PageSize: size})
		count := (len(want) + size - 1) / size
		if len(all) != count+1 {
			t.Fatalf("%d a page: %d pages, want %d and the one at the catalogue's address", size, len(all), count)
		}
		var found []string
		for i, page := range all {
			f := alone(t, page)
			self := catalogIRI
			if page.Query != "" {
				self += "?" + page.Query
			}
			if views := f.subjects(vocab.HydraPartialCollectionView); !slices.Equal(views, []string{self}) {
				t.Fatalf("page %q has the views %q", page.Query, views)
			}
			f.has(t, iri(catalogIRI), vocab.HydraView, iri(self))
			f.has(t, iri(catalogIRI), vocab.HydraTotalItems, integer("7"))
			f.has(t, iri(self), vocab.HydraFirst, iri(catalogIRI+"?page=1"))
			f.has(t, iri(self), vocab.HydraLast, iri(fmt.Sprintf("%s?page=%d", catalogIRI, count)))
			number := max(1, i)
			f.has(t, iri(self), vocab.HydraNext, present(number < count, number+1)...)
			f.has(t, iri(self), vocab.HydraPrevious, present(number > 1, number-1)...)
			if i > 0 {
				found = append(found, f.subjects(vocab.DCATDataset)...)
			} else if first := f.subjects(vocab.DCATDataset); !slices.Equal(first, alone(t, all[1]).subjects(vocab.DCATDataset)) {
				t.Errorf("%d a page: the catalogue's own address has %q, not what page 1 has", size, first)
			}
		}
		if !slices.Equal(found, want) {
			t.Errorf("%d a page: the pages have %q, want each data set once", size, found)
		}
	}
}

func present(there bool, number int) []rdf.Term {
	if !there {
		return nil
	}
	return []rdf.Term{iri(fmt.Sprintf("%s?page=%d", catalogIRI, number))}
}

func TestD3_08_DatasetsHaveATitleAndAnIRIThatStays(t *testing.T) {
	before := alone(t, pages(t, config(t), hydra.CatalogConfig{})[0])
	cfg := config(t)
	slices.Reverse(cfg.Resources)
	cfg.Metadata.Title, cfg.Metadata.Version = text("Other"), "2.0.0"
	after := alone(t, pages(t, cfg, hydra.CatalogConfig{PageSize: 3})[0])
	for _, dataset := range before.subjects(vocab.DCATDataset) {
		before.one(t, iri(dataset), vocab.DCTTitle)
		if !slices.Contains(after.subjects(vocab.DCATDataset), dataset) {
			t.Errorf("%s is gone", dataset)
		}
	}
	before.has(t, iri(catalogIRI+"#datasets/title"), vocab.DCTTitle, rdf.NewString("Step"))
}

func TestACatalogueOfNothingIsACatalogue(t *testing.T) {
	cfg := config(t)
	cfg.Resources = nil
	f := alone(t, pages(t, cfg, hydra.CatalogConfig{})[0])
	f.has(t, iri(catalogIRI), vocab.DCATDatasetProperty)
	f.has(t, iri(catalogIRI), vocab.HydraTotalItems, integer("0"))
	f.has(t, iri(catalogIRI), vocab.DCATService, iri(base))
}

func TestACatalogueIsTheSameEachTime(t *testing.T) {
	bodies := map[string]bool{}
	for range 5 {
		body, err := jsonld.AppendJSON(nil, pages(t, flemish(t), hydra.CatalogConfig{})[0].Document)
		if err != nil {
			t.Fatal(err)
		}
		bodies[string(bytes.TrimSpace(body))] = true
	}
	if len(bodies) != 1 {
		t.Errorf("there are %d of them", len(bodies))
	}
}

func TestMistakesInACatalogueConfigAreErrors(t *testing.T) {
	api := compile(t)
	one := func(e ...hydra.Export) func(*hydra.Resource) []hydra.Export {
		return func(*hydra.Resource) []hydra.Export { return e }
	}
	file := hydra.Export{MediaType: "text/csv", URL: base + "/events.csv"}
	for want, cfg := range map[string]hydra.CatalogConfig{
		"PageSize 101: want 1 to 100":  {PageSize: 101},
		"PageSize -1: want 1 to 100":   {PageSize: -1},
		"want a media type without":    {Exports: one(hydra.Export{MediaType: "text/csv; charset=utf-8"})},
		"two exports as text/csv":      {Exports: one(file, file)},
		"text/csv: want an absolute U": {Exports: one(hydra.Export{MediaType: "text/csv", URL: "/events.csv"})},
	} {
		if _, err := api.Catalog(cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q in it", err, want)
		}
	}
}

func TestMistakesInWhatTheCatalogueSaysAreErrors(t *testing.T) {
	status := func(c ...hydra.Concept) func(*hydra.Metadata) {
		return func(m *hydra.Metadata) {
			m.Profiles, m.Flanders.Status = []hydra.Profile{hydra.ProfileFlanders}, c
		}
	}
	open := hydra.Concept{IRI: hydra.FlandersStatus + "VLOPENDATA", Label: text("Open")}
	for want, change := range map[string]func(*hydra.Metadata){
		`AccessRights: there is no "PUBLICK": did you mean "PUBLIC"?`:     func(m *hydra.Metadata) { m.AccessRights = "PUBLICK" },
		`AccessRights: there is no "x": want one of NON_PUBLIC, PUBLIC, `: func(m *hydra.Metadata) { m.AccessRights = "x" },
		`Themes: there is no "CULTURE": want one of AGRI`:                 func(m *hydra.Metadata) { m.Themes = []hydra.Theme{"CULTURE"} },
		`Themes: "EDUC" stands twice`:                                     func(m *hydra.Metadata) { m.Themes = []hydra.Theme{"EDUC", "EDUC"} },
		`Profiles: "https://example.org/": want "https://data.vl`:         func(m *hydra.Metadata) { m.Profiles = []hydra.Profile{"https://example.org/"} },
		`DCAT-AP-VL" stands twice`:                                        func(m *hydra.Metadata) { m.Profiles = []hydra.Profile{hydra.ProfileFlanders, hydra.ProfileFlanders} },
		"add hydra.ProfileFlanders to Profiles":                           func(m *hydra.Metadata) { m.Flanders.Lifecycle = hydra.LifecycleLive },
		`Flanders.Lifecycle: there is no "alive"`:                         func(m *hydra.Metadata) { m.Flanders.Lifecycle = "alive" },
		`Flanders.Environment: there is no "prod"`:                        func(m *hydra.Metadata) { m.Flanders.Environment = "prod" },
		"want a concept of the list":                                      status(hydra.Concept{IRI: "https://example.org/", Label: text("x")}),
		"has no Label":                                                    status(hydra.Concept{IRI: open.IRI}),
		"VLOPENDATA stands twice":                                         status(open, open),
	} {
		m := metadata(t)
		change(&m)
		if err := m.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q in it", err, want)
		}
	}
	m := flemish(t).Metadata
	if err := m.Check(); err != nil {
		t.Error(err)
	}
}
