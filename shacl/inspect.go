package shacl

import (
	"reflect"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/tag"
	"github.com/hydrant-ld/hydrant/vocab"
)

// keys are the keys of struct tags that this and the upper rooms read. label, doc and message also come with a language.
func keys() []string {
	return []string{"json", "ld", "sh", "pattern", "message", "label", "doc", "filter", "sort", "access", "show", "expand"}
}

// foreign says that a key which resembles one of ours is that of another library in common use.
func foreign(key string) bool {
	switch key {
	case "bson", "jsonb", "json5", "ch", "id", "s3", "es":
		return true
	}
	return false
}

// inspect looks at every struct tag of a type and of the structs embedded in it, also at those of fields that carry no
// property: a tag that is malformed, that almost has one of our keys, or that stands where nobody reads it would be a rule
// that is never applied.
func (c *compiler) inspect(t reflect.Type) {
	if t.Kind() != reflect.Struct || c.inspected[t] {
		return
	}
	c.inspected[t] = true
	for sf := range t.Fields() {
		c.inspectField(t, sf)
		if sf.Anonymous && sf.Tag.Get("json") == "" {
			c.inspect(sf.Type)
		}
	}
}

func (c *compiler) inspectField(t reflect.Type, sf reflect.StructField) {
	pairs, err := tag.Scan(sf.Tag)
	if err != nil {
		c.fail(t, sf.Name, "`"+string(sf.Tag)+"`", "%w", err)
	}
	ours := keys()
	var own []string
	for _, pair := range pairs {
		if base, _, _ := strings.Cut(pair.Key, "-"); slices.Contains(ours, pair.Key) || base == "label" || base == "doc" || base == "message" {
			own = append(own, pair.Key)
			continue
		}
		if advice := misspelt(pair, ours); advice != "" {
			c.fail(t, sf.Name, pair.String(), "%s", advice)
		}
	}
	own = slices.DeleteFunc(own, func(key string) bool { return key == "json" })
	if len(own) == 0 || sf.Name == "_" {
		return
	}
	switch {
	case sf.Tag.Get("json") == "-":
		c.fail(t, sf.Name, `json:"-"`, "leaves the field out, but it has %s: remove one or the other", words(own))
	case !sf.IsExported() && !sf.Anonymous:
		// record says that the field can't be a property
	case sf.Anonymous && sf.Tag.Get("json") == "":
		c.fail(t, sf.Name, "", "the properties of an embedded struct are those of the struct around it, and nobody reads its %s: move them into the struct", words(own))
	}
}

// misspelt says what a key was meant to be, empty when it is none of our business.
func misspelt(pair tag.Pair, ours []string) string {
	switch strings.ToLower(pair.Key) {
	case "shacl":
		return "there is no such key: did you mean \"sh\"?"
	case "jsonld", "rdf", "iri":
		return "there is no such key: did you mean \"ld\"?"
	case "regex", "regexp":
		return "there is no such key: did you mean \"pattern\"?"
	}
	for _, p := range parameters() {
		if pair.Key == p.name && strings.ToLower(p.name) != p.name && p.name != "minLength" && p.name != "maxLength" {
			return "is an item of the sh tag: write it there, such as `sh:\"" + p.example + "\"`"
		}
	}
	if foreign(pair.Key) {
		return ""
	}
	if best, ok := vocab.Closest(pair.Key, ours); ok {
		return "there is no such key: did you mean \"" + best + "\"?"
	}
	return ""
}
