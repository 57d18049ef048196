package prefer

import "github.com/hydrant-ld/hydrant/server/internal/header"

// Lenient reports whether the lines of Prefer ask for lenient handling (RFC 7240 4.4). The first handling preference counts,
// as of every preference that is there twice; neither its name nor its value depends on case, and its parameters say nothing.
func Lenient(lines []string) bool {
	list := header.Split(lines)
	for element, more := list.Next(); more; element, more = list.Next() {
		preference := header.Parameters(element)
		name, value, wellFormed, ok := preference.Next()
		if ok && wellFormed && header.EqualFold(name, "handling") {
			return header.EqualValueFold(value, "lenient")
		}
	}
	return false
}
