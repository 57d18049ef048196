package hydra_test

import (
	"fmt"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// Talk is declared once; everything below follows from it.
type Talk struct {
	ID    string           `json:"id" ld:"@id"`
	Title string           `json:"title" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" doc:"What it is called."`
	About hydra.LangString `json:"about" ld:"schema:abstract" doc:"What it is about."`
	Day   hydra.Date       `json:"day" ld:"schema:startDate" filter:"range" sort:"true" doc:"When it is."`
	Room  struct {
		City string `json:"city" ld:"schema:addressLocality" filter:"exact"`
	} `json:"room" ld:"schema:location"`
}

func ExampleCompile() {
	talks := hydra.NewClass[Talk](vocab.SchemaEvent, "/talks", hydra.ClassMeta{Title: hydra.Text{"en": "Talk"}})
	definition, err := talks.Definition()
	if err != nil {
		fmt.Println(err)
		return
	}
	api, err := hydra.Compile(hydra.Config{
		BaseURL:    "https://data.example.org/api",
		Vocabulary: "https://data.example.org/ns#",
		Metadata:   hydra.Metadata{Title: hydra.Text{"en": "Talks"}, Version: "1.0.0"},
		Resources: []hydra.Resource{{
			Definition: definition,
			Collection: []hydra.Operation{{
				ID: "listTalks", Method: "GET", Title: hydra.Text{"en": "List talks"}, Returns: vocab.HydraCollection,
				Statuses: []hydra.Status{{Code: 200, Title: hydra.Text{"en": "A page of talks"}}},
			}},
			Filterable: []*hydra.Property{definition.Property("day"), definition.Property("room.city")},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	link, _ := api.EntryPoint("/api").Get("talks")
	fmt.Println(link)
	fmt.Println(api.Resource("/talks").Template("/api"))
	// Output:
	// /api/talks
	// /api/talks{?day,city,fields,page,pageSize}
}

func ExampleCompile_mistakes() {
	type Talk struct {
		ID    string `json:"id" ld:"@id"`
		Title string `json:"title" ld:"schema:name" filter:"fuzzy"`
	}
	talks, _ := hydra.NewClass[Talk](vocab.SchemaEvent, "/Talks", hydra.ClassMeta{}).Definition()
	_, err := hydra.Compile(hydra.Config{
		BaseURL: "https://data.example.org/api/", Vocabulary: "https://data.example.org/ns#",
		Metadata:  hydra.Metadata{Title: hydra.Text{"en": "Talks"}, Version: "1.0"},
		Resources: []hydra.Resource{{Definition: talks}},
	})
	fmt.Println(err)
	// Output:
	// Config.BaseURL "https://data.example.org/api/": want the public address of the API, such as "https://data.example.org/api": it ends in a slash
	// Metadata.Version "1.0": want a semantic version such as "1.4.0"
	// class /Talks: a path is made of segments of lower-case letters, digits and hyphens, each after a slash, such as "/events"; "/Talks" is not
	// hydra_test.Talk.Title: filter:"fuzzy": want exact, range or text
}

func ExampleAPI_ItemControls() {
	definition, _ := hydra.NewClass[Talk](vocab.SchemaEvent, "/talks", hydra.ClassMeta{}).Definition()
	api, err := hydra.Compile(hydra.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://data.example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Talks"}, Version: "1.0.0"},
		Resources: []hydra.Resource{{
			Definition: definition,
			Item: []hydra.Operation{{
				ID: "getTalk", Method: "GET", Title: hydra.Text{"en": "Get a talk"}, Returns: vocab.SchemaEvent,
				Statuses: []hydra.Status{{Code: 200, Title: hydra.Text{"en": "The talk"}}},
			}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	controls, _ := jsonld.AppendJSON(nil, api.ItemControls(api.Resource("/talks"), "/api"))
	fmt.Println(string(controls))
	// Output:
	// {"operation":[{"@id":"/api/documentation#getTalk","@type":"Operation","method":"GET","returns":"schema:Event"}]}
}

func ExampleCheckWKT() {
	fmt.Println(hydra.CheckWKT("POINT(3.72 51.05)"))
	fmt.Println(hydra.CheckWKT("POINT(3.7251.05)"))
	// Output:
	// <nil>
	// well-known text: character 7, at "3.7251.05)": 3.7251.05 is no number: longitude and latitude are separated by a space
}
