package literal

import (
	"encoding/json"
)

// quoted turns a text whose first byte is a placeholder and whose rest needs no escape into a JSON string in place. A
// placeholder alone, the absent value, gives null.
func quoted(text []byte) []byte {
	if len(text) == 1 {
		return append(text[:0], "null"...)
	}
	text[0] = '"'
	return append(text, '"')
}

// unmarshalText stores what parse makes of text, the zero value for an empty one.
func unmarshalText[T any](text []byte, into *T, parse func(string) (T, error)) error {
	if len(text) == 0 {
		var absent T
		*into = absent
		return nil
	}
	v, err := parse(string(text))
	if err != nil {
		return err
	}
	*into = v
	return nil
}

// unmarshalJSON stores what parse makes of a JSON string, the zero value for null.
func unmarshalJSON[T any](data []byte, into *T, datatypeName string, parse func(string) (T, error)) error {
	if string(data) == "null" {
		var absent T
		*into = absent
		return nil
	}
	text, ok, err := jsonText(data)
	if err != nil {
		return err
	}
	if !ok {
		return lexicalError(datatypeName, string(data), `the value must be a JSON string ("…"), not `+jsonKind(data))
	}
	v, err := parse(text)
	if err != nil {
		return err
	}
	*into = v
	return nil
}

// jsonText returns the text of a JSON string, and false if data is JSON of another kind.
func jsonText(data []byte) (text string, ok bool, err error) {
	if len(data) < 2 || data[0] != '"' {
		return "", false, nil
	}
	if inner := data[1 : len(data)-1]; data[len(data)-1] == '"' && isPlainJSON(inner) {
		return string(inner), true, nil
	}
	if err := json.Unmarshal(data, &text); err != nil {
		return "", false, err
	}
	return text, true, nil
}

// isPlainJSON reports whether the inside of a JSON string is ASCII that stands for itself.
func isPlainJSON(inner []byte) bool {
	for _, c := range inner {
		if c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// jsonKind names the kind of a JSON value for an error message.
func jsonKind(data []byte) string {
	if len(data) == 0 {
		return "nothing"
	}
	switch data[0] {
	case '{':
		return "a JSON object"
	case '[':
		return "a JSON array"
	case 't', 'f':
		return "a JSON boolean"
	case '"':
		return "a JSON string"
	case 'n':
		return "null"
	default:
		return "a JSON number"
	}
}
