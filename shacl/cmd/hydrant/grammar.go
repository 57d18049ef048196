package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/hydrant-ld/hydrant/vocab"
)

// grammar is what the library reads a command line into.
type grammar struct {
	Validate validateCommand `cmd:"" help:"Say whether data conforms to SHACL shapes, and where it does not."`
	Convert  convertCommand  `cmd:"" help:"Write data in another syntax."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

const description = `Validates RDF by SHACL shapes, and converts it between syntaxes.

Examples:

  hydrant validate --shapes shapes.ttl data.ttl more.jsonld
  hydrant validate -s shapes.ttl --format json - --from nquads < data.nq
  hydrant convert --to turtle data.rdf
  hydrant convert data.ttl -o data.nt`

// parse reads the arguments. Without a command there is nothing more to do, and the code is how it ended.
func parse(args []string, s streams) (command, int) {
	var g grammar
	done := false
	parser, err := kong.New(&g,
		kong.Name("hydrant"),
		kong.Description(description),
		kong.Writers(s.out, s.err),
		kong.Exit(func(int) { done = true }), // after --help
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		s.say("%v", err)
		return nil, exitFailure
	}
	ctx, err := parser.Parse(args)
	switch {
	case done:
		return nil, exitOK
	case err != nil:
		s.say("%v", explain(err))
		s.say("run \"hydrant --help\" for what there is")
		return nil, exitFailure
	}
	switch name, _, _ := strings.Cut(ctx.Command(), " "); name {
	case "validate":
		return &g.Validate, exitOK
	case "convert":
		return &g.Convert, exitOK
	default:
		return &g.Version, exitOK
	}
}

// explain says what is wrong with a word that is no command.
func explain(err error) error {
	if word, ok := strings.CutPrefix(err.Error(), "unexpected argument "); ok {
		word, _, _ = strings.Cut(word, ", did you mean")
		return oneOf("there is no command", word, []string{"validate", "convert", "version"})
	}
	return err
}

// oneOf checks a value, of which it says what it is.
func oneOf(what, value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	if closest, ok := vocab.Closest(value, values); ok {
		return fmt.Errorf("%s %s: did you mean %s?", what, value, closest)
	}
	return fmt.Errorf("%s %s: want one of %s", what, value, strings.Join(values, ", "))
}

// versionCommand prints the version.
type versionCommand struct{}

func (*versionCommand) run(_ context.Context, s streams) error {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(s.out, "hydrant %s (%s)\n", version, runtime.Version())
	return err
}
