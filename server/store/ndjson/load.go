package ndjson

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/hydrant-ld/hydrant/server/store"
)

// batch is how many records are stored at once.
const batch = 10_000

// Load reads all records of a source and stores the good ones. put stores all of its arguments or none, as the Put of package
// memory does; it is called with up to 10,000 at once, and again with each alone when it refused them together, so that one
// record that a store doesn't take costs that record only. report is called for each line that is rejected, as soon as it is;
// it may be nil. An identifier that stands on an earlier line already is a reason to reject a line.
//
// The error is that of the source, of ctx, or [store.ErrUnavailable]; what was stored until then stays.
func (r *Reader[T]) Load(ctx context.Context, source io.Reader, put func(...*T) error, report func(*RejectionError)) (Summary, error) {
	l := loader[T]{put: put, report: report, lines: map[string]int{}}
	for record, err := range r.Read(source) {
		var rejection *RejectionError
		switch {
		case ctx.Err() != nil:
			return l.summary, context.Cause(ctx)
		case errors.As(err, &rejection):
			l.reject(rejection)
			continue
		case err != nil:
			err = errors.Join(l.flush(), err)
			return l.summary, err
		}
		if earlier, ok := l.lines[record.ID]; ok {
			l.reject(&RejectionError{record.Line, record.ID, []string{fmt.Sprintf("the identifier is that of line %d already", earlier)}})
			continue
		}
		l.lines[record.ID] = record.Line
		if l.pending = append(l.pending, record); len(l.pending) == batch {
			if err := l.flush(); err != nil {
				return l.summary, err
			}
		}
	}
	err := l.flush()
	return l.summary, err
}

// loader is one run of Load.
type loader[T any] struct {
	put     func(...*T) error
	report  func(*RejectionError)
	pending []Record[T]
	// lines tells where an identifier was first.
	lines   map[string]int
	summary Summary
}

func (l *loader[T]) reject(r *RejectionError) {
	l.summary.Rejected++
	if l.report != nil {
		l.report(r)
	}
}

// flush stores what is pending.
func (l *loader[T]) flush() error {
	pending := l.pending
	l.pending = l.pending[:0]
	if len(pending) == 0 {
		return nil
	}
	values := make([]*T, len(pending))
	for i, record := range pending {
		values[i] = record.Value
	}
	err := l.put(values...)
	if err == nil {
		l.summary.Loaded += len(values)
		return nil
	}
	for _, record := range pending {
		if errors.Is(err, store.ErrUnavailable) {
			return err
		}
		if err = l.put(record.Value); err == nil {
			l.summary.Loaded++
			continue
		}
		if errors.Is(err, store.ErrUnavailable) {
			return err
		}
		l.reject(&RejectionError{record.Line, record.ID, []string{err.Error()}})
	}
	return nil
}
