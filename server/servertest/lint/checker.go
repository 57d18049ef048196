package lint

import (
	"fmt"

	"github.com/hydrant-ld/hydrant/hydra"
)

// checker collects the findings of the rules.
type checker struct {
	api       *hydra.API
	languages []string
	rule      Rule
	findings  []Finding
}

// add notes a finding of the current rule.
func (c *checker) add(where, message, fix string, args ...any) {
	c.addAs(c.rule.Severity, where, message, fix, args...)
}

// addAs notes a finding of the current rule with a severity of its own. The arguments are those of the fix.
func (c *checker) addAs(severity Severity, where, message, fix string, args ...any) {
	if len(args) > 0 {
		fix = fmt.Sprintf(fix, args...)
	}
	c.findings = append(c.findings, Finding{Rule: c.rule.Name, Where: where, Message: message, Fix: fix, Severity: severity})
}

// missing returns the API's languages that a text is not in; none for a text that is missing altogether, which other rules
// find.
func (c *checker) missing(has func(language string) bool) (languages []string) {
	for _, language := range c.languages {
		if !has(language) {
			languages = append(languages, language)
		}
	}
	if len(languages) == len(c.languages) {
		return nil
	}
	return languages
}
