// Package header reads the two shapes that most HTTP request fields share: the comma-separated list ([RFC 9110 5.6.1]) and
// the parameter list that may follow each element ([RFC 9110 5.6.6]).
//
// It is not a parser for any particular field: what an element means is decided by negotiate (Accept, Accept-Language) and
// prefer (Prefer).
//
// What comes in are field lines as net/http hands them over, untrusted; what goes out are substrings of them, so that
// nothing is copied and nothing is allocated. It never fails: a broken element is handed over as it stands, for the
// caller to ignore, and only the first [MaxBytes] bytes and [MaxElements] elements of a field are read.
//
//	list := header.Split(request.Header["Accept"])
//	for element, ok := list.Next(); ok; element, ok = list.Next() {
//		mediaRange, parameters := header.CutParameters(element)
//		…
//	}
//
// [RFC 9110 5.6.1]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
// [RFC 9110 5.6.6]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.6
package header
