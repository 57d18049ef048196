package jsonld

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Object is a JSON object whose members keep their order. Its zero value is an empty object. It is a slice: copies share
// members, and it is not for several goroutines while it changes.
type Object []Member

// Member is one member of an [Object]. A value may be nil, a string, a [vocab.IRI], a bool, a number, an Object, a slice of
// any of these, a map[string]any (written by sorted name), a [json.RawMessage] (written as it is), a [json.Marshaler], and
// whatever else encoding/json takes.
type Member struct {
	Key   string
	Value any
}

// Set gives a member its value: in place when the object has it, at the end when it has not.
func (o *Object) Set(key string, value any) {
	for i := range *o {
		if (*o)[i].Key == key {
			(*o)[i].Value = value
			return
		}
	}
	*o = append(*o, Member{Key: key, Value: value})
}

// Get returns the value of a member, and whether there is one.
func (o Object) Get(key string) (any, bool) {
	for i := range o {
		if o[i].Key == key {
			return o[i].Value, true
		}
	}
	return nil, false
}

// Delete removes a member, if there is one.
func (o *Object) Delete(key string) {
	*o = slices.DeleteFunc(*o, func(m Member) bool { return m.Key == key })
}

// MarshalJSON implements [json.Marshaler]: the members in their order. Note that json.Marshal escapes "<", ">" and "&" in
// what it gets from here; [AppendJSON] and an encoder with SetEscapeHTML(false) do not.
func (o Object) MarshalJSON() ([]byte, error) { return AppendJSON(nil, o) }

// AppendJSON appends a value as JSON without white space: objects in their order, maps sorted, text as it is but for what
// JSON demands to be escaped ("<", ">" and "&" stay), bytes that are not UTF-8 as U+FFFD. The error names the member that
// cannot be written.
func AppendJSON(dst []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case nil:
		return append(dst, "null"...), nil
	case string:
		return literal.AppendJSONString(dst, v), nil
	case vocab.IRI:
		return literal.AppendJSONString(dst, string(v)), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case int:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case int64:
		return strconv.AppendInt(dst, v, 10), nil
	case json.RawMessage:
		return appendRaw(dst, v)
	case Object:
		return v.append(dst)
	case *Object:
		if v == nil {
			return append(dst, "null"...), nil
		}
		return v.append(dst)
	case []any:
		return appendArray(dst, v)
	case []Object:
		return appendArray(dst, v)
	case []string:
		return appendArray(dst, v)
	case []vocab.IRI:
		return appendArray(dst, v)
	case map[string]any:
		var sorted Object
		for _, key := range slices.Sorted(maps.Keys(v)) {
			sorted = append(sorted, Member{Key: key, Value: v[key]})
		}
		return sorted.append(dst)
	default:
		return appendOther(dst, v)
	}
}

func (o Object) append(dst []byte) ([]byte, error) {
	dst = append(dst, '{')
	for i, m := range o {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = literal.AppendJSONString(dst, m.Key)
		dst = append(dst, ':')
		var err error
		if dst, err = AppendJSON(dst, m.Value); err != nil {
			return dst, fmt.Errorf("%s: %w", m.Key, err)
		}
	}
	return append(dst, '}'), nil
}

func appendArray[T any](dst []byte, items []T) ([]byte, error) {
	dst = append(dst, '[')
	for i, item := range items {
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = AppendJSON(dst, item); err != nil {
			return dst, fmt.Errorf("[%d]: %w", i, err)
		}
	}
	return append(dst, ']'), nil
}

func appendRaw(dst []byte, raw json.RawMessage) ([]byte, error) {
	if len(raw) == 0 {
		return append(dst, "null"...), nil
	}
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		return dst, err
	}
	return append(dst, b.Bytes()...), nil
}

// appendOther leaves everything else to encoding/json.
func appendOther(dst []byte, v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return dst, err
	}
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), nil
}
