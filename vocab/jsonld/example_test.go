package jsonld_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
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

func ExampleWrite() {
	const document = `@prefix schema: <https://schema.org/> .
<http://example.org/1> a schema:Event ; schema:name "GopherDay"@en ; schema:keywords ("go" "linked data") .`
	d, err := rdf.ReadDataset(rdf.ReadTriG(strings.NewReader(document), rdf.Options{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := jsonld.Write(os.Stdout, d, vocab.StandardPrefixes()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"@context":{
	// "schema":"https://schema.org/"
	// },"@graph":[
	// {"@id":"http://example.org/1","@type":"schema:Event","schema:name":{"@language":"en","@value":"GopherDay"},"schema:keywords":{"@list":["go","linked data"]}}
	// ]}
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
