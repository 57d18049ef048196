package literal

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/vocab"
)

// maxQuoted is the number of bytes of a refused text that an error message repeats.
const maxQuoted = 60

// LexicalError says that a text is not a value of a datatype: which text, which datatype, and why not.
// Reason alone is fit to be shown to a client beside the name of the parameter or property it concerns.
type LexicalError struct {
	// Datatype is the IRI of the datatype that the text was read as.
	Datatype vocab.IRI
	// Text is the refused text, complete and unescaped: it may be long and may hold any byte.
	Text string
	// Reason says what is wrong with the text and what would be right, without repeating the text.
	Reason string
}

// Error returns the text (quoted, and shortened when long), the datatype and the reason.
func (e *LexicalError) Error() string {
	return quote(e.Text) + " is not " + article(e.Datatype) + ": " + e.Reason
}

// lexicalError returns nil for an empty reason: the parsers below report "" for success, so that a valid text never
// costs an allocation.
func lexicalError(datatypeName, text, reason string) error {
	if reason == "" {
		return nil
	}
	return &LexicalError{Datatype: vocab.IRI(vocab.NSXSD + datatypeName), Text: strings.Clone(text), Reason: reason}
}

// quote returns s as a Go string literal of bounded length.
func quote(s string) string {
	if len(s) <= maxQuoted {
		return strconv.Quote(s)
	}
	cut := maxQuoted
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strconv.Quote(s[:cut]) + "… (" + strconv.Itoa(len(s)) + " bytes)"
}

// article returns the short name of a datatype with its indefinite article.
func article(datatype vocab.IRI) string {
	name, ok := strings.CutPrefix(string(datatype), vocab.NSXSD)
	if !ok {
		return "a <" + string(datatype) + ">"
	}
	return "an xsd:" + name
}
