package server

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
)

// problemWriter writes problems as RDF for who prefers it.
type problemWriter struct {
	server *Server
	// json are the types that a problem has whatever Accept says, rdf those that it can have.
	json, rdf *negotiate.Offers
	kinds     []representation
	// context is the reference to the JSON-LD context of problems.
	context string
	// links and vary are headers of problems.
	links, vary []string
}

// compileProblems makes what problems are written with, and a document for each kind of them.
func (s *Server) compileProblems() error {
	ctx := s.api.Context("problem")
	p := &s.problems
	p.server, p.context = s, s.prefix+ctx.Path
	p.links = []string{s.documentationLink, contextLink(s.base.URL + ctx.Path)}
	p.vary = []string{"Accept, Accept-Language"}
	var err error
	p.json, err = negotiate.NewOffers([]negotiate.Offer{{Type: "application/problem+json", Quality: 1}, {Type: "application/json", Quality: 1}}, 0)
	if err != nil {
		return err
	}
	p.kinds = []representation{asJSONLD, asNQuads, asTurtle, asNTriples}
	offers := make([]negotiate.Offer, len(p.kinds))
	for i, kind := range p.kinds {
		offers[i] = mediaTypes[kind]
	}
	if p.rdf, err = negotiate.NewOffers(offers, 0); err != nil {
		return err
	}
	for _, c := range slices.Sorted(maps.Keys(problemTypes)) {
		t := problemTypes[c]
		document := s.api.ProblemType(s.prefix, string(c), t.status, hydra.Text{"en": t.en, "nl": t.nl})
		if err := s.addGraph("problem/"+string(c), "/problems/"+string(c), document); err != nil {
			return err
		}
	}
	return nil
}

// represent writes the JSON of a problem in the i-th RDF type: its graph is what the JSON expands to, as a hydra:Error.
func (p *problemWriter) represent(ctx context.Context, problem []byte, i int, base string) ([]byte, error) {
	context, err := json.Marshal(p.context)
	if err != nil {
		return nil, err
	}
	doc := append([]byte(`{"@context":`), context...)
	doc = append(append(doc, `,"@type":"Error",`...), bytes.TrimPrefix(problem, []byte("{"))...)
	if p.kinds[i] == asJSONLD {
		return doc, nil
	}
	quads, err := p.server.processor.ToRDF(ctx, doc, base)
	if err != nil {
		return nil, err
	}
	return p.server.writeQuads(quads, p.kinds[i])
}
