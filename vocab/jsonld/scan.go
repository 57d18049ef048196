package jsonld

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// scanner turns the bytes of a document into the values that the JSON-LD library works on, and refuses on the way what the
// limits forbid and what the ecosystem's decoder lets through: duplicate names, lone surrogates, numbers that change.
type scanner struct {
	data   []byte
	pos    int
	limits Limits
	path   []step

	values, contexts, terms int
	// references lists the contexts asked for by name, with where.
	references []reference
	scratch    []byte
}

// step is one step of the path from the document's root to the position.
type step struct {
	name   string
	index  int
	member bool
}

// reference is a context that a document asks for.
type reference struct{ name, pointer string }

// scan reads one document: an object or an array. A byte order mark before it is skipped (RFC 8259, 8.1).
func scan(data []byte, limits Limits) (any, []reference, error) {
	if len(data) > limits.Size {
		return nil, nil, &Error{Code: CodeLimit, Reason: fmt.Sprintf("the document has %d bytes, more than %d", len(data), limits.Size)}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	s := scanner{data: data, limits: limits}
	s.space()
	if s.pos < len(data) && data[s.pos] != '{' && data[s.pos] != '[' {
		return nil, nil, s.fail("want an object or an array: a JSON-LD document is nothing else")
	}
	v, _, err := s.value(1, false)
	if err != nil {
		return nil, nil, err
	}
	if s.space(); s.pos < len(data) {
		return nil, nil, s.fail("want the end of the document")
	}
	return v, s.references, nil
}

// value reads a value. isContext is true for the value of @context and for the entries of an array that is one. The height
// is how many @context members lie inside each other in the value.
func (s *scanner) value(depth int, isContext bool) (v any, height int, err error) {
	if s.values++; s.values > s.limits.Values {
		return nil, 0, s.exceeds(s.limits.Values, "values")
	}
	s.space()
	if s.pos >= len(s.data) {
		return nil, 0, s.fail("want a value, and the document ends")
	}
	c := s.data[s.pos]
	if isContext && c != '[' {
		if s.contexts++; s.contexts > s.limits.Contexts {
			return nil, 0, s.exceeds(s.limits.Contexts, "contexts")
		}
	}
	switch {
	case c == '{' || c == '[':
		if depth > s.limits.Depth {
			return nil, 0, s.exceeds(s.limits.Depth, "levels of nesting")
		}
		if c == '{' {
			return s.object(depth, isContext)
		}
		return s.array(depth, isContext)
	case c == '"':
		text, err := s.str()
		if err == nil && isContext {
			s.references = append(s.references, reference{text, s.pointer()})
		}
		return text, 0, err
	case c == '-' || '0' <= c && c <= '9':
		number, err := s.number()
		return number, 0, err
	case bytes.HasPrefix(s.data[s.pos:], []byte("true")):
		s.pos += 4
		return true, 0, nil
	case bytes.HasPrefix(s.data[s.pos:], []byte("false")):
		s.pos += 5
		return false, 0, nil
	case bytes.HasPrefix(s.data[s.pos:], []byte("null")):
		s.pos += 4
		return nil, 0, nil
	default:
		return nil, 0, s.fail("want a value: an object, an array, a string, a number, true, false or null")
	}
}

func (s *scanner) object(depth int, isContext bool) (any, int, error) {
	object := map[string]any{}
	height := 0
	s.pos++
	s.space()
	for done := s.take('}'); !done; {
		name, err := s.name(object)
		if err != nil {
			return nil, 0, err
		}
		if isContext && !strings.HasPrefix(name, "@") {
			if s.terms++; s.terms > s.limits.Terms {
				return nil, 0, s.exceeds(s.limits.Terms, "terms in contexts")
			}
		}
		s.path = append(s.path, step{name: name, member: true})
		v, inner, err := s.value(depth+1, name == "@context" || isContext && name == "@import")
		if err != nil {
			return nil, 0, err
		}
		s.path = s.path[:len(s.path)-1]
		object[name] = v
		height = max(height, inner)
		s.space()
		if done = s.take('}'); !done && !s.take(',') {
			return nil, 0, s.fail("want \",\" or \"}\" after a member")
		}
	}
	if _, ok := object["@context"]; ok {
		if height++; height > s.limits.ContextDepth {
			return nil, 0, s.exceeds(s.limits.ContextDepth, "contexts inside each other")
		}
	}
	return object, height, nil
}

// name reads the name of a member and the colon behind it.
func (s *scanner) name(object map[string]any) (string, error) {
	s.space()
	if s.pos >= len(s.data) || s.data[s.pos] != '"' {
		return "", s.fail("want a name in quotation marks")
	}
	start := s.pos
	name, err := s.str()
	if err != nil {
		return "", err
	}
	if _, ok := object[name]; ok {
		s.pos = start
		return "", s.fail(fmt.Sprintf("the name %q is there twice", shorten(name)))
	}
	if s.space(); !s.take(':') {
		return "", s.fail("want \":\" after a name")
	}
	return name, nil
}

func (s *scanner) array(depth int, isContext bool) (any, int, error) {
	array := []any{}
	height := 0
	s.pos++
	s.space()
	for done := s.take(']'); !done; {
		s.path = append(s.path, step{index: len(array)})
		v, inner, err := s.value(depth+1, isContext)
		if err != nil {
			return nil, 0, err
		}
		s.path = s.path[:len(s.path)-1]
		array = append(array, v)
		height = max(height, inner)
		s.space()
		if done = s.take(']'); !done && !s.take(',') {
			return nil, 0, s.fail("want \",\" or \"]\" after a value")
		}
	}
	return array, height, nil
}

// number reads a number. One that a double does not hold as it is written would change silently, and is refused.
func (s *scanner) number() (any, error) {
	start := s.pos
	s.take('-')
	whole := s.digits()
	if whole == 0 || whole > 1 && s.data[s.pos-whole] == '0' {
		s.pos = start
		return nil, s.fail("want a number as JSON writes them: no leading zeros, a digit before the point")
	}
	integer := true
	if s.take('.') {
		integer = false
		if s.digits() == 0 {
			return nil, s.fail("want a digit after the point")
		}
	}
	if s.pos < len(s.data) && s.data[s.pos]|0x20 == 'e' {
		integer = false
		s.pos++
		if !s.take('+') {
			s.take('-')
		}
		if s.digits() == 0 {
			return nil, s.fail("want a digit in the exponent")
		}
	}
	f, err := strconv.ParseFloat(string(s.data[start:s.pos]), 64)
	if err != nil || integer && math.Abs(f) >= 1<<53 {
		s.pos = start
		return nil, s.fail("the number is too large to be kept exactly: write it as a typed string")
	}
	return f, nil
}

func (s *scanner) digits() int {
	start := s.pos
	for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
		s.pos++
	}
	return s.pos - start
}

// str reads a string, from its opening quotation mark on.
func (s *scanner) str() (string, error) {
	s.pos++
	begin := s.pos
	escaped := false
	s.scratch = s.scratch[:0]
	for {
		if s.pos >= len(s.data) {
			return "", s.fail("want a quotation mark at the end of the string")
		}
		if s.pos-begin > s.limits.String {
			return "", s.exceeds(s.limits.String, "bytes in a string")
		}
		c := s.data[s.pos]
		switch {
		case c == '"':
			text := s.data[begin:s.pos]
			if escaped {
				text = s.scratch
			}
			s.pos++
			return string(text), nil
		case c == '\\':
			if !escaped {
				escaped = true
				s.scratch = append(s.scratch, s.data[begin:s.pos]...)
			}
			r, err := s.escape()
			if err != nil {
				return "", err
			}
			s.scratch = utf8.AppendRune(s.scratch, r)
		case c < ' ':
			return "", s.fail("a control character in a string is written as an escape")
		default:
			size := 1
			if c >= utf8.RuneSelf {
				var r rune
				if r, size = utf8.DecodeRune(s.data[s.pos:]); r == utf8.RuneError && size == 1 {
					return "", s.fail("invalid UTF-8")
				}
			}
			if escaped {
				s.scratch = append(s.scratch, s.data[s.pos:s.pos+size]...)
			}
			s.pos += size
		}
	}
}

// escape reads an escape, from its backslash on.
func (s *scanner) escape() (rune, error) {
	if s.pos+1 >= len(s.data) {
		return 0, s.fail("want a quotation mark at the end of the string")
	}
	c := s.data[s.pos+1]
	if c == 'u' {
		return s.unicodeEscape()
	}
	i := strings.IndexByte(`"\/bfnrt`, c)
	if i < 0 {
		return 0, s.fail(`unknown escape: want \" \\ \/ \b \f \n \r \t or \uXXXX`)
	}
	s.pos += 2
	return rune("\"\\/\b\f\n\r\t"[i]), nil
}

func (s *scanner) unicodeEscape() (rune, error) {
	r, ok := s.hex4(s.pos)
	if !ok {
		return 0, s.fail(`want four hexadecimal digits after \u`)
	}
	if !utf16.IsSurrogate(r) {
		s.pos += 6
		return r, nil
	}
	if low, ok := s.hex4(s.pos + 6); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			s.pos += 12
			return pair, nil
		}
	}
	return 0, s.fail("half a surrogate pair is no character")
}

// hex4 reads \uXXXX at an offset.
func (s *scanner) hex4(at int) (rune, bool) {
	if at+6 > len(s.data) || s.data[at] != '\\' || s.data[at+1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range s.data[at+2 : at+6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

func (s *scanner) take(c byte) bool {
	if s.pos < len(s.data) && s.data[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

func (s *scanner) fail(reason string) error {
	line, column := s.position()
	return &Error{Code: CodeSyntax, Pointer: s.pointer(), Line: line, Column: column, Reason: reason}
}

func (s *scanner) exceeds(limit int, what string) error {
	line, column := s.position()
	return &Error{
		Code: CodeLimit, Pointer: s.pointer(), Line: line, Column: column,
		Reason: fmt.Sprintf("more than %d %s", limit, what),
	}
}

func (s *scanner) position() (line, column int) {
	before := s.data[:min(s.pos, len(s.data))]
	return bytes.Count(before, []byte("\n")) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}

// pointer is the position as a JSON pointer (RFC 6901).
func (s *scanner) pointer() string {
	var b strings.Builder
	for _, step := range s.path {
		b.WriteByte('/')
		if !step.member {
			b.WriteString(strconv.Itoa(step.index))
			continue
		}
		b.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(shorten(step.name)))
	}
	return b.String()
}

// longestQuoted bounds what an error repeats of a document.
const longestQuoted = 200

func shorten(s string) string {
	if len(s) <= longestQuoted {
		return s
	}
	return strings.ToValidUTF8(s[:longestQuoted], "") + "…"
}
