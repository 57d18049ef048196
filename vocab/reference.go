package vocab

import (
	"bytes"
	"fmt"
	"strings"
)

// reference is a reference split as [RFC 3986, appendix B] does; a component that is there but empty differs from one that
// is not there.
//
// [RFC 3986, appendix B]: https://www.rfc-editor.org/rfc/rfc3986#appendix-B
type reference struct {
	scheme, authority, path, query, fragment       string
	hasScheme, hasAuthority, hasQuery, hasFragment bool
}

func splitReference(s string) reference {
	var r reference
	s, r.fragment, r.hasFragment = strings.Cut(s, "#")
	s, r.query, r.hasQuery = strings.Cut(s, "?")
	if n := schemeLength(s); n > 0 {
		r.scheme, s, r.hasScheme = s[:n], s[n+1:], true
	}
	if rest, ok := strings.CutPrefix(s, "//"); ok {
		r.hasAuthority = true
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			r.authority, s = rest[:i], rest[i:]
		} else {
			r.authority, s = rest, ""
		}
	}
	r.path = s
	return r
}

// String recomposes the reference ([RFC 3986, 5.3]). A path that begins with "//" and has no authority before it gets "/."
// in front, as it would read as an authority otherwise.
//
// [RFC 3986, 5.3]: https://www.rfc-editor.org/rfc/rfc3986#section-5.3
func (r reference) String() string {
	var b strings.Builder
	b.Grow(len(r.scheme) + len(r.authority) + len(r.path) + len(r.query) + len(r.fragment) + 7)
	if r.hasScheme {
		b.WriteString(r.scheme)
		b.WriteByte(':')
	}
	if r.hasAuthority {
		b.WriteString("//")
		b.WriteString(r.authority)
	} else if strings.HasPrefix(r.path, "//") {
		b.WriteString("/.")
	}
	b.WriteString(r.path)
	if r.hasQuery {
		b.WriteByte('?')
		b.WriteString(r.query)
	}
	if r.hasFragment {
		b.WriteByte('#')
		b.WriteString(r.fragment)
	}
	return b.String()
}

// Resolve returns the absolute form of a reference found in a document whose address is base, by the strict algorithm of
// [RFC 3986, 5.2], removal of dot segments included. It works on URIs and IRIs alike and checks neither (see [CheckURI] and
// [CheckIRI]). It is an error when base has no scheme, even if ref needs no base.
//
// [RFC 3986, 5.2]: https://www.rfc-editor.org/rfc/rfc3986#section-5.2
func Resolve(base, ref string) (string, error) {
	b, err := splitBase(base)
	if err != nil {
		return "", err
	}
	return b.resolve(splitReference(ref)).String(), nil
}

func splitBase(base string) (reference, error) {
	b := splitReference(base)
	if !b.hasScheme {
		return b, fmt.Errorf("base %q has no scheme: want an absolute IRI such as http://localhost:8080/api", base)
	}
	return b, nil
}

// resolve transforms a reference relative to the base r ([RFC 3986, 5.2.2]).
//
// [RFC 3986, 5.2.2]: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.2
func (r reference) resolve(ref reference) reference {
	t := ref
	switch {
	case ref.hasScheme:
		t.path = removeDotSegments(ref.path)
		return t
	case ref.hasAuthority:
		t.path = removeDotSegments(ref.path)
	case ref.path == "":
		t.path = r.path
		if !ref.hasQuery {
			t.query, t.hasQuery = r.query, r.hasQuery
		}
		t.authority, t.hasAuthority = r.authority, r.hasAuthority
	default:
		if strings.HasPrefix(ref.path, "/") {
			t.path = removeDotSegments(ref.path)
		} else {
			t.path = removeDotSegments(r.merge(ref.path))
		}
		t.authority, t.hasAuthority = r.authority, r.hasAuthority
	}
	t.scheme, t.hasScheme = r.scheme, true
	return t
}

// merge puts a relative path behind the directory of the base's path.
func (r reference) merge(path string) string {
	if r.hasAuthority && r.path == "" {
		return "/" + path
	}
	return r.path[:strings.LastIndexByte(r.path, '/')+1] + path
}

// removeDotSegments interprets "." and ".." in a path ([RFC 3986, 5.2.4]), in linear time.
//
// [RFC 3986, 5.2.4]: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
func removeDotSegments(path string) string {
	if !strings.HasPrefix(path, ".") && !strings.Contains(path, "/.") {
		return path
	}
	out := make([]byte, 0, len(path))
	in := path
	for in != "" {
		switch {
		case strings.HasPrefix(in, "../"):
			in = in[3:]
		case strings.HasPrefix(in, "./"):
			in = in[2:]
		case strings.HasPrefix(in, "/./"):
			in = in[2:]
		case in == "/.":
			in = "/"
		case strings.HasPrefix(in, "/../"):
			in = in[3:]
			out = dropSegment(out)
		case in == "/..":
			in = "/"
			out = dropSegment(out)
		case in == "." || in == "..":
			in = ""
		default:
			n := 1 + strings.IndexByte(in[1:], '/')
			if n == 0 {
				n = len(in)
			}
			out = append(out, in[:n]...)
			in = in[n:]
		}
	}
	return string(out)
}

// dropSegment removes the last segment and the slash before it.
func dropSegment(path []byte) []byte {
	return path[:max(bytes.LastIndexByte(path, '/'), 0)]
}

// Relativize returns the shortest plain reference that leads from base to target: [Resolve] of base and the result is
// target again, to the byte. Where scheme or authority differ it is target itself; where only the fragment differs it is
// the fragment; "" means base without its fragment. It is an error when base or target has no scheme, and when target
// contains dot segments, as no reference resolves to such an IRI.
func Relativize(base, target string) (string, error) {
	b, err := splitBase(base)
	if err != nil {
		return "", err
	}
	t := splitReference(target)
	if !t.hasScheme {
		return "", fmt.Errorf("target %q has no scheme: want an absolute IRI", target)
	}
	if b.resolve(t).String() != target {
		return "", fmt.Errorf("target %q has dot segments: no reference resolves to it", target)
	}
	if b.scheme != t.scheme || b.hasAuthority != t.hasAuthority || b.authority != t.authority {
		return target, nil
	}
	for _, ref := range [2]string{b.relativeTo(t), t.pathAbsolute()} {
		if len(ref) < len(target) && b.resolve(splitReference(ref)).String() == target {
			return ref, nil
		}
	}
	return target, nil
}

// relativeTo proposes a reference to t, which has the same scheme and authority. The proposal may fail for paths with empty
// segments: the caller checks it.
func (r reference) relativeTo(t reference) string {
	ref := reference{query: t.query, hasQuery: t.hasQuery, fragment: t.fragment, hasFragment: t.hasFragment}
	if r.path == t.path {
		if r.hasQuery == t.hasQuery && r.query == t.query {
			ref.query, ref.hasQuery = "", false
			return ref.String()
		}
		if t.hasQuery {
			return ref.String()
		}
	}
	common := 0
	for i := 0; i < len(r.path) && i < len(t.path) && r.path[i] == t.path[i]; i++ {
		if r.path[i] == '/' {
			common = i + 1
		}
	}
	path := strings.Repeat("../", strings.Count(r.path[common:], "/")) + t.path[common:]
	first, _, _ := strings.Cut(path, "/")
	if path == "" || path[0] == '/' || strings.Contains(first, ":") {
		path = "./" + path
	}
	ref.path = path
	return ref.String()
}

// pathAbsolute is the reference without scheme and authority.
func (r reference) pathAbsolute() string {
	return reference{path: r.path, query: r.query, hasQuery: r.hasQuery, fragment: r.fragment, hasFragment: r.hasFragment}.String()
}
