package server_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
)

func TestEveryResponseCarriesTheHeadersOfTheAPI(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	etag := get(api, "/api/specimens/1").Header().Get("Etag")
	for _, test := range []struct {
		method, path string
		fields       []string
		status       int
	}{
		{"GET", "/api", nil, 200},
		{"GET", "/api/", nil, 200},
		{"GET", "/api/specimens", nil, 200},
		{"GET", "/api/specimens/1", nil, 200},
		{"HEAD", "/api/specimens/1", nil, 200},
		{"OPTIONS", "/api/specimens/1", nil, 204},
		{"OPTIONS", "/api/nothing", nil, 204},
		{"GET", "/api/specimens/1", []string{"If-None-Match", etag}, 304},
		{"GET", "/api/specimens/2", nil, 404},
		{"GET", "/api/specimens/", nil, 404},
		{"GET", "/api/specimens/1/", nil, 404},
		{"GET", "/api//specimens", nil, 404},
		{"GET", "/api/specimens/%00", nil, 400},
		{"GET", "/api/specimens/%FF", nil, 400},
		{"GET", "/apis", nil, 404},
		{"GET", "/", nil, 404},
		{"GET", "/ping", nil, 200},
		{"GET", "/api/specimens?page=2", nil, 400},
		{"GET", "/api/specimens?" + strings.Repeat("x", 9000), nil, 414},
		{"GET", "/api/specimens/1?page=1", nil, 400},
		{"GET", "/api?x=1", nil, 400},
		{"GET", "/ping?x=1", nil, 400},
		{"HEAD", "/ping", nil, 200},
		{"OPTIONS", "*", nil, 204},
		{"GET", "/api/%FF", nil, 400},
		{"GET", "/api/documentation%00", nil, 400},
		{"GET", "/api/%73pecimens", nil, 200},
		{"GET", "/%61pi/documentatio%6E", nil, 200},
		{"GET", "/api/documentatio%256E", nil, 404},
		{"GET", "/api/" + strings.Repeat("x", 9000), nil, 414},
		{"GET", "/api/specimens/1", []string{"If-Match", etag}, 200},
		{"GET", "/api/specimens/1", []string{"If-Match", `"x"`}, 412},
		{"GET", "/api/specimens", []string{"If-Match", `"x"`}, 412},
		{"GET", "/api/specimens/1", []string{"Accept", "application/xhtml+xml"}, 406},
		{"GET", "/api/documentation", []string{"Accept", "image/png"}, 406},
		{"POST", "/api/specimens", nil, 405},
	} {
		w := send(api, test.method, test.path, test.fields...)
		if w.Code != test.status {
			t.Errorf("%s %.40s: %d, want %d: %s", test.method, test.path, w.Code, test.status, w.Body)
		}
		h := w.Header()
		for name, want := range map[string]string{
			"Link":                        `<https://data.example.org/api/documentation>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`,
			"Api-Version":                 "1.2.3",
			"Allow":                       "GET, HEAD, OPTIONS",
			"Access-Control-Allow-Origin": "*",
			"X-Content-Type-Options":      "nosniff",
			"Referrer-Policy":             "no-referrer",
			"Content-Security-Policy":     "default-src 'none'; frame-ancestors 'none'",
			"Strict-Transport-Security":   "max-age=31536000",
		} {
			if h.Get(name) != want {
				t.Errorf("%s %.40s: %s is %q, want %q", test.method, test.path, name, h.Get(name), want)
			}
		}
		if !strings.Contains(h.Get("Access-Control-Expose-Headers"), "Link, Location, ETag") {
			t.Errorf("%s %.40s: exposed: %q", test.method, test.path, h.Get("Access-Control-Expose-Headers"))
		}
		if h.Get("Server") != "" || h.Get("X-Powered-By") != "" {
			t.Errorf("%s %.40s: the server names itself", test.method, test.path)
		}
		if test.method == "HEAD" && w.Body.Len() > 0 || test.status == 304 && w.Body.Len() > 0 {
			t.Errorf("%s %.40s: there is a body: %s", test.method, test.path, w.Body)
		}
	}
}

func TestHeadHasTheHeadersOfGet(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "2"}})
	for _, path := range []string{"/api", "/api/specimens", "/api/specimens?pageSize=1", "/api/specimens/2", "/api/shapes", "/api/swagger.json"} {
		a, b := get(api, path), send(api, http.MethodHead, path)
		a.Header().Del("X-Request-Id")
		b.Header().Del("X-Request-Id")
		if x, y := fmt.Sprint(a.Header()), fmt.Sprint(b.Header()); x != y || b.Body.Len() > 0 {
			t.Errorf("%s:\n%s\n%s\n%s", path, x, y, b.Body)
		}
		if a.Header().Get("Content-Length") != strconv.Itoa(a.Body.Len()) {
			t.Errorf("%s: Content-Length %s of %d", path, a.Header().Get("Content-Length"), a.Body.Len())
		}
	}
}

func TestAnETagStandsForOneRepresentationOfOneVersion(t *testing.T) {
	values := []*Specimen{full(t)}
	staff := newAPI(t, values, func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	})
	path := "/api/specimens/" + url.PathEscape(full(t).ID)
	seen := map[string]string{}
	for _, test := range []struct{ query, accept, audience string }{
		{"", "application/ld+json", ""},
		{"", "application/json", ""},
		{"", "text/turtle", ""},
		{"", "application/n-triples", ""},
		{"", "application/n-quads", ""},
		{"?fields=title", "application/ld+json", ""},
		{"?fields=title,int", "application/ld+json", ""},
		{"", "application/ld+json", "staff"},
	} {
		name := fmt.Sprint(test)
		w := get(staff, path+test.query, "Accept", test.accept, "Audience", test.audience)
		etag := w.Header().Get("Etag")
		if w.Code != 200 || seen[etag] != "" || !strings.HasPrefix(etag, `"`) {
			t.Errorf("%s: %d with the ETag %s of %s", name, w.Code, etag, seen[etag])
		}
		seen[etag] = name
		for _, header := range []string{etag, "W/" + etag, `"x", ` + etag, "*"} {
			if again := get(staff, path+test.query, "Accept", test.accept, "Audience", test.audience, "If-None-Match", header); again.Code != 304 || again.Header().Get("Etag") != etag {
				t.Errorf("%s, If-None-Match %s: %d %s", name, header, again.Code, again.Header().Get("Etag"))
			}
		}
	}
	same := get(staff, path+"?fields=int,title", "Audience", "").Header().Get("Etag")
	if seen[same] == "" {
		t.Error("the order of fields makes another ETag")
	}
}

func TestAStoreWithoutVersionsGetsETagsAllTheSame(t *testing.T) {
	value := &Specimen{ID: "1", Int: 1}
	api := newAPIWith(t, store.Store[Specimen]{
		Get: func(context.Context, string) (store.Item[Specimen], error) {
			return store.Item[Specimen]{Value: value}, nil
		},
		List: func(context.Context, *store.Query) (store.Page[Specimen], error) {
			return store.Page[Specimen]{Items: []store.Item[Specimen]{{Value: value}}}, nil
		},
	})
	for _, path := range []string{"/api/specimens/1", "/api/specimens"} {
		etag := get(api, path).Header().Get("Etag")
		if w := get(api, path, "If-None-Match", etag); w.Code != 304 {
			t.Errorf("%s: %d", path, w.Code)
		}
		value = &Specimen{ID: "1", Int: value.Int + 1}
		if w := get(api, path, "If-None-Match", etag); w.Code != 200 {
			t.Errorf("%s changed: %d", path, w.Code)
		}
	}
	if body := get(api, "/api/specimens").Body.String(); strings.Contains(body, "totalItems") || strings.Contains(body, `"last"`) {
		t.Errorf("a store that doesn't count has a total: %s", body)
	}
}

func TestWhatIsReservedIsForTheAudienceOnly(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t)}, func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	})
	path := "/api/specimens/" + url.PathEscape(full(t).ID)
	for _, test := range []struct {
		name, path, audience string
		status               int
		has, hasNot          string
	}{
		{"hidden from others", path, "", 200, `"plain":{"first":"1"}`, "s3cret"},
		{"shown to the audience", path, "staff", 200, `"plain":{"first":"1","hidden":"h"}`, "\x00"},
		{"dropped from fields", path + "?fields=secret,int", "", 200, `"int":-7}`, "s3cret"},
		{"dropped from a group", path + "?fields=plain", "", 200, `"plain":{"first":"1"}}`, "hidden"},
		{"dropped with its group when nothing is left", path + "?fields=hidden", "", 200, `"@type":"Specimen"}`, "plain"},
		{"no filter for others", "/api/specimens?secret=s3cret", "", 400, `"code":"audience"`, "member"},
		{"a filter for the audience", "/api/specimens?secret=s3cret", "staff", 200, `"totalItems":1`, "\x00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, test.path, "Audience", test.audience)
			if w.Code != test.status || !strings.Contains(w.Body.String(), test.has) || strings.Contains(w.Body.String(), test.hasNot) {
				t.Errorf("%d %s\nwant %d with %s without %s", w.Code, w.Body, test.status, test.has, test.hasNot)
			}
		})
	}
}

func TestTheTeamsOwnRoutesAnswerWithTheHeadersOfTheAPI(t *testing.T) {
	var api *server.Server
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("fail") != "" {
			api.WriteError(w, r, store.ErrNotFound)
			return
		}
		_, _ = w.Write([]byte("report of " + r.PathValue("year")))
	})
	api = newAPI(t, nil, func(c *server.Config) {
		c.Routes = []server.Route{{Path: "/reports/{year:[0-9]+}", Handler: handler}}
	})
	if w := get(api, "/api/reports/2026"); w.Code != 200 || w.Body.String() != "report of 2026" || w.Header().Get("Api-Version") == "" {
		t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
	}
	for path, status := range map[string]int{"/api/reports/x": 404, "/api/reports/1?fail=1": 404} {
		if w := get(api, path); w.Code != status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := send(api, "DELETE", "/api/reports/2026"); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestTheHandlerMayBeMountedElsewhereThanThePublicBase(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}}, func(c *server.Config) { c.Mount = "/internal/v1" })
	w := get(api, "/internal/v1/specimens/1")
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"@id":"/api/specimens/1"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	root := newAPI(t, []*Specimen{{ID: "1"}}, func(c *server.Config) { c.BaseURL = "http://data.example.org" })
	for _, path := range []string{"/", "/documentation", "/specimens/1", "/ping"} {
		if w := get(root, path); w.Code != 200 || w.Header().Get("Strict-Transport-Security") != "" {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
	}
	if body := get(root, "/specimens/1").Body.String(); !strings.Contains(body, `"@id":"/specimens/1"`) {
		t.Error(body)
	}
	host := http.NewServeMux()
	host.Handle("/api/", api)
	stripped := newAPI(t, []*Specimen{{ID: "1"}}, func(c *server.Config) { c.Mount = "/" })
	host.Handle("/data/", http.StripPrefix("/data", stripped))
	if w := get(host, "/data/specimens/1"); w.Code != 200 || !strings.Contains(w.Body.String(), `"@id":"/api/specimens/1"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestUnknownParametersAreIgnoredOnRequest(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	w := get(api, "/api/specimens?utm_source=x&int=0", "Prefer", "handling=lenient")
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"@id":"/api/specimens?int=0"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := get(api, "/api/specimens/1?utm_source=x", "Prefer", "handling=lenient"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestNewReportsEveryMistakeAtOnce(t *testing.T) {
	type Bad struct {
		ID   string `json:"id" ld:"@id"`
		Name string `json:"name" ld:"schema:name" sh:"minCont=1" filter:"fuzzy"`
	}
	bad := hydra.NewClass[Bad](vocabThing, "/Bad", hydra.ClassMeta{Term: "Collection"})
	get := func(context.Context, string) (store.Item[Bad], error) { return store.Item[Bad]{}, nil }
	_, err := server.New(server.Config{BaseURL: "ftp://x", Default: "text/plain"},
		server.Bind(bad, store.Store[Bad]{Get: get, Create: func(context.Context, *Bad) (store.Item[Bad], error) { return store.Item[Bad]{}, nil }}),
		server.Bind(friends(), store.Store[Friend]{}),
		server.Bind(specimens(), store.Store[Specimen]{Filterable: []string{"nothing"}, List: func(context.Context, *store.Query) (store.Page[Specimen], error) {
			return store.Page[Specimen]{}, nil
		}}, server.PageSize(10, 5)),
	)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"minCont", "minCount", `"/Bad"`, "Collection", "Create", "neither Get nor List", "page size 10", "ftp://x", "text/plain", "ocabulary", "itle", "ersion",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in\n%v", want, err)
		}
	}
}

const vocabThing = "https://schema.org/Thing"

func TestAnItemCostsFewAllocationsAndAPageNoMoreWhenItIsLarger(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes pools forget")
	}
	values := make([]*Specimen, 1000)
	for i := range values {
		values[i] = full(t)
		values[i].ID = strconv.Itoa(i)
	}
	api := newAPI(t, values, func(c *server.Config) { c.Logger = nil })
	allocs := func(path string, fields ...string) float64 {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		for i := 0; i+1 < len(fields); i += 2 {
			r.Header.Set(fields[i], fields[i+1])
		}
		w := &discard{header: http.Header{}}
		return testing.AllocsPerRun(50, func() {
			clear(w.header)
			api.ServeHTTP(w, r)
		})
	}
	if n := allocs("/api/specimens/7"); n > 6 {
		t.Errorf("an item: %v allocations", n)
	}
	if n := allocs("/api/specimens/7?fields=title,int"); n > 6 {
		t.Errorf("fields: %v allocations", n)
	}
	etag := get(api, "/api/specimens/7").Header().Get("Etag")
	if n := allocs("/api/specimens/7", "If-None-Match", etag); n > 1 {
		t.Errorf("not modified: %v allocations", n)
	}
	for _, accept := range []string{"application/ld+json", "application/n-triples", "text/turtle"} {
		small, large := allocs("/api/specimens?pageSize=10", "Accept", accept), allocs("/api/specimens?pageSize=100", "Accept", accept)
		if large > small+1 {
			t.Errorf("%s: a page of 10 costs %v allocations, one of 100 %v", accept, small, large)
		}
	}
}

type discard struct {
	header http.Header
}

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) WriteHeader(int)             {}
func (d *discard) Write(p []byte) (int, error) { return len(p), nil }

func TestRunAnswersAcceptedRequestsBeforeItEnds(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	api := newAPIWith(t, store.Store[Specimen]{Get: func(context.Context, string) (store.Item[Specimen], error) {
		close(entered)
		<-release
		return store.Item[Specimen]{Value: &Specimen{ID: "1"}, Version: "1"}, nil
	}})
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- api.Run(ctx, listener, nil, server.RunOptions{Grace: 10 * time.Second}) }()
	base := "http://" + listener.Addr().String()
	status := func(path string) (int, error) {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
		if err != nil {
			return 0, err
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return 0, err
		}
		return response.StatusCode, response.Body.Close()
	}
	if code, err := status("/ping"); code != 200 || err != nil {
		t.Fatal(code, err)
	}
	answered := make(chan int, 1)
	go func() {
		code, _ := status("/api/specimens/1")
		answered <- code
	}()
	<-entered
	stop()
	for { // the listener closes before the request in flight is answered
		if _, err := status("/ping"); err != nil {
			break
		}
	}
	close(release)
	if code := <-answered; code != 200 {
		t.Errorf("the request in flight: %d", code)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
