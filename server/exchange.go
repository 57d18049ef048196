package server

import (
	"net/http"
	"strconv"
	"sync"
	"unsafe"

	"github.com/hydrant-ld/hydrant/server/internal/conditional"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/server/store"
)

// exchange is the memory that answering one request needs. It is reused.
type exchange struct {
	// body is the response, text an ETag and what else is short, links and cursor what their names say.
	body, text, links, cursor []byte
	params                    query.Params
	strings                   []string
	paths                     []int
	sortKeys                  []query.SortKey
	values                    []store.Value
	query                     store.Query
	state                     represent.State
	invalid                   []InvalidParam
	window                    window
	// selfQuery is the query of the request with its question mark, as HAL links to it.
	selfQuery []byte
	// above is the identifier of the resource that a sub-collection is below.
	above string
	// rep is the representation that is written.
	rep representation
	// expansions are what is to be embedded, embedded what was found of it.
	expansions []expansion
	embedded   map[embedKey][]item
	// sender are the names of the audiences of the sender of the request, asked says that they are known.
	sender []string
	asked  bool
	// audience are the bits of the audiences that the sender of the request belongs to.
	audience uint64
}

// maxKept is the size of the largest buffer that is kept for reuse.
const maxKept = 1 << 20

// maxKeptValues is the length of the longest list that is kept.
const maxKeptValues = 256

// exchanges is a pool of exchanges.
type exchanges struct{ pool sync.Pool }

func (e *exchanges) get() *exchange {
	if x, ok := e.pool.Get().(*exchange); ok {
		return x
	}
	return &exchange{body: make([]byte, 0, 4096), text: make([]byte, 0, 512)}
}

func (e *exchanges) put(x *exchange) {
	if cap(x.body) > maxKept || cap(x.values) > maxKeptValues || cap(x.strings) > maxKeptValues {
		return
	}
	clear(x.params.List)
	x.params.List = x.params.List[:0]
	clear(x.strings[:cap(x.strings)])
	clear(x.values[:cap(x.values)])
	clear(x.query.Filters[:cap(x.query.Filters)])
	clear(x.invalid)
	x.window.items = nil
	x.state.Reset("", "", nil)
	clear(x.expansions)
	x.expansions, x.embedded = x.expansions[:0], nil
	x.sender, x.asked, x.audience, x.above = nil, false, 0, ""
	x.body, x.text, x.strings, x.values, x.invalid = x.body[:0], x.text[:0], x.strings[:0], x.values[:0], x.invalid[:0]
	x.query = store.Query{Filters: x.query.Filters[:0], Sort: x.query.Sort[:0]}
	e.pool.Put(x)
}

// tag writes the ETag of a version of a resource to x.text. The fingerprint is that of the representation.
func (x *exchange) tag(version string, fingerprint uint64) {
	x.text = conditional.AppendETag(x.text[:0], version, fingerprint)
}

// tagBody writes an ETag made of x.body to x.text, for a resource whose store tells no version.
func (x *exchange) tagBody(fingerprint uint64) {
	x.tag(strconv.FormatUint(hashBytes(hashStart, x.body), 36), fingerprint)
}

// matches says whether the client has what the ETag in x.text stands for.
func (x *exchange) matches(r *http.Request) bool {
	lines := r.Header["If-None-Match"]
	switch {
	case len(lines) == 0:
		return false
	case lines[0] == view(x.text): // what most clients send
		return true
	default:
		return conditional.MatchNone(lines, view(x.text))
	}
}

// precondition checks If-Match (RFC 9110 13.1.1): the ETag is in x.text.
func (x *exchange) precondition(r *http.Request) error {
	if lines := r.Header["If-Match"]; len(lines) > 0 && !conditional.Match(lines, view(x.text)) {
		return &Problem{Code: CodePreconditionFailed, Detail: "The ETag of this representation is now " + string(x.text) + "."}
	}
	return nil
}

// notModified answers that the client has the newest state: the ETag is in x.text, and often all that the client sent.
func (x *exchange) notModified(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	if sent := r.Header["If-None-Match"]; len(sent) == 1 && sent[0] == view(x.text) {
		h["Etag"] = sent
	} else {
		h["Etag"] = []string{string(x.text)}
	}
	w.WriteHeader(http.StatusNotModified)
}

// send answers with x.body. The ETag is in x.text.
func (x *exchange) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	cut := len(x.text)
	x.text = strconv.AppendInt(x.text, int64(len(x.body)), 10)
	text := string(x.text)
	values := []string{text[:cut], text[cut:]}
	h["Etag"], h["Content-Length"] = values[0:1:1], values[1:2:2]
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(x.body)
	}
}

// view is the text of bytes that stay as they are while it is used.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) } //nolint:gosec // read before b changes
