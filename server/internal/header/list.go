package header

// MaxBytes is how many bytes of one field, all its lines together, are read; what follows is as if it had not been sent.
const MaxBytes = 8 << 10

// MaxElements is how many elements of one field are read; empty elements do not count.
const MaxElements = 64

// A List walks the elements of a field whose value is a comma-separated list. Several lines of a field are one list
// (RFC 9110 5.3). The zero value is an empty list. A List is a cursor of one goroutine.
type List struct {
	lines []string // lines not begun yet
	rest  string   // what is left of the line being read
	cut   bool     // rest was shortened to the budget: its last element is not whole
	bytes int      // budget left
	count int      // elements left
}

// Split starts a walk over the elements of the field whose lines are given.
func Split(lines []string) List {
	return List{lines: lines, bytes: MaxBytes, count: MaxElements}
}

// Next returns the next element that is not empty, without the white space around it, and whether there was one. An
// element that crosses the limit of [MaxBytes] is dropped, because half an element may say the opposite of the whole.
func (l *List) Next() (element string, ok bool) {
	for l.count > 0 {
		if l.rest == "" && !l.advance() {
			return "", false
		}
		end := elementEnd(l.rest)
		last := end == len(l.rest)
		element = TrimSpace(l.rest[:end])
		if last {
			l.rest = ""
			if l.cut {
				l.lines = nil
				return "", false
			}
		} else {
			l.rest = l.rest[end+1:]
		}
		if element != "" {
			l.count--
			return element, true
		}
	}
	return "", false
}

// advance takes the next line that is not empty, as much of it as the budget allows.
func (l *List) advance() bool {
	for len(l.lines) > 0 && l.bytes > 0 {
		line := l.lines[0]
		l.lines = l.lines[1:]
		if len(line) > l.bytes {
			line, l.cut = line[:l.bytes], true
		}
		l.bytes -= len(line)
		if line != "" {
			l.rest = line
			return true
		}
	}
	return false
}

// elementEnd returns the index of the first comma in s that is outside a quoted string, or len(s).
func elementEnd(s string) int {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == ',' && !quoted:
			return i
		}
	}
	return len(s)
}

// TrimSpace returns s without the optional white space (space and tab, RFC 9110 5.6.3) at its ends.
func TrimSpace(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' }
