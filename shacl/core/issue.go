package core

import (
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Issue is something about a shapes graph that is wrong, or that is probably not what was meant.
type Issue struct {
	// Shape is the node that it is about: a shape, or the zero term for the graph as a whole.
	Shape rdf.Term
	// Place is the shape in words, for which the label of a blank node says little: "the property shape with path ex:name of
	// ex:EventShape".
	Place string
	// Predicate is the property of the shape that it is about, empty when it is about none in particular.
	Predicate vocab.IRI
	// Reason says what is wrong and what would be right.
	Reason string
}

// String is the issue in one line.
func (i Issue) String() string {
	parts := make([]string, 0, 3)
	if i.Place != "" {
		parts = append(parts, i.Place)
	}
	if i.Predicate != "" {
		if local, ok := strings.CutPrefix(string(i.Predicate), vocab.NSSH); ok {
			parts = append(parts, "sh:"+local)
		} else {
			parts = append(parts, "<"+string(i.Predicate)+">")
		}
	}
	return plain(strings.Join(append(parts, i.Reason), ": "))
}

// ShapesError says that shapes can't be used: all that is wrong with them at once.
type ShapesError struct {
	Issues []Issue
}

// Error has one line for each issue.
func (e *ShapesError) Error() string {
	if len(e.Issues) == 1 {
		return "shapes graph: " + e.Issues[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "shapes graph: %d mistakes", len(e.Issues))
	for _, issue := range e.Issues {
		b.WriteString("\n  " + issue.String())
	}
	return b.String()
}
