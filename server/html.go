package server

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

//go:embed html/*.html html/style.css
var htmlFiles embed.FS

// htmlSecurity is the Content-Security-Policy of pages: a stylesheet and forms of this host, nothing else. The JSON-LD in a
// page is data and never executed, so no policy has to allow it.
const htmlSecurity = "default-src 'none'; style-src 'self'; img-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// htmlSecurityValue is the same as a header value.
//
//nolint:gochecknoglobals // shared by all responses and never written
var htmlSecurityValue = []string{htmlSecurity}

// htmlWriter writes pages. It is immutable after the start.
type htmlWriter struct {
	templates map[string]*template.Template
	// style is the path of the stylesheet below the base: it names the content.
	style string
	// fingerprint stands for what pages are made from besides resources: templates, style, declarations, metadata.
	fingerprint uint64
}

// The kinds of pages: the names of their templates.
const (
	htmlItem          = "item"
	htmlCollection    = "collection"
	htmlEntryPoint    = "entrypoint"
	htmlDocumentation = "documentation"
	htmlDocument      = "document"
	htmlProblem       = "problem"
)

// compilePages parses the templates of pages.
func (s *Server) compilePages() error {
	layout, err := template.ParseFS(htmlFiles, "html/layout.html")
	if err != nil {
		return err
	}
	s.html.templates = map[string]*template.Template{}
	for _, kind := range []string{htmlItem, htmlCollection, htmlEntryPoint, htmlDocumentation, htmlDocument, htmlProblem} {
		t, err := layout.Clone()
		if err != nil {
			return err
		}
		if s.html.templates[kind], err = t.ParseFS(htmlFiles, "html/"+kind+".html"); err != nil {
			return err
		}
	}
	files, err := htmlFiles.ReadDir("html")
	if err != nil {
		return err
	}
	s.html.fingerprint = hashString(hashStart, htmlSecurity)
	for _, f := range files {
		text, err := htmlFiles.ReadFile("html/" + f.Name())
		if err != nil {
			return err
		}
		if f.Name() == "style.css" {
			s.html.style = "/style." + strconv.FormatUint(hashBytes(hashStart, text), 36) + ".css"
		}
		s.html.fingerprint = hashBytes(s.html.fingerprint, text)
	}
	declared, err := jsonld.AppendJSON(nil, s.api.Documentation())
	s.html.fingerprint = hashBytes(s.html.fingerprint, declared)
	return err
}

// addStyle adds the stylesheet, which never changes at its path.
func (s *Server) addStyle() error {
	text, err := htmlFiles.ReadFile("html/style.css")
	if err != nil {
		return err
	}
	return s.add("style", s.html.style, rendition{
		mediaType: "text/css", contentType: "text/css; charset=utf-8", quality: 1, body: text,
		headers: headerSet{}.with("Cache-Control", "public, max-age=31536000, immutable"),
	})
}

// htmlPage is a page: what all have, and the content of its kind.
type htmlPage struct {
	Words *htmlWords
	Lang  string
	// API is the title of the API, Home the link to its entry point.
	API  htmlText
	Home string
	// Title is the heading, Lead the text below it, Kind what the page shows: the class of an item.
	Title, Lead htmlText
	Kind        *htmlLink
	// IRI identifies the resource; URL is what was asked for, Path the same without scheme and host.
	IRI, URL, Path string
	Style          string
	Menu, Crumbs   []htmlLink
	// Root says that the page is the entry point, which has no breadcrumb.
	Root bool
	// Formats lead to the other representations, Files to the whole collection in one. Types are the media types of a resource
	// that has no addresses for them.
	Formats, Files []htmlFormat
	Types          []string
	// Data is the resource as JSON-LD.
	Data    template.JS
	Content any
}

// page begins a page that leads to other representations. path is the path and query of what was asked for.
func (v *htmlView) page(title htmlText, path string, formats []htmlFormat, data []byte) *htmlPage {
	s := v.server
	url := v.absolute(path)
	return &htmlPage{
		Words: v.words, Lang: v.lang, API: v.text(s.api.Metadata().Title), Home: v.home(),
		Title: title, IRI: url, URL: strings.ReplaceAll(url, "'", "%27"), Path: path, Style: v.prefix + s.html.style,
		Menu:    v.menu(),
		Formats: formats, Data: dataBlock(data),
	}
}

// menu leads to the documents that people want to find.
func (v *htmlView) menu() []htmlLink {
	var links []htmlLink
	for _, path := range []string{"/documentation", "/shapes", catalogPath, docsPath} {
		if d := v.server.byPath[path]; d != nil {
			links = append(links, htmlLink{v.prefix + path, plainText(v.words.document(d.name))})
		}
	}
	return links
}

// home is the address of the entry point.
func (v *htmlView) home() string {
	if v.prefix == "" {
		return "/"
	}
	return v.prefix
}

// dataBlock is JSON as the content of a script element: no "<" in it can end or begin anything. Outside of strings JSON has
// none, and inside it may be written like this.
func dataBlock(text []byte) template.JS {
	return template.JS(bytes.ReplaceAll(bytes.TrimSpace(text), []byte("<"), []byte(`\u003c`))) //nolint:gosec // JSON, as escaped as it must be
}

// appendPage writes a page.
func (s *Server) appendPage(dst []byte, kind string, page *htmlPage) ([]byte, error) {
	out := bytes.NewBuffer(dst)
	if err := s.html.templates[kind].ExecuteTemplate(out, "layout", page); err != nil {
		return dst, fmt.Errorf("the page of a %s: %w", kind, err)
	}
	return out.Bytes(), nil
}

// pageHeaders are the fields of a page that other representations don't have, or have otherwise.
func (s *Server) pageHeaders(set headerSet) headerSet {
	return set.with("Content-Security-Policy", htmlSecurityValue...)
}

// typesFor lists the media types of a menu besides HTML.
func (m *menu) types() []string {
	var out []string
	for _, kind := range m.kinds {
		if kind != asHTML {
			out = append(out, syntaxes[kind].mediaType)
		}
	}
	return out
}

// classLink leads to the documentation of a class.
func (v *htmlView) classLink(d *hydra.Definition) *htmlLink {
	return &htmlLink{v.prefix + "/documentation#class-" + d.Term, v.text(title(d))}
}

// requested is the path of a resource on the public base, with the query of a request.
func requested(path, query string) string {
	if query == "" {
		return path
	}
	return path + "?" + query
}
