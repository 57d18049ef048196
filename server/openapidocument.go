package server

import (
	"strconv"

	"github.com/hydrant-ld/hydrant/openapi"
	"github.com/hydrant-ld/hydrant/server/internal/link"
)

// Where the OpenAPI documents are.
const (
	openAPIPath     = "/openapi.json"
	openAPIYAMLPath = "/openapi.yaml"
	swaggerPath     = "/swagger.json"
)

// descriptionLinks are the links to the OpenAPI documents and to the page that shows them (RFC 8631).
func (s *Server) descriptionLinks() []string {
	to := func(path, relation, mediaType string) string {
		return string(link.AppendLink(nil, s.base.URL+path, relation, "type", mediaType))
	}
	return []string{
		to(openAPIPath, "service-desc", "application/json"),
		to(openAPIYAMLPath, "service-desc", "application/yaml"),
		to(swaggerPath, "service-desc", "application/json"),
		to(docsPath, "service-doc", "text/html"),
	}
}

// addOpenAPI adds the OpenAPI documents, the context that reads them as metadata, and the page that shows them.
func (s *Server) addOpenAPI() error {
	ctx, err := openapi.MetadataContext(s.api)
	if err != nil {
		return err
	}
	path := "/contexts/openapi." + strconv.FormatUint(hashBytes(hashStart, ctx), 36) + ".jsonld"
	if err := s.addContext("context/openapi", path, ctx); err != nil {
		return err
	}
	document, err := openapi.OpenAPI(s.api, s.openAPIPrefix())
	if err != nil {
		return err
	}
	yaml, err := openapi.YAML(document)
	if err != nil {
		return err
	}
	swagger, err := openapi.Swagger(s.api, s.openAPIPrefix())
	if err != nil {
		return err
	}
	for _, d := range []struct {
		name, path, mediaType string
		body                  []byte
		links                 []string
	}{
		{"openapi", openAPIPath, "application/json", document, []string{contextLink(s.base.URL + path)}},
		{"openapi.yaml", openAPIYAMLPath, "application/yaml", yaml, nil},
		{"swagger", swaggerPath, "application/json", swagger, []string{contextLink(s.base.URL + path)}},
	} {
		err := s.add(d.name, d.path, rendition{
			mediaType: d.mediaType, contentType: d.mediaType, quality: 1, body: d.body,
			headers: headerSet{}.with("Link", append([]string{s.documentationLink}, d.links...)...).with("Content-Language", "en"),
		})
		if err != nil {
			return err
		}
	}
	return s.addDocs()
}
