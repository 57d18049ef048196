package vocab_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
)

// The examples of RFC 3986, 5.4.1 and 5.4.2, against the base http://a/b/c/d;p?q.
var rfc3986Examples = []struct{ ref, want string }{
	{"g:h", "g:h"},
	{"g", "http://a/b/c/g"},
	{"./g", "http://a/b/c/g"},
	{"g/", "http://a/b/c/g/"},
	{"/g", "http://a/g"},
	{"//g", "http://g"},
	{"?y", "http://a/b/c/d;p?y"},
	{"g?y", "http://a/b/c/g?y"},
	{"#s", "http://a/b/c/d;p?q#s"},
	{"g#s", "http://a/b/c/g#s"},
	{"g?y#s", "http://a/b/c/g?y#s"},
	{";x", "http://a/b/c/;x"},
	{"g;x", "http://a/b/c/g;x"},
	{"g;x?y#s", "http://a/b/c/g;x?y#s"},
	{"", "http://a/b/c/d;p?q"},
	{".", "http://a/b/c/"},
	{"./", "http://a/b/c/"},
	{"..", "http://a/b/"},
	{"../", "http://a/b/"},
	{"../g", "http://a/b/g"},
	{"../..", "http://a/"},
	{"../../", "http://a/"},
	{"../../g", "http://a/g"},
	{"../../../g", "http://a/g"},
	{"../../../../g", "http://a/g"},
	{"/./g", "http://a/g"},
	{"/../g", "http://a/g"},
	{"g.", "http://a/b/c/g."},
	{".g", "http://a/b/c/.g"},
	{"g..", "http://a/b/c/g.."},
	{"..g", "http://a/b/c/..g"},
	{"./../g", "http://a/b/g"},
	{"./g/.", "http://a/b/c/g/"},
	{"g/./h", "http://a/b/c/g/h"},
	{"g/../h", "http://a/b/c/h"},
	{"g;x=1/./y", "http://a/b/c/g;x=1/y"},
	{"g;x=1/../y", "http://a/b/c/y"},
	{"g?y/./x", "http://a/b/c/g?y/./x"},
	{"g?y/../x", "http://a/b/c/g?y/../x"},
	{"g#s/./x", "http://a/b/c/g#s/./x"},
	{"g#s/../x", "http://a/b/c/g#s/../x"},
	{"http:g", "http:g"}, // strict
}

func TestResolveDoesWhatRFC3986Section54Says(t *testing.T) {
	for _, tt := range rfc3986Examples {
		t.Run(tt.ref, func(t *testing.T) {
			got, err := vocab.Resolve("http://a/b/c/d;p?q", tt.ref)
			if err != nil || got != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
		})
	}
}

func TestResolve(t *testing.T) {
	tests := []struct{ name, base, ref, want string }{
		{"a base without a path gets a slash", "http://a", "g", "http://a/g"},
		{"a base without a path keeps the query of a reference", "http://a", "?q", "http://a?q"},
		{"an empty query is not an absent one", "http://a/b?q", "?", "http://a/b?"},
		{"an empty fragment is not an absent one", "http://a/b", "#", "http://a/b#"},
		{"the fragment of the base is dropped", "http://a/b#f", "", "http://a/b"},
		{"an opaque base keeps its scheme", "urn:a:b", "c", "urn:c"},
		{"a path never turns into an authority", "x:/a", "/.//b", "x:/.//b"},
		{"a colon in a later segment makes no scheme", "http://a/b", "c/d:e", "http://a/c/d:e"},
		{"characters beyond ASCII stay", "http://a/b", "é", "http://a/é"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vocab.Resolve(tt.base, tt.ref)
			if err != nil || got != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
		})
	}
}

func TestResolveWantsABaseWithAScheme(t *testing.T) {
	for _, base := range []string{"", "/api", "example.org", "//example.org/"} {
		if got, err := vocab.Resolve(base, "http://a/"); err == nil || !strings.Contains(err.Error(), "scheme") {
			t.Errorf("base %q: got %q, %v", base, got, err)
		}
	}
}

func TestRelativize(t *testing.T) {
	tests := []struct{ name, base, target, want string }{
		{"a sibling is its last segment", "http://a/api/events", "http://a/api/orgs", "orgs"},
		{"a child of a directory", "http://a/api/", "http://a/api/events/1", "events/1"},
		{"a cousin climbs", "http://a/api/events/1", "http://a/api/orgs/7", "../orgs/7"},
		{"the directory itself", "http://a/api/events/1", "http://a/api/events/", "./"},
		{"the same document is empty", "http://a/b?q#f", "http://a/b?q", ""},
		{"another fragment", "http://a/b?q", "http://a/b?q#f", "#f"},
		{"another query", "http://a/b?q", "http://a/b?r#f", "?r#f"},
		{"no query where the base has one", "http://a/b?q", "http://a/b", "b"},
		{"no query in a directory", "http://a/b/?q", "http://a/b/", "./"},
		{"a first segment with a colon", "http://a/b", "http://a/c:d", "./c:d"},
		{"another authority stays absolute", "http://a/b", "http://c/b", "http://c/b"},
		{"another scheme stays absolute", "http://a/b", "https://a/b", "https://a/b"},
		{"an empty segment is not lost", "http://a/b/c", "http://a/b//c", ".//c"},
		{"no path where the base has one", "http://a/b", "http://a", "http://a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vocab.Relativize(tt.base, tt.target)
			if err != nil || got != tt.want {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
			if back, err := vocab.Resolve(tt.base, got); err != nil || back != tt.target {
				t.Errorf("%q resolves to %q, %v", got, back, err)
			}
		})
	}
}

func TestRelativizeRefusesWhatNoReferenceResolvesTo(t *testing.T) {
	tests := []struct{ name, base, target, want string }{
		{"a base without scheme", "/a", "http://a/", "scheme"},
		{"a target without scheme", "http://a/", "/b", "scheme"},
		{"a target with dot segments", "http://a/", "http://a/b/../c", "dot segments"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := vocab.Relativize(tt.base, tt.target); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v, want an error with %q", got, err, tt.want)
			}
		})
	}
}

func FuzzRelativizeIsTheInverseOfResolve(f *testing.F) {
	for _, tt := range rfc3986Examples {
		f.Add("http://a/b/c/d;p?q", tt.want)
		f.Add(tt.want, "http://a/b/c/d;p?q")
	}
	f.Add("x:/a", "x:/.//b")
	f.Add("x:a/b", "x:c")
	f.Add("x:", "x:?#")
	f.Add("http://a//b//", "http://a//")
	f.Fuzz(func(t *testing.T, base, target string) {
		// Any target becomes one that resolution leaves alone by being resolved once.
		normal, err := vocab.Resolve(target, target)
		if err != nil {
			return
		}
		ref, err := vocab.Relativize(base, normal)
		if err != nil {
			if _, baseErr := vocab.Resolve(base, ""); baseErr == nil {
				t.Fatalf("Relativize(%q, %q): %v", base, normal, err)
			}
			return
		}
		if got, err := vocab.Resolve(base, ref); err != nil || got != normal {
			t.Fatalf("Relativize(%q, %q) = %q, which resolves to %q, %v", base, normal, ref, got, err)
		}
	})
}
