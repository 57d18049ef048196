// Package pattern checks that a regular expression means the same to everyone who reads it: to Go (RE2), to the clients
// and tools of an OpenAPI document (ECMA-262, with or without the u flag where both know an expression), and to SHACL
// processors, which are written in many languages.
//
//	re, err := pattern.Compile(`^[A-Z]{3}-[0-9]{4}$`, "")
//
// In goes an expression, out comes a compiled one or an error that says what to write instead. What is accepted is a
// subset of RE2 ∩ ECMA-262; a match is unanchored, as it is in all of them.
//
// # What is accepted
//
//	alternation, sequence    a|b, ab
//	groups                   (a) (?:a)
//	quantifiers              * + ? {n} {n,} {n,m}, each also lazy; n and m up to 1000
//	anchors                  ^ $ \b \B
//	any character            .
//	classes                  [a-z0-9_-] [^"] with \d \w \s \S \p{Lu} \P{Lu} inside; a hyphen first, last or escaped
//	escapes of sets          \d \D \w \W \s \S \p{L} \P{L} (general categories by their short names)
//	escapes of characters    \t \n \r \f \v \xHH, and a backslash before ^ $ \ . * + ? ( ) [ ] { } | /
//
// # What is refused, since the engines differ
//
// Look-around, back-references, atomic groups and possessive quantifiers (RE2 has none, which is why no input makes it
// slow); named groups and flags inside the expression; the escapes \A \z \Z \G \Q \E \R \h \H \X \K \a \e \c \u \x{…} \C
// and octal numbers; \pL without braces, scripts and long property names; POSIX classes and operations on classes, which
// RE2 silently reads as another set; \D and \W in a class; braces and brackets that stand for themselves without a backslash; a quantifier on
// an anchor or on another quantifier.
//
// # What still differs
//
// \s matches a few characters more in ECMA-262 (no-break space, vertical tab) than in RE2, the dot leaves out the line
// separators there, and \p{…} and characters beyond U+FFFF need the u flag there. Go decides. To XPath, which SHACL goes by, \d
// and \w are the digits and letters of every script: shapes graphs have them written out ([Spelled]). An XPath engine to the
// letter knows no \b, \B, \f, \v, \xHH and \/, which those in use do.
package pattern
