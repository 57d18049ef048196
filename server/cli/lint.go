package cli

import (
	"context"
	"errors"
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
	summary := "lint: " + counted(counts[lint.Error], "error") + ", " + counted(counts[lint.Warning], "warning")
	if counts[lint.Error] > 0 || c.Strict && counts[lint.Warning] > 0 {
		return errors.New(summary)
	}
	r.say("%s: %s", r.app.Name, summary)
	return nil
}

// counted is a number of things in words.
func counted(n int, thing string) string {
	switch n {
	case 0:
		return "no " + thing + "s"
	case 1:
		return "1 " + thing
	default:
		return fmt.Sprintf("%d %ss", n, thing)
	}
}
