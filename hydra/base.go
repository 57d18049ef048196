package hydra

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/hydrant-ld/hydrant/vocab"
)

// Base is the public address of an API in its parts.
type Base struct {
	// URL is the whole, without a trailing slash: "https://data.example.org/api".
	URL string
	// Scheme is "http" or "https".
	Scheme string
	// Host is the host, with its port where there is one.
	Host string
	// Path is the path with a leading and without a trailing slash, "" for the root of the host.
	Path string
}

// EntryPoint is the absolute URL of the entry point: the base, with the slash that the root of a host has.
func (b Base) EntryPoint() string { return entryPointReference(b.URL) }

// entryPointReference is the reference to the entry point behind a prefix: the prefix, or the root when it has no path.
func entryPointReference(prefix string) string {
	rest := prefix
	if _, after, ok := strings.Cut(prefix, "://"); ok {
		rest = after
	}
	if !strings.Contains(rest, "/") {
		return prefix + "/"
	}
	return prefix
}

// parseBase reads the public address of an API.
func parseBase(s string) (Base, error) {
	fail := func(format string, args ...any) (Base, error) {
		return Base{}, fmt.Errorf("Config.BaseURL %q: want the public address of the API, such as \"https://data.example.org/api\": "+format, append([]any{s}, args...)...)
	}
	if s == "" {
		return Base{}, errors.New("Config.BaseURL is empty: want the public address of the API, such as \"https://data.example.org/api\"")
	}
	if err := vocab.CheckURI(s); err != nil {
		return fail("%w", err)
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return fail("%w", err)
	case u.Scheme != "http" && u.Scheme != "https":
		return fail("its scheme is neither http nor https")
	case u.Hostname() == "":
		return fail("it has no host")
	case u.User != nil:
		return fail("a name or password in it would be published")
	case strings.Contains(s, "?"):
		return fail("it has a query")
	case strings.Contains(s, "#"):
		return fail("it has a fragment")
	case strings.HasSuffix(s, "/"):
		return fail("it ends in a slash")
	case strings.Contains(u.EscapedPath(), "//") || hasDotSegment(u.EscapedPath()):
		return fail("its path has an empty or a dot segment")
	case u.Scheme != s[:len(u.Scheme)] || u.Host != strings.ToLower(u.Host):
		return fail("scheme and host are written in lower case, since they become part of identifiers")
	}
	return Base{URL: s, Scheme: u.Scheme, Host: u.Host, Path: u.EscapedPath()}, nil
}

func hasDotSegment(path string) bool {
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "." || segment == ".." {
			return true
		}
	}
	return false
}

// checkVocabulary checks the namespace of the API's own terms.
func checkVocabulary(namespace string) error {
	const want = "want the namespace of the API's own terms, such as \"https://data.example.org/ns#\""
	if namespace == "" {
		return errors.New("Config.Vocabulary is empty: " + want)
	}
	if err := vocab.CheckIRI(namespace); err != nil {
		return fmt.Errorf("Config.Vocabulary %q: %s: %w", namespace, want, err)
	}
	if !strings.HasSuffix(namespace, "#") && !strings.HasSuffix(namespace, "/") {
		return fmt.Errorf("Config.Vocabulary %q: %s: it ends in neither # nor /, so that a term's name would run into it", namespace, want)
	}
	for _, ns := range vocab.StandardPrefixes().All() {
		if ns == namespace {
			return fmt.Errorf("Config.Vocabulary %q: %s: this namespace belongs to others", namespace, want)
		}
	}
	return nil
}
