package vocab

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Prefixes is a table of prefixes and the namespaces they stand for. It is immutable: [Prefixes.With] returns a larger one.
// It may be used by any number of goroutines. The zero value and nil are empty tables.
type Prefixes struct {
	// bindings is sorted by prefix.
	bindings []binding
	// byLength is sorted by falling length of the namespace, then by prefix: the first match is the longest.
	byLength []binding
}

type binding struct{ prefix, namespace string }

// StandardPrefixes returns the table of the vocabularies that this package has constants for, under the prefixes that
// their specifications use (DCMI terms are dct, GeoSPARQL is geo, schema.org is schema with https). Every call builds the
// table anew: keep it.
func StandardPrefixes() *Prefixes {
	return newPrefixes([]binding{
		{"adms", NSADMS},
		{"cc", NSCC},
		{"dc", NSDC},
		{"dcat", NSDCAT},
		{"dct", NSDCT},
		{"dqv", NSDQV},
		{"foaf", NSFOAF},
		{"geo", NSGeoSPARQL},
		{"hydra", NSHydra},
		{"ldes", NSLDES},
		{"ldp", NSLDP},
		{"locn", NSLOCN},
		{"odrl", NSODRL},
		{"owl", NSOWL},
		{"prov", NSPROV},
		{"rdf", NSRDF},
		{"rdfs", NSRDFS},
		{"schema", NSSchema},
		{"sh", NSSH},
		{"skos", NSSKOS},
		{"spdx", NSSPDX},
		{"time", NSOWLTime},
		{"tree", NSTREE},
		{"vcard", NSVCard},
		{"void", NSVoID},
		{"xsd", NSXSD},
	})
}

// newPrefixes takes ownership of bindings.
func newPrefixes(bindings []binding) *Prefixes {
	slices.SortFunc(bindings, func(a, b binding) int { return strings.Compare(a.prefix, b.prefix) })
	byLength := slices.Clone(bindings)
	slices.SortStableFunc(byLength, func(a, b binding) int { return len(b.namespace) - len(a.namespace) })
	return &Prefixes{bindings: bindings, byLength: byLength}
}

// With returns a table that has one prefix more. The prefix is a letter followed by letters, digits, "-", "_" and ".", and
// does not end in "."; the namespace is an absolute IRI. A prefix that already stands for another namespace is an error, as
// a CURIE must not change its meaning; the same binding once more is not. The receiver is left as it is.
func (p *Prefixes) With(prefix, namespace string) (*Prefixes, error) {
	if !isPrefix(prefix) {
		return nil, fmt.Errorf("prefix %q: want a letter followed by letters, digits, \"-\", \"_\" or \".\", not ending in \".\"", prefix)
	}
	if isOpaqueScheme(prefix) {
		return nil, fmt.Errorf("prefix %q is a URI scheme: an IRI that begins with it would read as a CURIE", prefix)
	}
	if err := CheckIRI(namespace); err != nil {
		return nil, fmt.Errorf("prefix %q: namespace: %w", prefix, err)
	}
	if old, ok := p.Namespace(prefix); ok {
		if old == namespace {
			return p, nil
		}
		return nil, fmt.Errorf("prefix %q already stands for %s: choose another prefix for %s", prefix, old, namespace)
	}
	var bindings []binding
	if p != nil {
		bindings = slices.Clone(p.bindings)
	}
	return newPrefixes(append(bindings, binding{prefix, namespace})), nil
}

// Namespace returns the namespace that a prefix stands for.
func (p *Prefixes) Namespace(prefix string) (string, bool) {
	if p == nil {
		return "", false
	}
	i, ok := slices.BinarySearchFunc(p.bindings, prefix, func(b binding, s string) int { return strings.Compare(b.prefix, s) })
	if !ok {
		return "", false
	}
	return p.bindings[i].namespace, true
}

// All yields every prefix with its namespace, sorted by prefix.
func (p *Prefixes) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if p == nil {
			return
		}
		for _, b := range p.bindings {
			if !yield(b.prefix, b.namespace) {
				return
			}
		}
	}
}

// Expand returns the IRI that a CURIE such as "schema:Event" stands for. An absolute IRI is returned as it is, when it has
// an authority ("https://example.org/x"), one of the common schemes without one ("urn:isbn:1", "mailto:a@b.nl", "tag:",
// "tel:", "did:", "data:", "info:"), or angle brackets round it ("<x:y>"). Anything else with a colon is a CURIE whose
// prefix is not in the table, a [*PrefixError]: a misspelt prefix must not become a scheme. The result is always a
// well-formed IRI.
func (p *Prefixes) Expand(curieOrIRI string) (IRI, error) {
	s := curieOrIRI
	if inner, ok := strings.CutPrefix(s, "<"); ok {
		if inner, ok = strings.CutSuffix(inner, ">"); !ok {
			return "", fmt.Errorf("IRI %q: the closing %q is missing", s, ">")
		}
		return checkedIRI(inner)
	}
	prefix, local, ok := strings.Cut(s, ":")
	if !ok {
		return "", fmt.Errorf("%q is neither a CURIE (prefix:name) nor an absolute IRI", s)
	}
	if strings.HasPrefix(local, "//") || isOpaqueScheme(prefix) {
		return checkedIRI(s)
	}
	namespace, ok := p.Namespace(prefix)
	if !ok {
		return "", p.unknown(s, prefix)
	}
	return checkedIRI(namespace + local)
}

func checkedIRI(s string) (IRI, error) {
	if err := CheckIRI(s); err != nil {
		return "", err
	}
	return IRI(s), nil
}

// Compact returns the CURIE of an IRI under the longest namespace that is a prefix of it. It reports false when there is
// none, and when what follows the namespace is empty or would need escaping in Turtle or JSON-LD: only letters, digits,
// "_" and, inside, "-" and "." of ASCII are safe.
func (p *Prefixes) Compact(iri IRI) (string, bool) {
	prefix, local, ok := p.split(iri)
	if !ok {
		return "", false
	}
	return prefix + ":" + local, true
}

// split finds prefix and safe local name of an IRI.
func (p *Prefixes) split(iri IRI) (prefix, local string, ok bool) {
	if p == nil {
		return "", "", false
	}
	for i := range p.byLength {
		if local, found := strings.CutPrefix(string(iri), p.byLength[i].namespace); found && isSafeLocal(local) {
			return p.byLength[i].prefix, local, true
		}
	}
	return "", "", false
}

// PrefixError says that a CURIE has a prefix which is not in the table.
type PrefixError struct {
	// CURIE is what was to be expanded.
	CURIE string
	// Prefix is the unknown prefix.
	Prefix string
	// Suggestion is the known prefix that is most like it, or "".
	Suggestion string
	// Known lists the known prefixes, sorted.
	Known []string
}

// Error implements error: what is unknown, the most similar prefix, and all prefixes there are.
func (e *PrefixError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "unknown prefix %q in %q", e.Prefix, e.CURIE)
	if e.Suggestion != "" {
		fmt.Fprintf(&b, ": did you mean %q?", e.Suggestion)
	}
	if len(e.Known) > 0 {
		fmt.Fprintf(&b, " (known: %s)", strings.Join(e.Known, ", "))
	}
	return b.String()
}

func (p *Prefixes) unknown(curie, prefix string) error {
	e := &PrefixError{CURIE: curie, Prefix: prefix}
	for known := range p.All() {
		e.Known = append(e.Known, known)
	}
	e.Suggestion, _ = Closest(prefix, e.Known)
	return e
}

// isOpaqueScheme reports whether s is a scheme in common use whose IRIs have no authority, so that a colon after it does
// not make a CURIE.
func isOpaqueScheme(s string) bool {
	switch s {
	case "urn", "mailto", "tag", "tel", "did", "data", "info":
		return true
	}
	return false
}

func isPrefix(s string) bool {
	if s == "" || !isAlpha(s[0]) || s[len(s)-1] == '.' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isAlnum(c) && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}

func isSafeLocal(s string) bool {
	if s == "" || s[0] == '-' || s[0] == '.' || s[len(s)-1] == '.' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isAlnum(c) && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}
