package server

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/conditional"
	"github.com/hydrant-ld/hydrant/server/internal/link"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// staticDocument is a document that is the same as long as the server runs.
type staticDocument struct {
	// name identifies the document on the command line; path is below the base, query that of a page of the document.
	name, path, query string
	offers            *negotiate.Offers
	// formats are the names of the representations in addresses, none where there is one alone.
	formats []string
	// texts are its representations, as offered.
	texts []lazyText
	// pages are the pages of a document that has several, by query. Without parameters it is itself the first.
	pages map[string]*staticDocument
	// html is the number of the representation as HTML, -1 for none; translations are its languages, graph the JSON-LD that it
	// is made from.
	html         int
	translations []translation
	graph        []byte
}

// lazyText returns a representation of a document, which is written when it is first asked for and then kept. It may be called
// concurrently.
type lazyText func() (*written, error)

// written is a representation of a document as it is served.
type written struct {
	body    []byte
	tag     string
	headers headerSet
}

// rendition is what a representation of a document is made from.
type rendition struct {
	mediaType, contentType string
	quality                float64
	// body is what is served, write makes it where that is worth putting off: it is seldom asked for, or takes long.
	body    []byte
	write   func() ([]byte, error)
	headers headerSet
	// graph is the JSON-LD that a page is to be made from.
	graph []byte
}

// pageRange says which pages a document has.
func pageRange(d *staticDocument) string {
	if len(d.pages) == 0 {
		return "it has no pages"
	}
	return fmt.Sprintf("want page=1 to page=%d", len(d.pages)-1) // the first is there twice
}

// Document returns a document as it is served: "entrypoint", "documentation", "shapes", "openapi", "openapi.yaml",
// "swagger", "docs", "context/NAME" for the JSON-LD context of a class, "context/openapi" for the one that reads the
// OpenAPI documents, "problem/CODE", "catalog", or "catalog?page=2" for one of its pages. The media type may be empty for
// the usual one. The caller owns the bytes.
func (s *Server) Document(name, mediaType string) ([]byte, error) {
	var names []string
	name, query, _ := strings.Cut(name, "?")
	for _, d := range s.documents {
		if d.name != name {
			names = append(names, d.name)
			continue
		}
		if page, ok := d.pages[query]; ok {
			d = page
		} else if query != "" {
			return nil, fmt.Errorf("document %s: there is no %q of it: %s", name, query, pageRange(d))
		}
		for i := range d.texts {
			if mediaType == "" && i != d.offers.Default() || mediaType != "" && mediaType != d.offers.Type(i) {
				continue
			}
			text, err := d.texts[i]()
			if err != nil {
				return nil, fmt.Errorf("document %s: %w", name, err)
			}
			return bytes.Clone(text.body), nil
		}
		return nil, fmt.Errorf("document %s: there is no %s of it", name, mediaType)
	}
	return nil, fmt.Errorf("there is no document %q: want one of %q", name, names)
}

func (s *Server) compileDocuments() error {
	for _, c := range s.api.Contexts() {
		if err := s.addContext("context/"+c.Name, c.Path, c.Body); err != nil {
			return err
		}
	}
	for _, d := range []struct {
		name, path string
		object     jsonld.Object
		links      []string
	}{
		{"entrypoint", "", s.api.EntryPoint(s.prefix), append(s.descriptionLinks(),
			string(link.AppendLink(nil, s.headerPrefix()+"/shapes", "describedby")),
			string(link.AppendLink(nil, s.headerPrefix()+catalogPath, "describedby")),
		)},
		{"documentation", "/documentation", s.api.Documentation(), nil},
		{"shapes", "/shapes", s.api.Shapes(), nil},
	} {
		if err := s.addGraph(d.name, d.path, d.object, d.links...); err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
	}
	if err := s.compileProblems(); err != nil {
		return err
	}
	if err := s.addOpenAPI(); err != nil {
		return err
	}
	if err := s.addCatalog(); err != nil {
		return err
	}
	return s.addStyle()
}

// addContext adds a JSON-LD context, which never changes at its path.
func (s *Server) addContext(name, path string, body []byte) error {
	return s.add(name, path, rendition{
		mediaType: "application/ld+json", contentType: "application/ld+json", quality: 1, body: body,
		headers: headerSet{}.with("Cache-Control", "public, max-age=31536000, immutable"),
	})
}

// addGraph adds a JSON-LD document in every RDF syntax, with further links in its header.
func (s *Server) addGraph(name, path string, object jsonld.Object, links ...string) error {
	var at string
	if value, ok := object.Get("@context"); ok {
		at, _ = value.(string)
	}
	contextURL, err := vocab.Resolve(s.readAt(path), at)
	if err != nil {
		return err
	}
	renditions, err := s.renderGraph(path, contextURL, object, links)
	if err != nil {
		return err
	}
	return s.add(name, path, renditions...)
}

// renderGraph renders a JSON-LD document in every RDF syntax. The context is the one that its plain JSON links to. The graph
// is made at once, so that a mistake in it is one at the start; the syntaxes that few clients ask for are written from its
// triples later.
func (s *Server) renderGraph(path, contextURL string, object jsonld.Object, links []string) ([]rendition, error) {
	body, err := jsonld.AppendJSON(nil, object)
	if err != nil {
		return nil, err
	}
	body = append(body, '\n')
	plain := slices.Clone(object)
	plain.Delete("@context")
	bare, err := jsonld.AppendJSON(nil, plain)
	if err != nil {
		return nil, err
	}
	quads, err := s.processor.ToRDF(context.Background(), body, s.readAt(path))
	if err != nil {
		return nil, err
	}
	var lines bytes.Buffer
	if err := rdf.WriteNQuads(&lines, quads); err != nil { // there is one graph: these are N-Triples, too
		return nil, err
	}
	renditions := make([]rendition, len(s.graphs.kinds))
	languages := textLanguages(quads)
	for i, rep := range s.graphs.kinds {
		r := &renditions[i]
		if languages != "" {
			r.headers = r.headers.with("Content-Language", languages)
		}
		r.mediaType, r.quality, r.contentType = syntaxes[rep].mediaType, syntaxes[rep].quality, syntaxes[rep].contentType
		all := append([]string{s.documentationLink}, links...)
		switch rep {
		case asJSONLD:
			r.body = body
		case asHTML:
			r.graph = body
		case asNTriples, asNQuads:
			r.body = lines.Bytes()
		case asJSON:
			r.body = slices.Concat(bare, []byte{'\n'})
			all = append(all, contextLink(s.inHeader(contextURL)))
		default:
			r.write = func() ([]byte, error) { return s.writeLines(lines.Bytes(), rep) }
		}
		r.headers = r.headers.with("Link", all...)
	}
	return renditions, nil
}

// textLanguages is the value of Content-Language of a graph.
func textLanguages(quads []rdf.Quad) string {
	var tags []string
	for _, q := range quads {
		if q.Object.Lang != "" && !slices.Contains(tags, q.Object.Lang) {
			tags = append(tags, q.Object.Lang)
		}
	}
	slices.Sort(tags)
	return strings.Join(tags, ", ")
}

// writeLines writes a graph of N-Triples in another syntax.
func (s *Server) writeLines(lines []byte, rep representation) ([]byte, error) {
	if rep == asRDFXML {
		return toRDFXML(lines, s.prefixes)
	}
	triples, err := readLines(lines)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = rdf.WriteTurtle(&out, triples, s.prefixes)
	return out.Bytes(), err
}

// add adds a document in its representations. The default is that of the server, else the first.
func (s *Server) add(name, path string, renditions ...rendition) error {
	d, err := s.newDocument(name, path, s.graphs.offers.Type(s.graphs.offers.Default()), renditions)
	if err != nil {
		return err
	}
	s.documents = append(s.documents, d)
	s.byPath[path] = d
	if path == "" { // the root answers with and without a slash
		s.byPath["/"] = d
	}
	return nil
}

// newDocument makes a document of its representations. The default is the given media type, else the first.
func (s *Server) newDocument(name, path, standard string, renditions []rendition) (*staticDocument, error) {
	d := &staticDocument{name: name, path: path, html: -1}
	offers := make([]negotiate.Offer, len(renditions))
	usual := 0
	for i, r := range renditions {
		offers[i] = negotiate.Offer{Type: r.mediaType, Quality: r.quality}
		if r.mediaType == standard {
			usual = i
		}
		set := slices.Clone(s.common).with("Allow", allowRead).with("Content-Type", r.contentType).
			with("Vary", s.vary("Accept")).with("Cache-Control", s.cacheControl)
		for _, f := range r.headers {
			set = set.with(f.name, f.value...)
		}
		if others := otherTypes(renditions, i); len(others) > 0 {
			set = set.withMore("Link", alternateLinks(others))
			d.formats = append(d.formats, hydra.FormatOf(r.mediaType).Key)
		}
		if r.graph != nil {
			d.html, d.graph = i, r.graph
			d.translations = s.translations(d, set)
			d.texts = append(d.texts, d.translations[0].text)
			continue
		}
		d.texts = append(d.texts, s.lazily(r, set))
	}
	var err error
	d.offers, err = negotiate.NewOffers(offers, usual)
	return d, err
}

// lazily is a representation with a header.
func (s *Server) lazily(r rendition, headers headerSet) lazyText {
	return sync.OnceValues(func() (*written, error) {
		body := r.body
		if r.write != nil {
			var err error
			if body, err = r.write(); err != nil {
				return nil, err
			}
		}
		return &written{body: body, tag: s.documentTag(r.mediaType, body), headers: headers}, nil
	})
}

func (s *Server) serveDocument(w http.ResponseWriter, r *http.Request, d *staticDocument) {
	if !s.read(w, r) {
		return
	}
	h := w.Header()
	h["Allow"] = allowReadValue
	x := s.exchanges.get()
	defer s.exchanges.put(x)
	d, i, err := s.chooseDocument(r, d, x)
	if err != nil {
		s.WriteError(w, r, err)
		return
	}
	write := d.texts[i]
	if i == d.html {
		write = s.translated(d, r)
	}
	text, err := write()
	if err != nil {
		s.WriteError(w, r, err)
		return
	}
	text.headers.set(h)
	if links := h["Link"]; x.alone(r) {
		h["Link"] = links[:len(links)-1] // the last are those to the others
	}
	h["Etag"] = []string{text.tag}
	if lines := r.Header["If-None-Match"]; len(lines) > 0 && conditional.MatchNone(lines, text.tag) {
		delete(h, "Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h["Content-Length"] = []string{strconv.Itoa(len(text.body))}
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(text.body)
	}
}

// chooseDocument finds what a request for a document asks for: the page, and the number of the representation.
func (s *Server) chooseDocument(r *http.Request, d *staticDocument, x *exchange) (page *staticDocument, i int, err error) {
	if err := s.parse(r, x); err != nil {
		return nil, 0, err
	}
	i, named := 0, d.formats == nil // one representation is better than none: nobody negotiates for a context
	if !named {
		i, named = x.readFormat(d.formats)
	}
	if !named {
		if i, named = d.offers.Choose(r.Header["Accept"]); !named {
			return nil, 0, notAcceptable(d.offers)
		}
	}
	page, err = s.page(r, d, x)
	return page, i, err
}

// noParameters refuses the parameters of a request for something that has none.
func (s *Server) noParameters(r *http.Request) error {
	if r.URL.RawQuery == "" {
		return nil
	}
	x := s.exchanges.get()
	defer s.exchanges.put(x)
	if err := s.parse(r, x); err != nil {
		return err
	}
	if lenient(r) {
		return nil
	}
	for i := range x.params.List {
		x.unknown(&x.params.List[i], "want no parameter here")
	}
	return invalid(x.invalid)
}
