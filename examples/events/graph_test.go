package main

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// sameGraph checks that all representations of a resource that can be read here mean the same graph.
func sameGraph(t *testing.T, want, got []rdf.Triple, what string) {
	t.Helper()
	same, err := rdf.Isomorphic(want, got)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if !same {
		t.Errorf("%s is another graph than the JSON-LD:\n%s", what, rdf.Diff(want, got))
	}
}

func TestAllRepresentationsAreOneGraph(t *testing.T) {
	api := seeded(t)
	targets := append(readable(t, api),
		events+"?startDate=gte:2026-06-01&startDate=lt:2026-10-01", events+"?pageSize=4&page=2", events+"?addressLocality=Sankt%20Gallenkirch%2C%20Vorarlberg",
		events+"?addressCountry=Nowhere", events+"?fields=name,location.address", "/api/problems/paramsValidation")
	for _, target := range targets {
		if strings.Contains(target, "/contexts/") || strings.Contains(target, "swagger") {
			continue
		}
		want := api.Get(t, target, "Accept: application/ld+json").WantStatus(t, 200).Graph(t)
		if len(want) == 0 {
			t.Errorf("%s means nothing", target)
		}
		for _, accept := range []string{"application/json", "application/n-triples", "application/n-quads"} {
			r := api.Get(t, target, "Accept: "+accept).WantStatus(t, 200)
			if r.MediaType() != accept {
				t.Errorf("%s: %s, want %s", target, r.MediaType(), accept)
			}
			sameGraph(t, want, r.Graph(t), target+" as "+accept)
		}
	}
	for id := range identifiers(t) {
		want := api.Get(t, events+"/"+id).WantStatus(t, 200).Graph(t)
		sameGraph(t, want, api.Get(t, events+"/"+id, "Accept: application/n-triples").Graph(t), id)
	}
}

// identifiers are those of the events that the program brings along.
func identifiers(t *testing.T) map[string]bool {
	t.Helper()
	api := seeded(t)
	ids := map[string]bool{}
	for _, m := range list(t, api, events+"?pageSize=100&fields=id").Member {
		ids[m.ID] = true
	}
	if len(ids) != 15 {
		t.Fatalf("%d identifiers, want 15", len(ids))
	}
	return ids
}

func TestRealEventsAreOneGraphInAllRepresentations(t *testing.T) {
	api := loaded(t)
	for _, target := range []string{events + "?pageSize=100&page=7", events + "?addressCountry=U.S.A.&sort=name&pageSize=50", events + "?callForPapers.endDate=gte:2020-01-01&after=&pageSize=40"} {
		want := api.Get(t, target).WantStatus(t, 200).Graph(t)
		for _, accept := range []string{"application/json", "application/n-triples", "application/n-quads"} {
			sameGraph(t, want, api.Get(t, target, "Accept: "+accept).WantStatus(t, 200).Graph(t), target+" as "+accept)
		}
	}
}

func TestAnItemMeansWhatItsRecordSays(t *testing.T) {
	api := seeded(t)
	subject := rdf.NewIRI(base + "/events/gopherday-2026-05-20")
	graph := api.Get(t, item+"?fields=name,description,startDate,url,eventAttendanceMode,keywords,inLanguage").Graph(t)
	want := []rdf.Triple{
		{Subject: subject, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.SchemaEvent)},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaName), Object: rdf.NewString("GopherDay")},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaDescription), Object: rdf.NewLangString("A day about Go, with talks in the morning and workshops in the afternoon.", "en")},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaDescription), Object: rdf.NewLangString("Een dag over Go, met lezingen in de voormiddag en workshops in de namiddag.", "nl")},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaStartDate), Object: rdf.NewLiteral("2026-05-20", vocab.XSDDate)},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaURLProperty), Object: rdf.NewIRI("https://gopherday.example/")},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaEventAttendanceMode), Object: rdf.NewIRI(vocab.SchemaOfflineEventAttendanceMode)},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaKeywords), Object: rdf.NewString("golang")},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaInLanguage), Object: rdf.NewString("en")},
	}
	sameGraph(t, want, graph, "the item")
}
