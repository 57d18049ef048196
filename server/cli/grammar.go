package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/hydrant-ld/hydrant/vocab"
)

// grammar is what the library reads a command line into.
type grammar struct {
	BaseURL string `name:"base-url" placeholder:"URL" help:"Public address of the entry point, as clients see it."`

	Serve   serveCommand   `cmd:"" default:"withargs" help:"Serve the API until it is interrupted (the default)."`
	Export  exportCommand  `cmd:"" help:"Write a document of the API."`
	Routes  routesCommand  `cmd:"" help:"List what is served: method, path, operationId."`
	Lint    lintCommand    `cmd:"" help:"Say what the declarations lack."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// variable is the environment variable of an option.
func variable(option string) string {
	return "HYDRANT_" + strings.ToUpper(strings.ReplaceAll(option, "-", "_"))
}

// parse reads the arguments. Without a command there is nothing more to do, and the code is how it ended.
func (r *run) parse(args []string, env func(string) (string, bool)) (command, int) {
	var g grammar
	done := false
	parser, err := kong.New(&g,
		kong.Name(r.app.Name),
		kong.Description(r.description()),
		kong.Vars{"addr": r.app.Addr},
		kong.Writers(r.stdout, r.stderr),
		kong.Exit(func(int) { done = true }), // after --help
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.ValueFormatter(helpText),
		kong.Resolvers(kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
			if flag.Name == "help" {
				return nil, nil
			}
			if value, ok := env(variable(flag.Name)); ok {
				return value, nil
			}
			return nil, nil
		})),
	)
	if err != nil {
		r.say("%s: %v", r.app.Name, err)
		return nil, ExitFailure
	}
	ctx, err := parser.Parse(args)
	switch {
	case done:
		return nil, ExitOK
	case err != nil:
		r.say("%s: %v", r.app.Name, explain(err, env))
		r.say("Run \"%s --help\" for what there is.", r.app.Name)
		return nil, ExitUsage
	}
	r.baseURL = g.BaseURL
	switch name, _, _ := strings.Cut(ctx.Command(), " "); name {
	case "serve":
		return &g.Serve, ExitOK
	case "export":
		return &g.Export, ExitOK
	case "routes":
		return &g.Routes, ExitOK
	case "lint":
		return &g.Lint, ExitOK
	default:
		return &g.Version, ExitOK
	}
}

func commands() []string { return []string{"serve", "export", "routes", "lint", "version"} }

// explain says what a mistake may come from: a misspelt command, or a value from the environment.
func explain(err error, env func(string) (string, bool)) error {
	var parse *kong.ParseError
	if !errors.As(err, &parse) || parse.Context == nil {
		return err
	}
	if word, ok := strings.CutPrefix(err.Error(), "unexpected argument "); ok {
		if command, ok := vocab.Closest(word, commands()); ok {
			return fmt.Errorf("there is no command %q: did you mean %q?", word, command)
		}
		return fmt.Errorf("%q has no place here; the commands are %s", word, strings.Join(commands(), ", "))
	}
	for _, flag := range parse.Context.Flags() {
		if _, ok := env(variable(flag.Name)); ok && strings.Contains(err.Error(), "--"+flag.Name) {
			return fmt.Errorf("%w (unless the command line has it, the value is that of %s)", err, variable(flag.Name))
		}
	}
	return err
}

// helpText is the help of an option with its environment variable.
func helpText(value *kong.Value) string {
	if value.Flag == nil || value.Flag.Name == "help" {
		return value.Help
	}
	return strings.TrimSuffix(value.Help, ".") + " (" + variable(value.Flag.Name) + ")."
}

func (r *run) description() string {
	name := r.app.Name
	examples := []string{
		name + "                                      serve on " + r.app.Addr,
		name + " --addr :80 --base-url https://data.example.org" + r.app.Path,
		name + " --data records.ndjson                serve the records of a file",
		name + " export openapi2 -o swagger.json      write the OpenAPI 2.0 document",
		name + " export shacl --format turtle         write the shapes as Turtle",
		name + " lint                                 say what the declarations lack",
	}
	return strings.TrimSpace(r.app.Description + "\n\nEvery option is also an environment variable; an option on the command line wins.\n\nExamples:\n\n  " +
		strings.Join(examples, "\n  "))
}
