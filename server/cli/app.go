package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/netip"
	"os"
	"os/signal"
	"syscall"

	"github.com/hydrant-ld/hydrant/server"
)

// App is a program that serves an API. Name and New are required.
type App struct {
	// Name is that of the program, Description says in a sentence what it serves, Version is that of the program.
	Name, Description, Version string
	// Path is the path of the API's base URL, "/api", from which a base URL is made when none is given. Empty is the root.
	Path string
	// Addr is where the API is served unless the command line says otherwise: "localhost:8080" when it is empty.
	Addr string
	// New makes the server. The context ends when the program is told to stop. It is called once for each run.
	New func(context.Context, Settings) (*server.Server, error)
}

// Settings are what the command line says about the API that a program makes. The zero value of everything but BaseURL
// works, so that tests can make the same API.
type Settings struct {
	// BaseURL is the public address of the entry point.
	BaseURL string
	// Logger is for [server.Config].Logger. It is nil when nothing is to be logged.
	Logger *slog.Logger
	// TrustedProxies and Links are for the fields of [server.Config] with these names.
	TrustedProxies []netip.Prefix
	Links          server.LinkStyle
	// Data are the files to load instead of what the program brings along, as --data names them: FILE, or CLASS=FILE. See
	// [Load].
	Data []string
	// Stdin is what the file "-" is; os.Stdin unless given. Stderr is where progress and rejected records are reported;
	// nowhere unless given.
	Stdin  io.Reader
	Stderr io.Writer

	// taken notes which of Data were loaded.
	taken map[string]bool
}

// Exit codes.
const (
	// ExitOK: done.
	ExitOK = 0
	// ExitFailure: it failed.
	ExitFailure = 1
	// ExitUsage: the command line can't be understood.
	ExitUsage = 2
)

// Main runs the program on the process's arguments, environment and streams, and ends the process with an exit code. SIGINT
// and SIGTERM end it in an orderly way, a second one at once.
func Main(app App) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the next signal is not caught any more
	code := Run(ctx, app, os.Args[1:], os.LookupEnv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Run runs the program on the given arguments (without its name), environment (as [os.LookupEnv] tells it) and streams, until
// it is done or the context ends, and returns the exit code. It touches nothing else of the process, so that tests can run it
// and a program can mount it below a command of its own.
func Run(ctx context.Context, app App, args []string, env func(string) (string, bool), stdin io.Reader, stdout, stderr io.Writer) int {
	if app.Addr == "" {
		app.Addr = "localhost:8080"
	}
	r := &run{app: app, stdin: stdin, stdout: stdout, stderr: stderr}
	if app.New == nil || app.Name == "" {
		r.say("cli.App has no Name or no New: want both")
		return ExitFailure
	}
	command, code := r.parse(args, env)
	if command == nil {
		return code
	}
	err := command.run(ctx, r)
	if err == nil {
		return ExitOK
	}
	var known *exitError
	switch {
	case errors.As(err, &known):
		r.say("%s: %v", app.Name, known.err)
		return known.code
	case ctx.Err() != nil && errors.Is(err, context.Cause(ctx)):
		r.say("%s: interrupted", app.Name)
		return ExitFailure
	}
	r.say("%s: %v", app.Name, err)
	return ExitFailure
}

// run is one run of the program.
type run struct {
	app    App
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	// baseURL is the value of the option.
	baseURL string
}

// command is what a command line means.
type command interface {
	run(ctx context.Context, r *run) error
}

// exitError is an error with an exit code of its own.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// usage is the error of a command line that can't be understood.
func usage(format string, args ...any) error {
	return &exitError{ExitUsage, fmt.Errorf(format, args...)}
}

// say writes a line for the person at the keyboard.
func (r *run) say(format string, args ...any) { _, _ = fmt.Fprintf(r.stderr, format+"\n", args...) }

// make makes the server.
func (r *run) make(ctx context.Context, s Settings) (*server.Server, error) {
	s.Stdin, s.Stderr, s.taken = r.stdin, r.stderr, map[string]bool{}
	made, err := r.app.New(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, value := range s.Data {
		if !s.taken[value] {
			class, _ := splitData(value)
			if class == "" {
				return nil, usage("--data %s: the program loads one file for each class: write CLASS=FILE", value)
			}
			return nil, usage("--data %s: the program loads no class %q", value, class)
		}
	}
	return made, nil
}

// describe makes the server for a command that serves nothing: its documents are those of the usual address.
func (r *run) describe(ctx context.Context) (*server.Server, error) {
	base := r.baseURL
	if base == "" {
		base = r.derivedBase(r.app.Addr)
	}
	return r.make(ctx, Settings{BaseURL: base})
}
