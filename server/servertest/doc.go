// Package servertest runs an API in memory for tests: requests go straight to the handler, without network, and responses
// come back with what tests ask of them.
//
//	func TestEvents(t *testing.T) {
//		api := servertest.New(t, server)
//		r := api.Get(t, "/api/events?addressCountry=Belgium", "Accept: text/turtle")
//		r.WantStatus(t, http.StatusOK)
//		r.Golden(t, "events.ttl")
//	}
//
// A [Response] is read as JSON ([Response.JSON]), as a problem ([Response.Problem]) or as the RDF graph that it means
// ([Response.Graph]): JSON-LD is expanded with the contexts that the API itself serves, plain JSON with the context that its
// Link header names, the other syntaxes of RDF are parsed. A context on another host fails the test, since clients behind a
// firewall would fail, too.
//
// [API.WithShapes] validates every response by the shapes that the API publishes, which finds what a representation lost or
// mixed up on its way out. [Response.WantConforms] takes shapes of others: those of DCAT-AP for a catalogue, for example.
//
// Golden files lie in testdata. They are rewritten when the test binary has a flag -update that is set; a package that wants
// it declares it once, in a test file:
//
//	var _ = flag.Bool("update", false, "rewrite the golden files")
//
// [Lint] says what the declarations of an API lack; package lint lists the rules.
//
// The package is meant for tests only. It writes nothing but golden files.
package servertest
