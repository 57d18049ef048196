package link_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/link"
)

func TestAppendLinkWritesTheFormThatClientsRead(t *testing.T) {
	tests := []struct {
		name, target, rel string
		params            []string
		want              string
	}{
		{
			"one space, quotes, rel first", "https://api.example.org/documentation", "http://www.w3.org/ns/hydra/core#apiDocumentation", nil,
			`<https://api.example.org/documentation>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`,
		},
		{
			"the context of plain JSON", "/api/contexts/Event.0a1b.jsonld", "http://www.w3.org/ns/json-ld#context",
			[]string{"type", "application/ld+json"},
			`</api/contexts/Event.0a1b.jsonld>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
		},
		{"a query stays as it is", "/api/events?page=2&startDate=gte:2019-01-01&a=b%2Cc", "next", nil, `</api/events?page=2&startDate=gte:2019-01-01&a=b%2Cc>; rel="next"`},
		{"several relations", "/a", "first prev", nil, `</a>; rel="first prev"`},
		{"several parameters", "/a", "alternate", []string{"type", "text/turtle", "hreflang", "nl-BE"}, `</a>; rel="alternate"; type="text/turtle"; hreflang="nl-BE"`},
		{"an anchor is a reference", "/a", "self", []string{"anchor", "/é>"}, `</a>; rel="self"; anchor="/%C3%A9%3E"`},
		{"a plain title", "/a", "self", []string{"title", `say "a\b"`}, `</a>; rel="self"; title="say \"a\\b\""`},
		{"a title outside ASCII", "/a", "self", []string{"title", "Één, twee"}, `</a>; rel="self"; title*=UTF-8''%C3%89%C3%A9n%2C%20twee`},
		{"a title with a control", "/a", "self", []string{"title", "a\x00b"}, `</a>; rel="self"; title*=UTF-8''a%00b`},
		{"a name alone", "/a", "self", []string{"crossorigin"}, `</a>; rel="self"; crossorigin`},
		{"a second rel is left out", "/a", "self", []string{"REL", "evil", "type", "text/csv"}, `</a>; rel="self"; type="text/csv"`},
		{"a name that is none is left out", "/a", "self", []string{"a; rel", "evil", "", "x", "bad name"}, `</a>; rel="self"`},

		{"C7 NUL in the target", "/a\x00b", "self", nil, `</a%00b>; rel="self"`},
		{"C7 DEL in the target", "/a\x7fb", "self", nil, `</a%7Fb>; rel="self"`},
		{"C7 line breaks in the target", "/a\r\nSet-Cookie: x", "self", nil, `</a%0D%0ASet-Cookie:%20x>; rel="self"`},
		{"C7 raw UTF-8 in the target", "/é", "self", nil, `</%C3%A9>; rel="self"`},
		{"C7 broken UTF-8 in the target", "/\xff", "self", nil, `</%FF>; rel="self"`},
		{"C7 a second link in the target", `/a>; rel="evil", </b`, "self", nil, `</a%3E;%20rel=%22evil%22,%20%3C/b>; rel="self"`},
		{"C7 a second link in the relation", "/a", `self", </b>; rel="evil`, nil, `</a>; rel="self%22, %3C/b%3E; rel=%22evil"`},
		{"C7 controls in the relation", "/a", "self\x00\r\n\x7fé\\", nil, `</a>; rel="self%00%0D%0A%7F%C3%A9%5C"`},
		{"C7 a second link in a parameter", "/a", "self", []string{"type", `text/html", </b>; rel="evil`}, `</a>; rel="self"; type="text/html\", </b>; rel=\"evil"`},
		{"C7 controls in a parameter", "/a", "self", []string{"type", "a\x00\r\n\x7fé\\"}, `</a>; rel="self"; type="a%00%0D%0A%7F%C3%A9\\"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(link.AppendLink(nil, test.target, test.rel, test.params...)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestAppendLinkKeepsWhatIsThere(t *testing.T) {
	if got := string(link.AppendLink([]byte("</a>, "), "/b", "next")); got != `</a>, </b>; rel="next"` {
		t.Errorf("got %s", got)
	}
}

func TestAppendLinkAllocatesNothing(t *testing.T) {
	dst := make([]byte, 0, 512)
	if n := testing.AllocsPerRun(100, func() {
		link.AppendLink(dst, "/api/events?page=2", "next", "title", "Één", "type", "text/turtle")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// readLink takes a value apart as RFC 8288 appendix B.2 does, and reports whether it is exactly one link.
func readLink(value string) (target, rel string, one bool) {
	target, rest, ok := strings.Cut(strings.TrimPrefix(value, "<"), ">")
	if !ok || value[0] != '<' || strings.ContainsAny(target, "< \"") {
		return "", "", false
	}
	for rest != "" {
		after, ok := strings.CutPrefix(rest, "; ")
		if !ok {
			return "", "", false
		}
		end := strings.IndexAny(after, "=;")
		if end < 0 || after[end] == ';' { // a name alone
			rest = after[max(end, 0):]
			if end < 0 {
				rest = ""
			}
			continue
		}
		name, quoted := after[:end], after[end+1:]
		if strings.HasSuffix(name, "*") {
			if end = strings.IndexByte(quoted, ';'); end < 0 {
				end = len(quoted)
			}
			if strings.ContainsAny(quoted[:end], `", <>`) {
				return "", "", false
			}
			rest = quoted[end:]
			continue
		}
		text, remains, closed := readQuoted(quoted)
		if !closed || name == "rel" && rel != "" {
			return "", "", false
		}
		if name == "rel" {
			rel = text
		}
		rest = remains
	}
	return target, rel, true
}

func readQuoted(s string) (text, rest string, closed bool) {
	if s == "" || s[0] != '"' {
		return "", "", false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return s[1:i], s[i+1:], true
		}
	}
	return "", "", false
}

func FuzzAppendLink(f *testing.F) {
	f.Add("/a", "next", "title", "Één")
	f.Add(`/a>; rel="evil", </b`, `self", </b>; rel="evil`, "type", `x", </b>; rel="evil\`)
	f.Add("\x00\x7f\r\n", "\\", "anchor", "é>\"")
	f.Add("", "a", "rel", "b")
	f.Fuzz(func(t *testing.T, target, rel, name, value string) {
		got := string(link.AppendLink(nil, target, rel, name, value))
		for i := range len(got) {
			if got[i] < ' ' || got[i] > '~' {
				t.Fatalf("byte %#x in %q", got[i], got)
			}
		}
		_, relation, one := readLink(got)
		if !one {
			t.Fatalf("%q is not one link", got)
		}
		if plain := strings.Trim(rel, "abcdefghijklmnopqrstuvwxyz:/#."); plain == "" && relation != rel {
			t.Fatalf("relation %q was written as %q", rel, relation)
		}
	})
}
