package vocab_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

var appendURITests = []struct{ name, in, want string }{
	{"a URI stays as it is", "https://u@example.org:80/a;b,c/%41?q=1&r#f", "https://u@example.org:80/a;b,c/%41?q=1&r#f"},
	{"a header cannot be broken out of", "/a>; rel=\"evil\", </b", "/a%3E;%20rel=%22evil%22,%20%3C/b"},
	{"line ends are encoded", "/a\r\nSet-Cookie: b", "/a%0D%0ASet-Cookie:%20b"},
	{"NUL and DEL are encoded", "/\x00\x7f", "/%00%7F"},
	{"UTF-8 is encoded", "/caf\u00e9", "/caf%C3%A9"},
	{"invalid UTF-8 is encoded", "/\xff", "/%FF"},
	{"a stray percent sign is encoded", "/100%/%4/%zz/%41", "/100%25/%254/%25zz/%41"},
	{"brackets stay round an IP literal only", "http://[::1]/a[0]?b[1]#c[2]", "http://[::1]/a%5B0%5D?b%5B1%5D#c%5B2%5D"},
	{"brackets stay in a network-path reference", "//[::1]/a[0]", "//[::1]/a%5B0%5D"},
	{"a second number sign is encoded", "/a#b#c", "/a#b%23c"},
	{"what is unsafe is encoded", "{}|\\^`\"<>", "%7B%7D%7C%5C%5E%60%22%3C%3E"},
	{"nothing stays nothing", "", ""},
}

func TestAppendURI(t *testing.T) {
	for _, tt := range appendURITests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(vocab.AppendURI([]byte("<"), tt.in)); got != "<"+tt.want {
				t.Errorf("got %s, want <%s", got, tt.want)
			}
		})
	}
}

func TestAppendSegment(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"unreserved characters and pchars stay", "aZ0-._~!$&'()*+,;=:@", "aZ0-._~!$&'()*+,;=:@"},
		{"separators are encoded", "a/b?c#d", "a%2Fb%3Fc%23d"},
		{"a percent sign is always encoded", "%41", "%2541"},
		{"space, quotes and brackets are encoded", ` "<>[]{}|\^` + "`", "%20%22%3C%3E%5B%5D%7B%7D%7C%5C%5E%60"},
		{"UTF-8 and controls are encoded", "é\x00\x7f", "%C3%A9%00%7F"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(vocab.AppendSegment(nil, tt.in)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAppendQuery(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"unreserved characters stay", "aZ0-._~:/@", "aZ0-._~:/@"},
		{"what separates in a query is encoded", "a&b=c;d+e,f#g?h%i", "a%26b%3Dc%3Bd%2Be%2Cf%23g%3Fh%25i"},
		{"a space is encoded", "a b", "a%20b"},
		{"UTF-8 is encoded", "é", "%C3%A9"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(vocab.AppendQuery(nil, tt.in)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAppendingDoesNotAllocateIntoABufferOfSufficientSize(t *testing.T) {
	buf := make([]byte, 0, 1024)
	if n := testing.AllocsPerRun(100, func() {
		for _, tt := range appendURITests {
			buf = vocab.AppendURI(buf[:0], tt.in)
			buf = vocab.AppendSegment(buf[:0], tt.in)
			buf = vocab.AppendQuery(buf[:0], tt.in)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzAppendURI(f *testing.F) {
	for _, tt := range appendURITests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := string(vocab.AppendURI(nil, s))
		if again := string(vocab.AppendURI(nil, got)); again != got {
			t.Fatalf("%q: not idempotent: %s, then %s", s, got, again)
		}
		for i := range len(got) {
			if c := got[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
				t.Fatalf("%q: %q is not safe", s, got)
			}
		}
		if err := vocab.CheckIRI(s); err == nil {
			if err := vocab.CheckURI(got); err != nil {
				t.Fatalf("%q is an IRI, but %v", s, err)
			}
		}
		if err := vocab.CheckURI(s); err == nil && got != s {
			t.Fatalf("%q is a URI and became %q", s, got)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("%q: not ASCII: %q", s, got)
		}
		segment, err := url.PathUnescape(string(vocab.AppendSegment(nil, s)))
		if err != nil || segment != s {
			t.Fatalf("segment %q: decoded to %q, %v", s, segment, err)
		}
		value, err := url.QueryUnescape(string(vocab.AppendQuery(nil, s)))
		if err != nil || value != s {
			t.Fatalf("query value %q: decoded to %q, %v", s, value, err)
		}
	})
}
