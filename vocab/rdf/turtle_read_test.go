package rdf_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const turtleHead = "@prefix : <http://example.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"

func readTurtle(text string, o rdf.Options) ([]rdf.Triple, error) {
	return collect(rdf.ReadTurtle(strings.NewReader(text), o))
}

func TestReadTurtleReadsObjects(t *testing.T) {
	nilTerm := rdf.NewIRI(vocab.RDFNil)
	tests := []struct {
		in   string
		want rdf.Term
	}{
		{":o", o},
		{"<http://example.org/o>", o},
		{"<o>", rdf.NewIRI("http://base.example/o")},
		{"<http://example.org/a/../o>", rdf.NewIRI("http://example.org/a/../o")},
		{`<http://example.org/\u006F>`, o},
		{":", rdf.NewIRI("http://example.org/")},
		{":a.b", rdf.NewIRI("http://example.org/a.b")},
		{`:a\.b\,%41\%`, rdf.NewIRI("http://example.org/a.b,%41%")},
		{`:a\.`, rdf.NewIRI("http://example.org/a.")},
		{":0-é·:", rdf.NewIRI("http://example.org/0-é·:")},
		{"_:a.b", rdf.NewBlankNode("a.b")},
		{"_:g", rdf.NewBlankNode("g")},
		{"_:g1", rdf.NewBlankNode("gg1")},
		{"_:gg1", rdf.NewBlankNode("ggg1")},
		{"_:g1a", rdf.NewBlankNode("g1a")},
		{"[]", rdf.NewBlankNode("g1")},
		{"[ # c\n ]", rdf.NewBlankNode("g1")},
		{"()", nilTerm},
		{"( # c\n )", nilTerm},
		{`""`, rdf.NewString("")},
		{`''`, rdf.NewString("")},
		{`"a'b"`, rdf.NewString("a'b")},
		{`'a"b'`, rdf.NewString(`a"b`)},
		{`"""a"b""c` + "\r\n" + `d"""`, rdf.NewString("a\"b\"\"c\r\nd")},
		{`""""y"""`, rdf.NewString(`"y`)},
		{`""""""`, rdf.NewString("")},
		{`'''\''''`, rdf.NewString("'")},
		{`"""a` + "\n# x\n" + `b"""`, rdf.NewString("a\n# x\nb")},
		{"'\x00\x7f'", rdf.NewString("\x00\x7f")},
		{`"a"@zh-Hant-TW`, rdf.NewLangString("a", "zh-Hant-TW")},
		{`'a'^^xsd:date`, rdf.NewLiteral("a", vocab.XSDDate)},
		{`"a"^^<d>`, rdf.NewLiteral("a", "http://base.example/d")},
		{`"a" ^^ # c` + "\n xsd:date", rdf.NewLiteral("a", vocab.XSDDate)},
		{`"a" # c` + "\n @en", rdf.NewLangString("a", "en")},
		{"1", rdf.NewLiteral("1", vocab.XSDInteger)},
		{"-017", rdf.NewLiteral("-017", vocab.XSDInteger)},
		{"1.", rdf.NewLiteral("1", vocab.XSDInteger)},
		{"+.5", rdf.NewLiteral("+.5", vocab.XSDDecimal)},
		{"1.50", rdf.NewLiteral("1.50", vocab.XSDDecimal)},
		{"1.e-7", rdf.NewLiteral("1.e-7", vocab.XSDDouble)},
		{".5E+1", rdf.NewLiteral(".5E+1", vocab.XSDDouble)},
		{"1e5", rdf.NewLiteral("1e5", vocab.XSDDouble)},
		{"true", rdf.NewLiteral("true", vocab.XSDBoolean)},
		{"false", rdf.NewLiteral("false", vocab.XSDBoolean)},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			document := turtleHead + ":s :p " + tt.in
			if !strings.HasSuffix(tt.in, "1.") {
				document += "."
			}
			want := []rdf.Triple{{Subject: s, Predicate: p, Object: tt.want}}
			got, err := readTurtle(document, rdf.Options{Base: "http://base.example/"})
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
			got, err = collect(rdf.ReadTurtle(iotest.OneByteReader(strings.NewReader(document)), rdf.Options{Base: "http://base.example/"}))
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("byte by byte: got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestReadTurtleReadsStatements(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"a byte order mark", "\uFEFF<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o> ."},
		{"objects and predicates", "<a:s> a <a:T> , <a:U> ; <a:p> 'x' .", "<a:s> rdf:type <a:T> .\n<a:s> rdf:type <a:U> .\n<a:s> <a:p> \"x\" ."},
		{"semicolons that nothing follows", "<a:s> <a:p> [ <a:q> <a:o> ; ] ; ; .", "<a:s> <a:p> _:g1 .\n_:g1 <a:q> <a:o> ."},
		{"a list", "<a:s> <a:p> ( <a:o> [ <a:q> () ] ) .", "<a:s> <a:p> _:g1 .\n_:g1 rdf:first <a:o> .\n_:g1 rdf:rest _:g2 .\n" +
			"_:g2 rdf:first _:g3 .\n_:g3 <a:q> rdf:nil .\n_:g2 rdf:rest rdf:nil ."},
		{"a list as subject", "( 'x' ) <a:p> <a:o> .", "_:g1 rdf:first \"x\" .\n_:g1 rdf:rest rdf:nil .\n_:g1 <a:p> <a:o> ."},
		{"an empty list as subject", "() <a:p> <a:o> .", "rdf:nil <a:p> <a:o> ."},
		{"a blank node as subject", "[] <a:p> <a:o> .", "_:g1 <a:p> <a:o> ."},
		{"a blank node that all is said about", "[ <a:p> <a:o> ] .", "_:g1 <a:p> <a:o> ."},
		{"a blank node that more is said about", "[ <a:p> <a:o> ] <a:q> <a:o> .", "_:g1 <a:p> <a:o> .\n_:g1 <a:q> <a:o> ."},
		{"labels like those of blank nodes without one", "_:g1 <a:p> [] , _:g2 . [] <a:p> _:gg1 .", "_:gg1 <a:p> _:g1 .\n_:gg1 <a:p> _:gg2 .\n_:g2 <a:p> _:ggg1 ."},
		{"a prefix that is declared again", "@prefix a: <b:> . a:s a:p a:o . PREFIX a: <c:> a:s a:p a:o .", "<b:s> <b:p> <b:o> .\n<c:s> <c:p> <c:o> ."},
		{"prefixes that look like keywords", "prefix a: <a:> prefix true: <b:> prefix base: <c:> base:s a:p true:o .", "<c:s> <a:p> <b:o> ."},
		{"a base relative to a base", "BASE <http://e/a/> base <b/> <> <#p> <../c> .", "<http://e/a/b/> <http://e/a/b/#p> <http://e/a/c> ."},
		{"a prefix relative to the base", "@base <http://e/a> . @prefix : <#> . :s :p :o .", "<http://e/a#s> <http://e/a#p> <http://e/a#o> ."},
		{"no white space", "<a:s>a<a:T>;<a:p>'x'@en,1.5.<a:t><a:p>_:x.", "<a:s> rdf:type <a:T> .\n<a:s> <a:p> \"x\"@en .\n" +
			"<a:s> <a:p> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n<a:t> <a:p> _:x ."},
		{"comments anywhere", "#\n<a:s>#\r<a:p>#\n'#'#\n.#", "<a:s> <a:p> \"#\" ."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readTurtle(tt.in, rdf.Options{})
			if want := parse(t, tt.want); err != nil || !slices.Equal(got, want) {
				t.Errorf("got %v, %v, want %v", got, err, want)
			}
		})
	}
}

func TestReadTurtleRefuses(t *testing.T) {
	tests := []struct {
		name, in     string
		line, column int
		reason       string
	}{
		{"a literal as subject", `"s" :p :o .`, 3, 1, "subject cannot be a literal"},
		{"a number as subject", `1 :p :o .`, 3, 1, "subject cannot be a literal"},
		{"a blank node as predicate", ":s _:p :o .", 3, 4, "predicate cannot be a blank node"},
		{"a missing predicate", ":s .", 3, 4, "want the predicate, <IRI> or prefix:name"},
		{"a missing object", ":s :p .", 3, 7, "want an object: <IRI>"},
		{"a missing object before a semicolon", ":s :p ;", 3, 7, "want an object: <IRI>"},
		{"a missing dot", ":s :p :o\n:t :p :o .", 4, 1, `want "." at the end of the statement, ";" before another predicate or "," before another object`},
		{"a missing bracket", ":s :p [ :q :o .", 3, 15, `want "]" at the end of the blank node`},
		{"a missing parenthesis", ":s :p ( :o ", 3, 12, `want ")" at the end of the list`},
		{"a list that is not closed", ":s :p ( :o . ", 3, 12, `want ")" at the end of the list, or another item`},
		{"a bracket too many", ":s :p :o ] .", 3, 10, `want "."`},
		{"braces", "{ :s :p :o }", 3, 1, "want a subject"},
		{"an unknown prefix", "xs:s :p :o .", 3, 1, `the prefix "xs" is not declared: want "@prefix xs: <…> ." above, or did you mean "xsd"?`},
		{"a prefix that is none", ":s :p a.:o .", 3, 7, "begins with a letter and ends in no dot"},
		{"a word", ":s :p foo .", 3, 7, `there is no ":" in this one`},
		{"a word as subject", "foo :p :o .", 3, 1, "want a subject"},
		{"a boolean in capitals", ":s :p True .", 3, 7, "lower case"},
		{"a directive in capitals", "@PREFIX a: <b:> .", 3, 1, "want @prefix or @base, in lower case"},
		{"@prefix without a dot", "@prefix a: <b:>\n:s :p :o .", 4, 1, `want "." at the end of @prefix`},
		{"PREFIX with a dot", "PREFIX a: <b:> .", 3, 16, "want a subject"},
		{"a prefix without a colon", "@prefix a <b:> .", 3, 9, "with a colon"},
		{"a prefix that ends in a dot", "@prefix a.: <b:> .", 3, 9, "ends in no dot"},
		{"a prefix without a namespace", "@prefix a: :b .", 3, 12, "want the namespace"},
		{"a base that is no IRI", "@base :b .", 3, 7, "want the base"},
		{"a relative IRI without a base", ":s :p\n  <o> .", 4, 3, "no base to resolve"},
		{"a space in an IRI", ":s :p <http://e/ o> .", 3, 17, "percent-encode"},
		{"an IRI that does not end", ":s :p <http://e/o", 3, 18, `want ">"`},
		{"an IRI that ends with the line", ":s :p <http://e/o\n.", 3, 18, `want ">"`},
		{"a quoted triple", "<< :s :p :o >> :q 1 .", 3, 1, "not part of RDF 1.1"},
		{"a line end in a literal", ":s :p 'a\n' .", 3, 9, "a line end in it is written \\n"},
		{"a long literal that does not end", ":s :p\n  \"\"\"a\n\n\"\" .", 4, 3, "the literal that begins here has no end: want \"\"\""},
		{"an unknown escape", `:s :p "\x" .`, 3, 8, "unknown escape"},
		{"an unknown escape in a name", `:s :p :\u0041 .`, 3, 8, "unknown escape in a name"},
		{"a percent sign in a name", ":s :p :a%4g .", 3, 9, "two hexadecimal digits"},
		{"a surrogate", `:s :p "\ud800" .`, 3, 8, "surrogates"},
		{"invalid UTF-8 in a literal", ":s :p '''é\xff''' .", 3, 11, "UTF-8"},
		{"invalid UTF-8 in a name", ":s :p :é\xff .", 3, 9, "UTF-8"},
		{"invalid UTF-8 in an IRI", ":s :p <http://e/é\xff> .", 3, 18, "UTF-8"},
		{"a number with a name behind it", ":s :p 1a .", 3, 8, `want "."`},
		{"a sign", ":s :p + .", 3, 7, "want a number"},
		{"a bad language", ":s :p 'a'@1 .", 3, 11, "language tag"},
		{"a bad datatype", ":s :p 'a'^^'b' .", 3, 12, "want a datatype"},
		{"a bad label", ":s :p _:-a .", 3, 9, "label"},
		{"a NUL", ":s :p :o \x00.", 3, 10, `want "."`},
		{"a line end of two characters", "\r\n\r:s :p\r\n?", 6, 1, "want an object"},
		{"a column behind a comment beyond ASCII", "PREFIX#é\n0", 4, 1, "with a colon"},
		{"a column in a line beyond ASCII", "<http://e/éé> prefix:é 'é' 0", 3, 15, "not declared"},
		{"a column in characters", "<http://e/é> :é 'é' é", 3, 21, `want "."`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			document := turtleHead + tt.in
			_, err := readTurtle(document, rdf.Options{})
			e, ok := errors.AsType[*rdf.SyntaxError](err)
			if !ok || e.Line != tt.line || e.Column != tt.column || !strings.Contains(err.Error(), tt.reason) {
				t.Errorf("got %v, want line %d, column %d with %q", err, tt.line, tt.column, tt.reason)
			}
			_, slow := collect(rdf.ReadTurtle(iotest.OneByteReader(strings.NewReader(document)), rdf.Options{}))
			if slow == nil || slow.Error() != err.Error() {
				t.Errorf("byte by byte: got %v, want %v", slow, err)
			}
		})
	}
}

func TestReadersReportPrefixes(t *testing.T) {
	const rdfNS = " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
	tests := []struct {
		name string
		read tripleReader
		in   string
		want string
	}{
		{"Turtle", rdf.ReadTurtle, "@prefix a: <http://e/> . PREFIX : <#> a:s a:p a:o . prefix a: <c:>", "a=http://e/ =http://b/#|a=c:"},
		{"RDF/XML", rdf.ReadRDFXML, "<a:T xmlns:a='http://e/'" + rdfNS + " rdf:about='s'><b:p xmlns:b='c:'/></a:T>", "a=http://e/ rdf=" + vocab.NSRDF + "|b=c:"},
		{"N-Triples", rdf.ReadNTriples, "<a:s> <a:p> <a:o> .", "|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			prefixes := func(prefix string, namespace vocab.IRI) { got = append(got, prefix+"="+string(namespace)) }
			said := 0
			for _, err := range tt.read(strings.NewReader(tt.in), rdf.Options{Base: "http://b/", Prefixes: prefixes}) {
				if err != nil {
					t.Fatal(err)
				}
				if said++; said == 1 {
					got = append(got, "|")
				}
			}
			if joined := strings.NewReplacer(" | ", "|", "| ", "|").Replace(strings.Join(got, " ")); joined != tt.want {
				t.Errorf("got %s, want %s", joined, tt.want)
			}
		})
	}
}

func TestReadTurtleHasLimits(t *testing.T) {
	long := strings.Repeat("a", 3000)
	tests := []struct {
		name, in string
		limits   rdf.Limits
		want     rdf.LimitError
	}{
		{"bytes", strings.Repeat("<a:s> <a:p> 1 .\n", 10), rdf.Limits{Bytes: 100}, rdf.LimitError{What: "bytes in a document", Limit: 100, Line: 7}},
		{"a literal", "\n<a:s> <a:p> '''\n" + long + "''' .", rdf.Limits{Token: 2000}, rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 2000, Line: 2}},
		{"an IRI", "<a:" + long + "> <a:p> 1 .", rdf.Limits{Token: 2000}, rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 2000, Line: 1}},
		{"a label", "_:" + long + " <a:p> 1 .", rdf.Limits{Token: 2000}, rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 2000, Line: 1}},
		{"a name", "@prefix : <a:> .\n:" + long + " <a:p> 1 .", rdf.Limits{Token: 2000}, rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 2000, Line: 2}},
		{"a number", "<a:s> <a:p> " + strings.Repeat("1", 3000), rdf.Limits{Token: 2000}, rdf.LimitError{What: "bytes in a literal, IRI or name", Limit: 2000, Line: 1}},
		{"a namespace", "@prefix : <a:" + long + "> .", rdf.Limits{}, rdf.LimitError{What: "bytes in a base or namespace", Limit: 2048, Line: 1}},
		{"a base", "@base <a:" + long + "> .", rdf.Limits{}, rdf.LimitError{What: "bytes in a base or namespace", Limit: 2048, Line: 1}},
		{"statements", "<a:s> <a:p> 1 ,\n2 ,\n3 .", rdf.Limits{Statements: 2}, rdf.LimitError{What: "statements", Limit: 2, Line: 3}},
		{"depth", "<a:s> <a:p>\n" + strings.Repeat("[ <a:p> ( ", 200), rdf.Limits{}, rdf.LimitError{What: "blank nodes and lists inside each other", Limit: 256, Line: 2}},
		{"depth of lists", "<a:s> <a:p> " + strings.Repeat("(", 5), rdf.Limits{Depth: 4}, rdf.LimitError{What: "blank nodes and lists inside each other", Limit: 4, Line: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readTurtle(tt.in, rdf.Options{Limits: tt.limits})
			if e, ok := errors.AsType[*rdf.LimitError](err); !ok || *e != tt.want {
				t.Errorf("got %v, want %v", err, &tt.want)
			}
		})
	}
	if got, err := readTurtle("<a:s> <a:p> "+strings.Repeat("[ <a:p> 1 ] , ", 1000)+"1 .", rdf.Options{Limits: rdf.Limits{Depth: 1}}); err != nil || len(got) != 2001 {
		t.Errorf("blank nodes beside each other: got %d, %v", len(got), err)
	}
}

func TestReadTurtleIsAStream(t *testing.T) {
	// What a comment, white space or a list goes on for is not kept.
	document := "#" + strings.Repeat("c", 100_000) + "\n" + strings.Repeat(" ", 100_000) + "<a:s> <a:p> (" + strings.Repeat(" 'item'", 100_000) + ") ."
	limits := rdf.Limits{Token: 1000}
	r := &countingReader{r: strings.NewReader(document)}
	for _, err := range rdf.ReadTurtle(r, rdf.Options{Limits: limits}) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if r.n > len(document)/2 {
		t.Errorf("read %d bytes of %d for one statement", r.n, len(document))
	}
	if got, err := readTurtle(document, rdf.Options{Limits: limits}); err != nil || len(got) != 200_001 {
		t.Errorf("got %d statements, %v", len(got), err)
	}
	_, err := collect(rdf.ReadTurtle(iotest.TimeoutReader(strings.NewReader(document)), rdf.Options{}))
	if !errors.Is(err, iotest.ErrTimeout) {
		t.Errorf("got %v", err)
	}
	_, err = collect(rdf.ReadTurtle(iotest.DataErrReader(strings.NewReader("<a:s> <a:p> 1 .")), rdf.Options{}))
	if err != nil {
		t.Errorf("an end that comes with the last bytes: %v", err)
	}
	if _, err := readTurtle("", rdf.Options{Base: "doc"}); err == nil || !strings.Contains(err.Error(), `base "doc": want an absolute IRI`) {
		t.Errorf("got %v", err)
	}
}
