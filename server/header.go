package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// headerSet are header fields that are the same for many responses. The value slices are shared by all of them and never
// written to.
type headerSet []headerField

type headerField struct {
	name  string
	value []string
}

// with returns the set with one more field, or with other values of it.
func (s headerSet) with(name string, values ...string) headerSet {
	return append(s.without(name), headerField{name, values})
}

// withMore returns the set with more values of a field.
func (s headerSet) withMore(name string, values ...string) headerSet {
	for i := range s {
		if s[i].name == name {
			values = slices.Concat(s[i].value, values)
		}
	}
	return s.with(name, values...)
}

// without returns the set without a field.
func (s headerSet) without(name string) headerSet {
	out := make(headerSet, 0, len(s)+1)
	for _, f := range s {
		if f.name != name {
			out = append(out, f)
		}
	}
	return out
}

// set puts the fields into a header.
func (s headerSet) set(h http.Header) {
	for i := range s {
		h[s[i].name] = s[i].value
	}
}

// setOnly puts some of the fields into a header.
func (s headerSet) setOnly(h http.Header, names ...string) {
	for i := range s {
		if slices.Contains(names, s[i].name) {
			h[s[i].name] = s[i].value
		}
	}
}

// Header values that are the same for every API.
//
//nolint:gochecknoglobals // shared by all responses and never written
var (
	noStore    = []string{"no-store"}
	retryAfter = []string{"30"}

	allowReadValue = []string{allowRead}

	handlingLenient = []string{"handling=lenient"}
)

// The methods that every readable resource has.
const allowRead = "GET, HEAD, OPTIONS"

// exposed are the response fields that scripts of other origins may read.
const exposed = "Link, Location, ETag, Allow, Vary, API-Version, Content-Language, Content-Location, Retry-After, " +
	"Accept-Post, Accept-Patch, Preference-Applied, Deprecation, Sunset, RateLimit, RateLimit-Policy, X-Request-Id"

// requestFields are the request fields that scripts of other origins may send.
const requestFields = "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match, Prefer"

// commonHeaders are those of every response, errors included.
func commonHeaders(apiVersion, documentation string, https bool) headerSet {
	s := headerSet{
		{"Link", []string{documentation}},
		{"Api-Version", []string{apiVersion}},
		{"Access-Control-Allow-Origin", []string{"*"}},
		{"Access-Control-Expose-Headers", []string{exposed}},
		{"X-Content-Type-Options", []string{"nosniff"}},
		{"Content-Security-Policy", []string{"default-src 'none'; frame-ancestors 'none'"}},
		{"Referrer-Policy", []string{"no-referrer"}},
	}
	if https {
		s = append(s, headerField{"Strict-Transport-Security", []string{"max-age=31536000"}})
	}
	return s
}

// languageHeaders are the values of Content-Language by the bits of the languages that text was written in.
func languageHeaders(languages []string) map[uint64][]string {
	out := map[uint64][]string{}
	for bits := uint64(1); bits < 1<<min(len(languages), 6); bits++ {
		out[bits] = []string{joinLanguages(languages, bits)}
	}
	return out
}

func joinLanguages(languages []string, bits uint64) string {
	var tags []string
	for i, tag := range languages {
		if bits&(1<<i) != 0 {
			tags = append(tags, tag)
		}
	}
	return strings.Join(tags, ", ")
}

// contentLanguage is the value of Content-Language, nil for none.
func (s *Server) contentLanguage(bits uint64) []string {
	if bits == 0 {
		return nil
	}
	if value, ok := s.languageHeaders[bits]; ok {
		return value
	}
	return []string{joinLanguages(s.languages, bits)}
}

// options answers OPTIONS, a CORS preflight or not.
func (s *Server) options(w http.ResponseWriter, allow string) {
	h := w.Header()
	s.common.set(h)
	h["Allow"] = []string{allow}
	h["Access-Control-Allow-Methods"] = []string{allow}
	h["Access-Control-Allow-Headers"] = []string{requestFields}
	h["Access-Control-Max-Age"] = []string{strconv.Itoa(86400)}
	h["Cache-Control"] = []string{"max-age=86400"}
	w.WriteHeader(http.StatusNoContent)
}
