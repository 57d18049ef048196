package lint

import (
	"net"
	"net/netip"

	"github.com/hydrant-ld/hydrant/hydra"
)

// metadataRules are about the API as a whole.
func metadataRules() []Rule {
	return []Rule{
		{"license", Error, "the API has no licence, so that nobody may use the data", func(c *checker) {
			if c.api.Metadata().License == "" {
				c.add("Metadata.License", "the API has no licence: nobody may use the data", `give the IRI of one, such as "https://creativecommons.org/publicdomain/zero/1.0/"`)
			}
		}},
		{"contact", Error, "the API has no contact point with an e-mail address, a page or a telephone number", func(c *checker) {
			if !reachable(c.api.Metadata().Contact) {
				c.add("Metadata.Contact", "there is nobody to ask", "give a Name, an Email and a URL")
			}
		}},
		{"description", Error, "the API has no description", func(c *checker) {
			if len(c.api.Metadata().Description) == 0 {
				c.add("Metadata.Description", "the API says not what it offers", "describe it in a sentence or two")
			}
		}},
		{"publisher", Error, "the API has no publisher with a name, so that catalogues refuse it", func(c *checker) {
			if len(c.api.Metadata().Publisher.Name) == 0 {
				c.add("Metadata.Publisher", "nobody is responsible for the API", "give the publisher's Name, and its IRI if it has one")
			}
		}},
		{"keywords", Warning, "the API has no keywords", func(c *checker) {
			if len(c.api.Metadata().Keywords) == 0 {
				c.add("Metadata.Keywords", "catalogues can't sort the API in", `give some, by language: {"en": {"events"}}`)
			}
		}},
		{"coverage", Info, "the API says neither when nor where its data are about", func(c *checker) {
			m := c.api.Metadata()
			if m.Temporal == (hydra.Period{}) {
				c.add("Metadata.Temporal", "the period that the data cover is not known", "give its Start, its End, or both")
			}
			if m.Spatial == (hydra.Area{}) {
				c.add("Metadata.Spatial", "the area that the data cover is not known", "give its IRI or its WKT")
			}
		}},
		{"release-dates", Info, "the API says not when it was issued or modified", func(c *checker) {
			m := c.api.Metadata()
			if m.Issued.IsZero() {
				c.add("Metadata.Issued", "the day of the first release is not known", "give it")
			}
			if m.Modified.IsZero() {
				c.add("Metadata.Modified", "the day of the latest release is not known", "give it")
			}
		}},
		{"https", Warning, "the base URL is http, and not on this machine", func(c *checker) {
			if base := c.api.Base(); base.Scheme == "http" && !local(base.Host) {
				c.add("BaseURL", base.URL+" can be read and changed on the way", "serve it over https")
			}
		}},
		{"languages", Warning, "a text is missing in one of the API's languages", languages},
	}
}

// reachable says whether there is a way to a contact point.
func reachable(p hydra.Contact) bool { return p.Email != "" || p.URL != "" || p.Telephone != "" }

// local says whether a host is this machine.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip, err := netip.ParseAddr(name)
	return name == "localhost" || err == nil && ip.IsLoopback()
}

func languages(c *checker) {
	text := func(where string, t hydra.Text) {
		missing := c.missing(func(language string) bool { return t[language] != "" })
		if len(missing) > 0 {
			c.add(where, "there is no text in "+list(missing), "write it, or take the language out of Metadata.Languages")
		}
	}
	m := c.api.Metadata()
	text("Metadata.Title", m.Title)
	text("Metadata.Description", m.Description)
	text("Metadata.Publisher.Name", m.Publisher.Name)
	for _, r := range c.api.Resources() {
		d := r.Definition
		text(d.Path+" ClassMeta.Title", d.Meta.Title)
		text(d.Path+" ClassMeta.Description", d.Meta.Description)
		text(d.Path+" ClassMeta.CollectionTitle", d.Meta.CollectionTitle)
		text(d.Path+" ClassMeta.CollectionDescription", d.Meta.CollectionDescription)
		for _, p := range d.Properties {
			if shape := p.Leaf().Shape; shape != nil {
				missing := c.missing(func(language string) bool {
					_, ok := shape.Description.Get(language)
					return ok
				})
				if len(missing) > 0 {
					c.add(d.Path+" "+p.Path, "there is no doc in "+list(missing), "add the tag doc-%s:\"…\"", missing[0])
				}
			}
		}
	}
}
