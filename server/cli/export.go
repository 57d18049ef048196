package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// exportCommand writes a document.
type exportCommand struct {
	Document string `arg:"" enum:"openapi3,openapi2,hydra,shacl,catalog,context,entrypoint" help:"The document: openapi3, openapi2, hydra (the ApiDocumentation), shacl (the shapes), catalog (DCAT), context (a JSON-LD context) or entrypoint."`
	Name     string `arg:"" optional:"" help:"For context: which, when there are several. For catalog: the number of the page."`
	Format   string `placeholder:"FORMAT" help:"jsonld, json, yaml, turtle, trig, ntriples, nquads or rdfxml, as far as the document has it. Default: what the name of FILE ends in, else as it is served."`
	Output   string `short:"o" placeholder:"FILE" help:"Where to write; stdout unless given."`
}

// Help is what --help of the command says beside the options.
func (*exportCommand) Help() string {
	return `The document is the one that the server serves, byte for byte. Addresses in it are those of --base-url.

Examples:

  export openapi3 -o openapi.yaml
  export openapi2 --base-url https://data.example.org/api -o swagger.json
  export hydra --format turtle
  export catalog --format turtle
  export context events`
}

// exported is a document as the command line and the server call it.
type exported struct {
	name    string
	formats []string
}

// mediaType is the media type of a format, "" for none.
func mediaType(format string) string {
	switch format {
	case "jsonld":
		return "application/ld+json"
	case "json":
		return "application/json"
	case "yaml":
		return "application/yaml"
	case "turtle":
		return "text/turtle"
	case "trig":
		return "application/trig"
	case "rdfxml":
		return "application/rdf+xml"
	case "ntriples":
		return "application/n-triples"
	case "nquads":
		return "application/n-quads"
	default:
		return ""
	}
}

// formatOf is the format that the name of a file ends in; "" where it ends in none, or in ".json", since every document has a
// JSON of its own.
func formatOf(file string) string {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".yaml", ".yml":
		return "yaml"
	case ".jsonld":
		return "jsonld"
	}
	format, _ := rdf.Formats().ByFile(file)
	return format.Name
}

func (c *exportCommand) document(s *server.Server) (exported, error) {
	graph := []string{"jsonld", "json", "turtle", "trig", "ntriples", "nquads", "rdfxml"}
	if c.Name != "" && c.Document != "context" && c.Document != "catalog" {
		return exported{}, usage("export %s takes no name: %q", c.Document, c.Name)
	}
	switch c.Document {
	case "openapi3":
		if c.Format == "yaml" {
			return exported{"openapi.yaml", []string{"yaml"}}, nil
		}
		return exported{"openapi", []string{"json", "yaml"}}, nil
	case "openapi2":
		return exported{"swagger", []string{"json"}}, nil
	case "hydra":
		return exported{"documentation", graph}, nil
	case "shacl":
		return exported{"shapes", graph}, nil
	case "catalog":
		if c.Name != "" {
			return exported{"catalog?page=" + c.Name, graph}, nil
		}
		return exported{"catalog", graph}, nil
	case "entrypoint":
		return exported{"entrypoint", graph}, nil
	}
	var names []string
	for _, context := range s.API().Contexts() {
		names = append(names, context.Name)
	}
	names = append(names, "openapi")
	name := c.Name
	if classes := s.API().Resources(); name == "" && len(classes) == 1 {
		name = classes[0].Definition.Name
	}
	if !slices.Contains(names, name) {
		return exported{}, usage("export context %s: want one of %s", name, strings.Join(names, ", "))
	}
	return exported{"context/" + name, []string{"jsonld"}}, nil
}

func (c *exportCommand) run(ctx context.Context, r *run) error {
	s, err := r.describe(ctx)
	if err != nil {
		return err
	}
	asked := "--format " + c.Format
	if c.Format == "" {
		c.Format, asked = formatOf(c.Output), "-o "+c.Output
	}
	document, err := c.document(s)
	if err != nil {
		return err
	}
	if c.Format != "" && !slices.Contains(document.formats, c.Format) {
		return usage("export %s %s: want %s", c.Document, asked, strings.Join(document.formats, ", "))
	}
	body, err := s.Document(document.name, mediaType(c.Format))
	if err != nil {
		return err
	}
	if r.baseURL == "" {
		r.say("%s: addresses are below %s; --base-url makes them others", r.app.Name, s.API().Base().URL)
	}
	if c.Output == "" || c.Output == "-" {
		_, err = r.stdout.Write(body)
		return err
	}
	if err := os.WriteFile(c.Output, body, 0o644); err != nil { //nolint:gosec // a document for everybody
		return fmt.Errorf("-o: %w", err)
	}
	return nil
}
