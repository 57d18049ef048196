package openapi_test

import (
	"encoding/json"
	"fmt"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/vocab"
)

func ExampleSwagger() {
	type Book struct {
		ID    string `json:"id" ld:"@id"`
		Title string `json:"title" ld:"schema:name" sh:"minCount=1;maxLength=200"`
	}
	books, err := hydra.NewClass[Book](vocab.SchemaBook, "/books", hydra.ClassMeta{}).Definition()
	if err != nil {
		fmt.Println(err)
		return
	}
	api, err := hydra.Compile(hydra.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://data.example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Library"}, Version: "1.0.0"},
		Resources: []hydra.Resource{{Definition: books, Item: []hydra.Operation{{
			ID: "getBook", Method: "GET", Title: hydra.Text{"en": "Read a book"}, Returns: books.IRI,
			Statuses: []hydra.Status{{Code: 200, Title: hydra.Text{"en": "The book"}}},
		}}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	raw, err := openapi.Swagger(api, api.Base().Path)
	if err != nil {
		fmt.Println(err)
		return
	}
	var document struct {
		Host, BasePath string
		Paths          map[string]map[string]any
		Definitions    map[string]struct{ Required []string }
	}
	if err := json.Unmarshal(raw, &document); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(document.Host + document.BasePath)
	fmt.Println(len(document.Paths["/books/{id}"]), document.Definitions["BookInput"].Required)
	// Output:
	// data.example.org/api
	// 2 [title]
}
