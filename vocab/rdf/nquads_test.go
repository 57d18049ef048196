package rdf_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

var (
	s = rdf.NewIRI("http://example.org/s")
	p = rdf.NewIRI("http://example.org/p")
	o = rdf.NewIRI("http://example.org/o")
)

func TestReadNQuadsReads(t *testing.T) {
	spo := "<http://example.org/s> <http://example.org/p> "
	triple := func(object rdf.Term) []rdf.Quad {
		return []rdf.Quad{{Triple: rdf.Triple{Subject: s, Predicate: p, Object: object}}}
	}
	tests := []struct {
		name, in string
		want     []rdf.Quad
	}{
		{"an empty document", "", nil},
		{"comments and blank lines", "# a\n\n \t # b\n", nil},
		{"a statement without a line end", spo + "<http://example.org/o> .", triple(o)},
		{"a statement without white space", "<http://example.org/s><http://example.org/p><http://example.org/o>.", triple(o)},
		{"a comment after a statement", spo + "<http://example.org/o> . # c", triple(o)},
		{"a byte order mark", "\uFEFF" + spo + "<http://example.org/o> .", triple(o)},
		{"a plain literal", spo + `"a" .`, triple(rdf.NewString("a"))},
		{"an explicit xsd:string is a plain literal", spo + `"a"^^<http://www.w3.org/2001/XMLSchema#string> .`, triple(rdf.NewString("a"))},
		{"a language", spo + `"a"@nl-BE .`, triple(rdf.NewLangString("a", "nl-BE"))},
		{"a language before the dot", spo + `"a"@nl.`, triple(rdf.NewLangString("a", "nl"))},
		{"a datatype", spo + `"1"^^<http://www.w3.org/2001/XMLSchema#integer> .`, triple(rdf.NewLiteral("1", vocab.XSDInteger))},
		{"escapes", spo + `"\t\b\n\r\f\"\'\\\u00e9\U0001F600é" .`, triple(rdf.NewString("\t\b\n\r\f\"'\\é😀é"))},
		{"an escape in an IRI", spo + `<http://example.org/\u00e9> .`, triple(rdf.NewIRI("http://example.org/é"))},
		{"a blank node with a dot in its label", spo + `_:a.b.`, triple(rdf.NewBlankNode("a.b"))},
		{"a blank node that begins with a digit", spo + `_:0-a .`, triple(rdf.NewBlankNode("0-a"))},
		{
			"a graph", spo + "<http://example.org/o> _:g .",
			[]rdf.Quad{{Triple: rdf.Triple{Subject: s, Predicate: p, Object: o}, Graph: rdf.NewBlankNode("g")}},
		},
		{"lines that end in CR, LF and both", spo + "_:a .\r" + spo + "_:b .\r\n" + spo + "_:c .\n", slices.Concat(
			triple(rdf.NewBlankNode("a")), triple(rdf.NewBlankNode("b")), triple(rdf.NewBlankNode("c")))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readQuads([]byte(tt.in))
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("got %v, %v, want %v", got, err, tt.want)
			}
			var slow []rdf.Quad
			for quad, err := range rdf.ReadNQuads(iotest.OneByteReader(strings.NewReader(tt.in)), rdf.Options{}) {
				if err != nil {
					t.Fatal(err)
				}
				slow = append(slow, quad)
			}
			if !slices.Equal(slow, tt.want) {
				t.Errorf("byte by byte: got %v, want %v", slow, tt.want)
			}
		})
	}
}

func TestReadNQuadsRefuses(t *testing.T) {
	const spo = "<http://e/s> <http://e/p> "
	tests := []struct {
		name, in     string
		line, column int
		reason       string
	}{
		{"a literal as subject", `"s" <http://e/p> <http://e/o> .`, 1, 1, "subject cannot be a literal"},
		{"a blank node as predicate", "<http://e/s> _:p <http://e/o> .", 1, 14, "want the predicate"},
		{"a literal as graph", spo + `_:o "g" .`, 1, 31, `want "."`},
		{"a missing object", spo + ".", 1, 27, "want the object, <IRI>, _:label or \"text\""},
		{"an object between apostrophes", spo + "'o' .", 1, 27, "want the object, <IRI>, _:label or \"text\""},
		{"UTF-16", "\xff\xfe<\x00", 1, 1, "want UTF-8, got UTF-16"},
		{"a missing dot", spo + "_:o", 1, 30, `want "."`},
		{"text after the dot", spo + "_:o . x", 1, 33, "end of the line"},
		{"a relative IRI", "<s> <http://e/p> _:o .", 1, 1, "absolute IRI"},
		{"an open IRI", "<http://e/s", 1, 12, `want ">"`},
		{"a space in an IRI", "<http://e/ s> <http://e/p> _:o .", 1, 11, "percent-encode"},
		{"an escaped space in an IRI", `<http://e/\u0020s> <http://e/p> _:o .`, 1, 11, "percent-encode"},
		{"an ECHAR in an IRI", `<http://e/\n> <http://e/p> _:o .`, 1, 11, "unknown escape"},
		{"an open literal", spo + `"a .`, 1, 31, "quotation mark"},
		{"an unknown escape", spo + `"\x" .`, 1, 28, "unknown escape"},
		{"a surrogate", spo + `"\ud800" .`, 1, 28, "surrogates"},
		{"a number beyond Unicode", spo + `"\U00110000" .`, 1, 28, "10FFFF"},
		{"a short escape", spo + `"\u12" .`, 1, 28, "hexadecimal"},
		{"invalid UTF-8 in a literal", spo + "\"\xff\" .", 1, 28, "UTF-8"},
		{"invalid UTF-8 in an IRI", "<http://e/\xff> <http://e/p> _:o .", 1, 11, "UTF-8"},
		{"a bad language", spo + `"a"@1 .`, 1, 31, "language tag"},
		{"a language that ends in a hyphen", spo + `"a"@nl- .`, 1, 33, `want "."`},
		{"a datatype with one caret", spo + `"a"^<http://e/d> .`, 1, 31, "^^"},
		{"a datatype that is no IRI", spo + `"a"^^_:d .`, 1, 32, "datatype"},
		{"an empty label", spo + `_: .`, 1, 29, "label"},
		{"a column in characters", spo + `"éé" x .`, 1, 32, `want "."`},
		{"the second line", spo + "_:o .\r\n" + spo + "x .", 2, 27, "want the object"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readQuads([]byte(tt.in))
			var e *rdf.SyntaxError
			if !errors.As(err, &e) || e.Line != tt.line || e.Column != tt.column || !strings.Contains(err.Error(), tt.reason) {
				t.Errorf("got %v, want line %d, column %d with %q", err, tt.line, tt.column, tt.reason)
			}
		})
	}
}

func TestReadNTriplesRefusesAGraph(t *testing.T) {
	if _, err := readTriples([]byte("<http://e/s> <http://e/p> <http://e/o> <http://e/g> .")); err == nil {
		t.Error("accepted")
	}
}

func TestReadersHaveLimits(t *testing.T) {
	literal := `"` + strings.Repeat("a", 9_998) + `"`
	for _, end := range []string{"", "\n"} {
		document := "\n_:s <http://e/p> " + literal + " ." + end
		for _, err := range rdf.ReadNTriples(strings.NewReader(document), rdf.Options{Limits: rdf.Limits{Token: 10_000}}) {
			if err != nil {
				t.Errorf("a literal that just fits: %v", err)
			}
		}
		var last error
		for _, err := range rdf.ReadNTriples(strings.NewReader(document), rdf.Options{Limits: rdf.Limits{Token: 9_999}}) {
			last = err
		}
		var e *rdf.LimitError
		if !errors.As(last, &e) || *e != (rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 9_999, Line: 2}) {
			t.Errorf("a literal that is too long: got %v", last)
		}
	}
	var last error
	count := 0
	for _, err := range rdf.ReadNTriples(strings.NewReader(strings.Repeat("_:s <http://e/p> _:o .\n", 4)), rdf.Options{Limits: rdf.Limits{Statements: 3}}) {
		last = err
		if err == nil {
			count++
		}
	}
	var e *rdf.LimitError
	if !errors.As(last, &e) || count != 3 || e.Line != 4 || !strings.Contains(last.Error(), "more than 3 statements") {
		t.Errorf("statements: got %v after %d", last, count)
	}
}

func TestErrorsRepeatLittleOfADocument(t *testing.T) {
	long := strings.Repeat("é", 100_000)
	_, turtle := readTurtle(long+":s <http://e/p> 1 .", rdf.Options{})
	_, xml := readRDFXML([]byte("<"+long+":T/>"), "")
	for _, err := range []error{turtle, xml} {
		if err == nil || len(err.Error()) > 2000 || !utf8.ValidString(err.Error()) || !strings.Contains(err.Error(), "…") || !strings.Contains(err.Error(), "is not declared: want") {
			t.Errorf("got an error of %d bytes: %.1000v", len(err.Error()), err)
		}
	}
}

func TestAnEndlessLineIsNotCollected(t *testing.T) {
	endless := &countingReader{r: zeros{}}
	for _, err := range rdf.ReadNTriples(endless, rdf.Options{Limits: rdf.Limits{Token: 1000}}) {
		if err == nil {
			t.Fatal("read a statement")
		}
	}
	if endless.n > 100_000 {
		t.Errorf("read %d bytes to find that a line has more than 1,000", endless.n)
	}
}

func TestReadersReportWhatTheirSourceReports(t *testing.T) {
	broken := errors.New("broken")
	var last error
	for _, err := range rdf.ReadNTriples(io.MultiReader(strings.NewReader("_:s <http://e/p> _:o .\n"), iotest.ErrReader(broken)), rdf.Options{}) {
		last = err
	}
	if !errors.Is(last, broken) {
		t.Errorf("got %v", last)
	}
	for _, err := range rdf.ReadNTriples(stuck{}, rdf.Options{}) {
		last = err
	}
	if !errors.Is(last, io.ErrNoProgress) {
		t.Errorf("got %v", last)
	}
}

func TestReadersStopWhenTheCallerDoes(t *testing.T) {
	count := 0
	for _, err := range rdf.ReadNQuads(strings.NewReader(strings.Repeat("_:s <http://e/p> _:o .\n", 4)), rdf.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if count++; count == 2 {
			break
		}
	}
	if count != 2 {
		t.Errorf("read %d", count)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}
