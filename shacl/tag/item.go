package tag

import (
	"errors"
	"fmt"
	"strings"
)

// Item is one item of an `sh` tag: a name alone, or a name with one or more values.
type Item struct {
	// Name is made of ASCII letters.
	Name string
	// Values are the values without their escapes, none of them empty; nil when the name stands alone.
	Values []string
}

// String writes the item as [Parse] reads it, with the escapes it needs and no others.
func (i Item) String() string {
	var b strings.Builder
	b.WriteString(i.Name)
	for n, v := range i.Values {
		if n == 0 {
			b.WriteByte('=')
		} else {
			b.WriteByte('|')
		}
		b.WriteString(escape(v))
	}
	return b.String()
}

// Format writes items as [Parse] reads them.
func Format(items []Item) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = item.String()
	}
	return strings.Join(texts, ";")
}

func escape(value string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `|`, `\|`).Replace(value)
}

// Parse reads the value of an `sh` tag. An empty tag has no items. The error says which item is wrong and what would be
// right.
func Parse(s string) ([]Item, error) {
	if s == "" {
		return nil, nil
	}
	var items []Item
	for more := true; more; {
		var item Item
		var err error
		item, s, more, err = next(s)
		if err != nil {
			return nil, fmt.Errorf("item %d: %w", len(items)+1, err)
		}
		items = append(items, item)
	}
	return items, nil
}

// next reads one item. More says that another one must follow.
func next(s string) (item Item, rest string, more bool, err error) {
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	item.Name, rest = s[:n], s[n:]
	switch {
	case item.Name == "" && (rest == "" || rest[0] == ';'):
		return item, rest, false, errors.New("nothing stands beside the semicolon: remove it")
	case rest == "":
		return item, "", false, nil
	case rest[0] == ';':
		return item, rest[1:], true, nil
	case item.Name == "" || rest[0] != '=':
		bad, _, _ := strings.Cut(s, ";")
		return item, rest, false, fmt.Errorf("%q does not begin with a name: an item is name or name=value, without spaces, and items are separated by semicolons", bad)
	}
	for sep := byte('|'); sep == '|'; {
		var value string
		value, rest, sep, err = nextValue(rest[1:])
		if err != nil {
			return item, rest, false, fmt.Errorf("%s: %w", item.Name, err)
		}
		item.Values = append(item.Values, value)
		more = sep == ';'
	}
	if more {
		rest = rest[1:]
	}
	return item, rest, more, nil
}

// nextValue reads one value up to the separator that rest begins with, 0 at the end.
func nextValue(s string) (value, rest string, sep byte, err error) {
	var b strings.Builder
	i := 0
	for ; i < len(s) && s[i] != ';' && s[i] != '|'; i++ {
		if s[i] == '\\' {
			i++
			if i == len(s) || !strings.ContainsRune(`;|=\`, rune(s[i])) {
				return "", "", 0, errors.New(`a backslash stands before ; | = or another backslash only, written \; \| \= \\`)
			}
		}
		b.WriteByte(s[i])
	}
	if b.Len() == 0 {
		return "", "", 0, errors.New("a value is missing after = or |")
	}
	if i < len(s) {
		sep = s[i]
	}
	return b.String(), s[i:], sep, nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
