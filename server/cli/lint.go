package cli

import (
	"context"
	"fmt"

	"github.com/hydrant-ld/hydrant/server/servertest/lint"
)

// lintCommand says what the declarations lack.
type lintCommand struct {
	Strict bool `help:"Fail on warnings, too."`
	Rules  bool `help:"List the rules instead."`
}

// Help is what --help of the command says beside the options.
func (*lintCommand) Help() string {
	return `One finding a line on stdout, in order of severity: severity, rule, place, what is wrong and what would be right. It ends with code 1 when there is an error.`
}

func (c *lintCommand) run(ctx context.Context, r *run) error {
	if c.Rules {
		for _, rule := range lint.Rules() {
			_, _ = fmt.Fprintf(r.stdout, "%-7s  %-20s  %s\n", rule.Severity, rule.Name, rule.Summary)
		}
		return nil
	}
	s, err := r.describe(ctx)
	if err != nil {
		return err
	}
	counts := map[lint.Severity]int{}
	for _, finding := range lint.Check(s) {
		counts[finding.Severity]++
		if _, err := fmt.Fprintln(r.stdout, finding); err != nil {
			return err
		}
	}
	switch failed := counts[lint.Error]; {
	case failed > 0 || c.Strict && counts[lint.Warning] > 0:
		return fmt.Errorf("lint: %d errors, %d warnings", failed, counts[lint.Warning])
	default:
		r.say("%s: lint: no errors, %d warnings", r.app.Name, counts[lint.Warning])
		return nil
	}
}
