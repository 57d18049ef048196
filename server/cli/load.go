package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/internal/progress"
	"github.com/hydrant-ld/hydrant/server/store/ndjson"
)

// className is what stands before the equals sign of CLASS=FILE.
var className = regexp.MustCompile(`^[a-z0-9-]+$`)

// splitData splits a value of --data. The class is "" when it names a file alone.
func splitData(value string) (class, file string) {
	if before, after, ok := strings.Cut(value, "="); ok && className.MatchString(before) {
		return before, after
	}
	return "", value
}

// Load loads the records of a class into a store: those of the file that --data names for it, else those of usual, the ones
// that the program brings along. A file is meant for a class when it is given as CLASS=FILE, with the class's path without
// its slash ("events=spring.ndjson"), or when it is given alone and no other class has taken it. put stores all its arguments
// or none, as the Put of package memory does. usual may be nil for none.
//
// Records are read strictly and validated against the class's shapes (see package ndjson). Those of a file that are no
// records are reported on stderr, by line, with every reason, and the good ones are kept; it is an error when there are none.
// Those that the program brings along must all be good. On a terminal there is a progress bar.
func Load[T any](ctx context.Context, s Settings, class *hydra.Class[T], usual io.Reader, put func(...*T) error) error {
	reader, err := ndjson.NewReader(class)
	if err != nil {
		return err
	}
	definition, err := class.Definition()
	if err != nil {
		return err
	}
	value, file, ok := s.take(definition.Name)
	if !ok {
		return loadUsual(ctx, reader, definition.Name, usual, put)
	}
	source, err := s.open(file)
	if err != nil {
		return fmt.Errorf("--data %s: %w", value, err)
	}
	stderr := s.Stderr
	if stderr == nil {
		stderr = io.Discard
	}
	p := progress.NewReader(source, stderr, "Loading "+definition.Name)
	summary, err := reader.Load(ctx, p, put, func(rejection *ndjson.RejectionError) { p.Say("%s: %v", file, rejection) })
	err = errors.Join(err, p.Finish(), source.Close())
	switch {
	case err != nil:
		return fmt.Errorf("--data %s: %w", value, err)
	case summary.Loaded == 0 && summary.Rejected > 0:
		return fmt.Errorf("--data %s: %s: is it another class's file?", value, summary)
	}
	p.Say("%s: %s", file, summary)
	return nil
}

// take finds the file for a class.
func (s *Settings) take(name string) (value, file string, ok bool) {
	for _, value := range s.Data {
		class, file := splitData(value)
		if class == name || class == "" && !s.taken[value] {
			if s.taken != nil {
				s.taken[value] = true
			}
			return value, file, true
		}
	}
	return "", "", false
}

// open opens a file; "-" is stdin.
func (s *Settings) open(file string) (io.ReadCloser, error) {
	switch {
	case file != "-":
		return os.Open(file) //nolint:gosec // the person at the keyboard names it
	case s.Stdin != nil:
		return io.NopCloser(s.Stdin), nil
	default:
		return io.NopCloser(os.Stdin), nil
	}
}

func loadUsual[T any](ctx context.Context, reader *ndjson.Reader[T], name string, usual io.Reader, put func(...*T) error) error {
	if usual == nil {
		return nil
	}
	var errs []error
	_, err := reader.Load(ctx, usual, put, func(rejection *ndjson.RejectionError) {
		errs = append(errs, fmt.Errorf("the records that the program brings along, %s: %w", name, rejection))
	})
	return errors.Join(append(errs, err)...)
}
