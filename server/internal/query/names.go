package query

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// MaxCandidates is how many paths an ambiguous name's error lists.
const MaxCandidates = 3

// Names resolves the names that a client uses to the paths that are declared, in this order:
//
//  1. the path that is written exactly so, also when it ends other paths too;
//  2. the only path whose last segments are exactly these;
//  3. the path that has this alias;
//  4. otherwise the name is unknown or ambiguous.
//
// Case counts, and segments match whole. The declaration decides, never the data, so that the same name gives the same
// answer whatever an instance holds or a user may see. Names are immutable and safe for concurrent use; resolving is one
// look-up whatever their number.
type Names struct {
	paths     []string
	declared  int
	index     map[string]resolution
	ambiguous [][]int // candidates, by resolution.among
	words     []string
}

// A resolution is what a name leads to: a path, or, when among is not negative, a list of candidates.
type resolution struct{ path, among int }

// An Alias is another name of a path: one word for clients and documents that dots are not allowed in.
type Alias struct {
	Name string
	// Path is a declared path or an inner node above one.
	Path string
}

// NewNames compiles declared paths, whose segments are joined by dots and named after members; an array has no segment of
// its own. The inner nodes of the paths, such as location.address above location.address.postalCode, are paths too,
// declared or not. The error names every path that is empty, has an empty segment, cannot be written in a list because
// of a comma, or is there twice, and every alias of no path or with a meaning that the name has already.
func NewNames(paths []string, aliases ...Alias) (*Names, error) {
	n := &Names{index: make(map[string]resolution, 3*len(paths))}
	var mistakes []error
	for _, path := range paths {
		if err := n.declare(path); err != nil {
			mistakes = append(mistakes, err)
		}
	}
	if len(mistakes) > 0 {
		return nil, errors.Join(mistakes...)
	}
	n.declared = len(n.paths)
	for _, path := range n.paths[:n.declared] {
		n.addGroups(path)
	}
	n.words = append(n.words, n.paths...)
	for i, path := range n.paths {
		n.addSuffixes(i, path)
	}
	for _, a := range aliases {
		if err := n.addAlias(a); err != nil {
			mistakes = append(mistakes, err)
		}
	}
	if len(mistakes) > 0 {
		return nil, errors.Join(mistakes...)
	}
	return n, nil
}

// declare adds a path under its full name.
func (n *Names) declare(path string) error {
	switch {
	case path == "":
		return errors.New("a path is empty")
	case strings.Contains(path, ","):
		return fmt.Errorf("path %q has a comma, which separates names in a list", path)
	case strings.HasPrefix(path, "."), strings.HasSuffix(path, "."), strings.Contains(path, ".."):
		return fmt.Errorf("path %q has an empty segment", path)
	}
	if _, twice := n.index[path]; twice {
		return fmt.Errorf("path %q is declared twice", path)
	}
	n.index[path] = resolution{len(n.paths), -1}
	n.paths = append(n.paths, path)
	return nil
}

// addGroups adds the inner nodes above a path that are not there yet, the outermost first.
func (n *Names) addGroups(path string) {
	for i := range len(path) {
		if path[i] != '.' {
			continue
		}
		if _, known := n.index[path[:i]]; !known {
			n.index[path[:i]] = resolution{len(n.paths), -1}
			n.paths = append(n.paths, path[:i])
		}
	}
}

// addSuffixes adds the endings of path number i that are no paths themselves.
func (n *Names) addSuffixes(i int, path string) {
	for at := range len(path) {
		if path[at] != '.' {
			continue
		}
		suffix := path[at+1:]
		before, known := n.index[suffix]
		switch {
		case !known:
			n.index[suffix] = resolution{i, -1}
			n.words = append(n.words, suffix)
		case before.among >= 0:
			n.ambiguous[before.among] = append(n.ambiguous[before.among], i)
		case n.paths[before.path] != suffix:
			n.index[suffix] = resolution{-1, len(n.ambiguous)}
			n.ambiguous = append(n.ambiguous, []int{before.path, i})
		}
	}
}

// addAlias adds a name that means nothing yet.
func (n *Names) addAlias(a Alias) error {
	to, known := n.index[a.Path]
	if !known || to.among >= 0 || n.paths[to.path] != a.Path {
		return fmt.Errorf("alias %q: %q is no path", a.Name, a.Path)
	}
	if a.Name == "" || strings.ContainsAny(a.Name, ".,") {
		return fmt.Errorf("alias %q of %q: want a name without dots and commas", a.Name, a.Path)
	}
	if _, taken := n.index[a.Name]; taken {
		return fmt.Errorf("alias %q of %q: the name has a meaning already", a.Name, a.Path)
	}
	n.index[a.Name] = resolution{to.path, -1}
	n.words = append(n.words, a.Name)
	return nil
}

// Len returns the number of paths: the declared ones and the inner nodes above them that were not declared.
func (n *Names) Len() int { return len(n.paths) }

// Declared returns the number of declared paths.
func (n *Names) Declared() int { return n.declared }

// Path returns path number i: the declared paths come first, in the order in which they were declared, then the inner
// nodes.
func (n *Names) Path(i int) string { return n.paths[i] }

// Resolve returns the number of the path that a name means. The error is an [*UnknownNameError] or an [*AmbiguousNameError].
func (n *Names) Resolve(name string) (int, error) {
	found, known := n.index[name]
	if !known {
		return 0, &UnknownNameError{Name: name, words: n.words}
	}
	if found.among < 0 {
		return found.path, nil
	}
	candidates := n.ambiguous[found.among]
	mistake := &AmbiguousNameError{Name: name, Count: len(candidates)}
	for _, i := range candidates[:min(len(candidates), MaxCandidates)] {
		mistake.Candidates = append(mistake.Candidates, n.paths[i])
	}
	return 0, mistake
}

// An UnknownNameError tells of a name that is no path and ends none.
type UnknownNameError struct {
	Name  string
	words []string
}

// Suggestion returns the name that was probably meant, when there is one that is close.
func (e *UnknownNameError) Suggestion() (string, bool) { return vocab.Closest(e.Name, e.words) }

// Error says that the name is unknown and suggests another.
func (e *UnknownNameError) Error() string {
	text := shorten(e.Name) + " is unknown"
	if suggestion, ok := e.Suggestion(); ok {
		text += ", did you mean " + suggestion + "?"
	}
	return text
}

// An AmbiguousNameError tells of a name that ends several paths and is none itself.
type AmbiguousNameError struct {
	Name       string
	Candidates []string // the first of the paths, in the order of declaration, at most MaxCandidates
	Count      int      // how many there are in all
}

// Error says that the name is ambiguous and lists the candidates.
func (e *AmbiguousNameError) Error() string {
	text := shorten(e.Name) + " is ambiguous: " + strings.Join(e.Candidates, ", ")
	if more := e.Count - len(e.Candidates); more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return text
}
