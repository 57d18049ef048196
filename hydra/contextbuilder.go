package hydra

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// contextBuilder makes a JSON-LD context. It keeps account of the prefixes that are used, since only those are defined.
type contextBuilder struct {
	prefixes *vocab.Prefixes
	// taken are the terms that are no prefixes.
	taken map[string]bool
	used  map[string]string
}

func newContextBuilder(prefixes *vocab.Prefixes) *contextBuilder {
	return &contextBuilder{prefixes: prefixes, taken: map[string]bool{}, used: map[string]string{}}
}

// compact writes an IRI as a compact IRI where it has a prefix, and notes that the prefix is used.
func (b *contextBuilder) compact(iri vocab.IRI) string {
	curie, ok := b.prefixes.Compact(iri)
	if !ok {
		return string(iri)
	}
	prefix, _, _ := strings.Cut(curie, ":")
	if b.taken[prefix] || isURIScheme(prefix) {
		return string(iri)
	}
	b.used[prefix], _ = b.prefixes.Namespace(prefix)
	return curie
}

// curie writes an IRI as a compact IRI in a document that has the context, which is complete by now.
func (b *contextBuilder) curie(iri vocab.IRI) string {
	if curie, ok := b.prefixes.Compact(iri); ok {
		if prefix, _, _ := strings.Cut(curie, ":"); b.used[prefix] != "" {
			return curie
		}
	}
	return string(iri)
}

// isURIScheme says that a prefix is also the scheme of URIs that have no authority. As a prefix it would turn such a URI,
// when it is the value of a property, into another one: geo:51.05,3.72 is a place.
func isURIScheme(prefix string) bool {
	switch prefix {
	case "geo", "urn", "tag", "mailto", "tel", "data", "info", "did", "sip", "sips", "sms", "xmpp", "acct", "news", "cid", "mid",
		"ni", "doi", "isbn", "about", "magnet", "bitcoin", "blob", "javascript", "view-source", "maps", "skype", "spotify",
		"facetime", "im", "pres", "go", "oid", "example":
		return true
	}
	return false
}

// link defines a term whose values are IRIs.
func (b *contextBuilder) link(property vocab.IRI) object {
	return object{is("@id", b.compact(property)), is("@type", "@id")}
}

// typed defines a term whose values are literals of a datatype.
func (b *contextBuilder) typed(property, datatype vocab.IRI) object {
	return object{is("@id", b.compact(property)), is("@type", b.compact(datatype))}
}

// text defines a term whose values are text by language.
func (b *contextBuilder) text(property vocab.IRI) object {
	return object{is("@id", b.compact(property)), is("@container", "@language")}
}

// list defines a term whose values are an RDF list.
func (b *contextBuilder) list(property vocab.IRI) object {
	return object{is("@id", b.compact(property)), is("@container", "@list")}
}

// build renders a context of terms, behind the prefixes that they use.
func (b *contextBuilder) build(name string, terms object) (*Context, error) {
	context := object{is("@version", 1.1)}
	for _, prefix := range sortedKeys(b.used) {
		context.Set(prefix, b.used[prefix])
	}
	context = append(context, terms...)
	return newContext(name, object{is("@context", context)})
}

// hydraScopeTerms are the terms of the contexts that hydraTerms scopes to the types of Hydra, and those types.
func hydraScopeTerms() []string {
	return append([]string{
		"totalItems", "member", "view", "search", "memberAssertion", "manages", "property", "object", "operation", "subsetOf",
		"first", "last", "next", "previous", "template", "variableRepresentation", "mapping", "variable", "required",
		"method", "title", "description", "expects", "returns", "possibleStatus", "statusCode",
	}, reservedTerms()...)
}

// hydraTerms defines the types of Hydra that responses have, each with the terms that its nodes use. Nodes without a type
// get theirs through the property that leads to them, since a context scoped to a type ends with its node.
func (b *contextBuilder) hydraTerms(terms *object) {
	scoped := func(name string, class vocab.IRI, scope object) {
		terms.Set(name, object{is("@id", b.compact(class)), is("@context", scope)})
	}
	subset := object{is("@reverse", b.compact(vocab.VoIDSubset)), is("@type", "@id")}
	assertion := object{is("property", b.link(vocab.HydraProperty)), is("object", b.link(vocab.HydraObject))}
	text := object{is("title", b.text(vocab.HydraTitle)), is("description", b.text(vocab.HydraDescription))}
	scoped("Collection", vocab.HydraCollection, object{
		is("totalItems", b.compact(vocab.HydraTotalItems)),
		is("member", b.link(vocab.HydraMember)),
		is("view", b.link(vocab.HydraView)),
		is("search", b.link(vocab.HydraSearch)),
		is("memberAssertion", object{is("@id", b.compact(vocab.HydraMemberAssertion)), is("@context", assertion)}),
		is("manages", object{is("@id", b.compact(vocab.HydraManages)), is("@context", assertion)}),
		is("operation", b.link(vocab.HydraOperationProperty)),
		is("subsetOf", subset),
	})
	scoped("PartialCollectionView", vocab.HydraPartialCollectionView, object{
		is("first", b.link(vocab.HydraFirst)), is("last", b.link(vocab.HydraLast)),
		is("next", b.link(vocab.HydraNext)), is("previous", b.link(vocab.HydraPrevious)),
		is("subsetOf", subset),
	})
	scoped("IriTemplate", vocab.HydraIRITemplate, object{
		is("template", b.compact(vocab.HydraTemplate)),
		is("variableRepresentation", b.link(vocab.HydraVariableRepresentationProperty)),
		is("mapping", b.link(vocab.HydraMapping)),
	})
	scoped("IriTemplateMapping", vocab.HydraIRITemplateMapping, object{
		is("variable", b.compact(vocab.HydraVariable)),
		is("property", b.link(vocab.HydraProperty)),
		is("required", b.compact(vocab.HydraRequired)),
	})
	scoped("Operation", vocab.HydraOperation, slices.Concat(text[:2], object{
		is("method", b.compact(vocab.HydraMethod)),
		is("expects", b.link(vocab.HydraExpects)),
		is("returns", b.link(vocab.HydraReturns)),
		is("possibleStatus", b.link(vocab.HydraPossibleStatus)),
	}))
	status := slices.Concat(text[:2], object{is("statusCode", b.compact(vocab.HydraStatusCode))})
	scoped("Status", vocab.HydraStatus, status)
	scoped("Error", vocab.HydraError, status)
}
