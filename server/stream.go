package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/server/store"
)

// streamPage is the largest number of resources that a stream asks the store for at once, streamChunk the number of bytes
// that it writes at once: what a stream keeps in memory.
const (
	streamPage  = 1000
	streamChunk = 32 << 10
)

// streamTimeout bounds how long the client may take to accept a chunk, and the store to find a page, where the host's
// http.Server has no WriteTimeout that says so.
const streamTimeout = time.Minute

// stream answers with a whole collection, a line for each member, as it comes from the store: a page after the other, each by
// the cursor of the one before. A resource that is there from beginning to end comes once, in the state of the moment that
// its page was found; others may come. The representation is that of the exchange.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, res *resource, x *exchange, q *collectionQuery, headers headerSet) error {
	if _, ok := w.(*watchedWriter); !ok { // a panic of the store must not look like an end
		watched := &watchedWriter{ResponseWriter: w}
		defer s.recover(watched, r)
		w = watched
	}
	p := res.projection(x)
	h := w.Header()
	headers.set(h)
	if q.lenient {
		h["Preference-Applied"] = handlingLenient
	}
	x.state.Reset(s.prefix, s.base.URL, s.languages)
	fingerprint := p.fingerprints[x.rep] ^ s.chooseLanguage(r, x.rep, &x.state)
	if x.state.Language != "" {
		h["Content-Language"] = []string{x.state.Language}
	}
	if r.Method == http.MethodHead {
		w.WriteHeader(http.StatusOK)
		return nil
	}
	x.query.Limit = min(res.described.MaxPageSize, streamPage)
	out := newStreamWriter(w, r)
	out.extend()
	page, err := res.next(r, x)
	if err != nil {
		return err
	}
	if page.version != "" { // weak: the collection may change while it is sent
		x.tag(page.version, fingerprint)
		x.text = slices.Insert(x.text, 0, 'W', '/')
		if x.matches(r) {
			delete(h, "Content-Type")
			x.notModified(w, r)
			return nil
		}
		if err := x.precondition(r); err != nil {
			return err
		}
		h["Etag"] = []string{string(x.text)}
	}
	w.WriteHeader(http.StatusOK)
	x.body = p.appendHead(x.body[:0], x.rep)
	for {
		if err = out.members(x, p, page.items); err != nil || !page.more {
			break
		}
		out.extend()
		if page, err = res.next(r, x); err != nil {
			break
		}
	}
	if err != nil {
		s.abort(r, err)
	}
	return nil
}

// abort ends an answer that has begun, so that the client notices that it is not whole. The reason is logged unless it is
// that the client has gone.
func (s *Server) abort(r *http.Request, err error) {
	var write *writeError
	if r.Context().Err() == nil && !errors.As(err, &write) {
		s.logProblem(r, requestID(r), &Problem{Code: CodeServerError, Cause: fmt.Errorf("the answer was broken off: %w", err)})
	}
	panic(http.ErrAbortHandler) //nolint:forbidigo // what net/http knows as this
}

// next fetches the page that x.query asks for, and makes x.query ask for the one behind it.
func (res *resource) next(r *http.Request, x *exchange) (page, error) {
	p, err := res.source.list(r.Context(), &x.query)
	if err != nil {
		return page{}, err
	}
	if len(p.items) > x.query.Limit {
		p.items, p.more = p.items[:x.query.Limit], true
	}
	if slices.ContainsFunc(p.items, func(it item) bool { return it.value == nil }) {
		return page{}, fmt.Errorf("class %s: the store's List returned an item without a value", res.definition.Path)
	}
	if !p.more {
		return p, nil
	}
	if len(p.items) == 0 {
		return page{}, fmt.Errorf("class %s: the store's List returned no items and says that there are more", res.definition.Path)
	}
	last := p.items[len(p.items)-1].value
	id := res.plan.ID(last)
	if n := len(x.query.After); n > 0 && x.query.After[n-1].String() == id {
		return page{}, fmt.Errorf("class %s: the store's List does not go on behind the place that it is given", res.definition.Path)
	}
	x.query.After = res.appendPlace(x.query.After[:0], x.query.Sort, last)
	return p, nil
}

// appendPlace appends the values of the sort keys of a resource and its identifier: its place in an order.
func (res *resource) appendPlace(dst []store.Value, order []store.Order, value unsafe.Pointer) []store.Value {
	for _, o := range order {
		dst = append(dst, store.ValueOf(o.Property, value))
	}
	return append(dst, store.Text(res.plan.ID(value)))
}

// streamWriter writes as fast as the client reads, and not longer than it does.
type streamWriter struct {
	w       http.ResponseWriter
	control *http.ResponseController
	timeout time.Duration
}

// writeError is the error of a write: the client's.
type writeError struct{ error }

func newStreamWriter(w http.ResponseWriter, r *http.Request) *streamWriter {
	out := &streamWriter{w: w, control: http.NewResponseController(w), timeout: streamTimeout}
	if host, ok := r.Context().Value(http.ServerContextKey).(*http.Server); ok && host.WriteTimeout > 0 {
		out.timeout = host.WriteTimeout
	}
	return out
}

// extend lets the next step take its time. A writer without deadlines needs no extension.
func (o *streamWriter) extend() {
	deadline := time.Now().Add(o.timeout)
	_ = o.control.SetWriteDeadline(deadline)
	// net/http waits for the client to go by reading, and takes the end of that time for it, too.
	_ = o.control.SetReadDeadline(deadline)
}

// members writes a line for each of some items, behind what x.body has already.
func (o *streamWriter) members(x *exchange, p *projection, items []item) error {
	for i := range items {
		x.body = p.appendLine(x.body, items[i], x)
		if len(x.body) < streamChunk {
			continue
		}
		if err := o.flush(x); err != nil {
			return err
		}
	}
	return o.flush(x)
}

// flush sends what x.body has.
func (o *streamWriter) flush(x *exchange) error {
	if len(x.body) == 0 {
		return nil
	}
	o.extend()
	if _, err := o.w.Write(x.body); err != nil {
		return &writeError{err}
	}
	if err := o.control.Flush(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return &writeError{err}
	}
	x.body = x.body[:0]
	return nil
}

// appendHead writes what stands in front of the first member.
func (p *projection) appendHead(dst []byte, rep representation) []byte {
	if rep == asCSV {
		return p.plan.AppendCSVHead(dst)
	}
	return dst
}

// appendLine writes a member.
func (p *projection) appendLine(dst []byte, it item, x *exchange) []byte {
	if x.rep == asCSV {
		return p.plan.AppendCSV(dst, it.value, &x.state)
	}
	return append(p.plan.AppendJSON(append(dst, '{'), it.value, &x.state), "}\n"...)
}
