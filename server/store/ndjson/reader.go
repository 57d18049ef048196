package ndjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// MaxLine is the length of the longest line that is read, in bytes: 1 MiB.
const MaxLine = 1 << 20

// Reader reads records of type T. It is immutable and safe for concurrent use.
type Reader[T any] struct {
	layout    *record.Type
	id        *record.Field
	validator shacl.Validator[T]
}

// Record is one record and where it was.
type Record[T any] struct {
	// Value is the record, which conforms to its class. It is nil beside an error.
	Value *T
	// ID is the record's identifier.
	ID string
	// Line is the number of the line, from 1.
	Line int
}

// NewReader returns a reader for the records of a class. The error is that of the class's declaration.
func NewReader[T any](class *hydra.Class[T]) (*Reader[T], error) {
	definition, err := class.Definition()
	if err != nil {
		return nil, err
	}
	validator, err := shacl.NewValidator[T](definition.Schema)
	if err != nil {
		return nil, err
	}
	layout := definition.Schema.Layout()
	return &Reader[T]{layout: layout, id: layout.Identifier(), validator: validator}, nil
}

// Read reads all records of a source, one at a time: memory is bounded by the longest line. A [*RejectionError] is the
// error of a line that is no record, and the sequence goes on behind it; any other error is the source's, and ends it.
func (r *Reader[T]) Read(source io.Reader) iter.Seq2[Record[T], error] {
	return func(yield func(Record[T], error) bool) {
		lines := newLineReader(source, MaxLine)
		for {
			line, tooLong, err := lines.next()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(Record[T]{Line: lines.number}, fmt.Errorf("line %d: %w", lines.number, err))
				}
				return
			}
			if !tooLong && len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			got := Record[T]{Line: lines.number}
			var reasons []string
			if tooLong {
				reasons = []string{fmt.Sprintf("the line is longer than %d bytes", MaxLine)}
			} else {
				got.Value, got.ID, reasons = r.parse(line)
			}
			if reasons != nil {
				err = &RejectionError{Line: got.Line, ID: got.ID, Reasons: reasons}
				got.Value = nil
			}
			if !yield(got, err) {
				return
			}
		}
	}
}

// parse reads a line. The identifier is returned beside the reasons why the line is no record, too, if there is one.
func (r *Reader[T]) parse(line []byte) (value *T, id string, reasons []string) {
	if reason := checkText(line); reason != "" {
		return nil, "", []string{reason}
	}
	var s scan
	s.object(r.layout, line, "", 1)
	value = new(T)
	if err := json.Unmarshal(line, value); err != nil {
		s = scan{types: true}
		if s.object(r.layout, line, "", 1); s.reasons == nil { // the types all fit by themselves: it can't be
			s.reasons = []string{err.Error()}
		}
	}
	id = r.identifier(unsafe.Pointer(value)) //nolint:gosec // the layout of T reads it
	if s.reasons != nil {
		return nil, id, s.reasons
	}
	report := r.validator.Validate(value)
	for _, result := range report.Results() {
		if result.Severity == vocab.SHViolation {
			reasons = append(reasons, result.String())
		}
	}
	if report.Truncated() {
		reasons = append(reasons, "and more")
	}
	return value, id, reasons
}

// identifier returns the identifier of the record at p, "" when there is none, or when it is too long to name the record by.
func (r *Reader[T]) identifier(p unsafe.Pointer) string {
	if r.id == nil || r.id.Len(p) == 0 {
		return ""
	}
	if id := record.String(r.id.At(p, 0)); len(id) <= longestID {
		return id
	}
	return ""
}

// longestID is the length of the longest identifier that names a record, in bytes.
const longestID = 512
