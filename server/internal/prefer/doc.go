// Package prefer reads the preferences of a request ([RFC 7240]).
//
// It only answers the questions that Hydrant has: today, whether parameters it does not know are to be passed over. What
// comes in are field lines as net/http hands them over, untrusted; unknown and malformed preferences are ignored, as the
// RFC wants, only a bounded part is read (see the header package), and nothing is allocated.
//
//	if prefer.Lenient(request.Header["Prefer"]) { … } // Prefer: handling=lenient
//
// [RFC 7240]: https://www.rfc-editor.org/rfc/rfc7240
package prefer
