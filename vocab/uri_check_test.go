package vocab_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

var checkURITests = []struct {
	name   string
	in     string
	uri    bool
	iri    bool
	offset int
	char   rune
	reason string
}{
	{name: "https with everything is a URI", in: "https://u:p@example.org:8080/a;b/c,d?q=1&r=/?#f/?", uri: true, iri: true},
	{name: "an empty path is a URI", in: "https://example.org", uri: true, iri: true},
	{name: "a scheme alone is a URI with an empty path", in: "a:", uri: true, iri: true},
	{name: "a URN is a URI", in: "urn:isbn:9780131103627", uri: true, iri: true},
	{name: "mailto is a URI", in: "mailto:john@example.org?subject=hi", uri: true, iri: true},
	{name: "an empty authority is a URI", in: "file:///etc/passwd", uri: true, iri: true},
	{name: "an empty port is a URI", in: "http://example.org:/", uri: true, iri: true},
	{name: "an IPv6 host is a URI", in: "http://[2001:db8::7]:80/c=GB?objectClass?one", uri: true, iri: true},
	{name: "IPv6 loopback is a URI", in: "http://[::1]/", uri: true, iri: true},
	{name: "IPv6 unspecified is a URI", in: "http://[::]", uri: true, iri: true},
	{name: "IPv6 with an IPv4 tail is a URI", in: "http://[::ffff:192.0.2.1]/", uri: true, iri: true},
	{name: "IPv6 of eight groups is a URI", in: "http://[1:2:3:4:5:6:7:8]/", uri: true, iri: true},
	{name: "an elision of one group is a URI", in: "http://[1:2:3:4:5:6:7::]/", uri: true, iri: true},
	{name: "IPvFuture is a URI", in: "http://[v1.fe80:a]/", uri: true, iri: true},
	{name: "an encoded space is a URI", in: "http://example.org/a%20b", uri: true, iri: true},
	{name: "letters beyond ASCII make an IRI", in: "http://example.org/caf\u00e9", iri: true, offset: 22, char: 'é', reason: "%C3%A9"},
	{name: "a host beyond ASCII makes an IRI", in: "http://b\u00fccher.example/", iri: true, offset: 8, char: 'ü', reason: "ASCII"},
	{name: "private use is allowed in an IRI's query", in: "http://e/?\ue000", iri: true, offset: 10, char: '\ue000', reason: "ASCII"},
	{name: "private use is refused in a path", in: "http://e/\ue000", offset: 9, char: '\ue000'},
	{name: "a noncharacter is refused", in: "http://e/\ufffe", offset: 9, char: '\ufffe'},
	{name: "invalid UTF-8 is refused", in: "http://e/\xff", offset: 9, char: utf8.RuneError},
	{name: "nothing is refused", in: "", offset: 0, char: -1, reason: "empty"},
	{name: "a relative path is refused", in: "a/b:c", offset: 5, char: -1, reason: "scheme"},
	{name: "a path is refused", in: "/api/events", offset: 11, char: -1, reason: "scheme"},
	{name: "a host alone is refused", in: "example.org", offset: 11, char: -1, reason: "scheme"},
	{name: "a scheme that begins with a digit is refused", in: "1http://e/", offset: 0, char: '1', reason: "letter"},
	{name: "a scheme with an underscore is refused", in: "ht_tp://e/", offset: 2, char: '_', reason: "letters"},
	{name: "a space is refused", in: "http://example.org/a b", offset: 20, char: ' ', reason: "%20"},
	{name: "a space in front is refused", in: " http://e/", offset: 0, char: ' '},
	{name: "a newline is refused", in: "http://e/\n", offset: 9, char: '\n', reason: "%0A"},
	{name: "NUL is refused", in: "http://e/\x00", offset: 9, char: 0},
	{name: "DEL is refused", in: "http://e/\x7f", offset: 9, char: 0x7f},
	{name: "an angle bracket is refused", in: "http://e/>; rel=\"evil\", </b", offset: 9, char: '>', reason: "%3E"},
	{name: "a quotation mark is refused", in: `http://e/"`, offset: 9, char: '"'},
	{name: "a brace is refused", in: "http://e/{id}", offset: 9, char: '{'},
	{name: "a bar is refused", in: "http://e/a|b", offset: 10, char: '|'},
	{name: "a backslash is refused", in: `http://e/a\b`, offset: 10, char: '\\'},
	{name: "a caret is refused", in: "http://e/a^b", offset: 10, char: '^'},
	{name: "a backtick is refused", in: "http://e/a`b", offset: 10, char: '`'},
	{name: "a bare percent sign is refused", in: "http://e/100%", offset: 12, char: '%', reason: "%25"},
	{name: "a percent sign with one digit is refused", in: "http://e/%4", offset: 9, char: '%'},
	{name: "a percent sign with letters is refused", in: "http://e/%zz", offset: 9, char: '%'},
	{name: "a percent-encoding over the end of a part is refused", in: "http://e/%4?1", offset: 9, char: '%'},
	{name: "a second number sign is refused", in: "http://e/#a#b", offset: 11, char: '#'},
	{name: "brackets in a path are refused", in: "http://e/[1]", offset: 9, char: '['},
	{name: "brackets in a query are refused", in: "http://e/?a[0]=1", offset: 11, char: '['},
	{name: "a port of letters is refused", in: "http://e:80a/", offset: 11, char: 'a', reason: "digits"},
	{name: "two colons in an authority are refused", in: "http://e:80:90/", offset: 11, char: ':', reason: "digits"},
	{name: "two at signs are refused", in: "http://a@b@c/", offset: 8, char: '@'},
	{name: "an open IP literal is refused", in: "http://[::1/", offset: 7, char: '['},
	{name: "text after an IP literal is refused", in: "http://[::1]x/", offset: 12, char: 'x'},
	{name: "nine groups are refused", in: "http://[1:2:3:4:5:6:7:8:9]/", offset: 7, char: '['},
	{name: "seven groups are refused", in: "http://[1:2:3:4:5:6:7]/", offset: 7, char: '['},
	{name: "an elision of no group is refused", in: "http://[1:2:3:4::5:6:7:8]/", offset: 7, char: '['},
	{name: "two elisions are refused", in: "http://[1::2::3]/", offset: 7, char: '['},
	{name: "three colons are refused", in: "http://[1:::2]/", offset: 7, char: '['},
	{name: "five digits in a group are refused", in: "http://[::12345]/", offset: 7, char: '['},
	{name: "a zone is refused", in: "http://[fe80::1%25en0]/", offset: 7, char: '['},
	{name: "an IPv4 address in brackets is refused", in: "http://[192.0.2.1]/", offset: 7, char: '['},
	{name: "an IPv4 tail over 255 is refused", in: "http://[::192.0.2.256]/", offset: 7, char: '['},
	{name: "an IPv4 tail with leading zeros is refused", in: "http://[::192.0.2.01]/", offset: 7, char: '['},
}

func TestCheckURI(t *testing.T) {
	for _, tt := range checkURITests {
		t.Run(tt.name, func(t *testing.T) {
			for _, mode := range []struct {
				check func(string) error
				valid bool
				iri   bool
			}{{vocab.CheckURI, tt.uri, false}, {vocab.CheckIRI, tt.iri, true}} {
				err := mode.check(tt.in)
				if mode.valid {
					if err != nil {
						t.Errorf("IRI=%v: %v", mode.iri, err)
					}
					continue
				}
				var ue *vocab.URIError
				if !errors.As(err, &ue) {
					t.Fatalf("IRI=%v: got %v, want a *URIError", mode.iri, err)
				}
				if ue.Offset != tt.offset || ue.Char != tt.char || ue.IRI != mode.iri || ue.Input != tt.in {
					t.Errorf("IRI=%v: got %+v, want offset %d and character %q", mode.iri, ue, tt.offset, tt.char)
				}
				if !strings.Contains(err.Error(), tt.reason) {
					t.Errorf("message %q does not contain %q", err, tt.reason)
				}
			}
		})
	}
}

func TestCheckURIShortensALongInputInItsMessage(t *testing.T) {
	err := vocab.CheckURI("http://e/" + strings.Repeat("é", 100_000))
	if err == nil || len(err.Error()) > 1000 {
		t.Fatalf("message of %d bytes", len(err.Error()))
	}
}

func TestCheckURIDoesNotAllocateForAURI(t *testing.T) {
	for _, tt := range checkURITests {
		if !tt.iri {
			continue
		}
		if n := testing.AllocsPerRun(100, func() {
			if err := vocab.CheckIRI(tt.in); err != nil {
				t.Error(err)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", tt.in, n)
		}
	}
}

// slowURI is the grammar of RFC 3986, appendix A, written down as it stands there.
func slowURI() *regexp.Regexp {
	const (
		pct        = `%[0-9A-Fa-f]{2}`
		unreserved = `[A-Za-z0-9\-._~]`
		sub        = `[!$&'()*+,;=]`
		pchar      = `(?:` + unreserved + `|` + pct + `|` + sub + `|[:@])`
		h16        = `[0-9A-Fa-f]{1,4}`
		octet      = `(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]|[0-9])`
		ipv4       = octet + `\.` + octet + `\.` + octet + `\.` + octet
		ls32       = `(?:` + h16 + `:` + h16 + `|` + ipv4 + `)`
		ipv6       = `(?:` +
			`(?:` + h16 + `:){6}` + ls32 +
			`|::(?:` + h16 + `:){5}` + ls32 +
			`|(?:` + h16 + `)?::(?:` + h16 + `:){4}` + ls32 +
			`|(?:(?:` + h16 + `:){0,1}` + h16 + `)?::(?:` + h16 + `:){3}` + ls32 +
			`|(?:(?:` + h16 + `:){0,2}` + h16 + `)?::(?:` + h16 + `:){2}` + ls32 +
			`|(?:(?:` + h16 + `:){0,3}` + h16 + `)?::` + h16 + `:` + ls32 +
			`|(?:(?:` + h16 + `:){0,4}` + h16 + `)?::` + ls32 +
			`|(?:(?:` + h16 + `:){0,5}` + h16 + `)?::` + h16 +
			`|(?:(?:` + h16 + `:){0,6}` + h16 + `)?::)`
		future    = `[vV][0-9A-Fa-f]+\.(?:` + unreserved + `|` + sub + `|:)+`
		regName   = `(?:` + unreserved + `|` + pct + `|` + sub + `)*`
		host      = `(?:\[(?:` + ipv6 + `|` + future + `)\]|` + ipv4 + `|` + regName + `)`
		userinfo  = `(?:` + unreserved + `|` + pct + `|` + sub + `|:)*`
		authority = `(?:` + userinfo + `@)?` + host + `(?::[0-9]*)?`
		segments  = `(?:/` + pchar + `*)*`
		hier      = `(?://` + authority + segments + `|/(?:` + pchar + `+` + segments + `)?|` + pchar + `+` + segments + `|)`
		tail      = `(?:` + pchar + `|[/?])*`
	)
	return regexp.MustCompile(`\A[A-Za-z][A-Za-z0-9+\-.]*:` + hier + `(?:\?` + tail + `)?(?:#` + tail + `)?\z`)
}

func FuzzCheckURIAgreesWithTheGrammar(f *testing.F) {
	for _, tt := range checkURITests {
		f.Add(tt.in)
	}
	grammar := slowURI()
	f.Fuzz(func(t *testing.T, s string) {
		err := vocab.CheckURI(s)
		if want := grammar.MatchString(s); (err == nil) != want {
			t.Fatalf("%q: CheckURI says %v, the grammar says %v", s, err, want)
		}
		if err == nil && vocab.CheckIRI(s) != nil {
			t.Fatalf("%q is a URI and no IRI", s)
		}
	})
}
