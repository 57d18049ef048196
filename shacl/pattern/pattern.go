package pattern

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Error says where an expression leaves what all engines share, and what to write instead.
type Error struct {
	// Pattern is the expression, Offset the byte where the construct begins.
	Pattern string
	Offset  int
	// Reason says what is wrong and what would be right.
	Reason string
}

// Error names the construct's place and the reason.
func (e *Error) Error() string {
	return fmt.Sprintf("pattern %q at character %d: %s", e.Pattern, utf8.RuneCountInString(e.Pattern[:e.Offset])+1, e.Reason)
}

// Compile checks an expression and its flags and compiles it. The flags are any of i (ignore case), s (the dot matches a
// line break too) and m (^ and $ match at line breaks too). Errors are [*Error].
func Compile(expression, flags string) (*regexp.Regexp, error) {
	if err := Check(expression); err != nil {
		return nil, err
	}
	if err := CheckFlags(flags); err != nil {
		return nil, err
	}
	if flags != "" {
		flags = "(?" + flags + ")"
	}
	re, err := regexp.Compile(flags + expression)
	if err != nil {
		return nil, &Error{Pattern: expression, Reason: "RE2 refuses it: " + err.Error()}
	}
	return re, nil
}

// Check tells whether an expression means the same to all engines. The error is an [*Error].
func Check(expression string) error {
	if !utf8.ValidString(expression) {
		return &Error{Pattern: expression, Reason: "it is not valid UTF-8"}
	}
	s := scanner{text: expression}
	if err := s.run(); err != nil {
		return err
	}
	if _, err := regexp.Compile(expression); err != nil { // sizes and ranges, which both engines bound
		return &Error{Pattern: expression, Reason: "RE2 refuses it: " + err.Error()}
	}
	return nil
}

// CheckFlags tells whether flags are distinct letters of i, s and m. The error is an [*Error].
func CheckFlags(flags string) error {
	for i, f := range flags {
		switch {
		case !strings.ContainsRune("ism", f):
			return &Error{Pattern: flags, Offset: i, Reason: fmt.Sprintf("there is no flag %q: use i (ignore case), s (dot matches line breaks), m (^ and $ match at line breaks)", f)}
		case strings.ContainsRune(flags[:i], f):
			return &Error{Pattern: flags, Offset: i, Reason: fmt.Sprintf("flag %q stands twice", f)}
		}
	}
	return nil
}
