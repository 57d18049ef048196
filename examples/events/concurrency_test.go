package main

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/hydrant-ld/hydrant/server/servertest"
)

func TestFiftyConcurrentReadersGetWhatOneGets(t *testing.T) {
	s := made(t)
	calm := servertest.New(t, s)
	type request struct{ target, accept string }
	var requests []request
	for _, target := range append(readable(t, calm), "/api/events/none", events+"?page=0", events+"?keywords=linked-data&sort=-startDate,name&pageSize=1") {
		for _, accept := range []string{"application/ld+json", "application/json", "text/turtle", "application/n-triples", "application/n-quads"} {
			requests = append(requests, request{target, accept})
		}
	}
	want := make([]*servertest.Response, len(requests))
	for i, r := range requests {
		want[i] = calm.Get(t, r.target, "Accept: "+r.accept)
	}
	crowded := servertest.New(t, made(t)) // nothing is cached yet
	const readers = 50
	failed := make(chan error, readers)
	var group sync.WaitGroup
	for reader := range readers {
		group.Go(func() {
			for n := range requests {
				i := (n + reader*7) % len(requests)
				got, err := crowded.Try(http.MethodGet, requests[i].target, "Accept: "+requests[i].accept)
				if err != nil || got.Status != want[i].Status || !bytes.Equal(got.Body, want[i].Body) {
					// One mistake a reader is enough.
					failed <- fmt.Errorf("%s as %s: %w, or a response unlike that of a reader alone", requests[i].target, requests[i].accept, err)
					return
				}
				if fields := fmt.Sprintf("?fields=name&startDate=gte:2026-01-%02d", 1+(n+reader)%28); n%5 == 0 {
					if _, err := crowded.Try(http.MethodGet, events+fields); err != nil {
						failed <- err
						return
					}
				}
			}
		})
	}
	group.Wait()
	close(failed)
	for err := range failed {
		t.Error(err)
	}
}
