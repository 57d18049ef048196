package pattern

import "strings"

// The characters that \d and \w stand for in Go and ECMA-262, as they stand inside brackets.
const (
	asciiDigit = "0-9"
	asciiWord  = "0-9A-Za-z_"
)

// Spelled is an expression that [Check] accepts with \d, \D, \w and \W written out, as it stands in a shapes graph: to XPath,
// which SHACL goes by, they are the digits and the letters of every script, as [CompileXPath] has them.
func Spelled(expression string) string {
	var out strings.Builder
	class := false
	for i := 0; i < len(expression); i++ {
		b := expression[i]
		if b != '\\' {
			class = b == '[' || class && b != ']'
			out.WriteByte(b)
			continue
		}
		i++ // of an expression that is accepted, a letter follows
		set, complement := "", ""
		switch expression[i] {
		case 'd':
			set = asciiDigit
		case 'w':
			set = asciiWord
		case 'D':
			set, complement = asciiDigit, "^"
		case 'W':
			set, complement = asciiWord, "^"
		}
		switch {
		case set == "":
			out.WriteString(expression[i-1 : i+1])
		case class:
			out.WriteString(set)
		default:
			out.WriteString("[" + complement + set + "]")
		}
	}
	return out.String()
}
