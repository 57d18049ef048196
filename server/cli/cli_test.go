package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Book is what the program of these tests serves.
type Book struct {
	ID    string `json:"id" ld:"@id" doc:"Its name in the address."`
	Title string `json:"title" ld:"schema:name" sh:"minCount=1;maxLength=100" doc:"What it is called."`
}

// Shelf is a second class.
type Shelf struct {
	ID   string `json:"id" ld:"@id" doc:"Its name in the address."`
	Name string `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=100" doc:"What it is called."`
}

func books() *hydra.Class[Book] {
	return hydra.NewClass[Book](vocab.SchemaBook, "/books", hydra.ClassMeta{
		Title: hydra.Text{"en": "Book"}, Description: hydra.Text{"en": "A book."}, CollectionTitle: hydra.Text{"en": "Books"},
	})
}

func shelves() *hydra.Class[Shelf] {
	return hydra.NewClass[Shelf](vocab.SchemaThing, "/shelves", hydra.ClassMeta{
		Title: hydra.Text{"en": "Shelf"}, Description: hydra.Text{"en": "A shelf."}, CollectionTitle: hydra.Text{"en": "Shelves"},
	})
}

const seed = `{"id":"b1","title":"One"}
{"id":"b2","title":"Two"}
`

// library is a program with one class, or with two.
func library(two bool, metadata hydra.Metadata) cli.App {
	return cli.App{
		Name: "library", Description: "Books.", Version: "2.1.0", Path: "/lib",
		New: func(ctx context.Context, s cli.Settings) (*server.Server, error) {
			class := books()
			stored, err := memory.New(class, memory.Config{})
			if err != nil {
				return nil, err
			}
			if err := cli.Load(ctx, s, class, strings.NewReader(seed), stored.Put); err != nil {
				return nil, err
			}
			bindings := []server.Binding{server.Bind(class, stored.Functions())}
			if two {
				class := shelves()
				stored, err := memory.New(class, memory.Config{})
				if err != nil {
					return nil, err
				}
				if err := cli.Load(ctx, s, class, nil, stored.Put); err != nil {
					return nil, err
				}
				bindings = append(bindings, server.Bind(class, stored.Functions()))
			}
			return server.New(server.Config{BaseURL: s.BaseURL, Vocabulary: "https://library.example/ns#", Metadata: metadata, Logger: s.Logger, Links: s.Links, TrustedProxies: s.TrustedProxies}, bindings...)
		},
	}
}

func described() hydra.Metadata {
	return hydra.Metadata{
		Title: hydra.Text{"en": "Library"}, Description: hydra.Text{"en": "Books."}, Version: "2.1.0",
		License: "https://creativecommons.org/publicdomain/zero/1.0/", Contact: hydra.Contact{Name: "Desk", Email: "library@library.example", URL: "https://library.example/contact"},
		Publisher: hydra.Publisher{Name: hydra.Text{"en": "Library"}}, Keywords: map[string][]string{"en": {"books"}},
	}
}

func variables(pairs ...string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	}
}

// result is what a run left.
type result struct {
	code           int
	stdout, stderr string
}

// run runs a command that ends by itself.
func run(t *testing.T, app cli.App, env func(string) (string, bool), args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := cli.Run(t.Context(), app, args, env, strings.NewReader(""), &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

func (r result) want(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if r.code != code || !strings.Contains(r.stdout, stdout) || !strings.Contains(r.stderr, stderr) {
		t.Errorf("code %d, stdout:\n%s\nstderr:\n%s\nwant code %d, %q and %q", r.code, r.stdout, r.stderr, code, stdout, stderr)
	}
}

func TestHelpTellsEverything(t *testing.T) {
	app := library(false, described())
	r := run(t, app, variables(), "--help")
	for _, want := range []string{"Usage: library <command>", "Books.", "serve ", "export ", "routes ", "lint ", "version ", "HYDRANT_BASE_URL", "library export openapi2 -o swagger.json", "localhost:8080"} {
		r.want(t, cli.ExitOK, want, "")
	}
	serve := run(t, app, variables(), "serve", "--help")
	for _, want := range []string{"--addr=HOST:PORT", "HYDRANT_ADDR", "HYDRANT_DATA", "HYDRANT_LOG", "HYDRANT_GRACE", "HYDRANT_DRAIN", "SIGTERM"} {
		serve.want(t, cli.ExitOK, want, "")
	}
	run(t, app, variables(), "export", "--help").want(t, cli.ExitOK, "export hydra --format turtle", "")
}

func TestWhatCantBeUnderstoodIsExplained(t *testing.T) {
	app := library(false, described())
	for _, row := range []struct {
		args string
		env  []string
		want string
	}{
		{"exprt", nil, `there is no command "exprt": did you mean "export"?`},
		{"zzzzzzzz", nil, "the commands are serve, export, routes, lint, version"},
		{"--adr :80", nil, "--adr"},
		{"export", nil, "<document>"},
		{"export swagger", nil, `must be one of "openapi3","openapi2","hydra"`},
		{"export hydra books", nil, "takes no name"},
		{"export hydra --format yaml", nil, "want jsonld, json, turtle, trig, ntriples, nquads, rdfxml"},
		{"export openapi2 --format turtle", nil, "want json"},
		{"export openapi3 --format turtle", nil, "want json, yaml"},
		{"export context chairs", nil, "want one of books, entrypoint"},
		{"--log loud", nil, "--log"},
		{"--grace soon", nil, "--grace"},
		{"--links short", nil, "--links"},
		{"--trust 10.0.0.0/8,gateway", nil, "--trust gateway: want a network such as 10.0.0.0/8, or an address"},
		{"--grace 0s", nil, "--grace 0s"},
		{"--drain -1s", nil, "--drain"},
		{"", []string{"HYDRANT_GRACE", "soon"}, "HYDRANT_GRACE"},
		{"", []string{"HYDRANT_LOG", "loud"}, "--log"},
		{"--addr localhost:0 --data chairs=x", nil, `the program loads no class "chairs"`},
		{"version extra", nil, `"extra" has no place here`},
	} {
		run(t, app, variables(row.env...), strings.Fields(row.args)...).want(t, cli.ExitUsage, "", row.want)
	}
}

func TestWhatFailsIsExplained(t *testing.T) {
	app := library(false, described())
	occupied, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer occupied.Close()
	folder := t.TempDir()
	for _, row := range []struct {
		args []string
		want string
	}{
		{[]string{"--addr", occupied.Addr().String()}, "address already in use"},
		{[]string{"--addr", "localhost:0", "--data", filepath.Join(folder, "none.ndjson")}, "no such file"},
		{[]string{"--addr", "localhost:0", "--base-url", "ftp://x"}, "its scheme is neither http nor https"},
		{[]string{"export", "catalog", "2"}, `there is no "page=2" of it: want page=1 to page=1`},
		{[]string{"export", "hydra", "-o", filepath.Join(folder, "none", "x")}, "-o: "},
	} {
		run(t, app, variables(), row.args...).want(t, cli.ExitFailure, "", row.want)
	}
	failing := app
	failing.New = func(context.Context, cli.Settings) (*server.Server, error) { return nil, errors.New("no database") }
	run(t, failing, variables(), "routes").want(t, cli.ExitFailure, "", "library: no database")
	run(t, cli.App{}, variables(), "routes").want(t, cli.ExitFailure, "", "want both")
	wrong := filepath.Join(folder, "wrong.ndjson")
	if err := os.WriteFile(wrong, []byte("{\"id\":\"x\"}\n{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, app, variables(), "--addr", "localhost:0", "--data", wrong).want(t, cli.ExitFailure, "", "0 loaded, 2 rejected: is it another class's file?")
}

func TestDocumentsAreExported(t *testing.T) {
	app := library(false, described())
	for _, row := range []struct{ args, want string }{
		{"export openapi2", `"basePath": "/lib"`},
		{"export openapi3", `"openapi": "3.0.3"`},
		{"export openapi3 --format json", `"openapi": "3.0.3"`},
		{"export openapi3 --format yaml", "openapi: 3.0.3\n"},
		{"export hydra", `"ApiDocumentation"`},
		{"export hydra --format turtle", "a hydra:ApiDocumentation"},
		{"export shacl --format ntriples", "<http://www.w3.org/ns/shacl#NodeShape>"},
		{"export shacl --format nquads", "<http://www.w3.org/ns/shacl#NodeShape>"},
		{"export entrypoint --format json", `"@id":"/lib"`},
		{"export catalog", `"@type":["dcat:Catalog",`},
		{"export catalog --format turtle", "a dcat:Catalog"},
		{"export catalog --format trig", "a dcat:Catalog"},
		{"export catalog --format rdfxml", "<rdf:RDF"},
		{"export catalog 1", `/lib/catalog?page=1","@type":"hydra:PartialCollectionView"`},
		{"export context", `"schema":"https://schema.org/"`},
		{"export context entrypoint", "EntryPoint"},
		{"export context openapi", "@context"},
		{"export openapi2 --base-url https://data.library.example/v1", `"host": "data.library.example"`},
	} {
		run(t, app, variables(), strings.Fields(row.args)...).want(t, cli.ExitOK, row.want, "")
	}
	run(t, app, variables("HYDRANT_BASE_URL", "https://env.example/x"), "export", "openapi2").want(t, cli.ExitOK, `"host": "env.example"`, "")
	run(t, app, variables("HYDRANT_BASE_URL", "https://env.example/x"), "export", "openapi2", "--base-url", "https://line.example/x").
		want(t, cli.ExitOK, `"host": "line.example"`, "")
	run(t, app, variables("HYDRANT_FORMAT", "turtle"), "export", "hydra").want(t, cli.ExitOK, "a hydra:ApiDocumentation", "")

	file := filepath.Join(t.TempDir(), "swagger.json")
	run(t, app, variables(), "export", "openapi2", "-o", file).want(t, cli.ExitOK, "", "--base-url")
	written, err := os.ReadFile(file)
	if err != nil || !json.Valid(written) {
		t.Errorf("%v, %d bytes of JSON", err, len(written))
	}
	if shown := run(t, app, variables(), "export", "openapi2").stdout; shown != string(written) {
		t.Error("the file is not what stdout gets")
	}
}

func TestAFileIsWrittenInTheFormatThatItsNameEndsIn(t *testing.T) {
	app, folder := library(false, described()), t.TempDir()
	for _, row := range []struct{ document, file, format, want string }{
		{"openapi3", "openapi.yaml", "", "openapi: 3.0.3\n"},
		{"openapi3", "openapi.YML", "", "openapi: 3.0.3\n"},
		{"openapi3", "openapi.yaml", "json", `"openapi": "3.0.3"`},
		{"hydra", "hydra.json", "", `"@context"`},
		{"hydra", "hydra.jsonld", "", `"@context"`},
		{"catalog", "catalog.ttl", "", "a dcat:Catalog"},
		{"catalog", "catalog.rdf", "", "<rdf:RDF"},
		{"catalog", "catalog", "", `"@type":["dcat:Catalog",`},
	} {
		file := filepath.Join(folder, row.file)
		args := []string{"export", row.document, "-o", file}
		if row.format != "" {
			args = append(args, "--format", row.format)
		}
		run(t, app, variables(), args...).want(t, cli.ExitOK, "", "--base-url")
		if written, err := os.ReadFile(file); err != nil || !strings.Contains(string(written), row.want) {
			t.Errorf("%v: %v, want %q in\n%.200s", args, err, row.want, written)
		}
	}
	swagger := filepath.Join(folder, "swagger.yaml")
	run(t, app, variables(), "export", "openapi2", "-o", swagger).want(t, cli.ExitUsage, "", "export openapi2 -o "+swagger+": want json")
	if _, err := os.Stat(swagger); err == nil {
		t.Error("a file was written in another format than its name says")
	}
}

func TestRoutesAreListed(t *testing.T) {
	r := run(t, library(true, described()), variables(), "routes")
	for _, want := range []string{
		`(?m)^GET +/lib +getEntryPoint$`, `(?m)^GET +/lib/books +listBooks$`, `(?m)^GET +/lib/books/\{id\} +getBook$`,
		`(?m)^GET +/lib/shelves/\{id\} +getShelf$`, `(?m)^GET +/lib/documentation +-$`, `(?m)^GET +/lib/books\.csv +-$`, `(?m)^GET +/lib/books\.ndjson +-$`, `(?m)^GET +/lib/swagger\.json +-$`, `(?m)^GET +/ping +-$`,
	} {
		if !regexp.MustCompile(want).MatchString(r.stdout) {
			t.Errorf("no %s in\n%s", want, r.stdout)
		}
	}
	if r.code != cli.ExitOK {
		t.Errorf("code %d: %s", r.code, r.stderr)
	}
}

func TestLintFailsOnErrorsOnly(t *testing.T) {
	run(t, library(false, described()), variables(), "lint").want(t, cli.ExitOK, "", "no errors")
	bare := hydra.Metadata{Title: hydra.Text{"en": "Library"}, Version: "1.0.0"}
	run(t, library(false, bare), variables(), "lint").want(t, cli.ExitFailure, "license  Metadata.License: ", "4 errors")
	warned := described()
	warned.Keywords = nil
	run(t, library(false, warned), variables(), "lint").want(t, cli.ExitOK, "warning  keywords", "1 warning")
	run(t, library(false, warned), variables(), "lint", "--strict").want(t, cli.ExitFailure, "warning  keywords", "1 warning")
	run(t, library(false, warned), variables(), "lint", "--rules").want(t, cli.ExitOK, "pattern-anchor", "")
}

func TestVersionNamesProgramAndFramework(t *testing.T) {
	run(t, library(false, described()), variables(), "version").want(t, cli.ExitOK, "library 2.1.0 (hydrant ", "")
}

// watched is what a running program says, from which a test learns that it runs.
type watched struct {
	mutex sync.Mutex
	text  strings.Builder
	base  chan string
}

var address = regexp.MustCompile(`the entry point is (http://\S+)`)

func (w *watched) Write(p []byte) (int, error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.text.Write(p)
	if found := address.FindStringSubmatch(w.text.String()); found != nil && w.base != nil {
		w.base <- found[1]
		w.base = nil
	}
	return len(p), nil
}

func (w *watched) String() string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.text.String()
}

// serve runs the program until stop is called, which returns its exit code and what it said.
func serve(t *testing.T, app cli.App, stdin io.Reader, env func(string) (string, bool), args ...string) (base string, stop func() (int, string)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ready := make(chan string, 1)
	stderr := &watched{base: ready}
	done := make(chan int, 1)
	go func() { done <- cli.Run(ctx, app, args, env, stdin, io.Discard, stderr) }()
	select {
	case base = <-ready:
	case code := <-done:
		cancel()
		t.Fatalf("it ended with code %d: %s", code, stderr)
	}
	return base, func() (int, string) {
		cancel()
		return <-done, stderr.String()
	}
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, error %v", url, response.StatusCode, err)
	}
	return string(body)
}

func TestServeEndsInAnOrderlyWay(t *testing.T) {
	base, stop := serve(t, library(false, described()), nil, variables(), "--addr", "localhost:0")
	if !regexp.MustCompile(`^http://localhost:[0-9]+/lib$`).MatchString(base) {
		t.Errorf("the base is %s, want the port that it listens on", base)
	}
	if body := fetch(t, base+"/books"); !strings.Contains(body, `"totalItems":2`) {
		t.Errorf("%s", body)
	}
	code, said := stop()
	if code != cli.ExitOK || !strings.Contains(said, "path=/lib/books status=200") {
		t.Errorf("code %d, %s: want 0 and a log of the request", code, said)
	}
}

func TestServeIsToldAboutGateways(t *testing.T) {
	for _, row := range []struct {
		args []string
		want string
	}{
		{[]string{"--trust", "127.0.0.1"}, `"@id":"/gw/lib/books/b1"`},
		{[]string{"--trust", "10.0.0.0/8,127.0.0.0/8"}, `"@id":"/gw/lib/books/b1"`},
		{[]string{"--trust", "10.0.0.0/8"}, `"@id":"/lib/books/b1"`},
		{nil, `"@id":"/lib/books/b1"`},
		{[]string{"--links", "relative"}, `"@id":"../books/b1"`},
		{[]string{"--links", "absolute"}, `"@id":"http://localhost:`},
	} {
		base, stop := serve(t, library(false, described()), nil, variables(), append([]string{"--addr", "127.0.0.1:0"}, row.args...)...)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/books/b1", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("X-Forwarded-Prefix", "/gw")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err != nil || response.Body.Close() != nil || !strings.Contains(string(body), row.want) {
			t.Errorf("%s: %v, %s: want %s", row.args, err, body, row.want)
		}
		stop()
	}
}

func TestServeTakesItsOptionsFromTheEnvironment(t *testing.T) {
	base, stop := serve(t, library(false, described()), strings.NewReader(`{"id":"x","title":"From stdin"}`),
		variables("HYDRANT_ADDR", "127.0.0.1:0", "HYDRANT_DATA", "-", "HYDRANT_LOG", "json"), "serve")
	if body := fetch(t, base+"/books/x"); !strings.Contains(body, "From stdin") {
		t.Errorf("%s", body)
	}
	code, said := stop()
	if code != cli.ExitOK || !strings.Contains(said, "-: 1 loaded, 0 rejected") || !strings.Contains(said, `"path":"/lib/books/x"`) {
		t.Errorf("code %d, %s", code, said)
	}
}

func TestEachClassLoadsItsFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	someBooks := write("some=books.ndjson", "{\"id\":\"n1\",\"title\":\"New\"}\n{\"id\":\"n2\",\"titel\":\"Misspelt\"}\n")
	someShelves := write("shelves.ndjson", "{\"id\":\"s1\",\"name\":\"Top\"}\n")
	base, stop := serve(t, library(true, described()), nil, variables(), "--addr", "localhost:0", "--log", "off",
		"--data", "shelves="+someShelves, "--data", someBooks)
	if body := fetch(t, base+"/books"); !strings.Contains(body, `"totalItems":1`) || !strings.Contains(body, "/lib/books/n1") {
		t.Errorf("%s", body)
	}
	fetch(t, base+"/shelves/s1")
	code, said := stop()
	for _, want := range []string{
		someBooks + `: line 2 (n2): titel: there is no such key: did you mean "title"?`, someBooks + ": 1 loaded, 1 rejected", someShelves + ": 1 loaded, 0 rejected",
	} {
		if code != cli.ExitOK || !strings.Contains(said, want) {
			t.Errorf("code %d, %s: want %q", code, said, want)
		}
	}
	run(t, library(false, described()), variables(), "--addr", "localhost:0", "--data", someBooks, "--data", someShelves).
		want(t, cli.ExitUsage, "", "one file for each class")
}

func TestRecordsThatTheProgramBringsAlongMustBeGood(t *testing.T) {
	class := books()
	stored, err := memory.New(class, memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	err = cli.Load(t.Context(), cli.Settings{}, class, strings.NewReader(seed+"{\"id\":\"b3\"}\n"), stored.Put)
	if err == nil || !strings.Contains(err.Error(), "line 3 (b3): title: ") {
		t.Errorf("error %v, want line and reason", err)
	}
	if err := cli.Load(t.Context(), cli.Settings{}, class, nil, stored.Put); err != nil {
		t.Errorf("error %v where the program brings nothing along", err)
	}
}
