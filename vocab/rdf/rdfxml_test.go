package rdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func rdfxml(t *testing.T, triples []rdf.Triple, prefixes *vocab.Prefixes) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.WriteRDFXML(&b, triples, prefixes); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rdfxmlDocument puts elements into a document with the prefix ex.
func rdfxmlDocument(elements string) string {
	return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF\n    xmlns:ex=\"http://example.org/\"\n    xmlns:rdf=\"" + vocab.NSRDF +
		"\">\n" + elements + "</rdf:RDF>\n"
}

func TestWriteRDFXML(t *testing.T) {
	const a, b = "http://example.org/a", "http://example.org/b"
	about := func(inside string) string {
		return "\n  <rdf:Description rdf:about=\"" + a + "\">\n" + inside + "  </rdf:Description>\n"
	}
	tests := []struct{ name, in, want string }{
		{"types first, one of them as the element", "ex:a ex:p ex:b .\nex:a rdf:type ex:T .\nex:a rdf:type ex:U .", "\n  <ex:T rdf:about=\"" + a + "\">\n" +
			"    <rdf:type rdf:resource=\"http://example.org/U\"/>\n    <ex:p rdf:resource=\"" + b + "\"/>\n  </ex:T>\n"},
		{"nothing but a type", "ex:a rdf:type ex:T .", "\n  <ex:T rdf:about=\"" + a + "\"/>\n"},
		{"a type that ends in no name", "ex:a rdf:type ex:1 .\nex:a rdf:type ex:T .", "\n  <ex:T rdf:about=\"" + a + "\">\n" +
			"    <rdf:type rdf:resource=\"http://example.org/1\"/>\n  </ex:T>\n"},
		{"a type that the syntax needs", "ex:a rdf:type rdf:Description .\nex:a ex:p ex:b .", about("    <rdf:type rdf:resource=\"" + vocab.NSRDF + "Description\"/>\n    <ex:p rdf:resource=\"" + b + "\"/>\n")},
		{"a repeated statement once", "ex:a ex:p ex:b .\nex:a ex:p ex:b .", about("    <ex:p rdf:resource=\"" + b + "\"/>\n")},
		{"an element a statement", "ex:a ex:p ex:b .\nex:a ex:p \"1\" .", about("    <ex:p rdf:resource=\"" + b + "\"/>\n    <ex:p>1</ex:p>\n")},
		{"a blank node inside", "_:x ex:q \"1\" .\nex:a ex:p _:x .", about("    <ex:p rdf:parseType=\"Resource\">\n      <ex:q>1</ex:q>\n    </ex:p>\n")},
		{"a blank node with a type inside", "_:x rdf:type ex:T .\n_:x ex:q \"1\" .\nex:a ex:p _:x .", about("    <ex:p>\n      <ex:T>\n        <ex:q>1</ex:q>\n      </ex:T>\n    </ex:p>\n")},
		{"a blank node that says nothing", "ex:a ex:p _:x .", about("    <ex:p rdf:parseType=\"Resource\"/>\n")},
		{"a blank node that nothing refers to", "_:x ex:p ex:b .", "\n  <rdf:Description>\n    <ex:p rdf:resource=\"" + b + "\"/>\n  </rdf:Description>\n"},
		{"a blank node that two refer to", "ex:a ex:p _:x .\nex:a ex:q _:x .\n_:x ex:q \"1\" .", about("    <ex:p rdf:nodeID=\"x\"/>\n    <ex:q rdf:nodeID=\"x\"/>\n") +
			"\n  <rdf:Description rdf:nodeID=\"x\">\n    <ex:q>1</ex:q>\n  </rdf:Description>\n"},
		{"blank nodes in a circle", "_:x ex:p _:y .\n_:y ex:p _:x .", "\n  <rdf:Description rdf:nodeID=\"x\">\n    <ex:p rdf:parseType=\"Resource\">\n" +
			"      <ex:p rdf:nodeID=\"x\"/>\n    </ex:p>\n  </rdf:Description>\n"},
		{"labels that are no names", "_:0 ex:p _:0 .\n_:hex-30 ex:p _:hex-30 .", "\n  <rdf:Description rdf:nodeID=\"hex-30\">\n    <ex:p rdf:nodeID=\"hex-30\"/>\n  </rdf:Description>\n" +
			"\n  <rdf:Description rdf:nodeID=\"hex-6865782D3330\">\n    <ex:p rdf:nodeID=\"hex-6865782D3330\"/>\n  </rdf:Description>\n"},
		{
			"a list of nodes", "ex:a ex:p _:l .\n_:l rdf:first ex:b .\n_:l rdf:rest _:m .\n_:m rdf:first _:x .\n_:m rdf:rest rdf:nil .\n_:x ex:q \"1\" .",
			about("    <ex:p rdf:parseType=\"Collection\">\n      <rdf:Description rdf:about=\"" + b + "\"/>\n      <rdf:Description>\n        <ex:q>1</ex:q>\n      </rdf:Description>\n    </ex:p>\n"),
		},
		{
			"a list of literals", "ex:a ex:p _:l .\n_:l rdf:first \"1\" .\n_:l rdf:rest rdf:nil .",
			about("    <ex:p rdf:parseType=\"Resource\">\n      <rdf:first>1</rdf:first>\n      <rdf:rest rdf:resource=\"" + vocab.NSRDF + "nil\"/>\n    </ex:p>\n"),
		},
		{
			"a list in a list", "ex:a ex:p _:l .\n_:l rdf:first _:m .\n_:l rdf:rest rdf:nil .\n_:m rdf:first ex:b .\n_:m rdf:rest _:n .\n_:n rdf:first ex:b .\n_:n rdf:rest rdf:nil .",
			about("    <ex:p rdf:parseType=\"Collection\">\n      <rdf:Description>\n        <rdf:first rdf:resource=\"" + b + "\"/>\n        <rdf:rest rdf:parseType=\"Collection\">\n" +
				"          <rdf:Description rdf:about=\"" + b + "\"/>\n        </rdf:rest>\n      </rdf:Description>\n    </ex:p>\n"),
		},
		{"an empty list", "ex:a ex:p rdf:nil .", about("    <ex:p rdf:resource=\"" + vocab.NSRDF + "nil\"/>\n")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			triples := parse(t, tt.in)
			got := rdfxml(t, triples, testPrefixes(t))
			if want := rdfxmlDocument(tt.want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			back, err := readRDFXML([]byte(got), "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := rdf.Diff(triples, back); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteRDFXMLWritesNothing(t *testing.T) {
	want := "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF\n    xmlns:rdf=\"" + vocab.NSRDF + "\">\n</rdf:RDF>\n"
	if got := rdfxml(t, nil, nil); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestWriteRDFXMLNamesPredicates(t *testing.T) {
	prefixes, err := vocab.StandardPrefixes().With("ns1", "http://example.com/taken#")
	if err != nil {
		t.Fatal(err)
	}
	for _, binding := range [][2]string{{"xmlish", "http://example.com/xmlish#"}, {"long", "http://example.org/long/"}, {"short", "http://example.org/"}} {
		if prefixes, err = prefixes.With(binding[0], binding[1]); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct{ name, predicate, declaration, element string }{
		{"the longest namespace that fits", "http://example.org/long/a", `xmlns:long="http://example.org/long/"`, "<long:a>"},
		{"a shorter one where the rest is no name", "http://example.org/long/1/a", `xmlns:ns2="http://example.org/long/1/"`, "<ns2:a>"},
		{"a namespace that leaves nothing", "http://example.org/long", `xmlns:short="http://example.org/"`, "<short:long>"},
		{"a generated prefix that is free", "http://example.com/a", `xmlns:ns2="http://example.com/"`, "<ns2:a>"},
		{"a prefix that XML reserves", "http://example.com/xmlish#a", `xmlns:ns2="http://example.com/xmlish#"`, "<ns2:a>"},
		{"a name that begins with a digit", "http://example.com/1a-b.c", `xmlns:ns2="http://example.com/1"`, "<ns2:a-b.c>"},
		{"a urn", "urn:example:a", `xmlns:ns2="urn:example:"`, "<ns2:a>"},
		{"an ampersand", "http://example.com/?a=1&b", `xmlns:ns2="http://example.com/?a=1&amp;"`, "<ns2:b>"},
		{"letters of common scripts", "http://example.com/größe名前", `xmlns:ns2="http://example.com/"`, "<ns2:größe名前>"},
		{"letters that old parsers refuse", "http://example.com/aჰb", `xmlns:ns2="http://example.com/aჰ"`, "<ns2:b>"},
		{"a space", "http://example.com/a b", `xmlns:ns2="http://example.com/a%20"`, "<ns2:b>"},
		{"a member of a container", vocab.NSRDF + "_1", `xmlns:rdf="` + vocab.NSRDF + `"`, "<rdf:_1>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			triple := rdf.Triple{Subject: s, Predicate: rdf.NewIRI(vocab.IRI(tt.predicate)), Object: rdf.NewString("")}
			got := rdfxml(t, []rdf.Triple{triple}, prefixes)
			if !strings.Contains(got, tt.declaration) || !strings.Contains(got, tt.element) {
				t.Errorf("want %s and %s, got\n%s", tt.declaration, tt.element, got)
			}
			back, err := readRDFXML([]byte(got), "")
			if want := vocab.IRI(strings.ReplaceAll(tt.predicate, " ", "%20")); err != nil || len(back) != 1 || back[0].Predicate.IRI() != want {
				t.Errorf("read %v, %v", back, err)
			}
		})
	}
}

func TestWriteRDFXMLWritesLiterals(t *testing.T) {
	tests := []struct {
		literal rdf.Term
		want    string
	}{
		{rdf.NewString(""), "></"},
		{rdf.NewString(" \t\n"), "> \t\n</"},
		{rdf.NewString("a<b>&amp;\"c\"'d']]>"), "&lt;b&gt;&amp;amp;\"c\"'d']]&gt;</"},
		{rdf.NewString("a\r\nb"), ">a&#13;\nb</"},
		{rdf.NewString("\u007f\u0085\u2028\uFFFD😀"), ">\u007f\u0085\u2028\uFFFD😀</"},
		{rdf.NewLangString("a", "nl-BE"), ` xml:lang="nl-BE">a</`},
		{rdf.NewLiteral("1", vocab.XSDInteger), ` rdf:datatype="` + vocab.NSXSD + `integer">1</`},
		{rdf.NewLiteral("<b>x</b>", vocab.RDFXMLLiteral), ` rdf:datatype="` + vocab.NSRDF + `XMLLiteral">&lt;b&gt;x&lt;/b&gt;</`},
		{rdf.NewLiteral("x", "http://e/?a&b"), ` rdf:datatype="http://e/?a&amp;b">x</`},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			triples := []rdf.Triple{{Subject: s, Predicate: p, Object: tt.literal}, {Subject: s, Predicate: p, Object: rdf.NewString("after")}}
			got := rdfxml(t, triples, nil)
			if !strings.Contains(got, tt.want) {
				t.Errorf("want %s, got\n%s", tt.want, got)
			}
			if back, err := readRDFXML([]byte(got), ""); err != nil || !slices.Equal(back, triples) {
				t.Errorf("read %v, %v", back, err)
			}
		})
	}
}

func TestWriteRDFXMLRefuses(t *testing.T) {
	literal := func(value string) rdf.Triple {
		return rdf.Triple{Subject: s, Predicate: p, Object: rdf.NewString(value)}
	}
	predicate := func(iri vocab.IRI) rdf.Triple { return rdf.Triple{Subject: s, Predicate: rdf.NewIRI(iri), Object: o} }
	tests := []struct {
		name   string
		triple rdf.Triple
		want   string
	}{
		{"a control", literal("a\x01b"), `the character U+0001, in the literal "a\u0001b"`},
		{"a NUL", literal("\x00"), "the character U+0000, in the literal"},
		{"a noncharacter", literal("\uFFFE"), "the character U+FFFE, in the literal"},
		{"a surrogate", literal("a\xED\xA0\x80"), "the byte 0xED, which is not UTF-8, in the literal"},
		{"a noncharacter in an IRI", rdf.Triple{Subject: rdf.NewIRI("http://e/\uFFFF"), Predicate: p, Object: o}, "the character U+FFFF, in the IRI"},
		{"a predicate without a name", predicate("http://example.org/123"), "the predicate <http://example.org/123>: want one that ends in a name"},
		{"a predicate of the syntax", predicate(vocab.NSRDF + "li"), "which is part of its syntax"},
		{"a literal as subject", rdf.Triple{Subject: rdf.NewString("a"), Predicate: p, Object: o}, "want an IRI or a blank node as subject"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := rdf.WriteRDFXML(&b, []rdf.Triple{{Subject: s, Predicate: p, Object: o}, tt.triple}, nil)
			if err == nil || !strings.HasPrefix(err.Error(), "statement 2: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if b.Len() > 0 {
				t.Errorf("wrote %s", b.String())
			}
		})
	}
}

// TestWrittenGraphsAreReadBack makes graphs of few nodes, so that they refer to each other in every way there is.
func TestWrittenGraphsAreReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		triples := randomGraph(r)
		document := rdfxml(t, triples, testPrefixes(t))
		back, err := readRDFXML([]byte(document), "")
		if err != nil {
			t.Fatalf("%v in\n%s", err, document)
		}
		if diff := rdf.Diff(triples, back); diff != "" {
			t.Fatalf("%s\nin\n%s", diff, document)
		}
	}
}

func randomGraph(r *rand.Rand) []rdf.Triple {
	choose := func(terms ...rdf.Term) rdf.Term { return terms[r.IntN(len(terms))] }
	nodes := 1 + r.IntN(8)
	node := func() rdf.Term { return rdf.NewBlankNode(fmt.Sprintf("b%d", r.IntN(nodes))) }
	iri := func() rdf.Term {
		return choose(s, p, o, rdf.NewIRI("urn:x:y"), rdf.NewIRI("mailto:a@b.nl"), rdf.NewIRI(vocab.SchemaEvent), rdf.NewIRI("http://example.com/a/../é?x&y#z"))
	}
	property := func() rdf.Term {
		return choose(p, rdf.NewIRI(vocab.SchemaName), rdf.NewIRI("urn:x:p"), rdf.NewIRI(vocab.RDFType), rdf.NewIRI(vocab.RDFFirst), rdf.NewIRI(vocab.RDFRest))
	}
	var triples []rdf.Triple
	for range r.IntN(20) {
		triples = append(triples, rdf.Triple{
			Subject: choose(iri(), node()), Predicate: property(),
			Object: choose(iri(), node(), node(), rdf.NewString(" a\r\n<b> "), rdf.NewLangString("", "nl"), rdf.NewLiteral("1", vocab.XSDInteger)),
		})
	}
	for list := range r.IntN(3) {
		cell := func(i int) rdf.Term { return rdf.NewBlankNode(fmt.Sprintf("l%d.%d", list, i)) }
		triples = append(triples, rdf.Triple{Subject: choose(iri(), node()), Predicate: property(), Object: cell(0)})
		length := 1 + r.IntN(4)
		for i := range length {
			rest := cell(i + 1)
			if i == length-1 {
				rest = rdf.NewIRI(vocab.RDFNil)
			}
			item := choose(iri(), node(), rdf.NewBlankNode(fmt.Sprintf("l%d.0", r.IntN(3))))
			triples = append(triples, rdf.Triple{Subject: cell(i), Predicate: rdf.NewIRI(vocab.RDFFirst), Object: item},
				rdf.Triple{Subject: cell(i), Predicate: rdf.NewIRI(vocab.RDFRest), Object: rest})
		}
	}
	r.Shuffle(len(triples), func(i, j int) { triples[i], triples[j] = triples[j], triples[i] })
	return triples
}

func FuzzWriteRDFXML(f *testing.F) {
	f.Add([]byte("_:a <a:p> _:b .\n_:b <a:q> \"\\r<&\"@nl .\n_:0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:T> ."))
	f.Add([]byte("<a:s> <a:p> _:a .\n_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <a:b> .\n_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> ."))
	f.Fuzz(func(t *testing.T, data []byte) {
		triples, err := readTriples(data)
		if err != nil {
			return
		}
		checkRDFXMLRoundTrip(t, triples)
	})
}

// checkRDFXMLRoundTrip writes a graph, if RDF/XML has a form for it, and reads it back.
func checkRDFXMLRoundTrip(t *testing.T, triples []rdf.Triple) {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.WriteRDFXML(&b, triples, vocab.StandardPrefixes()); err != nil {
		if !strings.Contains(err.Error(), "RDF/XML has no way to write") {
			t.Fatal(err)
		}
		return
	}
	got, err := readRDFXML(b.Bytes(), "")
	if err != nil {
		if _, ok := errors.AsType[*rdf.LimitError](err); ok {
			return
		}
		t.Fatalf("%v in\n%s", err, b.Bytes())
	}
	// N-Triples percent-encodes what RDF/XML percent-encodes.
	var lines bytes.Buffer
	if err := rdf.WriteNTriples(&lines, triples); err != nil {
		t.Fatal(err)
	}
	want, err := readTriples(lines.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if same, err := rdf.Isomorphic(want, got); err == nil && !same {
		t.Fatalf("%s\nin\n%s", rdf.Diff(want, got), b.Bytes())
	}
}
