package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// lint20 lists what is not in the grammar of Swagger 2.0: keys that an object can't have, and required ones it lacks.
func lint20(t *testing.T, doc []byte) []string {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(doc, &root); err != nil {
		t.Fatal(err)
	}
	l := linter{root: root}
	l.object("", root, "swagger! info! host basePath schemes consumes produces paths! definitions parameters responses tags externalDocs security securityDefinitions")
	info := objectOf(root["info"])
	l.object("info", info, "title! description termsOfService contact license version!")
	paths := objectOf(root["paths"])
	for path, v := range paths {
		l.path("paths "+path, objectOf(v))
	}
	definitions := objectOf(root["definitions"])
	for name, v := range definitions {
		l.schema("definitions "+name, v)
	}
	return l.mistakes
}

type linter struct {
	root     map[string]any
	mistakes []string
}

func (l *linter) fail(where, what string) { l.mistakes = append(l.mistakes, where+": "+what) }

// object checks the keys of an object; those with an exclamation mark are required, and not empty.
func (l *linter) object(where string, o map[string]any, allowed string) {
	known := map[string]bool{}
	for key := range strings.FieldsSeq(allowed) {
		name, required := strings.CutSuffix(key, "!")
		known[name] = true
		if v, ok := o[name]; required && (!ok || v == "") {
			l.fail(where, "lacks "+name)
		}
	}
	for key := range o {
		if !known[key] && !strings.HasPrefix(key, "x-") {
			l.fail(where, "can't have "+key)
		}
	}
}

func (l *linter) path(where string, item map[string]any) {
	l.object(where, item, "get put post delete options head patch parameters")
	for method, v := range item {
		if method == "parameters" {
			l.parameters(where, v)
			continue
		}
		o := objectOf(v)
		here := where + " " + method
		l.object(here, o, "tags summary description operationId! consumes produces parameters responses! schemes deprecated security externalDocs")
		l.parameters(here, o["parameters"])
		for status, r := range objectOf(o["responses"]) {
			response := objectOf(r)
			l.object(here+" "+status, response, "description! schema headers examples")
			if schema, ok := response["schema"]; ok {
				l.schema(here+" "+status, schema)
			}
			headers := objectOf(response["headers"])
			for name, h := range headers {
				l.object(here+" "+status+" header "+name, objectOf(h), "type! description format items collectionFormat default enum pattern")
			}
		}
	}
}

const simple = "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf"

func (l *linter) parameters(where string, v any) {
	list, _ := v.([]any)
	seen := map[any]bool{}
	for _, v := range list {
		p := objectOf(v)
		here := where + " parameter " + stringOf(p["name"])
		if key := [2]any{p["in"], p["name"]}; seen[key] {
			l.fail(here, "is there twice")
		} else {
			seen[key] = true
		}
		if p["in"] == "body" {
			l.object(here, p, "name! in! description required schema!")
			l.schema(here, p["schema"])
			continue
		}
		l.object(here, p, "name! in! description required allowEmptyValue "+strings.Replace(simple, "type", "type!", 1))
		if p["type"] == "array" {
			items := objectOf(p["items"])
			l.object(here+" items", items, strings.Replace(simple, "type", "type!", 1))
		}
		if p["in"] == "path" && p["required"] != true {
			l.fail(here, "is in the path but not required")
		}
		if p["collectionFormat"] == "multi" && p["in"] != "query" {
			l.fail(here, "multi is for queries")
		}
	}
}

func (l *linter) schema(where string, v any) {
	s, ok := v.(map[string]any)
	if !ok {
		l.fail(where, "is no schema")
		return
	}
	if ref, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/definitions/")
		if _, defined := objectOf(l.root["definitions"])[name]; !defined || len(s) > 1 {
			l.fail(where, "refers to "+ref+", or says something beside it")
		}
		return
	}
	l.object(where, s, "title description "+strings.NewReplacer("collectionFormat", "").Replace(simple)+
		" required properties additionalProperties maxProperties minProperties allOf readOnly discriminator xml example externalDocs")
	properties := objectOf(s["properties"])
	for key, p := range properties {
		l.schema(where+"."+key, p)
	}
	if inner, ok := s["items"]; ok || s["type"] == "array" {
		l.schema(where+"[]", inner)
	}
	if inner, ok := s["additionalProperties"]; ok && inner != false {
		l.schema(where+".*", inner)
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		p, ok := properties[stringOf(key)].(map[string]any)
		if !ok || p["readOnly"] == true {
			l.fail(where, "requires "+stringOf(key)+", which is no property or is read-only")
		}
	}
}
