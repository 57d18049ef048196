package rdf

// Triple is one statement. Its fields may hold any term; that a subject is no literal and a predicate is an IRI is what
// the readers guarantee and the writers rely on.
type Triple struct {
	Subject, Predicate, Object Term
}

// Quad is a statement in a graph. The zero Graph is the default graph.
type Quad struct {
	Triple
	Graph Term
}
