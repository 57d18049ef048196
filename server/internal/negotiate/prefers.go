package negotiate

// Prefers returns the index of the offer that the client names and weighs above every one of the others, or false when
// there is none. It serves answers that have a type of their own whatever Accept says, unless the client clearly wants
// another: a problem is application/problem+json, but Turtle for who asks for Turtle.
//
// Only a range that names the media type speaks for an offer, text/* and */* do not. Against a range that names one of the
// others it needs a greater weight; against text/* or */* the same weight is enough.
func (o *Offers) Prefers(accept []string, others *Offers) (index int, ok bool) {
	if len(accept) == 0 || len(accept) == 1 && accept[0] == "*/*" {
		return 0, false
	}
	var wishes, rivals [MaxOffers]wish
	if !o.weigh(accept, &wishes) {
		return 0, false
	}
	others.weigh(accept, &rivals)
	for i := range o.list {
		if !wishes[i].how.explicit() {
			wishes[i] = wish{}
		}
	}
	index, ok = o.best(&wishes)
	if !ok {
		return 0, false
	}
	for i := range others.list {
		rival := rivals[i]
		if rival.weight > wishes[index].weight || rival.how.explicit() && rival.weight == wishes[index].weight {
			return 0, false
		}
	}
	return index, true
}
