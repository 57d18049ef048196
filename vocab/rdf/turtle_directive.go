package rdf

import (
	"maps"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// atDirective reads @prefix or @base.
func (p *turtleParser) atDirective() error {
	var err error
	switch word := string(p.token(1, p.span(1, nameByte))); word {
	case "prefix":
		p.pos += len("@prefix")
		err = p.declarePrefix()
	case "base":
		p.pos += len("@base")
		err = p.declareBase()
	default:
		return p.fail(0, "want @prefix or @base, in lower case")
	}
	if err != nil {
		return err
	}
	p.space()
	if p.at(0) != '.' {
		return p.fail(0, "want \".\" at the end of @prefix and @base")
	}
	p.pos++
	return nil
}

// keyword reads what begins with a word that is no prefix: PREFIX and BASE and, in TriG, GRAPH, in any case.
func (p *turtleParser) keyword(word string) error {
	switch {
	case strings.EqualFold(word, "prefix"):
		p.pos += len(word)
		return p.declarePrefix()
	case strings.EqualFold(word, "base"):
		p.pos += len(word)
		return p.declareBase()
	case strings.EqualFold(word, "graph") && p.graphs:
		p.pos += len(word)
		p.space()
		return p.namedGraph()
	}
	return p.fail(0, "want a subject – <IRI>, prefix:name, _:label, [ ] or ( ) – or a directive, @prefix or @base")
}

func (p *turtleParser) declarePrefix() error {
	p.space()
	n := p.span(0, nameByte)
	if p.at(n) != ':' {
		return p.fail(0, "want the prefix with a colon, such as \"ex:\"")
	}
	prefix := string(p.token(0, n))
	if !isPrefixName(prefix) {
		return p.fail(0, "want a prefix that begins with a letter and ends in no dot")
	}
	if err := p.take(n + 1); err != nil {
		return err
	}
	namespace, err := p.declaredIRI("want the namespace, an IRI such as <http://example.org/>")
	if err != nil {
		return err
	}
	p.namespaces[prefix] = namespace
	p.declared(prefix, vocab.IRI(namespace))
	return nil
}

func (p *turtleParser) declareBase() error {
	base, err := p.declaredIRI("want the base, an IRI such as <http://example.org/>")
	if err != nil {
		return err
	}
	p.base = base
	return nil
}

// declaredIRI reads an IRI that others are made with, which is why it may not be too long.
func (p *turtleParser) declaredIRI(want string) (string, error) {
	p.space()
	if p.at(0) != '<' {
		return "", p.fail(0, want)
	}
	iri, err := p.iriReference()
	if err == nil && len(iri) > longestInherited {
		err = &LimitError{What: "bytes in a base or namespace", Limit: longestInherited, Line: p.place(0).line}
	}
	return iri, err
}

// prefix returns the namespace of a prefix.
func (p *turtleParser) prefix(prefix []byte) (string, error) {
	if namespace, ok := p.namespaces[string(prefix)]; ok {
		return namespace, nil
	}
	name := string(prefix)
	if !isPrefixName(name) {
		return "", p.fail(0, "want a prefix before \":\" that begins with a letter and ends in no dot")
	}
	reason := "the prefix \"" + name + "\" is not declared: want \"@prefix " + name + ": <…> .\" above"
	if known, ok := vocab.Closest(name, slices.Sorted(maps.Keys(p.namespaces))); ok {
		reason += ", or did you mean \"" + known + "\"?"
	}
	return "", p.fail(0, reason)
}

// isPrefixName reports whether s may be a prefix: "", or the production PN_PREFIX.
func isPrefixName(s string) bool {
	if s == "" {
		return true
	}
	c := s[0]
	return c != '_' && !isDigit(c) && blankLabelLength(s) == len(s)
}
