package rdf

import (
	"bufio"
	"errors"
	"io"
)

// xmlSource hands the bytes of a document to an XML decoder one by one, so that nothing is read ahead: it knows where in the
// document the decoder is, and stops it where a limit is.
type xmlSource struct {
	r      *bufio.Reader
	limits Limits
	// offset is how many bytes were handed out, token at which offset the current token begins.
	offset, token int64
	// line and column are the position behind the last byte.
	line, column int
	// err is why there are no more bytes, when that is not that they have all been read.
	err error
}

func newXMLSource(r io.Reader, limits Limits) *xmlSource {
	return &xmlSource{r: bufio.NewReader(r), limits: limits, line: 1, column: 1}
}

// Read implements io.Reader, which the decoder asks for and does not use.
func (s *xmlSource) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := s.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}

// ReadByte implements io.ByteReader.
func (s *xmlSource) ReadByte() (byte, error) {
	b, err := s.r.ReadByte()
	switch {
	case errors.Is(err, io.EOF):
		return 0, io.EOF
	case err != nil:
		s.err = err
	case s.offset == 0 && s.isUTF16(b):
		s.err = &SyntaxError{Line: 1, Column: 1, Reason: notUTF8}
	case s.limits.Bytes > 0 && s.offset >= int64(s.limits.Bytes):
		s.err = &LimitError{What: "bytes in a document", Limit: s.limits.Bytes, Line: s.line}
	case s.offset-s.token >= int64(s.limits.Token):
		s.err = &LimitError{What: "bytes in a tag or text", Limit: s.limits.Token, Line: s.line}
	}
	if s.err != nil {
		return 0, s.err
	}
	s.offset++
	switch {
	case b == '\n':
		s.line++
		s.column = 1
	case b&0xC0 != 0x80: // not inside a character
		s.column++
	}
	return b, nil
}

// isUTF16 reports whether the document is in UTF-16, at its first byte.
func (s *xmlSource) isUTF16(first byte) bool {
	next, err := s.r.Peek(1)
	return err == nil && isUTF16(first, next[0])
}

// mark begins a token at an offset, which is the present one, or one before it when the decoder had to look at the byte that
// follows a text. It returns the position.
func (s *xmlSource) mark(offset int64) (line, column int) {
	s.token = offset
	return s.line, s.column - int(s.offset-offset)
}
