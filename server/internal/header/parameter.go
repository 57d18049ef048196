package header

import "strings"

// CutParameters divides an element at its first semicolon outside quotes: what stands in front of it, and the parameters,
// to be read with [Parameters].
func CutParameters(element string) (head string, rest Parameters) {
	end := partEnd(element)
	if end == len(element) {
		return TrimSpace(element), ""
	}
	return TrimSpace(element[:end]), Parameters(element[end+1:])
}

// Parameters is what follows the first semicolon of an element: the parameters not read yet.
type Parameters string

// Next takes the first parameter off p and reports whether there was one. The value is as sent, quotes and all: compare it
// with [EqualValue]. A parameter without an equals sign has an empty value. Empty parameters are skipped. A name or value
// that is not well-formed makes wellFormed false, and the caller ignores the whole element.
func (p *Parameters) Next() (name, value string, wellFormed, ok bool) {
	for *p != "" {
		s := string(*p)
		end := partEnd(s)
		if end == len(s) {
			*p = ""
		} else {
			*p = Parameters(s[end+1:])
		}
		if s = TrimSpace(s[:end]); s != "" {
			name, value, wellFormed = splitParameter(s)
			return name, value, wellFormed, true
		}
	}
	return "", "", true, false
}

// partEnd returns the index of the first semicolon in s that is outside a quoted string, or len(s).
func partEnd(s string) int {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			return i
		}
	}
	return len(s)
}

// splitParameter divides a parameter at its equals sign, with the white space around it that RFC 7240 allows.
func splitParameter(s string) (name, value string, wellFormed bool) {
	name, value, assigned := strings.Cut(s, "=")
	if !assigned {
		return s, "", IsToken(s)
	}
	name, value = TrimSpace(name), TrimSpace(value)
	return name, value, IsToken(name) && (value == "" || IsToken(value) || isQuoted(value))
}

// isQuoted reports whether s is one quoted string (RFC 9110 5.6.4), closed where it ends.
func isQuoted(s string) bool {
	if len(s) < 2 || s[0] != '"' {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i == len(s)-1
		}
	}
	return false
}

// EqualValue reports whether value, a parameter value as sent (a token or a quoted string), means want. Case counts.
func EqualValue(value, want string) bool {
	return equalValue(value, want, func(a, b byte) bool { return a == b })
}

// EqualValueFold is [EqualValue] without regard to ASCII case.
func EqualValueFold(value, want string) bool {
	return equalValue(value, want, func(a, b byte) bool { return lower(a) == lower(b) })
}

func equalValue(value, want string, equal func(a, b byte) bool) bool {
	if isQuoted(value) {
		value = value[1 : len(value)-1]
	} else if len(value) != len(want) {
		return false
	}
	at := 0
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) {
			i++
		}
		if at == len(want) || !equal(value[i], want[at]) {
			return false
		}
		at++
	}
	return at == len(want)
}

// EqualFold reports whether a and b are the same apart from ASCII case. Unlike strings.EqualFold it never takes a
// character outside ASCII for one inside (the Kelvin sign for a k).
func EqualFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// IsToken reports whether s is a token (RFC 9110 5.6.2): at least one character, each a letter, a digit or one of
// !#$%&'*+-.^_`|~.
func IsToken(s string) bool {
	for i := range len(s) {
		if !isTokenByte(s[i]) {
			return false
		}
	}
	return s != ""
}

func isTokenByte(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	}
	switch c {
	case '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~':
		return true
	}
	return false
}
