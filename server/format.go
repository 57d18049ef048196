package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
)

// readFormat returns the number of the format that the parameter names among those that there are. It is how a link asks for
// a representation, since a browser that follows one sends its own Accept. A name that is none of them is noted as a mistake.
func (x *exchange) readFormat(formats []string) (i int, ok bool) {
	at := slices.IndexFunc(x.params.List, func(p query.Param) bool { return p.Name == paramFormat })
	if at < 0 || x.repeated(&x.params.List[at]) {
		return 0, false
	}
	if i = slices.Index(formats, x.params.List[at].Value); i < 0 {
		x.invalid = append(x.invalid, InvalidParam{Name: paramFormat, Code: "enum", Detail: "want one of " + strings.Join(formats, ", ")})
	}
	return i, i >= 0
}

// alone says that there is no other representation at the address of a request: it names this one, or has parameters that
// may be for HAL only.
func (x *exchange) alone(r *http.Request) bool {
	return x.rep == asHAL && r.URL.RawQuery != "" ||
		slices.ContainsFunc(x.params.List, func(p query.Param) bool { return p.Name == paramFormat })
}

// htmlFormat leads to a representation.
type htmlFormat struct{ Name, Type, Href string }

// formatsAt are the links to representations of what is at a path with a query.
func formatsAt(path string, mediaTypes []string) []htmlFormat {
	path, query, _ := strings.Cut(path, "?")
	pairs := slices.DeleteFunc(strings.Split(query, "&"), func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		return name == "" || name == paramFormat
	})
	at := path + "?" + strings.Join(append(pairs, paramFormat+"="), "&")
	formats := make([]htmlFormat, len(mediaTypes))
	for i, t := range mediaTypes {
		f := hydra.FormatOf(t)
		formats[i] = htmlFormat{f.Name, t, at + f.Key}
	}
	return formats
}
