package rdf

import (
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Options says how a reader reads. The zero value reads documents without relative references, with the default [Limits].
type Options struct {
	// Base is the address of the document, against which relative references are resolved until the document names another
	// base; "" means that a relative reference is an error. It is an absolute IRI. N-Triples and N-Quads know no relative
	// references and do not look at it.
	Base vocab.IRI
	// Limits bounds what is accepted.
	Limits Limits
	// Prefixes is called, unless it is nil, for each prefix that the document declares, in the order of the document and
	// before the statements that use it. A document may declare a prefix twice: the last declaration counts. The prefix has
	// no colon and is often "". N-Triples and N-Quads have no prefixes.
	Prefixes func(prefix string, namespace vocab.IRI)
}

func (o Options) withDefaults() Options {
	o.Limits = o.Limits.withDefaults()
	if o.Prefixes == nil {
		o.Prefixes = func(string, vocab.IRI) {}
	}
	return o
}

// check says why the options cannot be met.
func (o Options) check() error {
	if o.Base != "" && !startsWithScheme([]byte(o.Base)) {
		return fmt.Errorf("base %q: want an absolute IRI such as http://example.org/data, or nothing", o.Base)
	}
	return nil
}
