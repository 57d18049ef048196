package core_test

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// fuzzTerms are the terms that fuzzed triples are made of: few, so that they often meet.
func fuzzTerms() (nodes, predicates []rdf.Term) {
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		nodes = append(nodes, rdf.NewIRI(vocab.IRI("http://example.org/"+n)), rdf.NewBlankNode(n))
	}
	nodes = append(nodes, rdf.NewIRI(vocab.RDFNil),
		rdf.NewIRI(vocab.SHNodeShape), rdf.NewIRI(vocab.SHPropertyShape), rdf.NewIRI(vocab.RDFSClass), rdf.NewIRI(vocab.SHIRI), rdf.NewIRI(vocab.XSDInteger),
		rdf.NewLiteral("0", vocab.XSDInteger), rdf.NewLiteral("1", vocab.XSDInteger), rdf.NewLiteral("2", vocab.XSDInteger),
		rdf.NewLiteral("true", vocab.XSDBoolean), rdf.NewLiteral("2026-05-20", vocab.XSDDate), rdf.NewLiteral("300", vocab.XSDByte),
		rdf.NewString("a"), rdf.NewString("^a+$"), rdf.NewString("en"), rdf.NewLangString("a", "en"), rdf.NewLangString("b", "en-GB"))
	for _, p := range []vocab.IRI{
		vocab.RDFType, vocab.RDFSSubClassOf, vocab.RDFFirst, vocab.RDFRest, "http://example.org/p", "http://example.org/q",
		vocab.SHPath, vocab.SHInversePath, vocab.SHAlternativePath, vocab.SHZeroOrMorePath, vocab.SHOneOrMorePath, vocab.SHZeroOrOnePath,
		vocab.SHTargetNode, vocab.SHTargetClass, vocab.SHTargetSubjectsOf, vocab.SHTargetObjectsOf,
		vocab.SHDeactivated, vocab.SHSeverityProperty, vocab.SHMessage,
		vocab.SHClass, vocab.SHDatatype, vocab.SHNodeKindProperty, vocab.SHMinCount, vocab.SHMaxCount, vocab.SHMinExclusive, vocab.SHMinInclusive,
		vocab.SHMaxExclusive, vocab.SHMaxInclusive, vocab.SHMinLength, vocab.SHMaxLength, vocab.SHPattern, vocab.SHFlags, vocab.SHLanguageIn,
		vocab.SHUniqueLang, vocab.SHEquals, vocab.SHDisjoint, vocab.SHLessThan, vocab.SHLessThanOrEquals, vocab.SHNot, vocab.SHAnd, vocab.SHOr,
		vocab.SHXone, vocab.SHNode, vocab.SHProperty, vocab.SHQualifiedValueShape, vocab.SHQualifiedMinCount, vocab.SHQualifiedMaxCount,
		vocab.SHQualifiedValueShapesDisjoint, vocab.SHClosed, vocab.SHIgnoredProperties, vocab.SHHasValue, vocab.SHIn,
	} {
		predicates = append(predicates, rdf.NewIRI(p))
	}
	return nodes, predicates
}

// fuzzedTriples reads three bytes as a triple.
func fuzzedTriples(data []byte) []rdf.Triple {
	nodes, predicates := fuzzTerms()
	const subjects = 10 // the IRIs and blank nodes
	var triples []rdf.Triple
	for t := range slices.Chunk(data, 3) {
		if len(t) == 3 {
			triples = append(triples, rdf.Triple{
				Subject: nodes[int(t[0])%subjects], Predicate: predicates[int(t[1])%len(predicates)], Object: nodes[int(t[2])%len(nodes)],
			})
		}
	}
	return triples
}

// fuzzBytes is the seed that fuzzedTriples reads as a graph.
func fuzzBytes(triples []rdf.Triple) []byte {
	nodes, predicates := fuzzTerms()
	var data []byte
	for _, t := range triples {
		s, p, o := slices.Index(nodes, t.Subject), slices.Index(predicates, t.Predicate), slices.Index(nodes, t.Object)
		if s >= 0 && p >= 0 && o >= 0 {
			data = append(data, byte(s), byte(p), byte(o))
		}
	}
	return data
}

// FuzzShapes takes any graph as shapes and as data: nothing panics or hangs, and what is reported agrees with itself.
func FuzzShapes(f *testing.F) {
	for _, turtle := range []string{
		`ex:a a sh:NodeShape, rdfs:Class ; sh:property _:b ; sh:closed true ; sh:ignoredProperties () . _:b sh:path ex:p ; sh:minCount 1 ; sh:class ex:a . ex:c a ex:a ; ex:p ex:d .`,
		`ex:a sh:targetSubjectsOf ex:p ; sh:or _:a . _:a rdf:first ex:b ; rdf:rest _:b . _:b rdf:first ex:c ; rdf:rest rdf:nil . ex:b sh:not ex:c . ex:c sh:nodeKind sh:IRI . ex:d ex:p 1 .`,
		`ex:a sh:targetNode ex:b ; sh:path _:a ; sh:hasValue ex:c . _:a sh:zeroOrMorePath _:b . _:b sh:alternativePath _:c . _:c rdf:first ex:p ; rdf:rest _:d . _:d rdf:first ex:q ; rdf:rest rdf:nil . ex:b ex:p ex:d . ex:d ex:q ex:b .`,
		`ex:a sh:targetObjectsOf ex:p ; sh:node ex:b . ex:b sh:property ex:c . ex:c sh:path ex:q ; sh:node ex:a . ex:d ex:p ex:e . ex:e ex:q ex:d . ex:d ex:q ex:e .`,
		`ex:a sh:targetNode ex:b ; sh:property ex:c, ex:d . ex:c sh:path ex:p ; sh:qualifiedValueShape ex:e ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true . ex:d sh:path ex:q ; sh:lessThan ex:p ; sh:uniqueLang true . ex:b ex:p "a"@en, 1 ; ex:q 2 .`,
		`ex:a sh:targetNode ex:a ; sh:property ex:b . ex:b sh:path ex:p ; sh:property ex:b . ex:a ex:p ex:a, ex:c . ex:c ex:p ex:a .`,
	} {
		g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(prefixes+turtle), rdf.Options{}))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(fuzzBytes(slices.Collect(g.All())))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 3 * 200
		g := rdf.NewGraph(fuzzedTriples(data[:min(len(data), most)])...)
		for _, config := range []core.Config{{}, {Recursive: true}} {
			shapes, err := core.Compile(g, config)
			if err != nil {
				continue
			}
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			report, err := shapes.Validate(ctx, g, core.Options{MaxResults: 100})
			if err != nil {
				t.Fatalf("%+v: %v", config, err)
			}
			again, err := shapes.Validate(ctx, g, core.Options{MaxResults: 100})
			if err != nil || !reflect.DeepEqual(report, again) {
				t.Errorf("%+v: the second report is another one", config)
			}
			conforms, err := shapes.Conforms(ctx, g)
			if err != nil || conforms != report.Conforms() {
				t.Errorf("%+v: Conforms says %t, %v; the report %v", config, conforms, err, report)
			}
			if err := rdf.WriteNTriples(&bytes.Buffer{}, report.Triples()); err != nil {
				t.Error(err)
			}
			if err := report.WriteText(&bytes.Buffer{}, core.TextOptions{}); err != nil {
				t.Error(err)
			}
		}
	})
}

// FuzzTurtleShapes takes any document as shapes.
func FuzzTurtleShapes(f *testing.F) {
	for _, turtle := range []string{
		personShapes + people,
		`ex:S a sh:NodeShape ; sh:targetNode 1, "a" ; sh:in ( 1 2 "a"@en ) ; sh:pattern "^\\d" ; sh:flags "i" ; sh:minInclusive 1.5 .`,
		`[] sh:property [ sh:path [ sh:inversePath ( ex:p [ sh:oneOrMorePath ex:q ] ) ] ; sh:maxCount 99999999999999999999999 ] .`,
		`ex:S sh:sparql [] ; sh:minCout 1 ; owl:imports ex:T .`,
	} {
		f.Add(turtle)
	}
	f.Fuzz(func(t *testing.T, turtle string) {
		g, err := rdf.ReadGraph(rdf.ReadTurtle(strings.NewReader(prefixes+turtle), rdf.Options{Limits: rdf.Limits{Statements: 500}}))
		if err != nil {
			return
		}
		shapes, err := core.Compile(g, core.Config{SkipUnsupported: true})
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a text")
			}
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if _, err := shapes.Validate(ctx, g, core.Options{MaxResults: 100}); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzPath compares the value nodes of a path with those that its definition gives, step by step.
func FuzzPath(f *testing.F) {
	f.Add([]byte{0}, []byte{0, 0, 1})
	f.Add([]byte{4, 2, 0, 1}, []byte{0, 0, 1, 1, 1, 2, 2, 0, 0})
	f.Add([]byte{3, 1, 4, 2, 0, 5, 1, 6, 0}, []byte{0, 0, 1, 1, 1, 0, 2, 0, 1, 1, 0, 2})
	f.Fuzz(func(t *testing.T, path, edges []byte) {
		p, _ := fuzzedPath(path, 0)
		var triples []rdf.Triple
		for e := range slices.Chunk(edges[:min(len(edges), 90)], 3) {
			if len(e) == 3 {
				triples = append(triples, rdf.Triple{Subject: fuzzNode(e[0]), Predicate: rdf.NewIRI(fuzzPredicate(e[1])), Object: fuzzNode(e[2])})
			}
		}
		data := rdf.NewGraph(triples...)
		// The shape says that no node is a value, so that each value is a result.
		var b rdf.GraphBuilder
		w := pathWriter{b: &b}
		shape := rdf.NewIRI("http://example.org/S")
		b.Add(rdf.Triple{Subject: shape, Predicate: rdf.NewIRI(vocab.SHPath), Object: w.write(p)})
		b.Add(rdf.Triple{Subject: shape, Predicate: rdf.NewIRI(vocab.SHNodeKindProperty), Object: rdf.NewIRI(vocab.SHLiteral)})
		shapes, err := core.Compile(b.Graph(), core.Config{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range byte(fuzzNodes) {
			report, err := shapes.ValidateNode(t.Context(), data, shape, fuzzNode(i), core.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := map[rdf.Term]bool{}
			for _, r := range report.Results {
				if got[r.Value] || !r.Path.Equal(p) {
					t.Errorf("%v: a second time, or the path %s", r.Value, r.Path)
				}
				got[r.Value] = true
			}
			if want := values(data, p, map[rdf.Term]bool{fuzzNode(i): true}, false); !reflect.DeepEqual(got, want) {
				t.Errorf("%s from %v: got %v, want %v", p, fuzzNode(i), got, want)
			}
		}
	})
}

const fuzzNodes = 4

func fuzzNode(b byte) rdf.Term {
	return rdf.NewIRI(vocab.IRI("http://example.org/" + string('a'+rune(b%fuzzNodes))))
}

func fuzzPredicate(b byte) vocab.IRI {
	return vocab.IRI("http://example.org/" + string('p'+rune(b%2)))
}

// fuzzedPath reads a path and returns what is left of the bytes.
func fuzzedPath(data []byte, depth int) (*core.Path, []byte) {
	if len(data) < 2 || depth > 6 {
		return core.NewPredicatePath(fuzzPredicate(byte(len(data)))), nil
	}
	kind := core.PathKind(data[0] % 7)
	if kind == core.PredicatePath {
		return core.NewPredicatePath(fuzzPredicate(data[1])), data[2:]
	}
	p := &core.Path{Kind: kind}
	n := 1
	if kind == core.SequencePath || kind == core.AlternativePath {
		n = 2 + int(data[1]%2)
	}
	data = data[1:]
	for range n {
		var part *core.Path
		part, data = fuzzedPath(data, depth+1)
		p.Parts = append(p.Parts, part)
	}
	return p, data
}

// values are the value nodes of a path as its definition has it, without regard to time.
func values(g *rdf.Graph, p *core.Path, from map[rdf.Term]bool, inverse bool) map[rdf.Term]bool {
	found := map[rdf.Term]bool{}
	add := func(nodes map[rdf.Term]bool) {
		for n := range nodes {
			found[n] = true
		}
	}
	switch p.Kind {
	case core.PredicatePath:
		for t := range g.Match(rdf.Term{}, rdf.NewIRI(p.Predicate), rdf.Term{}) {
			switch {
			case !inverse && from[t.Subject]:
				found[t.Object] = true
			case inverse && from[t.Object]:
				found[t.Subject] = true
			}
		}
	case core.SequencePath:
		parts := slices.Clone(p.Parts)
		if inverse {
			slices.Reverse(parts)
		}
		found = from
		for _, part := range parts {
			found = values(g, part, found, inverse)
		}
	case core.AlternativePath:
		for _, part := range p.Parts {
			add(values(g, part, from, inverse))
		}
	case core.InversePath:
		return values(g, p.Parts[0], from, !inverse)
	case core.ZeroOrOnePath:
		add(from)
		add(values(g, p.Parts[0], from, inverse))
	case core.ZeroOrMorePath, core.OneOrMorePath:
		if p.Kind == core.ZeroOrMorePath {
			add(from)
		}
		for next := values(g, p.Parts[0], from, inverse); ; next = values(g, p.Parts[0], found, inverse) {
			before := len(found)
			if add(next); len(found) == before {
				break
			}
		}
	}
	return found
}

// pathWriter writes a path into a shapes graph.
type pathWriter struct {
	b      *rdf.GraphBuilder
	blanks int
}

func (w *pathWriter) blank() rdf.Term {
	w.blanks++
	return rdf.NewBlankNode("p" + strings.Repeat("x", w.blanks))
}

func (w *pathWriter) add(s rdf.Term, p vocab.IRI, o rdf.Term) {
	w.b.Add(rdf.Triple{Subject: s, Predicate: rdf.NewIRI(p), Object: o})
}

func (w *pathWriter) write(p *core.Path) rdf.Term {
	modifiers := map[core.PathKind]vocab.IRI{
		core.AlternativePath: vocab.SHAlternativePath, core.InversePath: vocab.SHInversePath, core.ZeroOrMorePath: vocab.SHZeroOrMorePath,
		core.OneOrMorePath: vocab.SHOneOrMorePath, core.ZeroOrOnePath: vocab.SHZeroOrOnePath,
	}
	var inside rdf.Term
	switch p.Kind {
	case core.PredicatePath:
		return rdf.NewIRI(p.Predicate)
	case core.SequencePath, core.AlternativePath:
		inside = rdf.NewIRI(vocab.RDFNil)
		for _, part := range slices.Backward(p.Parts) {
			cell := w.blank()
			w.add(cell, vocab.RDFFirst, w.write(part))
			w.add(cell, vocab.RDFRest, inside)
			inside = cell
		}
		if p.Kind == core.SequencePath {
			return inside
		}
	default:
		inside = w.write(p.Parts[0])
	}
	node := w.blank()
	w.add(node, modifiers[p.Kind], inside)
	return node
}
