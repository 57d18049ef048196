package conditional_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/conditional"
)

func TestPreconditionsNameAnEntityTag(t *testing.T) {
	tests := []struct {
		name         string
		lines        []string
		etag         string
		weak, strong bool // MatchNone, Match
	}{
		{"the same tag", []string{`"a"`}, `"a"`, true, true},
		{"another tag", []string{`"b"`}, `"a"`, false, false},
		{"case counts", []string{`"A"`}, `"a"`, false, false},
		{"a prefix is another tag", []string{`"ab"`}, `"a"`, false, false},
		{"one of a list", []string{`"b", "a"`}, `"a"`, true, true},
		{"one of a list without spaces", []string{`"b","a","c"`}, `"a"`, true, true},
		{"one of several lines", []string{`"b"`, `"a"`}, `"a"`, true, true},
		{"a weak tag asked for", []string{`W/"a"`}, `"a"`, true, false},
		{"a weak tag there", []string{`"a"`}, `W/"a"`, true, false},
		{"weak on both sides", []string{`W/"a"`}, `W/"a"`, true, false},
		{"a weak and a strong tag asked for", []string{`W/"a", "a"`}, `"a"`, true, true},
		{"a small w is malformed", []string{`w/"a"`}, `"a"`, false, false},
		{"a comma inside a tag", []string{`"b,c", "a,b"`}, `"a,b"`, true, true},
		{"a comma inside a tag does not make two", []string{`"x","a","y"`}, `","`, false, false},
		{"an empty tag", []string{`""`}, `""`, true, true},
		{"bytes outside ASCII", []string{"\"\xe9\""}, "\"\xe9\"", true, true},

		{"anything", []string{"*"}, `"a"`, true, true},
		{"anything with spaces", []string{" * "}, `"a"`, true, true},
		{"anything and a weak tag there", []string{"*"}, `W/"a"`, true, true},
		{"anything beside an empty line", []string{"", "*"}, `"a"`, true, true},
		{"anything in a list is malformed", []string{`*, "b"`}, `"a"`, false, false},
		{"anything beside another line is malformed", []string{"*", `"b"`}, `"a"`, false, false},
		{"anything twice is malformed", []string{"*", "*"}, `"a"`, false, false},
		{"anything where nothing is", []string{"*"}, "", false, false},

		{"no line", nil, `"a"`, false, false},
		{"an empty line", []string{""}, `"a"`, false, false},
		{"commas", []string{",, ,"}, `"a"`, false, false},
		{"empty elements around the tag", []string{`, ,"a",`}, `"a"`, true, true},
		{"no quotes", []string{"a"}, `"a"`, false, false},
		{"no quotes in front of the tag", []string{`b, "a"`}, `"a"`, true, true},
		{"quotes that do not close", []string{`"b, "a`}, `"a"`, false, false},
		{"text behind the quotes", []string{`"a"b`}, `"a"`, false, false},
		{"text behind the quotes in front of the tag", []string{`"b"c, "a"`}, `"a"`, true, true},
		{"two tags without comma", []string{`"a" "b"`}, `"a"`, false, false},
		{"a space inside the tag", []string{`"a b"`}, `"a b"`, false, false},
		{"a tag there without quotes", []string{`"a"`}, "a", false, false},
		{"a tag there with a quote inside", []string{`"a"b"`}, `"a"b"`, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := conditional.MatchNone(test.lines, test.etag); got != test.weak {
				t.Errorf("MatchNone(%q, %s) = %v", test.lines, test.etag, got)
			}
			if got := conditional.Match(test.lines, test.etag); got != test.strong {
				t.Errorf("Match(%q, %s) = %v", test.lines, test.etag, got)
			}
		})
	}
}

func TestPreconditionsAreReadToALimit(t *testing.T) {
	padding := strings.Repeat(`"b",`, conditional.MaxBytes/4-1)
	if !conditional.Match([]string{padding, `"a"`}, `"a"`) {
		t.Error("the last tag within the limit should count")
	}
	if conditional.Match([]string{padding, `"b",`, `"a"`}, `"a"`) {
		t.Error("a tag beyond the limit should not count")
	}
}

func TestAppendETagWritesOneStrongTag(t *testing.T) {
	tests := []struct{ name, version, want string }{
		{"a number", "7", `"7.00000000deadbeef"`},
		{"a time", "2026-01-01T12:00:00Z", `"2026-01-01T12:00:00Z.00000000deadbeef"`},
		{"nothing", "", `".00000000deadbeef"`},
		{"what would break out", "a\", W/\"b\\\r\n\x00é%22", `"a%22%2C%20W/%22b%5C%0D%0A%00%C3%A9%2522.00000000deadbeef"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := string(conditional.AppendETag(nil, test.version, 0xdeadbeef))
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if !conditional.Match([]string{`"x", ` + got}, got) {
				t.Errorf("%s does not match itself", got)
			}
		})
	}
}

func TestNothingIsAllocated(t *testing.T) {
	lines, dst := []string{`"b", W/"c"`, `"7.00000000deadbeef"`}, make([]byte, 0, 64)
	if n := testing.AllocsPerRun(100, func() {
		conditional.AppendETag(dst, "7", 0xdeadbeef)
		conditional.MatchNone(lines, `"7.00000000deadbeef"`)
		conditional.Match(lines, `"7.00000000deadbeef"`)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzPrecondition(f *testing.F) {
	for _, seed := range []string{"", "*", `"a"`, `W/"a", "b"`, `"a"b,"`, `, "a,b" ,`, `W/`, `"\"`} {
		f.Add(seed, "a")
	}
	f.Fuzz(func(t *testing.T, line, version string) {
		etag := string(conditional.AppendETag(nil, version, 1))
		if conditional.Match([]string{line}, etag) && !conditional.MatchNone([]string{line}, etag) {
			t.Fatalf("%q matches %s by strong comparison only", line, etag)
		}
		if conditional.MatchNone([]string{line}, etag) && strings.TrimSpace(line) != "*" && !strings.Contains(line, etag) {
			t.Fatalf("%q does not hold %s", line, etag)
		}
		if len(etag) < conditional.MaxBytes-8 && !conditional.Match([]string{`"x", ` + etag + " ,"}, etag) {
			t.Fatalf("%s does not match itself", etag)
		}
	})
}
