package server_test

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// House has rooms.
type House struct {
	ID string `json:"id" ld:"@id" sh:"maxLength=4"`
}

// Room is in a house.
type Room struct {
	ID    string           `json:"id" ld:"@id"`
	House hydra.Ref[House] `json:"house" ld:"ex:house" sh:"minCount=1" filter:"exact" doc:"The house."`
	Size  int              `json:"size" ld:"ex:size" filter:"range" sort:"true" doc:"Size."`
}

// houseClasses are the classes of houses and of the rooms in them.
func houseClasses() (*hydra.Class[House], *hydra.Class[Room]) {
	rooms := hydra.NewClass[Room]("https://example.org/ns#Room", "/houses/{house}/house-rooms", hydra.ClassMeta{Prefixes: example})
	houses := hydra.NewClass[House]("https://example.org/ns#House", "/houses", hydra.ClassMeta{Prefixes: example},
		hydra.SubCollection[House]("rooms", rooms, "https://example.org/ns#rooms", hydra.Text{"en": "Its rooms."}, hydra.Expandable()))
	return houses, rooms
}

func houseAPI(tb testing.TB, change ...options) *server.Server {
	tb.Helper()
	houses, rooms := houseClasses()
	hs, err := memory.New(houses, memory.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	if err := hs.Put(&House{ID: "é/1"}, &House{ID: "h2"}); err != nil {
		tb.Fatal(err)
	}
	rs, err := memory.New(rooms, memory.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	for i, id := range []string{"r1", "r2", "r3"} {
		if err := rs.Put(&Room{ID: id, House: hydra.Ref[House]{ID: "é/1"}, Size: i}); err != nil {
			tb.Fatal(err)
		}
	}
	config := server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Houses"}, Version: "1.0.0"},
	}
	for _, c := range change {
		c(&config)
	}
	s, err := server.New(config, server.Bind(houses, hs.Functions()), server.Bind(rooms, rs.Functions()))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestASubCollectionHasWhatIsBelowOneResource(t *testing.T) {
	api := houseAPI(t)
	house := "/api/houses/" + url.PathEscape("é/1")
	for _, test := range []struct{ path, accept, want string }{
		{house, "", `"rooms":"` + house + `/house-rooms"`},
		{house + "/house-rooms", "", `"totalItems":3,"member":[{"@id":"` + house + `/house-rooms/r1"`},
		{house + "/house-rooms", "", `"search":{"@type":"IriTemplate","template":"/api/houses/%C3%A9%2F1/house-rooms{?size,`},
		{house + "/house-rooms?size=gt:0&pageSize=1", "", `"next":"` + house + `/house-rooms?size=gt:0&pageSize=1&page=2"`},
		{house + "/house-rooms?after=&pageSize=2&sort=-size", "text/turtle", `<https://data.example.org` + house + `/house-rooms/r3>`},
		{house + "/house-rooms/r2", "", `"house":"` + house + `"`},
		{house + "/house-rooms/r2", hal, `{"self":{"href":"` + house + `/house-rooms/r2"},"house":{"href":"` + house + `"}}`},
		{house + "/house-rooms", hal, `"_embedded":{"houseRooms":[`},
		{house + "?expand=rooms.size", hal, `"rooms":[{"size":0,"_links":{"self":{"href":"` + house + `/house-rooms/r1"}}},`},
		{"/api/houses/h2/house-rooms", "", `"totalItems":0,"member":[]`},
		{"/api/houses/h2?expand=rooms", hal, `"rooms":{"href":"/api/houses/h2/house-rooms"}}}`},
		{house + "/house-rooms", "application/n-triples", `<https://data.example.org` + house + `/house-rooms> <http://www.w3.org/ns/hydra/core#member> <https://data.example.org` + house + `/house-rooms/r1>`},
	} {
		w := get(api, test.path, "Accept", test.accept)
		if w.Code != http.StatusOK || !strings.Contains(strings.ReplaceAll(w.Body.String(), `"ex:house"`, `"https://example.org/ns#house"`), test.want) {
			t.Errorf("%s: %d\n%s\nwant %s", test.path, w.Code, w.Body, test.want)
		}
	}
}

func TestASubCollectionIsWhereItIs(t *testing.T) {
	api := houseAPI(t)
	for path, want := range map[string]int{
		"/api/houses/h9/house-rooms": http.StatusNotFound, "/api/houses/h2/house-rooms/r1": http.StatusNotFound, "/api/houses/h2/house-rooms/": http.StatusNotFound,
		"/api/houses//house-rooms": http.StatusNotFound, "/api/house-rooms": http.StatusNotFound, "/api/houses/h2/other": http.StatusNotFound,
		"/api/houses/h2/house-rooms/r1/r2": http.StatusNotFound, "/api/houses/h2/house-rooms?house=h2": http.StatusBadRequest,
		"/api/houses/too-long/house-rooms": http.StatusBadRequest, "/api/houses/%7Bhouse%7D/house-rooms/x": http.StatusNotFound,
	} {
		if w := get(api, path); w.Code != want {
			t.Errorf("%s: %d, want %d: %s", path, w.Code, want, w.Body)
		}
	}
	if w := send(api, http.MethodPost, "/api/houses/h2/house-rooms"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

func TestDocumentsTellOfSubCollections(t *testing.T) {
	api := houseAPI(t)
	if body := get(api, "/api").Body.String(); strings.Contains(body, "house-rooms") || !strings.Contains(body, `"/api/houses"`) {
		t.Errorf("the entry point: %s", body)
	}
	for path, wants := range map[string][]string{
		"/api/swagger.json":  {`"/houses/{house}/house-rooms"`, `"/houses/{house}/house-rooms/{id}"`, `"listHousesHouseRooms"`, `"name": "house"`},
		"/api/openapi.json":  {`"/houses/{house}/house-rooms"`, `"expand"`},
		"/api/documentation": {`#listHousesHouseRooms`, `ns#rooms"`},
		"/api/catalog":       {"/api/houses"},
	} {
		for _, want := range wants {
			if w := get(api, path); w.Code != http.StatusOK || !strings.Contains(strings.ReplaceAll(w.Body.String(), `"ex:`, `"https://example.org/ns#`), want) {
				t.Errorf("%s: %d, no %s in %s", path, w.Code, want, w.Body)
			}
		}
	}
	if body := get(api, "/api/catalog").Body.String(); strings.Contains(body, "{house}") {
		t.Errorf("the catalogue: %s", body)
	}
}

func TestTheSearchOfASubCollectionStaysInIt(t *testing.T) {
	api := houseAPI(t)
	path := "/api/houses/" + url.PathEscape("é/1") + "/house-rooms"
	for _, accept := range []string{"application/ld+json", "application/json", "text/turtle", "application/n-triples", "application/rdf+xml", "text/html"} {
		body := get(api, path+"?size=gt:0", "Accept", accept).Body.String()
		if !strings.Contains(body, path+"{?size,") || strings.Contains(body, "{house}") || strings.Contains(body, `"variable":"house"`) {
			t.Errorf("%s: %s", accept, body)
		}
	}
}

func TestSubCollectionsAreTheSameGraphInEveryRepresentation(t *testing.T) {
	api := houseAPI(t)
	house := "/api/houses/" + url.PathEscape("é/1")
	for _, path := range []string{house, house + "/house-rooms?size=gt:0", house + "/house-rooms/r1"} {
		want := graph(t, api, path, get(api, path))
		for _, accept := range []string{"application/json", "application/n-triples"} {
			got := graph(t, api, path, get(api, path, "Accept", accept))
			if same, err := rdf.Isomorphic(want, got); err != nil || !same {
				t.Errorf("%s as %s: %v\n%s", path, accept, err, rdf.Diff(want, got))
			}
		}
		known := map[string]bool{}
		for _, triple := range want {
			known[anonymous(triple)] = true
			triple.Subject.Value = "https://data.example.org" + path
			known[anonymous(triple)] = true
		}
		for _, triple := range halGraph(t, api, path, get(api, path, "Accept", hal)) {
			if !known[anonymous(triple)] {
				t.Errorf("%s: JSON-LD does not say %s", path, anonymous(triple))
			}
		}
	}
}

func TestTheMembersOfAllEmbeddedSubCollectionsCount(t *testing.T) {
	houses, rooms := houseClasses()
	stored, err := memory.New(houses, memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		if err := stored.Put(&House{ID: strconv.Itoa(i)}); err != nil {
			t.Fatal(err)
		}
	}
	var asked atomic.Int64
	api := bound(t, nil, server.Bind(houses, stored.Functions()), server.Bind(rooms, store.Store[Room]{
		List: func(_ context.Context, q *store.Query) (store.Page[Room], error) {
			asked.Add(1)
			page := store.Page[Room]{Items: make([]store.Item[Room], q.Limit)}
			for i := range page.Items {
				page.Items[i].Value = &Room{ID: strconv.Itoa(i), House: hydra.Ref[House]{ID: "1"}}
			}
			return page, nil
		},
	}))
	if w := get(api, "/api/houses?pageSize=10&expand=rooms", "Accept", hal); w.Code != http.StatusOK || strings.Count(w.Body.String(), `"size"`) != 1000 {
		t.Errorf("1,000 rooms: %d", w.Code)
	}
	asked.Store(0)
	if w := get(api, "/api/houses?pageSize=100&expand=rooms", "Accept", hal); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "tooManyResults") {
		t.Errorf("10,000 rooms: %d", w.Code)
	}
	if asked.Load() > 30 {
		t.Errorf("the store was asked %d times, when 11 are enough to know", asked.Load())
	}
}

func TestSubCollectionsThatLeadNowhereAreRefused(t *testing.T) {
	class := func(path string) error {
		_, err := hydra.NewClass[Room]("https://example.org/ns#Room", path, hydra.ClassMeta{Prefixes: example}).Definition()
		return err
	}
	for path, want := range map[string]string{
		"/houses/{nothing}/rooms": `the property "nothing", which there is none of`, "/houses/{size}/rooms": "want a hydra.Ref",
		"/{house}/rooms": "a path is made of", "/houses/{house}": "a path is made of", "/a/{house}/b/{house}/c": "a path is made of",
	} {
		if err := class(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	rooms := hydra.NewClass[Room]("https://example.org/ns#Room", "/sheds/{house}/rooms", hydra.ClassMeta{Prefixes: example})
	houses := hydra.NewClass[House]("https://example.org/ns#House", "/houses", hydra.ClassMeta{Prefixes: example},
		hydra.SubCollection[House]("rooms", rooms, "https://example.org/ns#rooms", nil))
	if _, err := houses.Definition(); err == nil || !strings.Contains(err.Error(), "is not below /houses/{…}") {
		t.Errorf("a link to another class's sub-collection: %v", err)
	}
	rs, err := memory.New(rooms, memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = server.New(server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Rooms"}, Version: "1.0.0"},
	}, server.Bind(rooms, rs.Functions()))
	if err == nil || !strings.Contains(err.Error(), "is not the class served at /sheds") && !strings.Contains(err.Error(), "for which the API has no class") {
		t.Errorf("a class above that is not served: %v", err)
	}
}
