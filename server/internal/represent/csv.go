package represent

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// A plan's table has a column for each value that a row can have: first the IRI of the row, then the properties by their
// dotted paths, those of nested nodes included. A nested node that has an IRI has a column for it too. A node nested in one
// of its own kind has no fixed number of columns: it is a cell of JSON.
//
// The values of a list are joined by "|"; a "|" and a backslash in a value have a backslash before them then. In the
// columns of nodes of which there are several, an absent value is an empty one, so that the n-th value of each column
// belongs to the n-th node.

// column is a column of a table.
type column struct {
	// head is its name as a cell.
	head []byte
	// steps lead to its values, from the root.
	steps []*step
	shows shows
	// joined says that there may be several values.
	joined bool
	// text says that values may begin with anything.
	text bool
}

// shows is what a column shows of the values that its steps lead to.
type shows uint8

const (
	showsValue shows = iota
	showsIRI
	showsJSON
)

// tabulate makes the columns of a plan.
func (p *Plan) tabulate() {
	p.columns = p.root.tabulate(nil, nil, false)
	name := "iri"
	for slices.ContainsFunc(p.columns, func(c column) bool { return string(c.head) == name }) {
		name = "_" + name
	}
	p.iriHead = []byte(name)
}

func (n *node) tabulate(columns []column, above []*step, joined bool) []column {
	for i := range n.steps {
		s := &n.steps[i]
		c := column{steps: append(slices.Clone(above), s), joined: joined || s.many}
		c.head = quote(safe([]byte(s.path), 0), 0)
		switch {
		case s.again:
			c.shows = showsJSON
		case s.node != nil:
			if s.node.identifier != nil {
				c.shows, c.text = showsIRI, true
				columns = append(columns, c)
			}
			columns = s.node.tabulate(columns, c.steps, c.joined)
			continue
		case s.link != nil, s.kind == record.KindString, s.kind == record.KindLangString, s.kind == record.KindToken, s.kind == record.KindDecimal:
			c.text = true
		}
		columns = append(columns, c)
	}
	return columns
}

// AppendCSVHead appends the names of the columns, a line of CSV ([RFC 4180]).
//
// [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180
func (p *Plan) AppendCSVHead(dst []byte) []byte {
	dst = append(dst, p.iriHead...)
	for i := range p.columns {
		dst = append(append(dst, ','), p.columns[i].head...)
	}
	return append(dst, "\r\n"...)
}

// AppendCSV appends a record as a line of CSV, with absolute IRIs and texts in one language. No cell is a formula: text
// that a spreadsheet would take for one has an apostrophe before it.
func (p *Plan) AppendCSV(dst []byte, value unsafe.Pointer, state *State) []byte {
	dst = p.AppendReference(dst, value, state.Base)
	for i := range p.columns {
		dst = p.columns[i].append(append(dst, ','), value, state)
	}
	return append(dst, "\r\n"...)
}

// append appends a cell.
func (c *column) append(dst []byte, value unsafe.Pointer, state *State) []byte {
	start := len(dst)
	dst, _ = c.appendValues(dst, 0, 0, value, state)
	if c.joined && len(bytes.Trim(dst[start:], "|")) == 0 {
		return dst[:start]
	}
	if decimal := c.steps[len(c.steps)-1].kind == record.KindDecimal; c.text && (!decimal || !isNumber(dst[start:])) {
		dst = safe(dst, start)
	}
	return quote(dst, start)
}

// appendValues appends the values in a node that the steps from one on lead to, as more of n values that are there.
func (c *column) appendValues(dst []byte, from, n int, value unsafe.Pointer, state *State) ([]byte, int) {
	s := c.steps[from]
	before := n
	if s.link != nil || s.kind == record.KindLangString {
		dst, n = c.appendOne(dst, n, s, value, state)
	} else {
		for j := range s.field.Len(value) {
			v := s.field.At(value, j)
			switch {
			case v == nil:
			case from < len(c.steps)-1:
				dst, n = c.appendValues(dst, from+1, n, v, state)
			default:
				dst, n = c.appendOne(dst, n, s, v, state)
			}
		}
	}
	if n == before && c.joined {
		dst, n = separated(dst, n), n+1
	}
	return dst, n
}

// separated appends what stands before one more of n values.
func separated(dst []byte, n int) []byte {
	if n > 0 {
		return append(dst, '|')
	}
	return dst
}

// appendOne appends one value, or none where there is nothing to show. For links and texts by language it is the node's.
func (c *column) appendOne(dst []byte, n int, s *step, v unsafe.Pointer, state *State) ([]byte, int) {
	dst = separated(dst, n)
	start := len(dst)
	switch {
	case c.shows == showsJSON:
		// The object takes back a comma before it if it is empty: it must not be the one between two cells.
		dst = s.node.appendObject(append(dst, ' '), v, state)
		dst = slices.Delete(dst, start, start+1)
	case c.shows == showsIRI && s.node.identifier.Len(v) == 0:
	case c.shows == showsIRI && s.node.segment == "":
		dst = appendText(dst, record.String(s.node.identifier.At(v, 0)))
	case c.shows == showsIRI:
		dst = s.node.appendReference(dst, v, state.Base)
	case s.link != nil:
		if target := s.link(v); target != "" {
			dst = appendTarget(dst, target, state.Base)
		}
	case s.kind == record.KindLangString:
		if text := s.inLanguage(v, state); text != nil {
			dst = appendText(dst, text.Value)
		}
	default:
		dst = s.appendPlain(dst, v, state)
	}
	if c.joined {
		dst = escape(dst, start, '|', '\\', '\\')
	}
	return dst, n + 1
}

// appendPlain appends the text of a value.
func (s *step) appendPlain(dst []byte, v unsafe.Pointer, state *State) []byte {
	switch s.kind {
	case record.KindString, record.KindDecimal:
		return appendText(dst, record.String(v))
	case record.KindToken:
		if t := s.token(v); t != nil {
			return append(dst, t.name...)
		}
		return dst
	case record.KindRef:
		dst = append(append(dst, state.Base...), s.segment...)
		return vocab.AppendSegment(dst, record.String(v))
	case record.KindFloat:
		if f := s.field.Float(v); !math.IsNaN(f) && !math.IsInf(f, 0) {
			return literal.AppendJSONFloat(dst, f)
		}
		return s.appendLexical(dst, v)
	default:
		return s.appendLexical(dst, v)
	}
}

// inLanguage returns the text of a language string in the state's language, else in one with the same primary subtag, else in
// the first of the API's languages that it has, else the first one; nil for none. Case does not count in tags (BCP 47 2.1.1).
func (s *step) inLanguage(value unsafe.Pointer, state *State) *literal.LangValue {
	count := s.field.Len(value)
	if count == 0 {
		return nil
	}
	in := func(tag string, cut func(string) string) *literal.LangValue {
		for j := range count {
			if text := record.LangValue(s.field.At(value, j)); strings.EqualFold(cut(text.Lang), cut(tag)) {
				return text
			}
		}
		return nil
	}
	text := in(state.Language, whole)
	if text == nil {
		text = in(state.Language, primary)
	}
	for i := 0; text == nil && i < len(state.Languages); i++ {
		text = in(state.Languages[i], whole)
	}
	if text == nil {
		text = record.LangValue(s.field.At(value, 0))
	}
	state.see(text.Lang)
	return text
}

// whole is all of a language tag, primary its first subtag: the language without script and region.
func whole(tag string) string { return tag }

func primary(tag string) string {
	language, _, _ := strings.Cut(tag, "-")
	return language
}

// appendText appends text as UTF-8.
func appendText(dst []byte, text string) []byte {
	return append(dst, strings.ToValidUTF8(text, "\uFFFD")...)
}

// safe puts an apostrophe before a cell that a spreadsheet would take for a formula.
func safe(dst []byte, start int) []byte {
	if start == len(dst) || !strings.ContainsRune("=+-@\t\r\n", rune(dst[start])) {
		return dst
	}
	return slices.Insert(dst, start, '\'')
}

// isNumber says whether a cell has nothing but the characters of decimals in it, or of several.
func isNumber(cell []byte) bool {
	return !bytes.ContainsFunc(cell, func(r rune) bool { return (r < '0' || r > '9') && !strings.ContainsRune("+-.|", r) })
}

// quote puts a cell in quotes if it needs them.
func quote(dst []byte, start int) []byte {
	cell := dst[start:]
	if len(cell) == 0 || !bytes.ContainsAny(cell, ",;\"\r\n\t") && cell[0] != ' ' && cell[len(cell)-1] != ' ' {
		return dst
	}
	dst = escape(dst, start, '"', '"', '"')
	return append(slices.Insert(dst, start, '"'), '"')
}

// escape puts a mark before each of two characters in what stands from a place on.
func escape(dst []byte, start int, a, b, mark byte) []byte {
	marks := 0
	for _, c := range dst[start:] {
		if c == a || c == b {
			marks++
		}
	}
	if marks == 0 {
		return dst
	}
	read := len(dst) - 1
	dst = slices.Grow(dst, marks)[:len(dst)+marks]
	for write := len(dst) - 1; read < write; read-- {
		c := dst[read]
		dst[write] = c
		write--
		if c == a || c == b {
			dst[write] = mark
			write--
		}
	}
	return dst
}
