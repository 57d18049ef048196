package server_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

var linkOf = regexp.MustCompile(`<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?`)

// G-05: one alternate link for each other format; G-17: describedby.
func TestG05EveryRepresentationLinksToTheOthers(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2"}, {ID: "3"}})
	for _, path := range []string{
		"/api", "/api/documentation", "/api/shapes", "/api/catalog", "/api/problems/notFound",
		"/api/specimens/1", "/api/specimens/1?fields=title", "/api/specimens", "/api/specimens?int=0&pageSize=1&page=2&sort=-title",
	} {
		queue, seen := []string{get(api, path).Header().Get("Content-Type")}, map[string]bool{}
		for len(queue) > 0 {
			mediaType, _, _ := strings.Cut(queue[0], ";")
			queue = queue[1:]
			if seen[mediaType] {
				continue
			}
			seen[mediaType] = true
			w := get(api, path, "Accept", mediaType)
			if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || !strings.HasPrefix(got, mediaType) {
				t.Errorf("%s as %s: %d %s", path, mediaType, w.Code, got)
			}
			for _, l := range linkOf.FindAllStringSubmatch(strings.Join(w.Header()["Link"], ", "), -1) {
				if l[2] != "alternate" {
					continue
				}
				if l[1] != "" || l[3] == "" || l[3] == mediaType {
					t.Errorf("%s as %s: the alternative %s", path, mediaType, l[0])
				}
				queue = append(queue, l[3])
			}
		}
		want := []string{"application/ld+json", "application/json", "text/turtle", "application/trig", "application/n-triples", "application/n-quads"}
		if strings.HasPrefix(path, "/api/specimens?") {
			want = append(want, "text/csv")
		}
		for _, mediaType := range want {
			if !seen[mediaType] {
				t.Errorf("%s: nothing leads to %s", path, mediaType)
			}
		}
		if seen[ndjson] {
			t.Errorf("%s: a stream is no alternative", path)
		}
	}
}

func TestWhatIsForHALOnlyHasNoAlternatives(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for path, want := range map[string]bool{
		"/api/specimens/1": true, "/api/specimens": true, "/api/specimens/1?fields=title": false, "/api/specimens?fields=title": false,
	} {
		links := strings.Join(get(api, path, "Accept", "application/hal+json").Header()["Link"], ", ")
		if got := strings.Contains(links, `rel="alternate"`); got != want || !strings.Contains(links, "json-ld#context") {
			t.Errorf("%s: %s", path, links)
		}
	}
}

func TestG17ResourcesAreDescribedByTheirShape(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	shapes := graph(t, api, "/api/shapes", get(api, "/api/shapes"))
	for _, path := range []string{"/api/specimens/1", "/api/specimens"} {
		for _, accept := range []string{"application/ld+json", "application/hal+json", "text/turtle"} {
			links := linkOf.FindAllStringSubmatch(strings.Join(get(api, path, "Accept", accept).Header()["Link"], ", "), -1)
			i := slices.IndexFunc(links, func(l []string) bool { return l[2] == "describedby" })
			if i < 0 || !slices.ContainsFunc(shapes, func(x rdf.Triple) bool {
				return x.Subject.Value == links[i][1] && x.Object.Value == "http://www.w3.org/ns/shacl#NodeShape"
			}) {
				t.Errorf("%s as %s: %q", path, accept, links)
			}
		}
	}
}
