package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// mediaTypes is the namespace of IANA's registry of media types, which DCAT refers to.
const mediaTypes = "https://www.iana.org/assignments/media-types/"

// describe writes the metadata, in the terms of DCMI, DCAT, schema.org, vcard, OWL and Hydra. The entry point and the
// documentation both carry it, as clients look for it in either.
func (a *API) describe(o *object) {
	m := &a.metadata
	setText(o, "title", m.Title, m.Languages)
	setText(o, "description", m.Description, m.Languages)
	setText(o, "dct:title", m.Title, m.Languages)
	setText(o, "dct:description", m.Description, m.Languages)
	o.Set("version", m.Version)
	if !m.Issued.IsZero() {
		o.Set("issued", m.Issued.String())
	}
	if !m.Modified.IsZero() {
		o.Set("modified", m.Modified.String())
	}
	if m.License != "" {
		license := object{is("@id", m.License), is("@type", "dct:LicenseDocument")}
		if m.LicenseName != "" {
			license.Set("foaf:name", m.LicenseName)
		}
		o.Set("license", license)
	}
	setIRI(o, "termsOfService", m.TermsOfService)
	if p := m.Publisher.object(m.Languages); p != nil {
		o.Set("publisher", p)
	}
	if c := m.Contact.object(); c != nil {
		o.Set("schema:contactPoint", c)
		o.Set("dcat:contactPoint", contactLabel)
	}
	if len(m.Keywords) > 0 {
		o.Set("keyword", m.keywords())
	}
	if p := m.Temporal.object(); p != nil {
		o.Set("temporal", p)
	}
	if s := m.Spatial.object(); s != nil {
		o.Set("spatial", s)
	}
	types := make([]string, len(a.mediaTypes))
	for i, t := range a.mediaTypes {
		types[i] = mediaTypes + t
	}
	o.Set("mediaType", types)
}

// contactLabel is the blank node of the contact point, which two properties lead to.
const contactLabel = "_:contact"

// object is the contact point as schema.org, vcard and FOAF name its parts, nil for none.
func (c *Contact) object() object {
	if *c == (Contact{}) {
		return nil
	}
	o := object{is("@id", contactLabel), is("@type", []string{"schema:ContactPoint", "vcard:Kind"})}
	if c.Name != "" {
		o.Set("schema:name", c.Name)
		o.Set("foaf:name", c.Name)
		o.Set("vcard:fn", c.Name)
	}
	if c.Email != "" {
		o.Set("schema:email", c.Email)
		setIRI(&o, "vcard:hasEmail", c.mailto())
	}
	if c.URL != "" {
		setIRI(&o, "schema:url", c.URL)
		setIRI(&o, "foaf:page", c.URL)
		setIRI(&o, "vcard:hasURL", c.URL)
	}
	if c.Telephone != "" {
		o.Set("schema:telephone", c.Telephone)
		setIRI(&o, "vcard:hasTelephone", c.tel())
	}
	return o
}

// mailto is the e-mail address as an IRI, "" for none.
func (c *Contact) mailto() vocab.IRI {
	if c.Email == "" {
		return ""
	}
	return vocab.IRI("mailto:" + c.Email)
}

// tel is the telephone number as an IRI (RFC 3966), "" for none.
func (c *Contact) tel() vocab.IRI {
	if c.Telephone == "" {
		return ""
	}
	return vocab.IRI("tel:" + strings.NewReplacer(" ", "", ".", "", "(", "", ")", "", "-", "").Replace(c.Telephone))
}

// object is the publisher as an agent of FOAF and of DCMI, nil for none.
func (p *Publisher) object(languages []string) object {
	if p.IRI == "" && len(p.Name) == 0 && p.Homepage == "" {
		return nil
	}
	var o object
	setIRI(&o, "@id", p.IRI)
	o.Set("@type", []string{"foaf:Agent", "dct:Agent"})
	setText(&o, "foaf:name", p.Name, languages)
	setIRI(&o, "foaf:homepage", p.Homepage)
	return o
}

func (m *Metadata) keywords() object {
	languages := sortedKeys(m.Keywords)
	slices.SortStableFunc(languages, func(a, b string) int { return compareLanguages(a, b, m.Languages) })
	var o object
	for _, lang := range languages {
		o.Set(lang, m.Keywords[lang])
	}
	return o
}

func (p Period) object() object {
	if p.Start.IsZero() && p.End.IsZero() {
		return nil
	}
	o := object{is("@type", "dct:PeriodOfTime")}
	if !p.Start.IsZero() {
		o.Set("dcat:startDate", p.Start.String())
		o.Set("schema:startDate", p.Start.String())
	}
	if !p.End.IsZero() {
		o.Set("dcat:endDate", p.End.String())
		o.Set("schema:endDate", p.End.String())
	}
	return o
}

func (a Area) object() object {
	if a == (Area{}) {
		return nil
	}
	var o object
	setIRI(&o, "@id", a.IRI)
	o.Set("@type", "dct:Location")
	if a.WKT != "" {
		o.Set("geometry", a.WKT)
	}
	return o
}
