package main

import (
	"context"
	"embed"
	"errors"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

//go:embed seed.ndjson
var seed embed.FS

// newAPI makes the API: the events of the seed, or those of the file that the command line names, and what catalogues and
// people want to know.
func newAPI(ctx context.Context, s cli.Settings) (*server.Server, error) {
	events, err := memory.New(Events, memory.Config{})
	if err != nil {
		return nil, err
	}
	file, err := seed.Open("seed.ndjson")
	if err != nil {
		return nil, err
	}
	if err := errors.Join(cli.Load(ctx, s, Events, file, events.Put), file.Close()); err != nil {
		return nil, err
	}
	return newServer(s, events.Functions())
}

// newServer serves the events of a store: any struct of functions, of which the memory store's are an example.
func newServer(s cli.Settings, events store.Store[Event]) (*server.Server, error) {
	return server.New(server.Config{
		BaseURL:        s.BaseURL,
		Vocabulary:     namespace,
		Metadata:       metadata(),
		Logger:         s.Logger,
		Links:          s.Links,
		TrustedProxies: s.TrustedProxies,
	}, server.Bind(Events, events))
}

// metadata is what catalogues and people want to know about the API.
func metadata() hydra.Metadata {
	return hydra.Metadata{
		Title: hydra.Text{"en": "Events", "nl": "Evenementen"},
		Description: hydra.Text{
			"en": "Conferences and other events about programming, as linked data.",
			"nl": "Conferenties en andere evenementen over programmeren, als linked data.",
		},
		Version:     version,
		Issued:      day(2026, time.January, 15),
		Modified:    day(2026, time.June, 1),
		License:     "https://creativecommons.org/publicdomain/zero/1.0/",
		LicenseName: "CC0 1.0",
		Contact: hydra.Contact{
			Name:  "Events desk",
			Email: "events@hydrant.example",
			URL:   "https://events.hydrant.example/contact",
		},
		Publisher: hydra.Publisher{
			IRI:      "https://events.hydrant.example/#publisher",
			Name:     hydra.Text{"en": "Hydrant examples", "nl": "Hydrant-voorbeelden"},
			Homepage: "https://events.hydrant.example/",
		},
		Keywords: map[string][]string{
			"en": {"events", "conferences", "programming"},
			"nl": {"evenementen", "conferenties", "programmeren"},
		},
		Temporal:     hydra.Period{Start: day(2013, time.January, 1)},
		Spatial:      hydra.Area{WKT: "POLYGON((-180 -60, 180 -60, 180 75, -180 75, -180 -60))"},
		Themes:       []hydra.Theme{hydra.ThemeTechnology, hydra.ThemeEducation},
		AccessRights: hydra.AccessPublic,
		Profiles:     []hydra.Profile{hydra.ProfileFlanders},
		Flanders: hydra.Flanders{
			Status:      []hydra.Concept{{IRI: hydra.FlandersStatus + "VLOPENDATA", Label: hydra.Text{"nl": "Vlaamse Open data"}}},
			Lifecycle:   hydra.LifecycleLive,
			Environment: hydra.EnvironmentProduction,
		},
		Languages: []string{"en", "nl"},
	}
}

func day(year int, month time.Month, day int) hydra.Date {
	return literal.DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}
