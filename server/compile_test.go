package server_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

// BenchmarkNew compiles APIs of classes with a dozen properties. The figure to look at is that of one class.
func BenchmarkNew(b *testing.B) {
	for _, classes := range []int{1, 100} {
		b.Run(fmt.Sprintf("classes=%d", classes), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compiled(classes); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*classes), "µs/class")
		})
	}
}

// Exhibit is a class as large as most.
type Exhibit struct {
	ID          string           `json:"id" ld:"@id"`
	Name        string           `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=200" filter:"text" sort:"true" doc:"What it is called."`
	Description hydra.LangString `json:"description" ld:"schema:description" doc:"What it is, by language."`
	Made        hydra.Date       `json:"made" ld:"schema:dateCreated" filter:"range" sort:"true" doc:"When it was made."`
	Bought      hydra.Date       `json:"bought" ld:"schema:purchaseDate" filter:"range" doc:"When it was bought."`
	Colour      Colour           `json:"colour" ld:"schema:color" filter:"exact" doc:"Its colour."`
	Keywords    []string         `json:"keywords" ld:"schema:keywords" filter:"exact" doc:"What it is about."`
	Page        string           `json:"page" ld:"schema:url" sh:"nodeKind=IRI" doc:"Its page."`
	Code        string           `json:"code" ld:"schema:identifier" pattern:"^[A-Z]{3}-[0-9]{4}$" filter:"exact" doc:"Its number."`
	Price       hydra.Decimal    `json:"price" ld:"schema:price" filter:"range" doc:"What it cost."`
	Sold        int              `json:"sold" ld:"schema:orderQuantity" access:"read" doc:"How many postcards of it were sold."`
	Maker       *Maker           `json:"maker" ld:"schema:creator" doc:"Who made it."`
}

// Maker is nested.
type Maker struct {
	_    struct{}   `ld:"schema:Person"`
	Name string     `json:"name" ld:"schema:name" filter:"text" doc:"The name."`
	Born hydra.Date `json:"born" ld:"schema:birthDate" doc:"The day of birth."`
}

// compiled is an API of as many classes.
func compiled(classes int) (*server.Server, error) {
	config := server.Config{
		BaseURL: "https://museum.example/api", Vocabulary: "https://museum.example/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Museum"}, Version: "1.0.0"},
	}
	bindings := make([]server.Binding, classes)
	for i := range bindings {
		bindings[i] = server.Bind(hydra.NewClass[Exhibit](vocab.SchemaThing, fmt.Sprintf("/rooms/r%d", i), hydra.ClassMeta{
			Term: fmt.Sprintf("Exhibit%d", i), Title: hydra.Text{"en": fmt.Sprintf("Exhibit in room %d", i)},
		}), store.Store[Exhibit]{
			Get: func(context.Context, string) (store.Item[Exhibit], error) {
				return store.Item[Exhibit]{}, store.ErrNotFound
			},
			List: func(context.Context, *store.Query) (store.Page[Exhibit], error) { return store.Page[Exhibit]{}, nil },
		})
	}
	return server.New(config, bindings...)
}
