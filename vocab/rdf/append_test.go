package rdf_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func TestAppendTerm(t *testing.T) {
	tests := []struct {
		name string
		term rdf.Term
		want string
	}{
		{"an IRI", s, "<http://example.org/s>"},
		{"an IRI beyond ASCII", rdf.NewIRI("http://e/é"), "<http://e/é>"},
		{"an IRI that would break out", rdf.NewIRI("http://e/> <a:b> \"c\"\n."), "<http://e/%3E%20%3Ca:b%3E%20%22c%22%0A.>"},
		{"an IRI with what N-Triples forbids", rdf.NewIRI("http://e/{}|^`\\\x00"), "<http://e/%7B%7D%7C%5E%60%5C%00>"},
		{"an IRI with what is allowed, though odd", rdf.NewIRI("http://e/%\x7f"), "<http://e/%\x7f>"},
		{"an IRI that is not UTF-8", rdf.NewIRI("http://e/\xff"), "<http://e/%FF>"},
		{"a blank node", rdf.NewBlankNode("b0"), "_:b0"},
		{"a blank node with a bad label", rdf.NewBlankNode("x y."), "_:hex-7820792E"},
		{"a blank node whose label looks like that", rdf.NewBlankNode("hex-7820792E"), "_:hex-6865782D3738323037393245"},
		{"a blank node without a label", rdf.NewBlankNode(""), "_:hex-"},
		{"a string", rdf.NewString("a"), `"a"`},
		{"a string with escapes", rdf.NewString("\"\\\n\r\t\b\f\x00\x1f\x7f"), `"\"\\\n\r\t\b\f\u0000\u001F\u007F"`},
		{"a string that is not UTF-8", rdf.NewString("a\xffb"), "\"a\ufffdb\""},
		{"a language", rdf.NewLangString("a", "nl-BE"), `"a"@nl-BE`},
		{"a language that would break out", rdf.NewLangString("a", "en . <a:b>"), `"a"`},
		{"a datatype", rdf.NewLiteral("1", vocab.XSDInteger), `"1"^^<http://www.w3.org/2001/XMLSchema#integer>`},
		{"a datatype that would break out", rdf.NewLiteral("1", "a:b> . <c:d"), `"1"^^<a:b%3E%20.%20%3Cc:d>`},
		{"no datatype", rdf.NewLiteral("1", ""), `"1"`},
		{"no term", rdf.Term{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(rdf.AppendTerm([]byte("x"), tt.term)); got != "x"+tt.want {
				t.Errorf("got %s, want x%s", got, tt.want)
			}
			if got := tt.term.String(); got != tt.want {
				t.Errorf("String: got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAppendTripleAndQuad(t *testing.T) {
	triple := rdf.Triple{Subject: s, Predicate: p, Object: o}
	line := "<http://example.org/s> <http://example.org/p> <http://example.org/o> "
	if got := string(rdf.AppendTriple(nil, triple)); got != line+".\n" {
		t.Errorf("got %q", got)
	}
	if got := string(rdf.AppendQuad(nil, rdf.Quad{Triple: triple})); got != line+".\n" {
		t.Errorf("got %q", got)
	}
	if got := string(rdf.AppendQuad(nil, rdf.Quad{Triple: triple, Graph: rdf.NewBlankNode("g")})); got != line+"_:g .\n" {
		t.Errorf("got %q", got)
	}
	if got := triple.String(); got != line+"." {
		t.Errorf("got %q", got)
	}
}

func TestAppendingDoesNotAllocateIntoABufferOfSufficientSize(t *testing.T) {
	buf := make([]byte, 0, 4096)
	quad := rdf.Quad{Triple: rdf.Triple{Subject: rdf.NewBlankNode("é-1"), Predicate: p, Object: rdf.NewLangString("a\n\"é\x00", "nl-BE")}, Graph: rdf.NewIRI("http://e/a b")}
	if n := testing.AllocsPerRun(100, func() {
		buf = rdf.AppendQuad(buf[:0], quad)
		buf = rdf.AppendTriple(buf, quad.Triple)
		buf = rdf.AppendLiteral(buf, "1", vocab.XSDInteger, "")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestWritersRefuseWhatIsNoStatement(t *testing.T) {
	tests := []struct {
		name   string
		triple rdf.Triple
		want   string
	}{
		{"a literal as subject", rdf.Triple{Subject: rdf.NewString("a"), Predicate: p, Object: o}, "statement 2: want an IRI or a blank node as subject, got literal"},
		{"a blank node as predicate", rdf.Triple{Subject: s, Predicate: rdf.NewBlankNode("a"), Object: o}, "statement 2: want an IRI as predicate, got blank node"},
		{"no subject", rdf.Triple{Predicate: p, Object: o}, "statement 2: want an IRI or a blank node as subject, got no term"},
		{"no object", rdf.Triple{Subject: s, Predicate: p}, "statement 2: want a term as object, got no term"},
	}
	good := rdf.Triple{Subject: s, Predicate: p, Object: o}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, err := range map[string]error{
				"N-Triples": rdf.WriteNTriples(&bytes.Buffer{}, []rdf.Triple{good, tt.triple}),
				"N-Quads":   rdf.WriteNQuads(&bytes.Buffer{}, []rdf.Quad{{Triple: good}, {Triple: tt.triple}}),
				"Turtle":    rdf.WriteTurtle(&bytes.Buffer{}, []rdf.Triple{good, tt.triple}, nil),
			} {
				if err == nil || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("%s: got %v, want %q", name, err, tt.want)
				}
			}
		})
	}
	if err := rdf.WriteNQuads(&bytes.Buffer{}, []rdf.Quad{{Triple: good, Graph: rdf.NewString("g")}}); err == nil {
		t.Error("a literal as graph was written")
	}
}

func TestTermsAreComparable(t *testing.T) {
	if rdf.NewLangString("a", "") != rdf.NewString("a") || rdf.NewLiteral("a", "") != rdf.NewLiteral("a", vocab.XSDString) {
		t.Error("the same literals differ")
	}
	if rdf.NewLangString("a", "nl") == rdf.NewLangString("a", "NL") || rdf.NewIRI("a") == rdf.NewBlankNode("a") {
		t.Error("different terms are the same")
	}
	if s.IRI() != "http://example.org/s" || rdf.NewBlankNode("a").IRI() != "" || rdf.NewString("a").IRI() != "" || !(rdf.Term{}).IsZero() {
		t.Error("IRI or IsZero is wrong")
	}
	for kind, want := range map[rdf.Kind]string{rdf.IRI: "IRI", rdf.BlankNode: "blank node", rdf.Literal: "literal", 0: "no term"} {
		if kind.String() != want {
			t.Errorf("got %s, want %s", kind, want)
		}
	}
}
