package server

import (
	"net/http"

	"github.com/hydrant-ld/hydrant/server/internal/prefer"
	"github.com/hydrant-ld/hydrant/vocab"
)

// safeURI is a URI reference made of the characters of a URI.
func safeURI(s string) string { return string(vocab.AppendURI(nil, s)) }

// lenient says whether the client asks to have unknown parameters ignored (RFC 7240 4.4).
func lenient(r *http.Request) bool { return prefer.Lenient(r.Header["Prefer"]) }
