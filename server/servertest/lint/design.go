package lint

import "regexp"

// majorVersion is a segment of a path that is a version: /v1, or /v1.1.
var majorVersion = regexp.MustCompile(`/v[0-9]`)

// designRules are about what the Dutch API design rules want of an OpenAPI document, beyond what is always in it or is an
// error of other rules: https://gitdocumentatie.logius.nl/publicatie/api/adr/.
func designRules() []Rule {
	return []Rule{
		{"contact-complete", Warning, "the contact point lacks a name, an e-mail address or a page, all of which the Dutch API design rules want", func(c *checker) {
			p := c.api.Metadata().Contact
			if !reachable(p) {
				return // the rule contact says it
			}
			for _, part := range []struct{ name, value, fix string }{
				{"Name", p.Name, `give the name of whom to ask, such as "API desk"`},
				{"Email", p.Email, `give an address, such as "api@example.org"`},
				{"URL", string(p.URL), "give the page of the contact point"},
			} {
				if part.value == "" {
					c.add("Metadata.Contact."+part.name, "info.contact of the OpenAPI document lacks it", part.fix)
				}
			}
		}},
		{"version-in-path", Info, "the base URL has no major version, which the Dutch API design rules want", func(c *checker) {
			if base := c.api.Base(); !majorVersion.MatchString(base.Path) {
				c.add("BaseURL", base.URL+" says not which major version of the API is there", `give it a path that ends in one, such as "/v1"`)
			}
		}},
	}
}
