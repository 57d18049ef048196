package jsonld

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/piprate/json-gold/ld"
)

// Compact returns a document in compacted form ([JSON-LD 1.1 API, 5.2]) under a context: a document with a member @context,
// which becomes that of the result. Like the context of [Processor.ExpandWithContext] it may be the URL of a context that the
// processor knows, and counts as ours. The members of objects are sorted, but for @context, @id and @type, which come first.
//
// It is some ten times slower than [Write] with prefixes.
//
// [JSON-LD 1.1 API, 5.2]: https://www.w3.org/TR/json-ld11-api/#compaction-algorithm
func (p *Processor) Compact(ctx context.Context, doc []byte, base string, contextDocument []byte) ([]byte, error) {
	under, err := externalContext(contextDocument)
	if err != nil {
		return nil, err
	}
	return run(ctx, p, doc, base, nil, func(c *call) ([]byte, error) {
		value := under["@context"]
		compacted, err := ld.NewJsonLdProcessor().Compact(c.document, ld.CloneDocument(value), c.options)
		if err != nil {
			return nil, err
		}
		delete(compacted, "@context")
		result, _ := inOrder(compacted).(Object)
		return AppendJSON(nil, append(Object{{"@context", value}}, result...))
	})
}

// inOrder makes objects of maps, at any depth.
func inOrder(value any) any {
	switch v := value.(type) {
	case map[string]any:
		object := make(Object, 0, len(v))
		for _, key := range slices.SortedFunc(maps.Keys(v), func(a, b string) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
		}) {
			object = append(object, Member{Key: key, Value: inOrder(v[key])})
		}
		return object
	case []any:
		for i := range v {
			v[i] = inOrder(v[i])
		}
	}
	return value
}

func rank(key string) int {
	switch key {
	case "@context":
		return 0
	case "@id", "id":
		return 1
	case "@type", "type":
		return 2
	default:
		return 3
	}
}
