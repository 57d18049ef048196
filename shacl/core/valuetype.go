package core

import (
	"slices"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileClass is sh:class ([SHACL 4.1.1]).
//
// [SHACL 4.1.1]: https://www.w3.org/TR/shacl/#ClassConstraintComponent
func compileClass(d *declaration) (constraint, bool) {
	class := d.arg(0)
	if class.Kind != rdf.IRI {
		return d.reject(0, "want the IRI of a class, got %s", class)
	}
	number := d.constant(class)
	return constraint{
		message: message.Class(d.text(class)),
		holds: func(r *run, v rdf.ID) bool {
			types := r.data.Objects(v, r.rdfType)
			return len(types) > 0 && intersect(types, r.subclasses(number))
		},
	}, true
}

// compileDatatype is sh:datatype ([SHACL 4.1.2]): a literal of the datatype, and well-formed.
//
// [SHACL 4.1.2]: https://www.w3.org/TR/shacl/#DatatypeConstraintComponent
func compileDatatype(d *declaration) (constraint, bool) {
	datatype := d.arg(0).IRI()
	if datatype == "" {
		return d.reject(0, "want the IRI of a datatype, got %s", d.arg(0))
	}
	name := message.Name(datatype)
	return constraint{
		message: message.Datatype(name, ""),
		holds: func(r *run, v rdf.ID) bool {
			t := r.term(v)
			return t.Kind == rdf.Literal && t.Datatype == datatype && literal.CheckLexical(datatype, t.Value) == nil
		},
		explain: func(r *run, v rdf.ID) literal.LangString {
			t := r.term(v)
			if t.Kind == rdf.Literal && t.Datatype == datatype {
				return message.Datatype(name, message.Reason(literal.CheckLexical(datatype, t.Value)))
			}
			return nil
		},
	}, true
}

// compileNodeKind is sh:nodeKind ([SHACL 4.1.3]).
//
// [SHACL 4.1.3]: https://www.w3.org/TR/shacl/#NodeKindConstraintComponent
func compileNodeKind(d *declaration) (constraint, bool) {
	var kinds []rdf.Kind
	kind := d.arg(0).IRI()
	switch kind {
	case vocab.SHIRI:
		kinds = []rdf.Kind{rdf.IRI}
	case vocab.SHBlankNode:
		kinds = []rdf.Kind{rdf.BlankNode}
	case vocab.SHLiteral:
		kinds = []rdf.Kind{rdf.Literal}
	case vocab.SHBlankNodeOrIRI:
		kinds = []rdf.Kind{rdf.BlankNode, rdf.IRI}
	case vocab.SHBlankNodeOrLiteral:
		kinds = []rdf.Kind{rdf.BlankNode, rdf.Literal}
	case vocab.SHIRIOrLiteral:
		kinds = []rdf.Kind{rdf.IRI, rdf.Literal}
	default:
		return d.reject(0, "want sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral or sh:IRIOrLiteral, got %s", d.text(d.arg(0)))
	}
	return constraint{
		message: message.NodeKind(kind),
		holds:   func(r *run, v rdf.ID) bool { return slices.Contains(kinds, r.kind(v)) },
	}, true
}
