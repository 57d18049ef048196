package core

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// TextOptions says how a report is written for people.
type TextOptions struct {
	// Prefixes shorten IRIs; nil means [vocab.StandardPrefixes].
	Prefixes *vocab.Prefixes
	// FocusNodes is how many focus nodes are named in each group; 0 means 3.
	FocusNodes int
	// Languages are those of the reader, best first; nil means English.
	Languages []string
}

// WriteText writes the report for a person at a terminal: a headline, then the results in groups of what is wrong in the same
// way – by shape, path, component and message –, the worst severity first, each with its number and the first few focus
// nodes.
func (r *Report) WriteText(w io.Writer, o TextOptions) error {
	if o.Prefixes == nil {
		o.Prefixes = vocab.StandardPrefixes()
	}
	if o.FocusNodes <= 0 {
		o.FocusNodes = 3
	}
	if len(o.Languages) == 0 {
		o.Languages = []string{"en"}
	}
	b := bufio.NewWriter(w)
	t := textWriter{b, o}
	t.line(r.headline())
	for _, g := range groups(r.Results) {
		t.group(g)
	}
	return b.Flush()
}

// group is the results of one constraint.
type group struct {
	first   *Result
	results []*Result
	// texts and paths say that they don't all have the same.
	texts, paths bool
}

// groups are the results by what is wrong, in the order of severity and then of first mention.
func groups(results []Result) []group {
	type key struct {
		constraint *constraint
		// what there is to go by where the constraint is not known
		shape, component, path, text string
		severity                     vocab.IRI
	}
	var found []group
	index := map[key]int{}
	for i := range results {
		r := &results[i]
		k := key{constraint: r.constraint, severity: r.Severity}
		if r.constraint == nil {
			k.shape, k.component, k.path, k.text = r.Shape.String(), string(r.Component), r.Path.String(), r.Text()
		}
		n, ok := index[k]
		if !ok {
			n = len(found)
			index[k] = n
			found = append(found, group{first: r})
		}
		found[n].results = append(found[n].results, r)
		found[n].texts = found[n].texts || r.Text() != found[n].first.Text()
		found[n].paths = found[n].paths || !r.Path.Equal(found[n].first.Path)
	}
	slices.SortStableFunc(found, func(a, b group) int { return cmp.Compare(rank(a.first.Severity), rank(b.first.Severity)) })
	return found
}

// rank puts severities in order, the worst first; unknown ones come after violations.
func rank(severity vocab.IRI) int {
	switch severity {
	case vocab.SHViolation:
		return 0
	case vocab.SHWarning:
		return 2
	case vocab.SHInfo:
		return 3
	default:
		return 1
	}
}

// textWriter writes lines. Its errors come with Flush.
type textWriter struct {
	*bufio.Writer
	o TextOptions
}

func (t *textWriter) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

func (t *textWriter) group(g group) {
	r := g.first
	text := t.text(r.Message, r)
	if g.texts {
		text = t.text(r.constraint.message, r)
	}
	t.line("\n%s  %s: %s", t.severity(r.Severity), t.subject(g), text)
	nodes, count := t.focusNodes(g)
	component := strings.TrimSuffix(strings.TrimPrefix(string(r.Component), vocab.NSSH), "ConstraintComponent")
	t.line("  %s, %s at %s:", component, plural(len(g.results), "result"), plural(count, "node"))
	for _, node := range nodes {
		t.line("    %s", node)
	}
	if count > len(nodes) {
		t.line("    … and %d more", count-len(nodes))
	}
}

// subject is what a group is about: the path, and the shape by its own name or that of the one it is a part of.
func (t *textWriter) subject(g group) string {
	r := g.first
	if r.Path == nil || g.paths { // those of a closed shape are the properties that it does not know
		if r.Shape.Kind != rdf.BlankNode {
			return t.term(r.Shape)
		}
		return "a shape" + t.owner(r)
	}
	path := r.Path.format(t.iri)
	if r.Shape.Kind != rdf.BlankNode {
		return path + " (" + t.term(r.Shape) + ")"
	}
	return path + t.owner(r)
}

// owner says what shape with a name one without a name is a part of, where that is known.
func (t *textWriter) owner(r *Result) string {
	if r.constraint != nil {
		if owner := r.constraint.shape.owner(); owner != nil {
			return " of " + t.term(owner.term)
		}
	}
	return ""
}

// text is a message in the reader's language.
func (t *textWriter) text(message literal.LangString, r *Result) string {
	if v, ok := message.Lookup(t.o.Languages...); ok {
		return plain(v.Value)
	}
	return plain(r.Text())
}

// focusNodes names the first few focus nodes with their values, and counts all.
func (t *textWriter) focusNodes(g group) (lines []string, count int) {
	seen := map[rdf.Term]struct{}{}
	for _, r := range g.results {
		if _, again := seen[r.FocusNode]; again {
			continue
		}
		seen[r.FocusNode] = struct{}{}
		if len(lines) < t.o.FocusNodes {
			lines = append(lines, t.focusNode(r, g.texts))
		}
	}
	return lines, len(seen)
}

// focusNode names a focus node with what is wrong about it, in its own words if told.
func (t *textWriter) focusNode(r *Result, words bool) string {
	line := t.term(r.FocusNode)
	if !r.Value.IsZero() && r.Value != r.FocusNode {
		line += "  has  " + t.term(r.Value)
	}
	lines := []string{line}
	if words {
		lines = append(lines, t.text(r.Message, r))
	}
	for i := range r.Details[:min(t.o.FocusNodes, len(r.Details))] {
		inner := &r.Details[i]
		lines = append(lines, strings.TrimSpace(inner.Path.format(t.iri)+" "+t.text(inner.Message, inner)))
	}
	return strings.Join(lines, "\n      ")
}

func (t *textWriter) severity(severity vocab.IRI) string {
	if local, ok := strings.CutPrefix(string(severity), vocab.NSSH); ok {
		return plain(local)
	}
	return t.iri(severity)
}

func (t *textWriter) iri(iri vocab.IRI) string {
	if curie, ok := t.o.Prefixes.Compact(iri); ok {
		return plain(curie)
	}
	return plain("<" + string(iri) + ">")
}

// term is a term in a line: a long text is cut.
func (t *textWriter) term(term rdf.Term) string {
	if term.Kind == rdf.IRI {
		return t.iri(vocab.IRI(term.Value))
	}
	const longest = 80
	if runes := []rune(term.Value); len(runes) > longest {
		term.Value = string(runes[:longest]) + "…"
	}
	if term.Kind == rdf.Literal && term.Lang == "" && term.Datatype != vocab.XSDString {
		return plain(rdf.NewString(term.Value).String()) + "^^" + t.iri(term.Datatype)
	}
	return plain(term.String())
}

// plain is a text without the characters that steer a terminal, end a line or turn it around: it may be a stranger's.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
