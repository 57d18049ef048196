package core

import (
	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// violated notes that a constraint is violated, by a value if it is not 0.
func (r *run) violated(at place, value rdf.ID) {
	if !r.collects() {
		return
	}
	result := r.result(at)
	if value != 0 {
		result.Value = r.term(value)
	}
	if len(result.Message) == 0 {
		result.Message = at.constraint.message
		if explain := at.constraint.explain; explain != nil {
			if better := explain(r, value); better != nil {
				result.Message = better
			}
		}
	}
	if inner := at.constraint.inner; r.details && len(inner) > 0 {
		result.Details = r.explain(inner, value)
	}
	r.results = append(r.results, result)
}

// repeated notes that several values have a language.
func (r *run) repeated(at place, lang string) {
	if !r.collects() {
		return
	}
	result := r.result(at)
	if len(result.Message) == 0 {
		result.Message = message.UniqueLang(lang)
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
		if r.allDetailsLeft == 0 {
			return nil
		}
		r.detailsLeft = min(maxDetails, r.allDetailsLeft)
		r.allDetailsLeft -= r.detailsLeft
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
		r.allDetailsLeft += r.detailsLeft
		r.detailsLeft = noDetails
	}
	return found
}
