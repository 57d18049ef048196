package lint

import (
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
)

// profileRules are about what the profiles that the catalogue follows make mandatory, beyond what the other rules find.
func profileRules() []Rule {
	return []Rule{
		{"access-rights", Info, "the API says not who may use the data", func(c *checker) {
			if m := c.api.Metadata(); m.AccessRights == "" && !m.Follows(hydra.ProfileFlanders) {
				c.add("Metadata.AccessRights", "nobody knows who may use the data", "give hydra.AccessPublic, AccessRestricted or AccessNonPublic")
			}
		}},
		{"themes", Info, "the API has no themes", func(c *checker) {
			if len(c.api.Metadata().Themes) == 0 {
				c.add("Metadata.Themes", "portals can't sort the data in", "give one or more, such as hydra.ThemeEducation")
			}
		}},
		{"flanders", Error, "the catalogue follows the Flemish profile, and something lacks that it makes mandatory", flanders},
	}
}

// flanders finds what DCAT-AP Vlaanderen makes mandatory and is not given.
func flanders(c *checker) {
	m := c.api.Metadata()
	if !m.Follows(hydra.ProfileFlanders) {
		return
	}
	if m.AccessRights == "" {
		c.add("Metadata.AccessRights", "the profile wants access rights", "give hydra.AccessPublic, AccessRestricted or AccessNonPublic")
	}
	if len(m.Flanders.Status) == 0 {
		c.add("Metadata.Flanders.Status", "the profile wants a status (statuut)",
			`give one or more: {IRI: hydra.FlandersStatus + "VLOPENDATA", Label: hydra.Text{"nl": "Vlaamse Open data"}}`)
	}
	dutch := func(where string, t hydra.Text) {
		for language := range t {
			if language == "nl" || strings.HasPrefix(strings.ToLower(language), "nl-") {
				return
			}
		}
		if len(t) > 0 {
			c.add(where, "the profile wants it in Dutch", `add a text in "nl"`)
		}
	}
	dutch("Metadata.Title", m.Title)
	dutch("Metadata.Description", m.Description)
	dutch("Metadata.Publisher.Name", m.Publisher.Name)
	for _, status := range m.Flanders.Status {
		dutch("Metadata.Flanders.Status "+string(status.IRI), status.Label)
	}
	for _, r := range c.api.Resources() {
		if len(r.Collection) == 0 || r.Definition.Nested() {
			continue
		}
		dutch(r.Definition.Path+" title of the collection", r.DatasetTitle())
		dutch(r.Definition.Path+" description of the collection", r.DatasetDescription())
	}
}
