package openapi

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// version is that of OpenAPI 3 which documents are written in. Its schemas are nearly those of 2.0, where those of 3.1 are
// not, and more tools read it.
const version = "3.0.3"

// describe makes the description of an API that both documents are: OpenAPI 3 says it as it is, and Swagger what 2.0 can
// say of it. The address is where the prefix leads. HAL is described if asked for.
func describe(api *hydra.API, prefix string, hal bool) (*openapi3.T, address, error) {
	at, err := parseAddress(api.Base(), prefix)
	if err != nil {
		return nil, at, err
	}
	b := &builder{
		api: api, prefix: prefix, hal: hal, languages: api.Metadata().Languages,
		claims: map[string]string{}, classes: map[*hydra.Resource]classNames{}, nested: map[string]*nestedDefinition{},
		doc: &openapi3.T{
			OpenAPI:    version,
			Servers:    openapi3.Servers{{URL: at.url()}},
			Paths:      openapi3.NewPaths(),
			Components: &openapi3.Components{Schemas: openapi3.Schemas{}},
			Extensions: map[string]any{identityKey: reference(prefix, "")},
		},
	}
	b.doc.Info = b.info()
	b.defineFramework()
	if b.speaksHAL() {
		b.defineHAL()
	}
	b.claimClasses()
	for _, r := range api.Resources() {
		b.resource(r)
	}
	b.entryPoint()
	b.describeNested()
	return b.doc, at, nil
}

// builder collects the parts of one description.
type builder struct {
	api       *hydra.API
	prefix    string
	hal       bool
	languages []string
	doc       *openapi3.T
	// claims tells what each name of a definition stands for.
	claims map[string]string
	// classes are the names of the definitions of each class, nested the definitions of nested types by name.
	classes map[*hydra.Resource]classNames
	nested  map[string]*nestedDefinition
}

// address is where an API is reached, as a Swagger document splits it.
type address struct{ scheme, host, path string }

// url is the address in one piece, without a trailing slash.
func (a address) url() string { return a.scheme + "://" + a.host + strings.TrimSuffix(a.path, "/") }

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
func (b *builder) info() *openapi3.Info {
	m := b.api.Metadata()
	info := &openapi3.Info{
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
			info.License.Name = string(m.License) // a name is required
		}
	}
	return info
}

// resource adds the definitions, the paths and the tag of a class.
func (b *builder) resource(r *hydra.Resource) {
	d := r.Definition
	b.addTag(d.Name, cmp.Or(b.text(d.Meta.CollectionDescription), b.text(d.Meta.CollectionTitle)))
	b.defineClass(r)
	if len(r.Collection) > 0 {
		item := &openapi3.PathItem{Parameters: parameters(b.withinParameter(r)...)}
		for i := range r.Collection {
			b.addOperation(item, b.collectionOperation(r, &r.Collection[i]), r.Collection[i].Method)
		}
		b.doc.Paths.Set(d.Path, item)
	}
	if len(r.Item) > 0 {
		item := &openapi3.PathItem{Parameters: parameters(append(b.withinParameter(r), b.identifierParameter(r))...)}
		for i := range r.Item {
			b.addOperation(item, b.itemOperation(r, &r.Item[i]), r.Item[i].Method)
		}
		b.doc.Paths.Set(d.Path+"/{"+identifierName(r)+"}", item)
	}
}

// addTag adds a tag, unless there is one of this name.
func (b *builder) addTag(name, description string) {
	if b.doc.Tags.Get(name) == nil {
		b.doc.Tags = append(b.doc.Tags, &openapi3.Tag{Name: name, Description: description})
	}
}

// addOperation adds an operation whose method OpenAPI 3.0 knows.
func (b *builder) addOperation(item *openapi3.PathItem, o *openapi3.Operation, method string) {
	if method == http.MethodTrace || slices.Contains(swaggerMethods(), method) {
		item.SetOperation(method, o)
	}
}

// consumed are the media types that bodies of requests may have: the JSON syntaxes of those that are served.
func (b *builder) consumed() []string {
	return slices.DeleteFunc(b.api.MediaTypes(), func(t string) bool { return !plainJSON(t) })
}
