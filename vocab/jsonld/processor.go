package jsonld

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/piprate/json-gold/ld"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
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

// ToRDF returns the statements of a document ([JSON-LD 1.1 API, 8.1]), as [Processor.Expand] reads it. Blank nodes get labels
// of their own. As the specification has it, statements with a relative IRI, such as a type that no context defines under a
// base that is none, are left out. The same document gives the same statements in the same order, those about one subject
// together.
//
// [JSON-LD 1.1 API, 8.1]: https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm
func (p *Processor) ToRDF(ctx context.Context, doc []byte, base string) ([]rdf.Quad, error) {
	return p.ToRDFWithContext(ctx, doc, base, nil)
}

// ToRDFWithContext is [Processor.ToRDF] for a document whose context is beside it; see [Processor.ExpandWithContext].
func (p *Processor) ToRDFWithContext(ctx context.Context, doc []byte, base string, external []byte) ([]rdf.Quad, error) {
	return run(ctx, p, doc, base, external, func(c *call) ([]rdf.Quad, error) {
		dataset, err := ld.NewJsonLdProcessor().ToRDF(c.document, c.options)
		if err != nil {
			return nil, err
		}
		quads, ok := dataset.(*ld.RDFDataset)
		if !ok {
			return nil, fmt.Errorf("the JSON-LD library returned a %T", dataset)
		}
		return fromDataset(quads)
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
		if c.options.ExpandContext, err = externalContext(external); err != nil {
			return none, err
		}
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
func externalContext(external []byte) (any, error) {
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

// fromDataset turns the library's statements into ours: the default graph first, then the others by name.
func fromDataset(dataset *ld.RDFDataset) ([]rdf.Quad, error) {
	var quads []rdf.Quad
	for _, name := range graphNames(dataset) {
		var graph rdf.Term
		switch label, blank := strings.CutPrefix(name, "_:"); {
		case name == defaultGraph:
		case blank:
			graph = rdf.NewBlankNode(label)
		default:
			graph = rdf.NewIRI(vocab.IRI(name))
		}
		start := len(quads)
		for _, q := range dataset.Graphs[name] {
			var quad rdf.Quad
			var errs [3]error
			quad.Graph = graph
			quad.Subject, errs[0] = fromNode(q.Subject)
			quad.Predicate, errs[1] = fromNode(q.Predicate)
			quad.Object, errs[2] = fromNode(q.Object)
			if err := errors.Join(errs[:]...); err != nil {
				return nil, err
			}
			quads = append(quads, quad)
		}
		// The library goes through a map of subjects: put them in an order, so that the same document gives the same bytes.
		slices.SortStableFunc(quads[start:], func(a, b rdf.Quad) int {
			return cmp.Or(cmp.Compare(a.Subject.Kind, b.Subject.Kind), strings.Compare(a.Subject.Value, b.Subject.Value))
		})
	}
	return quads, nil
}

func fromNode(node ld.Node) (rdf.Term, error) {
	switch n := node.(type) {
	case ld.IRI:
		return rdf.NewIRI(vocab.IRI(n.Value)), nil
	case ld.BlankNode:
		return rdf.NewBlankNode(strings.TrimPrefix(n.Attribute, "_:")), nil
	case ld.Literal:
		if n.Language != "" {
			return rdf.NewLangString(n.Value, n.Language), nil
		}
		return rdf.NewLiteral(n.Value, vocab.IRI(n.Datatype)), nil
	default:
		return rdf.Term{}, fmt.Errorf("the JSON-LD library returned a %T as a term", node)
	}
}

// defaultGraph is the library's name for the default graph, which sorts before every IRI and every blank node.
const defaultGraph = "@default"

func graphNames(dataset *ld.RDFDataset) []string {
	return slices.Sorted(maps.Keys(dataset.Graphs))
}
