package servertest_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

var _ = flag.Bool("update", false, "rewrite the golden files")

// Book is what the API of these tests serves.
type Book struct {
	ID    string `json:"id" ld:"@id"`
	Title string `json:"title" ld:"schema:name" sh:"minCount=1"`
}

func library(tb testing.TB) *server.Server {
	tb.Helper()
	class := hydra.NewClass[Book](vocab.SchemaBook, "/books", hydra.ClassMeta{})
	books, err := memory.New(class, memory.Config{Epoch: "test"})
	if err != nil {
		tb.Fatal(err)
	}
	if err := books.Put(&Book{ID: "b1", Title: "One"}, &Book{ID: "b2", Title: "Two"}); err != nil {
		tb.Fatal(err)
	}
	s, err := server.New(server.Config{
		BaseURL: "https://library.example/v1", Vocabulary: "https://library.example/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Library"}, Version: "1.0.0"},
	}, server.Bind(class, books.Functions()))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// recorder is a testing.TB that notes failures instead of failing.
type recorder struct {
	testing.TB
	failed string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) { r.failed += fmt.Sprintf(format, args...) }

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

func (r *recorder) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

// failure is how a check fails; "" when it passes.
func failure(tb testing.TB, check func(*recorder)) string {
	tb.Helper()
	r := &recorder{TB: tb}
	done := make(chan struct{})
	go func() {
		defer close(done)
		check(r)
	}()
	<-done
	return r.failed
}

func TestAResponseIsWhatAClientGets(t *testing.T) {
	api := servertest.New(t, library(t))
	r := api.Get(t, "/v1/books/b1", "Accept: application/json").WantStatus(t, http.StatusOK)
	var body struct{ Title string }
	r.JSON(t, &body)
	if body.Title != "One" || r.MediaType() != "application/json" || r.URL != "https://library.example/v1/books/b1" || r.Method != http.MethodGet {
		t.Errorf("%+v", r)
	}
	links := r.Links()
	if docs := links["http://www.w3.org/ns/hydra/core#apiDocumentation"]; len(docs) != 1 || docs[0] != "https://library.example/v1/documentation" {
		t.Errorf("links %q", links)
	}
	if context := links["http://www.w3.org/ns/json-ld#context"]; len(context) != 1 || !strings.Contains(context[0], "/v1/contexts/books.") {
		t.Errorf("links %q", links)
	}
	if next := api.Get(t, "https://library.example/v1/books?pageSize=1").Links()["next"]; len(next) != 1 || !strings.HasSuffix(next[0], "page=2") {
		t.Errorf("next %q", next)
	}
	if head := api.Head(t, "/v1/books/b1"); len(head.Body) != 0 || head.Status != http.StatusOK {
		t.Errorf("HEAD: status %d, %d bytes", head.Status, len(head.Body))
	}
}

func TestAGraphIsReadFromEverySyntax(t *testing.T) {
	api := servertest.New(t, library(t))
	subject := rdf.NewIRI("https://library.example/v1/books/b1")
	want := []rdf.Triple{
		{Subject: subject, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI(vocab.SchemaBook)},
		{Subject: subject, Predicate: rdf.NewIRI(vocab.SchemaName), Object: rdf.NewString("One")},
	}
	for _, accept := range []string{"application/ld+json", "application/json", "application/n-triples", "application/n-quads", "text/turtle", "application/trig", "application/rdf+xml"} {
		got := api.Get(t, "/v1/books/b1?fields=title", "Accept: "+accept).Graph(t)
		if same, err := rdf.Isomorphic(want, got); !same || err != nil {
			t.Errorf("%s: %v\n%s", accept, err, rdf.Diff(want, got))
		}
	}
	problem := api.Get(t, "/v1/books/none")
	if p := problem.Problem(t); p.Code != "notFound" || p.Status != 404 {
		t.Errorf("%+v", p)
	}
	if graph := problem.Graph(t); len(graph) == 0 {
		t.Error("a problem means nothing, though it links to its context")
	}
	failed := failure(t, func(tb *recorder) {
		tb.Helper()
		api.Get(tb, "/v1/books", "Accept: text/csv").Graph(tb)
	})
	if !strings.Contains(failed, `not from "text/csv"`) {
		t.Errorf("CSV fails with %q", failed)
	}
}

func TestResponsesAreValidatedByTheShapesOfTheAPI(t *testing.T) {
	const book = "<https://library.example/v1/books/b3> <" + string(vocab.RDFType) + "> <" + string(vocab.SchemaBook) + "> .\n"
	api := library(t)
	untitled := http.NewServeMux()
	untitled.Handle("/v1/shapes", api)
	untitled.Handle("/", answer("application/n-triples", book))
	untitled.Handle("/v1/version", answer("application/json", `{"version":"1"}`))
	checked := servertest.NewHandler(t, untitled, "https://library.example/v1/").WithShapes(t)
	for _, row := range []struct{ name, target, want string }{
		{"a book without a title", "/v1/books/b3", "schema:name (<https://library.example/v1/shapes#BookShape-title>): A value is required."},
		{"a selection of fields", "/v1/books/b3?fields=id", ""},
		{"JSON of the application's own, which means no graph", "/v1/version", ""},
	} {
		got := failure(t, func(tb *recorder) { tb.Helper(); checked.Get(tb, row.target) })
		if row.want == "" && got != "" || !strings.Contains(got, row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
	for _, target := range []string{"/v1/books", "/v1/books/b1", "/v1/books/b1?fields=title", "/v1", "/v1/nowhere"} {
		servertest.New(t, api).WithShapes(t).Get(t, target)
	}
}

// loan has what a part of its properties violates: a value that must be there, one that is that of another property, and one
// that is required and that only the staff sees.
type loan struct {
	ID       string   `json:"id" ld:"@id" doc:"What the loan is called."`
	Book     string   `json:"book" ld:"schema:name" sh:"minCount=1;equals=title" doc:"The book."`
	Title    string   `json:"title" ld:"schema:headline" doc:"Its title."`
	Tags     []string `json:"tags" ld:"schema:keywords" sh:"hasValue=loan" doc:"What it is about."`
	Borrower string   `json:"borrower" ld:"schema:borrower" sh:"minCount=1;equals=reader" access:"staff" doc:"Who has it."`
	Reader   string   `json:"reader" ld:"schema:author" sh:"equals=borrower" access:"staff" doc:"Who reads it."`
}

func TestAPartOfARecordNeedNotHaveWhatIsRequired(t *testing.T) {
	class := hydra.NewClass[loan]("https://schema.org/BorrowAction", "/loans", hydra.ClassMeta{})
	loans, err := memory.New(class, memory.Config{Epoch: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if err := loans.Put(&loan{ID: "1", Book: "One", Title: "One", Tags: []string{"loan"}, Borrower: "Ann", Reader: "Ann"}); err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Config{
		BaseURL: "https://library.example/v1", Vocabulary: "https://library.example/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Library"}, Version: "1.0.0"},
		Audience: func(r *http.Request) []string { return r.Header["Role"] },
	}, server.Bind(class, loans.Functions()))
	if err != nil {
		t.Fatal(err)
	}
	api := servertest.New(t, s).WithShapes(t)
	for _, query := range []string{"", "?fields=id", "?fields=book", "?fields=tags", "?fields=title"} {
		for _, role := range []string{"staff", "nobody"} {
			for _, accept := range []string{"text/turtle", "application/ld+json"} {
				api.Get(t, "/v1/loans/1"+query, "Role: "+role, "Accept: "+accept).WantStatus(t, http.StatusOK)
			}
		}
	}
}

func TestAResponseIsValidatedByShapesOfOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.ttl")
	const turtle = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
		[] sh:targetClass schema:Book ; sh:property [ sh:path schema:name ; sh:minLength 4 ; sh:severity sh:Warning ] .`
	if err := os.WriteFile(path, []byte(turtle), 0o600); err != nil {
		t.Fatal(err)
	}
	long := servertest.Shapes(t, path, path)
	api := servertest.New(t, library(t))
	api.Get(t, "/v1").WantConforms(t, long)
	for name, row := range map[string]struct {
		check func(*recorder)
		want  string
	}{
		"a short title":          {func(tb *recorder) { api.Get(tb, "/v1/books/b1").WantConforms(tb, long) }, "shorter than 4 characters"},
		"a file that is missing": {func(tb *recorder) { servertest.Shapes(tb, path+".not") }, "no such file"},
	} {
		if got := failure(t, row.check); !strings.Contains(got, row.want) {
			t.Errorf("%s: %q, want %q", name, got, row.want)
		}
	}
}

// answer is a handler with one answer.
func answer(contentType, body string, link ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Link"] = link
		w.Header().Set("Content-Type", contentType)
		_, _ = io.WriteString(w, body)
	})
}

func TestWhatIsWrongFailsTheTest(t *testing.T) {
	if err := flag.Set("update", "false"); err != nil { // the golden file is wrong on purpose
		t.Fatal(err)
	}
	served := servertest.New(t, library(t))
	with := func(contentType, body string, link ...string) *servertest.API {
		return servertest.NewHandler(t, answer(contentType, body, link...), "https://library.example")
	}
	for _, row := range []struct {
		name  string
		check func(*recorder)
		want  string
	}{
		{"another status", func(tb *recorder) { served.Get(tb, "/nowhere").WantStatus(tb, 200) }, "status 404, want 200"},
		{"another host", func(tb *recorder) { served.Get(tb, "https://elsewhere.example/") }, "want a path, or a URL at https://library.example"},
		{"no request", func(tb *recorder) { served.Get(tb, "/a b") }, "net/http refuses the request"},
		{"no JSON", func(tb *recorder) { var v any; with("application/json", "{").Get(tb, "/").JSON(tb, &v) }, "unexpected end"},
		{"no problem", func(tb *recorder) { served.Get(tb, "/v1").Problem(tb) }, "want a problem"},
		{"a problem of another status", func(tb *recorder) {
			with("application/problem+json", `{"status":404,"type":"t","title":"T","code":"c","instance":"/"}`).Get(tb, "/").Problem(tb)
		}, "the problem is incomplete"},
		{"a context elsewhere", func(tb *recorder) {
			with("application/ld+json", `{"@context":"https://schema.org/","name":"x"}`).Get(tb, "/").Graph(tb)
		}, "the context https://schema.org/ is not on https://library.example"},
		{"a context that is none", func(tb *recorder) {
			with("text/html", "").Get(tb, "/")
			with("application/json", "{}", `</c>; rel="http://www.w3.org/ns/json-ld#context"`).Get(tb, "/").Graph(tb)
		}, "the context https://library.example/c: status 200"},
		{"plain JSON without a context", func(tb *recorder) { with("application/json", "{}").Get(tb, "/").Graph(tb) }, "0 links to a JSON-LD context"},
		{"a named graph", func(tb *recorder) {
			with("application/n-quads", "<http://a> <http://b> <http://c> <http://g> .\n").Get(tb, "/").Graph(tb)
		}, "not in the default one"},
		{"broken N-Triples", func(tb *recorder) { with("application/n-triples", "<http://a>").Get(tb, "/").Graph(tb) }, "line 1"},
		{"no base URL", func(tb *recorder) { servertest.NewHandler(tb, http.NotFoundHandler(), "/api") }, "want the public address"},
		{"no server", func(tb *recorder) { servertest.New(tb, nil) }, "there is no server"},
		{"another golden file", func(tb *recorder) { with("text/plain", "a\nb\n").Get(tb, "/").Golden(tb, "three-lines.txt") }, "in line 2:\n  want B\n  got  b"},
		{"a longer golden file", func(tb *recorder) { with("text/plain", "a\nB\n").Get(tb, "/").Golden(tb, "three-lines.txt") }, "in line 3:\n  want c\n  got  \n"},
		{"no golden file", func(tb *recorder) { with("text/plain", "a").Get(tb, "/").Golden(tb, "none.txt") }, "run the test with -update"},
	} {
		if failed := failure(t, row.check); !strings.Contains(failed, row.want) {
			t.Errorf("%s: %q, want %q", row.name, failed, row.want)
		}
	}
	if _, err := served.Try("GET", "/%zz"); !errors.Is(err, servertest.ErrRequest) {
		t.Errorf("error %v, want ErrRequest", err)
	}
}

func TestGoldenFilesAreComparedAndWritten(t *testing.T) {
	api := servertest.NewHandler(t, answer("text/plain", "a\nB\nc\n"), "https://library.example")
	api.Get(t, "/").Golden(t, "three-lines.txt")

	t.Chdir(t.TempDir())
	for _, value := range []string{"true", "false"} {
		if err := flag.Set("update", value); err != nil {
			t.Fatal(err)
		}
		api.Get(t, "/").Golden(t, "deep/new.txt")
	}
	if written, err := os.ReadFile(filepath.Join("testdata", "deep", "new.txt")); err != nil || string(written) != "a\nB\nc\n" {
		t.Errorf("%q, error %v", written, err)
	}
}

func TestLintIsAtHand(t *testing.T) {
	if findings := servertest.Lint(library(t)); len(findings) == 0 || findings[0].Rule != "license" {
		t.Errorf("%v, want the missing licence first", findings)
	}
}
