package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
)

// Book refers to its writers and its publisher.
type Book struct {
	ID        string              `json:"id" ld:"@id"`
	Title     string              `json:"title" ld:"dct:title" doc:"Title."`
	Writers   []hydra.Ref[Writer] `json:"writers" ld:"schema:author" expand:"true" doc:"Who wrote it."`
	Editor    hydra.Ref[Writer]   `json:"editor" ld:"schema:editor" expand:"true" doc:"Who edited it."`
	Censor    hydra.Ref[Writer]   `json:"censor" ld:"ex:censor" expand:"true" access:"staff" doc:"Who read it first."`
	Successor hydra.Ref[Book]     `json:"successor" ld:"ex:successor" doc:"The next one: not to be embedded."`
}

// Writer writes books.
type Writer struct {
	ID     string          `json:"id" ld:"@id"`
	Name   string          `json:"name" ld:"schema:name" doc:"Name."`
	Born   *Born           `json:"born" ld:"ex:born" doc:"Birth."`
	Friend hydra.Ref[Book] `json:"first" ld:"ex:first" doc:"The first book."`
	Secret string          `json:"secret" ld:"ex:secret" access:"staff" doc:"For the staff."`
}

// Born is a birth.
type Born struct {
	Place string `json:"place" ld:"ex:place" doc:"Place."`
	Year  int    `json:"year" ld:"ex:year" doc:"Year."`
}

// bookAPI serves books b1 to bn with the given writers, and counts how often a writer is fetched.
func bookAPI(tb testing.TB, get func(context.Context, string) (store.Item[Writer], error), books ...*Book) (*server.Server, *atomic.Int64) {
	tb.Helper()
	bookClass := hydra.NewClass[Book]("https://schema.org/Book", "/books", hydra.ClassMeta{Prefixes: example})
	writerClass := hydra.NewClass[Writer]("https://schema.org/Person", "/writers", hydra.ClassMeta{Prefixes: example})
	bs, err := memory.New(bookClass, memory.Config{})
	if err != nil {
		tb.Fatal(err)
	}
	if err := bs.Put(books...); err != nil {
		tb.Fatal(err)
	}
	var fetched atomic.Int64
	api, err := server.New(server.Config{
		BaseURL: "https://data.example.org/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Books"}, Version: "1.0.0"},
		Audience: func(r *http.Request) []string { return r.Header["Audience"] },
	}, server.Bind(bookClass, bs.Functions(), server.PageSize(20, 2000)), server.Bind(writerClass, store.Store[Writer]{
		Get: func(ctx context.Context, id string) (store.Item[Writer], error) {
			fetched.Add(1)
			return get(ctx, id)
		},
	}))
	if err != nil {
		tb.Fatal(err)
	}
	return api, &fetched
}

func anyWriter(_ context.Context, id string) (store.Item[Writer], error) {
	if strings.HasPrefix(id, "gone") {
		return store.Item[Writer]{}, store.ErrNotFound
	}
	return store.Item[Writer]{Value: &Writer{ID: id, Name: "N" + id, Born: &Born{"P", 1900}, Secret: "s", Friend: hydra.Ref[Book]{ID: "b1"}}}, nil
}

func refs(ids ...string) (out []hydra.Ref[Writer]) {
	for _, id := range ids {
		out = append(out, hydra.Ref[Writer]{ID: id})
	}
	return out
}

func TestExpandEmbeds(t *testing.T) {
	b1 := &Book{ID: "b1", Title: "T", Writers: refs("1", "2"), Editor: hydra.Ref[Writer]{ID: "1"}, Censor: hydra.Ref[Writer]{ID: "3"}}
	b2 := &Book{ID: "b2", Writers: refs("gone"), Editor: hydra.Ref[Writer]{ID: "gone"}}
	api, _ := bookAPI(t, anyWriter, b1, b2)
	self := func(id string) string { return `"_links":{"self":{"href":"/api/writers/` + id + `"}}` }
	for _, test := range []struct{ name, query, want string }{
		{"one relation with all properties, and their links", "?expand=editor", `,"_embedded":{"editor":{"id":"1","name":"N1","born":{"place":"P","year":1900},"_links":{"self":{"href":"/api/writers/1"},"first":{"href":"/api/books/b1"}}}}}`},
		{"one property of many resources", "?expand=writers.name", `,"_embedded":{"writers":[{"name":"N1",` + self("1") + `},{"name":"N2",` + self("2") + `}]}}`},
		{"several properties, by their ends too", "?expand=editor.name,editor.place", `,"_embedded":{"editor":{"name":"N1","born":{"place":"P"},` + self("1") + `}}}`},
		{"a link of what is embedded, in both ways of writing", "?expand=editor._links.first,editor.first", `,"_embedded":{"editor":{"_links":{"self":{"href":"/api/writers/1"},"first":{"href":"/api/books/b1"}}}}}`},
		{"two relations, of which one is asked for twice", "?expand=writers.name,editor.name,writers.name", `"_embedded":{"writers":[{"name":"N1",` + self("1") + `},{"name":"N2",` + self("2") + `}],"editor":{"name":"N1",` + self("1") + `}}}`},
		{"a relation as a whole and a property of it", "?expand=writers.name,writers", `"secret"`},
		{"nothing but what fields selects of the resource itself", "?fields=title&expand=editor.name", `{"title":"T","_links":{"self":{"href":"/api/books/b1?fields=title&expand=editor.name"}},"_embedded":{"editor":{"name":"N1",` + self("1") + `}}}`},
		{"nothing that the sender must not know of", "?expand=censor.name", `"editor":{"href":"/api/writers/1"}}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, "/api/books/b1"+test.query, "Accept", hal)
			if test.want == `"secret"` {
				w = get(api, "/api/books/b1"+test.query, "Accept", hal, "Audience", "staff")
			}
			if w.Code != http.StatusOK || !json.Valid(w.Body.Bytes()) || !strings.Contains(w.Body.String(), test.want) {
				t.Errorf("%d\ngot  %s\nwant %s", w.Code, w.Body, test.want)
			}
			if w.Header().Get("Cache-Control") != "private, no-cache" || !strings.Contains(w.Header().Get("Vary"), "Authorization") {
				t.Errorf("%v", w.Header())
			}
		})
	}
	if w := get(api, "/api/books/b2?expand=writers,editor", "Accept", hal); strings.Contains(w.Body.String(), "_embedded") || w.Code != http.StatusOK {
		t.Errorf("resources that are not there: %d %s", w.Code, w.Body)
	}
	if w := get(api, "/api/books/b1?expand=censor.name", "Accept", hal, "Audience", "staff"); !strings.Contains(w.Body.String(), `"_embedded":{"censor":{"name":"N3"`) {
		t.Errorf("for the staff: %s", w.Body)
	}
}

func TestExpandIsStrict(t *testing.T) {
	api, fetched := bookAPI(t, anyWriter, &Book{ID: "b1", Editor: hydra.Ref[Writer]{ID: "1"}})
	for _, path := range []string{"/api/books/b1", "/api/books"} {
		for _, test := range []struct{ query, accept, part string }{
			{"expand=", hal, `: \"\".`},
			{"expand=true", hal, ": true."},
			{"expand=Editor", hal, ": Editor."},
			{"expand=successor", hal, ": successor."},
			{"expand=editor.nothing", hal, ": editor.nothing."},
			{"expand=editor,,writers", hal, `: \"\".`},
			{"expand=editor.", hal, ": editor.."},
			{"expand=editor.first.title", hal, ": editor.first.title."},
			{"expand=editor", "application/ld+json", ": editor."},
			{"expand=editor", "application/json", ": editor."},
			{"expand=" + strings.Repeat("editor,", 100) + "editor", hal, "…."},
		} {
			w := get(api, path+"?"+test.query, "Accept", test.accept)
			if body := w.Body.String(); w.Code != http.StatusBadRequest || !strings.Contains(body, `"name":"expand","code":"expand"`) || !strings.Contains(body, test.part) {
				t.Errorf("%s?%s as %s: %d %s", path, test.query, test.accept, w.Code, body)
			}
		}
		if w := get(api, path+"?expand=editor&expand=writers", "Accept", hal); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `"code":"unique"`) {
			t.Errorf("expand twice: %d %s", w.Code, w.Body)
		}
	}
	if w := get(api, "/api/writers/1?expand=first", "Accept", hal); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "nothing can be embedded") {
		t.Errorf("a class without relations: %d %s", w.Code, w.Body)
	}
	if fetched.Load() > 0 {
		t.Errorf("%d resources were fetched for wrong requests", fetched.Load())
	}
}

func TestACollectionEmbedsEachResourceOnce(t *testing.T) {
	var books []*Book
	for i := range 50 {
		books = append(books, &Book{ID: fmt.Sprintf("b%02d", i), Writers: refs("1", strconv.Itoa(i)), Editor: hydra.Ref[Writer]{ID: "1"}})
	}
	api, fetched := bookAPI(t, anyWriter, books...)
	w := get(api, "/api/books?pageSize=50&expand=writers.name,editor.name", "Accept", hal)
	var page struct {
		Embedded struct {
			Books []struct {
				Embedded struct {
					Writers []struct{ Name string }
					Editor  struct{ Name string }
				} `json:"_embedded"`
			}
		} `json:"_embedded"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || w.Code != http.StatusOK || len(page.Embedded.Books) != 50 {
		t.Fatalf("%d %v %s", w.Code, err, w.Body)
	}
	for i, b := range page.Embedded.Books {
		if e := b.Embedded; len(e.Writers) != 2 || e.Writers[1].Name != fmt.Sprint("N", i) || e.Editor.Name != "N1" {
			t.Errorf("book %d: %+v", i, b)
		}
	}
	if fetched.Load() != 50 {
		t.Errorf("%d fetches, want 50", fetched.Load())
	}
	if !strings.Contains(w.Body.String(), `"next"`) && !strings.Contains(w.Body.String(), `"self":{"href":"/api/books?pageSize=50&expand=writers.name%2Ceditor.name"}`) {
		t.Errorf("%s", w.Body)
	}
}

func TestExpandHasBounds(t *testing.T) {
	var books []*Book
	for i := range 1001 {
		books = append(books, &Book{ID: fmt.Sprint("b", i), Editor: hydra.Ref[Writer]{ID: strconv.Itoa(i)}})
	}
	api, fetched := bookAPI(t, anyWriter, books...)
	if w := get(api, "/api/books?pageSize=1001&expand=editor", "Accept", hal); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "tooManyResults") || fetched.Load() > 0 {
		t.Errorf("%d %s, %d fetched", w.Code, w.Body, fetched.Load())
	}
	if w := get(api, "/api/books?pageSize=1000&expand=editor", "Accept", hal); w.Code != http.StatusOK || fetched.Load() != 1000 {
		t.Errorf("%d, %d fetched", w.Code, fetched.Load())
	}
}

func TestAStoreThatFailsFailsTheWholeResponse(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		want int
	}{
		{"unavailable", store.ErrUnavailable, http.StatusServiceUnavailable},
		{"broken", errors.New("secret"), http.StatusInternalServerError},
		{"panic", nil, http.StatusInternalServerError},
	} {
		t.Run(test.name, func(t *testing.T) {
			api, _ := bookAPI(t, func(ctx context.Context, id string) (store.Item[Writer], error) {
				switch {
				case id != "7":
					return anyWriter(ctx, id)
				case test.err == nil:
					panic("secret") //nolint:forbidigo // what is tested
				}
				return store.Item[Writer]{}, test.err
			}, &Book{ID: "b1", Writers: refs("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")})
			w := get(api, "/api/books/b1?expand=writers", "Accept", hal)
			if w.Code != test.want || strings.Contains(w.Body.String(), "secret") {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
}

func TestTheETagStandsForWhatIsEmbeddedToo(t *testing.T) {
	name := "A"
	api, _ := bookAPI(t, func(_ context.Context, id string) (store.Item[Writer], error) {
		return store.Item[Writer]{Value: &Writer{ID: id, Name: name}, Version: "1"}, nil
	}, &Book{ID: "b1", Editor: hydra.Ref[Writer]{ID: "1"}})
	for _, path := range []string{"/api/books/b1?expand=editor", "/api/books?expand=editor"} {
		name = "A"
		tag := get(api, path, "Accept", hal).Header().Get("Etag")
		if w := get(api, path, "Accept", hal, "If-None-Match", tag); w.Code != http.StatusNotModified {
			t.Errorf("%s: %d", path, w.Code)
		}
		name = "B"
		if w := get(api, path, "Accept", hal, "If-None-Match", tag); w.Code != http.StatusOK {
			t.Errorf("%s changed: %d", path, w.Code)
		}
	}
}

func TestWhatIsEmbeddedStaysOutOfSharedCaches(t *testing.T) {
	lockers := hydra.NewClass[Locker]("https://example.org/ns#Locker", "/lockers", hydra.ClassMeta{Prefixes: example})
	owners := hydra.NewClass[Owner]("https://schema.org/Person", "/owners", hydra.ClassMeta{Prefixes: example})
	for _, version := range []string{"", "1"} {
		api := bound(t, nil, server.Bind(lockers, store.Store[Locker]{
			Get: func(context.Context, string) (store.Item[Locker], error) {
				return store.Item[Locker]{Value: &Locker{ID: "1", Owner: hydra.Ref[Owner]{ID: "2"}}, Version: version}, nil
			},
		}), server.Bind(owners, store.Store[Owner]{
			Get: func(context.Context, string) (store.Item[Owner], error) {
				return store.Item[Owner]{Value: &Owner{ID: "2", Secret: "s"}}, nil
			},
		}))
		first := get(api, "/api/lockers/1?expand=owner", "Accept", hal)
		again := get(api, "/api/lockers/1?expand=owner", "Accept", hal, "If-None-Match", first.Header().Get("Etag"))
		if again.Code != http.StatusNotModified {
			t.Fatalf("%d %s", again.Code, again.Body)
		}
		for _, w := range []*httptest.ResponseRecorder{first, again} {
			if w.Header().Get("Cache-Control") != "private, no-cache" || !strings.Contains(w.Header().Get("Vary"), "Authorization") {
				t.Errorf("%d %v", w.Code, w.Header())
			}
		}
	}
}

// Locker is for everybody to see, its owner is not.
type Locker struct {
	ID    string           `json:"id" ld:"@id"`
	Owner hydra.Ref[Owner] `json:"owner" ld:"ex:owner" expand:"true" doc:"Whose it is."`
}

// Owner is known to the staff.
type Owner struct {
	ID     string `json:"id" ld:"@id"`
	Secret string `json:"secret" ld:"ex:secret" access:"staff" doc:"For the staff."`
}

func TestWhatIsEmbeddedIsReadAsLinkedData(t *testing.T) {
	api, _ := bookAPI(t, anyWriter, &Book{ID: "b1", Writers: refs("1"), Editor: hydra.Ref[Writer]{ID: "2"}})
	path := "/api/books/b1?expand=writers,editor"
	said := map[string]bool{}
	for _, triple := range halGraph(t, api, path, get(api, path, "Accept", hal)) {
		said[anonymous(triple)] = true
	}
	for _, want := range []string{
		"<https://schema.org/author> <https://data.example.org/api/writers/1> .",
		"<https://data.example.org/api/writers/1> <https://schema.org/name> \"N1\" .",
		"<https://data.example.org/api/writers/2> <https://example.org/ns#first> <https://data.example.org/api/books/b1> .",
		"_:b <https://example.org/ns#place> \"P\" .",
	} {
		found := false
		for line := range said {
			found = found || strings.Contains(line, want)
		}
		if !found {
			t.Errorf("no %s in %v", want, said)
		}
	}
}
