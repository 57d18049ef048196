package cli_test

import (
	"context"
	"os"
	"strings"

	"github.com/hydrant-ld/hydrant/server/cli"
)

// A program calls [cli.Main] in its main function; [cli.Run] does the same without touching the process.
func ExampleRun() {
	app := library(false, described())
	none := func(string) (string, bool) { return "", false }
	cli.Run(context.Background(), app, []string{"lint", "--strict"}, none, strings.NewReader(""), os.Stdout, os.Stdout)
	// Output:
	// info     coverage  Metadata.Temporal: the period that the data cover is not known; give its Start, its End, or both
	// info     coverage  Metadata.Spatial: the area that the data cover is not known; give its IRI or its WKT
	// info     release-dates  Metadata.Issued: the day of the first release is not known; give it
	// info     release-dates  Metadata.Modified: the day of the latest release is not known; give it
	// info     access-rights  Metadata.AccessRights: nobody knows who may use the data; give hydra.AccessPublic, AccessRestricted or AccessNonPublic
	// info     themes  Metadata.Themes: portals can't sort the data in; give one or more, such as hydra.ThemeEducation
	// info     version-in-path  BaseURL: http://localhost:8080/lib says not which major version of the API is there; give it a path that ends in one, such as "/v1"
	// library: lint: no errors, no warnings
}
