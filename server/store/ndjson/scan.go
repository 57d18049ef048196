package ndjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// maxDepth is how deep objects may be nested.
const maxDepth = 64

// checkText returns why a line can't be looked at, "" if it is an object in JSON.
func checkText(line []byte) string {
	if at := invalidUTF8(line); at >= 0 {
		return fmt.Sprintf("column %d: invalid UTF-8", at+1)
	}
	var raw json.RawMessage
	if err := json.Unmarshal(line, &raw); err != nil {
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			return fmt.Sprintf("column %d: broken JSON: %v", column(line, int(syntax.Offset)), err)
		}
		return "broken JSON: " + err.Error()
	}
	if at := loneSurrogate(line); at >= 0 {
		return fmt.Sprintf("column %d: half a surrogate pair is no character: write both halves, \\ud83d\\ude00, or the character itself", column(line, at+1))
	}
	if raw = bytes.TrimSpace(raw); raw[0] != '{' {
		return "want a record, an object such as {\"id\": …}, not " + describe(raw)
	}
	return ""
}

func invalidUTF8(line []byte) int {
	if utf8.Valid(line) {
		return -1
	}
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return utf8.RuneCount(line[:i])
		}
		i += size
	}
	return -1
}

// column is the number of the character that the byte with a number, both from 1, belongs to.
func column(line []byte, n int) int {
	n = min(max(n, 1), len(line))
	return utf8.RuneCount(line[:n])
}

// loneSurrogate returns the offset of the first escape in valid JSON that is half a surrogate pair, -1 if there is none.
func loneSurrogate(line []byte) int {
	for i := 0; i < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		if i+5 >= len(line) || line[i+1] != 'u' {
			i++ // an escape of one character, which may be another backslash
			continue
		}
		switch high := codeUnit(line[i+2 : i+6]); {
		case high >= 0xDC00 && high < 0xE000:
			return i
		case high >= 0xD800 && high < 0xDC00:
			if i+11 >= len(line) || line[i+6] != '\\' || line[i+7] != 'u' {
				return i
			}
			if low := codeUnit(line[i+8 : i+12]); low < 0xDC00 || low >= 0xE000 {
				return i
			}
			i += 6
		}
		i += 5
	}
	return -1
}

func codeUnit(digits []byte) uint64 {
	n, err := strconv.ParseUint(string(digits), 16, 16)
	if err != nil {
		return 0
	}
	return n
}

// scan compares valid JSON with the layout of a struct type. encoding/json alone would take keys in any case, and the last
// of two equal ones.
type scan struct {
	// types says that values are read too, to find the one with the wrong type.
	types   bool
	reasons []string
}

func (s *scan) fail(place, format string, args ...any) {
	reason := fmt.Sprintf(format, args...)
	if place != "" {
		reason = place + ": " + reason
	}
	s.reasons = append(s.reasons, reason)
}

// object scans the object of a node.
func (s *scan) object(t *record.Type, raw []byte, place string, depth int) {
	if depth > maxDepth {
		s.fail(place, "objects are nested more than %d deep", maxDepth)
		return
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if _, err := decoder.Token(); err != nil {
		s.fail(place, "%v", err)
		return
	}
	seen := map[string]bool{}
	for decoder.More() {
		token, err := decoder.Token()
		var value json.RawMessage
		if err == nil {
			err = decoder.Decode(&value)
		}
		if err != nil {
			s.fail(place, "%v", err)
			return
		}
		key, _ := token.(string)
		field := t.Field(key)
		switch {
		case seen[key]:
			s.fail(join(place, printable(key)), "the key stands twice")
		case field == nil:
			s.fail(join(place, printable(key)), "there is no such key%s", suggestion(key, t))
		default:
			s.value(field, value, join(place, key), depth)
		}
		seen[key] = true
	}
}

// value scans the value of a key.
func (s *scan) value(f *record.Field, raw []byte, place string, depth int) {
	if string(raw) == "null" {
		return
	}
	if !f.Many {
		s.one(f, raw, place, depth)
		return
	}
	if raw[0] != '[' {
		s.fail(place, "want a list, […], not %s", describe(raw))
		return
	}
	var elements []json.RawMessage
	if err := json.Unmarshal(raw, &elements); err != nil {
		s.fail(place, "%v", err)
		return
	}
	for i, element := range elements {
		at := place + "[" + strconv.Itoa(i) + "]"
		if string(element) == "null" {
			s.fail(at, "null in a list is no value: leave it out")
			continue
		}
		s.one(f, element, at, depth)
	}
}

func (s *scan) one(f *record.Field, raw []byte, place string, depth int) {
	switch {
	case f.Kind == record.KindNode && raw[0] == '{':
		s.object(f.Node, raw, place, depth+1)
	case f.Kind == record.KindNode:
		s.fail(place, "want an object, {…}, not %s", describe(raw))
	case s.types:
		err := json.Unmarshal(raw, reflect.New(f.Value).Interface())
		var wrong *json.UnmarshalTypeError
		switch {
		case errors.As(err, &wrong):
			s.fail(place, "want %s, not %s", wanted(f), describe(raw))
		case err != nil:
			s.fail(place, "%v", err)
		}
	}
}

// wanted describes the JSON that a field of a kind that JSON itself knows takes.
func wanted(f *record.Field) string {
	switch f.Kind {
	case record.KindBool:
		return "true or false"
	case record.KindInt:
		return fmt.Sprintf("a whole number of at most %d bits", f.Value.Bits())
	case record.KindUint:
		return fmt.Sprintf("a whole number of at most %d bits that is not negative", f.Value.Bits())
	case record.KindFloat:
		return "a number"
	default:
		return "a string"
	}
}

// describe names a JSON value for an error message.
func describe(raw []byte) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f', 'n':
		return string(raw)
	}
	const longest = 40
	if len(raw) > longest {
		return "the number " + string(raw[:longest]) + "…"
	}
	return "the number " + string(raw)
}

// suggestion says which key was meant, or which there are.
func suggestion(key string, t *record.Type) string {
	keys := map[string]bool{}
	for _, f := range t.Fields {
		keys[f.Key] = true
	}
	names := slices.Sorted(maps.Keys(keys))
	if word, ok := vocab.Closest(key, names); ok {
		return fmt.Sprintf(": did you mean %q?", word)
	}
	return ": want one of " + strings.Join(names, ", ")
}

func join(place, key string) string {
	if place == "" {
		return key
	}
	return place + "." + key
}

// printable is a key of a stranger as a message repeats it.
func printable(key string) string {
	const longest = 80
	if len(key) > longest {
		key = strings.ToValidUTF8(key[:longest], "") + "…"
	}
	quoted := strconv.Quote(key)
	return quoted[1 : len(quoted)-1]
}
