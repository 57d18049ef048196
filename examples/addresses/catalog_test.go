package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
)

func TestTheCatalogueConformsToDCATAP(t *testing.T) {
	folder := os.Getenv("HYDRANT_TESTDATA")
	switch {
	case folder != "":
	case os.Getenv("CI") == "true":
		t.Fatal("HYDRANT_TESTDATA is not set: want the folder of the test data")
	default:
		t.Skip("HYDRANT_TESTDATA is not set: the test needs the folder of the test data")
	}
	r := newTestAPI(t).Get(t, root+"/catalog").WantStatus(t, http.StatusOK)
	for _, files := range [][]string{
		{"3.0.1/shapes.ttl", "3.0.1/range.ttl"},
		{"3.0.1/dcat-ap-SHACL.ttl", "3.0.1/ranges.ttl"},
		{"2.1.1/dcat-ap_2.1.1_shacl_shapes.ttl", "2.1.1/dcat-ap_2.1.1_shacl_range.ttl"},
	} {
		for i := range files {
			files[i] = filepath.Join(folder, "dcat-ap", filepath.FromSlash(files[i]))
		}
		r.WantConforms(t, servertest.Shapes(t, files...))
	}
}
