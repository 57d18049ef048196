// Package conditional writes entity tags and compares them with the preconditions of a request ([RFC 9110 8.8.3] and
// [RFC 9110 13.1]).
//
// It does not decide what to answer, and it knows nothing of dates: Hydrant sends strong entity tags, and where a request
// has If-None-Match or If-Match the dates do not count.
//
// What comes in are field lines as net/http hands them over, untrusted, and an entity tag with its quotes; what goes out is
// a yes or a no. What is malformed matches nothing, so that a broken precondition costs a client its 304 or its write but
// never lets a write through. Nothing is allocated, and at most [MaxBytes] of a field are read.
//
//	etag := conditional.AppendETag(buffer[:0], version, fingerprint)        // "7.00000000deadbeef"
//	if conditional.MatchNone(request.Header["If-None-Match"], string(etag)) {
//		… // 304
//	}
//
// [RFC 9110 8.8.3]: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
// [RFC 9110 13.1]: https://www.rfc-editor.org/rfc/rfc9110#section-13.1
package conditional
