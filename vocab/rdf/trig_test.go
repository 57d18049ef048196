package rdf_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func trig(t *testing.T, quads []rdf.Quad, prefixes *vocab.Prefixes) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.WriteTriG(&b, quads, prefixes); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteTriG(t *testing.T) {
	const head = "@prefix ex: <http://example.org/> .\n\n"
	tests := []struct {
		name string
		// in names the graph of the statements that follow, in a line of its own.
		in, want string
	}{
		{"nothing", "", ""},
		{"the default graph alone", "ex:a ex:p ex:b .", head + "ex:a\n    ex:p ex:b .\n"},
		{"a named graph alone", "graph ex:g\nex:a ex:p ex:b .\nex:b ex:p ex:c .", head + "ex:g {\n    ex:a\n        ex:p ex:b .\n\n    ex:b\n        ex:p ex:c .\n}\n"},
		{
			"the default graph first, then the others in their order", "graph ex:h\nex:a ex:p ex:b .\ngraph ex:g\nex:a ex:p ex:b .\ngraph\nex:a ex:p ex:c .\ngraph ex:h\nex:a ex:p ex:d .",
			head + "ex:a\n    ex:p ex:c .\n\nex:h {\n    ex:a\n        ex:p ex:b , ex:d .\n}\n\nex:g {\n    ex:a\n        ex:p ex:b .\n}\n",
		},
		{"a blank node of one graph", "graph ex:g\nex:a ex:p _:x .\n_:x ex:p _:y .", head + "ex:g {\n    ex:a\n        ex:p [\n            ex:p []\n        ] .\n}\n"},
		{"a blank node of two graphs", "graph ex:g\nex:a ex:p _:x .\ngraph ex:h\n_:x ex:p ex:b .", head + "ex:g {\n    ex:a\n        ex:p _:x .\n}\n\nex:h {\n    _:x\n        ex:p ex:b .\n}\n"},
		{"a blank node of the default graph and another", "ex:a ex:p _:x .\ngraph ex:h\nex:b ex:p _:x .", head + "ex:a\n    ex:p _:x .\n\nex:h {\n    ex:b\n        ex:p _:x .\n}\n"},
		{"a blank node that names a graph", "ex:a ex:p _:g .\ngraph _:g\nex:a ex:p _:x .", head + "ex:a\n    ex:p _:g .\n\n_:g {\n    ex:a\n        ex:p [] .\n}\n"},
		{"a blank node that names the graph it is in", "graph _:g\n_:g ex:p ex:a .", head + "_:g {\n    _:g\n        ex:p ex:a .\n}\n"},
		{
			"lists, of which two graphs share one", "graph ex:g\nex:a ex:p _:l .\n_:l rdf:first ex:b .\n_:l rdf:rest rdf:nil .\nex:a ex:q _:m .\n_:m rdf:first ex:b .\n_:m rdf:rest rdf:nil .\ngraph ex:h\nex:a ex:p _:m .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n" +
				"ex:g {\n    ex:a\n        ex:p ( ex:b ) ;\n        ex:q _:m .\n\n    _:m\n        rdf:first ex:b ;\n        rdf:rest () .\n}\n\nex:h {\n    ex:a\n        ex:p _:m .\n}\n",
		},
		{"a repeated statement once in each graph", "graph ex:g\nex:a ex:p ex:b .\nex:a ex:p ex:b .\ngraph ex:h\nex:a ex:p ex:b .", head +
			"ex:g {\n    ex:a\n        ex:p ex:b .\n}\n\nex:h {\n    ex:a\n        ex:p ex:b .\n}\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var quads []rdf.Quad
			var graph rdf.Term
			for line := range strings.Lines(tt.in) {
				if name, ok := strings.CutPrefix(strings.TrimSpace(line), "graph"); ok {
					if graph = (rdf.Term{}); name != "" {
						graph = parse(t, name+" ex:p ex:o .")[0].Subject
					}
					continue
				}
				quads = append(quads, rdf.Quad{Triple: parse(t, line)[0], Graph: graph})
			}
			if got := trig(t, quads, testPrefixes(t)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestWriteTriGWritesTheNameOfAGraphWhole(t *testing.T) {
	quads := []rdf.Quad{{Triple: rdf.Triple{Subject: s, Predicate: p, Object: o}, Graph: rdf.NewIRI("http://example.com/g> {")}}
	want := "<http://example.com/g%3E%20%7B> {\n    <http://example.org/s>\n        <http://example.org/p> <http://example.org/o> .\n}\n"
	if got := trig(t, quads, nil); got != want {
		t.Errorf("got %s", got)
	}
}

func TestWriteTriGRefuses(t *testing.T) {
	good := rdf.Triple{Subject: s, Predicate: p, Object: o}
	tests := []struct {
		name string
		quad rdf.Quad
		want string
	}{
		{"a literal as graph", rdf.Quad{Triple: good, Graph: rdf.NewString("g")}, `statement 2: want an IRI or a blank node as graph, got literal: "g"`},
		{"no object", rdf.Quad{Triple: rdf.Triple{Subject: s, Predicate: p}}, "statement 2: want a term as object, got no term"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := rdf.WriteTriG(&b, []rdf.Quad{{Triple: good}, tt.quad}, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) || b.Len() > 0 {
				t.Errorf("wrote %q, got %v, want %s", b.String(), err, tt.want)
			}
		})
	}
	if err := rdf.WriteTriG(full{}, []rdf.Quad{{Triple: good}}, nil); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
