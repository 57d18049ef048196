// Package server serves an API over HTTP: routing, negotiation, representations, filters, paging, problems.
//
//	api, err := server.New(server.Config{
//		BaseURL:    "https://data.example.org/api",
//		Vocabulary: "https://data.example.org/ns#",
//		Metadata:   hydra.Metadata{Title: hydra.Text{"en": "Events"}, Version: "1.0.0"},
//	}, server.Bind(Events, events.Functions()))
//
// In go classes, each bound to a store; out comes a [Server], an [net/http.Handler] that is immutable and safe for
// concurrent use. [New] does all the work that does not depend on a request: it checks every declaration, makes every
// document, and compiles a plan for each class that writes records as bytes. A request then looks up its class in a map,
// chooses a representation, and runs the plan. Documents in seldom used syntaxes are written when first asked for, and kept.
//
// It is not a web framework: middleware goes around the handler, routes of another kind next to it ([Config.Routes]) or
// outside. It keeps no state; that is what a store is for (package store, and memory below it).
//
// # A request
//
// The files follow a request's way: server.go finds what a path means; item.go, collection.go, export.go and document.go
// answer it; parameters.go reads the query and window.go fetches the page; resource.go has what was compiled for a class, and
// internal/represent writes it. Every error ends in problem.go, which alone decides what a client is told.
package server
