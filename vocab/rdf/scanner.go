package rdf

import (
	"bytes"
	"errors"
	"io"
)

// scanner is a window over a document, which Turtle, TriG, N-Triples and N-Quads are read through. A token begins at pos and
// is looked at by its offset from there; bytes before pos are given up when more are read.
type scanner struct {
	r        io.Reader
	limits   Limits
	buf      []byte
	pos, end int
	// total is how many bytes there were so far.
	total int
	// first is the place of buf[0].
	first place
	// err is why no more bytes come; starved says that somebody wanted more nonetheless.
	err     error
	starved bool
	// scratch holds a token without its escapes.
	scratch []byte
	strings stringCache
}

const (
	windowSize = 8 << 10
	// idleReads is how many reads may return nothing and no error before the reader is called broken.
	idleReads = 100
)

func newScanner(r io.Reader, limits Limits) scanner {
	return scanner{r: r, limits: limits, first: place{1, 1, false}, strings: newStringCache()}
}

// byteOrderMark skips the mark that a document in UTF-8 may begin with. One in UTF-16 is an error.
func (s *scanner) byteOrderMark() error {
	switch a, b := s.at(0), s.at(1); {
	case a == 0xEF && b == 0xBB && s.at(2) == 0xBF:
		s.pos += 3
		s.first.column--
	case isUTF16(a, b):
		return s.fail(0, notUTF8)
	}
	return nil
}

const notUTF8 = "want UTF-8, got UTF-16"

// isUTF16 reports whether a document that begins with two bytes has the mark of UTF-16.
func isUTF16(a, b byte) bool { return a == 0xFE && b == 0xFF || a == 0xFF && b == 0xFE }

// at returns the byte at an offset, 0 behind the end of the document (where a NUL is as wrong as the end is).
func (s *scanner) at(i int) byte {
	if s.pos+i < s.end {
		return s.buf[s.pos+i]
	}
	return s.atLater(i)
}

// atLater is what at does when it has to read on; on its own, at is small enough to be inlined.
//
//go:noinline
func (s *scanner) atLater(i int) byte {
	for s.pos+i >= s.end {
		if !s.more() {
			return 0
		}
	}
	return s.buf[s.pos+i]
}

// token returns the bytes between two offsets, which are in the window; they are valid until more is read.
func (s *scanner) token(from, to int) []byte { return s.buf[s.pos+from : s.pos+to] }

// atEnd reports whether there is nothing left.
func (s *scanner) atEnd() bool { return s.pos == s.end && !s.more() }

// span returns the offset behind the bytes of a class that begin at offset i.
func (s *scanner) span(i int, class byteClass) int {
	for {
		window := s.buf[s.pos:s.end]
		for i < len(window) && byteClasses[window[i]]&class != 0 {
			i++
		}
		if i < len(window) || !s.more() {
			return i
		}
	}
}

// skip moves behind the bytes of a class, of which there may be any number.
func (s *scanner) skip(class byteClass) {
	for {
		for s.pos < s.end && byteClasses[s.buf[s.pos]]&class != 0 {
			s.pos++
		}
		if s.pos < s.end || !s.more() {
			return
		}
	}
}

// more reads on and reports whether there is more.
func (s *scanner) more() bool {
	if s.err == nil && s.end-s.pos > s.limits.Token {
		s.err = s.tooLong()
	}
	if s.err != nil {
		s.starved = true
		return false
	}
	s.first.advance(s.buf[:s.pos])
	s.end = copy(s.buf, s.buf[s.pos:s.end])
	s.pos = 0
	if s.end == len(s.buf) {
		grown := make([]byte, max(windowSize, 2*len(s.buf)))
		copy(grown, s.buf)
		s.buf = grown
	}
	for range idleReads {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.total += n
		s.err = err
		if over := s.total - s.limits.Bytes; s.limits.Bytes > 0 && over > 0 {
			s.end -= min(over, n)
			s.err = &LimitError{What: "bytes in a document", Limit: s.limits.Bytes, Line: s.place(s.end - s.pos).line}
		}
		if n > 0 {
			return true
		}
		if err != nil {
			s.starved = true
			return false
		}
	}
	s.err = io.ErrNoProgress
	s.starved = true
	return false
}

// place returns the place of the byte at an offset.
func (s *scanner) place(i int) place {
	p := s.first
	p.advance(s.buf[:min(s.pos+i, s.end)])
	return p
}

// tooLong says that the token at pos goes beyond the limit.
func (s *scanner) tooLong() error {
	return &LimitError{What: "bytes in a literal, IRI or name", Limit: s.limits.Token, Line: s.place(0).line}
}

// fail says what is wrong at an offset, unless the truth is that the document could not be read any further.
func (s *scanner) fail(i int, reason string) error {
	if s.starved && !errors.Is(s.err, io.EOF) {
		return s.err
	}
	p := s.place(i)
	return &SyntaxError{Line: p.line, Column: p.column, Reason: reason}
}

// place is a position in a document. A line ends with LF, CR or CR LF.
type place struct {
	line, column int
	afterCR      bool
}

func (p *place) advance(b []byte) {
	if len(b) == 0 {
		return
	}
	lines, last := bytes.Count(b, []byte{'\n'}), -1
	if lines > 0 {
		last = bytes.LastIndexByte(b, '\n')
	}
	if p.afterCR && b[0] == '\n' {
		lines--
	}
	if returns := bytes.Count(b, []byte{'\r'}); returns > 0 {
		lines += returns - bytes.Count(b, []byte("\r\n"))
		last = max(last, bytes.LastIndexByte(b, '\r'))
	}
	p.afterCR = b[len(b)-1] == '\r'
	p.line += lines
	if last >= 0 {
		p.column = 1
	}
	for _, c := range b[last+1:] {
		if c&0xC0 != 0x80 { // not inside a character
			p.column++
		}
	}
}
