package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"
)

// RunOptions bound how long and how much a client may take. The zero value of each is its default.
type RunOptions struct {
	// ReadHeaderTimeout and ReadTimeout bound reading a request: 5 s and 30 s.
	ReadHeaderTimeout, ReadTimeout time.Duration
	// WriteTimeout bounds answering it: 60 s.
	WriteTimeout time.Duration
	// IdleTimeout bounds waiting for the next request on a connection: 120 s.
	IdleTimeout time.Duration
	// MaxHeaderBytes bounds the header of a request: 32 KiB.
	MaxHeaderBytes int
	// Drain is how long the server goes on accepting requests after it was told to stop, while /ping already says that it
	// will: the time that load balancers need to notice. None by default.
	Drain time.Duration
	// Grace is how long requests that were accepted may take after that: 20 s.
	Grace time.Duration
}

// Run serves the API, and what else the host application's handler serves, on a listener until the context ends. Then
// /ping fails, no new connections are accepted, and every accepted request is answered. It returns nil after an orderly
// end, and closes the listener in any case. A nil handler is the server itself. A server runs once.
func (s *Server) Run(ctx context.Context, listener net.Listener, handler http.Handler, o RunOptions) error {
	if handler == nil {
		handler = s
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: or(o.ReadHeaderTimeout, 5*time.Second),
		ReadTimeout:       or(o.ReadTimeout, 30*time.Second),
		WriteTimeout:      or(o.WriteTimeout, time.Minute),
		IdleTimeout:       or(o.IdleTimeout, 2*time.Minute),
		MaxHeaderBytes:    or(o.MaxHeaderBytes, 32<<10),

		DisableGeneralOptionsHandler: true,
	}
	if s.logger != nil {
		server.ErrorLog = newStandardLog(s.logger)
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.draining.Store(true)
	if o.Drain > 0 {
		select {
		case err := <-failed:
			return err
		case <-time.After(o.Drain):
		}
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), or(o.Grace, 20*time.Second))
	defer cancel()
	err := server.Shutdown(grace)
	if err != nil {
		err = errors.Join(err, server.Close())
	}
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

func or[T comparable](value, usual T) T {
	var zero T
	if value == zero {
		return usual
	}
	return value
}

// drain says that the server is about to stop.
type drain struct{ atomic.Bool }

// pingPath answers whether the server takes requests. It lies outside the base.
const pingPath = "/ping"

func (s *Server) ping(w http.ResponseWriter, r *http.Request) {
	if !s.read(w, r) {
		return
	}
	h := w.Header()
	h["Allow"] = allowReadValue
	if err := s.noParameters(r); err != nil {
		s.WriteError(w, r, err)
		return
	}
	s.common.set(h)
	h["Cache-Control"] = noStore
	h["Content-Type"] = []string{"text/plain; charset=utf-8"}
	text, status := "pong\n", http.StatusOK
	if s.draining.Load() {
		text, status = "stopping\n", http.StatusServiceUnavailable
	}
	h["Content-Length"] = []string{strconv.Itoa(len(text))}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write([]byte(text))
	}
}
