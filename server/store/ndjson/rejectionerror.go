package ndjson

import (
	"fmt"
	"strings"
)

// A RejectionError says why a line is no record.
type RejectionError struct {
	// Line is the number of the line, from 1.
	Line int
	// ID is the identifier of the record, "" if it couldn't be read.
	ID string
	// Reasons are all that is wrong with the line, or the first of it when its JSON is broken; each names the place in the
	// record where it has one.
	Reasons []string
}

// Error implements error: the line, the identifier, the reasons.
func (r *RejectionError) Error() string {
	where := fmt.Sprintf("line %d", r.Line)
	if r.ID != "" {
		where += " (" + r.ID + ")"
	}
	return where + ": " + strings.Join(r.Reasons, "; ")
}

// Summary counts the lines of a file that hold something.
type Summary struct {
	// Loaded are the records that were stored, Rejected the lines that were not.
	Loaded, Rejected int
}

// String is the summary in words: "6008 loaded, 3 rejected".
func (s Summary) String() string { return fmt.Sprintf("%d loaded, %d rejected", s.Loaded, s.Rejected) }
