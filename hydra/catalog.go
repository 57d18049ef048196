package hydra

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// CatalogConfig is what the catalogue lists beside what the API knows itself.
type CatalogConfig struct {
	// Exports returns the files that a collection can be had as; nil for none.
	Exports func(*Resource) []Export
	// PageSize is the number of data sets on a page: 100 unless given, which is also the most.
	PageSize int
}

// Export is a whole collection as a file, for tools that download and negotiate nothing.
type Export struct {
	// MediaType is that of the file: "text/csv".
	MediaType string
	// URL is the absolute address of the file.
	URL string
}

// maxCatalogPage is the most data sets that a page of the catalogue has.
const maxCatalogPage = 100

// CatalogPage is a page of the catalogue, which as a whole is too long for some of its readers.
type CatalogPage struct {
	// Query is the query of its address, "page=2"; empty for the first page at the catalogue's own address.
	Query string
	// First, Previous, Next and Last are the absolute addresses of other pages, "" where there is none.
	First, Previous, Next, Last string
	// Document is the page. All its addresses are absolute and it carries its context, since harvesters read it without
	// knowing where it comes from.
	Document jsonld.Object
}

// Catalog returns the pages of the dcat:Catalog of the API: the page at the catalogue's own address, which is the first,
// and then each page under its number. Every page describes the catalogue, the API as a dcat:DataService, and its part
// of the data sets, one for each collection; it stands for itself under the shapes of DCAT-AP. Data sets and distributions
// have IRIs that depend on the base URL and the path of the class only.
func (a *API) Catalog(cfg CatalogConfig) ([]CatalogPage, error) {
	if cfg.PageSize == 0 {
		cfg.PageSize = maxCatalogPage
	}
	if cfg.PageSize < 1 || cfg.PageSize > maxCatalogPage {
		return nil, fmt.Errorf("CatalogConfig.PageSize %d: want 1 to %d data sets on a page", cfg.PageSize, maxCatalogPage)
	}
	datasets, err := a.datasets(&cfg)
	if err != nil {
		return nil, err
	}
	context, err := a.Context(contextCatalog).inline()
	if err != nil {
		return nil, err
	}
	parts := slices.Collect(slices.Chunk(datasets, cfg.PageSize))
	if len(parts) == 0 {
		parts = [][]dataset{nil}
	}
	pages := []CatalogPage{a.catalogPage(context, len(datasets), parts, 0)}
	for number := range parts {
		pages = append(pages, a.catalogPage(context, len(datasets), parts, number+1))
	}
	return pages, nil
}

// dataset is a collection as the catalogue lists it.
type dataset struct {
	resource *Resource
	exports  []Export
}

func (a *API) datasets(cfg *CatalogConfig) ([]dataset, error) {
	var all []dataset
	for _, r := range a.listed() {
		d := dataset{resource: r}
		if cfg.Exports != nil {
			d.exports = cfg.Exports(r)
		}
		for i, e := range d.exports {
			if !mediaType.MatchString(e.MediaType) {
				return nil, fmt.Errorf("class %s: an export as %q: want a media type without parameters, such as \"text/csv\"", r.Definition.Path, e.MediaType)
			}
			if slices.ContainsFunc(d.exports[:i], func(other Export) bool { return other.MediaType == e.MediaType }) {
				return nil, fmt.Errorf("class %s: there are two exports as %s: want one of each media type", r.Definition.Path, e.MediaType)
			}
			if err := vocab.CheckIRI(e.URL); err != nil {
				return nil, fmt.Errorf("class %s: export as %s: want an absolute URL: %w", r.Definition.Path, e.MediaType, err)
			}
		}
		all = append(all, d)
	}
	return all, nil
}

// catalogPage makes a page; number 0 is the first page at the catalogue's own address.
func (a *API) catalogPage(context json.RawMessage, total int, parts [][]dataset, number int) CatalogPage {
	self := a.base.URL + catalogPath
	address := func(n int) string { return self + "?page=" + strconv.Itoa(n) }
	place := max(1, number)
	page := CatalogPage{First: address(1), Last: address(len(parts))}
	view := self
	if number > 0 {
		page.Query = "page=" + strconv.Itoa(number)
		view = address(number)
	}
	if place > 1 {
		page.Previous = address(place - 1)
	}
	if place < len(parts) {
		page.Next = address(place + 1)
	}
	b := newCatalogBuilder(a)
	page.Document = append(object{is("@context", context)}, b.catalog(parts[place-1])...)
	page.Document.Set("totalItems", total)
	links := object{is("@id", view), is("@type", b.name(vocab.HydraPartialCollectionView))}
	for _, l := range []jsonld.Member{is("first", page.First), is("previous", page.Previous), is("next", page.Next), is("last", page.Last)} {
		if l.Value != "" {
			links = append(links, l)
		}
	}
	page.Document.Set("view", links)
	return page
}
