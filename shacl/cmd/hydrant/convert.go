package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// convertCommand writes data in another syntax.
type convertCommand struct {
	Files []string `arg:"" name:"file" sep:"none" help:"What is read; - is stdin."`
	inputOptions
	To          string `placeholder:"FORMAT" help:"Syntax to write: turtle, trig, ntriples, nquads, rdfxml or jsonld. Default: what the extension of -o tells."`
	Output      string `short:"o" placeholder:"FILE" help:"Where to write; stdout unless given."`
	Expanded    bool   `help:"Write JSON-LD in expanded form, not with prefixes."`
	CompactWith string `placeholder:"FILE" help:"Write JSON-LD in compacted form under the context in a file."`
}

// Help is what --help of the command says beside the options.
func (*convertCommand) Help() string {
	return `Several files are written as one, with their blank nodes kept apart. Turtle, N-Triples and RDF/XML have no named graphs.

Examples:

  convert data.ttl --to ntriples
  convert data.rdf more.jsonld -o all.trig
  convert data.ttl.gz -o data.nq.gz
  curl -s https://example.org/data | hydrant convert - --from turtle --base https://example.org/data --to jsonld`
}

func (c *convertCommand) run(ctx context.Context, s streams) error {
	in, err := c.input(ctx, s)
	if err != nil {
		return err
	}
	to, err := c.target(in)
	if err != nil {
		return err
	}
	quads, err := in.read(ctx, c.Files, in.dataFormat)
	if err != nil {
		return err
	}
	return writeOutput(ctx, s, c.Output, func(w io.Writer) error {
		switch {
		case to.Append != nil:
			return copyLines(w, quads, to)
		case c.CompactWith != "":
			return c.compact(ctx, w, in, quads, to)
		}
		all, err := collect(quads)
		if err != nil {
			return err
		}
		var prefixes *vocab.Prefixes
		if !c.Expanded {
			prefixes = in.allPrefixes()
		}
		return to.Write(w, all, prefixes)
	})
}

// target is the format to write.
func (c *convertCommand) target(in *input) (to rdf.Format, err error) {
	switch {
	case c.To != "":
		to, err = in.formatNamed("--to", c.To)
	case c.Output == "" || c.Output == stdinName:
		err = fmt.Errorf("want --to, one of %s, or -o with a file whose extension tells", strings.Join(in.formats.Names(), ", "))
	default:
		found, ok := in.formats.ByFile(strings.TrimSuffix(c.Output, compressed))
		if to = found; !ok {
			err = fmt.Errorf("-o %s: its extension tells no syntax: want --to, one of %s", c.Output, strings.Join(in.formats.Names(), ", "))
		}
	}
	if err == nil && to.Name != "jsonld" && (c.Expanded || c.CompactWith != "") {
		err = fmt.Errorf("--expanded and --compact-with are for JSON-LD, and %s is to be written", to.Title)
	}
	if err == nil && c.Expanded && c.CompactWith != "" {
		err = errors.New("want --expanded or --compact-with, not both")
	}
	return to, err
}

// copyLines writes statements as they come.
func copyLines(w io.Writer, quads iter.Seq2[rdf.Quad, error], to rdf.Format) error {
	var line []byte
	for q, err := range quads {
		if err != nil {
			return err
		}
		if line, err = to.Append(line[:0], q); err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func collect(quads iter.Seq2[rdf.Quad, error]) ([]rdf.Quad, error) {
	var all []rdf.Quad
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

// compact writes JSON-LD under a context of one's own.
func (c *convertCommand) compact(ctx context.Context, w io.Writer, in *input, quads iter.Seq2[rdf.Quad, error], to rdf.Format) error {
	under, err := os.ReadFile(c.CompactWith)
	if err != nil {
		return fmt.Errorf("--compact-with: %w", err)
	}
	all, err := collect(quads)
	if err != nil {
		return err
	}
	var expanded, indented bytes.Buffer
	if err := to.Write(&expanded, all, nil); err != nil {
		return err
	}
	base := in.base
	if base == "" {
		base = "relative:/"
	}
	compacted, err := in.processor.Compact(ctx, expanded.Bytes(), string(base), under)
	if err != nil {
		return fmt.Errorf("--compact-with %s: %w", c.CompactWith, err)
	}
	if err := json.Indent(&indented, compacted, "", "  "); err != nil {
		return err
	}
	indented.WriteByte('\n')
	_, err = indented.WriteTo(w)
	return err
}
