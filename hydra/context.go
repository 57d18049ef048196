package hydra

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab/jsonld"
)

// Context is a JSON-LD context that the API serves itself: no document names one on another host.
type Context struct {
	// Name is that of the class ([Definition].Name) or of the document that the context is for: "entrypoint",
	// "documentation", "shapes", "catalog" or "problem".
	Name string
	// Path is the path below the API's base, "/contexts/events.3f9c21d0a4b7.jsonld". It contains a hash of the body, so that
	// the body behind a path never changes and may be kept for ever.
	Path string
	// Body is the document, application/ld+json. It is shared and must not be written to.
	Body []byte
}

// The names of the contexts of documents. No class may have one.
const (
	contextEntryPoint    = "entrypoint"
	contextDocumentation = "documentation"
	contextShapes        = "shapes"
	contextCatalog       = "catalog"
	contextProblem       = "problem"
)

func documentContexts() []string {
	return []string{contextEntryPoint, contextDocumentation, contextShapes, contextCatalog, contextProblem}
}

// newContext renders a context.
func newContext(name string, document object) (*Context, error) {
	body, err := jsonld.AppendJSON(nil, document)
	if err != nil {
		return nil, fmt.Errorf("context %s: %w", name, err)
	}
	body = append(body, '\n')
	sum := sha256.Sum256(body)
	return &Context{Name: name, Path: "/contexts/" + name + "." + hex.EncodeToString(sum[:6]) + ".jsonld", Body: body}, nil
}
