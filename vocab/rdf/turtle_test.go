package rdf_test

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func turtle(t *testing.T, triples []rdf.Triple, prefixes *vocab.Prefixes) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.WriteTurtle(&b, triples, prefixes); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parse reads N-Triples in which the prefixes of the tests stand for IRIs, as the expected documents use them.
func parse(t *testing.T, text string) []rdf.Triple {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(text) {
		for field := range strings.FieldsSeq(line) {
			if local, ok := strings.CutPrefix(field, "ex:"); ok {
				field = "<http://example.org/" + local + ">"
			} else if local, ok := strings.CutPrefix(field, "rdf:"); ok {
				field = "<" + vocab.NSRDF + local + ">"
			}
			b.WriteString(field + " ")
		}
		b.WriteString("\n")
	}
	triples, err := readTriples([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return triples
}

func testPrefixes(t *testing.T) *vocab.Prefixes {
	t.Helper()
	prefixes, err := vocab.StandardPrefixes().With("ex", "http://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	return prefixes
}

func TestWriteTurtle(t *testing.T) {
	const head = "@prefix ex: <http://example.org/> .\n\n"
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"types first, then the order of the statements", "ex:a ex:q ex:b .\nex:a ex:p ex:c .\nex:a rdf:type ex:T .\nex:a ex:q ex:d .", head +
			"ex:a\n    a ex:T ;\n    ex:q ex:b , ex:d ;\n    ex:p ex:c .\n"},
		{"a repeated statement once", "ex:a ex:p ex:b .\nex:a ex:p ex:b .", head + "ex:a\n    ex:p ex:b .\n"},
		{"a paragraph a subject", "ex:a ex:p ex:b .\nex:b ex:p ex:c .\nex:a ex:q ex:d .", head +
			"ex:a\n    ex:p ex:b ;\n    ex:q ex:d .\n\nex:b\n    ex:p ex:c .\n"},
		{"a blank node inside", "_:x ex:q \"1\" .\nex:a ex:p _:x .", head + "ex:a\n    ex:p [\n        ex:q \"1\"\n    ] .\n"},
		{"a blank node that says nothing", "ex:a ex:p _:x .", head + "ex:a\n    ex:p [] .\n"},
		{"a blank node that nothing refers to", "_:x ex:p ex:a .", head + "[]\n    ex:p ex:a .\n"},
		{"a blank node that two refer to", "ex:a ex:p _:x .\nex:b ex:p _:x .\n_:x ex:q ex:c .", head +
			"ex:a\n    ex:p _:x .\n\nex:b\n    ex:p _:x .\n\n_:x\n    ex:q ex:c .\n"},
		{"a blank node that refers to itself", "_:x ex:p _:x .", head + "_:x\n    ex:p _:x .\n"},
		{"blank nodes in a circle", "_:x ex:p _:y .\n_:y ex:p _:x .", head + "_:x\n    ex:p [\n        ex:p _:x\n    ] .\n"},
		{"a circle with a tail", "_:t ex:q \"1\" .\n_:x ex:p _:y .\n_:y ex:p _:x .\n_:y ex:p _:t .", head +
			"_:y\n    ex:p [\n        ex:p _:y\n    ] , [\n        ex:q \"1\"\n    ] .\n"},
		{"a list", "ex:a ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:rest _:m .\n_:m rdf:first _:x .\n_:m rdf:rest rdf:nil .\n_:x ex:q ex:b .", head +
			"ex:a\n    ex:p ( \"1\" [\n        ex:q ex:b\n    ] ) .\n"},
		{"an empty list", "ex:a ex:p rdf:nil .", head + "ex:a\n    ex:p () .\n"},
		{"a list in a list", "ex:a ex:p _:l .\n_:l rdf:first _:m .\n_:l rdf:rest rdf:nil .\n_:m rdf:first \"1\" .\n_:m rdf:rest rdf:nil .", head +
			"ex:a\n    ex:p ( ( \"1\" ) ) .\n"},
		{"a list as subject", "_:l rdf:first ex:a .\n_:l rdf:rest _:m .\n_:m rdf:first _:x .\n_:m rdf:rest rdf:nil .\n_:x ex:q ex:b .\n_:l ex:p ex:c .", head +
			"( ex:a [\n    ex:q ex:b\n] )\n    ex:p ex:c .\n"},
		{
			"a list that nothing else is said about", "_:l rdf:first ex:a .\n_:l rdf:rest rdf:nil .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n[]\n    rdf:first ex:a ;\n    rdf:rest () .\n",
		},
		{
			"a list that two refer to", "ex:a ex:p _:l .\nex:b ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:rest rdf:nil .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n" +
				"ex:a\n    ex:p _:l .\n\nex:b\n    ex:p _:l .\n\n_:l\n    rdf:first \"1\" ;\n    rdf:rest () .\n",
		},
		{
			"a list with two items in one cell", "ex:a ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:first \"2\" .\n_:l rdf:rest rdf:nil .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n" +
				"ex:a\n    ex:p [\n        rdf:first \"1\" , \"2\" ;\n        rdf:rest ()\n    ] .\n",
		},
		{
			"a list that says more", "ex:a ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:rest rdf:nil .\n_:l ex:q ex:b .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n" +
				"ex:a\n    ex:p [\n        rdf:first \"1\" ;\n        rdf:rest () ;\n        ex:q ex:b\n    ] .\n",
		},
		{
			"a list that does not end", "ex:a ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:rest ex:b .",
			"@prefix ex: <http://example.org/> .\n@prefix rdf: <" + vocab.NSRDF + "> .\n\n" +
				"ex:a\n    ex:p [\n        rdf:first \"1\" ;\n        rdf:rest ex:b\n    ] .\n",
		},
		{
			"a list that contains itself", "_:l rdf:first _:l .\n_:l rdf:rest rdf:nil .",
			"@prefix rdf: <" + vocab.NSRDF + "> .\n\n_:l\n    rdf:first _:l ;\n    rdf:rest () .\n",
		},
		{
			"a list that is its own rest", "_:l rdf:first \"1\" .\n_:l rdf:rest _:l .",
			"@prefix rdf: <" + vocab.NSRDF + "> .\n\n_:l\n    rdf:first \"1\" ;\n    rdf:rest _:l .\n",
		},
		{"names that are not safe are written whole", "ex:a ex:p ex:b,c .\nex:a ex:p ex:a/b .\nex:a ex:p ex:c. .\nex:a ex:p ex:-d .\nex:a ex:p ex: .\nex:a ex:p ex:0.1 .", head +
			"ex:a\n    ex:p <http://example.org/b,c> , <http://example.org/a/b> , <http://example.org/c.> , <http://example.org/-d> , <http://example.org/> , ex:0.1 .\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			triples := parse(t, tt.in)
			if got := turtle(t, triples, testPrefixes(t)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if again := turtle(t, triples, testPrefixes(t)); again != tt.want {
				t.Errorf("another time, got\n%s", again)
			}
		})
	}
}

func TestWriteTurtleWritesLiterals(t *testing.T) {
	tests := []struct {
		literal rdf.Term
		want    string
	}{
		{rdf.NewString("a\n\"b\""), `"a\n\"b\""`},
		{rdf.NewLangString("a", "nl"), `"a"@nl`},
		{rdf.NewLiteral("2026-05-20", vocab.XSDDate), `"2026-05-20"^^xsd:date`},
		{rdf.NewLiteral("x", "http://example.com/d"), `"x"^^<http://example.com/d>`},
		{rdf.NewLiteral("true", vocab.XSDBoolean), "true"},
		{rdf.NewLiteral("1", vocab.XSDBoolean), `"1"^^xsd:boolean`},
		{rdf.NewLiteral("TRUE", vocab.XSDBoolean), `"TRUE"^^xsd:boolean`},
		{rdf.NewLiteral("-017", vocab.XSDInteger), "-017"},
		{rdf.NewLiteral("1.0", vocab.XSDInteger), `"1.0"^^xsd:integer`},
		{rdf.NewLiteral("", vocab.XSDInteger), `""^^xsd:integer`},
		{rdf.NewLiteral("+", vocab.XSDInteger), `"+"^^xsd:integer`},
		{rdf.NewLiteral("1 . <evil> <p> <o>", vocab.XSDInteger), `"1 . <evil> <p> <o>"^^xsd:integer`},
		{rdf.NewLiteral("1.50", vocab.XSDDecimal), "1.50"},
		{rdf.NewLiteral("-.5", vocab.XSDDecimal), "-.5"},
		{rdf.NewLiteral("1", vocab.XSDDecimal), `"1"^^xsd:decimal`},
		{rdf.NewLiteral("1.", vocab.XSDDecimal), `"1."^^xsd:decimal`},
		{rdf.NewLiteral(".", vocab.XSDDecimal), `"."^^xsd:decimal`},
		{rdf.NewLiteral("1.5E0", vocab.XSDDouble), "1.5E0"},
		{rdf.NewLiteral("1.e-7", vocab.XSDDouble), "1.e-7"},
		{rdf.NewLiteral("+.5e+1", vocab.XSDDouble), "+.5e+1"},
		{rdf.NewLiteral("1e5", vocab.XSDDouble), "1e5"},
		{rdf.NewLiteral("1.5", vocab.XSDDouble), `"1.5"^^xsd:double`},
		{rdf.NewLiteral(".e5", vocab.XSDDouble), `".e5"^^xsd:double`},
		{rdf.NewLiteral("1e", vocab.XSDDouble), `"1e"^^xsd:double`},
		{rdf.NewLiteral("NaN", vocab.XSDDouble), `"NaN"^^xsd:double`},
		{rdf.NewLiteral("INF", vocab.XSDDouble), `"INF"^^xsd:double`},
		{rdf.NewLiteral("1", vocab.XSDInt), `"1"^^xsd:int`},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			got := turtle(t, []rdf.Triple{{Subject: s, Predicate: p, Object: tt.literal}}, vocab.StandardPrefixes())
			if strings.Contains(tt.want, "xsd:") != strings.HasPrefix(got, "@prefix xsd: <"+vocab.NSXSD+"> .\n\n") {
				t.Errorf("the prefix is wrong:\n%s", got)
			}
			if want := "<http://example.org/s>\n    <http://example.org/p> " + tt.want + " .\n"; !strings.HasSuffix(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestWriteTurtleWorksWithoutPrefixes(t *testing.T) {
	got := turtle(t, []rdf.Triple{{Subject: s, Predicate: rdf.NewIRI(vocab.RDFType), Object: o}}, nil)
	if want := "<http://example.org/s>\n    a <http://example.org/o> .\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestWriteTurtleBoundsNesting writes a chain of blank nodes, forwards and backwards: indentation must not make the
// document quadratic, and every node must still be there.
func TestWriteTurtleBoundsNesting(t *testing.T) {
	const length = 2000
	chain := make([]rdf.Triple, 0, length)
	for i := range length {
		chain = append(chain, rdf.Triple{Subject: blank(i), Predicate: p, Object: blank(i + 1)})
	}
	for range 2 {
		got := turtle(t, chain, testPrefixes(t))
		if n := strings.Count(got, "ex:p"); n != length {
			t.Errorf("%d statements, want %d", n, length)
		}
		if len(got) > length*200 {
			t.Errorf("%d bytes", len(got))
		}
		if strings.Contains(got, strings.Repeat("    ", 40)) {
			t.Error("nested too deep")
		}
		slices.Reverse(chain)
	}
}

func TestWriteTurtleWritesALongListFlat(t *testing.T) {
	const length = 5000
	list := []rdf.Triple{{Subject: s, Predicate: p, Object: blank(0)}}
	for i := range length {
		rest := blank(i + 1)
		if i == length-1 {
			rest = rdf.NewIRI(vocab.RDFNil)
		}
		list = append(list,
			rdf.Triple{Subject: blank(i), Predicate: rdf.NewIRI(vocab.RDFFirst), Object: rdf.NewLiteral(strconv.Itoa(i), vocab.XSDInteger)},
			rdf.Triple{Subject: blank(i), Predicate: rdf.NewIRI(vocab.RDFRest), Object: rest})
	}
	got := turtle(t, list, testPrefixes(t))
	if !strings.Contains(got, "ex:p ( 0 1 2 3 ") || !strings.HasSuffix(got, " 4999 ) .\n") || strings.Contains(got, "_:") {
		t.Errorf("got %.200s", got)
	}
	// The same list, whose last item refers to it: the circle is cut at the item, or at the list, which then is no list that
	// parentheses can write.
	list[0].Subject = blank(length)
	list[len(list)-2].Object = blank(length)
	if got := turtle(t, list, testPrefixes(t)); !strings.Contains(got, "_:b5000\n    ex:p ( 0 1 2 3 ") || !strings.HasSuffix(got, " 4998 _:b5000 ) .\n") {
		t.Errorf("got %.200s", got)
	}
	slices.Reverse(list[1:])
	list = append(list[1:], list[0])
	list = append(list[len(list)-3:], list[:len(list)-3]...)
	if got := turtle(t, list, testPrefixes(t)); strings.Count(got, "rdf:first") != length || len(got) > length*400 {
		t.Errorf("%d bytes with %d cells", len(got), strings.Count(got, "rdf:first"))
	}
}

// TestWritersCopeWithASubjectOfManyPredicates writes a bag, whose members must not be looked through for each member.
func TestWritersCopeWithASubjectOfManyPredicates(t *testing.T) {
	const length = 100_000
	quads := make([]rdf.Quad, 0, length+1)
	for i := range length {
		member := rdf.NewIRI(vocab.IRI(vocab.NSRDF + "_" + strconv.Itoa(i+1)))
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{Subject: s, Predicate: member, Object: o}})
	}
	quads = append(quads, rdf.Quad{Triple: rdf.Triple{Subject: s, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.NSRDF + "Bag")}}, quads[7])
	got := turtle(t, triplesOf(quads), vocab.StandardPrefixes())
	if !strings.Contains(got, "    a rdf:Bag ;\n    rdf:_1 <") || strings.Count(got, "rdf:_8 ") != 1 {
		t.Errorf("got %.300s", got)
	}
	back, err := readTurtle(got, rdf.Options{})
	if err != nil || len(back) != length+1 {
		t.Errorf("read %d statements, %v", len(back), err)
	}
}

func TestWritersReportWhatTheirDestinationReports(t *testing.T) {
	triples := []rdf.Triple{{Subject: s, Predicate: p, Object: rdf.NewString(strings.Repeat("a", 100_000))}}
	for name, err := range map[string]error{
		"N-Triples": rdf.WriteNTriples(full{}, triples),
		"N-Quads":   rdf.WriteNQuads(full{}, []rdf.Quad{{Triple: triples[0]}}),
		"Turtle":    rdf.WriteTurtle(full{}, triples, nil),
		"RDF/XML":   rdf.WriteRDFXML(full{}, triples, nil),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
