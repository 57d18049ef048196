package server

import (
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

// ParameterAliases are further names of query parameters, for clients that only know those. Several are combined with |.
// Documents don't mention them, links and problems keep the name that was sent.
type ParameterAliases uint8

const (
	// APIPlatformAliases are the names that API Platform Admin sends: itemsPerPage is pageSize, and order[name]=desc is
	// sort=-name.
	APIPlatformAliases ParameterAliases = 1 << iota
	// HaalCentraalAliases are the names of filters in Haal Centraal, with two underscores between a group and a member of it:
	// naam__geslachtsnaam is naam.geslachtsnaam. The Dutch API design rules don't allow them in documents.
	HaalCentraalAliases
)

// translate gives parameters the names that they have aliases of.
func (s *Server) translate(res *resource, x *exchange) {
	if s.config.Aliases == 0 {
		return
	}
	kept := x.params.List[:0]
	for _, param := range x.params.List {
		if s.config.Aliases&APIPlatformAliases != 0 && !x.translateAPIPlatform(&param) {
			continue
		}
		if s.config.Aliases&HaalCentraalAliases != 0 && strings.Contains(param.Name, "__") {
			if _, err := res.names.Resolve(param.Name); err != nil { // it is no key
				param.Alias, param.Name = param.Name, strings.ReplaceAll(param.Name, "__", ".")
			}
		}
		kept = append(kept, param)
	}
	x.params.List = kept
}

// translateAPIPlatform translates a parameter of API Platform Admin. It says whether the parameter is correct.
func (x *exchange) translateAPIPlatform(param *query.Param) bool {
	if param.Name == "itemsPerPage" {
		param.Alias, param.Name = param.Name, paramPageSize
		return true
	}
	property, ordered := strings.CutPrefix(param.Name, "order[")
	property, closed := strings.CutSuffix(property, "]")
	if !ordered || !closed {
		return true
	}
	switch strings.ToLower(param.Value) {
	case "asc":
		param.Value = property
	case "desc":
		param.Value = "-" + property
	default:
		x.invalid = append(x.invalid, InvalidParam{Name: param.Name, Code: "enum", Detail: "want asc or desc"})
		return false
	}
	param.Alias, param.Name = param.Name, paramSort
	return true
}

// together says whether two parameters of the same name add to each other: the orders by several properties.
func together(a, b *query.Param) bool {
	return a.Name == paramSort && a.Alias != "" && b.Alias != "" && a.Alias != b.Alias
}
