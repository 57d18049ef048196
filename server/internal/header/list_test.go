package header_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/header"
)

func elements(lines ...string) []string {
	var all []string
	list := header.Split(lines)
	for element, ok := list.Next(); ok; element, ok = list.Next() {
		all = append(all, element)
	}
	return all
}

func TestSplitWalksTheElementsOfAList(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string
	}{
		{"no line has no element", nil, nil},
		{"an empty line has no element", []string{""}, nil},
		{"white space is trimmed", []string{" a ,\tb\t"}, []string{"a", "b"}},
		{"empty elements are skipped", []string{",, a,,b ,"}, []string{"a", "b"}},
		{"several lines are one list", []string{"a,b", "", "c"}, []string{"a", "b", "c"}},
		{"a comma inside quotes does not separate", []string{`a="x,y", b`}, []string{`a="x,y"`, "b"}},
		{"an escaped quote does not end the quotes", []string{`a="x\",y", b`}, []string{`a="x\",y"`, "b"}},
		{"quotes that never close reach to the end of the line", []string{`a="x, b`, "c"}, []string{`a="x, b`, "c"}},
		{"a backslash at the very end is kept", []string{`a="\`}, []string{`a="\`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := elements(test.lines...); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestSplitStopsAfterMaxElements(t *testing.T) {
	if got := len(elements(strings.Repeat("a,", 200), "b")); got != header.MaxElements {
		t.Errorf("got %d elements, want %d", got, header.MaxElements)
	}
}

func TestSplitDropsTheElementThatCrossesMaxBytes(t *testing.T) {
	long := strings.Repeat("x", header.MaxBytes-4)
	if got := elements(long+",b;q=0.5", "c"); len(got) != 1 || got[0] != long {
		t.Errorf("got %d elements, want the one in front of the limit", len(got))
	}
	if got := elements("a", strings.Repeat("x", header.MaxBytes-1), "c"); len(got) != 2 {
		t.Errorf("got %d elements, want the two that fit exactly", len(got))
	}
}

func TestCutParametersReadsEachParameter(t *testing.T) {
	type parameter struct {
		name, value string
		wellFormed  bool
	}
	tests := []struct {
		name, element, head string
		want                []parameter
	}{
		{"no parameter", "text/html", "text/html", nil},
		{"white space around the semicolon", "text/html ; a=b ;c=d", "text/html", []parameter{{"a", "b", true}, {"c", "d", true}}},
		{"an empty parameter is skipped", "text/html;;a=b;", "text/html", []parameter{{"a", "b", true}}},
		{"a name alone has an empty value", "x;a", "x", []parameter{{"a", "", true}}},
		{"a quoted value keeps its quotes", `x;a="b;c"`, "x", []parameter{{"a", `"b;c"`, true}}},
		{"white space around the equals sign", "x;a = b", "x", []parameter{{"a", "b", true}}},
		{"a value with a space is malformed", "x;a=b c", "x", []parameter{{"a", "b c", false}}},
		{"an open quote is malformed", `x;a="b`, "x", []parameter{{"a", `"b`, false}}},
		{"text after the closing quote is malformed", `x;a="b"c`, "x", []parameter{{"a", `"b"c`, false}}},
		{"an empty name is malformed", "x;=b", "x", []parameter{{"", "b", false}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			head, rest := header.CutParameters(test.element)
			var got []parameter
			for name, value, wellFormed, ok := rest.Next(); ok; name, value, wellFormed, ok = rest.Next() {
				got = append(got, parameter{name, value, wellFormed})
			}
			if head != test.head || !slices.Equal(got, test.want) {
				t.Errorf("got %q %+v, want %q %+v", head, got, test.head, test.want)
			}
		})
	}
}

func TestEqualValueReadsQuotesAndEscapes(t *testing.T) {
	tests := []struct {
		value, want string
		same, fold  bool
	}{
		{"lenient", "lenient", true, true},
		{"Lenient", "lenient", false, true},
		{`"lenient"`, "lenient", true, true},
		{`"len\ient"`, "lenient", true, true},
		{`"a\"b"`, `a"b`, true, true},
		{`"lenien"`, "lenient", false, false},
		{`"lenients"`, "lenient", false, false},
		{"", "lenient", false, false},
		{`""`, "", true, true},
	}
	for _, test := range tests {
		if got := header.EqualValue(test.value, test.want); got != test.same {
			t.Errorf("EqualValue(%s, %s) = %v", test.value, test.want, got)
		}
		if got := header.EqualValueFold(test.value, test.want); got != test.fold {
			t.Errorf("EqualValueFold(%s, %s) = %v", test.value, test.want, got)
		}
	}
}

func TestEqualFoldStaysInsideASCII(t *testing.T) {
	if !header.EqualFold("nl-BE", "NL-be") {
		t.Error("case should not count")
	}
	if header.EqualFold("\u212a", "k") || header.EqualFold("a", "ab") || header.EqualFold("@", "`") {
		t.Error("only letters have a case, and only ASCII ones")
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("text/html;q=0.5, */*", "a")
	f.Add(`a="x,\"y", b;;c="`, `"`)
	f.Add("\\,\",", ",")
	f.Fuzz(func(t *testing.T, first, second string) {
		for _, element := range elements(first, second) {
			if element == "" || element != header.TrimSpace(element) {
				t.Fatalf("element %q is empty or not trimmed", element)
			}
			if !strings.Contains(first, element) && !strings.Contains(second, element) {
				t.Fatalf("element %q is in neither line", element)
			}
			_, rest := header.CutParameters(element)
			for name, value, wellFormed, ok := rest.Next(); ok; name, value, wellFormed, ok = rest.Next() {
				if wellFormed && !header.IsToken(name) {
					t.Fatalf("%q is no name", name)
				}
				header.EqualValueFold(value, name)
			}
		}
	})
}
