package core

import (
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Triples is the report as a graph: one sh:ValidationReport with its results. Blank nodes of the data keep their labels, and
// so do those of the shapes unless a label is taken. The same report gives the same triples in the same order.
func (r *Report) Triples() []rdf.Triple {
	w := newReportWriter(r)
	report := w.blank("report")
	w.add(report, vocab.RDFType, rdf.NewIRI(vocab.SHValidationReport))
	w.add(report, vocab.SHConforms, rdf.NewLiteral(strconv.FormatBool(r.Conforms()), vocab.XSDBoolean))
	for i := range r.Results {
		w.result(report, vocab.SHResult, &r.Results[i])
	}
	return w.triples
}

// reportWriter writes a report as a graph.
type reportWriter struct {
	triples []rdf.Triple
	// prefix begins the labels of the report's own blank nodes, and no other label.
	prefix string
	count  int
	// shared says that the blank nodes of shapes and data are those of one graph.
	shared bool
	// data has the labels of the data, shapes the names that shapes of these labels get.
	data   map[string]bool
	shapes map[string]string
}

func newReportWriter(r *Report) *reportWriter {
	w := &reportWriter{prefix: "report", shared: r.shared, data: map[string]bool{}, shapes: map[string]string{}}
	w.collect(r.Results)
	return w
}

// collect finds the labels that are taken, and a prefix that none of them has.
func (w *reportWriter) collect(results []Result) {
	for i := range results {
		r := &results[i]
		for place, t := range [...]rdf.Term{r.Shape, r.FocusNode, r.Value} {
			if t.Kind != rdf.BlankNode {
				continue
			}
			for strings.HasPrefix(t.Value, w.prefix) {
				w.prefix += "x"
			}
			if place > 0 {
				w.data[t.Value] = true
			}
		}
		w.collect(r.Details)
	}
}

// blank is a blank node of the report's own.
func (w *reportWriter) blank(what string) rdf.Term {
	w.count++
	return rdf.NewBlankNode(w.prefix + "-" + what + strconv.Itoa(w.count))
}

func (w *reportWriter) add(s rdf.Term, p vocab.IRI, o rdf.Term) {
	w.triples = append(w.triples, rdf.Triple{Subject: s, Predicate: rdf.NewIRI(p), Object: o})
}

// result writes a result, and those inside it.
func (w *reportWriter) result(subject rdf.Term, predicate vocab.IRI, r *Result) {
	node := w.blank("result")
	w.add(subject, predicate, node)
	w.add(node, vocab.RDFType, rdf.NewIRI(vocab.SHValidationResult))
	w.add(node, vocab.SHFocusNode, r.FocusNode)
	if r.Path != nil {
		w.add(node, vocab.SHResultPath, w.path(r.Path))
	}
	if !r.Value.IsZero() {
		w.add(node, vocab.SHValue, r.Value)
	}
	w.add(node, vocab.SHSourceConstraintComponent, rdf.NewIRI(r.Component))
	w.add(node, vocab.SHSourceShape, w.shape(r.Shape))
	w.add(node, vocab.SHResultSeverity, rdf.NewIRI(r.Severity))
	for _, m := range r.Message {
		w.add(node, vocab.SHResultMessage, rdf.NewLangString(m.Value, m.Lang))
	}
	for i := range r.Details {
		w.result(node, vocab.SHDetail, &r.Details[i])
	}
}

// shape is the term of a shape: a blank node whose label is taken by the data gets another one.
func (w *reportWriter) shape(t rdf.Term) rdf.Term {
	if w.shared || t.Kind != rdf.BlankNode || !w.data[t.Value] {
		return t
	}
	label, ok := w.shapes[t.Value]
	if !ok {
		label = w.blank("shape").Value
		w.shapes[t.Value] = label
	}
	return rdf.NewBlankNode(label)
}

// path writes a path anew for each result.
func (w *reportWriter) path(p *Path) rdf.Term {
	switch p.Kind {
	case PredicatePath:
		return rdf.NewIRI(p.Predicate)
	case SequencePath:
		return w.list(p.Parts)
	case AlternativePath:
		node := w.blank("path")
		w.add(node, vocab.SHAlternativePath, w.list(p.Parts))
		return node
	case InversePath, ZeroOrMorePath, OneOrMorePath, ZeroOrOnePath:
	}
	node := w.blank("path")
	w.add(node, p.Kind.modifier(), w.path(p.Parts[0]))
	return node
}

func (w *reportWriter) list(parts []*Path) rdf.Term {
	first := w.blank("list")
	cell := first
	for i, part := range parts {
		w.add(cell, vocab.RDFFirst, w.path(part))
		rest := rdf.NewIRI(vocab.RDFNil)
		if i+1 < len(parts) {
			rest = w.blank("list")
		}
		w.add(cell, vocab.RDFRest, rest)
		cell = rest
	}
	return first
}
