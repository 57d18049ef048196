package memory

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// maxID is the greatest number of bytes in an identifier.
const maxID = 512

// CheckID says whether a text can be the identifier of a resource, which is the last segment of its IRI: not empty, at
// most 512 bytes of UTF-8 without control characters, and neither "." nor "..", which no client can ask for. Anything
// else can be percent-encoded.
func CheckID(id string) error {
	switch {
	case id == "":
		return errors.New("the identifier is empty")
	case len(id) > maxID:
		return fmt.Errorf("the identifier has %d bytes, want at most %d", len(id), maxID)
	case id == "." || id == "..":
		return fmt.Errorf("the identifier is %q, which means another place in a path", id)
	case !utf8.ValidString(id):
		return errors.New("the identifier is not UTF-8")
	}
	for _, r := range id {
		if r < ' ' || 0x7F <= r && r < 0xA0 {
			return fmt.Errorf("the identifier has the control character %U", r)
		}
	}
	return nil
}
