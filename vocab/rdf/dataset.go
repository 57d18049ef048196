package rdf

import (
	"iter"
	"slices"
)

// Dataset is an immutable default graph together with graphs that have names ([RDF 1.1 Concepts, 4]), made by [NewDataset],
// [ReadDataset] or a [DatasetBuilder]. Any number of goroutines may read it. A nil or zero Dataset is empty.
//
// Each graph numbers its terms for itself. A label names the same blank node in all of them.
//
// [RDF 1.1 Concepts, 4]: https://www.w3.org/TR/rdf11-concepts/#section-dataset
type Dataset struct {
	names  []Term
	graphs map[Term]*Graph
	length int
}

// NewDataset returns the dataset of some quads. Order and repetition do not count, but for the order of graphs and IDs.
func NewDataset(quads ...Quad) *Dataset {
	var b DatasetBuilder
	for _, q := range quads {
		b.Add(q)
	}
	return b.Dataset()
}

// ReadDataset collects what a reader yields, as [ReadGraph] does.
func ReadDataset(quads iter.Seq2[Quad, error]) (*Dataset, error) {
	var b DatasetBuilder
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		b.Add(q)
	}
	return b.Dataset(), nil
}

// DatasetBuilder collects quads for a [Dataset]. Its zero value is ready for use; it is not for several goroutines.
type DatasetBuilder struct {
	names    []Term
	builders map[Term]*GraphBuilder
	labels   labels
	length   int
}

// Add adds a quad as [GraphBuilder.Add] adds a triple.
func (b *DatasetBuilder) Add(q Quad) {
	b.labels.own(&q.Subject)
	b.labels.own(&q.Object)
	b.labels.own(&q.Graph)
	g, ok := b.builders[q.Graph]
	if !ok {
		if b.builders == nil {
			b.builders = map[Term]*GraphBuilder{}
		}
		g = &GraphBuilder{}
		b.builders[q.Graph] = g
		if !q.Graph.IsZero() {
			b.names = append(b.names, q.Graph)
		}
	}
	g.Add(q.Triple)
	b.length++
}

// NextDocument says that the quads from now on come from another document, in which a label of a blank node means another
// node than it did before.
func (b *DatasetBuilder) NextDocument() { b.labels.next() }

// Len returns the number of quads added since the last dataset, repeated ones included.
func (b *DatasetBuilder) Len() int { return b.length }

// Dataset returns the dataset of the quads that were added, and leaves the builder empty.
func (b *DatasetBuilder) Dataset() *Dataset {
	d := &Dataset{names: b.names, graphs: make(map[Term]*Graph, len(b.builders))}
	for name, builder := range b.builders {
		g := builder.Graph()
		d.graphs[name] = g
		d.length += g.Len()
	}
	*b = DatasetBuilder{}
	return d
}

// Len returns the number of quads.
func (d *Dataset) Len() int {
	if d == nil {
		return 0
	}
	return d.length
}

// Graph returns the graph with a name, the default graph for the zero Term; an empty graph when there is none.
func (d *Dataset) Graph(name Term) *Graph {
	if d == nil {
		return nil
	}
	return d.graphs[name]
}

// Names returns the names of the graphs that have one, in the order of first mention.
func (d *Dataset) Names() []Term {
	if d == nil {
		return nil
	}
	return slices.Clone(d.names)
}

// All yields every quad: the default graph, then the others in the order of [Dataset.Names], each in that of [Graph.All].
func (d *Dataset) All() iter.Seq[Quad] {
	return func(yield func(Quad) bool) {
		for _, name := range append([]Term{{}}, d.Names()...) {
			for t := range d.Graph(name).All() {
				if !yield(Quad{Triple: t, Graph: name}) {
					return
				}
			}
		}
	}
}

// Union returns the graph with the triples of all graphs, the default graph included.
func (d *Dataset) Union() *Graph {
	if d != nil && len(d.names) == 0 {
		return d.graphs[Term{}]
	}
	var b GraphBuilder
	for q := range d.All() {
		b.Add(q.Triple)
	}
	return b.Graph()
}
