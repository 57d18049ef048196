package server

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
)

// searches says whether a parameter is the free text that a collection is searched for.
func (res *resource) searches(name string) bool {
	return name == paramSearch && res.described.Searchable
}

// readSearch reads the parameter with the free text to search for.
func (x *exchange) readSearch(res *resource, param *query.Param) {
	if !res.described.Searchable {
		x.unknown(param, x.suggestion(res, param.Name))
		return
	}
	mistake := InvalidParam{Name: paramSearch}
	switch {
	case utf8.RuneCountInString(param.Value) > hydra.MaxSearch:
		mistake.Code, mistake.About = "maxLength", strconv.Itoa(hydra.MaxSearch)
		mistake.Detail = fmt.Sprintf("want at most %d characters", hydra.MaxSearch)
	case len(store.AppendWords(x.strings[:0], param.Value)) == 0:
		mistake.Code, mistake.About = "minLength", "1"
		mistake.Detail = "want at least one word, of letters or digits"
	default:
		x.query.Search = param.Value
		return
	}
	x.invalid = append(x.invalid, mistake)
}
