package prefer_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/prefer"
)

func TestLenientReadsTheFirstHandling(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  bool
	}{
		{"no preference", nil, false},
		{"an empty line", []string{""}, false},
		{"lenient", []string{"handling=lenient"}, true},
		{"strict", []string{"handling=strict"}, false},
		{"an unknown handling", []string{"handling=careless"}, false},
		{"handling without value", []string{"handling"}, false},
		{"case does not count", []string{"Handling=LENIENT"}, true},
		{"a quoted value", []string{`handling="lenient"`}, true},
		{"white space around the equals sign", []string{"handling = lenient"}, true},
		{"parameters say nothing", []string{"handling=lenient; foo=bar"}, true},
		{"beside other preferences", []string{"respond-async, wait=10, handling=lenient"}, true},
		{"on another line", []string{"return=minimal", "handling=lenient"}, true},
		{"the first of two counts", []string{"handling=strict, handling=lenient"}, false},
		{"the first of two lines counts", []string{"handling=lenient", "handling=strict"}, true},
		{"a parameter is no preference", []string{"return=minimal; handling=lenient"}, false},
		{"inside quotes it is no preference", []string{`foo="a, handling=lenient"`}, false},
		{"a malformed preference is ignored", []string{`handling="lenient, handling=lenient`}, false},
		{"a malformed preference in front is ignored", []string{"handling=le nient, handling=lenient"}, true},
		{"a longer name is another preference", []string{"handlings=lenient"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := prefer.Lenient(test.lines); got != test.want {
				t.Errorf("Prefer %q: got %v", test.lines, got)
			}
		})
	}
}

func TestLenientAllocatesNothing(t *testing.T) {
	lines := []string{`return=minimal; a="b", handling="lenient"`}
	if n := testing.AllocsPerRun(100, func() { prefer.Lenient(lines) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzLenient(f *testing.F) {
	for _, seed := range []string{"", "handling=lenient", `handling="len\ient"`, "a;b=c,handling = strict;", `"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if prefer.Lenient([]string{"handling=strict", line}) {
			t.Fatalf("%q overrules the first handling", line)
		}
		if !prefer.Lenient([]string{"handling=lenient", line}) {
			t.Fatalf("%q overrules the first handling", line)
		}
	})
}
