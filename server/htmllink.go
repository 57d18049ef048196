package server

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// htmlLink is a link with its text.
type htmlLink struct {
	Href string
	Text htmlText
}

// safeHref returns a reference that may become a link, or "": http, https and mailto, and references that stay on the host.
// Whoever writes a record writes its IRIs, and javascript: is an IRI too.
func safeHref(ref string) string {
	if ref == "" || !utf8.ValidString(ref) || strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' }) {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
		if u.Opaque == "" {
			return ""
		}
	case "":
		if ref[0] != '/' || strings.HasPrefix(ref, "//") {
			return ""
		}
	default:
		return ""
	}
	return ref
}

// href returns a reference that may become a link, or "". Where links are relative to the request, those of the API are too.
func (v *htmlView) href(ref string) string {
	if below, ok := strings.CutPrefix(ref, v.prefix+"/"); ok && strings.HasPrefix(v.prefix, ".") && safeHref("/"+below) != "" {
		return ref
	}
	return safeHref(ref)
}

// outside says whether a link leaves the API.
func (v *htmlView) outside(href string) bool {
	return strings.Contains(href, ":") && href[0] != '/' && href[0] != '.' && !strings.HasPrefix(href, v.server.base.URL+"/")
}

// absolute makes a reference to the API's own resources absolute.
func (v *htmlView) absolute(ref string) string {
	base := v.server.base
	if below, ok := strings.CutPrefix(ref, v.prefix); ok && strings.HasPrefix(v.prefix, ".") {
		return base.URL + below
	}
	if strings.HasPrefix(ref, "/") {
		return base.Scheme + "://" + base.Host + ref
	}
	return ref
}

// localName is what an IRI ends in: what stands behind its last # or /, decoded.
func localName(iri string) string {
	if i := strings.LastIndexAny(iri, "#/"); i >= 0 && i < len(iri)-1 {
		iri = iri[i+1:]
	}
	if decoded, err := url.PathUnescape(iri); err == nil && utf8.ValidString(decoded) {
		return decoded
	}
	return iri
}

// humanized makes a label of a key: "location.addressCountry" is "Location address country", "dct:title" is "Title".
func humanized(key string) string {
	if i := strings.LastIndexByte(key, ':'); i >= 0 {
		key = key[i+1:]
	}
	var out strings.Builder
	runes := []rune(key)
	upper := func(i int) bool { return i >= 0 && i < len(runes) && 'A' <= runes[i] && runes[i] <= 'Z' }
	for i, r := range runes {
		switch {
		case r == '.' || r == '_' || r == '-':
			out.WriteByte(' ')
			continue
		case upper(i) && i > 0 && !upper(i-1) && runes[i-1] != '.':
			out.WriteByte(' ')
		}
		switch {
		case out.Len() == 0:
			out.WriteString(strings.ToUpper(string(r)))
		case upper(i) && !upper(i-1) && !upper(i+1): // a word, no abbreviation
			out.WriteString(strings.ToLower(string(r)))
		default:
			out.WriteRune(r)
		}
	}
	words := strings.Split(out.String(), " ")
	for i, word := range words {
		switch upper := strings.ToUpper(word); upper {
		case "ID", "IRI", "URI", "URL", "API":
			words[i] = upper
		}
	}
	return strings.Join(words, " ")
}
