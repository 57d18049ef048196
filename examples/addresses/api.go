package main

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"net/http"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

//go:embed seed/*.ndjson
var seed embed.FS

// sources are the stores of all classes.
type sources struct {
	personen       store.Store[Persoon]
	kinderen       store.Store[Kind]
	ouders         store.Store[Ouder]
	partners       store.Store[Partner]
	reisdocumenten store.Store[Reisdocument]
	zaken          store.Store[Zaak]
	gerechtigden   store.Store[Zakelijkgerechtigde]
	adressen       store.Store[Adres]
	panden         store.Store[Pand]
	objecten       store.Store[Object]
}

// newAPI makes the API with what the seed holds, or the files that the command line names.
func newAPI(ctx context.Context, s cli.Settings) (*server.Server, error) {
	from, err := seeded(ctx, s)
	if err != nil {
		return nil, err
	}
	return newServer(s, from)
}

func seeded(ctx context.Context, s cli.Settings) (sources, error) {
	var from sources
	return from, errors.Join(
		load(ctx, s, Personen, "personen", &from.personen), load(ctx, s, Kinderen, "kinderen", &from.kinderen),
		load(ctx, s, Ouders, "ouders", &from.ouders), load(ctx, s, Partners, "partners", &from.partners),
		load(ctx, s, Reisdocumenten, "reisdocumenten", &from.reisdocumenten), load(ctx, s, Zaken, "zaken", &from.zaken),
		load(ctx, s, Zakelijkgerechtigden, "zakelijkgerechtigden", &from.gerechtigden), load(ctx, s, Adressen, "adressen", &from.adressen),
		load(ctx, s, Panden, "panden", &from.panden), load(ctx, s, Objecten, "objecten", &from.objecten),
	)
}

// load fills a store in memory.
func load[T any](ctx context.Context, s cli.Settings, class *hydra.Class[T], name string, into *store.Store[T]) error {
	m, err := memory.New(class, memory.Config{})
	if err != nil {
		return err
	}
	var file fs.File
	if file, err = seed.Open("seed/" + name + ".ndjson"); err != nil {
		return err
	}
	*into = m.Functions()
	return errors.Join(cli.Load(ctx, s, class, file, m.Put), file.Close())
}

// newServer serves what the stores hold.
func newServer(s cli.Settings, from sources) (*server.Server, error) {
	brp, brk, bag := server.SourceName("BRP"), server.SourceName("BRK"), server.SourceName("BAG")
	return server.New(server.Config{
		BaseURL:        s.BaseURL,
		Vocabulary:     namespace,
		Metadata:       metadata(),
		Audience:       audience,
		Aliases:        server.APIPlatformAliases | server.HaalCentraalAliases,
		Logger:         s.Logger,
		Links:          s.Links,
		TrustedProxies: s.TrustedProxies,
	},
		server.Bind(Personen, from.personen, brp), server.Bind(Kinderen, from.kinderen, brp), server.Bind(Ouders, from.ouders, brp),
		server.Bind(Partners, from.partners, brp), server.Bind(Reisdocumenten, from.reisdocumenten, brp),
		server.Bind(Zaken, from.zaken, brk), server.Bind(Zakelijkgerechtigden, from.gerechtigden, brk),
		server.Bind(Adressen, from.adressen, bag), server.Bind(Panden, from.panden, bag), server.Bind(Objecten, from.objecten, bag))
}

// audience tells who may see everything: whoever says so, since all data is made up. A real API looks at a token that
// somebody it trusts has signed.
func audience(r *http.Request) []string {
	if r.Header.Get("Authorization") == "Bearer volledig" {
		return []string{"volledig"}
	}
	return nil
}

// gemeente says whether there is a municipality with a code. A real API asks table 33.
func gemeente(code string) bool {
	switch code {
	case "0014", "0363", "0518", "0599":
		return true
	}
	return false
}

// metadata is what catalogues and people want to know about the API.
func metadata() hydra.Metadata {
	return hydra.Metadata{
		Title:       nl("Personen, percelen en adressen"),
		Description: nl("Verzonnen personen, kadastrale gegevens, adressen en gebouwen, in de trant van Haal Centraal."),
		Version:     version,
		Issued:      day(2026, time.January, 15),
		Modified:    day(2026, time.June, 1),
		License:     "https://creativecommons.org/publicdomain/zero/1.0/",
		LicenseName: "CC0 1.0",
		Contact: hydra.Contact{
			Name: "Adressenbalie", Email: "adressen@hydrant.example", URL: "https://adressen.hydrant.example/contact",
		},
		Publisher: hydra.Publisher{
			IRI: "https://adressen.hydrant.example/#uitgever", Name: nl("Hydrant-voorbeelden"), Homepage: "https://adressen.hydrant.example/",
		},
		Keywords:     map[string][]string{"nl": {"adressen", "personen", "kadaster"}},
		Temporal:     hydra.Period{Start: day(2020, time.January, 1)},
		Spatial:      hydra.Area{WKT: "POLYGON((3.3 50.7, 7.3 50.7, 7.3 53.6, 3.3 53.6, 3.3 50.7))"},
		Themes:       []hydra.Theme{hydra.ThemeGovernment},
		AccessRights: hydra.AccessPublic,
		Languages:    []string{"nl"},
	}
}

func day(year int, month time.Month, day int) hydra.Date {
	return literal.DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}
