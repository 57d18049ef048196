package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/internal/progress"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// inputOptions are the options about what is read.
type inputOptions struct {
	From    string   `placeholder:"FORMAT" help:"Syntax of the data: turtle, trig, ntriples, nquads, rdfxml or jsonld. Default: what the extension of the file tells."`
	Base    string   `placeholder:"IRI" help:"What relative references are resolved against. Default: the address of the file."`
	Context []string `placeholder:"URL=FILE" sep:"none" help:"A JSON-LD context that documents refer to by URL, and the file that has it. May be repeated."`
}

const (
	stdinName = "-"
	// compressed is what the names of files end in that are compressed.
	compressed = ".gz"
)

// input reads files.
type input struct {
	streams
	processor *jsonld.Processor
	formats   rdf.FormatSet
	// from is the format of the data, the zero Format when files tell.
	from rdf.Format
	base vocab.IRI
	// prefixes are those of the documents that were read.
	prefixes *vocab.Prefixes
}

// limits are for documents that somebody has as files: they stop runaways, nothing else.
func limits() rdf.Limits { return rdf.Limits{Token: 256 << 20, Depth: 1000} }

func (o *inputOptions) input(ctx context.Context, s streams) (*input, error) {
	config := jsonld.Config{Limits: jsonld.OwnLimits(), Contexts: map[string][]byte{}}
	for _, value := range o.Context {
		// A URL may have an equals sign, and so may a file: the last one that a file follows is meant.
		name, file, ok := strings.Cut(value, "=")
		for ok {
			if _, err := os.Stat(file); err == nil || !strings.Contains(file, "=") {
				break
			}
			more, rest, _ := strings.Cut(file, "=")
			name, file = name+"="+more, rest
		}
		if !ok || name == "" || file == "" {
			return nil, fmt.Errorf("--context %s: want URL=FILE", value)
		}
		document, err := os.ReadFile(file) //nolint:gosec // the person at the keyboard names it
		if err != nil {
			return nil, fmt.Errorf("--context: %w", err)
		}
		config.Contexts[name] = document
	}
	processor, err := jsonld.NewProcessor(config)
	if err != nil {
		return nil, fmt.Errorf("--context: %w", err)
	}
	in := &input{streams: s, processor: processor, formats: append(rdf.Formats(), jsonld.Format(ctx, processor)), base: vocab.IRI(o.Base)}
	if o.Base != "" {
		if err := vocab.CheckIRI(o.Base); err != nil {
			return nil, fmt.Errorf("--base: %w", err)
		}
	}
	if o.From != "" {
		in.from, err = in.formatNamed("--from", o.From)
	}
	return in, err
}

// formatNamed is the format that an option names.
func (in *input) formatNamed(option, name string) (rdf.Format, error) {
	if format, ok := in.formats.ByName(name); ok {
		return format, nil
	}
	return rdf.Format{}, oneOf(option, name, in.formats.Names())
}

// dataFormat is the format of a file of data: what the option says counts more than the extension.
func (in *input) dataFormat(file string) (rdf.Format, error) {
	if in.from.Read != nil {
		return in.from, nil
	}
	return in.formatOf(file)
}

// shapesFormat is the format of a file of shapes: the option is about data, and counts where the extension tells nothing.
func (in *input) shapesFormat(file string) (rdf.Format, error) {
	format, err := in.formatOf(file)
	if err != nil && in.from.Read != nil {
		return in.from, nil
	}
	return format, err
}

func (in *input) formatOf(file string) (rdf.Format, error) {
	if file == stdinName {
		return rdf.Format{}, fmt.Errorf("stdin has no extension to tell its syntax: want --from, one of %s", strings.Join(in.formats.Names(), ", "))
	}
	format, ok := in.formats.ByFile(strings.TrimSuffix(file, compressed))
	if !ok {
		var extensions []string
		for _, f := range in.formats {
			extensions = append(extensions, f.Extensions...)
		}
		return format, fmt.Errorf("%s: its extension tells no syntax: want --from, or one of %s", file, strings.Join(extensions, " "))
	}
	return format, nil
}

// read yields the statements of files one after the other, blank nodes kept apart. All formats are known before anything is
// read.
func (in *input) read(ctx context.Context, files []string, formatOf func(string) (rdf.Format, error)) (iter.Seq2[rdf.Quad, error], error) {
	if n := len(files) - len(slices.DeleteFunc(slices.Clone(files), func(file string) bool { return file == stdinName })); n > 1 {
		return nil, errors.New("stdin can be read once only")
	}
	documents := make([]iter.Seq2[rdf.Quad, error], len(files))
	for i, file := range files {
		format, err := formatOf(file)
		if err != nil {
			return nil, err
		}
		documents[i] = in.document(ctx, file, format)
	}
	return rdf.Concat(documents...), nil
}

// document yields the statements of a file. Errors name it.
func (in *input) document(ctx context.Context, file string, format rdf.Format) iter.Seq2[rdf.Quad, error] {
	return func(yield func(rdf.Quad, error) bool) {
		source, name, base := io.NopCloser(in.in), "stdin", in.base
		if file != stdinName {
			opened, err := os.Open(file) //nolint:gosec // the person at the keyboard names it
			if err != nil {
				yield(rdf.Quad{}, err)
				return
			}
			source, name = opened, file
			if base == "" {
				base = addressOf(file)
			}
		}
		defer source.Close()
		bar := progress.NewReader(source, in.err, "Reading "+name)
		defer bar.Finish() //nolint:errcheck // a bar that can't be removed is only ugly
		document, err := decompressed(bar)
		if err != nil {
			yield(rdf.Quad{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		n := 0
		for q, err := range format.Read(document, rdf.Options{Base: base, Limits: limits(), Prefixes: in.remember}) {
			if n++; n%1024 == 0 && ctx.Err() != nil {
				err = context.Cause(ctx)
			}
			if err != nil {
				if file == stdinName && base == "" && strings.Contains(err.Error(), "no base") {
					err = fmt.Errorf("%w (--base gives stdin one)", err)
				}
				yield(rdf.Quad{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			if !yield(q, nil) {
				return
			}
		}
	}
}

// decompressed is what was compressed by gzip, or a document as it is: none begins with the two bytes that gzip does.
func decompressed(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(r)
	if start, _ := buffered.Peek(2); string(start) != "\x1f\x8b" {
		return buffered, nil // which returns the error, too
	}
	return gzip.NewReader(buffered)
}

// addressOf is the file URL of a file.
func addressOf(file string) vocab.IRI {
	absolute, err := filepath.Abs(file)
	if err != nil {
		return ""
	}
	path := filepath.ToSlash(absolute)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/data
	}
	return vocab.IRI((&url.URL{Scheme: "file", Path: path}).String())
}

// mostPrefixes bounds the prefixes that are remembered.
const mostPrefixes = 500

// remember keeps a prefix of a document, for what is written. The first of several meanings counts. The empty prefix becomes
// "ns".
func (in *input) remember(prefix string, namespace vocab.IRI) {
	if prefix == "" {
		prefix = "ns"
	}
	n := 0
	for _, known := range in.prefixes.All() {
		if n++; known == string(namespace) || n > mostPrefixes {
			return
		}
	}
	if more, err := in.prefixes.With(prefix, string(namespace)); err == nil {
		in.prefixes = more
	}
}

// allPrefixes are the prefixes of the documents that were read, and the usual ones for namespaces that these have none for.
func (in *input) allPrefixes() *vocab.Prefixes {
	for prefix, namespace := range vocab.StandardPrefixes().All() {
		in.remember(prefix, vocab.IRI(namespace))
	}
	return in.prefixes
}
