package jsonld

import (
	"context"
	"errors"
	"fmt"

	"github.com/piprate/json-gold/ld"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Config is what a [Processor] is made from.
type Config struct {
	// Contexts are the context documents of our own, JSON objects with a member @context, by absolute URL. They may refer to
	// each other and to the Hydra context by absolute URL, but not in a circle. A document of one of the Hydra context's own
	// URLs replaces it.
	Contexts map[string][]byte
	// Limits bounds what is accepted; its zero value is meant for the body of a request.
	Limits Limits
}

// Processor reads JSON-LD 1.1. It is immutable, and any number of goroutines may use it.
type Processor struct {
	contexts contextSet
	limits   Limits
}

// NewProcessor returns a processor that knows the Hydra context and the given ones. The error joins everything that is wrong
// with the contexts.
func NewProcessor(config Config) (*Processor, error) {
	contexts, err := newContextSet(config.Contexts)
	if err != nil {
		return nil, err
	}
	return &Processor{contexts: contexts, limits: config.Limits.withDefaults()}, nil
}

// Expand returns a document in expanded form ([JSON-LD 1.1 API, 5.1]): an array of node objects, with strings, float64,
// bool, nil, []any and map[string]any below them. base is the absolute IRI of the document: relative references in it,
// those to contexts included, are resolved against it. The error is an [*Error].
//
// The call ends when ctx does, or at the deadline of the limits. What it started then ends at the next node of the document.
//
// [JSON-LD 1.1 API, 5.1]: https://www.w3.org/TR/json-ld11-api/#expansion-algorithm
func (p *Processor) Expand(ctx context.Context, doc []byte, base string) ([]any, error) {
	return p.ExpandWithContext(ctx, doc, base, nil)
}

// ExpandWithContext is [Processor.Expand] for a document whose context is beside it, as that of plain JSON with a
// Link rel="http://www.w3.org/ns/json-ld#context" is. external is a context document, an object with a member @context; its
// value may be the URL of a context the processor knows: {"@context": "/api/contexts/events.jsonld"}. It counts as ours: the
// limits on contexts and terms do not apply to it. A nil external is no context.
func (p *Processor) ExpandWithContext(ctx context.Context, doc []byte, base string, external []byte) ([]any, error) {
	return run(ctx, p, doc, base, external, func(c *call) ([]any, error) {
		return ld.NewJsonLdProcessor().Expand(c.document, c.options)
	})
}

// call is one run of the JSON-LD library.
type call struct {
	document any
	options  *ld.JsonLdOptions
}

// abandoned stops a run that nobody waits for any more, from inside the library.
type abandoned struct{}

// run scans a document and hands it to the library, which runs beside the caller so that a deadline ends the wait.
func run[T any](ctx context.Context, p *Processor, doc []byte, base string, external []byte, work func(*call) (T, error)) (T, error) {
	var none T
	ctx, cancel := context.WithTimeout(ctx, p.limits.Deadline)
	defer cancel()
	if err := vocab.CheckIRI(base); err != nil {
		return none, &Error{Code: CodeDocument, Reason: "the base of the document: " + err.Error(), cause: err}
	}
	document, references, err := scan(doc, p.limits)
	if err != nil {
		return none, err
	}
	l := &loader{set: p.contexts, left: p.limits.Contexts + len(p.contexts)}
	c := &call{document: document, options: ld.NewJsonLdOptions(base)}
	c.options.DocumentLoader = l
	c.options.ExpandedElementHandler = func(string, any) {
		if ctx.Err() != nil {
			panic(abandoned{}) //nolint:forbidigo // the only way to stop the library, recovered below
		}
	}
	if external != nil {
		own, err := externalContext(external)
		if err != nil {
			return none, err
		}
		c.options.ExpandContext = own
	}
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if r := recover(); r != nil {
				o = outcome{err: fmt.Errorf("the JSON-LD library panicked: %v", r)}
			}
			done <- o
		}()
		o.value, o.err = work(c)
	}()
	select {
	case <-ctx.Done():
		return none, tooLate(ctx)
	case o := <-done:
		switch {
		case o.err == nil:
			return o.value, nil
		case ctx.Err() != nil:
			return none, tooLate(ctx)
		case l.err != nil:
			return none, l.explain(base, references)
		default:
			return none, fromLibrary(o.err)
		}
	}
}

func tooLate(ctx context.Context) error {
	return &Error{Code: CodeDeadline, Reason: "processing took longer than allowed", cause: context.Cause(ctx)}
}

// externalContext reads a context document that came beside the document.
func externalContext(external []byte) (map[string]any, error) {
	v, _, err := scan(external, OwnLimits())
	if err != nil {
		if e, ok := errors.AsType[*Error](err); ok {
			e.Reason = "external context: " + e.Reason
		}
		return nil, err
	}
	object, _ := v.(map[string]any)
	if _, ok := object["@context"]; !ok {
		return nil, &Error{Code: CodeDocument, Reason: "external context: want an object with a member @context"}
	}
	return object, nil
}

// explain adds to the error of a loader where in the document the context is asked for.
func (l *loader) explain(base string, references []reference) error {
	var e *Error
	if !errors.As(l.err, &e) {
		return l.err
	}
	located := *e
	for _, ref := range references {
		if resolved, err := vocab.Resolve(base, ref.name); l.refused != "" && (ref.name == l.refused || err == nil && resolved == l.refused) {
			located.Pointer = ref.pointer
			break
		}
	}
	return &located
}

// fromLibrary turns what the library reports into an error of ours.
func fromLibrary(err error) error {
	e := &Error{Code: CodeDocument, cause: err}
	if ldErr, ok := errors.AsType[*ld.JsonLdError](err); ok {
		e.Reason = string(ldErr.Code)
		if details := fmt.Sprint(ldErr.Details); ldErr.Details != nil && details != "" {
			e.Reason += ": " + shorten(details)
		}
		return e
	}
	e.Reason = "the document cannot be processed: " + shorten(err.Error())
	return e
}
