package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// encode writes a document. It goes through generic values, so that its keys are sorted on every level and no character
// of HTML is escaped, which the model's own encoding does.
func encode(doc any) ([]byte, error) {
	raw, err := json.Marshal(doc)
	if err != nil {
		return nil, fmt.Errorf("openapi: writing the document: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var generic any
	if err := decoder.Decode(&generic); err != nil {
		return nil, fmt.Errorf("openapi: reading the document back: %w", err)
	}
	return encodeGeneric(generic)
}

func encodeGeneric(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return nil, fmt.Errorf("openapi: writing the document: %w", err)
	}
	return out.Bytes(), nil
}
