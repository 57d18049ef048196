package tag

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Pair is one key:"value" of a struct tag.
type Pair struct {
	Key, Value string
}

// String writes the pair as it stands in a struct tag.
func (p Pair) String() string { return p.Key + ":" + strconv.Quote(p.Value) }

// Scan splits a struct tag into its pairs, in order. A tag that does not keep to the convention of [reflect.StructTag],
// and a key that stands twice, are errors; the pairs before the error are returned with it.
func Scan(t reflect.StructTag) ([]Pair, error) {
	var pairs []Pair
	seen := map[string]bool{}
	for s := strings.TrimLeft(string(t), " "); s != ""; s = strings.TrimLeft(s, " ") {
		n := strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r == ':' || r == '"' || r == 0x7f })
		if n <= 0 || n+1 >= len(s) || s[n] != ':' || s[n+1] != '"' {
			return pairs, fmt.Errorf("%q is not of the form key:\"value\", and what follows it would be ignored", s)
		}
		key := s[:n]
		quoted, err := strconv.QuotedPrefix(s[n+1:])
		if err != nil {
			return pairs, fmt.Errorf("the value of key %q has no closing quote or a wrong escape (a backslash is written twice inside the quotes)", key)
		}
		value, err := strconv.Unquote(quoted)
		if err != nil {
			return pairs, fmt.Errorf("the value of key %q: %w", key, err)
		}
		if strings.Contains(key, ",") {
			return pairs, fmt.Errorf("key %q has a comma: pairs are separated by spaces", key)
		}
		if seen[key] {
			return pairs, fmt.Errorf("key %q stands twice, and the second would be ignored: write it once", key)
		}
		seen[key] = true
		pairs = append(pairs, Pair{Key: key, Value: value})
		s = s[n+1+len(quoted):]
	}
	return pairs, nil
}
