package rdf

import (
	"fmt"
	"io"
	"iter"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Format is a syntax for RDF: what it is called, and how it is read and written. [Formats] returns those of this package;
// other packages make more, and a program keeps those that it offers in a [FormatSet]. A Format is not written once it is
// made, and may be used by any number of goroutines.
type Format struct {
	// Name is what a command line calls the format, such as "ntriples", Title what a person does, such as "N-Triples".
	Name, Title string
	// MediaTypes are the media types, the registered one first, without parameters; Extensions what file names end in, the
	// usual one first, with the dot. Both are in lower case.
	MediaTypes, Extensions []string
	// Graphs says that the format has named graphs. One that has none can write quads of the default graph only.
	Graphs bool
	// Read reads a document, as [ReadTurtle] does: the first error ends the sequence.
	Read func(r io.Reader, o Options) iter.Seq2[Quad, error]
	// Write writes statements, as [WriteTriG] does. The prefixes may be nil; a format without prefixes does not look at them.
	Write func(w io.Writer, quads []Quad, prefixes *vocab.Prefixes) error
	// Append appends a statement to a document, so that one of any size can be written as it comes. It is nil unless the
	// format writes a statement a line. It is an error when a statement is none.
	Append func(dst []byte, q Quad) ([]byte, error)
}

// Formats returns the formats of this package: Turtle, TriG, N-Triples, N-Quads and RDF/XML.
func Formats() FormatSet {
	return FormatSet{
		{
			Name: "turtle", Title: "Turtle", MediaTypes: []string{"text/turtle", "application/x-turtle"}, Extensions: []string{".ttl", ".turtle"},
			Read: inDefault(ReadTurtle), Write: withoutGraphs("Turtle", WriteTurtle),
		},
		{
			Name: "trig", Title: "TriG", MediaTypes: []string{"application/trig", "application/x-trig"}, Extensions: []string{".trig"},
			Graphs: true, Read: ReadTriG, Write: WriteTriG,
		},
		{
			Name: "ntriples", Title: "N-Triples", MediaTypes: []string{"application/n-triples"}, Extensions: []string{".nt", ".ntriples"},
			Read: inDefault(ReadNTriples), Write: withoutGraphs("N-Triples", func(w io.Writer, triples []Triple, _ *vocab.Prefixes) error {
				return WriteNTriples(w, triples)
			}),
			Append: func(dst []byte, q Quad) ([]byte, error) {
				if !q.Graph.IsZero() {
					return dst, noGraphs("N-Triples", q.Graph)
				}
				return AppendTriple(dst, q.Triple), q.check()
			},
		},
		{
			Name: "nquads", Title: "N-Quads", MediaTypes: []string{"application/n-quads", "text/x-nquads"}, Extensions: []string{".nq", ".nquads"},
			Graphs: true, Read: ReadNQuads, Write: func(w io.Writer, quads []Quad, _ *vocab.Prefixes) error { return WriteNQuads(w, quads) },
			Append: func(dst []byte, q Quad) ([]byte, error) { return AppendQuad(dst, q), q.check() },
		},
		{
			Name: "rdfxml", Title: "RDF/XML", MediaTypes: []string{"application/rdf+xml"}, Extensions: []string{".rdf", ".owl", ".xml"},
			Read: inDefault(ReadRDFXML), Write: withoutGraphs("RDF/XML", WriteRDFXML),
		},
	}
}

// inDefault makes a reader of quads of one of triples.
func inDefault(read func(io.Reader, Options) iter.Seq2[Triple, error]) func(io.Reader, Options) iter.Seq2[Quad, error] {
	return func(r io.Reader, o Options) iter.Seq2[Quad, error] {
		return func(yield func(Quad, error) bool) {
			for t, err := range read(r, o) {
				if !yield(Quad{Triple: t}, err) {
					return
				}
			}
		}
	}
}

// withoutGraphs makes a writer of quads of one of triples.
func withoutGraphs(title string, write func(io.Writer, []Triple, *vocab.Prefixes) error) func(io.Writer, []Quad, *vocab.Prefixes) error {
	return func(w io.Writer, quads []Quad, prefixes *vocab.Prefixes) error {
		triples := make([]Triple, len(quads))
		for i, q := range quads {
			if !q.Graph.IsZero() {
				return fmt.Errorf("statement %d: %w", i+1, noGraphs(title, q.Graph))
			}
			triples[i] = q.Triple
		}
		return write(w, triples, prefixes)
	}
}

func noGraphs(title string, graph Term) error {
	return fmt.Errorf("%s has no named graphs, and the statement is in %v: N-Quads, TriG and JSON-LD have them", title, graph)
}

// FormatSet is a set of formats to choose from. Of several that fit the first counts.
type FormatSet []Format

// ByName returns the format with a name, a title, or an extension without its dot, in any case: "ntriples", "N-Triples", "nt".
func (s FormatSet) ByName(name string) (Format, bool) {
	return s.find(func(f *Format) bool {
		return strings.EqualFold(f.Name, name) || strings.EqualFold(f.Title, name) || slices.Contains(f.Extensions, "."+strings.ToLower(name))
	})
}

// ByFile returns the format of a file or an address, by the extension of its name.
func (s FormatSet) ByFile(name string) (Format, bool) {
	extension := strings.ToLower(path.Ext(strings.ReplaceAll(name, "\\", "/")))
	return s.find(func(f *Format) bool { return slices.Contains(f.Extensions, extension) })
}

// ByMediaType returns the format of a media type, whose parameters do not count: "text/turtle; charset=utf-8".
func (s FormatSet) ByMediaType(mediaType string) (Format, bool) {
	bare, _, err := mime.ParseMediaType(mediaType)
	if bare == "" && err != nil {
		return Format{}, false
	}
	return s.find(func(f *Format) bool { return slices.Contains(f.MediaTypes, bare) })
}

// Names returns the names of the formats.
func (s FormatSet) Names() []string {
	names := make([]string, len(s))
	for i := range s {
		names[i] = s[i].Name
	}
	return names
}

func (s FormatSet) find(fits func(*Format) bool) (Format, bool) {
	if i := slices.IndexFunc(s, func(f Format) bool { return fits(&f) }); i >= 0 {
		return s[i], true
	}
	return Format{}, false
}
