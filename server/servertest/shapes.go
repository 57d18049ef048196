package servertest

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Shapes reads files in Turtle and compiles them as one shapes graph, such as those of a profile that a catalogue follows. It
// fails the test when they can't be used.
func Shapes(tb testing.TB, files ...string) *core.Shapes {
	tb.Helper()
	var b rdf.GraphBuilder
	for _, name := range files {
		data, err := os.ReadFile(name) //nolint:gosec // the test names it
		if err != nil {
			tb.Fatal(err)
		}
		path := url.URL{Scheme: "file", Path: filepath.ToSlash(name)}
		b.NextDocument()
		for t, err := range rdf.ReadTurtle(bytes.NewReader(data), rdf.Options{Base: vocab.IRI(path.String())}) {
			if err != nil {
				tb.Fatalf("%s: %v", name, err)
			}
			b.Add(t)
		}
	}
	shapes, err := core.Compile(b.Graph(), core.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	return shapes
}

// WantConforms fails the test unless the graph of the body conforms to shapes: a result of any severity is one too many. It
// returns the response.
func (r *Response) WantConforms(tb testing.TB, shapes *core.Shapes) *Response {
	tb.Helper()
	r.wantConforms(tb, shapes, core.Options{})
	return r
}

func (r *Response) wantConforms(tb testing.TB, shapes *core.Shapes, o core.Options) {
	tb.Helper()
	report, err := shapes.Validate(tb.Context(), rdf.NewGraph(r.Graph(tb)...), o)
	if err != nil {
		tb.Fatal(err)
	}
	if report.Conforms() {
		return
	}
	var text strings.Builder
	_ = report.WriteText(&text, core.TextOptions{}) // a builder takes everything
	tb.Errorf("%s %s as %s does not conform to its shapes: %s", r.Method, r.URL, r.MediaType(), text.String())
}

// WithShapes is the API with every response validated: what a request for representations of resources is answered, in any
// syntax that is read as a graph, must conform to the shapes that the API itself publishes. Otherwise the test fails, and goes
// on. The shapes are fetched from the API.
//
// A response is a part of the data: that a resource referred to is of the right class is not asked of it, and when fields are
// selected, neither is what is required: sh:minCount, sh:hasValue and sh:equals. Nor are these asked of properties that only
// some audience may see; of which an API that [NewHandler] made knows nothing. JSON without a link to a context means no graph.
func (a *API) WithShapes(tb testing.TB) *API {
	tb.Helper()
	r := a.Get(tb, a.base+"/shapes", "Accept: application/n-triples").WantStatus(tb, http.StatusOK)
	triples := slices.DeleteFunc(r.Graph(tb), func(t rdf.Triple) bool {
		return slices.Contains(requirements(), t.Predicate.IRI()) && (a.restricted[t.Subject.IRI()] || a.restricted[t.Object.IRI()])
	})
	shapes, err := core.Compile(rdf.NewGraph(triples...), core.Config{Recursive: true})
	if err != nil {
		tb.Fatal(err)
	}
	checked := *a
	checked.shapes = shapes
	return &checked
}

// requirements are the constraints that the lack of a property violates.
func requirements() []vocab.IRI {
	return []vocab.IRI{vocab.SHMinCount, vocab.SHHasValue, vocab.SHEquals}
}

// restricted are the names and the paths of the property shapes of what only some audience may see.
func restricted(api *hydra.API) map[vocab.IRI]bool {
	found := map[vocab.IRI]bool{}
	for _, r := range api.Resources() {
		for _, p := range r.Definition.Properties {
			if p.Access == "" || p.Access == "read" || p.Leaf().Shape == nil {
				continue
			}
			owner := r.Definition.Schema
			if above := len(p.Steps) - 2; above >= 0 {
				owner = p.Steps[above].Node
			}
			shape := p.Leaf().Shape
			found[api.Naming().Property(owner, shape.Key)], found[shape.Path] = true, true
		}
	}
	delete(found, "") // of a shape without a name
	return found
}

// checkShapes validates a response by the API's own shapes.
func (r *Response) checkShapes(tb testing.TB) {
	tb.Helper()
	if r.api.shapes == nil || r.Method != http.MethodGet || r.Status != http.StatusOK || !slices.Contains(graphTypes(), r.MediaType()) {
		return
	}
	if r.MediaType() == "application/json" && len(r.Links()[contextRelation]) == 0 { // of the application around the API
		return
	}
	o := core.Options{Ignore: []vocab.IRI{vocab.SHClassConstraintComponent}}
	if address, err := url.Parse(r.URL); err == nil && address.Query().Has("fields") {
		o.Ignore = append(o.Ignore, vocab.SHMinCountConstraintComponent, vocab.SHHasValueConstraintComponent, vocab.SHEqualsConstraintComponent)
	}
	r.wantConforms(tb, r.api.shapes, o)
}
