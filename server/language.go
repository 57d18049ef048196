package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
)

// problemLanguage is the language of the titles of problems unless a client asks for another.
func (s *Server) problemLanguage() string {
	if s.config.ProblemLanguage != "" {
		return s.config.ProblemLanguage
	}
	for _, tag := range s.languages {
		if primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); slices.Contains(problemLanguages, primary) {
			return primary
		}
	}
	return problemLanguages[0]
}

// chooseLanguage chooses the language that a representation in one language is written in (RFC 4647 3.4), and returns the
// bits that it adds to an ETag's fingerprint: 0 for representations in all languages.
func (s *Server) chooseLanguage(r *http.Request, rep representation, state *represent.State) uint64 {
	if !syntaxes[rep].monolingual {
		return 0
	}
	state.Language = negotiate.Language(r.Header["Accept-Language"], s.languages, s.languages[0])
	return hashString(hashStart, state.Language)
}
