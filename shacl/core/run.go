package core

import (
	"context"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// run is one validation of a data graph.
type run struct {
	ctx    context.Context //nolint:containedctx // a run is one call
	shapes *Shapes
	data   *rdf.Graph
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
	// detailsLeft is how many details the result that is being made may have yet; -1 outside of one.
	detailsLeft int

	// known are the verdicts on pairs of a shape and a node that may be asked for again.
	known map[pair]bool
	// assumed are the pairs that are taken to conform because they were met on the way from one focus node: see conforms.
	assumed map[pair]struct{}
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
		ctx: ctx, shapes: shapes, data: data,
		ids: make([]rdf.ID, len(shapes.constants)), classes: make([][]rdf.ID, len(shapes.constants)),
		rdfType: data.ID(rdf.NewIRI(vocab.RDFType)),
		numbers: map[rdf.Term]rdf.ID{}, known: map[pair]bool{}, assumed: map[pair]struct{}{}, explained: map[pair]struct{}{},
		details: !o.NoDetails, most: o.MaxResults, detailsLeft: noDetails,
	}
	for i, t := range shapes.constants {
		r.ids[i] = data.ID(t)
	}
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
		for p := range r.assumed {
			r.known[p] = true
		}
	}
	clear(r.assumed)
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
		if !c.holds(r, v) {
			r.violated(at, v)
		}
		if r.done {
			return
		}
	}
}

// validateProperty validates a node against a property shape. Nested says that the node may be a value of several focus nodes,
// so that it pays to remember that it conforms.
func (r *run) validateProperty(s *shape, node rdf.ID, nested bool) {
	if !nested || s.height == 0 {
		r.validate(s, node)
		return
	}
	p := pair{s.index, node}
	if r.known[p] || r.isAssumed(p) {
		return
	}
	before := r.violations
	r.depth++
	r.validate(s, node)
	r.depth--
	switch {
	case r.violations > before || r.done:
		delete(r.assumed, p)
	case !r.shapes.recursive:
		r.known[p] = true
	}
}

// isAssumed says that a pair is taken to conform: it was met before on the way from this focus node, or it lies too deep. It
// assumes so from now on.
func (r *run) isAssumed(p pair) bool {
	if !r.shapes.recursive {
		return false
	}
	if r.depth >= MaxDepth {
		r.cut = true
		return true
	}
	if _, ok := r.assumed[p]; ok {
		return true
	}
	r.assumed[p] = struct{}{}
	return false
}

// conforms says whether a node conforms to a shape.
//
// With shapes that contain themselves, a node that is met again conforms unless it is known that it does not: what is violated
// is found at the first meeting, and every shape on the way there does not hold either.
func (r *run) conforms(s *shape, node rdf.ID) bool {
	if s.deactivated {
		return true
	}
	p := pair{s.index, node}
	remember := s.height > 1
	if remember {
		if verdict, ok := r.known[p]; ok {
			return verdict
		}
		if r.isAssumed(p) {
			return true
		}
	}
	violations, quiet, done := r.violations, r.quiet, r.done
	r.quiet, r.done = true, false
	r.depth++
	r.validate(s, node)
	r.depth--
	verdict := r.violations == violations
	r.violations, r.quiet, r.done = violations, quiet, done || r.err != nil
	if !remember || r.err != nil {
		return verdict
	}
	if !verdict {
		delete(r.assumed, p)
	}
	if !verdict || !r.shapes.recursive {
		r.known[p] = verdict
	}
	return verdict
}

func (r *run) conformsToAll(shapes []*shape, node rdf.ID) bool {
	for _, s := range shapes {
		if !r.conforms(s, node) {
			return false
		}
	}
	return true
}

func (r *run) conformsToAny(shapes []*shape, node rdf.ID) bool {
	for _, s := range shapes {
		if r.conforms(s, node) {
			return true
		}
	}
	return false
}

func (r *run) conformsToOne(shapes []*shape, node rdf.ID) bool {
	count := 0
	for _, s := range shapes {
		if r.conforms(s, node) {
			if count++; count > 1 {
				return false
			}
		}
	}
	return count == 1
}

// violated notes that a constraint is violated, by a value if it is not 0.
func (r *run) violated(at place, value rdf.ID) { r.violatedWith(at, value, nil, nil) }

// violatedWith is violated with a text of its own, and with shapes whose results are the details.
func (r *run) violatedWith(at place, value rdf.ID, says literal.LangString, inner []*shape) {
	if !r.collects() {
		return
	}
	result := r.result(at)
	if value != 0 {
		result.Value = r.term(value)
	}
	if len(result.Message) == 0 {
		if result.Message = says; says == nil {
			result.Message = at.constraint.message
			if explain := at.constraint.explain; explain != nil && value != 0 {
				if better := explain(r, value); better != nil {
					result.Message = better
				}
			}
		}
	}
	if r.details && len(inner) > 0 {
		result.Details = r.explain(inner, value)
	}
	r.results = append(r.results, result)
}

// notAllowed notes that a node has a property that a closed shape does not know.
func (r *run) notAllowed(at place, predicate, object rdf.ID) {
	if !r.collects() {
		return
	}
	result := r.result(at)
	iri := r.term(predicate).IRI()
	result.Path, result.Value = NewPredicatePath(iri), r.term(object)
	if len(result.Message) == 0 {
		result.Message = message.Closed(message.Name(iri))
	}
	r.results = append(r.results, result)
}

// collects counts a violation, and says whether its result is wanted.
func (r *run) collects() bool {
	if r.done {
		return false
	}
	r.violations++
	switch {
	case r.quiet:
		r.done = true
	case r.detailsLeft == 0:
		r.done = true
	case r.detailsLeft > 0:
		r.detailsLeft--
	case r.most > 0 && len(r.results) >= r.most:
		r.done, r.truncated = true, true
	}
	return !r.done
}

// result is a result without what differs from constraint to constraint.
func (r *run) result(at place) Result {
	return Result{
		FocusNode: r.term(at.focus), Path: at.shape.path,
		Component: at.constraint.component.iri, Severity: at.shape.severity, Shape: at.shape.term, Message: at.shape.messages,
		constraint: at.constraint,
	}
}

// explain collects the results of a value that does not conform to shapes.
func (r *run) explain(shapes []*shape, value rdf.ID) []Result {
	outer, violations, left := r.results, r.violations, r.detailsLeft
	if left == noDetails {
		r.detailsLeft = maxDetails
	}
	r.results = nil
	for _, s := range shapes {
		if !r.shapes.recursive {
			r.validate(s, value)
			continue
		}
		p := pair{s.index, value}
		if _, again := r.explained[p]; !again {
			r.explained[p] = struct{}{}
			r.validate(s, value)
			delete(r.explained, p)
		}
	}
	found := r.results
	r.results, r.violations, r.done = outer, violations, r.err != nil
	if left == noDetails {
		r.detailsLeft = noDetails
	}
	return found
}
