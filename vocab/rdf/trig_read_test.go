package rdf_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestReadTriGReadsGraphs(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"the default graph without braces", "<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o> ."},
		{"the default graph between braces", "{ <a:s> <a:p> <a:o> }", "<a:s> <a:p> <a:o> ."},
		{
			"a graph with a name", "<a:g> { <a:s> <a:p> <a:o> . <a:t> <a:p> <a:o> } <a:s> <a:p> <a:o> .",
			"<a:s> <a:p> <a:o> <a:g> .\n<a:t> <a:p> <a:o> <a:g> .\n<a:s> <a:p> <a:o> .",
		},
		{"a graph with a keyword", "GRAPH <a:g> { <a:s> <a:p> <a:o> . } graph _:h{<a:s><a:p><a:o>}", "<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> <a:o> _:h ."},
		{"graphs without a name of their own", "[] { <a:s> <a:p> <a:o> } graph [ ] { <a:s> <a:p> [] }", "<a:s> <a:p> <a:o> _:g1 .\n<a:s> <a:p> _:g3 _:g2 ."},
		{"an empty graph", "<a:g> {} {}", ""},
		{"a blank node of two graphs", "<a:g> { _:x <a:p> <a:o> } { _:x <a:p> <a:o> }", "_:x <a:p> <a:o> <a:g> .\n_:x <a:p> <a:o> ."},
		{"a blank node that all is said about", "<a:g> { [ <a:p> <a:o> ] }", "_:g1 <a:p> <a:o> <a:g> ."},
		{"a graph named by a label that looks generated", "_:g1 { [] <a:p> <a:o> }", "_:g1 <a:p> <a:o> _:gg1 ."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := collect(rdf.ReadTriG(strings.NewReader(tt.in), rdf.Options{}))
			want, _ := readQuads([]byte(tt.want))
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestReadTriGRefuses(t *testing.T) {
	tests := []struct {
		name, in string
		column   int
		reason   string
	}{
		{"a graph in a graph", "<a:g> { <a:h> { } }", 15, "want the predicate"},
		{"a directive in a graph", "<a:g> { @prefix a: <a:> . }", 9, "want a subject"},
		{"a graph that does not end", "<a:g> { <a:s> <a:p> <a:o> . ", 29, `want "}" at the end of the graph`},
		{"a missing dot", "<a:g> { <a:s> <a:p> <a:o> <a:t> <a:p> <a:o> }", 27, `want "." at the end of the statement, "}" at the end of the graph`},
		{"a dot behind a graph", "<a:g> { } .", 11, "want a subject"},
		{"a list as name", "( 1 ) { }", 7, "want the predicate"},
		{"a described node as name", "[ <a:p> 1 ] { }", 13, "want the predicate"},
		{"a described node as name behind the keyword", "graph [ <a:p> 1 ] { }", 9, `want "]"`},
		{"a literal as name", "graph 'g' { }", 7, "want the name of a graph"},
		{"a keyword without braces", "graph <a:g> <a:p> <a:o> .", 13, `want "{" behind the name`},
		{"a keyword without a name", "graph { }", 7, "want the name of a graph"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := collect(rdf.ReadTriG(strings.NewReader(tt.in), rdf.Options{}))
			e, ok := errors.AsType[*rdf.SyntaxError](err)
			if !ok || e.Line != 1 || e.Column != tt.column || !strings.Contains(err.Error(), tt.reason) {
				t.Errorf("got %v, want column %d with %q", err, tt.column, tt.reason)
			}
		})
	}
	if _, err := readTurtle("graph <a:g> { }", rdf.Options{}); err == nil {
		t.Error("Turtle accepts a graph")
	}
}
