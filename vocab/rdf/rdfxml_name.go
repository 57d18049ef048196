package rdf

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

const (
	nsXML   = "http://www.w3.org/XML/1998/namespace"
	nsXMLNS = "http://www.w3.org/2000/xmlns/"
)

// xmlNames turns IRIs into the qualified names of a document, and keeps which namespaces they need.
type xmlNames struct {
	// table is sorted by falling length of the namespace: the first match is the longest.
	table []xmlNamespace
	// declared maps prefixes to namespaces, byNamespace the other way round.
	declared, byNamespace map[string]string
	// taken holds all prefixes of the table.
	taken map[string]bool
	last  int
	names map[string]string
}

type xmlNamespace struct{ prefix, iri string }

func newXMLNames(prefixes *vocab.Prefixes) *xmlNames {
	n := &xmlNames{
		table:       []xmlNamespace{{"rdf", vocab.NSRDF}},
		declared:    map[string]string{"rdf": vocab.NSRDF},
		byNamespace: map[string]string{vocab.NSRDF: "rdf"},
		taken:       map[string]bool{"rdf": true},
		names:       map[string]string{},
	}
	for prefix, namespace := range prefixes.All() {
		n.taken[prefix] = true
		switch {
		case prefix == "rdf", namespace == vocab.NSRDF, namespace == nsXML, namespace == nsXMLNS:
		case len(prefix) >= 3 && strings.EqualFold(prefix[:3], "xml"): // reserved
		default:
			n.table = append(n.table, xmlNamespace{prefix, namespace})
		}
	}
	slices.SortStableFunc(n.table, func(a, b xmlNamespace) int { return len(b.iri) - len(a.iri) })
	return n
}

// name returns the qualified name of an IRI that is safe in XML, or false when it does not end in a name.
func (n *xmlNames) name(iri string) (string, bool) {
	if name, ok := n.names[iri]; ok {
		return name, name != ""
	}
	name := n.find(iri)
	n.names[iri] = name
	return name, name != ""
}

func (n *xmlNames) find(iri string) string {
	for _, ns := range n.table {
		if local, ok := strings.CutPrefix(iri, ns.iri); ok && local != "" && nameSuffix(local) == 0 {
			n.declared[ns.prefix] = ns.iri
			return ns.prefix + ":" + local
		}
	}
	cut := nameSuffix(iri)
	if cut == 0 || cut == len(iri) {
		return ""
	}
	return n.generated(iri[:cut]) + ":" + iri[cut:]
}

// generated returns the prefix ns1, ns2 … of a namespace that has none.
func (n *xmlNames) generated(namespace string) string {
	if prefix, ok := n.byNamespace[namespace]; ok {
		return prefix
	}
	for {
		n.last++
		prefix := "ns" + strconv.Itoa(n.last)
		if !n.taken[prefix] {
			n.declared[prefix], n.byNamespace[namespace] = namespace, prefix
			return prefix
		}
	}
}

// prefixes returns the prefixes that are used, sorted.
func (n *xmlNames) prefixes() []string { return slices.Sorted(maps.Keys(n.declared)) }

// nameSuffix returns where the longest name that s ends in begins, len(s) when it ends in none.
func nameSuffix(s string) int {
	start := len(s)
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		switch {
		case isXMLNameStart(r):
			start = i
		case '0' <= r && r <= '9', r == '-', r == '.':
		default:
			return start
		}
	}
	return start
}

// isXMLNameStart reports whether a name in an element may begin with a letter according to every edition of XML 1.0 (the
// fifth allows many more, which parsers of the fourth refuse): the letters of common scripts.
func isXMLNameStart(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
		return true
	case r < 0xC0, r == 0xD7, r == 0xF7:
		return false
	}
	return r <= 0xFF || // Latin
		0x3A3 <= r && r <= 0x3CE || // Greek
		0x410 <= r && r <= 0x44F || // Cyrillic
		0x5D0 <= r && r <= 0x5EA || // Hebrew
		0x621 <= r && r <= 0x63A || 0x641 <= r && r <= 0x64A || // Arabic
		0x905 <= r && r <= 0x939 || // Devanagari
		0x3041 <= r && r <= 0x3094 || 0x30A1 <= r && r <= 0x30FA || // Kana
		0x4E00 <= r && r <= 0x9FA5 || // Han
		0xAC00 <= r && r <= 0xD7A3 // Hangul
}

// isNCName reports whether s is a name without a colon ([Namespaces in XML 1.0, 3]), in the fifth edition of XML.
//
// [Namespaces in XML 1.0, 3]: https://www.w3.org/TR/xml-names/#NT-NCName
func isNCName(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return false
		}
		if !isNameStart(r) && (i == 0 || !isNameExtra(r) && r != '.' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}

// isReserved reports whether the grammar of RDF/XML has a use of its own for an element name, so that it can name neither a
// property nor a type ([RDF/XML, 5.1]): an element li is a property rdf:_1, rdf:_2 …, and a Description has no type.
//
// [RDF/XML, 5.1]: https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace
func isReserved(iri string) bool {
	local, ok := strings.CutPrefix(iri, vocab.NSRDF)
	return ok && (local == "Description" || local == "li" || isSyntaxTerm(local))
}

// isSyntaxTerm reports whether rdf:local is one of coreSyntaxTerms and oldTerms of the grammar.
func isSyntaxTerm(local string) bool {
	switch local {
	case "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "aboutEach", "aboutEachPrefix", "bagID":
		return true
	}
	return false
}
