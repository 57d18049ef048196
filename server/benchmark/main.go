package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"slices"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/go-playground/validator/v10"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
)

func main() {
	short := flag.Bool("short", false, "a few rounds only")
	flag.Parse()
	rounds, budget := 31, 20*time.Millisecond
	if *short {
		rounds, budget = 3, 2*time.Millisecond
	}
	if err := run(rounds, budget); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(rounds int, budget time.Duration) error {
	c, err := newContenders(10_000)
	if err != nil {
		return err
	}
	fmt.Printf("%-34s %12s %14s %14s %8s\n", "CPU per request", "hydrant", "÷ hand-written", "÷ precomputed", "allocs")
	for _, r := range requests() {
		if err := c.compare(r, rounds, budget); err != nil {
			return err
		}
	}
	if err := c.routes(rounds, budget); err != nil {
		return err
	}
	return validation(rounds, budget)
}

// request is one line of the table.
type request struct {
	name, url, accept string
	fresh             bool // with the ETag of the answer
}

func requests() []request {
	const page = "/api/events?page=5&pageSize=100"
	return []request{
		{name: "item as JSON-LD", url: "/api/events/event-000500"},
		{name: "item, 3 fields of 12", url: "/api/events/event-000500?fields=name,startDate,addressLocality"},
		{name: "item, not modified (304)", url: "/api/events/event-000500", fresh: true},
		{name: "page of 100 as JSON-LD", url: page},
		{name: "page of 100, 3 fields of 12", url: page + "&fields=name,startDate,addressLocality"},
		{name: "page of 100, not modified (304)", url: page, fresh: true},
		{name: "page of 100 as N-Triples", url: page, accept: "application/n-triples"},
		{name: "page of 100 as Turtle", url: page, accept: "text/turtle"},
	}
}

// contenders serve the same resources.
type contenders struct {
	hydrant, handwritten http.Handler
}

func newContenders(n int) (*contenders, error) {
	store, err := memory.New(events, memory.Config{})
	if err != nil {
		return nil, err
	}
	all := make([]*Event, n)
	h := &handwritten{events: map[string]*Event{}, versions: map[string]string{}, version: "1"}
	for i := range all {
		all[i] = newEvent(i)
		h.events[all[i].ID], h.versions[all[i].ID] = all[i], "1"
	}
	h.ordered = all
	if err := store.Put(all...); err != nil {
		return nil, err
	}
	s, err := newServer(server.Bind(events, store.Functions()))
	if err != nil {
		return nil, err
	}
	return &contenders{hydrant: s, handwritten: h.handler()}, h.borrow(s)
}

func newServer(bindings ...server.Binding) (*server.Server, error) {
	return server.New(server.Config{
		BaseURL: "http://localhost:8080/api", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Benchmark"}, Version: "1.0.0"},
	}, bindings...)
}

// borrow copies the constant parts of the documents, so that both contenders write the same JSON.
func (h *handwritten) borrow(s http.Handler) error {
	var item struct {
		Context   string          `json:"@context"`
		Operation json.RawMessage `json:"operation"`
	}
	var list struct {
		Operation, Search, MemberAssertion json.RawMessage
	}
	if err := errors.Join(get(s, "/api/events/event-000001", &item), get(s, "/api/events", &list)); err != nil {
		return err
	}
	h.context, h.item, h.list, h.search, h.manages = item.Context, item.Operation, list.Operation, list.Search, list.MemberAssertion
	return nil
}

func get(h http.Handler, url string, into any) error {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
	if w.Code != http.StatusOK {
		return fmt.Errorf("%s: %d %s", url, w.Code, w.Body)
	}
	return json.Unmarshal(w.Body.Bytes(), into)
}

// sink is a ResponseWriter that keeps nothing.
type sink struct {
	header http.Header
	status int
	bytes  int
}

func (s *sink) Header() http.Header { return s.header }
func (s *sink) WriteHeader(n int)   { s.status = n }
func (s *sink) Write(p []byte) (int, error) {
	s.bytes += len(p)
	return len(p), nil
}

// compare measures one line of the table.
func (c *contenders) compare(q request, rounds int, budget time.Duration) error {
	recorded := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, q.url, nil)
	if q.accept != "" {
		request.Header.Set("Accept", q.accept)
	}
	c.hydrant.ServeHTTP(recorded, request)
	if recorded.Code != http.StatusOK {
		return fmt.Errorf("%s: %d %s", q.url, recorded.Code, recorded.Body)
	}
	reference := httptest.NewRequest(http.MethodGet, q.url, nil)
	status := http.StatusOK
	if q.fresh {
		status = http.StatusNotModified
		request.Header.Set("If-None-Match", recorded.Header().Get("Etag"))
		other := httptest.NewRecorder()
		c.handwritten.ServeHTTP(other, reference)
		reference.Header.Set("If-None-Match", other.Header().Get("Etag"))
	} else if q.accept == "" {
		if err := c.same(q.url, recorded.Body.Bytes()); err != nil {
			return err
		}
	}
	precomputed := precomputed(recorded, status)
	ours, err := probe(c.hydrant, request, status)
	if err != nil {
		return fmt.Errorf("%s: %w", q.name, err)
	}
	theirs, err := probe(c.handwritten, reference, status)
	if err != nil {
		return fmt.Errorf("%s, hand-written: %w", q.name, err)
	}
	bytes, err := probe(precomputed, request, status)
	if err != nil {
		return err
	}
	costs := race(rounds, budget, ours, theirs, bytes)
	fmt.Printf("%-34s %12v %14.2f %14.2f %8.0f\n", q.name, median(costs[0]), ratio(costs[0], costs[1]), ratio(costs[0], costs[2]), allocations(ours))
	return nil
}

// same checks that the contenders write the same JSON.
func (c *contenders) same(url string, body []byte) error {
	w := httptest.NewRecorder()
	c.handwritten.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
	var a, b map[string]any
	if err := errors.Join(json.Unmarshal(body, &a), json.Unmarshal(w.Body.Bytes(), &b)); err != nil {
		return err
	}
	delete(a, "view") // the order of parameters may differ
	delete(b, "view")
	if !reflect.DeepEqual(a, b) {
		return fmt.Errorf("%s: the contenders differ:\n%s\n%s", url, body, w.Body)
	}
	return nil
}

func precomputed(recorded *httptest.ResponseRecorder, status int) http.Handler {
	body := recorded.Body.Bytes()
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "application/ld+json")
		w.WriteHeader(status)
		if status == http.StatusOK {
			_, _ = w.Write(body)
		}
	})
}

// probe returns a function that sends a request once.
func probe(h http.Handler, r *http.Request, status int) (func(), error) {
	w := &sink{header: http.Header{}}
	h.ServeHTTP(w, r)
	if w.status != status {
		return nil, fmt.Errorf("status %d, want %d", w.status, status)
	}
	return func() {
		clear(w.header)
		h.ServeHTTP(w, r)
	}, nil
}

// race measures functions in alternating rounds: the cost of one call by contender and round.
func race(rounds int, budget time.Duration, contenders ...func()) [][]time.Duration {
	costs := make([][]time.Duration, len(contenders))
	times := make([]int, len(contenders))
	for i, f := range contenders {
		start := time.Now()
		for times[i] = 0; time.Since(start) < budget; times[i]++ {
			f()
		}
	}
	for range rounds {
		for i, f := range contenders {
			start := cpu()
			for range times[i] {
				f()
			}
			costs[i] = append(costs[i], (cpu()-start)/time.Duration(times[i]))
		}
	}
	return costs
}

// cpu is the CPU time of the process, garbage collection included.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ratio(a, b []time.Duration) float64 {
	ratios := make([]float64, len(a))
	for i := range a {
		ratios[i] = float64(a[i]) / float64(max(b[i], 1))
	}
	slices.Sort(ratios)
	return ratios[len(ratios)/2]
}

func median(d []time.Duration) time.Duration {
	d = slices.Clone(d)
	slices.Sort(d)
	return d[len(d)/2]
}

// routes compares an API of 1,000 classes with one of 10.
func (c *contenders) routes(rounds int, budget time.Duration) error {
	var probes []func()
	for _, n := range []int{10, 1000} {
		var bindings []server.Binding
		for i := range n {
			class := hydra.NewClass[Small](vocab.IRI(fmt.Sprintf("https://example.org/ns#Class%d", i)), fmt.Sprintf("/class-%d", i),
				hydra.ClassMeta{Title: hydra.Text{"en": "Class"}, Term: fmt.Sprintf("Class%d", i)})
			store, err := memory.New(class, memory.Config{})
			if err != nil {
				return err
			}
			if err := store.Put(&Small{ID: "1", Name: "One"}); err != nil {
				return err
			}
			bindings = append(bindings, server.Bind(class, store.Functions()))
		}
		s, err := newServer(bindings...)
		if err != nil {
			return err
		}
		p, err := probe(s, httptest.NewRequest(http.MethodGet, fmt.Sprintf("/api/class-%d/1", n-1), nil), http.StatusOK)
		if err != nil {
			return err
		}
		probes = append(probes, p)
	}
	costs := race(rounds, budget, probes[1], probes[0])
	fmt.Printf("%-34s %12v %14.2f× one of 10\n", "small item, 1,000 classes", median(costs[0]), ratio(costs[0], costs[1]))
	return nil
}

// Small is a small resource.
type Small struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name" doc:"Name."`
}

// validation compares the validation of Go values with that of validator v10.
func validation(rounds int, budget time.Duration) error {
	definition, err := events.Definition()
	if err != nil {
		return err
	}
	theirs := validator.New(validator.WithRequiredStructEnabled())
	e := newEvent(1)
	if err := theirs.Struct(e); err != nil {
		return err
	}
	var report *shacl.Report
	ours := func() { report = definition.Schema.ValidateRecord(unsafe.Pointer(e)) }
	if ours(); report != nil {
		return report
	}
	costs := race(rounds, budget, ours, func() { err = theirs.Struct(e) })
	fmt.Printf("%-34s %12v %14.2f× validator/v10 %8.0f\n", "validation of an event", median(costs[0]), ratio(costs[0], costs[1]), allocations(ours))
	return err
}

// allocations is the number of allocations of one call.
func allocations(f func()) float64 { return testing.AllocsPerRun(100, f) }
