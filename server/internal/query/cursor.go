package query

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// MaxCursor is the length of the longest cursor.
const MaxCursor = 4 << 10

const (
	cursorVersion = 1
	cursorHeader  = 1 + 8 // version, fingerprint
	cursorSum     = 4
	cursorBytes   = MaxCursor / 4 * 3
)

// The mistakes of a cursor. They carry nothing of it, because what a client sends in place of one means nothing.
var (
	// ErrMalformedCursor means that the text is no cursor of this API: cut short, altered or made up.
	ErrMalformedCursor = errors.New("the cursor is not one that this API gave out, want the link to the next page as it is")
	// ErrForeignCursor means that the cursor is sound but belongs to other filters, another sort or another class.
	ErrForeignCursor = errors.New("the cursor belongs to another query, want the filters and the sort of the page that gave it out")
	// ErrCursorTooLong means that the sort values of an item do not fit into a cursor.
	ErrCursorTooLong = errors.New("the sort values do not fit into a cursor")
)

// AppendCursor appends a cursor that continues behind the item with the given sort values. The fingerprint stands for what
// the cursor is bound to: class, filters and sort. A cursor is opaque and safe in a query as it is; it is not secret, and
// its checksum is against accident, not against forgery: whoever makes one up gets no more than a filter would give. The
// error is [ErrCursorTooLong], with dst as it was. It allocates only to let dst grow.
//
// Inside the unpadded base64url are a version byte, the fingerprint (8 bytes), each value behind its length (varint), and
// the FNV-1a of all that (4 bytes).
func AppendCursor(dst []byte, fingerprint uint64, values ...string) ([]byte, error) {
	var storage [cursorBytes]byte
	size := cursorHeader + cursorSum
	for _, value := range values {
		if size += len(value) + binary.MaxVarintLen16; size > cursorBytes {
			return dst, ErrCursorTooLong
		}
	}
	text := append(storage[:0], cursorVersion)
	text = binary.BigEndian.AppendUint64(text, fingerprint)
	for _, value := range values {
		text = binary.AppendUvarint(text, uint64(len(value)))
		text = append(text, value...)
	}
	text = binary.BigEndian.AppendUint32(text, checksum(text))
	return base64.RawURLEncoding.AppendEncode(dst, text), nil
}

// DecodeCursor returns the sort values in a cursor, appended to buffer[:0]. The error is [ErrMalformedCursor] or, when the
// cursor is bound to another fingerprint, [ErrForeignCursor]. Exactly one text is valid for the same content. It allocates
// the values, in one piece.
func DecodeCursor(cursor string, fingerprint uint64, buffer []string) ([]string, error) {
	values := buffer[:0]
	if len(cursor) > MaxCursor {
		return values, ErrMalformedCursor
	}
	var storage [cursorBytes]byte
	text, ok := decodeBase64(cursor, &storage)
	if !ok || len(text) < cursorHeader+cursorSum || text[0] != cursorVersion {
		return values, ErrMalformedCursor
	}
	end := len(text) - cursorSum
	if binary.BigEndian.Uint32(text[end:]) != checksum(text[:end]) {
		return values, ErrMalformedCursor
	}
	if binary.BigEndian.Uint64(text[1:]) != fingerprint {
		return values, ErrForeignCursor
	}
	rest := string(text[cursorHeader:end])
	for at := 0; at < len(rest); {
		length, size := binary.Uvarint(text[cursorHeader+at : end])
		if size <= 0 || length > MaxCursor || size > 1 && length>>(7*(size-1)) == 0 {
			return values[:0], ErrMalformedCursor
		}
		start := at + size
		if at = start + int(length); at > len(rest) {
			return values[:0], ErrMalformedCursor
		}
		values = append(values, rest[start:at])
	}
	return values, nil
}

// checksum is FNV-1a. It notices every change of one byte; hash/crc32 would do as well but moves its input to the heap.
func checksum(text []byte) uint32 {
	sum := uint32(2166136261)
	for _, c := range text {
		sum = (sum ^ uint32(c)) * 16777619
	}
	return sum
}

// decodeBase64 decodes into storage. Unlike the standard library it takes no line breaks and no stray bits at the end.
func decodeBase64(s string, storage *[cursorBytes]byte) (text []byte, ok bool) {
	const invalid = 0xFF
	pending, bits := uint32(0), 0
	text = storage[:0]
	for i := range len(s) {
		value := base64Value(s[i])
		if value == invalid {
			return nil, false
		}
		pending, bits = pending<<6|uint32(value), bits+6
		if bits >= 8 {
			bits -= 8
			text = append(text, byte(pending>>bits&0xFF))
			pending &= 1<<bits - 1
		}
	}
	return text, bits < 6 && pending == 0
}

// base64Value returns the value of a character of base64url, or 0xFF.
func base64Value(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c - 'A'
	case 'a' <= c && c <= 'z':
		return c - 'a' + 26
	case '0' <= c && c <= '9':
		return c - '0' + 52
	case c == '-':
		return 62
	case c == '_':
		return 63
	}
	return 0xFF
}
