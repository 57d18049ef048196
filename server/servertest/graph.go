package servertest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// contextRelation is the link relation of the JSON-LD context of plain JSON.
const contextRelation = "http://www.w3.org/ns/json-ld#context"

// graphTypes are the media types that mean a graph by themselves. Other kinds of JSON do with the context that they link to.
func graphTypes() []string {
	return []string{
		"application/ld+json", "application/json", "application/n-triples", "application/n-quads", "text/turtle", "application/trig",
		"application/rdf+xml",
	}
}

// Graph returns the RDF graph that the body means: JSON-LD and JSON by the contexts that the API serves, the other syntaxes of
// RDF as they stand. It fails the test for anything else, and for what can't be read.
func (r *Response) Graph(tb testing.TB) []rdf.Triple {
	tb.Helper()
	triples, err := r.graph()
	if err != nil {
		tb.Fatalf("%s %s: status %d: %v\n%s", r.Method, r.URL, r.Status, err, r.excerpt())
	}
	return triples
}

func (r *Response) graph() ([]rdf.Triple, error) {
	options := rdf.Options{Base: vocab.IRI(vocab.AppendURI(nil, r.URL))}
	body := bytes.NewReader(r.Body)
	switch mediaType := r.MediaType(); {
	case mediaType == "application/n-triples":
		return collect(rdf.ReadNTriples(body, options))
	case mediaType == "text/turtle":
		return collect(rdf.ReadTurtle(body, options))
	case mediaType == "application/rdf+xml":
		return collect(rdf.ReadRDFXML(body, options))
	case mediaType == "application/n-quads":
		return collect(defaultGraph(rdf.ReadNQuads(body, options)))
	case mediaType == "application/trig":
		return collect(defaultGraph(rdf.ReadTriG(body, options)))
	case mediaType == "application/ld+json":
		return r.expand(nil)
	case mediaType == "application/json" || strings.HasSuffix(mediaType, "+json"):
		links := r.Links()[contextRelation]
		if len(links) != 1 {
			return nil, fmt.Errorf("%s has %d links to a JSON-LD context, want one", mediaType, len(links))
		}
		return r.expand(links)
	default:
		return nil, fmt.Errorf("a graph is read from JSON-LD, JSON and the other syntaxes of RDF, not from %q", mediaType)
	}
}

func collect(read iter.Seq2[rdf.Triple, error]) ([]rdf.Triple, error) {
	var triples []rdf.Triple
	for t, err := range read {
		if err != nil {
			return nil, err
		}
		triples = append(triples, t)
	}
	return triples, nil
}

// defaultGraph reads quads that are in the default graph.
func defaultGraph(read iter.Seq2[rdf.Quad, error]) iter.Seq2[rdf.Triple, error] {
	return func(yield func(rdf.Triple, error) bool) {
		for q, err := range read {
			if err == nil && q.Graph.Kind != 0 {
				err = fmt.Errorf("a statement is in the graph %s, not in the default one", q.Graph.Value)
			}
			if !yield(q.Triple, err) {
				return
			}
		}
	}
}

// expand reads JSON-LD. linked are the contexts that come beside the document.
func (r *Response) expand(linked []string) ([]rdf.Triple, error) {
	var document any
	if err := json.Unmarshal(r.Body, &document); err != nil {
		return nil, err
	}
	base := string(vocab.AppendURI(nil, r.URL)) // as a client would have sent it
	processor, err := r.api.processor(base, append(references(document, nil), linked...))
	if err != nil {
		return nil, err
	}
	var external []byte
	if linked != nil {
		if external, err = json.Marshal(map[string]any{"@context": linked[0]}); err != nil {
			return nil, err
		}
	}
	quads, err := processor.ToRDFWithContext(context.Background(), r.Body, base, external)
	if err != nil {
		return nil, err
	}
	triples := make([]rdf.Triple, len(quads))
	for i, q := range quads {
		triples[i] = q.Triple
	}
	return triples, nil
}

// references lists the contexts that a document refers to.
func references(value any, found []string) []string {
	switch v := value.(type) {
	case []any:
		for _, member := range v {
			found = references(member, found)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if key != "@context" {
				found = references(v[key], found)
				continue
			}
			contexts, ok := v[key].([]any)
			if !ok {
				contexts = []any{v[key]}
			}
			for _, c := range contexts {
				if name, ok := c.(string); ok {
					found = append(found, name)
				}
			}
		}
	}
	return found
}

// processor returns a processor that knows the contexts that a document refers to. They are fetched from the API.
func (a *API) processor(base string, names []string) (*jsonld.Processor, error) {
	contexts := map[string][]byte{}
	for _, name := range names {
		resolved, err := vocab.Resolve(base, name)
		if err != nil {
			return nil, err
		}
		if contexts[resolved], err = a.context(resolved); err != nil {
			return nil, err
		}
	}
	key := strings.Join(slices.Sorted(maps.Keys(contexts)), " ")
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if p := a.processors[key]; p != nil {
		return p, nil
	}
	p, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts, Limits: jsonld.OwnLimits()})
	if err == nil {
		a.processors[key] = p
	}
	return p, err
}

// context fetches a context from the API.
func (a *API) context(name string) ([]byte, error) {
	a.mutex.Lock()
	body := a.contexts[name]
	a.mutex.Unlock()
	if body != nil {
		return body, nil
	}
	if !strings.HasPrefix(name, a.origin+"/") {
		return nil, fmt.Errorf("the context %s is not on %s: clients behind a firewall can't read the document", name, a.origin)
	}
	r, err := a.Try(http.MethodGet, name, "Accept: application/ld+json")
	switch {
	case err != nil:
		return nil, err
	case r.Status != http.StatusOK || r.MediaType() != "application/ld+json":
		return nil, fmt.Errorf("the context %s: status %d, %q", name, r.Status, r.Header.Get("Content-Type"))
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.contexts[name] = r.Body
	return r.Body, nil
}
