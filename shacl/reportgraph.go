package shacl

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Triples is the report as a graph: a sh:ValidationReport, which a nil report is, too. See [Report.Graph].
func (r *Report) Triples(naming Naming) []rdf.Triple { return r.Graph(naming).Triples() }

// Graph is the report as package core makes it of the record as a graph and the shapes that [Triples] returns for the same
// naming, so that sh:sourceShape leads there. The record is the blank node "record" unless [Report.SetFocus] named it.
//
// Results inside nested structs become what a SHACL processor makes of them: a result of the outer property with
// sh:NodeConstraintComponent, whose sh:detail they are. Its severity is that of the outer property shape, as SHACL has it,
// even if what is inside is only a warning.
func (r *Report) Graph(naming Naming) *core.Report {
	if r == nil {
		return &core.Report{}
	}
	focus := r.focus
	if focus.IsZero() {
		focus = rdf.NewBlankNode("record")
	}
	w := &reportWriter{naming: naming, blanks: map[*PropertyShape]rdf.Term{}}
	return &core.Report{Results: w.results(r.schema, focus, 0, r.results), Truncated: r.truncated}
}

// reportWriter turns results on a record into results on a graph.
type reportWriter struct {
	naming Naming
	// blanks are the names of property shapes that the naming does not name.
	blanks map[*PropertyShape]rdf.Term
}

// results are those about a node that lies depth steps into the record, and those about nodes nested in it.
func (w *reportWriter) results(s *Schema, focus rdf.Term, depth int, results []Result) []core.Result {
	type value struct {
		key   string
		index int
	}
	nested := map[value][]Result{}
	for _, r := range results {
		if len(r.Path) > depth+1 {
			at := value{r.Path[depth].Key, r.Path[depth].Index}
			nested[at] = append(nested[at], r)
		}
	}
	var found []core.Result
	for i := range results {
		r := &results[i]
		if len(r.Path) == depth+1 {
			found = append(found, w.result(s, focus, r))
			continue
		}
		step := r.Path[depth]
		at := value{step.Key, step.Index}
		inner := nested[at]
		if inner == nil {
			continue // written with the first of them
		}
		delete(nested, at)
		shape := step.property.Shape
		outer := w.result(s, focus, &Result{
			ResultPath: shape.Path, Value: step.node, Component: vocab.SHNodeConstraintComponent,
			Severity: shape.Severity, Message: shape.Message, Shape: shape,
		})
		if len(outer.Message) == 0 {
			outer.Message = message.Node()
		}
		outer.Details = w.results(step.property.Node, step.node, depth+1, inner)
		found = append(found, outer)
	}
	return found
}

func (w *reportWriter) result(s *Schema, focus rdf.Term, r *Result) core.Result {
	return core.Result{
		FocusNode: focus, Path: core.NewPredicatePath(r.ResultPath), Value: r.Value, Component: r.Component,
		Severity: r.Severity, Shape: w.source(s, r.Shape), Message: r.Message,
	}
}

// source is the name of a property shape.
func (w *reportWriter) source(s *Schema, shape *PropertyShape) rdf.Term {
	if iri := w.naming.Property(s, shape.Key); iri != "" {
		return rdf.NewIRI(iri)
	}
	term, ok := w.blanks[shape]
	if !ok {
		term = rdf.NewBlankNode("shape" + strconv.Itoa(len(w.blanks)+1))
		w.blanks[shape] = term
	}
	return term
}
