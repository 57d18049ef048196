// Package negotiate chooses what to send from what there is and what a client says it wants: a media type by Accept
// ([RFC 9110 12.5.1]) and a language by Accept-Language ([RFC 4647 3.4]).
//
// It is not content negotiation as a whole: it writes no Vary, makes no 406 and knows no representation. It answers with
// an index into the offers it was given.
//
// What comes in are the offers, checked and compiled once, and the field lines of a request, untrusted: what is
// malformed in them is ignored, and only a bounded part is read (see the header package). Choosing allocates nothing.
//
//	offers, err := negotiate.NewOffers([]negotiate.Offer{
//		{Type: "application/ld+json", Quality: 1},
//		{Type: "text/turtle", Quality: 0.7},
//	}, 0)
//	…
//	index, ok := offers.Choose(request.Header["Accept"]) // !ok is a 406
//
// [RFC 9110 12.5.1]: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
// [RFC 4647 3.4]: https://www.rfc-editor.org/rfc/rfc4647#section-3.4
package negotiate
