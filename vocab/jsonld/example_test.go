package jsonld_test

import (
	"context"
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

func ExampleProcessor_ToRDF() {
	processor, err := jsonld.NewProcessor(jsonld.Config{Limits: jsonld.OwnLimits(), Contexts: map[string][]byte{
		"http://localhost:8080/api/contexts/events.jsonld": []byte(`{"@context": {"name": "https://schema.org/name"}}`),
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	body := `{"@context": "/api/contexts/events.jsonld", "@id": "1", "name": "GopherDay"}`
	quads, err := processor.ToRDF(context.Background(), []byte(body), "http://localhost:8080/api/events/")
	fmt.Println(quads[0].Triple, err)
	// Output: <http://localhost:8080/api/events/1> <https://schema.org/name> "GopherDay" . <nil>
}

func ExampleObject() {
	var o jsonld.Object
	o.Set("@id", "/api/events/1")
	o.Set("@type", "Event")
	o.Set("keywords", []string{"golang"})
	text, err := jsonld.AppendJSON(nil, o)
	fmt.Println(string(text), err)
	// Output: {"@id":"/api/events/1","@type":"Event","keywords":["golang"]} <nil>
}
