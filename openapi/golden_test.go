package openapi_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/hydrant-ld/hydrant/openapi"
)

var update = flag.Bool("update", false, "write the golden files")

// The golden documents are also checked with the validators of go-swagger, of swagger-parser and of Spectral, by the
// continuous integration.
func TestDocumentsAreAsTheyWere(t *testing.T) {
	written := writable(t)
	context, err := openapi.MetadataContext(compile(t, config(t)))
	if err != nil {
		t.Fatal(err)
	}
	read, _ := openapi3Of(t, config(t))
	write, _ := openapi3Of(t, written)
	for name, got := range map[string][]byte{
		"read.openapi.json":  read,
		"write.openapi.json": write,
		"read.swagger.json":  swagger(t, config(t)),
		"write.swagger.json": swagger(t, written),
		"metadata.jsonld":    context,
	} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has changed: run the test with -update and look at the difference", file)
		}
	}
}
