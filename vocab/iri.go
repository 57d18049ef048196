package vocab

// IRI is an absolute IRI as written in a graph: a namespace and a local name run together, never a CURIE and never a
// relative reference. It is a plain string so that constants cost nothing; [CheckIRI] tells whether one is well-formed.
type IRI string

// String returns the IRI as a string, without angle brackets.
func (i IRI) String() string { return string(i) }
