// Package link writes values of the Link header field ([RFC 8288]) that nothing in a target, a relation or a parameter can
// break out of.
//
// It does not choose links and does not read them. What comes in may be any text; what goes out is printable ASCII with
// exactly one link in it, in the form that every known client reads:
//
//	<https://api.example.org/documentation>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"
//
// net/http alone does not see to that: it turns line breaks in a value into spaces but lets NUL, DEL and raw UTF-8 through,
// and has no idea of a ">" inside a target.
//
// [RFC 8288]: https://www.rfc-editor.org/rfc/rfc8288
package link
