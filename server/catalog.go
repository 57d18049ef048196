package server

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/link"
)

// catalogName names the catalogue on the command line, catalogPath is its path below the base.
const (
	catalogName = "catalog"
	catalogPath = "/" + catalogName
)

// addCatalog adds the catalogue with its pages. It lists what is served, so that it comes last.
func (s *Server) addCatalog() error {
	pages, err := s.api.Catalog(hydra.CatalogConfig{Exports: s.listedExports, PageSize: s.config.CatalogPageSize})
	if err != nil {
		return fmt.Errorf("catalog: %w", err)
	}
	contextURL := s.base.URL + s.api.Context(catalogName).Path
	documents := make(map[string]*staticDocument, len(pages))
	for i := range pages {
		p := &pages[i]
		renditions, err := s.renderGraph(catalogPath, contextURL, p.Document, s.catalogLinks(p))
		if err != nil {
			return fmt.Errorf("catalog: %w", err)
		}
		d, err := s.newDocument(catalogName, catalogPath, s.harvested(), renditions)
		if err != nil {
			return fmt.Errorf("catalog: %w", err)
		}
		d.query = p.Query
		documents[p.Query] = d
	}
	d := documents[""]
	d.pages = documents
	s.documents = append(s.documents, d)
	s.byPath[catalogPath] = d
	return nil
}

// catalogLinks are the entries of the Link header to other pages.
func (s *Server) catalogLinks(p *hydra.CatalogPage) []string {
	var links []string
	for _, l := range []struct{ rel, url string }{{"first", p.First}, {"prev", p.Previous}, {"next", p.Next}, {"last", p.Last}} {
		if l.url != "" {
			links = append(links, string(link.AppendLink(nil, s.inHeader(l.url), l.rel)))
		}
	}
	return links
}

// harvested is the media type of the catalogue for clients that accept anything. They are harvesters, which read RDF.
func (s *Server) harvested() string {
	switch usual := s.graphs.offers.Type(s.graphs.offers.Default()); usual {
	case syntaxes[asJSON].mediaType, "text/html":
		return syntaxes[asJSONLD].mediaType
	default:
		return usual
	}
}

// listedExports are the files that the catalogue lists a collection as.
func (s *Server) listedExports(r *hydra.Resource) []hydra.Export {
	var list []hydra.Export
	for _, kind := range s.exportsOf(r) {
		list = append(list, hydra.Export{MediaType: syntaxes[kind].mediaType, URL: s.base.URL + r.Definition.Path + kind.extension()})
	}
	return list
}

// page finds the page of a document that a request means, whose parameters are in x.
func (s *Server) page(r *http.Request, d *staticDocument, x *exchange) (*staticDocument, error) {
	page, last := d, len(d.pages)-1 // the first is there twice
	var names []string
	if d.pages != nil {
		names = append(names, paramPage)
	}
	if d.formats != nil {
		names = append(names, paramFormat)
	}
	for i := range x.params.List {
		param := &x.params.List[i]
		switch {
		case !slices.Contains(names, param.Name):
			if !lenient(r) {
				x.unknown(param, "want "+strings.Join(append(names, "no parameter"), ", or "))
			}
		case param.Name == paramPage && !x.repeated(param):
			if n := x.readNumber(param, maxPageNumber); n > last {
				x.invalid = append(x.invalid, InvalidParam{Name: paramPage, Code: "page", Detail: fmt.Sprintf("want 1 to %d, the number of pages", last)})
			} else if n > 0 {
				page = d.pages[fmt.Sprintf("page=%d", n)]
			}
		}
	}
	return page, invalid(x.invalid)
}
