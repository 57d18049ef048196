// Package represent writes records as JSON, RDF and CSV by plans that are compiled when the server starts.
//
// A [Plan] is a list of steps, one for each property; running it appends bytes to a buffer and does nothing else: no
// reflection, no maps, no formatting of keys. A projection ([Plan.Project]) is a plan with fewer steps, so that fewer
// fields cost less. The same steps write JSON, N-Triples, Turtle and the cells of CSV.
//
// In go a compiled class and records of its type; out come bytes of one record each. What surrounds records in a response,
// and what is sent to whom, is the server's business.
package represent
