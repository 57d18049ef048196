package server_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Town is a resource: a struct whose tags say what a graph and a client need to know.
type Town struct {
	ID         string `json:"id" ld:"@id"`
	Name       string `json:"name" ld:"schema:name" sh:"minCount=1" sort:"true" doc:"What it is called."`
	Population int    `json:"population" ld:"ex:population" sh:"minInclusive=0" filter:"range" doc:"How many people live there."`
}

func Example() {
	towns := hydra.NewClass[Town](vocab.SchemaCity, "/towns", hydra.ClassMeta{
		Title: hydra.Text{"en": "Town"}, Prefixes: map[string]string{"ex": "https://data.example.org/ns#"},
	})
	store, err := memory.New(towns, memory.Config{Epoch: "1"})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := store.Put(&Town{ID: "gent", Name: "Gent", Population: 265_000}, &Town{ID: "mol", Name: "Mol", Population: 37_000}); err != nil {
		fmt.Println(err)
		return
	}
	api, err := server.New(server.Config{
		BaseURL:    "https://data.example.org/api",
		Vocabulary: "https://data.example.org/ns#",
		Metadata:   hydra.Metadata{Title: hydra.Text{"en": "Towns"}, Version: "1.0.0"},
	}, server.Bind(towns, store.Functions()))
	if err != nil {
		fmt.Println(err)
		return
	}

	request := httptest.NewRequest(http.MethodGet, "/api/towns/gent?fields=name,population", nil)
	request.Header.Set("Accept", "text/turtle")
	response := httptest.NewRecorder()
	api.ServeHTTP(response, request)
	fmt.Print(response.Body)

	// Output:
	// @prefix ex: <https://data.example.org/ns#> .
	// @prefix schema: <https://schema.org/> .
	// @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
	//
	// <https://data.example.org/api/towns/gent> a schema:City ;
	//   schema:name "Gent" ;
	//   ex:population 265000 .
}
