package shacl

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Term is a value of the property as a term of a graph. The pointer is one that [record.Field.At] returned. A token that
// the enumeration does not list, an IRI that is none, and a reference, whose IRI only the upper rooms know, are literals
// of xsd:string; a nested node is the zero term.
func (p *Property) Term(value unsafe.Pointer) rdf.Term {
	f := p.Field
	switch f.Kind {
	case record.KindNode:
		return rdf.Term{}
	case record.KindLangString:
		v := record.LangValue(value)
		return rdf.NewLangString(valid(v.Value), valid(v.Lang))
	case record.KindToken:
		for _, token := range f.Tokens {
			if token.Name == record.String(value) {
				return rdf.NewIRI(token.IRI)
			}
		}
		return rdf.NewString(valid(record.String(value)))
	case record.KindRef:
		return rdf.NewString(valid(record.String(value)))
	default:
	}
	form := valid(lexicalForm(f, value))
	if p.Shape == nil {
		return rdf.NewString(form)
	}
	if p.Shape.NodeKind == vocab.SHIRI {
		if vocab.CheckURI(form) != nil {
			return rdf.NewString(form)
		}
		return rdf.NewIRI(vocab.IRI(form))
	}
	return rdf.NewLiteral(form, p.Shape.Datatype)
}

// lexicalForm is the lexical form of a literal.
func lexicalForm(f *record.Field, v unsafe.Pointer) string {
	switch f.Kind {
	case record.KindBool:
		return strconv.FormatBool(record.Bool(v))
	case record.KindInt:
		return strconv.FormatInt(f.Int(v), 10)
	case record.KindUint:
		return strconv.FormatUint(f.Uint(v), 10)
	case record.KindFloat:
		return string(literal.AppendDouble(nil, f.Float(v)))
	case record.KindDate:
		return record.Date(v).String()
	case record.KindDateTime:
		return string(literal.AppendDateTime(nil, f.DateTime(v)))
	case record.KindTime:
		return record.Time(v).String()
	case record.KindGYear:
		return record.GYear(v).String()
	default:
		return record.String(v)
	}
}

// valid replaces what is no text in a graph.
func valid(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
