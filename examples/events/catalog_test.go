package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
)

// profiles are the shapes of DCAT-AP and of its Flemish profile, which the catalogue declares to follow.
func profiles(tb testing.TB) [][]string {
	tb.Helper()
	folder := filepath.Join(filepath.Dir(filepath.Dir(conferences(tb))), "dcat-ap")
	if _, err := os.Stat(folder); err != nil {
		tb.Fatal(err)
	}
	file := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	return [][]string{
		{file("3.0.1/shapes.ttl"), file("3.0.1/range.ttl")},
		{file("3.0.1/dcat-ap-SHACL.ttl"), file("3.0.1/ranges.ttl")},
		{file("2.1.1/dcat-ap_2.1.1_shacl_shapes.ttl"), file("2.1.1/dcat-ap_2.1.1_shacl_range.ttl")},
		{file("vl/dcatapvl.shacl.ttl")},
		{file("vl/metadata_dcat.shacl.ttl")},
	}
}

func TestTheCatalogueConformsToDCATAP(t *testing.T) {
	api := seeded(t)
	for _, files := range profiles(t) {
		shapes := servertest.Shapes(t, files...)
		for _, mediaType := range []string{"application/ld+json", "text/turtle"} {
			api.Get(t, "/api/catalog", "Accept: "+mediaType).WantStatus(t, http.StatusOK).WantConforms(t, shapes)
		}
	}
}

// TestTheShapesConformToTheShapesOfShapes validates what is published of shapes by those that W3C has for them.
func TestTheShapesConformToTheShapesOfShapes(t *testing.T) {
	w3c := filepath.Join(filepath.Dir(filepath.Dir(conferences(t))), "w3c", "shacl", "core", "complex", "shacl-shacl-data-shapes.ttl")
	shapes := servertest.Shapes(t, w3c)
	api := seeded(t)
	for _, target := range []string{"/api/shapes", "/api/documentation"} {
		api.Get(t, target).WantStatus(t, http.StatusOK).WantConforms(t, shapes)
	}
}
