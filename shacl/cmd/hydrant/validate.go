package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/hydrant-ld/hydrant/internal/progress"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// validateCommand says whether data conforms to shapes.
type validateCommand struct {
	Files  []string `arg:"" name:"data" sep:"none" help:"The data; - is stdin. Several files are validated as one graph."`
	Shapes []string `short:"s" required:"" placeholder:"FILE" sep:"none" help:"The shapes. May be repeated: the files are read as one graph."`
	inputOptions
	Format          string   `default:"text" placeholder:"FORMAT" help:"How to report: text (for people, the default), turtle, jsonld (the sh:ValidationReport) or json."`
	Output          string   `short:"o" placeholder:"FILE" help:"Where to report; stdout unless given."`
	MaxResults      int      `placeholder:"N" help:"Stop after so many results. Default: all."`
	Severity        string   `default:"info" placeholder:"LEVEL" help:"What counts: violation, warning (and violations) or info (everything, the default)."`
	Language        []string `placeholder:"TAG" help:"Languages of the messages, best first. Default: en."`
	SkipUnsupported bool     `help:"Leave out what is not SHACL Core, such as SPARQL constraints, with a warning. Otherwise it is an error."`
	Recursive       bool     `help:"Take shapes that contain themselves, on which SHACL is silent, such as those of Go types that nest themselves: they are followed to a bounded depth. Otherwise it is an error."`
}

// Help is what --help of the command says beside the options.
func (*validateCommand) Help() string {
	return `The exit code is 0 when the data conforms, 1 when it does not, 2 when that could not be found out. Named graphs are validated as
one graph with the default graph. Nothing is fetched and nothing inferred but rdfs:subClassOf: give vocabularies as data.

Examples:

  validate --shapes shapes.ttl data.ttl
  validate --shapes dcat-ap.ttl --severity violation --max-results 100 catalog.rdf
  validate --shapes shapes.ttl --format json - --from ntriples < data.nt`
}

func (c *validateCommand) check() error {
	if err := oneOf("--format", c.Format, []string{"text", "turtle", "jsonld", "json"}); err != nil {
		return err
	}
	if err := oneOf("--severity", c.Severity, []string{"violation", "warning", "info"}); err != nil {
		return err
	}
	if c.MaxResults < 0 {
		return fmt.Errorf("--max-results %d: want a number from 1, or nothing for all results", c.MaxResults)
	}
	if slices.Contains(c.Files, stdinName) && slices.Contains(c.Shapes, stdinName) {
		return errors.New("stdin can be read once only: as data or as shapes")
	}
	return nil
}

func (c *validateCommand) run(ctx context.Context, s streams) error {
	if err := c.check(); err != nil {
		return err
	}
	in, err := c.input(ctx, s)
	if err != nil {
		return err
	}
	shapesQuads, err := in.read(ctx, c.Shapes, in.shapesFormat)
	if err != nil {
		return err
	}
	dataQuads, err := in.read(ctx, c.Files, in.dataFormat)
	if err != nil {
		return err
	}
	shapes, err := c.compile(s, shapesQuads)
	if err != nil {
		return err
	}
	data, err := rdf.ReadGraph(triples(dataQuads))
	if err != nil {
		return err
	}
	report, err := c.validate(ctx, s, shapes, data)
	if err != nil {
		return err
	}
	if err := writeOutput(ctx, s, c.Output, func(w io.Writer) error { return c.write(w, report, in.allPrefixes()) }); err != nil {
		return err
	}
	if !report.Conforms() {
		return errNotConforming
	}
	return nil
}

// triples are statements without their graphs.
func triples(quads iter.Seq2[rdf.Quad, error]) iter.Seq2[rdf.Triple, error] {
	return func(yield func(rdf.Triple, error) bool) {
		for q, err := range quads {
			if !yield(q.Triple, err) {
				return
			}
		}
	}
}

func (c *validateCommand) compile(s streams, quads iter.Seq2[rdf.Quad, error]) (*core.Shapes, error) {
	g, err := rdf.ReadGraph(triples(quads))
	if err != nil {
		return nil, err
	}
	shapes, err := core.Compile(g, core.Config{SkipUnsupported: c.SkipUnsupported, Recursive: c.Recursive})
	if err != nil {
		return nil, err
	}
	for _, warning := range shapes.Warnings() {
		s.say("warning: shapes graph: %v", warning)
	}
	if shapes.Len() == 0 {
		s.say("warning: there are no shapes in the shapes graph: everything conforms")
	}
	return shapes, nil
}

// validate makes the report, of what is severe enough.
func (c *validateCommand) validate(ctx context.Context, s streams, shapes *core.Shapes, data *rdf.Graph) (*core.Report, error) {
	defer progress.Note(s.err, "Validating %d statements …", data.Len())()
	lenient := map[string][]vocab.IRI{"violation": {vocab.SHWarning, vocab.SHInfo}, "warning": {vocab.SHInfo}}[c.Severity]
	options := core.Options{MaxResults: c.MaxResults}
	if len(lenient) > 0 {
		options.MaxResults = 0 // what does not count must not take the place of what does
	}
	report, err := shapes.Validate(ctx, data, options)
	if err != nil || len(lenient) == 0 {
		return report, err
	}
	report.Results = slices.DeleteFunc(report.Results, func(r core.Result) bool { return slices.Contains(lenient, r.Severity) })
	if c.MaxResults > 0 && len(report.Results) > c.MaxResults {
		report.Results, report.Truncated = report.Results[:c.MaxResults], true
	}
	return report, nil
}

func (c *validateCommand) write(w io.Writer, report *core.Report, prefixes *vocab.Prefixes) error {
	switch c.Format {
	case "turtle":
		return rdf.WriteTurtle(w, report.Triples(), prefixes)
	case "jsonld":
		var b rdf.DatasetBuilder
		for _, t := range report.Triples() {
			b.Add(rdf.Quad{Triple: t})
		}
		return jsonld.Write(w, b.Dataset(), prefixes)
	case "json":
		return writeJSON(w, report, c.Language)
	default:
		return report.WriteText(w, core.TextOptions{Prefixes: prefixes, Languages: c.Language})
	}
}
