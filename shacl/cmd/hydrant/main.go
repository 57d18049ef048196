// Hydrant validates RDF data by SHACL shapes, and converts RDF between its syntaxes: Turtle, TriG, N-Triples, N-Quads,
// RDF/XML and JSON-LD. It needs no API, and no network: nothing is ever fetched.
//
//	go run github.com/hydrant-ld/hydrant/shacl/cmd/hydrant@latest validate --shapes shapes.ttl data.ttl
//	go install github.com/hydrant-ld/hydrant/shacl/cmd/hydrant@latest
//
// # Commands
//
//	validate   say whether data conforms to shapes (SHACL Core), and where it does not
//	convert    write data in another syntax
//	version    print the version
//
// A file is read in the syntax that its extension tells (.ttl, .trig, .nt, .nq, .rdf, .jsonld and others) unless --from names
// one, and decompressed when gzip has compressed it (data.ttl.gz); the file "-" is stdin. Several files are read as one, with
// their blank nodes kept apart. Relative references are resolved against the address of the file unless --base gives another
// one. JSON-LD contexts come from the document, or from the files that --context names.
//
// Between N-Triples and N-Quads, and into them from Turtle, TriG and RDF/XML, convert needs no more memory for a large file
// than for a small one. The other syntaxes are written when all is read.
//
// # Exit codes
//
//	| code | meaning                                                                                        |
//	|------|------------------------------------------------------------------------------------------------|
//	| 0    | done; for validate: the data conforms                                                          |
//	| 1    | the data does not conform                                                                      |
//	| 2    | it could not be done: the command line can't be understood, a file can't be read, shapes are ill-formed |
//
// # Output
//
// What a command makes goes to stdout, or to the file that -o names, which is written whole or not at all, and compressed when
// its name ends in .gz; what it says goes to stderr, where a terminal shows progress.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Exit codes.
const (
	exitOK            = 0
	exitNotConforming = 1
	exitFailure       = 2
)

// errNotConforming says that data does not conform: the report has told everything.
var errNotConforming = errors.New("the data does not conform")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	s := streams{os.Stdin, os.Stdout, os.Stderr}
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, os.Args[1:], s) }()
	select {
	case code := <-ended:
		os.Exit(code)
	case <-ctx.Done():
	}
	stop() // the next signal is not caught any more
	select {
	case code := <-ended:
		os.Exit(code)
	case <-time.After(grace):
		s.say("interrupted")
		os.Exit(exitFailure)
	}
}

// grace is how long a command has to end when it is interrupted: it may wait for stdin, which nothing ends.
const grace = time.Second

// streams are those of the process.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// say writes a line for the person at the keyboard.
func (s streams) say(format string, args ...any) {
	_, _ = fmt.Fprintf(s.err, "hydrant: "+format+"\n", args...)
}

// command is what a command line means.
type command interface {
	run(ctx context.Context, s streams) error
}

// run runs the program on its arguments and returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	command, code := parse(args, s)
	if command == nil {
		return code
	}
	err := command.run(ctx, s)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNotConforming):
		return exitNotConforming
	case ctx.Err() != nil && errors.Is(err, context.Cause(ctx)):
		s.say("interrupted")
	default:
		s.say("%v", err)
	}
	return exitFailure
}
