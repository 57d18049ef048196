package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/servertest"
)

func TestTheDeclarationLacksNothing(t *testing.T) {
	for _, finding := range servertest.Lint(made(t)) {
		if finding.Rule == "version-in-path" { // the document that it is an example of has /api
			continue
		}
		t.Error(finding)
	}
}

func TestThreeRealEventsAreRejectedWithLineAndReason(t *testing.T) {
	var stderr bytes.Buffer
	_, err := newAPI(t.Context(), cli.Settings{BaseURL: base, Data: []string{conferences(t)}, Stderr: &stderr})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	want := []string{
		"line 1039 (developerweek-2018-11-06): url: ",
		"line 1947 (developerweek-austin-tx-2019-11-05): url: ",
		"line 3512 (swiftconf-2022-08-17): callForPapers.url: ",
		": 6008 loaded, 3 rejected",
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), stderr.String())
	}
	for i, line := range lines {
		if !strings.Contains(line, want[i]) {
			t.Errorf("%s, want %q in it", line, want[i])
		}
		if i < 3 && !strings.Contains(line, "%20") {
			t.Errorf("%s: does not say what would be right", line)
		}
	}
}

// TestTheProgramHasItsCommands runs the program as main does.
func TestTheProgramHasItsCommands(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"routes", "GET  /api/events/{id}"},
		{"export openapi2", `"basePath": "/api"`},
		{"export hydra --format turtle", "hydra:ApiDocumentation"},
		{"export shacl --format ntriples", "<http://www.w3.org/ns/shacl#targetClass> <https://schema.org/Event>"},
		{"export context", `"schema":"https://schema.org/"`},
		{"export entrypoint", `"@type":["EntryPoint","dcat:DataService"]`},
		{"version", "events " + version},
	} {
		var stdout bytes.Buffer
		code := cli.Run(context.Background(), app(), strings.Fields(row.args), func(string) (string, bool) { return "", false },
			strings.NewReader(""), &stdout, io.Discard)
		if code != cli.ExitOK || !strings.Contains(stdout.String(), row.want) {
			t.Errorf("%s: code %d, want %q in\n%.2000s", row.args, code, row.want, stdout.String())
		}
	}
}
