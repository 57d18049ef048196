package main

import "testing"

// TestTheWireShape shows what goes over the wire, as plain JSON: JSON-LD is the same behind a reference to a context, whose
// name has a hash of its content. That it means the right graph is what other tests are for.
func TestTheWireShape(t *testing.T) {
	api := seeded(t)
	for _, row := range []struct{ target, accept, file string }{
		{item, "application/json", "item.json"},
		{item, "text/turtle", "item.ttl"},
		{item + "?fields=name,addressLocality", "application/json", "fields.json"},
		{events + "?addressCountry=Belgium&pageSize=1&page=2", "application/json", "page.json"},
		{events + "?fields=email&startDate=gte:yesterday", "application/json", "problem.json"},
	} {
		api.Get(t, row.target, "Accept: "+row.accept).Golden(t, row.file)
	}
}
