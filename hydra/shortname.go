package hydra

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// ShortName returns the name of the query parameter that filters or sorts by a property: the shortest end of its path that
// means this property and no other, in camel case. It is "addressCountry" for location.address.addressCountry, and
// "organizerEmail" for organizer.email where callForPapers.email is declared too. A name that means a property exactly
// always means that one, and no name is also a path, an end of one, or a parameter of the framework: where camel case
// would make one, more of the path belongs to the name, and in the end a number. A key without an ASCII letter at its start
// has no camel case, and its property the end of its path as its name. The result for a property that clients neither
// filter nor sort by is its path.
func (r *Resource) ShortName(p *Property) string {
	if name, ok := r.names[p]; ok {
		return name
	}
	return p.Path
}

// shorten finds the short names of the properties that clients filter and sort by. It looks at all properties and links, so
// that a name keeps its meaning when clients may filter by more of them.
func (r *Resource) shorten() {
	names := r.Definition.shortNames()
	r.names = make(map[*Property]string, len(r.Filterable))
	for _, p := range slices.Concat(r.Filterable, r.Sortable) {
		r.names[p] = names[p]
	}
}

// shortNames are the short names of all properties. The first of two that could have a name has it.
func (d *Definition) shortNames() map[*Property]string {
	names := make(map[*Property]string, len(d.Properties))
	taken := map[string]bool{}
	for _, name := range ReservedParameters() {
		taken[name] = true
	}
	for _, l := range d.Links {
		taken[l.Key] = true
	}
	for _, p := range d.Properties {
		for end := p.Path; end != ""; _, end, _ = strings.Cut(end, ".") {
			taken[end] = true
		}
	}
	for _, p := range d.Properties {
		name := d.shortName(p, taken)
		names[p], taken[name] = name, true
	}
	return names
}

// shortName is the name of one property. Taken are the names that mean something else, or that mean something as they are.
func (d *Definition) shortName(p *Property, taken map[string]bool) string {
	plain := ""
	for start := len(p.Path); start > 0; {
		start = strings.LastIndexByte(p.Path[:start-1], '.') + 1
		end := p.Path[start:]
		switch {
		case start > 0 && !d.means(end, p), slices.Contains(ReservedParameters(), end):
			continue
		case camelCase.MatchString(end):
			return end
		}
		plain = cmp.Or(plain, end)
		if name := inCamelCase(end); camelCase.MatchString(name) && !taken[name] {
			return name
		}
	}
	whole := inCamelCase(p.Path)
	if !camelCase.MatchString(whole) {
		return cmp.Or(plain, p.Path)
	}
	for n := 2; ; n++ {
		if name := whole + strconv.Itoa(n); !taken[name] {
			return name
		}
	}
}

// camelCase is the grammar of the query parameters of the Dutch API design rules.
//
// [/core/query-keys-camel-case]: https://gitdocumentatie.logius.nl/publicatie/api/adr/
var camelCase = regexp.MustCompile(`^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$`)

// inCamelCase writes the words of a path as one: "organizer.e-mail" is "organizerEMail". Capitals at its start become
// small, up to the one that begins the second word: "URLPath" is "urlPath".
func inCamelCase(path string) string {
	var b strings.Builder
	separates := func(r rune) bool { return r < unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for word := range strings.FieldsFuncSeq(path, separates) {
		if b.Len() > 0 {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
			continue
		}
		capitals := len(word) - len(strings.TrimLeft(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		if capitals > 1 && capitals < len(word) {
			capitals--
		}
		b.WriteString(strings.ToLower(word[:capitals]) + word[capitals:])
	}
	return b.String()
}

// means says whether a name that is a part of the path of p means p alone.
func (d *Definition) means(name string, p *Property) bool {
	for _, other := range d.Properties {
		if other != p && (other.Path == name || strings.HasSuffix(other.Path, "."+name)) {
			return false
		}
	}
	return !slices.ContainsFunc(d.Links, func(l *Link) bool { return l.Key == name })
}
