package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/servertest"
)

// base is the public address that the tests make the API with.
const base = "http://localhost:8080/api"

var _ = flag.Bool("update", false, "rewrite the golden files")

// seeded is the API with the events that the program brings along.
func seeded(tb testing.TB) *servertest.API {
	tb.Helper()
	return servertest.New(tb, made(tb)).WithShapes(tb)
}

func made(tb testing.TB) *server.Server {
	tb.Helper()
	s, err := newAPI(tb.Context(), cli.Settings{BaseURL: base})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// conferences is the file of 6,011 real events, three of which have a URL that RFC 3986 forbids.
func conferences(tb testing.TB) string {
	tb.Helper()
	folder := os.Getenv("HYDRANT_TESTDATA")
	switch {
	case folder != "":
		return filepath.Join(folder, "events", "conferences.ndjson")
	case os.Getenv("CI") == "true":
		tb.Fatal("HYDRANT_TESTDATA is not set: want the folder of the test data")
	}
	tb.Skip("HYDRANT_TESTDATA is not set: the test needs the folder of the test data")
	return ""
}

// shared is the server of loaded: it is made once for all tests.
var shared = sync.OnceValues(func() (*server.Server, error) {
	folder := os.Getenv("HYDRANT_TESTDATA")
	if folder == "" {
		return nil, errors.New("HYDRANT_TESTDATA is not set")
	}
	var stderr bytes.Buffer
	return newAPI(context.Background(), cli.Settings{
		BaseURL: base, Data: []string{filepath.Join(folder, "events", "conferences.ndjson")}, Stderr: &stderr,
	})
})

// loaded is the API with the real events.
func loaded(tb testing.TB) *servertest.API {
	tb.Helper()
	conferences(tb)
	s, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return servertest.New(tb, s).WithShapes(tb)
}

// collection is the JSON of a page of events.
type collection struct {
	ID         string   `json:"@id"`
	Type       string   `json:"@type"`
	TotalItems *int     `json:"totalItems"`
	Member     []member `json:"member"`
	View       struct {
		ID       string `json:"@id"`
		Type     string `json:"@type"`
		First    string `json:"first"`
		Previous string `json:"previous"`
		Next     string `json:"next"`
		Last     string `json:"last"`
	} `json:"view"`
}

type member struct {
	IRI       string   `json:"@id"`
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	StartDate string   `json:"startDate"`
	EndDate   string   `json:"endDate"`
	Keywords  []string `json:"keywords"`
	Mode      string   `json:"eventAttendanceMode"`
	Location  struct {
		Address struct {
			Locality string `json:"addressLocality"`
			Country  string `json:"addressCountry"`
		} `json:"address"`
	} `json:"location"`
}

// list fetches a page of events.
func list(tb testing.TB, api *servertest.API, target string) collection {
	tb.Helper()
	var c collection
	api.Get(tb, target).WantStatus(tb, 200).JSON(tb, &c)
	return c
}
