package rdf

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
)

// layout says where each statement of a graph goes in a document that nests blank nodes: Turtle, TriG and RDF/XML.
type layout struct {
	canList listRule
	// order lists the subjects as they come.
	order []Term
	// nodes are the subjects, and the blank nodes among the objects.
	nodes map[Term]*layoutNode
}

// layoutNode is what is known about a subject or a blank node.
type layoutNode struct {
	term       Term
	statements []predicateObjects
	// places says where in statements a predicate is, when there are too many to look through.
	places map[Term]int
	// references counts the statements with a blank node as object, and is beyond counting for one that is known elsewhere
	// too; parent is the subject of the last of them.
	references int
	parent     *layoutNode
	// list has the items of the list that begins here, when it is written with parentheses, and further its cells behind
	// this one, which have it as their head.
	list    []Term
	further []*layoutNode
	head    *layoutNode
	// depth is how deep a nested blank node lies, 0 for one that gets a label or a paragraph, once it is known.
	depth        int
	depthIsKnown bool
	onChain      bool
}

// listRule reports whether a syntax has a shorthand for a list of these items, as an object or as a subject.
type listRule func(items []Term, subject bool) bool

type predicateObjects struct {
	predicate Term
	objects   []Term
}

// newLayout lays out a graph. Blank nodes that are in labelled are known outside this graph, so that they need their label.
func newLayout(triples []Triple, labelled map[Term]bool, canList listRule) *layout {
	l := &layout{canList: canList, nodes: map[Term]*layoutNode{}}
	for node := range labelled {
		l.node(node).references = 2
	}
	terms, seen := newTermTable(), make(map[row]struct{}, len(triples))
	for _, t := range triples {
		r := row{terms.intern(&t.Subject), terms.intern(&t.Predicate), terms.intern(&t.Object)}
		if _, ok := seen[r]; !ok {
			seen[r] = struct{}{}
			l.add(t)
		}
	}
	for _, s := range l.order {
		l.findList(l.nodes[s])
	}
	for _, s := range l.order {
		l.nodes[s].findDepth()
	}
	return l
}

// node returns what is known about a term, of which there may be nothing yet.
func (l *layout) node(t Term) *layoutNode {
	n, ok := l.nodes[t]
	if !ok {
		n = &layoutNode{term: t}
		l.nodes[t] = n
	}
	return n
}

func (l *layout) add(t Triple) {
	s := l.node(t.Subject)
	if len(s.statements) == 0 {
		l.order = append(l.order, t.Subject)
	}
	if t.Object.Kind == BlankNode {
		o := l.node(t.Object)
		o.references++
		o.parent = s
	}
	i := s.place(t.Predicate)
	if i < 0 {
		if i = len(s.statements); t.Predicate.Value == string(vocab.RDFType) {
			i = 0
		}
		s.statements = slices.Insert(s.statements, i, predicateObjects{predicate: t.Predicate})
		s.remember(i)
	}
	s.statements[i].objects = append(s.statements[i].objects, t.Object)
}

// manyPredicates is how many predicates a subject has before there is an index to them.
const manyPredicates = 32

// place returns where in the statements a predicate is, or -1.
func (n *layoutNode) place(predicate Term) int {
	if n.places != nil {
		if i, ok := n.places[predicate]; ok {
			return i
		}
		return -1
	}
	return slices.IndexFunc(n.statements, func(po predicateObjects) bool { return po.predicate == predicate })
}

// remember indexes the predicates from one on.
func (n *layoutNode) remember(from int) {
	if len(n.statements) < manyPredicates {
		return
	}
	if n.places == nil {
		n.places, from = map[Term]int{}, 0
	}
	for i := from; i < len(n.statements); i++ {
		n.places[n.statements[i].predicate] = i
	}
}

// cell returns item and rest of a blank node that says nothing but them and that one statement refers to. The node may be nil.
func (n *layoutNode) cell() (first, rest Term, ok bool) {
	if n != nil && n.term.Kind == BlankNode && n.references == 1 && len(n.statements) == 2 {
		return itemAndRest(n.statements)
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
func (l *layout) findList(head *layoutNode) {
	subject := head.isAnonymous() && len(head.statements) > 2
	var first, rest Term
	var ok bool
	if subject {
		first, rest, ok = itemAndRest(head.statements)
	} else {
		first, rest, ok = head.cell()
	}
	if !ok {
		return
	}
	if _, next, ok := head.parent.cell(); ok && next == head.term {
		return
	}
	items := []Term{first}
	var further []*layoutNode
	for rest != NewIRI(vocab.RDFNil) {
		cell := l.nodes[rest]
		if first, rest, ok = cell.cell(); !ok {
			return
		}
		further = append(further, cell)
		items = append(items, first)
	}
	if !l.canList(items, subject) {
		return
	}
	head.list, head.further = items, further
	for _, cell := range further {
		cell.head = head
	}
	if subject {
		head.statements = slices.DeleteFunc(head.statements, func(po predicateObjects) bool {
			return po.predicate.IRI() == vocab.RDFFirst || po.predicate.IRI() == vocab.RDFRest
		})
	}
}

// findDepth computes how deep a blank node is nested, and for all nodes between it and the paragraph it belongs to. Nodes that
// refer to each other in a circle are not nested, nor is what lies too deep.
func (n *layoutNode) findDepth() {
	var chain []*layoutNode
	depth := 0
	for {
		if n.head != nil {
			n = n.head
		}
		if n.term.Kind != BlankNode || n.references != 1 {
			break
		}
		if n.depthIsKnown {
			depth = n.depth
			break
		}
		if n.onChain {
			// The circle is cut here: this node gets a label, the others hang below it when their turn comes.
			n.label()
			circle := slices.Index(chain, n)
			for _, other := range chain[circle:] {
				other.onChain = false
			}
			chain = chain[:circle]
			break
		}
		n.onChain = true
		chain = append(chain, n)
		n = n.parent
	}
	for _, n := range slices.Backward(chain) {
		n.onChain = false
		if depth++; depth > deepestNesting {
			depth = 0
			n.label()
			continue
		}
		n.depth, n.depthIsKnown = depth, true
	}
}

// label gives a node a paragraph of its own; when a list begins there, its cells are blank nodes like others again.
func (n *layoutNode) label() {
	n.depth, n.depthIsKnown = 0, true
	for _, cell := range n.further {
		cell.head = nil
	}
	n.list, n.further = nil, nil
}

func (n *layoutNode) isAnonymous() bool { return n.term.Kind == BlankNode && n.references == 0 }

// statements returns what is said about a subject.
func (l *layout) statements(subject Term) []predicateObjects {
	if n := l.nodes[subject]; n != nil {
		return n.statements
	}
	return nil
}

// list returns the items of the list that begins at a term, nil when it is not written with parentheses.
func (l *layout) list(t Term) []Term {
	if n := l.nodes[t]; n != nil {
		return n.list
	}
	return nil
}

// isNested reports whether a term is written inside another paragraph, where it is an object.
func (l *layout) isNested(t Term) bool {
	if t.Kind != BlankNode {
		return false
	}
	n := l.nodes[t]
	return n != nil && n.references == 1 && (n.head != nil || n.depth > 0 || len(n.statements) == 0)
}

// isAnonymous reports whether nothing refers to a blank node with a paragraph of its own.
func (l *layout) isAnonymous(t Term) bool {
	n := l.nodes[t]
	return n != nil && n.isAnonymous()
}
