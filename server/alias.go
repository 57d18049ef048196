package server

import (
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

// ParameterAliases are further names of the framework's query parameters, for clients that only know those.
type ParameterAliases uint8

const (
	// NoAliases says that the parameters have their own names only.
	NoAliases ParameterAliases = iota
	// APIPlatformAliases are the names that API Platform Admin sends: itemsPerPage is pageSize, and order[name]=desc is
	// sort=-name. Links in responses have the framework's own names.
	APIPlatformAliases
)

// translate gives parameters the names that they are aliases of.
func (s *Server) translate(x *exchange) {
	if s.config.Aliases != APIPlatformAliases {
		return
	}
	var sort []string
	at := -1
	kept := x.params.List[:0]
	for _, param := range x.params.List {
		property, ordered := strings.CutPrefix(param.Name, "order[")
		property, closed := strings.CutSuffix(property, "]")
		switch {
		case param.Name == "itemsPerPage":
			param.Name, param.RawName = paramPageSize, paramPageSize
		case ordered && closed:
			switch strings.ToLower(param.Value) {
			case "asc":
				sort = append(sort, property)
			case "desc":
				sort = append(sort, "-"+property)
			default:
				x.invalid = append(x.invalid, InvalidParam{Name: param.Name, Code: "enum", Detail: "want asc or desc"})
				continue
			}
			if at < 0 {
				at = len(kept)
				kept = append(kept, query.Param{Name: paramSort, RawName: paramSort})
			}
			continue
		}
		kept = append(kept, param)
	}
	x.params.List = kept
	if at >= 0 {
		value := strings.Join(sort, ",")
		kept[at].Value, kept[at].Raw = value, value
	}
}
