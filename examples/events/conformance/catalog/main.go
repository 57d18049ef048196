// Command catalog serves an API with many collections and a catalogue with small pages, for harvesters and validators.
//
//	catalog --addr localhost:8080 --collections 7 --page 3 --flanders
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Thing is what is in every collection.
type Thing struct {
	ID   string `json:"id"   ld:"@id"`
	Name string `json:"name" ld:"schema:name"`
}

func main() {
	addr := flag.String("addr", "localhost:8080", "where to listen")
	collections := flag.Int("collections", 7, "number of collections")
	page := flag.Int("page", 3, "number of data sets on a page of the catalogue")
	flanders := flag.Bool("flanders", false, "follow the Flemish profile")
	flag.Parse()
	api, err := newAPI("http://"+*addr, *collections, *page, *flanders)
	if err != nil {
		log.Fatal(err)
	}
	listener := http.Server{Addr: *addr, Handler: api, ReadHeaderTimeout: 10 * time.Second}
	log.Fatal(listener.ListenAndServe())
}

func newAPI(baseURL string, collections, page int, flanders bool) (*server.Server, error) {
	bindings := make([]server.Binding, collections)
	for i := range bindings {
		class := hydra.NewClass[Thing](vocab.SchemaThing, fmt.Sprintf("/things-%d", i), hydra.ClassMeta{
			Term: fmt.Sprintf("Thing%d", i), Title: both("Thing", "Ding"), Description: both("Something.", "Iets."),
			CollectionTitle: both("Things", "Dingen"),
		})
		bindings[i] = server.Bind(class, store.Store[Thing]{
			List: func(context.Context, *store.Query) (store.Page[Thing], error) { return store.Page[Thing]{}, nil },
		})
	}
	return server.New(server.Config{
		BaseURL: baseURL, Vocabulary: "https://things.example/ns#", CatalogPageSize: page, Metadata: metadata(flanders),
	}, bindings...)
}

func both(english, dutch string) hydra.Text { return hydra.Text{"en": english, "nl": dutch} }

// metadata says everything that a catalogue can say.
func metadata(flanders bool) hydra.Metadata {
	day := literal.DateOf(time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC))
	m := hydra.Metadata{
		Title: both("Things", "Dingen"), Description: both("Things of all kinds.", "Dingen van alle soorten."), Version: "1.0.0",
		Issued: day, Modified: day, License: "https://creativecommons.org/licenses/by/4.0/", LicenseName: "CC BY 4.0",
		Contact:   hydra.Contact{Name: "Desk", Email: "desk@things.example", URL: "https://things.example/contact", Telephone: "+32 2 000 00 00"},
		Publisher: hydra.Publisher{Name: both("Things", "Dingen"), Homepage: "https://things.example/"},
		Keywords:  map[string][]string{"en": {"thing"}, "nl": {"ding"}},
		Temporal:  hydra.Period{Start: day, End: day}, Spatial: hydra.Area{WKT: "POINT(3.72 51.05)"},
		Themes: []hydra.Theme{hydra.ThemeRegions, hydra.ThemeSociety}, AccessRights: hydra.AccessRestricted,
		Languages: []string{"nl-BE", "en"},
	}
	if flanders {
		m.Profiles = []hydra.Profile{hydra.ProfileFlanders}
		m.Flanders = hydra.Flanders{
			Status:    []hydra.Concept{{IRI: hydra.FlandersStatus + "VLOPENDATA", Label: hydra.Text{"nl": "Vlaamse Open data"}}},
			Lifecycle: hydra.LifecycleSunset, Environment: hydra.EnvironmentStaging,
		}
	}
	return m
}
