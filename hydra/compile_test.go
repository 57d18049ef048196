package hydra_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

func TestAWrongAddressOrVocabularyIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*hydra.Config)
		want   string
	}{
		"no address":               {func(c *hydra.Config) { c.BaseURL = "" }, "BaseURL is empty"},
		"a relative address":       {func(c *hydra.Config) { c.BaseURL = "/api" }, "BaseURL \"/api\""},
		"another scheme":           {func(c *hydra.Config) { c.BaseURL = "ftp://example.org/api" }, "neither http nor https"},
		"no host":                  {func(c *hydra.Config) { c.BaseURL = "http:///api" }, "no host"},
		"a password":               {func(c *hydra.Config) { c.BaseURL = "https://a:b@example.org" }, "would be published"},
		"a query":                  {func(c *hydra.Config) { c.BaseURL = "https://example.org/api?" }, "has a query"},
		"a fragment":               {func(c *hydra.Config) { c.BaseURL = "https://example.org/api#" }, "has a fragment"},
		"a trailing slash":         {func(c *hydra.Config) { c.BaseURL = "https://example.org/" }, "ends in a slash"},
		"an empty segment":         {func(c *hydra.Config) { c.BaseURL = "https://example.org/a//b" }, "empty or a dot segment"},
		"a dot segment":            {func(c *hydra.Config) { c.BaseURL = "https://example.org/a/../b" }, "empty or a dot segment"},
		"capitals in the host":     {func(c *hydra.Config) { c.BaseURL = "https://Example.org" }, "lower case"},
		"a space":                  {func(c *hydra.Config) { c.BaseURL = "https://example.org/a b" }, "BaseURL"},
		"no vocabulary":            {func(c *hydra.Config) { c.Vocabulary = "" }, "Vocabulary is empty"},
		"a relative vocabulary":    {func(c *hydra.Config) { c.Vocabulary = "ns#" }, "Vocabulary \"ns#\""},
		"a vocabulary without end": {func(c *hydra.Config) { c.Vocabulary = "https://example.org/ns" }, "ends in neither # nor /"},
		"somebody's vocabulary":    {func(c *hydra.Config) { c.Vocabulary = "https://schema.org/" }, "belongs to others"},
		"no media type":            {func(c *hydra.Config) { c.MediaTypes = []string{"json"} }, "\"json\": want a media type"},
		"a status that is none":    {func(c *hydra.Config) { c.EntryPointStatuses = []hydra.Status{{Code: 99}} }, "Config.EntryPointStatuses: operation \"getEntryPoint\": status 99 is no status of HTTP"},
		"no media type of items":   {func(c *hydra.Config) { c.ItemMediaTypes = []string{"JSON"} }, "Config.ItemMediaTypes: \"JSON\": want a media type"},
		"a collection's twice":     {func(c *hydra.Config) { c.CollectionMediaTypes = []string{"text/csv", "text/csv"} }, "Config.CollectionMediaTypes: \"text/csv\" stands twice"},
		"a media type twice":       {func(c *hydra.Config) { c.MediaTypes = []string{"text/csv", "text/csv"} }, "stands twice"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.change, c.want) })
	}
}

func TestWrongMetadataIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*hydra.Metadata)
		want   string
	}{
		"no title":                    {func(m *hydra.Metadata) { m.Title = nil }, "Title is empty"},
		"a blank title":               {func(m *hydra.Metadata) { m.Title["en"] = " " }, "Metadata.Title: the text in \"en\" is empty"},
		"a language that is none":     {func(m *hydra.Metadata) { m.Description["e_n"] = "x" }, "Metadata.Description"},
		"no version":                  {func(m *hydra.Metadata) { m.Version = "" }, "want a semantic version"},
		"a version of two numbers":    {func(m *hydra.Metadata) { m.Version = "1.4" }, "want a semantic version"},
		"a version with a v":          {func(m *hydra.Metadata) { m.Version = "v1.4.0" }, "want a semantic version"},
		"a version with zeros":        {func(m *hydra.Metadata) { m.Version = "1.04.0" }, "want a semantic version"},
		"modified before issued":      {func(m *hydra.Metadata) { m.Issued, m.Modified = m.Modified, m.Issued }, "Modified 2026-01-15 is before Issued 2026-11-01"},
		"a relative licence":          {func(m *hydra.Metadata) { m.License = "CC0" }, "Metadata.License: want an absolute IRI"},
		"a licence's name alone":      {func(m *hydra.Metadata) { m.License = "" }, "LicenseName \"CC0 1.0\" without a License"},
		"terms with a space":          {func(m *hydra.Metadata) { m.TermsOfService = "https://example.org/a b" }, "TermsOfService"},
		"no address of e-mail":        {func(m *hydra.Metadata) { m.Contact.Email = "data at example.org" }, "Contact.Email"},
		"a name in the address":       {func(m *hydra.Metadata) { m.Contact.Email = "Data <data@example.org>" }, "Contact.Email"},
		"a national telephone number": {func(m *hydra.Metadata) { m.Contact.Telephone = "02 000 00 00" }, "international form"},
		"a relative contact page":     {func(m *hydra.Metadata) { m.Contact.URL = "contact" }, "Contact.URL"},
		"a relative publisher":        {func(m *hydra.Metadata) { m.Publisher.IRI = "us" }, "Publisher.IRI"},
		"a relative homepage":         {func(m *hydra.Metadata) { m.Publisher.Homepage = "home" }, "Publisher.Homepage"},
		"a keyword twice":             {func(m *hydra.Metadata) { m.Keywords["nl"] = []string{"a", "a"} }, "Keywords: \"a\" stands twice in \"nl\""},
		"a blank keyword":             {func(m *hydra.Metadata) { m.Keywords["nl"] = []string{"a", ""} }, "word 2 in \"nl\" is empty"},
		"a period that ends first":    {func(m *hydra.Metadata) { m.Temporal.Start, m.Temporal.End = m.Temporal.End, m.Temporal.Start }, "Temporal.End 2014-01-01 is before its Start 2027-12-31"},
		"a relative place":            {func(m *hydra.Metadata) { m.Spatial.IRI = "Gent" }, "Spatial.IRI"},
		"a geometry without space":    {func(m *hydra.Metadata) { m.Spatial.WKT = "POLYGON((-10.5834.56, 1 2))" }, "Spatial.WKT: well-known text: character 10, at \"-10.5834.56, 1 2))\""},
		"a language twice":            {func(m *hydra.Metadata) { m.Languages = []string{"nl", "NL"} }, "Languages: \"NL\" stands twice"},
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, func(cfg *hydra.Config) { c.change(&cfg.Metadata) }, c.want)
		})
	}
}

// refused checks that a changed configuration is refused for one reason.
func refused(t *testing.T, change func(*hydra.Config), want string) {
	t.Helper()
	cfg := config(t)
	change(&cfg)
	_, err := hydra.Compile(cfg)
	if err == nil {
		t.Fatalf("accepted, want %q", want)
	}
	if !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got  %v\nwant one line with %q", err, want)
	}
}

func TestAllMistakesAreReportedAtOnce(t *testing.T) {
	cfg := config(t)
	cfg.BaseURL, cfg.Vocabulary, cfg.Metadata.Version = "", "", "1"
	broken := hydra.NewClass[struct {
		ID   string `json:"id" ld:"@id"`
		Name string `json:"name" ld:"schema:name" sh:"minCnt=1" filter:"fuzzy"`
	}](vocab.SchemaThing, "/Things", hydra.ClassMeta{Term: "Thing"})
	d, own := broken.Definition()
	cfg.Resources = append(cfg.Resources, hydra.Resource{Definition: d}, hydra.Resource{})
	_, err := hydra.Compile(cfg)
	if err == nil || own == nil {
		t.Fatal("accepted")
	}
	for _, want := range []string{"BaseURL", "Vocabulary", "Version", "minCount", "/Things", "resource 5 has no class"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error doesn't mention %q: %v", want, err)
		}
	}
	if !strings.Contains(err.Error(), own.Error()) {
		t.Error("the API's error doesn't contain that of the class")
	}
}

// Other is another struct type for the API.
type Other struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name" filter:"exact"`
}

// Nobody is referred to but not served.
type Nobody struct {
	ID string `json:"id" ld:"@id"`
}

// Referrer refers to Nobody.
type Referrer struct {
	ID   string              `json:"id" ld:"@id"`
	Whom []hydra.Ref[Nobody] `json:"whom" ld:"schema:knows"`
}

func TestClassesThatDoNotGoTogetherAreRefused(t *testing.T) {
	other := func(path, term string) hydra.Resource {
		return served(hydra.NewClass[Other](vocab.SchemaThing, path, hydra.ClassMeta{Term: term}))
	}
	for name, c := range map[string]struct {
		change func(*hydra.Config)
		want   string
	}{
		"one path for two": {
			func(c *hydra.Config) { c.Resources = append(c.Resources, other("/events", "Other")) },
			"two classes have the path /events: hydra_test.Event and hydra_test.Other",
		},
		"one name for two contexts": {
			func(c *hydra.Config) {
				c.Resources = append(c.Resources, other("/a/b", "Other"), served(hydra.NewClass[Step](ex+"Step", "/a-b", hydra.ClassMeta{Term: "B", Prefixes: map[string]string{"ex": ex}})))
			},
			"the paths /a/b and /a-b give the same name, a-b",
		},
		"one term for two": {
			func(c *hydra.Config) {
				o := other("/others", "Event")
				o.Item[0].ID, o.Collection[0].ID = "a", "b"
				c.Resources = append(c.Resources, o)
			},
			"the classes at /events and /others have the same name, Event",
		},
		"a term that a nested type has": {
			func(c *hydra.Config) { c.Resources = append(c.Resources, other("/places", "Place")) },
			"the name Place means the type hydra_test.Other with class https://schema.org/Thing in the class /places and hydra_test.Place with class https://schema.org/Place in the class /events",
		},
		"one operationId for two": {
			func(c *hydra.Config) {
				o := other("/others", "Other")
				o.Item[0].ID = "getEvent"
				c.Resources = append(c.Resources, o)
			},
			"two operations have the ID \"getEvent\": one on /events and one on /others",
		},
		"the operationId of the entry point": {
			func(c *hydra.Config) { c.Resources[0].Item[0].ID = "getEntryPoint" },
			"two operations have the ID \"getEntryPoint\": one on the entry point and one on /events",
		},
		"a reference to what is not served": {
			func(c *hydra.Config) {
				c.Resources = append(c.Resources, served(hydra.NewClass[Referrer](vocab.SchemaPerson, "/referrers", hydra.ClassMeta{})))
			},
			"class /referrers: property whom refers to hydra_test.Nobody, for which the API has no class",
		},
		"a reference to what is served twice": {
			func(c *hydra.Config) {
				o := served(hydra.NewClass[Org](vocab.SchemaOrganization, "/companies", hydra.ClassMeta{Term: "Company"}))
				c.Resources[0].Definition, _ = hydra.NewClass[Sponsored](vocab.SchemaEvent, "/events", hydra.ClassMeta{Term: "Event"}).Definition()
				c.Resources[0].Filterable, c.Resources[0].Sortable = nil, nil
				c.Resources = append(c.Resources, o)
			},
			"class /events: property sponsor refers to hydra_test.Org, which is served at [\"/organizations\" \"/companies\"]",
		},
		"a filter that no tag declares": {
			func(c *hydra.Config) {
				d := c.Resources[0].Definition
				c.Resources[0].Filterable = append(c.Resources[0].Filterable, d.Property("notes"))
			},
			"property notes is to be filtered by, which its tags don't declare",
		},
		"a filter of another class": {
			func(c *hydra.Config) {
				c.Resources[0].Filterable = append(c.Resources[0].Filterable, c.Resources[1].Filterable...)
			},
			"class /events: a filterable property is none of the class's",
		},
		"an order that no tag declares": {
			func(c *hydra.Config) {
				d := c.Resources[0].Definition
				c.Resources[0].Sortable = append(c.Resources[0].Sortable, d.Property("notes"))
			},
			"property notes is to be sorted by, which its tags don't declare",
		},
		"a page larger than the largest": {
			func(c *hydra.Config) { c.Resources[0].PageSize, c.Resources[0].MaxPageSize = 50, 20 },
			"class /events: a page has 50 items unless asked for, and 20 at most",
		},
		"nothing to be done": {
			func(c *hydra.Config) { c.Resources[1].Item, c.Resources[1].Collection = nil, nil },
			"class /organizations: there is no operation on it",
		},
		"an operation without title": {
			func(c *hydra.Config) { c.Resources[0].Item[0].Title = nil },
			"operation \"getEvent\": has no title",
		},
		"an operation without status": {
			func(c *hydra.Config) { c.Resources[0].Item[0].Statuses = nil },
			"operation \"getEvent\": has no status",
		},
		"a status that is none": {
			func(c *hydra.Config) { c.Resources[0].Item[0].Statuses[0].Code = 99 },
			"status 99 is no status of HTTP",
		},
		"a method that is none": {
			func(c *hydra.Config) { c.Resources[0].Item[0].Method = "get" },
			"method \"get\"",
		},
		"an ID with a space": {
			func(c *hydra.Config) { c.Resources[0].Item[0].ID = "get event" },
			"operation \"get event\": want an ID",
		},
		"a method twice": {
			func(c *hydra.Config) {
				r := &c.Resources[0]
				second := r.Item[0]
				second.ID = "again"
				r.Item = append(r.Item, second)
			},
			"operation \"again\": there is another one with the method GET",
		},
		"what is returned is no IRI": {
			func(c *hydra.Config) { c.Resources[0].Item[0].Returns = "Event" },
			"operation \"getEvent\": returns",
		},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.change, c.want) })
	}
}

// Sponsored refers to Org.
type Sponsored struct {
	ID      string         `json:"id" ld:"@id"`
	Sponsor hydra.Ref[Org] `json:"sponsor" ld:"schema:sponsor"`
}

func TestWhatCompileIsGivenMayChangeAfterwards(t *testing.T) {
	cfg := config(t)
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	want, err := jsonld.AppendJSON(nil, api.Documentation())
	if err != nil {
		t.Fatal(err)
	}
	cfg.Metadata.Title["en"] = "changed"
	cfg.Metadata.Keywords["en"][0] = "changed"
	cfg.Metadata.Languages[0] = "fr"
	cfg.Resources[0].Item[0].Title["en"] = "changed"
	cfg.Resources[0].Item[0].Statuses[0].Code = 500
	cfg.Resources[0].Filterable[0] = nil
	got, err := jsonld.AppendJSON(nil, api.Documentation())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("the documentation changed:\n%s\n%s", want, got)
	}
	if api.Resources()[0].Filterable[0] == nil {
		t.Error("the filterable properties changed")
	}
}

func TestDefaultsAreFilledIn(t *testing.T) {
	cfg := config(t)
	cfg.Metadata.Languages = nil
	cfg.Resources[1].PageSize = 250
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if l := api.Metadata().Languages; len(l) != 1 || l[0] != "en" {
		t.Errorf("languages %q", l)
	}
	if r := api.Resources()[0]; r.PageSize != 20 || r.MaxPageSize != 100 {
		t.Errorf("page size %d, at most %d", r.PageSize, r.MaxPageSize)
	}
	if r := api.Resources()[1]; r.PageSize != 250 || r.MaxPageSize != 250 {
		t.Errorf("page size %d, at most %d", r.PageSize, r.MaxPageSize)
	}
	for _, types := range [][]string{api.MediaTypes(), api.ItemMediaTypes(), api.CollectionMediaTypes()} {
		if len(types) != 5 || types[0] != "application/ld+json" {
			t.Errorf("media types %q", types)
		}
	}
}
