package main

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// crawler follows links: it knows the address of the entry point and vocabularies, and no paths.
type crawler struct {
	t     *testing.T
	api   *servertest.API
	known map[string][]rdf.Triple
}

// fetch returns the graph behind an IRI.
func (c *crawler) fetch(iri string) []rdf.Triple {
	c.t.Helper()
	iri, _, _ = strings.Cut(iri, "#")
	graph, ok := c.known[iri]
	if !ok {
		graph = c.api.Get(c.t, iri, "Accept: application/ld+json").WantStatus(c.t, http.StatusOK).Graph(c.t)
		c.known[iri] = graph
	}
	return graph
}

// follow returns the objects of a property of a subject, in what the subject's IRI leads to.
func (c *crawler) follow(subject string, property vocab.IRI) []string {
	c.t.Helper()
	var found []string
	for _, t := range c.fetch(subject) {
		if t.Subject.Value == subject && t.Predicate.Value == string(property) {
			found = append(found, t.Object.Value)
		}
	}
	return found
}

// one follows a property that has one value.
func (c *crawler) one(subject string, property vocab.IRI) string {
	c.t.Helper()
	found := c.follow(subject, property)
	if len(found) != 1 {
		c.t.Fatalf("%s of %s is %q, want one", property, subject, found)
	}
	return found[0]
}

func TestFollowingLinksReachesEverything(t *testing.T) {
	api := seeded(t)
	c := &crawler{t: t, api: api, known: map[string][]rdf.Triple{}}

	// The Link header of any response leads to the documentation, which leads to the entry point.
	links := api.Get(t, "/nowhere").Links()["http://www.w3.org/ns/hydra/core#apiDocumentation"]
	if len(links) != 1 {
		t.Fatalf("links to the documentation: %q", links)
	}
	entry := c.one(links[0], vocab.HydraEntrypoint)
	if entry != base {
		t.Errorf("the entry point is %s, want %s", entry, base)
	}

	// The documentation says which property of the entry point leads to events; the entry point has it.
	var leads []string
	for _, triple := range c.fetch(entry) {
		if triple.Subject.Value == entry && c.isCollectionOf(links[0], triple.Predicate.Value, vocab.SchemaEvent) {
			leads = append(leads, triple.Object.Value)
		}
	}
	if len(leads) != 1 {
		t.Fatalf("the links to collections of events are %q, want one", leads)
	}

	// Next links lead over all pages, members to items that say the same about themselves.
	items := map[string]bool{}
	pages := 0
	for view := c.one(leads[0], vocab.HydraView); view != ""; pages++ {
		page := shown(c.fetch(view))
		for _, member := range page {
			items[member] = true
			if names := c.follow(member, vocab.SchemaName); len(names) != 1 {
				t.Errorf("%s has the names %q", member, names)
			}
		}
		next := c.follow(view, vocab.HydraNext)
		if view = ""; len(next) > 0 {
			view = next[0]
		}
	}
	if len(items) != 15 || pages != 1 {
		t.Errorf("%d items on %d pages, want 15 on 1", len(items), pages)
	}
}

// isCollectionOf says whether the documentation declares that a property leads to a collection of instances of a class.
func (c *crawler) isCollectionOf(documentation, property string, class vocab.IRI) bool {
	c.t.Helper()
	graph := c.fetch(documentation)
	about := func(subject rdf.Term, predicate vocab.IRI) (found []rdf.Term) {
		for _, t := range graph {
			if t.Subject == subject && t.Predicate.Value == string(predicate) {
				found = append(found, t.Object)
			}
		}
		return found
	}
	for _, assertion := range about(rdf.NewIRI(vocab.IRI(property)), vocab.HydraMemberAssertion) {
		if slices.Contains(about(assertion, vocab.HydraObject), rdf.NewIRI(class)) {
			return true
		}
	}
	for _, r := range about(rdf.NewIRI(vocab.IRI(property)), vocab.RDFSRange) {
		for _, restriction := range about(r, vocab.OWLEquivalentClass) {
			if slices.Contains(about(restriction, vocab.OWLAllValuesFrom), rdf.NewIRI(class)) {
				return true
			}
		}
	}
	return false
}

// shown are the members of the part of a collection that a page shows.
func shown(graph []rdf.Triple) (members []string) {
	for _, t := range graph {
		if t.Predicate.Value == string(vocab.HydraMember) {
			members = append(members, t.Object.Value)
		}
	}
	return members
}

func TestEveryIRIOfTheAPIItselfLeadsSomewhere(t *testing.T) {
	api := seeded(t)
	c := &crawler{t: t, api: api, known: map[string][]rdf.Triple{}}
	pending := []string{base}
	seen := map[string]bool{base: true}
	for len(pending) > 0 {
		iri := pending[0]
		pending = pending[1:]
		r := api.Get(t, iri, "Accept: application/ld+json, application/json;q=0.5")
		if r.Status != http.StatusOK {
			t.Errorf("%s: status %d", iri, r.Status)
			continue
		}
		if r.MediaType() != "application/ld+json" || strings.Contains(iri, "/contexts/") {
			continue
		}
		for _, triple := range c.fetch(iri) {
			for _, term := range []rdf.Term{triple.Subject, triple.Predicate, triple.Object} {
				target, _, _ := strings.Cut(term.Value, "#")
				if term.Kind == rdf.IRI && (target == base || strings.HasPrefix(target, base+"/")) && !seen[target] {
					seen[target] = true
					pending = append(pending, target)
				}
			}
		}
	}
	for _, want := range []string{"/documentation", "/openapi.json", "/catalog", "/events", "/events.csv", "/events/gopherday-2026-05-20"} {
		if !seen[base+want] {
			t.Errorf("no link leads to %s; seen: %q", want, slices.Sorted(maps.Keys(seen)))
		}
	}
}
