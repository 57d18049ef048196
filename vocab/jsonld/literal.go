package jsonld

import (
	"math"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// isIRI reports whether s is an IRI that may stand in N-Triples: a scheme, and no character that is forbidden there.
func isIRI(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || scheme == "" || scheme == "_" {
		return false
	}
	for i, c := range scheme {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return strings.IndexFunc(s, func(c rune) bool { return c <= ' ' || strings.ContainsRune("<>\"{}|^`\\", c) }) < 0
}

// isLanguage reports whether s may stand after the "@" in N-Triples: letters, then parts of letters and digits.
func isLanguage(s string) bool {
	digits := false
	for part := range strings.SplitSeq(s, "-") {
		other := strings.IndexFunc(part, func(c rune) bool {
			return ('a' > c|0x20 || c|0x20 > 'z') && (!digits || c < '0' || c > '9')
		})
		if part == "" || other >= 0 {
			return false
		}
		digits = true
	}
	return true
}

// literalOf returns the literal of a value object, the zero Term when its language or datatype is none.
func literalOf(value any, object map[string]any) rdf.Term {
	datatype, typed := object["@type"].(string)
	if datatype == "@json" {
		return rdf.NewLiteral(string(appendCanonical(nil, value)), vocab.RDFJSON)
	}
	if typed && !isIRI(datatype) {
		return rdf.Term{}
	}
	switch v := value.(type) {
	case bool:
		return typedOr(vocab.XSDBoolean, strconv.FormatBool(v), datatype)
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e21 && datatype != string(vocab.XSDDouble) {
			return typedOr(vocab.XSDInteger, strconv.FormatFloat(v+0, 'f', 0, 64), datatype) // +0: no -0
		}
		return typedOr(vocab.XSDDouble, string(literal.AppendDouble(nil, v)), datatype)
	case string:
		lang, ok := object["@language"].(string)
		if !ok {
			return typedOr(vocab.XSDString, v, datatype)
		}
		if !isLanguage(lang) {
			return rdf.Term{}
		}
		return rdf.NewLangString(v, lang)
	default:
		return rdf.Term{}
	}
}

func typedOr(usual vocab.IRI, lexical, datatype string) rdf.Term {
	if datatype == "" {
		return rdf.NewLiteral(lexical, usual)
	}
	return rdf.NewLiteral(lexical, vocab.IRI(datatype))
}
