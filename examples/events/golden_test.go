package main

import "testing"

// TestTheWireShape shows what goes over the wire. That it means the right graph is what other tests are for.
func TestTheWireShape(t *testing.T) {
	api := seeded(t)
	for _, row := range []struct{ target, accept, file string }{
		{item, "application/ld+json", "item.jsonld"},
		{item, "text/turtle", "item.ttl"},
		{item + "?fields=name,addressLocality", "application/json", "fields.json"},
		{events + "?addressCountry=Belgium&pageSize=1&page=2", "application/ld+json", "page.jsonld"},
		{events + "?fields=email&startDate=gte:yesterday", "application/json", "problem.json"},
	} {
		api.Get(t, row.target, "Accept: "+row.accept).Golden(t, row.file)
	}
}
