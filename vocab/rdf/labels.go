package rdf

import (
	"iter"
	"strconv"
	"strings"
)

// Concat yields the statements of several documents one after the other. Blank nodes of different documents are different
// nodes: those of the first document keep their labels, the others get new ones, as in [Merge]. Memory does not grow with the
// documents. The first error ends the sequence.
func Concat(documents ...iter.Seq2[Quad, error]) iter.Seq2[Quad, error] {
	return func(yield func(Quad, error) bool) {
		var l labels
		for i, document := range documents {
			if i > 0 {
				l.next()
			}
			for q, err := range document {
				l.own(&q.Subject)
				l.own(&q.Object)
				l.own(&q.Graph)
				if !yield(q, err) || err != nil {
					return
				}
			}
		}
	}
}

// labels keeps the blank nodes of several documents apart. Those of the first document keep their labels; those of each
// other one get a prefix that no label of the first has: "d2_" and so on. Its zero value is at the first document.
type labels struct {
	prefix string
	// others is how many documents there were after the first.
	others int
	// taken are the prefixes of this form that labels of the first document have.
	taken map[string]struct{}
}

func (l *labels) next() {
	for {
		l.others++
		l.prefix = "d" + strconv.Itoa(l.others+1) + "_"
		if _, ok := l.taken[l.prefix]; !ok {
			return
		}
	}
}

// own gives a blank node the label that it has in all documents together.
func (l *labels) own(t *Term) {
	switch {
	case t.Kind != BlankNode:
	case l.prefix != "":
		t.Value = l.prefix + t.Value
	case strings.HasPrefix(t.Value, "d"):
		n := 1 + digits(t.Value[1:])
		if n == len(t.Value) || t.Value[n] != '_' || n > len("d9223372036854775807") {
			return
		}
		if l.taken == nil {
			l.taken = map[string]struct{}{}
		}
		l.taken[strings.Clone(t.Value[:n+1])] = struct{}{}
	}
}
