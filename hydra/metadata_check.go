package hydra

import (
	"errors"
	"fmt"
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// semanticVersion is the grammar of https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions.
var semanticVersion = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)` +
	`(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?` +
	`(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$`)

// telephoneNumber is a number in international form, with the separators of ITU-T E.123 and RFC 3966.
var telephoneNumber = regexp.MustCompile(`^\+[0-9]([ .()-]{0,2}[0-9]){4,14}$`)

// Check returns every mistake in the metadata, joined: what is missing, what is no IRI, date, language or address, and
// what contradicts itself.
func (m *Metadata) Check() error {
	c := metadataChecker{}
	if len(m.Title) == 0 {
		c.fail("Title is empty: give the API a name in at least one language")
	}
	c.text("Title", m.Title)
	c.text("Description", m.Description)
	if !semanticVersion.MatchString(m.Version) {
		c.fail("Version %q: want a semantic version such as \"1.4.0\"", m.Version)
	}
	if !m.Issued.IsZero() && !m.Modified.IsZero() && m.Modified.Compare(m.Issued) < 0 {
		c.fail("Modified %s is before Issued %s", m.Modified, m.Issued)
	}
	c.iri("License", m.License)
	if m.License == "" && m.LicenseName != "" {
		c.fail("LicenseName %q without a License: give the licence's IRI", m.LicenseName)
	}
	c.iri("TermsOfService", m.TermsOfService)
	c.contact(&m.Contact)
	c.iri("Publisher.IRI", m.Publisher.IRI)
	c.text("Publisher.Name", m.Publisher.Name)
	c.iri("Publisher.Homepage", m.Publisher.Homepage)
	c.keywords(m.Keywords)
	if p := m.Temporal; !p.Start.IsZero() && !p.End.IsZero() && p.End.Compare(p.Start) < 0 {
		c.fail("Temporal.End %s is before its Start %s", p.End, p.Start)
	}
	c.iri("Spatial.IRI", m.Spatial.IRI)
	if m.Spatial.WKT != "" {
		if err := CheckWKT(m.Spatial.WKT); err != nil {
			c.fail("Spatial.WKT: %w", err)
		}
	}
	c.languages("Languages", m.Languages)
	c.catalog(m)
	return errors.Join(c.errs...)
}

type metadataChecker struct{ errs []error }

func (c *metadataChecker) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("Metadata."+format, args...))
}

func (c *metadataChecker) text(field string, t Text) {
	c.errs = append(c.errs, t.check("Metadata."+field)...)
}

func (c *metadataChecker) iri(field string, iri vocab.IRI) {
	if iri == "" {
		return
	}
	if err := vocab.CheckIRI(string(iri)); err != nil {
		c.fail("%s: want an absolute IRI: %w", field, err)
	}
}

func (c *metadataChecker) contact(contact *Contact) {
	c.iri("Contact.URL", contact.URL)
	if contact.Email != "" {
		address, err := mail.ParseAddress(contact.Email)
		if err != nil || address.Address != contact.Email || vocab.CheckURI("mailto:"+contact.Email) != nil {
			c.fail("Contact.Email %q: want an address such as \"api@example.org\"", contact.Email)
		}
	}
	if contact.Telephone != "" && !telephoneNumber.MatchString(contact.Telephone) {
		c.fail("Contact.Telephone %q: want the number in international form, such as \"+32 2 000 00 00\"", contact.Telephone)
	}
}

func (c *metadataChecker) keywords(keywords map[string][]string) {
	for _, lang := range sortedKeys(keywords) {
		if err := literal.CheckLanguageTag(lang); err != nil {
			c.fail("Keywords: %w", err)
		}
		for i, word := range keywords[lang] {
			switch {
			case strings.TrimSpace(word) == "":
				c.fail("Keywords: word %d in %q is empty", i+1, lang)
			case slices.Contains(keywords[lang][:i], word):
				c.fail("Keywords: %q stands twice in %q", word, lang)
			}
		}
	}
}

func (c *metadataChecker) languages(field string, tags []string) {
	for i, tag := range tags {
		if err := literal.CheckLanguageTag(tag); err != nil {
			c.fail("%s: %w", field, err)
		}
		if slices.ContainsFunc(tags[:i], func(t string) bool { return strings.EqualFold(t, tag) }) {
			c.fail("%s: %q stands twice", field, tag)
		}
	}
}
