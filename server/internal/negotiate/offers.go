package negotiate

import (
	"errors"
	"fmt"
	"math"
	"mime"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/header"
)

// MaxOffers is how many media types one resource may offer.
const MaxOffers = 32

// An Offer is a media type the server can send.
type Offer struct {
	// Type is the media type, such as "text/turtle", with parameters only where they tell it from another offer.
	Type string
	// Quality is the preference of the server, above 0 and at most 1. It decides between offers that the client
	// weighs the same, and so does the order of the offers where it is the same too.
	Quality float64
}

// Offers are the media types of one resource, compiled. They are immutable and safe for concurrent use; the zero value
// offers nothing.
type Offers struct {
	list     []offer
	fallback int
}

type offer struct {
	written    string // as sent in Content-Type, in lower case
	kind       string
	subtype    string
	parameters []parameter
	only       bool // no other offer has the same type and subtype
	rank       int  // place in the order of server preference, 0 is best
}

type parameter struct{ name, value string }

// NewOffers compiles the offers. The fallback is the index of the offer for a client that says nothing or takes anything.
// The error names every offer that is not a media type, is out of range or is there twice.
func NewOffers(offers []Offer, fallback int) (*Offers, error) {
	var mistakes []error
	if len(offers) > MaxOffers {
		mistakes = append(mistakes, fmt.Errorf("%d media types offered, want at most %d", len(offers), MaxOffers))
		offers = offers[:MaxOffers]
	}
	if fallback < 0 || fallback >= len(offers) {
		mistakes = append(mistakes, fmt.Errorf("default media type is number %d of %d offers", fallback, len(offers)))
	}
	o := &Offers{fallback: fallback}
	order := make([]int, 0, len(offers))
	for i, declared := range offers {
		compiled, err := compile(declared)
		if err == nil && slices.ContainsFunc(o.list, func(other offer) bool { return other.written == compiled.written }) {
			err = fmt.Errorf("media type %q is offered twice", declared.Type)
		}
		if err != nil {
			mistakes = append(mistakes, err)
		}
		o.list = append(o.list, compiled)
		order = append(order, i)
	}
	if len(mistakes) > 0 {
		return nil, errors.Join(mistakes...)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch qa, qb := offers[a].Quality, offers[b].Quality; {
		case qa > qb:
			return -1
		case qa < qb:
			return 1
		}
		return 0
	})
	for rank, i := range order {
		o.list[i].rank = rank
		o.list[i].only = !slices.ContainsFunc(o.list, func(other offer) bool {
			return other.written != o.list[i].written && other.kind == o.list[i].kind && other.subtype == o.list[i].subtype
		})
	}
	return o, nil
}

// compile checks one offer and takes it apart.
func compile(declared Offer) (offer, error) {
	if math.IsNaN(declared.Quality) || declared.Quality <= 0 || declared.Quality > 1 {
		return offer{}, fmt.Errorf("media type %q has quality %v, want above 0 and at most 1", declared.Type, declared.Quality)
	}
	written, parameters, err := mime.ParseMediaType(declared.Type)
	if err != nil {
		return offer{}, fmt.Errorf("media type %q: %w", declared.Type, err)
	}
	t, ok := splitType(written)
	if !ok || strings.Contains(written, "*") {
		return offer{}, fmt.Errorf("%q is not a media type, want type/subtype such as application/ld+json", declared.Type)
	}
	compiled := offer{kind: t.kind, subtype: t.subtype, written: mime.FormatMediaType(written, parameters)}
	if compiled.written == "" {
		return offer{}, fmt.Errorf("media type %q has a parameter that is not well-formed", declared.Type)
	}
	for name, value := range parameters {
		if isWeight(name) {
			return offer{}, fmt.Errorf("media type %q has a weight of its own, want it in Quality", declared.Type)
		}
		compiled.parameters = append(compiled.parameters, parameter{name, value})
	}
	return compiled, nil
}

// Len returns how many offers there are.
func (o *Offers) Len() int { return len(o.list) }

// Type returns offer number index as a media type.
func (o *Offers) Type(index int) string { return o.list[index].written }

// Default returns the index of the offer for a client that says nothing or takes anything.
func (o *Offers) Default() int { return o.fallback }

// Choose returns the index of the offer to send to a client whose Accept field lines are given, or false when it accepts
// none of them (RFC 9110 12.5.1):
//
//   - The most specific range that matches an offer sets its weight; of equally specific ones the highest weight counts.
//   - The greatest weight wins; among equals the server's quality, then the order of the offers.
//   - The default wins among equals unless the client named another of them, or its type, where */* would do.
//   - Parameters of a range that the offer does not have are ignored, unless another offer has them.
//   - Without a line, or without a well-formed element in them, the client takes anything: the default.
func (o *Offers) Choose(accept []string) (index int, ok bool) {
	if len(accept) == 0 {
		return o.fallback, len(o.list) > 0
	}
	if len(accept) == 1 {
		if index, ok = o.exact(accept[0]); ok {
			return index, true
		}
	}
	var wishes [MaxOffers]wish
	if !o.weigh(accept, &wishes) {
		return o.fallback, len(o.list) > 0
	}
	return o.best(&wishes)
}

// exact answers the field values that most requests have: */* and a single media type as offered.
func (o *Offers) exact(accept string) (index int, ok bool) {
	if accept == "*/*" {
		return o.fallback, len(o.list) > 0
	}
	for i := range o.list {
		if o.list[i].only && o.list[i].written == accept {
			return i, true
		}
	}
	return 0, false
}

// A wish is what the ranges of a client say about one offer.
type wish struct {
	how    specificity
	weight weight
}

// weigh fills in what the client says about each offer, and reports whether it said anything well-formed.
func (o *Offers) weigh(accept []string, wishes *[MaxOffers]wish) (said bool) {
	list := header.Split(accept)
	for element, more := list.Next(); more; element, more = list.Next() {
		r, w, ok := parseRange(element)
		if !ok {
			continue
		}
		said = true
		var matches [MaxOffers]specificity
		most := noMatch
		for i := range o.list {
			matches[i] = o.list[i].match(&r)
			most = max(most, matches[i])
		}
		for i := range o.list {
			how := matches[i]
			if how == noMatch || how == byForeign && (most == byParameters || w == refused) {
				continue // the parameters mean another offer, or refuse what is not offered anyway
			}
			if now := &wishes[i]; how > now.how || how == now.how && w > now.weight {
				*now = wish{how, w}
			}
		}
	}
	return said
}

// best picks the offer with the greatest weight, as described at Choose.
func (o *Offers) best(wishes *[MaxOffers]wish) (index int, ok bool) {
	index = -1
	for i := range o.list {
		switch w := wishes[i].weight; {
		case w == refused:
		case index < 0, w > wishes[index].weight, w == wishes[index].weight && o.list[i].rank < o.list[index].rank:
			index = i
		}
	}
	if index < 0 {
		return 0, false
	}
	if wishes[o.fallback].weight != wishes[index].weight {
		return index, true
	}
	for i := range o.list {
		if i != o.fallback && wishes[i].weight == wishes[index].weight && wishes[i].how > byAnything {
			return index, true
		}
	}
	return o.fallback, true
}
