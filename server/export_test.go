package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab"
)

func TestAnExportIsTheWholeCollectionAsAFileWhateverIsAccepted(t *testing.T) {
	var values []*Specimen
	for i := range 250 {
		values = append(values, &Specimen{ID: fmt.Sprintf("s%03d", i), Title: "A title", Int: int32(i), Bool: i%2 == 0})
	}
	api := newAPI(t, values)
	page := get(api, "/api/specimens?pageSize=100", "Accept", "text/csv").Body.String()
	head, _, _ := strings.Cut(page, "\r\n")
	for query, want := range map[string]int{"": 250, "?bool=true": 125, "?int=lt:10&sort=-int": 10, "?int=99999": 0} {
		for _, accept := range []string{"*/*", "text/html", "application/json"} {
			w := get(api, "/api/specimens.csv"+query, "Accept", accept)
			rows := strings.Split(strings.TrimSuffix(w.Body.String(), "\r\n"), "\r\n")
			if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/csv;") || rows[0] != head || len(rows) != want+1 {
				t.Fatalf("%s as %s: %d %v, %d rows under %q", query, accept, w.Code, w.Header(), len(rows)-1, rows[0])
			}
			w = get(api, "/api/specimens.ndjson"+query, "Accept", accept)
			if got := lines(t, w); len(got) != want {
				t.Errorf("%s as %s: %d lines", query, accept, len(got))
			}
		}
	}
	if csv := get(api, "/api/specimens.csv").Body.String(); !strings.HasPrefix(csv, page) {
		t.Errorf("an export doesn't begin as the first page does:\n%.300s\n%.300s", csv, page)
	}
}

func TestTheHeaderOfAnExportIsThatOfAFile(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Text: hydra.LangString{{Lang: "en", Value: "one"}, {Lang: "nl-be", Value: "een"}}}})
	for path, vary := range map[string]string{
		"/api/specimens.csv": "Prefer, Authorization, Cookie, Accept-Language", "/api/specimens.ndjson": "Prefer, Authorization, Cookie",
	} {
		w := send(api, http.MethodHead, path)
		h := w.Header()
		if w.Code != http.StatusOK || w.Body.Len() != 0 || h.Get("Allow") != "GET, HEAD, OPTIONS" || h.Get("Vary") != vary {
			t.Errorf("HEAD %s: %d %v", path, w.Code, h)
		}
		if links := strings.Join(h["Link"], ", "); !strings.Contains(links, "#apiDocumentation") || strings.Contains(links, `rel="alternate"`) {
			t.Errorf("%s: Link: %s", path, links)
		}
		if w := send(api, http.MethodPost, path); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
			t.Errorf("POST %s: %d %v", path, w.Code, w.Header())
		}
		if w := send(api, http.MethodOptions, path); w.Code != http.StatusNoContent {
			t.Errorf("OPTIONS %s: %d", path, w.Code)
		}
		etag := get(api, path).Header().Get("Etag")
		if w := get(api, path, "If-None-Match", etag); !strings.HasPrefix(etag, `W/"`) || w.Code != http.StatusNotModified {
			t.Errorf("%s with %s: %d", path, etag, w.Code)
		}
		problem := readProblem(t, get(api, path+"?page=2&nonsense=1").Body.Bytes())
		if len(problem.InvalidParams) != 2 || problem.InvalidParams[0].Code != "unsupportedCombi" {
			t.Errorf("%s of a page: %+v", path, problem)
		}
	}
	english, dutch := get(api, "/api/specimens.csv", "Accept-Language", "en"), get(api, "/api/specimens.csv", "Accept-Language", "nl-be")
	if !strings.Contains(english.Body.String(), "one") || !strings.Contains(dutch.Body.String(), "een") || dutch.Header().Get("Content-Language") != "nl-be" ||
		english.Header().Get("Etag") == dutch.Header().Get("Etag") {
		t.Errorf("%v\n%s\n%v\n%s", english.Header(), english.Body, dutch.Header(), dutch.Body)
	}
}

// Guarded is listed only for who filters.
type Guarded struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name" filter:"exact"`
}

func TestTheCatalogueListsTheExportsThatThereAre(t *testing.T) {
	class := func(path, term string) server.Binding {
		return server.Bind(hydra.NewClass[Shelf](vocab.SchemaThing, path, hydra.ClassMeta{Term: term}), store.Store[Shelf]{
			List: func(context.Context, *store.Query) (store.Page[Shelf], error) { return store.Page[Shelf]{}, nil },
			Get: func(context.Context, string) (store.Item[Shelf], error) {
				return store.Item[Shelf]{}, store.ErrNotFound
			},
		})
	}
	api, err := server.New(server.Config{
		BaseURL: shelvesBase, Vocabulary: "https://shelves.example/ns#", Metadata: hydra.Metadata{Title: hydra.Text{"en": "Shelves"}, Version: "1.0.0"},
	}, class("/shelves", "Shelf"), class("/shelves/deep", "Deep"), server.Bind(
		hydra.NewClass(vocab.SchemaPerson, "/guarded", hydra.ClassMeta{}, hydra.RequireFilters[Guarded]("name")),
		store.Store[Guarded]{List: func(context.Context, *store.Query) (store.Page[Guarded], error) { return store.Page[Guarded]{}, nil }},
	))
	if err != nil {
		t.Fatal(err)
	}
	var catalog struct {
		Dataset []struct {
			ID           string `json:"@id"`
			Distribution []struct{ DownloadURL string }
		}
	}
	if err := json.Unmarshal(get(api, "/api/catalog").Body.Bytes(), &catalog); err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, d := range catalog.Dataset {
		for _, distribution := range d.Distribution {
			if url := distribution.DownloadURL; url != "" {
				got[d.ID] = append(got[d.ID], url)
				if w := get(api, strings.TrimPrefix(url, "https://shelves.example")); w.Code != http.StatusOK {
					t.Errorf("%s: %d %s", url, w.Code, w.Body)
				}
			}
		}
	}
	want := map[string][]string{}
	for _, path := range []string{"/shelves", "/shelves/deep"} {
		want[shelvesBase+"/catalog#datasets"+path] = []string{shelvesBase + path + ".csv", shelvesBase + path + ".ndjson"}
	}
	if len(catalog.Dataset) != 3 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d data sets: got %v\nwant %v", len(catalog.Dataset), got, want)
	}
	if w := get(api, "/api/guarded.csv"); w.Code != http.StatusNotFound {
		t.Errorf("what can't be had as a whole: %d %s", w.Code, w.Body)
	}
}

func TestTheReferencesInAnExportHoldBehindAGateway(t *testing.T) {
	for name, test := range map[string]struct {
		change options
		says   bool
	}{"that says so": {trusting, true}, "with relative links": {relative, false}} {
		t.Run(name, func(t *testing.T) {
			h := gateway(newAPI(t, []*Specimen{full(t), {ID: "2"}}, test.change), "/gateway", test.says)
			const path = "/gateway/api/specimens.ndjson"
			at, err := url.Parse("https://data.example.org" + path)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range lines(t, get(h, path)) {
				var member struct {
					ID string `json:"@id"`
				}
				if err := json.Unmarshal([]byte(line), &member); err != nil {
					t.Fatal(err)
				}
				item, err := at.Parse(member.ID)
				if err != nil {
					t.Fatal(err)
				}
				if w := get(h, item.RequestURI()); w.Code != http.StatusOK {
					t.Errorf("%s leads to %s: %d", member.ID, item, w.Code)
				}
			}
			catalog := get(h, "/gateway/api/catalog", "Accept", "application/n-triples").Body.String()
			if download := `#downloadURL> <https://data.example.org/gateway/api/specimens.csv>`; test.says != strings.Contains(catalog, download) {
				t.Errorf("in the catalogue there is no %s\n%s", download, catalog)
			}
		})
	}
}
