package rdf

import "hash/maphash"

// stringCache shares the strings of terms that come back, predicates and datatypes above all. It forgets those that come
// back least, so that its size does not grow with the document.
type stringCache struct {
	seed maphash.Seed
	// slots come in pairs, of which the first was used last.
	slots []string
}

const (
	// cachedStrings is a power of two.
	cachedStrings = 1 << 9
	// longestCached is in bytes.
	longestCached = 256
)

func newStringCache() stringCache {
	return stringCache{maphash.MakeSeed(), make([]string, cachedStrings)}
}

// string returns b as a string, the same one for the same bytes as long as it is remembered.
func (c *stringCache) string(b []byte) string {
	if len(b) > longestCached {
		return string(b)
	}
	pair := c.slots[maphash.Bytes(c.seed, b)&(cachedStrings-2):][:2]
	switch {
	case pair[0] == string(b):
	case pair[1] == string(b):
		pair[0], pair[1] = pair[1], pair[0]
	default:
		pair[0], pair[1] = string(b), pair[0]
	}
	return pair[0]
}
