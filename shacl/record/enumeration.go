package record

import "github.com/hydrant-ld/hydrant/vocab"

// Token is one value of an enumeration: the word that is written in JSON and the IRI that it means in a graph.
type Token struct {
	Name string
	IRI  vocab.IRI
}

// Enumeration is implemented by a string type that has a closed set of values. The method must be callable on the zero
// value and return the same tokens each time; it is called once, when the type is compiled.
//
//	type Mode string
//
//	func (Mode) Tokens() []record.Token {
//		return []record.Token{{"online", vocab.SchemaOnlineEventAttendanceMode}, …}
//	}
type Enumeration interface {
	Tokens() []Token
}

// Reference is implemented by a type that refers to a resource of another class by its identifier. Such a type must be a
// struct with one field, the identifier, a string. The method must be callable on the zero value.
type Reference interface {
	// ReferenceTo is a pointer to the zero value of the struct type that is referred to.
	ReferenceTo() any
}
