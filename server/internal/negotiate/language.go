package negotiate

import (
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/header"
)

// maxLanguages is how many elements of Accept-Language count; the work grows with their square.
const maxLanguages = 24

// A languageRange is one element of Accept-Language: a tag, or "*".
type languageRange struct {
	tag    string
	weight weight
}

// Language returns which of the offered language tags to answer with, exactly as it stands in offered, or the fallback,
// which need not be one of them. It is the lookup of RFC 4647 3.4, by weight and then by order, without regard to case:
// nl-BE-x-twain finds nl-BE, then nl. Beyond it,
//
//   - a range that begins an offered tag takes it where lookup finds nothing: nl finds nl-BE;
//   - "*" takes what no other range speaks about, the fallback before the offered tags in their order;
//   - a tag whose range has a weight of zero is passed over, the fallback too.
//
// A client whose every wish is out of reach still gets the fallback, never an error. Nothing is allocated.
func Language(acceptLanguage, offered []string, fallback string) string {
	var storage [maxLanguages]languageRange
	ranges := parseLanguages(acceptLanguage, storage[:0])
	if len(ranges) == 0 {
		return fallback
	}
	for i := next(ranges, -1); i >= 0; i = next(ranges, i) {
		if ranges[i].tag != "*" {
			if tag, ok := lookup(ranges[i].tag, offered, ranges); ok {
				return tag
			}
			continue
		}
		if tag, ok := below(ranges, i, offered); ok {
			return tag
		}
		if tag, ok := anyOther(ranges, offered, fallback); ok {
			return tag
		}
	}
	if tag, ok := below(ranges, -1, offered); ok {
		return tag
	}
	if excluded(fallback, ranges) {
		for _, tag := range offered {
			if !excluded(tag, ranges) {
				return tag
			}
		}
	}
	return fallback
}

// below returns the first offered tag that lies under a range, for the ranges up to number end in their order; -1 is all
// of them.
func below(ranges []languageRange, end int, offered []string) (found string, ok bool) {
	for i := next(ranges, -1); i != end; i = next(ranges, i) {
		for _, tag := range offered {
			if begins(ranges[i].tag, tag) && !excluded(tag, ranges) {
				return tag, true
			}
		}
	}
	return "", false
}

// anyOther returns what "*" stands for: the fallback, else the first offered tag, that no other range speaks about.
func anyOther(ranges []languageRange, offered []string, fallback string) (found string, ok bool) {
	if !named(fallback, ranges) {
		return fallback, true
	}
	for _, tag := range offered {
		if !named(tag, ranges) {
			return tag, true
		}
	}
	return "", false
}

// named reports whether a range other than "*" is tag or lies above it.
func named(tag string, ranges []languageRange) bool {
	for i := range ranges {
		if begins(ranges[i].tag, tag) {
			return true
		}
	}
	return false
}

// parseLanguages appends the well-formed elements of Accept-Language to ranges.
func parseLanguages(lines []string, ranges []languageRange) []languageRange {
	list := header.Split(lines)
	for element, more := list.Next(); more && len(ranges) < maxLanguages; element, more = list.Next() {
		tag, parameters := header.CutParameters(element)
		if tag != "*" && !isLanguageTag(tag) {
			continue
		}
		w, wellFormed := full, true
		if name, value, ok, given := parameters.Next(); given {
			w, wellFormed = parseWeight(value)
			wellFormed = wellFormed && ok && isWeight(name)
		}
		if wellFormed {
			ranges = append(ranges, languageRange{tag, w})
		}
	}
	return ranges
}

// next returns the index of the range that follows range number i in the order of weight and then of place, or -1. The
// order begins after -1. Refused ranges are not in it.
func next(ranges []languageRange, i int) int {
	found := -1
	for j := range ranges {
		if ranges[j].weight == refused || i >= 0 && !follows(ranges, j, i) {
			continue
		}
		if found < 0 || follows(ranges, found, j) {
			found = j
		}
	}
	return found
}

// follows reports whether range number a comes after range number b.
func follows(ranges []languageRange, a, b int) bool {
	if ranges[a].weight != ranges[b].weight {
		return ranges[a].weight < ranges[b].weight
	}
	return a > b
}

// lookup shortens tag subtag by subtag until it is one of the offered ones (RFC 4647 3.4). A subtag of one character goes
// together with what it introduces.
func lookup(tag string, offered []string, ranges []languageRange) (found string, ok bool) {
	for tag != "" {
		for _, candidate := range offered {
			if header.EqualFold(tag, candidate) && !excluded(candidate, ranges) {
				return candidate, true
			}
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
		if n := len(tag); n >= 2 && tag[n-2] == '-' {
			tag = tag[:n-2]
		}
	}
	return "", false
}

// begins reports whether tag is the range r or lies under it (RFC 4647 3.3.1). Nothing lies under "*" here.
func begins(r, tag string) bool {
	return len(tag) >= len(r) && header.EqualFold(tag[:len(r)], r) && (len(tag) == len(r) || tag[len(r)] == '-')
}

// excluded reports whether the longest range above tag refuses it; a range that refuses and one that does not, both as
// long, do not refuse.
func excluded(tag string, ranges []languageRange) bool {
	length, no := -1, false
	for i := range ranges {
		r := &ranges[i]
		n := len(r.tag)
		if r.tag == "*" {
			n = 0
		} else if !begins(r.tag, tag) {
			continue
		}
		if n > length || n == length && r.weight > refused {
			length, no = n, r.weight == refused
		}
	}
	return no
}

// isLanguageTag reports whether s looks like a language range: subtags of one to eight letters and digits, the first of
// letters only (RFC 4647 2.1).
func isLanguageTag(s string) bool {
	subtag, first := 0, true
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '-' {
			if subtag < 1 || subtag > 8 {
				return false
			}
			subtag, first = 0, false
			continue
		}
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (first || s[i] < '0' || s[i] > '9') {
			return false
		}
		subtag++
	}
	return true
}
