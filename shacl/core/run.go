package core

import (
	"context"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// run is one validation of a data graph.
type run struct {
	ctx    context.Context //nolint:containedctx // a run is one call
	shapes *Shapes
	data   *rdf.Graph
	// shared says that shapes and data are one graph. Otherwise a blank node of the shapes is none of the data, whatever its label.
	shared bool
	// ids are the constants of the shapes in the data, 0 for those it does not mention; classes has those below each
	// constant that is a class, once somebody asked.
	ids     []rdf.ID
	classes [][]rdf.ID
	rdfType rdf.ID
	// extra are terms that the data does not mention; their IDs follow those of the data.
	extra   []rdf.Term
	numbers map[rdf.Term]rdf.ID
	// ignored has a bit for each component that is not checked.
	ignored uint64
	details bool

	// results are collected up to most, unless quiet: then only the first violation counts. Done stops everything.
	results   []Result
	most      int
	quiet     bool
	done      bool
	truncated bool
	// violations counts what was violated, also what was not collected.
	violations int
	// detailsLeft is how many details the result that is being made may have yet, noDetails outside of one; allDetailsLeft is how
	// many those to come may have.
	detailsLeft, allDetailsLeft int

	// known are the verdicts on pairs of a shape and a node that may be asked for again.
	known map[pair]bool
	// assumed are the pairs that are taken to conform because they were met on the way from one focus node, and trail has them
	// in the order of meeting: see conforms.
	assumed map[pair]struct{}
	trail   []pair
	// explained are the pairs whose details are being collected.
	explained map[pair]struct{}
	depth     int
	cut       bool // something was too deep to be followed
	// nodes is a stack of single nodes, so that each needs no slice of its own.
	nodes []rdf.ID
	steps int
	err   error
}

// pair is a node that is validated against a shape.
type pair struct {
	shape int
	node  rdf.ID
}

// place is where a constraint is checked: the value nodes of a shape at a focus node.
type place struct {
	shape      *shape
	constraint *constraint
	focus      rdf.ID
	values     []rdf.ID
}

// noDetails is the value of detailsLeft outside of a result.
const noDetails = -1

func newRun(ctx context.Context, shapes *Shapes, data *rdf.Graph, o Options) *run {
	r := &run{
		ctx: ctx, shapes: shapes, data: data, shared: data == shapes.graph,
		ids: make([]rdf.ID, len(shapes.constants)), classes: make([][]rdf.ID, len(shapes.constants)),
		rdfType: data.ID(rdf.NewIRI(vocab.RDFType)),
		numbers: map[rdf.Term]rdf.ID{}, known: map[pair]bool{}, assumed: map[pair]struct{}{}, explained: map[pair]struct{}{},
		details: !o.NoDetails, most: o.MaxResults, detailsLeft: noDetails, allDetailsLeft: maxAllDetails,
	}
	for i, t := range shapes.constants {
		if t.Kind != rdf.BlankNode || r.shared {
			r.ids[i] = data.ID(t)
		}
	}
	r.err = ctx.Err()
	r.done = r.err != nil
	if len(o.Ignore) > 0 {
		for _, c := range components() {
			for _, iri := range o.Ignore {
				if c.iri == iri {
					r.ignored |= 1 << c.number
				}
			}
		}
	}
	return r
}

// number is the ID of a term, also of one that the data does not mention.
func (r *run) number(t rdf.Term) rdf.ID {
	if id := r.data.ID(t); id != 0 {
		return id
	}
	id, ok := r.numbers[t]
	if !ok {
		r.extra = append(r.extra, t)
		id = rdf.ID(r.data.Terms() + len(r.extra)) //nolint:gosec // a graph leaves room for a few more
		r.numbers[t] = id
	}
	return id
}

// term is the term of an ID.
func (r *run) term(id rdf.ID) rdf.Term {
	if n := int(id) - r.data.Terms(); n > 0 {
		return r.extra[n-1]
	}
	return r.data.Term(id)
}

// kind is the kind of the term of an ID.
func (r *run) kind(id rdf.ID) rdf.Kind {
	if int(id) > r.data.Terms() {
		return r.term(id).Kind
	}
	return r.data.Kind(id)
}

// subclasses are a constant that is a class and the classes below it in the data, ascending.
func (r *run) subclasses(constant int) []rdf.ID {
	if r.classes[constant] == nil && r.ids[constant] != 0 {
		r.classes[constant] = subclasses(r.data, r.data.ID(rdf.NewIRI(vocab.RDFSSubClassOf)), r.ids[constant])
	}
	return r.classes[constant]
}

// canceled says now and then whether the caller wants no more, and stops the run if so.
func (r *run) canceled() bool {
	const every = 1024
	if r.steps++; r.steps%every == 0 && r.err == nil {
		if r.err = r.ctx.Err(); r.err != nil {
			r.done = true
		}
	}
	return r.err != nil
}

// root validates a focus node and collects the results.
func (r *run) root(s *shape, focus rdf.ID) {
	if !r.shapes.recursive {
		r.validate(s, focus)
		return
	}
	before, p := r.violations, pair{s.index, focus}
	r.explained[p] = struct{}{}
	r.validate(s, focus)
	delete(r.explained, p)
	// When nothing was violated, all pairs that were assumed to conform hold each other up.
	if r.violations == before && !r.cut {
		for _, p := range r.trail {
			r.known[p] = true
		}
	}
	r.forget(0)
	r.cut = false
}

// validate checks the constraints of a shape at a focus node.
func (r *run) validate(s *shape, focus rdf.ID) {
	if s.deactivated || r.canceled() {
		return
	}
	at := place{shape: s, focus: focus}
	if s.path != nil {
		at.values = s.walk.values(r, focus)
		r.checkAll(at)
		return
	}
	n := len(r.nodes)
	r.nodes = append(r.nodes, focus)
	at.values = r.nodes[n : n+1 : n+1]
	r.checkAll(at)
	r.nodes = r.nodes[:n]
}

// checkAll checks the constraints of the shape of a place.
func (r *run) checkAll(at place) {
	for i := range at.shape.constraints {
		c := &at.shape.constraints[i]
		if r.done {
			return
		}
		if r.ignored&(1<<c.component.number) == 0 {
			at.constraint = c
			r.check(c, at)
		}
	}
}

func (r *run) check(c *constraint, at place) {
	if c.holds == nil {
		c.check(r, at)
		return
	}
	for _, v := range at.values {
		if r.done || r.canceled() {
			return
		}
		if !c.holds(r, v) {
			r.violated(at, v)
		}
	}
}
