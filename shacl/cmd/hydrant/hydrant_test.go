package main_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// program is the built program.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hydrant")
	if err == nil {
		program = filepath.Join(dir, "hydrant")
		if runtime.GOOS == "windows" {
			program += ".exe"
		}
		var out []byte
		if out, err = exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// result is what a run of the program left.
type result struct {
	code           int
	stdout, stderr string
}

// hydrant runs the program in a directory.
func hydrant(t *testing.T, dir, stdin string, args ...string) result {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, args...)
	var stdout, stderr bytes.Buffer
	command.Dir, command.Stdin, command.Stdout, command.Stderr = dir, strings.NewReader(stdin), &stdout, &stderr
	err := command.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatal(err)
	}
	return result{command.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// files makes a directory with files.
func files(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range contents {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func formats(t *testing.T) rdf.FormatSet {
	t.Helper()
	p, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return append(rdf.Formats(), jsonld.Format(t.Context(), p))
}

// read reads a document in a format.
func read(t *testing.T, format, document string) []rdf.Quad {
	t.Helper()
	f, ok := formats(t).ByName(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var quads []rdf.Quad
	for q, err := range f.Read(strings.NewReader(document), rdf.Options{}) {
		if err != nil {
			t.Fatalf("%v in\n%s", err, document)
		}
		quads = append(quads, q)
	}
	return quads
}

// testdata is the directory of large files from elsewhere.
func testdata(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("HYDRANT_TESTDATA")
	if dir == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("HYDRANT_TESTDATA is not set")
		}
		t.Skip("HYDRANT_TESTDATA is not set")
	}
	return dir
}

func TestMistakesOnTheCommandLineAreExplained(t *testing.T) {
	dir := files(t, map[string]string{
		"data.ttl": "<a:s> <a:p> <a:o> .", "data.foo": "", "shapes.ttl": "", "broken.ttl": "<a:s> <a:p>\n  <a:o>, .",
		"quads.trig": "<a:g> { <a:s> <a:p> <a:o> }", "context.json": "{}", "known.json": `{"@context": {}}`,
		"illformed.ttl": `@prefix sh: <http://www.w3.org/ns/shacl#> . <a:S> a sh:NodeShape ; sh:targetNode <a:s> ; sh:property [ sh:minCount 1 ] .`,
		"remote.jsonld": `{"@context": "https://example.org/context", "@id": "a:s"}`,
	})
	tests := []struct {
		name, args, want string
	}{
		{"nothing at all", "", `expected one of "validate", "convert", "version"`},
		{"a command that is misspelt", "valdate", "there is no command valdate: did you mean validate?"},
		{"a command that is none", "frobnicate", "want one of validate, convert, version"},
		{"an option that is misspelt", "validate --shape shapes.ttl data.ttl", `unknown flag --shape, did you mean "--shapes"?`},
		{"validate without shapes", "validate data.ttl", "missing flags: --shapes=FILE"},
		{"validate without data", "validate --shapes shapes.ttl", `expected "<data> ..."`},
		{"a report in a format that is misspelt", "validate -s shapes.ttl data.ttl --format tutle", "--format tutle: did you mean turtle?"},
		{"a report in a format that is none", "validate -s shapes.ttl data.ttl --format html", "--format html: want one of text, turtle, jsonld, json"},
		{"a severity that is misspelt", "validate -s shapes.ttl data.ttl --severity warnings", "--severity warnings: did you mean warning?"},
		{"a negative number of results", "validate -s shapes.ttl data.ttl --max-results=-1", "--max-results -1: want a number from 1"},
		{"stdin twice", "validate -s - -", "stdin can be read once only"},
		{"stdin twice as data", "convert - - --from ttl --to nt", "stdin can be read once only"},
		{"stdin without a format", "validate -s shapes.ttl -", "stdin has no extension to tell its syntax: want --from"},
		{"a file whose extension tells nothing", "validate -s shapes.ttl data.foo", "data.foo: its extension tells no syntax: want --from, or one of .ttl"},
		{"a format that is misspelt", "convert data.ttl --from ntripels --to nquads", "--from ntripels: did you mean ntriples?"},
		{"a target that is misspelt", "convert data.ttl --to jsnld", "--to jsnld: did you mean jsonld?"},
		{"no target", "convert data.ttl", "want --to, one of turtle, trig, ntriples, nquads, rdfxml, jsonld, or -o"},
		{"a target whose extension tells nothing", "convert data.ttl -o out.foo", "-o out.foo: its extension tells no syntax: want --to"},
		{"expanded Turtle", "convert data.ttl --to turtle --expanded", "--expanded and --compact-with are for JSON-LD, and Turtle is to be written"},
		{"expanded and compacted", "convert data.ttl --to jsonld --expanded --compact-with known.json", "want --expanded or --compact-with, not both"},
		{"a base that is none", "convert data.ttl --to nt --base data", "--base:"},
		{"a context without a file", "convert data.ttl --to nt --context https://example.org/context", "want URL=FILE"},
		{"a context that is not there", "convert data.ttl --to nt --context https://example.org/context=none.json", "--context: open none.json"},
		{"a context that is none", "convert data.ttl --to nt --context https://example.org/context=context.json", "want an object with a member @context"},
		{"a context to write that is none", "convert data.ttl --to jsonld --compact-with context.json", "--compact-with context.json"},
		{"a context to write that is not there", "convert data.ttl --to jsonld --compact-with none.json", "--compact-with: open none.json"},
		{"a file that is not there", "convert none.ttl --to nt", "open none.ttl"},
		{"shapes that are not there", "validate -s none.ttl data.ttl", "open none.ttl"},
		{"a file that is broken", "convert broken.ttl --to turtle", "broken.ttl: line 2, column"},
		{"data that is broken", "validate -s shapes.ttl broken.ttl", "broken.ttl: line 2, column"},
		{"shapes that are ill-formed", "validate -s illformed.ttl data.ttl", "shapes graph:"},
		{"graphs for a format without", "convert quads.trig --to turtle", "Turtle has no named graphs, and the statement is in <a:g>"},
		{"graphs for a format without, a line at a time", "convert quads.trig --to nt", "N-Triples has no named graphs, and the statement is in <a:g>"},
		{"a context that nobody gave", "convert remote.jsonld --to nt", "contexts are never fetched"},
		{"a directory that is not there", "convert data.ttl -o none/data.nt", "none"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hydrant(t, dir, "", strings.Fields(tt.args)...)
			if got.code != 2 || got.stdout != "" || !strings.HasPrefix(got.stderr, "hydrant: ") || !strings.Contains(got.stderr, tt.want) {
				t.Errorf("exit code %d\nstdout: %s\nstderr: %s\nwant: %s", got.code, got.stdout, got.stderr, tt.want)
			}
		})
	}
}

func TestHelpAndVersion(t *testing.T) {
	for args, want := range map[string]string{
		"--help": "Examples:", "validate --help": "--shapes=FILE", "convert --help": "--compact-with=FILE", "version": "hydrant ",
	} {
		if got := hydrant(t, "", "", strings.Fields(args)...); got.code != 0 || !strings.Contains(got.stdout, want) || got.stderr != "" {
			t.Errorf("%s: exit code %d\n%s\n%s", args, got.code, got.stdout, got.stderr)
		}
	}
}

// pipe starts the program with a stdin and a stdout to hold on to.
func pipe(t *testing.T, dir string, args ...string) (*exec.Cmd, io.WriteCloser, io.Reader) {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, args...)
	command.Dir = dir
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, stdin, stdout
}
