package servertest

import (
	"bytes"
	"encoding/json"
	"flag"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Response is what an API answered. It must not be changed.
type Response struct {
	// Status is the status code, Header the header.
	Status int
	Header http.Header
	// Body is the body as it was written.
	Body []byte
	// URL is the absolute URL that was requested, Method the method.
	URL, Method string

	api *API
}

// MediaType is the media type of the body, without parameters; "" when there is none.
func (r *Response) MediaType() string {
	mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return mediaType
}

// WantStatus fails the test unless the response has a status, and returns the response.
func (r *Response) WantStatus(tb testing.TB, want int) *Response {
	tb.Helper()
	if r.Status != want {
		tb.Fatalf("%s %s: status %d, want %d\n%s", r.Method, r.URL, r.Status, want, r.excerpt())
	}
	return r
}

// excerpt is the start of the body.
func (r *Response) excerpt() []byte {
	const longest = 2000
	return r.Body[:min(len(r.Body), longest)]
}

// JSON decodes the body into what v points to, and fails the test when that can't be done.
func (r *Response) JSON(tb testing.TB, v any) {
	tb.Helper()
	if err := json.Unmarshal(r.Body, v); err != nil {
		tb.Fatalf("%s %s: status %d: %v\n%s", r.Method, r.URL, r.Status, err, r.excerpt())
	}
}

// Links returns the targets of the Link header by relation, in their order.
func (r *Response) Links() map[string][]string {
	links := map[string][]string{}
	for _, line := range r.Header.Values("Link") {
		for line != "" {
			start, end := strings.IndexByte(line, '<'), strings.IndexByte(line, '>')
			if start < 0 || end < start {
				break
			}
			target := line[start+1 : end]
			parameters, rest := line[end+1:], ""
			if next := strings.IndexByte(parameters, '<'); next >= 0 { // a URL in a parameter has no angle brackets
				parameters, rest = parameters[:next], parameters[next:]
			}
			if _, value, ok := strings.Cut(parameters, `rel="`); ok {
				relations, _, _ := strings.Cut(value, `"`)
				for relation := range strings.FieldsSeq(relations) {
					links[relation] = append(links[relation], target)
				}
			}
			line = rest
		}
	}
	return links
}

// Problem is a problem of RFC 9457 with the members that the framework adds.
type Problem struct {
	Type          string         `json:"type"`
	Title         string         `json:"title"`
	Status        int            `json:"status"`
	Detail        string         `json:"detail"`
	Instance      string         `json:"instance"`
	Code          string         `json:"code"`
	RequestID     string         `json:"requestId"`
	InvalidParams []InvalidParam `json:"invalidParams"`
}

// InvalidParam is a parameter that is not correct.
type InvalidParam struct {
	Name   string `json:"name"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Detail string `json:"detail"`
}

// Problem returns the body as a problem, and fails the test when it is none: application/problem+json that repeats the
// status, and has type, title, code and instance.
func (r *Response) Problem(tb testing.TB) *Problem {
	tb.Helper()
	var p Problem
	if r.MediaType() != "application/problem+json" {
		tb.Fatalf("%s %s: status %d, Content-Type %q: want a problem\n%s", r.Method, r.URL, r.Status, r.Header.Get("Content-Type"), r.excerpt())
	}
	r.JSON(tb, &p)
	if p.Status != r.Status || p.Type == "" || p.Title == "" || p.Code == "" || p.Instance == "" {
		tb.Fatalf("%s %s: status %d: the problem is incomplete\n%s", r.Method, r.URL, r.Status, r.excerpt())
	}
	return &p
}

// Golden fails the test unless the body is the content of the file testdata/name. The file is written instead when the test
// binary has a flag -update that is set.
func (r *Response) Golden(tb testing.TB, name string) {
	tb.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if update := flag.Lookup("update"); update != nil && update.Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // beside the sources
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, r.Body, 0o644); err != nil { //nolint:gosec // like the sources
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path) //nolint:gosec // the test names it
	if err != nil {
		tb.Fatalf("%v\nrun the test with -update to write it", err)
	}
	if bytes.Equal(want, r.Body) {
		return
	}
	line, w, g := firstDifference(want, r.Body)
	tb.Errorf("%s %s differs from %s in line %d:\n  want %s\n  got  %s\nrun the test with -update to accept it", r.Method, r.URL, path, line, w, g)
}

// firstDifference returns the first line in which two texts differ.
func firstDifference(want, got []byte) (line int, w, g []byte) {
	for line = 1; ; line++ {
		var moreWanted, more bool
		w, want, moreWanted = bytes.Cut(want, []byte("\n"))
		g, got, more = bytes.Cut(got, []byte("\n"))
		if !bytes.Equal(w, g) || moreWanted != more || !more {
			return line, w, g
		}
	}
}
