package vocab_test

import (
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab"
)

func ExamplePrefixes_Expand() {
	prefixes := vocab.StandardPrefixes()
	iri, _ := prefixes.Expand("schema:startDate")
	fmt.Println(iri)
	_, err := prefixes.Expand("shema:startDate")
	fmt.Println(err.Error()[:72])
	// Output:
	// https://schema.org/startDate
	// unknown prefix "shema" in "shema:startDate": did you mean "schema"? (kno
}

func ExampleResolve() {
	iri, _ := vocab.Resolve("http://localhost:8080/api/events/", "../orgs/7")
	fmt.Println(iri)
	// Output: http://localhost:8080/api/orgs/7
}

func ExampleCheckURI() {
	fmt.Println(vocab.CheckURI("https://example.org/my event"))
	// Output: "https://example.org/my event" is no absolute URI: ' ' at byte 22: write it as %20
}

func ExampleAppendURI() {
	fmt.Printf("<%s>; rel=\"next\"\n", vocab.AppendURI(nil, `/events?place=München>; rel="evil`))
	// Output: </events?place=M%C3%BCnchen%3E;%20rel=%22evil>; rel="next"
}
