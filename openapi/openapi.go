package openapi

import (
	"fmt"

	"github.com/oasdiff/yaml"

	"github.com/hydrant-ld/hydrant/hydra"
)

// OpenAPI returns the [OpenAPI 3.0] document of an API, as JSON that ends in a line break. The prefix is that of [Swagger].
// The same declaration gives the same bytes; an error means that the prefix is no address.
//
// [OpenAPI 3.0]: https://spec.openapis.org/oas/v3.0.3.html
func OpenAPI(api *hydra.API, prefix string) ([]byte, error) {
	doc, _, err := describe(api, prefix, true)
	if err != nil {
		return nil, err
	}
	return encode(doc)
}

// YAML returns a document that this package made in YAML: the same content in the same order, application/yaml (RFC 9512).
func YAML(document []byte) ([]byte, error) {
	out, err := yaml.JSONToYAML(document)
	if err != nil {
		return nil, fmt.Errorf("openapi: writing the document as YAML: %w", err)
	}
	return out, nil
}
