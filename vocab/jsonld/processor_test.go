package jsonld_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

const (
	base       = "http://localhost:8080/api/events"
	ownContext = "http://localhost:8080/api/contexts/events.jsonld"
)

// newProcessor returns a processor with the limits of requests, but for the deadline, and one context of its own.
func newProcessor(t *testing.T, limits jsonld.Limits) *jsonld.Processor {
	t.Helper()
	if limits.Deadline == 0 {
		limits.Deadline = time.Minute
	}
	p, err := jsonld.NewProcessor(jsonld.Config{Limits: limits, Contexts: map[string][]byte{
		ownContext: []byte(`{"@context": {"@version": 1.1, "schema": "https://schema.org/", "Event": "schema:Event",
			"name": "schema:name", "url": {"@id": "schema:url", "@type": "@id"},
			"startDate": {"@id": "schema:startDate", "@type": "http://www.w3.org/2001/XMLSchema#date"},
			"description": {"@id": "schema:description", "@container": "@language"}}}`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func event(predicate vocab.IRI, object rdf.Term) rdf.Triple {
	return rdf.Triple{Subject: rdf.NewIRI("http://localhost:8080/api/events/1"), Predicate: rdf.NewIRI(predicate), Object: object}
}

func triples(t *testing.T, quads []rdf.Quad) []rdf.Triple {
	t.Helper()
	out := make([]rdf.Triple, 0, len(quads))
	for _, q := range quads {
		if !q.Graph.IsZero() {
			t.Fatalf("%v is in a graph", q)
		}
		out = append(out, q.Triple)
	}
	return out
}

func TestToRDFFindsOwnContextsRelativeToTheBase(t *testing.T) {
	doc := `{"@context": "/api/contexts/events.jsonld", "@id": "/api/events/1", "@type": "Event", "name": "GopherDay",
		"startDate": "2026-05-20", "url": "../about", "description": {"en": "A day.", "nl": "Een dag."}, "unknown": 1}`
	want := []rdf.Triple{
		event(vocab.RDFType, rdf.NewIRI(vocab.SchemaEvent)),
		event(vocab.SchemaName, rdf.NewString("GopherDay")),
		event(vocab.SchemaStartDate, rdf.NewLiteral("2026-05-20", vocab.XSDDate)),
		event(vocab.SchemaURLProperty, rdf.NewIRI("http://localhost:8080/about")),
		event(vocab.SchemaDescription, rdf.NewLangString("A day.", "en")),
		event(vocab.SchemaDescription, rdf.NewLangString("Een dag.", "nl")),
	}
	quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(doc), base)
	if err != nil {
		t.Fatal(err)
	}
	if diff := rdf.Diff(want, triples(t, quads)); diff != "" {
		t.Error(diff)
	}
}

func TestToRDFReadsTheHydraContextUnderAllItsNames(t *testing.T) {
	for _, name := range []string{
		"http://www.w3.org/ns/hydra/context.jsonld", "https://www.w3.org/ns/hydra/context.jsonld",
		"http://www.w3.org/ns/hydra/core", "https://www.w3.org/ns/hydra/core",
		"http://www.hydra-cg.com/spec/latest/core/core.jsonld",
	} {
		t.Run(name, func(t *testing.T) {
			doc := `{"@context": "` + name + `", "@id": "", "@type": "Collection", "totalItems": 2}`
			quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(doc), base)
			if err != nil {
				t.Fatal(err)
			}
			self := rdf.NewIRI(base)
			want := []rdf.Triple{
				{Subject: self, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.HydraCollection)},
				{Subject: self, Predicate: rdf.NewIRI(vocab.HydraTotalItems), Object: rdf.NewLiteral("2", vocab.XSDInteger)},
			}
			if diff := rdf.Diff(want, triples(t, quads)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheEmbeddedHydraVocabularyIsAGraph(t *testing.T) {
	p, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits()})
	if err != nil {
		t.Fatal(err)
	}
	quads, err := p.ToRDF(t.Context(), vocab.HydraVocabulary(), "http://www.w3.org/ns/hydra/core")
	if err != nil {
		t.Fatal(err)
	}
	classes := 0
	for _, q := range quads {
		if q.Predicate == rdf.NewIRI(vocab.RDFType) && q.Object == rdf.NewIRI(vocab.HydraClass) {
			classes++
		}
	}
	if len(quads) != 469 || classes != 14 {
		t.Errorf("%d statements, %d classes", len(quads), classes)
	}
}

func TestToRDFKeepsNamedGraphs(t *testing.T) {
	doc := `{"@id": "http://example.org/g", "@graph": [{"@id": "http://example.org/s", "http://example.org/p": 1}]}`
	quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte(doc), base)
	want := rdf.Quad{
		Triple: rdf.Triple{
			Subject:   rdf.NewIRI("http://example.org/s"),
			Predicate: rdf.NewIRI("http://example.org/p"),
			Object:    rdf.NewLiteral("1", vocab.XSDInteger),
		},
		Graph: rdf.NewIRI("http://example.org/g"),
	}
	if err != nil || len(quads) != 1 || quads[0] != want {
		t.Errorf("got %v, %v", quads, err)
	}
}

func TestAByteOrderMarkIsSkipped(t *testing.T) {
	quads, err := newProcessor(t, jsonld.Limits{}).ToRDF(t.Context(), []byte("\uFEFF"+`{"@id": "http://example.org/s", "http://example.org/p": 1}`), base)
	if err != nil || len(quads) != 1 {
		t.Errorf("got %v, %v", quads, err)
	}
}

func TestExpandWithContextReadsPlainJSON(t *testing.T) {
	p := newProcessor(t, jsonld.Limits{})
	for _, external := range []string{
		`{"@context": "/api/contexts/events.jsonld"}`,
		`{"@context": {"name": "https://schema.org/name"}}`,
	} {
		expanded, err := p.ExpandWithContext(t.Context(), []byte(`{"name": "GopherDay"}`), base, []byte(external))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(expanded)
		if want := `[{"https://schema.org/name":[{"@value":"GopherDay"}]}]`; err != nil || string(got) != want {
			t.Errorf("%s: got %s, %v, want %s", external, got, err, want)
		}
	}
	quads, err := p.ToRDFWithContext(t.Context(), []byte(`{"name": "GopherDay"}`), base, []byte(`{"@context": "/api/contexts/events.jsonld"}`))
	if err != nil || len(quads) != 1 {
		t.Errorf("got %v, %v", quads, err)
	}
	for _, external := range []string{`{"name": "https://schema.org/name"}`, `[]`, `{`, `"/api/contexts/events.jsonld"`} {
		_, err := p.ExpandWithContext(t.Context(), []byte(`{}`), base, []byte(external))
		if err == nil || !strings.Contains(err.Error(), "external context") {
			t.Errorf("%s: got %v", external, err)
		}
	}
}

func TestAProcessorRefuses(t *testing.T) {
	nested := func(n int, open, inner, closing string) string {
		return strings.Repeat(open, n) + inner + strings.Repeat(closing, n)
	}
	terms := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`"t` + strings.Repeat("a", i) + `": "http://example.org/t",`)
		}
		return strings.TrimSuffix(b.String(), ",")
	}
	tests := []struct {
		name, doc string
		code      jsonld.Code
		pointer   string
		reason    string
	}{
		{"nothing", ``, jsonld.CodeSyntax, "", "want a value"},
		{"a string, which the library would fetch", `"http://example.org/"`, jsonld.CodeSyntax, "", "object or an array"},
		{"a string that is a path", `"/etc/passwd"`, jsonld.CodeSyntax, "", "object or an array"},
		{"a number", `1`, jsonld.CodeSyntax, "", "object or an array"},
		{"null", `null`, jsonld.CodeSyntax, "", "object or an array"},
		{"an open object", `{"a": 1`, jsonld.CodeSyntax, "", `want ","`},
		{"a name without quotation marks", `{a: 1}`, jsonld.CodeSyntax, "", "name in quotation marks"},
		{"a missing colon", `{"a" 1}`, jsonld.CodeSyntax, "", `want ":"`},
		{"a comma too many", `{"a": [1,]}`, jsonld.CodeSyntax, "/a/1", "want a value"},
		{"a word", `{"a": yes}`, jsonld.CodeSyntax, "/a", "want a value"},
		{"text after the document", `{} {}`, jsonld.CodeSyntax, "", "end of the document"},
		{"a name that is there twice", `{"a": 1, "b": {"c": 1, "\u0063": 2}}`, jsonld.CodeSyntax, "/b", `"c" is there twice`},
		{"a lone high surrogate", `{"a": "\ud800"}`, jsonld.CodeSyntax, "/a", "surrogate"},
		{"a lone low surrogate", `{"a": "\udc00"}`, jsonld.CodeSyntax, "/a", "surrogate"},
		{"a high surrogate before a letter", `{"a": "\ud800\u0041"}`, jsonld.CodeSyntax, "/a", "surrogate"},
		{"invalid UTF-8", "{\"a\": \"\xff\"}", jsonld.CodeSyntax, "/a", "UTF-8"},
		{"a control character", "{\"a\": \"\n\"}", jsonld.CodeSyntax, "/a", "escape"},
		{"an unknown escape", `{"a": "\x41"}`, jsonld.CodeSyntax, "/a", "unknown escape"},
		{"a short escape", `{"a": "\u12"}`, jsonld.CodeSyntax, "/a", "hexadecimal"},
		{"a leading zero", `{"a": 01}`, jsonld.CodeSyntax, "/a", "leading zeros"},
		{"a bare point", `{"a": 1.}`, jsonld.CodeSyntax, "/a", "after the point"},
		{"a bare exponent", `{"a": 1e}`, jsonld.CodeSyntax, "/a", "exponent"},
		{"an integer that a double does not hold", `{"a": 9007199254740993}`, jsonld.CodeSyntax, "/a", "typed string"},
		{"a number that is infinite", `{"a": 1e999}`, jsonld.CodeSyntax, "/a", "typed string"},
		{"a document that is too long", `{"a": "` + strings.Repeat("x", 1<<20) + `"}`, jsonld.CodeLimit, "", "bytes"},
		{"a string that is too long", `{"a": "` + strings.Repeat("x", 1<<17) + `"}`, jsonld.CodeLimit, "/a", "bytes in a string"},
		{"65 levels of arrays", nested(65, "[", "", "]"), jsonld.CodeLimit, strings.Repeat("/0", 64), "levels"},
		{"too many values", "[" + strings.Repeat("0,", 10_000) + "0]", jsonld.CodeLimit, "/9999", "values"},
		{"nine contexts", `{"@context": [{},{},{},{},{},{},{},{},{}]}`, jsonld.CodeLimit, "/@context/8", "contexts"},
		{"five contexts inside each other", nested(5, `{"@context": {}, "http://example.org/p": `, "1", "}"), jsonld.CodeLimit, "", "inside each other"},
		{"five scoped contexts inside each other", nested(5, `{"@context": {"t": `, "null", "}}"), jsonld.CodeLimit, "", "inside each other"},
		{"257 terms", `{"@context": {` + terms(257) + `}}`, jsonld.CodeLimit, "/@context", "terms"},
		{"a context on the network", `{"@context": "http://example.org/context.jsonld"}`, jsonld.CodeContext, "/@context", "never fetched"},
		{"a context that is a file", `{"@context": "/etc/passwd"}`, jsonld.CodeContext, "/@context", "never fetched"},
		{"a context under a file URL", `{"@context": "file:///etc/passwd"}`, jsonld.CodeContext, "/@context", "never fetched"},
		{"a context in a list", `{"@context": [{}, "nope.jsonld"]}`, jsonld.CodeContext, "/@context/1", "never fetched"},
		{"a context on a nested node", `{"http://example.org/p": {"@context": "nope.jsonld"}}`, jsonld.CodeContext, "/http:~1~1example.org~1p/@context", "never fetched"},
		{
			"a scoped context", `{"@context": {"T": {"@id": "http://example.org/T", "@context": "nope.jsonld"}}, "@type": "T"}`,
			jsonld.CodeContext, "/@context/T/@context", "never fetched",
		},
		{"an import", `{"@context": {"@version": 1.1, "@import": "nope.jsonld"}}`, jsonld.CodeContext, "/@context/@import", "never fetched"},
		{"a context that is a number", `{"@context": 1}`, jsonld.CodeDocument, "", "invalid local context"},
		{"an @id that is a number", `{"@id": 1}`, jsonld.CodeDocument, "", "invalid @id value"},
		{"an odd empty name", `{"":[[]]}`, jsonld.CodeDocument, "", "cannot be processed"},
	}
	p := newProcessor(t, jsonld.Limits{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quads, err := p.ToRDF(t.Context(), []byte(tt.doc), base)
			var e *jsonld.Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, %v, want an *Error", quads, err)
			}
			if e.Code != tt.code || e.Pointer != tt.pointer || !strings.Contains(err.Error(), tt.reason) {
				t.Errorf("got %s at %q: %v; want %s at %q with %q", e.Code, e.Pointer, err, tt.code, tt.pointer, tt.reason)
			}
			if len(err.Error()) > 2000 {
				t.Errorf("a message of %d bytes", len(err.Error()))
			}
		})
	}
}

func TestErrorsHaveAPosition(t *testing.T) {
	_, err := newProcessor(t, jsonld.Limits{}).Expand(t.Context(), []byte("{\n  \"a\": 1,\n  \"a\": 2\n}"), base)
	var e *jsonld.Error
	if !errors.As(err, &e) || e.Line != 3 || e.Column != 3 || !strings.Contains(err.Error(), "line 3, column 3") {
		t.Errorf("got %+v", err)
	}
}

func TestErrorsHaveABoundedText(t *testing.T) {
	_, err := newProcessor(t, jsonld.Limits{Depth: 1000}).Expand(t.Context(), []byte(strings.Repeat(`{"http://example.org/p": `, 1001)), base)
	if err == nil || len(err.Error()) > 2000 || !strings.Contains(err.Error(), "…") || !strings.Contains(err.Error(), "more than 1000") {
		t.Errorf("got %v", err)
	}
}

func TestAProcessorAcceptsWhatIsJustWithinItsLimits(t *testing.T) {
	p := newProcessor(t, jsonld.Limits{})
	for name, doc := range map[string]string{
		"64 levels":              strings.Repeat(`{"http://example.org/p":`, 63) + `{}` + strings.Repeat("}", 63),
		"4 contexts":             strings.Repeat(`{"@context": {}, "http://example.org/p": `, 4) + "1" + strings.Repeat("}", 4),
		"8 contexts":             `{"@context": [{},{},{},{},{},{},{},{}]}`,
		"10,000 values":          `{"http://example.org/p": [` + strings.Repeat("0,", 9_997) + "0]}",
		"the largest safe int":   `{"http://example.org/p": 9007199254740991}`,
		"a surrogate pair":       `{"http://example.org/p": "\ud83d\ude00"}`,
		"white space everywhere": " {\t\"http://example.org/p\" : [ 1 , 2 ] , \"@id\" :\r\n\"\" } ",
		"an empty array":         `[]`,
		"version 1.1":            `{"@context": {"@version": 1.1}}`,
	} {
		if _, err := p.ToRDF(t.Context(), []byte(doc), base); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSeverityOfLimitsCanBeChosen(t *testing.T) {
	doc := []byte(strings.Repeat("[", 65) + strings.Repeat("]", 65))
	if _, err := newProcessor(t, jsonld.OwnLimits()).Expand(t.Context(), doc, base); err != nil {
		t.Error(err)
	}
	if _, err := newProcessor(t, jsonld.Limits{Depth: 2}).Expand(t.Context(), []byte(`[[[]]]`), base); err == nil {
		t.Error("three levels were accepted")
	}
}

func TestNothingIsEverFetched(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("fetched %s", r.URL) }))
	defer server.Close()
	file := filepath.Join(t.TempDir(), "context.jsonld")
	if err := os.WriteFile(file, []byte(`{"@context": {"name": "http://example.org/secret"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	p := newProcessor(t, jsonld.Limits{})
	for _, target := range []string{server.URL + "/context.jsonld", file, "file://" + file} {
		for _, doc := range []string{
			`"` + target + `"`,
			`{"@context": "` + target + `", "name": "x"}`,
			`{"@context": {"@version": 1.1, "@import": "` + target + `"}, "name": "x"}`,
			`{"@context": {"T": {"@id": "http://example.org/T", "@context": "` + target + `"}}, "@type": "T", "name": "x"}`,
			`{"@context": {"p": {"@id": "http://example.org/p", "@context": "` + target + `"}}, "p": {"name": "x"}}`,
		} {
			if got, err := p.Expand(t.Context(), []byte(doc), base); err == nil {
				t.Errorf("%s: expanded to %v", doc, got)
			}
		}
	}
}

func TestABaseMustBeAbsolute(t *testing.T) {
	p := newProcessor(t, jsonld.Limits{})
	for _, base := range []string{"", "/api", "http://example.org/a b"} {
		if _, err := p.Expand(t.Context(), []byte(`{}`), base); err == nil || !strings.Contains(err.Error(), "base") {
			t.Errorf("base %q: %v", base, err)
		}
	}
}

func TestNewProcessorRefuses(t *testing.T) {
	const a, b = "http://example.org/a", "http://example.org/b"
	tests := []struct {
		name     string
		contexts map[string]string
		want     []string
	}{
		{"a context that names itself", map[string]string{a: `{"@context": "` + a + `"}`}, []string{"leads back to itself"}},
		{"two contexts that name each other", map[string]string{a: `{"@context": ["` + b + `"]}`, b: `{"@context": ["` + a + `"]}`}, []string{"leads back to itself"}},
		{"a context that imports itself", map[string]string{a: `{"@context": {"@import": "` + a + `"}}`}, []string{"leads back to itself"}},
		{"a context that scopes itself", map[string]string{a: `{"@context": {"t": {"@id": "` + a + `", "@context": "` + a + `"}}}`}, []string{"leads back to itself"}},
		{"a context that names an unknown one", map[string]string{a: `{"@context": "` + b + `"}`}, []string{"not available", "/@context"}},
		{"a context that is no JSON", map[string]string{a: `{`}, []string{"want a name"}},
		{"a document without a context", map[string]string{a: `{}`}, []string{"member @context"}},
		{"a relative name", map[string]string{"/a": `{"@context": {}}`}, []string{"scheme"}},
		{"everything at once", map[string]string{"/a": `{"@context": {}}`, b: `[]`}, []string{"scheme", "member @context"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			contexts := map[string][]byte{}
			for name, doc := range tt.contexts {
				contexts[name] = []byte(doc)
			}
			_, err := jsonld.NewProcessor(jsonld.Config{Contexts: contexts})
			if err == nil {
				t.Fatal("accepted")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%v does not say %q", err, want)
				}
			}
		})
	}
}

func TestContextsMayReferToEachOther(t *testing.T) {
	const a = "http://example.org/a"
	p, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits(), Contexts: map[string][]byte{
		a:                      []byte(`{"@context": {"name": "https://schema.org/name"}}`),
		"http://example.org/b": []byte(`{"@context": ["` + a + `", "` + vocab.HydraContextURL + `", {"label": "https://schema.org/alternateName"}]}`),
	}})
	if err != nil {
		t.Fatal(err)
	}
	quads, err := p.ToRDF(t.Context(), []byte(`{"@context": "b", "name": "x", "title": "y", "label": "z"}`), "http://example.org/doc")
	if err != nil || len(quads) != 3 {
		t.Errorf("got %v, %v", quads, err)
	}
}

func TestADocumentThatTakesTooLongIsGivenUp(t *testing.T) {
	slow := []byte(`{"http://example.org/p": [` + strings.Repeat(`{"http://example.org/p": 1},`, 100_000) + `1]}`)
	limits := jsonld.OwnLimits()
	limits.Deadline = time.Nanosecond
	_, err := newProcessor(t, limits).ToRDF(t.Context(), slow, base)
	var e *jsonld.Error
	if !errors.As(err, &e) || e.Code != jsonld.CodeDeadline || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("deadline: got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = newProcessor(t, jsonld.OwnLimits()).Expand(ctx, slow, base)
	if !errors.As(err, &e) || e.Code != jsonld.CodeDeadline || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

func TestAProcessorMayBeShared(t *testing.T) {
	p := newProcessor(t, jsonld.Limits{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				quads, err := p.ToRDF(context.Background(), []byte(`{"@context": ["/api/contexts/events.jsonld", "`+vocab.HydraContextURL+`"],
					"@id": "1", "title": "x", "member": ["a", "b"]}`), base)
				if err != nil || len(quads) != 3 {
					t.Errorf("got %v, %v", quads, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzExpandNeverPanics(f *testing.F) {
	for _, seed := range []string{
		`{"":[[]]}`, `{"@context": {"a": "b:c"}, "a": [1, null, {"@list": [[]]}]}`, `{"@type": true}`,
		`{"@context": "/api/contexts/events.jsonld", "@type": "Event", "description": {"en": ["a"], "@none": "b"}}`,
		`{"@context": {"@base": null}, "@id": "a", "http://example.org/p": {"@list": [{"@id": "b"}]}}`,
		`{"@context": {"a": {"@id": "http://example.org/a", "@direction": "ltr"}}, "a": "x"}`,
		`{"@graph": [{"@included": [{"@reverse": {"a": {}}}]}], "@index": 1}`, "[\"\\ud83d\\ude00\", 1e400]", `{"@value": {"@json": 1}, "@type": "@json"}`,
	} {
		f.Add([]byte(seed))
	}
	p, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.Limits{Deadline: 10 * time.Second}, Contexts: map[string][]byte{
		ownContext: []byte(`{"@context": {"@vocab": "https://schema.org/", "description": {"@container": "@language"}}}`),
	}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		quads, err := p.ToRDF(t.Context(), doc, base)
		var e *jsonld.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%q: an error of type %T: %v", doc, err, err)
		}
		if err == nil && !json.Valid(doc) {
			t.Fatalf("%q is no JSON and was read as %v", doc, quads)
		}
	})
}
