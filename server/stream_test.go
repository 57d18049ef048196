package server_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
)

const ndjson = "application/x-ndjson"

// lines reads a response as lines of JSON.
func lines(t *testing.T, w *httptest.ResponseRecorder) []string {
	t.Helper()
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != ndjson || w.Header().Get("Content-Length") != "" {
		t.Fatalf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	var all []string
	for line := range strings.Lines(w.Body.String()) {
		if !json.Valid([]byte(line)) || !strings.HasSuffix(line, "}\n") {
			t.Fatalf("no line of JSON: %q", line)
		}
		all = append(all, strings.TrimSuffix(line, "\n"))
	}
	return all
}

func TestAStreamIsTheMembersOfAllPages(t *testing.T) {
	values := []*Specimen{full(t)}
	for i := range 250 {
		values = append(values, &Specimen{ID: fmt.Sprint("s", i), Title: fmt.Sprint("title ", i%7), Int: int32(i % 50), Bool: i%2 == 0})
	}
	api := newAPI(t, values)
	for _, query := range []string{"", "sort=-title,int", "bool=true&int=lt:40&sort=int", "fields=title&sort=title", "int=99"} {
		var want []string
		for page := 1; ; page++ {
			w := get(api, "/api/specimens?"+query+"&pageSize=100&page="+strconv.Itoa(page), "Accept", "application/json")
			if w.Code != http.StatusOK {
				break
			}
			var body struct{ Member []json.RawMessage }
			if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
				t.Fatal(err)
			}
			for _, m := range body.Member {
				want = append(want, string(m))
			}
		}
		w := get(api, strings.TrimSuffix("/api/specimens?"+query, "?"), "Accept", ndjson)
		if got := lines(t, w); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got %d lines, want %d\n%s", query, len(got), len(want), w.Body)
		}
		if links := strings.Join(w.Header()["Link"], ", "); !strings.Contains(links, `rel="http://www.w3.org/ns/json-ld#context"`) || strings.Contains(links, `rel="next"`) {
			t.Errorf("%s: Link: %s", query, links)
		}
	}
}

func TestAStreamHasNoPages(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	w := get(api, "/api/specimens?page=1&pageSize=x&after=&int=y", "Accept", ndjson)
	var names []string
	for _, p := range readProblem(t, w.Body.Bytes()).InvalidParams {
		names = append(names, p.Name+" "+p.Code)
	}
	if want := "page unsupportedCombi, pageSize unsupportedCombi, after unsupportedCombi, int integer"; w.Code != 400 || strings.Join(names, ", ") != want {
		t.Errorf("%d %q\nwant %s", w.Code, names, want)
	}
	if w := get(api, "/api/specimens/1", "Accept", ndjson); w.Code != http.StatusNotAcceptable {
		t.Errorf("an item as a stream: %d", w.Code)
	}
}

// numbered is a store of as many specimens as wanted that keeps none.
func numbered(count int) store.Store[Specimen] {
	return store.Store[Specimen]{List: func(ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
		first := q.Offset
		if q.After != nil {
			n, err := strconv.Atoi(q.After[0].String())
			if err != nil {
				return store.Page[Specimen]{}, err
			}
			first = n + 1
		}
		page := store.Page[Specimen]{More: first+q.Limit < count}
		for i := first; i < min(first+q.Limit, count); i++ {
			page.Items = append(page.Items, store.Item[Specimen]{Value: &Specimen{ID: fmt.Sprintf("%07d", i), Title: "A title", Day: hydra.Date{}}})
		}
		return page, ctx.Err()
	}}
}

func TestTheHeadOfAStreamReadsNothing(t *testing.T) {
	functions := numbered(5)
	list, calls := functions.List, 0
	functions.List = func(ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
		calls++
		return list(ctx, q)
	}
	api := newAPIWith(t, functions)
	w := send(api, http.MethodHead, "/api/specimens", "Accept", ndjson)
	if w.Code != 200 || calls != 0 || w.Body.Len() != 0 || w.Header().Get("Content-Type") != ndjson || w.Header().Get("Link") == "" {
		t.Errorf("%d after %d calls: %v", w.Code, calls, w.Header())
	}
	if w := send(api, http.MethodHead, "/api/specimens?page=2", "Accept", ndjson); w.Code != 400 {
		t.Errorf("%d", w.Code)
	}
	if n := len(lines(t, get(api, "/api/specimens", "Accept", ndjson))); n != 5 {
		t.Errorf("%d lines", n)
	}
}

func TestAStreamOfACollectionThatHasNotChangedIsNotSentAgain(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	etag := get(api, "/api/specimens", "Accept", ndjson).Header().Get("Etag")
	if !strings.HasPrefix(etag, `W/"`) {
		t.Errorf("what may change while it is sent has a weak ETag: %s", etag)
	}
	if w := get(api, "/api/specimens", "Accept", ndjson, "If-None-Match", etag); w.Code != http.StatusNotModified || w.Body.Len() != 0 || w.Header().Get("Etag") != etag {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := get(api, "/api/specimens?fields=title", "Accept", ndjson, "If-None-Match", etag); w.Code != http.StatusOK {
		t.Errorf("%d", w.Code)
	}
	if w := get(api, "/api/specimens", "Accept", ndjson, "If-Match", etag); w.Code != http.StatusPreconditionFailed {
		t.Errorf("%d", w.Code)
	}
}

func TestAnErrorBeforeAStreamIsAProblemAndOneWithinBreaksItOff(t *testing.T) {
	sane := numbered(1000).List
	for name, test := range map[string]struct {
		list   func(calls int, ctx context.Context, q *store.Query) (store.Page[Specimen], error)
		status int
		logged string
	}{
		"at the first page": {func(int, context.Context, *store.Query) (store.Page[Specimen], error) {
			return store.Page[Specimen]{}, store.ErrUnavailable
		}, 503, "unavailable"},
		"at a later page": {func(calls int, ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
			if calls == 3 {
				return store.Page[Specimen]{}, errors.New("the disk is gone")
			}
			return sane(ctx, q)
		}, 200, "the disk is gone"},
		"an item that is none": {func(calls int, ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
			page, err := sane(ctx, q)
			if calls == 2 {
				page.Items[7].Value = nil
			}
			return page, err
		}, 200, "without a value"},
		"a store that stands still": {func(_ int, ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
			return sane(ctx, &store.Query{Limit: q.Limit})
		}, 200, "does not go on"},
		"more of nothing": {func(calls int, ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
			page, err := sane(ctx, q)
			if calls == 2 {
				page.Items = nil
			}
			return page, err
		}, 200, "no items"},
		"a store that panics": {func(calls int, ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
			if calls == 2 {
				panic("boom") //nolint:forbidigo // what is tested
			}
			return sane(ctx, q)
		}, 200, "boom"},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			var logged bytes.Buffer
			api := newAPIWith(t, store.Store[Specimen]{List: func(ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
				calls++
				return test.list(calls, ctx, q)
			}}, func(c *server.Config) { c.Logger = slog.New(slog.NewTextHandler(&logged, nil)) })
			host := httptest.NewServer(api)
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, host.URL+"/api/specimens", nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Accept", ndjson)
			response, err := host.Client().Do(request)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(response.Body)
			_ = response.Body.Close()
			host.Close() // after which nothing is logged
			if response.StatusCode != test.status || (err == nil) != (test.status != 200) {
				t.Errorf("%d, %v: %s", response.StatusCode, err, body)
			}
			if test.status != 200 && !strings.Contains(string(body), "requestId") {
				t.Errorf("no problem: %s", body)
			}
			if !strings.Contains(logged.String(), test.logged) {
				t.Errorf("%q is not in the log: %s", test.logged, &logged)
			}
		})
	}
}

func TestAStreamWhoseStorePanicsIsBrokenOffWithoutALogToo(t *testing.T) {
	calls := 0
	api := newAPIWith(t, store.Store[Specimen]{List: func(ctx context.Context, q *store.Query) (store.Page[Specimen], error) {
		if calls++; calls == 2 {
			panic(http.ErrAbortHandler) //nolint:forbidigo // what is tested
		} else if calls == 4 {
			panic("boom") //nolint:forbidigo // what is tested
		}
		return numbered(1000).List(ctx, q)
	}})
	for range 2 {
		w := httptest.NewRecorder()
		func() {
			defer func() {
				if cause := recover(); cause != http.ErrAbortHandler { //nolint:errorlint // net/http compares it like this
					t.Errorf("it ended with %v", cause)
				}
			}()
			r := httptest.NewRequest(http.MethodGet, "/api/specimens", nil)
			r.Header.Set("Accept", ndjson)
			api.ServeHTTP(w, r)
		}()
		if strings.Contains(w.Body.String(), "requestId") {
			t.Errorf("there is a problem in the stream: %s", w.Body)
		}
	}
}

func TestAStreamStopsWhenTheClientGoes(t *testing.T) {
	ended := make(chan any, 1)
	api := newAPIWith(t, numbered(1<<40))
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { ended <- recover() }()
		api.ServeHTTP(w, r)
	}))
	defer host.Close()
	ctx, cancel := context.WithCancel(t.Context())
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, host.URL+"/api/specimens", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", ndjson)
	response, err := host.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(response.Body).ReadString('\n'); err != nil || !strings.Contains(line, `"id":"0000000"`) {
		t.Errorf("%q, %v", line, err)
	}
	cancel()
	_ = response.Body.Close()
	if cause := <-ended; cause != http.ErrAbortHandler { //nolint:errorlint // net/http compares it like this
		t.Errorf("it ended with %v", cause)
	}
}

// pipes is a listener whose connections have no buffers, so that both ends wait for each other, and live in a bubble of
// package synctest.
type pipes struct {
	connections chan net.Conn
	closed      chan struct{}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.connections:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	close(p.closed)
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.IPAddr{} }

func TestAStreamWaitsForASlowClientAndNotForOneThatSleeps(t *testing.T) {
	for _, test := range []struct {
		name    string
		options server.RunOptions
		pause   time.Duration
		whole   bool
	}{
		// A page of 100 lines takes three pauses, all of them take minutes.
		{"slow", server.RunOptions{}, 5 * time.Second, true},
		{"asleep", server.RunOptions{}, 30 * time.Second, false},
		{"slow for less patience", server.RunOptions{WriteTimeout: 10 * time.Second}, 5 * time.Second, false},
		{"slow for more patience", server.RunOptions{WriteTimeout: 10 * time.Minute}, time.Minute, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const count = 2000
				api := newAPIWith(t, numbered(count))
				ctx, stop := context.WithCancel(t.Context())
				listener, done := &pipes{make(chan net.Conn), make(chan struct{})}, make(chan error)
				go func() { done <- api.Run(ctx, listener, nil, test.options) }()
				client, remote := net.Pipe()
				listener.connections <- remote
				if _, err := io.WriteString(client, "GET /api/specimens HTTP/1.1\r\nHost: data.example.org\r\nAccept: "+ndjson+"\r\n\r\n"); err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				response, err := http.ReadResponse(bufio.NewReader(client), nil)
				if err != nil {
					t.Fatal(err)
				}
				var body bytes.Buffer
				for err == nil {
					time.Sleep(test.pause)
					_, err = io.CopyN(&body, response.Body, 4096)
				}
				n := bytes.Count(body.Bytes(), []byte("\n"))
				if whole := errors.Is(err, io.EOF) && n == count; whole != test.whole {
					t.Errorf("%d lines in %v, then %v", n, time.Since(start), err)
				}
				if test.whole && time.Since(start) < 2*time.Minute {
					t.Errorf("it took %v only, which proves nothing", time.Since(start))
				}
				_ = response.Body.Close()
				_ = client.Close()
				stop()
				if err := <-done; err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// meter counts what is written, and looks at the heap now and then.
type meter struct {
	header       http.Header
	bytes, lines int
	next         int
	base, peak   uint64
}

func (m *meter) Header() http.Header { return m.header }
func (m *meter) WriteHeader(int)     {}
func (m *meter) Write(p []byte) (int, error) {
	m.bytes += len(p)
	m.lines += bytes.Count(p, []byte{'\n'})
	if m.lines >= m.next {
		m.next += 50_000
		if live := heap(); m.base == 0 {
			m.base = live
		} else {
			m.peak = max(m.peak, live)
		}
	}
	return len(p), nil
}

// heap is the number of bytes on the heap that are in use.
func heap() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func TestAStreamOfAMillionTakesConstantMemory(t *testing.T) {
	count := 1_000_000
	if testing.Short() || raceDetector {
		count = 200_000
	}
	api := newAPIWith(t, numbered(count))
	for _, test := range []struct {
		path  string
		lines int
	}{{"/api/specimens.ndjson", count}, {"/api/specimens.csv", count + 1}} { // with a head
		m := &meter{header: http.Header{}}
		api.ServeHTTP(m, httptest.NewRequest(http.MethodGet, test.path, nil))
		t.Logf("%s: %d lines, %d MB; live heap %d KiB at the first lines and %d KiB at most later", test.path, m.lines, m.bytes/1_000_000, m.base>>10, m.peak>>10)
		if m.lines != test.lines || m.peak == 0 {
			t.Errorf("%s: %d lines, want %d", test.path, m.lines, test.lines)
		}
		if m.peak > m.base+1<<20 {
			t.Errorf("%s: the heap grew from %d to %d bytes", test.path, m.base, m.peak)
		}
	}
}
