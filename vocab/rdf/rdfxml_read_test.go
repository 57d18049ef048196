package rdf_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// inRDF puts elements into a document that declares e: and rdf:, with further attributes of the root.
func inRDF(attributes, elements string) string {
	return `<rdf:RDF xmlns:rdf="` + vocab.NSRDF + `" xmlns:e="http://example.org/" ` + attributes + `>` + elements + `</rdf:RDF>`
}

// TestReadRDFXML has above all what knakk/rdf alone misreads.
func TestReadRDFXML(t *testing.T) {
	about := func(inside string) string {
		return inRDF("", `<rdf:Description rdf:about="http://example.org/s">`+inside+`</rdf:Description>`)
	}
	const ntS = "<http://example.org/s> "
	tests := []struct{ name, in, want string }{
		{"an empty graph", inRDF("", ""), ""},
		{"one node without rdf:RDF", `<e:T xmlns:e="http://example.org/" xmlns:r="` + vocab.NSRDF + `" r:about="http://example.org/s"/>`, "ex:s rdf:type ex:T ."},
		{"a byte order mark, a declaration and comments", "\uFEFF<?xml version=\"1.0\"?>\n<!-- a --><!DOCTYPE rdf:RDF>\n" + about("<e:p>v</e:p>") + "\n<!-- b -->\n", `ex:s ex:p "v" .`},
		{"a text with a comment and a CDATA section", about("<e:p>a<!-- x -->b<![CDATA[<c>]]>d<?x y?>&lt;</e:p>"), `ex:s ex:p "ab<c>d<" .`},
		{"texts of white space", about("<e:p> </e:p><e:p></e:p>"), ntS + "<http://example.org/p> \" \" .\n" + `ex:s ex:p "" .`},
		{"an empty text in a language, and one without", about(`<e:p xml:lang="nl"/><e:q>v</e:q>`), `ex:s ex:p ""@nl .` + "\n" + `ex:s ex:q "v" .`},
		{
			"the language of the root and of a typed node", inRDF(`xml:lang="nl"`, `<e:T rdf:about="http://example.org/s"><e:p>v</e:p><e:q xml:lang="">v</e:q><e:r rdf:datatype="http://example.org/d">v</e:r></e:T>`),
			"ex:s rdf:type ex:T .\nex:s ex:p \"v\"@nl .\nex:s ex:q \"v\" .\n" + `ex:s ex:r "v"^^<http://example.org/d> .`,
		},
		{"IRIs without an authority", about(`<e:p rdf:resource="mailto:a@b.nl"/><e:q rdf:resource="urn:x:y"/>`), "ex:s ex:p <mailto:a@b.nl> .\nex:s ex:q <urn:x:y> ."},
		{
			"relative references", inRDF(`xml:base="http://example.org/x/y?z#f"`, `<rdf:Description rdf:about="../s" e:p="v"><e:q rdf:resource=""/><e:r xml:base="/z/" rdf:resource="w"/></rdf:Description>`),
			"ex:s ex:p \"v\" .\nex:s ex:q <http://example.org/x/y?z> .\nex:s ex:r ex:z/w .",
		},
		{"the base of the document", inRDF("", `<rdf:Description rdf:ID="a"><e:p rdf:resource="b"/></rdf:Description>`), "<http://base.example/dir/doc#a> ex:p <http://base.example/dir/b> ."},
		{
			"nested typed nodes", about(`<e:p><e:T><e:q><e:T rdf:about="http://example.org/o"/></e:q></e:T></e:p><e:r>v</e:r>`),
			"ex:s ex:p _:x .\n_:x rdf:type ex:T .\n_:x ex:q ex:o .\nex:o rdf:type ex:T .\n" + `ex:s ex:r "v" .`,
		},
		{
			"labels that look generated", inRDF("", `<rdf:Description rdf:nodeID="g1" e:p="1"/><rdf:Description e:p="2"/><e:T rdf:nodeID="b0" e:p="3"/><rdf:Description rdf:nodeID="b0" e:q="4"/><rdf:Description rdf:nodeID="é" e:q="5"/>`),
			"_:a ex:p \"1\" .\n_:b ex:p \"2\" .\n_:c rdf:type ex:T .\n_:c ex:p \"3\" .\n_:c ex:q \"4\" .\n" + `_:d ex:q "5" .`,
		},
		{
			"a collection, and a property after it", about(`<e:p rdf:parseType="Collection"><e:T/><rdf:Description rdf:about="http://example.org/o"/></e:p><e:q rdf:parseType="Collection"/><e:r>v</e:r>`),
			"ex:s ex:p _:l .\n_:l rdf:first _:x .\n_:x rdf:type ex:T .\n_:l rdf:rest _:m .\n_:m rdf:first ex:o .\n_:m rdf:rest rdf:nil .\nex:s ex:q rdf:nil .\n" + `ex:s ex:r "v" .`,
		},
		{
			"containers inside each other", about(`<rdf:li><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag></rdf:li><rdf:li rdf:parseType="Resource"><rdf:li>b</rdf:li></rdf:li>`),
			"ex:s rdf:_1 _:x .\n_:x rdf:type rdf:Bag .\n_:x rdf:_1 \"a\" .\nex:s rdf:_2 _:y .\n" + `_:y rdf:_1 "b" .`,
		},
		{
			"attributes of an empty property element", about(`<e:p e:q="a" rdf:type="http://example.org/T"/><e:r rdf:resource="http://example.org/o" e:q="b"/>`),
			"ex:s ex:p _:x .\n_:x ex:q \"a\" .\n_:x rdf:type ex:T .\nex:s ex:r ex:o .\n" + `ex:o ex:q "b" .`,
		},
		{"a statement about a statement", about(`<e:p rdf:ID="r">v</e:p>`), "ex:s ex:p \"v\" .\n<http://base.example/dir/doc#r> rdf:type rdf:Statement .\n<http://base.example/dir/doc#r> rdf:subject ex:s .\n" +
			"<http://base.example/dir/doc#r> rdf:predicate ex:p .\n" + `<http://base.example/dir/doc#r> rdf:object "v" .`},
		{
			"XML", about(`<e:p rdf:parseType="Literal" xmlns:f="urn:f" xmlns:g="urn:g">a&amp;<f:x e:b="1&quot;" a='2'><y xmlns="urn:y"/></f:x><!--c--><?d e?></e:p>`),
			`ex:s ex:p "a&amp;<f:x` + "\u00a0" + `xmlns:e=\"http://example.org/\"` + "\u00a0" + `xmlns:f=\"urn:f\"` + "\u00a0" + `a=\"2\"` + "\u00a0" + `e:b=\"1&quot;\"><y` + "\u00a0" + `xmlns=\"urn:y\"></y></f:x><!--c--><?d` + "\u00a0" + `e?>"^^<` + vocab.NSRDF + `XMLLiteral> .`,
		},
		{"attributes of old documents", inRDF("", `<rdf:Description about="http://example.org/s"><e:p resource="http://example.org/o"/></rdf:Description>`), "ex:s ex:p ex:o ."},
		{"attributes of XML", about(`<e:p xml:space="preserve" xmlfoo="x">v</e:p>`), `ex:s ex:p "v" .`},
		{"a prefix that is declared twice", about(`<e:p xmlns:e="urn:x:"><e:T xmlns:e="urn:y:"/></e:p><e:q>v</e:q>`), "ex:s <urn:x:p> _:x .\n_:x rdf:type <urn:y:T> .\n" + `ex:s ex:q "v" .`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := parse(t, tt.want)
			for i := range want {
				// The helper splits at spaces: those in literals are no-break ones there.
				if strings.Contains(want[i].Object.Value, "\u00a0") {
					want[i].Object.Value = strings.ReplaceAll(want[i].Object.Value, "\u00a0", " ")
				}
			}
			got, err := readRDFXML([]byte(tt.in), "http://base.example/dir/doc")
			if err != nil {
				t.Fatal(err)
			}
			if diff := rdf.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadRDFXMLSaysWhatIsWrongAndWhere(t *testing.T) {
	about := func(inside string) string {
		return inRDF("", "\n<rdf:Description rdf:about=\"http://example.org/s\">\n"+inside+"</rdf:Description>")
	}
	tests := []struct{ name, in, want string }{
		{"nothing", "", "line 1, column 1: want an element rdf:RDF, got no element at all"},
		{"no XML", "{}", "line 1, column 1: a text can only be in a property element, alone: got \"{}\""},
		{"HTML", "<html></html>", "line 1, column 1: the element <html> has no namespace: want a prefix, or xmlns=\"…\""},
		{"an end that is missing", about("<e:p>é"), "line 3, column 7: want </e:p>, got </rdf:Description>"},
		{"a document that ends early", "<e:T xmlns:e=\"http://example.org/\">", "line 1, column 36: want </e:T> before the end of the document"},
		{"a tag that ends early", "<e:T", "line 1, column 1: no well-formed XML: unexpected EOF"},
		{"a second root", inRDF("", "") + "\n<a/>", "line 2, column 1: want the end of the document after the first element, got <a>"},
		{"another encoding", `<?xml version="1.0" encoding="latin1"?>` + inRDF("", ""), "line 1, column 1: want UTF-8, got a document in latin1"},
		{"UTF-16", "\xfe\xff\x00<", "line 1, column 1: want UTF-8, got UTF-16"},
		{"an unknown entity", about("<e:p>&xsd;</e:p>"), "line 3, column 6: no well-formed XML: invalid character entity &xsd;"},
		{"a prefix that is not declared", about("<f:p/>"), "line 3, column 1: the prefix \"f\" is not declared: want xmlns:f=\"…\" here or on an element around"},
		{"an attribute that is there twice", about("<e:p e:a='1' xmlns:f='http://example.org/' f:a='2'/>"), "line 3, column 1: the attribute f:a is there twice"},
		{"a name that begins with a digit", about("<e:4/>"), "line 3, column 1: want a name, or two with a colon between them, got \"e:4\""},
		{"a name with two colons", about("<e:p:q/>"), "line 3, column 1: no well-formed XML: expected element name after <"},
		{"an attribute without a prefix", about("<e:p id='1'/>"), "line 3, column 1: the attribute id has no namespace: want a prefix"},
		{"text between elements", about("v"), "line 2, column 51: a text can only be in a property element, alone: got \"v\""},
		{"text and an element", about("<e:p>v<e:T/></e:p>"), "line 3, column 7: want either a text or an element in <e:p>, got both: \"v\""},
		{"an element and text", about("<e:p><e:T/>v</e:p>"), "line 3, column 12: a text can only be in a property element, alone: got \"v\""},
		{"two elements", about("<e:p><e:T/><e:T/></e:p>"), "line 3, column 12: want one node element in <e:p>, got two"},
		{"an element with a datatype", about("<e:p rdf:datatype='a:b'><e:T/></e:p>"), "line 3, column 25: want a text in <e:p>, which has rdf:datatype, got an element"},
		{"something in an empty property element", about("<e:p rdf:resource='a:b'><e:T/></e:p>"), "line 3, column 25: the attributes of <e:p> say what its value is: want nothing inside, got <e:T>"},
		{"a space in an IRI", about("<e:p rdf:resource='a:b c'/>"), "line 3, column 1: \"a:b c\" has a character that is not allowed in an IRI, ' ': percent-encode it"},
		{"a language", about("<e:p xml:lang='en_US'>v</e:p>"), "line 3, column 1: xml:lang=\"en_US\": want a language tag such as \"en\" or \"nl-BE\", or nothing"},
		{"a class in a relative namespace", inRDF("xmlns:f='x'", "<f:T/>"), "the namespace \"x\" is no absolute IRI"},
		{"an attribute in a namespace with a space", inRDF("xmlns:f='a:b c'", "<e:T f:p='1'/>"), "\"a:b cp\" has a character that is not allowed in an IRI"},
		{"a property in a relative namespace", about("<p xmlns='x'>v</p>"), "line 3, column 1: the namespace \"x\" is no absolute IRI"},
		{"a reference without a base", about("<e:p rdf:resource='x'/>"), "line 3, column 1: \"x\" is a relative reference, and there is no base: want xml:base=\"…\", or an absolute IRI"},
		{"an element in XML that does not end", about("<e:p rdf:parseType='Literal'><a></b></e:p>"), "line 3, column 33: want </a>, got </b>"},
		{"an attribute of the root", inRDF("e:a='1'", ""), "line 1, column 1: rdf:RDF has no attributes but xmlns:…, xml:base and xml:lang"},
		{"a type with rdf:li as attribute", inRDF("", "<e:T rdf:li='1'/>"), "the attribute rdf:li cannot be on a node element"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readRDFXML([]byte(tt.in), "")
			var syntax *rdf.SyntaxError
			if !errors.As(err, &syntax) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestReadRDFXMLIsBounded(t *testing.T) {
	long := strings.Repeat("a", 3000)
	tests := []struct {
		name, in string
		limits   rdf.Limits
		want     rdf.LimitError
	}{
		{"bytes", inRDF("", "\n"+strings.Repeat("<e:T/>", 100)), rdf.Limits{Bytes: 300}, rdf.LimitError{What: "bytes in a document", Limit: 300, Line: 2}},
		{"a tag", inRDF("", "<e:T e:p='"+long+"'/>"), rdf.Limits{Token: 1000}, rdf.LimitError{What: "bytes in a tag or text", Limit: 1000, Line: 1}},
		{"a text of many pieces", inRDF("", "<e:T><e:p>"+strings.Repeat("aaaaaaaaa<!---->", 200)+"</e:p></e:T>"), rdf.Limits{Token: 1000}, rdf.LimitError{What: "bytes in a literal", Limit: 1000, Line: 1}},
		{"XML of many pieces", inRDF("", "<e:T><e:p rdf:parseType='Literal'>"+strings.Repeat("<a/>", 500)+"</e:p></e:T>"), rdf.Limits{Token: 1000}, rdf.LimitError{What: "bytes in a literal", Limit: 1000, Line: 1}},
		{"statements", inRDF("", strings.Repeat("<e:T/>\n", 10)), rdf.Limits{Statements: 9}, rdf.LimitError{What: "statements", Limit: 9, Line: 10}},
		{"depth", inRDF("", strings.Repeat("<e:T><e:p>", 200)), rdf.Limits{}, rdf.LimitError{What: "elements inside each other", Limit: 256, Line: 1}},
		{"depth of XML", inRDF("", "<e:T><e:p rdf:parseType='Literal'>"+strings.Repeat("<a>", 20)), rdf.Limits{Depth: 20}, rdf.LimitError{What: "elements inside each other", Limit: 20, Line: 1}},
		{"a namespace", inRDF("xmlns:f='http://example.org/"+long+"'", ""), rdf.Limits{}, rdf.LimitError{What: "bytes in a base or namespace", Limit: 2048, Line: 1}},
		{"a base", inRDF("xml:base='http://example.org/"+long+"'", ""), rdf.Limits{}, rdf.LimitError{What: "bytes in a base or namespace", Limit: 2048, Line: 1}},
		{"a subject", inRDF("", "<e:T rdf:about='http://example.org/"+long+"'/>"), rdf.Limits{}, rdf.LimitError{What: "bytes in the name of a subject", Limit: 2048, Line: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var last error
			for _, err := range rdf.ReadRDFXML(strings.NewReader(tt.in), rdf.Options{Limits: tt.limits}) {
				last = err
			}
			var limit *rdf.LimitError
			if !errors.As(last, &limit) || *limit != tt.want {
				t.Errorf("got %v, want %v", last, &tt.want)
			}
		})
	}
	for _, err := range rdf.ReadNTriples(strings.NewReader("# a\n# b\n_:a <a:b> _:c .\n"), rdf.Options{Limits: rdf.Limits{Bytes: 20}}) {
		var limit *rdf.LimitError
		if !errors.As(err, &limit) || *limit != (rdf.LimitError{What: "bytes in a document", Limit: 20, Line: 3}) {
			t.Errorf("N-Triples: got %v", err)
		}
	}
}

func TestReadRDFXMLIsAStream(t *testing.T) {
	document := inRDF("", strings.Repeat("<e:T><e:p>v</e:p></e:T>\n", 10_000))
	r := &countingReader{r: strings.NewReader(document)}
	for _, err := range rdf.ReadRDFXML(r, rdf.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if r.n > len(document)/10 {
		t.Errorf("read %d bytes of %d for one statement", r.n, len(document))
	}
	n := 0
	for _, err := range rdf.ReadRDFXML(iotest.OneByteReader(strings.NewReader(document)), rdf.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 20_000 {
		t.Errorf("read %d statements", n)
	}
	var last error
	for _, err := range rdf.ReadRDFXML(iotest.TimeoutReader(strings.NewReader(document)), rdf.Options{}) {
		last = err
	}
	if !errors.Is(last, iotest.ErrTimeout) {
		t.Errorf("got %v", last)
	}
	for _, err := range rdf.ReadRDFXML(strings.NewReader(document), rdf.Options{Base: "doc"}) {
		if err == nil || !strings.Contains(err.Error(), `base "doc": want an absolute IRI`) {
			t.Errorf("got %v", err)
		}
	}
}

func FuzzReadRDFXML(f *testing.F) {
	for _, seed := range []string{
		inRDF("xml:lang='nl'", `<e:T rdf:ID="a"><e:p rdf:ID="b">x<!-- c --><![CDATA[d]]></e:p><e:q rdf:parseType="Collection"><e:T/><e:U rdf:nodeID="g1"/></e:q></e:T>`),
		inRDF("xml:base='html.org'", `<rdf:Description rdf:about="b"><rdf:li e:p="c"/></rdf:Description>`),
		inRDF("", `<rdf:Bag><rdf:_1 rdf:parseType="Literal">a<e:b c="d"> </e:b></rdf:_1><rdf:li rdf:datatype="a:b">1</rdf:li></rdf:Bag>`),
		`<e:T xmlns:e="http://example.org/"/>`, "<?xml version='1.0'?>\n<a:b xmlns:a='c:d' xml:lang='é'/>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		triples, err := readRDFXML(data, "http://base.example/")
		if err != nil {
			var syntax *rdf.SyntaxError
			var limit *rdf.LimitError
			switch {
			case errors.As(err, &syntax) && syntax.Line > 0 && syntax.Column > 0, errors.As(err, &limit) && limit.Line > 0:
			default:
				t.Fatalf("%q: %v", data, err)
			}
			return
		}
		checkTriplesAreRead(t, triples)
		checkRDFXMLRoundTrip(t, triples)
	})
}

// checkTriplesAreRead checks that statements are such as the reader of N-Triples accepts.
func checkTriplesAreRead(t *testing.T, triples []rdf.Triple) {
	t.Helper()
	var buf bytes.Buffer
	if err := rdf.WriteNTriples(&buf, triples); err != nil {
		t.Fatal(err)
	}
	back, err := readTriples(buf.Bytes())
	if err != nil || len(back) != len(triples) {
		t.Fatalf("wrote %v, read %v, %v", triples, back, err)
	}
	for i := range back {
		if back[i].Predicate != triples[i].Predicate {
			t.Fatalf("wrote %v, read %v", triples[i], back[i])
		}
	}
}
