package negotiate

import (
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/header"
)

// mediaType is a media type or a media range, its parts as sent.
type mediaType struct {
	kind, subtype string // "*" is any
	parameters    header.Parameters
}

// parseRange reads one element of Accept into a media range without its weight, and the weight. The whole element is
// malformed, and ignored by the caller, when any part of it is: a range read by half may mean the opposite.
func parseRange(element string) (r mediaType, w weight, ok bool) {
	head, parameters := header.CutParameters(element)
	r, ok = splitType(head)
	if !ok {
		return r, 0, false
	}
	r.parameters, w = parameters, full
	weighted := false
	for {
		name, value, wellFormed, more := parameters.Next()
		if !wellFormed {
			return r, 0, false
		}
		if !more {
			return r, w, true
		}
		if isWeight(name) && !weighted {
			weighted = true
			if w, ok = parseWeight(value); !ok {
				return r, 0, false
			}
		}
	}
}

// splitType reads type/subtype, where either may be "*" but not the type alone. A bare "*", which Java's HTTP client sends,
// is */*.
func splitType(s string) (t mediaType, ok bool) {
	if s == "*" {
		return mediaType{kind: "*", subtype: "*"}, true
	}
	if t.kind, t.subtype, ok = strings.Cut(s, "/"); !ok {
		return mediaType{}, false
	}
	if !header.IsToken(t.kind) || !header.IsToken(t.subtype) || t.kind == "*" && t.subtype != "*" {
		return t, false
	}
	return t, true
}

func isWeight(name string) bool { return name == "q" || name == "Q" }

// A specificity says how a range came to match an offer; the most specific range sets the weight of the offer.
type specificity int8

const (
	noMatch      specificity = iota
	byAnything               // */*
	byType                   // text/*
	byForeign                // text/html;level=1, where the offer has no such parameter: the parameter is ignored
	bySubtype                // text/html
	byParameters             // text/html;level=1, where the offer has it
)

// explicit reports whether the range names the media type of the offer.
func (s specificity) explicit() bool { return s >= byForeign }

// match tells how range r matches an offer.
func (o *offer) match(r *mediaType) specificity {
	switch {
	case r.kind == "*":
		return byAnything
	case !header.EqualFold(r.kind, o.kind):
		return noMatch
	case r.subtype == "*":
		return byType
	case !header.EqualFold(r.subtype, o.subtype):
		return noMatch
	}
	how, parameters := bySubtype, r.parameters
	for {
		name, value, _, more := parameters.Next()
		switch {
		case !more:
			return how
		case isWeight(name):
		case !o.has(name, value):
			return byForeign
		default:
			how = byParameters
		}
	}
}

// has reports whether the offer has a parameter of this name and value.
func (o *offer) has(name, value string) bool {
	for i := range o.parameters {
		if header.EqualFold(name, o.parameters[i].name) && header.EqualValue(value, o.parameters[i].value) {
			return true
		}
	}
	return false
}
