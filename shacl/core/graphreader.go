package core

import (
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// graphReader reads a shapes graph.
type graphReader struct {
	graph *rdf.Graph
	// ids has the IDs of the properties that were asked for, below the classes below those that were.
	ids   map[vocab.IRI]rdf.ID
	below map[vocab.IRI][]rdf.ID
	// listed counts the members of all lists that were read.
	listed int
}

// maxListed is how many members lists have in all, those that several shapes share counted for each. Nobody has as many, but
// a list whose every rest is a list of its own makes squares of lines.
const maxListed = 1 << 21

func newGraphReader(g *rdf.Graph) graphReader {
	return graphReader{graph: g, ids: map[vocab.IRI]rdf.ID{}, below: map[vocab.IRI][]rdf.ID{}}
}

// id is the ID of an IRI in the graph, 0 if the graph does not mention it.
func (r *graphReader) id(iri vocab.IRI) rdf.ID {
	id, ok := r.ids[iri]
	if !ok {
		id = r.graph.ID(rdf.NewIRI(iri))
		r.ids[iri] = id
	}
	return id
}

// values are the objects of a property.
func (r *graphReader) values(node rdf.ID, predicate vocab.IRI) []rdf.ID {
	return r.graph.Objects(node, r.id(predicate))
}

// list reads an RDF list; the reason says why it is none.
func (r *graphReader) list(node rdf.ID) (members []rdf.ID, reason string) {
	end := r.id(vocab.RDFNil)
	for node != end {
		first, rest := r.values(node, vocab.RDFFirst), r.values(node, vocab.RDFRest)
		switch {
		case len(first) == 0 && len(members) == 0:
			return nil, r.graph.Term(node).String() + " is no list"
		case len(first) != 1 || len(rest) != 1:
			return nil, "each node of a list has one rdf:first and one rdf:rest"
		case len(members) > r.graph.Len():
			return nil, "the list contains itself"
		case r.listed > maxListed:
			return nil, "the lists of the shapes have more than " + strconv.Itoa(maxListed) + " members in all, those that are shared counted for each shape"
		}
		r.listed++
		members = append(members, first[0])
		node = rest[0]
	}
	return members, ""
}

// instances are the instances of a class and of its subclasses, ascending.
func (r *graphReader) instances(class vocab.IRI) []rdf.ID {
	var found []rdf.ID
	for _, c := range r.subclasses(class) {
		found = append(found, r.graph.Subjects(r.id(vocab.RDFType), c)...)
	}
	return sorted(found)
}

// subclasses are a class and all classes below it in the graph, ascending.
func (r *graphReader) subclasses(class vocab.IRI) []rdf.ID {
	found, ok := r.below[class]
	if !ok {
		found = subclasses(r.graph, r.id(vocab.RDFSSubClassOf), r.id(class))
		r.below[class] = found
	}
	return found
}

// subclasses are a class and all classes below it, ascending.
func subclasses(g *rdf.Graph, subClassOf, class rdf.ID) []rdf.ID {
	if class == 0 {
		return nil
	}
	found := []rdf.ID{class}
	if subClassOf == 0 || len(g.Subjects(subClassOf, class)) == 0 {
		return found
	}
	seen := map[rdf.ID]struct{}{class: {}}
	for queue := []rdf.ID{class}; len(queue) > 0; queue = queue[1:] {
		for _, c := range g.Subjects(subClassOf, queue[0]) {
			if _, ok := seen[c]; !ok {
				seen[c] = struct{}{}
				found = append(found, c)
				queue = append(queue, c)
			}
		}
	}
	return sorted(found)
}

// shortSH is a term of SHACL's vocabulary by its CURIE.
func shortSH(iri vocab.IRI) string {
	return "sh:" + strings.TrimPrefix(string(iri), vocab.NSSH)
}
