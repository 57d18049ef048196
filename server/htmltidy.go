package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/vocab"
)

// A form can't write every query. It sends fields that were left empty, it can't put a comparison before a value, and it
// encodes the commas of a list of alternatives as if they were text. What it sends instead means nothing elsewhere, and is
// turned into what somebody would write who types: a comparison comes as a value of its own ("start=gte:&start=2026-01-01"),
// and a list as a parameter whose name ends in brackets ("colour[]=red,blue").

// listSuffix ends the name of the field of a list.
const listSuffix = "[]"

// listField is a field for alternatives, which are written with commas between them, and may have spaces around them. What belongs
// to a value though it is a comma, a percent sign or a space at its end is percent-encoded there.
func (v *htmlView) listField(p *hydra.Property, name string, param *query.Param) htmlField {
	operator, list := alternatives(param)
	f := htmlField{
		Name: name + listSuffix, Label: v.pathLabel(p, name), Description: v.pick(p.Leaf().Shape.Description), Type: "text",
		Value:       strings.Join(list, ","),
		Comparisons: []htmlOption{{Value: "eq:", Label: v.words.OneOf}, {Value: "ne:", Label: v.words.NoneOf}},
	}
	f.compare(operator)
	return f
}

// alternatives are the operator of a list, "eq:" or "ne:", and its values as the field of a list has them.
func alternatives(param *query.Param) (operator string, values []string) {
	raw, operator := param.Raw, "eq:"
	if o, _ := cutOperator(param.Value); o != "" {
		if _, rest, found := strings.Cut(raw, ":"); found { // it may be encoded, and then stays part of the text
			raw, operator = rest, o
		}
	}
	for value := range strings.SplitSeq(raw, ",") {
		text, err := url.QueryUnescape(value)
		if err != nil {
			text = value
		}
		if strings.TrimSpace(text) == text {
			text = strings.NewReplacer("%", "%25", ",", "%2C").Replace(text)
		} else {
			text = strings.ReplaceAll(url.PathEscape(text), ",", "%2C")
		}
		values = append(values, text)
	}
	return operator, values
}

// listValue writes what was entered in the field of a list as the value of a filter.
func listValue(operator, text string) string {
	var out strings.Builder
	if own, _ := cutOperator(text); operator != "eq:" || own != "" {
		out.WriteString(operator)
	}
	for i, value := range strings.Split(text, ",") {
		if i > 0 {
			out.WriteByte(',')
		}
		value = strings.TrimSpace(value)
		if decoded, err := url.PathUnescape(value); err == nil { // else its percent signs are meant as such
			value = decoded
		}
		out.WriteString(url.QueryEscape(value))
	}
	return out.String()
}

// tidied is a query that a form has sent, as somebody would write it who types. It says whether anything changed. What is
// tidied away is no query that means anything else: an empty filter is a mistake.
func tidied(raw string) (tidy string, changed bool) {
	if !strings.Contains(raw, "=") || len(raw) > query.MaxBytes {
		return raw, false
	}
	var out []string
	pending := map[string]string{}
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, _ := strings.Cut(pair, "=")
		operator := pending[name]
		delete(pending, name)
		text, err := url.QueryUnescape(value)
		if err != nil {
			return raw, false // a mistake is not to be made better
		}
		list, isList := listName(name)
		switch {
		case value == "" && name != paramAfter, isList && strings.TrimSpace(text) == "":
			changed = true
		case slices.Contains(htmlOperators, text) && !framework(name):
			pending[name] = text
			changed = true
		case isList:
			out = append(out, list+"="+listValue(operator, text))
			changed = true
		default:
			out = append(out, name+"="+operator+value)
		}
	}
	return string(vocab.AppendURI(nil, strings.ReplaceAll(strings.Join(out, "&"), "#", "%23"))), changed
}

// listName is the name of the parameter that the field of a list stands for, as it is written in a query.
func listName(field string) (name string, ok bool) {
	for _, suffix := range []string{listSuffix, url.QueryEscape(listSuffix)} {
		if name, ok := strings.CutSuffix(field, suffix); ok && name != "" {
			_, twice := listName(name)
			return name, !twice
		}
	}
	return "", false
}

// tidy sends a client whose form left a query that is not tidy to the same collection with one that is: an address that
// can be shared, and had in every other representation.
func (s *Server) tidy(w http.ResponseWriter, r *http.Request, res *resource, x *exchange) bool {
	query, changed := tidied(r.URL.RawQuery)
	if !changed {
		return false
	}
	h := w.Header()
	res.unmodified[asHTML].set(h)
	target := s.prefix + res.definition.Path
	if res.parent != nil {
		target = s.prefix + res.below(x)
	}
	if query != "" {
		target += "?" + query
	}
	h["Location"] = []string{target}
	h["Content-Length"] = []string{"0"}
	w.WriteHeader(http.StatusSeeOther)
	return true
}
