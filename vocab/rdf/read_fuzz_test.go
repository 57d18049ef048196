package rdf_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"testing/iotest"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func FuzzReadNTriples(f *testing.F) { fuzzReader(f, "NTriples", "NQuads", lineSeeds()) }

func FuzzReadNQuads(f *testing.F) { fuzzReader(f, "NQuads", "NQuads", lineSeeds()) }

func FuzzReadTurtle(f *testing.F) {
	fuzzReader(f, "Turtle", "Trig", append(turtleSeeds(), lineSeeds()...))
}

func FuzzReadTriG(f *testing.F) {
	fuzzReader(f, "Trig", "Trig", append(turtleSeeds(),
		"<g>{<s>a<o>.}", "GRAPH[]{[<p>1]}{_:a<p>_:g1}_:a{_:b<p>()}", "@prefix graph: <a:> . graph:g { graph:s graph:p ( [ ] 'x' ) . graph:s a [ ; ] }",
	))
}

func lineSeeds() []string {
	return []string{
		"", "# c\n", "<http://e/s> <http://e/p> \"a\\u00e9\"@nl-BE _:g .\r\n_:a.b <http://e/p> \"1\"^^<http://e/d>.",
		"\uFEFF_:a <http://e/p> \"\\t\\n\\\"\x00\" .", "<http://e/\\U0001F600> <a:> \"x\"^^<a:b> <a:g> . # c", "_:0 <a:b> _:-. .",
		"_:hex-20 <a:b\x7f> \"\x7f\" .\r_:g1 <a:p> _:gg1.",
	}
}

func turtleSeeds() []string {
	return []string{
		"@prefix a: <http://e/> . @base <b/c?d#e> .\n<> a a:T , <#f> ; a:p\\,%41.é [ a:q ( 1 -.5 +1.e7 () [] ) ; ; ] .",
		"PREFIX : <#> BASE <../> :s : \"\"\"a\"\"\\\"\n\"\"\"@en , '''b'\r''' , 'c'^^:d , \"e\"^^<f> , true , false .",
		"[ <p> _:g1 ] . ( _:g2 ) <p> [] . () <q> _:gg1 . # c",
		"_:a.b <p> <http://e/\\u00e9/./../x> . <//h/> <?q> <;x> .", "<< <s> <p> <o> >> <p> 1 .", "[[[[(((([<p>[",
		"@prefix p.: <x> .", "<s> <p> 1.. <s> <p> 1.e . <s> <p> \"\\ud800\"", "\"\"\"", "''''", "@prefixa:<b:>.a:a\\.a.\t\r\na:a",
	}
}

// fuzzReader checks that a reader never fails but with a place, that what it accepts survives writing, that a wider syntax
// reads the same, and that it does not matter how the bytes arrive.
func fuzzReader(f *testing.F, name, wider string, seeds []string) {
	f.Helper()
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	find := func(name string) syntax {
		all := syntaxes()
		return all[slices.IndexFunc(all, func(s syntax) bool { return s.name == name })]
	}
	tested, wide := find(name), find(wider)
	options := rdf.Options{Base: "http://base.example/a/b", Limits: rdf.Limits{Token: 1 << 10, Depth: 20, Bytes: 1 << 20}}
	f.Fuzz(func(t *testing.T, data []byte) {
		quads, err := collect(tested.read(bytes.NewReader(data), options))
		slow, slowErr := collect(tested.read(iotest.OneByteReader(bytes.NewReader(data)), options))
		if !slices.Equal(slow, quads) || !sameError(err, slowErr) {
			t.Fatalf("%q: read %v, %v, and byte by byte %v, %v", data, quads, err, slow, slowErr)
		}
		if err != nil {
			checkPlace(t, data, err)
			return
		}
		same, err := collect(wide.read(bytes.NewReader(data), options))
		if err != nil || !slices.Equal(same, quads) {
			t.Fatalf("%q: read %v, and as %s %v, %v", data, quads, wider, same, err)
		}
		checkWrittenIsRead(t, quads)
	})
}

// sameError reports whether two errors are the same. Of a term that is both too long and wrong either may be said.
func sameError(a, b error) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	for _, err := range [2]error{a, b} {
		if _, ok := errors.AsType[*rdf.LimitError](err); ok {
			return true
		}
	}
	return a.Error() == b.Error()
}

func checkPlace(t *testing.T, data []byte, err error) {
	t.Helper()
	if e, ok := errors.AsType[*rdf.SyntaxError](err); ok && e.Line > 0 && e.Line <= len(data)+1 && e.Column > 0 && e.Column <= len(data)+1 {
		return
	}
	if e, ok := errors.AsType[*rdf.LimitError](err); ok && e.Line > 0 {
		return
	}
	t.Fatalf("%q: %v", data, err)
}

func checkWrittenIsRead(t *testing.T, quads []rdf.Quad) {
	t.Helper()
	oneGraph := !slices.ContainsFunc(quads, func(q rdf.Quad) bool { return !q.Graph.IsZero() })
	for _, s := range syntaxes() {
		if s.name == "XML" || !s.graphs && !oneGraph {
			continue // FuzzWriteRDFXML does that
		}
		var b bytes.Buffer
		if err := s.write(&b, quads); err != nil {
			t.Fatalf("%v as %s: %v", quads, s.name, err)
		}
		back, err := collect(s.read(bytes.NewReader(b.Bytes()), rdf.Options{}))
		if err != nil {
			t.Fatalf("%s:\n%s\n%v", s.name, b.Bytes(), err)
		}
		same, err := rdf.IsomorphicDatasets(quads, back)
		if err == nil && !same || err != nil && !errors.Is(err, rdf.ErrTooSymmetric) {
			t.Fatalf("%s: wrote %v as\n%s\nread %v, %v", s.name, quads, b.Bytes(), back, err)
		}
	}
}
