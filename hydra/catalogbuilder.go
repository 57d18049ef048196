package hydra

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// catalogBuilder makes the document of one page of the catalogue. Each node is described where it is first referred to.
// Shapes look at the class of everything that is referred to, so that what others describe gets its class and name here.
type catalogBuilder struct {
	api       *API
	metadata  *Metadata
	flemish   bool
	titles    map[vocab.IRI]Text
	described map[vocab.IRI]bool
}

func newCatalogBuilder(a *API) *catalogBuilder {
	return &catalogBuilder{
		api: a, metadata: &a.metadata, flemish: a.metadata.Follows(ProfileFlanders),
		titles: schemeTitles(), described: map[vocab.IRI]bool{},
	}
}

// name writes the IRI of a class with its prefix.
func (b *catalogBuilder) name(class vocab.IRI) string { return b.api.catalogTerms.curie(class) }

// part is the IRI of something that the catalogue describes.
func (b *catalogBuilder) part(fragment string) vocab.IRI {
	return vocab.IRI(b.api.base.URL + catalogPath + "#" + fragment)
}

// node refers to a node. The first time it describes it.
func (b *catalogBuilder) node(id vocab.IRI, classes []vocab.IRI, describe func(o *object)) any {
	if b.described[id] {
		return id
	}
	b.described[id] = true
	names := make([]string, len(classes))
	for i, c := range classes {
		names[i] = b.name(c)
	}
	o := object{is("@id", id), is("@type", names)}
	if len(names) == 1 {
		o.Set("@type", names[0])
	}
	if describe != nil {
		describe(&o)
	}
	return o
}

// set sets a member to a reference, unless there is none.
func set(o *object, key string, node any) {
	if node != nil {
		o.Set(key, node)
	}
}

// text sets a member to a text by language.
func (b *catalogBuilder) text(o *object, key string, t Text) {
	setText(o, key, t, b.metadata.Languages)
}

// homepage refers to a page, unless it is the API itself, which is described as what it is.
func (b *catalogBuilder) homepage(iri vocab.IRI) any {
	if iri == b.serviceIRI() {
		return iri
	}
	return b.node(iri, []vocab.IRI{vocab.FOAFDocument}, nil)
}

// address refers to what lies at an address. The shapes of DCAT-AP 3 want to read that it is a resource.
func (b *catalogBuilder) address(url string) any {
	return b.node(vocab.IRI(url), []vocab.IRI{vocab.RDFSResource}, nil)
}

// label sets a member to a name that we give to something of others: in the languages of the API, or in all that we know
// when it has none of these.
func (b *catalogBuilder) label(o *object, key string, t Text) {
	own := Text{}
	for lang, label := range t {
		if slices.ContainsFunc(b.metadata.Languages, func(tag string) bool { return primary(tag) == primary(lang) }) {
			own[lang] = label
		}
	}
	if len(own) == 0 {
		own = t
	}
	b.text(o, key, own)
}

// primary is the language of a language tag, without region and script.
func primary(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return language
}

// catalog describes the catalogue, with the API and the data sets of a page.
func (b *catalogBuilder) catalog(datasets []dataset) object {
	m := b.metadata
	self := vocab.IRI(b.api.base.URL + catalogPath)
	o, _ := b.node(self, []vocab.IRI{vocab.DCATCatalog, vocab.HydraCollection}, func(o *object) {
		o.Set("identifier", self)
		b.text(o, "title", catalogTitle(m.Title))
		b.text(o, "description", m.Description)
		b.dates(o)
		set(o, "publisher", b.publisher())
		set(o, "contactPoint", b.contact())
		set(o, "license", b.license())
		b.languages(o)
		b.spatial(o)
		if len(m.Themes) > 0 {
			o.Set("themeTaxonomy", b.scheme(dataThemeScheme))
		}
		o.Set("service", b.service(datasets))
		assertion := object{is("property", vocab.RDFType), is("object", vocab.DCATDataset)}
		o.Set("memberAssertion", assertion)
		o.Set("manages", assertion)
		list, members := []any{}, []vocab.IRI{}
		for i := range datasets {
			list = append(list, b.dataset(&datasets[i]))
			members = append(members, b.datasetIRI(datasets[i].resource))
		}
		if len(list) > 0 {
			o.Set("dataset", list)
			o.Set("member", members)
		}
	}).(object)
	return o
}

// catalogTitle tells the catalogue from the API, in the languages in which we know how.
func catalogTitle(t Text) Text {
	out := Text{}
	for lang, title := range t {
		switch primary(lang) {
		case "en", "fr":
			title += " (catalogue)"
		case "nl":
			title += " (catalogus)"
		case "de":
			title += " (Katalog)"
		}
		out[lang] = title
	}
	return out
}

// serviceIRI is the API itself: its entry point.
func (b *catalogBuilder) serviceIRI() vocab.IRI { return vocab.IRI(b.api.base.EntryPoint()) }

// service describes the API.
func (b *catalogBuilder) service(datasets []dataset) any {
	m := b.metadata
	self := b.serviceIRI()
	return b.node(self, []vocab.IRI{vocab.DCATDataService, vocab.DCATResource, vocab.RDFSResource}, func(o *object) {
		o.Set("identifier", self)
		b.text(o, "title", m.Title)
		b.text(o, "description", m.Description)
		o.Set("version", m.Version)
		b.dates(o)
		o.Set("endpointURL", self)
		o.Set("endpointDescription", b.address(b.api.base.URL+openAPIPath))
		documentation := vocab.IRI(b.api.base.URL + documentationPath)
		o.Set("landingPage", b.node(documentation, []vocab.IRI{vocab.FOAFDocument}, nil))
		o.Set("apiDocumentation", documentation)
		o.Set("conformsTo", b.protocol())
		b.shared(o)
		set(o, "license", b.license())
		if b.flemish && m.Flanders.Lifecycle != "" {
			o.Set("levensfase", b.concept(lifecycleConcept+vocab.IRI(m.Flanders.Lifecycle), lifecycleLabels()[m.Flanders.Lifecycle], nil, lifecycleScheme))
		}
		if b.flemish && m.Flanders.Environment != "" {
			o.Set("ontwikkelingstoestand", b.concept(environmentConcept+vocab.IRI(m.Flanders.Environment), environmentLabels()[m.Flanders.Environment], nil, environmentScheme))
		}
		var served []vocab.IRI
		for i := range datasets {
			served = append(served, b.datasetIRI(datasets[i].resource))
		}
		if served != nil {
			o.Set("servesDataset", served)
		}
	})
}

// shared describes what an API and its data sets have in common.
func (b *catalogBuilder) shared(o *object) {
	m := b.metadata
	set(o, "publisher", b.publisher())
	set(o, "contactPoint", b.contact())
	if m.AccessRights != "" {
		o.Set("accessRights", b.concept(accessRightScheme+"/"+vocab.IRI(m.AccessRights), accessRightLabels()[m.AccessRights],
			[]vocab.IRI{vocab.DCTRightsStatement}, accessRightScheme))
	}
	if len(m.Keywords) > 0 {
		o.Set("keyword", m.keywords())
	}
	var themes []any
	for _, theme := range m.Themes {
		schemes := []vocab.IRI{dataThemeScheme}
		if b.flemish { // its codes are the EU's
			schemes = append(schemes, belgianThemeScheme)
		}
		themes = append(themes, b.concept(dataThemeScheme+"/"+vocab.IRI(theme), themeLabels()[theme], nil, schemes...))
	}
	if themes != nil {
		o.Set("theme", themes)
	}
	var status []any
	if b.flemish {
		for _, c := range m.Flanders.Status {
			status = append(status, b.concept(c.IRI, c.Label, nil, flandersStatusScheme))
		}
	}
	if status != nil {
		o.Set("statuut", status)
	}
	b.spatial(o)
	if p := m.Temporal; p != (Period{}) {
		o.Set("temporal", b.node(b.part("period"), []vocab.IRI{vocab.DCTPeriodOfTime}, func(o *object) {
			if !p.Start.IsZero() {
				o.Set("startDate", p.Start.String())
			}
			if !p.End.IsZero() {
				o.Set("endDate", p.End.String())
			}
		}))
	}
}

func (b *catalogBuilder) datasetIRI(r *Resource) vocab.IRI {
	return b.part("datasets" + r.Definition.Path)
}

// dataset describes a collection.
func (b *catalogBuilder) dataset(d *dataset) any {
	self := b.datasetIRI(d.resource)
	return b.node(self, []vocab.IRI{vocab.DCATDataset, vocab.DCATResource}, func(o *object) {
		o.Set("identifier", self)
		if title := d.resource.DatasetTitle(); len(title) > 0 {
			b.text(o, "title", title)
		} else {
			o.Set(b.name(vocab.DCTTitle), d.resource.Definition.Term)
		}
		b.text(o, "description", d.resource.DatasetDescription())
		b.shared(o)
		b.languages(o)
		list := []any{b.distribution(d.resource, ".api", "API", b.api.mediaTypes[0], func(o *object) {
			o.Set("accessURL", b.address(b.api.base.URL+d.resource.Definition.Path))
			o.Set("accessService", b.serviceIRI())
		})}
		for _, e := range d.exports {
			f := FormatOf(e.MediaType)
			list = append(list, b.distribution(d.resource, "."+f.Key, f.Name, e.MediaType, func(o *object) {
				o.Set("accessURL", b.address(e.URL))
				o.Set("downloadURL", e.URL)
			}))
		}
		o.Set("distribution", list)
	})
}

// DatasetTitle is what the catalogue calls the collection: the title of the collection, else that of the class.
func (r *Resource) DatasetTitle() Text {
	if meta := &r.Definition.Meta; len(meta.CollectionTitle) == 0 {
		return meta.Title
	}
	return r.Definition.Meta.CollectionTitle
}

// DatasetDescription is what the catalogue says of the collection: the description of the collection, else that of the
// class.
func (r *Resource) DatasetDescription() Text {
	if meta := &r.Definition.Meta; len(meta.CollectionDescription) == 0 {
		return meta.Description
	}
	return r.Definition.Meta.CollectionDescription
}

// distribution describes a way to a data set, whose addresses are set by a function.
func (b *catalogBuilder) distribution(r *Resource, suffix, what, mediaType string, addresses func(o *object)) any {
	self := b.part("distributions" + r.Definition.Path + suffix)
	return b.node(self, []vocab.IRI{vocab.DCATDistribution}, func(o *object) {
		o.Set("identifier", self)
		title := Text{}
		for lang, t := range r.DatasetTitle() {
			title[lang] = t + " (" + what + ")"
		}
		b.text(o, "title", title)
		addresses(o)
		o.Set("mediaType", b.node(mediaTypes+vocab.IRI(mediaType), []vocab.IRI{vocab.DCTMediaType}, nil))
		if f := FormatOf(mediaType); f.code != "" {
			o.Set("format", b.concept(fileTypeScheme+"/"+vocab.IRI(f.code), Text{"en": f.Name, "nl": f.Name}, []vocab.IRI{vocab.DCTMediaTypeOrExtent}, fileTypeScheme))
		}
		set(o, "license", b.license())
	})
}

// dates sets the days of release. The Flemish profile wants instants.
func (b *catalogBuilder) dates(o *object) {
	for _, d := range []struct {
		key string
		day Date
	}{{"issued", b.metadata.Issued}, {"modified", b.metadata.Modified}} {
		switch {
		case d.day.IsZero():
		case b.flemish:
			o.Set(d.key, d.day.String()+"T00:00:00Z")
		default:
			o.Set(d.key, d.day.String())
		}
	}
}

func (b *catalogBuilder) languages(o *object) {
	var all []any
	for _, tag := range b.metadata.Languages {
		if id := languageIRI(tag); id != "" && !slices.Contains(all, any(id)) {
			all = append(all, b.node(id, []vocab.IRI{vocab.DCTLinguisticSystem}, nil))
		}
	}
	if all != nil {
		o.Set("language", all)
	}
}

func (b *catalogBuilder) spatial(o *object) {
	area := b.metadata.Spatial
	if area == (Area{}) {
		return
	}
	id := cmp.Or(area.IRI, b.part("area"))
	o.Set("spatial", b.node(id, []vocab.IRI{vocab.DCTLocation}, func(o *object) {
		// Profiles disagree whether a geometry is a literal, not about a box and a point.
		switch box, point := boundingBox(area.WKT); {
		case point:
			o.Set("centroid", box)
		case box != "":
			o.Set("bbox", box)
		}
	}))
}

func (b *catalogBuilder) publisher() any {
	p := b.metadata.Publisher
	if p.IRI == "" && len(p.Name) == 0 && p.Homepage == "" {
		return nil
	}
	id := cmp.Or(p.IRI, b.part("publisher"))
	return b.node(id, []vocab.IRI{vocab.FOAFAgent, vocab.DCTAgent}, func(o *object) {
		b.text(o, "name", p.Name)
		if p.Homepage != "" {
			o.Set("homepage", b.homepage(p.Homepage))
		}
	})
}

func (b *catalogBuilder) contact() any {
	c := b.metadata.Contact
	if c == (Contact{}) {
		return nil
	}
	return b.node(b.part("contact"), []vocab.IRI{vocab.VCardKind}, func(o *object) {
		if c.Name != "" {
			o.Set("fn", c.Name)
		}
		setIRI(o, "hasEmail", c.mailto())
		setIRI(o, "hasURL", c.URL)
		setIRI(o, "hasTelephone", c.tel())
	})
}

func (b *catalogBuilder) license() any {
	if b.metadata.License == "" {
		return nil
	}
	return b.node(b.metadata.License, []vocab.IRI{vocab.DCTLicenseDocument}, func(o *object) {
		if b.metadata.LicenseName != "" {
			o.Set("label", b.metadata.LicenseName)
		}
	})
}

// protocol is what the API conforms to. The Flemish profile has a list of protocols of its own.
func (b *catalogBuilder) protocol() any {
	if b.flemish {
		return b.node(protocolREST, []vocab.IRI{vocab.DCTStandard, vocab.SKOSConcept}, func(o *object) {
			b.label(o, "title", Text{"en": "Representational State Transfer (REST)", "nl": "Representational State Transfer (REST)"})
			o.Set(b.name(vocab.SKOSPrefLabel), "REST") // the profile wants the name of a standard without language
			o.Set("inScheme", b.scheme(protocolScheme))
		})
	}
	return b.node(hydraSpecification, []vocab.IRI{vocab.DCTStandard}, func(o *object) {
		b.label(o, "title", Text{"en": "Hydra Core Vocabulary"})
	})
}

// concept refers to a concept of one or more lists, which may be of further classes.
func (b *catalogBuilder) concept(id vocab.IRI, label Text, classes []vocab.IRI, schemes ...vocab.IRI) any {
	return b.node(id, append([]vocab.IRI{vocab.SKOSConcept}, classes...), func(o *object) {
		b.label(o, "prefLabel", label)
		lists := make([]any, len(schemes))
		for i, s := range schemes {
			lists[i] = b.scheme(s)
		}
		o.Set("inScheme", lists)
	})
}

func (b *catalogBuilder) scheme(id vocab.IRI) any {
	return b.node(id, []vocab.IRI{vocab.SKOSConceptScheme}, func(o *object) { b.label(o, "title", b.titles[id]) })
}
