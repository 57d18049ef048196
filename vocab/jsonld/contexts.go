package jsonld

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/piprate/json-gold/ld"

	"github.com/hydrant-ld/hydrant/vocab"
)

// hydraContextNames lists the URLs under which the Hydra context is published or asked for.
func hydraContextNames() []string {
	return []string{
		vocab.HydraContextURL,
		"https://www.w3.org/ns/hydra/context.jsonld",
		"http://www.w3.org/ns/hydra/core",
		"https://www.w3.org/ns/hydra/core",
		"http://www.hydra-cg.com/spec/latest/core/core.jsonld",
		"https://www.hydra-cg.com/spec/latest/core/core.jsonld",
	}
}

// contextSet is the closed set of contexts of a processor: it is never written after newContextSet.
type contextSet map[string]any

// newContextSet parses the contexts and checks that all contexts they refer to are in the set, without a circle: the
// JSON-LD library would follow one until the stack is used up.
func newContextSet(own map[string][]byte) (contextSet, error) {
	set := contextSet{}
	references := map[string][]reference{}
	var errs []error
	add := func(name string, document []byte) {
		if err := vocab.CheckIRI(name); err != nil {
			errs = append(errs, fmt.Errorf("context: %w", err))
			return
		}
		v, refs, err := scan(document, OwnLimits())
		if err != nil {
			errs = append(errs, fmt.Errorf("context %s: %w", name, err))
			return
		}
		object, _ := v.(map[string]any)
		if _, ok := object["@context"]; !ok {
			errs = append(errs, fmt.Errorf("context %s: want an object with a member @context", name))
			return
		}
		set[name] = v
		references[name] = refs
	}
	for _, name := range hydraContextNames() {
		if _, replaced := own[name]; !replaced {
			add(name, vocab.HydraContext())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		add(name, own[name])
	}
	if len(errs) == 0 {
		errs = set.checkReferences(references)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return set, nil
}

// checkReferences refuses references to what is not in the set, and circles. A relative reference in a context is refused
// too: what it means depends on the document that uses the context.
func (c contextSet) checkReferences(references map[string][]reference) []error {
	var errs []error
	state := map[string]int{}
	const (
		visiting = 1
		done     = 2
	)
	var visit func(name string) bool
	visit = func(name string) bool {
		switch state[name] {
		case visiting:
			return false
		case done:
			return true
		}
		state[name] = visiting
		for _, ref := range references[name] {
			if _, ok := c[ref.name]; !ok {
				errs = append(errs, fmt.Errorf("context %s: %s: %s", name, ref.pointer, c.unknown(ref.name)))
				continue
			}
			if !visit(ref.name) {
				errs = append(errs, fmt.Errorf("context %s: %s: %s leads back to itself", name, ref.pointer, ref.name))
			}
		}
		state[name] = done
		return true
	}
	for _, name := range slices.Sorted(maps.Keys(references)) {
		visit(name)
	}
	return errs
}

// mostNamed is how many contexts an error message names.
const mostNamed = 10

// unknown says that a context is not in the set, and what is.
func (c contextSet) unknown(name string) string {
	known := slices.Sorted(maps.Keys(c))
	more := ""
	if len(known) > mostNamed {
		more = fmt.Sprintf(" and %d more", len(known)-mostNamed)
		known = known[:mostNamed]
	}
	return fmt.Sprintf("the context %q is not available here, and contexts are never fetched; available: %s%s",
		shorten(name), strings.Join(known, ", "), more)
}

// loader gives the JSON-LD library contexts out of the set, for one call.
type loader struct {
	set contextSet
	// left is how many more contexts may be loaded.
	left int
	// refused is the first context that was not in the set, with what to tell.
	refused string
	err     error
}

// LoadDocument implements the loader of the JSON-LD library: never the network, never a file.
func (l *loader) LoadDocument(name string) (*ld.RemoteDocument, error) {
	if l.err != nil {
		return nil, l.err
	}
	document, ok := l.set[name]
	if !ok {
		l.refused = name
		l.err = &Error{Code: CodeContext, Reason: l.set.unknown(name)}
		return nil, l.err
	}
	if l.left--; l.left < 0 {
		l.err = &Error{Code: CodeLimit, Reason: "more contexts to load than the limit on contexts allows"}
		return nil, l.err
	}
	return &ld.RemoteDocument{DocumentURL: name, Document: ld.CloneDocument(document)}, nil
}
