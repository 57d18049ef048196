package literal

import "strings"

// checkHex returns why s is no xsd:hexBinary, "" if it is.
func checkHex(s string) string {
	for i := range len(s) {
		if c := s[i]; !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
			return "it must be hexadecimal digits, two for each byte"
		}
	}
	if len(s)%2 != 0 {
		return "it must have two hexadecimal digits for each byte: one is missing"
	}
	return ""
}

// checkBase64 returns why s is no xsd:base64Binary, "" if it is. XSD allows one space between any two characters, and
// wants the bits that padding leaves over to be zero.
func checkBase64(s string) string {
	const grammar = "it must be base64 (A-Z a-z 0-9 + /) in groups of four characters, the last filled up with ="
	var count, padding int
	var last byte // the last character that is no padding
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ':
			if i == 0 || i == len(s)-1 || s[i-1] == ' ' {
				return "it must not have spaces at either end or two spaces together"
			}
			continue
		case c == '=':
			padding++
		case padding > 0 || !isAlnum(c) && c != '+' && c != '/':
			return grammar
		default:
			last = c
		}
		count++
	}
	switch {
	case count%4 != 0 || padding > 2:
		return grammar
	case padding == 1 && strings.IndexByte("AEIMQUYcgkosw048", last) < 0, padding == 2 && strings.IndexByte("AQgw", last) < 0:
		return "its last character before = carries bits that belong to no byte"
	}
	return ""
}
