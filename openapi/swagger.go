package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// operationMediaType is what every operation is said to produce and to consume. The API speaks more, which the top level
// of the document lists; but the client that go-swagger generates decodes nothing else, and asks for all that an operation
// names, so that it would be sent what it can't read.
const operationMediaType = "application/json"

// Swagger returns the OpenAPI 2.0 document of an API, as JSON that ends in a line break. The same declaration gives the
// same bytes. The prefix is that of references to the API (see [hydra.API]): a path such as "/api" or "/gateway/api", below
// the scheme and host that the API was declared with, or an absolute URL such as "https://data.example.org/api". It may be
// empty for an API at the root of its host; it has no trailing slash.
//
// The document is valid under the [Swagger 2.0] schema. An error means that the prefix is no address.
//
// [Swagger 2.0]: https://swagger.io/specification/v2/
func Swagger(api *hydra.API, prefix string) ([]byte, error) {
	host, err := parseAddress(api.Base(), prefix)
	if err != nil {
		return nil, err
	}
	b := &builder{
		api: api, prefix: prefix, languages: api.Metadata().Languages,
		claims: map[string]string{}, classes: map[*hydra.Resource]classNames{}, nested: map[string]*nestedDefinition{},
		doc: &openapi2.T{
			Swagger:     "2.0",
			Host:        host.host,
			BasePath:    host.path,
			Schemes:     []string{host.scheme},
			Produces:    api.MediaTypes(),
			Paths:       map[string]*openapi2.PathItem{},
			Definitions: map[string]*openapi2.SchemaRef{},
			Extensions:  map[string]any{identityKey: reference(prefix, "")},
		},
	}
	b.doc.Info = b.info()
	b.defineFramework()
	b.claimClasses()
	for _, r := range api.Resources() {
		b.resource(r)
	}
	b.entryPoint()
	b.describeNested()
	return encode(b.doc)
}

// builder collects the parts of one document.
type builder struct {
	api       *hydra.API
	prefix    string
	languages []string
	doc       *openapi2.T
	// claims tells what each name of a definition stands for.
	claims map[string]string
	// classes are the names of the definitions of each class, nested the definitions of nested types by name.
	classes map[*hydra.Resource]classNames
	nested  map[string]*nestedDefinition
}

// address is where an API is reached, as a Swagger document splits it.
type address struct{ scheme, host, path string }

func parseAddress(base hydra.Base, prefix string) (address, error) {
	a := address{scheme: base.Scheme, host: base.Host, path: prefix}
	if prefix != "" && prefix[0] != '/' {
		u, err := url.Parse(prefix)
		if err != nil {
			return a, fmt.Errorf("openapi: prefix %q: %w", prefix, err)
		}
		if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
			return a, fmt.Errorf("openapi: prefix %q: want a path such as \"/api\" or an absolute URL such as \"https://data.example.org/api\"", prefix)
		}
		a = address{scheme: u.Scheme, host: u.Host, path: u.EscapedPath()}
	}
	if strings.HasSuffix(prefix, "/") || strings.ContainsAny(prefix, "?#") || strings.HasPrefix(prefix, "//") || vocab.CheckURI("http://h"+a.path) != nil {
		return a, fmt.Errorf("openapi: prefix %q: want an address without trailing slash, query and fragment, such as \"/api\"", prefix)
	}
	if a.path == "" {
		a.path = "/"
	}
	return a, nil
}

// reference is the reference to a path below the base, or to the base itself, which at the root of a host is "/".
func reference(prefix, path string) string {
	_, host, absolute := strings.Cut(prefix, "://")
	if path == "" && (prefix == "" || absolute && !strings.Contains(host, "/")) {
		return prefix + "/"
	}
	return prefix + path
}

// info is the metadata of the API.
func (b *builder) info() openapi3.Info {
	m := b.api.Metadata()
	info := openapi3.Info{
		Title:          b.text(m.Title),
		Description:    b.text(m.Description),
		TermsOfService: string(m.TermsOfService),
		Version:        m.Version,
		Extensions:     map[string]any{identityKey: reference(b.prefix, "/documentation")},
	}
	if c := m.Contact; c.Name != "" || c.URL != "" || c.Email != "" {
		info.Contact = &openapi3.Contact{Name: c.Name, URL: string(c.URL), Email: c.Email}
	}
	if m.License != "" {
		info.License = &openapi3.License{Name: m.LicenseName, URL: string(m.License)}
		if info.License.Name == "" {
			info.License.Name = string(m.License) // 2.0 wants a name
		}
	}
	return info
}

// resource adds the definitions, the paths and the tag of a class.
func (b *builder) resource(r *hydra.Resource) {
	d := r.Definition
	tag := &openapi3.Tag{Name: d.Name, Description: b.text(d.Meta.CollectionDescription)}
	if tag.Description == "" {
		tag.Description = b.text(d.Meta.CollectionTitle)
	}
	b.doc.Tags = append(b.doc.Tags, tag)
	b.defineClass(r)
	if len(r.Collection) > 0 {
		item := &openapi2.PathItem{}
		for i := range r.Collection {
			b.addOperation(item, b.collectionOperation(r, &r.Collection[i]), r.Collection[i].Method)
		}
		b.doc.Paths[d.Path] = item
	}
	if len(r.Item) > 0 {
		item := &openapi2.PathItem{Parameters: openapi2.Parameters{b.identifierParameter(r)}}
		for i := range r.Item {
			b.addOperation(item, b.itemOperation(r, &r.Item[i]), r.Item[i].Method)
		}
		b.doc.Paths[d.Path+"/{"+identifierName(r)+"}"] = item
	}
}

// addOperation adds an operation whose method 2.0 knows.
func (b *builder) addOperation(item *openapi2.PathItem, o *openapi2.Operation, method string) {
	if !slices.Contains(swaggerMethods(), method) {
		return
	}
	item.SetOperation(method, o)
	if len(o.Consumes) > 0 {
		b.doc.Consumes = b.consumed()
	}
}

// consumed are the media types that bodies of requests may have: the JSON syntaxes of those that are served.
func (b *builder) consumed() []string {
	return slices.DeleteFunc(b.api.MediaTypes(), func(t string) bool {
		return t != operationMediaType && t != "application/ld+json"
	})
}

// encode writes a document. It goes through generic values, so that its keys are sorted on every level and no character
// of HTML is escaped, which the model's own encoding does.
func encode(doc *openapi2.T) ([]byte, error) {
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
