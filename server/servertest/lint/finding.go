package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server"
)

// Severity says how much a finding matters.
type Severity uint8

// The severities.
const (
	// Error: the API should not be published like this.
	Error Severity = iota
	// Warning: somebody will miss something.
	Warning
	// Info: it could be better.
	Info
)

// String is "error", "warning" or "info".
func (s Severity) String() string { return [...]string{"error", "warning", "info"}[s] }

// Finding is something that an API lacks.
type Finding struct {
	// Rule is the name of a rule.
	Rule string
	// Where is the place: "Metadata.License", "/events", "/events location.address".
	Where string
	// Message says what is wrong, Fix what to write.
	Message, Fix string
	Severity     Severity
}

// String is the finding in one line.
func (f Finding) String() string {
	return fmt.Sprintf("%-7s  %s  %s: %s; %s", f.Severity, f.Rule, f.Where, f.Message, f.Fix)
}

// Rule describes a rule.
type Rule struct {
	// Name is what findings call it.
	Name string
	// Severity is that of its findings, unless the rule says otherwise in particular cases.
	Severity Severity
	// Summary says what a finding says.
	Summary string

	check func(*checker)
}

// Rules lists all rules.
func Rules() []Rule {
	return slices.Concat(metadataRules(), profileRules(), designRules(), classRules(), propertyRules())
}

// Check returns what an API lacks, errors first; the order within a severity is that of the rules and of the declarations.
func Check(s *server.Server) []Finding {
	api := s.API()
	c := &checker{api: api, languages: api.Metadata().Languages}
	for _, rule := range Rules() {
		c.rule = rule
		rule.check(c)
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Compare(a.Severity, b.Severity) })
	return c.findings
}

// list joins words for a message.
func list(words []string) string { return strings.Join(words, ", ") }
