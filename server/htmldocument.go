package server

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/conditional"
	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// translation is the page of a document in one language.
type translation struct {
	language string
	text     lazyText
}

// translations are the pages of a document, one in each language. The header is that of the document as HTML. Pages are written
// when they are asked for: by then all documents are known, which they link to.
func (s *Server) translations(d *staticDocument, headers headerSet) []translation {
	all := make([]translation, len(s.languages))
	for i, language := range s.languages {
		all[i] = translation{language, sync.OnceValues(func() (*written, error) {
			body, languages, err := s.documentPage(d, language)
			if err != nil {
				return nil, err
			}
			return &written{
				body: body, tag: s.documentTag(syntaxes[asHTML].mediaType, body),
				headers: s.pageHeaders(headers).with("Content-Language", languages).with("Vary", s.vary("Accept, Accept-Language")),
			}, nil
		})}
	}
	return all
}

// documentTag is the ETag of a document in a representation.
func (s *Server) documentTag(mediaType string, body []byte) string {
	return string(conditional.AppendETag(nil, s.api.Metadata().Version, hashBytes(hashString(hashStart, mediaType), body)))
}

// documentPage writes the page of a document, and returns the value of Content-Language.
func (s *Server) documentPage(d *staticDocument, language string) ([]byte, string, error) {
	parsed, err := readJSON(d.graph)
	if err != nil {
		return nil, "", err
	}
	o, _ := parsed.(jsonld.Object)
	v := s.view(s.prefix, language)
	meta := s.api.Metadata()
	path := s.prefix + d.path
	if d.query != "" {
		path += "?" + d.query
	}
	page := v.page(v.documentTitle(d, o), path, formatsAt(path, d.types()), d.graph)
	kind := htmlDocument
	switch d.name {
	case "entrypoint":
		kind = htmlEntryPoint
		page.Root, page.Path = true, v.home()
		page.Formats = formatsAt(page.Path, d.types())
		page.URL, page.IRI = s.api.Base().EntryPoint(), s.api.Base().EntryPoint()
		page.Lead = v.text(meta.Description)
		page.Content = v.start()
	case "documentation":
		kind = htmlDocumentation
		page.Lead = v.text(meta.Description)
		page.Content = v.classes()
	default:
		page.Content = v.graph(o, s.base.URL+d.path)
	}
	body, err := s.appendPage(nil, kind, page)
	return body, v.contentLanguage(), err
}

// types lists the media types of a document besides HTML.
func (d *staticDocument) types() []string {
	var out []string
	for i := range d.offers.Len() {
		if i != d.html {
			out = append(out, d.offers.Type(i))
		}
	}
	return out
}

// documentTitle is the heading of a document: the title that its graph gives it, else its name.
func (v *htmlView) documentTitle(d *staticDocument, o jsonld.Object) htmlText {
	if d.name == "documentation" {
		return plainText(v.words.Documentation)
	}
	for _, key := range []string{"title", "dct:title"} {
		if value, ok := o.Get(key); ok {
			if values := v.anything(value, ""); len(values) > 0 && values[0].Node == nil {
				return values[0].Text
			}
		}
	}
	return plainText(v.words.document(d.name))
}

// graph makes the nodes of a document: those of its graph, or the one that it is.
func (v *htmlView) graph(o jsonld.Object, document string) []*htmlNode {
	graph, ok := o.Get("@graph")
	if !ok {
		o = slices.DeleteFunc(o, func(m jsonld.Member) bool { return m.Key == "title" || m.Key == "dct:title" })
		n := v.node(o, document)
		n.Name = htmlText{}
		return []*htmlNode{n}
	}
	var nodes []*htmlNode
	for _, one := range each(graph) {
		if o, ok := one.(jsonld.Object); ok {
			nodes = append(nodes, v.node(o, document))
		}
	}
	return nodes
}

// htmlStart is the content of the entry point's page.
type htmlStart struct {
	Collections, Documents []htmlCard
	About                  []htmlProperty
}

// htmlCard is a link with a description.
type htmlCard struct {
	Link htmlLink
	Text htmlText
}

func (v *htmlView) start() *htmlStart {
	start := &htmlStart{About: v.about()}
	for _, r := range v.server.api.Resources() {
		if d := r.Definition; len(r.Collection) > 0 && !d.Nested() {
			start.Collections = append(start.Collections, htmlCard{htmlLink{v.prefix + d.Path, v.text(collectionTitle(d))}, v.text(d.Meta.CollectionDescription)})
		}
	}
	for _, d := range v.server.documents {
		if d.name == "entrypoint" || d.name == "style" || strings.Contains(d.name, "/") {
			continue
		}
		start.Documents = append(start.Documents, htmlCard{htmlLink{v.prefix + d.path, plainText(v.words.document(d.name))}, plainText(d.path)})
	}
	return start
}

// about lists what the metadata tell about the API.
func (v *htmlView) about() []htmlProperty {
	m, w := v.server.api.Metadata(), v.words
	var rows []htmlProperty
	say := func(label string, values ...htmlValue) {
		values = slices.DeleteFunc(values, func(one htmlValue) bool { return one.Text.Value == "" })
		if len(values) > 0 {
			rows = append(rows, htmlProperty{Label: plainText(label), Values: values})
		}
	}
	named := func(iri vocab.IRI, name htmlText) htmlValue {
		value := v.link(string(iri), string(iri))
		if name.Value != "" {
			value.Text = name
		}
		return value
	}
	day := func(d hydra.Date) htmlValue {
		if d.IsZero() {
			return htmlValue{}
		}
		return htmlValue{Text: plainText(d.String()), Time: true}
	}
	say(w.Version, htmlValue{Text: plainText(m.Version)})
	say(w.Issued, day(m.Issued))
	say(w.Modified, day(m.Modified))
	say(w.License, named(m.License, plainText(m.LicenseName)))
	say(w.Terms, v.link(string(m.TermsOfService), string(m.TermsOfService)))
	homepage := m.Publisher.Homepage
	if homepage == "" {
		homepage = m.Publisher.IRI
	}
	say(w.Publisher, named(homepage, v.text(m.Publisher.Name)))
	mail := htmlValue{}
	if m.Contact.Email != "" {
		mail = v.link("mailto:"+m.Contact.Email, m.Contact.Email)
	}
	say(w.Contact, named(m.Contact.URL, plainText(m.Contact.Name)), mail, htmlValue{Text: plainText(m.Contact.Telephone)})
	say(w.Keywords, v.keywords(m.Keywords)...)
	say(w.Period, v.period(m.Temporal.Start, w.From, m.Temporal.End, w.Until)...)
	say(w.Area, v.link(string(m.Spatial.IRI), string(m.Spatial.IRI)), htmlValue{Text: plainText(m.Spatial.WKT), Code: true})
	var languages []htmlValue
	for _, tag := range m.Languages {
		languages = append(languages, htmlValue{Text: plainText(tag), Code: true})
	}
	say(w.Languages, languages...)
	return rows
}

func (v *htmlView) keywords(byLanguage map[string][]string) []htmlValue {
	var tags hydra.LangString
	for _, tag := range v.server.languages {
		if len(byLanguage[tag]) > 0 {
			tags = append(tags, hydra.LangValue{Lang: tag, Value: tag})
		}
	}
	chosen := v.pick(tags)
	var out []htmlValue
	for _, word := range byLanguage[chosen.Value] {
		out = append(out, htmlValue{Text: htmlText{word, chosen.Lang}})
	}
	return out
}

func (v *htmlView) period(start hydra.Date, from string, end hydra.Date, until string) []htmlValue {
	var out []htmlValue
	if !start.IsZero() {
		out = append(out, htmlValue{Text: plainText(from + " " + start.String())})
	}
	if !end.IsZero() {
		out = append(out, htmlValue{Text: plainText(until + " " + end.String())})
	}
	return out
}

// translated returns the page of a document in the language for a client.
func (s *Server) translated(d *staticDocument, r *http.Request) lazyText {
	language := negotiate.Language(r.Header["Accept-Language"], s.languages, s.languages[0])
	i := slices.IndexFunc(d.translations, func(t translation) bool { return t.language == language })
	return d.translations[max(i, 0)].text
}
