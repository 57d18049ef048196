package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// profile compiles shapes of the test data's folder for DCAT-AP.
func profile(tb testing.TB, files ...string) *core.Shapes {
	tb.Helper()
	folder := os.Getenv("HYDRANT_TESTDATA")
	switch {
	case folder != "":
	case os.Getenv("CI") == "true":
		tb.Fatal("HYDRANT_TESTDATA is not set: want the folder of the test data")
	default:
		tb.Skip("HYDRANT_TESTDATA is not set: the test needs the folder of the test data")
	}
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = filepath.Join(folder, "dcat-ap", filepath.FromSlash(file))
	}
	return servertest.Shapes(tb, paths...)
}

// european are the shapes that every catalogue conforms to, flemish those of the Flemish profile.
func european(tb testing.TB) []*core.Shapes {
	tb.Helper()
	return []*core.Shapes{
		profile(tb, "3.0.1/shapes.ttl", "3.0.1/range.ttl"),
		profile(tb, "3.0.1/dcat-ap-SHACL.ttl", "3.0.1/ranges.ttl"),
		profile(tb, "2.1.1/dcat-ap_2.1.1_shacl_shapes.ttl", "2.1.1/dcat-ap_2.1.1_shacl_range.ttl"),
	}
}

func flemish(tb testing.TB) []*core.Shapes {
	tb.Helper()
	return []*core.Shapes{profile(tb, "vl/dcatapvl.shacl.ttl"), profile(tb, "vl/metadata_dcat.shacl.ttl")}
}

// page is a page of a catalogue of seven data sets, three on a page, of an API whose address is also the publisher's homepage.
func page(tb testing.TB, number int, flanders bool) *servertest.Response {
	tb.Helper()
	s, err := newAPI("https://things.example", 7, 3, flanders)
	if err != nil {
		tb.Fatal(err)
	}
	return servertest.New(tb, s).Get(tb, fmt.Sprintf("/catalog?page=%d", number), "Accept: application/n-triples").WantStatus(tb, http.StatusOK)
}

func TestEveryPageConformsToItsProfiles(t *testing.T) {
	for number := 1; number <= 3; number++ {
		for _, shapes := range european(t) {
			page(t, number, false).WantConforms(t, shapes)
			page(t, number, true).WantConforms(t, shapes)
		}
		for _, shapes := range flemish(t) {
			page(t, number, true).WantConforms(t, shapes)
		}
	}
}

// TestNothingConformsWithoutWhatIsMandatory shows that the shapes are at work.
func TestNothingConformsWithoutWhatIsMandatory(t *testing.T) {
	whole := string(page(t, 1, true).Body)
	for shapes, properties := range map[*core.Shapes][]string{
		european(t)[0]: {"title", "description", "name", "publisher", "accessURL", "endpointURL", "prefLabel"},
		flemish(t)[0]:  {"identifier", "license", "contactPoint", "accessRights", "statuut", "endpointDescription", "inScheme"},
	} {
		for _, property := range properties {
			without := regexp.MustCompile(`(?m)^\S+ <[^>]*[/#]`+property+`> .*\n`).ReplaceAllString(whole, "")
			data, err := rdf.ReadGraph(rdf.ReadNTriples(strings.NewReader(without), rdf.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if conforms, err := shapes.Conforms(t.Context(), data); conforms || err != nil {
				t.Errorf("without %s the catalogue conforms (%v)", property, err)
			}
		}
	}
}
