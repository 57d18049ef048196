package hydra

import (
	"slices"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Metadata is what catalogues and people want to know about an API. It is published as DCMI, DCAT, schema.org and vcard
// terms in the entry point, the ApiDocumentation and the OpenAPI documents. Title and Version are required; what else a
// catalogue will miss is a finding of the linter.
type Metadata struct {
	// Title and Description by language.
	Title, Description Text
	// Version of the API, semantic: "1.4.0". It is also the API-Version header of every response.
	Version string
	// Issued and Modified are the days of the first and of the latest release.
	Issued, Modified Date
	// License is the IRI of the licence of the data; LicenseName its name, for OpenAPI.
	License     vocab.IRI
	LicenseName string
	// TermsOfService is the URL of the terms of use.
	TermsOfService vocab.IRI
	// Contact is whom to ask.
	Contact Contact
	// Publisher is who is responsible for the API.
	Publisher Publisher
	// Keywords by language.
	Keywords map[string][]string
	// Temporal is the period that the data cover, Spatial the area.
	Temporal Period
	Spatial  Area
	// Themes are the subjects of the data, which portals sort them by.
	Themes []Theme
	// AccessRights says who may use the data; unsaid unless given.
	AccessRights AccessRights
	// Profiles are the application profiles of DCAT that the catalogue follows beside DCAT-AP. What a profile makes
	// mandatory and is not given here is a finding of the linter.
	Profiles []Profile
	// Flanders is what ProfileFlanders asks for; only with that profile.
	Flanders Flanders
	// Languages are those of the data, best first: BCP 47 tags. The first is the default; "en" unless given.
	Languages []string
}

// Follows says whether the catalogue follows a profile.
func (m *Metadata) Follows(p Profile) bool { return slices.Contains(m.Profiles, p) }

// Contact is a contact point: schema:ContactPoint and vcard:Kind at once.
type Contact struct {
	Name, Email string
	// URL is the page of the contact point.
	URL vocab.IRI
	// Telephone in international form, "+32 2 000 00 00".
	Telephone string
}

// Publisher is the agent that publishes the API.
type Publisher struct {
	// IRI identifies the agent; without it the agent is a blank node.
	IRI vocab.IRI
	// Name by language.
	Name Text
	// Homepage of the agent.
	Homepage vocab.IRI
}

// Period is a stretch of time; either end may be open.
type Period struct {
	Start, End Date
}

// Area is a place: an IRI of an authority (GeoNames, the EU's publications office), or a geometry as well-known text in
// WGS 84, longitude before latitude: "POINT(3.72 51.05)", "POLYGON((2.5 49.5, 6.4 49.5, 6.4 51.5, 2.5 51.5, 2.5 49.5))".
type Area struct {
	IRI vocab.IRI
	WKT string
}
