package core

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// walker finds the value nodes of a path. It is an automaton: an edge is a step over a property, in its direction or
// against it, or no step at all. The nodes that are reached in the last state are the values, and since no node is
// visited twice in the same state, the work is at most the size of the graph times that of the path, whatever the path.
type walker struct {
	// predicate is the constant of a predicate path, or of its inverse, which need no automaton; -1 for others.
	predicate int
	inverse   bool
	// edges are those that leave each state. The first state is 0.
	edges [][]edge
	last  int
}

// edge leads to a state.
type edge struct {
	// predicate is the constant of the property; -1 for no step.
	predicate int
	inverse   bool
	to        int
}

// newWalker compiles a path.
func newWalker(p *Path, constant func(rdf.Term) int) walker {
	switch {
	case p.Kind == PredicatePath:
		return walker{predicate: constant(rdf.NewIRI(p.Predicate))}
	case p.Kind == InversePath && p.Parts[0].Kind == PredicatePath:
		return walker{predicate: constant(rdf.NewIRI(p.Parts[0].Predicate)), inverse: true}
	}
	w := walker{predicate: -1, edges: make([][]edge, 1)}
	w.last = w.add(p, 0, false, constant)
	return w
}

// state adds a state.
func (w *walker) state() int {
	w.edges = append(w.edges, nil)
	return len(w.edges) - 1
}

func (w *walker) connect(from, to int) {
	w.edges[from] = append(w.edges[from], edge{predicate: -1, to: to})
}

// add adds a path that begins in a state, and returns the state it ends in.
func (w *walker) add(p *Path, from int, inverse bool, constant func(rdf.Term) int) int {
	switch p.Kind {
	case PredicatePath:
		to := w.state()
		w.edges[from] = append(w.edges[from], edge{constant(rdf.NewIRI(p.Predicate)), inverse, to})
		return to
	case SequencePath:
		for i := range p.Parts {
			part := p.Parts[i]
			if inverse {
				part = p.Parts[len(p.Parts)-1-i]
			}
			from = w.add(part, from, inverse, constant)
		}
		return from
	case AlternativePath:
		to := w.state()
		for _, part := range p.Parts {
			w.connect(w.add(part, from, inverse, constant), to)
		}
		return to
	case InversePath:
		return w.add(p.Parts[0], from, !inverse, constant)
	case ZeroOrMorePath, OneOrMorePath, ZeroOrOnePath:
	}
	// A state of its own at either end: a loop must not be entered from elsewhere.
	start, end := w.state(), w.state()
	w.connect(from, start)
	w.connect(w.add(p.Parts[0], start, inverse, constant), end)
	if p.Kind != ZeroOrOnePath {
		w.connect(end, start)
	}
	if p.Kind != OneOrMorePath {
		w.connect(start, end)
	}
	return end
}

// visit is a node in a state.
type visit struct {
	node  rdf.ID
	state int
}

// values are the nodes that a path leads to, each once, ascending. The slice must not be written to.
func (w *walker) values(r *run, from rdf.ID) []rdf.ID {
	if w.predicate >= 0 {
		if w.inverse {
			return r.data.Subjects(r.ids[w.predicate], from)
		}
		return r.data.Objects(from, r.ids[w.predicate])
	}
	var found []rdf.ID
	seen := visits{}
	seen.add(visit{node: from})
	next := 0
	for next < len(seen.list) {
		at := seen.list[next]
		next++
		if at.state == w.last {
			found = append(found, at.node)
		}
		if r.canceled() {
			return nil
		}
		for _, e := range w.edges[at.state] {
			switch {
			case e.predicate < 0:
				seen.add(visit{at.node, e.to})
				continue
			case r.ids[e.predicate] == 0:
				continue
			}
			nodes := r.data.Objects(at.node, r.ids[e.predicate])
			if e.inverse {
				nodes = r.data.Subjects(r.ids[e.predicate], at.node)
			}
			for _, node := range nodes {
				seen.add(visit{node, e.to})
			}
		}
	}
	return sorted(found)
}

// visits is a set that remembers the order in which it grew.
type visits struct {
	list  []visit
	index map[visit]struct{} // nil as long as there are few
}

func (s *visits) add(v visit) {
	const few = 16
	if s.index == nil {
		if slices.Contains(s.list, v) {
			return
		}
		if s.list = append(s.list, v); len(s.list) > few {
			s.index = make(map[visit]struct{}, 4*few)
			for _, v := range s.list {
				s.index[v] = struct{}{}
			}
		}
		return
	}
	if _, ok := s.index[v]; !ok {
		s.index[v] = struct{}{}
		s.list = append(s.list, v)
	}
}

// sorted sorts IDs and removes repetitions.
func sorted(ids []rdf.ID) []rdf.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
