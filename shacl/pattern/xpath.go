package pattern

import (
	"fmt"
	"regexp"
	re2 "regexp/syntax"
	"strings"
)

// CompileXPath compiles an expression of somebody else's, as shapes graphs have them: in the syntax of XPath and XQuery
// ([fn:matches]), whose flags are i, s, m, x (white space in the expression means nothing) and q (every character means
// itself). [Compile] is stricter, since what it takes must also mean the same to the ECMA-262 of an OpenAPI document.
//
// \d and \w are digits and word characters of every script. To XPath an underscore is no word character and + is one; here it
// is as the processors in use have it.
//
// What RE2 lacks is an error that says so: look-around, back-references and the subtraction of classes. Errors are [*Error].
//
// [fn:matches]: https://www.w3.org/TR/xpath-functions/#func-matches
func CompileXPath(expression, flags string) (*regexp.Regexp, error) {
	t := translator{text: expression}
	letters := ""
	quoted := false
	for i, f := range flags {
		switch {
		case strings.ContainsRune(flags[:i], f): // says nothing new
		case strings.ContainsRune("ism", f):
			letters += string(f)
		case f == 'x':
			t.spaced = true
		case f == 'q':
			quoted = true
		default:
			return nil, &Error{Pattern: flags, Offset: i, Reason: "there is no flag " + string(f) + ": there are i, s, m, x and q"}
		}
	}
	translated := regexp.QuoteMeta(expression)
	if !quoted {
		var err error
		if translated, err = t.run(); err != nil {
			return nil, err
		}
	}
	if letters != "" {
		letters = "(?" + letters + ")"
	}
	refused := func(err error) error {
		return &Error{Pattern: expression, Reason: "RE2 refuses it: " + strings.TrimPrefix(err.Error(), "error parsing regexp: ")}
	}
	tree, err := re2.Parse(letters+translated, re2.Perl)
	if err != nil {
		return nil, refused(err)
	}
	if size(tree) > maxSize {
		return nil, &Error{Pattern: expression, Reason: fmt.Sprintf("with each repetition written out it has more than %d parts: "+
			"count less, or write * where the number does not matter", maxSize)}
	}
	re, err := regexp.Compile(letters + translated)
	if err != nil {
		return nil, refused(err)
	}
	return re, nil
}

// maxSize is how many parts an expression has at most, a{3} being three. The memory of an expression and the time that it
// takes for a character of text are in proportion to it: without a bound a few letters cost megabytes.
const maxSize = 1 << 14

// size is the number of parts of an expression.
func size(re *re2.Regexp) int {
	n := 1
	if re.Op == re2.OpLiteral {
		n = len(re.Rune)
	}
	for _, sub := range re.Sub {
		n += size(sub)
	}
	if re.Op == re2.OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return n
}

// The classes of XML names, as they stand inside brackets ([XML 1.0, 2.3]: https://www.w3.org/TR/xml/#NT-Name).
const (
	nameStart = `:A-Z_a-z\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2FF}\x{370}-\x{37D}\x{37F}-\x{1FFF}\x{200C}-\x{200D}\x{2070}-\x{218F}` +
		`\x{2C00}-\x{2FEF}\x{3001}-\x{D7FF}\x{F900}-\x{FDCF}\x{FDF0}-\x{FFFD}\x{10000}-\x{EFFFF}`
	nameChar = nameStart + `\-.0-9\x{B7}\x{0300}-\x{036F}\x{203F}-\x{2040}`
)

// wordChar is what \w matches, as it stands inside brackets.
const wordChar = `\p{L}\p{M}\p{N}_`

// translator writes an expression of XPath as one of RE2.
type translator struct {
	text   string
	spaced bool // white space means nothing
	out    strings.Builder
	class  bool // inside brackets
}

func (t *translator) run() (string, error) {
	for i := 0; i < len(t.text); i++ {
		switch b := t.text[i]; {
		case b == '\\':
			if i++; i == len(t.text) {
				return "", &Error{Pattern: t.text, Offset: i - 1, Reason: `a backslash ends the expression: write \\ for the character`}
			}
			if err := t.escape(i); err != nil {
				return "", err
			}
		case t.spaced && !t.class && strings.IndexByte(" \t\r\n", b) >= 0:
		case t.class && b == '[' && strings.HasSuffix(t.text[:i], "-"):
			return "", &Error{Pattern: t.text, Offset: i, Reason: `RE2 has no subtraction of classes, [a-z-[aeiou]]: list the characters that are left`}
		case t.class && b == '[' && !strings.HasPrefix(t.text[i:], "[:"):
			t.out.WriteString(`\[`)
		case t.class && b == '[':
			return "", &Error{Pattern: t.text, Offset: i, Reason: `XPath has no POSIX classes: write \[ for the character`}
		default:
			t.class = b == '[' || t.class && b != ']'
			t.out.WriteByte(b)
		}
	}
	return t.out.String(), nil
}

// escape writes the escape whose letter is at i.
func (t *translator) escape(i int) error {
	at := func(reason string) error { return &Error{Pattern: t.text, Offset: i - 1, Reason: reason} }
	letter := t.text[i]
	switch letter {
	case 'i', 'I', 'c', 'C':
		set := nameStart
		if letter|0x20 == 'c' {
			set = nameChar
		}
		switch {
		case t.class && letter < 'a':
			return at(`\` + string(letter) + ` can't stand in a class here: write [^\` + string(letter|0x20) + `] beside it`)
		case t.class:
			t.out.WriteString(set)
		case letter < 'a':
			t.out.WriteString("[^" + set + "]")
		default:
			t.out.WriteString("[" + set + "]")
		}
		return nil
	case 'd':
		t.out.WriteString(`\p{Nd}`) // digits of every script
		return nil
	case 'D':
		t.out.WriteString(`\P{Nd}`)
		return nil
	case 'w', 'W':
		switch {
		case letter == 'w' && t.class:
			t.out.WriteString(wordChar)
		case letter == 'w':
			t.out.WriteString("[" + wordChar + "]")
		case t.class:
			t.out.WriteString(`\W`) // of ASCII: RE2 has no other set of a set
		default:
			t.out.WriteString("[^" + wordChar + "]")
		}
		return nil
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return at("RE2 has no back-references: describe what is repeated once more")
	case 'p', 'P':
		if strings.HasPrefix(t.text[i+1:], "{Is") {
			return at(`RE2 has no Unicode blocks: write a script, as in \p{Greek}, or a range of characters`)
		}
	}
	t.out.WriteByte('\\')
	t.out.WriteByte(letter)
	return nil
}
