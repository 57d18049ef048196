package tag_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/tag"
)

func TestItemsAreRead(t *testing.T) {
	for _, row := range []struct {
		name, tag string
		want      []tag.Item
	}{
		{"an empty tag has no items", "", nil},
		{"a name alone", "closed", []tag.Item{{Name: "closed"}}},
		{"a name with a value", "minCount=1", []tag.Item{{Name: "minCount", Values: []string{"1"}}}},
		{"several items", "a=1;b;c=2", []tag.Item{{Name: "a", Values: []string{"1"}}, {Name: "b"}, {Name: "c", Values: []string{"2"}}}},
		{"several values", "in=x|y|z", []tag.Item{{Name: "in", Values: []string{"x", "y", "z"}}}},
		{"escapes", `in=a\;b|c\|d|e\\f|g\=h`, []tag.Item{{Name: "in", Values: []string{"a;b", "c|d", `e\f`, "g=h"}}}},
		{"an equals sign in a value needs no escape", "in=a=b", []tag.Item{{Name: "in", Values: []string{"a=b"}}}},
		{"spaces inside a value stay", "in= a b |c", []tag.Item{{Name: "in", Values: []string{" a b ", "c"}}}},
		{"letters of any alphabet in a value", "in=één|日本", []tag.Item{{Name: "in", Values: []string{"één", "日本"}}}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := tag.Parse(row.tag)
			if err != nil || !reflect.DeepEqual(got, row.want) {
				t.Errorf("got %q %v, want %q", got, err, row.want)
			}
		})
	}
}

func TestWhatIsNoItemIsRefused(t *testing.T) {
	for _, row := range []struct{ name, tag, want string }{
		{"a semicolon alone", ";", "item 1: nothing stands beside the semicolon"},
		{"a semicolon at the end", "a;", "item 2: nothing stands"},
		{"two semicolons", "a;;b", "item 2: nothing stands"},
		{"a space before a name", "a; b", `item 2: " b" does not begin with a name`},
		{"a space behind a name", "a =1", `item 1: "a =1"`},
		{"no name", "=1", "does not begin with a name"},
		{"a digit in a name", "a1=1", "does not begin with a name"},
		{"no value", "a=", "item 1: a: a value is missing"},
		{"no value before a semicolon", "a=;b", "a value is missing"},
		{"no value after a bar", "a=b|", "a value is missing"},
		{"no value between bars", "a=b||c", "a value is missing"},
		{"an unknown escape", `a=\n`, "a backslash stands before"},
		{"a backslash at the end", `a=b\`, "a backslash stands before"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := tag.Parse(row.tag)
			if err == nil || got != nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %q %v, want an error with %q", got, err, row.want)
			}
		})
	}
}

func TestPairsAreRead(t *testing.T) {
	got, err := tag.Scan(`json:"a"  sh:"x=\"y\"" doc-nl:"é"`)
	want := []tag.Pair{{"json", "a"}, {"sh", `x="y"`}, {"doc-nl", "é"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %q %v, want %q", got, err, want)
	}
	if text := got[1].String(); text != `sh:"x=\"y\""` {
		t.Errorf("the pair is written %s", text)
	}
}

func TestWhatGetWouldSkipIsAnError(t *testing.T) {
	for _, row := range []struct{ name, tag, want string }{
		{"no quotes", `json:"a" sh:b`, `"sh:b" is not of the form`},
		{"a space behind the colon", `sh: "b"`, "not of the form"},
		{"no colon", `sh`, "not of the form"},
		{"no key", `:"b"`, "not of the form"},
		{"single quotes", `sh:'b'`, "not of the form"},
		{"no closing quote", `sh:"b`, "no closing quote"},
		{"a wrong escape", `pattern:"\d"`, "a backslash is written twice"},
		{"a comma between pairs", `json:"a",sh:"b"`, `key ",sh" has a comma`},
		{"a key twice", `sh:"a" sh:"b"`, `key "sh" stands twice`},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := tag.Scan(reflect.StructTag(row.tag))
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want an error with %q", err, row.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "minCount=1;maxLength=3", "closed", `in=a\;b|c\|d|e\\f|g\=h`, "a;;b", "a=", `a=\`, "in= x |é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		items, err := tag.Parse(s)
		if err != nil {
			return
		}
		again, err := tag.Parse(tag.Format(items))
		if err != nil || !reflect.DeepEqual(items, again) {
			t.Errorf("%q is read as %q, written as %q, and read as %q %v", s, items, tag.Format(items), again, err)
		}
	})
}

func FuzzScan(f *testing.F) {
	for _, seed := range []string{"", `json:"a" sh:"b"`, `sh:b`, `pattern:"\\d"`, `a:"b`, `:"x"`, ` a:"b" `} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pairs, err := tag.Scan(reflect.StructTag(s))
		if err != nil {
			return
		}
		for _, pair := range pairs {
			if got, ok := reflect.StructTag(s).Lookup(pair.Key); !ok || got != pair.Value {
				t.Errorf("%q: key %q is %q here and %q (%v) to package reflect", s, pair.Key, pair.Value, got, ok)
			}
		}
	})
}
