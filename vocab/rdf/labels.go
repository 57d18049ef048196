package rdf

import (
	"strconv"
	"strings"
)

// documents keeps the blank nodes of several documents apart. Those of the first document keep their labels; those of each
// other one get a prefix that no label of the first has: "d2_" and so on. Its zero value is at the first document.
type documents struct {
	prefix string
	// others is how many documents there were after the first.
	others int
	// taken are the prefixes of this form that labels of the first document have.
	taken map[string]struct{}
}

func (d *documents) next() {
	for {
		d.others++
		d.prefix = "d" + strconv.Itoa(d.others+1) + "_"
		if _, ok := d.taken[d.prefix]; !ok {
			return
		}
	}
}

// own gives a blank node the label that it has in all documents together.
func (d *documents) own(t *Term) {
	switch {
	case t.Kind != BlankNode:
	case d.prefix != "":
		t.Value = d.prefix + t.Value
	case strings.HasPrefix(t.Value, "d"):
		n := strings.IndexByte(t.Value, '_') + 1
		if n == 0 || n > len("d_")+len("9223372036854775807") {
			return
		}
		if d.taken == nil {
			d.taken = map[string]struct{}{}
		}
		d.taken[strings.Clone(t.Value[:n])] = struct{}{}
	}
}
