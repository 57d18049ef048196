package negotiate_test

import (
	"slices"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
)

func TestLanguageIsLookedUp(t *testing.T) {
	both := []string{"nl", "en"}
	tests := []struct {
		name     string
		accept   []string
		offered  []string
		fallback string
		want     string
	}{
		{"A4-03 case does not count and the offered tag comes back", []string{"nl-be,nl-nl;q=0.7"}, []string{"en", "nl-BE"}, "en", "nl-BE"},
		{"A4-03 an unknown language is the fallback", []string{"fr"}, []string{"nl"}, "nl", "nl"},
		{"no header is the fallback", nil, both, "en", "en"},
		{"an empty header is the fallback", []string{""}, both, "en", "en"},
		{"nothing offered is the fallback", []string{"nl"}, nil, "en", "en"},
		{"the first of equals", []string{"en, nl"}, both, "nl", "en"},
		{"the heavier one", []string{"en;q=0.1, nl;q=0.9"}, both, "en", "nl"},
		{"several lines are one list", []string{"en;q=0.1", "nl;q=0.9"}, both, "en", "nl"},
		{"a longer range is shortened", []string{"nl-BE-x-twain"}, both, "en", "nl"},
		{"a single letter goes with what it introduces", []string{"zh-Hant-u-co"}, []string{"zh-Hant-u", "zh"}, "zh", "zh"},
		{"a shortened range still beats a lighter one", []string{"nl-BE, en;q=0.9"}, both, "en", "nl"},
		{"an exact lighter range waits", []string{"de, en;q=0.5, nl;q=0.4"}, both, "nl", "en"},
		{"a range that begins a tag finds it", []string{"nl"}, []string{"en", "nl-BE"}, "en", "nl-BE"},
		{"a range that begins a word is not a match", []string{"n"}, []string{"en", "nl-BE"}, "en", "en"},
		{"anything is the fallback", []string{"*"}, both, "en", "en"},
		{"anything else passes over what is named", []string{"*, en;q=0.1"}, both, "en", "nl"},
		{"a named language beats anything", []string{"nl, *;q=0.5"}, both, "en", "nl"},
		{"a named group beats lighter anything", []string{"nl, *;q=0.5"}, []string{"en", "nl-BE"}, "en", "nl-BE"},
		{"anything that is all named goes on", []string{"*, en;q=0.1, nl;q=0.2"}, both, "en", "nl"},
		{"zero refuses", []string{"nl;q=0, *"}, both, "nl", "en"},
		{"zero alone refuses the fallback", []string{"nl;q=0"}, both, "nl", "en"},
		{"zero for all is the fallback all the same", []string{"*;q=0"}, both, "nl", "nl"},
		{"a longer range beats the refusal of a shorter", []string{"nl;q=0, nl-BE"}, []string{"nl", "nl-BE", "en"}, "en", "nl-BE"},
		{"lookup does not shorten into a refusal", []string{"nl-BE, nl;q=0"}, both, "en", "en"},
		{"a malformed tag is ignored", []string{"n_l, toolonglanguage, 12, -nl, nl-, en"}, both, "nl", "en"},
		{"a malformed weight is ignored", []string{"nl;q=2, nl;x=1, en;q=0.1"}, both, "nl", "en"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := negotiate.Language(test.accept, test.offered, test.fallback); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestLanguageAllocatesNothing(t *testing.T) {
	accept, offered := []string{"fr-BE, nl-be;q=0.7, *;q=0.1"}, []string{"nl", "en"}
	if n := testing.AllocsPerRun(100, func() { negotiate.Language(accept, offered, "en") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzLanguage(f *testing.F) {
	for _, seed := range []string{"", "nl-be,nl-nl;q=0.7", "*;q=0", "a-b-c-d-e-f;q=.1,*", "zh-Hant-x-y", "nl;q=0.0001, -, nl--x"} {
		f.Add(seed)
	}
	offered := []string{"nl", "nl-BE", "en"}
	f.Fuzz(func(t *testing.T, accept string) {
		if got := negotiate.Language([]string{accept}, offered, "de"); got != "de" && !slices.Contains(offered, got) {
			t.Fatalf("%q is neither offered nor the fallback", got)
		}
	})
}
