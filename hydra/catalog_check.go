package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// catalog checks what only the catalogue publishes.
func (c *metadataChecker) catalog(m *Metadata) {
	if m.AccessRights != "" {
		known(c, "AccessRights", m.AccessRights, accessRightLabels())
	}
	for i, theme := range m.Themes {
		known(c, "Themes", theme, themeLabels())
		if slices.Contains(m.Themes[:i], theme) {
			c.fail("Themes: %q stands twice", theme)
		}
	}
	for i, profile := range m.Profiles {
		if profile != ProfileFlanders {
			c.fail("Profiles: %q: want %q, or none: DCAT-AP itself is always followed", profile, ProfileFlanders)
		}
		if slices.Contains(m.Profiles[:i], profile) {
			c.fail("Profiles: %q stands twice", profile)
		}
	}
	c.flanders(&m.Flanders, m.Follows(ProfileFlanders))
}

func (c *metadataChecker) flanders(f *Flanders, declared bool) {
	if !declared && !f.isZero() {
		c.fail("Flanders is given, but nobody will see it: add hydra.ProfileFlanders to Profiles")
	}
	if f.Lifecycle != "" {
		known(c, "Flanders.Lifecycle", f.Lifecycle, lifecycleLabels())
	}
	if f.Environment != "" {
		known(c, "Flanders.Environment", f.Environment, environmentLabels())
	}
	for i, status := range f.Status {
		const field = "Flanders.Status"
		c.iri(field, status.IRI)
		if code, ok := strings.CutPrefix(string(status.IRI), string(FlandersStatus)); !ok || code == "" {
			c.fail(field+": %q: want a concept of the list: FlandersStatus + \"VLOPENDATA\"", status.IRI)
		}
		if len(status.Label) == 0 {
			c.fail(field+": %s has no Label: give its name, in Dutch at least", status.IRI)
		}
		c.text(field+" "+string(status.IRI), status.Label)
		if slices.ContainsFunc(f.Status[:i], func(other Concept) bool { return other.IRI == status.IRI }) {
			c.fail(field+": %s stands twice", status.IRI)
		}
	}
}

// known checks that a word is one of those that have a label.
func known[K ~string](c *metadataChecker, field string, word K, labels map[K]Text) {
	if _, ok := labels[word]; ok {
		return
	}
	words := sortedWords(labels)
	if near, ok := vocab.Closest(string(word), words); ok {
		c.fail("%s: there is no %q: did you mean %q?", field, word, near)
		return
	}
	c.fail("%s: there is no %q: want one of %s", field, word, strings.Join(words, ", "))
}

func sortedWords[K ~string, V any](m map[K]V) []string {
	words := make([]string, 0, len(m))
	for k := range m {
		words = append(words, string(k))
	}
	slices.Sort(words)
	return words
}
