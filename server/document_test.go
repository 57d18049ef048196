package server_test

import (
	"net/http"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

func TestDocumentsThatAreWrittenWhenAskedForAreWrittenOnce(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t)})
	for _, address := range [][2]string{
		{"/api/openapi.json", ""},
		{"/api/openapi.yaml", ""},
		{"/api/swagger.json", ""},
		{"/api/documentation", "text/turtle"},
		{"/api/catalog?page=1", "application/rdf+xml"},
		{"/api/shapes", "text/html"},
		{"/api/catalog?page=1", "text/html"},
	} {
		var answers sync.Map
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				w := get(api, address[0], "Accept", address[1])
				if w.Code != http.StatusOK || w.Body.Len() == 0 {
					t.Errorf("%v: %d", address, w.Code)
				}
				answers.Store(w.Header().Get("Etag")+w.Body.String(), true)
			})
		}
		group.Wait()
		count := 0
		answers.Range(func(any, any) bool { count++; return true })
		if count != 1 {
			t.Errorf("%v: %d answers", address, count)
		}
	}
}

func TestADocumentThatASyntaxCannotExpressIsHadInAllOthers(t *testing.T) {
	api := newAPI(t, nil, func(c *server.Config) { c.Metadata.Title = hydra.Text{"en": "A bell:\a"} })
	for mediaType, want := range map[string]int{
		"application/rdf+xml": http.StatusNotAcceptable, "text/turtle": http.StatusOK, "application/n-triples": http.StatusOK,
		"application/ld+json": http.StatusOK, "text/html": http.StatusOK,
	} {
		for _, path := range []string{"/api", "/api/documentation", "/api/catalog"} {
			if w := get(api, path, "Accept", mediaType); w.Code != want {
				t.Errorf("%s as %s: %d, want %d\n%s", path, mediaType, w.Code, want, w.Body)
			}
		}
	}
	if _, err := api.Document("catalog", "application/rdf+xml"); err == nil {
		t.Error("the command line writes it")
	}
}
