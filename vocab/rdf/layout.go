package rdf

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
)

// layout says where each statement of a graph goes in a document that nests blank nodes: Turtle, TriG and RDF/XML.
type layout struct {
	canList listRule
	// order lists the subjects as they come.
	order      []Term
	statements map[Term][]predicateObjects
	// places says where in statements a predicate is, for the subjects that have too many to look through.
	places map[Term]map[Term]int
	// references counts the statements with a blank node as object, and is beyond counting for one that is known elsewhere
	// too; parent is the subject of the last of them.
	references map[Term]int
	parent     map[Term]Term
	// lists holds the items of each list that is written with parentheses, by its first cell.
	lists map[Term][]Term
	// cells maps the further cells of those lists to the first one.
	cells map[Term]Term
	// depths holds how deep each nested blank node lies; 0 for one that gets a label or a paragraph.
	depths map[Term]int
}

// listRule reports whether a syntax has a shorthand for a list of these items, as an object or as a subject.
type listRule func(items []Term, subject bool) bool

type predicateObjects struct {
	predicate Term
	objects   []Term
}

// newLayout lays out a graph. Blank nodes that are in labelled are known outside this graph, so that they need their label.
func newLayout(triples []Triple, labelled map[Term]bool, canList listRule) *layout {
	l := &layout{
		canList:    canList,
		statements: map[Term][]predicateObjects{},
		places:     map[Term]map[Term]int{},
		references: map[Term]int{},
		parent:     map[Term]Term{},
		lists:      map[Term][]Term{},
		cells:      map[Term]Term{},
		depths:     map[Term]int{},
	}
	for node := range labelled {
		l.references[node] = 2
	}
	seen := make(map[Triple]struct{}, len(triples))
	for _, t := range triples {
		if _, ok := seen[t]; ok {
			continue
		}
		seen[t] = struct{}{}
		l.add(t)
	}
	for _, s := range l.order {
		l.findList(s)
	}
	for _, s := range l.order {
		l.depth(s)
	}
	return l
}

func (l *layout) add(t Triple) {
	said, known := l.statements[t.Subject]
	if !known {
		l.order = append(l.order, t.Subject)
	}
	if t.Object.Kind == BlankNode {
		l.references[t.Object]++
		l.parent[t.Object] = t.Subject
	}
	i := l.place(t.Subject, t.Predicate)
	if i < 0 {
		if i = len(said); t.Predicate.Value == string(vocab.RDFType) {
			i = 0
		}
		said = slices.Insert(said, i, predicateObjects{predicate: t.Predicate})
		l.remember(t.Subject, said, i)
	}
	said[i].objects = append(said[i].objects, t.Object)
	l.statements[t.Subject] = said
}

// manyPredicates is how many predicates a subject has before there is an index to them.
const manyPredicates = 32

// place returns where in its statements a subject's predicate is, or -1.
func (l *layout) place(subject, predicate Term) int {
	if places, ok := l.places[subject]; ok {
		if i, ok := places[predicate]; ok {
			return i
		}
		return -1
	}
	return slices.IndexFunc(l.statements[subject], func(po predicateObjects) bool { return po.predicate == predicate })
}

// remember indexes the predicates from one on.
func (l *layout) remember(subject Term, said []predicateObjects, from int) {
	if len(said) < manyPredicates {
		return
	}
	places, ok := l.places[subject]
	if !ok {
		places, from = map[Term]int{}, 0
		l.places[subject] = places
	}
	for i := from; i < len(said); i++ {
		places[said[i].predicate] = i
	}
}

// cell returns item and rest of a blank node that says nothing but them and that one statement refers to.
func (l *layout) cell(node Term) (first, rest Term, ok bool) {
	if said := l.statements[node]; node.Kind == BlankNode && l.references[node] == 1 && len(said) == 2 {
		return itemAndRest(said)
	}
	return first, rest, false
}

// itemAndRest returns the one item and the one rest of a node about which more may be said.
func itemAndRest(said []predicateObjects) (first, rest Term, ok bool) {
	for _, po := range said {
		switch po.predicate.Value {
		case string(vocab.RDFFirst):
			first = po.objects[0]
		case string(vocab.RDFRest):
			rest = po.objects[0]
		default:
			continue
		}
		if len(po.objects) != 1 {
			return first, rest, false
		}
	}
	return first, rest, first.Kind != 0 && rest.Kind != 0
}

// findList records the list that begins at a node, if one does and all its cells are as they should be. The first cell of a
// list is one that is not the rest of another cell; when nothing refers to it, it is a subject that more is said about.
func (l *layout) findList(head Term) {
	subject := l.isAnonymous(head) && len(l.statements[head]) > 2
	var first, rest Term
	var ok bool
	if subject {
		first, rest, ok = itemAndRest(l.statements[head])
	} else {
		first, rest, ok = l.cell(head)
	}
	if !ok {
		return
	}
	if _, next, ok := l.cell(l.parent[head]); ok && next == head {
		return
	}
	items := []Term{first}
	var further []Term
	for rest != NewIRI(vocab.RDFNil) {
		further = append(further, rest)
		if first, rest, ok = l.cell(rest); !ok {
			return
		}
		items = append(items, first)
	}
	if !l.canList(items, subject) {
		return
	}
	l.lists[head] = items
	for _, node := range further {
		l.cells[node] = head
	}
	if subject {
		l.statements[head] = slices.DeleteFunc(l.statements[head], func(po predicateObjects) bool {
			return po.predicate.IRI() == vocab.RDFFirst || po.predicate.IRI() == vocab.RDFRest
		})
	}
}

// depth computes how deep a blank node is nested, and for all nodes between it and the paragraph it belongs to. Nodes that
// refer to each other in a circle are not nested, nor is what lies too deep.
func (l *layout) depth(node Term) {
	var chain []Term
	onChain := map[Term]bool{}
	depth := 0
	for {
		if head, ok := l.cells[node]; ok {
			node = head
		}
		if node.Kind != BlankNode || l.references[node] != 1 {
			break
		}
		if known, ok := l.depths[node]; ok {
			depth = known
			break
		}
		if onChain[node] {
			// The circle is cut here: this node gets a label, the others hang below it when their turn comes.
			l.label(node)
			chain = chain[:slices.Index(chain, node)]
			break
		}
		onChain[node] = true
		chain = append(chain, node)
		node = l.parent[node]
	}
	for _, n := range slices.Backward(chain) {
		if depth++; depth > deepestNesting {
			depth = 0
			l.label(n)
			continue
		}
		l.depths[n] = depth
	}
}

// label gives a node a paragraph of its own; when a list begins there, its cells are blank nodes like others again.
func (l *layout) label(node Term) {
	l.depths[node] = 0
	if _, ok := l.lists[node]; !ok {
		return
	}
	delete(l.lists, node)
	for cell := node; ; {
		delete(l.cells, cell)
		_, rest, ok := l.cell(cell)
		if !ok {
			return
		}
		cell = rest
	}
}

// isNested reports whether a term is written inside another paragraph, where it is an object.
func (l *layout) isNested(t Term) bool {
	if t.Kind != BlankNode || l.references[t] != 1 {
		return false
	}
	if _, ok := l.cells[t]; ok {
		return true
	}
	return l.depths[t] > 0 || len(l.statements[t]) == 0
}

// isAnonymous reports whether nothing refers to a blank node with a paragraph of its own.
func (l *layout) isAnonymous(t Term) bool {
	return t.Kind == BlankNode && l.references[t] == 0
}
