package server

import (
	"strconv"
	"strings"
	"sync"

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
		return string(link.AppendLink(nil, s.headerPrefix()+path, relation, "type", mediaType))
	}
	return []string{
		to(openAPIPath, "service-desc", "application/json"),
		to(openAPIYAMLPath, "service-desc", "application/yaml"),
		to(swaggerPath, "service-desc", "application/json"),
		to(docsPath, "service-doc", "text/html"),
	}
}

// addOpenAPI adds the OpenAPI documents, the context that reads them as metadata, and the page that shows them. The documents
// are written when they are asked for, since they take longer than everything else together; of a compiled API they can't fail.
func (s *Server) addOpenAPI() error {
	ctx, err := openapi.MetadataContext(s.api)
	if err != nil {
		return err
	}
	path := "/contexts/openapi." + strconv.FormatUint(hashBytes(hashStart, ctx), 36) + ".jsonld"
	if err := s.addContext("context/openapi", path, ctx); err != nil {
		return err
	}
	document := sync.OnceValues(func() ([]byte, error) { return openapi.OpenAPI(s.api, s.openAPIPrefix()) })
	context := contextLink(s.headerPrefix() + path)
	for _, d := range []struct {
		name, path, mediaType string
		write                 func() ([]byte, error)
		links                 []string
	}{
		{"openapi", openAPIPath, "application/json", document, []string{context}},
		{"openapi.yaml", openAPIYAMLPath, "application/yaml", func() ([]byte, error) {
			text, err := document()
			if err != nil {
				return nil, err
			}
			return openapi.YAML(text)
		}, nil},
		{"swagger", swaggerPath, "application/json", func() ([]byte, error) { return openapi.Swagger(s.api, s.openAPIPrefix()) }, []string{context}},
	} {
		err := s.add(d.name, d.path, rendition{
			mediaType: d.mediaType, contentType: d.mediaType, quality: 1, write: d.write,
			headers: headerSet{}.with("Link", append([]string{s.documentationLink}, d.links...)...).with("Content-Language", s.openAPILanguages()),
		})
		if err != nil {
			return err
		}
	}
	return s.addDocs()
}

// openAPILanguages are those of the texts in the OpenAPI documents: the declared ones in the first of the API's languages, our
// own in English.
func (s *Server) openAPILanguages() string {
	if usual := s.languages[0]; !strings.EqualFold(usual, "en") {
		return usual + ", en"
	}
	return "en"
}
