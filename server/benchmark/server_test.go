package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func BenchmarkRequest(b *testing.B) {
	c, err := newContenders(10_000)
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range requests() {
		b.Run("request="+q.name, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, q.url, nil)
			if q.accept != "" {
				r.Header.Set("Accept", q.accept)
			}
			status := http.StatusOK
			if q.fresh {
				w := httptest.NewRecorder()
				c.hydrant.ServeHTTP(w, r)
				r.Header.Set("If-None-Match", w.Header().Get("Etag"))
				status = http.StatusNotModified
			}
			send, err := probe(c.hydrant, r, status)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				send()
			}
		})
	}
}
