package vocab_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
)

func TestClosest(t *testing.T) {
	names := []string{"minCount", "maxCount", "minLength", "pattern", "in", "class"}
	tests := []struct {
		name, word, want string
		found            bool
	}{
		{"a missing letter", "mnCount", "minCount", true},
		{"a wrong case", "mincount", "minCount", true},
		{"two letters swapped", "patetrn", "pattern", true},
		{"a plural", "classes", "class", true},
		{"the nearer of two", "maxCoun", "maxCount", true},
		{"a short word by one letter", "inn", "in", true},
		{"something else altogether", "colour", "", false},
		{"nothing", "", "", false},
		{"a very long word", strings.Repeat("x", 10_000), "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := vocab.Closest(tt.word, names)
			if got != tt.want || ok != tt.found {
				t.Errorf("got %q, %v, want %q, %v", got, ok, tt.want, tt.found)
			}
		})
	}
}

func FuzzClosestNeverPanics(f *testing.F) {
	f.Add("minCount", "maxCount")
	f.Add(strings.Repeat("a", 64), strings.Repeat("İ", 64))
	f.Fuzz(func(t *testing.T, word, candidate string) {
		got, ok := vocab.Closest(word, []string{candidate})
		if ok && got != candidate {
			t.Fatalf("suggested %q, which is no candidate", got)
		}
	})
}
