package memory

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/hydrant-ld/hydrant/server/store"
)

// appendKey appends what tells a query from others in the cache: its search, its filters and, of a list, its order. Filters in
// another order, and the values of one in another order, are the same query.
func (p *plan) appendKey(dst []byte, withOrder bool) []byte {
	if withOrder {
		dst = binary.AppendUvarint(append(dst, 'l'), uint64(len(p.order)))
		for i := range p.order {
			dst = binary.AppendUvarint(dst, uint64(p.order[i].position)<<1|bit(p.order[i].descending)) //nolint:gosec // an index
		}
	} else {
		dst = append(dst, 'c')
	}
	dst = p.search.appendKey(dst)
	if len(p.filters) == 1 {
		return appendFilter(dst, &p.filters[0])
	}
	parts := make([][]byte, len(p.filters))
	for i := range p.filters {
		parts[i] = appendFilter(nil, &p.filters[i])
	}
	slices.SortFunc(parts, bytes.Compare)
	for _, part := range slices.CompactFunc(parts, bytes.Equal) {
		dst = append(dst, part...)
	}
	return dst
}

func appendFilter(dst []byte, f *filter) []byte {
	dst = binary.AppendUvarint(dst, uint64(f.position)) //nolint:gosec // an index
	dst = append(dst, byte(f.Operator))
	values := f.Values
	if len(values) > 1 && !slices.IsSortedFunc(values, store.Compare) {
		values = slices.Clone(values)
		slices.SortFunc(values, store.Compare)
	}
	dst = binary.AppendUvarint(dst, uint64(len(values)))
	var buffer [64]byte
	for _, v := range values {
		text := v.AppendKey(buffer[:0])
		dst = binary.AppendUvarint(dst, uint64(len(text)))
		dst = append(dst, text...)
	}
	return dst
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
