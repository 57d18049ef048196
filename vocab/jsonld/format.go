package jsonld

import (
	"context"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Format returns JSON-LD as a format beside those of [rdf.Formats]: append(rdf.Formats(), jsonld.Format(ctx, processor)).
// Reading ends when the context does.
//
// Documents are read whole, within the limits of the processor and the number of bytes and statements of the options'. The
// prefixes that are reported are those of the contexts at the top of the document. Without a base, relative references are
// an error, as in the other formats. The error is an [*Error], or what the reader returned.
//
// Documents are written as [Write] does: in compacted form when there are prefixes, otherwise in expanded form.
func Format(ctx context.Context, p *Processor) rdf.Format {
	return rdf.Format{
		Name: "jsonld", Title: "JSON-LD", MediaTypes: []string{"application/ld+json"}, Extensions: []string{".jsonld", ".json"},
		Graphs: true,
		Read: func(r io.Reader, o rdf.Options) iter.Seq2[rdf.Quad, error] {
			return func(yield func(rdf.Quad, error) bool) {
				quads, err := p.readFormat(ctx, r, o)
				for _, q := range quads {
					if !yield(q, nil) {
						return
					}
				}
				if err != nil {
					yield(rdf.Quad{}, err)
				}
			}
		},
		Write: func(w io.Writer, quads []rdf.Quad, prefixes *vocab.Prefixes) error {
			return Write(w, rdf.NewDataset(quads...), prefixes)
		},
	}
}

// noBase takes the place of the base that is not known. RFC 2606 keeps the name from being anybody's.
const noBase = "http://base.invalid/none/given/"

func (p *Processor) readFormat(ctx context.Context, r io.Reader, o rdf.Options) ([]rdf.Quad, error) {
	most := p.limits.Size
	if o.Limits.Bytes > 0 {
		most = min(most, o.Limits.Bytes)
	}
	doc, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err != nil {
		return nil, err
	}
	if len(doc) > most {
		return nil, &Error{Code: CodeLimit, Reason: fmt.Sprintf("more than %d bytes", most)}
	}
	base := string(o.Base)
	if base == "" {
		base = noBase
	}
	quads, err := p.ToRDF(ctx, doc, base)
	if err != nil {
		return nil, err
	}
	if o.Limits.Statements > 0 && len(quads) > o.Limits.Statements {
		return nil, &Error{Code: CodeLimit, Reason: fmt.Sprintf("more than %d statements", o.Limits.Statements)}
	}
	if o.Base == "" {
		if err := checkNoBase(quads); err != nil {
			return nil, err
		}
	}
	if o.Prefixes != nil {
		if v, _, err := scan(doc, p.limits); err == nil {
			reportPrefixes(v, o.Prefixes)
		}
	}
	return quads, nil
}

// checkNoBase refuses what came of a relative reference.
func checkNoBase(quads []rdf.Quad) error {
	for _, q := range quads {
		for _, t := range [5]string{string(q.Subject.IRI()), string(q.Predicate.IRI()), string(q.Object.IRI()), string(q.Graph.IRI()), string(q.Object.Datatype)} {
			if strings.HasPrefix(t, noBase[:len("http://base.invalid/")]) {
				return &Error{Code: CodeDocument, Reason: fmt.Sprintf("the document has a relative reference, %q, and there is no base to resolve it against",
					strings.TrimPrefix(t, noBase))}
			}
		}
	}
	return nil
}

// reportPrefixes reports the terms of the contexts at the top of a document that can only be prefixes.
func reportPrefixes(document any, report func(prefix string, namespace vocab.IRI)) {
	switch v := document.(type) {
	case []any:
		for _, item := range v {
			reportPrefixes(item, report)
		}
	case map[string]any:
		contexts, ok := v["@context"].([]any)
		if !ok {
			contexts = []any{v["@context"]}
		}
		for _, c := range contexts {
			terms, _ := c.(map[string]any)
			for _, term := range slices.Sorted(maps.Keys(terms)) {
				namespace, _ := terms[term].(string)
				if definition, ok := terms[term].(map[string]any); ok && definition["@prefix"] == true {
					namespace, _ = definition["@id"].(string)
				} else if !strings.HasSuffix(namespace, "#") && !strings.HasSuffix(namespace, "/") && !strings.HasSuffix(namespace, ":") {
					continue
				}
				if !strings.HasPrefix(term, "@") && isIRI(namespace) {
					report(term, vocab.IRI(namespace))
				}
			}
		}
	}
}
