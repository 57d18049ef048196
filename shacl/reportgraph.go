package shacl

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Triples is the report as a graph: a sh:ValidationReport, which a nil report is, too. The naming is that of the shapes'
// graph, so that sh:sourceShape leads there.
//
// Results inside nested structs become what a SHACL processor makes of them: a result of the outer property with
// sh:NodeConstraintComponent, whose sh:detail they are. Its severity is that of the outer property shape, as SHACL has it,
// even if what is inside is only a warning.
func (r *Report) Triples(naming Naming) []rdf.Triple {
	w := &reportWriter{graph: graph{naming: naming}}
	report := rdf.NewBlankNode("report")
	w.iri(report, vocab.RDFType, vocab.SHValidationReport)
	w.add(report, vocab.SHConforms, boolean(r.Conforms()))
	if r != nil {
		w.results(report, vocab.SHResult, r.schema, r.focus, 0, r.results)
	}
	return w.triples
}

// reportWriter writes results.
type reportWriter struct {
	graph
	count int
}

// results writes the results about a node that lies depth steps into the record, and those about nodes nested in it.
func (w *reportWriter) results(subject rdf.Term, predicate vocab.IRI, s *Schema, focus rdf.Term, depth int, results []Result) {
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
	for _, r := range results {
		if len(r.Path) == depth+1 {
			w.result(subject, predicate, r.schema, r.Shape, r)
			continue
		}
		step := r.Path[depth]
		at := value{step.Key, step.Index}
		inner := nested[at]
		if inner == nil {
			continue // written with the first of them
		}
		delete(nested, at)
		term := w.result(subject, predicate, s, step.property.Shape, Result{
			FocusNode: focus, ResultPath: step.property.Shape.Path, Value: step.node,
			Component: vocab.SHNodeConstraintComponent, Severity: step.property.Shape.Severity,
			Message: nodeMessage(step.property.Shape),
		})
		w.results(term, vocab.SHDetail, step.property.Node, step.node, depth+1, inner)
	}
}

// result writes one result and returns its term.
func (w *reportWriter) result(subject rdf.Term, predicate vocab.IRI, s *Schema, shape *PropertyShape, r Result) rdf.Term {
	w.count++
	term := rdf.NewBlankNode("r" + strconv.Itoa(w.count))
	w.add(subject, predicate, term)
	w.iri(term, vocab.RDFType, vocab.SHValidationResult)
	if r.FocusNode.IsZero() {
		r.FocusNode = rdf.NewBlankNode("record")
	}
	w.add(term, vocab.SHFocusNode, r.FocusNode)
	w.iri(term, vocab.SHResultPath, r.ResultPath)
	if !r.Value.IsZero() {
		w.add(term, vocab.SHValue, r.Value)
	}
	w.iri(term, vocab.SHSourceConstraintComponent, r.Component)
	source := rdf.NewIRI(w.naming.Property(s, shape.Key))
	if source.Value == "" {
		source = rdf.NewBlankNode("shape" + strconv.Itoa(w.count))
	}
	w.add(term, vocab.SHSourceShape, source)
	w.iri(term, vocab.SHResultSeverity, r.Severity)
	w.prose(term, vocab.SHResultMessage, r.Message)
	return term
}

// nodeMessage says that a nested node does not conform.
func nodeMessage(shape *PropertyShape) literal.LangString {
	if len(shape.Message) > 0 {
		return shape.Message
	}
	return both("The value does not conform to its shape.", "De waarde voldoet niet aan zijn vorm.")
}
