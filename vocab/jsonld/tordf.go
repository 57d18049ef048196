package jsonld

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/piprate/json-gold/ld"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// ToRDF returns the statements of a document ([JSON-LD 1.1 API, 8.1]), as [Processor.Expand] reads it: numbers become
// xsd:integer or xsd:double, true and false xsd:boolean, JSON literals are in their canonical form (RFC 8785), @graph makes
// graphs. Blank nodes get labels of their own. As the specification has it, statements with an IRI that is relative or not
// well-formed, such as a type that no context defines under a base that is none, are left out; so are directions of text.
// Language tags come in lower case.
//
// Statements come in the order of the document, but those about one subject together, and the default graph first; what is
// said of a node is sorted by property. The same document gives the same statements in the same order.
//
// [JSON-LD 1.1 API, 8.1]: https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm
func (p *Processor) ToRDF(ctx context.Context, doc []byte, base string) ([]rdf.Quad, error) {
	return p.ToRDFWithContext(ctx, doc, base, nil)
}

// ToRDFWithContext is [Processor.ToRDF] for a document whose context is beside it; see [Processor.ExpandWithContext].
func (p *Processor) ToRDFWithContext(ctx context.Context, doc []byte, base string, external []byte) ([]rdf.Quad, error) {
	return run(ctx, p, doc, base, external, func(c *call) ([]rdf.Quad, error) {
		expanded, err := ld.NewJsonLdProcessor().Expand(c.document, c.options)
		if err != nil {
			return nil, err
		}
		d := deserializer{order: map[place]int{}, graphs: map[rdf.Term]int{{}: 0}, labels: map[string]string{}}
		d.each(expanded)
		return d.sorted(), nil
	})
}

// deserializer collects the statements of an expanded document.
type deserializer struct {
	statements []statement
	graph      rdf.Term
	// order numbers the subjects of each graph as they are met, graphs the graphs.
	order  map[place]int
	graphs map[rdf.Term]int
	// labels are the new ones by the old ones, count how many there are.
	labels map[string]string
	count  int
}

// nowhere is the name of a graph whose own name cannot be said.
func nowhere() rdf.Term { return rdf.Term{Value: "nowhere"} }

// place is a subject in a graph.
type place struct{ graph, subject rdf.Term }

// statement is a quad with the numbers of its graph and its subject.
type statement struct {
	rdf.Quad
	graph, subject int
}

// meet returns the number of a subject in the graph at hand.
func (d *deserializer) meet(subject rdf.Term) int {
	at := place{d.graph, subject}
	n, ok := d.order[at]
	if !ok {
		n = len(d.order)
		d.order[at] = n
	}
	return n
}

// each reads the nodes among some values.
func (d *deserializer) each(values any) {
	items, ok := values.([]any)
	if !ok {
		items = []any{values}
	}
	for _, item := range items {
		if node, ok := item.(map[string]any); ok {
			d.object(node)
		}
	}
}

// node reads a node object and returns its name.
func (d *deserializer) node(object map[string]any) rdf.Term {
	var subject rdf.Term
	if id, ok := object["@id"].(string); ok {
		subject = d.name(id)
	} else {
		subject = d.blank()
	}
	d.meet(subject)
	for _, key := range slices.Sorted(maps.Keys(object)) {
		switch value := object[key]; key {
		case "@type":
			types, _ := value.([]any)
			for _, t := range types {
				if name, ok := t.(string); ok {
					d.say(subject, vocab.RDFType, d.name(name))
				}
			}
		case "@included":
			d.each(value)
		case "@graph":
			outer := d.graph
			d.graph = subject
			if subject.IsZero() {
				d.graph = nowhere()
			}
			d.each(value)
			d.graph = outer
		case "@reverse":
			reverse, _ := value.(map[string]any)
			for _, property := range slices.Sorted(maps.Keys(reverse)) {
				values, _ := reverse[property].([]any)
				for _, v := range values {
					d.say(d.value(v), vocab.IRI(property), subject)
				}
			}
		default:
			if strings.HasPrefix(key, "@") {
				continue
			}
			values, _ := value.([]any)
			for _, v := range values {
				d.say(subject, vocab.IRI(key), d.value(v))
			}
		}
	}
	return subject
}

// object reads what stands for a term: a value object, a list or a node. It returns the zero Term for what cannot be said.
func (d *deserializer) object(object map[string]any) rdf.Term {
	if value, ok := object["@value"]; ok {
		return literalOf(value, object)
	}
	if list, ok := object["@list"].([]any); ok {
		return d.list(list)
	}
	return d.node(object)
}

func (d *deserializer) value(v any) rdf.Term {
	object, _ := v.(map[string]any)
	if object == nil {
		return rdf.Term{}
	}
	return d.object(object)
}

func (d *deserializer) list(items []any) rdf.Term {
	if len(items) == 0 {
		return rdf.NewIRI(vocab.RDFNil)
	}
	cells := make([]rdf.Term, len(items)+1)
	for i := range items {
		cells[i] = d.blank()
		d.meet(cells[i])
	}
	cells[len(items)] = rdf.NewIRI(vocab.RDFNil)
	for i, item := range items {
		d.say(cells[i], vocab.RDFFirst, d.value(item))
		d.say(cells[i], vocab.RDFRest, cells[i+1])
	}
	return cells[0]
}

// say adds a statement, unless it lacks a term or has a property that is none in RDF.
func (d *deserializer) say(subject rdf.Term, property vocab.IRI, object rdf.Term) {
	if subject.IsZero() || object.IsZero() || subject.Kind == rdf.Literal || d.graph == nowhere() || !isIRI(string(property)) {
		return
	}
	graph, ok := d.graphs[d.graph]
	if !ok {
		graph = len(d.graphs)
		d.graphs[d.graph] = graph
	}
	d.statements = append(d.statements, statement{
		Quad: rdf.Quad{
			Triple: rdf.Triple{Subject: subject, Predicate: rdf.NewIRI(property), Object: object},
			Graph:  d.graph,
		},
		graph: graph, subject: d.meet(subject),
	})
}

// name returns the term for the value of @id or @type.
func (d *deserializer) name(id string) rdf.Term {
	label, ok := strings.CutPrefix(id, "_:")
	if !ok {
		if !isIRI(id) {
			return rdf.Term{}
		}
		return rdf.NewIRI(vocab.IRI(id))
	}
	own, ok := d.labels[label]
	if !ok {
		own = d.blank().Value
		d.labels[label] = own
	}
	return rdf.NewBlankNode(own)
}

func (d *deserializer) blank() rdf.Term {
	d.count++
	return rdf.NewBlankNode("b" + strconv.Itoa(d.count-1))
}

// sorted returns the statements without repetitions: the default graph, then the others, each with the statements about one
// subject together, in the order of first mention.
func (d *deserializer) sorted() []rdf.Quad {
	order := make([]int, len(d.statements))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &d.statements[i], &d.statements[j]
		return cmp.Or(cmp.Compare(a.graph, b.graph), cmp.Compare(a.subject, b.subject), cmp.Compare(i, j))
	})
	quads := make([]rdf.Quad, 0, len(order))
	for len(order) > 0 {
		n := 1
		for n < len(order) && d.statements[order[n]].subject == d.statements[order[0]].subject {
			n++
		}
		quads = d.appendDistinct(quads, order[:n])
		order = order[n:]
	}
	return quads
}

// few is the number of statements up to which comparing all of them is the faster way to find repetitions.
const few = 16

// appendDistinct appends the statements about one subject.
func (d *deserializer) appendDistinct(quads []rdf.Quad, about []int) []rdf.Quad {
	if len(about) <= few {
		start := len(quads)
		for _, i := range about {
			if q := d.statements[i].Quad; !slices.Contains(quads[start:], q) {
				quads = append(quads, q)
			}
		}
		return quads
	}
	said := make(map[rdf.Triple]struct{}, len(about))
	for _, i := range about {
		q := d.statements[i].Quad
		if _, ok := said[q.Triple]; !ok {
			said[q.Triple] = struct{}{}
			quads = append(quads, q)
		}
	}
	return quads
}
