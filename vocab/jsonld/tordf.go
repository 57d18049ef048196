package jsonld

import (
	"context"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/piprate/json-gold/ld"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// ToRDF returns the statements of a document ([JSON-LD 1.1 API, 8.1]), as [Processor.Expand] reads it: numbers become
// xsd:integer or xsd:double, true and false xsd:boolean, JSON literals are in their canonical form (RFC 8785), @graph makes
// graphs. Blank nodes get labels of their own. As the specification has it, statements with an IRI that is relative or not
// well-formed, such as a type that no context defines under a base that is none, are left out; so are directions of text. Language tags come in lower case.
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
		var d deserializer
		d.each(expanded)
		return d.sorted(), nil
	})
}

// deserializer collects the statements of an expanded document.
type deserializer struct {
	quads []rdf.Quad
	graph rdf.Term
	// order is when a subject was first met in each graph.
	order map[place]int
	// labels are the new ones by the old ones, count how many there are.
	labels map[string]string
	count  int
}

// nowhere is the name of a graph whose own name cannot be said.
func nowhere() rdf.Term { return rdf.Term{Value: "nowhere"} }

// place is a subject in a graph.
type place struct{ graph, subject rdf.Term }

// meet gives a subject its place in the order.
func (d *deserializer) meet(subject rdf.Term) {
	if d.order == nil {
		d.order = map[place]int{}
	}
	at := place{d.graph, subject}
	if _, ok := d.order[at]; !ok {
		d.order[at] = len(d.order)
	}
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
	d.meet(subject)
	d.quads = append(d.quads, rdf.Quad{
		Triple: rdf.Triple{Subject: subject, Predicate: rdf.NewIRI(property), Object: object},
		Graph:  d.graph,
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
		if d.labels == nil {
			d.labels = map[string]string{}
		}
		d.labels[label] = own
	}
	return rdf.NewBlankNode(own)
}

func (d *deserializer) blank() rdf.Term {
	d.count++
	return rdf.NewBlankNode("b" + strconv.Itoa(d.count-1))
}

// isIRI reports whether s is an IRI that may stand in N-Triples: a scheme, and no character that is forbidden there.
func isIRI(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || scheme == "" || scheme == "_" {
		return false
	}
	for i, c := range scheme {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return strings.IndexFunc(s, func(c rune) bool { return c <= ' ' || strings.ContainsRune("<>\"{}|^`\\", c) }) < 0
}

// isLanguage reports whether s may stand after the "@" in N-Triples: letters, then parts of letters and digits.
func isLanguage(s string) bool {
	digits := false
	for part := range strings.SplitSeq(s, "-") {
		other := strings.IndexFunc(part, func(c rune) bool {
			return ('a' > c|0x20 || c|0x20 > 'z') && (!digits || c < '0' || c > '9')
		})
		if part == "" || other >= 0 {
			return false
		}
		digits = true
	}
	return true
}

// literalOf returns the literal of a value object, the zero Term when its language or datatype is none.
func literalOf(value any, object map[string]any) rdf.Term {
	datatype, typed := object["@type"].(string)
	if datatype == "@json" {
		return rdf.NewLiteral(string(appendCanonical(nil, value)), vocab.RDFJSON)
	}
	if typed && !isIRI(datatype) {
		return rdf.Term{}
	}
	switch v := value.(type) {
	case bool:
		return typedOr(vocab.XSDBoolean, strconv.FormatBool(v), datatype)
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e21 && datatype != string(vocab.XSDDouble) {
			return typedOr(vocab.XSDInteger, strconv.FormatFloat(v+0, 'f', 0, 64), datatype) // +0: no -0
		}
		return typedOr(vocab.XSDDouble, string(literal.AppendDouble(nil, v)), datatype)
	case string:
		lang, ok := object["@language"].(string)
		if !ok {
			return typedOr(vocab.XSDString, v, datatype)
		}
		if !isLanguage(lang) {
			return rdf.Term{}
		}
		return rdf.NewLangString(v, lang)
	default:
		return rdf.Term{}
	}
}

func typedOr(usual vocab.IRI, lexical, datatype string) rdf.Term {
	if datatype == "" {
		return rdf.NewLiteral(lexical, usual)
	}
	return rdf.NewLiteral(lexical, vocab.IRI(datatype))
}

// sorted returns the statements without repetitions: the default graph, then the others, each with the statements about one
// subject together, in the order of first mention.
func (d *deserializer) sorted() []rdf.Quad {
	seen := make(map[rdf.Quad]struct{}, len(d.quads))
	graphs := map[rdf.Term]int{{}: 0}
	quads := d.quads[:0]
	for _, q := range d.quads {
		if _, ok := seen[q]; ok {
			continue
		}
		seen[q] = struct{}{}
		quads = append(quads, q)
		if _, ok := graphs[q.Graph]; !ok {
			graphs[q.Graph] = len(graphs)
		}
	}
	slices.SortStableFunc(quads, func(a, b rdf.Quad) int {
		if a.Graph != b.Graph {
			return graphs[a.Graph] - graphs[b.Graph]
		}
		return d.order[place{a.Graph, a.Subject}] - d.order[place{b.Graph, b.Subject}]
	})
	return quads
}
