package conditional

// MaxBytes is how many bytes of one field, all its lines together, are read.
const MaxBytes = 8 << 10

// MatchNone reports whether the lines of If-None-Match name the entity tag of the current representation, by weak
// comparison (RFC 9110 13.1.2): a GET is then answered with 304. "*" names any tag, but only when it is all there is. An
// etag that is empty or malformed, as that of a resource that does not exist, is never named.
func MatchNone(ifNoneMatch []string, etag string) bool {
	opaque, _ := cutWeak(etag)
	return isOpaque(opaque) && named(ifNoneMatch, opaque, true)
}

// Match reports whether the lines of If-Match name the entity tag of the current representation, by strong comparison
// (RFC 9110 13.1.1): a weak tag on either side never matches. A write goes ahead only then, otherwise it is a 412. "*" names
// any resource that exists, but only when it is all there is. An etag that is empty or malformed is never named.
func Match(ifMatch []string, etag string) bool {
	if _, weak := cutWeak(etag); weak {
		return isAny(ifMatch)
	}
	return isOpaque(etag) && named(ifMatch, etag, false)
}

// named looks for an opaque tag in the lines of a field.
func named(lines []string, opaque string, weakToo bool) bool {
	if isAny(lines) {
		return true
	}
	budget := MaxBytes
	for _, line := range lines {
		if len(line) > budget {
			line = line[:budget]
		}
		budget -= len(line)
		for line != "" {
			var candidate string
			var weak bool
			candidate, weak, line = next(line)
			if candidate == opaque && (weakToo || !weak) {
				return true
			}
		}
	}
	return false
}

// isAny reports whether a field is "*" and nothing else.
func isAny(lines []string) bool {
	star := false
	for _, line := range lines {
		switch trimmed := trim(line); {
		case trimmed == "":
		case trimmed == "*" && !star:
			star = true
		default:
			return false
		}
	}
	return star
}

// next takes the first element off a list of entity tags; a comma inside the quotes belongs to the tag. An element that is
// no entity tag comes back empty.
func next(list string) (opaque string, weak bool, rest string) {
	list = trimLeft(list)
	opaque, weak = cutWeak(list)
	if opaque == "" || opaque[0] != '"' {
		return "", false, behindComma(list)
	}
	for end := 1; end < len(opaque); end++ {
		if opaque[end] != '"' {
			continue
		}
		rest = trimLeft(opaque[end+1:])
		if rest != "" && rest[0] != ',' {
			return "", false, behindComma(rest)
		}
		opaque = opaque[:end+1]
		if !isOpaque(opaque) {
			opaque = ""
		}
		return opaque, weak, behindComma(rest)
	}
	return "", false, ""
}

// behindComma returns what follows the first comma in s, or nothing.
func behindComma(s string) string {
	for i := range len(s) {
		if s[i] == ',' {
			return s[i+1:]
		}
	}
	return ""
}

func trimLeft(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	return s
}

func trim(s string) string {
	s = trimLeft(s)
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}
