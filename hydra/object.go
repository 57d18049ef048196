package hydra

import (
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// object is what documents are built of: a JSON object in order.
type object = jsonld.Object

// is makes a member of an object.
func is(key string, value any) jsonld.Member { return jsonld.Member{Key: key, Value: value} }

// setText sets a member to a text by language, unless there is none.
func setText(o *object, key string, t Text, languages []string) {
	setLangString(o, key, t.langString(languages))
}

// setLangString sets a member to a text by language, unless there is none.
func setLangString(o *object, key string, t LangString) {
	if len(t) == 0 {
		return
	}
	var byLanguage object
	for _, v := range t {
		byLanguage.Set(v.Lang, v.Value)
	}
	o.Set(key, byLanguage)
}

// setIRI sets a member whose term is coerced to IRIs, unless there is none.
func setIRI(o *object, key string, iri vocab.IRI) {
	if iri != "" {
		o.Set(key, string(iri))
	}
}
