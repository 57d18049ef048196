// Package message has the texts of validation results in English and Dutch: one sentence for each way in which a value can
// violate a constraint of SHACL Core, that says what would be right.
//
// Both validators use them, that of Go values (package shacl) and that of graphs (package shacl/core), so that a client
// reads the same about the same mistake. Names in a text – of a property, of a datatype – are what the caller's readers know
// them by: a JSON key here, a CURIE there.
//
//	message.MinCount(1) // "A value is required." "Een waarde is verplicht."
//
// A message that a shape declares itself (sh:message) replaces these.
package message
