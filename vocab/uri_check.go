package vocab

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// URIError says why a text is not a URI or an IRI, and where.
type URIError struct {
	// Input is the text that was checked.
	Input string
	// Offset is the position in bytes of what is wrong; len(Input) when something is missing at the end.
	Offset int
	// Char is the offending character: [utf8.RuneError] for a byte that is not UTF-8, -1 when something is missing.
	Char rune
	// Reason says what is wrong, and what would be right where that can be said.
	Reason string
	// IRI is true when the text was checked as an IRI, which may contain characters beyond ASCII.
	IRI bool
}

// longestQuoted bounds how much of a text is repeated in an error message.
const longestQuoted = 200

// Error implements error: the text, the position, the character, the reason.
func (e *URIError) Error() string {
	kind := "URI"
	if e.IRI {
		kind = "IRI"
	}
	input := e.Input
	if len(input) > longestQuoted {
		input = strings.ToValidUTF8(input[:longestQuoted], "") + "…"
	}
	if e.Char < 0 {
		return fmt.Sprintf("%q is no absolute %s: %s", input, kind, e.Reason)
	}
	return fmt.Sprintf("%q is no absolute %s: %s at byte %d: %s", input, kind, describeChar(e.Char), e.Offset, e.Reason)
}

func describeChar(c rune) string {
	if c == utf8.RuneError {
		return "invalid UTF-8"
	}
	return strconv.QuoteRune(c)
}

// CheckURI reports whether s is an absolute URI by the grammar of [RFC 3986, appendix A]: a scheme, then only characters
// that may stand where they stand. It refuses what Go's url.Parse lets through: spaces, controls, quotation marks, angle
// brackets, braces, "|", "\", "^", "`", characters beyond ASCII, a "%" without two hexadecimal digits, a second "#", square
// brackets outside an IP literal, bad IPv6 addresses and ports. A fragment is allowed. The error is a [*URIError]. Nothing
// is allocated when s is a URI.
//
// [RFC 3986, appendix A]: https://www.rfc-editor.org/rfc/rfc3986#appendix-A
func CheckURI(s string) error {
	c := uriChecker{s: s}
	return c.check()
}

// CheckIRI reports whether s is an absolute IRI by the grammar of [RFC 3987, 2.2]: as [CheckURI], with the characters
// beyond ASCII that the RFC allows, in UTF-8. The error is a [*URIError]. Nothing is allocated when s is an IRI.
//
// [RFC 3987, 2.2]: https://www.rfc-editor.org/rfc/rfc3987#section-2.2
func CheckIRI(s string) error {
	c := uriChecker{s: s, iri: true}
	return c.check()
}

type uriChecker struct {
	s   string
	iri bool
}

// part names the part of a URI that a character stands in.
type part uint8

const (
	inUserinfo part = iota
	inHost
	inPath
	inQuery
	inFragment
)

func (c *uriChecker) check() error {
	i, err := c.scheme()
	if err != nil {
		return err
	}
	s := c.s
	if strings.HasPrefix(s[i:], "//") {
		end := len(s)
		if n := strings.IndexAny(s[i+2:], "/?#"); n >= 0 {
			end = i + 2 + n
		}
		if err := c.authority(i+2, end); err != nil {
			return err
		}
		i = end
	}
	path := len(s)
	if n := strings.IndexAny(s[i:], "?#"); n >= 0 {
		path = i + n
	}
	if err := c.chars(i, path, inPath); err != nil {
		return err
	}
	i = path
	if i < len(s) && s[i] == '?' {
		end := len(s)
		if n := strings.IndexByte(s[i:], '#'); n >= 0 {
			end = i + n
		}
		if err := c.chars(i+1, end, inQuery); err != nil {
			return err
		}
		i = end
	}
	if i < len(s) {
		return c.chars(i+1, len(s), inFragment)
	}
	return nil
}

// scheme checks the scheme and returns the offset behind its colon.
func (c *uriChecker) scheme() (int, error) {
	if c.s == "" {
		return 0, c.missing("it is empty")
	}
	if n := schemeLength(c.s); n > 0 {
		return n + 1, nil
	}
	for i := range len(c.s) {
		switch b := c.s[i]; {
		case b == '/' || b == '?' || b == '#':
			return 0, c.missing("it has no scheme (such as \"https:\")")
		case i == 0 && !isAlpha(b):
			return 0, c.fail(i, "a scheme (such as \"https:\") begins with a letter")
		case !isAlnum(b) && b != '+' && b != '-' && b != '.':
			return 0, c.fail(i, "a scheme (such as \"https:\") has letters, digits, \"+\", \"-\" and \".\" only")
		}
	}
	return 0, c.missing("it has no scheme (such as \"https:\")")
}

func (c *uriChecker) authority(start, end int) error {
	host := start
	if at := strings.LastIndexByte(c.s[start:end], '@'); at >= 0 {
		if err := c.chars(start, start+at, inUserinfo); err != nil {
			return err
		}
		host = start + at + 1
	}
	if host < end && c.s[host] == '[' {
		n := strings.IndexByte(c.s[host:end], ']')
		if n < 0 {
			return c.fail(host, "the IP literal has no closing \"]\"")
		}
		if literal := c.s[host+1 : host+n]; !isIPv6(literal) && !isIPvFuture(literal) {
			return c.fail(host, "not an IPv6 address between the brackets")
		}
		host += n + 1
		if host < end && c.s[host] != ':' {
			return c.fail(host, "only a port may follow an IP literal")
		}
		return c.port(host, end)
	}
	colon := end
	if n := strings.IndexByte(c.s[host:end], ':'); n >= 0 {
		colon = host + n
	}
	if err := c.chars(host, colon, inHost); err != nil {
		return err
	}
	return c.port(colon, end)
}

// port checks what stands between host and path: nothing, or a colon and digits.
func (c *uriChecker) port(start, end int) error {
	for i := start + 1; i < end; i++ {
		if !isDigit(c.s[i]) {
			return c.fail(i, "a port has digits only")
		}
	}
	return nil
}

// chars checks the characters of one part.
func (c *uriChecker) chars(start, end int, where part) error {
	for i := start; i < end; {
		b := c.s[i]
		switch {
		case b < utf8.RuneSelf && allowed(b, where):
			i++
		case b == '%':
			if i+2 >= end || !isHex(c.s[i+1]) || !isHex(c.s[i+2]) {
				return c.fail(i, "two hexadecimal digits must follow; a percent sign itself is written %25")
			}
			i += 3
		case b < utf8.RuneSelf:
			return c.fail(i, "write it as %"+string([]byte{upperHex[b>>4], upperHex[b&15]}))
		default:
			r, size := utf8.DecodeRuneInString(c.s[i:end])
			if r == utf8.RuneError && size == 1 {
				return c.fail(i, "percent-encode the bytes of UTF-8")
			}
			if !c.iri {
				return c.fail(i, "only ASCII is allowed: write it as "+string(appendEscapedRune(nil, r)))
			}
			if !isUcschar(r) && (where != inQuery || !isIprivate(r)) {
				return c.fail(i, "this character is not allowed in an IRI: write it as "+string(appendEscapedRune(nil, r)))
			}
			i += size
		}
	}
	return nil
}

// allowed reports whether an ASCII character may stand in a part as it is.
func allowed(b byte, where part) bool {
	switch where {
	case inUserinfo:
		return isUnreserved(b) || isSubDelim(b) || b == ':'
	case inHost:
		return isUnreserved(b) || isSubDelim(b)
	case inPath:
		return isPchar(b) || b == '/'
	default:
		return isURIChar(b)
	}
}

func (c *uriChecker) missing(reason string) error {
	return &URIError{Input: c.s, Offset: len(c.s), Char: -1, Reason: reason, IRI: c.iri}
}

func (c *uriChecker) fail(offset int, reason string) error {
	r, _ := utf8.DecodeRuneInString(c.s[offset:])
	return &URIError{Input: c.s, Offset: offset, Char: r, Reason: reason, IRI: c.iri}
}

func appendEscapedRune(dst []byte, r rune) []byte {
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		dst = appendEscaped(dst, b)
	}
	return dst
}

// isUcschar is the production ucschar of RFC 3987.
func isUcschar(r rune) bool {
	switch {
	case r < 0xA0:
		return false
	case r <= 0xD7FF, 0xF900 <= r && r <= 0xFDCF, 0xFDF0 <= r && r <= 0xFFEF:
		return true
	case r < 0x10000 || r >= 0xF0000:
		return false
	case r >= 0xE0000:
		return r >= 0xE1000 && r <= 0xEFFFD
	default:
		return r&0xFFFF <= 0xFFFD
	}
}

// isIprivate is the production iprivate of RFC 3987.
func isIprivate(r rune) bool {
	return 0xE000 <= r && r <= 0xF8FF || 0xF0000 <= r && r <= 0x10FFFD && r&0xFFFF <= 0xFFFD
}

// isIPvFuture is the production IPvFuture of RFC 3986: "v", a version, a dot, an address.
func isIPvFuture(s string) bool {
	if s == "" || s[0]|0x20 != 'v' {
		return false
	}
	version, address, ok := strings.Cut(s[1:], ".")
	if !ok || version == "" || address == "" {
		return false
	}
	for i := range len(version) {
		if !isHex(version[i]) {
			return false
		}
	}
	for i := range len(address) {
		if b := address[i]; !isUnreserved(b) && !isSubDelim(b) && b != ':' {
			return false
		}
	}
	return true
}

// isIPv6 is the production IPv6address of RFC 3986: eight groups of 16 bits, of which a run of one or more may be "::" and
// the last two an IPv4 address. Zones are not part of it.
func isIPv6(s string) bool {
	groups, elided := 0, false
	if rest, ok := strings.CutPrefix(s, "::"); ok {
		if s, elided = rest, true; s == "" {
			return true
		}
	}
	for {
		n := strings.IndexByte(s, ':')
		if n < 0 {
			switch {
			case isIPv4(s):
				groups += 2
			case isH16(s):
				groups++
			default:
				return false
			}
			break
		}
		if !isH16(s[:n]) {
			return false
		}
		groups++
		if s = s[n+1:]; strings.HasPrefix(s, ":") {
			if elided {
				return false
			}
			if s, elided = s[1:], true; s == "" {
				break
			}
		}
	}
	if elided {
		return groups <= 7
	}
	return groups == 8
}

// isH16 reports whether s is one to four hexadecimal digits.
func isH16(s string) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	for i := range len(s) {
		if !isHex(s[i]) {
			return false
		}
	}
	return true
}

// isIPv4 is the production IPv4address of RFC 3986: four numbers up to 255 without leading zeros.
func isIPv4(s string) bool {
	for part := range 4 {
		n, value := 0, 0
		for n < len(s) && n < 3 && isDigit(s[n]) {
			value = value*10 + int(s[n]-'0')
			n++
		}
		if n == 0 || value > 255 || n > 1 && s[0] == '0' {
			return false
		}
		s = s[n:]
		if part == 3 {
			return s == ""
		}
		if s == "" || s[0] != '.' {
			return false
		}
		s = s[1:]
	}
	return false
}
