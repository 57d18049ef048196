package server

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"
)

// requestKey is the key of a request's id in its context.
type requestKey struct{}

// RequestID is the id of a request in the log and in the X-Request-Id field of the response; "" for a request that is not
// logged.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// newRequestID makes an id of up to 13 letters and digits.
func newRequestID() string { return strconv.FormatUint(rand.Uint64(), 36) } //nolint:gosec // it identifies, it guards nothing

// requestID is the id of a request, made now if it has none.
func requestID(r *http.Request) string {
	if id := RequestID(r.Context()); id != "" {
		return id
	}
	return newRequestID()
}

// logged answers a request and logs a line about it.
func (s *Server) logged(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	id := newRequestID()
	w.Header()["X-Request-Id"] = []string{id}
	r = r.WithContext(context.WithValue(r.Context(), requestKey{}, id))
	watched := &watchedWriter{ResponseWriter: w}
	defer func() { //nolint:contextcheck // it is the request's own
		if !s.logger.Enabled(r.Context(), slog.LevelInfo) {
			return
		}
		s.logger.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", watched.status), slog.Int64("bytes", watched.bytes),
			slog.Duration("duration", time.Since(start)), slog.String("remote", r.RemoteAddr),
			slog.String("agent", r.UserAgent()))
	}()
	defer s.recover(watched, r)
	s.serve(watched, r)
}

// logProblem logs the cause of a problem that is not the client's; to the default logger if the API has none, since
// nobody would ever know.
func (s *Server) logProblem(r *http.Request, id string, p *Problem) {
	logger := s.logger
	if logger == nil {
		logger = slog.Default()
	}
	logger.LogAttrs(r.Context(), slog.LevelError, "request failed",
		slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.String("code", string(p.Code)), slog.Any("error", p.Cause))
}

// recover answers a request whose handling panicked with status 500, unless an answer has begun.
func (s *Server) recover(w http.ResponseWriter, r *http.Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if cause == http.ErrAbortHandler { //nolint:errorlint // net/http compares it like this
		panic(cause) //nolint:forbidigo // the host application aborts the connection on purpose
	}
	err := fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
	if watched, ok := w.(*watchedWriter); ok && watched.status != 0 {
		s.logProblem(r, requestID(r), &Problem{Code: CodeServerError, Cause: err})
		panic(http.ErrAbortHandler) //nolint:forbidigo // half an answer is out: the client must notice
	}
	s.WriteError(w, r, err)
}

// guarded calls a handler of the team's own so that its panic is noticed after it has begun to answer, too.
func (s *Server) guarded(w http.ResponseWriter, r *http.Request, handler http.Handler) {
	if _, ok := w.(*watchedWriter); ok {
		handler.ServeHTTP(w, r)
		return
	}
	watched := &watchedWriter{ResponseWriter: w}
	defer s.recover(watched, r)
	handler.ServeHTTP(watched, r)
}

// watchedWriter notes what has been answered.
type watchedWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status.
func (w *watchedWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (w *watchedWriter) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *watchedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// newStandardLog is what net/http logs to.
func newStandardLog(logger *slog.Logger) *log.Logger { //nolint:forbidigo // the type that net/http wants
	return slog.NewLogLogger(logger.Handler(), slog.LevelWarn)
}
