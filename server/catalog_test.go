package server_test

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Shelf is a class of which there are many.
type Shelf struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name"`
}

const shelvesBase = "https://shelves.example/api"

// shelves is an API with as many collections, and a catalogue with pages of a size.
func shelves(tb testing.TB, count, pageSize int, change ...func(*server.Config)) (*server.Server, error) {
	tb.Helper()
	cfg := server.Config{
		BaseURL: shelvesBase, Vocabulary: "https://shelves.example/ns#", CatalogPageSize: pageSize,
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Shelves"}, Version: "1.0.0"},
	}
	for _, c := range change {
		c(&cfg)
	}
	var bindings []server.Binding
	for i := range count {
		class := hydra.NewClass[Shelf](vocab.SchemaThing, fmt.Sprintf("/shelves/s%d", i), hydra.ClassMeta{
			Term: fmt.Sprintf("Shelf%d", i), Title: hydra.Text{"en": fmt.Sprintf("Shelf %d", i)},
		})
		bindings = append(bindings, server.Bind(class, store.Store[Shelf]{
			List: func(context.Context, *store.Query) (store.Page[Shelf], error) { return store.Page[Shelf]{}, nil },
		}))
	}
	return server.New(cfg, bindings...)
}

func manyShelves(tb testing.TB, count, pageSize int, change ...func(*server.Config)) *server.Server {
	tb.Helper()
	s, err := shelves(tb, count, pageSize, change...)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// harvester reads a catalogue as CKAN does: HEAD first, "Accept: */*", what stands before ";" in the content type, no base
// IRI, no context but what is in the page, and then hydra:next of any node that is a view.
type harvester struct {
	handler  http.Handler
	datasets []string
	pages    int
}

func (h *harvester) harvest(url string) error {
	for previous := ""; url != ""; {
		body, contentType, err := h.fetch(url)
		if err != nil {
			return err
		}
		if body == previous {
			return fmt.Errorf("%s is the page before once more", url)
		}
		previous = body
		triples, err := parse(contentType, body)
		if err != nil {
			return fmt.Errorf("%s: %w", url, err)
		}
		h.pages++
		if url, err = h.read(triples); err != nil {
			return err
		}
	}
	return nil
}

func (h *harvester) fetch(url string) (body, contentType string, err error) {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		r := httptest.NewRequest(method, url, http.NoBody)
		r.Header.Set("Accept", "*/*")
		w := httptest.NewRecorder()
		h.handler.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			return "", "", fmt.Errorf("%s %s: %d", method, url, w.Code)
		}
		body, contentType = w.Body.String(), w.Header().Get("Content-Type")
	}
	return body, contentType, nil
}

// parse reads what a harvester is given. Everything in it must be absolute.
func parse(contentType, body string) ([]rdf.Triple, error) {
	mediaType, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return nil, err
	}
	switch mediaType {
	case "application/ld+json":
		processor, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits()})
		if err != nil {
			return nil, err
		}
		quads, err := processor.ToRDF(context.Background(), []byte(body), "file:///")
		if err != nil {
			return nil, err
		}
		triples := make([]rdf.Triple, len(quads))
		for i, q := range quads {
			triples[i] = q.Triple
			if strings.Contains(q.Subject.Value+q.Predicate.Value+q.Object.Value, "file:///") {
				return nil, fmt.Errorf("a relative IRI: %v", q)
			}
		}
		return triples, nil
	case "application/n-triples":
		var triples []rdf.Triple
		for t, err := range rdf.ReadNTriples(strings.NewReader(body), rdf.Options{}) {
			if err != nil {
				return nil, err
			}
			triples = append(triples, t)
		}
		return triples, nil
	default:
		return nil, fmt.Errorf("this harvester can't read %s", mediaType)
	}
}

// read notes the data sets of a page and returns the address of the next one.
func (h *harvester) read(triples []rdf.Triple) (next string, err error) {
	var views []rdf.Term
	for _, t := range triples {
		if t.Predicate.IRI() != vocab.RDFType {
			continue
		}
		switch t.Object {
		case rdf.NewIRI(vocab.DCATDataset):
			h.datasets = append(h.datasets, t.Subject.Value)
			if !slices.ContainsFunc(triples, func(o rdf.Triple) bool {
				return o.Subject == t.Subject && o.Predicate.IRI() == vocab.DCTTitle && o.Object.Value != ""
			}) {
				return "", fmt.Errorf("%s has no title", t.Subject.Value)
			}
		case rdf.NewIRI(vocab.HydraPartialCollectionView):
			views = append(views, t.Subject)
		}
	}
	if len(views) != 1 {
		return "", fmt.Errorf("there are %d views: %v", len(views), views)
	}
	for _, t := range triples {
		if t.Subject == views[0] && t.Predicate.IRI() == vocab.HydraNext {
			next = t.Object.Value
		}
	}
	return next, nil
}

func TestD3_01to08_AHarvesterGetsEveryDataset(t *testing.T) {
	for _, row := range []struct {
		datasets, pageSize, pages int
		standard                  string
	}{
		{0, 0, 1, ""},
		{1, 0, 1, ""},
		{5, 2, 3, ""},
		{6, 2, 3, ""},
		{101, 0, 2, ""},
		{5, 2, 3, "application/n-triples"},
		{5, 2, 3, "application/json"},
	} {
		s := manyShelves(t, row.datasets, row.pageSize, func(c *server.Config) { c.Default = row.standard })
		h := &harvester{handler: s}
		if err := h.harvest(shelvesBase + "/catalog"); err != nil {
			t.Fatalf("%d data sets, %d a page: %v", row.datasets, row.pageSize, err)
		}
		var want []string
		for i := range row.datasets {
			want = append(want, fmt.Sprintf("%s/catalog#datasets/shelves/s%d", shelvesBase, i))
		}
		slices.Sort(want)
		slices.Sort(h.datasets)
		if h.pages != row.pages || !slices.Equal(h.datasets, want) {
			t.Errorf("%d data sets, %d a page: %d pages with %q; want %d pages with %q", row.datasets, row.pageSize, h.pages, h.datasets, row.pages, want)
		}
	}
}

func TestAPageOfTheCatalogueSaysTheSameInEverySyntax(t *testing.T) {
	api := servertest.New(t, manyShelves(t, 3, 2))
	for _, target := range []string{"/api/catalog", "/api/catalog?page=2"} {
		want := api.Get(t, target).WantStatus(t, http.StatusOK)
		if got := want.MediaType(); got != "application/ld+json" {
			t.Fatalf("%s: %s for everybody", target, got)
		}
		if !strings.Contains(string(want.Body), `"@context":{`) {
			t.Errorf("%s: the context is not in the page", target)
		}
		for _, mediaType := range []string{"application/json", "application/n-triples", "application/n-quads"} {
			got := api.Get(t, target, "Accept: "+mediaType).WantStatus(t, http.StatusOK)
			if got.MediaType() != mediaType {
				t.Errorf("%s: %s, want %s", target, got.MediaType(), mediaType)
			}
			if diff := rdf.Diff(want.Graph(t), got.Graph(t)); diff != "" {
				t.Errorf("%s as %s is another graph:\n%s", target, mediaType, diff)
			}
		}
	}
}

func TestPagesOfTheCatalogueAreLinked(t *testing.T) {
	api := servertest.New(t, manyShelves(t, 5, 2))
	page := func(n int) string { return fmt.Sprintf("%s/catalog?page=%d", shelvesBase, n) }
	for target, want := range map[string]map[string]string{
		"/api/catalog":        {"first": page(1), "next": page(2), "last": page(3)},
		"/api/catalog?page=1": {"first": page(1), "next": page(2), "last": page(3)},
		"/api/catalog?page=2": {"first": page(1), "prev": page(1), "next": page(3), "last": page(3)},
		"/api/catalog?page=3": {"first": page(1), "prev": page(2), "last": page(3)},
	} {
		links := api.Get(t, target).WantStatus(t, http.StatusOK).Links()
		for _, rel := range []string{"first", "prev", "next", "last"} {
			if got := strings.Join(links[rel], " "); got != want[rel] {
				t.Errorf("%s: rel %s is %q, want %q", target, rel, got, want[rel])
			}
		}
	}
	first, second := api.Get(t, "/api/catalog?page=1"), api.Get(t, "/api/catalog?page=2")
	if first.Header.Get("ETag") == second.Header.Get("ETag") {
		t.Error("two pages have the same ETag")
	}
	api.Get(t, "/api/catalog?page=2", "If-None-Match: "+second.Header.Get("ETag")).WantStatus(t, http.StatusNotModified)
}

func TestAPageThatIsNotThereIsRefused(t *testing.T) {
	api := servertest.New(t, manyShelves(t, 5, 2))
	for target, want := range map[string]string{
		"?page=4":        "page page: want 1 to 3, the number of pages",
		"?page=0":        "page minimum: ",
		"?page=x":        "page integer: ",
		"?page=1&page=2": "page unique: ",
		"?page=":         "page integer: ",
		"?size=3":        "size unknownParam: want page, or format, or no parameter",
	} {
		p := api.Get(t, "/api/catalog"+target).WantStatus(t, http.StatusBadRequest).Problem(t)
		if len(p.InvalidParams) != 1 {
			t.Fatalf("%s: %+v", target, p)
		}
		one := p.InvalidParams[0]
		if got := one.Name + " " + one.Code + ": " + one.Detail; !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
	api.Get(t, "/api/catalog?size=3", "Prefer: handling=lenient").WantStatus(t, http.StatusOK)
	api.Get(t, "/api/catalog?size=3&page=2", "Prefer: handling=lenient").WantStatus(t, http.StatusOK)
	api.Get(t, "/api/catalog/").WantStatus(t, http.StatusNotFound)
	if _, err := shelves(t, 1, 101); err == nil || !strings.Contains(err.Error(), "want 1 to 100 data sets on a page") {
		t.Errorf("the error is %v", err)
	}
}

func TestA7_02_TheEntryPointIsADataServiceInTheCatalogue(t *testing.T) {
	var day hydra.Date
	if err := day.UnmarshalText([]byte("2026-01-15")); err != nil {
		t.Fatal(err)
	}
	api := servertest.New(t, manyShelves(t, 1, 0, func(c *server.Config) { c.Metadata.Issued, c.Metadata.Modified = day, day }))
	r := api.Get(t, "/api").WantStatus(t, http.StatusOK)
	if !slices.Contains(r.Links()["describedby"], shelvesBase+"/catalog") {
		t.Errorf("no Link leads to the catalogue: %v", r.Links())
	}
	date := rdf.NewLiteral("2026-01-15", vocab.XSDDate)
	self := rdf.NewIRI(shelvesBase)
	graph := r.Graph(t)
	for _, want := range []rdf.Triple{
		{Subject: self, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI("https://shelves.example/ns#EntryPoint")},
		{Subject: self, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.DCATDataService)},
		{Subject: self, Predicate: rdf.NewIRI(vocab.DCTIsPartOf), Object: rdf.NewIRI(shelvesBase + "/catalog")},
		{Subject: self, Predicate: rdf.NewIRI(vocab.HydraAPIDocumentationProperty), Object: rdf.NewIRI(shelvesBase + "/documentation")},
		{Subject: self, Predicate: rdf.NewIRI(vocab.DCTIssued), Object: date},
		{Subject: self, Predicate: rdf.NewIRI(vocab.DCTModified), Object: date},
		{Subject: self, Predicate: rdf.NewIRI(vocab.DCATAccessURL), Object: self},
		{Subject: self, Predicate: rdf.NewIRI(vocab.DCATMediaType), Object: rdf.NewIRI("https://www.iana.org/assignments/media-types/application/ld+json")},
	} {
		if !slices.Contains(graph, want) {
			t.Errorf("the entry point lacks %v", want)
		}
	}
	service := rdf.Triple{Subject: rdf.NewIRI(shelvesBase + "/catalog"), Predicate: rdf.NewIRI(vocab.DCATService), Object: self}
	if !slices.Contains(api.Get(t, "/api/catalog").Graph(t), service) {
		t.Error("the catalogue doesn't list the entry point as a service")
	}
}

func TestAPageOfTheCatalogueIsADocumentOfTheServer(t *testing.T) {
	s := manyShelves(t, 3, 2)
	for name, target := range map[string]string{"catalog": "/api/catalog", "catalog?page=2": "/api/catalog?page=2"} {
		body, err := s.Document(name, "")
		if err != nil {
			t.Fatal(err)
		}
		if served := servertest.New(t, s).Get(t, target).Body; !bytes.Equal(body, served) {
			t.Errorf("%s is not what is served at %s", name, target)
		}
	}
	if _, err := s.Document("catalog?page=3", ""); err == nil || !strings.Contains(err.Error(), `there is no "page=3" of it`) {
		t.Errorf("the error is %v", err)
	}
	if _, err := s.Document("shapes?page=1", ""); err == nil {
		t.Error("a document without pages has one")
	}
}
