package core

import (
	"context"
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	// MaxDepth is how deep shapes that contain themselves are followed ([Config.Recursive]): what lies deeper is taken to
	// conform. Other shapes end by themselves.
	MaxDepth = 256
	// maxDetails is how many results a result has inside it, at all depths, and maxAllDetails how many all results have.
	maxDetails    = 1000
	maxAllDetails = 100 * maxDetails
)

// Options says how data is validated. The zero value reports everything.
type Options struct {
	// MaxResults ends the validation when there are more results: [Report.Truncated] then says so. 0 means no limit. Set it for
	// data of strangers, whose results may be as many as the square of its triples, and give the context a deadline.
	MaxResults int
	// NoDetails leaves out sh:detail: the results inside a value that does not conform to a shape. There are at most 1,000 in a
	// result, at all depths, and 100,000 in a report: later results have none.
	NoDetails bool
	// Ignore names constraint components that are not checked, such as sh:MinCountConstraintComponent for data that is a
	// part of what the shapes describe.
	Ignore []vocab.IRI
}

// Validate validates a data graph: each target of each shape. The results come in the order of the shapes, then that of the
// focus nodes in the data, then that of [SHACL 4]'s components. The error is that of the context.
//
// The class of a node is what the data says with rdf:type, and with rdfs:subClassOf about classes. To validate with the
// classes of a vocabulary, add its rdfs:subClassOf statements to the data.
func (s *Shapes) Validate(ctx context.Context, data *rdf.Graph, o Options) (*Report, error) {
	r := newRun(ctx, s, data, o)
	r.targets()
	return r.report()
}

// Conforms says whether a data graph conforms. It ends with the first violation.
func (s *Shapes) Conforms(ctx context.Context, data *rdf.Graph) (bool, error) {
	r := newRun(ctx, s, data, Options{})
	r.quiet = true
	r.targets()
	return r.violations == 0 && r.err == nil, r.err
}

// ValidateNode validates one node against one shape, whatever its targets. It is an error when there is no such shape, or when
// it is ill-formed.
func (s *Shapes) ValidateNode(ctx context.Context, data *rdf.Graph, shape, node rdf.Term, o Options) (*Report, error) {
	compiled := s.byTerm[shape]
	if compiled == nil {
		return nil, fmt.Errorf("shapes graph: there is no shape %s", shape)
	}
	if issues := compiled.broken(); len(issues) > 0 {
		return nil, &ShapesError{Issues: issues}
	}
	r := newRun(ctx, s, data, o)
	r.root(compiled, r.number(node))
	return r.report()
}

// broken are the issues that make a shape, or one that it refers to, unusable.
func (s *shape) broken() []Issue {
	var issues []Issue
	seen := map[*shape]bool{s: true}
	for queue := []*shape{s}; len(queue) > 0; queue = queue[1:] {
		issues = append(issues, queue[0].issues[:queue[0].faults]...)
		for _, r := range queue[0].refers {
			if !seen[r.shape] {
				seen[r.shape] = true
				queue = append(queue, r.shape)
			}
		}
	}
	return issues
}

// targets validates all targets.
func (r *run) targets() {
	for _, s := range r.shapes.targets {
		for _, focus := range r.focusNodes(s) {
			r.root(s, focus)
			if r.done {
				return
			}
		}
	}
}

func (r *run) report() (*Report, error) {
	if r.err != nil {
		return nil, r.err
	}
	return &Report{Results: r.results, Truncated: r.truncated, shared: r.shared}, nil
}
