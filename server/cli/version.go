package cli

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

// versionCommand prints the version.
type versionCommand struct{}

// module is the framework's path in the list of modules that a program was built from.
const module = "github.com/hydrant-ld/hydrant"

func (*versionCommand) run(_ context.Context, r *run) error {
	framework := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range info.Deps {
			if dependency.Path == module {
				framework = dependency.Version
			}
		}
	}
	_, err := fmt.Fprintf(r.stdout, "%s %s (hydrant %s, %s)\n", r.app.Name, cmp.Or(r.app.Version, "(devel)"), framework, runtime.Version())
	return err
}
