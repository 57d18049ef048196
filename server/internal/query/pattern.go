package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// MaxPattern is the length of the longest pattern in bytes.
	MaxPattern = 256
	// MinLiteral is how many characters beside its wildcards a pattern needs, spaces not counted.
	MinLiteral = 2
)

// A Pattern is a text with wildcards at its start, its end or both: "*" stands for any number of characters that are no
// space, none included, and "?" for exactly one. It matches a text when it matches a run of whole words in it: *frank*
// matches "Johan Frank Robert", groen?? matches "Groenlo" but neither "Groen" nor "Groenink". Case does not count. A pattern
// without a wildcard matches a run of whole words that is written like it. Patterns are immutable and safe for concurrent
// use. The zero value matches nothing.
type Pattern struct {
	literal        []rune // folded
	before, behind gap
}

// A gap is what wildcards on one side of the literal stand for.
type gap struct {
	least int  // characters
	open  bool // or more
}

// HasWildcard reports whether a text has a wildcard anywhere.
func HasWildcard(text string) bool { return strings.ContainsAny(text, "*?") }

// CompilePattern compiles a decoded value. The [*Error] has the code CodeWildcard when a wildcard stands between other characters
// or when there are wildcards but fewer than [MinLiteral] other characters, CodeMinLength when the text is empty and CodeMaxLength
// when it is longer than [MaxPattern].
func CompilePattern(text string) (Pattern, error) {
	switch {
	case text == "":
		return Pattern{}, emptyItem("")
	case len(text) > MaxPattern:
		return Pattern{}, &Error{Code: CodeMaxLength, Value: shorten(text), Limit: strconv.Itoa(MaxPattern), Detail: "the pattern is longer than " + strconv.Itoa(MaxPattern) + " bytes"}
	}
	behindFirst := strings.TrimLeft(text, "*?")
	literal := strings.TrimRight(behindFirst, "*?")
	if HasWildcard(literal) {
		return Pattern{}, &Error{
			Code: CodeWildcard, Value: text, Limit: FirstWildcard(literal),
			Detail: text + " has a wildcard between other characters, want * and ? only at the start and at the end",
		}
	}
	p := Pattern{
		before:  newGap(text[:len(text)-len(behindFirst)]),
		behind:  newGap(behindFirst[len(literal):]),
		literal: make([]rune, 0, len(literal)),
	}
	count := 0
	for _, r := range literal {
		p.literal = append(p.literal, fold(r))
		if !unicode.IsSpace(r) {
			count++
		}
	}
	if count < MinLiteral && len(literal) < len(text) {
		return Pattern{}, &Error{
			Code: CodeWildcard, Value: text, Limit: FirstWildcard(text),
			Detail: text + " has too little beside its wildcards, want at least " + strconv.Itoa(MinLiteral) + " other characters",
		}
	}
	return p, nil
}

// FirstWildcard returns the first wildcard of a text that has one.
func FirstWildcard(text string) string {
	at := strings.IndexAny(text, "*?")
	return text[at : at+1]
}

// newGap compiles the wildcards of one side.
func newGap(wildcards string) gap {
	return gap{least: strings.Count(wildcards, "?"), open: strings.Contains(wildcards, "*")}
}

// Match reports whether the pattern matches a text. It allocates nothing.
func (p *Pattern) Match(text string) bool {
	if len(p.literal) == 0 {
		return false
	}
	for i := 0; i < len(text); {
		if end := p.literalEnd(text, i); end >= 0 && p.before.fits(text[:i], lastRune) && p.behind.fits(text[end:], utf8.DecodeRuneInString) {
			return true
		}
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return false
}

// literalEnd returns where the literal that starts at i in text ends, or -1 when it does not start there.
func (p *Pattern) literalEnd(text string, i int) int {
	for _, want := range p.literal {
		if i == len(text) {
			return -1
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if fold(r) != want {
			return -1
		}
		i += size
	}
	return i
}

// fits reports whether as many characters as the gap wants stand between the literal and the next space or the end of
// the text. Text is what lies on that side, and next takes its character nearest to the literal.
func (g gap) fits(text string, next func(string) (rune, int)) bool {
	count := 0
	for text != "" && count <= g.least {
		r, size := next(text)
		if unicode.IsSpace(r) {
			break
		}
		if count == g.least {
			return g.open
		}
		count++
		text = cut(text, size)
	}
	return count == g.least
}

// lastRune is utf8.DecodeLastRuneInString with a size that cut takes from the end.
func lastRune(s string) (rune, int) {
	r, size := utf8.DecodeLastRuneInString(s)
	return r, -size
}

// cut removes size bytes from the start of s, or, when size is negative, from its end.
func cut(s string, size int) string {
	if size < 0 {
		return s[:len(s)+size]
	}
	return s[size:]
}

// fold returns the character that stands for r in a comparison without case.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}
