package lint_test

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/servertest/lint"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Good lacks nothing.
type Good struct {
	ID   string `json:"id" ld:"@id" doc:"Its name." doc-nl:"Zijn naam."`
	Name string `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=20" pattern:"^[A-Z].*$" filter:"text" sort:"true" doc:"What it is called." doc-nl:"Hoe het heet."`
}

// Bad lacks something of everything.
type Bad struct {
	ID     string `json:"id" ld:"@id" doc:"Its name." doc-nl:"Zijn naam."`
	Name   string `json:"name" ld:"schema:name" pattern:"[A-Z]" filter:"text" sort:"true"`
	Own    string `json:"own" ld:"https://api.example/ns#own" sh:"maxLength=5"`
	Far    string `json:"far" ld:"https://far.example/terms/far" sh:"maxLength=5" doc:"Far."`
	Old    string `json:"old" ld:"http://schema.org/about" sh:"maxLength=5" doc:"Old." doc-nl:"Oud."`
	Nested *Part  `json:"nested" ld:"schema:hasPart" doc:"A part." doc-nl:"Een deel."`
	Again  *Part  `json:"again" ld:"schema:isPartOf" doc:"A part." doc-nl:"Een deel."`
}

// Part is nested twice, and looked at once.
type Part struct {
	_    struct{} `ld:"schema:Thing"`
	Name string   `json:"name" ld:"schema:name" sh:"maxLength=5"`
}

func described() hydra.Metadata {
	both := hydra.Text{"en": "Text", "nl": "Tekst"}
	day := hydra.Date{}
	if err := day.UnmarshalText([]byte("2026-01-01")); err != nil {
		return hydra.Metadata{}
	}
	return hydra.Metadata{
		Title: both, Description: both, Version: "1.0.0", Issued: day, Modified: day,
		License: "https://creativecommons.org/publicdomain/zero/1.0/", Contact: hydra.Contact{Name: "A", Email: "a@api.example", URL: "https://api.example/contact"},
		Publisher: hydra.Publisher{Name: both}, Keywords: map[string][]string{"en": {"x"}},
		Temporal: hydra.Period{Start: day}, Spatial: hydra.Area{WKT: "POINT(3 51)"}, Languages: []string{"en", "nl"},
		AccessRights: hydra.AccessPublic, Themes: []hydra.Theme{hydra.ThemeEnergy},
	}
}

func classMeta() hydra.ClassMeta {
	both := hydra.Text{"en": "Text", "nl": "Tekst"}
	return hydra.ClassMeta{Title: both, Description: both, CollectionTitle: both, CollectionDescription: both}
}

func functions[T any]() store.Store[T] {
	return store.Store[T]{
		Get:   func(context.Context, string) (store.Item[T], error) { return store.Item[T]{}, store.ErrNotFound },
		List:  func(context.Context, *store.Query) (store.Page[T], error) { return store.Page[T]{}, nil },
		Count: func(context.Context, *store.Query) (int, error) { return 0, nil },
	}
}

func check(t *testing.T, baseURL string, metadata hydra.Metadata, bindings ...server.Binding) []lint.Finding {
	t.Helper()
	s, err := server.New(server.Config{BaseURL: baseURL, Vocabulary: "https://api.example/ns#", Metadata: metadata}, bindings...)
	if err != nil {
		t.Fatal(err)
	}
	return lint.Check(s)
}

func good() server.Binding {
	return server.Bind(hydra.NewClass[Good](vocab.SchemaThing, "/good", classMeta()), functions[Good]())
}

// summaries are findings in the form "severity rule where".
func summaries(findings []lint.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Severity.String()+" "+f.Rule+" "+f.Where)
	}
	return out
}

func wantFindings(t *testing.T, got []lint.Finding, want ...string) {
	t.Helper()
	if !slices.Equal(summaries(got), want) {
		t.Errorf("findings:\n  %s\nwant:\n  %s", strings.Join(summaries(got), "\n  "), strings.Join(want, "\n  "))
	}
	for _, f := range got {
		if f.Message == "" || f.Fix == "" || strings.Contains(f.String(), "%!") {
			t.Errorf("%s: want a message and a fix", f)
		}
	}
}

func TestNothingIsFoundWhereNothingIsMissing(t *testing.T) {
	wantFindings(t, check(t, "https://api.example/v1", described(), good()))
	wantFindings(t, check(t, "http://localhost:8080/api/v2", described(), good()))
	wantFindings(t, check(t, "http://127.0.0.1/v1.1", described(), good()))
}

func TestBareMetadataIsFound(t *testing.T) {
	wantFindings(t, check(t, "http://api.example", hydra.Metadata{Title: hydra.Text{"en": "X"}, Version: "1.0.0"}, good()),
		"error license Metadata.License", "error contact Metadata.Contact", "error description Metadata.Description",
		"error publisher Metadata.Publisher", "warning keywords Metadata.Keywords", "warning https BaseURL",
		"info coverage Metadata.Temporal", "info coverage Metadata.Spatial", "info release-dates Metadata.Issued", "info release-dates Metadata.Modified",
		"info access-rights Metadata.AccessRights", "info themes Metadata.Themes", "info version-in-path BaseURL")
}

func TestWhatTheDutchDesignRulesWantIsFound(t *testing.T) {
	metadata := described()
	metadata.Contact = hydra.Contact{Telephone: "+32 2 000 00 00"}
	wantFindings(t, check(t, "https://api.example", metadata, good()),
		"warning contact-complete Metadata.Contact.Name", "warning contact-complete Metadata.Contact.Email", "warning contact-complete Metadata.Contact.URL",
		"info version-in-path BaseURL")
}

func TestWhatTheFlemishProfileWantsIsFound(t *testing.T) {
	metadata := described()
	metadata.Profiles = []hydra.Profile{hydra.ProfileFlanders}
	wantFindings(t, check(t, "https://api.example/v1", metadata, good()), "error flanders Metadata.Flanders.Status")

	vlopendata := hydra.FlandersStatus + "VLOPENDATA"
	metadata.Flanders.Status = []hydra.Concept{{IRI: vlopendata, Label: hydra.Text{"nl-BE": "Vlaamse Open data"}}}
	wantFindings(t, check(t, "https://api.example/v1", metadata, good()))

	english := hydra.Text{"en": "Text"}
	metadata.AccessRights = ""
	metadata.Title, metadata.Description, metadata.Publisher.Name, metadata.Languages = english, english, english, []string{"en"}
	metadata.Flanders.Status[0].Label = english
	meta := hydra.ClassMeta{Title: english, Description: english, CollectionTitle: english}
	class := hydra.NewClass[Good](vocab.SchemaThing, "/good", meta)
	wantFindings(t, check(t, "https://api.example/v1", metadata, server.Bind(class, functions[Good]())),
		"error flanders Metadata.AccessRights", "error flanders Metadata.Title", "error flanders Metadata.Description",
		"error flanders Metadata.Publisher.Name", "error flanders Metadata.Flanders.Status "+string(vlopendata),
		"error flanders /good title of the collection", "error flanders /good description of the collection")
}

func TestMissingTranslationsAreFound(t *testing.T) {
	metadata := described()
	metadata.Title = hydra.Text{"en": "Text"}
	meta := classMeta()
	meta.CollectionTitle = hydra.Text{"nl": "Tekst"}
	type english struct {
		ID   string `json:"id" ld:"@id" doc:"Its name." doc-nl:"Zijn naam."`
		Name string `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=20" doc:"What it is called."`
	}
	meta.Term = "English"
	got := check(t, "https://api.example/v1", metadata, server.Bind(hydra.NewClass[english](vocab.SchemaThing, "/english", meta), functions[english]()))
	wantFindings(t, got, "warning languages Metadata.Title", "warning languages /english ClassMeta.CollectionTitle", "warning languages /english name")
	if !strings.Contains(got[2].Fix, `doc-nl:"…"`) {
		t.Errorf("fix %q, want the tag", got[2].Fix)
	}
}

func TestABadClassIsFound(t *testing.T) {
	f := functions[Bad]()
	f.Count, f.Get = nil, nil
	f.Filterable, f.Sortable = []string{}, []string{}
	class := hydra.NewClass[Bad]("https://far.example/terms/Bad", "/bad", hydra.ClassMeta{})
	wantFindings(t, check(t, "https://api.example/v1", described(), server.Bind(class, f)),
		"error class-description /bad", "error class-description /bad", "error property-doc /bad own", "error schema-http /bad old",
		"warning languages /bad far", "warning collection-title /bad", "warning no-item /bad",
		"warning filter-without-store /bad name", "warning sort-without-store /bad name",
		"warning property-doc /bad name", "warning property-doc /bad nested.name",
		"warning unknown-prefix /bad", "warning unknown-prefix /bad far", "warning unknown-prefix /bad old", "warning pattern-anchor /bad name",
		"info total-items /bad", "info required /bad", "info text-length /bad name")
}

func TestAClassWithoutCollectionIsFound(t *testing.T) {
	f := functions[Good]()
	f.List, f.Count = nil, nil
	class := hydra.NewClass[Good](vocab.SchemaThing, "/good", classMeta())
	wantFindings(t, check(t, "https://api.example/v1", described(), server.Bind(class, f)), "warning no-collection /good")
}

// TestTheListOfRulesIsDocumented keeps the table of the package documentation and the rules the same.
func TestTheListOfRulesIsDocumented(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var documented, rules []string
	for _, row := range regexp.MustCompile(`(?m)^//\t\| ([a-z-]+) +\| (error|warning|info) +\| (.*?) +\|$`).FindAllStringSubmatch(string(text), -1) {
		documented = append(documented, row[1]+" "+row[2]+" "+row[3])
	}
	for _, rule := range lint.Rules() {
		rules = append(rules, rule.Name+" "+rule.Severity.String()+" "+rule.Summary)
	}
	slices.Sort(documented)
	slices.Sort(rules)
	if !slices.Equal(documented, rules) {
		t.Errorf("documented:\n  %s\nthere are:\n  %s", strings.Join(documented, "\n  "), strings.Join(rules, "\n  "))
	}
}
